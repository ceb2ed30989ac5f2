//! The same claim across outlets: matching, wording, conflicts, stories.

mod candidates;
mod cluster;
mod facts;
mod features;
mod matching;
mod score;
mod speakers;
mod types;
mod vocabulary;

pub use matching::match_claims;
pub use types::{ClaimRecord, MatchOptions};
