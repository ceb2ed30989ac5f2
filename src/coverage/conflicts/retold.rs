//! Claims that nothing but what their words mean joins, for conflicts alone: "old enough to pay taxes", "mature enough to be
//! taxed".
//!
//! Matching joins claims that share words. Of two reports on one event, the rest is told in quite other words, and where it differs in
//! a number, in yes and no, or in who said it, the two are no claim that both carry. Here each claim looks for its nearest one in each
//! other report, word by word: the same, of one root, related, or near in meaning. Two that are each other's nearest, with nothing else
//! half as near, tell of one thing; the rules for conflicts say whether they disagree. Of English, whose words have meanings here.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::counterparts;
use super::holders;
use super::member::Member;
use super::mouths::is_one_saying;
use super::nearness::{Told, Weighed, nearness, read};
use super::strangers::without_strangers;
use super::tolls;
use crate::claims::Act;
use crate::coverage::conflicts::{Conflict, ConflictKind, Disagreement, Listed, disagreements};
use crate::coverage::matching::score::says_nothing;
use crate::coverage::matching::speakers::are_two;
use crate::coverage::reading::features::Analyzer;
use crate::coverage::types::ClaimRecord;
use crate::{Context, Result};

/// How near two claims must be to be one, and what two persons are said to have said, of whom one is quoted.
const ONE: f64 = 0.3;
const ONE_SAYING: f64 = 0.36;
/// How near anything else may be, as a share of that; and where one says the contrary of the other.
const REST: f64 = 0.5;
const REST_CONTRARY: f64 = 0.85;
/// How many words of the shorter claim must meet one of the other.
const MET: usize = 3;

/// How near two claims are, in [0, 1], with or without their names; 0 where fewer than [`MET`] words meet.
fn between(x: &Told<'_>, y: &Told<'_>, names: bool) -> f64 {
    let open = |word: &&Weighed| names || !(word.word.term.name || word.word.term.opening);
    let here: Vec<&Weighed> = x.words.iter().filter(open).collect();
    let there: Vec<&Weighed> = y.words.iter().filter(open).collect();
    nearness(&here, &there, MET)
}

/// Disagreements between claims of one story that are in no cluster together but each other's nearest in their reports, which share
/// some claim, or of which each tells another number, day or name of one thing; `cluster` is that of the first claim that
/// has one, or a number that no cluster has.
///
/// # Errors
///
/// [`Cancelled`](crate::ErrorKind::Cancelled), and [`Limit`](crate::ErrorKind::Limit) where a claim is over the limits.
///
/// ```
/// use copydesk::Context;
/// use copydesk::claims::SpeakerType;
/// use copydesk::coverage::{ClaimRecord, ConflictKind, retold};
///
/// let claim = |document, speaker: &str, text: &str| ClaimRecord {
///     document,
///     text: text.into(),
///     speaker: Some(speaker.into()),
///     speaker_type: Some(SpeakerType::Person),
///     quoted: document == 1,
///     ..Default::default()
/// };
/// let claims = [
///     claim(1, "Ida Karlsen", "The harbour has been run into the ground by owners who never paid for it"),
///     claim(1, "Ann Moe", "the council will vote next week"),
///     claim(2, "Tom Brandt", "the proprietors of the harbour had run it into the ground and paid nothing"),
///     claim(2, "Ann Moe", "the council votes next week"),
/// ];
/// let found = retold(&claims, &[None, Some(0), None, Some(0)], &Context::default())?;
/// assert_eq!((found[0].a, found[0].b, found[0].kind), (0, 2, ConflictKind::Speaker));
/// # Ok::<(), copydesk::Error>(())
/// ```
pub fn retold(claims: &[ClaimRecord], clusters: &[Option<u32>], context: &Context) -> Result<Vec<Conflict>> {
    let mut carried: HashMap<u64, HashSet<u32>> = HashMap::new();
    let mut stories: BTreeMap<Option<i64>, Vec<usize>> = BTreeMap::new();
    for (row, (claim, cluster)) in claims.iter().zip(clusters).enumerate() {
        if let Some(cluster) = cluster {
            carried.entry(claim.document).or_default().insert(*cluster);
        }
        if !claim.text.is_empty() {
            stories.entry(claim.story).or_default().push(row);
        }
    }
    let mut free = clusters.iter().flatten().max().map_or(0, |last| last.saturating_add(1));
    let one_story = |a: u64, b: u64| carried.get(&a).zip(carried.get(&b)).is_some_and(|(a, b)| !a.is_disjoint(b));
    let cluster = |row: usize| clusters.get(row).copied().flatten();
    let mut analyzer = Analyzer::new(None);
    analyzer.for_conflicts = true;
    let mut found = Vec::new();
    for rows in stories.values() {
        let told = read(claims, rows, &mut analyzer, context)?;
        let members: Vec<&Member<'_>> = told.iter().map(|told| &told.member).collect();
        let mut pairs = tolls::at_odds(&members, one_story, &analyzer);
        for (i, j, alone) in nearest(&told, one_story, context)? {
            pairs.extend(at_odds(&told[i], &told[j], alone, &analyzer).into_iter().map(|told| (i, j, told)));
        }
        for (x, y) in reports(&told, one_story) {
            context.check()?;
            let known: HashSet<(ConflictKind, usize, usize)> =
                pairs.iter().map(|(i, j, told)| (told.kind, *i, *j)).collect();
            let facing = counterparts::at_odds(&told, (&x, &y), &analyzer).into_iter();
            let facing = facing.chain(holders::at_odds(&told, (&x, &y), &analyzer));
            pairs.extend(facing.filter(|(i, j, told)| !known.contains(&(told.kind, *i, *j))));
        }
        for (i, j, told) in pairs {
            let (a, b) = (members[i], members[j]);
            let place = cluster(a.row).or(cluster(b.row)).unwrap_or(free);
            found.extend(Conflict::of(place, (a, b), told, &mut Listed::new()));
            free = free.saturating_add(1);
        }
    }
    without_strangers(&mut found, claims, clusters, &mut analyzer, context)?;
    Ok(found)
}

/// Pairs of claims of two outlets' reports on one story that are each other's nearest, and whether nothing else is half as near.
fn nearest(
    told: &[Told<'_>],
    one_story: impl Fn(u64, u64) -> bool,
    context: &Context,
) -> Result<Vec<(usize, usize, bool)>> {
    // Of each claim and each other document the nearest claim, how near it is, and how near the next one.
    let mut best: BTreeMap<(usize, u64), (usize, f64, f64)> = BTreeMap::new();
    for (i, x) in told.iter().enumerate() {
        context.check()?;
        let (at, claim) = (&x.member, x.member.claim);
        for (j, y) in told.iter().enumerate().skip(i + 1) {
            if y.member.outlet == at.outlet || !one_story(claim.document, y.member.claim.document) {
                continue;
            }
            let near = between(x, y, true);
            for (from, to) in [(i, j), (j, i)] {
                let document = told[to].member.claim.document;
                let known = best.entry((from, document)).or_insert((to, 0.0, 0.0));
                if near > known.1 {
                    *known = (to, near, known.1);
                } else {
                    known.2 = known.2.max(near);
                }
            }
        }
    }
    let mut pairs = Vec::new();
    for ((i, _), (j, near, next)) in &best {
        let back = best.get(&(*j, told[*i].member.claim.document));
        let Some(rival) = back.filter(|back| back.0 == *i).map(|back| back.2.max(*next)) else { continue };
        if i < j && *near >= ONE && rival <= REST_CONTRARY * near {
            pairs.push((*i, *j, rival <= REST * near));
        }
    }
    Ok(pairs)
}

/// The claims of each two reports of two outlets on one story, as places among what is told.
fn reports(told: &[Told<'_>], one_story: impl Fn(u64, u64) -> bool) -> Vec<(Vec<usize>, Vec<usize>)> {
    let mut found: BTreeMap<u64, Vec<usize>> = BTreeMap::new();
    for (at, claim) in told.iter().enumerate() {
        found.entry(claim.member.claim.document).or_default().push(at);
    }
    let found: Vec<(u64, Vec<usize>)> = found.into_iter().collect();
    let outlet = |claims: &[usize]| claims.first().map(|at| told[*at].member.outlet.as_str());
    let mut pairs = Vec::new();
    for (rank, (document, x)) in found.iter().enumerate() {
        for (other, y) in &found[rank + 1..] {
            if outlet(x) != outlet(y) && one_story(*document, *other) {
                pairs.push((x.clone(), y.clone()));
            }
        }
    }
    pairs
}

/// On what two claims disagree that are each other's nearest.
fn at_odds(x: &Told<'_>, y: &Told<'_>, alone: bool, analyzer: &Analyzer<'_>) -> Vec<Disagreement> {
    let (a, b) = (&x.member, &y.member);
    if says_nothing(&a.features) || says_nothing(&b.features) {
        return Vec::new();
    }
    let found = disagreements(a, b, analyzer);
    if !alone {
        return found.into_iter().filter(|told| told.kind == ConflictKind::Polarity).collect();
    }
    if !found.is_empty() {
        return found.into_iter().filter(|told| told.kind != ConflictKind::Name).collect();
    }
    // One is quoted, and the other renders it: two that are quoted in other words have each said their own.
    let quoted = a.claim.quoted != b.claim.quoted;
    let whole = a.frame.predicate.is_some() && b.frame.predicate.is_some();
    let says = |member: &Member<'_>| !matches!(member.claim.act, Some(Act::Deny | Act::Ask | Act::Demand));
    let name = |member: &Member<'_>| member.claim.speaker.clone().unwrap_or_default();
    let two = || are_two(a.speaker.as_ref(), b.speaker.as_ref(), [&name(a), &name(b)]);
    let one = || between(x, y, false) >= ONE_SAYING;
    let retold = quoted && whole && says(a) && says(b) && two() && is_one_saying(a, b) && one();
    retold.then(|| Disagreement::of(ConflictKind::Speaker, name(a), name(b))).into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::claims::SpeakerType;

    /// A claim of a report with its speaker, if it has one; the predicate stands between bars.
    fn claim(document: u64, speaker: &str, text: &str) -> ClaimRecord {
        let parts: Vec<&str> = text.split('|').collect();
        ClaimRecord {
            document,
            text: parts.concat(),
            predicate: parts.get(1).map(|part| (*part).to_owned()),
            speaker: (!speaker.is_empty()).then(|| speaker.to_owned()),
            speaker_type: (!speaker.is_empty()).then_some(SpeakerType::Person),
            quoted: document == 1 && !speaker.is_empty(),
            ..ClaimRecord::default()
        }
    }

    /// The kinds of disagreement between two reports that share their last claim.
    fn kinds(here: &[(&str, &str)], there: &[(&str, &str)]) -> Vec<ConflictKind> {
        let own = |document, told: &[(&str, &str)]| -> Vec<ClaimRecord> {
            told.iter().map(|(speaker, text)| claim(document, speaker, text)).collect()
        };
        let shared = |document| claim(document, "", "the council will vote next week");
        let claims = [own(1, here), vec![shared(1)], own(2, there), vec![shared(2)]].concat();
        let shared = |claim: &ClaimRecord| claim.text.contains("council").then_some(0);
        let clusters: Vec<Option<u32>> = claims.iter().map(shared).collect();
        let found = retold(&claims, &clusters, &Context::default()).unwrap();
        found.into_iter().map(|conflict| conflict.kind).collect()
    }

    const QUOTED: &str = "whoever |is| old enough to pay taxes is old enough to say how they are spent";

    #[test]
    fn one_saying_of_two_persons_is_known_in_other_words() {
        let rendered = "anyone mature enough to be taxed |was| old enough to say what the taxes were spent on";
        assert_eq!(kinds(&[("Ida Karlsen", QUOTED)], &[("Tom Brandt", rendered)]), [ConflictKind::Speaker]);
        assert_eq!(kinds(&[("Ida Karlsen", QUOTED)], &[("Ida Karlsen", rendered)]), []);
    }

    #[test]
    fn two_sayings_of_one_matter_are_two() {
        for other in ["the taxes |are| too high for the old", "young people |have been leaving| the town for years"] {
            assert_eq!(kinds(&[("Ida Karlsen", QUOTED)], &[("Tom Brandt", other)]), [], "{other}");
        }
    }

    #[test]
    fn what_is_nearly_as_near_leaves_it_open() {
        let rendered = "anyone mature enough to be taxed |was| old enough to say what the taxes were spent on";
        let own = "the old |pay| enough taxes to say how these should be spent";
        assert_eq!(kinds(&[("Ida Karlsen", QUOTED)], &[("Tom Brandt", rendered), ("Ida Karlsen", own)]), []);
    }

    #[test]
    fn a_toll_is_one_in_whatever_words() {
        let toll = "seventeen people |lost| their lives when water swept through the valley";
        let found = |other: &str| kinds(&[("", toll)], &[("", other)]);
        assert_eq!(found("the flood there |has killed| at least 26"), [ConflictKind::Number]);
        for other in [
            "the flood there |has killed| 17 people",
            "nine people |were killed| in the valley in 2009",
            "nine of the dead |were found| in a cellar",
            "nine children |were| among those killed",
            "the flood |has hurt| at least 26",
            "floods |kill| 26 people a year",
        ] {
            assert_eq!(found(other), [], "{other}");
        }
        assert_eq!(
            kinds(&[("", toll)], &[("", "26 people |were killed|"), ("", "four people |were killed| in Orlen")]),
            []
        );
    }
}
