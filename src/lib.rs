//! From scraped news copy to claims across outlets.
//!
//! Data flows one way: `batch` calls a task, a task calls [`text`] and [`learn`], [`coverage`] calls the types of
//! [`claims`]; nothing calls back. Offsets are bytes in Rust and code points in Python; see [`text::CodePoints`].

/// Columns in, columns out: Arrow, threads, errors by row.
#[cfg(feature = "arrow")]
pub mod batch;
/// The article out of HTML, and clean copy out of scraped text.
pub mod boilerplate;
/// Who says what: attributions, claims, check-worthiness.
pub mod claims;
/// Cancelling and limits, polled inside every loop.
pub mod context;
/// The same claim across outlets.
pub mod coverage;
/// The one error type.
pub mod error;
/// Which language a text is in.
pub mod language;
/// Small linear models: features, training, quantised weights, file format.
pub mod learn;
/// The extension module `copydesk._core`: converts, and does nothing else.
#[cfg(feature = "python")]
mod python;
/// Stems of words and documents.
pub mod stem;
/// Spans, offsets, tokens, sentences.
pub mod text;

pub use context::{Context, Limits};
pub use error::{Error, ErrorKind, Result};
pub use text::Span;
