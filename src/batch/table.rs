//! What a run yields: record batches of one schema.

use arrow_array::{Array, ArrayRef, RecordBatch, UInt64Array};
use arrow_ipc::reader::StreamReader;
use arrow_ipc::writer::StreamWriter;
use arrow_schema::{ArrowError, Field, Schema, SchemaRef};
use std::sync::Arc;

use crate::error::{Error, Result};

/// A table in Arrow's layout, in batches.
#[derive(Debug, Clone)]
pub struct Table {
    schema: SchemaRef,
    batches: Vec<RecordBatch>,
}

impl Table {
    /// A table of batches that all have `schema`.
    pub fn new(schema: SchemaRef, batches: Vec<RecordBatch>) -> Self {
        Self { schema, batches }
    }

    /// The schema.
    pub fn schema(&self) -> &SchemaRef {
        &self.schema
    }

    /// The batches.
    pub fn batches(&self) -> &[RecordBatch] {
        &self.batches
    }

    /// Rows of all batches.
    pub fn num_rows(&self) -> usize {
        self.batches.iter().map(RecordBatch::num_rows).sum()
    }

    /// The same table with a column put in at `position`, made of `values` looked up by the numbers in column `by`.
    ///
    /// # Errors
    /// [`crate::ErrorKind::Input`] if there is no column `by` of int64, or it points beyond `values`.
    pub fn with_looked_up(&self, position: usize, name: &str, values: &ArrayRef, by: &str) -> Result<Self> {
        let options = || Some(arrow_select::take::TakeOptions { check_bounds: true });
        self.with_column(position, Field::new(name, values.data_type().clone(), true), |batch| {
            let rows = column(batch, by)?
                .as_any()
                .downcast_ref::<arrow_array::Int64Array>()
                .ok_or_else(|| Error::input(format!("column {by} is not of int64")))?;
            let indices: UInt64Array = rows.iter().map(|row| row.and_then(|row| u64::try_from(row).ok())).collect();
            arrow_select::take::take(values, &indices, options()).map_err(arrow)
        })
    }

    /// The same table with a copy of column `of` put in at `position` under another name.
    ///
    /// # Errors
    /// [`crate::ErrorKind::Input`] if there is no column `of`.
    pub fn with_copy(&self, position: usize, name: &str, of: &str) -> Result<Self> {
        let field = self.schema.field_with_name(of).map_err(arrow)?.clone().with_name(name).with_nullable(true);
        self.with_column(position, field, |batch| column(batch, of).cloned())
    }

    fn with_column(
        &self,
        position: usize,
        field: Field,
        make: impl Fn(&RecordBatch) -> Result<ArrayRef>,
    ) -> Result<Self> {
        let mut fields = self.schema.fields().to_vec();
        let position = position.min(fields.len());
        fields.insert(position, Arc::new(field));
        let schema = Arc::new(Schema::new(fields));
        let mut batches = Vec::with_capacity(self.batches.len());
        for batch in &self.batches {
            let mut columns = batch.columns().to_vec();
            columns.insert(position, make(batch)?);
            batches.push(RecordBatch::try_new(schema.clone(), columns).map_err(arrow)?);
        }
        Ok(Self { schema, batches })
    }

    /// The table as an Arrow IPC stream, which every Arrow library reads.
    pub fn to_ipc(&self) -> Result<Vec<u8>> {
        let mut writer = StreamWriter::try_new(Vec::new(), &self.schema).map_err(arrow)?;
        for batch in &self.batches {
            writer.write(batch).map_err(arrow)?;
        }
        writer.into_inner().map_err(arrow)
    }

    /// Reads what [`Table::to_ipc`] wrote.
    ///
    /// # Errors
    /// [`crate::ErrorKind::ModelFormat`] for bytes that are no Arrow IPC stream.
    pub fn from_ipc(bytes: &[u8]) -> Result<Self> {
        let damaged = |error: ArrowError| Error::model_format(format!("not an Arrow IPC stream: {error}"));
        let reader = StreamReader::try_new(bytes, None).map_err(damaged)?;
        let schema = reader.schema();
        let batches = reader.collect::<std::result::Result<Vec<_>, _>>().map_err(damaged)?;
        Ok(Self { schema, batches })
    }
}

fn column<'a>(batch: &'a RecordBatch, name: &str) -> Result<&'a ArrayRef> {
    batch.column_by_name(name).ok_or_else(|| Error::input(format!("the table has no column {name}")))
}

fn arrow(error: ArrowError) -> Error {
    Error::input(error.to_string())
}
