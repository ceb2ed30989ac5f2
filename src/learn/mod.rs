//! Small linear models: features, training, quantised weights, one versioned file format.
