//! How much speaks for two claims being one.
//!
//! A logistic score over a handful of named figures. Its main part is containment weighted by inverse document
//! frequency, taken both ways: outlets merge and split quotations, so that of a true pair often only the shorter one
//! is contained in the longer one (Broder 1997 on containment; Spärck Jones 1972 on weights by rarity).

use super::facts::{Date, Number};
use super::features::{Features, Term};
use super::speakers::Relation;
use super::tuning::Tuning;

/// What two claims have in common.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(super) struct Evidence {
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
    /// How many terms the shorter one has.
    pub words: usize,
    /// How well some number agrees, in [0, 1]; a little also where the same is counted with another result.
    pub numbers: f64,
    /// +1 where some date agrees, -1 where dates differ.
    pub dates: f64,
    /// 1 the same speaker.
    pub speaker: f64,
    /// 1 two different persons.
    pub other: f64,
    /// Both stand in quotation marks.
    pub quoted: f64,
    /// How little the one speaker says besides, in (0, 1]; 0 where the speaker is not the same.
    pub few: f64,
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
/// Share of the words other than names that two claims have in common, at least: those that share but a place, a person or
/// the speaker tell different things of it. At 0.3, seven points of recall on the development stories are lost.
const SUBSTANCE: f64 = 0.2;
/// How many terms a claim of another or no speaker must have: "declined to comment" is said by everybody of everything.
const LEAST: usize = 2;
/// How many bytes two words must begin with to be of one root.
const ROOT: usize = 5;
/// Share of trigrams from which unlike terms of two languages are cognates.
const COGNATE: f64 = 0.55;

impl Evidence {
    /// In the order of the weights, a one for the bias first.
    pub fn figures(&self) -> [f64; 14] {
        let thin = (-self.shared).exp();
        let shared = self.shared.min(ENOUGH);
        [
            1.0,
            self.larger,
            self.smaller,
            self.grams,
            self.order,
            shared,
            thin,
            self.numbers,
            self.dates,
            self.speaker,
            self.quoted,
            self.few,
            self.other,
            self.substance,
        ]
    }

    /// Log odds of the two being one, as far as their own words tell; `None` where they have nothing but names in
    /// common, or one of them is a single word and no number that both have.
    pub fn log_odds(&self, tuning: &Tuning) -> Option<f64> {
        if (self.words < LEAST && self.numbers == 0.0 && self.speaker == 0.0)
            || (!self.across && self.names_known && self.substance < SUBSTANCE)
        {
            return None;
        }
        let w = if self.across { &tuning.across.0 } else { &tuning.within.0 };
        Some(
            w.bias
                + w.larger * self.larger
                + w.smaller * self.smaller
                + w.grams * self.grams
                + w.order * self.order
                + w.shared * self.shared.min(ENOUGH)
                + w.thin * (-self.shared).exp()
                + w.numbers * self.numbers
                + w.dates * self.dates
                + w.speaker * self.speaker
                + w.quoted * self.quoted
                + w.few * self.few
                + w.other * self.other
                + w.substance * self.substance,
        )
    }
}

/// One side of a comparison: its features, and the weight of each term of its bag.
#[derive(Clone, Copy)]
pub(super) struct Side<'a> {
    pub features: &'a Features,
    pub weights: &'a [f32],
    /// Which terms of the bag name somebody or something.
    pub naming: &'a [bool],
    pub names_known: bool,
    pub quoted: bool,
}

/// Compares two claims; `term` spells a term, which is asked for across languages only.
pub(super) fn compare<'t>(a: Side<'_>, b: Side<'_>, speaker: Relation, term: impl Fn(u32) -> &'t str) -> Evidence {
    let (x, y) = (a.features, b.features);
    let across = x.language != y.language;
    let (mut in_x, mut in_y) = (vec![false; x.bag.len()], vec![false; y.bag.len()]);
    // At the beginning of a claim a name cannot be told by its capital; where the other side tells, it is one here too.
    let (mut naming_x, mut naming_y) = (a.naming.to_vec(), b.naming.to_vec());
    let (mut i, mut j) = (0, 0);
    while let (Some(s), Some(t)) = (x.bag.get(i), y.bag.get(j)) {
        match s.id.cmp(&t.id) {
            std::cmp::Ordering::Less => i += 1,
            std::cmp::Ordering::Greater => j += 1,
            std::cmp::Ordering::Equal => {
                (in_x[i], in_y[j]) = (true, true);
                let name = naming_x[i] || naming_y[j];
                (naming_x[i], naming_y[j]) = (name, name);
                (i, j) = (i + 1, j + 1);
            }
        }
    }
    if !across {
        derived(x, &mut in_x, y, &mut in_y, &term);
    } else {
        by_lexicon(x, &mut in_x, y, &mut in_y);
        by_lexicon(y, &mut in_y, x, &mut in_x);
        cognates(x, &mut in_x, y, &mut in_y, &term);
    }
    let counted = x.numbers.iter().any(|n| y.numbers.iter().any(|m| n.same_unit(m)));
    // What both say of it, apart from names, its unit and the word that leads to the number: "costs 14 million euros".
    let leads = |side: &Features, id: u32| {
        side.numbers.iter().any(|number| number.units.first() == Some(&id) || number.before == Some(id))
    };
    let beside = (x.bag.iter().zip(&in_x).zip(a.naming)).any(|((term, hit), name)| {
        let leading = leads(x, term.id) && leads(y, term.id);
        *hit && !(term.number || *name || leading)
    });
    let counted = counted && beside && !across;
    let loose = if counted { 0.0 } else { LOOSE_NUMBER };
    let lone = |naming: &[bool], matched: &[bool]| naming.iter().zip(matched).any(|(name, hit)| *name && !hit);
    let exchanged = !across && lone(&naming_x, &in_x) && lone(&naming_y, &in_y);
    let loose = Loose { number: loose, name: if exchanged { LOOSE_NAME } else { 1.0 } };
    let (shared_x, all_x) = sums(&x.bag, a.weights, &naming_x, &in_x, across, loose);
    let (shared_y, all_y) = sums(&y.bag, b.weights, &naming_y, &in_y, across, loose);
    let substance = |side: &Side<'_>, naming: &[bool], matched: &[bool]| {
        let (mut part, mut whole) = (0.0, 0.0);
        for (place, weight) in side.weights.iter().enumerate() {
            let number = side.features.bag[place].number;
            if !naming[place] && (matched[place] || !number) {
                whole += f64::from(*weight);
                part += if matched[place] { f64::from(*weight) } else { 0.0 };
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
        substance: substance(&a, &naming_x, &in_x).max(substance(&b, &naming_y, &in_y)),
        words: x.bag.len().min(y.bag.len()),
        numbers: numbers(&x.numbers, &y.numbers).max(if counted { SAME_COUNT } else { 0.0 }),
        dates: dates(&x.dates, &y.dates),
        speaker: f64::from(u8::from(speaker == Relation::Same)),
        other: f64::from(u8::from(speaker == Relation::Different)),
        quoted: f64::from(u8::from(a.quoted && b.quoted)),
        few: 0.0,
        across,
        names_known: a.names_known && b.names_known,
    }
}

/// What unmatched terms weigh that may drift.
#[derive(Clone, Copy)]
struct Loose {
    number: f64,
    name: f64,
}

/// Weight of the matched terms, and of all.
fn sums(bag: &[Term], weights: &[f32], naming: &[bool], matched: &[bool], across: bool, loose: Loose) -> (f64, f64) {
    let (mut shared, mut all) = (0.0, 0.0);
    for (((term, weight), hit), name) in bag.iter().zip(weights).zip(matched).zip(naming) {
        let weight = f64::from(*weight);
        if *hit {
            shared += weight;
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

/// Words of one root that stemming leaves apart: "complain" and "complaint", "command" and "commander". Never names, where
/// two of them so alike are mostly two.
fn derived<'t>(x: &Features, in_x: &mut [bool], y: &Features, in_y: &mut [bool], term: impl Fn(u32) -> &'t str) {
    let open = |term: &Term| !(term.number || term.class || term.name);
    for (i, s) in x.bag.iter().enumerate().filter(|(_, s)| open(s)) {
        let word = term(s.id);
        if in_x[i] || word.len() < ROOT {
            continue;
        }
        let hit = (0..y.bag.len()).find(|j| !in_y[*j] && open(&y.bag[*j]) && one_root(word, term(y.bag[*j].id)));
        if let Some(j) = hit {
            (in_x[i], in_y[j]) = (true, true);
        }
    }
}

/// They begin alike for five bytes and seven tenths of the longer one.
fn one_root(a: &str, b: &str) -> bool {
    let common = a.bytes().zip(b.bytes()).take_while(|(x, y)| x == y).count();
    common >= ROOT && 10 * common >= 7 * a.len().max(b.len())
}

fn by_lexicon(x: &Features, in_x: &mut [bool], y: &Features, in_y: &mut [bool]) {
    for (translation, original) in &x.alternatives {
        if let (Ok(i), Ok(j)) = (find(&x.bag, *original), find(&y.bag, *translation)) {
            (in_x[i], in_y[j]) = (true, true);
        }
    }
}

fn find(bag: &[Term], id: u32) -> Result<usize, usize> {
    bag.binary_search_by_key(&id, |term| term.id)
}

/// Terms of two languages that are spelled alike: "Russland" and "Russia" are in a class, "Ankara" meets "Ancara" here.
fn cognates<'t>(x: &Features, in_x: &mut [bool], y: &Features, in_y: &mut [bool], term: impl Fn(u32) -> &'t str) {
    let open = |term: &Term| !term.number && !term.class;
    for (i, s) in x.bag.iter().enumerate().filter(|(_, s)| open(s)) {
        if in_x[i] {
            continue;
        }
        let hit = (0..y.bag.len()).find(|j| !in_y[*j] && open(&y.bag[*j]) && alike(term(s.id), term(y.bag[*j].id)));
        if let Some(j) = hit {
            (in_x[i], in_y[j]) = (true, true);
        }
    }
}

/// Dice coefficient of character bigrams with the same first letter, for words of four letters and more.
fn alike(a: &str, b: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().take(24).collect(), b.chars().take(24).collect());
    if a.len() < 4 || b.len() < 4 || a[0] != b[0] {
        return false;
    }
    let mut rest: Vec<&[char]> = b.windows(2).collect();
    let hits = a.windows(2).filter(|pair| rest.iter().position(|r| r == pair).map(|at| rest.swap_remove(at)).is_some());
    2.0 * hits.count() as f64 / (a.len() + b.len() - 2) as f64 >= COGNATE
}

fn cosine(a: &[u16], b: &[u16]) -> f64 {
    let (mut i, mut j, mut common) = (0, 0, 0usize);
    while let (Some(x), Some(y)) = (a.get(i), b.get(j)) {
        common += usize::from(x == y);
        (i, j) = (i + usize::from(x <= y), j + usize::from(y <= x));
    }
    if common == 0 { 0.0 } else { common as f64 / ((a.len() * b.len()) as f64).sqrt() }
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
    let agreement = |(x, y): (&Number, &Number)| match (x.value == y.value, x.same_unit(y)) {
        (true, _) if x.is_precise() => 1.0,
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cognates_are_alike_and_strangers_are_not() {
        assert!(alike("ankara", "ankaras") && alike("stoltenberg", "stoltenbergs") && alike("president", "presidente"));
        assert!(!alike("vienna", "wien") && !alike("table", "tall") && !alike("un", "un"));
    }

    #[test]
    fn cosine_of_sets() {
        assert_eq!(cosine(&[1, 2, 3, 4], &[1, 2, 3, 4]), 1.0);
        assert_eq!(cosine(&[1, 2], &[3, 4]), 0.0);
        assert_eq!(cosine(&[], &[1]), 0.0);
        assert_eq!(cosine(&[1, 3], &[1, 2]), 0.5);
    }
}
