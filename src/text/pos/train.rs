//! Training of the tagger: an averaged perceptron over hashed features (Collins 2002), tags decoded left to right.

use super::features::{Word, is_mark, read_words, rows};
use super::model::{LANES, Model};
use super::tag::{Pos, Tag};
use crate::text::Token;

/// A stretch of running text with the tag of each token; what crosses its ends is not seen in training.
#[derive(Debug, Clone)]
pub struct Example {
    /// The text.
    pub text: String,
    /// Its tokens.
    pub tokens: Vec<Token>,
    /// Their tags.
    pub tags: Vec<Tag>,
}

/// Weights while they are learned: the current ones, and their sum over time for the average.
struct Learner {
    weights: Vec<[f32; LANES]>,
    sums: Vec<[f32; LANES]>,
    bits: u32,
    time: f32,
    random: Random,
}

/// Marsaglia's xorshift: training needs no better, and the same run everywhere.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }
}

impl Learner {
    fn update(&mut self, rows: &[u32], class: usize, by: f32) {
        for &row in rows {
            self.weights[row as usize][class] += by;
            self.sums[row as usize][class] += by * self.time;
        }
    }

    /// One pass over one text; the tags that the learner gave itself are the history, as they will be in use.
    fn learn(&mut self, words: &[Word], example: &Example) {
        let (mut before, mut before_that) = (0, 0);
        for (at, (token, tag)) in example.tokens.iter().zip(&example.tags).enumerate() {
            let guess = if is_mark(&example.text, token) {
                Tag::base(Pos::Punct).class()
            } else {
                let rows = rows(words, at, before, before_that, self.bits);
                let mut scores = [0.0; LANES];
                for &row in &rows {
                    for (score, weight) in scores.iter_mut().zip(&self.weights[row as usize]) {
                        *score += weight;
                    }
                }
                let guess = (0..Tag::CLASSES.len()).fold(0, |best, i| if scores[i] > scores[best] { i } else { best });
                let gold = tag.class();
                if guess != gold {
                    self.update(&rows, gold, 1.0);
                    self.update(&rows, guess, -1.0);
                }
                self.time += 1.0;
                guess
            };
            before_that = before;
            before = guess;
        }
    }
}

/// Trains a tagger of 2^`bits` rows: the mean of `runs` perceptrons, each of `epochs` passes in an order of its own. The
/// orders come from a fixed generator, so that the same examples give the same model.
pub fn train(examples: &[Example], bits: u32, epochs: usize, runs: u64) -> Model {
    let read: Vec<Vec<Word>> = examples.iter().map(|example| read_words(&example.text, &example.tokens)).collect();
    let size = 1 << bits;
    let mut total = vec![[0.0; LANES]; size];
    for run in 1..=runs {
        let mut learner = Learner {
            weights: vec![[0.0; LANES]; size],
            sums: vec![[0.0; LANES]; size],
            bits,
            time: 1.0,
            random: Random(run.wrapping_mul(0x2545_F491_4F6C_DD1D)),
        };
        let mut order: Vec<usize> = (0..examples.len()).collect();
        for _ in 0..epochs {
            for i in (1..order.len()).rev() {
                order.swap(i, (learner.random.next() % (i as u64 + 1)) as usize);
            }
            for &i in &order {
                learner.learn(&read[i], &examples[i]);
            }
        }
        for ((row, weights), sums) in total.iter_mut().zip(&learner.weights).zip(&learner.sums) {
            for ((total, weight), sum) in row.iter_mut().zip(weights).zip(sums) {
                *total += weight - sum / learner.time;
            }
        }
    }
    Model::quantise(&total)
}
