//! What the rest of two documents says about a pair of claims.
//!
//! Two claims of one fact are mostly each other's best match between their outlets, with a distance to the next best;
//! and they stand in documents that tell the same story, which other pairs of claims show. Both are looked up in the
//! candidates alone, so that the work stays linear in them (the first is the margin of Lowe 2004 on matching).

use std::collections::HashMap;

/// Log odds from which a pair counts as one that shows two documents to tell the same.
const STRONG: f64 = 0.0;
/// How far from the next best more distance says no more, in log odds.
const CLEAR: f64 = 3.0;
/// What a missing rival counts as, in log odds.
const NOBODY: f64 = -5.0;
/// Of how many of its documents a claim that stands in many verbatim is looked at.
const DOCUMENTS: usize = 6;

/// So many pairs in common are enough to be sure that two documents tell the same.
const ENOUGH: usize = 12;

/// A document of fewer claims is not expected to share others; it counts as sharing so many.
const FEW: u32 = 4;
const UNKNOWN: usize = 1;

/// The weights of the second look at a pair, fitted (logistic regression) on what `benches/coverage_quality.py` reads.
struct Look {
    bias: f64,
    odds: f64,
    margin: f64,
    company: f64,
}

/// Pairs of one language.
const WITHIN: Look = Look { bias: -1.9, odds: 0.86, margin: 0.31, company: 1.36 };
/// Pairs of two languages: few words can meet at all, so that less is asked of them, and what else joins the documents
/// tells nothing more.
const ACROSS: Look = Look { bias: 1.9, odds: 0.77, margin: 0.41, company: 0.0 };

/// Where a claim stands: the outlets and documents that carry it, each sorted.
pub(super) struct Place<'a> {
    pub outlets: &'a [u32],
    pub documents: &'a [u64],
}

/// The best two matches of a claim in one outlet.
#[derive(Clone, Copy)]
struct Best {
    claim: u32,
    first: f64,
    second: f64,
}

/// The candidates of all claims, ready to be asked about one pair.
pub(super) struct Rivals {
    best: HashMap<(u32, u32), Best>,
    company: HashMap<(u64, u64), Vec<(u32, u32)>>,
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
                    let seen = best.entry((from, *outlet)).or_insert(Best { claim: to, first: NOBODY, second: NOBODY });
                    if *odds > seen.first {
                        let second = if seen.claim == to { seen.second } else { seen.first };
                        *seen = Best { claim: to, first: *odds, second };
                    } else if seen.claim != to && *odds > seen.second {
                        seen.second = *odds;
                    }
                }
            }
        }
        let mut rivals = Self { best, company: HashMap::new(), sizes: HashMap::new() };
        for document in (0..count).flat_map(|claim| place(claim).documents) {
            *rivals.sizes.entry(*document).or_default() += 1;
        }
        let first = |from: u32, to: u32| {
            place(to).outlets.iter().any(|outlet| rivals.best.get(&(from, *outlet)).is_some_and(|b| b.claim == to))
        };
        let verbatim = (0..count).filter(|claim| place(*claim).documents.len() > 1).map(|claim| (claim, claim));
        let mutual = pairs.iter().filter(|(a, b, odds)| *odds > STRONG && first(*a, *b) && first(*b, *a));
        let joined: Vec<(u32, u32)> = verbatim.chain(mutual.map(|(a, b, _)| (*a, *b))).collect();
        for (a, b) in joined {
            for x in place(a).documents.iter().take(DOCUMENTS) {
                for y in place(b).documents.iter().take(DOCUMENTS).filter(|y| *y != x) {
                    let list = rivals.company.entry((*x.min(y), *x.max(y))).or_default();
                    if list.len() < ENOUGH && list.last() != Some(&(a, b)) {
                        list.push((a, b));
                    }
                }
            }
        }
        rivals
    }

    /// How far the pair is from the next best of either side, and how many other pairs join their documents.
    pub fn around(&self, a: u32, b: u32, odds: f64, at_a: &Place<'_>, at_b: &Place<'_>) -> (f64, usize) {
        let rival = |from: u32, to: u32, outlets: &[u32]| {
            let others = outlets.iter().filter_map(|outlet| self.best.get(&(from, *outlet)));
            others.map(|best| if best.claim == to { best.second } else { best.first }).fold(NOBODY, f64::max)
        };
        let next = rival(a, b, at_b.outlets).max(rival(b, a, at_a.outlets));
        let mut company = 0;
        for x in at_a.documents.iter().take(DOCUMENTS) {
            for y in at_b.documents.iter().take(DOCUMENTS) {
                let joined = self.company.get(&(*x.min(y), *x.max(y)));
                let others = |list: &Vec<(u32, u32)>| {
                    list.iter().filter(|(c, d)| ![a, b].contains(c) && ![a, b].contains(d)).count()
                };
                let size = |document: &u64| self.sizes.get(document).copied().unwrap_or(0);
                // Where there is hardly another claim, that none is shared tells nothing.
                let unknown = if size(x).min(size(y)) < FEW { UNKNOWN } else { 0 };
                company = company.max(joined.map_or(0, others)).max(unknown);
            }
        }
        ((odds - next).clamp(-CLEAR, CLEAR), company)
    }

    /// The score of the pair after a look around, in [0, 1].
    pub fn second_look(&self, a: u32, b: u32, odds: f64, across: bool, at_a: &Place<'_>, at_b: &Place<'_>) -> f64 {
        let (margin, company) = self.around(a, b, odds, at_a, at_b);
        let look = if across { &ACROSS } else { &WITHIN };
        let sum = look.bias + look.odds * odds + look.margin * margin + look.company * (1.0 + company as f64).ln();
        1.0 / (1.0 + (-sum).exp())
    }
}
