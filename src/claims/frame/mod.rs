//! The frame of a claim: its clauses, polarity, modality, subject, predicate and object.

pub(crate) mod lexicon;
pub(crate) mod pieces;
