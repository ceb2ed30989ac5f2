//! Groups of claims in which every member supports the core.

use std::cmp::Ordering;
use std::collections::HashMap;

/// How many members of a group a newcomer is compared with: the first ones, which belong together best.
const CORE: usize = 8;
/// How many pairs of claims of one outlet make two groups told apart, whatever else they are.
const TOLD_APART: u32 = 2;
/// How alike these must be on the whole if both outlets say one thing twice each.
const TWICE: f32 = 0.9;
/// How much of one of two claims must stand in the other if an outlet is thought to have made one claim of two.
const WHOLE: f32 = 0.47;
/// How much the best pair counts beside the mean where a claim alone comes to a group: with one member it may have all in
/// common, and with others, whose words are further away, less. 0 loses two points of the invented stories' F1, .35 joins
/// wrong ones.
const NEAREST: f32 = 0.25;
/// What a claim that says again what a member says must score with the members of other outlets.
const SUPPORT: f32 = 0.1;

/// A scored pair.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Edge {
    pub a: u32,
    pub b: u32,
    pub link: Link,
}

impl Edge {
    fn best_first(&self, other: &Self) -> Ordering {
        other.link.score.total_cmp(&self.link.score).then((self.a, self.b).cmp(&(other.a, other.b)))
    }
}

/// What is known of a pair.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Link {
    pub score: f32,
    /// Both stand in one outlet only, the same one.
    pub one_outlet: bool,
    /// They are in different languages, where a low score says little.
    pub across: bool,
    /// The larger containment of their terms, in [0, 1].
    pub inside: f32,
    /// One of them is a few words only ("non-starters"), of which what they are unlike says little.
    pub brief: bool,
}

/// The group of each of `count` items, or `None` for those alone.
///
/// Average-link agglomeration over the given edges, best first (Sokal and Michener 1958): two groups become one if
/// the members of their cores score `threshold` on average. One edge is thus never enough to chain two groups; where
/// a claim alone comes to a group, its best pair counts somewhat more than the others. Pairs that have no edge are
/// scored by `link`. Two claims of one outlet do not count at first, since they may be two halves of what another
/// outlet merges. Where there are others, pairs across languages do not count either, nor against a group what claims
/// of a few words are unlike. But two groups that two outlets tell apart stay apart, unless those claims are alike
/// too, and so do groups that one outlet tells apart if no claim stands in the other's. `again` are pairs of one
/// document that say one thing twice: such a claim follows the other one into its group, unless nobody else there is
/// like it.
pub(crate) fn groups(
    count: usize,
    mut edges: Vec<Edge>,
    again: &[Edge],
    threshold: f32,
    link: impl Fn(u32, u32) -> Link,
) -> Vec<Option<u32>> {
    edges.sort_unstable_by(Edge::best_first);
    let mut known: HashMap<(u32, u32), Link> = edges.iter().map(|edge| ((edge.a, edge.b), edge.link)).collect();
    let mut between = |x: u32, y: u32| {
        let key = (x.min(y), x.max(y));
        *known.entry(key).or_insert_with(|| link(key.0, key.1))
    };
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
        let left: &[u32] = members.get(&a).map_or(&one, |list| core(list));
        let right: &[u32] = members.get(&b).map_or(&other, |list| core(list));
        let (mut same_outlet, mut same_language, mut across) = (Mean::default(), Mean::default(), Mean::default());
        let mut brief = Mean::default();
        let (mut inside, mut inside_across) = (f32::INFINITY, f32::INFINITY);
        for x in left {
            for y in right {
                let pair = between(*x, *y);
                let mean = match pair {
                    Link { one_outlet: true, .. } => &mut same_outlet,
                    Link { brief: true, .. } if pair.score < threshold => &mut brief,
                    Link { across: true, .. } => &mut across,
                    _ => &mut same_language,
                };
                mean.add(pair.score);
                if !pair.one_outlet {
                    let least = if pair.across { &mut inside_across } else { &mut inside };
                    *least = least.min(pair.inside);
                }
            }
        }
        // Of two languages few words can meet, however much of the one stands in the other.
        let inside = if inside.is_finite() { inside } else { inside_across };
        let whole = same_outlet.count < TOLD_APART && inside >= WHOLE;
        let least = if same_outlet.count >= TOLD_APART { threshold.max(TWICE) } else { threshold };
        let told_apart = same_outlet.count > 0 && !whole && same_outlet.value() < least;
        let support = [same_language, brief].into_iter().find(|mean| mean.count > 0).unwrap_or(across);
        let alone = size(a).min(size(b)) == 1;
        if support.leaning(if alone { NEAREST } else { 0.0 }) < threshold || told_apart {
            continue;
        }
        // The larger group keeps its place at the front, and with it the core.
        let joining = members.remove(&from).unwrap_or_else(|| vec![from]);
        for member in &joining {
            group_of[*member as usize] = into;
        }
        members.entry(into).or_insert_with(|| vec![into]).extend(joining);
    }
    // What says once more, in one document, what a member says.
    let mut again: Vec<&Edge> = again.iter().collect();
    again.sort_unstable_by(|x, y| x.best_first(y));
    for edge in again {
        let (a, b) = (group_of[edge.a as usize], group_of[edge.b as usize]);
        let (into, from) = match (members.contains_key(&a), members.contains_key(&b)) {
            (true, false) => (a, b),
            (false, true) => (b, a),
            _ => continue,
        };
        let mut support = Mean::default();
        for other in members.get(&into).map_or(&[][..], |list| core(list)) {
            let pair = between(*other, from);
            if !pair.one_outlet {
                support.add(pair.score);
            }
        }
        if support.count > 0 && support.value() < SUPPORT {
            continue;
        }
        group_of[from as usize] = into;
        members.entry(into).or_default().push(from);
    }
    group_of.iter().map(|group| members.contains_key(group).then_some(*group)).collect()
}

/// The members of a group that others are compared with.
fn core(members: &[u32]) -> &[u32] {
    &members[..members.len().min(CORE)]
}

#[derive(Clone, Copy, Default)]
struct Mean {
    sum: f32,
    count: u32,
    best: f32,
}

impl Mean {
    fn add(&mut self, value: f32) {
        self.sum += value;
        self.count += 1;
        self.best = self.best.max(value);
    }

    /// The mean, drawn towards the best by a share.
    fn leaning(self, share: f32) -> f32 {
        self.value() + share * (self.best - self.value())
    }

    fn value(&self) -> f32 {
        if self.count == 0 { 0.0 } else { self.sum / self.count as f32 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn edge(a: u32, b: u32, score: f32) -> Edge {
        Edge { a, b, link: link(score, false) }
    }

    fn link(score: f32, one_outlet: bool) -> Link {
        Link { score, one_outlet, across: false, inside: 1.0, brief: false }
    }

    #[test]
    fn a_chain_is_not_a_group() {
        let found =
            groups(4, vec![edge(0, 1, 0.9), edge(1, 2, 0.6), edge(2, 3, 0.9)], &[], 0.5, |_, _| link(0.0, false));
        assert_eq!(found[0], found[1]);
        assert_eq!(found[2], found[3]);
        assert_ne!(found[0], found[2]);
    }

    #[test]
    fn a_claim_alone_may_be_like_one_member_most() {
        let found = |score| groups(3, vec![edge(0, 1, 0.9), edge(1, 2, 0.7)], &[], 0.5, |_, _| link(score, false))[2];
        assert!(found(0.25).is_some());
        assert_eq!(found(0.1), None);
    }

    #[test]
    fn a_few_words_keep_no_claim_away_from_another() {
        // 2 is but two words of 0; 1 says all of 0 in other words.
        let brief = |score| Link { brief: true, ..link(score, false) };
        let edges = vec![Edge { link: brief(0.9), ..edge(0, 2, 0.9) }, edge(0, 1, 0.7)];
        let found = groups(3, edges.clone(), &[], 0.5, |_, _| brief(0.0));
        assert!(found.iter().all(|group| *group == found[0] && group.is_some()), "{found:?}");
        assert_eq!(groups(3, edges, &[], 0.5, |_, _| link(0.0, false))[1], None);
    }

    #[test]
    fn pairs_left_out_do_not_count_against_a_member() {
        let found = groups(3, vec![edge(0, 1, 0.8), edge(1, 2, 0.7)], &[], 0.5, |_, _| link(0.0, true));
        assert!(found.iter().all(|group| *group == found[0] && group.is_some()));
    }

    #[test]
    fn what_two_outlets_tell_apart_stays_apart() {
        // Outlets A (0, 1) and B (2, 3) carry both claims, C (4) only the first.
        let edges = vec![
            edge(0, 2, 0.99),
            edge(1, 3, 0.99),
            edge(2, 4, 0.9),
            edge(3, 4, 0.7),
            edge(0, 3, 0.6),
            edge(1, 2, 0.6),
        ];
        let found = groups(5, edges, &[], 0.5, |a, b| link(0.3, (a, b) == (0, 1) || (a, b) == (2, 3)));
        assert_eq!((found[0], found[1]), (found[2], found[3]));
        assert_eq!(found[4], found[0]);
        assert_ne!(found[0], found[1]);
    }

    #[test]
    fn what_two_outlets_tell_twice_each_is_two_claims_unless_it_is_the_same() {
        // Outlets A (0, 1) and B (2, 3): an inquiry, and what the firm says of it.
        let edges = vec![edge(0, 2, 0.99), edge(1, 3, 0.99), edge(0, 3, 0.85), edge(1, 2, 0.95)];
        let found =
            |alike| groups(4, edges.clone(), &[], 0.5, |a, b| link(alike, (a, b) == (0, 1) || (a, b) == (2, 3)));
        assert_ne!(found(0.8)[0], found(0.8)[1]);
        assert_eq!(found(0.95)[0], found(0.95)[1]);
    }

    #[test]
    fn a_half_joins_what_it_stands_in_and_no_other_claim_does() {
        // Outlet A carries 0, outlet B 1 and 2, which are unlike.
        let with = |inside| {
            let second = Edge { link: Link { inside, ..link(0.6, false) }, ..edge(0, 2, 0.6) };
            groups(3, vec![edge(0, 1, 0.9), second], &[], 0.5, |_, _| link(0.1, true))
        };
        assert_eq!(with(0.8)[2], with(0.8)[0]);
        assert_eq!(with(0.3)[2], None);
    }

    #[test]
    fn a_half_need_not_be_found_whole_in_another_language() {
        // Outlet A carries 0, outlet B 1 and 2, which are unlike, outlet C 3 in another language.
        let with = |across| {
            let far = Link { inside: 0.1, across, ..link(0.4, false) };
            let edges = vec![edge(0, 1, 0.9), edge(0, 3, 0.8), edge(0, 2, 0.6)];
            groups(4, edges, &[], 0.5, |a, b| if (a, b) == (1, 2) { link(0.1, true) } else { far })
        };
        assert_eq!(with(true)[2], with(true)[0]);
        assert_eq!(with(false)[2], None);
    }

    #[test]
    fn what_says_a_thing_again_is_like_somebody_else_there() {
        let again = [edge(1, 2, 0.9)];
        let found = |score| groups(3, vec![edge(0, 1, 0.8)], &again, 0.5, |_, _| link(score, false));
        assert_eq!((found(0.3)[2], found(0.0)[2]), (found(0.3)[0], None));
    }

    #[test]
    fn what_says_a_thing_again_follows_it_and_founds_nothing() {
        let again = [edge(1, 2, 0.9), edge(3, 4, 0.9)];
        let found = groups(5, vec![edge(0, 1, 0.8)], &again, 0.5, |_, _| link(0.0, true));
        assert_eq!(found, [found[0], found[0], found[0], None, None]);
        assert!(found[0].is_some());
    }

    #[test]
    fn what_has_no_edge_is_alone() {
        assert_eq!(groups(2, vec![], &[], 0.5, |_, _| link(0.0, true)), [None, None]);
    }
}
