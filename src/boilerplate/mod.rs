//! The article out of HTML, and clean copy out of scraped text.

mod encoding;
mod html;
mod types;

pub use encoding::{Decoded, decode};
pub use types::{Article, Block, CleanText, Label, LineLabel};
