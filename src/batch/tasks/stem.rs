//! Stems of documents and of words.

use std::sync::Arc;

use arrow_array::builder::StringBuilder;
use arrow_array::types::Int32Type;
use arrow_array::{ArrayRef, DictionaryArray, Int32Array, ListArray, StringArray, new_null_array};
use arrow_buffer::{ArrowNativeType, NullBufferBuilder, OffsetBuffer};
use arrow_schema::{DataType, Field, SchemaRef};

use super::stemming::{StemScratch, Stemming};
use crate::batch::{Cell, Kernel, schema};
use crate::stem::{LentCache, StemTable, Stemmer};
use crate::{Context, Result};

/// `stem`.
#[derive(Debug, Clone)]
pub struct Stems {
    /// How texts are stemmed.
    pub stemming: Stemming,
    /// What becomes of the stems.
    pub output: StemOutput,
}

/// What becomes of the stems of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StemOutput {
    /// A list of strings.
    Lists,
    /// A list whose strings stand in a dictionary, once for all texts of a batch; a string may stand there more than once.
    Encoded,
}

/// The stems of a block by number, and where those of each text end.
#[derive(Debug)]
pub struct StemBlock {
    numbers: Vec<u32>,
    ends: Vec<usize>,
    valid: NullBufferBuilder,
}

impl StemBlock {
    fn offsets(&self) -> OffsetBuffer<i32> {
        let mut start = 0;
        OffsetBuffer::from_lengths(self.ends.iter().map(|end| end - std::mem::replace(&mut start, *end)))
    }

    fn lists(mut self, stems: &StemTable) -> ArrayRef {
        let mut items = StringBuilder::with_capacity(self.numbers.len(), 6 * self.numbers.len());
        self.numbers.iter().for_each(|number| items.append_value(stems.get(*number)));
        let item = Arc::new(Field::new("item", DataType::Utf8, true));
        Arc::new(ListArray::new(item, self.offsets(), Arc::new(items.finish()), self.valid.finish()))
    }

    fn encoded(mut self, stems: &StemTable) -> ArrayRef {
        let offsets = self.offsets();
        let keys = Int32Array::from_iter_values(self.numbers.into_iter().map(u32::cast_signed));
        let values: StringArray = stems.iter().map(Some).collect();
        let encoded = schema::encoded_stem();
        let items: ArrayRef = match DictionaryArray::<Int32Type>::try_new(keys, Arc::new(values)) {
            Ok(items) => Arc::new(items),
            Err(_) => new_null_array(encoded.data_type(), offsets.last().map_or(0, |end| end.as_usize())),
        };
        Arc::new(ListArray::new(Arc::new(encoded), offsets, items, self.valid.finish()))
    }
}

impl Kernel for Stems {
    /// The stems by their number in the table of the thread's cache.
    type Answer = Vec<u32>;
    type Scratch = StemScratch;
    type Block = StemBlock;

    fn schema(&self) -> SchemaRef {
        match self.output {
            StemOutput::Lists => schema::stem_lists(),
            StemOutput::Encoded => schema::encoded_stem_lists(),
        }
    }

    fn scratch(&self) -> StemScratch {
        StemScratch::default()
    }

    fn recover(&self, scratch: &mut StemScratch) {
        // The stems of the block's earlier texts must keep their numbers.
        scratch.cache.forget();
    }

    fn block_bytes(&self, bytes: usize, workers: usize) -> usize {
        // Each block has a table of stems of its own: the fewer blocks, the fewer strings are made twice.
        (bytes / (4 * workers)).clamp(256 << 10, 4 << 20)
    }

    fn block(&self, rows: usize) -> StemBlock {
        StemBlock { numbers: Vec::new(), ends: Vec::with_capacity(rows), valid: NullBufferBuilder::new(rows) }
    }

    fn answer(&self, scratch: &mut StemScratch, row: usize, cell: Cell<'_>, context: &Context) -> Result<Vec<u32>> {
        let text = super::text(cell)?;
        let (stemmer, cache) = self.stemming.of(scratch, row, text, context)?;
        let mut numbers = Vec::with_capacity(text.len() / 6 + 1);
        stemmer.for_each(text, cache, context, |number| numbers.push(number))?;
        Ok(numbers)
    }

    fn append(&self, block: &mut StemBlock, _: usize, numbers: Vec<u32>) -> usize {
        block.numbers.extend(numbers);
        block.ends.push(block.numbers.len());
        block.valid.append_non_null();
        1
    }

    fn append_null(&self, block: &mut StemBlock, _: usize) -> usize {
        block.ends.push(block.numbers.len());
        block.valid.append_null();
        1
    }

    fn close(&self, scratch: &mut StemScratch, block: StemBlock) -> Vec<ArrayRef> {
        let stems = scratch.cache.take();
        vec![match self.output {
            StemOutput::Lists => block.lists(&stems),
            StemOutput::Encoded => block.encoded(&stems),
        }]
    }

    fn finish(&self, block: StemBlock) -> Vec<ArrayRef> {
        self.close(&mut self.scratch(), block)
    }
}

/// `stem` with the stems of a text in one string.
#[derive(Debug, Clone)]
pub struct JoinedStems {
    /// How texts are stemmed.
    pub stemming: Stemming,
    /// What stands between the stems.
    pub separator: String,
}

impl Kernel for JoinedStems {
    type Answer = String;
    type Scratch = StemScratch;
    type Block = StringBuilder;

    fn schema(&self) -> SchemaRef {
        schema::stems()
    }

    fn scratch(&self) -> StemScratch {
        StemScratch::default()
    }

    fn recover(&self, scratch: &mut StemScratch) {
        scratch.cache.forget();
    }

    fn block(&self, rows: usize) -> StringBuilder {
        StringBuilder::with_capacity(rows, 0)
    }

    fn answer(&self, scratch: &mut StemScratch, row: usize, cell: Cell<'_>, context: &Context) -> Result<String> {
        let text = super::text(cell)?;
        let (stemmer, cache) = self.stemming.of(scratch, row, text, context)?;
        stemmer.join(text, &self.separator, cache, context)
    }

    fn append(&self, block: &mut StringBuilder, _: usize, joined: String) -> usize {
        block.append_value(joined);
        1
    }

    fn append_null(&self, block: &mut StringBuilder, _: usize) -> usize {
        block.append_null();
        1
    }

    fn finish(&self, mut block: StringBuilder) -> Vec<ArrayRef> {
        vec![Arc::new(block.finish())]
    }
}

/// `stem_words`: each cell is one word, which the caller has lower-cased.
#[derive(Debug, Clone)]
pub struct StemWords {
    /// The stemmer.
    pub stemmer: Stemmer,
}

impl Kernel for StemWords {
    /// The number of the stem.
    type Answer = u32;
    type Scratch = LentCache;
    type Block = Vec<Option<u32>>;

    fn schema(&self) -> SchemaRef {
        schema::stems()
    }

    fn scratch(&self) -> LentCache {
        LentCache::default()
    }

    fn recover(&self, cache: &mut LentCache) {
        cache.forget();
    }

    fn block(&self, rows: usize) -> Vec<Option<u32>> {
        Vec::with_capacity(rows)
    }

    fn answer(&self, cache: &mut LentCache, _: usize, cell: Cell<'_>, context: &Context) -> Result<u32> {
        let word = super::text(cell)?;
        context.check_size(word.len())?;
        Ok(self.stemmer.number(word, cache))
    }

    fn append(&self, block: &mut Vec<Option<u32>>, _: usize, number: u32) -> usize {
        block.push(Some(number));
        1
    }

    fn append_null(&self, block: &mut Vec<Option<u32>>, _: usize) -> usize {
        block.push(None);
        1
    }

    fn close(&self, cache: &mut LentCache, block: Vec<Option<u32>>) -> Vec<ArrayRef> {
        let stems = cache.take();
        let words: StringArray = block.into_iter().map(|number| number.map(|number| stems.get(number))).collect();
        vec![Arc::new(words)]
    }

    fn finish(&self, block: Vec<Option<u32>>) -> Vec<ArrayRef> {
        self.close(&mut self.scratch(), block)
    }
}
