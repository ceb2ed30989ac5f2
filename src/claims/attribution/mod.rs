//! Who says what: the quotation level.
//!
//! English is tagged by a trained model ([`AttributionModel`]); what is tagged is linked by rules.

pub(crate) mod analysis;
mod features;
mod labels;
mod lexicon;
pub(crate) mod linking;
mod model;
mod pack;
mod quotes;
mod tagger;
mod words;

pub use labels::Annotation;
pub use model::AttributionModel;
pub use tagger::{TrainingDocument, TrainingOptions, train};

use super::types::{Act, Attribution, Kind};
use crate::text::Span;
use crate::{Context, Result};

/// The attributions of a text, in the order of their contents, with the model that the crate holds.
///
/// `language` is a BCP 47 code; `None` and languages without a pack yield quotations without speakers.
pub fn extract_attributions(text: &str, language: Option<&str>, context: &Context) -> Result<Vec<Attribution>> {
    extract_attributions_with(AttributionModel::embedded()?, text, language, context)
}

/// [`extract_attributions`] with a model of one's own, which is used on English.
pub fn extract_attributions_with(
    model: &AttributionModel,
    text: &str,
    language: Option<&str>,
    context: &Context,
) -> Result<Vec<Attribution>> {
    context.check_size(text.len())?;
    let lexicon = pack::pack("en").map(|p| &p.lexicon);
    let empty = lexicon::Lexicon::default();
    let analysis = analysis::Analysis::new(text, language, lexicon.unwrap_or(&empty), true, context)?;
    let labels = tagger::tag(&analysis, model, context)?;
    let links = linking::link(&analysis, &labels);
    let span =
        |run: linking::Run| Span::new(analysis.words.words[run.0].span.start, analysis.words.words[run.1 - 1].span.end);
    let speakers = super::speakers::resolve(&analysis, &links, "en", true);
    Ok(links
        .iter()
        .zip(speakers)
        .map(|(link, speaker)| Attribution {
            spans: link.contents.iter().map(|&run| span(run)).collect(),
            kind: Kind::Indirect,
            source_span: link.source.map(span),
            cue_span: link.cue.map(span),
            speaker: speaker.as_ref().map(|speaker| speaker.name.clone()),
            speaker_key: speaker.as_ref().map(|speaker| speaker.key.clone()),
            speaker_type: speaker.map(|speaker| speaker.kind),
            via: None,
            parent: None,
            act: Act::Say,
        })
        .collect())
}
/// ORACLE
pub fn oracle(text: &str, annotations: &[Annotation]) -> Vec<(Option<Span>, Option<Span>, Vec<Span>)> {
    let lexicon = pack::pack("en").map(|p| &p.lexicon);
    let analysis = analysis::Analysis::new(text, Some("en"), lexicon.unwrap(), true, &Context::default()).unwrap();
    let labels = labels::encode(&analysis.words, annotations);
    let links = linking::link(&analysis, &labels);
    let span =
        |run: linking::Run| Span::new(analysis.words.words[run.0].span.start, analysis.words.words[run.1 - 1].span.end);
    links.iter().map(|l| (l.source.map(span), l.cue.map(span), l.contents.iter().map(|&r| span(r)).collect())).collect()
}
