//! Columns in, columns out: Arrow arrays, cut into blocks by bytes, answered on our own threads.
//!
//! A task is a [`Kernel`]: it answers one text at a time and appends the answer to the block's builders. [`run`] does the
//! rest: blocks, threads, cancelling, errors that name their row. Nothing here knows Python.

mod column;
mod kernel;
mod pool;
mod rows;
mod run;
/// The Arrow schema of every table, written once.
pub mod schema;
mod table;
/// One kernel a task.
pub mod tasks;
mod time;

pub use column::{Cell, Cells, TextColumn};
pub use kernel::{Kernel, OnError, RowError, RunOptions};
pub use rows::{Rows, Value};
pub use run::{Finished, Progress, Receiver, run, run_into};
pub use table::Table;
