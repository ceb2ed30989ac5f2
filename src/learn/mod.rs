//! Small linear models: features, training, quantised weights, one versioned file format.

/// What models see of a word.
pub mod form;
pub mod format;
pub mod hash;
pub mod linear;
/// Logistic regression.
pub mod logistic;
mod order;
/// A hashed averaged perceptron over sequences.
pub mod perceptron;

pub use format::{ModelFile, Tensor, TensorData};
pub use hash::{hash_bytes, hash_str, mix};
pub use order::shuffle;
