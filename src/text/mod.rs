//! Where things stand in a text: spans, offsets, tokens, sentences. Every other room stands on this one.

mod abbreviations;
mod apostrophes;
mod chars;
mod items;
mod lines;
mod numbers;
mod offsets;
/// Parts of speech.
pub mod pos;
mod scanner;
mod sentences;
#[cfg(test)]
mod sentences_tests;
mod span;
mod stops;
mod tokens;
#[cfg(test)]
mod tokens_tests;
mod web;

pub use offsets::CodePoints;
pub use sentences::split_sentences;
pub use span::Span;
pub use tokens::{Token, TokenKind, tokenize};
