//! Runs a kernel without the interpreter's lock, and looks up for signals and progress.

use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;

use super::errors;
use super::input::Texts;
use super::table::Table;
use crate::batch::tasks::Lengths;
use crate::batch::{self, Kernel, OnError, Progress, RunOptions};
use crate::{Context, Limits};

/// The keyword arguments that every column function takes, as `copydesk._columns.Options` holds them.
#[derive(FromPyObject)]
pub struct Options {
    threads: Option<usize>,
    errors: String,
    /// `max_bytes`, `max_depth`, `max_items`.
    limits: Option<(usize, usize, usize)>,
    /// Called with (rows, bytes) answered so far.
    progress: Option<Py<PyAny>>,
    /// Name of the argument that holds the column, for messages.
    argument: String,
}

impl Options {
    /// Runs `kernel` over the column.
    pub fn run<K: Kernel>(&self, py: Python<'_>, column: &Texts, kernel: &K) -> PyResult<Table> {
        let options = RunOptions { threads: self.threads, errors: self.on_error()?, context: self.context() };
        let mut interrupt = None;
        let outcome = py.detach(|| {
            batch::run(&column.0, kernel, &options, &mut |progress| {
                if interrupt.is_none() {
                    interrupt = Python::attach(|py| self.look_up(py, progress)).err();
                }
                interrupt.is_none()
            })
        });
        match (interrupt, outcome) {
            (Some(interrupt), _) => Err(interrupt),
            (None, Ok(table)) => Ok(Table(table)),
            (None, Err(failure)) => Err(errors::raise_row(py, &failure, &self.argument)),
        }
    }

    /// Name of the argument that holds the column.
    pub fn argument(&self) -> &str {
        &self.argument
    }

    /// A context with the caller's limits.
    pub fn context(&self) -> Context {
        let mut limits = Limits::default();
        if let Some((max_bytes, max_depth, max_items)) = self.limits {
            (limits.max_bytes, limits.max_depth, limits.max_items) = (max_bytes, max_depth, max_items);
        }
        Context::new(limits)
    }

    fn on_error(&self) -> PyResult<OnError> {
        match self.errors.as_str() {
            "raise" => Ok(OnError::Raise),
            "null" => Ok(OnError::Null),
            "collect" => Ok(OnError::Collect),
            other => {
                Err(PyValueError::new_err(format!("errors: expected 'raise', 'null' or 'collect', got '{other}'")))
            }
        }
    }

    fn look_up(&self, py: Python<'_>, progress: Progress) -> PyResult<()> {
        py.check_signals()?;
        if let Some(report) = &self.progress {
            report.call1(py, (progress.rows, progress.bytes))?;
        }
        Ok(())
    }
}

/// Code points of each text: the least work a pass can do, for measuring what a crossing costs.
#[pyfunction]
pub fn text_lengths(py: Python<'_>, column: Texts, options: Options) -> PyResult<Table> {
    options.run(py, &column, &Lengths)
}
