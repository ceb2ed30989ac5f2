//! The table that every column function yields, handed on through Arrow's C interface.

use std::sync::Arc;

use arrow_array::{RecordBatch, StructArray};
use arrow_schema::Schema;
use pyo3::exceptions::PyKeyError;
use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyCapsule, PyList, PyTuple, PyType};
use pyo3_arrow::input::{AnyArray, AnyRecordBatch};
use pyo3_arrow::{PySchema, PyTable};

use super::{errors, values};
use crate::batch;

/// The lists one behind the other.
fn joined<'py>(
    py: Python<'py>,
    mut parts: impl Iterator<Item = PyResult<Bound<'py, PyList>>>,
) -> PyResult<Bound<'py, PyList>> {
    let all = parts.next().unwrap_or_else(|| Ok(PyList::empty(py)))?;
    for part in parts {
        all.call_method1("extend", (part?,))?;
    }
    Ok(all)
}

/// A table in Arrow's layout. `copydesk.Table` wraps it.
#[pyclass(frozen, module = "copydesk._core")]
pub struct Table(pub batch::Table);

#[pymethods]
impl Table {
    /// A table from anything that exports an Arrow stream or batch.
    #[staticmethod]
    fn from_arrow(data: AnyRecordBatch) -> PyResult<Self> {
        let (batches, schema) = data.into_table()?.into_inner();
        Ok(Self(batch::Table::new(schema, batches)))
    }

    /// A table of one column, `values`, from anything that exports an Arrow array or a stream of arrays.
    #[staticmethod]
    fn from_column(data: AnyArray) -> PyResult<Self> {
        let (chunks, field) = data.into_chunked_array()?.into_inner();
        let schema = Arc::new(Schema::new(vec![field.as_ref().clone().with_name("values").with_nullable(true)]));
        let batches = chunks
            .into_iter()
            .map(|chunk| RecordBatch::try_new(schema.clone(), vec![chunk]))
            .collect::<Result<_, _>>()
            .map_err(pyo3_arrow::error::PyArrowError::from)?;
        Ok(Self(batch::Table::new(schema, batches)))
    }

    /// A table from the bytes of an Arrow IPC stream.
    #[staticmethod]
    fn from_ipc(py: Python<'_>, data: &[u8]) -> PyResult<Self> {
        batch::Table::from_ipc(data).map(Self).map_err(|error| errors::raise(py, &error))
    }

    /// The table as an Arrow IPC stream.
    fn to_ipc<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyBytes>> {
        let bytes = py.detach(|| self.0.to_ipc()).map_err(|error| errors::raise(py, &error))?;
        Ok(PyBytes::new(py, &bytes))
    }

    /// Rows.
    #[getter]
    fn num_rows(&self) -> usize {
        self.0.num_rows()
    }

    /// Names of the columns, in order.
    #[getter]
    fn column_names(&self) -> Vec<&str> {
        self.0.schema().fields().iter().map(|field| field.name().as_str()).collect()
    }

    /// Arrow types of the columns, in order, as text.
    #[getter]
    fn column_types(&self) -> Vec<String> {
        self.0.schema().fields().iter().map(|field| field.data_type().to_string()).collect()
    }

    /// The values of one column as a Python list.
    fn column<'py>(&self, py: Python<'py>, name: &str) -> PyResult<Bound<'py, PyList>> {
        let position = self.0.schema().index_of(name).map_err(|_| PyKeyError::new_err(name.to_owned()))?;
        joined(py, self.0.batches().iter().map(|batch| values::to_list(py, batch.column(position))))
    }

    /// The rows as a list of dicts.
    fn to_dicts<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyList>> {
        joined(py, self.0.batches().iter().map(|batch| values::records(py, &StructArray::from(batch.clone()))))
    }

    /// The table with a column put in at `position`: `values` looked up by the row numbers in column `by`.
    fn with_looked_up(
        &self,
        py: Python<'_>,
        position: usize,
        name: &str,
        values: AnyArray,
        by: &str,
    ) -> PyResult<Self> {
        let (chunks, field) = values.into_chunked_array()?.into_inner();
        let refs: Vec<_> = chunks.iter().map(AsRef::as_ref).collect();
        let values = match refs.as_slice() {
            [] => arrow_array::new_empty_array(field.data_type()),
            _ => arrow_select::concat::concat(&refs).map_err(pyo3_arrow::error::PyArrowError::from)?,
        };
        self.0.with_looked_up(position, name, &values, by).map(Self).map_err(|error| errors::raise(py, &error))
    }

    /// The table with a copy of column `of` put in at `position` under another name.
    fn with_copy(&self, py: Python<'_>, position: usize, name: &str, of: &str) -> PyResult<Self> {
        self.0.with_copy(position, name, of).map(Self).map_err(|error| errors::raise(py, &error))
    }

    #[pyo3(signature = (requested_schema=None))]
    fn __arrow_c_stream__<'py>(
        &self,
        py: Python<'py>,
        requested_schema: Option<Bound<'py, PyCapsule>>,
    ) -> PyResult<Bound<'py, PyAny>> {
        let table = PyTable::try_new(self.0.batches().to_vec(), self.0.schema().clone())?;
        Bound::new(py, table)?.call_method1("__arrow_c_stream__", (requested_schema,))
    }

    fn __arrow_c_schema__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        Bound::new(py, PySchema::new(self.0.schema().clone()))?.call_method0("__arrow_c_schema__")
    }

    fn __len__(&self) -> usize {
        self.0.num_rows()
    }

    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<(Bound<'py, PyAny>, Bound<'py, PyTuple>)> {
        let class: Bound<'py, PyType> = py.get_type::<Self>();
        Ok((class.getattr("from_ipc")?, PyTuple::new(py, [self.to_ipc(py)?])?))
    }
}
