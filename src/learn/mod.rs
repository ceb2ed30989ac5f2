//! Small linear models: features, training, quantised weights, one versioned file format.

/// Conditional random fields.
pub mod crf;
/// What models see of a word.
pub mod form;
pub mod format;
pub mod hash;
pub mod linear;
/// Logistic regression.
pub mod logistic;
mod order;
/// How sure sequence models are.
pub mod posterior;
/// Rows of weights and their sums.
pub mod rows;
/// Linear models of sequences and their search.
pub mod sequence;
pub mod view;

pub use format::{ModelFile, Tensor, TensorData};
pub use hash::{hash_bytes, hash_str, mix};
pub use order::shuffle;
pub use view::ModelView;
