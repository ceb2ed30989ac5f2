//! The models that decide what is article: cue weights and two forests, in one checked file.

use std::sync::OnceLock;

use super::features::{FIRST, SECOND};
use super::forest::{Forest, damaged, take};
use super::layout::CueWeights;
use crate::error::Result;

/// First bytes of the file; the last one is the version.
const MAGIC: [u8; 8] = *b"CDHTML\0\x01";

/// Cue weights, the model of single blocks, and the one that sees the first one's answers all around.
#[derive(Debug, Clone)]
pub struct Model {
    /// Weights of the words in classes, ids and short texts.
    pub cues: CueWeights,
    /// Scores a block by itself and its surroundings.
    pub first: Forest,
    /// Scores it again, knowing the first scores of its neighbours and containers.
    pub second: Forest,
}

impl Model {
    /// The model that comes with the crate; see `src/models/boilerplate-html.md`.
    pub fn builtin() -> Result<&'static Model> {
        static MODEL: OnceLock<Result<Model>> = OnceLock::new();
        let read = || Model::read(include_bytes!("../../models/boilerplate-html.bin"));
        MODEL.get_or_init(read).as_ref().map_err(Clone::clone)
    }

    /// Reads the file form.
    pub fn read(mut bytes: &[u8]) -> Result<Self> {
        let magic: [u8; 8] = take(&mut bytes)?;
        let features: [u8; 2] = take(&mut bytes)?;
        if magic != MAGIC || features != [FIRST as u8, SECOND as u8] {
            return Err(damaged());
        }
        let cues = CueWeights::read(&mut bytes)?;
        Ok(Self { cues, first: Forest::read(&mut bytes)?, second: Forest::read(&mut bytes)? })
    }

    /// The file form, see [`Model::read`].
    pub fn write(&self) -> Vec<u8> {
        let mut bytes = MAGIC.to_vec();
        bytes.extend([FIRST as u8, SECOND as u8]);
        self.cues.write(&mut bytes);
        self.first.write(&mut bytes);
        self.second.write(&mut bytes);
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

/// Chooses the blocks for the best expected F1 over words.
///
/// With blocks sorted by score, the best set is one of the prefixes (Lewis 1995; Ye et al. 2012): where the model is
/// sure, only likely blocks come in; on a page where it is not, more of the doubtful ones do.
pub fn choose(scores: &[f32], words: &[u32]) -> Choice {
    let mut order: Vec<usize> = (0..scores.len().min(words.len())).collect();
    order.sort_by(|&a, &b| scores[b].total_cmp(&scores[a]).then(a.cmp(&b)));
    let truth: f32 = order.iter().map(|&at| scores[at] * words[at] as f32).sum();
    let (mut right, mut taken) = (0.0f32, 0.0f32);
    let (mut best, mut until) = (0.0f32, 0);
    for (rank, &at) in order.iter().enumerate() {
        right += scores[at] * words[at] as f32;
        taken += words[at] as f32;
        let expected = 2.0 * right / (taken + truth).max(1.0);
        if expected > best {
            (best, until) = (expected, rank + 1);
        }
    }
    let mut keep = vec![false; scores.len()];
    for &at in order.iter().take(until) {
        keep[at] = true;
    }
    Choice { keep, expected: best }
}
