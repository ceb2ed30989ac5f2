//! Small linear models: features, training, quantised weights, one versioned file format.

/// Logistic regression.
pub mod logistic;
