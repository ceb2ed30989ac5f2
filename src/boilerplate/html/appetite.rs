//! How much of a page to take.
//!
//! The best choice of blocks under their scores supposes that blocks are right or wrong independently. They are not: all
//! cards of a listing are content, or none is. So a few choices are made, each the best under another weight of recall
//! against precision, and small forests say from the page's figures how much better each will do than plain F1's.

use super::page_types::TYPES;
use crate::boilerplate::forest::{Forest, Scorer, damaged, take};
use crate::error::Result;

/// The weights of recall (beta squared of the F measure) that are compared.
pub const WEIGHTS: [f32; 7] = [0.25, 0.5, 0.7, 1.0, 1.5, 2.5, 4.0];

/// Which of them is F1's.
pub const PLAIN: usize = 3;

/// A page's blocks from the most to the least likely, summed up.
#[derive(Debug, Clone, Default)]
pub struct Ranking {
    /// Places of the blocks.
    pub order: Vec<usize>,
    /// Words that are expected to be right, and words, up to each place in the order.
    right: Vec<f32>,
    taken: Vec<f32>,
}

impl Ranking {
    /// Ranks blocks by their scores.
    pub fn new(scores: &[f32], words: &[u32]) -> Self {
        let mut order: Vec<usize> = (0..scores.len().min(words.len())).collect();
        order.sort_by(|&a, &b| scores[b].total_cmp(&scores[a]).then(a.cmp(&b)));
        let sums = |of: &dyn Fn(usize) -> f32| -> Vec<f32> {
            let running = |sum: &mut f32, at: &usize| {
                *sum += of(*at);
                Some(*sum)
            };
            order.iter().scan(0.0, running).collect()
        };
        let right = sums(&|at| scores[at] * words[at] as f32);
        let taken = sums(&|at| words[at] as f32);
        Self { order, right, taken }
    }

    /// How many blocks to take for the best expected F measure with this weight of recall; more weight never takes fewer.
    pub fn best(&self, weight: f32) -> usize {
        let truth = self.right.last().copied().unwrap_or(0.0);
        let (mut best, mut until) = (0.0f32, 0);
        for (rank, (right, taken)) in self.right.iter().zip(&self.taken).enumerate() {
            let expected = right / (taken + weight * truth).max(1.0);
            if expected > best {
                (best, until) = (expected, rank + 1);
            }
        }
        until
    }

    /// The F1 over words that is expected of the first `count` blocks.
    pub fn expected(&self, count: usize) -> f32 {
        let truth = self.right.last().copied().unwrap_or(0.0);
        let Some(last) = count.checked_sub(1) else { return 0.0 };
        (2.0 * self.right[last] / (self.taken[last] + truth).max(1.0)).min(1.0)
    }
}

/// Forests that foresee what each weight gains over F1's.
#[derive(Debug, Clone)]
pub struct Appetite {
    gains: Vec<(Forest, Scorer)>,
}

impl Appetite {
    /// One forest a weight, F1's left out; each gives half a gain above one half.
    ///
    /// # Errors
    /// `ModelFormat` for another number of forests, or forests that do not hold together.
    pub fn new(forests: Vec<Forest>) -> Result<Self> {
        if forests.len() != WEIGHTS.len() - 1 {
            return Err(damaged());
        }
        let laid_out = |forest: Forest| Scorer::new(&forest).map(|scorer| (forest, scorer));
        Ok(Self { gains: forests.into_iter().map(laid_out).collect::<Result<_>>()? })
    }

    /// The weight of recall that suits a page best, from its [`features`].
    pub fn weight(&self, features: &[f32]) -> f32 {
        let row = [features.to_vec()];
        let mut gains = Vec::with_capacity(WEIGHTS.len());
        for (_, scorer) in &self.gains {
            scorer.score(&row, &mut gains);
        }
        gains.insert(PLAIN, 0.5);
        // Neighbouring weights do alike, so each speaks for the next.
        let at = |at: usize| gains[at.min(gains.len() - 1)];
        let smooth = |place: usize| 0.25 * at(place.saturating_sub(1)) + 0.5 * at(place) + 0.25 * at(place + 1);
        let best = (0..WEIGHTS.len()).max_by(|&a, &b| smooth(a).total_cmp(&smooth(b)).then(b.cmp(&a)));
        WEIGHTS[best.unwrap_or(PLAIN)]
    }

    pub(crate) fn read(bytes: &mut &[u8]) -> Result<Self> {
        let [count] = take(bytes)?;
        Self::new((0..count).map(|_| Forest::read(bytes)).collect::<Result<_>>()?)
    }

    pub(crate) fn write(&self, into: &mut Vec<u8>) {
        into.push(self.gains.len() as u8);
        self.gains.iter().for_each(|(forest, _)| forest.write(into));
    }
}

/// How many features a page has.
pub const FEATURES: usize = 2 * WEIGHTS.len() + 7 + 6 + TYPES + 14;

/// A page's features: what each weight would take, how sure the scores are, its type, and its figures.
pub fn features(ranking: &Ranking, scores: &[f32], words: &[u32], types: &[f32; TYPES], page: &[f32]) -> Vec<f32> {
    let plain = ranking.best(WEIGHTS[PLAIN]);
    let taken = |count: usize| count.checked_sub(1).map_or(0.0, |last| ranking.taken[last]);
    let right = |count: usize| count.checked_sub(1).map_or(0.0, |last| ranking.right[last]);
    let (truth, all) = (right(ranking.order.len()), taken(ranking.order.len()).max(1.0));
    let mut row = Vec::with_capacity(FEATURES);
    for weight in WEIGHTS {
        let count = ranking.best(weight);
        row.push(taken(count) / taken(plain).max(1.0));
        row.push(count.checked_sub(1).map_or(1.0, |last| scores[ranking.order[last]]));
    }
    row.extend([
        truth / all,
        taken(plain) / all,
        ranking.expected(plain),
        right(plain) / taken(plain).max(1.0),
        truth,
        scores.len() as f32,
        all,
    ]);
    for (low, high) in [(0.05, 0.15), (0.15, 0.3), (0.3, 0.5), (0.5, 0.7), (0.7, 0.9), (0.9, 1.0)] {
        let inside = scores.iter().zip(words).filter(|(score, _)| **score > low && **score <= high);
        row.push(inside.map(|(_, &words)| words as f32).sum::<f32>() / truth.max(1.0));
    }
    row.extend(types);
    row.extend(page);
    row.resize(FEATURES, 0.0);
    row
}
