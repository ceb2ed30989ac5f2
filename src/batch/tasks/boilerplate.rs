//! Articles out of pages, and clean text out of scraped text.

use std::sync::Arc;

use arrow_array::ArrayRef;
use arrow_schema::SchemaRef;

use crate::batch::time::timestamp_micros;
use crate::batch::{Cell, Kernel, RowError, Rows, TextColumn, Value, schema};
use crate::boilerplate::{self, Article, ArticleOptions, CleanText, Templates};
use crate::language;
use crate::text::{CodePoints, Span};
use crate::{Context, Result};

/// `extract_article`.
#[derive(Debug, Clone, Default)]
pub struct Articles {
    /// Address of each page; one for all, one a row, or none.
    pub url: Vec<Option<String>>,
    /// Encoding of pages given as bytes, as an HTTP header names it; one for all, one a row, or none.
    pub encoding: Vec<Option<String>>,
    /// What recurs across the pages of the site.
    pub templates: Option<Arc<Templates>>,
    /// All else; its address is that of the row.
    pub options: ArticleOptions,
}

/// An article whose places in the page are in code points, as the table has them.
#[derive(Debug)]
pub struct ArticleRow(Article);

/// A language shows in the first paragraphs of a text.
const LANGUAGE_SAMPLE: usize = 1_024;

/// A page of this size takes a few milliseconds, at worst some fifty.
const INLINE: usize = 256 << 10;

impl Articles {
    fn article(&self, html: &str, options: &ArticleOptions, context: &Context) -> Result<ArticleRow> {
        let mut article = boilerplate::extract_article(html, options, context)?;
        if let Some(templates) = &self.templates {
            article = boilerplate::without_recurring(article, templates);
        }
        // What the page says of itself is often the language of its menus.
        let claimed = || article.page_language.as_deref().and_then(|name| Some(language::resolve(name).ok()?.code));
        let end = (0..=LANGUAGE_SAMPLE.min(article.text.len())).rev().find(|&at| article.text.is_char_boundary(at));
        article.language = match language::detect(&article.text[..end.unwrap_or(0)], None, context)? {
            Some(found) if found.reliable => Some(found.code),
            found => claimed().or(found.map(|found| found.code)),
        };
        let index = CodePoints::new(html);
        let blocks = article.blocks.iter_mut().map(|block| &mut block.source);
        for source in blocks.chain(article.dropped.iter_mut().map(|block| &mut block.source)) {
            let (start, end) = index.span(*source);
            *source = Span::new(start, end);
        }
        Ok(ArticleRow(article))
    }
}

impl Kernel for Articles {
    type Answer = ArticleRow;
    type Scratch = ();
    type Block = Rows;
    type Output = Vec<ArrayRef>;

    fn schema(&self) -> SchemaRef {
        schema::articles()
    }

    fn scratch(&self) {}

    fn block(&self, _: usize) -> Rows {
        Rows::new(&schema::articles())
    }

    fn answer(&self, (): &mut (), row: usize, cell: Cell<'_>, context: &Context) -> Result<ArticleRow> {
        let mut options = self.options.clone();
        options.url = super::one_of(&self.url, row);
        match cell {
            Cell::Text(html) => self.article(html, &options, context),
            Cell::Bytes(page) => {
                let encoding = super::one_of(&self.encoding, row);
                let decoded = boilerplate::decode_page(page, encoding.as_deref(), &options, context)?;
                self.article(&decoded.text, &options, context)
            }
        }
    }

    fn append(&self, block: &mut Rows, _: usize, ArticleRow(article): ArticleRow) -> usize {
        let index = CodePoints::new(&article.text);
        let blocks = article.blocks.iter().map(|block| {
            let (start, end) = index.span(block.span);
            let (source, label) = (block.source, Value::Text(block.label.name()));
            Value::Struct(vec![
                Value::count(start),
                Value::count(end),
                label,
                Value::Float(block.score),
                Value::count(source.start),
                Value::count(source.end),
                Value::count(block.level.into()),
                Value::count(block.ordinal as usize),
                Value::Bool(block.code),
            ])
        });
        let links = article.links.iter().map(|link| {
            let (start, end) = index.span(link.span);
            Value::Struct(vec![Value::count(start), Value::count(end), Value::Text(&link.url)])
        });
        let dropped = article.dropped.iter().map(|block| {
            let (text, label) = (Value::Text(&block.text), Value::Text(block.label.name()));
            let (start, end) = (Value::count(block.source.start), Value::count(block.source.end));
            Value::Struct(vec![text, label, Value::Float(block.score), start, end])
        });
        let text = |value: &Option<String>| Value::or_null(value.clone(), Value::Owned);
        let time = |value: &Option<String>| Value::or_null(value.as_deref().and_then(timestamp_micros), Value::Time);
        block.push(vec![
            Value::Text(&article.text),
            text(&article.title),
            Value::List(article.authors.iter().map(|name| Value::Text(name)).collect()),
            time(&article.published),
            time(&article.modified),
            text(&article.site),
            text(&article.url),
            Value::or_null(article.language, Value::Text),
            text(&article.description),
            text(&article.image),
            Value::List(blocks.collect()),
            Value::Float(article.confidence),
            text(&article.published),
            text(&article.modified),
            Value::or_null(article.empty, Value::Text),
            Value::or_null(article.page_type, Value::Text),
            Value::List(links.collect()),
            Value::List(dropped.collect()),
            Value::List(article.json_ld.iter().map(|script| Value::Text(script)).collect()),
        ]);
        1
    }

    fn append_null(&self, block: &mut Rows, _: usize) -> usize {
        block.push(Vec::new());
        1
    }

    fn finish(&self, _: &mut Self::Scratch, block: Rows) -> Vec<ArrayRef> {
        block.finish()
    }

    fn inline_bytes(&self) -> usize {
        INLINE
    }
}

/// `clean_text`.
#[derive(Debug, Clone, Default)]
pub struct CleanTexts {
    /// What recurs across the pages of the site.
    pub templates: Option<Arc<Templates>>,
}

/// A cleaned text as its table row.
#[derive(Debug)]
pub struct CleanRow(Vec<Value<'static>>);

impl Kernel for CleanTexts {
    type Answer = CleanRow;
    type Scratch = ();
    type Block = Rows;
    type Output = Vec<ArrayRef>;

    fn schema(&self) -> SchemaRef {
        schema::clean_texts()
    }

    fn scratch(&self) {}

    fn block(&self, _: usize) -> Rows {
        Rows::new(&schema::clean_texts())
    }

    fn answer(&self, (): &mut (), _: usize, cell: Cell<'_>, context: &Context) -> Result<CleanRow> {
        let text = super::text(cell)?;
        Ok(clean_row(text, boilerplate::clean_text(text, self.templates.as_deref(), context)?))
    }

    fn append(&self, block: &mut Rows, _: usize, row: CleanRow) -> usize {
        block.push(row.0);
        1
    }

    fn append_null(&self, block: &mut Rows, _: usize) -> usize {
        block.push(Vec::new());
        1
    }

    fn finish(&self, _: &mut Self::Scratch, block: Rows) -> Vec<ArrayRef> {
        block.finish()
    }
}

fn clean_row(source: &str, clean: CleanText) -> CleanRow {
    let (given, kept) = (CodePoints::new(source), CodePoints::new(&clean.text));
    let lines = clean.lines.iter().map(|line| {
        let (start, end) = given.span(line.span);
        let (label, reason) = (Value::Text(line.label.name()), Value::Text(line.reason));
        Value::Struct(vec![Value::count(start), Value::count(end), label, Value::Float(line.score), reason])
    });
    let map = clean.map.iter().map(|(place, source)| {
        let ((start, end), (source_start, source_end)) = (kept.span(*place), given.span(*source));
        Value::Struct([start, end, source_start, source_end].map(Value::count).to_vec())
    });
    let (lines, map) = (lines.collect(), map.collect());
    CleanRow(vec![Value::Owned(clean.text), Value::List(lines), Value::List(map)])
}

/// `learn_templates`: learns from the texts of a column, pages as well as scraped ones.
pub fn learn_templates(column: &TextColumn, site: &str, context: &Context) -> std::result::Result<Templates, RowError> {
    let mut learned = Templates::learn([], site, context)?;
    let pages = column.present().map(|(row, cell)| {
        let page = cell.and_then(|cell| match cell {
            Cell::Text(text) => boilerplate::learn_page(text, site, context),
            Cell::Bytes(page) => boilerplate::learn_page_bytes(page, site, context),
        });
        page.map_err(|error| RowError { row: Some(row), error })
    });
    learned.merge_all(pages)?;
    Ok(learned)
}
