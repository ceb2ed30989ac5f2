//! Who is meant: names, titles, roles and pronouns resolved within a document, and keys across documents.

mod aged;
mod antecedents;
mod authors;
mod bearers;
mod came_in;
mod contrast;
mod descriptions;
mod dropped;
mod entities;
mod german_bodies;
mod german_names;
mod german_taken;
mod given;
mod heads;
mod identity;
mod implicit;
mod key;
mod latter;
mod members;
mod mend;
mod names;
mod namesakes;
mod offices;
mod outlets;
mod own;
mod pronouns;
mod relations;
mod relink;
mod resolve;
mod roles;
mod russian;
mod russian_sources;
mod salience;
mod several;
mod shared_titles;
mod sides;
mod small_words;
mod somebody;
mod source;
mod subjects;
mod surnames;
mod syntax;
mod taken_up;
mod things;
mod unproven;
mod unspoken;
mod untagged;
mod voices;
mod words;

#[cfg(test)]
mod contrast_tests;
#[cfg(test)]
mod generic_tests;
#[cfg(test)]
mod meant_tests;
#[cfg(test)]
mod outlets_tests;
#[cfg(test)]
mod testing;
#[cfg(test)]
mod tests;

use crate::text::pos::Pos;
use words::{Gazetteer, class};

pub use given::{given_names, may_be_one};
pub use key::speaker_key;
pub(crate) use pronouns::{Pronoun, pronoun};
pub(crate) use resolve::Sources;
pub(crate) use surnames::{surname_behind, surname_end};

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

/// Whether a word of a language is a first name.
pub(crate) fn is_first_name(language: &str, hash: u64, word: &str) -> bool {
    is_of(language, hash, word, class::MALE_NAME | class::FEMALE_NAME)
}
