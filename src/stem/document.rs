//! The stems of a text's words.

use std::borrow::Cow;

use super::fold::fold;
use super::{Algorithm, StemCache, Stemmer, StopWords};
use crate::text::{Token, TokenKind, tokenize};
use crate::{Context, Result};

/// Sets the entries of a [`DocumentStemmer`] that leaves out stop words apart in a cache.
const STOPPED: u8 = 0x80;

/// Stems texts of one language in one pass each: tokens, folded case, stop words left out where asked, stems.
///
/// The words of a text are its tokens of kind word and hashtag (without its sign); numbers, addresses and marks have no
/// stem. May be shared by threads; each keeps its own [`StemCache`], over all its texts.
///
/// ```
/// use copydesk::Context;
/// use copydesk::stem::{Algorithm, DocumentStemmer, StemCache};
/// let stemmer = DocumentStemmer::new("en", Algorithm::Snowball, true)?;
/// let mut cache = StemCache::default();
/// let stems = stemmer.stems("The talks’ 3 failures were discussed.", &mut cache, &Context::default())?;
/// assert_eq!(stems, ["talk", "failur", "discuss"]);
/// # Ok::<(), copydesk::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct DocumentStemmer {
    stemmer: Option<Stemmer>,
    stop_words: Option<StopWords>,
    turkish: bool,
    id: u8,
}

impl DocumentStemmer {
    /// A stemmer for texts in `language`, named as for [`Stemmer::new`]. A language without a stop-word list keeps all
    /// words.
    ///
    /// # Errors
    ///
    /// [`crate::ErrorKind::UnsupportedLanguage`], as [`Stemmer::new`].
    pub fn new(language: &str, algorithm: Algorithm, remove_stopwords: bool) -> Result<Self> {
        let stemmer = Stemmer::new(language, algorithm)?;
        let stop_words = if remove_stopwords { StopWords::new(stemmer.language()) } else { None };
        let id = stemmer.id | if stop_words.is_some() { STOPPED } else { 0 };
        Ok(Self { turkish: stemmer.language() == "tr", stemmer: Some(stemmer), stop_words, id })
    }

    /// For texts whose language is unknown or has no stemmer: words are folded, not stemmed, and none is left out.
    pub fn neutral() -> Self {
        Self { stemmer: None, stop_words: None, turkish: false, id: 0x3F }
    }

    /// Calls `sink` with each stem of a text, in order, and the token it comes from.
    ///
    /// # Errors
    ///
    /// Those of [`tokenize`].
    pub fn for_each(
        &self,
        text: &str,
        cache: &mut StemCache,
        context: &Context,
        mut sink: impl FnMut(&str, &Token),
    ) -> Result<()> {
        let mut folded = String::new();
        for (i, token) in tokenize(text, context)?.iter().enumerate() {
            if i % 4096 == 0 {
                context.check()?;
            }
            let word = match token.kind {
                TokenKind::Word => token.span.of(text),
                TokenKind::Hashtag => token.span.of(text).trim_start_matches('#'),
                _ => continue,
            };
            let word = fold(word, self.turkish, &mut folded);
            let stem = cache.get(self.id, word, |word| self.compute(word));
            if let Some(stem) = stem.filter(|stem| !stem.is_empty()) {
                sink(&stem, token);
            }
        }
        Ok(())
    }

    fn compute<'w>(&self, word: &'w str) -> Option<Cow<'w, str>> {
        if self.stop_words.as_ref().is_some_and(|words| words.contains(word)) {
            return None;
        }
        Some(self.stemmer.map_or(Cow::Borrowed(word), |stemmer| stemmer.stem(word)))
    }

    /// The stems of a text, in order.
    ///
    /// # Errors
    ///
    /// Those of [`tokenize`].
    pub fn stems(&self, text: &str, cache: &mut StemCache, context: &Context) -> Result<Vec<String>> {
        let mut stems = Vec::new();
        self.for_each(text, cache, context, |stem, _| stems.push(stem.to_owned()))?;
        Ok(stems)
    }

    /// The stems of a text with `separator` between them.
    ///
    /// # Errors
    ///
    /// Those of [`tokenize`].
    pub fn joined(&self, text: &str, separator: &str, cache: &mut StemCache, context: &Context) -> Result<String> {
        let mut joined = String::with_capacity(text.len());
        self.for_each(text, cache, context, |stem, _| {
            if !joined.is_empty() {
                joined.push_str(separator);
            }
            joined.push_str(stem);
        })?;
        Ok(joined)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stems(language: &str, stop: bool, text: &str) -> Vec<String> {
        let stemmer = DocumentStemmer::new(language, Algorithm::Snowball, stop).expect("known");
        stemmer.stems(text, &mut StemCache::default(), &Context::default()).expect("within the limits")
    }

    #[test]
    fn languages_fold_and_stem_by_their_rules() {
        assert_eq!(stems("de", true, "Die Verhandlungen auf der STRASSE"), ["verhandl", "strass"]);
        assert_eq!(stems("fr", true, "L’Ukraine n'est pas négociée"), ["ukrain", "négoci"]);
        assert_eq!(stems("tr", false, "IŞIKLAR"), ["ışık"]);
        assert_eq!(stems("el", false, "ΠΟΛΕΜΟΣ"), stems("el", false, "πολεμος"));
        assert_eq!(stems("en", false, "#Talks at https://a.example 3.5 #1"), ["talk", "at"]);
    }

    #[test]
    fn one_cache_serves_all_stemmers() {
        let mut cache = StemCache::default();
        let context = Context::default();
        let text = "the ministers negotiated";
        let stemmers = [
            DocumentStemmer::new("en", Algorithm::Snowball, true).expect("known"),
            DocumentStemmer::new("en", Algorithm::Snowball, false).expect("known"),
            DocumentStemmer::neutral(),
        ];
        for _ in 0..2 {
            let joined: Vec<String> = stemmers
                .iter()
                .map(|stemmer| stemmer.joined(text, " ", &mut cache, &context).expect("within the limits"))
                .collect();
            assert_eq!(joined, ["minist negoti", "the minist negoti", text]);
        }
    }
}
