//! The words with which conflicts tell what a claim says: of a number with its bound, of a date.

use super::member::Member;
use crate::coverage::reading::dates::Date;
use crate::coverage::reading::facts::{Number, Words, amount};
use crate::coverage::types::ClaimRecord;

/// The words of a number, or what its claim tells of it where it has none.
pub(crate) fn number_words(claim: &ClaimRecord, number: &Number) -> String {
    match number.words {
        Words::At(span) => span.of(&claim.text).to_owned(),
        Words::Given(place) => claim.quantities.get(place).map_or_else(String::new, amount),
    }
}

/// "14 miles": the number with the word behind it, where the figure alone does not show the difference.
pub(crate) fn with_unit(words: String, member: &Member<'_>, number: &Number) -> String {
    let Words::At(span) = number.words else { return words };
    let behind = member.features.spans.iter().filter(|other| other.start >= span.end).min_by_key(|other| other.start);
    behind.map_or(words, |unit| span.cover(unit).of(&member.claim.text).to_owned())
}

/// The same of a date.
pub(crate) fn date_words(claim: &ClaimRecord, date: &Date) -> String {
    match date.words {
        Words::At(span) => span.of(&claim.text).to_owned(),
        Words::Given(place) => claim.dates.get(place).map_or_else(String::new, |date| date.value.clone()),
    }
}
