//! From a page to an [`Article`].

use super::asides::drop_asides;
use super::beside;
use super::blocks::{Page, RawBlock, segment};
use super::facts::Facts;
use super::fallback;
use super::flags::flag;
use super::margins::drop_margins;
use super::model::{Judgement, Model, SMALL, choose};
use super::page_types;
use super::parse::parse;
use super::pleas;
use super::refusals::refusal;
use super::render::{Chosen, labels, links};
use super::repeats::drop_repeats;
use super::together;
use super::tree::Tree;
use crate::boilerplate::encoding::{Decoded, decode, repaired};
use crate::boilerplate::metadata::collect::collect;
use crate::boilerplate::metadata::judge;
use crate::boilerplate::metadata::title::{fold, folds_to};
use crate::boilerplate::types::{Article, Label};
use crate::context::Context;
use crate::error::Result;
use crate::text::{CodePoints, Span};

/// What is known of a page beside its HTML.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ArticleOptions {
    /// Where it was fetched: the last resort for its address, its site and its date.
    pub url: Option<String>,
    /// Whether readers' comments are wanted beside the article, as blocks of their own label, the writer's name before each.
    pub comments: bool,
    /// Whether tables are wanted.
    pub tables: bool,
    /// Whether to say where links lead.
    pub links: bool,
    /// Whether to list the blocks that are left out.
    pub dropped: bool,
    /// What to favour where precision and recall collide: 0 precision, 1 recall; 0.5 is best for F1.
    pub favor: f32,
}

impl Default for ArticleOptions {
    fn default() -> Self {
        Self { url: None, comments: false, tables: true, links: false, dropped: false, favor: 0.5 }
    }
}

/// Below this many words that are expected to be content, a page has no article.
pub(super) const LEAST_WORDS: f32 = 8.0;

/// The same where no block is more likely content than not, and the share of the page's words below which they are too few:
/// pages that say at length why they show nothing.
const LEAST_UNSURE: f32 = 18.0;
const LEAST_SHARE: f32 = 1.0 / 6.0;

/// The most paragraphs of a piece of a page.
const FRAGMENT: usize = 4;

/// Why there is no text.
const NO_ARTICLE: &str = "no block reads like an article";
const ADDRESS: &str = "an address or a file's name, not a page";

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
    context.check_size(html.len())?;
    let Some(meant) = repaired(html) else { return extract(model, html, options, context) };
    let mut article = extract(model, &meant, options, context)?;
    // A byte of the repaired page was a character of the given one.
    let index = CodePoints::new(html);
    let given = |span: Span| Span::new(index.to_byte(span.start), index.to_byte(span.end));
    article.blocks.iter_mut().for_each(|block| block.source = given(block.source));
    article.dropped.iter_mut().for_each(|block| block.source = given(block.source));
    Ok(article)
}

fn extract(model: &Model, html: &str, options: &ArticleOptions, context: &Context) -> Result<Article> {
    let tree = parse(html, context)?;
    context.check()?;
    let collected = collect(&tree, context)?;
    let page = segment(&tree, context)?;
    let metadata = judge(&tree, &page, &collected, options.url.as_deref());
    let facts = Facts::new(&collected);
    let judged = model.judge(&page, &facts, context)?;
    let scores = &judged.scores;
    let words: Vec<u32> = page.blocks.iter().map(|block| block.words).collect();
    let mut choice = choose(&judged, &words, options.favor);
    let credited = !metadata.authors.is_empty() && metadata.published.is_some();
    let page_type = page_types::guess(&page, &facts, &judged.types, credited);
    let is_article = page_type == Some("article");
    let mut labels = labels(&page, is_article);
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
        json_ld: json_ld(&tree),
        page_type,
        ..Article::default()
    };
    let read = has_article(&page, scores);
    let bare = collected.metas.is_empty() && collected.title.is_none();
    let fragment = !read && bare && is_fragment(&page);
    if fragment {
        choice.keep.fill(true);
    }
    let refusals = if fragment { 1 } else { 2 };
    article.empty = missing(&page, &article, (read || fragment).then_some(refusals), &choice.keep, &labels);
    let lined = is_article || is_brief(&page, page_type);
    if article.empty.is_some() {
        choice.keep.fill(false);
    } else {
        mend(&page, &judged, (is_article, lined, options.comments), &mut choice.keep, &mut labels);
        drop_title(&page, article.title.as_deref(), &mut choice.keep, &mut labels);
        for (label, keep) in labels.iter().zip(&mut choice.keep) {
            *keep &= *label != Label::Table || options.tables;
        }
    }
    beside::name_credits(&page, &article, &mut labels, |at| choice.keep[at] || options.dropped);
    if lined {
        beside::drop_credits(&page, scores, &labels, &mut choice.keep);
    }
    let chosen = Chosen { page: &page, labels: &labels, keep: &choice.keep, scores };
    let rendered = chosen.render(html, context)?;
    if options.dropped {
        article.dropped = chosen.dropped(html);
    }
    if options.links {
        article.links = links(&page, &tree, &rendered, options.url.as_deref().or(article.url.as_deref()));
    }
    (article.text, article.blocks) = (rendered.text, rendered.blocks);
    if article.text.is_empty()
        && let Some((text, blocks)) = fallback::article_body(&tree, &collected, context)?
    {
        (article.text, article.blocks, article.empty) = (text, blocks, None);
        article.confidence = fallback::CONFIDENCE;
    } else if article.text.is_empty() {
        let tables = !options.tables && labels.contains(&Label::Table);
        let reason = if tables { "nothing but tables, which are not wanted" } else { NO_ARTICLE };
        article.empty = if is_address(html) { Some(ADDRESS) } else { article.empty.or(Some(reason)) };
    } else {
        article.confidence = f64::from(choice.expected);
    }
    Ok(article)
}

/// Why a page has no article, if it has none. `refusals`: how many phrases of a refusal make it one, none where nothing reads like an
/// article.
fn missing(
    page: &Page,
    article: &Article,
    refusals: Option<usize>,
    keep: &[bool],
    labels: &[Label],
) -> Option<&'static str> {
    if page.blocks.is_empty() {
        return Some("the page has no text");
    }
    let Some(refusals) = refusals else { return Some(NO_ARTICLE) };
    if article.published.is_some() { None } else { refusal(page, article.title.as_deref(), refusals, keep, labels) }
}

/// Whether a page is short and may be an article, though the weights, which have hardly seen such, call it something else: lists and
/// services are told by what they say at length.
fn is_brief(page: &Page, page_type: Option<&str>) -> bool {
    page.scopes[0].words < SMALL && matches!(page_type, Some("listing" | "collection" | "service"))
}

/// Mends the model's choice by what blocks are to each other; `asked` is whether the page is an article, whether its lines are read as
/// those of one, and whether its comments are wanted.
fn mend(page: &Page, judged: &Judgement, asked: (bool, bool, bool), keep: &mut [bool], labels: &mut [Label]) {
    let scores = &judged.scores;
    if page.scopes[0].words < SMALL {
        drop_margins(page, keep);
        together::keep_lists(page, labels, keep);
    }
    together::keep_headings(labels, scores, keep);
    together::keep_quotations(page, labels, keep);
    together::keep_sources(page, keep, labels);
    together::keep_tables(page, labels, keep);
    together::complete_tables(page, labels, keep);
    drop_repeats(page, labels, &judged.types, keep);
    if asked.1 {
        beside::drop_unseen(page, scores, keep);
        beside::drop_adverts(page, scores, keep);
        pleas::drop_pleas(page, scores, keep);
        drop_asides(page, scores, keep, labels);
    }
    beside::part_comments(page, scores, (asked.0, asked.2), keep, labels);
}

/// Whether what was given is where a page is, and not the page.
fn is_address(given: &str) -> bool {
    let given = given.trim();
    let address = given.starts_with("http://") || given.starts_with("https://");
    let file = || given.ends_with(".html") || given.ends_with(".htm");
    !given.contains(|char: char| char.is_whitespace() || char == '<') && (address || file())
}

/// Whether a page is a piece of one, an entry of a feed or a brief: nothing but a few paragraphs. The models have seen whole
/// pages only.
fn is_fragment(page: &Page) -> bool {
    let plain = |block: &RawBlock| {
        let scope = &page.scopes[block.scope as usize];
        let told = flag::NAV
            | flag::FOOTER
            | flag::FORM
            | flag::BUTTON
            | flag::NOSCRIPT
            | flag::HIDDEN
            | flag::CONSENT
            | flag::ADVERT;
        scope.flags & told == 0 && scope.tag.is_none_or(|tag| tag.heading_level() == 0) && block.is_prose()
    };
    (1..=FRAGMENT).contains(&page.blocks.len()) && page.blocks.iter().all(plain)
}

/// Whether a page holds anything that reads like an article.
pub(super) fn has_article(page: &Page, scores: &[f32]) -> bool {
    let expected = beside::expected(page, scores, |_| true);
    let sure = scores.iter().any(|&score| score > 0.5) || expected >= LEAST_SHARE * page.scopes[0].words as f32;
    expected >= if sure { LEAST_WORDS } else { LEAST_UNSURE }
}

/// The JSON-LD scripts, as they stand in the page.
fn json_ld(tree: &Tree) -> Vec<String> {
    let texts = tree.scripts().map(|content| tree.text_of(content).trim());
    texts.filter(|text| !text.is_empty()).map(str::to_owned).collect()
}

/// The headline stands in [`Article::title`] and is no part of the text, however a page repeats it.
fn drop_title(page: &Page, title: Option<&str>, keep: &mut [bool], labels: &mut [Label]) {
    let Some(title) = title.map(fold).filter(|title| !title.is_empty()) else { return };
    let mut left = page.blocks.iter().zip(keep.iter()).filter(|(_, keep)| **keep).count();
    for ((block, keep), label) in page.blocks.iter().zip(keep).zip(labels) {
        let heading = *keep || *label == Label::Heading;
        if !heading || block.words >= 60 || !folds_to(block.span.of(&page.text), &title) {
            continue;
        }
        *label = Label::Title;
        // A page that has nothing but its title keeps it.
        if *keep && left > 1 {
            *keep = false;
            left -= 1;
        }
    }
}

/// As [`extract_article`], for a page as bytes; `encoding` is a label such as an HTTP header's charset.
///
/// # Errors
/// As [`extract_article`].
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
    let decoded = decode_page(bytes, encoding, options, context)?;
    extract_article(&decoded.text, options, context)
}

/// The text of a page as [`extract_article_bytes`] reads it; [`Block::source`](crate::boilerplate::Block::source) points
/// into it.
///
/// # Errors
/// `Limit` and `Cancelled` by the context.
pub fn decode_page<'a>(
    bytes: &'a [u8],
    encoding: Option<&str>,
    options: &ArticleOptions,
    context: &Context,
) -> Result<Decoded<'a>> {
    let host =
        options.url.as_deref().and_then(|url| url.split("://").nth(1)).and_then(|rest| rest.split(['/', ':']).next());
    decode(bytes, encoding, host.and_then(|host| host.rsplit('.').next()), context)
}
