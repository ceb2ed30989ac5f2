//! Tables that hold data and tables that lay out a page.
//!
//! Pages made before style sheets stand in tables, article and all: their cells hold paragraphs. A row in which one cell does
//! is no row of data, and what stands in it is read as if there were no table.

use super::blocks::{Page, Scope};
use super::tags::Tag;

/// A cell with more words than this is a piece of layout, not of data.
pub(super) const CELL_WORDS: u32 = 40;

/// The fewest words of running text in two blocks that are paragraphs, not lines of a cell.
const PROSE_WORDS: f32 = 24.0;

/// For each scope whether it is a row of data, as far as its cells tell.
pub(super) fn data_rows(page: &Page) -> Vec<bool> {
    let mut rows: Vec<bool> = page.scopes.iter().map(|scope| scope.tag == Some(Tag::Tr)).collect();
    for cell in page.scopes.iter().filter(|scope| matches!(scope.tag, Some(Tag::Td | Tag::Th))) {
        if let Some(row) = page.scopes.get(cell.row as usize)
            && (holds_paragraphs(cell) || row.children == 1 && cell.prose > 0.0)
        {
            rows[cell.row as usize] = false;
        }
    }
    rows
}

fn holds_paragraphs(cell: &Scope) -> bool {
    cell.words > CELL_WORDS || cell.paragraphs > 1 || cell.blocks > 1 && cell.prose >= PROSE_WORDS
}
