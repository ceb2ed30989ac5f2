//! Two sequences side by side.

use std::ops::Range;

/// Sequences longer than this are aligned by their beginnings; the rest counts as changed.
const LONGEST: usize = 512;

/// A stretch of an alignment, as positions in both sequences.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Step {
    /// These two are the same.
    Same(usize, usize),
    /// What stands on the left was exchanged for what stands on the right; one of the two may be empty.
    Changed(Range<usize>, Range<usize>),
}

/// Aligns by a longest common subsequence (dynamic programming over at most 512 by 512 cells).
pub(super) fn align<T>(left: &[T], right: &[T], same: impl Fn(&T, &T) -> bool) -> Vec<Step> {
    let (n, m) = (left.len().min(LONGEST), right.len().min(LONGEST));
    // lengths[i][j]: the longest common subsequence of left[i..] and right[j..].
    let mut lengths = vec![0u16; (n + 1) * (m + 1)];
    let at = |i: usize, j: usize| i * (m + 1) + j;
    for i in (0..n).rev() {
        for j in (0..m).rev() {
            lengths[at(i, j)] = if same(&left[i], &right[j]) {
                lengths[at(i + 1, j + 1)] + 1
            } else {
                lengths[at(i + 1, j)].max(lengths[at(i, j + 1)])
            };
        }
    }
    let mut steps = Vec::new();
    let (mut i, mut j) = (0, 0);
    let (mut from_i, mut from_j) = (0, 0);
    while i < n && j < m {
        if same(&left[i], &right[j]) {
            if from_i < i || from_j < j {
                steps.push(Step::Changed(from_i..i, from_j..j));
            }
            steps.push(Step::Same(i, j));
            (i, j) = (i + 1, j + 1);
            (from_i, from_j) = (i, j);
        } else if lengths[at(i + 1, j)] >= lengths[at(i, j + 1)] {
            i += 1;
        } else {
            j += 1;
        }
    }
    if from_i < left.len() || from_j < right.len() {
        steps.push(Step::Changed(from_i..left.len(), from_j..right.len()));
    }
    steps
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn exchanges_insertions_and_ends() {
        let words = |text: &'static str| text.split(' ').collect::<Vec<_>>();
        let steps = align(&words("a real risk of war"), &words("the real and present risk"), |x, y| x == y);
        assert_eq!(
            steps,
            [
                Step::Changed(0..1, 0..1),
                Step::Same(1, 1),
                Step::Changed(2..2, 2..4),
                Step::Same(2, 4),
                Step::Changed(3..5, 5..5),
            ]
        );
        assert_eq!(align::<u8>(&[], &[], |x, y| x == y), []);
    }

    proptest::proptest! {
        #[test]
        fn every_item_stands_in_exactly_one_step(a in proptest::collection::vec(0u8..4, 0..40), b in proptest::collection::vec(0u8..4, 0..40)) {
            let (mut i, mut j) = (0, 0);
            for step in align(&a, &b, |x, y| x == y) {
                match step {
                    Step::Same(x, y) => {
                        proptest::prop_assert_eq!((x, y, a[x]), (i, j, b[y]));
                        (i, j) = (x + 1, y + 1);
                    }
                    Step::Changed(x, y) => {
                        proptest::prop_assert_eq!((x.start, y.start), (i, j));
                        (i, j) = (x.end, y.end);
                    }
                }
            }
            proptest::prop_assert_eq!((i, j), (a.len(), b.len()));
        }
    }
}
