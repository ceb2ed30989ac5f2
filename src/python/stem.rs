//! Stems.

use std::ops::Range;

use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::types::{PyList, PyString, PyTuple};

use super::columns::Options;
use super::errors;
use super::input::{Choice, Texts};
use super::table::Table;
use crate::batch::tasks::{self, StemOutput, Stemming};
use crate::stem::{Algorithm, DocumentStemmer, LentCache, Stemmer, supported_languages};

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
    if let Some(separator) = join {
        return options.run(py, &column, &tasks::JoinedStems { stemming, separator });
    }
    let output = if encoded { StemOutput::Encoded } else { StemOutput::Lists };
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
    let words = match words.cast::<PyTuple>() {
        Ok(tuple) => &tuple.to_list(),
        Err(_) => words.cast::<PyList>()?,
    };
    let mut stems = WordStems {
        words,
        stemmer,
        longest: options.context().limits.max_bytes,
        cache: LentCache::default(),
        known: Vec::new(),
        rest: 0..words.len(),
        outcome: Ok(true),
    };
    let list = PyList::new(py, &mut stems)?;
    Ok(stems.outcome?.then_some(list))
}

/// After how many words the signals are looked up.
const LOOK_UP: usize = 256;

/// The stems of a list's words, made as they are asked for: straight into the new list.
struct WordStems<'a, 'py> {
    words: &'a Bound<'py, PyList>,
    stemmer: Stemmer,
    longest: usize,
    cache: LentCache,
    /// The stems by their numbers in the cache.
    known: Vec<Bound<'py, PyAny>>,
    /// Places of words to come.
    rest: Range<usize>,
    /// Whether all items so far could be taken; if not, the list is thrown away.
    outcome: PyResult<bool>,
}

impl<'py> WordStems<'_, 'py> {
    /// The stem of the word there; `None` for an item that is none.
    #[inline]
    fn stem(&mut self, place: usize) -> PyResult<Option<Bound<'py, PyAny>>> {
        let py = self.words.py();
        if place.is_multiple_of(LOOK_UP) {
            py.check_signals()?;
        }
        let word = self.words.get_item(place)?;
        let Ok(text) = word.cast_exact::<PyString>().or_else(|_| word.cast::<PyString>()) else {
            return Ok(word.is_none().then_some(word));
        };
        let Ok(text) = text.to_str() else { return Ok(None) };
        if text.len() > self.longest {
            return Ok(None);
        }
        let number = self.stemmer.number(text, &mut self.cache);
        if let Some(stem) = self.known.get(number as usize) {
            return Ok(Some(stem.clone()));
        }
        // Numbers are given in order, one for each word that was not met before.
        let stem = self.cache.stems().get(number);
        let same = stem == text && word.is_exact_instance_of::<PyString>();
        let stem = if same { word.clone() } else { PyString::new(py, stem).into_any() };
        self.known.push(stem.clone());
        Ok(Some(stem))
    }
}

impl<'py> Iterator for WordStems<'_, 'py> {
    type Item = Bound<'py, PyAny>;

    #[inline]
    fn next(&mut self) -> Option<Bound<'py, PyAny>> {
        let place = self.rest.next()?;
        if matches!(self.outcome, Ok(true)) {
            match self.stem(place) {
                Ok(Some(stem)) => return Some(stem),
                Ok(None) => self.outcome = Ok(false),
                Err(error) => self.outcome = Err(error),
            }
        }
        Some(self.words.py().None().into_bound(self.words.py()))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.rest.size_hint()
    }
}

impl ExactSizeIterator for WordStems<'_, '_> {}

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
