//! What the tests of conflicts share.

use super::conflicts::retold::retold;
use crate::Context;
use crate::coverage::conflicts::{Conflict, ConflictKind, conflicts};
use crate::coverage::types::ClaimRecord;

/// What an outlet says.
pub(super) fn claim(outlet: &str, text: &str) -> ClaimRecord {
    ClaimRecord { outlet: outlet.into(), text: text.into(), ..ClaimRecord::default() }
}

/// What a report says that is its outlet's only one; subject and predicate stand between bars: "|the fire| |broke out| at night".
pub(super) fn framed(document: u64, text: &str) -> ClaimRecord {
    let parts: Vec<&str> = text.split('|').collect();
    let part = |at: usize| parts.get(at).map(|part| (*part).to_owned());
    let (subject, predicate) = (part(1), part(3));
    ClaimRecord { document, subject, predicate, ..claim(&document.to_string(), &parts.concat()) }
}

/// The disagreements of two outlets that say these words of one claim.
pub(super) fn between(a: &str, b: &str) -> Vec<Conflict> {
    conflicts(&[claim("A", a), claim("B", b)], &[Some(0), Some(0)], &Context::default()).unwrap()
}

/// On what two outlets disagree that say these words of one claim.
pub(super) fn kinds(a: &str, b: &str) -> Vec<ConflictKind> {
    between(a, b).into_iter().map(|conflict| conflict.kind).collect()
}

/// The words of both sides of each disagreement.
pub(super) fn words(found: impl IntoIterator<Item = Conflict>) -> Vec<[String; 2]> {
    found.into_iter().map(|conflict| [conflict.a_words, conflict.b_words]).collect()
}

/// The disagreements, in whatever words, of two reports that share one more claim.
pub(super) fn reported(here: &[&str], there: &[&str]) -> Vec<Conflict> {
    let shared = "the council of Tessel votes next week";
    let report = |document, own: &[&str]| -> Vec<ClaimRecord> {
        own.iter().chain(&[shared]).map(|text| framed(document, text)).collect()
    };
    let claims = [report(1, here), report(2, there)].concat();
    let clusters: Vec<Option<u32>> = claims.iter().map(|claim| (claim.text == shared).then_some(0)).collect();
    retold(&claims, &clusters, &Context::default()).unwrap()
}
