//! Attributions and claims.

use std::sync::Arc;

use arrow_array::ArrayRef;
use arrow_array::builder::Float64Builder;
use arrow_schema::SchemaRef;

use super::LanguageChoice;
use super::long::LongTask;
use crate::batch::{Cell, Kernel, Value, schema};
use crate::claims::{self, Attribution, AttributionModel, Claim, ClaimOptions, Reading};
use crate::text::{CodePoints, Span};
use crate::{Context, Result};

/// `extract_attributions`.
#[derive(Debug, Clone)]
pub struct Attributions {
    /// The language of the texts.
    pub language: LanguageChoice,
    /// A model of the caller's; `None` = the embedded one.
    pub model: Option<Arc<AttributionModel>>,
}

impl Attributions {
    /// The text, read once for all that is asked of it.
    fn read<'a>(&self, row: usize, text: &'a str, context: &Context) -> Result<(Option<&'static str>, Reading<'a>)> {
        let language = self.language.of(row, text, context)?;
        Ok((language, Reading::new(text, language, context)?))
    }

    fn of(&self, reading: &Reading, context: &Context) -> Result<Vec<Attribution>> {
        let model = match &self.model {
            Some(model) => model,
            None => AttributionModel::embedded()?,
        };
        claims::extract_attributions_from(model, reading, context)
    }
}

impl LongTask for Attributions {
    type Scratch = ();

    fn schema(&self) -> SchemaRef {
        schema::attributions()
    }

    fn rows(&self, (): &mut (), row: usize, text: &str, context: &Context) -> Result<Vec<Vec<Value<'static>>>> {
        let index = CodePoints::new(text);
        let (_, reading) = self.read(row, text, context)?;
        let found = self.of(&reading, context)?;
        Ok(found
            .into_iter()
            .enumerate()
            .map(|(i, attribution)| attribution_row(text, &index, i, attribution))
            .collect())
    }
}

fn attribution_row(text: &str, index: &CodePoints<'_>, i: usize, found: Attribution) -> Vec<Value<'static>> {
    vec![
        Value::count(i),
        Value::Owned(joined(text, &found.spans)),
        Value::Text(found.kind.name()),
        Value::spans(&found.spans, index),
        Value::or_null(found.speaker, Value::Owned),
        Value::or_null(found.speaker_key, Value::Owned),
        Value::or_null(found.speaker_type, |kind| Value::Text(kind.name())),
        words(text, found.source_span),
        Value::or_null(found.source_span, |span| Value::span(span, index)),
        words(text, found.cue_span),
        Value::or_null(found.cue_span, |span| Value::span(span, index)),
        Value::Text(found.act.name()),
        Value::or_null(found.via, Value::Owned),
        Value::or_null(found.parent, Value::count),
    ]
}

/// `extract_claims`.
#[derive(Debug, Clone)]
pub struct Claims {
    /// How attributions are found.
    pub attributions: Attributions,
    /// Whether the outlet's own sentences are claims too.
    pub narrator: bool,
    /// When each text was published, ISO 8601; one for all, one a row, or none.
    pub published: Vec<Option<String>>,
    /// The outlet of each text; one for all, one a row, or none.
    pub outlet: Vec<Option<String>>,
}

impl LongTask for Claims {
    type Scratch = ();

    fn schema(&self) -> SchemaRef {
        schema::claims()
    }

    fn rows(&self, (): &mut (), row: usize, text: &str, context: &Context) -> Result<Vec<Vec<Value<'static>>>> {
        let index = CodePoints::new(text);
        let (language, reading) = self.attributions.read(row, text, context)?;
        let attributions = self.attributions.of(&reading, context)?;
        let options =
            ClaimOptions { language, narrator: self.narrator, published: super::one_of(&self.published, row) };
        let found = claims::extract_claims_from(&reading, &attributions, &options, context)?;
        let outlet = super::one_of(&self.outlet, row);
        let rows = found.into_iter().enumerate().map(|(i, claim)| {
            let attribution = claim.attribution.and_then(|i| attributions.get(i));
            claim_row(text, &index, i, outlet.clone(), claim, attribution)
        });
        Ok(rows.collect())
    }
}

fn claim_row(
    text: &str,
    index: &CodePoints<'_>,
    i: usize,
    outlet: Option<String>,
    claim: Claim,
    said: Option<&Attribution>,
) -> Vec<Value<'static>> {
    let hull = claim.spans.iter().copied().reduce(|a, b| a.cover(&b)).unwrap_or_default();
    let (start, end) = index.span(hull);
    let place = |span: Option<Span>| Value::or_null(span, |span| Value::span(span, index));
    let said_words = |get: fn(&Attribution) -> &Option<String>| {
        Value::or_null(said.and_then(|said| get(said).clone()), Value::Owned)
    };
    let quantities = claim.quantities.iter().map(|quantity| {
        let (start, end) = index.span(quantity.span);
        Value::Struct(vec![
            Value::Float(quantity.value),
            Value::or_null(quantity.upper, Value::Float),
            Value::or_null(quantity.unit.clone(), Value::Owned),
            Value::Text(quantity.comparator.name()),
            Value::count(start),
            Value::count(end),
        ])
    });
    let dates = claim.dates.iter().map(|date| {
        let (start, end) = index.span(date.span);
        let value = Value::Owned(date.value.clone());
        Value::Struct(vec![value, Value::Text(date.precision.name()), Value::count(start), Value::count(end)])
    });
    vec![
        Value::or_null(outlet, Value::Owned),
        Value::count(i),
        Value::or_null(claim.attribution, Value::count),
        Value::Owned(joined(text, &claim.spans)),
        Value::count(start),
        Value::count(end),
        Value::spans(&claim.spans, index),
        Value::span(claim.sentence, index),
        said_words(|said| &said.speaker),
        said_words(|said| &said.speaker_key),
        Value::or_null(said.and_then(|said| said.speaker_type), |kind| Value::Text(kind.name())),
        place(said.and_then(|said| said.source_span)),
        words(text, said.and_then(|said| said.cue_span)),
        Value::Text(claim.kind.name()),
        said_words(|said| &said.via),
        Value::Text(claim.act.name()),
        Value::Text(claim.polarity.name()),
        Value::Text(claim.modality.name()),
        words(text, claim.subject),
        place(claim.subject),
        words(text, claim.predicate),
        place(claim.predicate),
        words(text, claim.object),
        place(claim.object),
        Value::List(quantities.collect()),
        Value::List(dates.collect()),
        Value::or_null(claim.language, Value::Text),
        Value::Float(claim.checkworthiness),
        Value::Null,
    ]
}

/// The words of the spans, joined by an ellipsis.
fn joined(text: &str, spans: &[Span]) -> String {
    spans.iter().map(|span| span.of(text)).collect::<Vec<_>>().join(" … ")
}

fn words(text: &str, span: Option<Span>) -> Value<'static> {
    Value::or_null(span, |span| Value::Owned(span.of(text).to_owned()))
}

/// `checkworthiness_reasons`.
#[derive(Debug, Clone, Copy, Default)]
pub struct CheckworthinessReasons;

impl LongTask for CheckworthinessReasons {
    type Scratch = ();

    fn schema(&self) -> SchemaRef {
        schema::checkworthiness_reasons()
    }

    fn rows(&self, (): &mut (), _: usize, text: &str, context: &Context) -> Result<Vec<Vec<Value<'static>>>> {
        let reasons = claims::checkworthiness_reasons(text, context)?;
        Ok(reasons.into_iter().map(|reason| vec![Value::Text(reason.name), Value::Float(reason.weight)]).collect())
    }
}

/// `score_checkworthiness`.
#[derive(Debug, Clone, Copy, Default)]
pub struct Checkworthiness;

impl Kernel for Checkworthiness {
    type Answer = f64;
    type Scratch = ();
    type Block = Float64Builder;
    type Output = Vec<ArrayRef>;

    fn schema(&self) -> SchemaRef {
        schema::checkworthiness()
    }

    fn scratch(&self) {}

    fn block(&self, rows: usize) -> Float64Builder {
        Float64Builder::with_capacity(rows)
    }

    fn answer(&self, (): &mut (), _: usize, cell: Cell<'_>, context: &Context) -> Result<f64> {
        claims::score_checkworthiness(super::text(cell)?, context)
    }

    fn append(&self, block: &mut Float64Builder, _: usize, score: f64) -> usize {
        block.append_value(score);
        1
    }

    fn append_null(&self, block: &mut Float64Builder, _: usize) -> usize {
        block.append_null();
        1
    }

    fn finish(&self, _: &mut Self::Scratch, mut block: Float64Builder) -> Vec<ArrayRef> {
        vec![Arc::new(block.finish())]
    }
}
