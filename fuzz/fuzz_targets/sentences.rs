//! Sentences lie in order, trimmed, and hold everything that is visible.
#![no_main]

use copydesk::Context;
use copydesk::text::split_sentences;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    for language in [Some("en"), Some("de"), None] {
        let mut end = 0;
        for span in split_sentences(text, language, &Context::default()).expect("within the limits") {
            assert!(span.start >= end && !span.of(text).is_empty());
            assert_eq!(span.of(text).trim(), span.of(text));
            assert!(!text[end..span.start].contains(|c: char| c.is_ascii_alphanumeric()));
            end = span.end;
        }
    }
});
