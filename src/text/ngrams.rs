//! Runs of n words.

use std::collections::VecDeque;

use super::fold::fold_into;
use super::{Span, TokenKind, tokenize};
use crate::{Context, Error, Result};

/// The longest n-gram, in words.
pub const LONGEST_NGRAM: usize = 32;

/// One place where n words follow each other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NGram {
    /// From the first word to the last.
    pub span: Span,
    /// The words in lower case, a space between them.
    pub text: String,
}

/// All runs of `n` words in a text, in order, overlapping.
///
/// Words are tokens of kind word, number, hashtag and mention. Commas, quotation marks and symbols between them are passed
/// over; no run crosses another mark of punctuation (a stop, a colon, a bracket, a dash) or a blank line.
///
/// ```
/// use copydesk::{Context, text::ngrams};
/// let pairs = ngrams("A real risk. “Real” risk", 2, &Context::default())?;
/// let words: Vec<_> = pairs.iter().map(|pair| pair.text.as_str()).collect();
/// assert_eq!(words, ["a real", "real risk", "real risk"]);
/// # Ok::<(), copydesk::Error>(())
/// ```
///
/// # Errors
///
/// [`crate::ErrorKind::Input`] if `n` is 0 or over [`LONGEST_NGRAM`]; those of [`tokenize`].
pub fn ngrams(text: &str, n: usize, context: &Context) -> Result<Vec<NGram>> {
    if n == 0 || n > LONGEST_NGRAM {
        return Err(Error::input(format!("n must be 1 to {LONGEST_NGRAM}, it is {n}")));
    }
    let mut found = Vec::new();
    let mut window: VecDeque<Span> = VecDeque::with_capacity(n);
    let mut end = 0;
    for (i, token) in tokenize(text, context)?.iter().enumerate() {
        if i % 1024 == 0 {
            context.check()?;
            context.check_items(found.len())?;
        }
        let gap = text.get(end..token.span.start).unwrap_or("");
        if gap.bytes().filter(|byte| *byte == b'\n').count() > 1 {
            window.clear();
        }
        end = token.span.end;
        match token.kind {
            TokenKind::Word | TokenKind::Number | TokenKind::Hashtag | TokenKind::Mention => {
                if window.len() == n {
                    window.pop_front();
                }
                window.push_back(token.span);
            }
            TokenKind::Symbol => continue,
            TokenKind::Punctuation if is_passed_over(token.span.of(text)) => continue,
            _ => {
                window.clear();
                continue;
            }
        }
        if let (Some(first), Some(last), true) = (window.front(), window.back(), window.len() == n) {
            let mut words = String::with_capacity(last.end - first.start);
            for word in &window {
                if !words.is_empty() {
                    words.push(' ');
                }
                fold_into(word.of(text), &mut words);
            }
            found.push(NGram { span: first.cover(last), text: words });
        }
    }
    Ok(found)
}

/// Whether a mark does not break a run of words.
fn is_passed_over(mark: &str) -> bool {
    matches!(mark, "," | "、" | "،" | "\"" | "'" | "''" | "``")
        || mark.chars().all(|c| "“”„‟‘’‚‛«»‹›「」『』".contains(c))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn words(text: &str, n: usize) -> Vec<String> {
        ngrams(text, n, &Context::default()).expect("a good n").into_iter().map(|ngram| ngram.text).collect()
    }

    #[test]
    fn runs_stay_between_stops() {
        assert_eq!(words("No, not now. NATO’s plan: go\n\nhome", 2), ["no not", "not now", "nato's plan"]);
        assert_eq!(words("one two three", 3), ["one two three"]);
        assert!(words("one two", 3).is_empty());
    }

    #[test]
    fn n_is_checked() {
        assert!(ngrams("a", 0, &Context::default()).is_err());
        assert!(ngrams("a", LONGEST_NGRAM + 1, &Context::default()).is_err());
    }

    proptest! {
        #[test]
        fn spans_fit(text in any::<String>(), n in 1usize..5) {
            for ngram in ngrams(&text, n, &Context::default()).expect("a good n") {
                prop_assert!(!ngram.span.of(&text).is_empty());
                prop_assert_eq!(ngram.text.split(' ').count(), n);
            }
        }
    }
}
