//! The trained reader of English: words, features, the tagger of two passes, and the judge of whole attributions.
//!
//! [`features`] and [`labels`] say what the tagger sees and gives, [`tagger`] trains and runs it, [`repair`] mends what its labels
//! leave, [`judge`] weighs what came of it. What stands here is trained against: a change means training anew.

mod features;
pub(super) mod judge;
pub(super) mod labels;
pub(super) mod model;
pub(super) mod repair;
pub(super) mod tagger;
pub(super) mod words;
