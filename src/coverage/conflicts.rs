//! Where members of one cluster disagree.

use std::collections::{BTreeMap, HashSet};

use super::align::{Step, align};
use super::facts::{Date, Number, Words};
use super::features::{Analyzer, Features, Term};
use super::matching::outlet_of;
use super::speakers::{Relation, Speaker, relation};
use super::types::ClaimRecord;
use super::vocabulary::{nouns_have_capitals, primary};
use crate::claims::Comparator;
use crate::text::Span;
use crate::{Context, Result};

/// How many members of a cluster are compared with each other: the first ones of different wording.
const COMPARED: usize = 48;
/// How much of the shorter wording must stand in order in the longer one before an exchanged name counts.
const ALIGNED: f64 = 0.5;

/// Which share of all their terms two wordings must have in common before it matters that two persons are said to have
/// said them: alike things may well be said by two.
const SAME_WORDS: f64 = 0.6;
/// Which share of the shorter wording's other terms must be common before it matters that one word is negated.
const SAME_MATTER: f64 = 0.4;
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
    /// Row of the other claim, of another outlet; `a < b`.
    pub b: usize,
    /// On what they disagree.
    pub kind: ConflictKind,
    /// The words of the first.
    pub a_words: String,
    /// The words of the second.
    pub b_words: String,
}

/// The disagreements within clusters, by cluster; each pair of wordings of a disagreement is listed once.
///
/// Numbers disagree if they count the same and their ranges do not meet ("about 100,000" and "1,75,000 soldiers", but
/// not "over 100" and "110"); dates, if both know a year, month, day or weekday and it differs; names, if one stands in
/// the place of the other in otherwise aligned words; polarity, if one negates a word that the other affirms. What
/// only one of two claims says is no disagreement.
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
                sides.push(Member {
                    row,
                    claim,
                    features: analyzer.analyze(claim, context)?,
                    speaker: Speaker::of(claim),
                    outlet: outlet_of(claim),
                });
            }
        }
        let mut listed = HashSet::new();
        for (rank, a) in sides.iter().enumerate() {
            for b in sides[rank + 1..].iter().filter(|b| b.outlet != a.outlet) {
                for (kind, a_words, b_words) in disagreements(a, b, &analyzer) {
                    let words = (a_words.to_lowercase(), b_words.to_lowercase());
                    let turned = (words.1.clone(), words.0.clone());
                    if listed.contains(&(kind, turned)) || !listed.insert((kind, words)) {
                        continue;
                    }
                    found.push(Conflict { cluster, a: a.row, b: b.row, kind, a_words, b_words });
                }
            }
        }
    }
    Ok(found)
}

struct Member<'a> {
    row: usize,
    claim: &'a ClaimRecord,
    features: Features,
    speaker: Option<Speaker>,
    outlet: String,
}

impl Member<'_> {
    /// Where a term stands first.
    fn span_of(&self, id: u32) -> Option<Span> {
        let place = self.features.sequence.iter().position(|term| term.id == id)?;
        self.features.spans.get(place).copied()
    }

    /// Nothing between two terms sets clauses apart; also where one of them is missing.
    fn one_clause(&self, x: u32, y: u32) -> bool {
        let (Some(x), Some(y)) = (self.span_of(x), self.span_of(y)) else { return true };
        let between = Span::new(x.end.min(y.end), x.start.max(y.start)).of(&self.claim.text).to_lowercase();
        !between.contains([',', ';', ':', '.', '–', '—'])
            && !between.split_whitespace().any(|w| CONJUNCTIONS.contains(&w))
    }

    /// How many terms both have.
    fn common(&self, other: &Self) -> usize {
        let (x, y) = (&self.features.bag, &other.features.bag);
        x.iter().filter(|s| y.binary_search_by_key(&s.id, |t| t.id).is_ok()).count()
    }

    /// Share of all terms that both have.
    fn likeness(&self, other: &Self) -> f64 {
        let common = self.common(other);
        let all = self.features.bag.len() + other.features.bag.len() - common;
        common as f64 / all.max(1) as f64
    }

    /// Share of the smaller set of terms that both have, one term set aside.
    fn overlap_beside_one(&self, other: &Self) -> f64 {
        let shorter = self.features.bag.len().min(other.features.bag.len());
        self.common(other).saturating_sub(1) as f64 / shorter.saturating_sub(1).max(1) as f64
    }
}

type Disagreement = (ConflictKind, String, String);

fn disagreements(a: &Member<'_>, b: &Member<'_>, analyzer: &Analyzer<'_>) -> Vec<Disagreement> {
    let mut found = Vec::new();
    let (x, y) = (&a.features, &b.features);
    for unit_pair in unmatched(&x.numbers, &y.numbers, Number::same_unit, Number::agrees) {
        let words = |member: &Member<'_>, number: &Number| number_words(member.claim, number);
        found.push((ConflictKind::Number, words(a, unit_pair.0), words(b, unit_pair.1)));
    }
    for pair in unmatched(&x.dates, &y.dates, Date::differs, Date::agrees) {
        let words = |member: &Member<'_>, date: &Date| date_words(member.claim, date);
        found.push((ConflictKind::Date, words(a, pair.0), words(b, pair.1)));
    }
    found.extend(polarity(a, b));
    found.extend(names(a, b, analyzer));
    let different = relation(a.speaker.as_ref(), b.speaker.as_ref()) == Relation::Different;
    if different && a.likeness(b) >= SAME_WORDS {
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

fn date_words(claim: &ClaimRecord, date: &Date) -> String {
    match date.words {
        Words::At(span) => span.of(&claim.text).to_owned(),
        Words::Given(place) => claim.dates.get(place).map_or_else(String::new, |date| date.value.clone()),
    }
}

/// A word that one negates (or turns round) and the other does not. What the claims say of their polarity decides
/// where both say something, but for opposites: "rose", "fell". Where each negates what the other does not, within one clause, it is one negation that
/// has moved: "has not set aside money", "has set no money aside".
fn polarity(a: &Member<'_>, b: &Member<'_>) -> Option<Disagreement> {
    // Polarities that come with the claims tell of negations, not of a word against its opposite.
    let alike = a.claim.polarity.is_some() && a.claim.polarity == b.claim.polarity;
    let sign = |bag: &[Term], id: u32| bag.binary_search_by_key(&id, |term| term.id).ok().map(|place| bag[place].sign);
    let (x, y) = (&a.features.bag, &b.features.bag);
    let only_here = |here: &[Term], there: &[Term]| -> Vec<u32> {
        here.iter().filter(|term| term.sign < 0 && sign(there, term.id) != Some(-1)).map(|term| term.id).collect()
    };
    let (mut in_a, in_b) = (only_here(x, y), only_here(y, x));
    let moved = |x: &u32, y: &u32| a.one_clause(*x, *y) || b.one_clause(*x, *y);
    if in_a.iter().any(|x| in_b.iter().any(|y| moved(x, y))) {
        return None;
    }
    in_a.extend(in_b);
    // A name is not what a negation turns round: "nothing in Brussels", "no one but Brussels".
    let term = |member: &Member<'_>, id: u32| {
        let bag = &member.features.bag;
        let term = bag.binary_search_by_key(&id, |term| term.id).ok().map(|place| bag[place])?;
        (!term.name || nouns_have_capitals(member.claim.language.as_deref())).then_some(term)
    };
    let disputed = in_a.into_iter().filter(|id| {
        let pair = term(a, *id).zip(term(b, *id));
        pair.is_some_and(|(s, t)| s.sign * t.sign < 0 && (!alike || s.opposite != t.opposite))
    });
    let id = disputed.min_by_key(|id| a.span_of(*id))?;
    if a.overlap_beside_one(b) < SAME_MATTER {
        return None;
    }
    let words = |member: &Member<'_>| member.span_of(id).unwrap_or_default().of(&member.claim.text).to_owned();
    Some((ConflictKind::Polarity, words(a), words(b)))
}

/// Names in each other's place. German and Luxembourgish write every noun with a capital, so that nothing is seen there.
fn names(a: &Member<'_>, b: &Member<'_>, analyzer: &Analyzer<'_>) -> Vec<Disagreement> {
    let code = |member: &Member<'_>| primary(member.claim.language.as_deref().unwrap_or("en")).to_owned();
    if code(a) != code(b) || nouns_have_capitals(a.claim.language.as_deref()) {
        return Vec::new();
    }
    let words = |member: &Member<'_>| -> Vec<Term> {
        member.features.sequence.iter().filter(|term| !term.number).copied().collect()
    };
    let (x, y) = (words(a), words(b));
    let steps = align(&x, &y, |s, t| s.id == t.id);
    let same: usize = steps.iter().map(|step| if let Step::Same(..) = step { 1 } else { 0 }).sum();
    if (same as f64) < ALIGNED * x.len().min(y.len()) as f64 || same == 0 {
        return Vec::new();
    }
    let mut found = Vec::new();
    for step in &steps {
        let Step::Changed(left, right) = step else { continue };
        let (s, t) = (&x[left.clone()], &y[right.clone()]);
        let all_names = |terms: &[Term]| !terms.is_empty() && terms.len() <= 3 && terms.iter().all(|term| term.name);
        if !all_names(s) || !all_names(t) || s.iter().any(|m| t.iter().any(|n| may_be_one(*m, *n, analyzer))) {
            continue;
        }
        // A name that the other claim holds elsewhere has only moved.
        let elsewhere = |terms: &[Term], all: &[Term]| terms.iter().any(|term| all.iter().any(|o| o.id == term.id));
        if elsewhere(s, &y) || elsewhere(t, &x) {
            continue;
        }
        let slice = |member: &Member<'_>, range: &std::ops::Range<usize>| {
            let spans = member.features.spans.get(range.clone()).unwrap_or_default();
            let span = spans.iter().copied().reduce(|sum, span| sum.cover(&span)).unwrap_or_default();
            span.of(&member.claim.text).to_owned()
        };
        found.push((ConflictKind::Name, slice(a, left), slice(b, right)));
    }
    found
}

/// "Pat" and "Patrick", "Mohammed" and "Mohamed", "AP" and "Associated".
fn may_be_one(a: Term, b: Term, analyzer: &Analyzer<'_>) -> bool {
    let (a, b) = (analyzer.term(a.id), analyzer.term(b.id));
    let initial = |x: &str, y: &str| x.chars().next() == y.chars().next();
    let near = a.starts_with(b) || b.starts_with(a);
    let letters = a.chars().filter(|c| b.contains(*c)).count() * 4 >= 3 * a.chars().count().max(b.chars().count());
    near || (initial(a, b) && (letters || a.chars().count().min(b.chars().count()) <= 3))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::claims::{DateMention, Polarity, Precision, Quantity};

    fn claim(outlet: &str, text: &str) -> ClaimRecord {
        ClaimRecord { outlet: outlet.into(), text: text.into(), ..ClaimRecord::default() }
    }

    fn between(a: ClaimRecord, b: ClaimRecord) -> Vec<(ConflictKind, String, String)> {
        let found = conflicts(&[a, b], &[Some(7), Some(7)], &Context::default()).unwrap();
        assert!(found.iter().all(|conflict| (conflict.cluster, conflict.a, conflict.b) == (7, 0, 1)));
        found.into_iter().map(|conflict| (conflict.kind, conflict.a_words, conflict.b_words)).collect()
    }

    fn texts(a: &str, b: &str) -> Vec<(ConflictKind, String, String)> {
        between(claim("A", a), claim("B", b))
    }

    #[test]
    fn numbers_that_count_the_same() {
        let found =
            texts("around 1,75,000 soldiers stand at the border", "more than 100,000 troops stand at the border");
        assert_eq!(found, [(ConflictKind::Number, "around 1,75,000".into(), "more than 100,000".into())]);
        let found = texts("eleven of the forty girders have cracks", "12 of the 40 girders were cracked");
        assert_eq!(found, [(ConflictKind::Number, "eleven".into(), "12".into())]);
        assert_eq!(texts("repairs cost $14 million", "the repairs cost about $14 million"), []);
        assert_eq!(texts("they will walk out for 48 hours from Monday", "a walkout of two days from Monday"), []);
        assert_eq!(texts("30 allies met for four hours", "30 allies met in two rooms"), []);
    }

    #[test]
    fn numbers_that_come_with_the_claim() {
        let with = |outlet: &str, value| {
            let quantity = Quantity {
                value,
                upper: None,
                unit: Some("troops".into()),
                comparator: Comparator::Equal,
                span: Span::new(900, 907),
            };
            ClaimRecord { quantities: vec![quantity], ..claim(outlet, "the troops stand at the border") }
        };
        let found = between(with("A", 100_000.0), with("B", 175_000.0));
        assert_eq!(found, [(ConflictKind::Number, "100000 troops".into(), "175000 troops".into())]);
    }

    #[test]
    fn dates() {
        let found = texts("a verdict is expected on 3 March", "the verdict is expected on 5 March");
        assert_eq!(found, [(ConflictKind::Date, "3 March".into(), "5 March".into())]);
        let on = |outlet: &str, value: &str, text: &str| {
            let date = DateMention { value: value.into(), precision: Precision::Day, span: Span::default() };
            ClaimRecord { dates: vec![date], ..claim(outlet, text) }
        };
        let (sixth, seventh) = ("the bridge closes on 6 May", "the bridge closes on May 7th");
        assert_eq!(between(on("A", "2024-05-06", sixth), on("B", "2024-05-06", sixth)), []);
        assert_eq!(between(on("A", "2024-05-06", sixth), on("B", "2024-05-07", seventh)).len(), 1);
        // Reckoned from the day on which each outlet published.
        let today = "the bridge closes today";
        assert_eq!(between(on("A", "2024-05-06", today), on("B", "2024-05-07", today)), []);
        assert_eq!(between(on("A", "2024-05-06", today), on("B", "2024-05-07", seventh)), []);
        let (monday, tuesday) = ("the bridge closes on Monday", "the bridge closes on Tuesday");
        assert_eq!(between(on("A", "2024-05-06", monday), on("B", "2024-05-13", monday)), []);
        let found = between(on("A", "2024-05-06", monday), on("B", "2024-05-14", tuesday));
        assert_eq!(found, [(ConflictKind::Date, "Monday".into(), "Tuesday".into())]);
    }

    #[test]
    fn a_negation_of_something_else_is_no_dispute() {
        assert_eq!(texts("she heard nothing in Brussels that was new", "Brussels was full of new rumours"), []);
        assert_eq!(texts("no train left the old station in the morning", "the train hit a lorry near a bridge"), []);
    }

    #[test]
    fn opposites_disagree_although_nothing_is_negated() {
        let said = |outlet: &str, text: &str| ClaimRecord { polarity: Some(Polarity::Affirmed), ..claim(outlet, text) };
        let found =
            between(said("A", "rents in the port rose by a tenth"), said("B", "rents in the port fell by a tenth"));
        assert_eq!(found, [(ConflictKind::Polarity, "rose".into(), "fell".into())]);
        let german = |outlet: &str, text: &str| ClaimRecord { language: Some("de".into()), ..said(outlet, text) };
        let found = between(german("A", "die Mieten stiegen im Mai"), german("B", "die Mieten sanken im Mai"));
        assert_eq!(found, [(ConflictKind::Polarity, "stiegen".into(), "sanken".into())]);
    }

    #[test]
    fn units_of_two_spellings_are_one() {
        let found = texts("three tonnes of gravel were stolen", "seven tons of gravel were stolen");
        assert_eq!(found, [(ConflictKind::Number, "three".into(), "seven".into())]);
        let with = |outlet: &str, text: &str, value, unit: &str| {
            let (upper, unit, comparator) = (None, Some(unit.into()), Comparator::Equal);
            let quantity = Quantity { value, upper, unit, comparator, span: Span::default() };
            ClaimRecord { quantities: vec![quantity], ..claim(outlet, text) }
        };
        let a = || with("A", "the tank lost some 900 litres", 900.0, "litres");
        let b = with("B", "the tank lost 7,000 liters", 7000.0, "liters");
        assert_eq!(between(a(), b), [(ConflictKind::Number, "some 900".into(), "7,000".into())]);
        assert_eq!(between(a(), with("B", "the tank lost 960 liters", 960.0, "liters")), []);
    }

    #[test]
    fn bounds_that_meet_are_no_dispute() {
        assert_eq!(texts("more than 2,000 homes lost power", "2,300 households lost power"), []);
        assert_eq!(texts("some 23,000 homes lost power", "2,300 households lost power").len(), 1);
        assert_eq!(texts("a toll of up to 8 euros", "a toll of nearly 10 euros").len(), 1);
    }

    #[test]
    fn polarity_by_negation_and_by_opposites() {
        let found = texts("Russia will not invade the island", "Russia will invade the island");
        assert_eq!(found, [(ConflictKind::Polarity, "not invade".into(), "invade".into())]);
        assert_eq!(texts("the union rejects the offer", "the union would accept the offer").len(), 1);
        assert_eq!(texts("the union rejects the offer", "the union does not accept the offer"), []);
        assert_eq!(texts("It has not set aside money for it", "It has set no money aside for it"), []);
        let found = texts("The wall is stable and in no danger", "The wall is not stable and in danger");
        assert_eq!(found, [(ConflictKind::Polarity, "stable".into(), "not stable".into())]);
        let said = |outlet: &str, text: &str| ClaimRecord { polarity: Some(Polarity::Negated), ..claim(outlet, text) };
        assert_eq!(between(said("A", "he was not there"), said("B", "that he was ever there is untrue")), []);
    }

    #[test]
    fn a_name_in_the_place_of_another() {
        let found = texts("the talks will go on in Vienna on Thursday", "the talks will go on in Geneva on Thursday");
        assert_eq!(found, [(ConflictKind::Name, "Vienna".into(), "Geneva".into())]);
        assert_eq!(texts("Guitarist Pat Hollis told the crowd", "Guitarist Patrick Hollis told the crowd"), []);
        assert_eq!(texts("it met Anna and Berta there", "it met Berta and Anna there"), []);
    }

    #[test]
    fn who_said_it() {
        let by =
            |outlet: &str, speaker: &str| ClaimRecord { speaker: Some(speaker.into()), ..claim(outlet, "no deal") };
        assert_eq!(between(by("A", "Ann Lee"), by("B", "Bo Rask"))[0].0, ConflictKind::Speaker);
        assert_eq!(between(by("A", "Ann Lee"), by("B", "officials")), []);
        let with = |outlet: &str, speaker: &str, text: &str| ClaimRecord { text: text.into(), ..by(outlet, speaker) };
        let long = "there is no deal, and the ferries will stay in the harbour until winter";
        assert_eq!(between(with("A", "Ann Lee", long), by("B", "Bo Rask")), []);
    }

    #[test]
    fn one_outlet_does_not_contradict_itself() {
        assert_eq!(between(claim("A", "nine people came"), claim("A", "ten people came")), []);
    }
}
