//! Logistic regression, trained by AdaGrad (Duchi, Hazan and Singer 2011).

/// How to train.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Options {
    /// Rounds over all examples.
    pub epochs: usize,
    /// Step size.
    pub rate: f32,
    /// Strength of the L2 penalty, per example.
    pub l2: f32,
    /// Seed of the order of the examples: the same seed, the same weights.
    pub seed: u64,
}

impl Default for Options {
    fn default() -> Self {
        Self { epochs: 20, rate: 0.1, l2: 1e-5, seed: 1 }
    }
}

/// One example: its features, whether it is positive, how much it counts.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Example<'a> {
    /// As many as every other example has.
    pub features: &'a [f32],
    /// The answer.
    pub positive: bool,
    /// 1 for an example that counts once.
    pub weight: f32,
}

/// Weights for as many features as the first example has; the caller's features hold a constant one if there is to be a
/// bias. The averaged weights of the last half of the rounds are returned. Empty without examples.
///
/// ```
/// use copydesk::learn::logistic::{Example, Options, probability, train};
/// let rows = [[1.0, 0.0], [1.0, 0.2], [1.0, 0.8], [1.0, 1.0]];
/// let examples: Vec<_> =
///     rows.iter().map(|row| Example { features: row, positive: row[1] > 0.5, weight: 1.0 }).collect();
/// let weights = train(&examples, &Options { epochs: 200, ..Options::default() });
/// assert!(probability(&weights, &[1.0, 0.9]) > 0.5 && probability(&weights, &[1.0, 0.1]) < 0.5);
/// ```
pub fn train(examples: &[Example], options: &Options) -> Vec<f32> {
    let width = examples.first().map_or(0, |example| example.features.len());
    let mut weights = vec![0.0_f32; width];
    let mut squares = vec![1e-6_f32; width];
    let mut sums = vec![0.0_f64; width];
    let mut taken = 0_u32;
    let mut order: Vec<usize> = (0..examples.len()).collect();
    let mut state = options.seed | 1;
    for epoch in 0..options.epochs {
        shuffle(&mut order, &mut state);
        for &at in &order {
            let example = &examples[at];
            let error = probability(&weights, example.features) - if example.positive { 1.0 } else { 0.0 };
            for ((weight, square), &value) in weights.iter_mut().zip(&mut squares).zip(example.features) {
                if value != 0.0 {
                    let gradient = error * example.weight * value + options.l2 * *weight;
                    *square += gradient * gradient;
                    *weight -= options.rate * gradient / square.sqrt();
                }
            }
        }
        if epoch * 2 >= options.epochs {
            taken += 1;
            for (sum, weight) in sums.iter_mut().zip(&weights) {
                *sum += f64::from(*weight);
            }
        }
    }
    if taken == 0 { weights } else { sums.iter().map(|sum| (sum / f64::from(taken)) as f32).collect() }
}

/// The probability that an example with these features is positive.
pub fn probability(weights: &[f32], features: &[f32]) -> f32 {
    let odds: f32 = weights.iter().zip(features).map(|(weight, value)| weight * value).sum();
    1.0 / (1.0 + (-odds).exp())
}

/// Fisher and Yates, with an xorshift generator.
fn shuffle(order: &mut [usize], state: &mut u64) {
    for at in (1..order.len()).rev() {
        *state ^= *state << 13;
        *state ^= *state >> 7;
        *state ^= *state << 17;
        order.swap(at, (*state % (at as u64 + 1)) as usize);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn separable_examples_are_learned_and_runs_agree() {
        let rows: Vec<[f32; 3]> = (0..200).map(|n| [1.0, (n % 10) as f32 / 10.0, (n % 7) as f32]).collect();
        let examples: Vec<Example> =
            rows.iter().map(|row| Example { features: row, positive: row[1] >= 0.5, weight: 1.0 }).collect();
        let weights = train(&examples, &Options { epochs: 100, ..Options::default() });
        let right = examples.iter().filter(|e| (probability(&weights, e.features) > 0.5) == e.positive).count();
        assert!(right >= 190, "{right} of 200");
        assert_eq!(weights, train(&examples, &Options { epochs: 100, ..Options::default() }));
    }

    #[test]
    fn heavier_examples_win() {
        let row = [1.0];
        let examples = [
            Example { features: &row, positive: true, weight: 3.0 },
            Example { features: &row, positive: false, weight: 1.0 },
        ];
        let weights = train(&examples, &Options { epochs: 400, l2: 0.0, ..Options::default() });
        assert!((probability(&weights, &row) - 0.75).abs() < 0.05);
    }

    #[test]
    fn nothing_is_learned_from_nothing() {
        assert!(train(&[], &Options::default()).is_empty());
    }
}
