//! Arrow values as Python values.

use arrow_array::cast::AsArray;
use arrow_array::types::{Date32Type, Float64Type, Int32Type, Int64Type, TimestampMicrosecondType, UInt64Type};
use arrow_array::{Array, ArrayRef, StringArray, StructArray, TypedDictionaryArray};
use arrow_schema::{DataType, TimeUnit};
use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyDate, PyDateTime, PyDelta, PyDict, PyList, PyString, PyTuple, PyTzInfo};

/// All values of an array as a list: str, bytes, int, float, bool, date, datetime (UTC), list; a struct of just start and end
/// becomes a tuple, any other a dict.
pub fn to_list<'py>(py: Python<'py>, array: &ArrayRef) -> PyResult<Bound<'py, PyList>> {
    match array.data_type() {
        DataType::Utf8 => PyList::new(py, array.as_string::<i32>().iter()),
        DataType::LargeUtf8 => PyList::new(py, array.as_string::<i64>().iter()),
        DataType::Utf8View => PyList::new(py, array.as_string_view().iter()),
        DataType::Int64 => PyList::new(py, array.as_primitive::<Int64Type>().iter()),
        DataType::UInt64 => PyList::new(py, array.as_primitive::<UInt64Type>().iter()),
        DataType::Float64 => PyList::new(py, array.as_primitive::<Float64Type>().iter()),
        DataType::Boolean => PyList::new(py, array.as_boolean().iter()),
        DataType::Binary => {
            PyList::new(py, array.as_binary::<i32>().iter().map(|value| value.map(|bytes| PyBytes::new(py, bytes))))
        }
        DataType::Timestamp(TimeUnit::Microsecond, _) => {
            let epoch = PyDateTime::new(py, 1970, 1, 1, 0, 0, 0, 0, Some(&PyTzInfo::utc(py)?.to_owned()))?;
            let micros = |n: i64| Some((n.div_euclid(MICROS_A_DAY), n.rem_euclid(MICROS_A_DAY)));
            since(py, &epoch, array.as_primitive::<TimestampMicrosecondType>().iter().map(|n| n.and_then(micros)))
        }
        DataType::Date32 => {
            let epoch = PyDate::new(py, 1970, 1, 1)?;
            since(py, &epoch, array.as_primitive::<Date32Type>().iter().map(|n| n.map(|days| (days.into(), 0))))
        }
        DataType::List(_) => {
            let lists = array.as_list::<i32>();
            PyList::new(
                py,
                lists
                    .iter()
                    .map(|item| item.map(|item| to_list(py, &item)).transpose())
                    .collect::<PyResult<Vec<_>>>()?,
            )
        }
        DataType::Struct(_) if is_span(array.as_struct()) => spans(py, array.as_struct()),
        DataType::Struct(_) => records(py, array.as_struct()),
        DataType::Null => PyList::new(py, (0..array.len()).map(|_| py.None())),
        other => match (encoded(array), held_as(other)) {
            (Some(strings), _) => PyList::new(py, strings),
            (None, Some(kind)) => {
                let cast = arrow_cast::cast(array, &kind).map_err(pyo3_arrow::error::PyArrowError::from)?;
                to_list(py, &cast)
            }
            (None, None) => {
                Err(PyTypeError::new_err(format!("a column of Arrow type {other} has no Python form here")))
            }
        },
    }
}

/// The strings of an array that keeps them in a dictionary as the core does.
fn encoded(array: &ArrayRef) -> Option<TypedDictionaryArray<'_, Int32Type, StringArray>> {
    array.as_dictionary_opt::<Int32Type>()?.downcast_dict::<StringArray>()
}

/// The type with a Python form that holds the values of a type without one.
fn held_as(kind: &DataType) -> Option<DataType> {
    Some(match kind {
        DataType::Int8 | DataType::Int16 | DataType::Int32 => DataType::Int64,
        DataType::UInt8 | DataType::UInt16 | DataType::UInt32 => DataType::Int64,
        DataType::Float16 | DataType::Float32 => DataType::Float64,
        DataType::LargeBinary | DataType::BinaryView | DataType::FixedSizeBinary(_) => DataType::Binary,
        DataType::Timestamp(_, zone) => DataType::Timestamp(TimeUnit::Microsecond, zone.clone()),
        DataType::Date64 => DataType::Date32,
        DataType::LargeList(item) | DataType::FixedSizeList(item, _) => DataType::List(item.clone()),
        DataType::Dictionary(_, values) => values.as_ref().clone(),
        _ => return None,
    })
}

const MICROS_A_DAY: i64 = 24 * 60 * 60 * 1_000_000;

/// Dates or times, given as the days and microseconds since `epoch`.
fn since<'py>(
    py: Python<'py>,
    epoch: &Bound<'py, PyAny>,
    values: impl Iterator<Item = Option<(i64, i64)>>,
) -> PyResult<Bound<'py, PyList>> {
    let one = |value: Option<(i64, i64)>| -> PyResult<Bound<'py, PyAny>> {
        let Some((days, micros)) = value else { return Ok(py.None().into_bound(py)) };
        let (seconds, micros) = (micros / 1_000_000, micros % 1_000_000);
        epoch.add(PyDelta::new(py, i32::try_from(days)?, i32::try_from(seconds)?, i32::try_from(micros)?, true)?)
    };
    PyList::new(py, values.map(one).collect::<PyResult<Vec<_>>>()?)
}

/// Structs as dicts: the names of their fields are made once, and each field is read as a column.
pub fn records<'py>(py: Python<'py>, array: &StructArray) -> PyResult<Bound<'py, PyList>> {
    let names: Vec<_> = array.column_names().into_iter().map(|name| PyString::intern(py, name)).collect();
    let columns: Vec<_> = array.columns().iter().map(|column| to_list(py, column)).collect::<PyResult<_>>()?;
    let one = |i: usize| -> PyResult<Bound<'py, PyAny>> {
        if array.is_null(i) {
            return Ok(py.None().into_bound(py));
        }
        let dict = PyDict::new(py);
        for (name, column) in names.iter().zip(&columns) {
            dict.set_item(name, column.get_item(i)?)?;
        }
        Ok(dict.into_any())
    };
    PyList::new(py, (0..array.len()).map(one).collect::<PyResult<Vec<_>>>()?)
}

fn is_span(array: &StructArray) -> bool {
    array.column_names() == ["start", "end"]
}

fn spans<'py>(py: Python<'py>, array: &StructArray) -> PyResult<Bound<'py, PyList>> {
    let (starts, ends) = (to_list(py, array.column(0))?, to_list(py, array.column(1))?);
    let one = |i: usize| -> PyResult<Bound<'py, PyAny>> {
        if array.is_null(i) {
            return Ok(py.None().into_bound(py));
        }
        Ok(PyTuple::new(py, [starts.get_item(i)?, ends.get_item(i)?])?.into_any())
    };
    PyList::new(py, (0..array.len()).map(one).collect::<PyResult<Vec<_>>>()?)
}
