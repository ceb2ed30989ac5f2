//! Numbers with what they count: "around 1,75,000 soldiers", "$1.2bn", "zwei Drittel der Wähler", "between 5 and 7 per cent".
//!
//! Conventions, where readers may differ:
//! - shares are their value without a unit: "a third of voters" is 0.333, "one in five" 0.2; per cent stays as written, 5;
//! - plurals of number name an order of magnitude: "dozens" is ~12, "thousands" ~1000, "tens of thousands" ~10,000;
//! - "nearly" and "almost" are `~`; "from 5 to 7" tells of a change and is two quantities, "5 to 7" is a range;
//! - units are codes of currencies, "percent", symbols of measures, else the plural noun as written, see `units`;
//! - years, dates, times, ages, ordinals, scores ("3-1"), telephone numbers and labels ("Article 5") are no quantities.

mod counted;
mod digits;
mod find;
mod pack;
mod ranges;
mod rules;
mod signs;
#[cfg(test)]
mod tests;
mod units;
mod words;

use super::dates;
use super::frame::pieces::{Piece, PieceKind, cut};
use super::types::Quantity;
use crate::text::pos::{Tag, tag_forms};
use crate::text::{Token, tokenize};
use crate::{Context, Result, Span};
use find::Finder;
use pack::Pack;

/// The quantities in `span` of `text`, in order; `language` is a BCP 47 code and settles number words, separators, and
/// what counts as a unit. Without it, or in a language without a word list, digits, signs and codes alone are read.
///
/// ```
/// use copydesk::{Context, Span, claims};
/// # fn main() -> copydesk::Result<()> {
/// let text = "There were more than 100,000 Russian troops near the border.";
/// let found = claims::find_quantities(text, Span::new(0, text.len()), Some("en"), &Context::default())?;
/// assert_eq!((found[0].value, found[0].comparator.name()), (100_000.0, ">"));
/// assert_eq!(found[0].unit.as_deref(), Some("troops"));
/// # Ok(())
/// # }
/// ```
pub fn find_quantities(text: &str, span: Span, language: Option<&str>, context: &Context) -> Result<Vec<Quantity>> {
    context.check_size(text.len())?;
    let words = span.of(text);
    let english = language == Some("en");
    let (tokens, tags) = if english {
        let tokens = tokenize(words, context)?;
        let tags = tag_forms(words, &tokens, context)?;
        (tokens, tags)
    } else {
        (Vec::new(), Vec::new())
    };
    let mut found = find_tagged(words, language, &tokens, &tags, context)?;
    for quantity in &mut found {
        quantity.span = Span::new(quantity.span.start + span.start, quantity.span.end + span.start);
    }
    Ok(found)
}

/// The same for a whole text whose tokens are tagged already.
pub(crate) fn find_tagged(
    text: &str,
    language: Option<&str>,
    tokens: &[Token],
    tags: &[Tag],
    context: &Context,
) -> Result<Vec<Quantity>> {
    let pieces = cut(text, Span::new(0, text.len()), context)?;
    let pack = Pack::of(language);
    let dated = dates::covered(text, &pieces, language, context)?;
    let tags = tags_of_pieces(&pieces, tokens, tags);
    let finder = Finder { text, pieces: &pieces, tags: &tags, dated: &dated, pack };
    let mut found = Vec::new();
    let mut at = 0;
    while at < pieces.len() {
        if at % 1024 == 0 {
            context.check()?;
        }
        match finder.quantity(at).filter(|_| pieces[at].kind != PieceKind::Mark) {
            Some((quantity, next)) => {
                // Its comparator may reach back over the unit of the one before: "5 more than 3".
                let from = found.last().map_or(0, |last: &Quantity| last.span.end);
                if quantity.span.start >= from {
                    found.push(quantity);
                }
                at = next.max(at + 1);
            }
            None => at += 1,
        }
    }
    Ok(found)
}

/// Whether these words bound a number that stands behind them: "about", "at least".
pub(crate) fn is_bound(words: &str, language: Option<&str>) -> bool {
    let phrase = words.split_whitespace().map(str::to_lowercase).collect::<Vec<_>>().join(" ");
    Pack::of(language).comparator.has(&phrase)
}

/// The tag of the token that holds each piece.
fn tags_of_pieces(pieces: &[Piece], tokens: &[Token], tags: &[Tag]) -> Vec<Option<Tag>> {
    if tokens.is_empty() {
        return Vec::new();
    }
    let mut at = 0;
    pieces
        .iter()
        .map(|piece| {
            while tokens.get(at).is_some_and(|token| token.span.end <= piece.span.start) {
                at += 1;
            }
            tokens.get(at).filter(|token| token.span.overlaps(&piece.span)).and_then(|_| tags.get(at).copied())
        })
        .collect()
}
