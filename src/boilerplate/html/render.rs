//! The chosen blocks as readable text: paragraphs apart by a blank line, list items and table rows by a line break.

use std::ops::Range;

use super::address;
use super::blocks::{Page, RawBlock};
use super::flags::flag;
use super::grid::Grid;
use super::layout::STRIDE;
use super::tables::{CELL_WORDS, data_rows};
use super::tags::{Attr, Tag};
use super::together::is_source;
use super::tree::{NONE, Tree};
use crate::boilerplate::types::{Block, Dropped, Label, Link};
use crate::context::Context;
use crate::error::Result;
use crate::text::Span;

/// What is to be written: each block's label, its score, and whether it is in.
pub(crate) struct Chosen<'a> {
    pub(crate) page: &'a Page,
    pub(crate) labels: &'a [Label],
    pub(crate) keep: &'a [bool],
    pub(crate) scores: &'a [f32],
}

/// A text, its blocks, and where its blocks' words came from.
#[derive(Debug, Default)]
pub(crate) struct Rendered {
    pub(crate) text: String,
    pub(crate) blocks: Vec<Block>,
    /// Start in the page's text, start in `text`, and length, of every block that was written.
    places: Vec<(usize, usize, usize)>,
}

impl Rendered {
    /// Adds a block to the one that was written last.
    fn extend(&mut self, score: f64, source: &Span, (block, words): (&RawBlock, &str)) {
        self.places.push((block.span.start, self.text.len(), words.len()));
        self.text.push_str(words);
        if let Some(last) = self.blocks.last_mut() {
            last.span.end = self.text.len();
            last.score = last.score.min(score);
            last.source = last.source.cover(source);
        }
    }

    /// Adds the cells of a row that hold no block.
    fn fill(&mut self, page: &Page, grid: &Grid, row: u32, cells: Range<u32>) {
        for cell in cells {
            self.text.push_str(" | ");
            let mark = grid.mark(page, row, cell);
            self.text.push_str(mark.map_or("", |mark| &mark.sign));
            if let Some(last) = self.blocks.last_mut() {
                last.span.end = self.text.len();
                last.source = mark.map_or(last.source, |mark| last.source.cover(&mark.source));
            }
        }
    }
}

impl Chosen<'_> {
    fn score(&self, at: usize) -> f64 {
        f64::from(self.scores.get(at).copied().unwrap_or(0.0))
    }

    fn label(&self, at: usize) -> Label {
        self.labels.get(at).copied().unwrap_or_default()
    }

    fn keeps(&self, at: usize) -> bool {
        self.keep.get(at).copied().unwrap_or(false)
    }

    /// Joins the kept blocks. Spans are bytes of the text, in order, without overlap.
    pub(crate) fn render(&self, html: &str, context: &Context) -> Result<Rendered> {
        let page = self.page;
        let mut out = Rendered::default();
        let mut previous: Option<&RawBlock> = None;
        let mut last_kept = 0;
        let grid = Grid::new(page, self.labels, self.keep);
        // The row that is being written, and how many of its cells are.
        let mut row: Option<(u32, u32)> = None;
        for (at, block) in page.blocks.iter().enumerate() {
            if at.is_multiple_of(STRIDE) {
                context.check()?;
            }
            if !self.keeps(at) {
                continue;
            }
            let words = block.span.of(&page.text);
            let label = self.label(at);
            let source = block.source.trim(html);
            let place = if label == Label::Table { grid.place(page, block.scope) } else { None };
            if let Some((open, cells)) = row.filter(|(open, _)| place.is_none_or(|(row, _)| row != *open)) {
                out.fill(page, &grid, open, cells..grid.width(open));
                row = None;
            }
            if let (Some(before), Some(last)) = (previous, out.blocks.last_mut()) {
                if let (Some((open, cells)), Some((_, column))) = (row, place) {
                    // A cell may hold several blocks.
                    if column < cells {
                        out.text.push(' ');
                    } else {
                        out.fill(page, &grid, open, cells..column);
                        out.text.push_str(" | ");
                    }
                    row = Some((open, cells.max(column + 1)));
                    out.extend(self.score(at), &source, (block, words));
                    (previous, last_kept) = (Some(block), at);
                    continue;
                }
                if label == Label::Table && last.label == Label::Table && same_row(page, before, block) {
                    out.text.push_str(" | ");
                    out.extend(self.score(at), &source, (block, words));
                    (previous, last_kept) = (Some(block), at);
                    continue;
                }
                if label == Label::Quote && last.label == Label::Quote && last_kept + 1 == at && is_source(page, at) {
                    out.text.push('\n');
                    out.places.push((block.span.start, out.text.len(), words.len()));
                    out.text.push_str(words);
                    last.span.end = out.text.len();
                    last.source = last.source.cover(&source);
                    (previous, last_kept) = (Some(block), at);
                    continue;
                }
                let close = matches!(label, Label::List | Label::Table) && last.label == label;
                out.text.push_str(if close { "\n" } else { "\n\n" });
            }
            let start = out.text.len();
            if let Some((open, column)) = place {
                (0..column).for_each(|cell| {
                    out.text.push_str(grid.mark(page, open, cell).map_or("", |mark| &mark.sign));
                    out.text.push_str(" | ");
                });
                row = Some((open, column + 1));
            }
            out.places.push((block.span.start, out.text.len(), words.len()));
            out.text.push_str(words);
            let span = Span::new(start, out.text.len());
            let (level, ordinal) = nesting(page, block, label);
            let code = page.scopes[block.scope as usize].flags & flag::PRE != 0 && label == Label::Body;
            out.blocks.push(Block { span, label, score: self.score(at), source, level, ordinal, code });
            (previous, last_kept) = (Some(block), at);
        }
        if let Some((open, cells)) = row {
            out.fill(page, &grid, open, cells..grid.width(open));
        }
        Ok(out)
    }

    /// The blocks that are left out, in order.
    pub(crate) fn dropped(&self, html: &str) -> Vec<Dropped> {
        let left_out = self.page.blocks.iter().enumerate().filter(|(at, _)| !self.keeps(*at));
        left_out
            .map(|(at, block)| Dropped {
                text: block.span.of(&self.page.text).to_owned(),
                label: match self.label(at) {
                    label @ (Label::Title | Label::Byline | Label::Date | Label::Caption | Label::Table) => label,
                    _ => Label::Boilerplate,
                },
                score: self.score(at),
                source: block.source.trim(html),
            })
            .collect()
    }
}

/// The links in a text that was rendered, absolute where the page's address `base` is known.
pub(crate) fn links(page: &Page, tree: &Tree, rendered: &Rendered, base: Option<&str>) -> Vec<Link> {
    let mut found = Vec::new();
    for &(from, start, length) in &rendered.places {
        let first = page.links.partition_point(|(span, _)| span.end <= from);
        for (span, id) in page.links[first..].iter().take_while(|(span, _)| span.start < from + length) {
            let inside = Span::new(span.start.max(from), span.end.min(from + length)).trim(&page.text);
            let url = tree.attribute(*id, Attr::Href).and_then(|href| address::resolve(base, href));
            if let Some(url) = url.filter(|_| !inside.is_empty()) {
                let span = Span::new(inside.start - from + start, inside.end - from + start);
                found.push(Link { span, url });
            }
        }
    }
    found
}

fn same_row(page: &Page, one: &RawBlock, other: &RawBlock) -> bool {
    let row = |block: &RawBlock| page.scopes[block.scope as usize].row;
    row(one) != NONE && row(one) == row(other) && one.words <= CELL_WORDS && other.words <= CELL_WORDS
}

/// A heading's level, or in how many lists an item stands and, in numbered ones, its number.
fn nesting(page: &Page, block: &RawBlock, label: Label) -> (u8, u32) {
    let scope = &page.scopes[block.scope as usize];
    match label {
        Label::Heading => (scope.tag.map_or(0, Tag::heading_level).max(1), 0),
        Label::List => {
            let item = page.scopes.get(scope.item as usize);
            let numbered = item.is_some_and(|item| {
                page.scopes.get(item.parent as usize).is_some_and(|list| list.tag == Some(Tag::Ol))
            });
            let lists =
                page.around(scope.item).filter(|(_, scope)| matches!(scope.tag, Some(Tag::Ul | Tag::Ol | Tag::Dl)));
            (lists.count().max(1) as u8, item.filter(|_| numbered).map_or(0, |item| item.ordinal))
        }
        _ => (0, 0),
    }
}

/// What each block is, by the elements around it. Only in an `article` a table may be there to lay out the page: the cells of
/// shops and lists hold sentences, too.
pub(crate) fn labels(page: &Page, article: bool) -> Vec<Label> {
    let rows = if article { data_rows(page) } else { vec![true; page.scopes.len()] };
    page.blocks.iter().map(|block| label(page, block, &rows)).collect()
}

fn label(page: &Page, block: &RawBlock, rows: &[bool]) -> Label {
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
    } else if block.words <= CELL_WORDS && rows.get(scope.row as usize).is_some_and(|&data| data) {
        Label::Table
    } else {
        Label::Body
    }
}
