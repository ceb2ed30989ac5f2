//! Training of a sequence model as a conditional random field: the weights under which the annotated labels are most
//! probable (Lafferty et al. 2001), by stochastic gradient descent with the averaging of Polyak and Juditsky (1992).
//!
//! Unlike a perceptron it does not chase what annotators disagree on: an update is as large as the model's doubt. Each
//! row has a step of its own that shrinks with what it has moved (Duchi et al. 2011), so that rare features learn too, and
//! features are left out at random, so that none is relied on alone.

use super::rows::Row;
use super::sequence::{Grammar, LANES, SequenceModel};

/// One real score a label.
type Reals = [f32; LANES];

/// How steps are taken.
#[derive(Debug, Clone, Copy)]
pub struct Steps {
    /// Size of a step.
    pub rate: f32,
    /// Share of the features that are left out of a sequence's scores, each time anew.
    pub drop: f32,
}

/// Weights while they are learned.
pub struct CrfTrainer {
    rows: Vec<Reals>,
    row_sums: Vec<Reals>,
    /// Squared movement of each row.
    moved: Vec<f32>,
    transitions: Vec<[Reals; LANES]>,
    transition_sums: Vec<[Reals; LANES]>,
    transitions_moved: Vec<f32>,
    time: f32,
    steps: Steps,
    random: u64,
}

impl CrfTrainer {
    /// Empty weights: `2^bits` rows, `contexts` transition contexts. The same `seed` gives the same model.
    pub fn new(bits: u32, contexts: usize, steps: Steps, seed: u64) -> Self {
        Self {
            rows: vec![[0.0; LANES]; 1 << bits],
            row_sums: vec![[0.0; LANES]; 1 << bits],
            moved: vec![1.0; 1 << bits],
            transitions: vec![[[0.0; LANES]; LANES]; contexts],
            transition_sums: vec![[[0.0; LANES]; LANES]; contexts],
            transitions_moved: vec![1.0; contexts],
            time: 1.0,
            steps,
            random: seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1,
        }
    }

    /// Starts the average anew: what was learned so far counts as one point of it.
    pub fn restart_average(&mut self) {
        self.row_sums.fill([0.0; LANES]);
        self.transition_sums.fill([[0.0; LANES]; LANES]);
        self.time = 1.0;
    }

    /// One sequence: a step towards its gold labels. `cost(gold, guess)` is added to a label's score, so that the gold labels
    /// must win by a margin (Gimpel and Smith 2010).
    pub fn learn(
        &mut self,
        features: &mut [Vec<u32>],
        contexts: &[u8],
        gold: &[u8],
        grammar: &Grammar,
        cost: impl Fn(u8, u8) -> f32,
    ) {
        let count = gold.len();
        if count == 0 || features.len() < count || contexts.len() < count {
            return;
        }
        for features in features.iter_mut() {
            self.thin(features);
        }
        let emissions: Vec<Reals> = (0..count).map(|i| self.emission(&features[i], gold[i], &cost)).collect();
        // A sequence has few contexts, and exponentials cost more than all else.
        let mut tables: Vec<[Reals; LANES]> = Vec::new();
        let mut place = vec![usize::MAX; self.transitions.len()];
        let mut table_of = vec![0; count];
        for i in 1..count {
            let context = usize::from(contexts[i]);
            if place[context] == usize::MAX {
                place[context] = tables.len();
                tables.push(self.allowed(contexts[i], grammar));
            }
            table_of[i] = place[context];
        }
        let first: Reals = std::array::from_fn(|lane| f32::from(u8::from(grammar.first >> lane & 1 == 1)));
        let last: Reals = std::array::from_fn(|lane| f32::from(u8::from(grammar.last >> lane & 1 == 1)));
        let mut forward: Vec<Reals> = Vec::with_capacity(count);
        forward.push(scaled(std::array::from_fn(|lane| first[lane] * emissions[0][lane])));
        for i in 1..count {
            let before = forward[i - 1];
            let mut sums = [0.0; LANES];
            for (row, weight) in tables[table_of[i]].iter().zip(before) {
                for lane in 0..LANES {
                    sums[lane] += weight * row[lane];
                }
            }
            forward.push(scaled(std::array::from_fn(|lane| sums[lane] * emissions[i][lane])));
        }
        let mut backward = last;
        for i in (0..count).rev() {
            let marginal = scaled(std::array::from_fn(|lane| forward[i][lane] * backward[lane]));
            self.step(&features[i], &marginal, gold[i]);
            if i == 0 {
                break;
            }
            let steps = &tables[table_of[i]];
            let ahead: Reals = scaled(std::array::from_fn(|lane| backward[lane] * emissions[i][lane]));
            self.step_transition(contexts[i], &forward[i - 1], steps, &ahead, gold[i - 1], gold[i]);
            backward = scaled(std::array::from_fn(|from| (0..LANES).map(|to| steps[from][to] * ahead[to]).sum()));
        }
        self.time += 1.0;
    }

    /// Leaves features out at random.
    fn thin(&mut self, features: &mut Vec<u32>) {
        let limit = (self.steps.drop * 65_536.0) as u64;
        if limit == 0 {
            return;
        }
        features.retain(|_| {
            self.random ^= self.random << 13;
            self.random ^= self.random >> 7;
            self.random ^= self.random << 17;
            self.random & 0xFFFF >= limit
        });
    }

    /// The exponentials of a word's scores, the largest 1.
    fn emission(&self, features: &[u32], gold: u8, cost: &impl Fn(u8, u8) -> f32) -> Reals {
        let mask = self.rows.len() - 1;
        let mut sums = [0.0_f32; LANES];
        for &feature in features {
            for (sum, weight) in sums.iter_mut().zip(&self.rows[feature as usize & mask]) {
                *sum += weight;
            }
        }
        let sums: Reals = std::array::from_fn(|lane| sums[lane] + cost(gold, lane as u8));
        let top = sums.iter().copied().fold(f32::MIN, f32::max);
        sums.map(|score| (score - top).exp())
    }

    /// The exponentials of the transitions' scores, zero where the grammar forbids.
    fn allowed(&self, context: u8, grammar: &Grammar) -> [Reals; LANES] {
        let table = &self.transitions[usize::from(context)];
        std::array::from_fn(|from| {
            std::array::from_fn(|to| if grammar.follow[from] >> to & 1 == 1 { table[from][to].exp() } else { 0.0 })
        })
    }

    fn step(&mut self, features: &[u32], marginal: &Reals, gold: u8) {
        let gradient: Reals =
            std::array::from_fn(|lane| f32::from(u8::from(lane == usize::from(gold))) - marginal[lane]);
        let size: f32 = gradient.iter().map(|part| part * part).sum();
        // What the model is sure of moves nothing.
        if size < SURE {
            return;
        }
        let mask = self.rows.len() - 1;
        for &feature in features {
            let at = feature as usize & mask;
            self.moved[at] += size;
            let rate = self.steps.rate / self.moved[at].sqrt();
            let late = rate * self.time;
            for ((weight, sum), part) in self.rows[at].iter_mut().zip(&mut self.row_sums[at]).zip(&gradient) {
                *weight += rate * part;
                *sum += late * part;
            }
        }
    }

    fn step_transition(
        &mut self,
        context: u8,
        before: &Reals,
        steps: &[Reals; LANES],
        ahead: &Reals,
        gold_before: u8,
        gold: u8,
    ) {
        let mut pairs: [Reals; LANES] =
            std::array::from_fn(|from| std::array::from_fn(|to| before[from] * steps[from][to] * ahead[to]));
        let total: f32 = pairs.as_flattened().iter().sum();
        if total <= 0.0 {
            return;
        }
        pairs.as_flattened_mut().iter_mut().for_each(|pair| *pair /= -total);
        pairs[usize::from(gold_before)][usize::from(gold)] += 1.0;
        let size: f32 = pairs.as_flattened().iter().map(|part| part * part).sum();
        if size < SURE {
            return;
        }
        let context = usize::from(context);
        self.transitions_moved[context] += size;
        let rate = self.steps.rate / self.transitions_moved[context].sqrt();
        let late = rate * self.time;
        let tables = self.transitions[context].as_flattened_mut().iter_mut();
        let sums = self.transition_sums[context].as_flattened_mut();
        for ((weight, sum), part) in tables.zip(sums).zip(pairs.as_flattened()) {
            *weight += rate * part;
            *sum += late * part;
        }
    }

    /// The averaged weights, added to `total` in the order of [`Weights::quantise`].
    pub fn average_into(&self, total: &mut Weights) {
        let keep = 1.0 - self.steps.drop;
        let average = |now: &[f32], sums: &[f32], total: &mut [f32], by: f32| {
            for ((total, now), sum) in total.iter_mut().zip(now).zip(sums) {
                *total += (now - sum / self.time) * by;
            }
        };
        average(self.rows.as_flattened(), self.row_sums.as_flattened(), total.rows.as_flattened_mut(), keep);
        let transitions = self.transitions.as_flattened().as_flattened();
        let sums = self.transition_sums.as_flattened().as_flattened();
        average(transitions, sums, total.transitions.as_flattened_mut().as_flattened_mut(), 1.0);
    }
}

/// A word on which the squared error of the probabilities is smaller is known.
const SURE: f32 = 1e-5;

/// Divides by the sum.
fn scaled(values: Reals) -> Reals {
    let sum: f32 = values.iter().sum();
    if sum > 0.0 { values.map(|value| value / sum) } else { values }
}

/// Sums of weights of several trainings.
#[derive(Debug, Clone)]
pub struct Weights {
    rows: Vec<Reals>,
    transitions: Vec<[Reals; LANES]>,
}

impl Weights {
    /// Zeros.
    pub fn new(bits: u32, contexts: usize) -> Self {
        Self { rows: vec![[0.0; LANES]; 1 << bits], transitions: vec![[[0.0; LANES]; LANES]; contexts] }
    }

    /// As int8, on one scale; weights that round to zero vanish. `clip` is the share of the weights that may exceed the
    /// range and are cut to it.
    pub fn quantise(&self, clip: f64) -> crate::Result<SequenceModel> {
        let scale = 1.0 / self.unit(clip);
        let step = |weight: f32| (weight * scale).round().clamp(-127.0, 127.0) as i8;
        let rows = self.rows.iter().map(|row| Row(row.map(step)));
        let transitions = self
            .transitions
            .iter()
            .map(|table| table.map(|row| row.map(|weight| (weight * scale).round().clamp(-30_000.0, 30_000.0) as i16)));
        SequenceModel::new(rows.collect(), transitions.collect())
    }

    /// What a quantised weight of 1 stands for.
    pub fn unit(&self, clip: f64) -> f32 {
        let mut sizes: Vec<f32> =
            self.rows.as_flattened().iter().map(|weight| weight.abs()).filter(|size| *size > 0.0).collect();
        sizes.sort_by(f32::total_cmp);
        let top = sizes.get(((sizes.len() as f64) * (1.0 - clip)) as usize).or(sizes.last()).copied().unwrap_or(1.0);
        top.max(f32::MIN_POSITIVE) / 127.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::learn::sequence::Scores;

    #[test]
    fn learns_a_label_that_only_the_transition_shows() {
        // Label 1 follows label 0 on the same feature: emissions alone cannot tell them apart.
        let gold = [0, 1, 0, 1, 0, 1];
        let grammar = Grammar { follow: [0b11; LANES], first: 0b11, last: 0b11 };
        let mut trainer = CrfTrainer::new(4, 1, Steps { rate: 0.5, drop: 0.0 }, 1);
        for _ in 0..60 {
            trainer.learn(&mut vec![vec![7]; 6], &[0; 6], &gold, &grammar, |_, _| 0.0);
        }
        let mut weights = Weights::new(4, 1);
        trainer.average_into(&mut weights);
        let model = weights.quantise(0.0).unwrap();
        let emissions: Vec<Scores> = (0..6).map(|_| model.score(&[7])).collect();
        assert_eq!(model.transitions.decode(&emissions, &[0; 6], &Grammar { first: 0b01, ..grammar }), gold);
    }

    #[test]
    fn empty_sequences_teach_nothing() {
        let grammar = Grammar { follow: [0b11; LANES], first: 0b11, last: 0b11 };
        let mut trainer = CrfTrainer::new(2, 1, Steps { rate: 0.5, drop: 0.2 }, 1);
        trainer.learn(&mut [], &[], &[], &grammar, |_, _| 0.0);
        let mut weights = Weights::new(2, 1);
        trainer.average_into(&mut weights);
        assert!(weights.rows.as_flattened().iter().all(|weight| *weight == 0.0));
    }
}
