//! The frame of a claim: its clauses, polarity, modality, subject, predicate and object.
//!
//! English goes by the tagger; German, French, Spanish, Portuguese, Italian, Dutch and Russian by word lists over whole
//! sentences, German with subject, predicate and object by the order of its words, the others with the subject and the predicate of
//! plain clauses alone; other languages keep their sentences and are affirmed and asserted throughout.

pub(crate) mod clauses;
mod completed;
pub(crate) mod cue;
pub(crate) mod falsity;
pub(crate) mod german;
mod hearsay;
pub(crate) mod lexicon;
pub(crate) mod modality;
mod openings;
pub(crate) mod pack;
pub(crate) mod parted;
pub(crate) mod pieces;
pub(crate) mod plain;
pub(crate) mod polarity;
pub(crate) mod roles;
pub(crate) mod unsaid;
mod verbs;
pub(crate) mod withdrawn;
pub(crate) mod words;

#[cfg(test)]
mod hearsay_tests;
#[cfg(test)]
mod roles_tests;
#[cfg(test)]
mod tests;
