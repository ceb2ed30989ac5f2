//! Attributions that the tagger missed or hung on the cue of another sentence, in English: "..., according to the mayor", "as
//! Berg put it", a sentence with a cue of its own.

use std::collections::HashSet;

use super::figures::figure;
use crate::claims::attribution::analysis::{Analysis, state};
use crate::claims::attribution::english::contents::bounds::is_main_clause;
use crate::claims::attribution::english::grammar::SOURCE;
use crate::claims::attribution::english::rejected::doubtful::is_doubtful;
use crate::claims::attribution::english::rejected::handled::is_handled;
use crate::claims::attribution::english::sources::unseen::subject;
use crate::claims::attribution::linking::{Link, Run, cue_words, is_quoted};
use crate::claims::speakers::{are_sources, is_somebody};
use crate::learn::form::Shape;
use crate::text::pos::{Form, Pos};

/// How many words may stand between a cue and its content: whom it is said to, "that".
const BETWEEN: usize = 6;

/// Verbs that report behind "that" wherever they have a subject.
const SAYING: &[&str] = &[
    "said",
    "says",
    "say",
    "saying",
    "claimed",
    "claims",
    "claiming",
    "argued",
    "argues",
    "arguing",
    "warned",
    "warns",
    "warning",
    "stated",
    "stating",
    "insisted",
    "insists",
    "suggested",
    "suggests",
    "noted",
    "noting",
    "added",
    "adding",
    "announced",
    "announcing",
    "denied",
    "denying",
    "alleged",
    "alleges",
    "alleging",
    "admitted",
    "admitting",
    "believes",
    "believed",
];

/// Nouns whose clause somebody claims.
const CLAIM: &[&str] = &[
    "claim",
    "claims",
    "allegation",
    "allegations",
    "assertion",
    "assertions",
    "statement",
    "suggestion",
    "suggestions",
    "accusation",
    "accusations",
    "warning",
    "warnings",
    "promise",
    "argument",
    "insistence",
    "belief",
    "contention",
    "conclusion",
];

/// How far a clause or its verb is looked for, in words: a bound on text without stops.
const FAR: usize = 200;

/// The longest clause that is added, in words: a bound on text without stops, whose clauses would overlap.
const LONGEST: usize = 80;

/// Words of a clause whose verb may not show, at least.
const CLAUSE: usize = 4;

/// Adds what was missed; the attributions come back in the order of their contents.
pub(crate) fn add_missed(analysis: &Analysis, links: &mut Vec<Link>) {
    let mut cues = cue_words(links);
    relink(analysis, links, &mut cues);
    for link in links.iter_mut() {
        let Some(cue) = link.cue else { continue };
        let Some(at) = (cue.0..cue.1).find(|&i| analysis.is_one_of(i, &["according"])) else { continue };
        // "| according to police |": the cue took its source; "Shots were fired, according to witnesses": the subject is none.
        if at + 2 < cue.1 && analysis.words.of(at + 1) == "to" {
            (link.source, link.cue) = (Some((at + 2, cue.1)), Some((cue.0, at + 2)));
            link.inherited = false;
        } else if link.source.is_some_and(|source| source.0 != cue.1)
            && let Some(source) = cited(analysis, at)
        {
            link.source = Some(source);
            link.inherited = false;
        }
        // "according to show | insiders": the phrase behind it was cut.
        let found = according(analysis, at, false);
        let cut = |found: &Link| {
            let source = found.source.unwrap_or((at, at));
            link.contents.iter().any(|run| run.0 < source.1 && source.0 < run.1)
        };
        if let Some(found) = found.filter(cut) {
            *link = found;
        }
    }
    links.sort_by_key(Link::start);
    let known = links.len();
    let free = |i: usize| analysis.quoted[i] == state::OUT && !cues.contains(&i);
    for i in 0..analysis.len() {
        let found = match analysis.words.of(i) {
            "according" | "According" if free(i) => according(analysis, i, true),
            "put" | "puts" if free(i) => put(analysis, i).or_else(|| figure(analysis, i)),
            "reckons" | "reckon" | "reckoned" if free(i) => reckons(analysis, i, &links[..known]),
            "claims" | "claim" if free(i) && is_claimed(analysis, i) => reckons(analysis, i, &links[..known]),
            "that" if free(i) => that(analysis, i, &cues, &links[..known]),
            "saying" | "adding" | "claiming" | "arguing" | "insisting" | "noting" | "alleging" if free(i) => {
                goes_on(analysis, i, &links[..known])
            }
            _ => None,
        };
        links.extend(found.filter(|link| link.contents.iter().map(|run| run.1 - run.0).sum::<usize>() <= LONGEST));
    }
    links.sort_by_key(|link| (link.start(), link.cue.map_or(0, |cue| cue.0)));
}

/// The content of a link that holds a word; they are in order.
fn holding(link: &Link, word: usize) -> Option<Run> {
    let next = link.contents.partition_point(|run| run.1 <= word);
    link.contents.get(next).copied().filter(|run| run.0 <= word)
}

/// Contents in a sentence behind that of their cue, which has a subject and a reporting verb before them: "Berg pleaded guilty to
/// “fraud”. The complaint says that | she ...".
fn relink(analysis: &Analysis, links: &mut Vec<Link>, cues: &mut HashSet<usize>) {
    let mut more = Vec::new();
    for link in links.iter_mut() {
        let Some(cue) = link.cue else { continue };
        // "Berg and her team found | that it was the feathers, Berg said": the inner verb and its subject belong to what is said.
        if let Some(run) = link.contents.first_mut().filter(|run| run.1 <= cue.0 && analysis.words.of(run.0) == "that")
            && analysis.sentence_of[run.0] == analysis.sentence_of[cue.0]
            && let Some((source, own)) = own_cue(analysis, run.0).filter(|(_, own)| own.1 == run.0)
            && !(own.0..own.1).any(|i| cues.contains(&i))
        {
            cues.extend(own.0..own.1);
            more.push(Link {
                source: Some(source),
                cue: Some(own),
                contents: vec![*run],
                parent: Some(cue),
                ..Link::default()
            });
            run.0 = source.0;
        }
        link.contents.retain(|&run| {
            let away = analysis.sentence_of[run.0] > analysis.sentence_of[cue.0];
            let own = if away && !is_quoted(analysis, run) { own_cue(analysis, run.0) } else { None };
            let Some((source, own)) = own.filter(|(_, own)| !(own.0..own.1).any(|i| cues.contains(&i))) else {
                return true;
            };
            cues.extend(own.0..own.1);
            let found = Link { source: Some(source), cue: Some(own), contents: vec![run], ..Link::default() };
            if !is_doubtful(analysis, &found, own) && !is_handled(analysis, &found, own) {
                more.push(found);
            }
            false
        });
    }
    links.append(&mut more);
    links.retain(|link| !link.contents.is_empty());
}

/// Subject and reporting verb that stand before a content in its sentence.
fn own_cue(analysis: &Analysis, content: usize) -> Option<(Run, Run)> {
    let (from, _) = analysis.sentence_at(content);
    let near = content.saturating_sub(BETWEEN).max(from)..content;
    let verb = near.rev().find(|&i| matches!(analysis.pos[i], Pos::Verb | Pos::Aux))?;
    let reports = analysis.candidate[verb] && analysis.tag(verb).is_finite() && analysis.quoted[verb] == state::OUT;
    if !reports || (verb..content).any(|i| analysis.is_comma(i)) {
        return None;
    }
    let mut end = verb;
    while end > from && matches!(analysis.pos[end - 1], Pos::Adv | Pos::Aux) {
        end -= 1;
    }
    // "Berg and her team found"
    let joins = |i: usize| i > from && analysis.words.of(i) == "and" && analysis.pos[i - 1] == Pos::Propn;
    let start = (from..end).rev().take(SOURCE).take_while(|&i| analysis.is_of_source(i) || joins(i)).last()?;
    let led = analysis.pos[start] == Pos::Adp;
    (!led && analysis.has_noun((start, end))).then_some(((start, end), (end, verb + 1)))
}

/// "according to the driver": the words behind, up to a mark.
fn cited(analysis: &Analysis, at: usize) -> Option<Run> {
    let (_, to) = analysis.sentence_at(at);
    let start = at + 2;
    if analysis.words.of(at + 1) != "to" || start >= to {
        return None;
    }
    let mark =
        |i: usize| !analysis.form(i).is_word() && !matches!(analysis.words.of(i), "'s" | "’s" | "-" | "&" | "(" | ")");
    let end = (start..to.min(start + SOURCE)).find(|&i| mark(i)).unwrap_or(to.min(start + SOURCE));
    let source = (start, end);
    let closed = end >= to || mark(end);
    let plain = (start..end).all(|i| analysis.quoted[i] == state::OUT && !analysis.tag(i).is_finite());
    let many = are_sources("en", analysis.form(start).hash, analysis.words.of(start));
    let somebody = end > start + 1 || analysis.form(start).is_capital() || analysis.pos[start] == Pos::Pron || many;
    (closed && plain && somebody && analysis.has_noun(source)).then_some(source)
}

/// "The bus was late, according to the driver": what the sentence states beside it.
///
/// A `new` attribution needs a finite verb there: in "wet roads double the risk" the tagger sees none.
fn according(analysis: &Analysis, at: usize, new: bool) -> Option<Link> {
    let (from, to) = analysis.sentence_at(at);
    let source = cited(analysis, at)?;
    let (start, end) = source;
    let word = |i: &usize| analysis.form(*i).is_word() || analysis.quoted[*i] != state::OUT;
    let rest = (end..to).find(word);
    // "..., according to passengers, who waited for hours": what describes them is not said.
    let described = rest.is_some_and(|rest| matches!(analysis.words.of(rest), "who" | "which" | "whose"));
    let before = (from..at).find(word);
    let last = |from: usize, end: usize| (from..end).rev().find(word).map(|last| (from, last + 1));
    let contents: Vec<Run> = match (before, rest) {
        (Some(first), _) if (rest.is_none() || described) && analysis.is_comma(at - 1) => {
            last(first, at).into_iter().collect()
        }
        (Some(first), Some(rest)) if analysis.is_comma(at - 1) && analysis.is_comma(end) => {
            last(first, at).into_iter().chain(last(rest, to)).collect()
        }
        (None, Some(rest)) if analysis.is_comma(end) => last(rest, to).into_iter().collect(),
        _ => return None,
    };
    let verb = contents.iter().any(|run| (run.0..run.1).take(FAR).any(|i| analysis.tag(i).is_finite()));
    let words = contents.iter().map(|run| run.1 - run.0).sum::<usize>();
    // "According to police, Moult stole the money.": the tagger sees no verb, but what opens so is a sentence.
    let fronted = before.is_none() && words >= CLAUSE && analysis.words.of(to - 1) == ".";
    (verb || fronted || !new && words > CLAUSE).then(|| Link {
        source: Some(source),
        cue: Some((at, start)),
        contents,
        ..Link::default()
    })
}

/// "for saying that the plan was dead", "Lund's claim that ...": a clause behind "that" whose verb or noun says who claims it.
fn that(analysis: &Analysis, at: usize, cues: &HashSet<usize>, links: &[Link]) -> Option<Link> {
    let (from, to) = analysis.sentence_at(at);
    let cue = at.checked_sub(1).filter(|&cue| cue >= from && !cues.contains(&cue))?;
    let word = analysis.lower(cue);
    let verb = SAYING.contains(&word.as_str()) && analysis.is_reporting_verb(cue);
    let claim = CLAIM.contains(&word.as_str()) && analysis.pos[cue] == Pos::Noun;
    if !verb && !claim || analysis.quoted[cue] != state::OUT {
        return None;
    }
    // Contents stand in order, so that what begins here is found from there.
    let near = links.partition_point(|link| link.contents.first().is_some_and(|run| run.0 < at));
    let begins = |run: Run| run.0 + 2 >= at;
    let around = &links[near.saturating_sub(8)..links.len().min(near + 8)];
    if around.iter().any(|link| holding(link, at + 1).is_some_and(begins)) {
        return None;
    }
    let end = analysis.last_word((at + 1, to))? + 1;
    let small = |i: usize| matches!(analysis.pos[i], Pos::Adv | Pos::Aux | Pos::Part | Pos::Adj);
    let edge = (from..cue).rev().take_while(|&i| small(i)).last().unwrap_or(cue);
    let start = analysis.source_start(from, edge);
    let source = start
        .filter(|&start| analysis.pos[start] != Pos::Adp && analysis.has_noun((start, edge)))
        .map(|start| (start, edge));
    // "criticised for his silence and for saying that": the subject of the sentence does.
    let led = analysis.tag(cue).form == Form::Gerund && cue > from && analysis.pos[cue - 1] == Pos::Adp;
    let source = if source.is_none() && verb && led { subject(analysis, (cue, at)) } else { source };
    let told = end >= at + 4 && (source.is_some() || claim);
    told.then(|| Link { source, cue: Some((cue, cue + 1)), contents: vec![(at, end)], ..Link::default() })
}

/// "Analyst Jon Brask reckons another round is coming": a verb that is nothing else, and the clause behind it.
fn reckons(analysis: &Analysis, at: usize, links: &[Link]) -> Option<Link> {
    let (from, to) = analysis.sentence_at(at);
    let end = analysis.last_word((at + 1, to))? + 1;
    let start = analysis.source_start(from, at).filter(|&start| analysis.pos[start] != Pos::Adp)?;
    let source = (start, at);
    let somebody = analysis.has_noun(source) || analysis.pos[start] == Pos::Pron;
    let near = links.partition_point(|link| link.contents.first().is_some_and(|run| run.0 < at));
    let around = &links[near.saturating_sub(8)..links.len().min(near + 4)];
    let known = around.iter().any(|link| holding(link, at).or_else(|| holding(link, at + 1)).is_some());
    let told = somebody && !known && analysis.is_plain((start, end)) && is_main_clause(analysis, at + 1, end);
    told.then(|| Link {
        source: Some(source),
        cue: Some((at, at + 1)),
        contents: vec![(at + 1, end)],
        ..Link::default()
    })
}

/// "The senator | claims | 6,300 votes were lost": the tagger takes the verb for a noun, but somebody stands before it, and behind it
/// what can only be the subject of a clause.
fn is_claimed(analysis: &Analysis, at: usize) -> bool {
    let (from, to) = analysis.sentence_at(at);
    let Some(before) = at.checked_sub(1).filter(|&before| before >= from && at + 1 < to) else { return false };
    let opens = matches!(analysis.pos[at + 1], Pos::Num | Pos::Det | Pos::Pron) && analysis.pos[at] == Pos::Noun;
    let who = matches!(analysis.pos[before], Pos::Noun | Pos::Propn)
        && is_somebody("en", analysis.form(before).hash, analysis.words.of(before));
    opens && who && !analysis.has_finite((from, at))
}

/// "Berg denied it, saying she was away": a participle behind a comma goes on with who spoke before in the sentence.
fn goes_on(analysis: &Analysis, at: usize, links: &[Link]) -> Option<Link> {
    let (from, to) = analysis.sentence_at(at);
    let behind = at > from && analysis.is_comma(at - 1) && analysis.pos[at] == Pos::Verb;
    let end = analysis.last_word((at + 1, to))? + 1;
    if !behind || !is_main_clause(analysis, at + 1, end) {
        return None;
    }
    let near = links.partition_point(|link| link.contents.first().is_some_and(|run| run.0 < at));
    let around = &links[near.saturating_sub(8)..links.len().min(near + 4)];
    if around.iter().any(|link| holding(link, at + 1).is_some()) {
        return None;
    }
    let before = around.iter().rev().find(|link| {
        link.source.is_some()
            && link.cue.is_some_and(|cue| cue.0 < at && analysis.sentence_of[cue.0] == analysis.sentence_of[at])
    })?;
    Some(Link {
        source: before.source,
        cue: Some((at, at + 1)),
        contents: vec![(at + 1, end)],
        inherited: true,
        ..Link::default()
    })
}

/// "As Berg put it, ...", "..., as a memo put it".
fn put(analysis: &Analysis, at: usize) -> Option<Link> {
    let (from, to) = analysis.sentence_at(at);
    let open = (from..at).rev().take(SOURCE).find(|&i| !analysis.is_of_source(i) || analysis.lower(i) == "as")?;
    let source = (open + 1, at);
    let leads = analysis.lower(open) == "as" && analysis.words.of(at + 1) == "it" && at + 2 <= to;
    if !leads || source.0 >= at || !analysis.has_noun(source) {
        return None;
    }
    let word = |i: &usize| analysis.form(*i).is_word() || analysis.quoted[*i] != state::OUT;
    let content = if (from..open).any(|i| word(&i)) {
        let first = (from..open).find(word)?;
        // Of a long sentence its last clause.
        let clause = (first..open - 1)
            .rev()
            .take(FAR)
            .find(|&i| analysis.is_comma(i) && is_main_clause(analysis, i + 1, open - 1));
        let closed = analysis.is_comma(open - 1) || analysis.quoted[open - 1] == state::CLOSE;
        closed.then_some((clause.map_or(first, |comma| comma + 1), open - 1))?
    } else {
        let close = (at + 2..to).find(|&i| analysis.is_comma(i) || analysis.form(i).shape == Shape::Colon)?;
        (close + 1, (close + 1..to).rev().find(word)? + 1)
    };
    (content.0 < content.1).then(|| Link {
        source: Some(source),
        cue: Some((at, at + 2)),
        contents: vec![content],
        ..Link::default()
    })
}
