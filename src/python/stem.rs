//! Stems.

use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::types::{PyList, PyString, PyTuple};

use super::columns::Options;
use super::errors;
use super::input::{Choice, Texts};
use super::table::Table;
use crate::batch::tasks::{self, StemLists, StemNumbers, Stemming};
use crate::stem::{Algorithm, LentCache, StemCache, Stemmer, supported_languages};

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
    let stemming = stemming_of(py, &language, Some(algorithm_of(algorithm)?), remove_stopwords)?;
    match join {
        Some(separator) => options.run(py, &column, &tasks::JoinedStems { stemming, separator }),
        None => options.run(py, &column, &tasks::Stems::<StemLists>::new(stemming)),
    }
}

/// As `stem`, as a list of lists, without Arrow in between: a stem that a thread meets again is the same str.
#[pyfunction]
pub fn stem_lists<'py>(
    py: Python<'py>,
    column: Texts,
    language: Bound<'_, PyAny>,
    algorithm: &str,
    remove_stopwords: bool,
    options: Options,
) -> PyResult<Bound<'py, PyList>> {
    let stemming = stemming_of(py, &language, Some(algorithm_of(algorithm)?), remove_stopwords)?;
    let none = py.None();
    // The stems of each worker by their numbers.
    let mut known: Vec<Vec<Py<PyAny>>> = Vec::new();
    let mut blocks: Vec<(usize, Vec<Py<PyAny>>)> = Vec::new();
    options.run_into(py, &column, &tasks::Stems::<StemNumbers>::new(stemming), |py, finished| {
        let stems = finished.output;
        if known.len() <= stems.worker {
            known.resize_with(stems.worker + 1, Vec::new);
        }
        let known = &mut known[stems.worker];
        known.extend(stems.new.iter().map(|stem| PyString::new(py, stem).into_any().unbind()));
        let list = |numbers: &[u32]| {
            PyList::new(py, numbers.iter().map(|number| known.get(*number as usize).unwrap_or(&none)))
        };
        let lists = stems.texts().map(|numbers| match numbers {
            Some(numbers) => Ok(list(numbers)?.into_any().unbind()),
            None => Ok(none.clone_ref(py)),
        });
        blocks.push((finished.block, lists.collect::<PyResult<_>>()?));
        Ok(())
    })?;
    blocks.sort_unstable_by_key(|(block, _)| *block);
    PyList::new(py, blocks.into_iter().flat_map(|(_, lists)| lists).collect::<Vec<_>>())
}

/// How texts are stemmed, from the arguments of `stem`; without an algorithm words stay as they are in lower case.
pub fn stemming_of(
    py: Python<'_>,
    language: &Bound<'_, PyAny>,
    algorithm: Option<Algorithm>,
    remove_stopwords: bool,
) -> PyResult<Stemming> {
    match language.cast::<PyString>() {
        Ok(name) if name.to_str()? != "auto" => {
            let stemmer = tasks::stemmer(name.to_str()?, algorithm, remove_stopwords);
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
    let longest = options.context().limits.max_bytes;
    let mut cache = LentCache::default();
    // Two passes, since words and stems are many objects each, and going from one to the other would drive both out of the
    // processor's caches.
    let mut numbers = Vec::with_capacity(words.len());
    for place in 0..words.len() {
        if place.is_multiple_of(LOOK_UP) {
            py.check_signals()?;
        }
        match number_of(&words.get_item(place)?, &stemmer, longest, &mut cache) {
            Some(number) => numbers.push(number),
            None => return Ok(None),
        }
    }
    let known: Vec<_> = cache.stems().iter().map(|stem| PyString::new(py, stem).into_any()).collect();
    let none = py.None().into_bound(py);
    PyList::new(py, numbers.iter().map(|number| known.get(*number as usize).unwrap_or(&none))).map(Some)
}

/// After how many words the signals are looked up.
const LOOK_UP: usize = 1024;

/// A number that no stem has.
const NO_STEM: u32 = u32::MAX;

/// The number of the stem of a list's item, [`NO_STEM`] for None; `None` for what is no word.
#[inline]
fn number_of(item: &Bound<'_, PyAny>, stemmer: &Stemmer, longest: usize, cache: &mut StemCache) -> Option<u32> {
    let Ok(word) = item.cast_exact::<PyString>().or_else(|_| item.cast::<PyString>()) else {
        return item.is_none().then_some(NO_STEM);
    };
    let word = word.to_str().ok().filter(|word| word.len() <= longest)?;
    Some(stemmer.number(word, cache))
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
