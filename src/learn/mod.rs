//! Small linear models: features, training, quantised weights, one versioned file format.

/// What models see of a word.
pub mod form;
pub mod format;
pub mod hash;
pub mod linear;
/// Logistic regression.
pub mod logistic;
/// A hashed averaged perceptron over sequences.
pub mod perceptron;
/// Parts of speech.
pub mod pos;
pub mod view;

pub use format::{ModelFile, Tensor, TensorData};
pub use hash::{hash_bytes, hash_str, mix};
pub use view::ModelView;
