//! Where things stand in a text: spans, offsets, tokens, sentences. Every other room stands on this one.

mod abbreviations;
mod apostrophes;
pub(crate) mod ascii;
mod chars;
mod concordance;
mod cuts;
mod distance;
mod fold;
mod items;
mod keyness;
mod lines;
mod ngrams;
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
mod word_end;

pub use concordance::{Concordance, WIDEST_CONTEXT, concordance};
pub(crate) use distance::distance;
pub use fold::normal;
pub use keyness::{Keyness, OpenText, TermTotals, keyness};
pub use ngrams::{LONGEST_NGRAM, NGram, ngrams};
pub use offsets::{CodePoints, Walk};
pub use sentences::split_sentences;
pub use span::Span;
pub use tokens::{Token, TokenKind, each_token, tokenize};
