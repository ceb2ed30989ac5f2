//! The article's text from JSON-LD, for pages that bring no other: their scripts would have shown it.

use super::blocks::segment;
use super::extract::LEAST_WORDS;
use super::parse::parse;
use super::tree::Tree;
use crate::boilerplate::metadata::collect::Collected;
use crate::boilerplate::types::{Block, Label};
use crate::context::Context;
use crate::error::Result;
use crate::text::Span;

/// How sure such a text is: it may be the beginning only.
pub(super) const CONFIDENCE: f64 = 0.5;

/// Text and blocks of `articleBody`; none where it says next to nothing.
pub(super) fn article_body(
    tree: &Tree,
    collected: &Collected,
    context: &Context,
) -> Result<Option<(String, Vec<Block>)>> {
    let Some(body) = collected.article_body() else { return Ok(None) };
    let paragraphs: Vec<String> = if body.contains("</") {
        let page = segment(&parse(body, context)?, context)?;
        page.blocks.iter().map(|block| block.span.of(&page.text).to_owned()).collect()
    } else {
        body.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" ")).collect()
    };
    let words: usize = paragraphs.iter().map(|paragraph| paragraph.split(' ').count()).sum();
    if (words as f32) < LEAST_WORDS {
        return Ok(None);
    }
    let source = script(tree);
    let (mut text, mut blocks) = (String::new(), Vec::new());
    for paragraph in paragraphs.iter().filter(|paragraph| !paragraph.is_empty()) {
        if !text.is_empty() {
            text.push_str("\n\n");
        }
        let start = text.len();
        text.push_str(paragraph);
        let span = Span::new(start, text.len());
        blocks.push(Block { span, label: Label::Body, score: CONFIDENCE, source, ..Block::default() });
    }
    Ok(Some((text, blocks)))
}

/// Where the script stands that holds it.
fn script(tree: &Tree) -> Span {
    let told = tree.scripts().find(|&content| tree.text_of(content).contains("articleBody"));
    told.map(|content| tree.place_of(content)).unwrap_or_default()
}
