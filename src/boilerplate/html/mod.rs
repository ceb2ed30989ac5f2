//! The article out of HTML.

mod parse;
mod sink;
mod tags;
mod tree;
