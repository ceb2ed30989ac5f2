//! Languages.

use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;

use super::columns::Options;
use super::errors;
use super::input::Texts;
use super::table::Table;
use crate::batch::tasks;
use crate::language::{self, Languages, Model};

/// The language of each text; `languages` restricts the answers, `model` is None or "copydesk" for the trained identifier, "whatlang" for that crate.
#[pyfunction]
pub fn detect_language(
    py: Python<'_>,
    column: Texts,
    languages: Option<Vec<String>>,
    model: Option<&str>,
    options: Options,
) -> PyResult<Table> {
    let kernel = tasks::Languages { model: model_of(model)?, restriction: restriction(py, languages)? };
    options.run(py, &column, &kernel)
}

/// The likeliest languages of one text, best first, with their probabilities.
#[pyfunction]
pub fn rank_languages(
    py: Python<'_>,
    text: &str,
    languages: Option<Vec<String>>,
    model: Option<&str>,
    options: Options,
) -> PyResult<Vec<(&'static str, f64)>> {
    let (model, restriction) = (model_of(model)?, restriction(py, languages)?);
    let context = options.context();
    py.detach(|| model.ranking(text, restriction.as_ref(), &context)).map_err(|error| errors::raise(py, &error))
}

/// The stretches of each text that are in one language.
#[pyfunction]
pub fn language_spans(py: Python<'_>, column: Texts, options: Options) -> PyResult<Table> {
    options.run(py, &column, &tasks::LanguageSpans)
}

/// All languages that copydesk knows by name, as (BCP 47 code, ISO 639-3 code, English name).
#[pyfunction]
pub fn languages() -> Vec<(&'static str, &'static str, &'static str)> {
    language::languages().iter().map(|entry| (entry.code, entry.iso639_3, entry.name)).collect()
}

/// The BCP 47 code of a language given by any of its names.
#[pyfunction]
pub fn resolve_language(py: Python<'_>, name: &str) -> PyResult<&'static str> {
    language::resolve(name).map(|entry| entry.code).map_err(|error| errors::raise(py, &error))
}

fn model_of(name: Option<&str>) -> PyResult<Model> {
    match name {
        None => Ok(Model::default()),
        Some("copydesk") => Ok(Model::Copydesk),
        Some("whatlang") => Ok(Model::Whatlang),
        Some(other) => Err(PyValueError::new_err(format!("model: expected 'copydesk' or 'whatlang', got '{other}'"))),
    }
}

fn restriction(py: Python<'_>, names: Option<Vec<String>>) -> PyResult<Option<Languages>> {
    names.map(Languages::new).transpose().map_err(|error| errors::raise(py, &error))
}
