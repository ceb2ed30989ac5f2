//! What the tests of attributions read off a text.

use super::{Attribution, extract_attributions};
use crate::{Context, Span};

/// The attributions of a short text.
pub(super) fn read(text: &str, language: &str) -> Vec<Attribution> {
    extract_attributions(text, Some(language), &Context::default()).expect("small enough")
}

/// The contents of an attribution, in words.
pub(super) fn contents(text: &str, found: &Attribution) -> String {
    found.spans.iter().map(|span| span.of(text)).collect::<Vec<_>>().join(" … ")
}

/// What stands between two places; nothing without them.
pub(super) fn of(text: &str, span: Option<Span>) -> String {
    span.map_or(String::new(), |span| span.of(text).to_owned())
}

/// Source, cue and contents of each attribution, in words.
pub(super) fn parts(text: &str, language: &str) -> Vec<[String; 3]> {
    let parts = |found: &Attribution| [of(text, found.source_span), of(text, found.cue_span), contents(text, found)];
    read(text, language).iter().map(parts).collect()
}

/// Asserts that an English text has one attribution of this source, cue and content.
#[track_caller]
pub(super) fn expect_one(text: &str, expected: [&str; 3]) {
    assert_eq!(parts(text, "en"), [expected], "{text}");
}
