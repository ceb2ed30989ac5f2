//! Stop words: those of NLTK's corpus where it has the language, of Stopwords ISO otherwise.
//!
//! Both come with the crate stop-words. NLTK's lists are short (English 198, German 232, French 157) and hold function
//! words alone; Stopwords ISO would take words such as "million" and "world" out of English news.

use std::collections::HashSet;

/// The stop words of one language.
///
/// ```
/// use copydesk::stem::StopWords;
/// let words = StopWords::new("en").expect("English has a list");
/// assert!(words.contains("the") && !words.contains("minister"));
/// ```
#[derive(Debug, Clone)]
pub struct StopWords {
    words: HashSet<String>,
}

impl StopWords {
    /// The list of a language by its BCP 47 code; `None` where there is none.
    pub fn new(language: &str) -> Option<Self> {
        let code = language.split(['-', '_']).next().unwrap_or(language);
        let code = if matches!(code, "nb" | "nn") { "no" } else { code };
        let words = stop_words::lookup(code)?;
        Some(Self { words: words.iter().map(|word| word.to_lowercase().replace('’', "'")).collect() })
    }

    /// Whether a lower-cased word is one.
    pub fn contains(&self, word: &str) -> bool {
        self.words.contains(word)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stem::{Algorithm, supported_languages};

    #[test]
    fn nearly_every_stemmer_has_a_list() {
        let without: Vec<_> = supported_languages(Algorithm::Snowball)
            .into_iter()
            .filter(|code| StopWords::new(code).is_none())
            .collect();
        assert_eq!(without, ["sr", "yi"]);
    }

    #[test]
    fn content_words_stay() {
        for (code, stop, content) in
            [("en", "don't", "world"), ("de", "nicht", "welt"), ("fr", "l", "monde"), ("ru", "не", "мир")]
        {
            let words = StopWords::new(code).expect("a list");
            assert!(words.contains(stop) && !words.contains(content), "{code}");
        }
    }
}
