//! What a task must offer to be run over a column.

use arrow_array::ArrayRef;
use arrow_schema::SchemaRef;

use super::column::Cell;
use crate::context::Context;
use crate::error::{Error, Result};

/// What one thread answers before it looks at the queue again, unless the task has it otherwise.
pub(super) const BLOCK_BYTES: usize = 256 << 10;

/// A task over texts: answers one text, appends the answer to the builders of a block.
///
/// Answering and appending are apart so that a text that fails never leaves half a row behind.
pub trait Kernel: Sync {
    /// The answer for one text.
    type Answer;
    /// What one thread keeps from text to text: caches, buffers. Never anything that changes an answer.
    type Scratch;
    /// The builders of one block.
    type Block;

    /// The schema of the table.
    fn schema(&self) -> SchemaRef;

    /// Fresh scratch for one thread.
    fn scratch(&self) -> Self::Scratch;

    /// Empty builders for a block of `rows` texts.
    fn block(&self, rows: usize) -> Self::Block;

    /// The answer for the text in `row`.
    fn answer(
        &self,
        scratch: &mut Self::Scratch,
        row: usize,
        cell: Cell<'_>,
        context: &Context,
    ) -> Result<Self::Answer>;

    /// Appends an answer; returns how many table rows it took.
    fn append(&self, block: &mut Self::Block, row: usize, answer: Self::Answer) -> usize;

    /// Appends what stands for a missing text; returns how many table rows it took (none in long tables).
    fn append_null(&self, block: &mut Self::Block, row: usize) -> usize;

    /// Appends one table row that holds nothing but `row`, so that an error can stand beside it; where a missing text has a
    /// row of its own, that row.
    fn append_failed(&self, block: &mut Self::Block, row: usize) -> usize {
        self.append_null(block, row)
    }

    /// The arrays of the block, one a field of the schema.
    fn finish(&self, block: Self::Block) -> Vec<ArrayRef>;

    /// As [`Self::finish`], for tasks whose scratch holds what the answers of the block refer to.
    fn close(&self, _: &mut Self::Scratch, block: Self::Block) -> Vec<ArrayRef> {
        self.finish(block)
    }

    /// Bytes of text in a block, for a column of `bytes` and so many workers; as few as let progress move where a block costs
    /// nothing by itself.
    fn block_bytes(&self, _bytes: usize, _workers: usize) -> usize {
        BLOCK_BYTES
    }

    /// How large a single text may be that is answered on the caller's thread, which cannot look up meanwhile.
    fn inline_bytes(&self) -> usize {
        0
    }

    /// Makes the scratch sound again after a text that broke off half-way.
    fn recover(&self, scratch: &mut Self::Scratch) {
        *scratch = self.scratch();
    }
}

/// What to do with a row that fails.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum OnError {
    /// Stop and name the row.
    #[default]
    Raise,
    /// Treat it as a missing text.
    Null,
    /// As `Null`, and say why in a column `error`.
    Collect,
}

/// How a column is run.
#[derive(Debug, Clone, Default)]
pub struct RunOptions {
    /// Worker threads; `None` = one a core.
    pub threads: Option<usize>,
    /// What to do with a row that fails.
    pub errors: OnError,
    /// Cancelling and limits.
    pub context: Context,
}

/// An error and the row that it struck, if it struck one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowError {
    /// Position in the column.
    pub row: Option<usize>,
    /// What went wrong.
    pub error: Error,
}

impl From<Error> for RowError {
    fn from(error: Error) -> Self {
        Self { row: None, error }
    }
}
