//! Sentences.
//!
//! The text is cut into blocks at blank lines, a block into pieces where a line break ends a sentence (`lines.rs`) and
//! where an item of a list begins in running text (`items.rs`) or something else ends a sentence without a stop
//! (`cuts.rs`), and a piece into sentences at its stops (`stops.rs`).
//! Every step looks a bounded way ahead and back, so that the whole is linear in the text.

use super::Span;
use super::abbreviations::Words;
use super::cuts;
use super::items;
use super::lines;
use super::stops::Stops;
use crate::{Context, Result};

/// The sentences of a text in order, trimmed; `language` is a BCP 47 code, or `None` for rules that hold everywhere.
///
/// - A stop ends a sentence unless the word before it or what follows says otherwise: abbreviations and initials
///   (`src/text/data/`, a file a language), decimals, ordinals ("12. Januar" where the language writes them so), a
///   lower-case word behind it. Marks that close (quotation marks, brackets, note numbers) belong to the sentence that
///   they follow; a quotation of several sentences is cut inside; `"...?" she said` and
///   `"...?" Peskov asked` are one sentence.
/// - A blank line always ends a sentence. A single line break does where the line is complete or the next is a new item,
///   heading or paragraph; in hard-wrapped text and before a lower-case letter it does not.
/// - A stamp of date and time, an address of the web and a smiley end a sentence where a capital follows; a row of dashes
///   is one of its own.
/// - Full stops of other scripts (。！？ । ؟ ۔ ። ។) need no space behind them.
///
/// Known languages have their own abbreviations (de, en, es, fr, it, nl, pt, ru), others the common ones, and
/// in those no sentence ends before a lower-case letter.
///
/// ```
/// use copydesk::{Context, text::split_sentences};
/// let text = "Mr. Peskov said “No.” He left at 5 p.m. on Jan. 12. Why? Nobody knows";
/// let spans = split_sentences(text, Some("en"), &Context::default())?;
/// let sentences: Vec<_> = spans.iter().map(|span| span.of(text)).collect();
/// assert_eq!(sentences, ["Mr. Peskov said “No.”", "He left at 5 p.m. on Jan. 12.", "Why?", "Nobody knows"]);
/// # Ok::<(), copydesk::Error>(())
/// ```
///
/// # Errors
///
/// [`crate::ErrorKind::Limit`] for a text that is too long or has too many sentences, [`crate::ErrorKind::Cancelled`].
pub fn split_sentences(text: &str, language: Option<&str>, context: &Context) -> Result<Vec<Span>> {
    context.check_size(text.len())?;
    let words = Words::of(language);
    let mut sentences = Vec::new();
    lines::pieces(text, words, context, |piece| {
        let mut from = piece.start;
        let mut begins = items::starts(text, piece);
        begins.extend(cuts::starts(text, piece));
        begins.sort_unstable();
        for start in begins.into_iter().filter(|start| *start > piece.start) {
            Stops::new(text, Span::new(from, start), words).run(&mut sentences, context)?;
            from = start;
        }
        Stops::new(text, Span::new(from, piece.end), words).run(&mut sentences, context)?;
        context.check_items(sentences.len())
    })?;
    Ok(sentences)
}
