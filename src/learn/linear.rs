//! Linear softmax models over hashed features: training in f32, use in four bits a weight.
//!
//! A feature is a row of weights, one weight a class; a text's score for a class is the sum of its rows' weights, divided
//! by the square root of their number, plus a bias. The noise of rounding averages out over the rows of a text, so that
//! four bits are enough and a row of 64 classes is half a cache line.

use std::borrow::Cow;

use super::hash::mix;
use crate::error::{Error, Result};

/// The widths that rows may have.
pub const WIDTHS: [usize; 3] = [4, 16, 64];

/// The smallest width that holds `classes`. An error of kind [`crate::ErrorKind::ModelFormat`] if none does.
pub fn width_for(classes: usize) -> Result<usize> {
    let fits = WIDTHS.into_iter().find(|width| (1..=*width).contains(&classes));
    fits.ok_or_else(|| Error::model_format(format!("a linear model has 1 to {} classes, not {classes}", WIDTHS[2])))
}

/// The row of a feature's hash in a table of `rows` rows.
#[inline]
pub fn row_of(hash: u64, rows: usize) -> u32 {
    (((hash >> 32) * rows as u64) >> 32) as u32
}

/// What stands for a weight of zero: weights are stored with this added, in half a byte each.
const ZERO: i32 = 8;
/// The largest weight.
const MOST: f32 = 7.0;
/// A text whose probabilities are this close to the truth, as a sum of squares, teaches nothing more.
const LEARNT: f32 = 2.5e-5;

/// A trained model: quantised rows, their common scale, a bias a class.
#[derive(Debug, Clone, PartialEq)]
pub struct LinearModel {
    classes: usize,
    width: usize,
    /// Rows of half as many bytes as the width: the weights of the first half of the classes in the low half bytes, of
    /// the second in the high ones.
    rows: Cow<'static, [u8]>,
    scale: f32,
    bias: Vec<f32>,
}

impl LinearModel {
    /// A model of these parts: `rows` holds rows of half the [`width_for`] the classes in bytes, `bias` one number a class.
    ///
    /// An error of kind [`crate::ErrorKind::ModelFormat`] if they do not fit together.
    pub fn new(rows: impl Into<Cow<'static, [u8]>>, scale: f32, bias: Vec<f32>) -> Result<Self> {
        let (rows, classes, width) = (rows.into(), bias.len(), width_for(bias.len())?);
        let bytes = width / 2;
        if rows.is_empty() || !rows.len().is_multiple_of(bytes) || u32::try_from(rows.len() / bytes).is_err() {
            let n = rows.len();
            return Err(Error::model_format(format!("{n} bytes are no table of rows of {bytes}")));
        }
        if !scale.is_finite() || bias.iter().any(|b| !b.is_finite()) {
            return Err(Error::model_format("a linear model has a scale or bias that is not finite"));
        }
        Ok(Self { classes, width, rows, scale, bias })
    }

    /// How many classes there are.
    pub fn classes(&self) -> usize {
        self.classes
    }

    /// How many rows there are.
    pub fn rows(&self) -> usize {
        self.rows.len() / (self.width / 2)
    }

    /// The rows, one after the other.
    pub fn bytes(&self) -> &[u8] {
        &self.rows
    }

    /// What a weight of 1 stands for.
    pub fn scale(&self) -> f32 {
        self.scale
    }

    /// The bias of each class.
    pub fn bias(&self) -> &[f32] {
        &self.bias
    }

    /// Adds to the bias of a class; nothing happens if there is no such class or the sum is not finite.
    pub fn add_bias(&mut self, class: usize, bias: f32) {
        if let Some(place) = self.bias.get_mut(class).filter(|place| (**place + bias).is_finite()) {
            *place += bias;
        }
    }

    /// The score of each class for a text with these rows; rows out of range count as empty.
    pub fn scores(&self, rows: &[u32]) -> Vec<f32> {
        match self.width {
            4 => self.scores_of::<2>(rows),
            16 => self.scores_of::<8>(rows),
            _ => self.scores_of::<32>(rows),
        }
    }

    /// The scores; `B` is the bytes of a row.
    fn scores_of<const B: usize>(&self, rows: &[u32]) -> Vec<f32> {
        let [low, high] = self.sums::<B>(rows);
        let norm = self.scale / (rows.len().max(1) as f32).sqrt();
        self.bias.iter().zip(low.iter().chain(&high)).map(|(bias, sum)| bias + *sum as f32 * norm).collect()
    }

    /// The sums of the weights for each class of the first half and of the second.
    fn sums<const B: usize>(&self, rows: &[u32]) -> [[i32; B]; 2] {
        let (table, _) = self.rows.as_chunks::<B>();
        let (mut low, mut high) = ([0_i32; B], [0_i32; B]);
        // 17 half bytes fit a byte, which adds four times as many lanes at once as an i32.
        for part in rows.chunks(17) {
            let (mut low_part, mut high_part) = ([0_u8; B], [0_u8; B]);
            let mut found = 0;
            for row in part.iter().filter_map(|row| table.get(*row as usize)) {
                for ((low, high), both) in low_part.iter_mut().zip(&mut high_part).zip(row) {
                    *low += both & 15;
                    *high += both >> 4;
                }
                found += 1;
            }
            for (sum, part) in low.iter_mut().zip(low_part).chain(high.iter_mut().zip(high_part)) {
                *sum += i32::from(part) - ZERO * found;
            }
        }
        [low, high]
    }
}

/// The probabilities of `scores` after division by `temperature`.
pub fn softmax(scores: &[f32], temperature: f32) -> Vec<f64> {
    let top = scores.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    let powers: Vec<f64> = scores.iter().map(|s| f64::from((s - top) / temperature).exp()).collect();
    let sum: f64 = powers.iter().sum();
    powers.into_iter().map(|p| p / sum).collect()
}

/// Trains a [`LinearModel`] by stochastic gradient descent on the cross-entropy, with a step size of its own for each row
/// (AdaGrad, Duchi et al. 2011). The last part of the training is done with rounded weights, so that the model learns to live
/// with four bits: predictions come from the rounded weights, steps go to the exact ones (straight-through estimator, Bengio
/// et al. 2013). The result depends on the order of the steps alone, which is the caller's.
#[derive(Debug)]
pub struct Trainer<const W: usize> {
    classes: usize,
    rows: Vec<[f32; W]>,
    /// Once rounding has begun: the rounded rows, and what a rounded weight of 1 stands for.
    rounded: Vec<[f32; W]>,
    scale: f32,
    squares: Vec<f32>,
    bias: [f32; W],
    bias_squares: f32,
}

impl<const W: usize> Trainer<W> {
    /// A model of zeros. `W` is to be [`width_for`] the classes.
    pub fn new(classes: usize, rows: usize) -> Self {
        let rows = vec![[0.0; W]; rows];
        let squares = vec![1e-3; rows.len()];
        Self { classes, rows, rounded: Vec::new(), scale: 1.0, squares, bias: [0.0; W], bias_squares: 1e-3 }
    }

    /// The probability of each class for a text with these rows.
    pub fn predict(&self, rows: &[u32]) -> [f32; W] {
        let mut sums = [0.0_f32; W];
        let table = if self.rounded.is_empty() { &self.rows } else { &self.rounded };
        for row in rows {
            for (sum, weight) in sums.iter_mut().zip(&table[*row as usize]) {
                *sum += weight;
            }
        }
        let norm = 1.0 / (rows.len().max(1) as f32).sqrt();
        let mut top = f32::NEG_INFINITY;
        for (sum, bias) in sums.iter_mut().zip(&self.bias).take(self.classes) {
            *sum = *sum * norm + bias;
            top = top.max(*sum);
        }
        let mut total = 0.0;
        for sum in sums.iter_mut().take(self.classes) {
            *sum = (*sum - top).exp();
            total += *sum;
        }
        sums.map(|s| s / total)
    }

    /// One step towards the distribution `target` over the classes, with the step size `rate`; the cross-entropy before.
    pub fn step(&mut self, rows: &[u32], target: &[f32; W], rate: f32) -> f32 {
        let predicted = self.predict(rows);
        let mut gradient = [0.0_f32; W];
        let mut loss = 0.0;
        for class in 0..self.classes {
            gradient[class] = predicted[class] - target[class];
            loss -= target[class] * predicted[class].max(1e-9).ln();
        }
        let norm = 1.0 / (rows.len().max(1) as f32).sqrt();
        let square: f32 = gradient.iter().map(|g| g * g).sum();
        if square < LEARNT {
            return loss;
        }
        for row in rows {
            let row = *row as usize;
            self.squares[row] += square * norm * norm;
            let step = rate * norm / self.squares[row].sqrt();
            for (weight, g) in self.rows[row].iter_mut().zip(&gradient) {
                *weight -= step * g;
            }
            if let Some(rounded) = self.rounded.get_mut(row) {
                *rounded = self.rows[row].map(|weight| round(weight, self.scale) * self.scale);
            }
        }
        self.bias_squares += square;
        let step = rate / self.bias_squares.sqrt();
        for (bias, g) in self.bias.iter_mut().zip(&gradient) {
            *bias -= step * g;
        }
        loss
    }

    /// Rounds the weights to four bits and goes on with these. The largest weights, a share of `clipped` of all, are cut.
    pub fn begin_rounding(&mut self, clipped: f64) {
        let mut sizes: Vec<f32> = self.rows.iter().flatten().map(|w| w.abs()).filter(|w| *w > 0.0).collect();
        sizes.sort_unstable_by(f32::total_cmp);
        let at = ((sizes.len() as f64 * (1.0 - clipped)) as usize).min(sizes.len().saturating_sub(1));
        self.scale = sizes.get(at).copied().unwrap_or(1.0) / MOST;
        let scale = self.scale;
        self.rounded = self.rows.iter().map(|row| row.map(|weight| round(weight, scale) * scale)).collect();
    }

    /// The model in four bits a weight, as rounded since [`Trainer::begin_rounding`].
    ///
    /// An error of kind [`crate::ErrorKind::ModelFormat`] if `W` does not fit the classes.
    pub fn finish(&self) -> Result<LinearModel> {
        let half = |weight: f32| (round(weight, self.scale) as i32 + ZERO) as u8;
        let packed =
            |row: &[f32; W]| (0..W / 2).map(|at| half(row[at]) | half(row[at + W / 2]) << 4).collect::<Vec<_>>();
        let rows: Vec<u8> = self.rows.iter().flat_map(packed).collect();
        LinearModel::new(rows, self.scale, self.bias[..self.classes].to_vec())
    }
}

/// The weight in units of `scale`, as a whole number of at most [`MOST`] either way.
fn round(weight: f32, scale: f32) -> f32 {
    // Adding 1.5 * 2^23 leaves no bits for a fraction; f32::round is a call of a function on most targets.
    const WHOLE: f32 = 12_582_912.0;
    ((weight / scale).clamp(-MOST, MOST) + WHOLE) - WHOLE
}

/// Random numbers for training: a counter through [`mix`], the same everywhere.
#[derive(Debug, Clone)]
pub struct Random {
    state: u64,
}

impl Random {
    /// The sequence of this seed.
    pub fn new(seed: u64) -> Self {
        Self { state: mix(seed, 0x5EED) }
    }

    /// The next number, of 64 random bits.
    pub fn next_u64(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        mix(self.state, self.state >> 32)
    }

    /// A number below `n`; 0 if `n` is 0.
    pub fn below(&mut self, n: usize) -> usize {
        ((u128::from(self.next_u64()) * n as u128) >> 64) as usize
    }

    /// A number in [0, 1).
    pub fn unit(&mut self) -> f64 {
        (self.next_u64() >> 11) as f64 / (1_u64 << 53) as f64
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Three classes, each with rows of its own and rows that all share.
    fn trained() -> Trainer<4> {
        let mut trainer = Trainer::new(3, 40);
        let mut random = Random::new(1);
        for step in 0..8000 {
            if step == 6000 {
                trainer.begin_rounding(1e-3);
            }
            let class = random.below(3);
            let own = (class * 10 + random.below(10)) as u32;
            let mut target = [0.0; 4];
            target[class] = 1.0;
            trainer.step(&[own, 30 + random.below(10) as u32], &target, 0.3);
        }
        trainer
    }

    #[test]
    fn training_separates_and_four_bits_keep_it() {
        let trainer = trained();
        let model = trainer.finish().unwrap();
        for row in 0..30_u32 {
            let class = (row / 10) as usize;
            assert!(trainer.predict(&[row, 35])[class] > 0.7);
            let p = softmax(&model.scores(&[row, 35]), 1.0);
            assert!(p[class] > 0.7, "{p:?}");
            assert!((p.iter().sum::<f64>() - 1.0).abs() < 1e-9);
            assert!((p[class] - f64::from(trainer.predict(&[row, 35])[class])).abs() < 1e-4);
        }
    }

    #[test]
    fn the_same_steps_give_the_same_weights() {
        assert_eq!(trained().finish().unwrap(), trained().finish().unwrap());
    }

    #[test]
    fn rounding_is_to_the_nearest_and_cut() {
        let cases = [(0.0, 0.0), (0.26, 1.0), (-0.26, -1.0), (0.24, 0.0), (1.4, 3.0), (99.0, 7.0), (-99.0, -7.0)];
        assert!(cases.iter().all(|(weight, whole)| round(*weight, 0.5) == *whole));
    }

    #[test]
    fn sums_of_many_extreme_rows_do_not_overflow() {
        for (byte, weight) in [(0xFF_u8, 7.0), (0x11, -7.0), (0x88, 0.0)] {
            let model = LinearModel::new(vec![byte; 32], 1.0, vec![0.0; 60]).unwrap();
            let scores = model.scores(&vec![0; 10_000]);
            assert!(scores.iter().all(|s| (s - 100.0 * weight).abs() < 1.0), "{scores:?}");
            assert_eq!(model.scores(&[7, u32::MAX]), vec![0.0; 60]);
        }
    }

    #[test]
    fn the_halves_of_a_byte_are_the_halves_of_the_classes() {
        let model = LinearModel::new(vec![0x9A, 0xB7], 1.0, vec![0.0; 4]).unwrap();
        assert_eq!(model.scores(&[0]), [2.0, -1.0, 1.0, 3.0]);
    }

    #[test]
    fn parts_that_do_not_fit_are_refused() {
        assert!(LinearModel::new(vec![0; 64], 1.0, vec![0.0; 65]).is_err());
        assert!(LinearModel::new(vec![0; 63], 1.0, vec![0.0; 64]).is_err());
        assert!(LinearModel::new(vec![], 1.0, vec![0.0; 4]).is_err());
        assert!(LinearModel::new(vec![0; 4], 1.0, vec![]).is_err());
        assert!(LinearModel::new(vec![0; 4], f32::NAN, vec![0.0; 4]).is_err());
        assert_eq!([1, 4, 5, 17].map(|n| width_for(n).unwrap()), [4, 4, 16, 64]);
    }

    #[test]
    fn rows_of_hashes_stay_in_the_table_and_spread() {
        let mut random = Random::new(2);
        let mut hits = [0; 10];
        for _ in 0..10_000 {
            hits[row_of(random.next_u64(), 10) as usize] += 1;
        }
        assert!(hits.iter().all(|n| (850..1150).contains(n)), "{hits:?}");
        assert_eq!(row_of(u64::MAX, 10), 9);
    }
}
