//! Small linear models: features, training, quantised weights, one versioned file format.

pub mod format;
pub mod hash;
pub mod linear;

pub use format::{ModelFile, Tensor, TensorData};
pub use hash::{hash_bytes, hash_str, mix};
