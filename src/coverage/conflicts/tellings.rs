//! The words with which conflicts tell what a claim says: of a number with its bound, of a date.

use super::member::Member;
use crate::claims::{Comparator, Quantity};
use crate::coverage::reading::dates::Date;
use crate::coverage::reading::facts::{Number, Words};
use crate::coverage::types::ClaimRecord;

/// The words of a number, or what its claim tells of it where it has none.
pub(crate) fn number_words(claim: &ClaimRecord, number: &Number) -> String {
    match number.words {
        Words::At(span) => span.of(&claim.text).to_owned(),
        Words::Given(place) => claim.quantities.get(place).map_or_else(String::new, amount),
    }
}

/// An amount as conflicts tell it where they find no words for it: "~14 km", "60–70 boats".
///
/// ```
/// use copydesk::claims::{Comparator, Quantity};
/// use copydesk::{Span, coverage};
///
/// let unit = Some("km".to_owned());
/// let span = Span::default();
/// let quantity = Quantity { value: 14.0, upper: None, unit, comparator: Comparator::About, span };
/// assert_eq!(coverage::amount(&quantity), "~14 km");
/// ```
pub fn amount(quantity: &Quantity) -> String {
    let sign = if quantity.comparator == Comparator::Equal { "" } else { quantity.comparator.name() };
    let upper = quantity.upper.map_or_else(String::new, |upper| format!("–{upper}"));
    let unit = quantity.unit.as_deref().map_or_else(String::new, |unit| format!(" {unit}"));
    format!("{sign}{}{upper}{unit}", quantity.value)
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
