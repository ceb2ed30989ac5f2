//! Tokens and sentences.

use arrow_schema::SchemaRef;

use super::LanguageChoice;
use super::columns::{Column, ColumnTask};
use crate::batch::schema;
use crate::text::{self, CodePoints};
use crate::{Context, Result};

/// `tokenize`.
#[derive(Debug, Clone, Copy, Default)]
pub struct Tokens {
    /// Whether each token is given itself, too, with its marks in plain form ([`text::normal`]).
    pub with_text: bool,
}

impl ColumnTask for Tokens {
    type Scratch = ();

    fn schema(&self) -> SchemaRef {
        if self.with_text { schema::tokens_with_text() } else { schema::tokens() }
    }

    fn columns(&self, (): &mut (), _: usize, text: &str, context: &Context) -> Result<Vec<Column>> {
        let about = text.len() / 5 + 1;
        let (mut starts, mut ends) = (Vec::with_capacity(about), Vec::with_capacity(about));
        let mut kinds = Vec::with_capacity(about);
        let (mut words, mut word_ends) = (String::new(), Vec::new());
        let mut walk = text::Walk::new(text);
        text::each_token(text, context, &mut |tokens| {
            for token in tokens {
                starts.push(count(walk.to(token.span.start)));
                ends.push(count(walk.to(token.span.end)));
                kinds.push(token.kind.name());
                if self.with_text {
                    words.push_str(&text::normal(token.span.of(text)));
                    word_ends.push(words.len());
                }
            }
        })?;
        let mut columns = vec![Column::Numbers(starts), Column::Numbers(ends), Column::Names(kinds)];
        if self.with_text {
            columns.push(Column::Words(words, word_ends));
        }
        Ok(columns)
    }
}

/// `split_sentences`.
#[derive(Debug, Clone)]
pub struct Sentences {
    /// The language of the texts.
    pub language: LanguageChoice,
}

impl ColumnTask for Sentences {
    type Scratch = ();

    fn schema(&self) -> SchemaRef {
        schema::sentences()
    }

    fn columns(&self, (): &mut (), row: usize, text: &str, context: &Context) -> Result<Vec<Column>> {
        let language = self.language.of_sample(row, text, context)?;
        let sentences = text::split_sentences(text, language, context)?;
        let mut walk = text::Walk::new(text);
        let (mut starts, mut ends) = (Vec::with_capacity(sentences.len()), Vec::with_capacity(sentences.len()));
        for sentence in sentences {
            starts.push(count(walk.to(sentence.start)));
            ends.push(count(walk.to(sentence.end)));
        }
        Ok(vec![Column::Numbers(starts), Column::Numbers(ends)])
    }
}

/// `ngrams`.
#[derive(Debug, Clone, Copy)]
pub struct NGrams {
    /// Words in a run.
    pub n: usize,
}

impl ColumnTask for NGrams {
    type Scratch = ();

    fn schema(&self) -> SchemaRef {
        schema::ngrams()
    }

    fn columns(&self, (): &mut (), _: usize, text: &str, context: &Context) -> Result<Vec<Column>> {
        let index = CodePoints::new(text);
        let (mut starts, mut ends) = (Vec::new(), Vec::new());
        let (mut words, mut word_ends) = (String::new(), Vec::new());
        for run in text::ngrams(text, self.n, context)? {
            let (start, end) = index.span(run.span);
            starts.push(count(start));
            ends.push(count(end));
            words.push_str(&run.text);
            word_ends.push(words.len());
        }
        Ok(vec![Column::Numbers(starts), Column::Numbers(ends), Column::Words(words, word_ends)])
    }
}

fn count(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}
