//! Where things stand in a text: spans, offsets, tokens, sentences. Every other room stands on this one.

mod offsets;
/// Parts of speech.
pub mod pos;
mod sentences;
mod span;
mod tokens;

pub use offsets::CodePoints;
pub use sentences::split_sentences;
pub use span::Span;
pub use tokens::{Token, TokenKind, tokenize};
