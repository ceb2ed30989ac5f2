//! Attributions, claims, check-worthiness, and attribution models of one's own.

use std::sync::Arc;

use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyTuple};

use super::columns::Options;
use super::errors;
use super::input::{Choice, Texts};
use super::table::Table;
use crate::batch::tasks;
use crate::claims::attribution::{Annotation, TrainingDocument, TrainingOptions, train};
use crate::claims::{self, Act};
use crate::text::{CodePoints, Span};

/// Who says what in each text.
#[pyfunction]
pub fn extract_attributions(
    py: Python<'_>,
    column: Texts,
    language: Choice,
    model: Option<Py<AttributionModel>>,
    options: Options,
) -> PyResult<Table> {
    options.run(py, &column, &tasks::Attributions { language: language.0, model: core_model(model) })
}

/// What is claimed in each text; `published` and `outlet` hold one value for all texts, one a text, or none.
#[pyfunction]
#[allow(clippy::too_many_arguments)] // One Python argument each.
pub fn extract_claims(
    py: Python<'_>,
    column: Texts,
    language: Choice,
    narrator: bool,
    published: Vec<Option<String>>,
    outlet: Vec<Option<String>>,
    model: Option<Py<AttributionModel>>,
    options: Options,
) -> PyResult<Table> {
    let attributions = tasks::Attributions { language: language.0, model: core_model(model) };
    options.run(py, &column, &tasks::Claims { attributions, narrator, published, outlet })
}

/// What a speaker does by saying something: the name in tables, and the verb.
#[pyfunction]
pub fn act_verbs() -> Vec<(&'static str, &'static str)> {
    Act::ALL.iter().map(|act| (act.name(), act.verb())).collect()
}

/// How much each sentence is worth checking, in [0, 1].
#[pyfunction]
pub fn score_checkworthiness(py: Python<'_>, column: Texts, options: Options) -> PyResult<Table> {
    options.run(py, &column, &tasks::Checkworthiness)
}

/// Which features speak for or against checking each sentence.
#[pyfunction]
pub fn checkworthiness_reasons(py: Python<'_>, column: Texts, options: Options) -> PyResult<Table> {
    options.run(py, &column, &tasks::CheckworthinessReasons)
}

/// Spans in code points, as annotators give them.
type Places = Vec<(usize, usize)>;
/// A text with its annotations: (source, cue, content).
type Document = (String, Vec<(Places, Places, Places)>);

/// Learns a model from texts and their annotations: (text, [(source, cue, content)]).
#[pyfunction]
pub fn train_attribution(
    py: Python<'_>,
    documents: Vec<Document>,
    rounds: usize,
    options: Options,
) -> PyResult<AttributionModel> {
    let training = TrainingOptions { rounds, ..TrainingOptions::default() };
    let documents: Vec<_> = documents.into_iter().map(document).collect();
    options
        .run_whole(py, |context| train(&documents, &training, context))
        .map(|model| AttributionModel(Arc::new(model)))
}

fn document((text, annotations): Document) -> TrainingDocument {
    let index = CodePoints::new(&text);
    let spans = |places: Places| -> Vec<Span> {
        places.into_iter().map(|(start, end)| Span::new(index.to_byte(start), index.to_byte(end))).collect()
    };
    let annotations = annotations
        .into_iter()
        .map(|(source, cue, content)| Annotation { source: spans(source), cue: spans(cue), content: spans(content) })
        .collect();
    TrainingDocument { annotations, text }
}

fn core_model(model: Option<Py<AttributionModel>>) -> Option<Arc<claims::AttributionModel>> {
    model.map(|model| model.get().0.clone())
}

/// A model of attributions, from `train_attribution`: a value to keep, pickle and pass on.
#[pyclass(frozen, module = "copydesk._core")]
pub struct AttributionModel(Arc<claims::AttributionModel>);

#[pymethods]
impl AttributionModel {
    /// The model as the bytes of a model file.
    fn to_bytes<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyBytes>> {
        let bytes = self.0.write().map_err(|error| errors::raise(py, &error))?;
        Ok(PyBytes::new(py, &bytes))
    }

    /// Reads what `to_bytes` wrote.
    #[staticmethod]
    fn from_bytes(py: Python<'_>, data: &[u8]) -> PyResult<Self> {
        let read = claims::AttributionModel::read(data).map_err(|error| errors::raise(py, &error))?;
        Ok(Self(Arc::new(read)))
    }

    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<(Bound<'py, PyAny>, Bound<'py, PyTuple>)> {
        Ok((py.get_type::<Self>().getattr("from_bytes")?, PyTuple::new(py, [self.to_bytes(py)?])?))
    }
}
