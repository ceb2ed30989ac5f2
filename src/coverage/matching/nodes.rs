//! Claims of the same words by the same speaker, collapsed, in an order of their own.

use std::collections::HashMap;

use crate::coverage::reading::vocabulary::primary;
use crate::coverage::types::ClaimRecord;
use crate::{Context, Result};

/// Claims of the same words by the same speaker; matched as one.
pub(crate) struct Node<'a> {
    pub claim: &'a ClaimRecord,
    pub rows: Vec<usize>,
    /// Numbers of the outlets, sorted.
    pub outlets: Vec<u32>,
    /// The documents, sorted, and how many claims stand before this one in each; `u32::MAX` where that is not known.
    pub documents: Vec<u64>,
    pub before: Vec<u32>,
    pub scope: u32,
}

/// The outlet, or the document where there is none.
pub(crate) fn outlet_of(claim: &ClaimRecord) -> String {
    if claim.outlet.is_empty() { format!("#{}", claim.document) } else { claim.outlet.clone() }
}

/// Words in lower case, one space apart.
fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for word in
        text.split(|c: char| !c.is_alphanumeric() && !matches!(c, '\'' | '’' | '.' | ',' | '%' | '$' | '€' | '£'))
    {
        let word = word.trim_matches(|c: char| matches!(c, '\'' | '’' | '.' | ','));
        if !word.is_empty() {
            plain.extend(word.chars().flat_map(char::to_lowercase));
            plain.push(' ');
        }
    }
    plain
}

/// Nodes in an order of their own, so that nothing behind this point can depend on the order of the rows.
pub(crate) fn collapse<'a>(claims: &'a [ClaimRecord], context: &Context) -> Result<(Vec<Node<'a>>, usize)> {
    let mut keys: Vec<(Option<i64>, String, &str, &str, usize)> = Vec::with_capacity(claims.len());
    for (row, claim) in claims.iter().enumerate() {
        context.check_size(claim.text.len())?;
        let language = primary(claim.language.as_deref().unwrap_or("en"));
        let speaker = claim.speaker_key.as_deref().or(claim.speaker.as_deref()).unwrap_or("");
        keys.push((claim.story, plain(&claim.text), language, speaker, row));
    }
    let rank = |key: &(Option<i64>, String, &str, &str, usize)| {
        let claim = &claims[key.4];
        (claim.outlet.as_str(), claim.document, claim.text.as_str())
    };
    keys.sort_by(|a, b| (&a.0, &a.1, a.2, a.3).cmp(&(&b.0, &b.1, b.2, b.3)).then_with(|| rank(a).cmp(&rank(b))));
    let mut outlets: HashMap<String, u32> = HashMap::new();
    let mut nodes: Vec<Node> = Vec::new();
    let mut scope = 0;
    for run in keys.chunk_by(|a, b| (&a.0, &a.1, a.2, a.3) == (&b.0, &b.1, b.2, b.3)) {
        let claim = &claims[run[0].4];
        if nodes.last().is_some_and(|last| last.claim.story != claim.story) {
            scope += 1;
        }
        let mut carried: Vec<u32> = run
            .iter()
            .map(|key| {
                let next = outlets.len() as u32;
                *outlets.entry(outlet_of(&claims[key.4])).or_insert(next)
            })
            .collect();
        carried.sort_unstable();
        carried.dedup();
        let mut documents: Vec<u64> = run.iter().map(|key| claims[key.4].document).collect();
        documents.sort_unstable();
        documents.dedup();
        let rows = run.iter().map(|key| key.4).collect();
        let before = vec![u32::MAX; documents.len()];
        nodes.push(Node { claim, rows, outlets: carried, documents, before, scope });
    }
    count_before(&mut nodes, claims);
    Ok((nodes, scope as usize + 1))
}

/// Counts the claims that stand before each in its documents, where that is told.
fn count_before(nodes: &mut [Node<'_>], claims: &[ClaimRecord]) {
    let mut places: Vec<(u64, usize, u32)> = Vec::new();
    for (number, node) in (0u32..).zip(nodes.iter()) {
        let told = node.rows.iter().map(|row| &claims[*row]);
        places.extend(told.filter_map(|claim| Some((claim.document, claim.start?, number))));
    }
    places.sort_unstable();
    for own in places.chunk_by(|x, y| x.0 == y.0) {
        for (before, (document, _, number)) in own.iter().enumerate().rev() {
            let node = &mut nodes[*number as usize];
            if let Ok(place) = node.documents.binary_search(document) {
                node.before[place] = before as u32;
            }
        }
    }
}
