//! Whether two reports have nothing else in common: two who use one stock phrase, "we are cooperating with the authorities", of two
//! events have each said it.

use std::collections::{HashMap, HashSet};

use crate::coverage::conflicts::{Conflict, ConflictKind};
use crate::coverage::reading::features::Analyzer;
use crate::coverage::types::ClaimRecord;
use crate::{Context, Result};

/// How many claims of a report are looked at.
const CLAIMS: usize = 320;
/// How many claims a report must have to tell what it is about.
const TELLING: usize = 2;

/// What a report tells: the clusters and the names of its claims.
#[derive(Default)]
struct Report {
    claims: usize,
    clusters: HashSet<u32>,
    names: HashSet<u32>,
}

/// Leaves out who said it where the two reports share nothing but the words.
pub(crate) fn without_strangers(
    found: &mut Vec<Conflict>,
    claims: &[ClaimRecord],
    clusters: &[Option<u32>],
    analyzer: &mut Analyzer<'_>,
    context: &Context,
) -> Result<()> {
    let of =
        |conflict: &Conflict| [conflict.a, conflict.b].map(|row| claims.get(row).map_or(0, |claim| claim.document));
    let speakers = found.iter().filter(|conflict| conflict.kind == ConflictKind::Speaker);
    let mut reports: HashMap<u64, Report> =
        speakers.flat_map(of).map(|document| (document, Report::default())).collect();
    if reports.is_empty() {
        return Ok(());
    }
    for (row, claim) in claims.iter().enumerate() {
        let Some(report) = reports.get_mut(&claim.document) else { continue };
        report.clusters.extend(clusters.get(row).copied().flatten());
        report.claims += usize::from(!claim.text.trim().is_empty());
        if report.claims <= CLAIMS {
            context.check()?;
            let features = analyzer.analyze(claim, context)?;
            let named = features.bag.iter().filter(|term| term.name && !(term.calendar || term.number));
            report.names.extend(named.map(|term| term.id));
            let speaker = claim.speaker.iter().flat_map(|name| name.split_whitespace());
            let named = speaker.filter(|word| word.starts_with(char::is_uppercase));
            report.names.extend(named.map(|word| analyzer.intern(&word.to_lowercase())));
        }
    }
    let strange = |conflict: &Conflict| {
        let [a, b] = of(conflict);
        let Some((x, y)) = reports.get(&a).zip(reports.get(&b)) else { return false };
        let told = |report: &Report| report.claims >= TELLING;
        let shared = || x.clusters.intersection(&y.clusters).any(|cluster| *cluster != conflict.cluster);
        a != b && told(x) && told(y) && x.names.is_disjoint(&y.names) && !shared()
    };
    found.retain(|conflict| conflict.kind != ConflictKind::Speaker || !strange(conflict));
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::coverage::conflicts::conflicts;

    #[test]
    fn a_stock_phrase_of_two_events_was_said_twice() {
        let claim = |document, speaker: Option<&str>, text: &str| ClaimRecord {
            document,
            text: text.into(),
            speaker: speaker.map(Into::into),
            quoted: speaker.is_some(),
            ..ClaimRecord::default()
        };
        let phrase = "our thoughts are with the families of the victims tonight";
        let found = |here: &str, there: &str| {
            let claims = [
                claim(1, Some("Ida Karlsen"), phrase),
                claim(1, None, here),
                claim(2, Some("Tom Brandt"), phrase),
                claim(2, None, there),
            ];
            conflicts(&claims, &[Some(0), None, Some(0), None], &Context::default()).unwrap().len()
        };
        assert_eq!(found("the mill in Dorne burned down", "a bus left the road near Lanz"), 0);
        assert_eq!(found("the mill in Dorne burned down", "flames were seen as far as Dorne"), 1);
    }
}
