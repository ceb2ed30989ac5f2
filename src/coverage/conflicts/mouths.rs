//! Who said it: one quotation in two mouths, "we will not sell the yard", which one report gives to the mayor and another to the owner.
//!
//! Only a quotation is somebody's own. Two who say the same in words that nobody quotes, "the mayor said the school was closed", "the
//! school was closed, a spokesman said", confirm each other.

use super::member::Member;
use crate::coverage::conflicts::{ConflictKind, Disagreement};
use crate::coverage::matching::speakers::are_two;

/// Which share of all their terms two wordings must have in common before it matters that two persons are said to have
/// said them: alike things may well be said by two.
const SAME_WORDS: f64 = 0.6;
/// The same where both quote, or one renders what the other quotes: nobody is quoted with the thought of another, however it is
/// translated.
const SAME_QUOTED: f64 = 0.48;
/// How many terms one who renders a quotation has in common with it: "the school is closed" is nobody's own.
const OWN_WORDS: usize = 3;

/// The two persons, one of whom is quoted with what the other is said to have said.
pub(crate) fn two_mouths(a: &Member<'_>, b: &Member<'_>) -> Option<Disagreement> {
    let common = a.common(b);
    let least = match (a.claim.quoted, b.claim.quoted) {
        (false, false) => return None,
        (true, true) if common > 1 => SAME_QUOTED,
        (true, true) => SAME_WORDS,
        _ if a.says_the_same(b) => SAME_QUOTED,
        _ if common < OWN_WORDS => return None,
        _ => SAME_WORDS,
    };
    let name = |member: &Member<'_>| member.claim.speaker.clone().unwrap_or_default();
    let two = a.likeness(b) >= least && are_two(a.speaker.as_ref(), b.speaker.as_ref(), [&name(a), &name(b)]);
    two.then(|| Disagreement::of(ConflictKind::Speaker, name(a), name(b)))
}

#[cfg(test)]
mod tests {
    use crate::Context;
    use crate::claims::Act;
    use crate::coverage::conflicts::{ConflictKind, conflicts};
    use crate::coverage::types::ClaimRecord;

    /// What two persons of two reports disagree on; what is quoted stands in marks.
    fn between(a: &str, b: &str) -> Vec<ConflictKind> {
        let said = |name: &str, text: &str| ClaimRecord {
            outlet: name.into(),
            text: text.trim_matches('"').into(),
            speaker: Some(name.into()),
            act: Some(Act::Say),
            quoted: text.starts_with('"'),
            ..ClaimRecord::default()
        };
        let claims = [said("Ann Low", a), said("Tom Wells", b)];
        let found = conflicts(&claims, &[Some(0), Some(0)], &Context::default()).unwrap();
        found.into_iter().map(|conflict| conflict.kind).collect()
    }

    #[test]
    fn one_quotation_has_one_speaker() {
        let quoted = "\"a yard that nobody wants is worth no money\"";
        assert_eq!(between(quoted, quoted), [ConflictKind::Speaker]);
        assert_eq!(between(quoted, quoted.trim_matches('"')), [ConflictKind::Speaker]);
    }

    #[test]
    fn two_who_say_the_same_confirm_each_other() {
        assert_eq!(between("the alarm worked", "the alarm had worked"), []);
        assert_eq!(between("\"the school is closed\"", "the school was closed"), []);
        let plan = "the plan of the council for the old harbour";
        assert_eq!(between(plan, plan), []);
    }
}
