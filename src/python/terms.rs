//! Terms, n-grams, concordances.

use pyo3::prelude::*;

use super::columns::Options;
use super::errors;
use super::input::Texts;
use super::stem::stemming_of;
use super::table::Table;
use crate::batch::tasks::{self, Columns, Stemming};
use crate::stem::DocumentStemmer;

/// How words become terms, as the Python side hands it over.
#[derive(FromPyObject)]
pub struct Terms {
    language: Py<PyAny>,
    stem: bool,
    remove_stopwords: bool,
}

impl Terms {
    fn stemming(&self, py: Python<'_>) -> PyResult<Stemming> {
        if !self.stem {
            return Ok(Stemming::Fixed(DocumentStemmer::neutral()));
        }
        stemming_of(py, self.language.bind(py), "snowball", self.remove_stopwords)
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

/// The terms that set the texts of `a` apart from those of `b`.
#[pyfunction]
pub fn keyness(
    py: Python<'_>,
    a: Texts,
    b: Texts,
    terms_a: Terms,
    terms_b: Terms,
    min_count: u64,
    options: Options,
) -> PyResult<Table> {
    let (in_a, in_b) = (terms_a.stemming(py)?, terms_b.stemming(py)?);
    let context = options.context();
    let found = py.detach(|| tasks::keyness(&a.0, &b.0, [&in_a, &in_b], min_count, &context));
    found.map(Table).map_err(|failure| errors::raise_row(py, &failure, options.argument()))
}
