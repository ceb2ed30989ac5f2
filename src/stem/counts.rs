//! How often the terms of a text occur in it.

use std::collections::HashMap;

use super::{DocumentStemmer, StemCache};
use crate::{Context, Result};

/// One term of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TermCount {
    /// A stem, or a lower-cased word.
    pub term: String,
    /// Its occurrences.
    pub count: u64,
}

/// The terms of a text by falling count, equal counts by term. The stemmer says what a term is: a stem, with or without
/// stop words, or a lower-cased word ([`DocumentStemmer::neutral`]).
///
/// ```
/// use copydesk::Context;
/// use copydesk::stem::{DocumentStemmer, StemCache, term_counts};
/// let words = DocumentStemmer::neutral();
/// let counts = term_counts("No deal, no talks", &words, &mut StemCache::default(), &Context::default())?;
/// assert_eq!((counts[0].term.as_str(), counts[0].count), ("no", 2));
/// # Ok::<(), copydesk::Error>(())
/// ```
///
/// # Errors
///
/// Those of [`crate::text::tokenize`].
pub fn term_counts(
    text: &str,
    stemmer: &DocumentStemmer,
    cache: &mut StemCache,
    context: &Context,
) -> Result<Vec<TermCount>> {
    let mut counts = count_terms(text, stemmer, cache, context)?;
    counts.sort_unstable_by(|a, b| b.count.cmp(&a.count).then_with(|| a.term.cmp(&b.term)));
    Ok(counts)
}

/// As [`term_counts`], in no particular order.
///
/// # Errors
///
/// Those of [`crate::text::tokenize`].
pub fn count_terms(
    text: &str,
    stemmer: &DocumentStemmer,
    cache: &mut StemCache,
    context: &Context,
) -> Result<Vec<TermCount>> {
    cache.take();
    // By number, of which a stem may have several.
    let mut counts: Vec<u64> = Vec::new();
    stemmer.for_each(text, cache, context, |number| match counts.get_mut(number as usize) {
        Some(count) => *count += 1,
        None => counts.push(1),
    })?;
    let stems = cache.take();
    let mut sums: HashMap<&str, u64> = HashMap::with_capacity(counts.len());
    for (stem, count) in stems.iter().zip(counts) {
        *sums.entry(stem).or_default() += count;
    }
    Ok(sums.into_iter().map(|(term, count)| TermCount { term: term.to_owned(), count }).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stem::Algorithm;

    #[test]
    fn stems_are_counted_together() {
        let stemmer = DocumentStemmer::new("en", Algorithm::Snowball, true).expect("English");
        let text = "The talk, the talks, talking of war. War!";
        let counts = term_counts(text, &stemmer, &mut StemCache::default(), &Context::default()).expect("small");
        let pairs: Vec<_> = counts.iter().map(|c| (c.term.as_str(), c.count)).collect();
        assert_eq!(pairs, [("talk", 3), ("war", 2)]);
    }
}
