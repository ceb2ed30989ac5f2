//! All of a kind and some of it: "all inspections were carried out", "two inspections were moved to the summer".

use super::results::Seen;
use crate::coverage::reading::facts::Number;
use crate::coverage::reading::fates::lost;
use crate::coverage::reading::features::{Features, Term};

/// Whether the one tells something of all of a kind, and the other counts some of the kind and tells something else of them: the
/// two are no one claim, whatever else they have in common.
pub(crate) fn all_and_some(x: &Seen<'_>, y: &Seen<'_>) -> bool {
    let at_odds = |whole: &Features, part: &Features| lost(whole, part).is_some() || left_out(whole, part).is_some();
    (apart(x, y) && !at_odds(x.features, y.features)) || (apart(y, x) && !at_odds(y.features, x.features))
}

/// The verbs with which the one tells that all of a kind were done, and the other that so many were left out: "all inspections were
/// carried out", "two inspections were missed".
pub(crate) fn left_out(whole: &Features, part: &Features) -> Option<(u32, u32)> {
    let kind = counted(whole, part)?;
    let verb = |side: &Features, is: fn(&Term) -> bool| {
        let from = side.sequence.iter().position(|term| term.id == kind)?;
        side.sequence.get(from..)?.iter().find(|term| is(term) && !term.negated()).map(|term| term.id)
    };
    Some((verb(whole, |term| term.does)?, verb(part, |term| term.omits)?))
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

/// Whether the one tells something of all of a kind and the other of a counted part of it.
pub(crate) fn all_and_counted(x: &Features, y: &Features) -> bool {
    counted(x, y).or_else(|| counted(y, x)).is_some()
}

/// The kind of which the one tells something of all, and the other something of so many.
pub(crate) fn counted(whole: &Features, part: &Features) -> Option<u32> {
    let kind = *whole.whole.first().filter(|kind| !part.whole.contains(kind))?;
    let counts = |number: &Number| number.measure.is_none() && number.units.contains(&kind);
    part.numbers.iter().any(counts).then_some(kind)
}

#[cfg(test)]
mod tests {
    use crate::Context;
    use crate::coverage::matching::match_claims;
    use crate::coverage::types::{ClaimRecord, MatchOptions};

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

    #[test]
    fn what_some_of_a_kind_do_is_not_what_all_of_it_do() {
        let all = "all checks of the harbour crane were carried out in time";
        assert!(!together("en", all, "three checks of the harbour crane were moved to the summer"));
        assert!(together("en", all, "three checks of the harbour crane were skipped in the summer"));
        assert!(together("en", all, "three checks of the harbour crane were not carried out in the summer"));
        assert!(together("en", all, "every check of the harbour crane was carried out in time"));
        let all = "all 12 checks of the harbour crane were carried out in time";
        assert!(together("en", all, "twelve checks of the harbour crane were made in the summer"));
        let all = "alle Kontrollen am Hafenkran wurden fristgerecht ausgeführt";
        assert!(together("de", all, "drei Kontrollen am Hafenkran wurden im Sommer versäumt"));
        assert!(!together("de", all, "drei Kontrollen am Hafenkran wurden im Sommer gefilmt"));
    }
}
