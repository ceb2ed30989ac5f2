//! The article out of HTML, and clean copy out of scraped text.

mod types;

pub use types::{Article, Block, CleanText, Label, LineLabel};
