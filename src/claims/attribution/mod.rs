//! Who says what: the quotation level.
//!
//! English is tagged by a trained model ([`AttributionModel`]); what is tagged is linked by rules.

pub(crate) mod analysis;
mod features;
mod finish;
mod labels;
mod lexicon;
pub(crate) mod linking;
mod model;
mod pack;
mod quotes;
mod repair;
mod tagger;
mod words;

pub use labels::Annotation;
pub use model::AttributionModel;
pub use tagger::{TrainingDocument, TrainingOptions, train};

use analysis::Analysis;
use linking::Link;

use super::speakers::Sources;
use super::types::Attribution;
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
    let links = repair::repair(&analysis, linking::link(&analysis, &labels));
    Ok(assemble(&analysis, &links, "en", true))
}

/// The public form of attributions in words.
fn assemble(analysis: &Analysis, links: &[Link], language: &str, tagged: bool) -> Vec<Attribution> {
    let sources = Sources::new(analysis, language, tagged);
    let speakers = sources.resolve(links);
    let mut found = Vec::with_capacity(links.len());
    for (link, speaker) in links.iter().zip(speakers) {
        let via = finish::via(analysis, link, |at| sources.organisation_at(at));
        let parent = link.parent.and_then(|cue| links.iter().position(|link| link.cue == Some(cue)));
        let (name, key, kind) = match speaker {
            Some(speaker) => (Some(speaker.name), Some(speaker.key), Some(speaker.kind)),
            None => (None, None, None),
        };
        found.push(Attribution {
            spans: link.contents.iter().map(|&run| finish::span(analysis, run)).collect(),
            kind: finish::kind(analysis, &link.contents),
            source_span: link.source.map(|run| finish::span(analysis, run)),
            cue_span: link.cue.map(|run| finish::span(analysis, run)),
            speaker: name,
            speaker_key: key,
            speaker_type: kind,
            via: via.map(|run| finish::span(analysis, run).of(analysis.words.text).to_owned()),
            parent,
            act: finish::act(analysis, link.cue),
        });
    }
    found
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
