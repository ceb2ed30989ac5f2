//! Who says what: the quotation level.
//!
//! English is tagged by a trained model ([`AttributionModel`], model card `src/models/attribution.md`): parts of speech, the
//! quotation marks of the text and a lexicon of reporting verbs are its features. What is tagged is linked to attributions
//! and mended by rules. Other languages with a pack (`data/*.txt`) are read by rules alone; the rest yields quotations.
//!
//! | folder | holds |
//! |---|---|
//! | `quotations` | marks of quotation in any language, and what lies between them |
//! | `tagging` | English: features, tagger, judge; a change means training anew |
//! | `english` | English behind the judge: what is added, dropped, cut; whose words they are |
//! | `german` | German, by its moods, cases and capitals |
//! | `rules` | French, Spanish, Portuguese, Dutch, Italian, Russian, clause by clause |
//!
//! What all of them share stands here: the text as rules see it (`analysis`), reporting words (`lexicon`, `pack`), from words to
//! attributions (`linking`, `overlaps`, `depth`, `finish`).

pub(crate) mod analysis;
mod denied;
mod depth;
pub(crate) mod english;
mod finish;
pub(crate) mod german;
pub(crate) mod lexicon;
pub(crate) mod linking;
mod overlaps;
pub(crate) mod pack;
pub(crate) mod passive;
mod quotations;
mod rules;
mod tagging;

pub use tagging::labels::Annotation;
pub use tagging::model::AttributionModel;
pub use tagging::tagger::{TrainingDocument, TrainingOptions, train};

use analysis::Analysis;
use linking::{Link, Run, by_cue};

use super::furniture::Furniture;
use super::reading::Reading;
use super::speakers::Sources;
use super::types::Attribution;
use crate::{Context, Result};

/// The attributions of a text, in the order of their contents, with the model that the crate holds.
///
/// `language` is a BCP 47 code; `None` and languages without a pack yield quotations without speakers. An error if the text
/// is over the context's limits, or the work was cancelled.
///
/// ```
/// use copydesk::{Context, claims::extract_attributions};
/// # fn main() -> copydesk::Result<()> {
/// let text = "The bridge stays closed, Mayor Anna Berg said on Monday. \u{201c}It is not safe,\u{201d} Berg told reporters.";
/// let found = extract_attributions(text, Some("en"), &Context::default())?;
/// assert_eq!(found.len(), 2);
/// assert!(found.iter().all(|attribution| attribution.speaker.as_deref() == Some("Anna Berg")));
/// # Ok(())
/// # }
/// ```
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
    extract_attributions_from(model, &Reading::new(text, language, context)?, context)
}

/// The code of the pack that reads a language, if there is one.
pub(crate) fn pack_code(language: &str) -> Option<&'static str> {
    pack::pack(language).map(|pack| pack.code)
}

/// [`extract_attributions_with`] of a text that is read already.
pub fn extract_attributions_from(
    model: &AttributionModel,
    reading: &Reading,
    context: &Context,
) -> Result<Vec<Attribution>> {
    let pack = reading.language().and_then(pack::pack);
    let empty = lexicon::Lexicon::default();
    let lexicon = pack.map_or(&empty, |pack| &pack.lexicon);
    let english = pack.is_some_and(|pack| pack.code == "en");
    let mut analysis = Analysis::new(reading, lexicon, context)?;
    if let Some(pack) = pack.filter(|_| !english) {
        rules::parted::part_sentences(&mut analysis, pack);
    }
    let furniture = Furniture::of(reading.text());
    let mut links = match pack {
        Some(_) if english => {
            let (labels, sure) = tagging::tagger::tag(&analysis, model, context)?;
            let mut links = tagging::repair::repair(&analysis, linking::link(&analysis, &labels));
            depth::leave_deepest(&mut links);
            tagging::judge::judge(&analysis, &model.judge, &sure, &mut links);
            // A model of one's own that finds nothing in a whole text is believed.
            if !links.is_empty() || std::ptr::eq(model, AttributionModel::embedded()?) {
                english::finish(&analysis, &mut links);
                english::recovered::headlines::attribute(&analysis, &mut links);
                english::recovered::lines::attribute(&analysis, &mut links);
                rules::incises::attribute(&analysis, &mut links);
                english::recovered::closers::drop_judged(&analysis, &mut links);
                english::sources::colons::part(&analysis, &mut links);
                english::recovered::turns::attribute(&analysis, &mut links);
                english::recovered::closers::attribute(&analysis, &mut links);
                english::recovered::announced::attribute(&analysis, &furniture, &mut links);
            }
            links
        }
        Some(pack) if pack.code == "de" => {
            let mut links = german::find(&analysis, pack);
            denied::part_german(&analysis, &mut links);
            links
        }
        Some(pack) => rules::reported::find(&analysis, pack),
        None => quotations::plain::quotations(&analysis),
    };
    if let Some(pack) = pack.filter(|_| !english) {
        quotations::paragraphs::join(&analysis, &mut links);
        rules::headed::attribute(&analysis, pack, &mut links);
        rules::introduced::attribute(&analysis, pack, &mut links);
        rules::titles::attribute(&analysis, pack.code, &mut links);
        passive::leave_accused(&analysis, pack, &mut links);
        rules::turned::end_where_turned(&analysis, pack, &mut links);
        rules::relayed::part(&analysis, pack, &mut links);
    }
    rules::incises::tell(&mut analysis, &links);
    // Marks with nothing between them quote nobody.
    for link in &mut links {
        link.contents.retain(|&run| !finish::span(&analysis, run).is_empty());
    }
    leave_furniture(&analysis, &furniture, &mut links);
    links.retain(|link| !link.contents.is_empty());
    overlaps::leave_once(&analysis, &mut links);
    depth::leave_deepest(&mut links);
    context.check_items(links.len())?;
    Ok(assemble(&analysis, links, pack, english))
}

/// Drops what stands in lines that point elsewhere, and datelines from contents.
fn leave_furniture(analysis: &Analysis, furniture: &Furniture, links: &mut [Link]) {
    let start = |i: usize| analysis.words.words[i].span.start;
    for link in links {
        link.contents.retain(|run| !furniture.points_elsewhere(start(run.0)));
        for run in &mut link.contents {
            let copy = furniture.behind_dateline(start(run.0));
            while run.0 + 1 < run.1 && start(run.0) < copy {
                run.0 += 1;
            }
        }
        // "17:10 Police said"
        if let Some(source) = &mut link.source {
            let copy = furniture.behind_dateline(start(source.0));
            while source.0 + 1 < source.1 && start(source.0) < copy {
                source.0 += 1;
            }
        }
    }
}

/// The public form of attributions in words.
fn assemble(analysis: &Analysis, mut links: Vec<Link>, pack: Option<&pack::Pack>, tagged: bool) -> Vec<Attribution> {
    let language = pack.map_or("", |pack| pack.code);
    let sources = Sources::new(analysis, language, tagged);
    sources.mend(&mut links);
    // Without a pack nobody's source is known, and nobody is guessed.
    let speakers = if language.is_empty() { vec![None; links.len()] } else { sources.resolve(&links) };
    let by_cue = by_cue(&links);
    let mut found = Vec::with_capacity(links.len());
    for (link, speaker) in links.iter().zip(speakers) {
        let via = match pack.filter(|_| !tagged) {
            Some(pack) => rules::relayed::via(analysis, pack, link, |at| sources.outlet_at(at, true)),
            None => finish::via(analysis, link, |at, known| sources.outlet_at(at, known)),
        };
        // "As reported by the Herald": whoever speaks passes nothing on.
        let alone = |via: &Run| {
            link.source.is_some_and(|source| source.0 <= via.0 && via.1 == source.1 && via.0 < source.0 + 2)
        };
        let via = via.filter(|via| !alone(via));
        let parent = link.parent.and_then(|cue| by_cue.get(&cue).copied());
        let (name, key, kind) = match speaker {
            Some(speaker) => (Some(speaker.name), Some(speaker.key), Some(speaker.kind)),
            None => (None, None, None),
        };
        found.push(Attribution {
            spans: link.contents.iter().map(|&run| finish::span(analysis, run)).collect(),
            kind: finish::kind_of(analysis, &link.contents, language),
            source_span: link.source.map(|run| finish::span(analysis, run)),
            cue_span: link.cue.map(|run| finish::span(analysis, run)),
            speaker: name,
            speaker_key: key,
            speaker_type: kind,
            via: via.map(|run| finish::span(analysis, run).of(analysis.words.text).to_owned()),
            parent,
            act: finish::act_of(analysis, link, language),
        });
    }
    found
}

#[cfg(test)]
mod pack_tests;
#[cfg(test)]
mod testing;
#[cfg(test)]
mod tests;
