//! A claim of a cluster, ready to be compared with the others: its terms, its clauses, what it shares with another.

use std::cell::OnceCell;

use super::content::{ContentWord, content_words};
use super::extents::{Extent, extents};
use super::names::name_terms;
use super::quantifiers::is_part;
use super::tallies::Tally;
use crate::coverage::matching::nodes::outlet_of;
use crate::coverage::matching::speakers::Speaker;
use crate::coverage::reading::facts::Number;
use crate::coverage::reading::features::{Analyzer, Features, Term};
use crate::coverage::reading::frame::{Frame, MARKS};
use crate::coverage::reading::grammar::Role;
use crate::coverage::reading::related::degree;
use crate::coverage::reading::vocabulary::{english_stem, phrase_stem};
use crate::coverage::types::ClaimRecord;
use crate::text::Span;
use crate::{Context, Result};

/// The share of the shorter wording's other terms, names set aside, that must be common before two days are those of one
/// event.
const SAME_EVENT: f64 = 0.35;
/// Share of all terms, of two claims or of the two clauses around the word, that must be common in one language: a
/// predicate with the same subject and object, and not one word that both happen to use.
pub(crate) const SAME_CLAUSE: f64 = 0.5;
/// How many terms two clauses must have in common, the disputed one among them.
const OF_CLAUSE: usize = 3;
/// How near two wordings are, in meaning, that tell of one event, and of which one renders the other.
const SAME_TOPIC: f64 = 0.15;
const SAME_THOUGHT: f64 = 0.3;
/// How many words they have in common, beside names and numbers.
const OF_EVENT: usize = 2;
const OF_THOUGHT: usize = 4;
/// How many words more the longer of two claims may have where the shorter one has hardly any.
const MORE: usize = 2;
/// How many words an aside has at most, its comma before the first of them.
const ASIDE: usize = 8;

/// A claim of a cluster, ready to be compared.
pub(crate) struct Member<'a> {
    pub row: usize,
    pub claim: &'a ClaimRecord,
    pub features: Features,
    pub speaker: Option<Speaker>,
    pub outlet: String,
    pub frame: Frame,
    /// The result of a vote or game that it tells.
    pub tally: Option<Tally>,
    /// What stands between two commas of one sentence, these included: "the captain, Josef Rahn, had been drinking".
    asides: Vec<Span>,
    content: OnceCell<Vec<ContentWord>>,
    extents: OnceCell<Vec<(Span, Extent)>>,
}

impl<'a> Member<'a> {
    /// The claim of a row; the analyzer is one for conflicts.
    pub fn of(row: usize, claim: &'a ClaimRecord, analyzer: &mut Analyzer<'_>, context: &Context) -> Result<Self> {
        let features = analyzer.analyze(claim, context)?;
        let asides = asides(&claim.text);
        let (speaker, outlet) = (Speaker::of(claim), outlet_of(claim));
        let (frame, tally) = (Frame::of(claim), Tally::of(claim));
        let (content, extents) = (OnceCell::new(), OnceCell::new());
        Ok(Self { row, claim, features, speaker, outlet, frame, tally, asides, content, extents })
    }
}

impl Member<'_> {
    /// Its content words beside numbers and days.
    pub fn content(&self) -> &[ContentWord] {
        self.content.get_or_init(|| content_words(self))
    }

    /// The place behind what a number counts.
    pub fn extent(&self, number: &Number) -> Option<&Extent> {
        let place = number.place()?;
        let all = self.extents.get_or_init(|| extents(self));
        all.iter().find(|(at, _)| *at == place).map(|(_, extent)| extent)
    }

    /// Where a term stands first.
    pub fn span_of(&self, id: u32) -> Option<Span> {
        let place = self.features.sequence.iter().position(|term| term.id == id)?;
        self.features.spans.get(place).copied()
    }

    /// The words of a term where it stands first, from its negation on.
    pub fn words_of(&self, id: u32) -> &str {
        self.span_of(id).unwrap_or_default().of(&self.claim.text)
    }

    /// The stem of the word of a term where it stands first: that of a class stands for all its words. Of a verb with its
    /// particle "give_way".
    pub fn stem_of(&self, id: u32) -> String {
        let words = self.words_of(id).to_lowercase();
        // "The women's race" is one of women.
        let words = words.strip_suffix("'s").or_else(|| words.strip_suffix("’s")).unwrap_or(&words);
        let mut last = words.rsplit(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        match last.next() {
            Some(particle) if Role::Particle.has(particle) => {
                last.next().map_or_else(String::new, |verb| phrase_stem(&format!("{verb}_{particle}")))
            }
            word => word.map_or_else(String::new, english_stem),
        }
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
        let (start, end) = (x.end.min(y.end), x.start.max(y.start));
        let plain = |from: usize, to: usize| {
            let between = self.claim.text.get(from..to).unwrap_or_default();
            !between.contains(MARKS) && !between.to_lowercase().split_whitespace().any(|word| Role::Joins.has(word))
        };
        let mut from = start;
        for aside in self.asides.iter().filter(|aside| start <= aside.start && aside.end <= end) {
            if !plain(from, aside.start) {
                return false;
            }
            from = aside.end;
        }
        plain(from, end)
    }

    /// A place, or the aside that it stands in, or that it ends its claim with: what "the boy was pulled from the canal by a cyclist"
    /// tells of is told of "Jens Aker" behind it, too.
    pub fn set_off(&self, place: Span) -> Span {
        let aside = self.asides.iter().find(|aside| aside.cover(&place) == **aside);
        let before = self.claim.text.get(..place.start).unwrap_or_default().trim_end();
        let last = || before.ends_with(',').then(|| Span::new(before.len() - 1, place.end));
        aside.copied().or_else(last).unwrap_or(place)
    }

    /// Terms that stand in an aside and that the other claim lacks: they tell more of a thing, and nothing else of it.
    fn said_aside(&self, other: &Self) -> usize {
        let within =
            |place: &Span| self.asides.iter().any(|aside| aside.start <= place.start && place.end <= aside.end);
        let places = self.features.sequence.iter().zip(&self.features.spans);
        let mut aside: Vec<u32> = places
            .filter(|(term, place)| within(place) && !term.negated() && !other.features.has(term.id))
            .map(|(term, _)| term.id)
            .collect();
        aside.sort_unstable();
        aside.dedup();
        aside.len()
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
        let common = common(&x, &y);
        common >= OF_CLAUSE && common as f64 >= SAME_CLAUSE * (x.len() + y.len() - common) as f64
    }

    /// How many terms both have.
    pub fn common(&self, other: &Self) -> usize {
        self.features.bag.iter().filter(|term| other.features.has(term.id)).count()
    }

    /// Share of all terms that both have.
    pub fn likeness(&self, other: &Self) -> f64 {
        self.likeness_beside(other, 0)
    }

    /// The same where a claim without a day denies the other, of which so many words name who denies it: what did not happen has
    /// no day.
    pub fn likeness_of_denial(&self, other: &Self, own: usize) -> f64 {
        let days = other.features.bag.iter().filter(|term| term.calendar || term.number).count();
        let dayless = self.features.dates.is_empty() && other.features.numbers.is_empty();
        self.likeness_beside(other, own + if dayless { days } else { 0 })
    }

    /// The same with some terms left out.
    fn likeness_beside(&self, other: &Self, few: usize) -> f64 {
        let common = self.common(other);
        let aside = self.said_aside(other) + other.said_aside(self) + few;
        let all = (self.features.bag.len() + other.features.bag.len()).saturating_sub(common + aside);
        common as f64 / all.max(common).max(1) as f64
    }

    /// Whether enough of the other terms is common for two days to be those of one event: of what is neither a name nor a
    /// number, nor a month or weekday that one alone has, and not of a month alone. The first word, which may be a name, counts
    /// beside others only.
    pub fn one_event(&self, other: &Self) -> bool {
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
        // Of "the trial opens on 3 March" and "the verdict is due on 13 March" the month alone is common.
        if !self.features.bag.iter().any(|term| told(term) && !term.calendar && common(term)) {
            return false;
        }
        share(&names).1 >= SAME_EVENT
            || (both > 1 && with_names >= SAME_EVENT)
            || (self.nearness(other) >= SAME_TOPIC && self.plain_common(other) >= OF_EVENT)
    }

    /// Whether the one says what the other says, in more words than chance would have them share.
    pub fn says_the_same(&self, other: &Self) -> bool {
        self.nearness(other) >= SAME_THOUGHT && self.plain_common(other) >= OF_THOUGHT
    }

    /// Whether both tell of one thing, in whatever words.
    pub fn of_one_thing(&self, other: &Self) -> bool {
        self.nearness(other) >= SAME_TOPIC && self.plain_common(other) > OF_EVENT
    }

    fn nearness(&self, other: &Self) -> f64 {
        self.features.meaning.nearness(&other.features.meaning)
    }

    /// How many terms both have that are no names and no numbers.
    fn plain_common(&self, other: &Self) -> usize {
        self.features.bag.iter().filter(|term| !(term.name || term.number) && other.features.has(term.id)).count()
    }

    /// Whether one has hardly a word beside those of the other: what both say of a number, where that is little.
    pub fn says_no_more(&self, other: &Self) -> bool {
        self.says_no_more_of(other, |_| true)
    }

    /// The same of two amounts, where what they are measured in, and what stands behind that, is nothing that both say of a
    /// thing: "turnout was 71%".
    pub fn measures_the_same(&self, other: &Self, numbers: [&Number; 2]) -> bool {
        self.says_no_more_of(other, |term| !numbers.iter().any(|number| number.units.contains(&term.id)))
    }

    /// The same among some of the words.
    fn says_no_more_of(&self, other: &Self, among: impl Fn(&Term) -> bool) -> bool {
        let words = |member: &Self| member.features.bag.iter().filter(|term| !term.number && among(term)).count();
        let (here, there) = (words(self), words(other));
        let both = self.features.bag.iter().filter(|term| other.features.has(term.id));
        let common = both.filter(|term| !term.number && among(term)).count();
        common > 0 && common == here.min(there) && here.abs_diff(there) <= MORE
    }

    /// Whether both say something of two numbers beside what these count and days: 200 tonnes of oil on board are no dispute with
    /// 50 tonnes of oil in the sea.
    pub fn tells_the_same_of(&self, other: &Self, numbers: [&Number; 2]) -> bool {
        let counted = |id: u32| {
            numbers.iter().any(|number| match number.measure {
                Some(_) => number.units.contains(&id),
                None => numbers.iter().all(|number| number.units.first() == Some(&id)),
            })
        };
        let plain = |term: &&Term| !(term.number || term.calendar || counted(term.id));
        let akin = |term: &Term| {
            let mut others = other.features.bag.iter().filter(plain);
            others.any(|there| term.id == there.id || degree(term.related, there.related) > 0.0)
        };
        let [m, n] = numbers;
        self.features.language != other.features.language
            || (m.fate.is_some() && m.fate == n.fate && !(is_part(self, m) && is_part(other, n)))
            || (m.measure.or(n.measure).is_none() && self.says_no_more(other))
            || self.features.bag.iter().filter(plain).any(akin)
    }

    /// Share of the smaller set of terms that both have, one term set aside.
    pub fn overlap_beside_one(&self, other: &Self) -> f64 {
        let here = self.features.bag.len() - self.said_aside(other);
        let shorter = here.min(other.features.bag.len() - other.said_aside(self));
        self.common(other).saturating_sub(1) as f64 / shorter.saturating_sub(1).max(1) as f64
    }
}

/// The stretches between two commas of one sentence, with these.
fn asides(text: &str) -> Vec<Span> {
    let mut found = Vec::new();
    let mut opened: Option<usize> = None;
    for (at, mark) in text.char_indices() {
        let next = text[at + mark.len_utf8()..].chars().next();
        match mark {
            ',' if next.is_none_or(char::is_whitespace) => match opened.take() {
                Some(start) if text[start..at].split_whitespace().count() <= ASIDE => {
                    found.push(Span::new(start, at + 1))
                }
                _ => opened = Some(at),
            },
            ';' | ':' | '!' | '?' => opened = None,
            '.' if next.is_none_or(char::is_whitespace) => opened = None,
            _ => {}
        }
    }
    found
}

/// How many terms two sorted lists have in common.
pub(crate) fn common(x: &[u32], y: &[u32]) -> usize {
    x.iter().filter(|term| y.binary_search(term).is_ok()).count()
}
