//! One kernel a task: core answers in, table rows out.

mod lengths;

pub use lengths::Lengths;
