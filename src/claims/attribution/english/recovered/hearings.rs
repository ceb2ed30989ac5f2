//! Reports that the tagger of cues passes over, in English: what a court hears ("A court heard that the driver had slept"), what
//! somebody tells a body with a name ("told the BBC it could happen again"), what somebody is accused of, and what is admitted or denied
//! in a verb in -ing.

use std::collections::HashSet;

use crate::claims::attribution::analysis::{Analysis, state};
use crate::claims::attribution::english::contents::bounds::is_main_clause;
use crate::claims::attribution::linking::{Link, Run, cue_words};
use crate::claims::attribution::pack::{Pack, pack};
use crate::claims::speakers::is_somebody;
use crate::text::pos::{Form, Pos};

/// The most words of whom something is told.
const ADDRESSEE: usize = 8;

/// The longest content that is added, in words: a bound on text without stops.
const LONGEST: usize = 80;

/// Verbs whose object in -ing is not said but done.
const PHASES: &[&str] =
    &["began", "begins", "begin", "started", "starts", "continued", "continues", "finished", "resumed"];

/// Adds what courts hear and what is told, where no cue has it.
pub(crate) fn add_heard(analysis: &Analysis, links: &mut Vec<Link>) {
    let Some(pack) = pack("en") else { return };
    let mut cues: Option<HashSet<usize>> = None;
    let mut more = Vec::new();
    for verb in 1..analysis.len() {
        let found = match analysis.words.of(verb) {
            "heard" | "hears" => heard(analysis, pack, verb),
            "told" | "tells" => told(analysis, verb),
            "accused" | "accuses" => accused(analysis, verb),
            "demanded" => demanded(analysis, verb),
            _ => None,
        };
        let Some(found) = found else { continue };
        let cues = cues.get_or_insert_with(|| cue_words(links));
        let within =
            |run: Run| links.iter().any(|link| link.contents.iter().any(|own| own.0 <= run.0 && run.0 < own.1));
        if !cues.contains(&verb) && !found.contents.iter().any(|run| within(*run)) {
            more.push(found);
        }
    }
    if !more.is_empty() {
        links.append(&mut more);
        links.sort_by_key(Link::start);
    }
}

/// "A court heard | that the driver had slept for two hours"
fn heard(analysis: &Analysis, pack: &Pack, verb: usize) -> Option<Link> {
    let source = subject(analysis, verb)?;
    let content = clause(analysis, verb + 1)?;
    let court = analysis.is_one_of(source.1 - 1, &pack.listeners);
    court.then(|| Link {
        source: Some(source),
        cue: Some((source.1, verb + 1)),
        contents: vec![content],
        ..Link::default()
    })
}

/// "Hoff told the BBC | it could happen again"
fn told(analysis: &Analysis, verb: usize) -> Option<Link> {
    let source = subject(analysis, verb)?;
    let (_, to) = analysis.sentence_at(verb);
    let nominal = |&i: &usize| matches!(analysis.pos[i], Pos::Det | Pos::Adj | Pos::Noun | Pos::Propn | Pos::Num);
    let end = verb + 1 + (verb + 1..to.min(verb + 1 + ADDRESSEE)).take_while(nominal).count();
    let whom = (verb + 1, end);
    // Who is told ends where a subject begins that goes with no noun before it.
    let opens = analysis.is_one_of(end, &["that"]) || analysis.pos.get(end) == Some(&Pos::Pron);
    let content = clause(analysis, end).filter(|_| opens && analysis.has_noun(whom))?;
    Some(Link { source: Some(source), cue: Some((source.1, verb + 1)), contents: vec![content], ..Link::default() })
}

/// "Police accused two guards of stealing 3 million euros"
fn accused(analysis: &Analysis, verb: usize) -> Option<Link> {
    let (_, to) = analysis.sentence_at(verb);
    let whom =
        |i: &usize| matches!(analysis.pos[*i], Pos::Det | Pos::Adj | Pos::Noun | Pos::Propn | Pos::Num | Pos::Pron);
    let of = verb + 1 + (verb + 1..to.min(verb + 1 + ADDRESSEE)).take_while(whom).count();
    let accuses = of > verb + 1 && analysis.is_one_of(of, &["of"]);
    deed(analysis, verb).filter(|link| accuses && link.contents.iter().all(|run| of + 1 < run.1))
}

/// "Reyes demanded a strike on 10 June"
fn demanded(analysis: &Analysis, verb: usize) -> Option<Link> {
    // "The situation demanded a quick answer": somebody has a name, or a word says that it is one.
    let body =
        |i: usize| analysis.form(i).is_capital() || is_somebody("en", analysis.form(i).hash, analysis.words.of(i));
    let somebody = |link: &Link| link.source.is_some_and(|source| body(source.1 - 1));
    deed(analysis, verb).filter(|link| analysis.pos.get(verb + 1) == Some(&Pos::Det) && somebody(link))
}

/// What stands behind a verb with its subject, up to a mark.
fn deed(analysis: &Analysis, verb: usize) -> Option<Link> {
    let source = subject(analysis, verb).filter(|_| analysis.tag(verb).is_finite())?;
    let (_, to) = analysis.sentence_at(verb);
    let end = (verb + 1..to.min(verb + LONGEST)).find(|&i| !analysis.form(i).is_word() && !is_inner(analysis, i))?;
    let content = (verb + 1, end);
    (end > verb + 2 && analysis.is_plain((verb, end))).then(|| Link {
        source: Some(source),
        cue: Some((source.1, verb + 1)),
        contents: vec![content],
        ..Link::default()
    })
}

/// Whether a mark stands within a phrase: a hyphen, the sign of a number.
fn is_inner(analysis: &Analysis, i: usize) -> bool {
    analysis.words.of(i) == "-" || matches!(analysis.pos[i], Pos::Num | Pos::Sym)
}

/// The noun phrase that opens a sentence, or what a mark or a conjunction joins to it, before the verb at `verb`.
fn subject(analysis: &Analysis, verb: usize) -> Option<Run> {
    let (from, _) = analysis.sentence_at(verb);
    let small = |i: &usize| analysis.pos[*i] == Pos::Adv || analysis.is_one_of(*i, &["has", "have", "had"]);
    let edge = (from..verb).rev().take_while(small).last().unwrap_or(verb);
    let start = analysis.source_start(from, edge)?;
    let opens = start == from
        || analysis.quoted[start - 1] == state::OUT && !analysis.form(start - 1).is_word()
        || analysis.is_one_of(start - 1, &["and", "but", "as", "while", "when", "after", "before", "because"]);
    let led = analysis.pos[start] == Pos::Adp || analysis.is_one_of(start, &["who", "which", "that", "what"]);
    // "An inquest": the tagger takes the noun for an adjective.
    let headed = analysis.has_noun((start, edge)) || analysis.pos[start] == Pos::Det && start + 1 < edge;
    let own = analysis.quoted[verb] == state::OUT && headed;
    (opens && !led && own).then_some((start, edge))
}

/// The clause that begins at a word, up to the end of its sentence.
fn clause(analysis: &Analysis, first: usize) -> Option<Run> {
    let (_, to) = analysis.sentence_at(first.min(analysis.len().saturating_sub(1)));
    let end = analysis.last_word((first.min(to), to.min(first + LONGEST)))? + 1;
    let that = analysis.is_one_of(first, &["that"]);
    let stated = that && analysis.has_finite((first + 1, end)) || is_main_clause(analysis, first, end);
    (stated && first + 2 < end && analysis.is_plain((first, end))).then_some((first, end))
}

/// "admitted failing to report | the leak": the verb in -ing begins what is admitted.
pub(crate) fn begin_with_gerunds(analysis: &Analysis, links: &mut [Link]) {
    for link in links {
        let (Some(cue), [content]) = (link.cue, link.contents.as_mut_slice()) else { continue };
        let Some(verb) = (cue.0..cue.1).find(|&i| analysis.is_reporting_verb(i)) else { continue };
        let own = verb + 1 < cue.1 && content.0 == cue.1 && analysis.tag(verb).is_finite();
        let done = || analysis.is_gerund(verb + 1) && !analysis.candidate[verb + 1];
        if own && done() && !analysis.is_one_of(verb, PHASES) && analysis.tag(verb).form != Form::Base {
            (link.cue, content.0) = (Some((cue.0, verb + 1)), verb + 1);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::claims::attribution::testing::{expect_one as expect, parts};

    #[test]
    fn a_court_hears_what_is_said_there() {
        let text = "A court heard that the guard had slept for two hours.";
        expect(text, ["A court", "heard", "that the guard had slept for two hours"]);
        let text = "An inquest heard the girl had been seen twice by nurses.";
        expect(text, ["An inquest", "heard", "the girl had been seen twice by nurses"]);
        assert!(parts("Neighbours heard a loud bang in the night.", "en").is_empty());
        assert!(parts("The court heard the case in May.", "en").is_empty());
    }

    #[test]
    fn whom_it_is_told_may_have_a_name() {
        expect("Hoff told the BBC it could happen again.", ["Hoff", "told", "it could happen again"]);
    }

    #[test]
    fn who_is_accused_and_what_is_demanded() {
        let text = "Police accused two guards of stealing 3 million euros.";
        expect(text, ["Police", "accused", "two guards of stealing 3 million euros"]);
        let text = "The union demanded a strike on 10 June, two days after the vote.";
        expect(text, ["The union", "demanded", "a strike on 10 June"]);
        assert!(parts("Two guards were accused of theft in May.", "en").iter().all(|found| found[0] != "Two guards"));
    }

    #[test]
    fn a_deed_in_ing_is_what_is_admitted() {
        let text = "Kessel admitted failing to report the leak.";
        expect(text, ["Kessel", "admitted", "failing to report the leak"]);
    }
}
