//! Whether outlets tell several numbers, days or names of one thing each: "Holm won 12 seats", "Holm won 31 seats" of two regions.

use std::collections::{HashMap, HashSet};

use crate::coverage::conflicts::{Conflict, ConflictKind};

/// The kinds of which two outlets tell several each: what both report of two days, or of two candidates, is nothing on which they
/// disagree.
pub(crate) fn of_several(told: &[Conflict], outlets: &HashMap<usize, &str>) -> Vec<ConflictKind> {
    let kinds = [ConflictKind::Number, ConflictKind::Date, ConflictKind::Name];
    let several = |kind: &ConflictKind| {
        let mut values: HashMap<&str, HashSet<String>> = HashMap::new();
        for conflict in told.iter().filter(|conflict| conflict.kind == *kind) {
            for (row, words) in [(conflict.a, &conflict.a_words), (conflict.b, &conflict.b_words)] {
                let outlet = outlets.get(&row).copied().unwrap_or_default();
                values.entry(outlet).or_default().insert(words.to_lowercase());
            }
        }
        values.values().filter(|values| values.len() > 1).count() > 1
    };
    kinds.into_iter().filter(several).collect()
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
}
