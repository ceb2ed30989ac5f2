//! Runs a kernel over a column: blocks by bytes, on the pool, watched by the caller's thread.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::time::{Duration, Instant};

use arrow_array::builder::StringBuilder;
use arrow_array::{ArrayRef, RecordBatch};
use arrow_schema::{DataType, Field, Schema, SchemaRef};

use super::column::{Block, TextColumn};
use super::kernel::{Kernel, OnError, RowError, RunOptions};
use super::{pool, table::Table};
use crate::error::{Error, ErrorKind, Result};

/// What one thread answers before it looks at the queue again: little enough that progress moves.
const BLOCK_ROWS: usize = 8192;
const BLOCK_BYTES: usize = 256 << 10;
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

/// What a block came to.
#[derive(Debug)]
pub struct Finished<O> {
    /// Which block it is, from 0 in the order of the column.
    pub block: usize,
    /// What the kernel made of it.
    pub output: O,
    /// With [`OnError::Collect`], why each of its table rows failed, null for those that did not.
    pub errors: Option<ArrayRef>,
}

/// Takes what a run yields, on the caller's thread.
pub trait Receiver<O> {
    /// Takes a block: while the workers go on with others where there are several, else when all is done. Blocks of one
    /// worker come in the order in which it answered them. When it returns false the run is cancelled.
    fn receive(&mut self, finished: Finished<O>) -> bool;

    /// Called some twenty times a second and once at the end. When it returns false the run is cancelled.
    fn look_up(&mut self, progress: Progress) -> bool;
}

/// Answers every row of `column`. `watch` is called on the caller's thread some twenty times a second and once at the
/// end; when it returns false the run is cancelled.
///
/// The answer does not depend on the number of threads; an error names the first row that fails.
pub fn run<K: Kernel<Output = Vec<ArrayRef>>>(
    column: &TextColumn,
    kernel: &K,
    options: &RunOptions,
    watch: &mut dyn FnMut(Progress) -> bool,
) -> std::result::Result<Table, RowError> {
    let schema = output_schema(kernel.schema(), options.errors);
    let mut batches = Batches { schema: schema.clone(), found: Vec::new(), failure: None, watch };
    let outcome = run_into(column, kernel, options, &mut batches);
    let Batches { mut found, failure, .. } = batches;
    failure.map_or(outcome, |error| Err(error.into()))?;
    found.sort_unstable_by_key(|(block, _)| *block);
    Ok(Table::new(schema, found.into_iter().map(|(_, batch)| batch).collect()))
}

/// Collects the batches of a table.
struct Batches<'a> {
    schema: SchemaRef,
    found: Vec<(usize, RecordBatch)>,
    failure: Option<Error>,
    watch: &'a mut dyn FnMut(Progress) -> bool,
}

impl Receiver<Vec<ArrayRef>> for Batches<'_> {
    fn receive(&mut self, mut finished: Finished<Vec<ArrayRef>>) -> bool {
        finished.output.extend(finished.errors);
        match RecordBatch::try_new(self.schema.clone(), finished.output) {
            Ok(batch) => self.found.push((finished.block, batch)),
            Err(error) => self.failure = Some(Error::new(ErrorKind::Internal, error.to_string())),
        }
        self.failure.is_none()
    }

    fn look_up(&mut self, progress: Progress) -> bool {
        (self.watch)(progress)
    }
}

/// As [`run`], for whoever makes something else than a table of the answers.
pub fn run_into<K: Kernel>(
    column: &TextColumn,
    kernel: &K,
    options: &RunOptions,
    receiver: &mut dyn Receiver<K::Output>,
) -> std::result::Result<(), RowError> {
    let bytes = column.bytes();
    let blocks = column.blocks(BLOCK_ROWS, BLOCK_BYTES);
    let few = column.len() <= INLINE_ROWS && bytes <= INLINE_BYTES;
    if few || column.len() == 1 && bytes <= kernel.inline_bytes() {
        let job = Job::new(column, kernel, options, blocks, 0);
        job.work();
        return job.finish(receiver);
    }
    let workers = options.threads.unwrap_or_else(pool::cores).clamp(1, blocks.len().max(1));
    let job = Job::new(column, kernel, options, blocks, workers);
    let pool = pool::Pool::get(options.threads.map(|_| workers))?;
    pool.threads().in_place_scope(|scope| {
        for _ in 0..workers {
            scope.spawn(|_| job.work_as_one_of_many());
        }
        job.wait(receiver);
    });
    job.finish(receiver)
}

struct Job<'a, K: Kernel> {
    kernel: &'a K,
    column: &'a TextColumn,
    options: &'a RunOptions,
    blocks: Vec<Block<'a>>,
    /// How many threads work; none where the caller's does.
    workers: usize,
    next: AtomicUsize,
    /// Blocks from this one on need not be answered: an earlier one failed.
    stop: AtomicUsize,
    rows: AtomicUsize,
    bytes: AtomicUsize,
    done: Mutex<Done<K::Output>>,
    changed: Condvar,
}

struct Done<O> {
    /// Blocks that nobody has received yet.
    ready: Vec<Finished<O>>,
    failure: Option<RowError>,
    /// Threads that have come to an end.
    workers: usize,
}

impl<'a, K: Kernel> Job<'a, K> {
    fn new(
        column: &'a TextColumn,
        kernel: &'a K,
        options: &'a RunOptions,
        blocks: Vec<Block<'a>>,
        workers: usize,
    ) -> Self {
        Self {
            kernel,
            column,
            options,
            workers,
            next: AtomicUsize::new(0),
            stop: AtomicUsize::new(blocks.len()),
            rows: AtomicUsize::new(0),
            bytes: AtomicUsize::new(0),
            done: Mutex::new(Done { ready: Vec::new(), failure: None, workers: 0 }),
            changed: Condvar::new(),
            blocks,
        }
    }

    fn progress(&self) -> Progress {
        Progress { rows: self.rows.load(Ordering::Relaxed), bytes: self.bytes.load(Ordering::Relaxed) }
    }

    fn work_as_one_of_many(&self) {
        self.work();
        self.lock().workers += 1;
        self.changed.notify_all();
    }

    /// Whether blocks are received while others are worked on. One thread means that no second core is busy.
    fn overlaps(&self) -> bool {
        self.workers > 1
    }

    fn wait(&self, receiver: &mut dyn Receiver<K::Output>) {
        let mut looked_up = Instant::now();
        let mut done = self.lock();
        while done.workers < self.workers {
            if !self.overlaps() || done.ready.is_empty() {
                done = self.changed.wait_timeout(done, WATCH).unwrap_or_else(PoisonError::into_inner).0;
            }
            let ready = if self.overlaps() { std::mem::take(&mut done.ready) } else { Vec::new() };
            drop(done);
            let mut go_on = ready.into_iter().all(|finished| receiver.receive(finished));
            if looked_up.elapsed() >= WATCH {
                go_on &= receiver.look_up(self.progress());
                looked_up = Instant::now();
            }
            if !go_on {
                self.options.context.cancel();
            }
            done = self.lock();
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
            let answer = self.answer_block(i, block, &mut scratch);
            self.rows.fetch_add(block.len(), Ordering::Relaxed);
            self.bytes.fetch_add(block.bytes(), Ordering::Relaxed);
            let mut done = self.lock();
            match answer {
                Ok(finished) => {
                    done.ready.push(finished);
                    if self.overlaps() {
                        self.changed.notify_all();
                    }
                }
                Err(failure) => {
                    self.stop.fetch_min(i, Ordering::Relaxed);
                    if done.failure.as_ref().is_none_or(|earlier| failure.row < earlier.row) {
                        done.failure = Some(failure);
                    }
                }
            }
        }
    }

    fn answer_block(
        &self,
        number: usize,
        block: &Block<'_>,
        scratch: &mut K::Scratch,
    ) -> std::result::Result<Finished<K::Output>, RowError> {
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
        let errors = errors.map(|mut errors| Arc::new(errors.finish()) as ArrayRef);
        Ok(Finished { block: number, output: self.kernel.finish(scratch, rows), errors })
    }

    /// A panic is a defect of ours; it costs the row that showed it, not the batch.
    fn guarded(&self, scratch: &mut K::Scratch, row: usize, cell: super::Cell<'_>) -> Result<K::Answer> {
        let answer = catch_unwind(AssertUnwindSafe(|| self.kernel.answer(scratch, row, cell, &self.options.context)));
        answer.unwrap_or_else(|_| {
            self.kernel.recover(scratch);
            Err(Error::new(ErrorKind::Internal, "copydesk failed on this text; please report it"))
        })
    }

    /// Hands over what is left, once nobody works any more.
    fn finish(self, receiver: &mut dyn Receiver<K::Output>) -> std::result::Result<(), RowError> {
        let progress = self.progress();
        let done = self.done.into_inner().unwrap_or_else(PoisonError::into_inner);
        let failed = done.failure.is_some() || self.options.context.is_cancelled();
        let go_on = failed || done.ready.into_iter().all(|finished| receiver.receive(finished));
        let go_on = receiver.look_up(progress) && go_on;
        match done.failure {
            Some(failure) => Err(failure),
            None if !go_on || self.options.context.is_cancelled() => Err(Error::cancelled().into()),
            None => Ok(()),
        }
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Done<K::Output>> {
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
