//! Whom a pronoun means with which a denial begins.

use super::member::Member;
use super::polarity::predicate;
use crate::coverage::matching::speakers::{Relation, relation};
use crate::coverage::reading::features::Term;

/// How many words a subject may have for which a pronoun stands.
const MOST: usize = 3;

/// Words of a claim that name whom a pronoun means with which the other begins: its speaker, as "the minister" of "the minister met
/// them" and of what the minister says, "he had never met them"; or, of two claims of one speaker, the subject: "his client will
/// appeal", "he will not appeal".
pub(super) fn names_the_subject(saying: &Member<'_>, denying: &Member<'_>, id: u32) -> usize {
    let begins = denying.head() == Some(id) && predicate(denying, id);
    let Some(speaker) = denying.speaker.as_ref().filter(|_| begins) else { return 0 };
    let lone = saying.features.bag.iter().filter(|term| !(term.number || denying.features.has(term.id)));
    let (named, others): (Vec<&Term>, Vec<&Term>) =
        lone.partition(|term| speaker.is_named(&saying.words_of(term.id).to_lowercase()));
    let one_voice = relation(saying.speaker.as_ref(), denying.speaker.as_ref()) == Relation::Same;
    let leads = |term: &&Term| {
        let places = saying.span_of(term.id).zip(saying.span_of(id));
        places.is_some_and(|(subject, done)| subject.end <= done.start && saying.undivided(subject, done))
    };
    let subject = others.into_iter().filter(leads).count();
    named.len() + if one_voice && subject <= MOST { subject } else { 0 }
}

#[cfg(test)]
mod tests {
    use crate::Context;
    use crate::coverage::conflicts::{ConflictKind, conflicts};
    use crate::coverage::testing::claim;
    use crate::coverage::types::ClaimRecord;

    #[test]
    fn of_one_speaker_a_pronoun_may_be_the_subject_of_the_other_claim() {
        let of = |outlet: &str, who: &str, text: &str| ClaimRecord { speaker: Some(who.into()), ..claim(outlet, text) };
        let disputed = |who: &str, text: &str| {
            let claims = [of("A", "Ann Moe", "the former director will sign the contract"), of("B", who, text)];
            let found = conflicts(&claims, &[Some(0), Some(0)], &Context::default()).unwrap();
            found.iter().any(|conflict| conflict.kind == ConflictKind::Polarity)
        };
        assert!(disputed("Ann Moe", "he will not sign the contract"));
        assert!(!disputed("Ann Moe", "he will sign the contract"));
        assert!(!disputed("Ann Moe", "he will not read the contract"));
    }
}
