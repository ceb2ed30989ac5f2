//! What a task must offer to be run over a column.

use arrow_schema::SchemaRef;

use super::column::Cell;
use crate::context::Context;
use crate::error::{Error, Result};

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
    /// What a block comes to: arrays, one a field of the schema, for [`super::run`].
    type Output: Send;

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

    /// What the block comes to; the scratch may hold what its answers refer to.
    fn finish(&self, scratch: &mut Self::Scratch, block: Self::Block) -> Self::Output;

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
