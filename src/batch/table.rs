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
        let mut fields = self.schema.fields().to_vec();
        fields.insert(position.min(fields.len()), Arc::new(Field::new(name, values.data_type().clone(), true)));
        let schema = Arc::new(Schema::new(fields));
        let mut batches = Vec::with_capacity(self.batches.len());
        for batch in &self.batches {
            let rows = batch
                .column_by_name(by)
                .and_then(|column| column.as_any().downcast_ref::<arrow_array::Int64Array>())
                .ok_or_else(|| Error::input(format!("the table has no column {by} of int64")))?;
            let indices: UInt64Array = rows.iter().map(|row| row.and_then(|row| u64::try_from(row).ok())).collect();
            let options = arrow_select::take::TakeOptions { check_bounds: true };
            let column = arrow_select::take::take(values, &indices, Some(options)).map_err(arrow)?;
            let mut columns = batch.columns().to_vec();
            columns.insert(position.min(columns.len()), column);
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

fn arrow(error: ArrowError) -> Error {
    Error::input(error.to_string())
}
