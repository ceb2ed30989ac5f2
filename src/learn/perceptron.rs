//! Hashed averaged perceptron over sequences: training in `f32`, inference on int8 rows.
//!
//! The method is Collins (2002), "Discriminative training methods for hidden Markov models", with the margin of
//! Taskar et al. (2003) in the search of the training and the hashing trick for the features: a feature is a 32-bit
//! hash, its row holds one weight a label. Rows of 16 int8 are 16 bytes, so that one load scores all labels.

use crate::{Error, Result};

/// Labels a row holds; a task with fewer leaves lanes at zero.
pub const LANES: usize = 16;

/// One score a label.
pub type Scores = [i32; LANES];

/// Quantised weights of one linear model: emission rows by feature hash, transitions by context.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SequenceModel {
    /// Power-of-two number of rows.
    rows: Vec<[i8; LANES]>,
    /// `transitions[context][previous][next]`, on the scale of the rows.
    transitions: Vec<[[i16; LANES]; LANES]>,
}

impl SequenceModel {
    /// A model of these rows, whose number must be a power of two, and at least one transition context.
    pub fn new(rows: Vec<[i8; LANES]>, transitions: Vec<[[i16; LANES]; LANES]>) -> Result<Self> {
        if !rows.len().is_power_of_two() || transitions.is_empty() {
            return Err(Error::model_format("a sequence model needs 2^n rows and a transition context"));
        }
        Ok(Self { rows, transitions })
    }

    /// The emission rows.
    pub fn rows(&self) -> &[[i8; LANES]] {
        &self.rows
    }

    /// The transition contexts.
    pub fn transitions(&self) -> &[[[i16; LANES]; LANES]] {
        &self.transitions
    }

    /// The summed weights of `features`.
    #[inline]
    pub fn score(&self, features: &[u32]) -> Scores {
        let mask = self.rows.len() - 1;
        // 255 rows of int8 fit an i16; features come in far smaller sets.
        let mut total: Scores = [0; LANES];
        for chunk in features.chunks(255) {
            let mut sums = [0_i16; LANES];
            for &feature in chunk {
                let row = &self.rows[feature as usize & mask];
                for lane in 0..LANES {
                    sums[lane] += i16::from(row[lane]);
                }
            }
            for lane in 0..LANES {
                total[lane] += i32::from(sums[lane]);
            }
        }
        total
    }

    /// The best label sequence under emission scores, contexts (one a token) and a grammar.
    pub fn decode(&self, emissions: &[Scores], contexts: &[u8], grammar: &Grammar) -> Vec<u8> {
        viterbi(emissions, grammar, |i, from| {
            let context = usize::from(contexts[i]).min(self.transitions.len() - 1);
            let row = &self.transitions[context][from];
            std::array::from_fn(|lane| i32::from(row[lane]))
        })
    }
}

/// Which labels may start, follow and end.
#[derive(Debug, Clone)]
pub struct Grammar {
    /// Bit `n` of `follow[p]`: label `n` may follow label `p`.
    pub follow: [u16; LANES],
    /// Labels that may stand first.
    pub first: u16,
    /// Labels that may stand last.
    pub last: u16,
}

/// Score of what the grammar forbids.
const NEVER: i32 = i32::MIN / 4;

fn viterbi(emissions: &[Scores], grammar: &Grammar, step: impl Fn(usize, usize) -> Scores) -> Vec<u8> {
    let Some(first) = emissions.first() else { return Vec::new() };
    let allowed: Vec<Scores> = grammar
        .follow
        .iter()
        .map(|bits| std::array::from_fn(|lane| if bits >> lane & 1 == 1 { 0 } else { NEVER }))
        .collect();
    let mut best: Scores = std::array::from_fn(|lane| if grammar.first >> lane & 1 == 1 { first[lane] } else { NEVER });
    let mut back: Vec<[u8; LANES]> = Vec::with_capacity(emissions.len());
    back.push([0; LANES]);
    for (i, emission) in emissions.iter().enumerate().skip(1) {
        let mut next = [NEVER * 2; LANES];
        let mut from = [0_i32; LANES];
        for previous in 0..LANES {
            if best[previous] <= NEVER / 2 {
                continue;
            }
            let steps = step(i, previous);
            let base = best[previous];
            for lane in 0..LANES {
                let score = base + steps[lane] + allowed[previous][lane];
                let better = score > next[lane];
                next[lane] = if better { score } else { next[lane] };
                from[lane] = if better { previous as i32 } else { from[lane] };
            }
        }
        for lane in 0..LANES {
            best[lane] = (next[lane] + emission[lane]).max(NEVER);
        }
        back.push(std::array::from_fn(|lane| from[lane] as u8));
    }
    let mut label = (0..LANES)
        .max_by_key(|&lane| (if grammar.last >> lane & 1 == 1 { best[lane] } else { NEVER }, LANES - lane))
        .unwrap_or(0);
    let mut labels = vec![0_u8; emissions.len()];
    for i in (0..emissions.len()).rev() {
        labels[i] = label as u8;
        label = usize::from(back[i][label]);
    }
    labels
}

/// Weights while they are learned.
pub struct Trainer {
    rows: Vec<[f32; LANES]>,
    row_sums: Vec<[f32; LANES]>,
    transitions: Vec<[[f32; LANES]; LANES]>,
    transition_sums: Vec<[[f32; LANES]; LANES]>,
    step: f32,
}

/// Fixed point of the scores during training, so that one search serves training and inference.
const POINT: f32 = 256.0;

impl Trainer {
    /// Empty weights: `2^bits` rows, `contexts` transition contexts.
    pub fn new(bits: u32, contexts: usize) -> Self {
        Self {
            rows: vec![[0.0; LANES]; 1 << bits],
            row_sums: vec![[0.0; LANES]; 1 << bits],
            transitions: vec![[[0.0; LANES]; LANES]; contexts],
            transition_sums: vec![[[0.0; LANES]; LANES]; contexts],
            step: 1.0,
        }
    }

    /// The summed weights of `features`, as fixed-point numbers.
    pub fn score(&self, features: &[u32]) -> Scores {
        let mask = self.rows.len() - 1;
        let mut sums = [0.0_f32; LANES];
        for &feature in features {
            for (sum, weight) in sums.iter_mut().zip(&self.rows[feature as usize & mask]) {
                *sum += weight;
            }
        }
        std::array::from_fn(|lane| (sums[lane] * POINT) as i32)
    }

    /// Moves one decision from `wrong` to `right`.
    pub fn update(&mut self, features: &[u32], right: usize, wrong: usize) {
        let mask = self.rows.len() - 1;
        for &feature in features {
            let at = feature as usize & mask;
            self.rows[at][right] += 1.0;
            self.rows[at][wrong] -= 1.0;
            self.row_sums[at][right] += self.step;
            self.row_sums[at][wrong] -= self.step;
        }
    }

    /// Counts one decision, for the averaging.
    pub fn tick(&mut self) {
        self.step += 1.0;
    }

    /// One sequence: searches under the margin that `cost(gold, guess)` asks for and updates towards the gold labels.
    /// Answers how many tokens were wrong.
    pub fn learn(
        &mut self,
        features: &[Vec<u32>],
        contexts: &[u8],
        gold: &[u8],
        grammar: &Grammar,
        cost: impl Fn(u8, u8) -> f32,
    ) -> usize {
        let emissions: Vec<Scores> = features
            .iter()
            .zip(gold)
            .map(|(features, &gold)| {
                let mut scores = self.score(features);
                for (lane, score) in scores.iter_mut().enumerate() {
                    *score += (cost(gold, lane as u8) * POINT) as i32;
                }
                scores
            })
            .collect();
        let guess = viterbi(&emissions, grammar, |i, from| {
            let row = &self.transitions[usize::from(contexts[i])][from];
            std::array::from_fn(|lane| (row[lane] * POINT) as i32)
        });
        let mut wrong = 0;
        for i in 0..gold.len() {
            let (right, other) = (usize::from(gold[i]), usize::from(guess[i]));
            if right != other {
                wrong += 1;
                self.update(&features[i], right, other);
            }
            if i > 0 && (right != other || gold[i - 1] != guess[i - 1]) {
                let context = usize::from(contexts[i]);
                let (before, other_before) = (usize::from(gold[i - 1]), usize::from(guess[i - 1]));
                self.transitions[context][before][right] += 1.0;
                self.transitions[context][other_before][other] -= 1.0;
                self.transition_sums[context][before][right] += self.step;
                self.transition_sums[context][other_before][other] -= self.step;
            }
        }
        self.tick();
        wrong
    }

    /// The averaged weights as int8, on one scale; weights that round to zero vanish.
    ///
    /// `clip` is the share of non-zero weights that may exceed the int8 range and are cut to it.
    pub fn quantise(&self, clip: f64) -> SequenceModel {
        let average = |now: f32, sum: f32| now - sum / self.step;
        let mut sizes: Vec<f32> = Vec::new();
        for (row, sums) in self.rows.iter().zip(&self.row_sums) {
            sizes.extend((0..LANES).map(|lane| average(row[lane], sums[lane]).abs()).filter(|&size| size > 0.0));
        }
        sizes.sort_by(f32::total_cmp);
        let top = sizes.get(((sizes.len() as f64) * (1.0 - clip)) as usize).or(sizes.last()).copied().unwrap_or(1.0);
        let scale = 127.0 / top.max(f32::MIN_POSITIVE);
        let rows = self.rows.iter().zip(&self.row_sums);
        let rows = rows
            .map(|(row, sums)| {
                std::array::from_fn(|lane| (average(row[lane], sums[lane]) * scale).round().clamp(-127.0, 127.0) as i8)
            })
            .collect();
        let transitions = self.transitions.iter().zip(&self.transition_sums);
        let transitions = transitions
            .map(|(now, sums)| {
                std::array::from_fn(|from| {
                    std::array::from_fn(|to| {
                        let weight = average(now[from][to], sums[from][to]) * scale;
                        weight.round().clamp(-30_000.0, 30_000.0) as i16
                    })
                })
            })
            .collect();
        SequenceModel { rows, transitions }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn free() -> Grammar {
        Grammar { follow: [0b11; LANES], first: 0b11, last: 0b11 }
    }

    #[test]
    fn learns_a_label_that_only_the_transition_shows() {
        // Label 1 follows label 0 on the same feature: emissions alone cannot tell them apart.
        let features: Vec<Vec<u32>> = (0..6).map(|_| vec![7]).collect();
        let gold = [0, 1, 0, 1, 0, 1];
        let mut trainer = Trainer::new(4, 1);
        for _ in 0..20 {
            trainer.learn(&features, &[0; 6], &gold, &free(), |a, b| f32::from(u8::from(a != b)));
        }
        let model = trainer.quantise(0.0);
        let emissions: Vec<Scores> = features.iter().map(|f| model.score(f)).collect();
        let found = model.decode(&emissions, &[0; 6], &Grammar { first: 0b01, ..free() });
        assert_eq!(found, gold);
    }

    #[test]
    fn the_grammar_is_kept_whatever_the_scores() {
        let model =
            SequenceModel::new(vec![[0, 9, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]], vec![[[0; LANES]; LANES]]);
        let model = model.unwrap();
        let emissions = vec![model.score(&[1]); 4];
        let mut grammar = free();
        grammar.follow[1] = 0b01;
        grammar.last = 0b01;
        assert_eq!(model.decode(&emissions, &[0; 4], &grammar), [1, 0, 1, 0]);
        assert!(model.decode(&[], &[], &grammar).is_empty());
    }

    #[test]
    fn rows_must_be_a_power_of_two() {
        assert!(SequenceModel::new(vec![[0; LANES]; 3], vec![[[0; LANES]; LANES]]).is_err());
    }
}
