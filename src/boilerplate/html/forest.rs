//! Gradient-boosted decision trees: reading and asking them. The file is written by `training/boilerplate.rs`.

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
    /// The probability of a row of features; a feature that the row does not have counts as 0.
    pub fn score(&self, row: &[f32]) -> f32 {
        let mut sum = self.base;
        for &root in &self.roots {
            let mut at = root as usize;
            while let Some(node) = self.nodes.get(at) {
                if node.feature == LEAF {
                    sum += node.value;
                    break;
                }
                let value = row.get(usize::from(node.feature)).copied().unwrap_or(0.0);
                at = if value <= node.value { at + 1 } else { node.right as usize };
            }
        }
        1.0 / (1.0 + (-sum).exp())
    }

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

    /// Reads the file form off the front of `bytes`; every index is checked, so that [`Forest::score`] ends.
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
