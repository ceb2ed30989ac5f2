//! Templates and pages: what recurs across the pages of a site is no article of one of them.

use super::{Article, ArticleOptions, Block, Link, Templates, extract_article, extract_article_bytes};
use crate::text::Span;
use crate::{Context, Result};

/// The article without the blocks that recur across the pages of its site.
///
/// ```
/// use copydesk::boilerplate::{Article, Block, Templates, without_recurring};
/// use copydesk::{Context, Span};
/// let plea = "Support us with a gift.";
/// let pages = (0..3).map(|day| vec![plea.to_owned(), format!("News of day {}", "I".repeat(day + 1))]).collect::<Vec<_>>();
/// let blocks = pages.iter().map(|page| page.iter().map(String::as_str));
/// let templates = Templates::learn_blocks(blocks, "gazette.example", &Context::default())?;
/// let block = |start, end| Block { span: Span::new(start, end), score: 1.0, ..Block::default() };
/// let text = format!("The bridge is open.\n\n{plea}");
/// let article = Article { blocks: vec![block(0, 19), block(21, text.len())], text, ..Article::default() };
/// assert_eq!(without_recurring(article, &templates).text, "The bridge is open.");
/// # Ok::<(), copydesk::Error>(())
/// ```
pub fn without_recurring(mut article: Article, templates: &Templates) -> Article {
    if !article.blocks.iter().any(|block| templates.share(block.span.of(&article.text)) > 0.0) {
        return article;
    }
    let given = std::mem::take(&mut article.text);
    let links = std::mem::take(&mut article.links);
    let mut previous_end = 0;
    let mut kept: Vec<Block> = Vec::with_capacity(article.blocks.len());
    for block in article.blocks {
        let gap = Span::new(previous_end, block.span.start).of(&given);
        previous_end = block.span.end;
        if templates.share(block.span.of(&given)) > 0.0 {
            continue;
        }
        if !article.text.is_empty() {
            article.text.push_str(gap);
        }
        let start = article.text.len();
        article.text.push_str(block.span.of(&given));
        let moved = |at: usize| at - block.span.start + start;
        let inside = links.iter().filter(|link| block.span.contains(&link.span));
        article.links.extend(
            inside.map(|link| Link {
                span: Span::new(moved(link.span.start), moved(link.span.end)),
                url: link.url.clone(),
            }),
        );
        kept.push(Block { span: Span::new(start, article.text.len()), ..block });
    }
    article.blocks = kept;
    if article.text.is_empty() {
        article.empty = Some("every block recurs across the site");
    }
    article
}

/// Learns from one page, or one scraped text; merge the results of a site's pages.
///
/// # Errors
/// As [`extract_article`] and [`Templates::learn`].
pub fn learn_page(page: &str, site: &str, context: &Context) -> Result<Templates> {
    let head = page.trim_start().get(..1).unwrap_or_default();
    if head != "<" {
        return Templates::learn([page], site, context);
    }
    let article = extract_article(page, &ArticleOptions::default(), context)?;
    Templates::learn_blocks([blocks_of(&article)], site, context)
}

/// As [`learn_page`], for a page as bytes.
///
/// # Errors
/// As [`extract_article_bytes`].
pub fn learn_page_bytes(page: &[u8], site: &str, context: &Context) -> Result<Templates> {
    let article = extract_article_bytes(page, None, &ArticleOptions::default(), context)?;
    Templates::learn_blocks([blocks_of(&article)], site, context)
}

fn blocks_of(article: &Article) -> impl Iterator<Item = &str> {
    article.blocks.iter().map(|block| block.span.of(&article.text))
}
