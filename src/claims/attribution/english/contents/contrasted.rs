//! Clauses inside a content in which another one speaks, in English: "The army said 300 tonnes were lost, but the firm said it was
//! more." What somebody says ends where the next one begins to speak.

use std::collections::HashSet;

use super::semicolons::leading;
use crate::claims::attribution::analysis::{Analysis, state};
use crate::claims::attribution::english::recovered::figures::puts_figure;
use crate::claims::attribution::linking::{Link, cue_words};
use crate::claims::types::Act;
use crate::text::pos::{Form, Pos};

/// How far a second speaker is looked for, in words: a bound on text without stops.
const FAR: usize = 120;

/// How far behind a verb of denial the noun of what is denied may stand, in words.
const ANSWERED: usize = 5;

/// Words that set a clause against the one before it.
const AGAINST: &[&str] = &["but", "while", "whereas", "although", "though", "yet"];

/// Ends contents before a second speaker, and adds what that one says where nothing else has.
pub(crate) fn split_contrasted(analysis: &Analysis, links: &mut Vec<Link>) {
    let mut cues = cue_words(links);
    let mut at = 0;
    while at < links.len() {
        if let Some((end, found)) = contrasted(analysis, &links[at], &cues)
            && let Some(last) = links[at].contents.last_mut()
        {
            last.1 = end;
            let cue = found.cue.unwrap_or((end, end));
            if !(cue.0..cue.1).any(|i| cues.contains(&i)) {
                cues.extend(cue.0..cue.1);
                links.push(found);
            }
        }
        at += 1;
    }
    links.sort_by_key(Link::start);
    go_on(analysis, links);
}

/// "says she hopes to win, but she knows that ...": a pronoun that thinks behind a conjunction means who speaks, and its clause is
/// a part of what is said.
fn go_on(analysis: &Analysis, links: &mut [Link]) {
    for at in 1..links.len() {
        let (before, behind) = links.split_at_mut(at);
        let (Some(outer), Some(inner)) = (before.last_mut(), behind.first_mut()) else { continue };
        let (Some(cue), Some(own), Some(source)) = (outer.cue, inner.cue, inner.source) else { continue };
        let (Some(last), [content]) = (outer.contents.last_mut(), inner.contents.as_slice()) else { continue };
        let thinks = (own.0..own.1).all(|i| analysis.lexicon[i].is_none_or(|entry| entry.act == Act::Believe));
        let pronoun = source.1 == source.0 + 1 && source.1 == own.0 && analysis.pos[source.0] == Pos::Pron;
        let joined = last.1 + 2 == source.0
            && analysis.is_comma(last.1)
            && matches!(analysis.words.of(last.1 + 1), "but" | "and")
            && analysis.has_finite(*last);
        if thinks && pronoun && joined && last.0 >= cue.1 && analysis.has_reporting_verb(cue) && content.0 >= own.1 {
            last.1 = content.1;
            inner.parent = Some(cue);
        }
    }
}

/// Where the last content of a link ends, and what the second speaker says.
fn contrasted(analysis: &Analysis, link: &Link, cues: &HashSet<usize>) -> Option<(usize, Link)> {
    let (cue, &(from, to)) = (link.cue?, link.contents.last()?);
    let verb = (cue.0..cue.1).rev().find(|&i| analysis.is_reporting_verb(i))?;
    let (_, end) = analysis.sentence_at(cue.0);
    if from < cue.1 || from >= end {
        return None;
    }
    let outside = |i: usize| analysis.quoted[i] == state::OUT;
    let to = to.min(end).min(from + FAR);
    for i in (from + 2..to.saturating_sub(3)).filter(|&i| outside(i)) {
        if let Some(found) = answers(analysis, link, i, to) {
            return Some((i, found));
        }
        // Who speaks inside the content may go on to speak there.
        if cues.contains(&i) {
            return None;
        }
        let comma = analysis.is_comma(i);
        let joins = i + usize::from(comma);
        let against = AGAINST.contains(&analysis.words.of(joins));
        if !(against || comma && matches!(analysis.words.of(joins), "and" | "even")) {
            continue;
        }
        let Some(report) = leading(analysis, joins, to) else { continue };
        // "says she hopes to win, but she knows that": a pronoun likely means who speaks, and goes on with what is said.
        let pronoun = report.source.1 == report.source.0 + 1 && analysis.pos[report.source.0] == Pos::Pron;
        if pronoun && !matches!(analysis.words.of(joins), "although" | "though") {
            continue;
        }
        let content =
            report.content.filter(|_| puts_figure(analysis, report.verb) || same_tense(analysis, verb, report.verb))?;
        let contents = vec![content];
        let cue = Some((report.verb, report.verb + 1));
        return Some((i, Link { source: Some(report.source), cue, contents, ..Link::default() }));
    }
    None
}

/// "that the port stays open, rejecting a demand by the union": who speaks answers what another one has said.
fn answers(analysis: &Analysis, link: &Link, comma: usize, to: usize) -> Option<Link> {
    let verb = comma + 1;
    let denies = analysis.does(verb, Act::Deny);
    if !analysis.is_comma(comma) || !denies || !analysis.is_gerund(verb) {
        return None;
    }
    let noun = (verb + 1..to.min(verb + 1 + ANSWERED))
        .find(|&i| analysis.pos[i] == Pos::Noun && analysis.lexicon[i].is_some())?;
    let object = (verb + 1..noun).all(|i| analysis.is_nominal(i));
    object.then(|| Link {
        source: link.source,
        cue: Some((verb, verb + 1)),
        contents: vec![(verb + 1, to)],
        inherited: true,
        ..Link::default()
    })
}

/// Whether two verbs can stand side by side: what is told in the past goes on in the past, and a participle tells nothing.
fn same_tense(analysis: &Analysis, first: usize, second: usize) -> bool {
    let (first, second) = (analysis.tag(first).form, analysis.tag(second).form);
    first == second || first == Form::Participle || first == Form::Gerund || first == Form::Base
}
