//! Articles, clean text, templates.

use std::sync::Arc;

use pyo3::prelude::*;
use pyo3::types::PyTuple;

use super::columns::Options;
use super::errors;
use super::input::Texts;
use super::table::Table;
use crate::batch::tasks;
use crate::boilerplate;

/// The article of each page; `url` and `encoding` hold one value for all pages, one a page, or none.
#[pyfunction]
pub fn extract_article(
    py: Python<'_>,
    column: Texts,
    url: Vec<Option<String>>,
    encoding: Vec<Option<String>>,
    templates: Option<Py<Templates>>,
    options: Options,
) -> PyResult<Table> {
    let templates = templates.map(|templates| templates.get().0.clone());
    options.run(py, &column, &tasks::Articles { url, encoding, templates })
}

/// The labelled lines of each scraped text, and what remains of it.
#[pyfunction]
pub fn clean_text(
    py: Python<'_>,
    column: Texts,
    templates: Option<Py<Templates>>,
    options: Options,
) -> PyResult<Table> {
    let templates = templates.map(|templates| templates.get().0.clone());
    options.run(py, &column, &tasks::CleanTexts { templates })
}

/// What recurs across the texts of a site.
#[pyfunction]
pub fn learn_templates(py: Python<'_>, column: Texts, site: &str, options: Options) -> PyResult<Templates> {
    let context = options.context();
    let learned = py.detach(|| tasks::learn_templates(&column.0, site, &context));
    let learned = learned.map_err(|failure| errors::raise_row(py, &failure, options.argument()))?;
    Ok(Templates(Arc::new(learned)))
}

/// What recurs across the pages of a site: a value to keep, pickle and pass on.
#[pyclass(frozen, module = "copydesk._core")]
pub struct Templates(Arc<boilerplate::Templates>);

#[pymethods]
impl Templates {
    /// The site they were learned from.
    #[getter]
    fn site(&self) -> &str {
        self.0.site()
    }

    /// The templates as JSON.
    fn to_json(&self, py: Python<'_>) -> PyResult<String> {
        self.0.to_json().map_err(|error| errors::raise(py, &error))
    }

    /// Reads what `to_json` wrote.
    #[staticmethod]
    fn from_json(py: Python<'_>, text: &str) -> PyResult<Self> {
        let read = boilerplate::Templates::from_json(text).map_err(|error| errors::raise(py, &error))?;
        Ok(Self(Arc::new(read)))
    }

    /// These and what others have learned from other pages of the site, as one.
    #[pyo3(signature = (*others))]
    fn merge(&self, others: Vec<PyRef<'_, Self>>) -> Self {
        let mut all = (*self.0).clone();
        let merged: Result<(), std::convert::Infallible> = all.merge_all(others.iter().map(|one| Ok((*one.0).clone())));
        debug_assert!(merged.is_ok());
        Self(Arc::new(all))
    }

    /// How many pages they were learned from, of those that are remembered.
    #[getter]
    fn pages(&self) -> usize {
        self.0.pages()
    }

    fn __eq__(&self, other: &Self) -> bool {
        self.0 == other.0
    }

    fn __len__(&self) -> usize {
        self.0.len()
    }

    fn __repr__(&self) -> String {
        format!("<copydesk.Templates of {}: {} lines>", self.0.site(), self.0.len())
    }

    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<(Bound<'py, PyAny>, Bound<'py, PyTuple>)> {
        Ok((py.get_type::<Self>().getattr("from_json")?, PyTuple::new(py, [self.to_json(py)?])?))
    }
}
