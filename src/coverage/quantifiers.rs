//! All of a kind against some of it: "all inspections were carried out", "two inspections were missed".

use super::conflicts::{ConflictKind, Disagreement};
use super::facts::Number;
use super::features::Features;
use super::member::Member;
use super::polarity::until;
use super::results::Seen;

/// Whether the one tells something of all of a kind, and the other counts some of the kind and tells something else of them: the
/// two are no one claim, whatever else they have in common.
pub(super) fn all_and_some(x: &Seen<'_>, y: &Seen<'_>) -> bool {
    apart(x, y) || apart(y, x)
}

fn apart(all: &Seen<'_>, some: &Seen<'_>) -> bool {
    let (whole, part) = (all.features, some.features);
    let Some(kind) = whole.whole.first().filter(|kind| part.whole.first() != Some(*kind)) else { return false };
    // "All 40 boats", "40 boats": the one counts them all.
    let known = |number: &&Number| !whole.numbers.iter().any(|other| other.agrees(number));
    let counted = part.numbers.iter().filter(known).any(|number| number.units.first() == Some(kind));
    counted && tells_something_else(all, *kind) && tells_something_else(some, *kind)
}

/// Whether verbs are told of a kind, and none of them meets a word of the other claim.
fn tells_something_else(side: &Seen<'_>, kind: u32) -> bool {
    let terms = side.features.bag.iter().zip(side.met);
    let mut verbs = terms.filter(|(term, _)| term.verb && !term.number && term.id != kind).peekable();
    verbs.peek().is_some() && verbs.all(|(_, met)| *met == 0.0)
}

/// What the one tells of all of a kind, and the other, which counts some of it, denies of them or says the contrary of: "all
/// boats came back", "two boats did not come back".
pub(super) fn exception(a: &Member<'_>, b: &Member<'_>) -> Option<Disagreement> {
    let told = |(x, y): (&str, &str)| Disagreement::of(ConflictKind::Polarity, x, y);
    excepted(a, b).or_else(|| excepted(b, a).map(|(x, y)| (y, x))).map(told)
}

/// Whether the one tells something of all of a kind and the other of a counted part of it.
pub(super) fn all_and_counted(x: &Features, y: &Features) -> bool {
    counted(x, y).or_else(|| counted(y, x)).is_some()
}

/// The kind of which the one tells something of all, and the other something of so many.
fn counted(whole: &Features, part: &Features) -> Option<u32> {
    let kind = *whole.whole.first().filter(|kind| !part.whole.contains(kind))?;
    let counts = |number: &Number| number.measure.is_none() && number.units.contains(&kind);
    part.numbers.iter().any(counts).then_some(kind)
}

fn excepted<'m>(all: &'m Member<'_>, some: &'m Member<'_>) -> Option<(&'m str, &'m str)> {
    let (whole, part) = (&all.features, &some.features);
    let kind = counted(whole, part)?;
    let of_two_times = || {
        let differ = whole.dates.iter().any(|x| part.dates.iter().any(|y| x.differs(y)));
        differ || whole.future != part.future
    };
    if of_two_times() {
        return None;
    }
    let turned = |id: u32| part.term(id).zip(whole.term(id)).is_some_and(|(x, y)| x.sign * y.sign < 0);
    let of_kind = |id: u32| [all, some].iter().all(|side| side.one_clause(kind, id) && !until(side, id));
    let told = whole.sequence.iter().filter(|term| !term.number && term.id != kind);
    let id = told.map(|term| term.id).find(|id| turned(*id) && of_kind(*id))?;
    Some((all.words_of(id), some.words_of(id)))
}

#[cfg(test)]
mod tests {
    use super::super::conflicts::{Conflict, ConflictKind, conflicts};
    use super::super::matching::match_claims;
    use super::super::types::{ClaimRecord, MatchOptions};
    use crate::Context;

    fn together(language: &str, a: &str, b: &str) -> bool {
        let claim = |outlet: &str, text: &str| ClaimRecord {
            outlet: outlet.into(),
            text: text.into(),
            speaker: Some("Jens Korda".into()),
            language: Some(language.into()),
            ..ClaimRecord::default()
        };
        let found =
            match_claims(&[claim("A", a), claim("B", b)], &MatchOptions::default(), &Context::default()).unwrap();
        found[0].is_some()
    }

    fn contrary(a: &str, b: &str) -> bool {
        let claim = |outlet: &str, text: &str| ClaimRecord {
            outlet: outlet.into(),
            text: text.into(),
            ..ClaimRecord::default()
        };
        let found = conflicts(&[claim("A", a), claim("B", b)], &[Some(0), Some(0)], &Context::default()).unwrap();
        matches!(found[..], [Conflict { kind: ConflictKind::Polarity, .. }])
    }

    #[test]
    fn what_some_of_a_kind_did_not_all_of_it_did() {
        for (all, some) in [
            (
                "all boats of the Tessel fleet were found",
                "three boats of the fleet were not found by the navy in the storm",
            ),
            ("every docker survived", "two dockers died"),
            ("everyone on board was saved", "three people on board were not saved"),
            ("all the rafts were launched", "two rafts could not be launched"),
        ] {
            assert!(contrary(all, some), "{all} / {some}");
        }
        for (all, some) in [
            ("all boats of the fleet were found", "three boats of the fleet were found by the navy"),
            ("all boats of the fleet were found", "three boats were found, but the crew was not found"),
            ("all boats of the fleet were found", "three boats of the fleet were not found until Monday"),
            ("all boats will sail on Monday", "three boats did not sail in the storm"),
            ("not all boats were found", "three boats were not found"),
        ] {
            assert!(!contrary(all, some), "{all} / {some}");
        }
    }

    #[test]
    fn what_some_of_a_kind_do_is_not_what_all_of_it_do() {
        let all = "all checks of the harbour crane were carried out in time";
        assert!(!together("en", all, "three checks of the harbour crane were skipped in the summer"));
        assert!(together("en", all, "three checks of the harbour crane were not carried out in the summer"));
        assert!(together("en", all, "every check of the harbour crane was carried out in time"));
        let all = "all 12 checks of the harbour crane were carried out in time";
        assert!(together("en", all, "twelve checks of the harbour crane were made in the summer"));
        let all = "alle Kontrollen am Hafenkran wurden fristgerecht ausgeführt";
        assert!(!together("de", all, "drei Kontrollen am Hafenkran wurden im Sommer versäumt"));
    }
}
