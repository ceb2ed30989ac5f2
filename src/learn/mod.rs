//! Small linear models: features, training, quantised weights, one versioned file format.

/// What models see of a word.
pub mod form;
/// The model file format that every task of the crate shares.
pub mod format;
/// The hash that maps features to rows of weights.
pub mod hash;
/// A hashed averaged perceptron over sequences.
pub mod perceptron;
/// Parts of speech.
pub mod pos;

pub use format::{ModelFile, Tensor, TensorData};
pub use hash::{hash_bytes, hash_str, mix};
