//! How sure a sequence model is of labels: their probabilities given the whole sequence (Rabiner 1989).

use super::sequence::{Grammar, LANES, Scores, Transitions};

type Reals = [f32; LANES];

/// Probabilities under one model and grammar.
pub struct Posterior<'a> {
    transitions: &'a Transitions,
    grammar: &'a Grammar,
    /// What a weight of 1 stands for.
    unit: f32,
    /// The exponentials of each context's transitions, once they were asked for.
    tables: Vec<Option<Box<[Reals; LANES]>>>,
}

impl<'a> Posterior<'a> {
    /// `unit` is what a weight of 1 stands for, see [`super::crf::Weights::unit`].
    pub fn new(transitions: &'a Transitions, grammar: &'a Grammar, unit: f32) -> Self {
        Self { transitions, grammar, unit, tables: vec![None; transitions.contexts().len()] }
    }

    /// The probability of each of `labels`, one a token.
    pub fn of(&mut self, emissions: &[Scores], contexts: &[u8], labels: &[u8]) -> Vec<f32> {
        let count = emissions.len().min(contexts.len()).min(labels.len());
        if count == 0 {
            return Vec::new();
        }
        let emissions: Vec<Reals> = emissions.iter().map(|scores| self.exponentials(scores)).collect();
        let at: Vec<usize> = contexts.iter().map(|&context| usize::from(context).min(self.tables.len() - 1)).collect();
        for &context in &at {
            self.prepare(context);
        }
        let table = |i: usize| self.tables[at[i]].as_deref().unwrap_or(&EMPTY);
        let bits = |set: u16| -> Reals { std::array::from_fn(|lane| f32::from(set >> lane & 1)) };
        let (first, last) = (bits(self.grammar.first), bits(self.grammar.last));
        let mut forward: Vec<Reals> = Vec::with_capacity(count);
        forward.push(scaled(std::array::from_fn(|lane| first[lane] * emissions[0][lane])));
        for i in 1..count {
            let mut sums = [0.0; LANES];
            for (row, weight) in table(i).iter().zip(forward[i - 1]) {
                for lane in 0..LANES {
                    sums[lane] += weight * row[lane];
                }
            }
            forward.push(scaled(std::array::from_fn(|lane| sums[lane] * emissions[i][lane])));
        }
        let mut sure = vec![0.0; count];
        let mut backward = last;
        for i in (0..count).rev() {
            let all = scaled(std::array::from_fn(|lane| forward[i][lane] * backward[lane]));
            sure[i] = all.get(usize::from(labels[i])).copied().unwrap_or(0.0);
            if i > 0 {
                let ahead: Reals = std::array::from_fn(|lane| backward[lane] * emissions[i][lane]);
                let steps = table(i);
                backward = scaled(std::array::from_fn(|from| (0..LANES).map(|to| steps[from][to] * ahead[to]).sum()));
            }
        }
        sure
    }

    /// The exponentials of scores, the largest 1.
    fn exponentials(&self, scores: &Scores) -> Reals {
        let top = scores.iter().copied().max().unwrap_or(0);
        scores.map(|score| ((score - top) as f32 * self.unit).exp())
    }

    fn prepare(&mut self, context: usize) {
        if self.tables[context].is_none() {
            let rows = &self.transitions.contexts()[context];
            let table: [Reals; LANES] = std::array::from_fn(|from| {
                let follow = self.grammar.follow[from];
                let weight = |to: usize| (f32::from(rows[from][to]) * self.unit).exp();
                std::array::from_fn(|to| if follow >> to & 1 == 1 { weight(to) } else { 0.0 })
            });
            self.tables[context] = Some(Box::new(table));
        }
    }
}

/// No step at all.
static EMPTY: [Reals; LANES] = [[0.0; LANES]; LANES];

/// Divides by the sum.
fn scaled(values: Reals) -> Reals {
    let sum: f32 = values.iter().sum();
    if sum > 0.0 { values.map(|value| value / sum) } else { values }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::learn::rows::Row;
    use crate::learn::sequence::SequenceModel;

    #[test]
    fn probabilities_follow_the_scores_and_the_grammar() {
        let transitions = SequenceModel::new(vec![Row([0; LANES])], vec![[[0; LANES]; LANES]]).unwrap().transitions;
        let mut grammar = Grammar { follow: [0b11; LANES], first: 0b11, last: 0b11 };
        let mut scores = [0; LANES];
        scores[1] = 10;
        let sure = Posterior::new(&transitions, &grammar, 0.1).of(&[scores, [0; LANES]], &[0, 0], &[1, 0]);
        assert!((sure[0] - 0.731).abs() < 0.01 && (sure[1] - 0.5).abs() < 0.01, "{sure:?}");
        // Label 1 must be followed by itself: the doubt about the second token is the doubt about the first.
        grammar.follow[1] = 0b10;
        grammar.follow[0] = 0b01;
        let sure = Posterior::new(&transitions, &grammar, 0.1).of(&[scores, [0; LANES]], &[0, 0], &[1, 1]);
        assert!((sure[0] - sure[1]).abs() < 1e-6 && sure[0] > 0.7, "{sure:?}");
        assert!(Posterior::new(&transitions, &grammar, 0.1).of(&[], &[], &[]).is_empty());
    }
}
