//! Stems.

use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::types::PyString;

use super::columns::Options;
use super::errors;
use super::input::{Choice, Texts};
use super::table::Table;
use crate::batch::tasks::{self, Stemming};
use crate::stem::{Algorithm, DocumentStemmer, Stemmer, supported_languages};

/// The stems of each text; `language` is "auto", None, a name, or a list of names.
#[pyfunction(name = "stem")]
pub fn stem_texts(
    py: Python<'_>,
    column: Texts,
    language: Bound<'_, PyAny>,
    algorithm: &str,
    remove_stopwords: bool,
    join: Option<String>,
    options: Options,
) -> PyResult<Table> {
    let stemming = stemming_of(py, &language, algorithm, remove_stopwords)?;
    options.run(py, &column, &tasks::Stems { stemming, join })
}

/// How texts are stemmed, from the arguments of `stem`.
pub fn stemming_of(
    py: Python<'_>,
    language: &Bound<'_, PyAny>,
    algorithm: &str,
    remove_stopwords: bool,
) -> PyResult<Stemming> {
    let algorithm = algorithm_of(algorithm)?;
    match language.cast::<PyString>() {
        Ok(name) if name.to_str()? != "auto" => {
            let stemmer = DocumentStemmer::new(name.to_str()?, algorithm, remove_stopwords);
            Ok(Stemming::Fixed(stemmer.map_err(|error| errors::raise(py, &error))?))
        }
        _ => Ok(Stemming::Each { language: language.extract::<Choice>()?.0, algorithm, remove_stopwords }),
    }
}

/// The stem of each word.
#[pyfunction]
pub fn stem_words(py: Python<'_>, column: Texts, language: &str, algorithm: &str, options: Options) -> PyResult<Table> {
    let stemmer = Stemmer::new(language, algorithm_of(algorithm)?).map_err(|error| errors::raise(py, &error))?;
    options.run(py, &column, &tasks::StemWords { stemmer })
}

/// The languages that an algorithm family has stemmers for.
#[pyfunction]
pub fn stem_languages(algorithm: &str) -> PyResult<Vec<&'static str>> {
    Ok(supported_languages(algorithm_of(algorithm)?))
}

fn algorithm_of(name: &str) -> PyResult<Algorithm> {
    Algorithm::from_name(name).ok_or_else(|| {
        PyValueError::new_err(format!("algorithm: expected 'snowball' or 'rust-stemmers', got '{name}'"))
    })
}
