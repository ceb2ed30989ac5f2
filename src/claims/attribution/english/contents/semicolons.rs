//! Clauses behind semicolons, in English: "The crew was cut, the union says; the company denies it." One that names who speaks in
//! it is nobody else's.

use std::collections::HashMap;

use super::bounds::is_main_clause;
use crate::claims::attribution::analysis::{Analysis, state};
use crate::claims::attribution::english::grammar::SOURCE;
use crate::claims::attribution::english::recovered::figures::puts_figure;
use crate::claims::attribution::linking::{Link, Run, cue_words};
use crate::claims::types::Act;
use crate::learn::form::Shape;
use crate::text::pos::{Form, Pos};

/// How far before a semicolon a verb may stand that closes its clause with the source behind it.
const NEAR: usize = 24;
/// How far behind a semicolon the source of its clause begins at most.
const OPENS: usize = 3;

/// Who speaks in a clause, and with which verb.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Report {
    pub source: Run,
    pub verb: usize,
    /// What is said; nothing in "the police say nothing".
    pub content: Option<Run>,
}

/// Ends contents where another clause has a speaker of its own, and adds what that one says.
pub(crate) fn split_semicolons(analysis: &Analysis, links: &mut Vec<Link>) {
    let marks: Vec<usize> =
        (0..analysis.len()).filter(|&i| analysis.words.of(i) == ";" && analysis.quoted[i] == state::OUT).collect();
    if marks.is_empty() {
        return;
    }
    let bounds = |i: usize| {
        let (from, to) = analysis.sentence_at(i);
        let next = marks.partition_point(|&mark| mark < i);
        let before = next.checked_sub(1).map(|at| marks[at] + 1).filter(|&start| start > from);
        (before.unwrap_or(from), marks.get(next).copied().filter(|&mark| mark < to).unwrap_or(to))
    };
    let mut reports: Vec<Option<Report>> = marks
        .iter()
        .map(|&mark| {
            let (_, to) = analysis.sentence_at(mark);
            if mark + 1 < to { leading(analysis, mark + 1, bounds(mark + 1).1) } else { None }
        })
        .collect();
    for link in links.iter_mut() {
        let Some(cue) = link.cue else { continue };
        let (start, end) = bounds(cue.0);
        // Near its end, so that long clauses are not read again for each cue.
        let closes = analysis.words.of(end.min(analysis.len() - 1)) == ";" && end - cue.0 <= NEAR;
        if closes
            && let Some(report) =
                inverted(analysis, start, end).filter(|report| cue.0 <= report.verb && report.verb < cue.1)
        {
            link.source = Some(report.source);
            link.inherited = false;
            let spoken = |run: &Run| run.1 <= cue.0 && analysis.quoted[run.0] != state::OUT;
            if !link.contents.iter().any(spoken) {
                link.contents = report.content.into_iter().collect();
            }
        }
    }
    // "; supporters call it overdue": the tagger has seen who speaks there.
    for link in links.iter() {
        let (Some(source), Some(cue)) = (link.source.filter(|_| !link.inherited), link.cue) else { continue };
        let Some(at) = marks.partition_point(|&mark| mark < source.0).checked_sub(1) else { continue };
        let opens = source.0 <= marks[at] + OPENS && source.1 <= cue.0 && bounds(source.0) == bounds(cue.0);
        if let Some(verb) = (cue.0..cue.1).find(|&i| analysis.tag(i).is_finite()).filter(|_| opens) {
            reports[at] = reports[at].or(Some(Report { source, verb, content: None }));
        }
    }
    let mut cues = cue_words(links);
    // The tense of who spoke before, by sentence: a clause of the same one stands beside it, another may be what is said.
    let mut tenses: HashMap<u32, (Form, Run)> = HashMap::new();
    for link in links.iter_mut() {
        let Some(cue) = link.cue else { continue };
        let Some(verb) = (cue.0..cue.1).find(|&i| analysis.tag(i).is_finite()) else { continue };
        let form = analysis.tag(verb).form;
        tenses.entry(analysis.sentence_of[cue.0]).or_insert((form, cue));
        let (start, end) = bounds(cue.0);
        let first = marks.partition_point(|&mark| mark < end);
        let beside = |mark: usize, report: &Option<Report>| {
            let same = analysis.sentence_of[mark] == analysis.sentence_of[cue.0];
            same && report.is_some_and(|report| analysis.tag(report.verb).form == form)
        };
        let cut = (first..marks.len())
            .take_while(|&at| analysis.sentence_of[marks[at]] == analysis.sentence_of[cue.0])
            .find(|&at| beside(marks[at], &reports[at]));
        let Some(cut) = cut.map(|at| marks[at]) else { continue };
        let last = analysis.sentence_at(cut).1;
        link.contents.retain_mut(|run| {
            let plain = analysis.quoted[run.0] == state::OUT;
            if run.0 < cut {
                run.1 = run.1.min(cut);
            }
            run.0 < cut || run.0 >= last || !plain
        });
        if link.contents.is_empty()
            && let Some(report) = trailing(analysis, start, end)
            && cue.0 <= report.verb
            && report.verb < cue.1
        {
            link.source = Some(report.source);
            link.contents.extend(report.content);
        }
    }
    links.retain(|link| !link.contents.is_empty());
    for report in reports.iter().flatten() {
        let Some((form, cue)) = tenses.get(&analysis.sentence_of[report.verb]).copied() else { continue };
        let fits = cue.0 < report.source.0 && analysis.tag(report.verb).form == form;
        if let Some(content) = report.content.filter(|_| fits && cues.insert(report.verb)) {
            let cue = Some((report.verb, report.verb + 1));
            links.push(Link { source: Some(report.source), cue, contents: vec![content], ..Link::default() });
        }
    }
    links.sort_by_key(Link::start);
    // "The strike was a success, the union claimed; | the firm said it was not.": who closes the clause before.
    let mut more = Vec::new();
    for &mark in &marks {
        let (start, _) = bounds(mark - usize::from(mark > 0));
        let Some(report) = trailing(analysis, start, mark) else { continue };
        let near = links.partition_point(|link| link.start() <= report.verb);
        let around = &links[near.saturating_sub(8)..near];
        let held =
            around.iter().any(|link| link.contents.iter().any(|run| run.0 <= report.verb && report.verb < run.1));
        let plain = analysis.is_plain((start, mark));
        if let Some(content) = report.content.filter(|_| plain && !held && cues.insert(report.verb)) {
            let cue = Some((report.verb, report.verb + 1));
            more.push(Link { source: Some(report.source), cue, contents: vec![content], ..Link::default() });
        }
    }
    links.append(&mut more);
    links.sort_by_key(Link::start);
}

fn names(analysis: &Analysis, source: Run) -> bool {
    analysis.has_noun(source) && analysis.pos[source.0] != Pos::Adp
}

fn reports(analysis: &Analysis, verb: usize) -> bool {
    analysis.is_reporting_verb(verb) && analysis.tag(verb).is_finite() && analysis.quoted[verb] == state::OUT
}

/// "the company denies it": the subject and the verb that open a clause.
pub(crate) fn leading(analysis: &Analysis, from: usize, to: usize) -> Option<Report> {
    let joins = |i: usize| {
        matches!(analysis.words.of(i), "but" | "and" | "while" | "whereas" | "although" | "though" | "yet")
            || analysis.pos[i] == Pos::Adv
    };
    let start = (from..to).find(|&i| !joins(i))?;
    let behind_source = |start: usize| (start..to.min(start + SOURCE)).find(|&i| !analysis.is_of_source(i));
    // "her deputy, Tom Bell, says"
    let mut verb = behind_source(start)?;
    if analysis.is_comma(verb)
        && let Some(close) = behind_source(verb + 1).filter(|&close| analysis.is_comma(close) && close > verb + 1)
    {
        verb = close + 1;
    }
    if verb >= to {
        return None;
    }
    let figure = puts_figure(analysis, verb);
    if !names(analysis, (start, verb)) || !figure && !reports(analysis, verb) {
        return None;
    }
    let content = if figure { behind(analysis, verb, to) } else { stated(analysis, verb, to) };
    // "the rest notes the cost": what names neither a clause nor silence is no speech.
    let silent = analysis.words.of(verb + 1) == "nothing";
    (content.is_some() || silent).then_some(Report { source: (start, verb), verb, content })
}

/// The words behind a verb.
fn behind(analysis: &Analysis, verb: usize, to: usize) -> Option<Run> {
    analysis.last_word((verb + 1, to)).map(|last| (verb + 1, last + 1))
}

/// The words behind a verb, if they are a clause or what is denied.
pub(crate) fn stated(analysis: &Analysis, verb: usize, to: usize) -> Option<Run> {
    behind(analysis, verb, to).filter(|&(from, to)| {
        let denies = analysis.does(verb, Act::Deny);
        // "Finch lied": in so short a clause the tagger may see no verb.
        let bent = to == from + 2 && analysis.form(from).is_capital() && analysis.words.of(from + 1).ends_with("ed");
        // "60 were hurt"
        let counted = analysis.pos[from] == Pos::Num && from + 1 < to && analysis.tag(from + 1).is_finite();
        denies || analysis.words.of(from) == "that" || bent || counted || is_main_clause(analysis, from, to)
    })
}

/// "The crew was cut, said the union on Monday": the verb and the subject that close a clause.
fn inverted(analysis: &Analysis, from: usize, to: usize) -> Option<Report> {
    let comma = (from + 1..to).rev().find(|&i| {
        let closed = analysis.is_comma(i) || analysis.quoted[i] == state::CLOSE;
        closed && reports(analysis, i + 1)
    })?;
    let verb = comma + 1;
    let end = (verb + 1..to)
        .find(|&i| !analysis.is_of_source(i) || analysis.pos[i] == Pos::Adp && analysis.words.of(i) != "of");
    let source = (verb + 1, end.unwrap_or(to));
    let fits = verb + 1 < to && source.0 < source.1 && names(analysis, source) && !analysis.has_finite((verb + 1, to));
    (fits && analysis.has_finite((from, comma))).then_some(Report { source, verb, content: Some((from, comma)) })
}

/// "The crew was cut, the union says": the subject and the verb that close a clause.
pub(crate) fn trailing(analysis: &Analysis, from: usize, to: usize) -> Option<Report> {
    let verb = analysis.last_word((from, to))?;
    let start = analysis.source_start(from, verb)?;
    let comma = start.checked_sub(1).filter(|&comma| comma > from && analysis.form(comma).shape == Shape::Comma)?;
    let states = analysis.has_finite((from, comma));
    let fits = states && names(analysis, (start, verb)) && reports(analysis, verb);
    fits.then_some(Report { source: (start, verb), verb, content: Some((from, comma)) })
}
