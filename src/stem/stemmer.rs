//! One word, one stem.

use std::borrow::Cow;
use std::panic::{AssertUnwindSafe, catch_unwind};

use super::languages::{self, Entry, LANGUAGES};
use super::word::Word;
use super::{LentCache, StemCache, legacy};
use crate::{Context, Result};

/// Which family of algorithms.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub enum Algorithm {
    /// Today's Snowball algorithm of the language.
    #[default]
    Snowball,
    /// The crate rust-stemmers 1.2: an older Snowball, 18 languages.
    RustStemmers,
    /// Porter's algorithm of 1980; English.
    Porter,
    /// Lovins' algorithm of 1968; English.
    Lovins,
    /// Porter's algorithm for Dutch; today's Snowball has Kraaij and Pohlmann's for Dutch.
    DutchPorter,
}

impl Algorithm {
    /// All algorithms, in the order of their declaration.
    pub const ALL: &'static [Self] =
        &[Self::Snowball, Self::RustStemmers, Self::Porter, Self::Lovins, Self::DutchPorter];

    /// The name in arguments.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Snowball => "snowball",
            Self::RustStemmers => "rust-stemmers",
            Self::Porter => "porter",
            Self::Lovins => "lovins",
            Self::DutchPorter => "dutch_porter",
        }
    }

    /// The algorithm of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|algorithm| algorithm.name().eq_ignore_ascii_case(name.trim()))
    }

    /// Whether it has a stemmer for a language.
    pub(crate) fn covers(self, entry: &Entry) -> bool {
        match self {
            Self::Snowball => true,
            Self::RustStemmers => entry.legacy.is_some(),
            Self::Porter | Self::Lovins => entry.code == "en",
            Self::DutchPorter => entry.code == "nl",
        }
    }
}

/// Stems words of one language. Cheap to copy; may be shared by threads.
///
/// ```
/// use copydesk::stem::{Algorithm, Stemmer};
/// let stemmer = Stemmer::new("en", Algorithm::Snowball)?;
/// assert_eq!(stemmer.stem("negotiations"), "negoti");
/// assert!(Stemmer::new("xx", Algorithm::Snowball).unwrap_err().to_string().contains("nearest"));
/// # Ok::<(), copydesk::Error>(())
/// ```
#[derive(Clone, Copy)]
pub struct Stemmer {
    language: &'static str,
    engine: Engine,
    /// Tells stemmers apart in a shared cache.
    pub(super) id: u16,
}

#[derive(Clone, Copy)]
enum Engine {
    Snowball(frostem::Stemmer),
    Legacy(rust_stemmers::Algorithm),
}

impl std::fmt::Debug for Stemmer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Stemmer").field("language", &self.language).finish_non_exhaustive()
    }
}

impl Stemmer {
    /// The stemmer of a language: a BCP 47 or ISO 639-3 code or an English name. `"porter"`, `"lovins"` and
    /// `"dutch_porter"` are also taken as names of languages, under [`Algorithm::Snowball`].
    ///
    /// # Errors
    ///
    /// [`crate::ErrorKind::UnsupportedLanguage`], with the nearest names, where the algorithm has none for it.
    pub fn new(language: &str, algorithm: Algorithm) -> Result<Self> {
        if algorithm == Algorithm::Snowball {
            let named = [Algorithm::Porter, Algorithm::Lovins, Algorithm::DutchPorter];
            if let Some(named) = Algorithm::from_name(language).filter(|name| named.contains(name)) {
                return Self::new(if named == Algorithm::DutchPorter { "nl" } else { "en" }, named);
            }
        }
        let Some((at, entry)) = languages::find(language).filter(|(_, entry)| algorithm.covers(entry)) else {
            return languages::unsupported(language, algorithm);
        };
        let snowball = |algorithm| Engine::Snowball(frostem::Stemmer::new(algorithm));
        let count = LANGUAGES.len() as u16;
        let (engine, id) = match (algorithm, entry.legacy) {
            (Algorithm::Porter, _) => (snowball(frostem::Algorithm::Porter), count),
            (Algorithm::Lovins, _) => (snowball(frostem::Algorithm::Lovins), count + 1),
            (Algorithm::DutchPorter, _) => (snowball(frostem::Algorithm::DutchPorter), count + 2),
            (Algorithm::RustStemmers, Some(legacy)) => (Engine::Legacy(legacy), at as u16 | 0x40),
            _ => (snowball(entry.snowball), at as u16),
        };
        Ok(Self { language: entry.code, engine, id })
    }

    /// BCP 47 code of its language.
    pub fn language(&self) -> &'static str {
        self.language
    }

    /// The stem of a word, which the caller has lower-cased. No input panics: should an algorithm fail on one, the word
    /// itself is its stem.
    pub fn stem<'w>(&self, word: &'w str) -> Cow<'w, str> {
        let run = || match self.engine {
            Engine::Snowball(stemmer) => stemmer.stem(word),
            Engine::Legacy(algorithm) => legacy::stem(algorithm, word),
        };
        catch_unwind(AssertUnwindSafe(run)).unwrap_or(Cow::Borrowed(word))
    }

    /// The number of a word's stem in the table of the cache.
    #[inline]
    pub fn number(&self, word: &str, cache: &mut StemCache) -> u32 {
        let compute = |word: &str, stem: &mut String| {
            stem.push_str(&self.stem(word));
            true
        };
        cache.number_of(&Word::new(word, self.id), compute).unwrap_or(u32::MAX)
    }

    /// The stems of many words, one each.
    ///
    /// # Errors
    ///
    /// [`crate::ErrorKind::Cancelled`].
    pub fn stem_words<S: AsRef<str>>(&self, words: &[S], context: &Context) -> Result<Vec<String>> {
        let mut cache = LentCache::default();
        let mut stems = Vec::with_capacity(words.len());
        for some in words.chunks(1024) {
            context.check()?;
            for word in some {
                let number = self.number(word.as_ref(), &mut cache);
                stems.push(cache.stems().get(number).to_owned());
            }
        }
        Ok(stems)
    }
}
