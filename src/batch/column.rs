//! A column of texts as it came: any Arrow layout of strings or bytes, in chunks, without a copy.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use arrow_array::cast::AsArray;
use arrow_array::{
    Array, ArrayRef, BinaryArray, BinaryViewArray, LargeBinaryArray, LargeStringArray, StringArray, StringViewArray,
};
use arrow_schema::DataType;

use crate::error::{Error, Result};

/// One cell: text, or the bytes of a page whose encoding is not known yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cell<'a> {
    /// A text.
    Text(&'a str),
    /// Bytes as they came over the wire.
    Bytes(&'a [u8]),
}

impl Cell<'_> {
    /// Its bytes.
    fn size(self) -> usize {
        match self {
            Self::Text(text) => text.len(),
            Self::Bytes(bytes) => bytes.len(),
        }
    }
}

/// Cells that stand in memory of somebody else, one behind the other.
pub trait Cells: Send + Sync + std::fmt::Debug {
    /// How many there are.
    fn len(&self) -> usize;

    /// Whether there is none.
    fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// That cell; `None` where it is missing.
    fn get(&self, i: usize) -> Option<Cell<'_>>;
}

/// A chunk in one of the layouts that Arrow has for strings and bytes.
#[derive(Debug, Clone)]
enum Chunk {
    Utf8(StringArray),
    LargeUtf8(LargeStringArray),
    Utf8View(StringViewArray),
    Binary(BinaryArray),
    LargeBinary(LargeBinaryArray),
    BinaryView(BinaryViewArray),
    Null(usize),
    Held(Arc<dyn Cells>),
}

impl Chunk {
    fn len(&self) -> usize {
        match self {
            Self::Utf8(a) => a.len(),
            Self::LargeUtf8(a) => a.len(),
            Self::Utf8View(a) => a.len(),
            Self::Binary(a) => a.len(),
            Self::LargeBinary(a) => a.len(),
            Self::BinaryView(a) => a.len(),
            Self::Null(len) => *len,
            Self::Held(cells) => cells.len(),
        }
    }

    fn get(&self, i: usize) -> Option<Cell<'_>> {
        match self {
            Self::Utf8(a) => a.is_valid(i).then(|| Cell::Text(a.value(i))),
            Self::LargeUtf8(a) => a.is_valid(i).then(|| Cell::Text(a.value(i))),
            Self::Utf8View(a) => a.is_valid(i).then(|| Cell::Text(a.value(i))),
            Self::Binary(a) => a.is_valid(i).then(|| Cell::Bytes(a.value(i))),
            Self::LargeBinary(a) => a.is_valid(i).then(|| Cell::Bytes(a.value(i))),
            Self::BinaryView(a) => a.is_valid(i).then(|| Cell::Bytes(a.value(i))),
            Self::Null(_) => None,
            Self::Held(cells) => cells.get(i),
        }
    }

    /// Bytes of the texts in these rows, from the offsets alone.
    fn bytes(&self, rows: Range<usize>) -> usize {
        let offsets = |a: i64, b: i64| usize::try_from(b - a).unwrap_or(0);
        match self {
            Self::Utf8(a) => offsets(a.value_offsets()[rows.start].into(), a.value_offsets()[rows.end].into()),
            Self::LargeUtf8(a) => offsets(a.value_offsets()[rows.start], a.value_offsets()[rows.end]),
            Self::Utf8View(a) => a.views()[rows].iter().map(|view| *view as u32 as usize).sum(),
            Self::Binary(a) => offsets(a.value_offsets()[rows.start].into(), a.value_offsets()[rows.end].into()),
            Self::LargeBinary(a) => offsets(a.value_offsets()[rows.start], a.value_offsets()[rows.end]),
            Self::BinaryView(a) => a.views()[rows].iter().map(|view| *view as u32 as usize).sum(),
            Self::Null(_) => 0,
            Self::Held(cells) => rows.filter_map(|i| cells.get(i)).map(Cell::size).sum(),
        }
    }
}

/// A column of texts with the rows that could not be read.
#[derive(Debug, Clone, Default)]
pub struct TextColumn {
    chunks: Vec<Chunk>,
    unreadable: BTreeMap<usize, Error>,
    rows: usize,
}

impl TextColumn {
    /// Wraps Arrow chunks; a dictionary becomes a view of its values, an all-null column stays one.
    ///
    /// # Errors
    /// [`crate::ErrorKind::Input`] for a type that holds neither strings nor bytes.
    pub fn new(chunks: &[ArrayRef]) -> Result<Self> {
        let chunks = chunks.iter().map(read_chunk).collect::<Result<Vec<_>>>()?;
        let rows = chunks.iter().map(Chunk::len).sum();
        Ok(Self { chunks, unreadable: BTreeMap::new(), rows })
    }

    /// Wraps cells that stand elsewhere.
    pub fn held(cells: Arc<dyn Cells>) -> Self {
        let rows = cells.len();
        Self { chunks: vec![Chunk::Held(cells)], unreadable: BTreeMap::new(), rows }
    }

    /// The same column, with rows that hold no text at all (of the wrong type, or not encodable) and why.
    pub fn with_unreadable(mut self, unreadable: BTreeMap<usize, Error>) -> Self {
        self.unreadable = unreadable;
        self
    }

    /// Rows.
    pub fn len(&self) -> usize {
        self.rows
    }

    /// Whether it has no rows.
    pub fn is_empty(&self) -> bool {
        self.rows == 0
    }

    /// Bytes of all texts.
    pub fn bytes(&self) -> usize {
        self.chunks.iter().map(|chunk| chunk.bytes(0..chunk.len())).sum()
    }

    /// Why this row could not be read, if so.
    #[inline]
    pub fn unreadable(&self, row: usize) -> Option<&Error> {
        if self.unreadable.is_empty() { None } else { self.unreadable.get(&row) }
    }

    /// The texts in order, each with its row, for work that makes one thing of all of them: missing ones are left out, one
    /// that could not be read is an error.
    pub fn present(&self) -> impl Iterator<Item = (usize, Result<Cell<'_>>)> {
        self.cells().enumerate().filter_map(|(row, cell)| match self.unreadable(row) {
            Some(error) => Some((row, Err(error.clone()))),
            None => cell.map(|cell| (row, Ok(cell))),
        })
    }

    fn cells(&self) -> impl Iterator<Item = Option<Cell<'_>>> {
        self.chunks.iter().flat_map(|chunk| (0..chunk.len()).map(move |i| chunk.get(i)))
    }

    /// Cuts the column into blocks of at most `max_rows` rows and, unless one text is larger, `max_bytes` bytes.
    pub(super) fn blocks(&self, max_rows: usize, max_bytes: usize) -> Vec<Block<'_>> {
        let mut blocks = Vec::new();
        let mut first_row = 0;
        for chunk in &self.chunks {
            let mut start = 0;
            while start < chunk.len() {
                let mut end = (start + max_rows).min(chunk.len());
                if chunk.bytes(start..end) > max_bytes {
                    let (mut fits, mut over) = (start + 1, end);
                    while fits < over {
                        let middle = fits + (over - fits).div_ceil(2);
                        if chunk.bytes(start..middle) <= max_bytes { fits = middle } else { over = middle - 1 }
                    }
                    end = fits;
                }
                blocks.push(Block { chunk, rows: start..end, first_row: first_row + start });
                start = end;
            }
            first_row += chunk.len();
        }
        blocks
    }
}

/// Rows of one chunk that one thread answers in one go.
#[derive(Debug, Clone)]
pub(super) struct Block<'a> {
    chunk: &'a Chunk,
    rows: Range<usize>,
    /// Position in the column of the block's first row.
    pub first_row: usize,
}

impl<'a> Block<'a> {
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    pub fn bytes(&self) -> usize {
        self.chunk.bytes(self.rows.clone())
    }

    /// The cells, each with its position in the column.
    pub fn cells(&self) -> impl Iterator<Item = (usize, Option<Cell<'a>>)> {
        let (chunk, first_row, start) = (self.chunk, self.first_row, self.rows.start);
        self.rows.clone().map(move |i| (first_row + i - start, chunk.get(i)))
    }
}

fn read_chunk(array: &ArrayRef) -> Result<Chunk> {
    Ok(match array.data_type() {
        DataType::Utf8 => Chunk::Utf8(array.as_string::<i32>().clone()),
        DataType::LargeUtf8 => Chunk::LargeUtf8(array.as_string::<i64>().clone()),
        DataType::Utf8View => Chunk::Utf8View(array.as_string_view().clone()),
        DataType::Binary => Chunk::Binary(array.as_binary::<i32>().clone()),
        DataType::LargeBinary => Chunk::LargeBinary(array.as_binary::<i64>().clone()),
        DataType::BinaryView => Chunk::BinaryView(array.as_binary_view().clone()),
        DataType::Null => Chunk::Null(array.len()),
        DataType::Dictionary(_, values) => {
            let view = match values.as_ref() {
                DataType::Utf8 | DataType::LargeUtf8 | DataType::Utf8View => DataType::Utf8View,
                DataType::Binary | DataType::LargeBinary | DataType::BinaryView => DataType::BinaryView,
                DataType::Null => return Ok(Chunk::Null(array.len())),
                other => return Err(wrong_type(other)),
            };
            read_chunk(&arrow_cast::cast(array, &view).map_err(|error| Error::input(error.to_string()))?)?
        }
        other => return Err(wrong_type(other)),
    })
}

fn wrong_type(found: &DataType) -> Error {
    Error::input(format!("expected a column of strings, got Arrow type {found}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn column(texts: &[Option<&str>]) -> TextColumn {
        TextColumn::new(&[Arc::new(texts.iter().collect::<StringArray>()) as ArrayRef]).unwrap()
    }

    #[test]
    fn blocks_are_cut_by_bytes_and_cover_every_row() {
        let long = "x".repeat(100);
        let texts: Vec<_> = (0..50).map(|i| if i % 7 == 0 { Some(long.as_str()) } else { Some("ab") }).collect();
        let column = column(&texts);
        let blocks = column.blocks(20, 120);
        assert!(blocks.iter().all(|b| b.len() <= 20 && (b.bytes() <= 120 || b.len() == 1)));
        let rows: Vec<_> = blocks.iter().flat_map(|b| b.cells().map(|(row, _)| row)).collect();
        assert_eq!(rows, (0..50).collect::<Vec<_>>());
    }

    #[test]
    fn every_layout_reads_the_same() {
        let plain: ArrayRef = Arc::new(StringArray::from(vec![Some("a"), None, Some("ü")]));
        for layout in [
            DataType::LargeUtf8,
            DataType::Utf8View,
            DataType::Dictionary(Box::new(DataType::Int32), Box::new(DataType::Utf8)),
        ] {
            let cast = arrow_cast::cast(&plain, &layout).unwrap();
            let column = TextColumn::new(&[cast.slice(1, 2)]).unwrap();
            assert_eq!(column.cells().collect::<Vec<_>>(), [None, Some(Cell::Text("ü"))], "{layout}");
        }
    }

    #[test]
    fn present_texts_keep_their_rows_and_unreadable_ones_are_errors() {
        let unreadable = BTreeMap::from([(2, Error::input("no text"))]);
        let column = column(&[Some("a"), None, None, Some("b")]).with_unreadable(unreadable);
        let found: Vec<_> = column.present().map(|(row, cell)| (row, cell.ok())).collect();
        assert_eq!(found, [(0, Some(Cell::Text("a"))), (2, None), (3, Some(Cell::Text("b")))]);
    }

    #[test]
    fn a_null_column_has_rows_and_numbers_are_refused() {
        let nulls: ArrayRef = Arc::new(arrow_array::NullArray::new(3));
        assert_eq!(TextColumn::new(&[nulls]).unwrap().cells().collect::<Vec<_>>(), [None; 3]);
        let numbers: ArrayRef = Arc::new(arrow_array::Int64Array::from(vec![1]));
        assert!(TextColumn::new(&[numbers]).unwrap_err().to_string().contains("Int64"));
    }
}
