//! From a page to an [`Article`].

use super::blocks::{Page, segment};
use super::features::{Facts, add_context, rows};
use super::layout::Layout;
use super::model::{Model, choose};
use super::parse::parse;
use super::render::render;
use crate::boilerplate::encoding::decode;
use crate::boilerplate::metadata::collect::collect;
use crate::boilerplate::metadata::judge;
use crate::boilerplate::metadata::title::fold;
use crate::boilerplate::types::Article;
use crate::context::Context;
use crate::error::Result;

/// What is known of a page beside its HTML.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct ArticleOptions {
    /// Where it was fetched: the last resort for its address, its site and its date.
    pub url: Option<String>,
}

impl ArticleOptions {
    /// Options for a page fetched from `url`.
    pub fn from_url(url: impl Into<String>) -> Self {
        Self { url: Some(url.into()) }
    }
}

/// Blocks scored between two looks at the cancel flag.
const BATCH: usize = 256;

/// Below this many words that are expected to be content, a page has no article.
const LEAST_WORDS: f32 = 8.0;

/// Takes the article out of a page: text, blocks, metadata.
///
/// The text is what a trained model chooses among the page's blocks; where that is next to nothing it is empty, and
/// [`Article::empty`] says why. Metadata is given either way.
///
/// # Errors
/// `Limit` for pages over `max_bytes`, `Cancelled` when asked to stop. Malformed HTML is no error.
///
/// ```
/// use copydesk::{Context, boilerplate::{ArticleOptions, extract_article}};
/// let page = "<title>Ferry runs again | Harbour Post</title><meta property=og:site_name content='Harbour Post'>\
///     <nav><a href=/>Home</a> <a href=/news>News</a></nav><article><h1>Ferry runs again</h1>\
///     <p class=byline>By Jane Doe</p><p>The ferry to the northern islands sailed again on Monday after three weeks \
///     of repairs, and the first passengers were on board before dawn, the harbour office said.</p>\
///     <p>\u{201c}We have waited for this day,\u{201d} said the captain, who has steered the ship for twenty years.</p>\
///     </article><footer>\u{a9} Harbour Post</footer>";
/// let article = extract_article(page, &ArticleOptions::default(), &Context::default()).unwrap();
/// assert_eq!(article.title.as_deref(), Some("Ferry runs again"));
/// assert_eq!(article.authors, ["Jane Doe"]);
/// assert!(article.text.contains("We have waited") && !article.text.contains("Home"));
/// ```
pub fn extract_article(html: &str, options: &ArticleOptions, context: &Context) -> Result<Article> {
    extract_with(Model::builtin()?, html, options, context)
}

/// As [`extract_article`], with another model: for the programs that train and compare them.
///
/// # Errors
/// As [`extract_article`].
pub fn extract_with(model: &Model, html: &str, options: &ArticleOptions, context: &Context) -> Result<Article> {
    let tree = parse(html, context)?;
    context.check()?;
    let collected = collect(&tree, context)?;
    let page = segment(&tree, context)?;
    let metadata = judge(&tree, &page, &collected, options.url.as_deref());
    let layout = Layout::new(&page, &model.cues, context)?;
    context.check()?;
    let mut rows = rows(&page, &layout, &Facts::new(&collected), &model.cues, context)?;
    let mut first = Vec::with_capacity(rows.len());
    for batch in rows.chunks(BATCH) {
        context.check()?;
        first.extend(batch.iter().map(|row| model.first.score(row)));
    }
    add_context(&page, &layout, &first, &mut rows, context)?;
    let mut scores = Vec::with_capacity(rows.len());
    for batch in rows.chunks(BATCH) {
        context.check()?;
        scores.extend(batch.iter().map(|row| model.second.score(row)));
    }
    let words: Vec<u32> = page.blocks.iter().map(|block| block.words).collect();
    let mut choice = choose(&scores, &words);
    let mut article = Article {
        title: metadata.title,
        authors: metadata.authors,
        published: metadata.published,
        modified: metadata.modified,
        site: metadata.site,
        url: metadata.url,
        description: metadata.description,
        image: metadata.image,
        page_language: metadata.language,
        ..Article::default()
    };
    let right: f32 = scores.iter().zip(&words).map(|(score, &words)| score * words as f32).sum();
    if page.blocks.is_empty() {
        article.empty = Some("the page has no text");
    } else if right < LEAST_WORDS {
        article.empty = Some("no block reads like an article");
    } else {
        drop_title(&page, article.title.as_deref(), &mut choice.keep);
        (article.text, article.blocks) = render(&page, &choice.keep, &scores, context)?;
        article.confidence = f64::from(choice.expected);
    }
    Ok(article)
}

/// The headline stands in [`Article::title`] and is no part of the text, however a page repeats it.
fn drop_title(page: &Page, title: Option<&str>, keep: &mut [bool]) {
    let Some(title) = title.map(fold).filter(|title| !title.is_empty()) else { return };
    let mut left = page.blocks.iter().zip(keep.iter()).filter(|(_, keep)| **keep).count();
    for (block, keep) in page.blocks.iter().zip(keep) {
        // A page that has nothing but its title keeps it.
        if *keep && left > 1 && block.words < 60 && fold(block.span.of(&page.text)) == title {
            *keep = false;
            left -= 1;
        }
    }
}

/// As [`extract_article`], for a page as bytes; `encoding` is a label such as an HTTP header's charset.
///
/// # Errors
/// As [`extract_article`], and `Input` for an unknown encoding label.
///
/// ```
/// use copydesk::{Context, boilerplate::{ArticleOptions, extract_article_bytes}};
/// let page = b"<title>\xcf\xf0\xe8\xe2\xe5\xf2</title>";
/// let options = ArticleOptions::default();
/// let article = extract_article_bytes(page, Some("windows-1251"), &options, &Context::default()).unwrap();
/// assert_eq!(article.title.as_deref(), Some("Привет"));
/// ```
pub fn extract_article_bytes(
    bytes: &[u8],
    encoding: Option<&str>,
    options: &ArticleOptions,
    context: &Context,
) -> Result<Article> {
    let host =
        options.url.as_deref().and_then(|url| url.split("://").nth(1)).and_then(|rest| rest.split(['/', ':']).next());
    let decoded = decode(bytes, encoding, host.and_then(|host| host.rsplit('.').next()), context)?;
    extract_article(&decoded.text, options, context)
}
