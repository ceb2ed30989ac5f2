//! The same claim across outlets: matching, wording, conflicts, stories.

mod align;
mod candidates;
mod cluster;
mod conflicts;
mod facts;
mod features;
mod matching;
mod score;
mod speakers;
mod types;
mod vocabulary;

pub use conflicts::{Conflict, ConflictKind, conflicts};
pub use matching::match_claims;
pub use types::{ClaimRecord, MatchOptions};
