//! Tokens and sentences.

use arrow_schema::SchemaRef;

use super::LanguageChoice;
use super::long::LongTask;
use crate::batch::{Value, schema};
use crate::text::{self, CodePoints};
use crate::{Context, Result};

/// `tokenize`.
#[derive(Debug, Clone, Copy, Default)]
pub struct Tokens;

impl LongTask for Tokens {
    type Scratch = ();

    fn schema(&self) -> SchemaRef {
        schema::tokens()
    }

    fn rows(&self, (): &mut (), _: usize, text: &str, context: &Context) -> Result<Vec<Vec<Value<'static>>>> {
        let index = CodePoints::new(text);
        let tokens = text::tokenize(text, context)?;
        Ok(tokens
            .into_iter()
            .map(|token| {
                let (start, end) = index.span(token.span);
                vec![Value::count(start), Value::count(end), Value::Text(token.kind.name())]
            })
            .collect())
    }
}

/// `split_sentences`.
#[derive(Debug, Clone)]
pub struct Sentences {
    /// The language of the texts.
    pub language: LanguageChoice,
}

impl LongTask for Sentences {
    type Scratch = ();

    fn schema(&self) -> SchemaRef {
        schema::sentences()
    }

    fn rows(&self, (): &mut (), row: usize, text: &str, context: &Context) -> Result<Vec<Vec<Value<'static>>>> {
        let index = CodePoints::new(text);
        let language = self.language.of(row, text, context)?;
        let sentences = text::split_sentences(text, language, context)?;
        Ok(sentences
            .into_iter()
            .map(|span| {
                let (start, end) = index.span(span);
                vec![Value::count(start), Value::count(end)]
            })
            .collect())
    }
}
