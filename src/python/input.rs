//! What Python hands over as a column: one text, a list, or anything that speaks Arrow's C interface.

use std::collections::BTreeMap;
use std::sync::Arc;

use arrow_array::ArrayRef;
use arrow_array::builder::{BinaryViewBuilder, StringViewBuilder};
use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyList, PyString, PyTuple};
use pyo3_arrow::input::AnyArray;

use super::errors;
use crate::Error;
use crate::batch::TextColumn;
use crate::batch::tasks::LanguageChoice;
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
        let code = |name: &str| match language::resolve(name) {
            Ok(entry) => Ok(entry.code),
            Err(error) => Err(errors::raise(py, &error)),
        };
        if value.is_none() {
            return Ok(Self(LanguageChoice::Fixed(None)));
        }
        if let Ok(name) = value.cast::<PyString>() {
            let name = name.to_str()?;
            return Ok(Self(if name == "auto" {
                LanguageChoice::Auto
            } else {
                LanguageChoice::Fixed(Some(code(name)?))
            }));
        }
        let names: Vec<Option<String>> = value.extract()?;
        let codes = names.iter().map(|name| name.as_deref().map(code).transpose()).collect::<PyResult<_>>()?;
        Ok(Self(LanguageChoice::Rows(codes)))
    }
}

/// Text and bytes may stand mixed in a list; each keeps its kind, and what is neither is remembered by its row.
fn from_rows<'py>(rows: impl Iterator<Item = Bound<'py, PyAny>>) -> PyResult<Texts> {
    let mut runs = Runs::default();
    let mut unreadable = BTreeMap::new();
    for (row, value) in rows.enumerate() {
        if value.is_none() {
            runs.null();
        } else if let Ok(text) = value.cast::<PyString>() {
            match text.to_str() {
                Ok(text) => runs.text(text),
                Err(_) => {
                    unreadable.insert(
                        row,
                        Error::input("expected str, got str with a lone surrogate, which no encoding has"),
                    );
                    runs.null();
                }
            }
        } else if let Ok(bytes) = value.cast::<PyBytes>() {
            runs.bytes(bytes.as_bytes());
        } else {
            let found = value.get_type().name()?;
            unreadable.insert(row, Error::input(format!("expected str or None, got {found}")));
            runs.null();
        }
    }
    let column = TextColumn::new(&runs.finish()).map_err(|error| Python::attach(|py| errors::raise(py, &error)))?;
    Ok(Texts(column.with_unreadable(unreadable)))
}

/// Chunks of one kind each.
#[derive(Default)]
struct Runs {
    chunks: Vec<ArrayRef>,
    texts: Option<StringViewBuilder>,
    pages: Option<BinaryViewBuilder>,
}

impl Runs {
    fn text(&mut self, text: &str) {
        self.close_pages();
        self.texts.get_or_insert_with(StringViewBuilder::new).append_value(text);
    }

    fn bytes(&mut self, bytes: &[u8]) {
        self.close_texts();
        self.pages.get_or_insert_with(BinaryViewBuilder::new).append_value(bytes);
    }

    fn null(&mut self) {
        match &mut self.pages {
            Some(pages) => pages.append_null(),
            None => self.texts.get_or_insert_with(StringViewBuilder::new).append_null(),
        }
    }

    fn close_texts(&mut self) {
        self.chunks.extend(self.texts.take().map(|mut texts| Arc::new(texts.finish()) as ArrayRef));
    }

    fn close_pages(&mut self) {
        self.chunks.extend(self.pages.take().map(|mut pages| Arc::new(pages.finish()) as ArrayRef));
    }

    fn finish(mut self) -> Vec<ArrayRef> {
        self.close_texts();
        self.close_pages();
        self.chunks
    }
}
