//! The same claim across outlets: matching, wording, conflicts, stories.
//!
//! `reading` is what is read of a claim, `matching` groups claims that are one, `conflicts` tells where they disagree.

mod align;
pub(crate) mod conflicts;
mod ideographs;
mod matching;
mod reading;
mod romanised;
mod stories;
mod types;
mod views;
pub(crate) mod wording;

pub use conflicts::polarity::opposed;
pub use conflicts::retold::retold;
pub use conflicts::{Conflict, ConflictKind, conflicts};
pub use matching::bodies::body_key;
pub use matching::match_claims;
pub use matching::persons::persons;
pub use matching::spellings::{Spelling, spellings};
#[doc(hidden)]
pub use matching::{PairFigures, match_weighted, pair_figures, weights};
pub use reading::facts::amount;
pub use stories::{StoryText, group_stories};
pub use types::{ClaimRecord, MatchOptions};
pub use views::{Coverage, Matrix, MatrixRow, Similarity, Voice};
pub use wording::{Piece, Wording, wording};

#[cfg(test)]
mod testing;
#[cfg(test)]
mod tests;
