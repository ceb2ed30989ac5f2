//! Tokens and sentences.

use pyo3::prelude::*;

use super::columns::Options;
use super::input::{Choice, Texts};
use super::table::Table;
use crate::batch::tasks::{Columns, Sentences, Tokens};

/// The tokens of each text.
#[pyfunction]
pub fn tokenize(py: Python<'_>, column: Texts, with_text: bool, options: Options) -> PyResult<Table> {
    options.run(py, &column, &Columns(Tokens { with_text }))
}

/// The sentences of each text.
#[pyfunction]
pub fn split_sentences(py: Python<'_>, column: Texts, language: Choice, options: Options) -> PyResult<Table> {
    options.run(py, &column, &Columns(Sentences { language: language.0 }))
}
