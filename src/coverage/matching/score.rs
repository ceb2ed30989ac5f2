//! How much speaks for two claims being one.
//!
//! A logistic score over a handful of named figures. Its main part is containment weighted by inverse document
//! frequency, taken both ways: outlets merge and split quotations, so that of a true pair often only the shorter one
//! is contained in the longer one (Broder 1997 on containment; Spärck Jones 1972 on weights by rarity).

use std::borrow::Cow;

use super::asked::asked_and_told;
use super::cores::{two_cores, two_do_the_same};
use super::crowd::CROWD;
use super::meeting::{Met, meet};
use super::occasions::{due_and_done, left_open, turned, turned_of_others, two_subjects, two_times};
use super::results::{Seen, two_results};
use super::speakers::Relation;
use super::tuning::{OWN, Own, Tuning, weighed};
use super::wholes::all_and_some;
use crate::coverage::reading::dates::Date;
use crate::coverage::reading::facts::Number;
use crate::coverage::reading::fates::{of_one_fate, safe_and_lost, two_fates};
use crate::coverage::reading::features::{Features, Term};
use crate::coverage::reading::grams::cosine;

/// What two claims have in common.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(crate) struct Evidence {
    /// The larger and the smaller containment of their terms, in [0, 1].
    pub larger: f64,
    pub smaller: f64,
    /// Cosine of their sets of character trigrams; 0 across languages.
    pub grams: f64,
    /// Longest common subsequence of terms over the shorter one.
    pub order: f64,
    /// How much is shared at all, in rare terms: 1 is one term that stands nowhere else.
    pub shared: f64,
    /// The larger containment of the words that are no names, titles or speakers.
    pub substance: f64,
    /// 1 where the last words of both meet: what is new of a thing mostly stands last.
    pub ends: f64,
    /// One of them says nothing of a thing: "declined to comment".
    pub empty: bool,
    /// Both of them do, from one mouth and in the same words.
    pub silent: bool,
    /// They tell of two things: they count the same with another result, on another day, at another place or of somebody else
    /// ("three were hurt on Monday", "five were hurt on Tuesday"), or the one has been and the other is to come or ought to be.
    pub apart: bool,
    /// How many terms the shorter one has.
    pub words: usize,
    /// How well some number agrees, in [0, 1]; a little also where the same is counted with another result.
    pub numbers: f64,
    /// The same as `shared`, each term divided by the claims of the document that hold it: what runs through a whole report
    /// tells nothing of one of its claims.
    pub unique: f64,
    /// +1 where some date agrees, -1 where dates differ.
    pub dates: f64,
    /// 1 the same speaker.
    pub speaker: f64,
    /// 1 two different persons.
    pub other: f64,
    /// Both stand in quotation marks.
    pub quoted: f64,
    /// How much nearer their words are in meaning than those of any two claims, in [-1, 1]; 0 where that is not known.
    pub meaning: f64,
    /// How little the one speaker says besides, in (0, 1]; 0 where the speaker is not the same.
    pub few: f64,
    /// How many claims there are among which these two were found, as a logarithm, beyond those of one story (`crowd.rs`).
    pub crowd: f64,
    /// They are in different languages.
    pub across: bool,
    /// Names are known from other nouns by their capital.
    pub names_known: bool,
}

/// Beyond this much, more shared terms say no more.
const ENOUGH: f64 = 4.0;
/// What an unmatched number weighs in its claim: numbers drift while the claim stays the same.
const LOOSE_NUMBER: f64 = 0.4;
/// What an unmatched word weighs across languages if it belongs to no class and is no name: it had no chance.
const NO_CHANCE: f64 = 0.4;
/// What an unmatched name weighs where both have one: a name may drift as a number does.
const LOOSE_NAME: f64 = 0.5;
/// What the same small number, or a near one, is worth next to the same large one.
const SMALL_NUMBER: f64 = 0.5;
/// What it is worth that both count the same, in like words and with another result: that is what a disagreement looks
/// like. A unit alone is no such thing: two sums of money may be any two.
const SAME_COUNT: f64 = 0.9;
/// The same where one is more than twice the other.
const FAR_COUNT: f64 = 0.45;
/// Share of the words other than names that two claims have in common, at least: those that share but a place, a person or
/// the speaker tell different things of it. At 0.3, seven points of recall on the development stories are lost.
const SUBSTANCE: f64 = 0.15;
/// How far those meet who are counted under two names.
const COUNTED: f64 = 0.6;
/// How many terms a claim of another or no speaker must have: "declined to comment" is said by everybody of everything.
const LEAST: usize = 2;

impl Evidence {
    /// In the order of the weights, a one for the bias.
    pub fn figures(&self) -> [f64; OWN] {
        Own {
            bias: 1.0,
            larger: self.larger,
            smaller: self.smaller,
            grams: self.grams,
            order: self.order,
            shared: self.shared.min(ENOUGH),
            unique: self.unique.min(ENOUGH),
            meaning: self.meaning,
            thin: (-self.shared).exp(),
            numbers: self.numbers,
            dates: self.dates,
            speaker: self.speaker,
            quoted: self.quoted,
            few: self.few,
            other: self.other,
            substance: self.substance,
            ends: self.ends,
        }
        .list()
    }

    /// Log odds of the two being one, as far as their own words tell; `None` where they have nothing but names in
    /// common, or one of them says nothing or is a single word and no number that both have.
    pub fn log_odds(&self, tuning: &Tuning) -> Option<f64> {
        if (self.empty && !self.silent)
            || self.apart
            || (self.words < LEAST && self.numbers == 0.0 && self.speaker == 0.0)
            || (!self.across && self.names_known && self.substance < SUBSTANCE)
        {
            return None;
        }
        let w = if self.across { &tuning.across.0 } else { &tuning.within.0 };
        Some(weighed(&self.figures(), w) - CROWD * self.crowd)
    }
}

/// One side of a comparison: its features, and the weight of each term of its bag.
#[derive(Clone, Copy)]
pub(crate) struct Side<'a> {
    pub features: &'a Features,
    pub weights: &'a [f32],
    /// One over the claims of its document that hold each term of the bag.
    pub alone: &'a [f32],
    /// Which terms of the bag name somebody or something.
    pub naming: &'a [bool],
    pub names_known: bool,
    pub quoted: bool,
}

/// Compares two claims; `term` spells a term, which is asked for across languages only.
pub(crate) fn compare<'t>(a: Side<'_>, b: Side<'_>, speaker: Relation, term: impl Fn(u32) -> &'t str) -> Evidence {
    let (x, y) = (a.features, b.features);
    let (own_a, own_b) = (beside_denier(&a, y), beside_denier(&b, x));
    let (a, b) = (Side { weights: &own_a, ..a }, Side { weights: &own_b, ..b });
    let across = x.language != y.language;
    // Of two persons only the same words tell that they are said to have said one thing.
    let Met { x: mut in_x, y: mut in_y, naming_x, naming_y } =
        meet(&a, &b, (across, speaker != Relation::Different), &term);
    one_toll(x, &mut in_x, y, &mut in_y);
    let seen_x = Seen { features: x, naming: &naming_x, met: &in_x };
    let seen_y = Seen { features: y, naming: &naming_y, met: &in_y };
    let pairs = || x.numbers.iter().flat_map(|n| y.numbers.iter().map(move |m| (n, m)));
    let counts_same = |n: &Number, m: &Number| n.same_unit(m) || n.of_one_toll(m);
    let counted = pairs().any(|(n, m)| counts_same(n, m));
    let close = pairs().any(|(n, m)| counts_same(n, m) && n.value.max(m.value) <= 2.0 * n.value.min(m.value));
    // What both say of it, apart from names, its unit and the word that leads to the number: "costs 14 million euros".
    let leads = |side: &Features, id: u32| {
        side.numbers.iter().any(|number| number.units.first() == Some(&id) || number.before == Some(id))
    };
    let beside = (x.bag.iter().zip(&in_x).zip(a.naming)).any(|((term, hit), name)| {
        let leading = leads(x, term.id) && leads(y, term.id);
        *hit > 0.0 && !(term.number || *name || leading)
    });
    let counted = counted && beside && !across;
    let dates = dates(&x.dates, &y.dates);
    let placed =
        |side: &Features, matched: &[f64]| side.bag.iter().zip(matched).any(|(term, hit)| term.placed && *hit == 0.0);
    let elsewhere = !across && placed(x, &in_x) && placed(y, &in_y);
    let same_count = pairs().any(|(n, m)| counts_same(n, m) && n.agrees(m));
    let other_count = counted && !same_count;
    let subjects = || !across && two_subjects(x, y, &term);
    let apart = (other_count && (dates < 0.0 || elsewhere))
        || ((other_count || turned(x, y)) && subjects())
        || (!across && dates < 0.0 && two_do_the_same(x, y))
        || two_times(x, y)
        || (two_fates(x, y) && !safe_and_lost(x, y))
        || (!across && (all_and_some(&seen_x, &seen_y) || two_cores(x, y) || asked_and_told(&seen_x, &seen_y)))
        || (!across && (left_open(x, y) || due_and_done(x, y) || two_results(&seen_x, &seen_y)))
        || turned_of_others(&seen_x, &seen_y);
    let loose = if counted { 0.0 } else { LOOSE_NUMBER };
    let lone = |naming: &[bool], matched: &[f64]| naming.iter().zip(matched).any(|(name, hit)| *name && *hit == 0.0);
    let exchanged = !across && lone(&naming_x, &in_x) && lone(&naming_y, &in_y);
    let loose = Loose { number: loose, name: if exchanged { LOOSE_NAME } else { 1.0 } };
    let (shared_x, all_x) = sums(&x.bag, a.weights, &naming_x, &in_x, across, loose);
    let (shared_y, all_y) = sums(&y.bag, b.weights, &naming_y, &in_y, across, loose);
    let unique = |side: &Side<'_>, matched: &[f64]| -> f64 {
        let told = side.weights.iter().zip(side.alone).zip(matched);
        told.map(|((weight, alone), hit)| f64::from(*weight) * f64::from(*alone) * hit).sum()
    };
    // What one supposes and the other says is nothing that both say, unless the one does nothing but suppose.
    let supposes = |side: &Features| side.bag.iter().all(|term| term.supposed || term.number || term.name);
    let parted = !(supposes(x) || supposes(y));
    let said = |side: &Features, other: &Features, place: usize| {
        let term = side.bag[place];
        !parted || other.term(term.id).is_none_or(|there| there.supposed == term.supposed)
    };
    let substance = |side: &Side<'_>, other: &Side<'_>, naming: &[bool], matched: &[f64]| {
        let (mut part, mut whole) = (0.0, 0.0);
        for (place, weight) in side.weights.iter().enumerate() {
            let number = side.features.bag[place].number;
            if !naming[place] && (matched[place] > 0.0 || !number) {
                whole += f64::from(*weight);
                if said(side.features, other.features, place) {
                    part += f64::from(*weight) * matched[place];
                }
            }
        }
        if whole > 0.0 { part / whole } else { 0.0 }
    };
    let share = |part: f64, whole: f64| if whole > 0.0 { part / whole } else { 0.0 };
    let (p, q) = (share(shared_x, all_x), share(shared_y, all_y));
    Evidence {
        larger: p.max(q),
        smaller: p.min(q),
        grams: if across { 0.0 } else { cosine(&x.grams, &y.grams) },
        order: if p.max(q) > 0.2 { in_order(&x.sequence, &y.sequence) } else { 0.0 },
        shared: shared_x.min(shared_y),
        unique: unique(&a, &in_x).min(unique(&b, &in_y)),
        meaning: x.meaning.nearness(&y.meaning),
        substance: substance(&a, &b, &naming_x, &in_x).max(substance(&b, &a, &naming_y, &in_y)),
        ends: f64::from(u8::from(ends(x, &in_x) && ends(y, &in_y))),
        empty: [x, y].iter().any(|side| says_nothing(side)),
        silent: speaker == Relation::Same && !across && says_nothing(x) && same_terms(x, y),
        words: x.bag.len().min(y.bag.len()),
        numbers: numbers(&x.numbers, &y.numbers).max(match (counted, close) {
            (true, true) => SAME_COUNT,
            (true, false) => FAR_COUNT,
            _ if of_one_fate(x, y) || safe_and_lost(x, y) => SAME_COUNT,
            _ => 0.0,
        }),
        apart,
        dates,
        speaker: f64::from(u8::from(speaker == Relation::Same)),
        other: f64::from(u8::from(speaker == Relation::Different)),
        quoted: f64::from(u8::from(a.quoted && b.quoted)),
        few: 0.0,
        crowd: 0.0,
        across,
        names_known: a.names_known && b.names_known,
    }
}

/// People whom the same befell meet by whatever name they are counted: "two workers died", "three people were killed".
fn one_toll(x: &Features, in_x: &mut [f64], y: &Features, in_y: &mut [f64]) {
    for (n, m) in x.numbers.iter().flat_map(|n| y.numbers.iter().map(move |m| (n, m))).filter(|(n, m)| n.of_one_toll(m))
    {
        let place = |side: &Features, number: &Number| number.units.first().and_then(|unit| side.place_of(*unit));
        if let Some((i, j)) = place(x, n).zip(place(y, m)) {
            (in_x[i], in_y[j]) = (in_x[i].max(COUNTED), in_y[j].max(COUNTED));
        }
    }
}

/// Whether a claim says nothing of a thing: "to comment".
pub(crate) fn says_nothing(side: &Features) -> bool {
    side.bag.iter().all(|term| term.light)
}

fn same_terms(x: &Features, y: &Features) -> bool {
    x.bag.len() == y.bag.len() && x.bag.iter().zip(&y.bag).all(|(term, other)| term.id == other.id)
}

/// The weights of a side, without who denies it where the other side is denied by the same: two denials of one person need have
/// nothing else in common.
fn beside_denier<'a>(side: &Side<'a>, other: &Features) -> Cow<'a, [f32]> {
    let place = side.features.bag.iter().position(|term| term.denier);
    let denied = |place: &usize| other.term(side.features.bag[*place].id).is_some_and(|term| term.denier);
    let Some(place) = place.filter(denied) else { return Cow::Borrowed(side.weights) };
    let mut weights = side.weights.to_vec();
    if let Some(weight) = weights.get_mut(place) {
        *weight = 0.0;
    }
    Cow::Owned(weights)
}

/// Whether the last word that is no number meets one of the other side.
fn ends(features: &Features, matched: &[f64]) -> bool {
    let last = features.sequence.iter().rev().find(|term| !term.number);
    let place = last.and_then(|last| features.place_of(last.id));
    place.is_some_and(|place| matched[place] >= 1.0)
}

/// What unmatched terms weigh that may drift.
#[derive(Clone, Copy)]
struct Loose {
    number: f64,
    name: f64,
}

/// Weight of the matched terms, and of all.
fn sums(bag: &[Term], weights: &[f32], naming: &[bool], matched: &[f64], across: bool, loose: Loose) -> (f64, f64) {
    let (mut shared, mut all) = (0.0, 0.0);
    for (((term, weight), hit), name) in bag.iter().zip(weights).zip(matched).zip(naming) {
        let weight = f64::from(*weight);
        if *hit > 0.0 {
            shared += weight * hit;
            all += weight;
        } else if term.number {
            all += weight * loose.number;
        } else if across && !term.class && !term.name {
            all += weight * NO_CHANCE;
        } else if *name {
            all += weight * loose.name;
        } else {
            all += weight;
        }
    }
    (shared, all)
}

/// Longest common subsequence over the shorter sequence; both are at most a hundred terms long.
fn in_order(a: &[Term], b: &[Term]) -> f64 {
    if a.is_empty() || b.is_empty() {
        return 0.0;
    }
    let mut row = vec![0u16; b.len() + 1];
    for s in a {
        let mut diagonal = 0;
        for (j, t) in b.iter().enumerate() {
            let above = row[j + 1];
            row[j + 1] = if s.id == t.id { diagonal + 1 } else { above.max(row[j]) };
            diagonal = above;
        }
    }
    f64::from(row[b.len()]) / a.len().min(b.len()) as f64
}

/// The best agreement: 1 for the same figure of three significant digits or of one unit, less for a smaller one.
/// Numbers that disagree never speak against a pair; they are what conflicts are made of.
fn numbers(a: &[Number], b: &[Number]) -> f64 {
    let pairs = a.iter().flat_map(|x| b.iter().map(move |y| (x, y)));
    let agreement = |(x, y): (&Number, &Number)| match (x.is_amount(y), x.same_unit(y)) {
        (true, _) if x.is_precise() || x.value != y.value => 1.0,
        (true, true) => 1.0,
        (true, false) => SMALL_NUMBER,
        (false, true) if x.agrees(y) => SMALL_NUMBER,
        _ => 0.0,
    };
    pairs.map(agreement).fold(0.0, f64::max)
}

fn dates(a: &[Date], b: &[Date]) -> f64 {
    let pairs = || a.iter().flat_map(|x| b.iter().map(move |y| (x, y)));
    if pairs().any(|(x, y)| x.agrees(y)) {
        1.0
    } else if pairs().any(|(x, y)| x.differs(y)) {
        -1.0
    } else {
        0.0
    }
}
