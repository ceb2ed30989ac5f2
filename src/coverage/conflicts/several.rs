//! Whether outlets tell several numbers, days or names of one thing each: "Holm won 12 seats", "Holm won 31 seats" of two regions.

use std::collections::{HashMap, HashSet};

use super::tellings::OF_FATE;
use crate::coverage::conflicts::{Conflict, ConflictKind};

/// On what outlets disagree: of those whom something befell also what that was.
type Thing = (ConflictKind, Option<String>);
/// The words of each outlet.
type Said<'o> = HashMap<&'o str, HashSet<String>>;

/// What two outlets tell several numbers, days or names of each: what both report of two days, or of two candidates, is nothing on
/// which they disagree. Those whom something befell are counted apart: "a bus carrying 48 people, injuring 11 of them".
pub(crate) fn without_several(told: &mut Vec<Conflict>, outlets: &HashMap<usize, &str>) {
    let kinds = [ConflictKind::Number, ConflictKind::Date, ConflictKind::Name];
    let thing = |conflict: &Conflict| {
        (conflict.kind, conflict.counted.as_ref().filter(|counted| counted.starts_with(OF_FATE)).cloned())
    };
    let mut values: HashMap<Thing, Said<'_>> = HashMap::new();
    for conflict in told.iter().filter(|conflict| kinds.contains(&conflict.kind)) {
        let of_thing = values.entry(thing(conflict)).or_default();
        for (row, words) in [(conflict.a, &conflict.a_words), (conflict.b, &conflict.b_words)] {
            let outlet = outlets.get(&row).copied().unwrap_or_default();
            of_thing.entry(outlet).or_default().insert(words.to_lowercase());
        }
    }
    let many = |told: &Said<'_>| told.values().filter(|values| values.len() > 1).count() > 1;
    told.retain(|conflict| !values.get(&thing(conflict)).is_some_and(many));
}

#[cfg(test)]
mod tests {
    use crate::Context;
    use crate::coverage::conflicts::conflicts;
    use crate::coverage::testing::claim;
    use crate::coverage::types::ClaimRecord;

    #[test]
    fn what_two_outlets_tell_several_of_is_no_dispute() {
        let (few, many) = (claim("A", "Holm has won 12 seats"), claim("A", "Holm has won 31 seats"));
        let (other, more) = (claim("B", "Holm has won 52 seats"), claim("B", "Holm has won 90 seats"));
        let found = |claims: &[ClaimRecord]| {
            let clusters = vec![Some(0); claims.len()];
            conflicts(claims, &clusters, &Context::default()).unwrap().len()
        };
        assert_eq!(found(&[few.clone(), many.clone(), other.clone(), more]), 0);
        assert_eq!(found(&[few, other]), 1);
    }

    #[test]
    fn numbers_of_two_things_are_two_disputes() {
        let claims = [
            claim("A", "a bus carrying 48 people overturned near Tessel, injuring 11 of them"),
            claim("B", "a bus carrying 84 people overturned near Tessel, injuring 15 of them"),
        ];
        let found = conflicts(&claims, &[Some(0), Some(0)], &Context::default()).unwrap();
        let words: Vec<(&str, &str)> = found.iter().map(|c| (c.a_words.as_str(), c.b_words.as_str())).collect();
        assert_eq!(words, [("48", "84"), ("11", "15")]);
    }
}
