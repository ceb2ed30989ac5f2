//! What the rest of two documents says about a pair of claims.
//!
//! Two claims of one fact are mostly each other's best match between their outlets, with a distance to the next best;
//! they stand in documents that tell the same story, which other pairs of claims show; and such pairs stand near them. All
//! is looked up in the candidates alone, so that the work stays linear in them (the first is the margin of Lowe 2004 on
//! matching).

use std::collections::HashMap;

use super::tuning::{LOOK, Look, weighed};

/// Log odds from which a pair counts as one that shows two documents to tell the same.
const STRONG: f64 = 0.0;
/// How far from the next best more distance says no more, in log odds.
const CLEAR: f64 = 3.0;
/// What a missing rival counts as, in log odds.
const NOBODY: f64 = -5.0;
/// Of how many of its documents a claim that stands in many verbatim is looked at.
const DOCUMENTS: usize = 6;
/// How many matches of a claim in one outlet are remembered: the best, and rivals that may be the best in other words.
const KEPT: usize = 4;
/// So many pairs in common are enough to be sure that two documents tell the same.
const ENOUGH: usize = 8;
/// How many of them are kept, to look for near ones.
const LISTED: usize = 64;
/// How many claims away another pair is still near.
const NEAR: u32 = 4;

/// How far apart two claims count as standing where that is not known.
const USUAL: f64 = 0.2;

/// A document of fewer claims is not expected to share others; it counts as sharing so many.
pub(crate) const FEW: u32 = 4;
const UNKNOWN: usize = 1;

/// Where a claim stands: the outlets and documents that carry it, each sorted, and how many claims stand before it in each
/// document (`u32::MAX` where that is not known).
pub(crate) struct Place<'a> {
    pub outlets: &'a [u32],
    pub documents: &'a [u64],
    pub before: &'a [u32],
}

impl Place<'_> {
    fn before(&self, document: u64) -> Option<u32> {
        self.before.get(self.documents.binary_search(&document).ok()?).copied().filter(|before| *before != u32::MAX)
    }
}

/// What a look around a pair finds.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Around {
    /// Distance to the next best match of either side, in log odds; what says the same again is no rival.
    pub margin: f64,
    /// How many other pairs join the documents.
    pub company: f64,
    /// The same where both claims come from one mouth: in documents of one story a speaker says much, and that it is
    /// the same one tells less.
    pub voice: f64,
    /// How near the next of them stands, 1 for the neighbours on both sides, 0 beyond `NEAR`.
    pub near: f64,
    /// How far apart they stand in their documents, as shares of these.
    pub apart: f64,
}

impl Around {
    /// In the order of the weights, a one for the bias and the odds before the look among them.
    pub fn figures(&self, odds: f64) -> [f64; LOOK] {
        let Self { margin, company, voice, near, apart } = *self;
        Look { bias: 1.0, odds, margin, company, voice, near, apart }.list()
    }

    /// Log odds after the look.
    pub fn log_odds(&self, odds: f64, look: &[f64; LOOK]) -> f64 {
        weighed(&self.figures(odds), look)
    }
}

/// The best matches of a claim in one outlet, best first.
#[derive(Clone, Copy)]
struct Best([(u32, f32); KEPT]);

const NONE: (u32, f32) = (u32::MAX, f32::NEG_INFINITY);

impl Best {
    fn add(&mut self, claim: u32, odds: f32) {
        let Some(place) = self.0.iter().position(|(_, other)| odds > *other) else { return };
        self.0[place..].rotate_right(1);
        self.0[place] = (claim, odds);
    }

    fn iter(&self) -> impl Iterator<Item = (u32, f64)> + '_ {
        self.0.iter().filter(|(claim, _)| *claim != NONE.0).map(|(claim, odds)| (*claim, f64::from(*odds)))
    }
}

/// Two claims that join two documents, and how many claims stand before each.
#[derive(Clone, Copy, PartialEq)]
struct Joint {
    claims: (u32, u32),
    before: Option<(u32, u32)>,
}

/// The candidates of all claims, ready to be asked about one pair.
pub(crate) struct Rivals {
    best: HashMap<(u32, u32), Best>,
    /// Pairs of claims that join two documents, the lower document's claim first.
    company: HashMap<(u64, u64), Vec<Joint>>,
    /// How many claims a document has.
    sizes: HashMap<u64, u32>,
}

impl Rivals {
    /// Takes all candidates as (claim, claim, log odds).
    pub fn new<'p>(count: u32, pairs: &[(u32, u32, f64)], place: impl Fn(u32) -> Place<'p>) -> Self {
        let mut best: HashMap<(u32, u32), Best> = HashMap::new();
        for (a, b, odds) in pairs {
            for (from, to) in [(*a, *b), (*b, *a)] {
                for outlet in place(to).outlets {
                    best.entry((from, *outlet)).or_insert(Best([NONE; KEPT])).add(to, *odds as f32);
                }
            }
        }
        let mut rivals = Self { best, company: HashMap::new(), sizes: HashMap::new() };
        for document in (0..count).flat_map(|claim| place(claim).documents) {
            *rivals.sizes.entry(*document).or_default() += 1;
        }
        let first = |from: u32, to: u32| {
            place(to).outlets.iter().any(|outlet| rivals.best.get(&(from, *outlet)).is_some_and(|b| b.0[0].0 == to))
        };
        let verbatim = (0..count).filter(|claim| place(*claim).documents.len() > 1).map(|claim| (claim, claim));
        let mutual = pairs.iter().filter(|(a, b, odds)| *odds > STRONG && first(*a, *b) && first(*b, *a));
        let joined: Vec<(u32, u32)> = verbatim.chain(mutual.map(|(a, b, _)| (*a, *b))).collect();
        for (a, b) in joined {
            for x in place(a).documents.iter().take(DOCUMENTS) {
                for y in place(b).documents.iter().take(DOCUMENTS).filter(|y| *y != x) {
                    let (claims, documents) = if x < y { ((a, b), (*x, *y)) } else { ((b, a), (*y, *x)) };
                    let before = place(claims.0).before(documents.0).zip(place(claims.1).before(documents.1));
                    let list = rivals.company.entry(documents).or_default();
                    let joint = Joint { claims, before };
                    if list.len() < LISTED && list.last() != Some(&joint) {
                        list.push(joint);
                    }
                }
            }
        }
        rivals
    }

    /// Claims of one outlet that are candidates of one claim, each pair once: of these, some say one thing twice.
    pub fn beside_each_other(&self) -> Vec<(u32, u32)> {
        let mut pairs = Vec::new();
        for best in self.best.values() {
            let found: Vec<u32> = best.iter().map(|(claim, _)| claim).collect();
            for (rank, a) in found.iter().enumerate() {
                pairs.extend(found[rank + 1..].iter().map(|b| (*a.min(b), *a.max(b))));
            }
        }
        pairs.sort_unstable();
        pairs.dedup();
        pairs
    }

    /// What stands around a pair of such odds, of one voice or not; `restated` says whether two claims of one document
    /// say one thing twice.
    pub fn around(
        &self,
        (a, b): (u32, u32),
        (odds, one_voice): (f64, bool),
        at_a: &Place<'_>,
        at_b: &Place<'_>,
        restated: impl Fn(u32, u32) -> bool,
    ) -> Around {
        let rival = |from: u32, to: u32, outlets: &[u32]| {
            let others = outlets.iter().filter_map(|outlet| self.best.get(&(from, *outlet)));
            let next = |best: &Best| best.iter().find(|(other, _)| *other != to && !restated(to, *other));
            others.filter_map(next).map(|(_, odds)| odds).fold(NOBODY, f64::max)
        };
        let next = rival(a, b, at_b.outlets).max(rival(b, a, at_a.outlets));
        let (mut company, mut near, mut apart): (usize, f64, f64) = (0, 0.0, f64::INFINITY);
        for x in at_a.documents.iter().take(DOCUMENTS) {
            for y in at_b.documents.iter().take(DOCUMENTS) {
                let size = |document: &u64| self.sizes.get(document).copied().unwrap_or(0);
                // Where there is hardly another claim, that none is shared tells nothing.
                let unknown = if size(x).min(size(y)) < FEW { UNKNOWN } else { 0 };
                let joined = self.company.get(&(*x.min(y), *x.max(y))).map_or(&[][..], Vec::as_slice);
                let lone = |claim: &u32| ![a, b].contains(claim);
                let others = joined.iter().filter(|joint| lone(&joint.claims.0) && lone(&joint.claims.1));
                company = company.max(others.clone().count()).max(unknown);
                let Some((m, n)) = at_a.before(*x).zip(at_b.before(*y)) else { continue };
                let share = |before: u32, document: &u64| f64::from(before) / f64::from(size(document).max(1));
                apart = apart.min((share(m, x) - share(n, y)).abs());
                let (low, high) = if x < y { (m, n) } else { (n, m) };
                let away = |joint: &Joint| Some(joint.before?.0.abs_diff(low).max(joint.before?.1.abs_diff(high)));
                let nearest = others.filter_map(away).min().unwrap_or(u32::MAX).max(1);
                near = near.max(if nearest <= NEAR { 1.0 / f64::from(nearest) } else { 0.0 });
            }
        }
        let company = (1.0 + company.min(ENOUGH) as f64).ln();
        Around {
            margin: (odds - next).clamp(-CLEAR, CLEAR),
            company,
            voice: if one_voice { company } else { 0.0 },
            near,
            apart: if apart.is_finite() { apart } else { USUAL },
        }
    }
}
