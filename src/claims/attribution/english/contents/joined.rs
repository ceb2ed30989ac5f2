//! Sentences with two verbs of which the tagger saw one, in English: a second cue inside a content, and a main clause that a
//! cue in the clause before it swallowed.

use std::collections::HashSet;

use crate::claims::attribution::analysis::{Analysis, state};
use crate::claims::attribution::lexicon::Part;
use crate::claims::attribution::linking::{Link, Run, cue_words};
use crate::claims::speakers::{is_document, is_somebody};
use crate::claims::types::Act;
use crate::learn::form::Shape;
use crate::text::pos::{Form, Pos, Tag};

/// "said that ... and warned that ...", "said ..., later warning that ...": a second reporting verb inside a content begins an
/// attribution of the same source.
pub(crate) fn split_conjoined(analysis: &Analysis, links: &mut Vec<Link>) {
    let mut more = Vec::new();
    for link in links.iter_mut().filter(|link| link.cue.is_some_and(|cue| analysis.has_reporting_verb(cue))) {
        let Some(last) = link.contents.last_mut() else { continue };
        // Where the verb stands that a conjunction or a comma at word `i` brings in.
        let verb = |i: usize| match analysis.form(i).shape {
            Shape::Comma => {
                let at = i + 1 + usize::from(analysis.pos[i + 1] == Pos::Adv);
                (analysis.tag(at).form == Form::Gerund).then_some(at)
            }
            _ => matches!(analysis.words.of(i), "and" | "but").then_some(i + 1),
        };
        let conjoined = (last.0 + 1..last.1.saturating_sub(4)).find_map(|i| {
            let at = verb(i)?;
            let fits =
                analysis.is_plain((i, at + 2)) && analysis.is_reporting_verb(at) && analysis.words.of(at + 1) == "that";
            fits.then_some((i, at))
        });
        if let Some((comma, at)) = conjoined {
            more.push(Link {
                source: link.source,
                cue: Some((at, at + 1)),
                contents: vec![(at + 1, last.1)],
                inherited: true,
                ..Link::default()
            });
            last.1 = comma;
        }
    }
    links.append(&mut more);
    links.sort_by_key(Link::start);
}

/// "said he would order a review | and warned against ...", "outlined his plan | and vowed to ...": a second reporting verb that
/// cannot go on with what stands before it, a modal, an infinitive or a mere noun phrase, has the source of the first.
pub(crate) fn split_coordinated(analysis: &Analysis, links: &mut Vec<Link>) {
    let mut cues = cue_words(links);
    let mut at = 0;
    // What is split off may be joined to another one.
    while at < links.len() {
        if let Some((and, cue)) = coordinated(analysis, &links[at], &cues)
            && let Some(last) = links[at].contents.last_mut()
        {
            let to = std::mem::replace(&mut last.1, and).max(cue.1);
            cues.extend(cue.0..cue.1);
            let source = links[at].source;
            let contents = vec![(cue.1, to)];
            links.push(Link { source, cue: Some(cue), contents, inherited: true, ..Link::default() });
        }
        at += 1;
    }
    links.sort_by_key(Link::start);
}

/// The longest subject of a clause, in words.
const SUBJECT: usize = 12;

/// How many words of a content and behind it are looked at: a bound on text without stops.
const LONGEST: usize = 120;

/// "accused managers of bullying | and demanded a public inquiry": a second verb of accusing, demanding or promising right behind what
/// the first one says, which nothing has taken.
pub(crate) fn add_second(analysis: &Analysis, links: &mut Vec<Link>) {
    let mut cues = cue_words(links);
    let mut more = Vec::new();
    for link in links.iter_mut() {
        let (Some(cue), Some(source), Some(last)) = (link.cue, link.source, link.contents.last_mut()) else { continue };
        let verb = (cue.0..cue.1).rev().find(|&i| analysis.is_reporting_verb(i));
        let Some(form) = verb.map(|verb| analysis.tag(verb).form) else { continue };
        let (_, to) = analysis.sentence_at(cue.0);
        let to = to.min(last.1 + LONGEST);
        let near = last.1 <= cue.0 + LONGEST;
        let plain = near && source.1 <= cue.0 && last.0 >= cue.1 && last.1 <= to && analysis.is_plain((cue.0, last.1));
        if !plain || !matches!(form, Form::Past | Form::Present) {
            continue;
        }
        let second = |and: usize| {
            let at = and + 1;
            let joins = and < to && matches!(analysis.words.of(and), "and" | "but") && at + 1 < to;
            let known = joins && analysis.is_reporting_verb(at) && analysis.tag(at).form == form && !cues.contains(&at);
            let fits = known && is_forceful(analysis, at) && analysis.words.of(at + 1) != "by";
            let end = fits.then(|| clause_end(analysis, at + 1, to))?;
            (analysis.is_plain((and, end)) && end > at + 1).then_some((and, at, end))
        };
        // Of a clause a verb of the same tense goes on with it.
        let plain_before = |i: &usize| !analysis.tag(*i - 1).is_finite();
        let inner = || (last.0 + 1..last.1.min(last.0 + LONGEST)).take_while(plain_before).find_map(second);
        let Some((and, at, end)) = second(last.1).or_else(inner) else { continue };
        last.1 = last.1.min(and);
        let start = at + 1 + usize::from(analysis.is_one_of(at + 1, &["for", "against", "of"]));
        cues.insert(at);
        more.push(Link {
            source: Some(source),
            cue: Some((at, start)),
            contents: vec![(start, end)],
            inherited: true,
            ..Link::default()
        });
    }
    more.retain(|link: &Link| link.contents.iter().all(|run| run.0 < run.1));
    links.append(&mut more);
    links.sort_by_key(Link::start);
}

/// Verbs that do more than say.
fn is_forceful(analysis: &Analysis, verb: usize) -> bool {
    analysis.lexicon[verb].is_some_and(|entry| {
        matches!(entry.act, Act::Accuse | Act::Demand | Act::Promise | Act::Warn | Act::Deny | Act::Ask)
    })
}

/// Where a clause ends: at a comma, or before a third verb.
fn clause_end(analysis: &Analysis, from: usize, to: usize) -> usize {
    let third =
        |i: usize| matches!(analysis.words.of(i), "and" | "but") && i + 1 < to && analysis.tag(i + 1).is_finite();
    let end = (from..to).find(|&i| i > from && (analysis.is_comma(i) || third(i))).unwrap_or(to);
    analysis.last_word((from, end)).map_or(from, |last| last + 1)
}

/// The conjunction and the second cue inside the last content of a link.
fn coordinated(analysis: &Analysis, link: &Link, cues: &HashSet<usize>) -> Option<(usize, Run)> {
    let (cue, &(from, to)) = (link.cue?, link.contents.last()?);
    let verb = (cue.0..cue.1).rev().find(|&i| analysis.is_reporting_verb(i))?;
    let form = analysis.tag(verb).form;
    let infinitive = analysis.words.of(cue.0) == "to" || cue.0 > 0 && analysis.words.of(cue.0 - 1) == "to";
    let outside = |i: usize| analysis.quoted[i] == state::OUT;
    if from < cue.1 || analysis.sentence_of[from] != analysis.sentence_of[cue.0] {
        return None;
    }
    // "has accused ... and has warned": with its auxiliary.
    let perfect = (cue.0..verb).any(|i| matches!(analysis.words.of(i), "has" | "have" | "had"));
    // "said the pumps had failed and blamed the board": a thing does not blame.
    let cites = |at: usize| analysis.is_one_of(at, &["cited", "cites"]);
    let of_person =
        |at: usize, and: usize| (analysis.does(at, Act::Accuse) || cites(at)) && is_of_thing(analysis, (from, and));
    let second = |and: usize| {
        let skipped =
            |i: usize| analysis.pos[i] == Pos::Adv || perfect && analysis.words.of(i) == analysis.words.of(cue.0);
        let at = (and + 1..to.min(and + 4)).find(|&i| !skipped(i))?;
        let tag = analysis.tag(at);
        // "has called it a disgrace and vowed": the tagger takes either for the other.
        let past = |form: Form| matches!(form, Form::Past | Form::Participle);
        let alike = tag.form == form || perfect && past(tag.form) && past(form);
        // "was unfit and blamed data": with an object of its own it is no participle.
        let object = matches!(analysis.tag(at + 1).pos, Pos::Noun | Pos::Propn | Pos::Det | Pos::Num | Pos::Adj);
        let bent = tag.form == Form::Participle && form == Form::Past && at == and + 1 && object;
        let copula = (from..and).any(|i| is_copula(analysis, i)) && !bends(analysis, (from, and));
        let alike = alike || bent && (copula || of_person(at, and));
        let same = tag.pos == Pos::Verb && alike && (form != Form::Base || infinitive);
        // "and warns that": the tagger takes it for a noun.
        let noun = form == Form::Present
            && analysis.words.of(at + 1) == "that"
            && analysis.lower(at).ends_with('s')
            && analysis.lexicon[at].is_some_and(|entry| entry.part == Part::Verb);
        let own = outside(at) && (analysis.candidate[at] && same || noun) && !cues.contains(&at);
        (own && analysis.words.of(at + 1) != "by").then_some(at)
    };
    for and in (from + 1..to.saturating_sub(3)).filter(|&i| outside(i) && matches!(analysis.words.of(i), "and" | "but"))
    {
        let Some(at) = second(and) else { continue };
        // A verb of the same form before it may be what it goes on with; what is or was so does not accuse or demand.
        let forceful = analysis.lexicon[at]
            .is_some_and(|entry| !matches!(entry.act, Act::Say | Act::Believe | Act::Plan))
            || cites(at);
        let goes_on = !of_person(at, and)
            && (from..and).filter(|&i| outside(i)).any(|i| {
                let tag = analysis.tag(i);
                // "denies it broke the law and says": the cue goes on in its own tense, which is not that of what is said.
                // "show that two thirds accept it and want him": a plural shows no tense.
                let shown = form == Form::Past || analysis.words.of(at).ends_with('s');
                let other = shown && tag.form != form && analysis.tag(at).form == form;
                let finite = tag.is_finite() && tag.form != Form::Modal && !other;
                let same = finite || tag.pos == Pos::Verb && tag.form == form;
                same && !(forceful && is_copula(analysis, i))
            });
        // "admitted it existed but denied reading it": what is no person does not deny its own deeds.
        let denies = analysis.does(at, Act::Deny) && analysis.tag(at + 1).form == Form::Gerund;
        if goes_on && !denies {
            return None;
        }
        let start = if perfect && at > and + 1 { and + 1 } else { at };
        let leads = matches!(analysis.words.of(at + 1), "for" | "against" | "on" | "about" | "of" | "at" | "with");
        let end = at + 1 + usize::from(leads);
        return (end + 2 <= to).then_some((and, (start, end)));
    }
    None
}

/// Whether a clause tells of a thing: a common noun that is nobody and nothing written is its subject.
fn is_of_thing(analysis: &Analysis, (from, to): Run) -> bool {
    let from = from + usize::from(analysis.is_one_of(from, &["that"]));
    let Some(verb) = (from..to.min(from + SUBJECT)).find(|&i| analysis.tag(i).is_finite()) else { return false };
    let end = (from..verb).find(|&i| analysis.pos[i] == Pos::Adp).unwrap_or(verb);
    let plain = |i: usize| matches!(analysis.pos[i], Pos::Det | Pos::Adj | Pos::Num | Pos::Noun);
    let Some(head) = end.checked_sub(1).filter(|&head| head >= from && (from..=head).all(plain)) else { return false };
    let (hash, word) = (analysis.form(head).hash, analysis.words.of(head));
    // "customers", "volunteers": whoever does something may be no word of a list.
    let doer = ["ers", "ors", "ists", "ants", "ents", "ees"].iter().any(|end| word.ends_with(end));
    analysis.pos[head] == Pos::Noun && !doer && !is_somebody("en", hash, word) && !is_document("en", hash, word)
}

/// "was unfit": a form of "be" that no participle follows.
fn is_copula(analysis: &Analysis, i: usize) -> bool {
    let be = matches!(analysis.lower(i).as_str(), "is" | "are" | "was" | "were");
    let next = (i + 1..analysis.len()).find(|&i| !matches!(analysis.pos[i], Pos::Adv | Pos::Part));
    be && next.is_some_and(|next| analysis.pos[next] != Pos::Verb)
}

/// Whether a run holds a participle, with which a second one may go on.
fn bends(analysis: &Analysis, (from, to): Run) -> bool {
    (from..to).any(|i| analysis.tag(i) == Tag { pos: Pos::Verb, form: Form::Participle })
}

/// "As the talks concluded on 12 January, Ann Berg, the chair, has warned of “a risk”": what stands behind the clause that the
/// sentence opens with is no content of its verb, but reports in its own right.
pub(crate) fn main_clause(analysis: &Analysis, link: &mut Link) {
    let (Some(cue), [(from, to)]) = (link.cue, link.contents.as_slice()) else { return };
    let (from, to) = (*from, *to);
    let (start, _) = analysis.sentence_at(cue.0);
    let opens = matches!(analysis.words.of(start), "As" | "After" | "When" | "While" | "Since" | "Once");
    let comma = |i: &usize| analysis.is_comma(*i);
    if !opens || from < cue.1 || (start..cue.0).any(|i| comma(&i)) {
        return;
    }
    let Some(after) = (from.saturating_sub(1)..to).find(comma) else { return };
    let verb =
        |i: usize| matches!(analysis.pos[i], Pos::Verb | Pos::Aux | Pos::Adv) && analysis.quoted[i] == state::OUT;
    let Some(at) = (after + 1..to.saturating_sub(3)).find(|&i| {
        let told = analysis.words.of(i + 1) == "that" || analysis.quoted[i + 1..i + 4].contains(&state::OPEN);
        analysis.is_reporting_verb(i) && told && analysis.quoted[i] == state::OUT
    }) else {
        return;
    };
    let head = (after + 1..at).rev().take_while(|&i| verb(i)).last().unwrap_or(at);
    let name = |from: usize, to: usize| {
        let capitals = (from..to).filter(|&i| analysis.pos[i] == Pos::Propn).count();
        from < to && capitals + 1 >= to - from && analysis.form(from).is_capital()
    };
    // The source is the name before its apposition, or the last phrase before the verb.
    let bounds: Vec<usize> = (after..head).filter(comma).collect();
    let named = bounds.windows(2).find(|pair| name(pair[0] + 1, pair[1])).map(|pair| pair[0] + 1);
    let source = named.or(bounds.last().map(|last| last + 1)).filter(|&source| source < head);
    if let Some(source) = source {
        link.source = Some((source, head));
        link.cue = Some((head, at + 1));
        link.contents = vec![(at + 1, to)];
        link.inherited = false;
    }
}

#[cfg(test)]
mod tests {
    use crate::claims::attribution::testing::parts;

    #[test]
    fn a_second_verb_says_something_of_its_own() {
        for (text, first, second) in [
            (
                "Lorne accused the council of lying and demanded an apology.",
                ["accused", "the council of lying"],
                ["demanded", "an apology"],
            ),
            (
                "Lorne accused managers of bullying and demanded a public inquiry.",
                ["accused", "managers of bullying"],
                ["demanded", "a public inquiry"],
            ),
            (
                "Lorne rejected the offer and urged members to vote on a strike.",
                ["rejected", "the offer"],
                ["urged", "members to vote on a strike"],
            ),
        ] {
            let found = parts(text, "en");
            let expected = [first, second].map(|[cue, what]| ["Lorne", cue, what].map(str::to_owned));
            assert_eq!(found, expected, "{text}");
        }
    }

    #[test]
    fn what_is_so_cites_nothing() {
        let found = parts("Norvane said the meters were accurate and cited data from the council.", "en");
        assert_eq!(found[0][2], "the meters were accurate", "{found:?}");
        assert_eq!(found[1], ["Norvane", "cited", "data from the council"].map(str::to_owned));
    }

    #[test]
    fn a_thing_blames_nobody_and_cites_nothing() {
        for (text, first, second) in [
            (
                "Norvane said the pumps had failed and blamed the water board.",
                "the pumps had failed",
                ["blamed", "the water board"],
            ),
            (
                "Norvane said the dam at Lund was sound and cited data from the council.",
                "the dam at Lund was sound",
                ["cited", "data from the council"],
            ),
        ] {
            let found = parts(text, "en");
            assert_eq!(found.len(), 2, "{text} {found:?}");
            assert_eq!(found[0][2], first, "{text}");
            assert_eq!(found[1], ["Norvane", second[0], second[1]].map(str::to_owned), "{text}");
        }
    }

    #[test]
    fn what_somebody_says_was_done_is_one_clause() {
        for text in [
            "Lorne said the council had lied and demanded money.",
            "Lorne said the engineers had lied and blamed the council.",
            "Lorne said the report had found faults and cited two studies.",
            "Lorne said the storm had hit the coast and claimed three lives.",
        ] {
            assert_eq!(parts(text, "en").len(), 1, "{text}");
        }
    }
}
