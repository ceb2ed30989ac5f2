//! Passives and small deeds that look like reports and say nothing, in English: "The vote was called off", "were billed and the work is
//! late", "The dog is called Rex", "which was signed in".

use crate::claims::attribution::analysis::Analysis;
use crate::claims::attribution::english::sources::unseen::is_passive;
use crate::claims::attribution::lexicon::Part;
use crate::claims::attribution::linking::{Link, Run};
use crate::claims::speakers::is_calendar;
use crate::text::pos::{Form, Pos};

/// How far behind a verb what somebody is charged with is looked for, in words.
const CLAUSE: usize = 30;

/// The longest name that something is called by, in words.
const NAME: usize = 5;

/// Verbs with the particles behind which they report nothing.
const PARTED: &[(&[&str], &[&str])] = &[
    (&["call", "calls", "called", "calling"], &["off", "up", "in", "back", "away", "down", "together", "forth"]),
    (&["tell", "tells", "told", "telling"], &["apart"]),
    (&["write", "writes", "wrote", "written", "writing", "lay", "lays", "laid"], &["off"]),
    (&["set", "sets", "setting"], &["off", "up", "aside"]),
];

/// Verbs that say what something is called, and report only with that behind them.
const NAMING: &[&str] =
    &["called", "named", "dubbed", "titled", "nicknamed", "billed", "styled", "branded", "labelled", "labeled"];

/// Verbs of what is done with things as well as with words: the things alone are not said.
const DONE: &[&str] =
    &["quoted", "recalled", "posted", "addressed", "opened", "closed", "signalled", "marked", "set", "laid"];

/// Whether an attribution is of such a kind.
pub(crate) fn is_voiceless(analysis: &Analysis, link: &Link) -> bool {
    let Some(cue) = link.cue else { return false };
    if !analysis.is_plain(cue) || !link.contents.iter().all(|&run| analysis.is_plain(run)) {
        return false;
    }
    is_parted(analysis, link, cue)
        || is_joined_deed(analysis, link, cue)
        || is_their_what(analysis, link, cue)
        || is_held(analysis, link, cue)
        || link.source.is_none()
            && (is_passive(analysis, cue)
                && (is_beside(analysis, link, cue)
                    || is_unreported(analysis, cue)
                    || is_name(analysis, link, cue)
                    || is_when(analysis, link, cue))
                || is_done(analysis, link, cue))
}

/// "called | off", "told | apart": a verb that its particle makes another one.
fn is_parted(analysis: &Analysis, link: &Link, cue: Run) -> bool {
    let parted = |i: usize| {
        PARTED.iter().any(|(verbs, particles)| analysis.is_one_of(i, verbs) && analysis.is_one_of(i + 1, particles))
    };
    let verb = (cue.0..cue.1).rev().find(|&i| analysis.lexicon[i].is_some() && analysis.pos[i] == Pos::Verb);
    let clause = |run: &Run| analysis.is_one_of(run.0, &["that", "whether", "how", "why", "what"]);
    verb.is_some_and(parted) && !link.contents.iter().any(clause)
}

/// "screamed | and | clung to boats": the second verb of the subject tells what it did, and not what it said.
fn is_joined_deed(analysis: &Analysis, link: &Link, cue: Run) -> bool {
    let &[(from, to)] = link.contents.as_slice() else { return false };
    let and = analysis.is_one_of(cue.1, &["and", "but"]) && (cue.1..=cue.1 + 1).contains(&from);
    let first = cue.1 + 1;
    if !and || first >= to {
        return false;
    }
    // The tagger takes some pasts for participles or nouns: "clung to".
    let deed = match analysis.pos[first] {
        Pos::Verb => analysis.tag(first).form != Form::Gerund,
        Pos::Noun | Pos::Adj => analysis.pos.get(first + 1) == Some(&Pos::Adp) && !analysis.form(first).is_capital(),
        _ => false,
    };
    let deed = deed && !analysis.is_reporting_verb(first);
    link.source.is_some_and(|source| source.1 <= cue.0) && deed
}

/// "gave different accounts of | what | they agreed": a clause that "what" opens has it for its object, and nothing before it.
fn is_their_what(analysis: &Analysis, link: &Link, cue: Run) -> bool {
    let Some((source, &(_, to))) = link.source.zip(link.contents.last()) else { return false };
    let what = analysis.is_one_of(to - 1, &["what", "whatever"]) && !analysis.form(to - 1).is_capital();
    what && to == source.0 && source.1 <= cue.0 && link.contents.len() == 1
}

/// "were wrongly billed | and the project is late": a second main clause behind a passive is the writer's own.
fn is_beside(analysis: &Analysis, link: &Link, cue: Run) -> bool {
    let Some(last) = link.contents.last().filter(|run| run.0 >= cue.1) else { return false };
    let and = (last.0..last.1).find(|&i| analysis.pos[i] != Pos::Adv);
    let joined = and.is_some_and(|and| {
        analysis.is_one_of(and, &["and", "but"])
            && and == last.0 + usize::from(and > last.0)
            && analysis.has_finite((and + 1, last.1))
    });
    let phrase = |run: &Run| run.1 <= cue.0 && !analysis.has_finite(*run);
    joined && link.contents.split_last().is_some_and(|(_, rest)| rest.iter().all(phrase))
}

/// "was signed in": no word of such a cue reports.
fn is_unreported(analysis: &Analysis, cue: Run) -> bool {
    !(cue.0..cue.1).any(|i| {
        let entry = analysis.lexicon[i];
        entry.is_some_and(|entry| entry.part != Part::Phrase) || entry.is_some() && !is_small(analysis, i)
    })
}

/// "Three men | were charged by | police | on Friday", "euros | meant for | a new ward": what is done with people, and what things are for.
fn is_held(analysis: &Analysis, link: &Link, cue: Run) -> bool {
    const HELD: &[&str] = &["charged", "questioned", "interviewed", "quizzed", "interrogated"];
    const FOR: &[&str] = &["meant", "intended", "reserved", "earmarked"];
    let noun = cue.0.checked_sub(1).is_some_and(|before| analysis.pos[before] == Pos::Noun);
    let meant = noun && analysis.is_one_of(cue.0, FOR);
    let led =
        analysis.is_one_of(cue.1 - 1, &["for"]) || link.contents.iter().any(|run| analysis.is_one_of(run.0, &["for"]));
    if meant && led && cue.1 <= cue.0 + 2 {
        return true;
    }
    let (_, to) = analysis.sentence_at(cue.0);
    let Some(verb) = analysis.passives(cue).next_back().filter(|&verb| analysis.is_one_of(verb, HELD)) else {
        return false;
    };
    let by = analysis.is_one_of(verb + 1, &["by"]);
    // "was charged by police with murder", "was questioned by MPs about the deal"
    let what = |i: usize| analysis.is_one_of(i, &["with", "about", "over", "that", "whether", "of", "why", "how"]);
    by && !(verb + 1..to.min(verb + CLAUSE)).any(what)
}

fn is_small(analysis: &Analysis, i: usize) -> bool {
    matches!(analysis.pos[i], Pos::Adp | Pos::Det | Pos::Part | Pos::Sconj)
}

/// A number, a day or a month.
fn is_time(analysis: &Analysis, i: usize) -> bool {
    analysis.tag(i).pos == Pos::Num || is_calendar("en", analysis.form(i).hash, analysis.words.of(i))
}

/// "which | was announced | in March": when it was, and nothing of what it is.
fn is_when(analysis: &Analysis, link: &Link, cue: Run) -> bool {
    let &[(from, to)] = link.contents.as_slice() else { return false };
    // The preposition may have been left between the two.
    let led = |at: usize| analysis.is_one_of(at, &["in", "on", "at", "by"]);
    let time = from + usize::from(led(from));
    // "was announced | late"
    let how = from == cue.1 && (from..to).all(|i| analysis.pos[i] == Pos::Adv);
    how || from >= cue.1 && to == time + 1 && led(time - 1) && time <= cue.1 + 1 && is_time(analysis, time)
}

/// "is called | Rex": a name, and nobody's judgement.
fn is_name(analysis: &Analysis, link: &Link, cue: Run) -> bool {
    let Some(verb) = analysis.passives(cue).next_back().filter(|&verb| analysis.is_one_of(verb, NAMING)) else {
        return false;
    };
    let Some(&(from, to)) = link.contents.iter().find(|run| run.0 >= cue.1) else { return false };
    let capital = |i: usize| analysis.form(i).is_capital() && analysis.pos[i] == Pos::Propn;
    let first = from + usize::from(analysis.is_one_of(from, &["the"]));
    from == verb + 1 && first < to && to <= first + NAME && (first..to).all(capital)
}

/// "The price | was quoted", "The meeting | was called for Tuesday", "was billed": what is done with a thing, without a clause or what
/// it is called.
fn is_done(analysis: &Analysis, link: &Link, cue: Run) -> bool {
    let Some(verb) = analysis.passives(cue).next_back() else { return false };
    let naming = analysis.is_one_of(verb, NAMING);
    if !naming && !analysis.is_one_of(verb, DONE) {
        return false;
    }
    // "The claim was recalled": words are.
    let words = |run: &Run| (run.0..run.1).any(|i| analysis.pos[i] == Pos::Noun && analysis.lexicon[i].is_some());
    let before = |run: &Run| run.1 <= cue.0 && !analysis.has_finite(*run) && !words(run);
    let dated = |run: &Run| {
        let led = analysis.is_one_of(run.0 - 1, &["for", "on", "in", "at"]) || analysis.pos[run.0] == Pos::Adp;
        led && is_time(analysis, run.0 + usize::from(analysis.pos[run.0] == Pos::Adp))
    };
    let bare = cue.1 <= verb + 2 && !(verb + 1..cue.1).any(|i| analysis.is_one_of(i, &["as", "for"]));
    match link.contents.split_last() {
        Some((last, rest)) if last.0 >= cue.1 => dated(last) && rest.iter().all(before),
        Some(_) => bare && link.contents.iter().all(before),
        None => false,
    }
}

#[cfg(test)]
mod tests {
    use crate::claims::attribution::testing::parts;

    #[test]
    fn a_passive_with_a_judgement_or_a_clause_reports() {
        for text in [
            "The plan was called a disgrace by the union.",
            "The plan was described as reckless by the auditor.",
            "Residents were told the water was safe.",
            "Ruiz was quoted as saying the price was too high.",
            "The decision was announced by the mayor on Monday.",
            "Jon Brask was charged by police with murder.",
            "Jon Brask screamed that the ferry had struck a reef.",
            "The two leaders agreed that the toll would fall.",
        ] {
            assert_eq!(parts(text, "en").len(), 1, "{text} {:?}", parts(text, "en"));
        }
    }

    #[test]
    fn what_is_done_with_a_thing_is_no_report() {
        for text in [
            "The cars were recalled in April.",
            "The twins told apart the two bells.",
            "The storm was named Ciara.",
            "Three men were charged by police on Friday.",
            "Captain Jon Brask was questioned by police on Wednesday.",
            "He was jailed for taking 2 million euros meant for a new ward.",
            "The bill, which was signed in May, is in force.",
            "Terrified passengers screamed and clung to the boats after the ferry struck a reef.",
            "Hours after the two leaders met, their offices are giving different accounts of what they agreed.",
        ] {
            assert!(parts(text, "en").is_empty(), "{text} {:?}", parts(text, "en"));
        }
    }
}
