//! Stems.

use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::types::{PyList, PyString, PyTuple};

use super::columns::Options;
use super::errors;
use super::input::{Choice, Texts};
use super::table::Table;
use crate::batch::tasks::{self, StemOutput, Stemming};
use crate::stem::{Algorithm, DocumentStemmer, LentCache, StemCache, Stemmer, supported_languages};

/// The stems of each text; `language` is "auto", None, a name, or a list of names. With `encoded` the strings of lists
/// stand in a dictionary, which makes Python lists of them cheap.
#[pyfunction(name = "stem")]
#[allow(clippy::too_many_arguments)]
pub fn stem_texts(
    py: Python<'_>,
    column: Texts,
    language: Bound<'_, PyAny>,
    algorithm: &str,
    remove_stopwords: bool,
    join: Option<String>,
    encoded: bool,
    options: Options,
) -> PyResult<Table> {
    let stemming = stemming_of(py, &language, algorithm, remove_stopwords)?;
    let output = match join {
        Some(separator) => StemOutput::Joined(separator),
        None if encoded => StemOutput::Encoded,
        None => StemOutput::Lists,
    };
    options.run(py, &column, &tasks::Stems { stemming, output })
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

/// The stem of each word of a list or tuple, without Arrow in between: a word that occurs again gets the same str. None
/// where an item is neither str nor None, or beyond the limits; `stem_words` tells which.
#[pyfunction]
pub fn stem_word_list<'py>(
    py: Python<'py>,
    words: &Bound<'py, PyAny>,
    language: &str,
    algorithm: &str,
    options: Options,
) -> PyResult<Option<Bound<'py, PyList>>> {
    let stemmer = Stemmer::new(language, algorithm_of(algorithm)?).map_err(|error| errors::raise(py, &error))?;
    let mut cache = LentCache::default();
    let limits = options.context().limits;
    let numbers = numbers_of(words, &stemmer, &mut cache, limits.max_bytes)?;
    let Some(numbers) = numbers else { return Ok(None) };
    let mut stems: Vec<Bound<'py, PyAny>> =
        cache.take().iter().map(|stem| PyString::new(py, stem).into_any()).collect();
    stems.push(py.None().into_bound(py));
    let last = stems.len() - 1;
    PyList::new(py, numbers.iter().map(|number| &stems[(*number as usize).min(last)])).map(Some)
}

/// The number of each word's stem; beyond all numbers for None.
fn numbers_of(
    words: &Bound<'_, PyAny>,
    stemmer: &Stemmer,
    cache: &mut StemCache,
    longest: usize,
) -> PyResult<Option<Vec<u32>>> {
    let size = words.len()?;
    let mut numbers = Vec::with_capacity(size);
    let mut missing = Vec::new();
    let mut start = 0;
    while start < size {
        // A look at signals costs little, and so need not be rare.
        words.py().check_signals()?;
        // The items of a tuple can be borrowed, those of a list, which may change, cannot.
        let some = match words.cast::<PyList>() {
            Ok(list) => list.get_slice(start, start + TOGETHER).to_tuple(),
            Err(_) => words.cast::<PyTuple>()?.get_slice(start, start + TOGETHER),
        };
        if some.is_empty() {
            break;
        }
        start += TOGETHER;
        let mut texts = Vec::with_capacity(TOGETHER);
        let held: Vec<Borrowed<'_, '_, PyAny>> = some.iter_borrowed().collect();
        for word in &held {
            match (**word).cast::<PyString>() {
                Ok(word) => texts.push(match word.to_str() {
                    Ok(text) if text.len() <= longest => text,
                    _ => return Ok(None),
                }),
                Err(_) if word.is_none() => {
                    missing.push(numbers.len() + texts.len());
                    texts.push("");
                }
                Err(_) => return Ok(None),
            }
        }
        stemmer.numbers(&texts, cache, |number| numbers.push(number));
    }
    for place in missing {
        numbers[place] = u32::MAX;
    }
    Ok(Some(numbers))
}

/// How many words are taken at once.
const TOGETHER: usize = 256;

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
