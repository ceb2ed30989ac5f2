//! Reading a claim word by word: what waits for the next word (a negation, a bound, a currency) and what a word completes
//! (a date, a scale, a unit).

use super::dates::Date;
use super::facts::{Number, Words};
use super::features::Term;
use super::grammar::Role;
use super::mood::{Mood, Told};
use super::negation::{Effect, Negation};
use crate::claims::Comparator;
use crate::text::Span;

/// How many content words behind a number may name what it counts.
const UNIT_WINDOW: usize = 2;

/// How many words behind one that counts without a figure may tell of what it counts: "several of the people were slightly hurt".
const SEVERAL_REACH: usize = 6;

/// What is remembered of a word form of one language.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Entry {
    /// `None` for stop words.
    pub id: Option<u32>,
    pub opposite: bool,
    pub class: bool,
    /// Its number among the words that have relatives, else 0.
    pub related: u16,
    pub light: bool,
    /// It may go with the verb before it.
    pub particle: bool,
    pub title: bool,
    pub acronym: bool,
    pub negation: bool,
    /// It makes a noun of the word behind it.
    pub determiner: bool,
    pub adverb: bool,
    /// A form that verbs have in the past: "capsized", "gave".
    pub past: bool,
    pub numeral: Option<f64>,
    pub scale: Option<f64>,
    pub comparator: Option<Comparator>,
    pub month: u8,
    pub weekday: u8,
}

impl Entry {
    /// No list has it: with a capital it may be a name.
    pub fn is_unknown(&self) -> bool {
        !(self.class || self.title || self.light) && self.related == 0
    }
}

/// What has been read of a claim so far.
#[derive(Default)]
pub(crate) struct Reader {
    pub sequence: Vec<Term>,
    pub spans: Vec<Span>,
    /// Word forms with their terms, for the lexicon.
    pub forms: Vec<(String, u32)>,
    pub numbers: Vec<Number>,
    pub dates: Vec<Date>,
    /// The words of scales are terms too.
    pub scales_are_words: bool,
    /// Numbers that may be days of a month.
    pub days: Vec<u8>,
    pub negation: Negation,
    /// Where it is said that what comes is untrue, until its verb has been read.
    pub untrue: Option<Span>,
    /// The term that the last negation turned, by its place.
    pub turned: Option<usize>,
    /// At which step the last word stands that makes a noun of the next one, and whether it stands before the last term.
    pub determiner_at: usize,
    pub determined: bool,
    /// No word of the sentence has gone by: a capital says nothing here.
    pub start: bool,
    /// The word that is read opens its sentence with a capital and is none that English knows.
    pub opens: bool,
    pub currency: Option<(&'static str, Span)>,
    pub comparator: Option<(Comparator, usize, Span)>,
    pub month: Option<(u8, usize)>,
    /// The last bare number, which a month or a scale may complete.
    pub last: Option<(f64, usize, Span)>,
    /// The last two numbers count the same: "eleven of the forty girders".
    pub linked: bool,
    /// The last content word.
    pub before: Option<u32>,
    /// At which step the last term stands.
    pub term_at: usize,
    /// How many words and numbers have gone by.
    pub step: usize,
    /// At which step a word stands that may lead to a number: "rose to 50".
    pub lead_at: usize,
    /// Whether what is told is so, or left open.
    pub mood: Mood,
    /// A form of "to be" has been read, so that a particle that comes now may be all that the clause says of its subject:
    /// "the pumps were still off".
    pub awaits_predicate: bool,
    /// A word has been read that stands before a verb: "had been"; and whether in its language that may be the last word.
    pub awaits_verb: bool,
    pub verb_last: bool,
    /// At which step a word stands that tells something of all of a kind, 0 where none does.
    pub all_at: usize,
    /// The same of one that counts without a figure.
    pub several_at: usize,
    /// What all is told of: the terms behind it.
    pub whole: Vec<u32>,
    /// The word before, empty where a mark or what it was taken into stands between; where, and whether it is a particle.
    pub prior: String,
    pub prior_particle: bool,
    pub prior_span: Span,
}

impl Reader {
    /// Whether the word at a step is the last term and may be a verb.
    fn verb_at(&self, step: usize) -> bool {
        self.term_at == step && self.sequence.last().is_some_and(|term| !term.name)
    }

    /// Takes the last term and a particle for one word, where its number is not 0.
    pub fn with_particle(&mut self, related: u16) {
        let verb = self.verb_at(self.step) && related != 0;
        if let Some(last) = self.sequence.last_mut().filter(|_| verb) {
            last.related = related;
        }
    }

    /// Takes the word before and a particle for one word of a class: "went up", of which "went" alone is no term.
    pub fn phrase(&mut self, id: u32, opposite: bool, particle: Span) {
        let span = self.prior_span.cover(&particle);
        if self.verb_at(self.step)
            && let Some((last, place)) = self.sequence.last_mut().zip(self.spans.last_mut())
        {
            let sign = if last.negated() != opposite { -1 } else { 1 };
            *last = Term { id, sign, opposite, class: true, related: 0, light: false, ..*last };
            *place = place.cover(&particle);
            self.step += 1;
            self.before = Some(id);
        } else {
            let entry = Entry { id: Some(id), opposite, class: true, ..Entry::default() };
            let word = std::mem::take(&mut self.prior);
            self.word(&word, entry, false, span);
        }
        self.prior_is("", false, particle);
    }

    /// Takes a particle for all that is said of a subject: "the strike is over".
    pub fn predicate(&mut self, id: u32, opposite: bool, span: Span) {
        self.word("", Entry { id: Some(id), opposite, class: true, ..Entry::default() }, false, span);
        self.prior_is("", false, span);
    }

    /// A bound of two words, the first of which stands at `before`: "up to".
    pub fn bound(&mut self, comparator: Option<Comparator>, before: Span) {
        if let Some(comparator) = comparator {
            self.comparator = Some((comparator, self.step, before));
        }
    }

    /// Remembers a word for the next one; an empty one where what comes next has no word to go with.
    pub fn prior_is(&mut self, word: &str, particle: bool, span: Span) {
        self.prior.clear();
        self.prior.push_str(word);
        (self.prior_particle, self.prior_span) = (particle, span);
    }

    pub fn mark(&mut self, mark: &str, span: Span) {
        self.number_ends();
        let currency = match mark {
            "$" => Some("usd"),
            "€" => Some("eur"),
            "£" => Some("gbp"),
            "¥" => Some("jpy"),
            _ => None,
        };
        self.currency = currency.map(|code| (code, span));
        self.prior_is("", false, span);
        let sentence = matches!(mark, "." | "!" | "?" | "…" | ":" | ";");
        self.start |= sentence;
        self.breaks(sentence || mark == ",");
        if sentence {
            self.untrue_ends();
        }
        if sentence || mark == "," {
            self.mood.breaks();
            (self.all_at, self.several_at, self.awaits_verb) = (0, 0, false);
        }
        if mark == "~" {
            self.comparator = Some((Comparator::About, self.step, span));
        }
    }

    /// Reads the end of the claim.
    pub fn end(&mut self) {
        self.number_ends();
        self.breaks(true);
        self.untrue_ends();
    }

    /// Reads what no negation reaches beyond: a mark, a number, the end.
    pub fn breaks(&mut self, clause: bool) {
        let effect = self.negation.breaks(clause);
        self.take_effect(effect);
    }

    /// Turns round what a negation has turned out to stand behind, or not to negate.
    fn take_effect(&mut self, effect: Effect) {
        let place = match effect {
            Effect::None => return,
            Effect::TurnsBack => self.sequence.len().checked_sub(1),
            Effect::Undoes => self.turned.take(),
        };
        let Some(place) = place else { return };
        if let Some((term, span)) = self.sequence.get_mut(place).zip(self.spans.get_mut(place)) {
            term.sign = -term.sign;
            if effect == Effect::TurnsBack {
                *span = span.cover(&self.negation.span);
                self.mood.negates(self.forms.get(place).map_or("", |(word, _)| word));
            }
        }
    }

    /// What the last term is told of follows it.
    fn governs(&mut self) {
        if let Some(term) = self.sequence.last_mut() {
            term.governs = true;
        }
    }

    pub fn word(&mut self, word: &str, entry: Entry, name: bool, span: Span) {
        self.step += 1;
        let effect = self.negation.meets(word, entry.id.is_some(), self.step);
        self.take_effect(effect);
        let between = entry.negation || entry.adverb || Role::Still.has(word);
        self.awaits_predicate = Role::Be.has(word) || (self.awaits_predicate && between);
        let helps = Role::Be.has(word) || Role::Auxiliary.has(word) || Role::Perfect.has(word);
        let verb = self.awaits_verb;
        self.awaits_verb = helps || (verb && (between || self.verb_last || word == "to"));
        // "At all" is no kind.
        if Role::All.has(word) && self.whole.is_empty() && !(self.negation.waits || Role::Leads.has(&self.prior)) {
            self.all_at = self.step;
        }
        match word {
            _ if Role::Several.has(word) => self.several_at = self.step,
            // "Several were late, but nobody was hurt".
            _ if Role::Joins.has(word) => self.several_at = 0,
            _ => {}
        }
        self.mood.reads(word, &self.prior);
        if self.term_at + 1 == self.step && Role::Complement.has(word) {
            self.governs();
        }
        let behind = Role::Behind.has(word) && !Role::Joins.has(word);
        if behind && self.last.is_some_and(|(_, at, _)| self.step == at + 1) {
            self.counts_nothing();
        }
        if Role::Leads.has(word) {
            self.lead_at = self.step;
        }
        if entry.determiner {
            self.determiner_at = self.step;
        }
        if let Some(comparator) = entry.comparator {
            self.comparator = Some((comparator, self.step, span));
        }
        if entry.month != 0 {
            let day = self.last.filter(|(value, at, _)| self.step - at <= 2 && (1.0..=31.0).contains(value));
            if day.is_some() {
                // "12 January": the number was a day.
                self.numbers.pop();
            }
            let words = Words::At(day.map_or(span, |(_, _, number)| number.cover(&span)));
            let day = day.map_or(0, |(value, ..)| value as u8);
            self.dates.push(Date { month: entry.month, day, ..Date::unknown(words) });
            self.month = Some((entry.month, self.step));
        }
        if entry.weekday != 0 && (name || word.len() > 3) {
            self.dates.push(Date { weekday: entry.weekday, ..Date::unknown(Words::At(span)) });
        }
        if let Some(scale) = entry.scale
            && let Some((_, at, _)) = self.last
            && self.step == at + 1
            && let Some(number) = self.numbers.last_mut()
        {
            number.scale(scale);
            if let Words::At(words) = &mut number.words {
                *words = words.cover(&span);
            }
            self.last = Some((number.value, self.step, span));
            if self.scales_are_words
                && let Some(id) = entry.id
            {
                let Entry { class, related, light, .. } = entry;
                self.take(word, Term { id, sign: 1, class, related, light, ..Term::default() }, span);
            }
            return;
        }
        if let Some(value) = entry.numeral {
            self.step -= 1;
            // "No one" counts nobody.
            if self.negation.waits && value == 1.0 {
                self.negation.is_no_one(span);
                return;
            }
            self.number(value, "", None, span);
            return;
        }
        self.currency = None;
        if entry.negation {
            let behind_verb = !(self.prior.is_empty() || self.determined) && self.verb_at(self.step - 1);
            self.negation.begins(word, behind_verb, self.step, span);
        } else if word == "to" {
            self.to(span);
        }
        if entry.id.is_none() && self.negation.waits {
            self.mood.negates(word);
        }
        let Some(id) = entry.id else { return };
        // "Not before June": that is no thing to be negated.
        let calendar = entry.month != 0 || entry.weekday != 0;
        let turned = self.negation.turns(entry.adverb) && !calendar;
        if turned {
            self.turned = Some(self.sequence.len());
        }
        let sign = if turned != entry.opposite { -1 } else { 1 };
        let Entry { opposite, title, class, related, light, .. } = entry;
        let name = name && !calendar;
        let negation = self.negation.span;
        let place = if turned && negation.end <= span.start { negation.cover(&span) } else { span };
        let verb = (verb || entry.past) && !(name || entry.adverb);
        let (sign, place) = match self.untrue.take_if(|_| verb) {
            Some(verdict) => (-sign, verdict.cover(&place)),
            None => (sign, place),
        };
        let (acronym, placed) = (name && entry.acronym, name && Role::Place.has(&self.prior));
        let Told { due, done } = self.mood.tells(entry.adverb || Role::Still.has(word));
        let term = Term {
            id,
            sign,
            opposite,
            name,
            title,
            class,
            related,
            light,
            calendar,
            acronym,
            placed,
            due,
            done,
            opening: self.opens,
            passive: Role::Be.has(&self.prior),
            verb,
            noun: self.determiner_at + 1 == self.step,
            does: Role::Does.has(word),
            omits: Role::Omits.has(word),
            several: self.several_at != 0 && self.step - self.several_at <= SEVERAL_REACH,
            ..Term::default()
        };
        self.take(word, term, place);
        if turned {
            self.mood.negates(word);
        }
        if self.all_at != 0 && self.step - self.all_at <= UNIT_WINDOW + 2 && self.whole.len() < UNIT_WINDOW && !calendar
        {
            self.whole.push(id);
        }
        (self.term_at, self.determined) = (self.step, self.determiner_at + 1 == self.step);
        if let Some((_, at, _)) = self.last
            && self.step - at <= UNIT_WINDOW + 2
            && !calendar
        {
            for number in self.numbers.iter_mut().rev().take(1 + usize::from(self.linked)) {
                if number.units.len() < UNIT_WINDOW {
                    number.units.push(id);
                }
            }
        }
        self.before = Some(id);
    }

    /// Takes a word for the next term.
    fn take(&mut self, word: &str, term: Term, span: Span) {
        let initial = word.bytes().next().filter(u8::is_ascii_lowercase).unwrap_or(0);
        self.sequence.push(Term { supposed: self.mood.supposes, open: self.mood.leaves_open, initial, ..term });
        self.spans.push(span);
        self.forms.push((word.to_owned(), term.id));
    }
}
