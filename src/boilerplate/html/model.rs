//! The models that decide what is article: cue weights, page types and two forests, in one checked file.

use std::sync::OnceLock;

use super::appetite::{self, Appetite, Ranking};
use super::blocks::Page;
use super::context::add_context;
use super::facts::Facts;
use super::features::{FIRST, PAGE, SECOND, SHARED, rows};
use super::layout::{CueWeights, Layout};
use super::page_types::{self, PageTypes, TYPES};
use crate::boilerplate::forest::{Forest, Scorer, damaged, take};
use crate::context::Context;
use crate::error::Result;

/// First bytes of the file; the last one is the version.
const MAGIC: [u8; 8] = *b"CDHTML\0\x02";

/// Blocks scored between two looks at the cancel flag.
const BATCH: usize = 256;

/// Blocks that the first model gives less are not asked again: menus and footers, more than half of most pages.
const CERTAIN: f32 = 0.004;

/// Words of a page so small that no choice may favour precision: the data have few of them, and a paragraph lost there is
/// much of the text.
pub(super) const SMALL: u32 = 300;

/// Cue weights, the types of pages, the model of single blocks, and the one that sees the first one's answers all around.
#[derive(Debug, Clone)]
pub struct Model {
    /// Weights of the words in classes, ids and short texts.
    pub cues: CueWeights,
    /// Tells the types of pages.
    pub types: PageTypes,
    // Scores a block by itself and its surroundings.
    first: (Forest, Scorer),
    // Scores it again, knowing the first scores of its neighbours and containers.
    second: (Forest, Scorer),
    /// How much of a page to take.
    appetite: Appetite,
}

impl Model {
    /// The model that comes with the crate; see `src/models/boilerplate-html.md`.
    pub fn builtin() -> Result<&'static Model> {
        static MODEL: OnceLock<Result<Model>> = OnceLock::new();
        let read = || Model::read(include_bytes!("../../models/boilerplate-html.bin"));
        MODEL.get_or_init(read).as_ref().map_err(Clone::clone)
    }

    /// Puts a model together.
    ///
    /// # Errors
    /// `ModelFormat` for forests that do not hold together.
    pub fn new(cues: CueWeights, types: PageTypes, first: Forest, second: Forest, appetite: Appetite) -> Result<Self> {
        let laid_out = |forest: Forest| Scorer::new(&forest).map(|scorer| (forest, scorer));
        Ok(Self { cues, types, first: laid_out(first)?, second: laid_out(second)?, appetite })
    }

    /// Judges a page.
    pub(crate) fn judge(&self, page: &Page, facts: &Facts, context: &Context) -> Result<Judgement> {
        let layout = Layout::new(page, &self.cues, context)?;
        context.check()?;
        let types = self.types.probabilities(&page_types::tokens(page, facts, &layout));
        let mut rows = rows(page, &layout, facts, &self.cues, &types, context)?;
        let mut scores = score(&self.first.1, &rows.iter().collect::<Vec<_>>(), context)?;
        add_context(page, &layout, &scores, &mut rows, context)?;
        let open: Vec<usize> = (0..rows.len()).filter(|&at| scores[at] > CERTAIN).collect();
        let asked: Vec<&Vec<f32>> = open.iter().map(|&at| &rows[at]).collect();
        for (at, score) in open.into_iter().zip(score(&self.second.1, &asked, context)?) {
            scores[at] = score;
        }
        let words: Vec<u32> = page.blocks.iter().map(|block| block.words).collect();
        let figures = rows.first().and_then(|row| row.get(PAGE)).unwrap_or(&[]);
        let features = appetite::features(&Ranking::new(&scores, &words), &scores, &words, &types, figures);
        let weight = self.appetite.weight(&features);
        let weight = if page.scopes[0].words < SMALL { weight.max(1.0) } else { weight };
        Ok(Judgement { weight, scores, types })
    }

    /// Reads the file form.
    pub fn read(mut bytes: &[u8]) -> Result<Self> {
        let magic: [u8; 8] = take(&mut bytes)?;
        let features: [u8; 2] = take(&mut bytes)?;
        if magic != MAGIC || features != [FIRST as u8, SECOND as u8] {
            return Err(damaged());
        }
        let cues = CueWeights::read(&mut bytes)?;
        let types = PageTypes::read(&mut bytes)?;
        let (first, second) = (Forest::read(&mut bytes)?, Forest::read(&mut bytes)?);
        Self::new(cues, types, first, second, Appetite::read(&mut bytes)?)
    }

    /// The file form, see [`Model::read`].
    pub fn write(&self) -> Vec<u8> {
        let mut bytes = MAGIC.to_vec();
        bytes.extend([FIRST as u8, SECOND as u8]);
        self.cues.write(&mut bytes);
        self.types.write(&mut bytes);
        self.first.0.write(&mut bytes);
        self.second.0.write(&mut bytes);
        self.appetite.write(&mut bytes);
        bytes
    }
}

/// Which blocks are the article.
#[derive(Debug, Clone, Default)]
pub struct Choice {
    /// One answer a block.
    pub keep: Vec<bool>,
    /// The F1 that is expected of this choice, if the scores are true probabilities.
    pub expected: f32,
}

/// Rows of a page from which on it pays to answer beforehand what they share.
const MANY: usize = 48;

/// A forest's answers to the rows of a page, in order.
fn score(scorer: &Scorer, rows: &[&Vec<f32>], context: &Context) -> Result<Vec<f32>> {
    let given = rows.first().filter(|_| rows.len() >= MANY).map(|row| scorer.given(&SHARED, row));
    let scorer = given.as_ref().unwrap_or(scorer);
    let mut scores = Vec::with_capacity(rows.len());
    for batch in rows.chunks(BATCH) {
        context.check()?;
        scorer.score(batch, &mut scores);
    }
    Ok(scores)
}

/// What a model says of a page.
#[derive(Debug, Clone, Default)]
pub struct Judgement {
    /// The probability of every block to be content.
    pub scores: Vec<f32>,
    /// The probability of every type of page.
    pub types: [f32; TYPES],
    /// How much recall weighs against precision on this page.
    pub weight: f32,
}

/// Chooses the blocks for the best expected F measure over words.
///
/// With blocks sorted by score, the best set is one of the prefixes (Lewis 1995; Ye et al. 2012): where the model is
/// sure, only likely blocks come in; on a page where it is not, more of the doubtful ones do. `weight` is what recall
/// counts against precision on the page, `favor` what the caller prefers: 0.5 nothing, 0 to 1 a sixteenth to sixteen
/// times that weight. A higher `favor` never chooses less.
pub fn choose(judged: &Judgement, words: &[u32], favor: f32) -> Choice {
    let ranking = Ranking::new(&judged.scores, words);
    let until = ranking.best(judged.weight * 16f32.powf(favor.clamp(0.0, 1.0) * 2.0 - 1.0));
    let mut keep = vec![false; judged.scores.len()];
    for &at in ranking.order.iter().take(until) {
        keep[at] = true;
    }
    Choice { keep, expected: ranking.expected(until) }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Judgement, choose};

    proptest! {
        #[test]
        fn favouring_recall_never_loses_a_block(
            blocks in proptest::collection::vec((0.0f32..1.0, 1u32..200), 0..60), low in 0.0f32..1.0, more in 0.0f32..1.0,
        ) {
            let (scores, words): (Vec<f32>, Vec<u32>) = blocks.into_iter().unzip();
            let high = low + (1.0 - low) * more;
            let judged = Judgement { scores, weight: 1.5, ..Judgement::default() };
            let (few, many) = (choose(&judged, &words, low), choose(&judged, &words, high));
            prop_assert!(few.keep.iter().zip(&many.keep).all(|(few, many)| !few || *many));
            prop_assert!((0.0..=1.0).contains(&few.expected));
        }
    }
}
