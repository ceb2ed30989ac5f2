//! The chosen blocks as readable text: paragraphs apart by a blank line, list items and table rows by a line break.

use super::blocks::{Page, RawBlock};
use super::flags::flag;
use super::layout::STRIDE;
use super::tags::Tag;
use super::tree::NONE;
use crate::boilerplate::types::{Block, Label};
use crate::context::Context;
use crate::error::Result;
use crate::text::Span;

/// A cell with more words than this is a piece of layout, not of data.
const CELL_WORDS: u32 = 40;

/// Joins the kept blocks. Spans are bytes of the text returned, in order, without overlap.
pub(crate) fn render(page: &Page, keep: &[bool], scores: &[f32], context: &Context) -> Result<(String, Vec<Block>)> {
    let mut text = String::new();
    let mut blocks: Vec<Block> = Vec::new();
    let mut previous: Option<&RawBlock> = None;
    for (at, block) in page.blocks.iter().enumerate() {
        if at.is_multiple_of(STRIDE) {
            context.check()?;
        }
        if !keep.get(at).copied().unwrap_or(false) {
            continue;
        }
        let words = block.span.of(&page.text);
        let score = f64::from(scores.get(at).copied().unwrap_or(0.0));
        let label = label(page, block);
        if let (Some(before), Some(last)) = (previous, blocks.last_mut()) {
            if label == Label::Table && last.label == Label::Table && same_row(page, before, block) {
                text.push_str(" | ");
                text.push_str(words);
                last.span.end = text.len();
                last.score = last.score.min(score);
                previous = Some(block);
                continue;
            }
            let close = matches!(label, Label::List | Label::Table) && last.label == label;
            text.push_str(if close { "\n" } else { "\n\n" });
        }
        let start = text.len();
        text.push_str(words);
        blocks.push(Block { span: Span::new(start, text.len()), label, score });
        previous = Some(block);
    }
    Ok((text, blocks))
}

fn same_row(page: &Page, one: &RawBlock, other: &RawBlock) -> bool {
    let row = |block: &RawBlock| page.scopes[block.scope as usize].row;
    row(one) != NONE && row(one) == row(other) && one.words <= CELL_WORDS && other.words <= CELL_WORDS
}

/// What a block is, by the elements around it.
pub(crate) fn label(page: &Page, block: &RawBlock) -> Label {
    let scope = &page.scopes[block.scope as usize];
    let tag = scope.tag.unwrap_or(Tag::Body);
    if tag.heading_level() > 0 || tag == Tag::Legend || tag == Tag::Summary {
        Label::Heading
    } else if scope.flags & flag::CAPTION != 0 {
        Label::Caption
    } else if scope.item != NONE {
        Label::List
    } else if scope.flags & flag::QUOTE != 0 {
        Label::Quote
    } else if scope.row != NONE && block.words <= CELL_WORDS {
        Label::Table
    } else {
        Label::Body
    }
}
