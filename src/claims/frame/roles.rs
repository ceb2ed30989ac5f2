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

/// The roles of the main clause; without a finite verb, of an infinitive at its beginning: "to aid NATO troops".
pub(crate) fn find_roles(words: &Words, clause: &[usize]) -> Roles {
    let start = after_prefix(words, clause);
    let Some(verb) = main_verb(words, clause, start).or_else(|| unsure_verb(words, clause, start)) else {
        return infinitive(words, clause, start);
    };
    let end = verb_group(words, clause, verb);
    if words.is_contracted(clause[verb]) {
        // One token is subject and verb: "it's".
        let there = words.word(clause[verb]).starts_with("there");
        return Roles {
            subject: (!there).then_some((verb, verb + 1)),
            predicate: Some((verb, end)),
            object: object(words, clause, end),
        };
    }
    let subject = noun_phrase(words, clause, start, verb);
    let there = subject.0 < subject.1 && words.is(clause[subject.1 - 1], &["there"]);
    if there || subject.0 < subject.1 {
        let subject = (!there).then_some(subject);
        return Roles { subject, predicate: Some((verb, end)), object: object(words, clause, end) };
    }
    // A question puts the subject behind the verb: "can Russia attack", "is it possible".
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
                object: object(words, clause, end),
            }
        }
        _ if clause.get(verb + 1).is_some_and(|id| words.pos(*id) == Pos::Pron) && behind.is_some() => Roles {
            subject: Some((verb + 1, verb + 2)),
            predicate: Some((verb, end)),
            object: object(words, clause, verb + 2),
        },
        _ => Roles { subject: None, predicate: Some((verb, end)), object: object(words, clause, end) },
    }
}

/// "to aid NATO troops", "not to expand".
fn infinitive(words: &Words, clause: &[usize], start: usize) -> Roles {
    let from = start + usize::from(clause.get(start).is_some_and(|id| words.is(*id, &["not", "never"])));
    let to = clause.get(from).is_some_and(|id| words.is(*id, &["to"]));
    if !to || !clause.get(from + 1).is_some_and(|id| words.is_verb(*id)) {
        return Roles::default();
    }
    let end = verb_group(words, clause, from + 1);
    Roles { subject: None, predicate: Some((start, end)), object: object(words, clause, end) }
}

/// Where no verb is finite by its tag: one that the tagger took for a participle or an infinitive, behind a noun and
/// before a complement ("Those proposals remained unacceptable", "that NATO block the entry").
fn unsure_verb(words: &Words, clause: &[usize], start: usize) -> Option<usize> {
    (start + 1..clause.len()).find(|&at| {
        let form = match words.tag(clause[at]) {
            Tag { pos: Pos::Verb, form } => form,
            _ => return false,
        };
        let adverb = words.pos(clause[at - 1]) == Pos::Adv && at >= start + 2;
        let before = clause[if adverb { at - 2 } else { at - 1 }];
        let noun = words.is_nominal(before) || words.is_quote(before);
        match form {
            Form::Base => noun && !adverb,
            // "measures aimed at", "a crisis caused by" are noun phrases.
            Form::Participle => {
                noun && clause.get(at + 1).is_none_or(|id| !words.is(*id, &["by", "at"]) && words.pos(*id) != Pos::Noun)
            }
            _ => false,
        }
    })
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
        if words.is(first, &["that"]) && words.pos(first) == Pos::Sconj {
            start += 1;
            continue;
        }
        // "More than 10,000 troops", "At least 12 people": the number is the subject's.
        let counted =
            clause[start..].iter().take(4).take_while(|id| !words.is_mark(**id)).any(|id| words.pos(*id) == Pos::Num);
        let bound = words.is(
            first,
            &[
                "more", "less", "fewer", "at", "about", "around", "over", "nearly", "almost", "only", "up", "roughly",
                "some", "under",
            ],
        );
        if counted && bound {
            return start;
        }
        let subordinate = words.pack.subordinator.has(words.word(first)) || words.pos(first) == Pos::Sconj;
        let opens = subordinate
            || matches!(words.pos(first), Pos::Adp | Pos::Adv)
            || matches!(words.tag(first), Tag { pos: Pos::Verb, form: Form::Gerund | Form::Participle })
            || words.is(first, &["last", "this", "next", "earlier", "late", "early"]);
        if !opens {
            return start;
        }
        // What ends it: a comma, or the place where the cue stood, with a verb behind it.
        let end = (start + 1..clause.len().min(start + 40)).find(|&at| {
            let comma = words.is(clause[at], &[",", "–", "—"]);
            let gap = clause[at - 1] + 1 != clause[at] && !words.is_verb(clause[at]);
            (comma || gap) && has_verb(words, &clause[at..])
        });
        match end {
            Some(end) => start = end,
            None if subordinate || words.pos(first) == Pos::Adv => start += 1,
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
    // What a "that" has taken which may be no relative pronoun.
    let mut fallback = None;
    while at < clause.len() {
        let id = clause[at];
        let noun = at > start && matches!(words.pos(clause[at - 1]), Pos::Noun | Pos::Propn);
        let pronoun = at > start && matches!(words.pos(id), Pos::Pron | Pos::Det) && !words.is_contracted(id);
        let relative = words.pack.relative.has(words.word(id)) && (pronoun || noun && words.pos(id) == Pos::Sconj);
        if relative {
            taken += 1;
            if words.pos(id) != Pos::Pron {
                fallback = fallback.or(Some(None));
            }
        } else if words.is_finite(id) {
            if taken == 0 {
                return Some(at);
            }
            taken -= 1;
            if fallback == Some(None) {
                fallback = Some(Some(at));
            }
            at = verb_group(words, clause, at).max(at + 1);
            continue;
        }
        at += 1;
    }
    fallback.flatten()
}

/// The subject between `start` and the verb: the noun phrase there, adverbs at its ends left out.
fn noun_phrase(words: &Words, clause: &[usize], start: usize, verb: usize) -> (usize, usize) {
    let (mut from, mut to) = (start, verb);
    while from < to && words.is_mark(clause[from]) && !words.is_quote(clause[from]) {
        from += 1;
    }
    while to > from
        && (words.pos(clause[to - 1]) == Pos::Adv && !words.is(clause[to - 1], &["there"])
            || words.is_mark(clause[to - 1]))
    {
        to -= 1;
    }
    // A quotation mark that opens within the subject and closes in it stays; one that opens behind it does not.
    let quotes = clause[from..to].iter().filter(|id| words.is_quote(**id)).count();
    if quotes % 2 == 1 && from > 0 && words.is_quote(clause[from - 1]) {
        from -= 1;
    } else if quotes % 2 == 1 && to < verb && words.is_quote(clause[to]) {
        to += 1;
    } else if quotes == 1 && words.is_quote(clause[from]) {
        from += 1;
    }
    if !clause[from..to].iter().any(|id| words.is_nominal(*id) || words.pos(*id) == Pos::Verb) {
        return (from, from);
    }
    let last = clause[to - 1];
    let alone = words.is(last, &["i", "we", "he", "she", "they", "it", "there"]);
    let conjoined = to - from > 1 && words.pos(clause[to - 2]) == Pos::Cconj;
    if alone && !conjoined {
        // "made clear we will": what stands before a pronoun of the nominative belongs to another clause.
        return (to - 1, to);
    }
    let adverbial = words.pos(clause[from]) == Pos::Adp
        && !words.is(clause[from], &["at", "about", "around", "over", "up", "under"]);
    if adverbial { (from, from) } else { (from, to) }
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
    while clause.get(start).is_some_and(|id| words.pos(*id) == Pos::Adv && !words.is(*id, &["as", "more", "less"])) {
        start += 1;
    }
    let first = *clause.get(start)?;
    if matches!(words.pos(first), Pos::Adp | Pos::Sconj) && !words.is(first, &["that", "whether", "if"]) {
        // "talked about arms": the noun behind the preposition is what the verb is about, unless it says when or where.
        let about = words.is(first, &["about", "of", "for", "to", "with", "against", "on", "from", "into"]);
        let passive =
            from >= 2 && matches!(words.tag(clause[from - 1]), Tag { pos: Pos::Verb, form: Form::Participle });
        let number = clause.get(start + 1).is_some_and(|id| words.pos(*id) == Pos::Num);
        if !about || passive || number || words.pack.intransitive.has(words.word(first)) {
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
        let adverbial = at > start
            && words.pack.subordinator.has(words.word(id))
            && (words.pos(id) == Pos::Sconj || words.is(id, &["when", "if", "because", "unless"]))
            && !words.is(id, &["as"]);
        comma || adverbial
    };
    let mut end = (start..clause.len()).find(|&at| ends(at)).unwrap_or(clause.len());
    while end > start
        && words.is_mark(clause[end - 1])
        && !words.is_quote(clause[end - 1])
        && !words.is(clause[end - 1], &[")", "%"])
    {
        end -= 1;
    }
    (start < end).then_some((start, end))
}
