//! Who says what: the quotation level.

mod quotes;
mod words;
