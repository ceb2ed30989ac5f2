//! Terms, n-grams, concordances.

use pyo3::prelude::*;

use super::columns::Options;
use super::errors;
use super::input::Texts;
use super::stem::stemming_of;
use super::table::Table;
use crate::batch::tasks::{self, Columns, Stemming};
use crate::stem::{Algorithm, DocumentStemmer};
use crate::text;

/// How words become terms, as the Python side hands it over.
#[derive(FromPyObject)]
pub struct Terms {
    language: Py<PyAny>,
    stem: bool,
    remove_stopwords: bool,
}

impl Terms {
    fn stemming(&self, py: Python<'_>) -> PyResult<Stemming> {
        if !self.stem && !self.remove_stopwords {
            return Ok(Stemming::Fixed(DocumentStemmer::neutral()));
        }
        stemming_of(py, self.language.bind(py), self.stem.then_some(Algorithm::Snowball), self.remove_stopwords)
    }
}

/// How often each term occurs in each text.
#[pyfunction]
pub fn term_counts(py: Python<'_>, column: Texts, terms: Terms, options: Options) -> PyResult<Table> {
    options.run(py, &column, &Columns(tasks::TermCounts { stemming: terms.stemming(py)? }))
}

/// All runs of `n` words.
#[pyfunction]
pub fn ngrams(py: Python<'_>, column: Texts, n: usize, options: Options) -> PyResult<Table> {
    options.run(py, &column, &Columns(tasks::NGrams { n }))
}

/// The places where a word or phrase occurs.
#[pyfunction]
pub fn concordance(py: Python<'_>, column: Texts, pattern: String, width: usize, options: Options) -> PyResult<Table> {
    options.run(py, &column, &tasks::Concordances { pattern, width })
}

/// The terms of a body of texts, counted, for `keyness`.
#[pyclass(frozen, module = "copydesk._core")]
pub struct TermTotals(text::TermTotals);

/// The terms of all texts together.
#[pyfunction]
pub fn term_totals(py: Python<'_>, column: Texts, terms: Terms, options: Options) -> PyResult<TermTotals> {
    let stemming = terms.stemming(py)?;
    options.run_whole(py, |context| tasks::term_totals(&column.0, &stemming, context)).map(TermTotals)
}

/// The terms that set the texts of `a` apart from those of `b`.
#[pyfunction]
pub fn keyness(py: Python<'_>, a: &TermTotals, b: &TermTotals, min_count: u64) -> PyResult<Table> {
    py.detach(|| tasks::keyness(&a.0, &b.0, min_count)).map(Table).map_err(|error| errors::raise(py, &error))
}
