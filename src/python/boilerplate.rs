//! Articles, clean text, templates.

use std::sync::Arc;

use pyo3::prelude::*;
use pyo3::types::PyTuple;

use super::columns::Options;
use super::errors;
use super::input::Texts;
use super::table::Table;
use crate::Context;
use crate::batch::tasks;
use crate::boilerplate;
use crate::text::{CodePoints, Span};

/// The keyword arguments of `extract_article` that are the same for all pages, as `copydesk.boilerplate.Wanted` holds
/// them.
#[derive(FromPyObject)]
pub struct Wanted {
    comments: bool,
    tables: bool,
    links: bool,
    dropped: bool,
    favor: f32,
}

/// The article of each page; `url` and `encoding` hold one value for all pages, one a page, or none.
#[pyfunction]
pub fn extract_article(
    py: Python<'_>,
    column: Texts,
    url: Vec<Option<String>>,
    encoding: Vec<Option<String>>,
    templates: Option<Py<Templates>>,
    wanted: Wanted,
    options: Options,
) -> PyResult<Table> {
    let templates = templates.map(|templates| templates.get().0.clone());
    let mut article = boilerplate::ArticleOptions::default();
    (article.comments, article.tables, article.links) = (wanted.comments, wanted.tables, wanted.links);
    (article.dropped, article.favor) = (wanted.dropped, wanted.favor);
    options.run(py, &column, &tasks::Articles { url, encoding, templates, options: article })
}

/// The text of a page given as bytes; `encoding` as an HTTP header names it.
#[pyfunction]
#[pyo3(signature = (page, encoding=None))]
pub fn decode_page(py: Python<'_>, page: &[u8], encoding: Option<&str>) -> PyResult<String> {
    let options = boilerplate::ArticleOptions::default();
    let decoded = boilerplate::decode_page(page, encoding, &options, &Context::default());
    decoded.map(|decoded| decoded.text.into_owned()).map_err(|error| errors::raise(py, &error))
}

/// Raises where there is no encoding of this name.
#[pyfunction]
pub fn check_encoding(py: Python<'_>, label: &str) -> PyResult<()> {
    boilerplate::check_encoding(label).map_err(|error| errors::raise(py, &error))
}

/// When a scraped text was published, by a date line, as ISO 8601.
#[pyfunction]
#[pyo3(signature = (line, language=None))]
pub fn date_line(line: &str, language: Option<&str>) -> Option<String> {
    boilerplate::date_line(line, language)
}

/// The same by a line that opens with its date.
#[pyfunction]
#[pyo3(signature = (line, language=None))]
pub fn opening_date(line: &str, language: Option<&str>) -> Option<String> {
    boilerplate::opening_date(line, language)
}

/// The same by a line that says that it tells the date of publication.
#[pyfunction]
#[pyo3(signature = (line, language=None))]
pub fn stated_date(line: &str, language: Option<&str>) -> Option<String> {
    boilerplate::stated_date(line, language)
}

/// When it was last changed, by a line that says so.
#[pyfunction]
#[pyo3(signature = (line, language=None))]
pub fn changed_date(line: &str, language: Option<&str>) -> Option<String> {
    boilerplate::changed_date(line, language)
}

/// The names in a byline of scraped text; `next` is the line below it.
#[pyfunction]
#[pyo3(signature = (line, next=None))]
pub fn line_authors(line: &str, next: Option<&str>) -> Vec<String> {
    boilerplate::line_authors(line, next)
}

/// A block of an article for `article_markdown`: start and end in code points, label, level, ordinal, code.
type MarkdownBlock = (usize, usize, String, u8, u32, bool);

/// An article as Markdown, from its title, its text, its blocks, and its links (start, end, address).
#[pyfunction]
pub fn article_markdown(
    title: Option<String>,
    text: String,
    blocks: Vec<MarkdownBlock>,
    links: Vec<(usize, usize, String)>,
) -> String {
    let index = CodePoints::new(&text);
    let span = |start, end| Span::new(index.to_byte(start), index.to_byte(end));
    let block = |(start, end, label, level, ordinal, code): MarkdownBlock| boilerplate::Block {
        span: span(start, end),
        label: boilerplate::Label::named(&label).unwrap_or_default(),
        level,
        ordinal,
        code,
        ..boilerplate::Block::default()
    };
    let blocks = blocks.into_iter().map(block).collect();
    let links = links.into_iter().map(|(start, end, url)| boilerplate::Link { span: span(start, end), url }).collect();
    boilerplate::Article { title, blocks, links, text: text.clone(), ..Default::default() }.to_markdown()
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
    let learned = options.run_whole(py, |context| tasks::learn_templates(&column.0, site, context))?;
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
