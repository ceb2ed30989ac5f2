//! The stems of a text's words.

use std::borrow::Cow;

use super::fold::fold;
use super::word::Word;
use super::{Algorithm, StemCache, Stemmer, StopWords};
use crate::text::{TokenKind, each_token};
use crate::{Context, Result};

/// Sets the entries of a [`DocumentStemmer`] that leaves out stop words apart in a cache.
const STOPPED: u16 = 0x80;

/// Sets the entries of a [`DocumentStemmer`], which folds words, apart from those of a [`Stemmer`]: all but those of plain
/// letters, which are folded before they are looked up.
const FOLDED: u16 = 0x100;

/// Sets the entries of a [`DocumentStemmer`] that leaves words as they are, but for its stop words, apart.
const UNSTEMMED: u16 = 0x200;

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
    id: u16,
    /// Under which words of plain letters are remembered.
    plain: u16,
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
        let id = FOLDED | stemmer.id | if stop_words.is_some() { STOPPED } else { 0 };
        let plain = if stop_words.is_some() { id } else { stemmer.id };
        Ok(Self { turkish: stemmer.language() == "tr", stemmer: Some(stemmer), stop_words, id, plain })
    }

    /// For texts in `language` whose words are folded and not stemmed, without its stop words.
    ///
    /// # Errors
    ///
    /// As [`DocumentStemmer::new`].
    pub fn unstemmed(language: &str) -> Result<Self> {
        let stemmed = Self::new(language, Algorithm::Snowball, true)?;
        let id = stemmed.id | UNSTEMMED;
        Ok(Self { stemmer: None, id, plain: id, ..stemmed })
    }

    /// For texts whose language is unknown or has no stemmer: words are folded, not stemmed, and none is left out.
    pub fn neutral() -> Self {
        let id = FOLDED | 0x3F;
        Self { stemmer: None, stop_words: None, turkish: false, id, plain: id }
    }

    /// Calls `sink` with the number of each stem of a text in the table of `cache`, in order.
    ///
    /// # Errors
    ///
    /// Those of [`each_token`].
    pub fn for_each(
        &self,
        text: &str,
        cache: &mut StemCache,
        context: &Context,
        mut sink: impl FnMut(u32),
    ) -> Result<()> {
        let compute = |word: &str, stem: &mut String| self.compute(word, stem);
        self.each_words(text, context, |words| {
            cache.numbers(words, compute, &mut sink);
        })
    }

    /// The stems of a text in one string, with `separator` between them.
    ///
    /// ```
    /// use copydesk::Context;
    /// use copydesk::stem::{Algorithm, DocumentStemmer, StemCache};
    /// let stemmer = DocumentStemmer::new("en", Algorithm::Snowball, false)?;
    /// let joined = stemmer.join("They denied it.", " ", &mut StemCache::default(), &Context::default())?;
    /// assert_eq!(joined, "they deni it");
    /// # Ok::<(), copydesk::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Those of [`each_token`].
    pub fn join(&self, text: &str, separator: &str, cache: &mut StemCache, context: &Context) -> Result<String> {
        let compute = |word: &str, stem: &mut String| self.compute(word, stem);
        let mut joined = Vec::with_capacity(text.len());
        self.each_words(text, context, |words| cache.join(words, compute, separator, &mut joined))?;
        Ok(String::from_utf8(joined).unwrap_or_else(|bytes| String::from_utf8_lossy(bytes.as_bytes()).into_owned()))
    }

    /// Calls `sink` with the words of a text, in order, some at a time.
    fn each_words(&self, text: &str, context: &Context, mut sink: impl FnMut(&[Word<'_>])) -> Result<()> {
        let mut words = Vec::with_capacity(text.len().min(512));
        each_token(text, context, &mut |tokens| {
            words.clear();
            for token in tokens {
                let mut span = token.span;
                match token.kind {
                    TokenKind::Word => {}
                    TokenKind::Hashtag => span.start += 1,
                    _ => continue,
                }
                // Words in other letters are folded behind the cache, which costs less than to do so each time.
                let plain = if self.turkish { None } else { Word::letters(text, span.start, span.len(), self.plain) };
                words.push(plain.unwrap_or_else(|| Word::new(span.of(text), self.id)));
            }
            sink(&words);
        })
    }

    /// Writes the stem of a word as it stands in a text; false for a stop word.
    fn compute(&self, word: &str, stem: &mut String) -> bool {
        let mut folded = String::new();
        let word = fold(word, self.turkish, &mut folded);
        if self.stop_words.as_ref().is_some_and(|words| words.contains(word)) {
            return false;
        }
        stem.push_str(&self.stemmer.map_or(Cow::Borrowed(word), |stemmer| stemmer.stem(word)));
        true
    }

    /// The stems of a text, in order.
    ///
    /// # Errors
    ///
    /// Those of [`each_token`].
    pub fn stems(&self, text: &str, cache: &mut StemCache, context: &Context) -> Result<Vec<String>> {
        let mut numbers = Vec::new();
        self.for_each(text, cache, context, |number| numbers.push(number))?;
        Ok(numbers.into_iter().map(|number| cache.stems().get(number).to_owned()).collect())
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
    fn words_may_stay_as_they_are_without_stop_words() {
        let mut cache = StemCache::default();
        let context = Context::default();
        let words = DocumentStemmer::unstemmed("en").expect("known");
        let text = "The ministers were DENYING it";
        assert_eq!(words.stems(text, &mut cache, &context).expect("short"), ["ministers", "denying"]);
        // One cache serves all.
        let stems = DocumentStemmer::new("en", Algorithm::Snowball, true).expect("known");
        assert_eq!(stems.stems(text, &mut cache, &context).expect("short"), ["minist", "deni"]);
        assert!(DocumentStemmer::unstemmed("xx").is_err());
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
                .map(|stemmer| stemmer.stems(text, &mut cache, &context).expect("within the limits").join(" "))
                .collect();
            assert_eq!(joined, ["minist negoti", "the minist negoti", text]);
        }
    }
}
