//! The main verb of an English clause and the group that it leads: where the main clause begins, which finite verb is its own, what
//! belongs to it.

use super::openings::{Opening, opening, takes_clause};
use super::words::Words;
use crate::text::pos::{Form, Pos, Tag};

/// How far behind the head of a clause that depends its main clause begins, in tokens.
const PREFIX: usize = 40;

/// The most tokens behind the first one of the subject of a clause without a pronoun.
const CONTACT: usize = 4;

/// Words that open a clause which can be the subject of another: "What happened next is unclear".
pub(super) const OPENS_SUBJECT: &[&str] = &["what", "whatever", "whoever", "whether", "how", "why"];

/// Whether a pronoun can only be a subject.
pub(super) fn is_nominative(words: &Words, id: usize) -> bool {
    words.is(id, &["i", "we", "he", "she", "they", "it", "you"]) && words.pos(id) == Pos::Pron
}

/// Where the main clause begins: behind "If ..., ", "In Moscow, ", "However, ".
pub(super) fn after_prefix(words: &Words, clause: &[usize]) -> usize {
    let mut start = 0;
    loop {
        let pairs = |id: usize| words.is(id, &["neither", "either", "both"]);
        let small = |id: &usize| words.is_mark(*id) || matches!(words.pos(*id), Pos::Cconj | Pos::Intj) && !pairs(*id);
        while clause.get(start).is_some_and(small) {
            start += 1;
        }
        let Some(&first) = clause.get(start) else { return start };
        // "Neither the police nor the mayor"
        if pairs(first) {
            return start;
        }
        if words.is(first, &["that"]) && words.pos(first) == Pos::Sconj {
            start += 1;
            continue;
        }
        // "More than 10,000 troops", "At least 12 people": the number is the subject's.
        if words.bounds(clause, start) {
            return start;
        }
        let subordinate = words.pack.subordinator.has(words.word(first)) || words.pos(first) == Pos::Sconj;
        let opens = subordinate
            || matches!(words.pos(first), Pos::Adp | Pos::Adv)
            || matches!(words.tag(first), Tag { pos: Pos::Verb, form: Form::Gerund | Form::Participle })
                // "Farming | is booming": behind a subject stands its verb.
                && !clause.get(start + 1).is_some_and(|next| is_finite_auxiliary(words, *next))
            || words.is(first, &["last", "this", "next", "earlier", "late", "early"]);
        if !opens {
            return start;
        }
        match behind_mark(words, clause, start, subordinate) {
            Some(end) => start = end,
            // "Whether it works is unclear"
            None if words.is(first, OPENS_SUBJECT) => return start,
            None if subordinate => match behind_verb(words, clause, start) {
                Some(own) => return own,
                None => start += 1,
            },
            None if words.pos(first) == Pos::Adv => start += 1,
            None => return start,
        }
    }
}

/// What ends such a beginning: the comma behind which a subject has its verb, else the first one, or the place where the cue stood,
/// with a verb behind it.
fn behind_mark(words: &Words, clause: &[usize], start: usize, subordinate: bool) -> Option<usize> {
    let to = clause.len().min(start + PREFIX);
    let ends = |at: &usize| {
        let comma = words.is(clause[*at], &[",", "–", "—"]);
        let gap = clause[at - 1] + 1 != clause[*at] && !words.is_verb(clause[*at]);
        comma || gap
    };
    // "While rents, fees and fares rose, | wages fell": a clause that depends has its verb before that.
    let first = (start + 1..to).find(|&at| words.is_finite(clause[at])).filter(|_| subordinate).unwrap_or(start);
    let own = |at: &usize| {
        let next = at + usize::from(words.is_mark(clause[*at]));
        *at > first && opening(words, clause, next) == Some(Opening::Own)
    };
    let with_verb = |at: &usize| clause[*at..].iter().take(PREFIX).any(|id| words.is_finite(*id));
    (start + 1..to).filter(ends).find(own).or_else(|| (start + 1..to).filter(ends).find(with_verb))
}

/// "When prices rise | they buy less": the subject behind the verb of a clause that depends, without a comma.
fn behind_verb(words: &Words, clause: &[usize], start: usize) -> Option<usize> {
    let verb = (start + 1..clause.len()).find(|&at| words.is_finite(clause[at]))?;
    let end = verb_group(words, clause, verb);
    (end..clause.len().min(start + PREFIX)).find(|&at| {
        let before = clause[at - 1];
        let closed = matches!(words.pos(before), Pos::Noun | Pos::Propn | Pos::Num | Pos::Adj | Pos::Adv)
            && !words.pack.subordinator.has(words.word(before));
        let subject = is_nominative(words, clause[at]) || words.is_contracted(clause[at]);
        closed && subject && (words.is_contracted(clause[at]) || led(words, clause, at + 1).is_some())
    })
}

/// The finite verb at a place, adverbs before it passed over.
fn led(words: &Words, clause: &[usize], from: usize) -> Option<usize> {
    let at = (from..clause.len()).find(|&at| words.pos(clause[at]) != Pos::Adv)?;
    words.is_finite(clause[at]).then_some(at)
}

/// "Russia | views | the policy as a threat": behind a name and before an object the third person that the tagger takes for a plural, where
/// the clause has no other verb but one that "and" joins to it.
pub(super) fn named_verb(words: &Words, clause: &[usize], start: usize, known: Option<usize>) -> Option<usize> {
    let name = (start..clause.len()).take_while(|&at| words.pos(clause[at]) == Pos::Propn).count();
    let at = start + name;
    let (verb, next) = (*clause.get(at)?, *clause.get(at + 1)?);
    let word = words.word(verb);
    let third = words.tag(verb) == Tag { pos: Pos::Noun, form: Form::Plural } && word.ends_with('s');
    let possessive = ["its", "his", "her", "their"];
    let object = matches!(words.pos(next), Pos::Det | Pos::Propn) || words.is(next, &possessive);
    let joined = known.is_none_or(|known| known > at && words.is(clause[known - 1], &["and", "but"]));
    // "Monday's drills": whose they are.
    let owner = name > 0 && ["'s", "’s", "'", "’"].iter().any(|end| words.word(clause[at - 1]).ends_with(end));
    (name > 0 && !owner && third && !words.is_capital(verb) && object && joined).then_some(at)
}

/// The first finite verb that no relative clause before it has taken.
pub(super) fn main_verb(words: &Words, clause: &[usize], start: usize) -> Option<usize> {
    let mut taken = 0;
    let mut at = start;
    // What a "that" has taken which may be no relative pronoun.
    let mut fallback = None;
    while at < clause.len() {
        let id = clause[at];
        if taken == 0
            && let Some(verb) = behind_contact(words, clause, start, at)
        {
            return Some(verb);
        }
        let noun = at > start && matches!(words.pos(clause[at - 1]), Pos::Noun | Pos::Propn);
        let pronoun = at > start && matches!(words.pos(id), Pos::Pron | Pos::Det) && !words.is_contracted(id);
        let subject = at == start && words.is(id, OPENS_SUBJECT);
        let relative =
            words.pack.relative.has(words.word(id)) && (pronoun || noun && words.pos(id) == Pos::Sconj) || subject;
        // "What is dangerous about it, he asked, is": a mark ends the clause that is the subject.
        if words.is_mark(id) && at > start && words.is(clause[start], OPENS_SUBJECT) && fallback.flatten().is_some() {
            break;
        }
        if relative {
            taken += 1;
            if words.pos(id) != Pos::Pron || at == start {
                fallback = fallback.or(Some(None));
            }
        } else if words.is_finite(id) {
            // "three accused | were held": a past form right before an auxiliary is the noun there.
            let noun = at > start && words.tag(id) == Tag { pos: Pos::Verb, form: Form::Past };
            if taken == 0 && noun && clause.get(at + 1).is_some_and(|next| is_finite_auxiliary(words, *next)) {
                at += 1;
                continue;
            }
            if taken == 0 {
                return (!describes_object(words, clause, start, at)).then_some(at);
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

/// "the bank of punishing families for a problem they | did not cause": whether the only finite verb describes what a deed in -ing is done
/// to or for, with nothing but its pronoun to join it.
fn describes_object(words: &Words, clause: &[usize], start: usize, verb: usize) -> bool {
    let Some(subject) = verb.checked_sub(1).filter(|&subject| subject > start + 1) else { return false };
    let contact = is_nominative(words, clause[subject]) && words.pos(clause[subject - 1]) == Pos::Noun;
    let deed = |at: &usize| words.tag(clause[*at]).form == Form::Gerund && words.is(clause[*at - 1], &["of"]);
    let quoted = |at: &usize| {
        words.tag(clause[*at]).form == Form::Gerund
            && words.is_quote(clause[*at - 1])
            && words.is(clause[*at - 2], &["of"])
    };
    contact && ((start + 1..subject).any(|at| deed(&at)) || (start + 2..subject).any(|at| quoted(&at)))
}

/// An auxiliary with a subject of its own: "were", "has".
fn is_finite_auxiliary(words: &Words, id: usize) -> bool {
    words.pos(id) == Pos::Aux && words.is_finite(id) && !words.is_contracted(id)
}

/// "The man they saw | has left", "All she wants | is peace": the verb behind that of a clause which describes what stands before it
/// without a pronoun of its own.
fn behind_contact(words: &Words, clause: &[usize], start: usize, at: usize) -> Option<usize> {
    let before = at.checked_sub(1).filter(|&before| before >= start)?;
    let described = matches!(words.pos(clause[before]), Pos::Noun | Pos::Propn | Pos::Det | Pos::Pron);
    let opens = is_nominative(words, clause[at])
        || words.pos(clause[before]) == Pos::Noun && matches!(words.pos(clause[at]), Pos::Det | Pos::Propn);
    if !described || !opens {
        return None;
    }
    let phrase = |at: &usize| matches!(words.pos(clause[*at]), Pos::Det | Pos::Adj | Pos::Noun | Pos::Propn | Pos::Num);
    let inner = led(words, clause, at + 1 + (at + 1..clause.len()).take(CONTACT).take_while(phrase).count())?;
    let end = verb_group(words, clause, inner);
    // "the people we spoke to | say"
    let small = |at: &usize| matches!(words.pos(clause[*at]), Pos::Adp | Pos::Adv);
    let next = end + (end..clause.len()).take(2).take_while(small).count();
    let verb = clause.get(next).filter(|id| words.is_finite(**id) && words.pos(**id) != Pos::Pron);
    verb.filter(|_| !takes_clause(words, clause, end - 1)).map(|_| next)
}

/// Where no verb is finite by its tag: one that the tagger took for a participle or an infinitive, behind a noun and
/// before a complement ("Those proposals remained unacceptable", "that NATO block the entry").
pub(super) fn unsure_verb(words: &Words, clause: &[usize], start: usize) -> Option<usize> {
    (start + 1..clause.len()).find(|&at| {
        let form = match words.tag(clause[at]) {
            Tag { pos: Pos::Verb, form } => form,
            // "demanded that the mayor | be jailed"
            Tag { pos: Pos::Aux, form: Form::Base } if words.is(clause[at], &["be"]) => Form::Base,
            _ => return false,
        };
        let adverb = words.pos(clause[at - 1]) == Pos::Adv && at >= start + 2;
        let before = clause[if adverb { at - 2 } else { at - 1 }];
        let noun = words.is_nominal(before) || words.is_quote(before);
        match form {
            Form::Base => noun && !adverb,
            // "measures aimed at", "a crisis caused by" are noun phrases.
            Form::Participle => {
                let agent = |id: &usize| words.is(*id, &["by", "at"]) && !is_margin(words, clause, at + 1);
                noun && clause.get(at + 1).is_none_or(|id| !agent(id) && words.pos(*id) != Pos::Noun)
            }
            _ => false,
        }
    })
}

/// "voted | by seven votes to four", "risen | by 5 percent": by how many or how much, and nobody who does it.
fn is_margin(words: &Words, clause: &[usize], by: usize) -> bool {
    let is = |at: usize, among: &[&str]| clause.get(at).is_some_and(|id| words.is(*id, among));
    let number = |at: usize| clause.get(at).is_some_and(|id| words.pos(*id) == Pos::Num);
    let measured = is(by + 2, &["vote", "votes", "point", "points", "percent", "%"]);
    is(by, &["by"]) && number(by + 1) && (measured || is(by + 2, &["to"]) && number(by + 3))
}

/// One past the verb group: auxiliaries, adverbs between them, negation, the verb, and a verb it governs ("want to talk").
pub(super) fn verb_group(words: &Words, clause: &[usize], verb: usize) -> usize {
    let mut end = verb + 1;
    let mut main =
        words.pos(clause[verb]) == Pos::Verb && !is_get(words, clause[verb]) && !is_perfect(words, clause, verb);
    let mut at = end;
    while let Some(&id) = clause.get(at) {
        let tag = words.tag(id);
        let infinite = matches!(tag.form, Form::Base | Form::Gerund | Form::Participle);
        // Behind an auxiliary a past form is a participle.
        let non_finite =
            tag.pos == Pos::Verb && (infinite || tag.form == Form::Past) || tag.pos == Pos::Aux && infinite;
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
            Pos::Adv if at - end < 4 && !words.pack.subordinator.has(words.word(id)) => {}
            // "has repeatedly and openly broken"
            Pos::Cconj
                if !main
                    && words.pos(clause[at - 1]) == Pos::Adv
                    && clause.get(at + 1).is_some_and(|next| words.pos(*next) == Pos::Adv) => {}
            // "had both sold"
            Pos::Det if !main && words.is(id, &["both", "all", "each"]) => {}
            Pos::Verb if non_finite && !main => {
                (end, main) = (at + 1, !is_get(words, id));
            }
            Pos::Aux if non_finite || tag.form == Form::Modal => {
                (end, main) = (at + 1, false);
            }
            // "did not | heat", "has also | detailed": what the tagger takes for a noun or an adjective.
            Pos::Noun | Pos::Adj | Pos::Propn if !main && at > verb && is_taken(words, clause, (verb, at)) => {
                (end, main) = (at + 1, true);
            }
            _ => break,
        }
        at += 1;
    }
    // "rule out", "carry out"
    let particle =
        |id: &usize| words.is(*id, &["out", "up", "off", "down"]) && matches!(words.pos(*id), Pos::Adp | Pos::Adv);
    let verbal = clause.get(end - 1).is_some_and(|id| words.pos(*id) == Pos::Verb);
    if verbal && clause.get(end).is_some_and(particle) {
        end += 1;
    }
    end
}

/// Whether a word behind auxiliaries must be the verb that they lead: behind one that takes an infinitive, or behind "have" by its ending.
fn is_taken(words: &Words, clause: &[usize], (verb, at): (usize, usize)) -> bool {
    let word = words.word(clause[at]);
    let aux = |place: usize| words.pos(clause[place]) == Pos::Aux;
    let Some(last) = (verb..at).rev().find(|&place| aux(place)) else { return false };
    let plain = words.tag(clause[at]).form != Form::Plural && words.pos(clause[at]) != Pos::Propn;
    let full = words.word(clause[last]).trim_end_matches("n't");
    // A question has its subject there.
    let subject = verb > 0 && words.is_nominal(clause[verb - 1]);
    let next = clause
        .get(at + 1)
        .is_none_or(|id| words.is_mark(*id) || matches!(words.pos(*id), Pos::Det | Pos::Adp | Pos::Num | Pos::Adv));
    match full {
        "do" | "does" | "did" => subject && plain && words.pos(clause[at]) == Pos::Noun && next,
        "have" | "has" | "had" => words.pos(clause[at]) == Pos::Adj && word.ends_with("ed"),
        _ => {
            words.tag(clause[last]).form == Form::Modal
                && subject
                && plain
                && words.pos(clause[at]) == Pos::Noun
                && next
        }
    }
}

/// "has just | moved": a "have" that the tagger calls a verb, with a participle behind it that describes no noun.
fn is_perfect(words: &Words, clause: &[usize], verb: usize) -> bool {
    let small = |at: &usize| words.pos(clause[*at]) == Pos::Adv || words.is(clause[*at], &["both", "all", "each"]);
    let Some(at) = (verb + 1..clause.len()).find(|at| !small(at)) else { return false };
    let tag = words.tag(clause[at]);
    let participle = tag.pos == Pos::Verb && matches!(tag.form, Form::Participle | Form::Past);
    let noun = clause.get(at + 1).is_some_and(|id| matches!(words.pos(*id), Pos::Noun | Pos::Propn));
    words.is(clause[verb], &["have", "has", "had", "having"]) && participle && (!noun || at > verb + 1)
}

/// "got | tossed": the auxiliary of a passive that the tagger calls a verb.
fn is_get(words: &Words, id: usize) -> bool {
    words.is(id, &["get", "gets", "got", "getting", "gotten"])
}

/// Whether a word is a form of "be", with "not" or without.
pub(super) fn is_be(words: &Words, id: usize) -> bool {
    let word = words.word(id).trim_end_matches("n't");
    let full = ["be", "is", "are", "was", "were", "been", "being", "am", "'s", "'re", "'m"].contains(&word);
    full || words.is_contracted(id) && ["'s", "'re", "'m"].iter().any(|ending| word.ends_with(ending))
}

/// What a verb group does with what stands behind it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Voice {
    /// It takes an object.
    Active,
    /// Its object is the subject.
    Passive,
    /// "is", "were": what stands behind says what the subject is.
    Copula,
}

/// The voice of the verb group `from..to`.
pub(super) fn voice(words: &Words, clause: &[usize], (from, to): (usize, usize)) -> Voice {
    let verbal = |at: &usize| matches!(words.pos(clause[*at]), Pos::Verb | Pos::Aux) || is_be(words, clause[*at]);
    let mut verbs = (from..to).rev().filter(verbal);
    let Some(last) = verbs.next() else { return Voice::Active };
    if is_be(words, clause[last]) {
        return Voice::Copula;
    }
    let participle = matches!(words.tag(clause[last]).form, Form::Participle | Form::Past);
    let led = |at: usize| is_be(words, clause[at]) || is_get(words, clause[at]);
    if participle && verbs.next().is_some_and(led) { Voice::Passive } else { Voice::Active }
}
