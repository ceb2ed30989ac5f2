//! Runs a kernel over a column: blocks by bytes, on the pool, watched by the caller's thread.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::time::Duration;

use arrow_array::builder::StringBuilder;
use arrow_array::{ArrayRef, RecordBatch};
use arrow_schema::{DataType, Field, Schema, SchemaRef};

use super::column::{Block, TextColumn};
use super::kernel::{Kernel, OnError, RowError, RunOptions};
use super::{pool, table::Table};
use crate::error::{Error, ErrorKind, Result};

/// Rows that one thread answers before it looks at the queue again: few enough that progress moves.
const BLOCK_ROWS: usize = 8192;
/// A column below this is answered on the caller's thread: a hand-over would cost more than the work.
const INLINE_BYTES: usize = 16 << 10;
const INLINE_ROWS: usize = 512;
/// How often the caller's thread looks up.
const WATCH: Duration = Duration::from_millis(40);

/// How far a run has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Progress {
    /// Rows answered.
    pub rows: usize,
    /// Bytes answered.
    pub bytes: usize,
}

/// Answers every row of `column`. `watch` is called on the caller's thread some twenty times a second and once at the
/// end; when it returns false the run is cancelled.
///
/// The answer does not depend on the number of threads; an error names the first row that fails.
pub fn run<K: Kernel>(
    column: &TextColumn,
    kernel: &K,
    options: &RunOptions,
    watch: &mut dyn FnMut(Progress) -> bool,
) -> std::result::Result<Table, RowError> {
    let (bytes, workers) = (column.bytes(), options.threads.unwrap_or_else(pool::cores).max(1));
    let blocks = column.blocks(BLOCK_ROWS, kernel.block_bytes(bytes, workers));
    let job = Job::new(column, kernel, options, blocks);
    let few = column.len() <= INLINE_ROWS && bytes <= INLINE_BYTES;
    if few || column.len() == 1 && bytes <= kernel.inline_bytes() {
        job.work();
    } else {
        let workers = workers.min(job.blocks.len().max(1));
        let pool = pool::Pool::get(options.threads.map(|_| workers))?;
        pool.threads().in_place_scope(|scope| {
            for _ in 0..workers {
                scope.spawn(|_| job.work_as_one_of_many());
            }
            job.wait(workers, watch);
        });
    }
    watch(job.progress());
    job.finish()
}

struct Job<'a, K: Kernel> {
    kernel: &'a K,
    column: &'a TextColumn,
    options: &'a RunOptions,
    schema: SchemaRef,
    blocks: Vec<Block<'a>>,
    next: AtomicUsize,
    /// Blocks from this one on need not be answered: an earlier one failed.
    stop: AtomicUsize,
    rows: AtomicUsize,
    bytes: AtomicUsize,
    done: Mutex<Done>,
    finished: Condvar,
}

struct Done {
    batches: Vec<Option<RecordBatch>>,
    failure: Option<RowError>,
    workers: usize,
}

impl<'a, K: Kernel> Job<'a, K> {
    fn new(column: &'a TextColumn, kernel: &'a K, options: &'a RunOptions, blocks: Vec<Block<'a>>) -> Self {
        let done = Done { batches: vec![None; blocks.len()], failure: None, workers: 0 };
        Self {
            schema: output_schema(kernel.schema(), options.errors),
            kernel,
            column,
            options,
            next: AtomicUsize::new(0),
            stop: AtomicUsize::new(blocks.len()),
            rows: AtomicUsize::new(0),
            bytes: AtomicUsize::new(0),
            done: Mutex::new(done),
            finished: Condvar::new(),
            blocks,
        }
    }

    fn progress(&self) -> Progress {
        Progress { rows: self.rows.load(Ordering::Relaxed), bytes: self.bytes.load(Ordering::Relaxed) }
    }

    fn work_as_one_of_many(&self) {
        self.work();
        self.lock().workers += 1;
        self.finished.notify_all();
    }

    fn wait(&self, workers: usize, watch: &mut dyn FnMut(Progress) -> bool) {
        let mut done = self.lock();
        while done.workers < workers {
            done = self.finished.wait_timeout(done, WATCH).unwrap_or_else(PoisonError::into_inner).0;
            if done.workers < workers {
                drop(done);
                if !watch(self.progress()) {
                    self.options.context.cancel();
                }
                done = self.lock();
            }
        }
    }

    fn work(&self) {
        let mut scratch = self.kernel.scratch();
        loop {
            let i = self.next.fetch_add(1, Ordering::Relaxed);
            if i >= self.stop.load(Ordering::Relaxed) {
                return;
            }
            let block = &self.blocks[i];
            let answer = self.answer_block(block, &mut scratch);
            self.rows.fetch_add(block.len(), Ordering::Relaxed);
            self.bytes.fetch_add(block.bytes(), Ordering::Relaxed);
            let mut done = self.lock();
            match answer {
                Ok(batch) => done.batches[i] = Some(batch),
                Err(failure) => {
                    self.stop.fetch_min(i, Ordering::Relaxed);
                    if done.failure.as_ref().is_none_or(|earlier| failure.row < earlier.row) {
                        done.failure = Some(failure);
                    }
                }
            }
        }
    }

    fn answer_block(&self, block: &Block<'_>, scratch: &mut K::Scratch) -> std::result::Result<RecordBatch, RowError> {
        let mut rows = self.kernel.block(block.len());
        let mut errors = (self.options.errors == OnError::Collect).then(StringBuilder::new);
        for (row, cell) in block.cells() {
            let outcome = match (self.column.unreadable(row), cell) {
                (Some(error), _) => Err(error.clone()),
                (None, None) => Ok(None),
                (None, Some(cell)) => self.guarded(scratch, row, cell).map(Some),
            };
            let (appended, error) = match outcome {
                Ok(Some(answer)) => (self.kernel.append(&mut rows, row, answer), None),
                Ok(None) => (self.kernel.append_null(&mut rows, row), None),
                Err(error) if error.kind() == ErrorKind::Cancelled || self.options.errors == OnError::Raise => {
                    return Err(RowError { row: (error.kind() != ErrorKind::Cancelled).then_some(row), error });
                }
                Err(_) if self.options.errors == OnError::Null => (self.kernel.append_null(&mut rows, row), None),
                Err(error) => (self.kernel.append_failed(&mut rows, row), Some(error.to_string())),
            };
            if let Some(errors) = &mut errors {
                for _ in 0..appended {
                    errors.append_option(error.as_deref());
                }
            }
        }
        let mut arrays = self.kernel.close(scratch, rows);
        arrays.extend(errors.map(|mut errors| Arc::new(errors.finish()) as ArrayRef));
        RecordBatch::try_new(self.schema.clone(), arrays).map_err(internal).map_err(RowError::from)
    }

    /// A panic is a defect of ours; it costs the row that showed it, not the batch.
    fn guarded(&self, scratch: &mut K::Scratch, row: usize, cell: super::Cell<'_>) -> Result<K::Answer> {
        let answer = catch_unwind(AssertUnwindSafe(|| self.kernel.answer(scratch, row, cell, &self.options.context)));
        answer.unwrap_or_else(|_| {
            self.kernel.recover(scratch);
            Err(Error::new(ErrorKind::Internal, "copydesk failed on this text; please report it"))
        })
    }

    fn finish(self) -> std::result::Result<Table, RowError> {
        let done = self.done.into_inner().unwrap_or_else(PoisonError::into_inner);
        if let Some(failure) = done.failure {
            return Err(failure);
        }
        if self.options.context.is_cancelled() {
            return Err(Error::cancelled().into());
        }
        Ok(Table::new(self.schema, done.batches.into_iter().flatten().collect()))
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Done> {
        self.done.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn output_schema(schema: SchemaRef, errors: OnError) -> SchemaRef {
    if errors != OnError::Collect {
        return schema;
    }
    let mut fields = schema.fields().to_vec();
    fields.push(Arc::new(Field::new("error", DataType::Utf8, true)));
    Arc::new(Schema::new(fields))
}

fn internal(error: arrow_schema::ArrowError) -> Error {
    Error::new(ErrorKind::Internal, error.to_string())
}
