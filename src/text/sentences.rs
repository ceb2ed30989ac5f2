//! Sentence boundaries.

use unicode_segmentation::UnicodeSegmentation;

use super::Span;
use crate::{Context, Result};

/// The sentences of a text in order, trimmed; `language` is a BCP 47 code, or `None` for rules that hold everywhere.
///
/// Boundaries follow Unicode Standard Annex 29; a blank line always ends a sentence.
pub fn split_sentences(text: &str, language: Option<&str>, context: &Context) -> Result<Vec<Span>> {
    let _ = language;
    context.check_size(text.len())?;
    let mut sentences = Vec::new();
    for (start, sentence) in text.split_sentence_bound_indices() {
        context.check()?;
        let span = Span::new(start, start + sentence.len()).trim(text);
        if !span.is_empty() {
            sentences.push(span);
        }
    }
    Ok(sentences)
}
