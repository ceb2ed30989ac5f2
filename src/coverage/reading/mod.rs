//! What matching and conflicts read of a claim: terms, names, numbers, days, negations, moods.

mod clock;
pub(super) mod cores;
pub(super) mod counting;
pub(super) mod dates;
mod denying;
pub(super) mod facts;
pub(super) mod fates;
pub(super) mod features;
mod figures;
mod forms;
pub(super) mod frame;
pub(super) mod grammar;
pub(super) mod grams;
pub(super) mod meanings;
mod measures;
mod mood;
mod negation;
pub(super) mod none;
mod reader;
pub(super) mod related;
mod term;
mod units;
mod untrue;
pub(super) mod vocabulary;
