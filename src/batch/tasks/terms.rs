//! What notebooks count and look up: terms, n-grams, places of a phrase.

use std::sync::Arc;

use arrow_array::RecordBatch;
use arrow_schema::SchemaRef;

use super::columns::{Column, ColumnTask};
use super::long::LongTask;
use super::stemming::{StemScratch, Stemming};
use crate::batch::{RowError, Rows, Table, TextColumn, Value, schema};
use crate::stem::{self, TermCount};
use crate::text::{self, CodePoints, TermTotals};
use crate::{Context, Error, ErrorKind, Result};

/// `term_counts`.
#[derive(Debug, Clone)]
pub struct TermCounts {
    /// How a word becomes a term.
    pub stemming: Stemming,
}

impl ColumnTask for TermCounts {
    type Scratch = StemScratch;

    fn schema(&self) -> SchemaRef {
        schema::term_counts()
    }

    fn columns(&self, scratch: &mut StemScratch, row: usize, text: &str, context: &Context) -> Result<Vec<Column>> {
        let (stemmer, cache) = self.stemming.of(scratch, row, text, context)?;
        let found = stem::term_counts(text, stemmer, cache, context)?;
        let (mut terms, mut ends) = (String::new(), Vec::with_capacity(found.len()));
        let mut counts = Vec::with_capacity(found.len());
        for TermCount { term, count } in found {
            terms.push_str(&term);
            ends.push(terms.len());
            counts.push(i64::try_from(count).unwrap_or(i64::MAX));
        }
        Ok(vec![Column::Words(terms, ends), Column::Numbers(counts)])
    }
}

/// `concordance`.
#[derive(Debug, Clone)]
pub struct Concordances {
    /// The word or phrase looked for.
    pub pattern: String,
    /// Characters of context on either side.
    pub width: usize,
}

impl LongTask for Concordances {
    type Scratch = ();

    fn schema(&self) -> SchemaRef {
        schema::concordance()
    }

    fn rows(&self, (): &mut (), _: usize, text: &str, context: &Context) -> Result<Vec<Vec<Value<'static>>>> {
        let index = CodePoints::new(text);
        let found = text::concordance(text, &self.pattern, self.width, context)?;
        let rows = found.into_iter().map(|place| {
            let (start, end) = index.span(place.matched);
            let words = [place.left, place.matched, place.right].map(|span| Value::Owned(span.of(text).to_owned()));
            [Value::count(start), Value::count(end)].into_iter().chain(words).collect()
        });
        Ok(rows.collect())
    }
}

/// `keyness`: the terms of two bodies of texts by how much they set one apart from the other.
pub fn keyness(a: &TermTotals, b: &TermTotals, min_count: u64) -> Result<Table> {
    let schema = schema::keyness();
    let mut rows = Rows::new(&schema);
    for key in text::keyness(a, b, min_count) {
        rows.push(vec![
            Value::Owned(key.term),
            whole(key.count_a),
            whole(key.count_b),
            whole(key.texts_a),
            whole(key.texts_b),
            Value::Float(key.per_million_a),
            Value::Float(key.per_million_b),
            Value::Float(key.g2),
            Value::Float(key.log_ratio),
        ]);
    }
    let batch = RecordBatch::try_new(Arc::clone(&schema), rows.finish())
        .map_err(|error| Error::new(ErrorKind::Internal, error.to_string()))?;
    Ok(Table::new(schema, vec![batch]))
}

/// The terms of all texts of a column together.
pub fn term_totals(
    column: &TextColumn,
    stemming: &Stemming,
    context: &Context,
) -> std::result::Result<TermTotals, RowError> {
    let mut scratch = StemScratch::default();
    let mut totals = TermTotals::default();
    for (row, cell) in column.present() {
        let counted = cell.and_then(super::text).and_then(|text| {
            let (stemmer, cache) = stemming.of(&mut scratch, row, text, context)?;
            let mut open = totals.open_text();
            let counts = stem::count_terms(text, stemmer, cache, context)?;
            counts.iter().for_each(|found| open.add_times(&found.term, found.count));
            Ok(())
        });
        counted.map_err(|error| RowError { row: Some(row), error })?;
    }
    Ok(totals)
}

fn whole(count: u64) -> Value<'static> {
    Value::Int(i64::try_from(count).unwrap_or(i64::MAX))
}
