//! From the words that stand for a source to the speaker that the document knows, with sources mended that were cut wrongly.

mod german;
mod german_taken;
mod mend;
mod owned;
mod relative;
mod relink;
pub(super) mod resolve;
mod russian;
pub(super) mod small_words;
mod source;
mod subjects;
mod syntax;
pub(super) mod untagged;
