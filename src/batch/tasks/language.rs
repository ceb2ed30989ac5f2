//! Languages of texts and of their parts.

use std::sync::Arc;

use arrow_array::ArrayRef;
use arrow_array::builder::{BooleanBuilder, Float64Builder, StringBuilder};
use arrow_schema::SchemaRef;

use super::long::LongTask;
use crate::batch::{Cell, Kernel, Value, schema};
use crate::language::{self, Language, Model};
use crate::text::CodePoints;
use crate::{Context, Result};

/// `detect_language`.
#[derive(Debug, Clone, Default)]
pub struct Languages {
    /// Which identifier answers.
    pub model: Model,
    /// The languages that may be answered; `None` = all.
    pub restriction: Option<language::Languages>,
}

/// The builders of `detect_language`.
#[derive(Debug, Default)]
pub struct LanguageColumns {
    code: StringBuilder,
    script: StringBuilder,
    confidence: Float64Builder,
    reliable: BooleanBuilder,
}

impl LanguageColumns {
    fn push(&mut self, language: Option<&Language>, confidence: Option<f64>, reliable: Option<bool>) -> usize {
        self.code.append_option(language.map(|language| language.code));
        self.script.append_option(language.map(|language| language.script));
        self.confidence.append_option(confidence);
        self.reliable.append_option(reliable);
        1
    }
}

impl Kernel for Languages {
    type Answer = Option<Language>;
    type Scratch = ();
    type Block = LanguageColumns;
    type Output = Vec<ArrayRef>;

    fn schema(&self) -> SchemaRef {
        schema::languages()
    }

    fn scratch(&self) {}

    fn block(&self, _: usize) -> LanguageColumns {
        LanguageColumns::default()
    }

    fn answer(&self, (): &mut (), _: usize, cell: Cell<'_>, context: &Context) -> Result<Option<Language>> {
        self.model.detect(super::text(cell)?, self.restriction.as_ref(), context)
    }

    fn append(&self, block: &mut LanguageColumns, _: usize, answer: Option<Language>) -> usize {
        // An undetermined text is an answer, a missing one is none: only the latter is null in every column.
        let (confidence, reliable) = answer.as_ref().map_or((0.0, false), |found| (found.confidence, found.reliable));
        block.push(answer.as_ref(), Some(confidence), Some(reliable))
    }

    fn append_null(&self, block: &mut LanguageColumns, _: usize) -> usize {
        block.push(None, None, None)
    }

    fn finish(&self, _: &mut Self::Scratch, mut block: LanguageColumns) -> Vec<ArrayRef> {
        vec![
            Arc::new(block.code.finish()),
            Arc::new(block.script.finish()),
            Arc::new(block.confidence.finish()),
            Arc::new(block.reliable.finish()),
        ]
    }
}

/// `language_spans`.
#[derive(Debug, Clone, Copy, Default)]
pub struct LanguageSpans;

impl LongTask for LanguageSpans {
    type Scratch = ();

    fn schema(&self) -> SchemaRef {
        schema::language_spans()
    }

    fn rows(&self, (): &mut (), _: usize, text: &str, context: &Context) -> Result<Vec<Vec<Value<'static>>>> {
        let index = CodePoints::new(text);
        let spans = language::language_spans(text, context)?;
        Ok(spans
            .into_iter()
            .map(|found| {
                let (start, end) = index.span(found.span);
                let code = Value::or_null(found.code, Value::Text);
                vec![Value::count(start), Value::count(end), code, Value::Float(found.confidence)]
            })
            .collect())
    }
}
