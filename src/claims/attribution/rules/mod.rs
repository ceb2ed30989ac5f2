//! French, Spanish, Portuguese, Dutch, Italian and Russian, read by rules alone, clause by clause, from small words and the words
//! of a pack; and what German has in common with them: headlines, headings, quotations without a cue, words that come through others.
//!
//! [`reported`] is where to begin: it goes through the clauses and asks the others.

mod according;
mod ahead;
mod appositions;
mod called_by;
mod clauses;
mod dropped;
mod extent;
mod findings;
pub(super) mod headed;
pub(super) mod incises;
mod infinitives;
pub(super) mod introduced;
mod inverted;
mod negated;
pub(super) mod parted;
pub(super) mod phrases;
mod places;
pub(super) mod relayed;
pub(super) mod reported;
mod resumed;
mod romance;
mod small_words;
mod split;
pub(super) mod titles;
pub(super) mod turned;
mod uncued;
mod unreported;
mod wordings;

#[cfg(test)]
mod halves_tests;
#[cfg(test)]
mod listeners_tests;
#[cfg(test)]
mod reported_tests;
#[cfg(test)]
mod tellings_tests;
#[cfg(test)]
mod unreported_tests;
#[cfg(test)]
mod wordings_tests;
