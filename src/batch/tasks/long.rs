//! Long tables: none, one or many rows a text.

use arrow_array::ArrayRef;
use arrow_schema::SchemaRef;

use crate::batch::{Cell, Kernel, Rows, Value};
use crate::{Context, Result};

/// A task whose answer for one text is any number of table rows.
pub trait LongTask: Sync {
    /// What one thread keeps from text to text.
    type Scratch: Default;

    /// The schema of the table; its first column is `row`.
    fn schema(&self) -> SchemaRef;

    /// The table rows for the text in `row`, without the `row` column itself.
    fn rows(
        &self,
        scratch: &mut Self::Scratch,
        row: usize,
        text: &str,
        context: &Context,
    ) -> Result<Vec<Vec<Value<'static>>>>;
}

impl<T: LongTask> Kernel for T {
    type Answer = Vec<Vec<Value<'static>>>;
    type Scratch = T::Scratch;
    type Block = Rows;
    type Output = Vec<ArrayRef>;

    fn schema(&self) -> SchemaRef {
        LongTask::schema(self)
    }

    fn scratch(&self) -> T::Scratch {
        T::Scratch::default()
    }

    fn block(&self, _: usize) -> Rows {
        Rows::new(&LongTask::schema(self))
    }

    fn answer(&self, scratch: &mut T::Scratch, row: usize, cell: Cell<'_>, context: &Context) -> Result<Self::Answer> {
        self.rows(scratch, row, super::text(cell)?, context)
    }

    fn append(&self, block: &mut Rows, row: usize, answer: Self::Answer) -> usize {
        let rows = answer.len();
        for mut values in answer {
            values.insert(0, Value::count(row));
            block.push(values);
        }
        rows
    }

    fn append_null(&self, _: &mut Rows, _: usize) -> usize {
        0
    }

    fn append_failed(&self, block: &mut Rows, row: usize) -> usize {
        block.push_empty(row);
        1
    }

    fn finish(&self, _: &mut Self::Scratch, block: Rows) -> Vec<ArrayRef> {
        block.finish()
    }
}
