//! The same claim across outlets.

use std::collections::HashMap;

use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyList};

use super::columns::Options;
use super::errors;
use super::rows::part;
use crate::claims::{Act, Comparator, DateMention, Polarity, Precision, Quantity, SpeakerType};
use crate::coverage::{self, ClaimRecord, MatchOptions, StoryText};
use crate::text::CodePoints;
use crate::{Context, Result, Span};

/// Wordings below this are aligned on the caller's thread: a hand-over would cost more than the work.
const INLINE_BYTES: usize = 8 << 10;

/// Cluster, row, row, kind, the words of the one, those of the other, the figures that they tell, a key of what both count.
type Disagreement = (u32, usize, usize, &'static str, String, String, Option<String>, Option<String>, Option<String>);
type Figures = (Vec<usize>, Vec<usize>, bool, bool, Vec<f64>, Vec<f64>);
/// Place in the list, changed stretches in code points, share of the words that are changed.
type Drift = (usize, Vec<(usize, usize)>, f64);

/// The cluster of each claim. `columns` holds lists of equal length by the name of the claims table's column; only `text`
/// must be there, `document` and `story` are numbers.
#[pyfunction]
pub fn match_claims(
    py: Python<'_>,
    columns: &Bound<'_, PyDict>,
    threshold: Option<f64>,
    lexicon: Option<HashMap<String, Vec<String>>>,
    options: Options,
) -> PyResult<Vec<Option<u32>>> {
    let mut matching = MatchOptions { lexicon, ..MatchOptions::default() };
    matching.threshold = threshold.unwrap_or(matching.threshold);
    on_claims(py, columns, &options, |claims, context| coverage::match_claims(claims, &matching, context))
}

/// What matching sees of the candidates, for a program that fits its weights: rows, rows, two languages, barred, figures of
/// the pair, figures of what stands around it.
#[pyfunction]
pub fn pair_figures(
    py: Python<'_>,
    columns: &Bound<'_, PyDict>,
    weights: Vec<f64>,
    options: Options,
) -> PyResult<Vec<Figures>> {
    let work = |claims: &[ClaimRecord], context: &Context| coverage::pair_figures(claims, &weights, context);
    let found = on_claims(py, columns, &options, work)?;
    Ok(found.into_iter().map(|pair| (pair.a, pair.b, pair.across, pair.barred, pair.own, pair.around)).collect())
}

/// The weights of matching that ship.
#[pyfunction]
pub fn weights() -> Vec<f64> {
    coverage::weights()
}

/// `match_claims` with other weights than those that ship.
#[pyfunction]
pub fn match_weighted(
    py: Python<'_>,
    columns: &Bound<'_, PyDict>,
    weights: Vec<f64>,
    options: Options,
) -> PyResult<Vec<Option<u32>>> {
    let matching = MatchOptions::default();
    let work = |claims: &[ClaimRecord], context: &Context| {
        coverage::match_weighted(claims, &matching, &weights, context).transpose()
    };
    on_claims(py, columns, &options, work)?.ok_or_else(|| PyValueError::new_err("so many weights there are not"))
}

/// Where claims of one cluster disagree.
#[pyfunction]
pub fn conflicts(
    py: Python<'_>,
    columns: &Bound<'_, PyDict>,
    clusters: Vec<Option<u32>>,
    options: Options,
) -> PyResult<Vec<Disagreement>> {
    let work = |claims: &[ClaimRecord], context: &Context| coverage::conflicts(claims, &clusters, context);
    Ok(on_claims(py, columns, &options, work)?.into_iter().map(row).collect())
}

fn row(c: coverage::Conflict) -> Disagreement {
    (c.cluster, c.a, c.b, c.kind.name(), c.a_words, c.b_words, c.a_figure, c.b_figure, c.counted)
}

/// Disagreements between claims that are in no cluster together but each other's nearest in their reports.
#[pyfunction]
pub fn retold(
    py: Python<'_>,
    columns: &Bound<'_, PyDict>,
    clusters: Vec<Option<u32>>,
    options: Options,
) -> PyResult<Vec<Disagreement>> {
    let work = |claims: &[ClaimRecord], context: &Context| coverage::retold(claims, &clusters, context);
    Ok(on_claims(py, columns, &options, work)?.into_iter().map(row).collect())
}

/// Of each pair of rows, whether one negates a word that the other has without a negation.
#[pyfunction]
pub fn opposed(
    py: Python<'_>,
    columns: &Bound<'_, PyDict>,
    pairs: Vec<(usize, usize)>,
    options: Options,
) -> PyResult<Vec<bool>> {
    on_claims(py, columns, &options, |claims, context| coverage::opposed(claims, &pairs, context))
}

/// Names of persons that reports on one story spell differently: row, row, the name in each.
#[pyfunction]
pub fn spellings(
    py: Python<'_>,
    columns: &Bound<'_, PyDict>,
    clusters: Vec<Option<u32>>,
    options: Options,
) -> PyResult<Vec<(usize, usize, String, String)>> {
    let work = |claims: &[ClaimRecord], context: &Context| coverage::spellings(claims, &clusters, context);
    let found = on_claims(py, columns, &options, work)?;
    Ok(found.into_iter().map(|s| (s.a, s.b, s.a_words, s.b_words)).collect())
}

/// A quantity as conflicts tell it where the claim has no words for it; empty where it has no value.
#[pyfunction]
pub fn amount(item: &Bound<'_, PyAny>) -> PyResult<String> {
    Ok(quantity(item)?.as_ref().map_or_else(String::new, coverage::amount))
}

/// What joins a body across languages that a common noun names.
#[pyfunction]
pub fn body_key(name: &str, language: Option<&str>) -> Option<String> {
    coverage::body_key(name, language)
}

/// The number of the person whom each name means, of names that share a key.
#[pyfunction]
pub fn persons(key: &str, names: Vec<String>) -> Vec<usize> {
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    coverage::persons(key, &names)
}

/// Wordings of one claim, each aligned with the longest; the longest first, then from near to far.
#[pyfunction]
pub fn wording(py: Python<'_>, texts: Vec<String>, options: Options) -> PyResult<Vec<Drift>> {
    let given: Vec<&str> = texts.iter().map(String::as_str).collect();
    let work = |context: &Context| coverage::wording(&given, context);
    let small = given.iter().map(|text| text.len()).sum::<usize>() < INLINE_BYTES;
    let found = if small {
        work(&options.context()).map_err(|error| errors::raise(py, &error))?
    } else {
        options.run_whole(py, work)?
    };
    Ok(found
        .into_iter()
        .map(|wording| {
            let index = CodePoints::new(given[wording.index]);
            let changed = wording.pieces.iter().filter(|piece| piece.changed);
            (wording.index, changed.map(|piece| index.span(piece.span)).collect(), wording.drift)
        })
        .collect())
}

/// The number of the story of each text. The lists are of equal length; `published` is in seconds since 1970, UTC.
#[pyfunction]
pub fn group_stories(
    py: Python<'_>,
    texts: Vec<Option<String>>,
    titles: Vec<Option<String>>,
    published: Vec<Option<i64>>,
    languages: Vec<Option<String>>,
    options: Options,
) -> PyResult<Vec<u32>> {
    let sides = titles.into_iter().zip(published).zip(languages);
    let stories: Vec<StoryText> = (texts.into_iter().zip(sides))
        .map(|(text, ((title, published), language))| {
            let text = text.unwrap_or_default();
            StoryText { text, title, published, language }
        })
        .collect();
    options.run_whole(py, |context| coverage::group_stories(&stories, context))
}

/// Runs `work` on the claims of a table, see [`Options::run_whole`].
fn on_claims<T: Send>(
    py: Python<'_>,
    columns: &Bound<'_, PyDict>,
    options: &Options,
    work: impl FnOnce(&[ClaimRecord], &Context) -> Result<T> + Send,
) -> PyResult<T> {
    let records = records(columns)?;
    options.run_whole(py, |context| work(&records, context))
}

fn records(columns: &Bound<'_, PyDict>) -> PyResult<Vec<ClaimRecord>> {
    let texts = column::<String>(columns, "text")?;
    let mut records: Vec<ClaimRecord> = texts
        .into_iter()
        .map(|text| ClaimRecord { text: text.unwrap_or_default(), ..ClaimRecord::default() })
        .collect();
    fill(&mut records, column(columns, "document")?, |record, number| record.document = number)?;
    fill(&mut records, column(columns, "start")?, |record, start| record.start = Some(start))?;
    fill(&mut records, column(columns, "story")?, |record, number| record.story = Some(number))?;
    fill(&mut records, column(columns, "published")?, |record, time| record.published = Some(time))?;
    fill(&mut records, column(columns, "outlet")?, |record, name| record.outlet = name)?;
    fill(&mut records, column(columns, "speaker")?, |record, name| record.speaker = Some(name))?;
    fill(&mut records, column(columns, "speaker_key")?, |record, key| record.speaker_key = Some(key))?;
    fill(&mut records, column(columns, "language")?, |record, code| record.language = Some(code))?;
    fill(&mut records, column(columns, "subject")?, |record, words| record.subject = Some(words))?;
    fill(&mut records, column(columns, "predicate")?, |record, words| record.predicate = Some(words))?;
    fill(&mut records, column::<String>(columns, "speaker_type")?, |record, name| {
        record.speaker_type = SpeakerType::from_name(&name);
    })?;
    fill(&mut records, column::<String>(columns, "act")?, |record, name| record.act = Act::from_name(&name))?;
    fill(&mut records, column::<String>(columns, "kind")?, |record, kind| {
        record.quoted = kind == "direct" || kind == "mixed";
        // "“We warned nobody,” she denied": what is quoted is her word and not what she denies.
        record.act = record.act.filter(|act| kind != "direct" || *act != Act::Deny);
    })?;
    fill(&mut records, column::<String>(columns, "polarity")?, |record, name| {
        record.polarity = Polarity::from_name(&name);
    })?;
    fill(&mut records, nested(columns, "quantities", quantity)?, |record, found| record.quantities = found)?;
    fill(&mut records, nested(columns, "dates", date)?, |record, found| record.dates = found)?;
    Ok(records)
}

fn fill<T>(records: &mut [ClaimRecord], values: Vec<Option<T>>, set: impl Fn(&mut ClaimRecord, T)) -> PyResult<()> {
    if !values.is_empty() && values.len() != records.len() {
        return Err(PyValueError::new_err("the columns of the claims table differ in length"));
    }
    for (record, value) in records.iter_mut().zip(values) {
        if let Some(value) = value {
            set(record, value);
        }
    }
    Ok(())
}

/// A column, empty where there is none.
fn column<'py, T>(columns: &Bound<'py, PyDict>, name: &str) -> PyResult<Vec<Option<T>>>
where
    T: for<'a> FromPyObject<'a, 'py, Error = PyErr>,
{
    columns.get_item(name)?.map_or_else(|| Ok(Vec::new()), |values| values.extract())
}

fn nested<T>(
    columns: &Bound<'_, PyDict>,
    name: &str,
    make: impl Fn(&Bound<'_, PyAny>) -> PyResult<Option<T>>,
) -> PyResult<Vec<Option<Vec<T>>>> {
    let Some(values) = columns.get_item(name)? else { return Ok(Vec::new()) };
    let mut all = Vec::new();
    for value in values.cast::<PyList>()?.iter() {
        if value.is_none() {
            all.push(None);
            continue;
        }
        let mut items = Vec::new();
        for item in value.try_iter()? {
            items.extend(make(&item?)?);
        }
        all.push(Some(items));
    }
    Ok(all)
}

fn quantity(item: &Bound<'_, PyAny>) -> PyResult<Option<Quantity>> {
    let Some(value) = part(item, "value", 0)? else { return Ok(None) };
    let comparator = part(item, "comparator", 3)?.map(|name| name.extract::<String>()).transpose()?;
    let comparator = comparator.and_then(|name| Comparator::from_name(&name)).unwrap_or(Comparator::Equal);
    Ok(Some(Quantity {
        value: value.extract()?,
        upper: part(item, "upper", 1)?.map(|upper| upper.extract()).transpose()?,
        unit: part(item, "unit", 2)?.map(|unit| unit.extract()).transpose()?,
        comparator,
        span: Span::default(),
    }))
}

fn date(item: &Bound<'_, PyAny>) -> PyResult<Option<DateMention>> {
    let Some(value) = part(item, "value", 0)? else { return Ok(None) };
    let precision = part(item, "precision", 1)?.map(|name| name.extract::<String>()).transpose()?;
    let precision = precision.and_then(|name| Precision::from_name(&name)).unwrap_or(Precision::Day);
    Ok(Some(DateMention { value: value.extract()?, precision, span: Span::default() }))
}
