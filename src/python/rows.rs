//! Rows made in Python as a table of a known schema, so that no frame library is needed to hold them.

use std::sync::Arc;

use arrow_array::{ArrayRef, Int64Array, RecordBatch};
use arrow_schema::{DataType, Field, Schema, SchemaRef};
use pyo3::exceptions::{PyTypeError, PyValueError};
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyInt, PyList, PyTuple};
use pyo3_arrow::error::PyArrowError;

use super::table::Table;
use crate::batch::{self, Rows, Value, schema};

/// A table of the schema `name`, one row a dict; what a dict lacks is null. A column `document` is put in after `row`:
/// of int64 where every label is an int, else of strings.
#[pyfunction]
pub fn table_of_rows(name: &str, rows: &Bound<'_, PyList>) -> PyResult<Table> {
    let schema = with_documents(schema_of(name)?, rows)?;
    let mut columns = Rows::new(&schema);
    for row in rows.iter() {
        let row = row.cast::<PyDict>()?;
        let mut values = Vec::with_capacity(schema.fields().len());
        for field in schema.fields() {
            values.push(match row.get_item(field.name())? {
                Some(value) => cell(&value, field).map_err(|error| named(row.py(), field.name(), &error))?,
                None => Value::Null,
            });
        }
        columns.push(values);
    }
    let batch = RecordBatch::try_new(schema.clone(), columns.finish()).map_err(PyArrowError::from)?;
    Ok(Table(batch::Table::new(schema, vec![batch])))
}

fn schema_of(name: &str) -> PyResult<SchemaRef> {
    match name {
        "articles" => Ok(schema::report_articles()),
        "attributions" => Ok(schema::attributions()),
        "claims" => Ok(schema::claims()),
        "files" => Ok(schema::files()),
        other => Err(PyValueError::new_err(format!("no schema is named {other:?}"))),
    }
}

fn with_documents(schema: SchemaRef, rows: &Bound<'_, PyList>) -> PyResult<SchemaRef> {
    if schema.index_of("row").is_err() {
        return Ok(schema);
    }
    let mut numbers = true;
    for row in rows.iter() {
        let label = row.cast::<PyDict>()?.get_item("document")?;
        numbers &= label.is_none_or(|label| label.is_none() || label.is_exact_instance_of::<PyInt>());
    }
    let kind = if numbers { DataType::Int64 } else { DataType::Utf8 };
    let mut fields = schema.fields().to_vec();
    fields.insert(1, Arc::new(Field::new("document", kind, true)));
    Ok(Arc::new(Schema::new(fields)))
}

fn named(py: Python<'_>, column: &str, error: &PyErr) -> PyErr {
    PyTypeError::new_err(format!("column {column}: {}", error.value(py)))
}

fn cell(value: &Bound<'_, PyAny>, field: &Field) -> PyResult<Value<'static>> {
    // A label may be anything; its words will do.
    if field.name() == "document" && field.data_type() == &DataType::Utf8 && !value.is_none() {
        return Ok(Value::Owned(value.str()?.to_string_lossy().into_owned()));
    }
    of(value, field.data_type())
}

fn of(value: &Bound<'_, PyAny>, kind: &DataType) -> PyResult<Value<'static>> {
    if value.is_none() {
        return Ok(Value::Null);
    }
    Ok(match kind {
        DataType::Int64 => Value::Int(value.extract()?),
        DataType::Float64 => Value::Float(value.extract()?),
        DataType::Boolean => Value::Bool(value.extract()?),
        DataType::Utf8 => Value::Owned(value.extract()?),
        DataType::Timestamp(..) => {
            let seconds: f64 = value.call_method0("timestamp")?.extract()?;
            Value::Time((seconds * 1e6).round() as i64)
        }
        DataType::List(item) => {
            Value::List(value.try_iter()?.map(|element| of(&element?, item.data_type())).collect::<PyResult<Vec<_>>>()?)
        }
        DataType::Struct(fields) => Value::Struct(
            fields
                .iter()
                .enumerate()
                .map(|(position, field)| match part(value, field.name(), position)? {
                    Some(part) => of(&part, field.data_type()),
                    None => Ok(Value::Null),
                })
                .collect::<PyResult<Vec<_>>>()?,
        ),
        other => return Err(PyTypeError::new_err(format!("nothing in Python becomes {other}"))),
    })
}

/// A field of a dict by its name, of a tuple or list by its position, of anything else as an attribute.
pub fn part<'py>(value: &Bound<'py, PyAny>, name: &str, position: usize) -> PyResult<Option<Bound<'py, PyAny>>> {
    let found = if let Ok(dict) = value.cast::<PyDict>() {
        dict.get_item(name)?
    } else if value.is_instance_of::<PyTuple>() || value.is_instance_of::<PyList>() {
        Some(value.get_item(position)?)
    } else {
        Some(value.getattr(name)?)
    };
    Ok(found.filter(|found| !found.is_none()))
}

/// A table from columns, each as (name, kind, values); kinds are int, float, bool, text, texts (a list) and spans.
#[pyfunction]
pub fn table_of_columns(columns: Vec<(String, String, Bound<'_, PyList>)>) -> PyResult<Table> {
    let mut fields = Vec::with_capacity(columns.len());
    for (name, kind, _) in &columns {
        let kind = schema::kind(kind).ok_or_else(|| PyValueError::new_err(format!("no column is of kind {kind:?}")))?;
        fields.push(Field::new(name, kind, true));
    }
    let rows = columns.first().map_or(0, |(_, _, values)| values.len());
    let schema = Arc::new(Schema::new(fields));
    let mut built = Rows::new(&schema);
    for row in 0..rows {
        let mut values = Vec::with_capacity(columns.len());
        for (field, (name, _, column)) in schema.fields().iter().zip(&columns) {
            let value = column.get_item(row)?;
            values.push(of(&value, field.data_type()).map_err(|error| named(value.py(), name, &error))?);
        }
        built.push(values);
    }
    let batch = RecordBatch::try_new(schema.clone(), built.finish()).map_err(PyArrowError::from)?;
    Ok(Table(batch::Table::new(schema, vec![batch])))
}

/// The table with the int64 column `name` replaced, or put in at the end.
#[pyfunction]
pub fn with_numbers(table: &Table, name: &str, values: Vec<Option<i64>>) -> PyResult<Table> {
    if values.len() != table.0.num_rows() {
        return Err(PyValueError::new_err(format!("{} values for {} rows", values.len(), table.0.num_rows())));
    }
    let mut fields = table.0.schema().fields().to_vec();
    let position = table.0.schema().index_of(name).unwrap_or(fields.len());
    let field = Arc::new(Field::new(name, DataType::Int64, true));
    if position < fields.len() {
        fields[position] = field;
    } else {
        fields.push(field);
    }
    let schema = Arc::new(Schema::new(fields));
    let mut values = values.into_iter();
    let mut batches = Vec::with_capacity(table.0.batches().len());
    for batch in table.0.batches() {
        let numbers: ArrayRef = Arc::new(values.by_ref().take(batch.num_rows()).collect::<Int64Array>());
        let mut arrays = batch.columns().to_vec();
        if position < arrays.len() {
            arrays[position] = numbers;
        } else {
            arrays.push(numbers);
        }
        batches.push(RecordBatch::try_new(schema.clone(), arrays).map_err(PyArrowError::from)?);
    }
    Ok(Table(batch::Table::new(schema, batches)))
}
