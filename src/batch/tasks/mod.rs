//! One kernel a task: core answers in, table rows out.

mod boilerplate;
mod claims;
mod language;
mod lengths;
mod long;
mod stem;
mod stemming;
mod terms;
mod text;

pub use boilerplate::{Articles, CleanTexts, learn_templates};
pub use claims::{Attributions, Checkworthiness, CheckworthinessReasons, Claims};
pub use language::{LanguageSpans, Languages};
pub use lengths::Lengths;
pub use stem::{StemWords, Stems};
pub use stemming::{StemScratch, Stemming};
pub use terms::{Concordances, NGrams, TermCounts, keyness};
pub use text::{Sentences, Tokens};

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
    /// One a row.
    Rows(Vec<Option<&'static str>>),
}

impl LanguageChoice {
    /// The language for the text in `row`, as a BCP 47 code.
    fn of(&self, row: usize, text: &str, context: &Context) -> Result<Option<&'static str>> {
        match self {
            Self::Auto => Ok(crate::language::detect(text, None, context)?.map(|language| language.code)),
            Self::Fixed(code) => Ok(*code),
            Self::Rows(codes) => Ok(codes.get(row).copied().flatten()),
        }
    }
}
