//! Subject, predicate and object of the main clause, from the tags of an English clause.

use super::openings::{Opening, opening};
use super::verbs::{
    OPENS_SUBJECT, Voice, after_prefix, is_be, is_nominative, main_verb, named_verb, unsure_verb, verb_group, voice,
};
use super::words::Words;
use crate::claims::speakers::is_somebody;
use crate::learn::form::fold_hash;
use crate::text::pos::{Form, Pos, Tag};

/// What opens a noun phrase behind another one.
const POSSESSIVES: &[&str] = &["his", "her", "its", "their", "our", "my", "your"];

/// Verbs behind which "if" asks and sets no condition.
const ASKS: &[&str] = &[
    "ask",
    "asks",
    "asked",
    "asking",
    "question",
    "questioned",
    "wonder",
    "wonders",
    "wondered",
    "know",
    "knew",
    "see",
];

/// Positions within a clause's tokens.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Roles {
    /// Subject: from, to.
    pub subject: Option<(usize, usize)>,
    /// Verb group.
    pub predicate: Option<(usize, usize)>,
    /// Object or complement.
    pub object: Option<(usize, usize)>,
}

impl Roles {
    /// The same of a clause that begins `by` tokens earlier.
    pub fn behind(self, by: usize) -> Self {
        let moved = |run: Option<(usize, usize)>| run.map(|(from, to)| (from + by, to + by));
        Self { subject: moved(self.subject), predicate: moved(self.predicate), object: moved(self.object) }
    }
}

/// The tokens of a clause's subject.
pub(crate) fn subject(words: &Words, clause: &[usize]) -> Option<Vec<usize>> {
    let (from, to) = find_roles(words, clause).subject?;
    clause.get(from..to).map(<[usize]>::to_vec)
}

/// The roles of the main clause; without a finite verb, of an infinitive or a verb in -ing at its beginning: "to aid NATO troops".
pub(crate) fn find_roles(words: &Words, clause: &[usize]) -> Roles {
    let start = after_prefix(words, clause);
    // "to shut down the port unless wages rose": the finite verb is that of another clause.
    let led = infinitive(words, clause, 0);
    if led.predicate.is_some() && clause.first().is_some_and(|id| words.is(*id, &["to"])) {
        return led;
    }
    let known = main_verb(words, clause, start);
    let known = named_verb(words, clause, start, known).or(known);
    let Some(verb) = known.or_else(|| unsure_verb(words, clause, start)) else {
        return infinitive(words, clause, start);
    };
    let end = verb_group(words, clause, verb);
    if words.is_contracted(clause[verb]) {
        // One token is subject and verb: "it's".
        let there = words.word(clause[verb]).starts_with("there");
        return Roles {
            subject: (!there).then_some((verb, verb + 1)),
            predicate: Some((verb, end)),
            object: object(words, clause, (verb, end)),
        };
    }
    let subject = noun_phrase(words, clause, start, verb);
    if subject.0 < subject.1 {
        let there = words.is(clause[subject.1 - 1], &["there"]);
        let behind = object(words, clause, (verb, end));
        // "what | you think"
        let fronted =
            (subject.0 > start && words.is(clause[start], &["what", "whatever"])).then_some((start, start + 1));
        return Roles {
            subject: (!there).then_some(subject),
            predicate: Some((verb, end)),
            object: behind.or(fronted),
        };
    }
    // "Among the dead were | two children", "Here are | two examples"
    let fronted = start < verb || clause[..start].iter().any(|id| words.is(*id, &["here"]));
    if fronted && is_be(words, clause[verb]) && end == verb + 1 {
        return Roles { subject: object(words, clause, (verb, end)), predicate: Some((verb, end)), object: None };
    }
    inverted(words, clause, (verb, end))
}

/// A question puts the subject behind the verb: "can Russia attack", "is it possible".
fn inverted(words: &Words, clause: &[usize], (verb, end): (usize, usize)) -> Roles {
    let nominal = |at: &usize| {
        matches!(words.pos(clause[*at]), Pos::Det | Pos::Adj | Pos::Noun | Pos::Propn | Pos::Pron)
            && (*at == verb + 1 || words.pos(clause[*at]) != Pos::Pron)
    };
    let behind = (verb + 1..clause.len())
        .take_while(nominal)
        .last()
        .filter(|_| words.pos(clause[verb]) == Pos::Aux && end == verb + 1);
    match behind {
        Some(last) if clause.get(last + 1).is_some_and(|id| words.is_verb(*id)) => {
            let end = verb_group(words, clause, last + 1);
            Roles {
                subject: Some((verb + 1, last + 1)),
                predicate: Some((last + 1, end)),
                object: object(words, clause, (last + 1, end)),
            }
        }
        _ if clause.get(verb + 1).is_some_and(|id| words.pos(*id) == Pos::Pron) && behind.is_some() => Roles {
            subject: Some((verb + 1, verb + 2)),
            predicate: Some((verb, end)),
            object: object(words, clause, (verb, verb + 2)),
        },
        _ => Roles { subject: None, predicate: Some((verb, end)), object: object(words, clause, (verb, end)) },
    }
}

/// "to aid NATO troops", "not to expand", "failing to act".
fn infinitive(words: &Words, clause: &[usize], start: usize) -> Roles {
    // "failing to report the leak"
    let whole = clause[..start.min(clause.len())].iter().all(|id| words.is_mark(*id));
    let gerund = |id: &usize| words.tag(*id) == Tag { pos: Pos::Verb, form: Form::Gerund };
    if whole && clause.get(start).is_some_and(gerund) {
        let end = verb_group(words, clause, start);
        return Roles { subject: None, predicate: Some((start, end)), object: object(words, clause, (start, end)) };
    }
    let from = start + usize::from(clause.get(start).is_some_and(|id| words.is(*id, &["not", "never"])));
    let to = clause.get(from).is_some_and(|id| words.is(*id, &["to"]));
    if !to || !clause.get(from + 1).is_some_and(|id| words.is_verb(*id)) {
        return demanded(words, clause, start);
    }
    let end = verb_group(words, clause, from + 1);
    Roles { subject: None, predicate: Some((start, end)), object: object(words, clause, (from + 1, end)) }
}

/// "the Taliban to respect the amnesty", "Minister to resign": somebody who is to do something, without a finite verb.
fn demanded(words: &Words, clause: &[usize], start: usize) -> Roles {
    let phrase = |at: &usize| {
        matches!(words.pos(clause[*at]), Pos::Det | Pos::Adj | Pos::Noun | Pos::Propn | Pos::Pron | Pos::Num)
            || words.is(clause[*at], &["of", "'s"])
    };
    // "At least six people to go"
    let number = (start..clause.len().min(start + 3)).find(|&at| words.pos(clause[at]) == Pos::Num);
    let first = number.filter(|_| words.bounds(clause, start)).unwrap_or(start);
    let to = first + (first..clause.len()).take_while(phrase).count();
    let not = to + usize::from(clause.get(to).is_some_and(|id| words.is(*id, &["not"])));
    let leads = clause.get(not).is_some_and(|id| words.is(*id, &["to"]) && words.pos(*id) == Pos::Part)
        && clause.get(not + 1).is_some_and(|id| words.is_verb(*id));
    // "a plan to close schools" is no deed of the plan's.
    let somebody = to > start
        && clause.get(to - 1).is_some_and(|id| match words.pos(*id) {
            Pos::Propn | Pos::Pron => true,
            Pos::Noun => is_somebody("en", fold_hash(words.word(*id)), words.word(*id)),
            _ => false,
        });
    if !leads || !somebody {
        return Roles::default();
    }
    let end = verb_group(words, clause, not + 1);
    Roles { subject: Some((start, to)), predicate: Some((to, end)), object: object(words, clause, (not + 1, end)) }
}

/// The subject between `start` and the verb: the noun phrase there, adverbs at its ends left out.
fn noun_phrase(words: &Words, clause: &[usize], start: usize, verb: usize) -> (usize, usize) {
    let (mut from, mut to) = (start, verb);
    while from < to && words.is_mark(clause[from]) && !words.is_quote(clause[from]) {
        from += 1;
    }
    while to > from
        && (words.pos(clause[to - 1]) == Pos::Adv && !words.is(clause[to - 1], &["there"])
            || words.is_mark(clause[to - 1]) && !closes_bracket(words, &clause[from..to]))
    {
        to -= 1;
    }
    // "political forces | on Tuesday | condemned", "they | all | need"
    let day = to >= from + 3
        && words.is(clause[to - 2], &["on"])
        && words.pos(clause[to - 1]) == Pos::Propn
        && words.word(clause[to - 1]).ends_with("day");
    let floats =
        to >= from + 2 && words.is(clause[to - 1], &["all", "both", "each"]) && is_nominative(words, clause[to - 2]);
    to -= if day { 2 } else { usize::from(floats) };
    // A quotation mark that opens within the subject and closes in it stays; one that opens behind it does not.
    let quotes = clause[from..to].iter().filter(|id| words.is_quote(**id)).count();
    if quotes % 2 == 1 && from > 0 && words.is_quote(clause[from - 1]) {
        from -= 1;
    } else if quotes % 2 == 1 && to < verb && words.is_quote(clause[to]) {
        to += 1;
    } else if quotes == 1 && words.is_quote(clause[from]) {
        from += 1;
    }
    // The tagger knows few names that are a word of their own: "The West".
    let small = |id: usize| matches!(words.pos(id), Pos::Adp | Pos::Sconj | Pos::Det | Pos::Adv | Pos::Pron);
    let name = to <= from + 3 && clause[from..to].iter().any(|id| words.is_capital(*id) && !small(*id));
    // "the main cable | had", "the poor | have": behind an article the last word is the noun, whatever the tagger takes it for.
    let headed = to > from + 1 && words.pos(clause[from]) == Pos::Det && words.pos(clause[to - 1]) == Pos::Adj;
    let nominal = |id: &usize| words.is_nominal(*id) || words.pos(*id) == Pos::Verb;
    if !name && !headed && !clause[from..to].iter().any(nominal) {
        return (from, from);
    }
    let last = clause[to - 1];
    let alone = words.is(last, &["i", "we", "he", "she", "they", "it", "there"]);
    // "my wife and I", but "for three hours and they"
    let short = to - from <= 4 && !words.is(last, &["they", "it", "there"]);
    let conjoined = to - from > 1 && short && words.pos(clause[to - 2]) == Pos::Cconj;
    if alone && !conjoined {
        // "made clear we will": what stands before a pronoun of the nominative belongs to another clause.
        return (to - 1, to);
    }
    // "what | the firm wants", "whether | any of them will work"
    let opens = |id: usize| words.is_nominal(id) || matches!(words.pos(id), Pos::Det | Pos::Adj);
    let finite = clause[from..to].iter().any(|id| words.is_finite(*id));
    if words.is(clause[from], OPENS_SUBJECT) && to > from + 1 && opens(clause[from + 1]) && !finite {
        return (from + 1, to);
    }
    let own = if finite { from } else { last_phrase(words, clause, from, to) };
    let adverbial = words.pos(clause[own]) == Pos::Adp && !words.bounds(clause, own);
    if adverbial { (own, own) } else { (own, to) }
}

/// "the Motor Safety Administration (MSA)": whether these tokens end with brackets that open in them.
fn closes_bracket(words: &Words, ids: &[usize]) -> bool {
    let closed = ids.last().is_some_and(|last| words.is(*last, &[")", "]"]));
    closed && ids.iter().any(|id| words.is(*id, &["(", "["]))
}

/// Where the last of several noun phrases begins that nothing joins: "In the north | the road", "This time | the crew", "On Monday |
/// police". What stands before it says when or where.
fn last_phrase(words: &Words, clause: &[usize], from: usize, to: usize) -> usize {
    let led = words.pos(clause[from]) == Pos::Adp && !words.bounds(clause, from);
    let when = words.is(clause[from], &["this", "last", "next", "every", "each", "one"]);
    if !led && !when || clause[from..to].iter().any(|id| words.is_mark(*id)) {
        return from;
    }
    let begins = |at: &usize| {
        let (id, before) = (clause[*at], clause[*at - 1]);
        let noun = matches!(words.pos(before), Pos::Noun | Pos::Propn | Pos::Num);
        let article = words.pos(id) == Pos::Det && !words.is(id, &["all", "both", "each"]) || words.is(id, POSSESSIVES);
        let year = words.pos(before) == Pos::Num && words.word(before).len() == 4;
        let name = words.pos(before) == Pos::Propn || year;
        let bare = led && name && words.tag(id).pos == Pos::Noun && words.tag(id).form == Form::Plural;
        // "At the weekend | 12 people", but "On April 3"
        let day = words.pos(before) == Pos::Noun || words.word(before).ends_with("day");
        let counted = led && day && words.pos(id) == Pos::Num && *at + 1 < to;
        noun && (article || bare || counted)
    };
    (from + 1..to).rev().find(begins).unwrap_or(from)
}

/// The object or complement behind the verb group, up to the next comma or adverbial clause.
fn object(words: &Words, clause: &[usize], group: (usize, usize)) -> Option<(usize, usize)> {
    let (from, voice) = (group.1, voice(words, clause, group));
    let clausal = |id: usize| words.is(id, &["that", "whether", "how", "what", "why", "where", "who"]);
    let opens = |id: usize| clausal(id) || words.pack.subordinator.has(words.word(id));
    let adverb = |at: usize| {
        clause
            .get(at)
            .is_some_and(|id| words.pos(*id) == Pos::Adv && !words.is(*id, &["as", "more", "less"]) && !opens(*id))
            && !words.bounds(clause, at)
    };
    let mut start = (from..clause.len()).find(|&at| !adverb(at)).unwrap_or(clause.len());
    let pos = clause.get(start).map_or(Pos::Punct, |id| words.pos(*id));
    // "too low"; "is away", "is now in talks"
    let degree = match voice {
        Voice::Copula => matches!(pos, Pos::Adj | Pos::Adp | Pos::Punct),
        _ => pos == Pos::Adj,
    };
    start -= usize::from(start > from && degree);
    let first = *clause.get(start)?;
    // "asked | if it rains", but "closes | if it rains"
    let asks = || start == from && words.is(first, &["if"]) && words.is(clause[from - 1], ASKS);
    let none = match words.pos(first) {
        Pos::Adp => voice != Voice::Copula && !words.bounds(clause, start),
        Pos::Cconj => true,
        // "looks | like rain", "hesitates | from going"; "cells may grow up | that look to him"
        Pos::Sconj => !clausal(first) && !asks() && voice != Voice::Copula,
        Pos::Pron => {
            words.pack.relative.has(words.word(first)) && clause.get(start + 1).is_some_and(|id| words.is_finite(*id))
        }
        Pos::Part => words.is(first, &["to"]) && voice != Voice::Copula,
        _ => false,
    };
    // "closes | when it rains", but "is | where it rains"
    let manner = words.is(first, &["as"]) && words.pos(first) == Pos::Adv;
    let dependent = opens(first) && !(clausal(first) || asks() || manner);
    let told = clausal(first) && (voice == Voice::Passive && words.pos(first) == Pos::Sconj);
    if none || dependent && voice != Voice::Copula || told && !words.is(first, &["that"]) {
        return None;
    }
    if words.is(first, &["that"]) && words.pos(first) == Pos::Sconj {
        start += 1;
    }
    let mut end = (start..clause.len()).find(|&at| ends(words, clause, start, at)).unwrap_or(clause.len());
    while end > start
        && words.is_mark(clause[end - 1])
        && !words.is_quote(clause[end - 1])
        && !words.is(clause[end - 1], &[")", "%"])
    {
        end -= 1;
    }
    // "did not recall | ” meeting Berg", "“regretted | the error | ”": a mark alone is no part of it.
    if clause[start..end].iter().filter(|id| words.is_quote(**id)).count() == 1 {
        start += usize::from(words.is_quote(clause[start]));
        let closes = end > start && words.is_quote(clause[end - 1]);
        end -= usize::from(closes);
        end -= usize::from(closes && end > start && words.is(clause[end - 1], &[".", ",", "!"]));
    }
    (start < end).then_some((start, end))
}

/// Whether an object ends before a token: a mark, a clause that says when or why, another verb of the same subject.
fn ends(words: &Words, clause: &[usize], start: usize, at: usize) -> bool {
    let id = clause[at];
    let before = clause.get(start..at).unwrap_or_default();
    if words.is_mark(id) && words.is(id, &[",", ";", "–", "—", ":", "--"]) {
        // "“Dune: Part Two”"; "a thick, wrapped neckline"
        let quoted = before.iter().filter(|id| words.is_quote(**id)).count() % 2 == 1;
        let described = before.iter().any(|id| words.pos(*id) == Pos::Det)
            && before.last().is_some_and(|last| matches!(words.pos(*last), Pos::Adj | Pos::Adv))
            && !before.iter().any(|id| words.is_nominal(*id));
        return !quoted && !described;
    }
    if at == start {
        return false;
    }
    let adverbial = words.pack.subordinator.has(words.word(id))
        && (words.pos(id) == Pos::Sconj || words.is(id, &["when", "if", "because", "unless"]))
        && !words.is(id, &["as", "whether"]);
    // "as it crossed the bay", but "as a danger"
    let clausal = || words.is(id, &["as"]) && opening(words, clause, at + 1) == Some(Opening::Own);
    let joined = || {
        let verb = (at + 1..clause.len()).find(|&at| words.pos(clause[at]) != Pos::Adv);
        words.pos(id) == Pos::Cconj
            && verb.is_some_and(|verb| {
                let tag = words.tag(clause[verb]);
                let bent = tag.form == Form::Gerund || tag.form == Form::Participle;
                words.is_finite(clause[verb]) && words.pos(clause[verb]) != Pos::Pron || tag.pos == Pos::Verb && !bent
            })
    };
    adverbial || clausal() || joined()
}
