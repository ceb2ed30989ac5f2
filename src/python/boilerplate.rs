//! Articles, clean text, templates.

use pyo3::prelude::*;

use super::columns::Options;
use super::input::Texts;
use super::table::Table;
use crate::batch::tasks;

/// The article of each page; `url` and `encoding` hold one value for all pages, one a page, or none.
#[pyfunction]
pub fn extract_article(
    py: Python<'_>,
    column: Texts,
    url: Vec<Option<String>>,
    encoding: Vec<Option<String>>,
    options: Options,
) -> PyResult<Table> {
    options.run(py, &column, &tasks::Articles { url, encoding })
}
