//! Articles out of pages, and clean text out of scraped text.

use arrow_array::ArrayRef;
use arrow_schema::SchemaRef;

use crate::batch::time::timestamp_micros;
use crate::batch::{Cell, Kernel, Rows, Value, schema};
use crate::boilerplate::{self, Article, ArticleOptions};
use crate::language;
use crate::text::CodePoints;
use crate::{Context, Result};

/// `extract_article`.
#[derive(Debug, Clone, Default)]
pub struct Articles {
    /// Address of each page; one for all, one a row, or none.
    pub url: Vec<Option<String>>,
    /// Encoding of pages given as bytes, as an HTTP header names it; one for all, one a row, or none.
    pub encoding: Vec<Option<String>>,
}

impl Kernel for Articles {
    type Answer = Article;
    type Scratch = ();
    type Block = Rows;

    fn schema(&self) -> SchemaRef {
        schema::articles()
    }

    fn scratch(&self) {}

    fn block(&self, _: usize) -> Rows {
        Rows::new(&schema::articles())
    }

    fn answer(&self, (): &mut (), row: usize, cell: Cell<'_>, context: &Context) -> Result<Article> {
        let options = ArticleOptions { url: super::one_of(&self.url, row) };
        let mut article = match cell {
            Cell::Text(html) => boilerplate::extract_article(html, &options, context)?,
            Cell::Bytes(page) => {
                let encoding = super::one_of(&self.encoding, row);
                boilerplate::extract_article_bytes(page, encoding.as_deref(), &options, context)?
            }
        };
        // What the page says of itself is often the language of its menus.
        let claimed = || article.page_language.as_deref().and_then(|name| Some(language::resolve(name).ok()?.code));
        article.language = match language::detect(&article.text, None, context)? {
            Some(found) if found.reliable => Some(found.code),
            found => claimed().or(found.map(|found| found.code)),
        };
        Ok(article)
    }

    fn append(&self, block: &mut Rows, _: usize, article: Article) -> usize {
        let index = CodePoints::new(&article.text);
        let blocks = article.blocks.iter().map(|block| {
            let (start, end) = index.span(block.span);
            let label = Value::Text(block.label.name());
            Value::Struct(vec![Value::count(start), Value::count(end), label, Value::Float(block.score)])
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
        ]);
        1
    }

    fn append_null(&self, block: &mut Rows, _: usize) -> usize {
        block.push(Vec::new());
        1
    }

    fn append_failed(&self, block: &mut Rows, row: usize) -> usize {
        self.append_null(block, row)
    }

    fn finish(&self, block: Rows) -> Vec<ArrayRef> {
        block.finish()
    }
}
