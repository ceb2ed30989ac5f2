//! Tokens lie in order, on character boundaries, and no letter or digit is lost between them.
#![no_main]

use copydesk::Context;
use copydesk::text::{ngrams, tokenize};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let context = Context::default();
    let mut end = 0;
    for token in tokenize(text, &context).expect("within the limits") {
        assert!(token.span.start >= end && token.span.end > token.span.start);
        assert!(text.get(token.span.start..token.span.end).is_some());
        assert!(!text[end..token.span.start].contains(|c: char| c.is_ascii_alphanumeric()));
        end = token.span.end;
    }
    for run in ngrams(text, 3, &context).expect("within the limits") {
        assert!(!run.span.of(text).is_empty());
    }
});
