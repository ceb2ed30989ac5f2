//! The article out of HTML, and clean copy out of scraped text.

mod encoding;
pub mod forest;
/// The article out of HTML.
pub mod html;
/// Scraped text, line by line.
pub mod lines;
mod markdown;
mod metadata;
mod recurring;
mod sections;
mod templates;
mod types;

pub use encoding::{Decoded, check_encoding, decode};
pub use html::{ArticleOptions, decode_page, extract_article, extract_article_bytes};
pub use lines::clean_text;
pub use metadata::{changed_date, date_line, line_authors, opening_date, stated_date};
pub use recurring::{learn_page, learn_page_bytes, without_recurring};
pub use templates::Templates;
pub use types::{Article, Block, CleanText, Dropped, Label, LineLabel, Link};
