//! Code points a text: work so small that what is measured is the crossing.

use std::sync::Arc;

use arrow_array::ArrayRef;
use arrow_array::builder::Int64Builder;
use arrow_schema::SchemaRef;

use crate::batch::{Cell, Kernel, schema};
use crate::{Context, Result};

/// Counts code points (bytes for a cell of bytes).
#[derive(Debug, Clone, Copy, Default)]
pub struct Lengths;

impl Kernel for Lengths {
    type Answer = i64;
    type Scratch = ();
    type Block = Int64Builder;
    type Output = Vec<ArrayRef>;

    fn schema(&self) -> SchemaRef {
        schema::lengths()
    }

    fn scratch(&self) {}

    fn block(&self, rows: usize) -> Int64Builder {
        Int64Builder::with_capacity(rows)
    }

    #[inline]
    fn answer(&self, (): &mut (), _: usize, cell: Cell<'_>, context: &Context) -> Result<i64> {
        let count = match cell {
            Cell::Bytes(bytes) => bytes.len(),
            Cell::Text(text) => {
                let mut count = 0;
                for part in text.as_bytes().chunks(1 << 20) {
                    context.check()?;
                    count +=
                        if part.is_ascii() { part.len() } else { part.iter().filter(|b| **b & 0xC0 != 0x80).count() };
                }
                count
            }
        };
        Ok(i64::try_from(count).unwrap_or(i64::MAX))
    }

    #[inline]
    fn append(&self, block: &mut Int64Builder, _: usize, answer: i64) -> usize {
        block.append_value(answer);
        1
    }

    fn append_null(&self, block: &mut Int64Builder, _: usize) -> usize {
        block.append_null();
        1
    }

    fn finish(&self, _: &mut Self::Scratch, mut block: Int64Builder) -> Vec<ArrayRef> {
        vec![Arc::new(block.finish())]
    }
}
