//! People whom an outlet cites for what it reports, in English: "The firm will close, Reuters reported on Monday, citing two people". They
//! know it; the outlet passes it on. A document that is cited says nothing that the outlet does not.

use std::collections::HashSet;

use crate::claims::attribution::analysis::Analysis;
use crate::claims::attribution::linking::{Link, Run};
use crate::claims::speakers::{are_sources, is_document, is_outlet, is_trade};
use crate::learn::form::Shape;
use crate::text::pos::Pos;

/// The most words from a verb to the comma before "citing": ", reported on Monday, citing".
const DATE: usize = 5;
/// The longest description of whom is cited, in words.
const PEOPLE: usize = 24;

/// Gives what outlets report to the people whom they cite for it.
pub(crate) fn give_cited(analysis: &Analysis, links: &mut Vec<Link>) {
    let mut cited: HashSet<usize> = HashSet::new();
    for link in links.iter_mut() {
        let (Some(source), Some(cue)) = (link.source, link.cue) else { continue };
        let verb = if cites(analysis, cue.0) { cue.0.checked_sub(2) } else { Some(cue.1 - 1) };
        let Some(verb) = verb.filter(|&verb| source.1 <= verb && passes_on(analysis, source, verb)) else { continue };
        let before = || cited_before(analysis, source, cue).filter(|_| verb + 1 == cue.1);
        let Some((at, people)) = people(analysis, verb).or_else(before) else { continue };
        if link.contents.iter().all(|run| run.1 <= source.0 || run.0 >= people.1) {
            link.source = Some(people);
            link.inherited = false;
            link.cue = Some((cue.0.min(verb), verb + 1));
            cited.insert(at);
        }
    }
    if !cited.is_empty() {
        // "citing | two people" is taken by then.
        links.retain(|link| !link.cue.is_some_and(|cue| cited.contains(&cue.0)));
    }
}

fn cites(analysis: &Analysis, i: usize) -> bool {
    i > 0 && analysis.is_one_of(i, &["citing", "quoting"]) && analysis.is_comma(i - 1)
}

/// Whether an outlet reports: it is named, and the verb is its own or its name says so.
fn passes_on(analysis: &Analysis, (from, to): Run, verb: usize) -> bool {
    let name = (from..to).any(|i| analysis.form(i).is_capital());
    let outlet = || (from..to).any(|i| is_outlet("en", analysis.form(i).hash, analysis.words.of(i)));
    let reports = analysis.is_one_of(verb, &["reported", "reports", "reporting"]);
    name && analysis.pos[from] != Pos::Pron && (reports || analysis.is_reporting_verb(verb) && outlet())
}

/// "The Courier, citing three officials, | reported": where people are cited between the outlet and its verb, and who they are.
fn cited_before(analysis: &Analysis, source: Run, cue: Run) -> Option<(usize, Run)> {
    let at = (source.0 + 1..cue.0).rev().take(PEOPLE).find(|&i| cites(analysis, i))?;
    let (first, end) = (at + 1, cue.0.checked_sub(1).filter(|&comma| analysis.is_comma(comma))?);
    (first < end && is_somebody(analysis, (first, end))).then_some((at, (first, end)))
}

/// Whether words name people, as in "two people familiar with the matter".
fn is_somebody(analysis: &Analysis, (first, end): Run) -> bool {
    let nominal = |&i: &usize| matches!(analysis.pos[i], Pos::Det | Pos::Adj | Pos::Num | Pos::Noun | Pos::Propn);
    let head = first + (first..end).take_while(nominal).count();
    let human = |i: usize| {
        let (hash, word) = (analysis.form(i).hash, analysis.words.of(i));
        analysis.form(i).shape == Shape::Lower
            && !is_document("en", hash, word)
            && (is_trade("en", hash, word) || are_sources("en", hash, word))
    };
    let somebody = (first..head).any(human) && !(head..end).any(|i| analysis.is_one_of(i, &["as", "that"]));
    somebody && analysis.is_plain((first, end)) && !(first..end).any(|i| analysis.is_comma(i))
}

/// Where people are cited behind a verb, and who they are.
fn people(analysis: &Analysis, verb: usize) -> Option<(usize, Run)> {
    let (_, to) = analysis.sentence_at(verb);
    let at = (verb + 2..to.min(verb + 2 + DATE)).find(|&i| cites(analysis, i))?;
    let date = |i: usize| matches!(analysis.pos[i], Pos::Adp | Pos::Propn | Pos::Noun | Pos::Adv | Pos::Det);
    let plain = (verb + 1..at - 1).all(date) && analysis.is_plain((verb, at + 1));
    let first = at + 1;
    let ends = |&i: &usize| analysis.is_comma(i) || analysis.form(i).shape == Shape::Stop;
    let end = (first..to.min(first + PEOPLE)).find(ends)?;
    (plain && is_somebody(analysis, (first, end))).then_some((at, (first, end)))
}

#[cfg(test)]
mod tests {
    use crate::claims::attribution::testing::{parts, read};

    #[test]
    fn people_who_are_cited_say_it_through_the_outlet() {
        for (text, who) in [
            ("The firm will close in June, the Daily Courier reported on Monday, citing two people.", "two people"),
            (
                "The Daily Courier reported, citing three officials, that the firm will close in June.",
                "three officials",
            ),
        ] {
            assert_eq!(parts(text, "en")[0][0], who, "{text}");
            assert_eq!(read(text, "en").len(), 1, "{text}");
            let via = read(text, "en")[0].via.clone().unwrap_or_default();
            assert!(via.ends_with("Daily Courier"), "{text} {via}");
        }
    }

    #[test]
    fn people_may_be_cited_before_the_verb() {
        let text = "The news agency Sana, citing three officials, reported that the firm will close in June.";
        assert_eq!(parts(text, "en")[0][0], "three officials");
        assert_eq!(read(text, "en").len(), 1);
    }

    #[test]
    fn papers_and_whoever_speaks_himself_are_not_given_away() {
        for (text, who) in [
            ("The firm will close, the Daily Courier reported, citing court documents.", "the Daily Courier"),
            ("The firm will close, Ruiz said, citing two engineers.", "Ruiz"),
        ] {
            assert_eq!(parts(text, "en")[0][0], who, "{text}");
        }
    }
}
