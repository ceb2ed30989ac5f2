//! Groups of claims in which every member supports the core.

use std::collections::HashMap;

/// How many members of a group a newcomer is compared with: the first ones, which belong together best.
const CORE: usize = 8;

/// A scored pair.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Edge {
    pub a: u32,
    pub b: u32,
    pub score: f32,
}

/// The group of each of `count` items, or `None` for those alone.
///
/// Average-link agglomeration over the given edges, best first (Sokal and Michener 1958): two groups become one if
/// the members of their cores score `threshold` on average. One edge is thus never enough to chain two groups. Pairs
/// that have no edge are scored by `score`; `None` there leaves a pair out (two claims of one outlet, which may be
/// two halves of what another outlet merges).
pub(super) fn groups(
    count: usize,
    mut edges: Vec<Edge>,
    threshold: f32,
    score: impl Fn(u32, u32) -> Option<f32>,
) -> Vec<Option<u32>> {
    edges.sort_unstable_by(|x, y| y.score.total_cmp(&x.score).then((x.a, x.b).cmp(&(y.a, y.b))));
    let mut known: HashMap<(u32, u32), Option<f32>> =
        edges.iter().map(|edge| ((edge.a, edge.b), Some(edge.score))).collect();
    let mut group_of: Vec<u32> = (0..count as u32).collect();
    let mut members: HashMap<u32, Vec<u32>> = HashMap::new();
    for edge in &edges {
        let (a, b) = (group_of[edge.a as usize], group_of[edge.b as usize]);
        if a == b {
            continue;
        }
        let (one, other) = ([a], [b]);
        let size = |group: u32| members.get(&group).map_or(1, Vec::len);
        let (into, from) = if size(a) >= size(b) { (a, b) } else { (b, a) };
        let left: &[u32] = members.get(&a).map_or(&one, |list| &list[..list.len().min(CORE)]);
        let right: &[u32] = members.get(&b).map_or(&other, |list| &list[..list.len().min(CORE)]);
        let (mut sum, mut pairs) = (0.0, 0u32);
        for x in left {
            for y in right {
                let key = ((*x).min(*y), (*x).max(*y));
                if let Some(score) = *known.entry(key).or_insert_with(|| score(key.0, key.1)) {
                    sum += score;
                    pairs += 1;
                }
            }
        }
        if pairs == 0 || sum / (pairs as f32) < threshold {
            continue;
        }
        // The larger group keeps its place at the front, and with it the core.
        let joining = members.remove(&from).unwrap_or_else(|| vec![from]);
        for member in &joining {
            group_of[*member as usize] = into;
        }
        members.entry(into).or_insert_with(|| vec![into]).extend(joining);
    }
    group_of.iter().map(|group| members.contains_key(group).then_some(*group)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn edge(a: u32, b: u32, score: f32) -> Edge {
        Edge { a, b, score }
    }

    #[test]
    fn a_chain_is_not_a_group() {
        let found = groups(4, vec![edge(0, 1, 0.9), edge(1, 2, 0.6), edge(2, 3, 0.9)], 0.5, |_, _| Some(0.0));
        assert_eq!(found[0], found[1]);
        assert_eq!(found[2], found[3]);
        assert_ne!(found[0], found[2]);
    }

    #[test]
    fn pairs_left_out_do_not_count_against_a_member() {
        let found = groups(3, vec![edge(0, 1, 0.8), edge(1, 2, 0.7)], 0.5, |_, _| None);
        assert!(found.iter().all(|group| *group == found[0] && group.is_some()));
    }

    #[test]
    fn what_has_no_edge_is_alone() {
        assert_eq!(groups(2, vec![], 0.5, |_, _| None), [None, None]);
    }
}
