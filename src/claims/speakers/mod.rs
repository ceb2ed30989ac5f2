//! Who is meant: names, titles, roles and pronouns resolved within a document, and keys across documents.

mod entities;
mod key;
mod names;
mod pronouns;
mod resolve;
mod words;

pub use key::speaker_key;
pub(crate) use resolve::Sources;
