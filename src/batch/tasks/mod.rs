//! One kernel a task: core answers in, table rows out.

mod boilerplate;
mod claims;
mod columns;
mod language;
mod lengths;
mod long;
mod stem;
mod stemming;
mod terms;
mod text;

pub use boilerplate::{Articles, CleanTexts, learn_templates};
pub use claims::{Attributions, Checkworthiness, CheckworthinessReasons, Claims};
pub use columns::{Column, ColumnTask, Columns};
pub use language::{LanguageSpans, Languages};
pub use lengths::Lengths;
pub use stem::{JoinedStems, NumberScratch, StemBlock, StemForm, StemLists, StemNumbers, StemWords, Stems};
pub use stemming::{StemScratch, Stemming, stemmer};
pub use terms::{Concordances, TermCounts, keyness, term_totals};
pub use text::{NGrams, Sentences, Tokens};

use super::Cell;
use crate::{Context, Error, Result};

/// The text of a cell; bytes are refused, since only pages may come as bytes.
fn text(cell: Cell<'_>) -> Result<&str> {
    match cell {
        Cell::Text(text) => Ok(text),
        Cell::Bytes(_) => Err(Error::input("expected str or None, got bytes")),
    }
}

/// The value for a row of a list that holds one for all, or one a row.
fn one_of(values: &[Option<String>], row: usize) -> Option<String> {
    match values {
        [only] => only.clone(),
        many => many.get(row).cloned().flatten(),
    }
}

/// The language a task is told to work in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LanguageChoice {
    /// Detect it for each text.
    Auto,
    /// This one for all; `None` = undetermined.
    Fixed(Option<&'static str>),
    /// One a row, or why there is none to be had.
    Rows(Vec<Result<Option<&'static str>>>),
}

impl LanguageChoice {
    /// The language for the text in `row`, as a BCP 47 code.
    fn of(&self, row: usize, text: &str, context: &Context) -> Result<Option<&'static str>> {
        match self {
            Self::Auto => Ok(crate::language::detect(text, None, context)?.map(|language| language.code)),
            Self::Fixed(code) => Ok(*code),
            Self::Rows(codes) => codes.get(row).cloned().unwrap_or(Ok(None)),
        }
    }

    /// As [`Self::of`]; of a long text samples are looked at, for tasks that cost less than detecting a language would.
    fn of_sample(&self, row: usize, text: &str, context: &Context) -> Result<Option<&'static str>> {
        match self {
            Self::Auto if text.len() > SAMPLES * SAMPLE => {
                context.check_size(text.len())?;
                self.of(row, &sample(text), context)
            }
            _ => self.of(row, text, context),
        }
    }
}

/// How many samples are taken of a text, and their size in bytes.
const SAMPLES: usize = 4;
const SAMPLE: usize = 192;

/// Pieces from all over a text, of whole words where they are no longer than a piece.
fn sample(text: &str) -> String {
    let mut sample = String::with_capacity(SAMPLES * (SAMPLE + 1));
    let last = text.len().saturating_sub(SAMPLE);
    for i in 0..SAMPLES {
        let boundary = |mut at: usize| {
            while !text.is_char_boundary(at) {
                at -= 1;
            }
            at
        };
        let start = boundary(last * i / (SAMPLES - 1));
        let end = boundary((start + SAMPLE).min(text.len()));
        let piece = text.get(start..end).unwrap_or("");
        // The first and the last word may be cut.
        let piece = if start == 0 { piece } else { piece.split_once(char::is_whitespace).map_or(piece, |(_, p)| p) };
        let piece =
            if end == text.len() { piece } else { piece.rsplit_once(char::is_whitespace).map_or(piece, |(p, _)| p) };
        sample.push_str(piece);
        sample.push('\n');
    }
    sample
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_language_of_a_long_text_shows_in_samples() {
        let text = "Die Minister bestritten den Bericht am Montag erneut. ".repeat(200);
        let found = LanguageChoice::Auto.of_sample(0, &text, &Context::default()).expect("within the limits");
        assert_eq!(found, Some("de"));
        assert!(sample(&text).split_whitespace().all(|word| text.contains(word)));
    }

    proptest! {
        #[test]
        fn samples_are_small_and_of_the_text(text in "[a-zé中 ]{0,4000}") {
            let found = sample(&text);
            prop_assert!(found.len() <= SAMPLES * (SAMPLE + 1));
            prop_assert!(found.lines().all(|piece| text.contains(piece)));
        }
    }
}
