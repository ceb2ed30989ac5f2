//! Subject, predicate and object of the main clause, from the tags of an English clause.

use super::words::Words;
use crate::text::pos::{Form, Pos, Tag};

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

/// The tokens of a clause's subject.
pub(crate) fn subject(words: &Words, clause: &[usize]) -> Option<Vec<usize>> {
    let (from, to) = find_roles(words, clause).subject?;
    clause.get(from..to).map(<[usize]>::to_vec)
}

/// The roles of the main clause. Nothing is found where there is no finite verb.
pub(crate) fn find_roles(words: &Words, clause: &[usize]) -> Roles {
    let start = after_prefix(words, clause);
    let Some(verb) = main_verb(words, clause, start) else { return Roles::default() };
    let contracted = words.is_contracted(clause[verb]);
    let subject = if contracted { (verb, verb + 1) } else { noun_phrase(words, clause, start, verb) };
    let group_end = verb_group(words, clause, verb);
    let there = words.word(clause[subject.0.min(clause.len() - 1)]).starts_with("there");
    let subject = (subject.0 < subject.1 && !(there && subject.1 == subject.0 + 1)).then_some(subject);
    // A question puts the subject behind the verb.
    let (subject, predicate) = match subject {
        None if !there && words.pos(clause[verb]) == Pos::Aux && group_end == verb + 1 => inverted(words, clause, verb),
        _ => (subject, (verb, group_end)),
    };
    Roles { subject, predicate: Some(predicate), object: object(words, clause, predicate.1) }
}

/// "can Russia attack?": subject and verb behind the auxiliary.
fn inverted(words: &Words, clause: &[usize], verb: usize) -> (Option<(usize, usize)>, (usize, usize)) {
    let end = (verb + 1..clause.len())
        .take_while(|&i| matches!(words.pos(clause[i]), Pos::Det | Pos::Adj | Pos::Noun | Pos::Propn | Pos::Pron))
        .last();
    match end {
        Some(end) if words.is_verb(*clause.get(end + 1).unwrap_or(&usize::MAX)) => {
            (Some((verb + 1, end + 1)), (end + 1, verb_group(words, clause, end + 1)))
        }
        _ => (None, (verb, verb + 1)),
    }
}

/// Where the main clause begins: behind "If ..., ", "In Moscow, ", "However, ".
fn after_prefix(words: &Words, clause: &[usize]) -> usize {
    let mut start = 0;
    loop {
        while clause.get(start).is_some_and(|id| words.is_mark(*id) || matches!(words.pos(*id), Pos::Cconj | Pos::Intj))
        {
            start += 1;
        }
        let Some(&first) = clause.get(start) else { return start };
        let opens = matches!(words.pos(first), Pos::Adp | Pos::Sconj | Pos::Adv)
            || words.pack.subordinator.has(words.word(first))
            || matches!(words.tag(first), Tag { pos: Pos::Verb, form: Form::Gerund | Form::Participle | Form::Base })
            || words.is(first, &["to"]);
        let time = words.is(first, &["last", "this", "next", "earlier", "late", "early"]);
        if !opens && !time {
            return start;
        }
        let subordinate = words.pack.subordinator.has(words.word(first)) || words.pos(first) == Pos::Sconj;
        // The comma that ends it: behind which a subject stands with its verb.
        let comma = (start + 1..clause.len().min(start + 40)).find(|&i| {
            words.is(clause[i], &[",", "–", "—"])
                && (!subordinate || has_verb(words, &clause[start..i]))
                && has_verb(words, &clause[i + 1..])
        });
        match comma {
            Some(comma) => start = comma + 1,
            None if words.pos(first) == Pos::Adv && !subordinate => start += 1,
            None if words.is(first, &["that"]) => start += 1,
            None => return start,
        }
    }
}

fn has_verb(words: &Words, ids: &[usize]) -> bool {
    ids.iter().take(40).any(|id| words.is_finite(*id))
}

/// The first finite verb that no relative clause before it has taken.
fn main_verb(words: &Words, clause: &[usize], start: usize) -> Option<usize> {
    let mut taken = 0;
    let mut at = start;
    let mut fallback = None;
    while at < clause.len() {
        let id = clause[at];
        let relative = at > start
            && words.pack.relative.has(words.word(id))
            && matches!(words.pos(id), Pos::Pron | Pos::Det | Pos::Sconj)
            && !words.is_contracted(id)
            && clause.get(at + 1).is_some_and(|next| !words.is(*next, &[","]));
        if relative && (words.pos(id) != Pos::Sconj || matches!(words.pos(clause[at - 1]), Pos::Noun | Pos::Propn)) {
            taken += 1;
        } else if words.is_finite(id) {
            if taken == 0 {
                return Some(at);
            }
            taken -= 1;
            fallback = fallback.or(Some(at));
            at = verb_group(words, clause, at).max(at + 1);
            continue;
        }
        at += 1;
    }
    fallback
}

/// The subject between `start` and the verb: the noun phrase there, adverbs at its ends left out.
fn noun_phrase(words: &Words, clause: &[usize], start: usize, verb: usize) -> (usize, usize) {
    let (mut from, mut to) = (start, verb);
    while from < to && (words.pos(clause[from]) == Pos::Adv || words.is(clause[from], &[",", "–", "—"])) {
        from += 1;
    }
    while to > from
        && (words.pos(clause[to - 1]) == Pos::Adv || words.is_mark(clause[to - 1]) && !words.is_quote(clause[to - 1]))
    {
        to -= 1;
    }
    if !clause[from..to].iter().any(|id| words.is_nominal(*id)) {
        return (from, from);
    }
    (from, to)
}

/// One past the verb group: auxiliaries, adverbs between them, negation, the verb, and a verb it governs ("want to talk").
fn verb_group(words: &Words, clause: &[usize], verb: usize) -> usize {
    let mut end = verb + 1;
    let mut main = words.pos(clause[verb]) == Pos::Verb;
    let mut at = end;
    while let Some(&id) = clause.get(at) {
        let tag = words.tag(id);
        let non_finite =
            matches!(tag, Tag { pos: Pos::Verb | Pos::Aux, form: Form::Base | Form::Gerund | Form::Participle });
        let negation = words.pack.negator.has(words.word(id));
        match tag.pos {
            Pos::Part if words.is(id, &["to"]) => {
                let infinitive =
                    clause.get(at + 1).is_some_and(|next| matches!(words.pos(*next), Pos::Verb | Pos::Aux));
                if !infinitive || at + 1 - end > 1 {
                    break;
                }
                main = false;
            }
            _ if negation => end = at + 1,
            Pos::Adv if at - end < 2 => {}
            Pos::Verb if non_finite && !main => {
                (end, main) = (at + 1, true);
            }
            Pos::Aux if non_finite || tag.form == Form::Modal => {
                (end, main) = (at + 1, false);
            }
            // After "to" or an auxiliary the tagger may take the verb for a noun; trust the grammar only for "be" and "have".
            _ => break,
        }
        at += 1;
    }
    // "rule out", "carry out"
    if main
        && clause.get(end).is_some_and(|id| {
            words.is(*id, &["out", "up", "off", "down"]) && matches!(words.pos(*id), Pos::Adp | Pos::Adv)
        })
    {
        end += 1;
    }
    end
}

/// The object or complement behind the verb group, up to the next comma or adverbial clause.
fn object(words: &Words, clause: &[usize], from: usize) -> Option<(usize, usize)> {
    let mut start = from;
    while clause.get(start).is_some_and(|id| words.pos(*id) == Pos::Adv || words.is(*id, &["-"])) {
        start += 1;
    }
    let first = *clause.get(start)?;
    if words.pos(first) == Pos::Adp {
        if words.pack.intransitive.has(words.word(first)) {
            return None;
        }
        start += 1;
    }
    if words.is(*clause.get(start)?, &["that"]) && words.pos(clause[start]) == Pos::Sconj {
        start += 1;
    }
    let ends = |at: usize| {
        let id = clause[at];
        let comma = words.is(id, &[",", ";", "–", "—", ":"]) && words.is_mark(id);
        let adverbial = at > start && words.pack.subordinator.has(words.word(id)) && words.pos(id) == Pos::Sconj;
        comma || adverbial
    };
    let end = (start..clause.len()).find(|&at| ends(at)).unwrap_or(clause.len());
    let mut end = end;
    while end > start
        && words.is_mark(clause[end - 1])
        && !words.is_quote(clause[end - 1])
        && !words.is(clause[end - 1], &[")", "%"])
    {
        end -= 1;
    }
    (start < end).then_some((start, end))
}
