//! From claims to clusters: collapse what is verbatim, find candidates, score them, group them.

mod asked;
pub(super) mod bodies;
pub(super) mod candidates;
pub(super) mod cluster;
mod cores;
mod crowd;
pub(super) mod meeting;
pub(super) mod nodes;
pub(super) mod occasions;
pub(super) mod persons;
mod prepared;
pub(super) mod results;
mod rivals;
pub(super) mod score;
pub(super) mod speakers;
pub(super) mod spellings;
mod translation;
mod tuning;
mod weighing;
pub(super) mod wholes;

use std::collections::HashMap;

use crate::coverage::types::{ClaimRecord, MatchOptions};
use crate::{Context, Result};
use cluster::groups;
use nodes::collapse;
use prepared::{Pair, Prepared};
use tuning::{SHIPPED, Tuning};

/// The number of the cluster of each claim: equal numbers, the same claim. `None` for claims that stand in one outlet
/// only.
///
/// Two claims are the same where they state the same of the same thing, whatever the words. Claims that agree in all
/// but a number, a date, a name or their polarity are in one cluster too, so that disagreements come to light; a
/// number that differs together with the day or the place is told of another event. A second mention in an outlet may
/// join a cluster and never founds one. Claims of different stories are never compared, nor are all pairs: see the
/// candidates in the source. Clusters do not depend on the order of the rows; their numbers follow the first row of
/// each.
///
/// # Errors
///
/// [`Cancelled`](crate::ErrorKind::Cancelled), and [`Limit`](crate::ErrorKind::Limit) where a claim or the number of
/// claims is over the limits of `context`.
///
/// ```
/// use copydesk::Context;
/// use copydesk::coverage::{ClaimRecord, MatchOptions, match_claims};
///
/// let claim = |outlet: &str, text: &str| ClaimRecord {
///     outlet: outlet.into(),
///     text: text.into(),
///     speaker: Some("Marta Nowak".into()),
///     ..ClaimRecord::default()
/// };
/// let claims = [
///     claim("Herald", "the old harbour bridge will be closed to lorries from Monday"),
///     claim("Courier", "from Monday on, lorries may no longer use the old harbour bridge"),
///     claim("Courier", "the council has not set aside any money for repairs"),
/// ];
/// let clusters = match_claims(&claims, &MatchOptions::default(), &Context::default())?;
/// assert_eq!(clusters, [Some(0), Some(0), None]);
/// # Ok::<(), copydesk::Error>(())
/// ```
pub fn match_claims(claims: &[ClaimRecord], options: &MatchOptions, context: &Context) -> Result<Vec<Option<u32>>> {
    matched(claims, options, &SHIPPED, context)
}

/// The same with other weights.
pub(super) fn matched(
    claims: &[ClaimRecord],
    options: &MatchOptions,
    tuning: &Tuning,
    context: &Context,
) -> Result<Vec<Option<u32>>> {
    context.check_items(claims.len())?;
    let (nodes, scopes) = collapse(claims, context)?;
    let prepared = Prepared::new(nodes, scopes, options, tuning, context)?;
    let threshold = options.threshold as f32;
    let pairs = prepared.likely(context)?;
    let rivals = prepared.rivals(&pairs);
    let edges = prepared.edges(&pairs, &rivals, threshold, context)?;
    let again = prepared.restatements(&rivals, context)?;
    let link = |a, b| prepared.link(&rivals, a, b);
    let found = groups(prepared.nodes.len(), edges, &again, threshold, link);
    let mut groups = vec![None; claims.len()];
    for (number, (node, group)) in prepared.nodes.iter().zip(found).enumerate() {
        let number = number as u32;
        let group = group.or_else(|| (node.outlets.len() > 1 && prepared.verbatim(number)).then_some(number));
        for row in &node.rows {
            groups[*row] = group;
        }
    }
    let mut numbers: HashMap<u32, u32> = HashMap::new();
    Ok(groups
        .into_iter()
        .map(|group| {
            let next = numbers.len() as u32;
            group.map(|group| *numbers.entry(group).or_insert(next))
        })
        .collect())
}

/// All that is known of a pair of candidates, for a program that fits weights.
#[derive(Debug, Clone, PartialEq)]
#[doc(hidden)]
pub struct PairFigures {
    /// Rows of the claims with these words.
    pub a: Vec<usize>,
    pub b: Vec<usize>,
    pub across: bool,
    /// Nothing but names in common, or too little at all.
    pub barred: bool,
    /// What the two claims have in common, in the order of their weights.
    pub own: Vec<f64>,
    /// What stands around them, under the shipped weights, in the order of theirs.
    pub around: Vec<f64>,
}

/// The candidates with their figures, under the given weights or those that ship.
#[doc(hidden)]
pub fn pair_figures(claims: &[ClaimRecord], weights: &[f64], context: &Context) -> Result<Vec<PairFigures>> {
    let options = MatchOptions::default();
    let tuning = Tuning::of(weights).unwrap_or(SHIPPED);
    let (nodes, scopes) = collapse(claims, context)?;
    let prepared = Prepared::new(nodes, scopes, &options, &tuning, context)?;
    let pairs = prepared.likely(context)?;
    let rivals = prepared.rivals(&pairs);
    let found = prepared.candidates(context)?.into_iter().map(|(a, b)| {
        let evidence = prepared.evidence(a, b);
        let told = evidence.log_odds(&tuning);
        let odds = told.unwrap_or(f64::NEG_INFINITY);
        let around = prepared.around(&rivals, &Pair::of(a, b, &evidence, odds));
        PairFigures {
            a: prepared.nodes[a as usize].rows.clone(),
            b: prepared.nodes[b as usize].rows.clone(),
            across: evidence.across,
            barred: told.is_none(),
            own: evidence.figures().to_vec(),
            around: around.figures(odds).to_vec(),
        }
    });
    Ok(found.collect())
}

/// The weights that ship, as a list.
#[doc(hidden)]
pub fn weights() -> Vec<f64> {
    SHIPPED.list()
}

/// Clusters under the given weights; `None` where these are too few or too many.
#[doc(hidden)]
pub fn match_weighted(
    claims: &[ClaimRecord],
    options: &MatchOptions,
    weights: &[f64],
    context: &Context,
) -> Option<Result<Vec<Option<u32>>>> {
    Some(matched(claims, options, &Tuning::of(weights)?, context))
}
