//! Words as they are written, without the marks around them.

use crate::text::Span;

/// A word as it stands, without the "'s" of an owner.
pub(super) struct Word<'t> {
    pub text: &'t str,
    pub span: Span,
    /// A mark stands behind it.
    pub ends: bool,
}

/// The words of a text, in order.
pub(super) fn words(text: &str) -> impl Iterator<Item = Word<'_>> {
    let mut at = 0;
    let pieces = text.split_inclusive(char::is_whitespace).map(move |piece| {
        let from = at;
        at += piece.len();
        (from, piece.trim_end())
    });
    pieces.filter_map(|(from, piece)| {
        let bare = piece.trim_start_matches(|c: char| !c.is_alphanumeric());
        let start = from + piece.len() - bare.len();
        let text = bare.trim_end_matches(|c: char| !c.is_alphanumeric());
        let possessive = text.strip_suffix("'s").or_else(|| text.strip_suffix("’s")).unwrap_or(text);
        let ends = !bare[text.len()..].is_empty() && !text.contains('.');
        let span = Span::new(start, start + possessive.len());
        (!possessive.is_empty()).then_some(Word { text: possessive, span, ends })
    })
}
