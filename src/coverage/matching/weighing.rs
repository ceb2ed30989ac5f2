//! What the terms of a claim weigh, which of them are names, and how much its speaker says besides.

use std::collections::{HashMap, HashSet};

use super::nodes::Node;
use super::rivals::FEW;
use super::speakers::Speaker;
use crate::coverage::reading::features::{Analyzer, Features, Term};
use crate::coverage::types::ClaimRecord;
use crate::{Context, Result};

/// What a term of a subject weighs that several clauses share.
const SHARED_HEAD: f32 = 0.2;
/// How many terms of such a subject are looked at.
const HEAD: usize = 16;

/// What a part of a longer name weighs: two parts say little more than one.
const NAME_PART: f32 = 0.6;

/// Of how many of its documents a claim that stands in many verbatim is looked at.
const DOCUMENTS: usize = 6;

/// How many claims of other stories are thought besides those at hand: in the reports of one story its own words would
/// weigh next to nothing without them. 10 loses 17 points of recall where each story is matched alone (`coverage_fit.py`),
/// 400 joins what shares but the topic.
const BESIDES: f64 = 100.0;
/// A speaker of fewer claims in a document counts as one of so many: that somebody is heard once tells little.
const ONCE: u32 = 3;

/// What each term of the bag weighs: rarity in its scope, `counts` of `total` claims; less where it stands in the `head`.
pub(crate) fn weights(features: &Features, counts: &[u32], total: u32, head: &[u32]) -> Vec<f32> {
    let parts = name_parts(features);
    let part = |id: u32| if parts.contains(&id) { NAME_PART } else { 1.0 };
    let headed = |id: u32| if head.contains(&id) { SHARED_HEAD } else { 1.0 };
    (counts.iter().zip(&features.bag))
        .map(|(count, term)| rarity(*count, total) * part(term.id) * headed(term.id))
        .collect()
}

/// The terms of what several claims of a document begin with: the subject of two clauses, which tells nothing of either.
pub(crate) fn shared_heads(
    nodes: &[Node<'_>],
    analyzer: &mut Analyzer<'_>,
    context: &Context,
) -> Result<Vec<Vec<u32>>> {
    let mut heads = vec![Vec::new(); nodes.len()];
    let mut places: Vec<(u64, u32, usize)> = Vec::new();
    for (number, node) in nodes.iter().enumerate() {
        places.extend(node.documents.iter().zip(&node.before).map(|(document, before)| (*document, *before, number)));
    }
    places.sort_unstable();
    for pair in places.windows(2).filter(|pair| pair[0].0 == pair[1].0) {
        let (a, b) = (pair[0].2, pair[1].2);
        let (x, y) = (nodes[a].claim, nodes[b].claim);
        let head = match (head(x), head(y)) {
            (Some(head), _) if y.text.starts_with(head) => head,
            (_, Some(head)) if x.text.starts_with(head) => head,
            _ => continue,
        };
        let (terms, _) = analyzer.terms_of(head, x.language.as_deref(), HEAD, context)?;
        for number in [a, b] {
            heads[number].extend(terms.iter().map(|term| term.id));
        }
    }
    Ok(heads)
}

/// What stands before the gap in a claim of several stretches.
fn head(claim: &ClaimRecord) -> Option<&str> {
    claim.text.split_once(" … ").map(|(head, _)| head)
}

/// How little the speaker of each claim says besides: one over the root of his claims in the document where he says most.
pub(crate) fn few(nodes: &[Node<'_>], speakers: &[Option<Speaker>]) -> Vec<f64> {
    let spoken = || {
        let named = nodes.iter().zip(speakers).filter_map(|(node, speaker)| Some((node, speaker.as_ref()?.key())));
        named.flat_map(|(node, key)| node.documents.iter().map(move |document| (*document, key)))
    };
    let mut counts: HashMap<(u64, &str), u32> = HashMap::new();
    for said in spoken() {
        *counts.entry(said).or_default() += 1;
    }
    let most = |(node, speaker): (&Node<'_>, &Option<Speaker>)| {
        let key = speaker.as_ref()?.key();
        node.documents.iter().filter_map(|document| counts.get(&(*document, key))).max().copied()
    };
    nodes
        .iter()
        .zip(speakers)
        .map(|pair| most(pair).map_or(0.0, |count| 1.0 / f64::from(count.max(ONCE)).sqrt()))
        .collect()
}

/// One over the claims of its document that hold a term, for each term of each bag; of several documents the one in which
/// fewest do. Of a document of hardly another claim that is not known, and every term counts as one of two.
pub(crate) fn alone(nodes: &[Node<'_>], features: &[Features], context: &Context) -> Result<Vec<Vec<f32>>> {
    let mut postings: Vec<(u64, u32, u32, u32)> = Vec::new();
    for (number, (node, features)) in (0u32..).zip(nodes.iter().zip(features)) {
        for document in node.documents.iter().take(DOCUMENTS) {
            postings.extend((0u32..).zip(&features.bag).map(|(place, term)| (*document, term.id, number, place)));
        }
    }
    context.check()?;
    postings.sort_unstable();
    let mut sizes: HashMap<u64, u32> = HashMap::new();
    for document in nodes.iter().flat_map(|node| node.documents.iter().take(DOCUMENTS)) {
        *sizes.entry(*document).or_default() += 1;
    }
    let mut alone: Vec<Vec<f32>> = features.iter().map(|features| vec![0.0; features.bag.len()]).collect();
    for run in postings.chunk_by(|x, y| (x.0, x.1) == (y.0, y.1)) {
        let unknown = sizes.get(&run[0].0).is_none_or(|size| *size < FEW);
        let claims = run.len().max(if unknown { 2 } else { 1 });
        for (_, _, number, place) in run {
            let share = &mut alone[*number as usize][*place as usize];
            *share = share.max(1.0 / claims as f32);
        }
    }
    Ok(alone)
}

/// Terms that stand next to another name: parts of one name, such as "South Dakota", which are no two facts.
fn name_parts(features: &Features) -> HashSet<u32> {
    let pairs = features.sequence.windows(2).filter(|pair| pair[0].name && pair[1].name);
    pairs.flat_map(|pair| [pair[0].id, pair[1].id]).collect()
}

/// Which terms of the bag are names, words of the speaker's own name, or titles next to a name.
pub(crate) fn naming(features: &Features, speaker: Option<&Speaker>, analyzer: &Analyzer<'_>) -> Vec<bool> {
    let named = |term: &Term| term.name || speaker.is_some_and(|speaker| speaker.is_named(analyzer.term(term.id)));
    let mut names: HashSet<u32> = features.sequence.iter().filter(|term| named(term)).map(|term| term.id).collect();
    let mut near = false;
    for term in features.sequence.iter().rev() {
        near = named(term) || (near && term.title);
        if near {
            names.insert(term.id);
        }
    }
    features.bag.iter().map(|term| !term.number && names.contains(&term.id)).collect()
}

/// Inverse document frequency, smoothed as if there were claims besides that hold none of the terms, in (0, 1].
fn rarity(count: u32, total: u32) -> f32 {
    let all = f64::from(total) + BESIDES;
    ((1.0 + all / (f64::from(count) + 1.0)).ln() / rarest(total)) as f32
}

/// How rare the rarest term is, as a logarithm: what a weight of 1 stands for.
pub(crate) fn rarest(total: u32) -> f64 {
    (1.0 + (f64::from(total) + BESIDES) / 2.0).ln()
}
