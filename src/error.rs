//! One opaque error for the whole crate: a kind to branch on, a message to read.

use std::fmt;

/// What went wrong, for callers that branch on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The caller asked to stop, see [`crate::Context::cancel`].
    Cancelled,
    /// A limit of [`crate::Limits`] was met.
    Limit,
    /// A value is of the wrong type, or not what the argument allows.
    Input,
    /// The language is not known, or the task does not support it.
    UnsupportedLanguage,
    /// A model file is damaged, of another version, or made for another task.
    ModelFormat,
    /// A defect of copydesk itself, caught at the row that showed it.
    Internal,
}

/// The error of every fallible function of the crate.
///
/// ```
/// use copydesk::{Error, ErrorKind};
/// let error = Error::limit("the text has 90 bytes, the limit is 80");
/// assert_eq!(error.kind(), ErrorKind::Limit);
/// assert_eq!(error.to_string(), "the text has 90 bytes, the limit is 80");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Error {
    kind: ErrorKind,
    message: String,
}

/// The result of every fallible function of the crate.
pub type Result<T> = std::result::Result<T, Error>;

impl Error {
    /// An error of `kind` that says `message`.
    pub fn new(kind: ErrorKind, message: impl Into<String>) -> Self {
        Self { kind, message: message.into() }
    }

    /// The caller asked to stop.
    pub fn cancelled() -> Self {
        Self::new(ErrorKind::Cancelled, "cancelled")
    }

    /// A limit was met; the message says which, and the size that met it.
    pub fn limit(message: impl Into<String>) -> Self {
        Self::new(ErrorKind::Limit, message)
    }

    /// An argument is not what the function allows.
    pub fn input(message: impl Into<String>) -> Self {
        Self::new(ErrorKind::Input, message)
    }

    /// The language is not known here; the message lists the nearest that are.
    pub fn unsupported_language(message: impl Into<String>) -> Self {
        Self::new(ErrorKind::UnsupportedLanguage, message)
    }

    /// A model file cannot be read.
    pub fn model_format(message: impl Into<String>) -> Self {
        Self::new(ErrorKind::ModelFormat, message)
    }

    /// What went wrong.
    pub fn kind(&self) -> ErrorKind {
        self.kind
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Error {}
