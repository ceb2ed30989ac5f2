//! Two verbs of one subject: "Voss denied the charge and said that he would stay". What the second says is not what the first denies,
//! and what the first denies is said as well.

use crate::claims::attribution::analysis::{Analysis, state};
use crate::claims::attribution::lexicon::Part;
use crate::claims::attribution::linking::{Link, Run, cue_words};
use crate::claims::frame::pack::Pack;
use crate::claims::types::Act;
use crate::text::pos::{Form, Pos};

/// The object of a denial in words, at most.
const OBJECT: usize = 24;
/// Words between a German verb and what it reports, at most: "und kündigte am Montag an, ...".
const BETWEEN: usize = 6;

/// Gives English denials their own object where the cue of what comes next has swallowed or passed over them.
pub(crate) fn add_denials(analysis: &Analysis, links: &mut Vec<Link>) {
    let cues = cue_words(links);
    let mut more = Vec::new();
    for link in links.iter_mut() {
        let Some((cue, source)) = link.cue.zip(link.source).filter(|(cue, source)| source.1 <= cue.0) else { continue };
        let Some(and) = joined(analysis, cue) else { continue };
        let inside = cue.0 <= and;
        let Some(verb) = (source.1..and).rev().find(|&i| denies(analysis, i)) else { continue };
        // "Voss said Ashe denied it and said": whose verb that is shows only where no other verb reports before it.
        if analysis.has_reporting_verb((source.1, verb)) {
            continue;
        }
        let object = (verb + 1, and);
        if is_object(analysis, object)
            && (inside || !cues.contains(&verb))
            && !link.contents.iter().any(|run| run.0 < and)
        {
            link.cue = Some((cue.0.max(and + 1), cue.1));
            let contents = vec![object];
            more.push(Link { source: Some(source), cue: Some((verb, verb + 1)), contents, ..Link::default() });
        }
    }
    more.retain(|link| !links.iter().any(|other| overlaps(other, link.contents[0])));
    if !more.is_empty() {
        links.append(&mut more);
        links.sort_by_key(Link::start);
    }
}

/// "Voss denies | this and | says it will sue": the object of a denial with the conjunction behind it is no source of what comes next, and
/// the denial has that object alone.
pub(crate) fn part_pronouns(analysis: &Analysis, links: &mut [Link]) {
    for at in 0..links.len() {
        let Some((source, cue)) = links[at].source.zip(links[at].cue) else { continue };
        let pronoun = analysis.is_one_of(source.0, &["this", "that", "it", "everything"]) && source.1 == source.0 + 2;
        let joins = source.1 == cue.0 && matches!(analysis.words.of(source.0 + 1), "and" | "but");
        let Some(verb) = source.0.checked_sub(1).filter(|&verb| pronoun && joins && denies(analysis, verb)) else {
            continue;
        };
        let near = at.saturating_sub(4)..links.len().min(at + 4);
        let home = near.into_iter().find(|&home| links[home].cue.is_some_and(|cue| cue.0 <= verb && verb < cue.1));
        let Some(home) = home.filter(|&home| home != at) else { continue };
        links[at].source = links[home].source;
        links[at].inherited = true;
        links[at].parent = None;
        links[home].contents = vec![(source.0, source.0 + 1)];
    }
}

/// "The court rejected | the appeal and | ordered Finch to pay": what the first verb has for its object, with the conjunction behind it, is
/// no source of the second.
pub(crate) fn part_objects(analysis: &Analysis, links: &mut [Link]) {
    for at in 0..links.len() {
        let Some((source, cue)) = links[at].source.zip(links[at].cue) else { continue };
        let and = source.1 - 1;
        let joins = source.1 == cue.0 && source.0 < and && analysis.is_one_of(and, &["and", "but"]);
        if !joins || links[at].contents.iter().any(|run| run.0 < cue.1) {
            continue;
        }
        let near = at.saturating_sub(4)..links.len().min(at + 4);
        let before = |link: &Link| {
            let own = link.cue.filter(|own| own.1 <= source.0 && own != &cue);
            own.is_some_and(|own| own.0 >= analysis.sentence_at(cue.0).0)
                && link.source.is_some_and(|who| who.1 < source.0)
        };
        let Some(home) = near.filter(|&home| before(&links[home])).max_by_key(|&home| links[home].cue) else {
            continue;
        };
        links[at].source = links[home].source;
        links[at].inherited = true;
        links[at].parent = None;
        if let Some(last) = links[home].contents.last_mut().filter(|last| last.0 <= source.0 && last.1 > and) {
            last.1 = and;
        }
    }
}

/// Where the conjunction stands that joins the last verb of a cue to one before: "| denied wrongdoing but admitted |", "and | said |".
fn joined(analysis: &Analysis, cue: Run) -> Option<usize> {
    let (from, _) = analysis.sentence_at(cue.0);
    let and = |i: &usize| matches!(analysis.words.of(*i), "and" | "but") && analysis.quoted[*i] == state::OUT;
    let inside = (cue.0 + 1..cue.1.saturating_sub(1)).rev().find(and);
    let before = || (from..cue.0).rev().take(2).find(|&i| analysis.pos[i] != Pos::Adv).filter(and);
    let and = inside.or_else(before)?;
    (and + 1..cue.1).any(|i| analysis.is_reporting_verb(i)).then_some(and)
}

/// A finite verb of denial by its form: behind a comma, or before a noun, the tagger takes it for a participle or a noun.
fn denies(analysis: &Analysis, verb: usize) -> bool {
    let known = analysis.lexicon[verb].is_some_and(|entry| entry.act == Act::Deny && entry.part == Part::Verb);
    let form = !matches!(analysis.tag(verb).form, Form::Base | Form::Gerund) || analysis.words.of(verb).ends_with("es");
    known && form && !analysis.form(verb).is_capital()
}

/// "taking bribes", "the charge", but not "to say" and not what marks cut; the tagger may take its first word for a verb: "denies fraud".
fn is_object(analysis: &Analysis, (from, to): Run) -> bool {
    let plain = from < to
        && to - from <= OBJECT
        && analysis.is_plain((from, to))
        && !matches!(analysis.words.of(from), "to" | "by")
        && !(from..to).any(|i| analysis.is_comma(i) || i > from && analysis.tag(i).is_finite());
    plain && (analysis.has_noun((from, to)) || analysis.pos[from] == Pos::Verb)
}

fn overlaps(link: &Link, run: Run) -> bool {
    link.contents.iter().any(|own| own.0 < run.1 && run.0 < own.1)
}

/// "| Voss denied | it": a name that the cue took is its source.
pub(crate) fn split_names(analysis: &Analysis, links: &mut [Link]) {
    for link in links.iter_mut().filter(|link| link.source.is_none()) {
        let Some(cue) = link.cue.filter(|cue| cue.1 > cue.0 + 1) else { continue };
        let name = |i: &usize| analysis.form(*i).is_capital() && analysis.lexicon[*i].is_none();
        let end = cue.0 + (cue.0..cue.1).take_while(name).count();
        let follows = link.contents.first().is_some_and(|run| run.0 >= cue.1);
        let opens = analysis.sentence_at(cue.0).0 == cue.0;
        if end > cue.0 && end + 1 == cue.1 && opens && follows && analysis.is_reporting_verb(end) {
            link.source = Some((cue.0, end));
            link.cue = Some((end, cue.1));
        }
    }
}

/// "Voss bestritt die Vorwürfe und sagte, er bleibe": in German the cue is the verb next to what is reported, and what the first one
/// denies is its object.
pub(crate) fn part_german(analysis: &Analysis, links: &mut Vec<Link>) {
    let cues = cue_words(links);
    let mut more = Vec::new();
    for link in links.iter_mut() {
        let (Some(cue), Some(&(start, _))) = (link.cue, link.contents.first()) else { continue };
        let outside = |i: usize| analysis.quoted[i] == state::OUT;
        let verb = |i: usize| {
            let small = outside(i) && !analysis.form(i).is_capital() && !cues.contains(&i);
            small && analysis.lexicon[i].is_some_and(|entry| entry.part == Part::Verb)
        };
        let near = cue.1..start.min(cue.1 + OBJECT);
        let joins = |i: &usize| analysis.is_one_of(*i, &["und", "aber"]) && i + 1 < start && verb(i + 1);
        let Some(and) = near.rev().find(joins).filter(|and| start <= and + 2 + BETWEEN) else { continue };
        if !outside(cue.0) || analysis.sentence_of[start] != analysis.sentence_of[cue.0] {
            continue;
        }
        // Who speaks may stand behind the first verb, and only there.
        let source = link.source.filter(|source| source.1 <= and);
        let Some(source) = source else { continue };
        let from = if source.0 >= cue.1 { source.1 } else { cue.1 };
        let end = (from..and).rev().find(|&i| analysis.form(i).is_capital()).map_or(from, |last| last + 1);
        let particle = |i: usize| {
            let verb = format!("{} {}", analysis.lower(cue.1 - 1), analysis.lower(i));
            Pack::of(Some("de")).separable.get(&verb).and_then(Act::from_name) == Some(Act::Deny)
        };
        let known = analysis.does(cue.1 - 1, Act::Deny);
        let denies = known || (end..and).any(particle);
        if denies && from < end && !(from..end).any(|i| analysis.is_comma(i) || !outside(i)) {
            let contents = vec![(from, end)];
            more.push(Link { source: Some(source), cue: Some(cue), contents, ..Link::default() });
        }
        link.cue = Some((and + 1, and + 2));
    }
    if !more.is_empty() {
        links.append(&mut more);
        links.sort_by_key(Link::start);
    }
}

#[cfg(test)]
#[path = "denied_tests.rs"]
mod tests;
