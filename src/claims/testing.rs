//! What the tests of claims read off a text.

use super::types::{Act, Claim, Polarity};
use super::{ClaimOptions, extract_attributions, extract_claims};
use crate::Context;

/// The claims of a short text that somebody makes.
pub(super) fn read(text: &str, language: &'static str) -> Vec<Claim> {
    let context = Context::default();
    let said = extract_attributions(text, Some(language), &context).expect("small enough");
    let options = ClaimOptions { language: Some(language), ..ClaimOptions::default() };
    extract_claims(text, &said, &options, &context).expect("small enough")
}

/// The words of a claim.
pub(super) fn words(text: &str, claim: &Claim) -> String {
    claim.spans.iter().map(|span| span.of(text)).collect::<Vec<_>>().join(" ")
}

/// Act, polarity and words of each claim.
pub(super) fn claims(text: &str, language: &'static str) -> Vec<(Act, Polarity, String)> {
    read(text, language).iter().map(|claim| (claim.act, claim.polarity, words(text, claim))).collect()
}

/// The words of what the outlet itself claims in a short text.
pub(super) fn narrated(text: &str, language: &'static str) -> Vec<String> {
    let context = Context::default();
    let said = extract_attributions(text, Some(language), &context).expect("small enough");
    let options = ClaimOptions { language: Some(language), narrator: true, ..ClaimOptions::default() };
    let claims = extract_claims(text, &said, &options, &context).expect("small enough");
    claims.iter().filter(|claim| claim.attribution.is_none()).map(|claim| words(text, claim)).collect()
}
