//! Tables as grids: in which column a cell stands, so that a row keeps its empty cells and what stands below a head stays
//! below it.
//!
//! Cells without a letter or digit are no blocks; the models never see them. Here they come back: an empty one as nothing
//! between two bars, a dash or a tick as it is. A cell that takes several places ("rowspan") is written at the first of them.
//! Columns that hold signs alone, or nothing, lay out a page and are left out, and so are grids that are hardly filled.

use std::collections::{HashMap, HashSet};

use super::blocks::Page;
use super::cues::Hashed;
use super::tags::{Attr, Tag};
use super::tree::{NONE, NodeId, Tree};
use crate::boilerplate::types::Label;
use crate::text::Span;

/// The most columns of a table; one bit of [`Bits`] each.
const MOST_COLUMNS: u32 = 128;

type Bits = u128;

/// A grid has at most so many times as many places as cells that are filled, and a few more.
const SPARSE: usize = 4;
const FEW: usize = 16;

/// A sign in a table's cell, which is no block: "–", "✓".
#[derive(Debug)]
pub(crate) struct Mark {
    scope: u32,
    pub(crate) sign: String,
    /// Bytes of the page.
    pub(crate) source: Span,
}

/// The longest of them, in bytes.
const LONGEST_MARK: usize = 16;

impl Mark {
    pub(super) fn new(scope: u32, sign: &str, source: Span) -> Option<Self> {
        (1..=LONGEST_MARK).contains(&sign.len()).then(|| Self { scope, sign: sign.to_owned(), source })
    }
}

/// How many columns and rows a cell takes, where that is more than one place.
pub(super) fn taken(tree: &Tree, id: NodeId) -> Option<(u32, u32)> {
    let number = |name: Attr| tree.attribute(id, name).map(|value| value.trim().parse::<u32>().unwrap_or(1));
    let (columns, rows) = (number(Attr::ColSpan), number(Attr::RowSpan));
    // No rows are all that follow.
    let rows = rows.map_or(1, |rows| if rows == 0 { u32::MAX } else { rows });
    let columns = columns.unwrap_or(1).clamp(1, MOST_COLUMNS);
    (columns > 1 || rows > 1).then_some((columns, rows))
}

/// A cell that is written, or stands in a row that is.
struct Cell {
    scope: u32,
    row: u32,
    table: u32,
    first: u32,
    columns: u32,
    filled: bool,
}

/// A table while its cells are placed.
#[derive(Default)]
struct Open {
    row: u32,
    column: u32,
    /// Of each column whether a cell from above stands in this row, and in how many of the next.
    covered: Bits,
    left: Vec<u32>,
    wide: bool,
}

/// A table whose cells are placed.
#[derive(Default)]
struct Filled {
    columns: Bits,
    cells: usize,
    rows: usize,
    wide: bool,
}

/// The rows that are written as rows of a grid.
#[derive(Debug, Default)]
pub(super) struct Grid {
    /// How many cells each row has.
    widths: HashMap<u32, u32, Hashed>,
    /// Which of them each cell is.
    columns: HashMap<u32, u32, Hashed>,
    /// The cells that hold a sign, by row and number.
    marks: HashMap<(u32, u32), usize>,
}

impl Grid {
    pub(super) fn new(page: &Page, labels: &[Label], keep: &[bool]) -> Self {
        let mut grid = Self::default();
        let Some(cells) = placed(page, labels, keep) else { return grid };
        let (cells, mut tables) = cells;
        let mut counts: HashMap<u32, (usize, u32), Hashed> = HashMap::default();
        for cell in cells.iter().filter(|cell| cell.filled) {
            let table = tables.entry(cell.table).or_default();
            table.columns |= bits(cell.first, 1);
            table.cells += 1;
            let count = counts.entry(cell.row).or_default();
            table.rows += usize::from(count.0 == 0);
            *count = (count.0 + 1, cell.columns);
        }
        for cell in &cells {
            let (Some(table), Some(&(count, columns))) = (tables.get(&cell.table), counts.get(&cell.row)) else {
                continue;
            };
            let width = table.columns.count_ones();
            let sparse = width as usize * table.rows > SPARSE * table.cells + FEW;
            if table.wide || width < 2 || sparse {
                continue;
            }
            // A line that stands across the table has no columns.
            let across = count == 1 && cell.filled && bits(cell.first, columns) & table.columns == table.columns;
            let own = grid.widths.entry(cell.row).or_insert(width);
            *own = if across { 1 } else { *own };
            if table.columns & bits(cell.first, 1) != 0 {
                grid.columns.insert(cell.scope, (table.columns & !(Bits::MAX << cell.first)).count_ones());
            }
        }
        for (at, mark) in page.marks.iter().enumerate() {
            let Some((row, cell)) = place(page, mark.scope) else { continue };
            if let Some(&column) = grid.columns.get(&cell).filter(|_| grid.widths.contains_key(&row)) {
                grid.marks.insert((row, column), at);
            }
        }
        grid
    }

    /// The row of a block and its number there; none where the block stands in no grid.
    pub(super) fn place(&self, page: &Page, scope: u32) -> Option<(u32, u32)> {
        if self.widths.is_empty() {
            return None;
        }
        let (row, cell) = place(page, scope)?;
        let column = *self.columns.get(&cell)?;
        Some((row, column.min(self.widths.get(&row)?.saturating_sub(1))))
    }

    /// How many cells a row has.
    pub(super) fn width(&self, row: u32) -> u32 {
        self.widths.get(&row).copied().unwrap_or(0)
    }

    /// The sign in a cell that holds nothing else.
    pub(super) fn mark<'a>(&self, page: &'a Page, row: u32, column: u32) -> Option<&'a Mark> {
        page.marks.get(*self.marks.get(&(row, column))?)
    }
}

/// The row and the cell around a scope.
fn place(page: &Page, scope: u32) -> Option<(u32, u32)> {
    let (at, cell) = page.around(scope).find(|(_, scope)| matches!(scope.tag, Some(Tag::Td | Tag::Th)))?;
    (cell.row != NONE).then_some((cell.row, at))
}

/// `count` columns from `first` on.
fn bits(first: u32, count: u32) -> Bits {
    let all = if count >= MOST_COLUMNS { Bits::MAX } else { !(Bits::MAX << count) };
    all.checked_shl(first).unwrap_or(0)
}

/// All cells of the rows that are written with their columns, and the tables around them; none where no row is written.
fn placed(page: &Page, labels: &[Label], keep: &[bool]) -> Option<(Vec<Cell>, HashMap<u32, Filled, Hashed>)> {
    // Rows that are written, and those of which something is written that is no cell.
    let mut rows: HashMap<u32, bool, Hashed> = HashMap::default();
    let mut filled: HashSet<u32, Hashed> = HashSet::default();
    for ((block, label), _) in page.blocks.iter().zip(labels).zip(keep).filter(|(_, keep)| **keep) {
        let row = page.scopes[block.scope as usize].row;
        if row != NONE {
            *rows.entry(row).or_insert(true) &= *label == Label::Table;
            filled.extend(place(page, block.scope).map(|(_, cell)| cell));
        }
    }
    if rows.is_empty() {
        return None;
    }
    let mut around: Vec<u32> = Vec::with_capacity(page.scopes.len());
    let mut open: HashMap<u32, Open, Hashed> = HashMap::default();
    let mut cells = Vec::new();
    for (index, scope) in page.scopes.iter().enumerate() {
        let outer = around.get(scope.parent as usize).copied().unwrap_or(NONE);
        let at = index as u32;
        around.push(if scope.tag == Some(Tag::Table) { at } else { outer });
        match scope.tag {
            // A cell with a table in it is none of a grid.
            Some(Tag::Table) if scope.row != NONE => _ = rows.insert(scope.row, false),
            Some(Tag::Tbody | Tag::Thead | Tag::Tfoot) => open.entry(outer).or_default().left.clear(),
            Some(Tag::Tr) => open.entry(outer).or_default().next_row(at),
            Some(Tag::Td | Tag::Th) => {
                let table = open.entry(outer).or_default();
                if table.row != scope.row {
                    continue;
                }
                let span = page.spans.binary_search_by_key(&at, |span| span.0).ok();
                let (columns, lines) =
                    span.and_then(|span| page.spans.get(span)).map_or((1, 1), |span| (span.1, span.2));
                let first = table.take(columns, lines);
                let (row, filled) = (scope.row, filled.contains(&at));
                if rows.contains_key(&row) {
                    cells.push(Cell { scope: at, row, table: outer, first, columns, filled });
                }
            }
            _ => {}
        }
    }
    cells.retain(|cell| rows.get(&cell.row) == Some(&true));
    let tables = open.into_iter().map(|(table, open)| (table, Filled { wide: open.wide, ..Filled::default() }));
    Some((cells, tables.collect()))
}

impl Open {
    fn next_row(&mut self, row: u32) {
        (self.row, self.column, self.covered) = (row, 0, 0);
        for (column, left) in self.left.iter_mut().enumerate().filter(|(_, left)| **left > 0) {
            *left -= 1;
            self.covered |= bits(column as u32, 1);
        }
    }

    /// Gives a cell its first column.
    fn take(&mut self, columns: u32, rows: u32) -> u32 {
        while self.column < MOST_COLUMNS && self.covered & bits(self.column, 1) != 0 {
            self.column += 1;
        }
        let first = self.column.min(MOST_COLUMNS - 1);
        self.column = (first + columns).min(MOST_COLUMNS);
        self.wide |= first + columns > MOST_COLUMNS;
        if rows > 1 {
            if self.left.len() < self.column as usize {
                self.left.resize(self.column as usize, 0);
            }
            let taken = self.left.get_mut(first as usize..self.column as usize);
            taken.into_iter().flatten().for_each(|left| *left = rows - 1);
        }
        first
    }
}
