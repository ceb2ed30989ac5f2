//! Stems of documents and of words.

use std::marker::PhantomData;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use arrow_array::builder::StringBuilder;
use arrow_array::{ArrayRef, ListArray, StringArray};
use arrow_buffer::{NullBufferBuilder, OffsetBuffer};
use arrow_schema::{DataType, Field, SchemaRef};

use super::stemming::{StemScratch, Stemming};
use crate::batch::{Cell, Kernel, schema};
use crate::stem::{LentCache, StemTable, Stemmer};
use crate::{Context, Result};

/// `stem`, in the form `F`.
#[derive(Debug)]
pub struct Stems<F> {
    stemming: Stemming,
    /// How many workers there were so far.
    workers: AtomicUsize,
    form: PhantomData<F>,
}

impl<F: StemForm> Stems<F> {
    /// Stems texts like this.
    pub fn new(stemming: Stemming) -> Self {
        Self { stemming, workers: AtomicUsize::new(0), form: PhantomData }
    }
}

/// What becomes of the stems of a block.
pub trait StemForm: Send + Sync {
    /// That.
    type Output: Send;

    /// Makes it of the stems by number, and the cache that knows the numbers.
    fn finish(scratch: &mut NumberScratch, block: StemBlock) -> Self::Output;
}

/// What one thread keeps.
#[derive(Debug, Default)]
pub struct NumberScratch {
    own: StemScratch,
    worker: usize,
    /// The stems of the block at hand, by their number in the table of the cache,
    numbers: Vec<u32>,
    /// and how many of them are of texts that were answered to the end.
    sound: usize,
}

/// Where among the numbers of the scratch the stems of each text of a block end.
#[derive(Debug)]
pub struct StemBlock {
    ends: Vec<usize>,
    valid: NullBufferBuilder,
}

/// An Arrow list of strings.
#[derive(Debug)]
pub struct StemLists;

impl StemForm for StemLists {
    type Output = Vec<ArrayRef>;

    fn finish(scratch: &mut NumberScratch, mut block: StemBlock) -> Vec<ArrayRef> {
        let stems = scratch.own.cache.take();
        let mut items = StringBuilder::with_capacity(scratch.numbers.len(), 6 * scratch.numbers.len());
        scratch.numbers.drain(..).for_each(|number| items.append_value(stems.get(number)));
        let item = Arc::new(Field::new("item", DataType::Utf8, true));
        let mut start = 0;
        let lengths = block.ends.iter().map(|end| end - std::mem::replace(&mut start, *end));
        let offsets = OffsetBuffer::from_lengths(lengths);
        vec![Arc::new(ListArray::new(item, offsets, Arc::new(items.finish()), block.valid.finish()))]
    }
}

/// The stems by number, for whoever makes each string only once.
#[derive(Debug)]
pub struct StemNumbers {
    /// Which thread gave the numbers.
    pub worker: usize,
    /// The stems that it met in this block first: their numbers are those that follow on its blocks before.
    pub new: StemTable,
    numbers: Vec<u32>,
    block: StemBlock,
}

impl StemForm for StemNumbers {
    type Output = Self;

    fn finish(scratch: &mut NumberScratch, block: StemBlock) -> Self {
        // The next block is likely as large.
        let next = Vec::with_capacity(scratch.numbers.len());
        let numbers = std::mem::replace(&mut scratch.numbers, next);
        Self { worker: scratch.worker, new: scratch.own.cache.take_new(), numbers, block }
    }
}

impl StemNumbers {
    /// The numbers of each text; `None` for a missing one.
    pub fn texts(&self) -> impl ExactSizeIterator<Item = Option<&[u32]>> {
        let StemBlock { ends, valid } = &self.block;
        let mut start = 0;
        ends.iter().enumerate().map(move |(row, end)| {
            let text = self.numbers.get(std::mem::replace(&mut start, *end)..*end).unwrap_or(&[]);
            valid.is_valid(row).then_some(text)
        })
    }
}

impl<F: StemForm> Kernel for Stems<F> {
    /// How many stems stand in the scratch by now.
    type Answer = usize;
    type Scratch = NumberScratch;
    type Block = StemBlock;
    type Output = F::Output;

    fn schema(&self) -> SchemaRef {
        schema::stem_lists()
    }

    fn scratch(&self) -> NumberScratch {
        NumberScratch { worker: self.workers.fetch_add(1, Ordering::Relaxed), ..NumberScratch::default() }
    }

    fn recover(&self, scratch: &mut NumberScratch) {
        // The stems of the block's earlier texts must keep their numbers.
        scratch.own.cache.forget();
        scratch.numbers.truncate(scratch.sound);
    }

    fn block(&self, rows: usize) -> StemBlock {
        StemBlock { ends: Vec::with_capacity(rows), valid: NullBufferBuilder::new(rows) }
    }

    fn answer(&self, scratch: &mut NumberScratch, row: usize, cell: Cell<'_>, context: &Context) -> Result<usize> {
        let text = super::text(cell)?;
        let NumberScratch { own, numbers, sound, .. } = scratch;
        *sound = numbers.len();
        let (stemmer, cache) = self.stemming.of(own, row, text, context)?;
        let outcome = stemmer.for_each(text, cache, context, |number| numbers.push(number));
        if outcome.is_err() {
            numbers.truncate(*sound);
        }
        outcome.map(|()| numbers.len())
    }

    fn append(&self, block: &mut StemBlock, _: usize, end: usize) -> usize {
        block.ends.push(end);
        block.valid.append_non_null();
        1
    }

    fn append_null(&self, block: &mut StemBlock, _: usize) -> usize {
        block.ends.push(block.ends.last().copied().unwrap_or(0));
        block.valid.append_null();
        1
    }

    fn finish(&self, scratch: &mut NumberScratch, block: StemBlock) -> F::Output {
        F::finish(scratch, block)
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
    type Output = Vec<ArrayRef>;

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

    fn finish(&self, _: &mut StemScratch, mut block: StringBuilder) -> Vec<ArrayRef> {
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
    type Output = Vec<ArrayRef>;

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

    fn finish(&self, cache: &mut LentCache, block: Vec<Option<u32>>) -> Vec<ArrayRef> {
        let stems = cache.take();
        let words: StringArray = block.into_iter().map(|number| number.map(|number| stems.get(number))).collect();
        vec![Arc::new(words)]
    }
}
