//! Where a clause of an English sentence may begin: a subject with its verb, a verb alone, a list that goes on.

use super::words::Words;
use crate::text::pos::{Form, Pos, Tag};

/// How far a list of clauses may reach.
const LIST: usize = 24;
/// How far behind a coordinator its verb is looked for.
const AHEAD: usize = 14;

/// What follows a place where a clause may begin.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Opening {
    /// A subject with its verb.
    Own,
    /// A verb whose subject is that of the clause before.
    Shared,
}

/// Nouns of time, which stand before a clause and are described by none: "and last week they left".
const TIMES: &[&str] = &[
    "time",
    "times",
    "moment",
    "hour",
    "day",
    "days",
    "night",
    "week",
    "weeks",
    "weekend",
    "month",
    "months",
    "year",
    "years",
    "season",
    "decade",
    "morning",
    "afternoon",
    "evening",
    "spring",
    "summer",
    "autumn",
    "winter",
];

/// Whether a past form has its object right behind it, so that it is no participle of a passive: "injured 30".
fn has_object(words: &Words, main: &[usize], at: usize) -> bool {
    let past = matches!(words.tag(main[at]), Tag { pos: Pos::Verb, form: Form::Participle | Form::Past });
    past && main.get(at + 1).is_some_and(|id| matches!(words.pos(*id), Pos::Num | Pos::Det))
}

/// Whether a list of verbs goes on behind a comma: "killed 12 people, | wounded 30 and destroyed 400 homes".
pub(super) fn listed(words: &Words, main: &[usize], from: usize) -> bool {
    let verb = |at: usize| {
        main.get(at).is_some_and(|id| {
            let finite = words.is_finite(*id) || has_object(words, main, at);
            finite && words.pos(*id) == Pos::Verb && !words.pack.clausal.has(words.word(*id))
        })
    };
    let rest = main.get(from..).unwrap_or(&[]).iter().take(LIST);
    let mut rest = rest.take_while(|id| !words.is(**id, &[";", "?", "!"])).enumerate();
    verb(from) && rest.any(|(at, id)| at > 0 && words.is(*id, &["and", "but", "or"]) && verb(from + at + 1))
}

/// Whether a clause begins that leaves out the passive's auxiliary: "12 people were killed, | 30 injured and | 400 homes
/// destroyed". A number, what it counts, a participle.
pub(super) fn gapped(words: &Words, main: &[usize], at: usize, from: usize) -> bool {
    let passive = main[at.saturating_sub(LIST)..at].windows(2).any(|pair| {
        let be = words.is(pair[0], &["was", "were", "been", "are", "is", "be", "being"]);
        be && matches!(words.tag(pair[1]), Tag { pos: Pos::Verb, form: Form::Participle | Form::Past })
    });
    let Some(rest) = main.get(from..).filter(|_| passive) else { return false };
    let Some(verb) = rest
        .iter()
        .take(6)
        .position(|id| matches!(words.tag(*id), Tag { pos: Pos::Verb, form: Form::Participle | Form::Past }))
    else {
        return false;
    };
    let phrase = |id: &usize| {
        matches!(
            words.pos(*id),
            Pos::Num | Pos::Noun | Pos::Propn | Pos::Adj | Pos::Det | Pos::Adv | Pos::Adp | Pos::Sconj
        ) && !words.is_mark(*id)
    };
    let counted = rest[..verb].iter().any(|id| words.pos(*id) == Pos::Num) && rest[..verb].iter().all(phrase);
    // "30 injured people" is a noun phrase.
    let ends = rest
        .get(verb + 1)
        .is_none_or(|id| words.is_mark(*id) || matches!(words.pos(*id), Pos::Cconj | Pos::Adp | Pos::Sconj | Pos::Adv));
    counted && ends
}

/// Whether a clause without "that" may follow a word: a noun phrase stands behind one that takes such clauses.
pub(super) fn takes_clause(words: &Words, main: &[usize], at: usize) -> bool {
    let nominal = |id: &usize| words.is_nominal(*id) || matches!(words.pos(*id), Pos::Det | Pos::Adj);
    words.pack.clausal.has(words.word(main[at])) && main.get(at + 1).is_some_and(nominal)
}

pub(super) fn is_subordinator(words: &Words, id: usize) -> bool {
    words.pack.subordinator.has(words.word(id))
        && matches!(words.pos(id), Pos::Sconj | Pos::Adv | Pos::Adp | Pos::Verb | Pos::Cconj | Pos::Pron)
}

/// "the profit | it brings": a pronoun right behind a noun begins a clause that describes it.
fn is_contact(words: &Words, main: &[usize], at: usize) -> bool {
    let (Some(&id), Some(&before)) = (main.get(at), at.checked_sub(1).and_then(|before| main.get(before))) else {
        return false;
    };
    let contrasts = (at.saturating_sub(4)..at).any(|before| words.is(main[before], &["but", "yet"]));
    !contrasts
        && words.is(id, &["i", "we", "he", "she", "they", "it", "you"])
        && words.pos(before) == Pos::Noun
        && !words.is(before, TIMES)
}

/// "a fruit garden and now | enjoy", "a tiring journey and | we slept": behind an inner conjunction another verb or another subject
/// stands, so that what begins before it has no verb of its own.
fn goes_on(words: &Words, main: &[usize], from: usize) -> bool {
    let next = main.get(from..).unwrap_or(&[]).iter().take(3).find(|id| words.pos(**id) != Pos::Adv);
    next.is_some_and(|id| words.is(*id, &["we", "he", "she", "they", "it"]) || words.is_finite(*id))
}

/// "a maximal and deeply | layered look": a past form before a noun is the second of two adjectives behind an article.
fn describes(words: &Words, main: &[usize], from: usize, at: usize) -> bool {
    let past = matches!(words.tag(main[at]), Tag { pos: Pos::Verb, form: Form::Participle | Form::Past });
    let noun = main.get(at + 1).is_some_and(|id| matches!(words.pos(*id), Pos::Noun));
    let Some(first) = from.checked_sub(2) else { return false };
    let before = main[..=first].iter().rev().take(4);
    let adjectives = before.clone().take_while(|id| matches!(words.pos(**id), Pos::Adj | Pos::Adv)).count();
    let led = before.clone().nth(adjectives).is_some_and(|id| words.pos(*id) == Pos::Det);
    past && noun && adjectives > 0 && led
}

/// What kind of clause begins at `from`, if one does: looked for up to its finite verb.
pub(super) fn opening(words: &Words, main: &[usize], from: usize) -> Option<Opening> {
    let mut nominal = false;
    // "and of course Russia ..."
    let word = |at: usize| main.get(at).map(|id| words.word(*id));
    let from = words.pack.aside.starting(word, from).map_or(from, |(end, _)| end);
    // Clauses without "that" whose verbs have not been seen: "the profit it brings".
    let mut owed = 0;
    for (count, &id) in main.get(from..)?.iter().take(AHEAD).enumerate() {
        if words.is_quote(id) {
            continue;
        }
        if words.is_contracted(id) {
            return Some(Opening::Own);
        }
        let tag = words.tag(id);
        if count == 0 && has_object(words, main, from) {
            return Some(Opening::Shared);
        }
        if words.is_finite(id) && owed > 0 {
            owed -= 1;
            continue;
        }
        if words.is_finite(id) {
            return match (nominal, tag) {
                (false, _) if count <= 2 && describes(words, main, from, from + count) => None,
                (true, _) => Some(Opening::Own),
                // A past form right behind "and" may be a participle of the phrase before: "deployed and armed".
                (false, _) if count <= 2 => Some(Opening::Shared),
                _ => None,
            };
        }
        match tag.pos {
            Pos::Noun | Pos::Propn | Pos::Pron | Pos::Num => {
                if words.pack.relative.has(words.word(id)) {
                    return None;
                }
                owed += usize::from(nominal && count > 0 && is_contact(words, main, from + count));
                nominal = true;
            }
            // "and industry | sharing how they use it"
            Pos::Adv if nominal && words.is(id, &["how", "why", "when", "where"]) => return None,
            Pos::Det if words.is_nominal(id) => nominal = true,
            Pos::Det | Pos::Adj | Pos::Adv | Pos::Sym => {}
            Pos::Adp if nominal => {}
            Pos::Part if nominal && words.is(id, &["'s", "'"]) => {}
            Pos::Part if words.is(id, &["not"]) => {}
            Pos::Verb if matches!(tag, Tag { form: Form::Gerund | Form::Participle, .. }) && count < AHEAD - 2 => {}
            Pos::Punct if words.is(id, &["-", "&", "."]) => {}
            Pos::Cconj if nominal && goes_on(words, main, from + count + 1) => return None,
            Pos::Cconj if nominal && words.is(id, &["and", "&", "nor"]) => {}
            Pos::Cconj if count == 0 && words.is(id, &["neither", "either", "both"]) => {}
            _ => return None,
        }
    }
    None
}
