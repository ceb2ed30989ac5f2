//! Quotation marks of every language: which ones belong together, what lies within, and how quotations run over paragraphs.

mod marks;
pub(super) mod paragraphs;
pub(super) mod plain;
pub(super) mod quotes;
pub(super) mod speech;
pub(super) mod tweets;
