//! Who said it: one quotation in two mouths, "we will not sell the yard", which one report gives to the mayor and another to the owner.
//!
//! Only a quotation is somebody's own. Two who say the same in words that nobody quotes, "the mayor said the school was closed", "the
//! school was closed, a spokesman said", confirm each other; and so do two of whom one is quoted with what anybody may know. What one
//! renders of the other's quotation is one saying where it is put as people put their own thoughts.

use std::collections::HashSet;

use super::member::Member;
use crate::coverage::conflicts::{ConflictKind, Disagreement};
use crate::coverage::matching::speakers::are_two;
use crate::coverage::reading::facts::Number;
use crate::coverage::reading::features::Term;
use crate::coverage::reading::grammar::Role;
use crate::coverage::reading::vocabulary::is_english;

/// Which share of all their terms two wordings must have in common before it matters that two persons are said to have
/// said them: alike things may well be said by two.
const SAME_WORDS: f64 = 0.6;
/// The same where both quote, or one renders what the other quotes: nobody is quoted with the thought of another, however it is
/// translated.
const SAME_QUOTED: f64 = 0.48;
/// How many terms one who renders a quotation has in common with it: "the school is closed" is nobody's own.
const OWN_WORDS: usize = 3;
/// Marks that open and close a quotation within a claim.
const QUOTES: [char; 9] = ['"', '“', '”', '„', '«', '»', '‹', '›', '‟'];

/// The two persons, one of whom is quoted with what the other is said to have said.
pub(crate) fn two_mouths(a: &Member<'_>, b: &Member<'_>) -> Option<Disagreement> {
    let common = a.common(b);
    let least = match (a.claim.quoted, b.claim.quoted) {
        (false, false) => return None,
        (true, true) if !quote_the_same(a, b) => return None,
        (true, true) if common > 1 => SAME_QUOTED,
        (true, true) => SAME_WORDS,
        _ if !is_one_saying(a, b) => return None,
        _ if a.says_the_same(b) => SAME_QUOTED,
        _ if common < OWN_WORDS => return None,
        _ => SAME_WORDS,
    };
    let name = |member: &Member<'_>| member.claim.speaker.clone().unwrap_or_default();
    let two = a.likeness(b) >= least && are_two(a.speaker.as_ref(), b.speaker.as_ref(), [&name(a), &name(b)]);
    two.then(|| Disagreement::of(ConflictKind::Speaker, name(a), name(b)))
}

/// Whether most of what two claims have in common stands between quotation marks in both: of "it means that he “may not have paid a
/// dime” in taxes" the taxes are the reporter's.
fn quote_the_same(a: &Member<'_>, b: &Member<'_>) -> bool {
    let quoted = |member: &Member<'_>| -> Option<HashSet<u32>> {
        let text = member.claim.text.as_str();
        text.contains(QUOTES).then(|| {
            let places = member.features.sequence.iter().zip(&member.features.spans);
            let within = |at: usize| text.get(..at).is_some_and(|before| before.matches(QUOTES).count() % 2 == 1);
            places.filter(|(_, span)| within(span.start)).map(|(term, _)| term.id).collect()
        })
    };
    let (here, there) = (quoted(a), quoted(b));
    let stands = |side: &Option<HashSet<u32>>, id: u32| side.as_ref().is_none_or(|quoted| quoted.contains(&id));
    let common: Vec<u32> = a.features.bag.iter().map(|term| term.id).filter(|id| b.features.has(*id)).collect();
    let own = common.iter().filter(|id| stands(&here, **id) && stands(&there, **id)).count();
    2 * own >= common.len()
}

/// Whether what one quotes and the other renders is somebody's own saying, and not a fact that two may tell: neither names a thing, a
/// day or a count, and the quotation has a pronoun for its subject, or anybody ("whoever pays"), or says what it is like, or not like.
pub(crate) fn is_one_saying(a: &Member<'_>, b: &Member<'_>) -> bool {
    let common = |term: &Term| b.features.has(term.id);
    let fact = a.features.bag.iter().any(|term| (term.name || term.calendar) && common(term));
    let lasts = |member: &Member<'_>, number: &Number| {
        let word = |unit: &u32| member.words_of(*unit).to_lowercase();
        number.units.first().map(word).is_some_and(|unit| Role::Period.has(unit.strip_suffix('s').unwrap_or(&unit)))
    };
    let counts = |m: &Number| m.value > 1.0 && !lasts(a, m) && b.features.numbers.iter().any(|n| m.agrees(n));
    let quoted = if a.claim.quoted { a } else { b };
    !fact && !a.features.numbers.iter().any(counts) && is_put_as_ones_own(quoted)
}

/// Whether a quotation is put as people put their own thoughts. Of other languages than English that is not known.
fn is_put_as_ones_own(member: &Member<'_>) -> bool {
    if !is_english(member.claim.language.as_deref()) {
        return true;
    }
    let text = member.claim.text.as_str();
    let words = || text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_lowercase);
    let of_subject = member.frame.subject.and_then(|subject| subject.of(text).split_whitespace().next());
    let subject = of_subject.map(str::to_lowercase).or_else(|| words().next());
    let roles = [Role::Spoken, Role::Nobody, Role::NoneOf, Role::Object, Role::Persons];
    let anybody = |word: &String| roles.iter().any(|role| role.has(word));
    let contrast = || {
        let told = || member.features.sequence.iter().filter(|term| !term.number);
        told().any(Term::negated) && told().any(|term| !term.negated() && term.verb)
    };
    subject.as_ref().is_some_and(anybody) || words().any(|word| Role::Likens.has(&word)) || contrast() || judges(member)
}

/// Whether it says what a thing is, "is a museum", "is no toy", and not what was done or where it is.
fn judges(member: &Member<'_>) -> bool {
    let Some(done) = member.frame.predicate else { return false };
    let text = member.claim.text.as_str();
    let mut told = done.of(text).split_whitespace().map(str::to_lowercase);
    let behind = text.get(done.end..).and_then(|behind| behind.split_whitespace().next()).map(str::to_lowercase);
    let kind = |word: String| Role::Determiner.has(&word) && Role::Spoken.has(&word) || Role::NoneOf.has(&word);
    told.all(|word| Role::Be.has(&word) || Role::Auxiliary.has(&word)) && behind.is_some_and(kind)
}

#[cfg(test)]
mod tests {
    use super::QUOTES;
    use crate::Context;
    use crate::claims::Act;
    use crate::coverage::conflicts::{ConflictKind, conflicts};
    use crate::coverage::testing::framed;
    use crate::coverage::types::ClaimRecord;

    /// What two persons of two reports disagree on; what is quoted stands in marks.
    fn between(a: &str, b: &str) -> Vec<ConflictKind> {
        let said = |name: &str, text: &str| ClaimRecord {
            outlet: name.into(),
            speaker: Some(name.into()),
            act: Some(Act::Say),
            quoted: text.contains(QUOTES),
            ..framed(0, text.trim_matches('"'))
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

    #[test]
    fn a_fact_that_one_renders_may_be_told_by_two() {
        for (quoted, rendered) in [
            ("the old yard in Tessel will close in June", "the old yard in Tessel will be closed in June"),
            ("we will close the yard in Tessel in June", "the firm will close the yard in Tessel in June"),
            ("we have sold 12 boats of the old fleet", "the line has sold 12 boats of the old fleet"),
            ("the fire at the mill was set on purpose", "the fire at the mill had been set on purpose"),
        ] {
            assert_eq!(between(&format!("\"{quoted}\""), rendered), [], "{quoted}");
        }
    }

    #[test]
    fn a_saying_that_one_renders_is_ones_own() {
        for (quoted, rendered) in [
            ("we have been selling the same rusty boats for years", "the same rusty boats had been sold for years"),
            ("|the yard| |is| a museum of rusty boats", "|the yard| |was| a museum of rusty boats"),
            ("the line treats its crews like old rope", "the line treated its crews like old rope"),
            ("the gates have been left open, nobody has shut them", "the gates had been left open and not shut"),
        ] {
            assert_eq!(between(&format!("\"{quoted}\""), rendered), [ConflictKind::Speaker], "{quoted}");
        }
    }

    #[test]
    fn what_the_reporter_says_of_it_is_not_quoted() {
        let taxes = "the mayor “may not have paid a dime” in taxes on the old harbour for nearly two decades";
        let other = "\"he used a loophole to pay no taxes on the old harbour for nearly two decades\"";
        assert_eq!(between(taxes, other), []);
        let rope = "the plan “a gift of old rope wrapped in ribbon”";
        assert_eq!(between(rope, "\"it is a gift of old rope, wrapped in ribbon\""), [ConflictKind::Speaker]);
    }
}
