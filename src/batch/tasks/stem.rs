//! Stems of documents and of words.

use std::sync::Arc;

use arrow_array::ArrayRef;
use arrow_array::builder::{ListBuilder, StringBuilder};
use arrow_schema::SchemaRef;

use super::stemming::{StemScratch, Stemming};
use crate::batch::{Cell, Kernel, schema};
use crate::stem::{StemCache, Stemmer};
use crate::{Context, Result};

/// `stem`.
#[derive(Debug, Clone)]
pub struct Stems {
    /// How texts are stemmed.
    pub stemming: Stemming,
    /// What joins the stems into one string; `None` = a list.
    pub join: Option<String>,
}

/// The stems of a text, one behind the other, and where each ends.
#[derive(Debug, Default)]
pub struct StemRun {
    stems: String,
    ends: Vec<usize>,
}

/// The builder of `stem`.
#[derive(Debug)]
pub enum StemColumn {
    /// A list a text.
    Lists(ListBuilder<StringBuilder>),
    /// A string a text.
    Joined(StringBuilder),
}

impl Stems {
    fn run(&self, scratch: &mut StemScratch, row: usize, text: &str, context: &Context) -> Result<StemRun> {
        let (stemmer, cache) = self.stemming.of(scratch, row, text, context)?;
        let mut run = StemRun::default();
        stemmer.for_each(text, cache, context, |stem, _| {
            run.stems.push_str(stem);
            run.ends.push(run.stems.len());
        })?;
        Ok(run)
    }
}

impl Kernel for Stems {
    type Answer = StemRun;
    type Scratch = StemScratch;
    type Block = StemColumn;

    fn schema(&self) -> SchemaRef {
        if self.join.is_some() { schema::stems() } else { schema::stem_lists() }
    }

    fn scratch(&self) -> StemScratch {
        StemScratch::default()
    }

    fn block(&self, _: usize) -> StemColumn {
        match self.join {
            Some(_) => StemColumn::Joined(StringBuilder::new()),
            None => StemColumn::Lists(ListBuilder::new(StringBuilder::new())),
        }
    }

    fn answer(&self, scratch: &mut StemScratch, row: usize, cell: Cell<'_>, context: &Context) -> Result<StemRun> {
        self.run(scratch, row, super::text(cell)?, context)
    }

    fn append(&self, block: &mut StemColumn, _: usize, run: StemRun) -> usize {
        let starts = std::iter::once(0).chain(run.ends.iter().copied());
        let stems = starts.zip(&run.ends).map(|(start, end)| run.stems.get(start..*end).unwrap_or_default());
        match block {
            StemColumn::Lists(lists) => {
                stems.for_each(|stem| lists.values().append_value(stem));
                lists.append(true);
            }
            StemColumn::Joined(texts) => {
                let separator = self.join.as_deref().unwrap_or(" ");
                let mut joined = String::with_capacity(run.stems.len() + run.ends.len() * separator.len());
                for (i, stem) in stems.enumerate() {
                    if i > 0 {
                        joined.push_str(separator);
                    }
                    joined.push_str(stem);
                }
                texts.append_value(joined);
            }
        }
        1
    }

    fn append_null(&self, block: &mut StemColumn, _: usize) -> usize {
        match block {
            StemColumn::Lists(lists) => lists.append(false),
            StemColumn::Joined(texts) => texts.append_null(),
        }
        1
    }

    fn finish(&self, block: StemColumn) -> Vec<ArrayRef> {
        vec![match block {
            StemColumn::Lists(mut lists) => Arc::new(lists.finish()),
            StemColumn::Joined(mut texts) => Arc::new(texts.finish()),
        }]
    }
}

/// `stem_words`: each cell is one word, which the caller has lower-cased.
#[derive(Debug, Clone)]
pub struct StemWords {
    /// The stemmer.
    pub stemmer: Stemmer,
}

impl Kernel for StemWords {
    type Answer = String;
    type Scratch = StemCache;
    type Block = StringBuilder;

    fn schema(&self) -> SchemaRef {
        schema::stems()
    }

    fn scratch(&self) -> StemCache {
        StemCache::default()
    }

    fn block(&self, _: usize) -> StringBuilder {
        StringBuilder::new()
    }

    fn answer(&self, cache: &mut StemCache, _: usize, cell: Cell<'_>, context: &Context) -> Result<String> {
        let word = super::text(cell)?;
        context.check_size(word.len())?;
        Ok(self.stemmer.stem_with(word, cache).into_owned())
    }

    fn append(&self, block: &mut StringBuilder, _: usize, stem: String) -> usize {
        block.append_value(stem);
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
