//! Who is meant: names, titles, roles and pronouns resolved within a document, and keys across documents.
//!
//! `names` finds who and what a document names, `sources` goes from the words that stand for a source to whom they name, `meant`
//! says whom words that are no name take up.

mod key;
mod meant;
mod names;
mod sources;
mod words;

use words::{Gazetteer, class};

pub use key::speaker_key;
pub(crate) use meant::pronouns::{Pronoun, pronoun};
pub use names::given::{given_names, may_be_one};
pub(crate) use names::surnames::{surname_behind, surname_end};
pub(crate) use sources::resolve::Sources;

/// Whether a word of a language is of one of these classes.
fn is_of(language: &str, hash: u64, word: &str, classes: u32) -> bool {
    Gazetteer::of(language).get(hash, word) & classes != 0
}

/// Whether a word is a title or a trade in a language: "maire", "porte-parole".
pub(crate) fn is_trade(language: &str, hash: u64, word: &str) -> bool {
    is_of(language, hash, word, class::TITLE | class::HUMAN)
}

/// Whether a word of a language stands for somebody who can speak: a first name, a title, a trade, a body, a group.
pub(crate) fn is_somebody(language: &str, hash: u64, word: &str) -> bool {
    const BODY: u32 = class::ORGANISATION | class::ALIAS | class::GROUP | class::UNNAMED | class::OUTLET;
    is_of(language, hash, word, class::TITLE | class::HUMAN | class::MALE_NAME | class::FEMALE_NAME | BODY)
}

/// Whether a word without an article stands for many who speak, or for what is written: "police", "records", "data".
pub(crate) fn are_sources(language: &str, hash: u64, word: &str) -> bool {
    let written = (word.ends_with('s') || word == "data") && is_of(language, hash, word, class::DOCUMENT);
    written || is_of(language, hash, word, class::GROUP | class::UNNAMED)
}

/// Whether a word of a language stands for something written: "study", "Bericht".
pub(crate) fn is_document(language: &str, hash: u64, word: &str) -> bool {
    is_of(language, hash, word, class::DOCUMENT)
}

/// Whether a word of a language is part of the name of an outlet.
pub(crate) fn is_outlet(language: &str, hash: u64, word: &str) -> bool {
    is_of(language, hash, word, class::OUTLET | class::STATION)
}

/// Whether a word of a language is the name of a day or a month.
pub(crate) fn is_calendar(language: &str, hash: u64, word: &str) -> bool {
    is_of(language, hash, word, class::CALENDAR)
}

/// Whether a word of a language is a first name.
pub(crate) fn is_first_name(language: &str, hash: u64, word: &str) -> bool {
    is_of(language, hash, word, class::MALE_NAME | class::FEMALE_NAME)
}

#[cfg(test)]
mod testing;
#[cfg(test)]
mod tests;
