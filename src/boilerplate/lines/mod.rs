//! Clean copy out of text that was scraped already, with its menus, pleas, credits and related links still in it.
//!
//! 1. `units`: physical lines; wrapped ones form a logical line.
//! 2. `edges`, `menus`: what plainly is no running text at a line's edges becomes a piece of its own.
//! 3. `stats`, `document`, `features`, `cues`: named features of each piece, its place and its neighbours, and words
//!    that give it away in many languages.
//! 4. `surroundings`, `vocabulary`, `voices`: who speaks nearby, and whether a line's words are those of the article.
//!    `score`, `second`: logistic regression, then boosted trees over its scores all around and the line's own features
//!    (stacked sequential learning, Cohen and Carvalho 2005). `adjust` corrects what weights cannot know, such as the
//!    templates of the site.
//! 5. `segment`: head, body with asides, tail, by Viterbi. `masthead`: who wrote a text and when is not its body.
//! 6. `labels`, `compose`: what each piece is, and the text that remains with a map back.
//!
//! Nothing is lost: each line is in [`CleanText::lines`] with label, score and reason.

mod adjust;
mod chars;
mod compose;
pub(super) mod cues;
mod document;
mod edges;
mod features;
mod headline;
pub(super) mod kinds;
mod labels;
mod marks;
mod masthead;
pub(super) mod menus;
mod model;
mod score;
mod second;
mod segment;
#[cfg(test)]
mod short_tests;
mod stats;
mod surroundings;
#[cfg(test)]
mod tests;
mod training;
mod units;
mod vocabulary;
pub(super) mod voices;
pub(super) mod words;

pub use model::{LineModel, Segmentation};
pub use training::{TrainingLines, context_rows, training_lines};

pub(crate) use chars::is_blank;
use document::Document;
use edges::Pieces;
use kinds::Kinds;
use stats::{Mark, Scan};

use super::{CleanText, Label, LineLabel, Templates};
use crate::{Context, Result};

/// A scraped text as it is analysed.
pub(crate) struct Analysis {
    pub pieces: Pieces,
    pub document: Document,
    /// Lines that are no pieces.
    pub marks: Vec<Mark>,
}

impl Analysis {
    pub(crate) fn new(text: &str, context: &Context) -> Result<Self> {
        context.check_size(text.len())?;
        let units = units::units(text, context)?;
        let mut pieces = edges::pieces(text, units, context)?;
        let Scan { stats, vocabulary, marks } = stats::scan(text, &mut pieces, context)?;
        let document = Document::new(&pieces, stats, vocabulary, context)?;
        Ok(Self { pieces, document, marks })
    }
}

/// Cleans one scraped text with the library's own model. See [`clean_text_with`].
///
/// # Errors
/// [`crate::ErrorKind::Limit`] if the text is over the limits of the context, [`crate::ErrorKind::Cancelled`].
///
/// ```
/// use copydesk::{Context, boilerplate::{Label, clean_text}};
/// let given = "HomeIslandFerry sails again\n\nFerry sails again\n\nThe ferry to the island sails again, \
///              the harbour master said on Monday. It had been under repair since March.\n\n\
///              - Advertisement -\n\n\"We have tested the new engine for six weeks,\" she said. \
///              Tickets cost as much as before, 12 euros each way, she added.\n\nRelated articles\n";
/// let clean = clean_text(given, None, &Context::default())?;
/// assert!(clean.text.starts_with("The ferry to the island") && clean.text.ends_with("she added."));
/// assert!(!clean.text.contains("Advertisement"));
/// assert!(clean.lines.iter().any(|line| line.label == Label::Title && line.span.of(given) == "Ferry sails again"));
/// # Ok::<(), copydesk::Error>(())
/// ```
pub fn clean_text(text: &str, templates: Option<&Templates>, context: &Context) -> Result<CleanText> {
    clean_text_with(text, templates, LineModel::built_in(), context)
}

/// Cleans one scraped text: each line, and each piece that was cut off a line's edge, gets a label, the probability
/// that it belongs to the article, and the reason; the content lines are joined into [`CleanText::text`].
///
/// Lines that `templates` know from many pages of the same site are boilerplate.
///
/// # Errors
/// [`crate::ErrorKind::Limit`] if the text is over the limits of the context, [`crate::ErrorKind::Cancelled`].
pub fn clean_text_with(
    text: &str,
    templates: Option<&Templates>,
    model: &LineModel,
    context: &Context,
) -> Result<CleanText> {
    let Analysis { pieces, document, marks } = Analysis::new(text, context)?;
    let first = score::first_round(&document, &pieces.pieces, model, context)?;
    let odds: Vec<f32> = first.iter().map(|scored| scored.0).collect();
    let mut odds = score::second_round(&odds, &document, &pieces.pieces, model, context)?;
    let recurs = adjust::adjust(&mut odds, &document, templates, &model.segmentation);
    let mut zones = segment::zones(&odds, &model.segmentation, context)?;
    if !zones.contains(&segment::Zone::Body) {
        adjust::rescue(&mut odds, &document, &recurs);
        zones = segment::zones(&odds, &model.segmentation, context)?;
    }
    let credits = masthead::credits(text, &document, &pieces, &mut zones);
    let labels = labels::labels(text, &document, &pieces, &zones, &credits);
    let (clean, map) = compose::compose(text, &pieces, &labels, context)?;
    let bias = model.segmentation.bias_of(odds.len());
    let mut lines = Vec::with_capacity(pieces.parts.len());
    let mut marks = marks.into_iter().peekable();
    let mut begun = false;
    let mark = |Mark { piece, kind, .. }: Mark| {
        let reason = cues::Cues::get().kinds.get(kind).map_or("", |kind| kind.reason);
        let spans = pieces.parts[piece.first..piece.end].iter();
        spans.map(move |&span| LineLabel { span, label: Label::Boilerplate, score: 0.0, reason })
    };
    for (at, piece) in pieces.pieces.iter().enumerate() {
        while let Some(above) = marks.next_if(|mark| mark.before <= at) {
            lines.extend(mark(above));
        }
        let reason = match reason(&document, at, labels[at], recurs[at], first[at]) {
            // Where the story's lines are all short, none of them is the longer paragraph that the feature looks for.
            features::BEFORE if begun => "after the running text",
            reason => reason,
        };
        begun |= labels[at] == Label::Body;
        let score = f64::from(1.0 / (1.0 + (-(odds[at] + bias)).exp()));
        lines.extend(pieces.parts[piece.first..piece.end].iter().map(|&span| LineLabel {
            span,
            label: labels[at],
            score,
            reason,
        }));
    }
    lines.extend(marks.flat_map(mark));
    Ok(CleanText { text: clean, lines, map })
}

/// What people are told: the kind of the cues that cover most of a line, else the feature that spoke loudest.
fn reason(
    document: &Document,
    at: usize,
    label: Label,
    recurs: bool,
    (_, against, for_it): (f32, u16, u16),
) -> &'static str {
    let features = features::features();
    if recurs {
        return "recurs across the site";
    }
    match label {
        Label::Title => return "headline",
        Label::Date => return "date or time",
        Label::Byline => return "byline",
        label if label.is_content() => {
            return features.get(usize::from(for_it)).map_or("running text", |feature| feature.for_it);
        }
        _ => {}
    }
    if document.places[at].thread {
        return "among the comments";
    }
    let line = &document.stats[at];
    let all = cues::Cues::get();
    if let Some(kind) = Kinds::get().pointer.filter(|&kind| line.cues.covered[kind] > 0) {
        return all.kinds[kind].reason;
    }
    match line.cues.strongest() {
        Some((kind, covered)) if u32::from(covered) * 4 >= line.words || line.words <= 12 => all.kinds[kind].reason,
        _ => features.get(usize::from(against)).map_or("no running text", |feature| feature.against),
    }
}

/// The key of a line in templates: equal for lines that only differ in case, marks and numbers; none for lines
/// without a word.
pub(crate) fn line_key(line: &str) -> Option<u64> {
    stats::key(line)
}
