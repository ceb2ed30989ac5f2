//! Dates, absolute and relative, as ISO 8601.
//!
//! Weekdays, relative days and dates without a year resolve against the day of publication; without one they are left
//! out, since the table has no value for them. News convention: a weekday is the last one, the day of publication among
//! them, unless the sentence looks ahead ("will meet on Thursday"); so are days, months and seasons without a year.
//! "12/01/2022" in English may be January or December: other dates of the text tell, or it is left out. Weeks, quarters,
//! seasons, decades and ranges are intervals from their first to their last day, "2024-02-26/2024-03-03". "Early", "late"
//! and "since" do not narrow the value. Recurring days ("every Sunday") are no dates.

mod calendar;
mod civil;
mod find;
mod pack;
mod periods;
mod relative;
mod special;
mod tense;
#[cfg(test)]
mod tests;
mod times;
mod weekdays;

use std::cell::OnceCell;

use super::frame::pieces::{Piece, cut};
use super::types::DateMention;
use crate::{Context, Result, Span};
use civil::Day;
use find::{Finder, Found};
use pack::Pack;

/// Whether a word in small letters, without its stop, is a month or its short form in a language: "march", "mar".
pub(crate) fn is_month(language: &str, word: &str) -> bool {
    Pack::of(Some(language)).month.has(word)
}

/// The dates in `span` of `text`, in order. `language` is a BCP 47 code; `published` an ISO 8601 date or time. A
/// `published` that is none is as good as no `published`.
///
/// ```
/// use copydesk::{Context, Span, claims};
/// # fn main() -> copydesk::Result<()> {
/// let text = "Talks ended on Wednesday, 12 January; the next round will follow on Thursday.";
/// let span = Span::new(0, text.len());
/// let found = claims::find_dates(text, span, Some("en"), Some("2022-01-12T21:26:00Z"), &Context::default())?;
/// let values: Vec<&str> = found.iter().map(|date| date.value.as_str()).collect();
/// assert_eq!(values, ["2022-01-12", "2022-01-13"]);
/// # Ok(())
/// # }
/// ```
pub fn find_dates(
    text: &str,
    span: Span,
    language: Option<&str>,
    published: Option<&str>,
    context: &Context,
) -> Result<Vec<DateMention>> {
    let pieces = cut(text, span, context)?;
    let found = scan(text, &pieces, language, published, context)?;
    Ok(found
        .into_iter()
        .filter_map(|found| {
            let (value, precision) = found.value?;
            let span = Span::new(pieces[found.start].span.start, pieces[found.end - 1].span.end);
            Some(DateMention { value, precision, span })
        })
        .collect())
}

/// For each piece, whether it belongs to a date; dates that cannot be resolved count too.
pub(super) fn covered(text: &str, pieces: &[Piece], language: Option<&str>, context: &Context) -> Result<Vec<bool>> {
    let mut covered = vec![false; pieces.len()];
    for found in scan(text, pieces, language, None, context)? {
        covered[found.start..found.end].fill(true);
    }
    Ok(covered)
}

fn scan(
    text: &str,
    pieces: &[Piece],
    language: Option<&str>,
    published: Option<&str>,
    context: &Context,
) -> Result<Vec<Found>> {
    let published = published.and_then(Day::of_iso);
    let finder = Finder { text, pieces, pack: Pack::of(language), published, order: OnceCell::new() };
    let mut all: Vec<Found> = Vec::new();
    let mut at = 0;
    while at < pieces.len() {
        if at % 1024 == 0 {
            context.check()?;
        }
        match finder.date(at) {
            Some(found) if all.last().is_none_or(|last| last.end <= found.start) => {
                at = found.end.max(at + 1);
                match all.last().and_then(|last| finder.joined(last, &found)) {
                    Some(range) => {
                        all.pop();
                        all.push(range);
                    }
                    None => all.push(found),
                }
            }
            _ => at += 1,
        }
    }
    Ok(all)
}
