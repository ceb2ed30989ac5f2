//! Arrow values as Python values.

use arrow_array::cast::AsArray;
use arrow_array::types::{Float64Type, Int32Type, Int64Type, TimestampMicrosecondType};
use arrow_array::{Array, ArrayRef, StringArray, StructArray, TypedDictionaryArray};
use arrow_schema::DataType;
use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::types::{PyDateTime, PyDict, PyList, PyString, PyTuple, PyTzInfo};

/// All values of an array as a list: str, int, float, bool, datetime (UTC), list; a struct of just start and end becomes
/// a tuple, any other a dict.
pub fn to_list<'py>(py: Python<'py>, array: &ArrayRef) -> PyResult<Bound<'py, PyList>> {
    // The plain types are many and small: one look at the type for all of them.
    match array.data_type() {
        DataType::Utf8 => PyList::new(py, array.as_string::<i32>().iter()),
        DataType::Int64 => PyList::new(py, array.as_primitive::<Int64Type>().iter()),
        DataType::Float64 => PyList::new(py, array.as_primitive::<Float64Type>().iter()),
        DataType::Boolean => PyList::new(py, array.as_boolean().iter()),
        DataType::Dictionary(..) => {
            let Some(strings) = encoded(array) else { return Err(no_form(array.data_type())) };
            PyList::new(py, strings)
        }
        DataType::Struct(_) if !is_span(array.as_struct()) => records(py, array.as_struct()),
        _ => PyList::new(py, (0..array.len()).map(|i| value(py, array, i)).collect::<PyResult<Vec<_>>>()?),
    }
}

/// The strings of an array that keeps them in a dictionary.
fn encoded(array: &ArrayRef) -> Option<TypedDictionaryArray<'_, Int32Type, StringArray>> {
    array.as_dictionary_opt::<Int32Type>()?.downcast_dict::<StringArray>()
}

fn no_form(found: &DataType) -> PyErr {
    PyTypeError::new_err(format!("a column of Arrow type {found} has no Python form here"))
}

/// One value.
pub fn value<'py>(py: Python<'py>, array: &ArrayRef, i: usize) -> PyResult<Bound<'py, PyAny>> {
    if array.is_null(i) {
        return Ok(py.None().into_bound(py));
    }
    Ok(match array.data_type() {
        DataType::Utf8 => array.as_string::<i32>().value(i).into_pyobject(py)?.into_any(),
        DataType::LargeUtf8 => array.as_string::<i64>().value(i).into_pyobject(py)?.into_any(),
        DataType::Utf8View => array.as_string_view().value(i).into_pyobject(py)?.into_any(),
        DataType::Int64 => array.as_primitive::<Int64Type>().value(i).into_pyobject(py)?.into_any(),
        DataType::Float64 => array.as_primitive::<Float64Type>().value(i).into_pyobject(py)?.into_any(),
        DataType::Boolean => array.as_boolean().value(i).into_pyobject(py)?.to_owned().into_any(),
        DataType::Timestamp(..) => time(py, array.as_primitive::<TimestampMicrosecondType>().value(i))?,
        DataType::List(_) => to_list(py, &array.as_list::<i32>().value(i))?.into_any(),
        DataType::Struct(_) => record(py, array.as_struct(), i)?,
        DataType::Null => py.None().into_bound(py),
        other => return Err(no_form(other)),
    })
}

/// A list of structs: the names of their fields are made once, and each field is looked at as a column.
fn records<'py>(py: Python<'py>, array: &StructArray) -> PyResult<Bound<'py, PyList>> {
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

fn record<'py>(py: Python<'py>, array: &StructArray, i: usize) -> PyResult<Bound<'py, PyAny>> {
    if is_span(array) {
        let ends = [value(py, array.column(0), i)?, value(py, array.column(1), i)?];
        return Ok(PyTuple::new(py, ends)?.into_any());
    }
    let dict = PyDict::new(py);
    for (name, column) in array.column_names().into_iter().zip(array.columns()) {
        dict.set_item(name, value(py, column, i)?)?;
    }
    Ok(dict.into_any())
}

fn time(py: Python<'_>, micros: i64) -> PyResult<Bound<'_, PyAny>> {
    let utc = PyTzInfo::utc(py)?;
    let epoch = PyDateTime::new(py, 1970, 1, 1, 0, 0, 0, 0, Some(&utc))?;
    let delta = py.import("datetime")?.getattr("timedelta")?.call1((0, 0, micros))?;
    epoch.add(delta)
}
