//! What the tests of conflicts share.

use crate::Context;
use crate::coverage::conflicts::{ConflictKind, conflicts};
use crate::coverage::types::ClaimRecord;

/// On what two outlets disagree that say these words of one claim.
pub(super) fn kinds(a: &str, b: &str) -> Vec<ConflictKind> {
    let claim =
        |outlet: &str, text: &str| ClaimRecord { outlet: outlet.into(), text: text.into(), ..ClaimRecord::default() };
    let found = conflicts(&[claim("A", a), claim("B", b)], &[Some(0), Some(0)], &Context::default()).unwrap();
    found.into_iter().map(|conflict| conflict.kind).collect()
}
