//! What becomes of those whom a claim counts: "12 were killed" and "40 were hurt" are no two figures of one thing.

use std::collections::HashMap;
use std::sync::OnceLock;

use super::facts::{Number, Words};
use super::features::{Analyzer, Features, Term};
use super::grammar::Role;
use super::measures::Measure;
use super::none::none;
use super::vocabulary::{english_stem, entries, language, nouns_have_capitals, phrase_stem};
use crate::claims::speakers::{are_sources, is_trade};
use crate::learn::form::fold_hash;
use crate::text::Span;

const FATES: &str = include_str!("../data/fates.txt");

/// A fate by its place in the list, the first being 1.
pub(crate) type Fate = u8;

/// The fate that a word tells, as a term spells it ("=12" for a class) and the side of its class; `None` for most words, and for
/// what is negated.
pub(crate) fn of(term: &Term, spelt: &str) -> Option<Fate> {
    static LIST: OnceLock<HashMap<(String, bool), Fate>> = OnceLock::new();
    let list = LIST.get_or_init(|| {
        let classes = &language("en").classes;
        let lines = (1..).zip(entries(FATES));
        let words = lines.flat_map(|(fate, (_, words))| words.split_whitespace().map(move |word| (fate, word)));
        words
            .map(|(fate, word)| {
                let stem = phrase_stem(word);
                let term = classes.get(&stem).map(|(class, opposite)| (format!("={class}"), *opposite));
                (term.unwrap_or((stem, false)), fate)
            })
            .collect()
    });
    let known = || list.get(&(spelt.to_owned(), term.opposite)).copied();
    if term.number || term.negated() { None } else { known() }
}

/// How many terms before its object a verb may stand: "cost 14 spectators their lives".
const OBJECT: usize = 3;

/// The fate that a verb tells with its object, as terms spell them: "lost their lives".
fn of_phrase<'v>(object: &str, mut verbs: impl Iterator<Item = &'v str>) -> Option<Fate> {
    static LIST: OnceLock<HashMap<String, HashMap<String, Fate>>> = OnceLock::new();
    let list = LIST.get_or_init(|| {
        let classes = &language("en").classes;
        let term = |word: &str| {
            let stem = english_stem(word);
            classes.get(&stem).map_or(stem, |(class, _)| format!("={class}"))
        };
        let lines = (1..).zip(entries(FATES));
        let words = lines.flat_map(|(fate, (_, words))| words.split_whitespace().map(move |word| (fate, word)));
        let mut list: HashMap<String, HashMap<String, Fate>> = HashMap::new();
        for (fate, (verb, object)) in words.filter_map(|(fate, words)| Some((fate, words.split_once('_')?))) {
            list.entry(term(object)).or_default().insert(term(verb), fate);
        }
        list
    });
    let of_verbs = list.get(object)?;
    verbs.find_map(|verb| of_verbs.get(verb).copied())
}

/// Whether the list marks a fate so: those who are rescued are "safe", those who are missing "lost".
fn is(fate: Fate, mark: &str) -> bool {
    let head = entries(FATES).nth(usize::from(fate).saturating_sub(1)).map(|(head, _)| head);
    head.is_some_and(|head| head.split(' ').skip(1).any(|word| word == mark))
}

/// Whether a unit may be anybody: "people", or a fate itself as in "three missing"; `forms` are the words of the terms.
fn anybody(unit: u32, sequence: &[Term], forms: &[(String, u32)], analyzer: &Analyzer<'_>) -> bool {
    let person = forms.iter().any(|(word, id)| *id == unit && Role::Persons.has(word));
    person || sequence.iter().any(|term| term.id == unit && of(term, analyzer.term(unit)).is_some())
}

/// Whether a word is one for people by what they do, be they one or several: "workers", "soldiers", and not "women" or "children",
/// who are but some.
fn is_worker(language: &str, word: &str) -> bool {
    let trade = |word: &str| is_trade(language, fold_hash(word), word);
    let group = are_sources(language, fold_hash(word), word);
    trade(word) || word.strip_suffix('s').is_some_and(|one| trade(one) || group)
}

/// Tells the numbers of a claim what becomes of whom they count: what the nearest word tells that no other number stands before.
pub(crate) fn settle(
    text: &str,
    numbers: &mut [Number],
    (sequence, spans): (&[Term], &[Span]),
    forms: &[(String, u32)],
    (analyzer, language): (&Analyzer<'_>, usize),
) {
    for number in numbers.iter_mut() {
        let points = match number.place() {
            Some(place) => text.get(place.end..).and_then(Measure::of_points),
            None if number.measure.is_some_and(Measure::is_share) && number.value < 1.0 => Measure::of_fraction(text),
            None => None,
        };
        number.measure = points.or(number.measure);
    }
    if numbers.is_empty() {
        return;
    }
    let fate = |at: usize| {
        let spelt = analyzer.term(sequence[at].id);
        let before =
            sequence[at.saturating_sub(OBJECT)..at].iter().rev().filter(|verb| !(verb.number || verb.negated()));
        of(&sequence[at], spelt).or_else(|| of_phrase(spelt, before.map(|verb| analyzer.term(verb.id))))
    };
    let told = (0..sequence.len().min(spans.len())).filter_map(|at| Some((spans[at], fate(at)?)));
    let told: Vec<(Span, Fate)> = told.collect();
    if told.is_empty() {
        return;
    }
    let mut places: Vec<Span> = numbers.iter().map(|number| number.words.span()).collect();
    places.sort_unstable_by_key(|place| place.start);
    for number in numbers.iter_mut().filter(|number| number.measure.is_none()) {
        let Words::At(place) = number.words else { continue };
        let from = places.iter().filter(|other| other.end <= place.start).map(|other| other.end).max().unwrap_or(0);
        let to = places.iter().filter(|other| other.start >= place.end).map(|other| other.start).min();
        // "Carrying 48 people, injuring 11": a verb right before a number is told of that one.
        let of_another = |word: &Span| {
            let next = places.iter().find(|other| other.start >= word.end).filter(|other| other.start > place.start);
            next.is_some_and(|next| text.get(word.end..next.start).is_some_and(|gap| gap.trim().is_empty()))
        };
        let within = |word: &Span| word.start >= from && to.is_none_or(|to| word.end <= to) && !of_another(word);
        let near = told.iter().filter(|(word, _)| within(word));
        let distance = |word: &Span| word.start.saturating_sub(place.end).max(place.start.saturating_sub(word.end));
        number.fate = near.min_by_key(|(word, _)| distance(word)).map(|(_, fate)| *fate);
        number.somebody = number.units.first().is_some_and(|unit| {
            let code = analyzer.languages.get(language).map_or("en", String::as_str);
            forms.iter().any(|(word, id)| id == unit && is_worker(code, word))
        });
        // What stands behind the number may be its verb: "ist auf 17 gestiegen".
        let last = nouns_have_capitals(analyzer.languages.get(language).map(String::as_str));
        let verb = |unit: u32| last && sequence.iter().any(|term| term.id == unit && term.verb && !term.name);
        let any = |unit: &u32| verb(*unit) || anybody(*unit, sequence, forms, analyzer);
        number.anybody = number.units.first().is_none_or(any);
    }
}

/// How many terms behind one that a negation turns may tell what befell nobody: "none of the crew was hurt".
const BEHIND: usize = 2;

/// What befell nobody, and of whom that is told, if a negation turns that: "no one was hurt", "none of the crew was hurt".
pub(crate) type Spared = (Fate, Option<u32>);

/// What befell nobody; not where it is but a degree that did not ("seriously hurt").
pub(crate) fn spared(text: &str, sequence: &[Term], spans: &[Span], analyzer: &Analyzer<'_>) -> Vec<Spared> {
    let plain = |term: &Term| Term { sign: if term.opposite { -1 } else { 1 }, ..*term };
    let fate = |term: &Term| of(&plain(term), analyzer.term(term.id));
    let by_degree = |span: &Span| span.of(text).split_whitespace().any(|word| word.ends_with("ly"));
    let negated = (0..).zip(sequence.iter().zip(spans)).filter(|(_, (term, _))| !term.number && term.negated());
    let none = negated.filter(|(_, (_, span))| !by_degree(span) && none(text, **span).is_some());
    none.filter_map(|(at, (term, _))| {
        let behind = || {
            let next = sequence.get(at + 1..)?.iter().zip(spans.get(at + 1..)?).take(BEHIND);
            let met = next.take_while(|(_, span)| !by_degree(span)).find_map(|(other, _)| fate(other));
            met.filter(|_| !term.verb).map(|fate| (fate, Some(term.id)))
        };
        fate(term).map(|fate| (fate, None)).or_else(behind)
    })
    .collect()
}

/// What befell several: "dozens were hurt".
pub(crate) fn befell_several(sequence: &[Term], analyzer: &Analyzer<'_>) -> Vec<Fate> {
    sequence.iter().filter(|term| term.several).filter_map(|term| of(term, analyzer.term(term.id))).collect()
}

/// Whether one counts those whom something befell, and the other says that it befell nobody, or both say this.
pub(crate) fn of_one_fate(x: &Features, y: &Features) -> bool {
    let told = |side: &Features, fate: Fate| {
        let counted = side.numbers.iter().any(|number| number.fate == Some(fate));
        counted || side.several.contains(&fate) || side.spared.iter().any(|(other, _)| *other == fate)
    };
    let meets = |here: &Features, there: &Features| {
        here.spared.iter().any(|(fate, whom)| told(there, *fate) && whom.is_none_or(|whom| there.has(whom)))
    };
    meets(x, y) || meets(y, x)
}

/// What befell all, and of which kind they are; `None` for those who may be of any.
pub(crate) type OfAll = (Fate, Option<u32>);

/// What befell all of whom a claim tells something: "all 40 passengers were rescued".
pub(crate) fn of_all(
    whole: &[u32],
    sequence: &[Term],
    forms: &[(String, u32)],
    analyzer: &Analyzer<'_>,
) -> Option<OfAll> {
    let kind = *whole.first()?;
    let from = sequence.iter().position(|term| term.id == kind)?;
    let fate = sequence.get(from..)?.iter().find_map(|term| of(term, analyzer.term(term.id)))?;
    Some((fate, (!anybody(kind, sequence, forms, analyzer)).then_some(kind)))
}

/// Whether all are safe, as the one tells, and some are not, as the other does: "all 40 passengers were rescued", "three passengers
/// are missing".
pub(crate) fn safe_and_lost(x: &Features, y: &Features) -> bool {
    lost(x, y).or_else(|| lost(y, x)).is_some()
}

/// The number of those who are lost, of whom the other tells that all are safe.
pub(crate) fn lost<'n>(safe: &Features, told: &'n Features) -> Option<&'n Number> {
    let (_, kind) = safe.of_all.filter(|(fate, _)| is(*fate, "safe"))?;
    let of_kind = |number: &&Number| {
        let fate = number.fate.is_some_and(|fate| is(fate, "lost"));
        fate && (kind.is_none() || number.anybody || kind == number.units.first().copied())
    };
    told.numbers.iter().find(of_kind)
}

/// Whether each counts whom another fate befell, and not the same number of them.
pub(crate) fn two_fates(x: &Features, y: &Features) -> bool {
    let fated = |side: &Features| -> Vec<(Fate, f64)> {
        side.numbers.iter().filter_map(|number| Some((number.fate?, number.value))).collect()
    };
    let (here, there) = (fated(x), fated(y));
    let apart = |(fate, value): &(Fate, f64)| there.iter().all(|(other, of)| fate != other && value != of);
    !(here.is_empty() || there.is_empty()) && here.iter().all(apart)
}
