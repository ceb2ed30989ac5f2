//! Where members of one cluster disagree.

use std::collections::{BTreeMap, HashSet};

use super::facts::{Date, Number, Words};
use super::features::{Analyzer, Features, Term};
use super::names::{elsewhere, name_terms, names};
use super::nobody::nobody;
use super::nodes::outlet_of;
use super::polarity::{contrary, denial, one_denies, one_leaves_open, polarity};
use super::speakers::{Relation, Speaker, relation};
use super::types::ClaimRecord;
use crate::claims::Comparator;
use crate::text::Span;
use crate::{Context, Result};

/// How many members of a cluster are compared with each other: the first ones of different wording.
const COMPARED: usize = 48;
/// Which share of all their terms two wordings must have in common before it matters that two persons are said to have
/// said them: alike things may well be said by two.
const SAME_WORDS: f64 = 0.6;
/// The same for two amounts of one measure: per cent, money and miles may be those of anything.
const SAME_MEASURED: f64 = 0.25;
/// The same where both count the same, or give one figure in two units: "148 people", "184 people".
const SAME_COUNTED: f64 = 0.2;
/// The share of the shorter wording's other terms, names set aside, that must be common before two days are those of one
/// event.
const SAME_EVENT: f64 = 0.35;
/// Share of all terms, of two claims or of the two clauses around the word, that must be common in one language: a
/// predicate with the same subject and object, and not one word that both happen to use.
pub(super) const SAME_CLAUSE: f64 = 0.5;
/// How many terms two clauses must have in common, the disputed one among them.
const OF_CLAUSE: usize = 3;
/// Words between clauses.
const CONJUNCTIONS: [&str; 17] = [
    "and", "but", "while", "und", "aber", "sondern", "et", "mais", "y", "pero", "sino", "e", "ma", "mas", "en", "maar",
    "that",
];

/// On what two claims disagree.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum ConflictKind {
    /// How many.
    Number,
    /// When.
    Date,
    /// Who or where: a name stands in the place of another.
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
    /// Row of the other claim; `a < b`. It is of another outlet, or of the same where another outlet contradicts one of them.
    pub b: usize,
    /// On what they disagree.
    pub kind: ConflictKind,
    /// The words of the first.
    pub a_words: String,
    /// The words of the second.
    pub b_words: String,
}

/// The disagreements within clusters, by cluster; each pair of wordings of a disagreement is listed once,
/// of polarity and speaker each pair of claims.
///
/// Numbers disagree if they count the same and their ranges do not meet ("about 100,000" and "1,75,000 soldiers", but
/// not "over 100" and "110"): "about" and "nearly" cover a tenth to either side, "over" and "under" reach a quarter
/// further, "up to" down to the half; a number also disagrees with "nobody" and "no passengers". Dates disagree if both
/// words say a year, month, day or weekday and it differs, not where it was reckoned from the day of publication
/// ("today"), nor where the places differ too or little else is alike, which tells of two events; names, if one stands
/// in the place of the other in otherwise aligned words, or both are places of one day; polarity, if one negates a word
/// that the other affirms or says its opposite ("rose", "fell"; "drunk", "sober") in clauses that are alike, or if the
/// speaker of one denies what the other's says, told in what each does ("denies", "says"; asking and demanding say
/// nothing); speakers, if two persons are said to have said nearly the same words. What only one of two claims says is
/// no disagreement.
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
    analyzer.keep_spans = true;
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
        let mut listed = HashSet::new();
        let mut involved = HashSet::new();
        for (rank, a) in sides.iter().enumerate() {
            for b in sides[rank + 1..].iter().filter(|b| b.outlet != a.outlet) {
                for (kind, a_words, b_words) in disagreements(a, b, &analyzer) {
                    involved.extend([(kind, a.row), (kind, b.row)]);
                    if is_listed(&mut listed, kind, &a_words, &b_words) {
                        continue;
                    }
                    found.push(Conflict { cluster, a: a.row, b: b.row, kind, a_words, b_words });
                }
            }
        }
        // What an outlet says against itself is told where another one contradicts it: it holds both sides then.
        let disputed = |member: &Member<'_>| involved.iter().any(|(_, row)| *row == member.row);
        for (rank, a) in sides.iter().enumerate().filter(|_| !involved.is_empty()) {
            for b in sides[rank + 1..].iter().filter(|b| b.outlet == a.outlet && (disputed(a) || disputed(b))) {
                for (kind, a_words, b_words) in disagreements(a, b, &analyzer) {
                    let told = involved.contains(&(kind, a.row)) || involved.contains(&(kind, b.row));
                    if told && !is_listed(&mut listed, kind, &a_words, &b_words) {
                        found.push(Conflict { cluster, a: a.row, b: b.row, kind, a_words, b_words });
                    }
                }
            }
        }
    }
    Ok(found)
}

/// Whether a pair of wordings is in the list, where it is put. Of yes and no, and of who said it, every pair is told: their
/// words alone do not show which side a third claim takes.
fn is_listed(
    listed: &mut HashSet<(ConflictKind, (String, String))>,
    kind: ConflictKind,
    a_words: &str,
    b_words: &str,
) -> bool {
    let words = (a_words.to_lowercase(), b_words.to_lowercase());
    let turned = (words.1.clone(), words.0.clone());
    let by_words = !matches!(kind, ConflictKind::Polarity | ConflictKind::Speaker);
    by_words && (listed.contains(&(kind, turned)) || !listed.insert((kind, words)))
}

/// A claim of a cluster, ready to be compared.
pub(super) struct Member<'a> {
    row: usize,
    pub claim: &'a ClaimRecord,
    pub features: Features,
    pub speaker: Option<Speaker>,
    outlet: String,
}

impl<'a> Member<'a> {
    /// The claim of a row; the analyzer keeps spans.
    fn of(row: usize, claim: &'a ClaimRecord, analyzer: &mut Analyzer<'_>, context: &Context) -> Result<Self> {
        let features = analyzer.analyze(claim, context)?;
        Ok(Self { row, claim, features, speaker: Speaker::of(claim), outlet: outlet_of(claim) })
    }
}

impl Member<'_> {
    /// Where a term stands first.
    pub fn span_of(&self, id: u32) -> Option<Span> {
        let place = self.features.sequence.iter().position(|term| term.id == id)?;
        self.features.spans.get(place).copied()
    }

    /// Its first content term.
    pub fn head(&self) -> Option<u32> {
        self.features.sequence.first().map(|term| term.id)
    }

    /// Nothing between two terms sets clauses apart; also where one of them is missing.
    pub fn one_clause(&self, x: u32, y: u32) -> bool {
        self.span_of(x).zip(self.span_of(y)).is_none_or(|(x, y)| self.undivided(x, y))
    }

    /// Nothing between two places sets clauses apart.
    pub fn undivided(&self, x: Span, y: Span) -> bool {
        let between = Span::new(x.end.min(y.end), x.start.max(y.start)).of(&self.claim.text).to_lowercase();
        !between.contains([',', ';', ':', '.', '–', '—'])
            && !between.split_whitespace().any(|w| CONJUNCTIONS.contains(&w))
    }

    /// The terms of the clause around a term, each once.
    pub fn clause(&self, id: u32) -> Vec<u32> {
        let mut terms: Vec<u32> =
            self.features.sequence.iter().map(|term| term.id).filter(|other| self.one_clause(id, *other)).collect();
        terms.sort_unstable();
        terms.dedup();
        terms
    }

    /// The two say the same around the term, as a whole or in the clauses in which it stands.
    pub fn same_clause(&self, other: &Self, id: u32) -> bool {
        if self.features.language != other.features.language || self.likeness(other) >= SAME_CLAUSE {
            return true;
        }
        let (x, y) = (self.clause(id), other.clause(id));
        let common = x.iter().filter(|term| y.binary_search(term).is_ok()).count();
        common >= OF_CLAUSE && common as f64 >= SAME_CLAUSE * (x.len() + y.len() - common) as f64
    }

    /// How many terms both have.
    pub fn common(&self, other: &Self) -> usize {
        self.features.bag.iter().filter(|term| other.features.has(term.id)).count()
    }

    /// Share of all terms that both have.
    pub fn likeness(&self, other: &Self) -> f64 {
        let common = self.common(other);
        let all = self.features.bag.len() + other.features.bag.len() - common;
        common as f64 / all.max(1) as f64
    }

    /// Whether enough of the other terms is common for two days to be those of one event: of what is neither a name nor a
    /// number, nor a month or weekday that one alone has. The first word, which may be a name, counts beside others only.
    fn one_event(&self, other: &Self) -> bool {
        let names = [name_terms(self), name_terms(other)].concat();
        let told = |term: &Term| !(term.name || term.number);
        let common = |term: &Term| self.features.has(term.id) && other.features.has(term.id);
        let share = |besides: &[u32]| {
            let plain = |term: &&Term| told(term) && !besides.contains(&term.id) && (!term.calendar || common(term));
            let count = |member: &Self| member.features.bag.iter().filter(plain).count();
            let both = self.features.bag.iter().filter(plain).filter(|term| common(term)).count();
            (both, both as f64 / count(self).min(count(other)).max(1) as f64)
        };
        let (both, with_names) = share(&[]);
        share(&names).1 >= SAME_EVENT || (both > 1 && with_names >= SAME_EVENT)
    }

    /// Share of the smaller set of terms that both have, one term set aside.
    pub fn overlap_beside_one(&self, other: &Self) -> f64 {
        let shorter = self.features.bag.len().min(other.features.bag.len());
        self.common(other).saturating_sub(1) as f64 / shorter.saturating_sub(1).max(1) as f64
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

/// Its kind and the words of both.
pub(super) type Disagreement = (ConflictKind, String, String);

fn disagreements(a: &Member<'_>, b: &Member<'_>, analyzer: &Analyzer<'_>) -> Vec<Disagreement> {
    let mut found = Vec::new();
    let (x, y) = (&a.features, &b.features);
    // A cluster may join claims that count two things; the words of the pair itself tell.
    let same_matter = |m: &Number, n: &Number| {
        let measured = m.measure.is_some() || n.measure.is_some();
        let least = if measured && m.value != n.value { SAME_MEASURED } else { SAME_COUNTED };
        x.language != y.language || a.overlap_beside_one(b) >= least
    };
    let parts = |m: &Number, n: &Number| m.is_sum(&y.figures) || n.is_sum(&x.figures);
    for (m, n) in unmatched(&x.numbers, &y.numbers, Number::comparable, Number::agrees) {
        if same_matter(m, n) && !parts(m, n) {
            let (here, there) = (number_words(a.claim, m), number_words(b.claim, n));
            let same = here.eq_ignore_ascii_case(&there);
            let told = |words: String, member: &Member<'_>, number: &Number| match same {
                true => with_unit(words, member, number),
                false => words,
            };
            found.push((ConflictKind::Number, told(here, a, m), told(there, b, n)));
        }
    }
    let days = unmatched(&x.dates, &y.dates, Date::differs, Date::agrees);
    // Another day at another place is another event.
    let one_event = !days.is_empty() && (x.language != y.language || a.one_event(b)) && !elsewhere(a, b, analyzer);
    if one_event {
        let words = |(here, there): (&Date, &Date)| (date_words(a.claim, here), date_words(b.claim, there));
        found.extend(days.into_iter().map(words).map(|(here, there)| (ConflictKind::Date, here, there)));
    }
    let none = if found.is_empty() && !one_denies(a, b) { nobody(a, b) } else { None };
    // Who denies that it is so agrees with who says that it is not, and has no word to say of another figure.
    let opposed = match one_denies(a, b) {
        true if contradicts(x, y) || !found.is_empty() => None,
        true => denial(a, b),
        false if one_leaves_open(a, b) => denial(a, b),
        false if none.is_some() => None,
        false => polarity(a, b, analyzer).or_else(|| contrary(a, b, analyzer)),
    };
    let at_odds = opposed.is_some() || contradicts(x, y);
    // What one says did not happen has no day.
    if opposed.is_some() || none.is_some() {
        found.retain(|(kind, ..)| *kind != ConflictKind::Date);
    }
    found.extend(none);
    found.extend(opposed);
    found.extend(names(a, b, analyzer).into_iter().map(|(here, there)| (ConflictKind::Name, here, there)));
    let different = relation(a.speaker.as_ref(), b.speaker.as_ref()) == Relation::Different;
    // Of two who say the contrary, each has said his own.
    if different && !at_odds && a.likeness(b) >= SAME_WORDS {
        let name = |member: &Member<'_>| member.claim.speaker.clone().unwrap_or_default();
        found.push((ConflictKind::Speaker, name(a), name(b)));
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

fn number_words(claim: &ClaimRecord, number: &Number) -> String {
    match number.words {
        Words::At(span) => span.of(&claim.text).to_owned(),
        Words::Given(place) => claim.quantities.get(place).map_or_else(String::new, |quantity| {
            let sign = if quantity.comparator == Comparator::Equal { "" } else { quantity.comparator.name() };
            let upper = quantity.upper.map_or_else(String::new, |upper| format!("–{upper}"));
            let unit = quantity.unit.as_deref().map_or_else(String::new, |unit| format!(" {unit}"));
            format!("{sign}{}{upper}{unit}", quantity.value)
        }),
    }
}

/// "14 miles": the number with the word behind it, where the figure alone does not show the difference.
fn with_unit(words: String, member: &Member<'_>, number: &Number) -> String {
    let Words::At(span) = number.words else { return words };
    let behind = member.features.spans.iter().filter(|other| other.start >= span.end).min_by_key(|other| other.start);
    behind.map_or(words, |unit| span.cover(unit).of(&member.claim.text).to_owned())
}

fn date_words(claim: &ClaimRecord, date: &Date) -> String {
    match date.words {
        Words::At(span) => span.of(&claim.text).to_owned(),
        Words::Given(place) => claim.dates.get(place).map_or_else(String::new, |date| date.value.clone()),
    }
}

#[cfg(test)]
#[path = "conflicts_tests.rs"]
mod tests;
