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

/// What kind of clause begins at `from`, if one does: looked for up to its finite verb.
pub(super) fn opening(words: &Words, main: &[usize], from: usize) -> Option<Opening> {
    let mut nominal = false;
    // "and of course Russia ..."
    let word = |at: usize| main.get(at).map(|id| words.word(*id));
    let from = words.pack.aside.starting(word, from).map_or(from, |(end, _)| end);
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
        if words.is_finite(id) {
            return match (nominal, tag) {
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
                nominal = true;
            }
            Pos::Det if words.is_nominal(id) => nominal = true,
            Pos::Det | Pos::Adj | Pos::Adv | Pos::Sym => {}
            Pos::Adp if nominal => {}
            Pos::Part if nominal && words.is(id, &["'s", "'"]) => {}
            Pos::Part if words.is(id, &["not"]) => {}
            Pos::Verb if matches!(tag, Tag { form: Form::Gerund | Form::Participle, .. }) && count < AHEAD - 2 => {}
            Pos::Punct if words.is(id, &["-", "&", "."]) => {}
            Pos::Cconj if nominal && words.is(id, &["and", "&", "nor"]) => {}
            Pos::Cconj if count == 0 && words.is(id, &["neither", "either", "both"]) => {}
            _ => return None,
        }
    }
    None
}
