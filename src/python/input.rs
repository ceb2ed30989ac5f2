//! What Python hands over as a column: one text, a list, or anything that speaks Arrow's C interface.

use std::collections::BTreeMap;
use std::sync::Arc;

use pyo3::prelude::*;
use pyo3::pybacked::{PyBackedBytes, PyBackedStr};
use pyo3::types::{PyBytes, PyFloat, PyList, PyString, PyTuple};
use pyo3_arrow::input::AnyArray;

use super::errors;
use crate::Error;
use crate::batch::tasks::LanguageChoice;
use crate::batch::{Cell, Cells, TextColumn};
use crate::language;

/// A column of texts, or of pages as bytes, taken from a Python value.
pub struct Texts(pub TextColumn);

impl<'a, 'py> FromPyObject<'a, 'py> for Texts {
    type Error = PyErr;

    fn extract(value: Borrowed<'a, 'py, PyAny>) -> PyResult<Self> {
        let py = value.py();
        if let Ok(list) = value.cast::<PyList>() {
            return from_rows(list.iter());
        }
        if let Ok(tuple) = value.cast::<PyTuple>() {
            return from_rows(tuple.iter());
        }
        let array: AnyArray = value.extract()?;
        let (chunks, _) = array.into_chunked_array()?.into_inner();
        TextColumn::new(&chunks).map(Self).map_err(|error| errors::raise(py, &error))
    }
}

/// The argument `language`: "auto", None, one language by any of its names, or a list of them.
pub struct Choice(pub LanguageChoice);

impl<'a, 'py> FromPyObject<'a, 'py> for Choice {
    type Error = PyErr;

    fn extract(value: Borrowed<'a, 'py, PyAny>) -> PyResult<Self> {
        let py = value.py();
        let code = |name: &str| language::resolve(name).map(|entry| entry.code);
        if value.is_none() {
            return Ok(Self(LanguageChoice::Fixed(None)));
        }
        if let Ok(name) = value.cast::<PyString>() {
            let name = name.to_str()?;
            return Ok(Self(if name == "auto" {
                LanguageChoice::Auto
            } else {
                LanguageChoice::Fixed(Some(code(name).map_err(|error| errors::raise(py, &error))?))
            }));
        }
        let names: Vec<Option<String>> = value.extract()?;
        // A row whose language is unknown fails as rows do.
        let codes = names.iter().map(|name| name.as_deref().map(code).transpose()).collect();
        Ok(Self(LanguageChoice::Rows(codes)))
    }
}

/// Text and bytes may stand mixed in a list; what is neither is remembered by its row. Nothing is copied: the column holds
/// the strings themselves.
fn from_rows<'py>(rows: impl ExactSizeIterator<Item = Bound<'py, PyAny>>) -> PyResult<Texts> {
    let mut held = Vec::with_capacity(rows.len());
    let mut unreadable = BTreeMap::new();
    for (row, value) in rows.enumerate() {
        if value.is_none() {
            held.push(Held::Missing);
        } else if let Ok(text) = value.cast::<PyString>() {
            held.push(match PyBackedStr::try_from(text.clone()) {
                Ok(text) => Held::Text(text),
                Err(_) => {
                    let message = "expected str, got str with a lone surrogate, which no encoding has";
                    unreadable.insert(row, Error::input(message));
                    Held::Missing
                }
            });
        } else if let Ok(bytes) = value.cast::<PyBytes>() {
            held.push(Held::Bytes(PyBackedBytes::from(bytes.clone())));
        } else {
            if !is_missing(&value)? {
                let found = value.get_type().name()?;
                unreadable.insert(row, Error::input(format!("expected str or None, got {found}")));
            }
            held.push(Held::Missing);
        }
    }
    Ok(Texts(TextColumn::held(Arc::new(HeldList(held))).with_unreadable(unreadable)))
}

/// Whether a value stands for none in a frame: a float that is no number, pandas' NA and NaT.
fn is_missing(value: &Bound<'_, PyAny>) -> PyResult<bool> {
    if let Ok(number) = value.cast::<PyFloat>() {
        return Ok(number.value().is_nan());
    }
    let kind = value.get_type().name()?;
    Ok(kind == "NAType" || kind == "NaTType")
}

/// One item of a list, kept alive.
#[derive(Debug)]
enum Held {
    Text(PyBackedStr),
    Bytes(PyBackedBytes),
    Missing,
}

#[derive(Debug)]
struct HeldList(Vec<Held>);

impl Cells for HeldList {
    fn len(&self) -> usize {
        self.0.len()
    }

    fn get(&self, i: usize) -> Option<Cell<'_>> {
        match self.0.get(i)? {
            Held::Text(text) => Some(Cell::Text(text)),
            Held::Bytes(bytes) => Some(Cell::Bytes(bytes)),
            Held::Missing => None,
        }
    }
}
