//! Clauses that stand beside the main one, in English: "Ruiz, whose firm Bell says is broke, denied it", "no matter what Bell said".
//! Who speaks in them does not speak in the main clause, and who speaks there does not speak in them.

use std::collections::HashMap;

use super::bounds::{FAR, is_main_clause, listed};
use super::semicolons::{leading, stated};
use crate::claims::attribution::analysis::{Analysis, state};
use crate::claims::attribution::english::grammar::SOURCE;
use crate::claims::attribution::english::sources::relinked::reports;
use crate::claims::attribution::linking::{Link, Run, cue_words};
use crate::text::pos::{Form, Pos};

/// The longest relative clause that is looked for, in words.
const CLAUSE: usize = 40;

/// A relative clause, or a participle with what belongs to it, between commas behind the subject of a sentence.
struct Relative {
    head: Run,
    /// From its pronoun or participle to the comma that closes it.
    clause: Run,
    /// The verb of the sentence.
    verb: usize,
    participle: bool,
}

/// Ends what is said within a relative clause where the clause ends, and gives the verb behind it the subject before it.
pub(crate) fn end_at_asides(analysis: &Analysis, links: &mut Vec<Link>) {
    let commas = (2..analysis.len()).filter(|&i| analysis.is_comma(i - 1));
    let opened = commas.filter_map(|i| match analysis.words.of(i) {
        "who" | "whom" | "whose" | "which" | "where" => relative(analysis, i),
        _ => participle(analysis, i),
    });
    let found: Vec<Relative> = opened.collect();
    if found.is_empty() {
        return;
    }
    let mut spoken = vec![false; found.len()];
    let mut moved: HashMap<Run, Run> = HashMap::new();
    for link in links.iter_mut() {
        let Some(cue) = link.cue else { continue };
        let next = found.partition_point(|relative| relative.clause.0 <= cue.0);
        let Some(at) = next.checked_sub(1) else { continue };
        let Relative { head, clause, verb, participle } = found[at];
        if cue.0 < clause.1 {
            if !participle {
                inside(analysis, link, clause);
            }
        } else if cue.0 <= verb && verb < cue.1 {
            spoken[at] = true;
            // "The firm, whose director Ana Pell | resigned, said": a source that ends within the clause is the words before it.
            let wrong = link
                .source
                .is_none_or(|source| clause.0 < source.1 && source.1 <= clause.1 - usize::from(source.0 < clause.0));
            // "An official, speaking on Monday, said | the firm | ignored two letters": what stands behind the verb is said, and does not
            // speak, since nothing before it is a clause.
            let behind = said_behind(analysis, link, cue).filter(|_| participle);
            if (wrong || behind.is_some()) && reports(analysis, verb) {
                moved.extend(link.source.map(|source| (source, head)));
                link.source = Some(head);
                link.inherited = false;
                link.contents = behind.map_or_else(|| std::mem::take(&mut link.contents), |run| vec![run]);
            }
        }
    }
    // "who will lead the board, promised an audit and | said ...": the second verb has the same subject.
    for link in links.iter_mut() {
        let head = link.source.and_then(|source| moved.get(&source)).copied();
        if let (Some(head), Some(cue)) = (head, link.cue)
            && analysis.sentence_of[head.0] == analysis.sentence_of[cue.0]
        {
            link.source = Some(head);
        }
    }
    links.retain(|link| !link.contents.is_empty());
    let cues = cue_words(links);
    for (relative, _) in found.iter().zip(spoken).filter(|(relative, spoken)| !spoken && !cues.contains(&relative.verb))
    {
        let Relative { head, verb, .. } = *relative;
        let (_, to) = analysis.sentence_at(verb);
        if let Some(content) = stated(analysis, verb, to).filter(|_| reports(analysis, verb)) {
            let cue = Some((verb, verb + 1));
            links.push(Link { source: Some(head), cue, contents: vec![content], ..Link::default() });
        }
    }
    links.sort_by_key(Link::start);
}

/// "told them he would take it as an insult, | implicitly putting his name on the line", "claimed that it was smart, | although he
/// refused again": what a clause implies and what stands against it is the writer's comment.
pub(crate) fn before_comment(analysis: &Analysis, cue: Run, (from, to): Run) -> Option<usize> {
    let commas = (from + 1..to.min(from + FAR).saturating_sub(2)).filter(|&i| analysis.is_comma(i));
    let comments = |i: &usize| {
        let led = matches!(analysis.words.of(i + 1), "though" | "although") && is_main_clause(analysis, i + 2, to);
        let gerund = analysis.tag(i + 2).form == Form::Gerund && !listed(analysis, i + 3, to);
        led || (gerund && analysis.pos[i + 1] == Pos::Adv && analysis.words.of(i + 1).ends_with("ly"))
    };
    (from >= cue.1).then_some(commas)?.into_iter().find(comments)
}

/// The words behind a cue, if they were taken for its source and hold a verb.
fn said_behind(analysis: &Analysis, link: &Link, cue: Run) -> Option<Run> {
    let inverted =
        link.source.is_some_and(|source| source.0 >= cue.1) && link.contents.iter().all(|run| run.1 <= cue.0);
    let (_, to) = analysis.sentence_at(cue.0);
    let last = analysis.last_word((cue.1, to)).filter(|_| inverted)?;
    let verb = (cue.1 + 1..=last).any(|i| matches!(analysis.pos[i], Pos::Verb | Pos::Aux));
    verb.then_some((cue.1, last + 1))
}

/// The noun phrase that opens the sentence and ends before the comma at `comma`.
fn subject_before(analysis: &Analysis, from: usize, comma: usize) -> Option<Run> {
    let start = (from..comma).find(|&i| analysis.pos[i] != Pos::Adv && analysis.pos[i] != Pos::Cconj)?;
    let head = (start, comma);
    let subject = head.1 - head.0 <= SOURCE && (head.0..head.1).all(|i| analysis.is_of_source(i));
    (subject && analysis.has_noun(head) && analysis.pos[start] != Pos::Adp).then_some(head)
}

/// The participle at `i` with what belongs to it: "A nurse, speaking in court because she had been called, said ...". The verb of
/// the sentence is the first one right behind a comma; it is of interest only where it reports.
fn participle(analysis: &Analysis, i: usize) -> Option<Relative> {
    let first = i + usize::from(analysis.pos[i] == Pos::Adv);
    let opens = first < analysis.len()
        && analysis.pos[first] == Pos::Verb
        && matches!(analysis.tag(first).form, Form::Gerund | Form::Participle)
        && !reports_behind(analysis, first);
    let (from, to) = if opens { analysis.sentence_at(i) } else { return None };
    let head = subject_before(analysis, from, i - 1)?;
    let small = |i: &usize| matches!(analysis.pos[*i], Pos::Adv | Pos::Aux);
    let behind = |comma: usize| (comma + 1..to).find(|i| !small(i));
    let ends = |&comma: &usize| {
        let next = comma + 1;
        let verb = next < to && (analysis.pos[next] == Pos::Aux || analysis.tag(next).is_finite());
        analysis.is_comma(comma) && (verb || behind(comma).is_some_and(|verb| reports_behind(analysis, verb)))
    };
    let comma = (first + 1..to.min(i + CLAUSE)).find(ends)?;
    let verb = behind(comma).filter(|&verb| reports_behind(analysis, verb))?;
    Some(Relative { head, clause: (i, comma), verb, participle: true })
}

/// Whether a verb reports that can be the one of a sentence.
fn reports_behind(analysis: &Analysis, verb: usize) -> bool {
    reports(analysis, verb) && (analysis.tag(verb).is_finite() || analysis.is_one_of(verb, &["said", "told"]))
}

/// The relative clause whose pronoun stands at `i`.
fn relative(analysis: &Analysis, i: usize) -> Option<Relative> {
    let (from, to) = analysis.sentence_at(i);
    let head = subject_before(analysis, from, i - 1)?;
    let to = to.min(i + CLAUSE);
    let behind = |comma: usize| (comma + 1..to).find(|&i| analysis.pos[i] != Pos::Adv && analysis.pos[i] != Pos::Aux);
    // The tagger takes "resigned" for a participle there.
    let verbal = |&verb: &usize| {
        let tag = analysis.tag(verb);
        analysis.pos[verb] == Pos::Verb && (tag.is_finite() || tag.form == Form::Participle)
    };
    // It takes "quit" for a noun, but "whose" and "where" have a verb.
    let sure = matches!(analysis.words.of(i), "whose" | "where");
    let ends =
        |&comma: &usize| analysis.is_comma(comma) && (sure && comma > i + 2 || analysis.has_finite((i + 1, comma)));
    (i + 2..to).filter(ends).find_map(|comma| {
        let verb = behind(comma).filter(verbal)?;
        Some(Relative { head, clause: (i, comma), verb, participle: false })
    })
}

/// Ends the contents of a link whose cue stands in a relative clause.
fn inside(analysis: &Analysis, link: &mut Link, clause: Run) {
    let (_, to) = analysis.sentence_at(clause.0);
    link.contents.retain_mut(|run| {
        let plain = analysis.quoted[run.1 - 1] == state::OUT;
        if plain && run.0 < clause.1 && run.0 >= clause.0 {
            run.1 = run.1.min(clause.1);
        }
        run.0 < clause.1 || run.0 >= to || !plain
    });
    // "whose firm | Bell says is broke": whose it is does not speak.
    if let Some(source) = &mut link.source
        && let Some(whose) = (source.0..source.1).find(|&i| i == clause.0 && analysis.words.of(i) == "whose")
        && let Some(name) = (whose + 2..source.1)
            .find(|&i| analysis.pos[i - 1] == Pos::Noun && matches!(analysis.pos[i], Pos::Propn | Pos::Pron | Pos::Det))
    {
        source.0 = name;
    }
}

/// "Ruiz insisted it was safe, no matter what Bell said": what somebody may have said is not told, and nothing else is said by him.
pub(crate) fn leave_whatever(analysis: &Analysis, links: &mut Vec<Link>) {
    let mut left = Vec::new();
    links.retain(|link| {
        let Some(cue) = link.cue else { return true };
        let Some(opener) = whatever(analysis, cue.0) else { return true };
        let plain = link.contents.iter().all(|&run| analysis.is_plain(run));
        if plain {
            left.push(opener);
        }
        !plain
    });
    if left.is_empty() {
        return;
    }
    let cues = cue_words(links);
    for opener in left {
        let (from, _) = analysis.sentence_at(opener);
        let Some(report) = leading(analysis, from, opener).filter(|report| !cues.contains(&report.verb)) else {
            continue;
        };
        if let Some(content) = report.content {
            let cue = Some((report.verb, report.verb + 1));
            links.push(Link { source: Some(report.source), cue, contents: vec![content], ..Link::default() });
        }
    }
    links.sort_by_key(Link::start);
}

/// Where the clause "whatever he said" opens that a cue closes: its subject stands right before the cue.
fn whatever(analysis: &Analysis, cue: usize) -> Option<usize> {
    let start = analysis.source_start(analysis.sentence_at(cue).0, cue)?;
    let first = (start..cue)
        .find(|&i| analysis.is_one_of(i, OPENS))
        .or_else(|| start.checked_sub(1).filter(|&before| analysis.is_one_of(before, OPENS)))?;
    let is = |back: usize, words: &[&str]| first >= back && analysis.is_one_of(first - back, words);
    if analysis.is_one_of(first, &["whatever", "whichever", "however"]) {
        return Some(first);
    }
    let matter = is(1, &["matter"]) && is(2, &["no"]);
    let regardless = is(1, &["of"]) && is(2, &["regardless", "irrespective"]);
    let contrary = is(1, &["to"]) && is(2, &["contrary"]);
    match (matter || regardless || contrary, is(1, &["despite", "whatever"])) {
        (true, _) => Some(first - 2),
        (_, true) => Some(first - 1),
        _ => None,
    }
}

/// Words that open what somebody says, whatever it is.
const OPENS: &[&str] = &["what", "whatever", "whichever", "however", "how", "who"];
