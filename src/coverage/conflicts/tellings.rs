//! On what two claims disagree, with the words in which each tells it: of a number with its bound, of a date.

use super::member::Member;
use crate::coverage::conflicts::ConflictKind;
use crate::coverage::reading::dates::Date;
use crate::coverage::reading::facts::{Number, Words, amount};
use crate::coverage::types::ClaimRecord;

/// What two members disagree on.
pub(crate) struct Disagreement {
    pub kind: ConflictKind,
    pub a: Told,
    pub b: Told,
    /// Of numbers, a key of what both count.
    pub counted: Option<String>,
}

/// What one of them says of it: its words, and of a number the figure.
pub(crate) struct Told {
    pub words: String,
    pub figure: Option<String>,
}

impl Disagreement {
    /// One of words.
    pub fn of(kind: ConflictKind, a: impl Into<String>, b: impl Into<String>) -> Self {
        let told = |words| Told { words, figure: None };
        Self { kind, a: told(a.into()), b: told(b.into()), counted: None }
    }

    /// One of numbers; with their units where the figures are the same.
    pub fn of_numbers((a, m): (&Member<'_>, &Number), (b, n): (&Member<'_>, &Number)) -> Self {
        let (here, there) = (number_words(a.claim, m), number_words(b.claim, n));
        let same = here.eq_ignore_ascii_case(&there) || (m.value == n.value && m.measure != n.measure);
        let told = |words: String, member: &Member<'_>, number: &Number| Told {
            words: if same { with_unit(words, member, number) } else { words },
            figure: Some(number.figure()),
        };
        Self { kind: ConflictKind::Number, a: told(here, a, m), b: told(there, b, n), counted: counted(a, m, n) }
    }
}

/// With what the key begins of what befell those who are counted; no word has a space.
pub(crate) const OF_FATE: &str = "fate ";

/// A key of what two numbers count: what befell whom they count, or the stem of a word that both have for it.
fn counted(member: &Member<'_>, m: &Number, n: &Number) -> Option<String> {
    let fate = m.fate.filter(|fate| n.fate == Some(*fate)).map(|fate| format!("{OF_FATE}{fate}"));
    let unit = || m.units.first().filter(|unit| n.units.first() == Some(*unit)).map(|unit| member.stem_of(*unit));
    fate.or_else(unit).filter(|key| !key.is_empty())
}

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
    if words.contains(['$', '€', '£', '¥']) {
        return words;
    }
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
