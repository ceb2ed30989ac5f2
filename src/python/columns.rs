//! Runs a kernel without the interpreter's lock, and looks up for signals and progress.

use std::sync::mpsc;
use std::time::Duration;

use arrow_array::ArrayRef;
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;

use super::errors;
use super::input::Texts;
use super::table::Table;
use crate::batch::tasks::Lengths;
use crate::batch::{self, Finished, Kernel, OnError, Progress, Receiver, RowError, RunOptions};
use crate::{Context, Limits};

/// How often a signal is looked for while one piece of work runs.
const WATCH: Duration = Duration::from_millis(40);

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
    pub fn run<K: Kernel<Output = Vec<ArrayRef>>>(
        &self,
        py: Python<'_>,
        column: &Texts,
        kernel: &K,
    ) -> PyResult<Table> {
        let options = self.of_run()?;
        let mut attached = Attached { options: self, receive: (), interrupt: None };
        let outcome = py.detach(|| batch::run(&column.0, kernel, &options, &mut |progress| attached.report(progress)));
        self.outcome(py, attached.interrupt, outcome).map(Table)
    }

    /// As [`Self::run`]; `receive` makes of each block what it likes, in any order of blocks but in order for each worker.
    pub fn run_into<K: Kernel>(
        &self,
        py: Python<'_>,
        column: &Texts,
        kernel: &K,
        receive: impl FnMut(Python<'_>, Finished<K::Output>) -> PyResult<()> + Send,
    ) -> PyResult<()> {
        let options = self.of_run()?;
        let mut receiver = Attached { options: self, receive, interrupt: None };
        let outcome = py.detach(|| batch::run_into(&column.0, kernel, &options, &mut receiver));
        self.outcome(py, receiver.interrupt, outcome)
    }

    /// Runs `work` that makes one thing of all texts: on a thread of its own, without the interpreter's lock; a signal
    /// cancels it.
    pub fn run_whole<T: Send, E: Into<RowError> + Send>(
        &self,
        py: Python<'_>,
        work: impl FnOnce(&Context) -> Result<T, E> + Send,
    ) -> PyResult<T> {
        let context = &self.context();
        let mut interrupt = None;
        let outcome = py.detach(|| {
            let (done, finished) = mpsc::channel::<()>();
            std::thread::scope(|scope| {
                let worker = scope.spawn(move || {
                    // Dropped when the work ends, however it ends.
                    let _done = done;
                    work(context)
                });
                while finished.recv_timeout(WATCH) == Err(mpsc::RecvTimeoutError::Timeout) {
                    if interrupt.is_none() {
                        interrupt = Python::attach(|py| py.check_signals()).err();
                        if interrupt.is_some() {
                            context.cancel();
                        }
                    }
                }
                worker.join()
            })
        });
        match outcome {
            Ok(outcome) => self.outcome(py, interrupt, outcome.map_err(Into::into)),
            Err(panic) => std::panic::resume_unwind(panic),
        }
    }

    fn of_run(&self) -> PyResult<RunOptions> {
        Ok(RunOptions { threads: self.threads, errors: self.on_error()?, context: self.context() })
    }

    fn outcome<T>(&self, py: Python<'_>, interrupt: Option<PyErr>, outcome: Result<T, RowError>) -> PyResult<T> {
        match interrupt {
            Some(interrupt) => Err(interrupt),
            None => outcome.map_err(|failure| errors::raise_row(py, &failure, &self.argument)),
        }
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

/// Takes the interpreter's lock for what a run hands over.
struct Attached<'a, F> {
    options: &'a Options,
    receive: F,
    interrupt: Option<PyErr>,
}

impl<F> Attached<'_, F> {
    /// Runs `work` unless something went wrong before; whether all is well.
    fn attach(&mut self, work: impl FnOnce(&mut Self, Python<'_>) -> PyResult<()>) -> bool {
        if self.interrupt.is_none() {
            self.interrupt = Python::attach(|py| work(self, py)).err();
        }
        self.interrupt.is_none()
    }

    fn report(&mut self, progress: Progress) -> bool {
        self.attach(|attached, py| attached.options.look_up(py, progress))
    }
}

impl<O, F: FnMut(Python<'_>, Finished<O>) -> PyResult<()>> Receiver<O> for Attached<'_, F> {
    fn receive(&mut self, finished: Finished<O>) -> bool {
        self.attach(|receiver, py| {
            py.check_signals()?;
            (receiver.receive)(py, finished)
        })
    }

    fn look_up(&mut self, progress: Progress) -> bool {
        self.report(progress)
    }
}

/// Code points of each text: the least work a pass can do, for measuring what a crossing costs.
#[pyfunction]
pub fn text_lengths(py: Python<'_>, column: Texts, options: Options) -> PyResult<Table> {
    options.run(py, &column, &Lengths)
}
