//! The article out of HTML: parse, cut into blocks, score every block, choose, write down.
//!
//! The candidates of readability and trafilatura (containers by text, link density, class words), JSON-LD's
//! `articleBody` and the page's layout are features of two small forests of decision trees, trained on labelled pages;
//! the second one sees the first one's answers for all blocks around. See `src/models/boilerplate-html.md`. Rules then
//! keep together what belongs together (`together`), and take out what no model has to be asked about (`margins`, `beside`,
//! `asides`, `repeats`).

mod address;
pub mod appetite;
mod asides;
mod beside;
pub(crate) mod blocks;
mod context;
pub(crate) mod cues;
mod ends;
mod extract;
mod facts;
mod fallback;
mod features;
mod flags;
mod grid;
mod layout;
mod lexer;
mod margins;
pub mod model;
pub mod page_types;
mod parse;
mod pleas;
mod raised;
mod references;
mod refusals;
mod render;
mod repeats;
mod sink;
pub(super) mod story;
mod tables;
pub(crate) mod tags;
mod tally;
mod together;
pub mod training;
pub(crate) mod tree;

#[cfg(test)]
mod asides_tests;
#[cfg(test)]
mod beside_tests;
#[cfg(test)]
mod grid_tests;
#[cfg(test)]
mod hostile_tests;
#[cfg(test)]
mod layout_tests;
#[cfg(test)]
mod options_tests;
#[cfg(test)]
mod tests;

pub use extract::{ArticleOptions, decode_page, extract_article, extract_article_bytes, extract_with};
pub use layout::CueWeights;
