//! Attributions, claims, check-worthiness.

use pyo3::prelude::*;

use super::columns::Options;
use super::input::{Choice, Texts};
use super::table::Table;
use crate::batch::tasks;

/// Who says what in each text.
#[pyfunction]
pub fn extract_attributions(py: Python<'_>, column: Texts, language: Choice, options: Options) -> PyResult<Table> {
    options.run(py, &column, &tasks::Attributions { language: language.0, model: None })
}

/// What is claimed in each text; `published` and `outlet` hold one value for all texts, one a text, or none.
#[pyfunction]
pub fn extract_claims(
    py: Python<'_>,
    column: Texts,
    language: Choice,
    narrator: bool,
    published: Vec<Option<String>>,
    outlet: Vec<Option<String>>,
    options: Options,
) -> PyResult<Table> {
    let attributions = tasks::Attributions { language: language.0, model: None };
    options.run(py, &column, &tasks::Claims { attributions, narrator, published, outlet })
}

/// How much each sentence is worth checking, in [0, 1].
#[pyfunction]
pub fn score_checkworthiness(py: Python<'_>, column: Texts, options: Options) -> PyResult<Table> {
    options.run(py, &column, &tasks::Checkworthiness)
}
