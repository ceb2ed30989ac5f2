//! Who is meant: names, titles, roles and pronouns resolved within a document, and keys across documents.

mod antecedents;
mod contrast;
mod descriptions;
mod entities;
mod german_names;
mod given;
mod identity;
mod implicit;
mod key;
mod mend;
mod names;
mod pronouns;
mod relations;
mod relink;
mod resolve;
mod roles;
mod russian;
mod salience;
mod several;
mod small_words;
mod somebody;
mod source;
mod subjects;
mod surnames;
mod syntax;
mod taken_up;
mod things;
mod untagged;
mod words;

#[cfg(test)]
mod contrast_tests;
#[cfg(test)]
mod meant_tests;
#[cfg(test)]
mod tests;

use crate::text::pos::Pos;

pub use given::{given_names, may_be_one};
pub use key::speaker_key;
pub(crate) use pronouns::{Pronoun, pronoun};
pub(crate) use resolve::Sources;
pub(crate) use surnames::{surname_behind, surname_end};

/// Whether a word is a title or a trade in a language: "maire", "porte-parole".
pub(crate) fn is_trade(language: &str, hash: u64, word: &str) -> bool {
    words::Gazetteer::of(language).get(hash, word) & (words::class::TITLE | words::class::HUMAN) != 0
}

/// Whether a word of a language stands for somebody who can speak: a first name, a title, a trade, a body, a group.
pub(crate) fn is_somebody(language: &str, hash: u64, word: &str) -> bool {
    use words::class;
    const SOMEBODY: u32 = class::TITLE
        | class::HUMAN
        | class::MALE_NAME
        | class::FEMALE_NAME
        | class::ORGANISATION
        | class::ALIAS
        | class::GROUP
        | class::UNNAMED
        | class::OUTLET;
    words::Gazetteer::of(language).get(hash, word) & SOMEBODY != 0
}

/// Whether a word of a language is a first name.
pub(crate) fn is_first_name(language: &str, hash: u64, word: &str) -> bool {
    words::Gazetteer::of(language).get(hash, word) & (words::class::MALE_NAME | words::class::FEMALE_NAME) != 0
}
