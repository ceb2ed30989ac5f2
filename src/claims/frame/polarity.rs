//! Whether a claim says that something is so, or that it is not so; and how firmly.

use super::roles::{Roles, find_roles};
use super::words::Words;
use crate::claims::types::{Act, Attribution, Kind, Modality, Polarity};
use crate::text::pos::Pos;

/// Marks the words of phrases whose negator denies nothing: "not only", "no doubt".
fn neutral(words: &Words, clause: &[usize]) -> Vec<bool> {
    let mut neutral = vec![false; clause.len()];
    let word = |at: usize| clause.get(at).map(|id| words.word(*id));
    for at in 0..clause.len() {
        if let Some((end, _)) = words.pack.not_negative.starting(word, at) {
            neutral[at..end.min(clause.len())].fill(true);
        }
    }
    neutral
}

fn negates(words: &Words, id: usize) -> bool {
    let word = words.word(id);
    words.pack.negator.has(word) || word.ends_with("n't") || word == "cannot"
}

/// Whether an attribution's content is said not to be so: the act is a denial, or the cue names one ("denied allegations of"),
/// and the cue is not negated itself ("did not deny"). In direct speech the speaker's own words count as they stand.
pub(crate) fn denies(words: &Words, attribution: &Attribution) -> bool {
    let cue = attribution.cue_span.map_or(0..0, |cue| words.within(cue));
    let word = |at: usize| cue.contains(&at).then(|| words.word(at));
    let named = cue.clone().any(|at| words.pack.negative_verb.starting(word, at).is_some());
    let before = (cue.start.saturating_sub(2)..cue.start).rev().take_while(|at| !words.is_mark(*at));
    let negated = before.chain(cue.clone()).any(|at| negates(words, at));
    (attribution.act == Act::Deny || named) && !negated && attribution.kind != Kind::Direct
}

/// The polarity of a clause; `denied` says whether its attribution denies it, see [`denies`].
///
/// A denial of a clause that is negated itself affirms it: "denied that it had not paid".
pub(crate) fn polarity(words: &Words, clause: &[usize], roles: &Roles, denied: bool) -> Polarity {
    let neutral = neutral(words, clause);
    let negations = if words.pack.english {
        in_english(words, clause, roles, &neutral)
    } else {
        elsewhere(words, clause, &neutral)
    };
    if (negations + usize::from(denied)) % 2 == 1 { Polarity::Negated } else { Polarity::Affirmed }
}

/// Negation in the scope of the main verb: in its group, at the head of subject and object, in its meaning.
fn in_english(words: &Words, clause: &[usize], roles: &Roles, neutral: &[bool]) -> usize {
    let word = |at: usize| clause.get(at).map(|id| words.word(*id));
    let negative_noun =
        |at: usize| !neutral.get(at).copied().unwrap_or(true) && words.pack.negative_noun.starting(word, at).is_some();
    if let Some(inner) = embedded(words, clause, roles) {
        return in_english(words, &clause[inner..], &find_roles(words, &clause[inner..]), &neutral[inner..]);
    }
    let Some((from, to)) = roles.predicate else {
        // A phrase without a verb: "no positive agenda at all", "not an option".
        let first = clause.iter().position(|id| !words.is_mark(*id)).unwrap_or(0);
        let negated =
            negative_noun(first) || clause.get(first).is_some_and(|id| negates(words, *id) && !neutral[first]);
        return usize::from(negated);
    };
    // "never" and "no longer" may stand before the group, adverbs behind it.
    let before = from.saturating_sub(2).max(roles.subject.map_or(0, |(_, end)| end.min(from)));
    let after = (to + 1).min(clause.len());
    let group = (before..after).filter(|&at| {
        let longer = words.is(clause[at], &["no"]) && word(at + 1) == Some("longer");
        let adverb = at < to || words.pos(clause[at]) == Pos::Adv || words.pos(clause[at]) == Pos::Part;
        !neutral[at] && adverb && (negates(words, clause[at]) || longer)
    });
    let mut negations = group.count().min(1);
    // Verbs in the group, adjectives behind it: "refused to", "is unable to".
    negations += (from..(to + 1).min(clause.len()))
        .filter(|&at| words.pack.negative_verb.starting(word, at).is_some() && (at < to || !words.is_verb(clause[at])))
        .count();
    let subject = roles.subject.filter(|(from, to)| from < to).is_some_and(|(from, _)| negative_noun(from));
    // The object may be searched only where it is known to be one; behind "there is" it is what exists.
    let object = (to..(to + 2).min(clause.len())).find(|&at| words.pos(clause[at]) != Pos::Adv).is_some_and(|at| {
        negative_noun(at) && !(words.is(clause[at], &["no"]) && word(at + 1) == Some("longer") && negations > 0)
    });
    negations + usize::from(subject) + usize::from(object)
}

/// Where the clause begins that carries the meaning: behind "it is clear that" and the like, which only say that it is so.
fn embedded(words: &Words, clause: &[usize], roles: &Roles) -> Option<usize> {
    let ((subject, _), (_, to)) = (roles.subject?, roles.predicate?);
    let impersonal = words.is(*clause.get(subject)?, &["it"]);
    let plain = words
        .is(*clause.get(to)?, &["clear", "true", "obvious", "evident", "certain", "apparent", "likely", "possible"]);
    let that = words.is(*clause.get(to + 1)?, &["that"]);
    let group = roles.predicate.map_or(&[][..], |(from, to)| &clause[from..to]);
    let affirmed = !group.iter().any(|id| negates(words, *id));
    (impersonal && plain && that && affirmed && clause.len() > to + 2).then_some(to + 2)
}

/// Elsewhere: any negator, unless an adverbial clause holds it, and negative verbs.
fn elsewhere(words: &Words, clause: &[usize], neutral: &[bool]) -> usize {
    let word = |at: usize| clause.get(at).map(|id| words.word(*id));
    let mut negations = 0;
    let mut negative = false;
    for at in (0..clause.len()).filter(|at| !neutral.get(*at).copied().unwrap_or(false)) {
        negations |= usize::from(words.pack.negator.starting(word, at).is_some());
        negative |= words.pack.negative_verb.starting(word, at).is_some();
    }
    negations + usize::from(negative)
}

/// The modality of a clause; what is demanded is required.
pub(crate) fn modality(words: &Words, clause: &[usize], roles: &Roles, act: Act) -> Modality {
    let word = |at: usize| clause.get(at).map(|id| words.word(*id));
    let pack = words.pack;
    let (from, to) = match roles.predicate {
        // The group and the words beside it, where adverbs and complements stand: "is likely", "perhaps".
        Some((from, to)) => (from.saturating_sub(2), (to + 2).min(clause.len())),
        None => (0, clause.len()),
    };
    let in_group = |at: usize| from <= at && at < to;
    let found = |section: &super::lexicon::Section, anywhere: bool| {
        (0..clause.len()).any(|at| (anywhere || in_group(at)) && section.starting(word, at).is_some())
    };
    let verbs_only = |section: &super::lexicon::Section| {
        let (from, to) = roles.predicate.unwrap_or((0, clause.len()));
        (from..to.min(clause.len())).any(|at| section.starting(word, at).is_some())
    };
    // A condition may stand anywhere; "would" only in the verb group.
    let condition = (0..clause.len()).any(|at| {
        let phrase = pack.conditional.starting(word, at).is_some();
        let helper = pack.english && (words.pos(clause[at]) == Pos::Aux || words.word(clause[at]).starts_with("would"));
        let whether = words.is(clause[at], &["if"])
            && at > 0
            && words.is_verb(clause[at - 1])
            && words.is(clause[at - 1], &["ask", "asked", "know", "see", "wonder", "knows", "say"]);
        let as_if = words.is(clause[at], &["if"]) && at > 0 && words.is(clause[at - 1], &["as", "even", "not", "or"]);
        phrase && !whether && !as_if && (!helper || roles.predicate.is_none_or(|(from, to)| from <= at && at < to))
    });
    if condition
        || roles.subject.is_some_and(|(from, to)| {
            (from..to).any(|at| word(at).is_some_and(|word| pack.english && word.ends_with("'d")))
        })
    {
        Modality::Conditional
    } else if act == Act::Demand || verbs_only(&pack.required) {
        Modality::Required
    } else if found(&pack.possible, !pack.english) {
        Modality::Possible
    } else {
        Modality::Asserted
    }
}
