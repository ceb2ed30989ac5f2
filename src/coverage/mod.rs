//! The same claim across outlets: matching, wording, conflicts, stories.

mod types;

pub use types::{ClaimRecord, MatchOptions};
