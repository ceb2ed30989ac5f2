//! The rows of both passes side by side: what the first pass looks at the second does too, so that one look serves both.

use crate::learn::sequence::{LANES, Scores, SequenceModel};
use crate::{Error, Result};

/// The sums of one pass. A row's weights are int8, and a word has far fewer than 255 features.
pub(super) type Sums = [i16; LANES];

/// The rows of a first and a second pass, a pair a feature.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Pairs {
    rows: Vec<[[i8; LANES]; 2]>,
}

impl Pairs {
    /// Pairs the rows of two passes; an error if they have not the same number of rows.
    pub fn new(first: &SequenceModel, second: &SequenceModel) -> Result<Self> {
        if first.rows().len() != second.rows().len() {
            return Err(Error::model_format("the passes of an attribution model need the same number of rows"));
        }
        Ok(Self { rows: first.rows().iter().zip(second.rows()).map(|(one, two)| [*one, *two]).collect() })
    }

    /// What both passes make of features.
    pub fn score(&self, features: &[u32]) -> [Sums; 2] {
        let mask = self.rows.len() - 1;
        let (mut first, mut second) = ([0; LANES], [0; LANES]);
        for &feature in features {
            let [one, two] = &self.rows[feature as usize & mask];
            add(&mut first, one);
            add(&mut second, two);
        }
        [first, second]
    }

    /// What the second pass makes of features beyond what it has made of others.
    pub fn score_second(&self, features: &[u32], mut sums: Sums) -> Scores {
        let mask = self.rows.len() - 1;
        for &feature in features {
            add(&mut sums, &self.rows[feature as usize & mask][1]);
        }
        sums.map(i32::from)
    }
}

fn add(sums: &mut Sums, row: &[i8; LANES]) {
    for lane in 0..LANES {
        sums[lane] += i16::from(row[lane]);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn model(rows: Vec<[i8; LANES]>) -> SequenceModel {
        SequenceModel::new(rows, vec![[[0; LANES]; LANES]]).expect("a power of two")
    }

    #[test]
    fn both_passes_score_as_each_alone() {
        let rows =
            |seed: usize| (0..4).map(|row| std::array::from_fn(|lane| (row * 37 + lane * 11 + seed) as i8)).collect();
        let (first, second) = (model(rows(3)), model(rows(90)));
        let pairs = Pairs::new(&first, &second).expect("of one size");
        let (shared, more) = ([5, 2, 2, 7], [1, 0]);
        let [one, two] = pairs.score(&shared);
        assert_eq!(one.map(i32::from), first.score(&shared));
        let all: Vec<u32> = shared.iter().chain(&more).copied().collect();
        assert_eq!(pairs.score_second(&more, two), second.score(&all));
    }

    #[test]
    fn passes_of_different_sizes_are_no_pair() {
        assert!(Pairs::new(&model(vec![[0; LANES]; 4]), &model(vec![[0; LANES]; 8])).is_err());
    }
}
