//! The article out of HTML, and clean copy out of scraped text.

mod encoding;
/// The article out of HTML.
pub mod html;
mod metadata;
mod types;

pub use encoding::{Decoded, decode};
pub use html::{ArticleOptions, extract_article, extract_article_bytes};
pub use types::{Article, Block, CleanText, Label, LineLabel};
