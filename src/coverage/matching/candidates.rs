//! Which pairs of claims are worth comparing: an inverted index over rare terms, never all pairs.
//!
//! A claim is filed under those of its terms that weigh most, which are the rarest ones of its story. A term that too many claims hold is no key by itself;
//! there, pairs of such terms and the term together with its speaker are. Every list is capped, so that the work
//! grows linearly with the number of claims: at most `KEYS * LONGEST` look-ups and `COMPARED` comparisons a claim.

use crate::coverage::reading::features::Features;
use crate::{Context, Result};

/// Under how many of its heaviest terms a claim is filed.
const KEYS: usize = 12;
/// The same where a lexicon is given; and how many translations are looked up.
const TRANSLATED_KEYS: usize = 32;
/// How many common terms of a claim are combined with each other and with the speaker.
const COMMON: usize = 4;
/// A list longer than this tells nothing.
const LONGEST: usize = 256;
/// How many candidates of a claim are compared in full: those that share most.
const COMPARED: usize = 24;
/// Share of a claim's filed weight that a candidate must have in common with it.
const IN_COMMON: f32 = 0.12;

/// What the index reads of a claim.
pub(crate) struct Entry<'a> {
    pub features: &'a Features,
    pub weights: &'a [f32],
    pub scope: u32,
    /// A number for the speaker; 0 for none.
    pub speaker: u32,
    /// Other claims may be filed under translations of their words: what stands here alone may still be met.
    pub translated: bool,
    /// Spellings of names by their first letters, for claims in several languages.
    pub prefixes: Vec<u64>,
}

/// How many claims of a scope hold a term, for each term of each bag; and how many claims each scope has.
pub(crate) struct Frequencies {
    pub of_terms: Vec<Vec<u32>>,
    pub of_scopes: Vec<u32>,
}

impl Frequencies {
    /// Counts; `claims` gives scope and features.
    pub fn count(claims: &[(u32, &Features)], scopes: usize, context: &Context) -> Result<Self> {
        let mut of_scopes = vec![0; scopes];
        let mut postings = Vec::with_capacity(claims.iter().map(|(_, features)| features.bag.len()).sum());
        for (claim, (scope, features)) in claims.iter().enumerate() {
            of_scopes[*scope as usize] += 1;
            for (place, term) in features.bag.iter().enumerate() {
                postings.push((u64::from(*scope) << 32 | u64::from(term.id), claim as u32, place as u32));
            }
        }
        context.check()?;
        postings.sort_unstable();
        let mut of_terms: Vec<Vec<u32>> = claims.iter().map(|(_, features)| vec![0; features.bag.len()]).collect();
        for run in postings.chunk_by(|a, b| a.0 == b.0) {
            for (_, claim, place) in run {
                of_terms[*claim as usize][*place as usize] = run.len() as u32;
            }
        }
        Ok(Self { of_terms, of_scopes })
    }
}

/// Pairs (a, b), a < b, that share rare terms, sorted; `pairable` is asked first.
pub(crate) fn candidates(
    entries: &[Entry<'_>],
    frequencies: &Frequencies,
    pairable: impl Fn(u32, u32) -> bool,
    context: &Context,
) -> Result<Vec<(u32, u32)>> {
    let mut postings: Vec<(u64, u32, f32)> = Vec::new();
    let mut filed = vec![0.0f32; entries.len()];
    for (claim, entry) in entries.iter().enumerate() {
        if claim % 4096 == 0 {
            context.check()?;
        }
        let before = postings.len();
        file(entry, &frequencies.of_terms[claim], claim as u32, &mut postings);
        filed[claim] = postings[before..].iter().map(|posting| posting.2).sum();
    }
    postings.sort_unstable_by_key(|posting| (posting.0, posting.1));
    postings.dedup_by_key(|posting| (posting.0, posting.1));

    // Each claim's lists, as ranges of `postings`.
    let mut lists: Vec<(u32, u32, u32)> = Vec::new();
    let mut start = 0;
    for run in postings.chunk_by(|a, b| a.0 == b.0) {
        let end = start + run.len();
        if (2..=LONGEST).contains(&run.len()) {
            lists.extend(run.iter().map(|posting| (posting.1, start as u32, end as u32)));
        }
        start = end;
    }
    lists.sort_unstable();

    let mut pairs = Vec::new();
    let mut shared = vec![0.0f32; entries.len()];
    let mut touched: Vec<u32> = Vec::new();
    for own in lists.chunk_by(|a, b| a.0 == b.0) {
        context.check()?;
        let claim = own[0].0;
        for (_, from, to) in own {
            for (_, other, weight) in &postings[*from as usize..*to as usize] {
                if *other == claim || !pairable(claim, *other) {
                    continue;
                }
                if shared[*other as usize] == 0.0 {
                    touched.push(*other);
                }
                shared[*other as usize] += weight.max(f32::MIN_POSITIVE);
            }
        }
        touched.retain(|other| {
            let share = &mut shared[*other as usize];
            let enough = *share >= IN_COMMON * filed[claim as usize].min(filed[*other as usize]);
            if !enough {
                *share = 0.0;
            }
            enough
        });
        touched.sort_unstable_by(|a, b| shared[*b as usize].total_cmp(&shared[*a as usize]).then(a.cmp(b)));
        for (rank, other) in touched.drain(..).enumerate() {
            shared[other as usize] = 0.0;
            if rank < COMPARED {
                pairs.push((claim.min(other), claim.max(other)));
            }
        }
    }
    pairs.sort_unstable();
    pairs.dedup();
    Ok(pairs)
}

/// Files one claim under its keys.
fn file(entry: &Entry<'_>, frequencies: &[u32], claim: u32, postings: &mut Vec<(u64, u32, f32)>) {
    let bag = &entry.features.bag;
    // What stands in one claim alone joins nothing.
    let mut order: Vec<usize> = (0..bag.len()).filter(|place| entry.translated || frequencies[*place] > 1).collect();
    order.sort_unstable_by(|a, b| entry.weights[*b].total_cmp(&entry.weights[*a]).then(bag[*a].id.cmp(&bag[*b].id)));
    let (rare, common): (Vec<usize>, Vec<usize>) =
        order.into_iter().partition(|place| frequencies[*place] as usize <= LONGEST);
    let key = |kind: u64, a: u32, b: u32| mix(mix(kind, u64::from(entry.scope)), u64::from(a) << 32 | u64::from(b));
    for place in rare.iter().take(if entry.translated { TRANSLATED_KEYS } else { KEYS }) {
        postings.push((key(1, bag[*place].id, 0), claim, entry.weights[*place]));
    }
    let common = &common[..common.len().min(COMMON)];
    for (rank, place) in common.iter().enumerate() {
        let (id, weight) = (bag[*place].id, entry.weights[*place]);
        if entry.speaker != 0 {
            postings.push((key(2, id, entry.speaker), claim, weight));
        }
        for other in &common[rank + 1..] {
            let (low, high) = (id.min(bag[*other].id), id.max(bag[*other].id));
            postings.push((key(3, low, high), claim, weight + entry.weights[*other]));
        }
    }
    for (translation, _) in entry.features.alternatives.iter().take(TRANSLATED_KEYS) {
        postings.push((key(1, *translation, 0), claim, 0.5));
    }
    for prefix in &entry.prefixes {
        postings.push((mix(mix(4, u64::from(entry.scope)), *prefix), claim, 0.5));
    }
}

/// One step of SplitMix64 over both (Steele, Lea and Flood 2014).
fn mix(a: u64, b: u64) -> u64 {
    let mut z = a.wrapping_mul(0x9e37_79b9_7f4a_7c15).wrapping_add(b).wrapping_add(0x9e37_79b9_7f4a_7c15);
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}
