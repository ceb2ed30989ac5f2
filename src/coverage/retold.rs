//! Claims that nothing but what their words mean joins, for conflicts alone: "old enough to pay taxes", "mature enough to be
//! taxed".
//!
//! Matching joins claims that share words. Of two reports on one event, the rest is told in quite other words, and where it differs in
//! a number, in yes and no, or in who said it, the two are no claim that both carry. Here each claim looks for its nearest one in each
//! other report, word by word: the same, of one root, related, or near in meaning. Two that are each other's nearest, with nothing else
//! half as near, tell of one thing; the rules for conflicts say whether they disagree. Of English, whose words have meanings here.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::conflicts::{Conflict, ConflictKind, Disagreement, Listed, disagreements};
use super::features::{Analyzer, Term};
use super::meanings::Meaning;
use super::meeting::one_root;
use super::member::Member;
use super::related::degree;
use super::score::says_nothing;
use super::speakers::are_two;
use super::tolls;
use super::types::ClaimRecord;
use super::vocabulary::is_english;
use crate::claims::Act;
use crate::{Context, Result};

/// How many claims of a story are compared, the first ones.
const CLAIMS: usize = 320;
/// How many words of a claim are looked at.
const WORDS: usize = 40;
/// How far words meet that are not the same, and those at most whose meanings alone are near.
const AKIN: f64 = 0.8;
/// How near two claims must be to be one, and what two persons are said to have said, of whom one is quoted.
const ONE: f64 = 0.3;
const ONE_SAYING: f64 = 0.36;
/// How near anything else may be, as a share of that.
const REST: f64 = 0.5;
/// How many words of the shorter claim must meet one of the other.
const MET: usize = 3;

/// A content word of a claim.
struct Word {
    term: Term,
    text: String,
    meaning: Meaning,
    weight: f64,
}

impl Word {
    /// How far it meets another, in [0, 1].
    fn nearness(&self, other: &Self) -> f64 {
        if self.term.id == other.term.id {
            1.0
        } else if degree(self.term.related, other.term.related) > 0.0 || one_root(&self.text, &other.text) {
            AKIN
        } else {
            (2.0 * self.meaning.nearness(&other.meaning)).max(0.0) * AKIN
        }
    }
}

/// A claim with its words beside numbers and days.
struct Told<'a> {
    member: Member<'a>,
    words: Vec<Word>,
}

/// The share of the weight of these words that meets those, and how many of them do; with or without names.
fn met(these: &[Word], those: &[Word], names: bool) -> (f64, usize) {
    let (mut sum, mut all, mut count) = (0.0, 0.0, 0);
    let told = |word: &&Word| names || !(word.term.name || word.term.opening);
    for word in these.iter().filter(told) {
        let best = those.iter().filter(told).map(|other| word.nearness(other)).fold(0.0, f64::max);
        (sum, all, count) = (sum + word.weight * best, all + word.weight, count + usize::from(best > 0.0));
    }
    (if all > 0.0 { sum / all } else { 0.0 }, count)
}

/// How near two claims are, in [0, 1]; 0 where fewer than [`MET`] words meet or they share none.
fn nearness(x: &[Word], y: &[Word], names: bool) -> f64 {
    if !x.iter().any(|word| y.iter().any(|other| word.term.id == other.term.id)) {
        return 0.0;
    }
    let ((p, here), (q, there)) = (met(x, y, names), met(y, x, names));
    if here.min(there) < MET { 0.0 } else { 2.0 * p * q / (p + q) }
}

/// Disagreements between claims of one story that are in no cluster together but each other's nearest in their reports, which share
/// some claim; `cluster` is that of the first claim that has one, or a number that no cluster has.
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
        for (i, j) in nearest(&told, one_story, context)? {
            pairs.extend(at_odds(&told[i], &told[j], &analyzer).into_iter().map(|told| (i, j, told)));
        }
        for (i, j, told) in pairs {
            let (a, b) = (members[i], members[j]);
            let place = cluster(a.row).or(cluster(b.row)).unwrap_or(free);
            found.extend(Conflict::of(place, (a, b), told, &mut Listed::new()));
            free = free.saturating_add(1);
        }
    }
    Ok(found)
}

/// The claims of a story with their words, a word the heavier the fewer of them have it.
fn read<'a>(
    claims: &'a [ClaimRecord],
    rows: &[usize],
    analyzer: &mut Analyzer<'_>,
    context: &Context,
) -> Result<Vec<Told<'a>>> {
    let mut found = Vec::new();
    let mut holding: HashMap<u32, u32> = HashMap::new();
    for row in rows.iter().take(CLAIMS) {
        context.check()?;
        let member = Member::of(*row, &claims[*row], analyzer, context)?;
        for term in &member.features.bag {
            *holding.entry(term.id).or_default() += 1;
        }
        found.push(Told { member, words: Vec::new() });
    }
    let all = found.len() as f64;
    for told in &mut found {
        let member = &told.member;
        if !is_english(member.claim.language.as_deref()) {
            continue;
        }
        let plain = |term: &&Term| !(term.number || term.calendar);
        told.words = (member.features.bag.iter().filter(plain).take(WORDS))
            .map(|term| {
                let text = member.words_of(term.id).to_lowercase();
                let meaning = Meaning::of(std::iter::once(text.as_str()));
                let count = f64::from(holding.get(&term.id).copied().unwrap_or(1));
                Word { term: *term, text, meaning, weight: ((all + 1.0) / (count + 0.5)).ln().max(0.0) }
            })
            .collect();
    }
    Ok(found)
}

/// Pairs of claims of two outlets' reports on one story that are each other's nearest, with nothing else near either.
fn nearest(told: &[Told<'_>], one_story: impl Fn(u64, u64) -> bool, context: &Context) -> Result<Vec<(usize, usize)>> {
    // Of each claim and each other document the nearest claim, how near it is, and how near the next one.
    let mut best: BTreeMap<(usize, u64), (usize, f64, f64)> = BTreeMap::new();
    for (i, x) in told.iter().enumerate() {
        context.check()?;
        let (at, claim) = (&x.member, x.member.claim);
        for (j, y) in told.iter().enumerate().skip(i + 1) {
            if y.member.outlet == at.outlet || !one_story(claim.document, y.member.claim.document) {
                continue;
            }
            let near = nearness(&x.words, &y.words, true);
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
        if i < j && *near >= ONE && back.is_some_and(|back| back.0 == *i && back.2.max(*next) <= REST * near) {
            pairs.push((*i, *j));
        }
    }
    Ok(pairs)
}

/// On what two claims disagree that are each other's nearest.
fn at_odds(x: &Told<'_>, y: &Told<'_>, analyzer: &Analyzer<'_>) -> Vec<Disagreement> {
    let (a, b) = (&x.member, &y.member);
    if says_nothing(&a.features) || says_nothing(&b.features) {
        return Vec::new();
    }
    let found = disagreements(a, b, analyzer);
    if !found.is_empty() {
        return found.into_iter().filter(|told| told.kind != ConflictKind::Name).collect();
    }
    // One is quoted, and the other renders it: two that are quoted in other words have each said their own.
    let quoted = a.claim.quoted != b.claim.quoted;
    let whole = a.frame.predicate.is_some() && b.frame.predicate.is_some();
    let says = |member: &Member<'_>| !matches!(member.claim.act, Some(Act::Deny | Act::Ask | Act::Demand));
    let name = |member: &Member<'_>| member.claim.speaker.clone().unwrap_or_default();
    let two = || are_two(a.speaker.as_ref(), b.speaker.as_ref(), [&name(a), &name(b)]);
    let one = || nearness(&x.words, &y.words, false) >= ONE_SAYING;
    let retold = quoted && whole && says(a) && says(b) && two() && one();
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
