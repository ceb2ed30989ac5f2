//! Long tables of many small rows: numbers and words, filled a column at a time.

use std::sync::Arc;

use arrow_array::builder::StringBuilder;
use arrow_array::{ArrayRef, Int64Array};
use arrow_buffer::NullBufferBuilder;
use arrow_schema::{DataType, SchemaRef};

use crate::batch::{Cell, Kernel};
use crate::{Context, Result};

/// A task whose answer for one text is any number of table rows, as [`super::long::LongTask`], given column by column.
pub trait ColumnTask: Sync {
    /// What one thread keeps from text to text.
    type Scratch: Default;

    /// The schema of the table: `row`, then columns of int64 and strings.
    fn schema(&self) -> SchemaRef;

    /// The columns for the text in `row`, without `row` itself, all of one length.
    fn columns(&self, scratch: &mut Self::Scratch, row: usize, text: &str, context: &Context) -> Result<Vec<Column>>;
}

/// Values of one column.
#[derive(Debug)]
pub enum Column {
    /// Whole numbers.
    Numbers(Vec<i64>),
    /// Words of a fixed list.
    Names(Vec<&'static str>),
    /// Words one behind the other, and where each ends.
    Words(String, Vec<usize>),
}

impl Column {
    fn len(&self) -> usize {
        match self {
            Self::Numbers(values) => values.len(),
            Self::Names(values) => values.len(),
            Self::Words(_, ends) => ends.len(),
        }
    }
}

/// Runs a [`ColumnTask`].
#[derive(Debug, Clone)]
pub struct Columns<T>(pub T);

/// The table of a block under construction.
#[derive(Debug)]
pub struct Block {
    rows: Vec<i64>,
    columns: Vec<Built>,
}

#[derive(Debug)]
enum Built {
    Numbers(Vec<i64>, NullBufferBuilder),
    Words(StringBuilder),
}

impl Built {
    fn extend(&mut self, column: Column) {
        match (self, column) {
            (Self::Numbers(numbers, valid), Column::Numbers(values)) => {
                valid.append_n_non_nulls(values.len());
                numbers.extend(values);
            }
            (Self::Words(words), Column::Names(values)) => values.iter().for_each(|value| words.append_value(value)),
            (Self::Words(words), Column::Words(text, ends)) => {
                let mut start = 0;
                for end in ends {
                    words.append_value(text.get(start..end).unwrap_or(""));
                    start = end;
                }
            }
            (built, column) => (0..column.len()).for_each(|_| built.extend_null()),
        }
    }

    fn extend_null(&mut self) {
        match self {
            Self::Numbers(numbers, valid) => {
                numbers.push(0);
                valid.append_null();
            }
            Self::Words(words) => words.append_null(),
        }
    }

    fn finish(self) -> ArrayRef {
        match self {
            Self::Numbers(numbers, mut valid) => Arc::new(Int64Array::new(numbers.into(), valid.finish())),
            Self::Words(mut words) => Arc::new(words.finish()),
        }
    }
}

impl<T: ColumnTask> Kernel for Columns<T> {
    type Answer = Vec<Column>;
    type Scratch = T::Scratch;
    type Block = Block;
    type Output = Vec<ArrayRef>;

    fn schema(&self) -> SchemaRef {
        self.0.schema()
    }

    fn scratch(&self) -> T::Scratch {
        T::Scratch::default()
    }

    fn block(&self, _: usize) -> Block {
        let built = |kind: &DataType| match kind {
            DataType::Int64 => Built::Numbers(Vec::new(), NullBufferBuilder::new(0)),
            _ => Built::Words(StringBuilder::new()),
        };
        let schema = self.0.schema();
        Block { rows: Vec::new(), columns: schema.fields().iter().skip(1).map(|f| built(f.data_type())).collect() }
    }

    fn answer(&self, scratch: &mut T::Scratch, row: usize, cell: Cell<'_>, context: &Context) -> Result<Vec<Column>> {
        self.0.columns(scratch, row, super::text(cell)?, context)
    }

    fn append(&self, block: &mut Block, row: usize, answer: Vec<Column>) -> usize {
        let rows = answer.first().map_or(0, Column::len);
        block.rows.extend(std::iter::repeat_n(i64::try_from(row).unwrap_or(i64::MAX), rows));
        for (built, column) in block.columns.iter_mut().zip(answer) {
            built.extend(column);
        }
        rows
    }

    fn append_null(&self, _: &mut Block, _: usize) -> usize {
        0
    }

    fn append_failed(&self, block: &mut Block, row: usize) -> usize {
        block.rows.push(i64::try_from(row).unwrap_or(i64::MAX));
        block.columns.iter_mut().for_each(Built::extend_null);
        1
    }

    fn finish(&self, _: &mut Self::Scratch, block: Block) -> Vec<ArrayRef> {
        let rows: ArrayRef = Arc::new(Int64Array::from(block.rows));
        std::iter::once(rows).chain(block.columns.into_iter().map(Built::finish)).collect()
    }
}
