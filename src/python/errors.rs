//! Core errors as the exceptions of `copydesk.errors`.

use pyo3::exceptions::PyRuntimeError;
use pyo3::prelude::*;

use crate::batch::RowError;
use crate::{Error, ErrorKind};

/// The exception for an error outside any row.
pub fn raise(py: Python<'_>, error: &Error) -> PyErr {
    build(py, error, None, None)
}

/// The exception for an error that may name its row.
pub fn raise_row(py: Python<'_>, failure: &RowError, argument: &str) -> PyErr {
    build(py, &failure.error, failure.row, Some(argument))
}

fn build(py: Python<'_>, error: &Error, row: Option<usize>, argument: Option<&str>) -> PyErr {
    let name = match error.kind() {
        ErrorKind::Input => "InputTypeError",
        ErrorKind::UnsupportedLanguage => "UnsupportedLanguageError",
        ErrorKind::Limit => "LimitError",
        ErrorKind::ModelFormat => "ModelFormatError",
        _ => "CopydeskError",
    };
    let exception = || -> PyResult<PyErr> {
        let class = py.import("copydesk.errors")?.getattr(name)?;
        Ok(PyErr::from_value(class.call1((error.to_string(), argument, row))?))
    };
    exception().unwrap_or_else(|_| PyRuntimeError::new_err(error.to_string()))
}
