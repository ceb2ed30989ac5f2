//! The article out of HTML, and clean copy out of scraped text.

/// Scraped text, line by line.
pub mod lines;
mod templates;
mod types;

pub use lines::clean_text;
pub use templates::Templates;
pub use types::{Article, Block, CleanText, Label, LineLabel};
