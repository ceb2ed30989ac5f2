//! Linear models of sequences: hashed features, int8 rows, the best labels by search (Viterbi 1967).
//!
//! A feature is a 32-bit hash, its row holds one weight a label (the hashing trick of Weinberger et al. 2009). Rows of 16 int8
//! are 16 bytes, so that one load scores all labels. The weights come from `learn::crf`.

use super::rows::{Row, sum_rows};
use crate::{Error, Result};

/// Labels a row holds; a task with fewer leaves lanes at zero.
pub const LANES: usize = 16;

/// One score a label.
pub type Scores = [i32; LANES];

/// Quantised weights of one linear model: emission rows by feature hash, transitions by context.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SequenceModel {
    /// Power-of-two number of rows.
    pub rows: Vec<Row<LANES>>,
    /// On the scale of the rows.
    pub transitions: Transitions,
}

impl SequenceModel {
    /// A model of these rows, whose number must be a power of two, and at least one transition context.
    pub fn new(rows: Vec<Row<LANES>>, transitions: Vec<[[i16; LANES]; LANES]>) -> Result<Self> {
        if !rows.len().is_power_of_two() || transitions.is_empty() {
            return Err(Error::model_format("a sequence model needs 2^n rows and a transition context"));
        }
        Ok(Self { rows, transitions: Transitions(transitions) })
    }

    /// The summed weights of `features`.
    pub fn score(&self, features: &[u32]) -> Scores {
        sum_rows(&self.rows, features)
    }
}

/// Weights of one label behind another, `[context][previous][next]`; there is at least one context.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Transitions(Vec<[[i16; LANES]; LANES]>);

impl Transitions {
    /// The weights of each context.
    pub fn contexts(&self) -> &[[[i16; LANES]; LANES]] {
        &self.0
    }

    /// The best label sequence under emission scores, contexts (one a token) and a grammar.
    pub fn decode(&self, emissions: &[Scores], contexts: &[u8], grammar: &Grammar) -> Vec<u8> {
        viterbi(emissions, grammar, |i, from| {
            let context = usize::from(contexts[i]).min(self.0.len() - 1);
            let row = &self.0[context][from];
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

#[cfg(test)]
mod tests {
    use super::*;

    fn free() -> Grammar {
        Grammar { follow: [0b11; LANES], first: 0b11, last: 0b11 }
    }

    #[test]
    fn the_grammar_is_kept_whatever_the_scores() {
        let model = SequenceModel::new(
            vec![Row(std::array::from_fn(|lane| 9 * i8::from(lane == 1)))],
            vec![[[0; LANES]; LANES]],
        )
        .unwrap();
        let emissions = vec![model.score(&[1]); 4];
        let mut grammar = free();
        grammar.follow[1] = 0b01;
        grammar.last = 0b01;
        assert_eq!(model.transitions.decode(&emissions, &[0; 4], &grammar), [1, 0, 1, 0]);
        assert!(model.transitions.decode(&[], &[], &grammar).is_empty());
    }

    #[test]
    fn rows_must_be_a_power_of_two() {
        assert!(SequenceModel::new(vec![Row([0; LANES]); 3], vec![[[0; LANES]; LANES]]).is_err());
    }
}
