//! What the tests of speakers read off a text.

use crate::Context;
use crate::claims::extract_attributions;

/// Who speaks in each attribution of a short text.
#[track_caller]
pub(super) fn speakers(text: &str, language: &str) -> Vec<Option<String>> {
    let found = extract_attributions(text, Some(language), &Context::default()).expect("a short text");
    found.into_iter().map(|found| found.speaker).collect()
}

/// Who speaks last.
#[track_caller]
pub(super) fn last_speaker(text: &str, language: &str) -> Option<String> {
    speakers(text, language).pop().flatten()
}

/// Asserts who speaks last.
#[track_caller]
pub(super) fn expect_last(text: &str, language: &str, speaker: &str) {
    assert_eq!(last_speaker(text, language).as_deref(), Some(speaker), "{text}");
}
