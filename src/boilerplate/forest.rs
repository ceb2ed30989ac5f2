//! Gradient-boosted decision trees: reading and asking them. The file is written by `training/boilerplate_html`.

use crate::error::{Error, Result};

/// One node: where to go for a value, or what a leaf adds to the score.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TreeNode {
    /// The feature asked; [`LEAF`] for leaves.
    pub feature: u8,
    /// Values up to this go to the next node, others to `right`; in leaves what is added to the score.
    pub value: f32,
    /// Index in the forest of the other child.
    pub right: u32,
}

/// The `feature` of leaves.
pub const LEAF: u8 = u8::MAX;

/// Trees whose leaves are summed up to the log odds of a block being content.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Forest {
    /// The roots' places in `nodes`.
    pub roots: Vec<u32>,
    /// All trees' nodes; a left child stands right after its parent, children always after their parents.
    pub nodes: Vec<TreeNode>,
    /// Log odds before any tree.
    pub base: f32,
}

impl Forest {
    /// Appends the file form: roots and nodes as counted lists, little endian; leaves with two bytes.
    pub fn write(&self, into: &mut Vec<u8>) {
        into.extend(self.base.to_le_bytes());
        into.extend((self.roots.len() as u32).to_le_bytes());
        into.extend((self.nodes.len() as u32).to_le_bytes());
        self.roots.iter().for_each(|root| into.extend(root.to_le_bytes()));
        for (at, node) in self.nodes.iter().enumerate() {
            into.push(node.feature);
            if node.feature == LEAF {
                into.extend(((node.value * LEAF_SCALE).round() as i16).to_le_bytes());
            } else {
                into.extend(node.value.to_le_bytes());
                into.extend(((node.right - at as u32) as u16).to_le_bytes());
            }
        }
    }

    /// Reads the file form off the front of `bytes`; every index is checked.
    pub fn read(bytes: &mut &[u8]) -> Result<Self> {
        let base = f32::from_le_bytes(take(bytes)?);
        let trees = u32::from_le_bytes(take(bytes)?) as usize;
        let count = u32::from_le_bytes(take(bytes)?) as usize;
        if trees > 10_000 || count > 1_000_000 || !base.is_finite() {
            return Err(damaged());
        }
        let mut roots = Vec::with_capacity(trees);
        for _ in 0..trees {
            roots.push(u32::from_le_bytes(take(bytes)?));
        }
        let mut nodes = Vec::with_capacity(count);
        for at in 0..count {
            let [feature] = take(bytes)?;
            nodes.push(if feature == LEAF {
                TreeNode { feature, value: f32::from(i16::from_le_bytes(take(bytes)?)) / LEAF_SCALE, right: 0 }
            } else {
                let value = f32::from_le_bytes(take(bytes)?);
                let right = at as u32 + u32::from(u16::from_le_bytes(take(bytes)?));
                if right as usize <= at + 1 || right as usize >= count || value.is_nan() {
                    return Err(damaged());
                }
                TreeNode { feature, value, right }
            });
        }
        let ends_in_leaf = nodes.last().is_none_or(|node| node.feature == LEAF);
        if roots.iter().any(|&root| root as usize >= count) || !ends_in_leaf {
            return Err(damaged());
        }
        Ok(Self { roots, nodes, base })
    }
}

/// A forest laid out for asking it many times.
///
/// A tree is small enough for the processor's nearest cache and a step is one load without a branch, so several rows go
/// down a tree side by side: four times as fast as one row after the other.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Scorer {
    base: f32,
    /// One more than the highest feature that is asked for.
    width: usize,
    trees: Vec<Planted>,
    steps: Vec<Step>,
    leaves: Vec<f32>,
}

/// Where a tree begins, and how many steps lead to its deepest leaf.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Planted {
    start: usize,
    end: usize,
    depth: u32,
}

/// Go to `next[0]` if the feature is at most `value`, else to `next[1]`; leaves lead to themselves.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Step {
    value: f32,
    feature: u16,
    next: [u16; 2],
}

/// Rows that go down a tree side by side.
const LANES: usize = 8;

impl Scorer {
    /// Lays a forest out.
    ///
    /// # Errors
    /// `ModelFormat` for a tree of more than 65,535 nodes.
    pub fn new(forest: &Forest) -> Result<Self> {
        let mut scorer = Self { base: forest.base, ..Self::default() };
        for (at, &root) in forest.roots.iter().enumerate() {
            let start = root as usize;
            let end = forest.roots.get(at + 1).map_or(forest.nodes.len(), |&next| next as usize);
            let nodes = forest.nodes.get(start..end).ok_or_else(damaged)?;
            if nodes.is_empty() || nodes.len() > usize::from(u16::MAX) {
                return Err(damaged());
            }
            let mut depths = vec![0u32; nodes.len()];
            let planted = scorer.steps.len();
            for (at, node) in nodes.iter().enumerate() {
                let leaf = node.feature == LEAF;
                let right = if leaf { at } else { (node.right as usize).checked_sub(start).ok_or_else(damaged)? };
                let left = if leaf { at } else { at + 1 };
                if left >= nodes.len() || right >= nodes.len() {
                    return Err(damaged());
                }
                for child in [left, right] {
                    depths[child] = depths[child].max(depths[at] + u32::from(!leaf));
                }
                let value = if leaf { f32::INFINITY } else { node.value };
                let feature = if leaf { 0 } else { u16::from(node.feature) };
                scorer.steps.push(Step { value, feature, next: [left as u16, right as u16] });
                scorer.leaves.push(if leaf { node.value } else { 0.0 });
            }
            let depth = depths.iter().copied().max().unwrap_or(0);
            let asked = scorer.steps[planted..].iter().map(|step| usize::from(step.feature) + 1);
            scorer.width = asked.fold(scorer.width, usize::max);
            scorer.trees.push(Planted { start: planted, end: scorer.steps.len(), depth });
        }
        Ok(scorer)
    }

    /// Appends the probability of every row; a feature that a row does not have counts as 0.
    pub fn score<R: AsRef<[f32]>>(&self, rows: &[R], into: &mut Vec<f32>) {
        if let [row] = rows {
            into.push(probability(self.sum(row.as_ref())));
            return;
        }
        let width = self.width;
        // The rows side by side: one feature of all of them, then the next.
        let mut values = vec![0.0f32; width * LANES];
        for rows in rows.chunks(LANES) {
            for (lane, row) in rows.iter().enumerate() {
                let row = row.as_ref();
                for feature in 0..width {
                    values[feature * LANES + lane] = row.get(feature).copied().unwrap_or(0.0);
                }
            }
            let mut sums = [self.base; LANES];
            for tree in &self.trees {
                let (steps, leaves) = (&self.steps[tree.start..tree.end], &self.leaves[tree.start..tree.end]);
                let mut at = [0u16; LANES];
                for _ in 0..tree.depth {
                    let before = at;
                    for (lane, at) in at.iter_mut().enumerate() {
                        let step = &steps[usize::from(*at)];
                        let value = values[usize::from(step.feature) * LANES + lane];
                        *at = step.next[usize::from(value > step.value)];
                    }
                    // Few branches are as long as the longest.
                    if at == before {
                        break;
                    }
                }
                for (sum, at) in sums.iter_mut().zip(at) {
                    *sum += leaves[usize::from(at)];
                }
            }
            into.extend(sums[..rows.len()].iter().map(|&sum| probability(sum)));
        }
    }

    /// The log odds of one row.
    fn sum(&self, row: &[f32]) -> f32 {
        let mut sum = self.base;
        for tree in &self.trees {
            let (steps, leaves) = (&self.steps[tree.start..tree.end], &self.leaves[tree.start..tree.end]);
            let (mut before, mut at) = (usize::MAX, 0);
            while at != before {
                before = at;
                at = steps[at].toward(row);
            }
            sum += leaves[at];
        }
        sum
    }

    /// The same scorer for rows that all have the `shared` features of `row`: a third of the questions are answered
    /// beforehand.
    pub fn given(&self, shared: &std::ops::Range<usize>, row: &[f32]) -> Self {
        let mut given = Self { base: self.base, width: self.width, ..Self::default() };
        let (mut order, mut depths) = (Vec::new(), Vec::new());
        for tree in &self.trees {
            let (steps, leaves) = (&self.steps[tree.start..tree.end], &self.leaves[tree.start..tree.end]);
            let open = |mut at: usize| {
                while !steps[at].is_leaf(at) && shared.contains(&usize::from(steps[at].feature)) {
                    at = steps[at].toward(row);
                }
                at
            };
            let start = given.steps.len();
            order.clear();
            depths.clear();
            order.push(open(0));
            depths.push(0u32);
            let mut next = 0;
            while let Some(&at) = order.get(next) {
                let mut step = steps[at];
                if step.is_leaf(at) {
                    step.next = [next as u16; 2];
                } else {
                    for side in &mut step.next {
                        let child = open(usize::from(*side));
                        *side = order.len() as u16;
                        order.push(child);
                        depths.push(depths[next] + 1);
                    }
                }
                given.steps.push(step);
                given.leaves.push(leaves[at]);
                next += 1;
            }
            // Children stand behind their parents and no deeper than those behind them.
            let depth = depths.last().copied().unwrap_or(0);
            given.trees.push(Planted { start, end: given.steps.len(), depth });
        }
        given
    }
}

impl Step {
    /// Where a row goes from here; a feature that it does not have counts as 0.
    fn toward(&self, row: &[f32]) -> usize {
        let value = row.get(usize::from(self.feature)).copied().unwrap_or(0.0);
        usize::from(self.next[usize::from(value > self.value)])
    }

    fn is_leaf(&self, at: usize) -> bool {
        usize::from(self.next[0]) == at
    }
}

fn probability(sum: f32) -> f32 {
    1.0 / (1.0 + (-sum).exp())
}

/// Leaves are kept in steps of 1/2048, far below what changes a decision.
const LEAF_SCALE: f32 = 2_048.0;

pub(crate) fn take<const N: usize>(bytes: &mut &[u8]) -> Result<[u8; N]> {
    let (head, tail) = bytes.split_first_chunk::<N>().ok_or_else(damaged)?;
    *bytes = tail;
    Ok(*head)
}

pub(crate) fn damaged() -> Error {
    Error::model_format("the boilerplate model is damaged or of another version")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// A tree over four features out of a list of questions, as deep as the list is long.
    fn forest(questions: &[(u8, f32)]) -> Forest {
        let inner = questions.len() as u32;
        let question = |(at, &(feature, value)): (usize, &(u8, f32))| {
            // All left children in a row, then their leaves, the deepest first.
            TreeNode { feature, value, right: 2 * inner - at as u32 }
        };
        let mut nodes: Vec<_> = questions.iter().enumerate().map(question).collect();
        nodes.extend((0..=inner).map(|leaf| TreeNode { feature: LEAF, value: leaf as f32 / 8.0 - 0.5, right: 0 }));
        Forest { roots: vec![0], nodes, base: 0.25 }
    }

    proptest! {
        #[test]
        fn answers_do_not_depend_on_how_they_are_found(
            questions in proptest::collection::vec((0u8..4, -1.0f32..1.0), 0..12),
            rows in proptest::collection::vec(proptest::array::uniform2(-1.0f32..1.0), 1..20),
            shared in proptest::array::uniform2(-1.0f32..1.0),
        ) {
            let scorer = Scorer::new(&forest(&questions)).expect("a sound forest");
            let rows: Vec<Vec<f32>> = rows.iter().map(|own| [own[0], shared[0], shared[1], own[1]].to_vec()).collect();
            let (mut all, mut given) = (Vec::new(), Vec::new());
            scorer.score(&rows, &mut all);
            scorer.given(&(1..3), &rows[0]).score(&rows, &mut given);
            let mut single = Vec::new();
            rows.iter().for_each(|row| scorer.score(&[row], &mut single));
            prop_assert_eq!(&all, &given);
            prop_assert_eq!(&all, &single);
        }
    }
}
