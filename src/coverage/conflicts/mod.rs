//! Where members of one cluster disagree.

mod acronyms;
mod amounts;
mod antecedents;
mod content;
mod contrasts;
mod counterparts;
mod days;
mod deeds;
mod denials;
mod extents;
mod fates;
mod frames;
mod holders;
mod little;
mod member;
mod mouths;
mod names;
mod nearness;
mod nobody;
mod opposites;
pub(super) mod polarity;
mod quantifiers;
pub(super) mod retold;
mod several;
mod sided;
mod slots;
mod strangers;
mod tallies;
mod tellings;
mod tolls;
mod turned;
mod unreal;
mod written;

use std::collections::{BTreeMap, HashSet};

use crate::coverage::matching::nodes::outlet_of;
use crate::coverage::matching::occasions::{turned, two_subjects, two_times};
use crate::coverage::matching::score::says_nothing;
use crate::coverage::matching::wholes::all_and_counted;
use crate::coverage::reading::dates::Date;
use crate::coverage::reading::facts::Number;
use crate::coverage::reading::features::{Analyzer, Features};
use crate::coverage::types::ClaimRecord;
use crate::{Context, Result};
use amounts::{apart, comparable, of_one_matter, one_adds_up};
use contrasts::{exchanged, two_of_a_kind};
use days::{later, one_deed};
use deeds::{other_time, two_turns};
use denials::{denial, one_asks, one_denies, one_leaves_open};
use fates::another_fate;
use frames::of_two_frames;
use little::{before_or_after, by_or_not_before, for_or_against, more_or_fewer};
use member::Member;
use mouths::two_mouths;
use names::{elsewhere, names};
use nobody::{denies_in_time, nobody};
use polarity::{contrary, polarity};
use quantifiers::{both_and_one, exception};
use several::without_several;
use sided::further_sides;
use slots::Things;
use strangers::without_strangers;
use tellings::date_words;
pub(super) use tellings::{Disagreement, Told};
use turned::turned_round;

/// How many members of a cluster are compared with each other: the first ones of different wording.
const COMPARED: usize = 48;
/// On what two claims disagree.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum ConflictKind {
    /// How many.
    Number,
    /// When.
    Date,
    /// Who, where or what: a name, or a thing, stands in the place of another.
    Name,
    /// Whether at all: one affirms what the other negates.
    Polarity,
    /// Who said it.
    Speaker,
}

impl ConflictKind {
    /// The name in tables.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Number => "number",
            Self::Date => "date",
            Self::Name => "name",
            Self::Polarity => "polarity",
            Self::Speaker => "speaker",
        }
    }
}

/// Two members of a cluster that cannot both be right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conflict {
    /// The cluster.
    pub cluster: u32,
    /// Row of one claim.
    pub a: usize,
    /// Row of the other claim; `a < b`. It is of another outlet, or of the same where another outlet contradicts one of
    /// them.
    pub b: usize,
    /// On what they disagree.
    pub kind: ConflictKind,
    /// The words of the first.
    pub a_words: String,
    /// The words of the second.
    pub b_words: String,
    /// Of numbers, the figure that the words of the first tell: "12" of "twelve" and "about 12", ">300", "0" of "nobody".
    pub a_figure: Option<String>,
    /// The same of the second.
    pub b_figure: Option<String>,
    /// Of numbers, a key of what both count, where that can be told: two disagreements with the same key and figures are one, in
    /// whatever clusters they show.
    pub counted: Option<String>,
}

/// The disagreements within clusters, by cluster; each pair of wordings of a disagreement is listed once,
/// of polarity and speaker each pair of claims.
///
/// Numbers disagree if they count the same and their ranges do not meet ("about 100,000" and "1,75,000 soldiers", but
/// not "over 100" and "110"): "about" and "nearly" cover a tenth to either side, and of two such figures one, "over", "under"
/// and "at least" reach a quarter further, "up to" down to the half; a lower bound that is no round figure ("more than 12") and
/// any next to another lower bound reach as far as one likes, and two upper bounds are compared as they stand; a number
/// also disagrees with "nobody" and "no passengers", as "several" do, and no number of another day or place, which is that of
/// another event. Nor does the number of those killed disagree with that of those hurt, what is with what could be, so much a
/// day with a sum, some of all with all, nor anything with what is told of another year, round or thing of its kind, or of
/// what undoes it. What a number counts is told by the
/// words behind it or, where these name nothing, by those before it ("the toll was 40"). Nor do numbers or days of two frames
/// disagree, where each claim tells of something else ("the bridge cost", "the repairs to the bridge cost"). Dates disagree if both
/// words say a year, month, day, weekday or hour and it differs, or one says "before" where the other says "after",
/// not where it was reckoned from the day of publication ("today"), nor where the places differ too or little else
/// is alike, which tells of two events; names, if one stands in the place of the other in otherwise aligned words,
/// or both are places of one day, or so does a thing of which neither report uses the other's word ("in the engine room", "on the car
/// deck"), or who does it and to whom it is done change places ("Orvane sued Selmark",
/// "Selmark sued Orvane"); polarity, if one negates a word that the other affirms or says its opposite ("rose",
/// "fell"; "drunk", "sober"; "killed", "arrested") in clauses that are alike, or of all of a kind what the other negates of
/// some, or of what is decided once ("guilty",
/// "cleared") in whatever words, or if the speaker of one denies what the other's says, told in what each does
/// ("denies", "says"; asking and demanding say nothing); speakers, if two persons are quoted with nearly the
/// same words, or one with a saying, no plain fact, that the other is said to have said. What only one of two claims says is no disagreement, nor, but for who said it, what reports tell that were
/// published more than a week apart.
///
/// # Errors
///
/// [`Cancelled`](crate::ErrorKind::Cancelled), and [`Limit`](crate::ErrorKind::Limit) where a claim is over the limits.
///
/// ```
/// use copydesk::Context;
/// use copydesk::coverage::{ClaimRecord, ConflictKind, conflicts};
///
/// let claim = |outlet: &str, text: &str| ClaimRecord { outlet: outlet.into(), text: text.into(), ..Default::default() };
/// let claims = [
///     claim("Herald", "the fair drew 12,000 visitors"),
///     claim("Courier", "the fair drew about 17,000 visitors"),
/// ];
/// let found = conflicts(&claims, &[Some(0), Some(0)], &Context::default())?;
/// assert_eq!(found[0].kind, ConflictKind::Number);
/// assert_eq!((found[0].a_words.as_str(), found[0].b_words.as_str()), ("12,000", "about 17,000"));
/// # Ok::<(), copydesk::Error>(())
/// ```
pub fn conflicts(claims: &[ClaimRecord], clusters: &[Option<u32>], context: &Context) -> Result<Vec<Conflict>> {
    let mut members: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
    for (row, cluster) in clusters.iter().enumerate().take(claims.len()) {
        if let Some(cluster) = cluster {
            members.entry(*cluster).or_default().push(row);
        }
    }
    let mut analyzer = Analyzer::new(None);
    analyzer.for_conflicts = true;
    let things = Things::of(claims);
    let mut found = Vec::new();
    for (cluster, rows) in members {
        context.check()?;
        let mut seen = HashSet::new();
        let mut sides = Vec::new();
        for row in rows {
            let claim = &claims[row];
            if sides.len() < COMPARED && seen.insert((&claim.text, outlet_of(claim), &claim.speaker)) {
                sides.push(Member::of(row, claim, &mut analyzer, context)?);
            }
        }
        let mut listed = Listed::new();
        let mut involved = HashSet::new();
        let mut pairs = Vec::new();
        for (rank, a) in sides.iter().enumerate() {
            for b in sides[rank + 1..].iter().filter(|b| b.outlet != a.outlet) {
                let told = disagreements(a, b, &analyzer);
                let thing = if told.is_empty() { things.exchanged(a, b, &analyzer) } else { None };
                for told in told.into_iter().chain(thing) {
                    involved.extend([(told.kind, a.row), (told.kind, b.row)]);
                    pairs.extend(Conflict::of(cluster, (a, b), told, &mut listed));
                }
            }
        }
        let outlets = sides.iter().map(|side| (side.row, side.outlet.as_str())).collect();
        // What an outlet says against itself is told where another one contradicts it: it holds both sides then.
        let disputed: HashSet<usize> = involved.iter().map(|(_, row)| *row).collect();
        let is_disputed = |a: &Member<'_>, b: &Member<'_>| disputed.contains(&a.row) || disputed.contains(&b.row);
        for (rank, a) in sides.iter().enumerate() {
            for b in sides[rank + 1..].iter().filter(|b| is_disputed(a, b) && b.outlet == a.outlet) {
                for told in disagreements(a, b, &analyzer) {
                    if involved.contains(&(told.kind, a.row)) || involved.contains(&(told.kind, b.row)) {
                        pairs.extend(Conflict::of(cluster, (a, b), told, &mut listed));
                    }
                }
            }
        }
        pairs.extend(further_sides(&pairs, &sides));
        without_several(&mut pairs, &outlets);
        found.extend(pairs);
    }
    without_strangers(&mut found, claims, clusters, &mut analyzer, context)?;
    Ok(found)
}

/// Pairs of wordings that are told, in small letters and in order.
pub(super) type Listed = HashSet<(ConflictKind, [String; 2])>;

impl Conflict {
    /// What two members disagree on; `None` where their wordings are listed, which they are then. Of yes and no, and of who
    /// said it, every pair is told: their words alone do not show which side a third claim takes.
    pub(super) fn of(
        cluster: u32,
        (a, b): (&Member<'_>, &Member<'_>),
        told: Disagreement,
        listed: &mut Listed,
    ) -> Option<Self> {
        let Disagreement { kind, a: here, b: there, counted } = told;
        if !matches!(kind, ConflictKind::Polarity | ConflictKind::Speaker) {
            let mut words = [here.words.to_lowercase(), there.words.to_lowercase()];
            words.sort_unstable();
            if !listed.insert((kind, words)) {
                return None;
            }
        }
        let (a_figure, b_figure) = (here.figure, there.figure);
        let (a_words, b_words) = (here.words, there.words);
        Some(Self { cluster, a: a.row, b: b.row, kind, a_words, b_words, a_figure, b_figure, counted })
    }
}

/// Whether one of two claims negates a word that the other affirms, and the other negates nothing else: "no one is above
/// the law" and "nobody stands above the law" are one.
fn contradicts(x: &Features, y: &Features) -> bool {
    let turned = x.bag.iter().any(|term| y.term(term.id).is_some_and(|other| term.sign * other.sign < 0));
    let alone = |here: &Features, there: &Features| {
        here.bag.iter().any(|term| term.sign < 0 && there.term(term.id).is_none_or(|other| other.sign > 0))
    };
    turned && !(alone(x, y) && alone(y, x))
}

/// What two members disagree on. Of two that were published more than [a week](later) apart the later one may tell how things have gone
/// on, and only who said it can be disputed.
pub(super) fn disagreements(a: &Member<'_>, b: &Member<'_>, analyzer: &Analyzer<'_>) -> Vec<Disagreement> {
    let mut found = at_one_time(a, b, analyzer);
    if later(a, b) {
        found.retain(|told| told.kind == ConflictKind::Speaker);
    }
    found
}

fn at_one_time(a: &Member<'_>, b: &Member<'_>, analyzer: &Analyzer<'_>) -> Vec<Disagreement> {
    let mut found = Vec::new();
    let (x, y) = (&a.features, &b.features);
    if two_turns(a, b) || (says_nothing(x) && says_nothing(y)) {
        return found;
    }
    let mut other_number = false;
    let of_one_thing = |m: &Number, n: &Number| comparable(a, m, b, n, analyzer);
    let results = a.tally.zip(b.tally);
    let in_results = |m, n| results.is_some_and(|(here, there)| here.holds(m) || there.holds(n));
    for (m, n) in unmatched(&x.numbers, &y.numbers, of_one_thing, Number::agrees) {
        if in_results(m, n) || !of_one_matter(a, m, b, n) || one_adds_up(a, m, b, n) {
            continue;
        }
        other_number = true;
        if !apart(a, m, b, n, analyzer) {
            found.push(Disagreement::of_numbers((a, m), (b, n)));
        }
    }
    if let Some(told) = results.and_then(|(here, there)| tallies::another(a, here, b, there)) {
        other_number = true;
        found.push(told);
    }
    // Two who do the same, each in their own number or one of them not, are two.
    if (other_number || turned(x, y)) && two_subjects(x, y, |id| analyzer.term(id)) {
        return Vec::new();
    }
    let days = if two_times(x, y) { Vec::new() } else { unmatched(&x.dates, &y.dates, Date::differs, Date::agrees) };
    let elsewhere = elsewhere(a, b, analyzer);
    // Another number on another day or at another place is told of another event.
    let other_time = other_time(x, y);
    let other_day = other_time || !days.is_empty();
    if other_number && (elsewhere || other_day) {
        return Vec::new();
    }
    // Another day at another place is another event, and so is what all did on one day and some did not on another.
    let one_event = !(days.is_empty() || (turned(x, y) && all_and_counted(x, y)) || exchanged(a, b))
        && (x.language != y.language || a.one_event(b))
        && !elsewhere;
    if one_event {
        let one = |here: &Date, there: &Date| one_deed(a, here, b, there) && !of_two_frames(a, here, b, there);
        let days = days.into_iter().filter(|(here, there)| one(here, there));
        let words = |(here, there): (&Date, &Date)| (date_words(a.claim, here), date_words(b.claim, there));
        found.extend(days.map(words).map(|(here, there)| Disagreement::of(ConflictKind::Date, here, there)));
    }
    let one_denies = one_denies(a, b);
    found.extend(both_and_one(a, b));
    let counted = found.iter().any(|told| told.kind == ConflictKind::Number);
    let none = if counted || one_denies || other_time { None } else { nobody(a, b) };
    // Who denies that it is so agrees with who says that it is not, and has no word to say of another figure.
    let opposed = match one_denies {
        true if contradicts(x, y) || !found.is_empty() => None,
        true => denial(a, b, analyzer),
        false if one_leaves_open(a, b) => denial(a, b, analyzer),
        false if none.is_some() || one_asks(a, b) || other_time => None,
        false if denies_in_time(a, b) || denies_in_time(b, a) => None,
        false => (exception(a, b).or_else(|| polarity(a, b, analyzer)).or_else(|| contrary(a, b)))
            .or_else(|| another_fate(a, b, analyzer))
            .or_else(|| for_or_against(a, b))
            .or_else(|| more_or_fewer(a, b))
            .or_else(|| by_or_not_before(a, b))
            .or_else(|| before_or_after(a, b)),
    };
    let at_odds = opposed.is_some();
    // What one says did not happen has no day.
    if at_odds || none.is_some() {
        found.retain(|told| told.kind != ConflictKind::Date);
    }
    found.extend(none);
    found.extend(opposed);
    // Another name on another day is told of another event.
    let names = if other_day { Vec::new() } else { names(a, b, analyzer) };
    let turned = turned_round(a, b).filter(|_| !at_odds);
    found
        .extend(names.into_iter().chain(turned).map(|(here, there)| Disagreement::of(ConflictKind::Name, here, there)));
    // Of two who say the contrary, each has said his own.
    if !(at_odds || contradicts(x, y)) {
        found.extend(two_mouths(a, b));
    }
    let differ = other_number || other_day || found.iter().any(|told| told.kind != ConflictKind::Name);
    if differ && two_of_a_kind(a, b) {
        return Vec::new();
    }
    found
}

/// Pairs of facts about one thing of which neither finds its like on the other side; each fact is paired once.
fn unmatched<'a, T>(
    a: &'a [T],
    b: &'a [T],
    comparable: impl Fn(&T, &T) -> bool,
    agrees: impl Fn(&T, &T) -> bool,
) -> Vec<(&'a T, &'a T)> {
    let lone_a = a.iter().filter(|x| !b.iter().any(|y| agrees(x, y)));
    let mut lone_b: Vec<&T> = b.iter().filter(|y| !a.iter().any(|x| agrees(x, y))).collect();
    let mut pairs = Vec::new();
    for x in lone_a {
        if let Some(place) = lone_b.iter().position(|y| comparable(x, y)) {
            pairs.push((x, lone_b.remove(place)));
        }
    }
    pairs
}

#[cfg(test)]
#[path = "conflicts_tests.rs"]
mod tests;
