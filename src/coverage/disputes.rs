//! Disagreements of claims that are alike, whatever clusters they are in.
//!
//! A cluster leaves out a claim that is like one of its members and unlike another: "nine people were hurt on the slides" next
//! to "seven suffered minor injuries in the evacuation". Its figure is disputed all the same.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use super::conflicts::{Conflict, Member, disagreements};
use super::features::Analyzer;
use super::matching::alike;
use super::types::{ClaimRecord, MatchOptions};
use crate::{Context, Result};

/// What a pair must score: no other claim of a cluster speaks for it.
const SURE: f64 = 0.6;

/// The disagreements of each pair of claims that matching thinks alike, as [`conflicts`](super::conflicts) tells those of
/// clusters; `cluster` is a number that joins pairs of which one claim is the same.
///
/// # Errors
///
/// [`Cancelled`](crate::ErrorKind::Cancelled), and [`Limit`](crate::ErrorKind::Limit) where a claim or the number of
/// claims is over the limits of `context`.
///
/// ```
/// use copydesk::Context;
/// use copydesk::coverage::{ClaimRecord, MatchOptions, disputes};
///
/// let claim = |outlet: &str, text: &str| ClaimRecord { outlet: outlet.into(), text: text.into(), ..Default::default() };
/// let claims = [
///     claim("Herald", "seven people were hurt as they left the ferry"),
///     claim("Courier", "nine people were hurt as they left the ferry"),
/// ];
/// let found = disputes(&claims, &MatchOptions::default(), &Context::default())?;
/// assert_eq!((found[0].a_words.as_str(), found[0].b_words.as_str()), ("seven", "nine"));
/// # Ok::<(), copydesk::Error>(())
/// ```
pub fn disputes(claims: &[ClaimRecord], options: &MatchOptions, context: &Context) -> Result<Vec<Conflict>> {
    let mut analyzer = Analyzer::new(None);
    analyzer.keep_spans = true;
    let mut members: HashMap<usize, Member<'_>> = HashMap::new();
    let mut found: Vec<Conflict> = Vec::new();
    let surer = MatchOptions { threshold: options.threshold.max(SURE), lexicon: options.lexicon.clone() };
    for (a, b) in alike(claims, &surer, context)? {
        context.check()?;
        for row in [a, b] {
            if let Entry::Vacant(place) = members.entry(row) {
                place.insert(Member::of(row, &claims[row], &mut analyzer, context)?);
            }
        }
        for (kind, a_words, b_words) in disagreements(&members[&a], &members[&b], &analyzer) {
            found.push(Conflict { cluster: 0, a, b, kind, a_words, b_words });
        }
    }
    number(&mut found);
    Ok(found)
}

/// Gives one number to all that hang together.
fn number(found: &mut [Conflict]) {
    let mut root: HashMap<usize, usize> = HashMap::new();
    fn find(root: &mut HashMap<usize, usize>, row: usize) -> usize {
        let mut at = row;
        loop {
            let next = root.get(&at).copied().unwrap_or(at);
            if next == at {
                return at;
            }
            // Each step halves the way for the next one (Tarjan and van Leeuwen 1984).
            let after = root.get(&next).copied().unwrap_or(next);
            root.insert(at, after);
            at = after;
        }
    }
    for conflict in found.iter() {
        let (a, b) = (find(&mut root, conflict.a), find(&mut root, conflict.b));
        root.insert(a.max(b), a.min(b));
    }
    let mut numbers: HashMap<usize, u32> = HashMap::new();
    for conflict in found {
        let next = numbers.len() as u32;
        conflict.cluster = *numbers.entry(find(&mut root, conflict.a)).or_insert(next);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::coverage::ConflictKind;

    fn claim(outlet: &str, text: &str) -> ClaimRecord {
        ClaimRecord { outlet: outlet.into(), text: text.into(), ..ClaimRecord::default() }
    }

    #[test]
    fn pairs_that_hang_together_have_one_number() {
        let claims = [
            claim("A", "seven people were hurt as they left the ferry"),
            claim("B", "nine people were hurt as they left the ferry"),
            claim("C", "eleven people were hurt as they left the ferry"),
            claim("A", "the harbour bridge will be closed to lorries on 3 March"),
            claim("B", "the harbour bridge will be closed to lorries on 5 March"),
        ];
        let found = disputes(&claims, &MatchOptions::default(), &Context::default()).unwrap();
        let of = |kind| found.iter().filter(move |c| c.kind == kind).map(|c| c.cluster).collect::<Vec<_>>();
        assert_eq!(of(ConflictKind::Number), [0, 0, 0]);
        assert_eq!(of(ConflictKind::Date), [1]);
    }

    #[test]
    fn unlike_claims_have_no_dispute() {
        let claims =
            [claim("A", "seven people were hurt on the ferry"), claim("B", "nine cranes stand idle at the quay")];
        assert_eq!(disputes(&claims, &MatchOptions::default(), &Context::default()).unwrap(), []);
    }
}
