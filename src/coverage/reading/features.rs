//! What a claim looks like to the matcher: content terms in order, names, numbers, dates, negations, character n-grams.

use std::collections::HashMap;

use super::cores::Core;
use super::counting::{AGED, age, is_of_them};
use super::dates::Date;
use super::facts::Number;
use super::fates::{Fate, OfAll, Spared, befell_several, of_all, settle, spared};
use super::forms::{closes, normalize};
use super::grammar::Role;
use super::grams::grams;
use super::meanings::Meaning;
use super::reader::{Entry, Reader};
use super::related;
pub(crate) use super::term::Term;
use super::term::bag;
use super::vocabulary::{self, Class};
use crate::claims::{Act, Quantity};
use crate::coverage::types::ClaimRecord;
use crate::text::{Span, Token, TokenKind, tokenize};
use crate::{Context, Result};

/// The most terms kept of one claim; a claim is a clause, and what is longer is cut for matching.
const MAX_TERMS: usize = 96;

/// A claim, analysed.
#[derive(Debug, Clone, Default)]
pub(crate) struct Features {
    /// Content terms as they stand, with repetitions.
    pub sequence: Vec<Term>,
    /// The same, each once, sorted by id; the sign is 0 where occurrences differ.
    pub bag: Vec<Term>,
    /// What the lexicon offers for a term: (translation, term), sorted.
    pub alternatives: Vec<(u32, u32)>,
    /// Hashed character trigrams, sorted, each once; for matching only.
    pub grams: Vec<u16>,
    /// Of English.
    pub meaning: Meaning,
    /// Of English that nobody is quoted with, for matching only.
    pub core: Core,
    pub numbers: Vec<Number>,
    pub dates: Vec<Date>,
    /// Every number that stands in the text, also such as count nothing: "one red".
    pub figures: Vec<f64>,
    pub language: u16,
    /// It tells of what is to come.
    pub future: bool,
    /// It tells of what may be and need not.
    pub able: bool,
    /// Of what it tells something of all, as units of numbers are: "all inspections".
    pub whole: Vec<u32>,
    /// What befell all of them.
    pub of_all: Option<OfAll>,
    /// What befell nobody: "no one was hurt"; and what befell several.
    pub spared: Vec<Spared>,
    pub several: Vec<Fate>,
    /// Where the terms of `sequence` stand, from their negation on; for conflicts only.
    pub spans: Vec<Span>,
}

impl Features {
    /// Where a term stands in the bag.
    pub fn place_of(&self, id: u32) -> Option<usize> {
        self.bag.binary_search_by_key(&id, |term| term.id).ok()
    }

    /// The term of the bag with that number.
    pub fn term(&self, id: u32) -> Option<Term> {
        self.place_of(id).map(|place| self.bag[place])
    }

    /// Whether the bag holds a term.
    pub fn has(&self, id: u32) -> bool {
        self.place_of(id).is_some()
    }
}

/// What is remembered of a verb with its particle.
#[derive(Clone, Copy)]
struct Phrase {
    class: Option<Class>,
    related: u16,
}

/// Turns claims into features; remembers words, so that a common word is stemmed once.
#[derive(Default)]
pub(crate) struct Analyzer<'a> {
    ids: HashMap<String, u32>,
    terms: Vec<String>,
    pub(crate) languages: Vec<String>,
    words: Vec<HashMap<String, Entry>>,
    lexicon: Option<&'a HashMap<String, Vec<String>>>,
    /// English words with the particle behind them: "lay off".
    phrases: HashMap<String, Phrase>,
    /// Whether features tell where their terms stand, as conflicts need it, and not their trigrams, as matching does.
    pub for_conflicts: bool,
}

impl<'a> Analyzer<'a> {
    pub fn new(lexicon: Option<&'a HashMap<String, Vec<String>>>) -> Self {
        Self { lexicon, ..Self::default() }
    }

    /// The term as text: a folded stem, "=12" for a class, "#100" for a number.
    pub fn term(&self, id: u32) -> &str {
        self.terms.get(id as usize).map_or("", String::as_str)
    }

    /// Whether a term is a class of words of several languages.
    pub fn joins_languages(&self, id: u32) -> bool {
        self.term(id).strip_prefix('=').and_then(|number| number.parse().ok()).is_some_and(vocabulary::joins_languages)
    }

    /// How many languages were seen.
    pub fn languages(&self) -> usize {
        self.languages.len()
    }

    /// Makes a language known before the first claim in it, so that a lexicon can be looked up in all of them.
    pub fn know(&mut self, code: Option<&str>) -> usize {
        let code = vocabulary::primary(code.unwrap_or("en"));
        if let Some(known) = self.languages.iter().position(|language| language == code) {
            return known;
        }
        self.languages.push(code.to_owned());
        self.words.push(HashMap::new());
        self.languages.len() - 1
    }

    /// The number of a term.
    pub(crate) fn intern(&mut self, term: &str) -> u32 {
        if let Some(id) = self.ids.get(term) {
            return *id;
        }
        let id = self.terms.len() as u32;
        self.terms.push(term.to_owned());
        self.ids.insert(term.to_owned(), id);
        id
    }

    /// The folded stem of a word, of an irregular form that of its word.
    fn stem(&self, language: usize, word: &str) -> String {
        let code = &self.languages[language];
        vocabulary::stem(code, vocabulary::language(code).irregular.get(word).copied().unwrap_or(word))
    }

    /// Whether a word belongs to a class.
    fn is_class(&mut self, language: usize, word: &str) -> bool {
        normalize(word).is_some_and(|(word, acronym)| self.entry(language, &word, acronym).class)
    }

    /// A word in lower case; acronyms are never stop words ("US" is not "us").
    pub(crate) fn entry(&mut self, language: usize, word: &str, acronym: bool) -> Entry {
        let key = if acronym { format!("^{word}") } else { word.to_owned() };
        if let Some(entry) = self.words[language].get(&key) {
            return *entry;
        }
        let code = self.languages[language].clone();
        let lists = vocabulary::language(&code);
        let stem = self.stem(language, word);
        let class: Option<Class> = lists.classes.get(&stem).copied();
        let negation = !acronym && lists.negations.contains(word);
        // "Fera" says as little as "faire".
        let small = |word: &str| vocabulary::is_stopword(&code, word);
        let of_small = code != "en" && lists.irregular.get(word).is_some_and(|base| small(base));
        let stop = !acronym && (negation || of_small || small(word));
        let related = if code == "en" && !(stop || acronym) { related::number(&stem) } else { 0 };
        let id = (!stop && !stem.is_empty()).then(|| match class {
            Some((number, _)) => self.intern(&format!("={number}")),
            None => self.intern(&stem),
        });
        let entry = Entry {
            particle: code == "en" && Role::Particle.has(word),
            id,
            opposite: class.is_some_and(|(_, opposite)| opposite),
            class: class.is_some(),
            related,
            light: lists.light.contains(word),
            title: lists.titles.contains(word),
            acronym,
            negation,
            determiner: Role::Determiner.has(word),
            adverb: code == "en" && word.ends_with("ly"),
            past: code == "en" && (word.ends_with("ed") || lists.irregular.contains_key(word)),
            // "NINE hurt" counts, "UN" and "OS" do not.
            numeral: if acronym && word.len() < 3 { None } else { lists.numerals.get(word).copied() },
            scale: lists.scales.get(word).copied(),
            comparator: lists.comparators.get(word).copied(),
            month: lists.months.get(word).copied().unwrap_or(0),
            weekday: lists.weekdays.get(word).copied().unwrap_or(0),
        };
        self.words[language].insert(key, entry);
        entry
    }

    /// What is known of a verb with a particle.
    fn phrase(&mut self, language: usize, verb: &str, particle: &str) -> Phrase {
        let key = format!("{verb} {particle}");
        if let Some(phrase) = self.phrases.get(&key) {
            return *phrase;
        }
        let stems = format!("{}_{particle}", self.stem(language, verb));
        let class = vocabulary::language(&self.languages[language]).classes.get(&stems).copied();
        let phrase = Phrase { class, related: related::number(&stems) };
        self.phrases.insert(key, phrase);
        phrase
    }

    /// What matching compares of one claim.
    pub fn analyze(&mut self, claim: &ClaimRecord, context: &Context) -> Result<Features> {
        let language = self.know(claim.language.as_deref());
        let text = claim.text.as_str();
        // Quantities of a claim's own hold their scale in their value; its word stays a word of the claim, which both
        // of two numbers may share.
        let scales_are_words = !claim.quantities.is_empty();
        let verb_last = matches!(self.languages[language].as_str(), "de" | "nl");
        let mut reader = Reader { scales_are_words, verb_last, start: true, ..Reader::default() };
        let mut features = Features { language: language as u16, ..Features::default() };
        if !self.for_conflicts && claim.act == Some(Act::Deny) && !claim.quoted {
            self.who_denies(language, claim, &mut reader);
        }
        self.read(language, text, MAX_TERMS, &mut reader, context)?;
        if let Some(lexicon) = self.lexicon {
            self.translate(lexicon, language, &reader.forms, &mut features.alternatives);
        }
        features.figures = reader.numbers.iter().map(|number| number.value).collect();
        if !claim.quantities.is_empty() {
            let mut read = std::mem::take(&mut reader.numbers);
            for (position, quantity) in claim.quantities.iter().enumerate().take(MAX_TERMS) {
                let units = self.units(language, quantity.unit.as_deref());
                // What is below zero is told by a sign before the figure.
                let same = read.iter().position(|number| number.value.abs() == quantity.value.abs());
                let value = same.map_or(quantity.value, |place| read[place].value);
                let given = Number::given(&Quantity { value, ..quantity.clone() }, position, units);
                reader.numbers.push(match same {
                    Some(place) => given.with(read.swap_remove(place)),
                    None => given,
                });
            }
            reader.numbers.extend(read.into_iter().filter(|number| number.own || is_of_them(text, number)));
        }
        if claim.dates.is_empty() {
            features.dates = reader.dates;
        } else {
            let said = reader.dates;
            let days = &reader.days;
            let given = claim.dates.iter().enumerate().filter_map(|(i, date)| Date::given(date, i));
            features.dates.extend(given.map(|date| date.as_said(&said, days)));
            features.dates.extend(said.iter().filter(|date| date.time != 0));
            features.dates.sort_by_key(|date| date.said);
        }
        // Of a stretch of time ("from 6 a.m. to 8 p.m.") it is not known which hour another text may tell.
        if features.dates.iter().filter(|date| date.time != 0).count() > 1 {
            features.dates.retain(|date| date.time == 0);
        }
        (features.numbers, features.whole) = (reader.numbers, reader.whole);
        (features.future, features.able) = (reader.mood.future, reader.mood.able);
        settle(text, &mut features.numbers, (&reader.sequence, &reader.spans), &reader.forms, (self, language));
        features.of_all = of_all(&features.whole, &reader.sequence, &reader.forms, self);
        features.spared = spared(text, &reader.sequence, &reader.spans, self);
        features.several = befell_several(&reader.sequence, self);
        let numbers = features.numbers.iter().map(|number| (number.term(), number.words));
        let dates = features.dates.iter().map(|date| (date.term(), date.words));
        for (term, words) in numbers.chain(dates) {
            reader.sequence.push(Term::number(self.intern(&term)));
            reader.spans.push(words.span());
        }
        features.bag = bag(&reader.sequence);
        features.sequence = reader.sequence;
        if self.languages[language] == "en" {
            features.meaning = Meaning::of(reader.forms.iter().map(|(word, _)| word.as_str()));
        }
        if self.for_conflicts {
            features.spans = reader.spans;
        } else {
            features.grams = grams(text);
            if self.languages[language] == "en" && !claim.quoted {
                features.core = Core::of(claim, &features.sequence, &reader.spans, &reader.forms);
            }
        }
        Ok(features)
    }

    /// The content terms of a text, up to `limit`, and its numbers.
    pub fn terms_of(
        &mut self,
        text: &str,
        language: Option<&str>,
        limit: usize,
        context: &Context,
    ) -> Result<(Vec<Term>, Vec<Number>)> {
        let language = self.know(language);
        let mut reader = Reader { start: true, ..Reader::default() };
        self.read(language, text, limit, &mut reader, context)?;
        Ok((reader.sequence, reader.numbers))
    }

    fn read(
        &mut self,
        language: usize,
        text: &str,
        limit: usize,
        reader: &mut Reader,
        context: &Context,
    ) -> Result<()> {
        let tokens = tokenize(text, context)?;
        let verdict = self.untrue(language, text, &tokens);
        let opening = verdict.map_or(0, |(tokens, _)| tokens);
        reader.untrue = verdict.map(|(_, span)| span);
        reader.start &= opening == 0;
        for (position, token) in tokens.iter().enumerate().skip(opening) {
            if reader.sequence.len() >= limit {
                break;
            }
            match token.kind {
                TokenKind::Number => self.read_number(language, text, &tokens, position, reader),
                TokenKind::Word | TokenKind::Hashtag | TokenKind::Mention => {
                    self.read_word(language, text, (*token, tokens.get(position + 1)), reader);
                }
                TokenKind::Symbol | TokenKind::Punctuation => reader.mark(token.span.of(text), token.span),
                _ => {}
            }
        }
        reader.end();
        Ok(())
    }

    fn read_word(&mut self, language: usize, text: &str, (token, next): (Token, Option<&Token>), reader: &mut Reader) {
        if let Some(age) = age(token.span.of(text)) {
            let unit = self.intern(AGED);
            reader.age(age, unit, token.span);
            return;
        }
        // "Cease-fire", "lay-offs": in one word they are known.
        let written = token.span.of(text);
        let whole =
            written.contains('-').then(|| written.replace('-', "")).filter(|whole| self.is_class(language, whole));
        for part in whole.as_deref().unwrap_or(written).split(['-', '‐', '‑', '/', '_', '#', '@']) {
            let Some((word, acronym)) = normalize(part) else { continue };
            let mut word = word.as_str();
            // Elided articles and particles of French and Italian are tokens: "l'", "n'", "dell'".
            let code = self.languages[language].as_str();
            let elided = part.ends_with(['\'', '’', 'ʼ']) && matches!(code, "fr" | "it" | "ca");
            let ne = code == "fr" && (word == "ne" || (elided && word == "n"));
            let mut entry = if elided { Entry::default() } else { self.entry(language, word, acronym) };
            let mut span = token.span;
            if ne {
                (word, entry.negation) = (if elided { "n'" } else { word }, true);
                if reader.prior == "personne" {
                    span = reader.prior_span.cover(&span);
                }
            }
            if entry.particle
                && reader.awaits_predicate
                && closes(text, token, next)
                && let Some((number, opposite)) = self.phrase(language, "be", word).class
            {
                reader.predicate(self.intern(&format!("={number}")), opposite, token.span);
                continue;
            }
            if entry.particle && !reader.prior.is_empty() {
                let phrase = self.phrase(language, &reader.prior, word);
                if let Some((number, opposite)) = phrase.class {
                    let id = self.intern(&format!("={number}"));
                    reader.phrase(id, opposite, token.span);
                    continue;
                }
                reader.with_particle(phrase.related);
            }
            // "Up to", "au moins": a bound of two words.
            let bounds = (reader.prior_particle || entry.comparator.is_some()) && !entry.particle;
            let bound = bounds.then(|| format!("{}_{word}", reader.prior));
            let comparators = || &vocabulary::language(&self.languages[language]).comparators;
            let bound = bound.and_then(|phrase| comparators().get(phrase.as_str()).copied());
            let capital = part.chars().next().is_some_and(char::is_uppercase);
            let before = reader.prior_span;
            reader.opens = capital && reader.start && entry.is_unknown() && self.languages[language] == "en";
            reader.word(word, entry, capital && (acronym || !reader.start), span);
            reader.bound(bound, before);
            reader.prior_is(word, entry.particle, token.span);
        }
        reader.start = false;
    }
}

#[cfg(test)]
#[path = "features_tests.rs"]
mod tests;
