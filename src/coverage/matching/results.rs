//! Whether two short claims in like words tell two things: of one deed another thing that is counted, or what is done the other
//! way round.

use crate::coverage::reading::features::{Features, Term};

/// How many words beside names and numbers a short claim has at most: a longer one tells more than its number.
const SHORT: usize = 4;

/// A claim, with which terms of its bag are names and how far each meets one of the other claim.
pub(crate) struct Seen<'a> {
    pub features: &'a Features,
    pub naming: &'a [bool],
    pub met: &'a [f64],
}

impl Seen<'_> {
    /// The words that are no names and no numbers, and whether they meet one of the other claim.
    fn words(&self) -> impl Iterator<Item = (&Term, bool)> {
        let terms = self.features.bag.iter().zip(self.naming).zip(self.met);
        terms.filter(|((term, name), _)| !(term.number || **name)).map(|((term, _), met)| (term, *met > 0.0))
    }

    /// Those that meet none.
    fn lone(&self) -> Vec<u32> {
        self.words().filter(|(_, met)| !met).map(|(term, _)| term.id).collect()
    }

    fn is_short(&self) -> bool {
        self.words().count() <= SHORT
    }

    fn counts(&self, id: u32) -> bool {
        self.features.numbers.iter().any(|number| number.units.first() == Some(&id))
    }

    fn place(&self, id: u32) -> Option<usize> {
        self.features.sequence.iter().position(|term| term.id == id)
    }
}

/// Whether two short claims of one language tell two things.
pub(crate) fn two_results(x: &Seen<'_>, y: &Seen<'_>) -> bool {
    if !(x.is_short() && y.is_short()) {
        return false;
    }
    let (here, there) = (x.lone(), y.lone());
    if here.is_empty() || there.is_empty() {
        return false;
    }
    other_counted(x, &here, y, &there)
        || (here.len() == 1 && there.len() == 1 && the_other_way(x, here[0], y, there[0]))
}

/// All that differs is what is counted, and how many there are: "destroyed 40 houses", "destroyed 12 cars".
fn other_counted(x: &Seen<'_>, here: &[u32], y: &Seen<'_>, there: &[u32]) -> bool {
    let agree = x.features.numbers.iter().any(|n| y.features.numbers.iter().any(|m| n.agrees(m)));
    let toll = x.features.numbers.iter().any(|n| y.features.numbers.iter().any(|m| n.of_one_toll(m)));
    !(agree || toll) && here.iter().all(|id| x.counts(*id)) && there.iter().all(|id| y.counts(*id))
}

/// Another verb stands between the same two, who have changed places: "police arrested two men", "two men attacked police".
fn the_other_way(x: &Seen<'_>, here: u32, y: &Seen<'_>, there: u32) -> bool {
    let Some((at, other)) = x.place(here).zip(y.place(there)) else { return false };
    let (a, b) = (&x.features.sequence, &y.features.sequence);
    let moved =
        |from: &[Term], to: &[Term]| from.iter().any(|term| !term.number && to.iter().any(|same| same.id == term.id));
    a[at].passive == b[other].passive
        && moved(&a[..at], &b[other + 1..])
        && moved(&a[at + 1..], &b[..other])
        && !moved(&a[..at], &b[..other])
}

#[cfg(test)]
mod tests {
    use crate::Context;
    use crate::coverage::matching::match_claims;
    use crate::coverage::types::{ClaimRecord, MatchOptions};

    fn together(a: &str, b: &str) -> bool {
        let claim = |outlet: &str, text: &str| ClaimRecord {
            outlet: outlet.into(),
            text: text.into(),
            speaker: Some("police".into()),
            ..ClaimRecord::default()
        };
        let claims = [claim("A", a), claim("B", b)];
        let found = match_claims(&claims, &MatchOptions::default(), &Context::default()).unwrap();
        found[0].is_some()
    }

    #[test]
    fn another_thing_is_counted() {
        assert!(!together("the storm sank 30 boats", "the storm sank 11 lorries"));
        assert!(together("the storm sank 30 boats", "the storm sank 11 boats"));
    }

    #[test]
    fn who_does_it_and_to_whom_it_is_done_change_places() {
        assert!(!together("guards arrested two dockers in Tessel", "two dockers attacked guards in Tessel"));
        assert!(together("guards arrested two dockers in Tessel", "two dockers were arrested by guards in Tessel"));
    }
}
