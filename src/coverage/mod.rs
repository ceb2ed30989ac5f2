//! The same claim across outlets: matching, wording, conflicts, stories.

mod align;
mod candidates;
mod clock;
mod cluster;
mod conflicts;
mod counting;
mod facts;
mod features;
mod grammar;
mod grams;
mod little;
mod matching;
mod measures;
mod meeting;
mod member;
mod mood;
mod names;
mod negation;
mod nobody;
mod nodes;
mod occasions;
mod opposites;
mod persons;
mod polarity;
mod prepared;
mod reader;
mod related;
mod results;
mod rivals;
mod score;
mod speakers;
mod spellings;
mod stories;
mod term;
#[cfg(test)]
mod tests;
mod translation;
mod tuning;
mod turned;
mod types;
mod units;
mod views;
mod vocabulary;
mod weighing;
mod wording;

pub use conflicts::{Conflict, ConflictKind, amount, conflicts};
pub use matching::match_claims;
#[doc(hidden)]
pub use matching::{PairFigures, match_weighted, pair_figures, weights};
pub use persons::persons;
pub use polarity::opposed;
pub use spellings::{Spelling, spellings};
pub use stories::{StoryText, group_stories};
pub use types::{ClaimRecord, MatchOptions};
pub use views::{Coverage, Matrix, MatrixRow, Similarity, Voice};
pub use wording::{Piece, Wording, wording};
