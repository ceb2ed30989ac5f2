//! How texts are stemmed, whatever becomes of the stems.

use std::collections::HashMap;

use super::LanguageChoice;
use crate::stem::{Algorithm, DocumentStemmer, LentCache, StemCache};
use crate::{Context, Result};

/// How texts are stemmed.
#[derive(Debug, Clone)]
pub enum Stemming {
    /// By this stemmer.
    Fixed(DocumentStemmer),
    /// By that of the language, detected or given row by row; a text in a language without a stemmer is only folded.
    Each {
        /// The language of the texts.
        language: LanguageChoice,
        /// The family of algorithms; with none, words stay as they are in lower case.
        algorithm: Option<Algorithm>,
        /// Whether stop words are left out.
        remove_stopwords: bool,
    },
}

/// What one thread keeps: the stemmers it met, and a cache of fixed size for all of them.
#[derive(Debug, Default)]
pub struct StemScratch {
    pub(super) cache: LentCache,
    each: HashMap<Option<&'static str>, DocumentStemmer>,
}

impl Stemming {
    /// The stemmer for the text in `row`, and the cache to use with it.
    pub(super) fn of<'a>(
        &'a self,
        scratch: &'a mut StemScratch,
        row: usize,
        text: &str,
        context: &Context,
    ) -> Result<(&'a DocumentStemmer, &'a mut StemCache)> {
        match self {
            Self::Fixed(stemmer) => Ok((stemmer, &mut scratch.cache)),
            Self::Each { language, algorithm, remove_stopwords } => {
                let code = language.of_sample(row, text, context)?;
                let stemmer = scratch.each.entry(code).or_insert_with(|| {
                    let known = code.and_then(|code| stemmer(code, *algorithm, *remove_stopwords).ok());
                    known.unwrap_or_else(DocumentStemmer::neutral)
                });
                Ok((stemmer, &mut scratch.cache))
            }
        }
    }
}

/// The stemmer of a language, or what takes its place where no algorithm is given.
///
/// # Errors
///
/// As [`DocumentStemmer::new`].
pub fn stemmer(language: &str, algorithm: Option<Algorithm>, remove_stopwords: bool) -> Result<DocumentStemmer> {
    match algorithm {
        Some(algorithm) => DocumentStemmer::new(language, algorithm, remove_stopwords),
        None if remove_stopwords => DocumentStemmer::unstemmed(language),
        None => Ok(DocumentStemmer::neutral()),
    }
}
