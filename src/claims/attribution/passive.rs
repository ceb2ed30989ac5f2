//! What a passive says of its subject: "The bridge is expected to close", "Berg was accused of fraud". Whoever says so,
//! says it of the subject, which is a part of what is said.

use crate::claims::attribution::analysis::{Analysis, state};
use crate::claims::attribution::english::contents::bounds::is_main_clause;
use crate::claims::attribution::english::sources::agents::agent;
use crate::claims::attribution::english::sources::raised::{before_clause, is_raised};
use crate::claims::attribution::english::sources::unseen::is_passive;
use crate::claims::attribution::linking::{Link, Run};
use crate::claims::attribution::pack::Pack;
use crate::claims::attribution::rules::phrases::Frame;
use crate::claims::types::Act;
use crate::text::pos::{Form, Pos};

/// The longest subject that is looked for, in words.
const SUBJECT: usize = 14;

/// Adds the subjects of passive cues to their contents.
pub(crate) fn add_subjects(analysis: &Analysis, links: &mut [Link]) {
    for link in links {
        let Some(cue) = link.cue else { continue };
        if let Some(subject) = behind_with(analysis, link, cue) {
            link.source = None;
            link.inherited = false;
            link.contents.insert(0, subject);
            continue;
        }
        let raised = is_raised(analysis, link);
        if raised {
            link.source = None;
            link.inherited = false;
        }
        if !raised && !is_passive(analysis, cue) {
            continue;
        }
        // What is quoted is said by whoever the quotation is found with.
        let plain = link.contents.iter().all(|run| analysis.is_plain(*run));
        if let Some(agent) = agent(analysis, cue).filter(|_| plain) {
            agent.give(link, cue);
        }
        let behind = link.contents.iter().all(|run| run.0 >= cue.1);
        // "are expected to go on, with both men expected to visit": who speaks behind a passive stands behind "by".
        let led = |source: Run| (source.0.saturating_sub(2)..=source.0).any(|i| analysis.words.of(i) == "by");
        if link.source.is_some_and(|source| source.0 >= cue.1 && !led(source)) {
            link.source = None;
            link.inherited = false;
        }
        let agent = link.source.is_none_or(|source| source.0 >= cue.1);
        let Some(&first) = link.contents.first().filter(|_| behind && agent) else { continue };
        if let Some(end) = impersonal(analysis, cue, first) {
            link.contents = vec![(first.0, end)];
            continue;
        }
        if !says_of_subject(analysis, cue, first) {
            continue;
        }
        if let Some(subject) = subject(analysis, cue) {
            link.contents.insert(0, subject);
        }
    }
}

/// "with both towns expected to join": the passive has lost its auxiliary.
fn behind_with(analysis: &Analysis, link: &Link, cue: Run) -> Option<Run> {
    let source = link.source.filter(|source| source.1 == cue.0 && source.0 > 0)?;
    let participle = analysis.tag(cue.0).form == Form::Participle && cue.1 == cue.0 + 1;
    let first = link.contents.first().filter(|run| run.0 == cue.1)?.0;
    let goes_on = matches!(analysis.words.of(first), "to" | "of" | "as");
    (participle && goes_on && analysis.words.of(source.0 - 1) == "with").then_some(source)
}

/// "It is understood the club | have made a bid": of the clause only its subject was taken; one past its end.
fn impersonal(analysis: &Analysis, cue: Run, (from, to): Run) -> Option<usize> {
    let it = analysis.is_one_of(cue.0 - usize::from(cue.0 > 0), &["it"]);
    let (_, end) = analysis.sentence_at(from);
    let bare = it && from == cue.1 && to <= end && !analysis.has_finite((from, to)) && analysis.is_plain((from, end));
    let last = analysis.last_word((from, end)).filter(|_| bare && is_main_clause(analysis, from, end))?;
    Some(last + 1)
}

/// "It was said that ...", "Berg was asked whether ...": a clause has its own subject, and who is asked is spoken to.
fn says_of_subject(analysis: &Analysis, cue: Run, (from, to): Run) -> bool {
    let clause = matches!(
        analysis.words.of(from),
        "that" | "whether" | "if" | "how" | "why" | "what" | "who" | "where" | "when" | "about"
    );
    // "It is understood | the board will meet"
    if analysis.is_one_of(cue.0 - usize::from(cue.0 > 0), &["it"]) && is_main_clause(analysis, from, to) {
        return false;
    }
    let asked = (cue.0..cue.1).any(|i| matches!(analysis.words.of(i), "asked" | "questioned" | "about"));
    !clause && !asked
}

/// The noun phrase before the verbs that a cue begins with, where nothing but a conjunction or the sentence's end stands before it.
fn subject(analysis: &Analysis, cue: Run) -> Option<Run> {
    let (from, _) = analysis.sentence_at(cue.0);
    let small = |i: usize| matches!(analysis.pos[i], Pos::Aux | Pos::Adv | Pos::Part);
    let end = (from..cue.0).rev().find(|&i| !small(i))? + 1;
    let end = before_clause(analysis, end).unwrap_or(end);
    let relative = |i: usize| matches!(analysis.words.of(i), "who" | "which" | "that" | "what");
    let start = (from..end).rev().take(SUBJECT).take_while(|&i| analysis.is_of_source(i) && !relative(i)).last()?;
    // "About one in nine voters": the tagger takes "about" for either.
    let bound = start > from && analysis.pos[start] == Pos::Num && analysis.pos[start - 1] == Pos::Adv;
    let start = start - usize::from(bound);
    // "At least six people"
    let counted = (start + 1..end.min(start + 4)).any(|i| analysis.pos[i] == Pos::Num)
        && analysis.is_one_of(start, &["at", "up", "around", "about", "over", "under", "between"]);
    let led = matches!(analysis.pos[start], Pos::Adp | Pos::Sconj) && !counted && analysis.pos[start + 1] != Pos::Num;
    let opens = start == from
        || matches!(analysis.pos[start - 1], Pos::Cconj | Pos::Sconj)
        || !analysis.form(start - 1).is_word() && !analysis.is_comma(start - 1)
        || analysis.is_comma(start - 1) && matches!(analysis.pos[from], Pos::Adp | Pos::Sconj | Pos::Adv);
    (opens && !led && analysis.has_noun((start, end))).then_some((start, end))
}

/// Forms of "be" before a participle.
const BE: &[&str] = &[
    "est", "sont", "était", "étaient", "été", "fut", "es", "son", "era", "eran", "fue", "fueron", "sido", "é", "são",
    "foi", "foram", "è", "sono", "erano", "stato", "stata", "stati", "state",
];

/// Whether a cue of French, Spanish, Portuguese or Italian accuses its subject: "est accusé d'avoir menti".
pub(crate) fn is_accused(analysis: &Analysis, code: &str, (from, to): Run) -> bool {
    let (start, _) = analysis.sentence_at(from);
    let accuses = |i: usize| analysis.does(i, Act::Accuse);
    let be = |i: usize| i >= start && analysis.is_one_of(i, BE);
    let led =
        |i: usize| i > start && be(i - 1) || i > start + 1 && be(i - 2) && analysis.lower(i - 1).ends_with("ment");
    match code {
        "fr" | "es" | "pt" | "it" => (from..to).any(|i| accuses(i) && led(i)),
        "nl" => (from..to).any(|i| accuses(i) && dutch_passive(analysis, i).is_some()),
        _ => false,
    }
}

/// "wordt | ervan verdacht": the auxiliary before a Dutch participle, in the same clause.
fn dutch_passive(analysis: &Analysis, participle: usize) -> Option<usize> {
    const BE: &[&str] = &["wordt", "worden", "werd", "werden", "is", "zijn", "was", "waren"];
    let (start, _) = analysis.sentence_at(participle);
    // "verdacht", "beschuldigd", but "beschuldigt", "beschuldigde".
    let ends = ["acht", "gd"].iter().any(|end| analysis.lower(participle).ends_with(end));
    let clause = |i: &usize| analysis.form(*i).is_word() && analysis.quoted[*i] == state::OUT;
    let before = (start..participle).rev().take(ACCUSER).take_while(clause);
    before.filter(|_| ends).find(|&i| analysis.is_one_of(i, BE))
}

/// What leads to whoever accuses in a passive.
const BY: &[&str] =
    &["par", "por", "pelo", "pela", "pelos", "pelas", "da", "dal", "dalla", "dall'", "dai", "dagli", "dalle"];
/// Words of whoever accuses at most.
const ACCUSER: usize = 12;

/// Whoever is accused does not say so, but who stands behind "by", if anybody does.
pub(crate) fn leave_accused(analysis: &Analysis, pack: &Pack, links: &mut [Link]) {
    for link in links {
        let Some(cue) = link.cue.filter(|cue| is_accused(analysis, pack.code, *cue)) else { continue };
        if link.source.is_some_and(|source| source.1 <= cue.0) {
            link.source = None;
            link.inherited = false;
        }
        if pack.code == "nl" {
            link.source = link.source.or_else(|| dutch_accuser(analysis, cue));
            continue;
        }
        let Some((agent, charge)) = accuser(analysis, pack, cue) else { continue };
        if let [content] = link.contents.as_mut_slice()
            && charge < content.1
        {
            content.0 = charge;
            link.source = Some(agent);
            link.inherited = false;
        }
    }
}

/// "wordt door | justitie | ervan verdacht": who accuses, before the participle.
fn dutch_accuser(analysis: &Analysis, cue: Run) -> Option<Run> {
    let auxiliary = (cue.0..cue.1).find_map(|i| dutch_passive(analysis, i))?;
    let by = (auxiliary + 1..cue.0).find(|&i| analysis.is_one_of(i, &["door"]))?;
    let end = (by + 1..cue.0).find(|&i| analysis.is_one_of(i, &["ervan", "hiervan", "daarvan"])).unwrap_or(cue.0);
    (by + 1 < end).then_some((by + 1, end))
}

/// "acusada por | la oposición | de | ocultar el informe": who accuses, and where what they accuse of begins.
fn accuser(analysis: &Analysis, pack: &Pack, cue: Run) -> Option<(Run, usize)> {
    const OF: &[&str] = &["de", "d'", "di", "du", "des"];
    let (_, end) = analysis.sentence_at(cue.0);
    let by =
        (cue.1..end.min(cue.1 + 3)).take_while(|&i| !analysis.is_one_of(i, OF)).find(|&i| analysis.is_one_of(i, BY))?;
    let start = by + 1;
    let plain = |i: &usize| analysis.form(*i).is_word() && analysis.quoted[*i] == state::OUT;
    let stop = start + (start..end.min(start + ACCUSER)).take_while(plain).count();
    let frame = Frame { analysis, pack, from: by, to: end, out: vec![true; end - by] };
    let of = |i: &usize| analysis.is_one_of(*i, OF);
    let infinitive = (start + 1..stop).filter(of).find(|&i| frame.opens_infinitive(i));
    let charge = infinitive.or_else(|| (start + 1..stop).rev().find(of))?;
    Some(((start, charge), charge + 1))
}
