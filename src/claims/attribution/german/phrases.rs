//! German noun phrases by their capitals: where a source begins and ends.

mod words;

use crate::claims::attribution::analysis::{Analysis, state};
use crate::claims::attribution::lexicon::Part;
use crate::claims::attribution::linking::Run;
use crate::claims::attribution::pack::Pack;
use crate::claims::attribution::rules::relayed::is_told_outlet;
use crate::claims::speakers::{Pronoun, pronoun, surname_behind, surname_end};
use crate::learn::form::Shape;
pub(crate) use words::ARTICLES;
use words::{ADVERBIAL, ALONE, LINKS};

/// Words of a source at most.
const LONGEST: usize = 16;

/// Whether what begins here tells where or when, and not who: "in seinem Bericht", "von dem Ausfall", "im Jahr 2023".
pub(crate) fn opens_adjunct(analysis: &Analysis, i: usize) -> bool {
    const OPENS: &[&str] = &["in", "im", "aus", "von", "an", "am", "bei", "auf", "mit", "für", "über", "gegen"];
    const DETERMINERS: &[&str] = &[
        "dem", "den", "einem", "einer", "seinem", "seiner", "seinen", "ihrem", "ihrer", "ihren", "diesem", "dieser",
        "jahr",
    ];
    // "in Den Haag" is a place.
    let article = |i: usize| analysis.words.of(i) != "Den" && analysis.is_one_of(i, DETERMINERS);
    analysis.is_one_of(i, OPENS) && i + 1 < analysis.len() && article(i + 1)
}

/// The noun phrases of a sentence.
pub(crate) struct Phrases<'a> {
    pub analysis: &'a Analysis<'a>,
    pub pack: &'a Pack,
    pub from: usize,
    pub to: usize,
}

impl Phrases<'_> {
    /// Whether the word is one of these.
    pub fn is(&self, i: usize, words: &[&str]) -> bool {
        i < self.to && self.analysis.is_one_of(i, words)
    }

    fn capital(&self, i: usize) -> bool {
        // "48-Jährige"
        let aged = |i: usize| self.analysis.words.of(i).contains("-Jährige");
        i < self.to && (self.analysis.form(i).is_capital() || aged(i)) && self.analysis.quoted[i] == state::OUT
    }

    fn personal(&self, i: usize) -> bool {
        i < self.to
            && self.analysis.quoted[i] == state::OUT
            && (pronoun(self.pack.code, &self.analysis.lower(i))
                .is_some_and(|kind| kind != Pronoun::Relative && kind != Pronoun::Thing)
                || self.is(i, &["ich", "wir"]))
    }

    /// Whether a phrase ends before the mark at `i`.
    pub fn breaks(&self, i: usize) -> bool {
        let shape = self.analysis.form(i).shape;
        // "Polar- und Meeresforschung", "„Stern“-Recherche": a hyphen parts nothing.
        let words = &self.analysis.words.words;
        let glued = |i: usize| words.get(i + 1).is_some_and(|next| next.span.start == words[i].span.end);
        if shape == Shape::Dash && (glued(i) || i > 0 && glued(i - 1)) {
            return false;
        }
        matches!(shape, Shape::Comma | Shape::Stop | Shape::Colon | Shape::Dash | Shape::Bracket | Shape::Quote)
    }

    /// Whether a name, or a noun that is no mere number, stands in a run.
    pub fn names(&self, from: usize, to: usize) -> bool {
        (from..to.min(self.to)).any(|i| self.capital(i)) || to == from + 1 && self.personal(from)
    }

    /// What tells when, not who: "am Dienstag", "im Mai".
    pub fn is_day(&self, i: usize) -> bool {
        self.is(i, &self.pack.times) || self.is(i, &self.pack.months)
    }

    /// Whether an adverbial begins here.
    pub fn adverbial(&self, i: usize) -> bool {
        self.is(i, ADVERBIAL)
            || self.is(i, &self.pack.adverbs)
            || i == self.from && ["weise", "artig"].iter().any(|end| self.analysis.lower(i).ends_with(end))
    }

    /// A pronoun that names a person, right here.
    pub fn pronoun_at(&self, i: usize) -> Option<Run> {
        // "wirft ihm vor": only the nominative does something.
        (self.personal(i) && self.is(i, &["er", "sie"])).then_some((i, i + 1))
    }

    /// Where the noun phrase that begins at `start` ends; `None` if none does.
    pub fn end_of(&self, start: usize) -> Option<usize> {
        let surname = |find: fn(&Analysis, &str, usize) -> Option<usize>| find(self.analysis, self.pack.code, start);
        if let Some(end) = surname(surname_end).or_else(|| surname(surname_behind)).filter(|&end| end <= self.to) {
            return Some(end);
        }
        let capital = |i: usize| i < self.analysis.len() && self.analysis.form(i).is_capital();
        if self.adverbial(start) && !capital(start + 1) || self.is(start, ADVERBIAL) {
            return None;
        }
        if self.personal(start) && !self.capital(start + 1) {
            return Some(start + 1);
        }
        if self.is(start, ALONE) && !self.attribute(start + 1) && !self.capital(start + 1) {
            return Some(start + 1);
        }
        // "einer der Wissenschaftler", "zwei von ihnen": one of many.
        let one = ["einer", "eine", "eines", "einige", "viele", "mehrere", "zwei", "drei"];
        let among = usize::from(self.is(start, &one) && self.is(start + 1, &["der", "von"]));
        let end = self.core(start + among)?;
        Some(self.apposition(end).unwrap_or(end))
    }

    /// Where the noun phrase that ends at `end` begins, with the genitives in it: "den Angaben der Polizei".
    pub fn start_of(&self, end: usize) -> usize {
        let modal = ["sollen", "wollen", "können", "müssen", "dürfen", "werden", "haben", "sich"];
        let noun = |i: usize| self.capital(i) || self.number(i) || self.analysis.quoted[i] != state::OUT;
        let mut start = end;
        loop {
            let head = (self.from..start).rev().take_while(|&i| noun(i)).last();
            let Some(head) = head else { break };
            let attribute = |i: usize| self.attribute(i) && !self.is(i, ARTICLES) && !self.is(i, &modal);
            start = (self.from..head).rev().take_while(|&i| attribute(i)).last().unwrap_or(head);
            let article = start > self.from && self.is(start - 1, ARTICLES);
            start -= usize::from(article);
            let genitive = article && self.is(start, &["der", "des", "eines", "einer", "seiner", "ihrer"]);
            let linked = !article && start > self.from && self.is(start - 1, &["von", "vom", "aus", "und"]);
            let before = start.checked_sub(1 + usize::from(linked)).filter(|&i| i >= self.from);
            if !before.is_some_and(|i| noun(i) && i > self.from) || !genitive && !linked {
                break;
            }
            start -= usize::from(linked);
        }
        start
    }

    /// The end of a noun phrase without what tells where or when: "laut NDB | in seinem Bericht", "laut Polizei | von dem Ausfall".
    pub fn without_adjunct(&self, start: usize, end: usize) -> usize {
        let adjunct = (start + 1..end).find(|&i| opens_adjunct(self.analysis, i));
        let end = adjunct.unwrap_or(end);
        end - usize::from(end > start + 1 && self.number(end - 1))
    }

    /// Article, attributes, nouns, and what links further nouns to them.
    fn core(&self, start: usize) -> Option<usize> {
        let mut at = start;
        // "warnten | deutsche Behörden"
        let noun = |i: usize| self.capital(i) || self.capital(i + 1) && self.attribute(i);
        let bare = || {
            let inside = start > self.from && !self.capital(start) && !self.breaks(start - 1);
            inside && noun(start + 1) && self.attribute(start)
        };
        let article = self.is(at, ARTICLES);
        let opened = article || bare();
        at += usize::from(article);
        while at < self.to
            && at < start + 6
            && !self.capital(at)
            && (opened && (self.attribute(at) || self.is(at, &["nicht"])) || self.number(at))
        {
            at += 1;
        }
        // "der 35 Jahre alte Kapitän"
        if opened && at > start + 1 && self.is(at, &["jahre"]) && self.is(at + 1, &["alte", "alter", "alten"]) {
            at += 2;
            while at < self.to && at < start + 8 && !self.capital(at) && self.attribute(at) {
                at += 1;
            }
        }
        if !self.capital(at) {
            return None;
        }
        let mut end = at + 1;
        // "laut Hafenblatt.de": the end of an address belongs to it.
        let words = &self.analysis.words.words;
        let glued = |i: usize| i + 1 < self.to && words[i].span.end == words[i + 1].span.start;
        if glued(at) && self.analysis.words.of(at + 1) == "." && glued(at + 1) {
            end = at + 3;
        }
        while end < self.to && end < start + LONGEST {
            if self.capital(end) && !(self.is(end, &["sie"]) && end > start) || self.number(end) {
                end += 1;
            } else if self.analysis.form(end).shape == Shape::Bracket && self.closing_bracket(end).is_some() {
                end = self.closing_bracket(end).unwrap_or(end + 1);
            } else if let Some(next) = self.bent_genitive(end) {
                end = next;
            } else if glued(end - 1)
                && self.analysis.form(end).shape == Shape::Dash
                && self.is(end + 1, &["und", "oder"])
            {
                // "für Polar- und Meeresforschung"
                end += 1;
            } else if self.is(end, LINKS) {
                // "sagte Lund | der Zeitung «Bote»"
                let told = !article && is_told_outlet(self.analysis, self.pack, end);
                if self.is_day(end + 1) || told {
                    break;
                }
                let mut next = end + 1;
                next += usize::from(self.is(next, ARTICLES));
                while next < end + 5 && self.attribute(next) && !self.capital(next) {
                    next += 1;
                }
                if !self.capital(next) {
                    break;
                }
                end = next + 1;
            } else {
                break;
            }
        }
        Some(end)
    }

    /// "eine Warnung | mehrerer bekannter Forscher": the genitive of many without an article.
    fn bent_genitive(&self, at: usize) -> Option<usize> {
        let bent = |i: usize| {
            let many = ["mehrerer", "einiger", "vieler", "zahlreicher", "verschiedener", "anderer", "zweier", "dreier"];
            self.is(i, &many) || i > at && self.attribute(i) && self.analysis.lower(i).ends_with("er")
        };
        let noun = at + (at..self.to.min(at + 3)).take_while(|&i| bent(i)).count();
        (noun > at && self.capital(noun)).then_some(noun + 1)
    }

    /// "(SPD)"
    fn closing_bracket(&self, at: usize) -> Option<usize> {
        (at + 1..self.to.min(at + 5)).find(|&i| self.analysis.words.of(i) == ")").map(|i| i + 1)
    }

    /// Where the bracket opens that closes right before `end`.
    fn opening_bracket(&self, end: usize) -> Option<usize> {
        let closed = end > self.from && self.analysis.words.of(end - 1) == ")";
        closed.then(|| (self.from.max(end.saturating_sub(6))..end).rev().find(|&i| self.analysis.words.of(i) == "("))?
    }

    /// ", Vorsitzender der Partei," and ", Jochen Oltmer,": a phrase between commas without a verb.
    fn apposition(&self, end: usize) -> Option<usize> {
        if end >= self.to || self.analysis.form(end).shape != Shape::Comma || self.analysis.quoted[end] != state::OUT {
            return None;
        }
        let close =
            self.core(end + 1).filter(|_| !self.is(end + 1, &["kein", "keine", "keinen", "keiner", "nicht"]))?;
        let closed = close >= self.to || self.breaks(close);
        let verb = (end + 1..close).any(|i| !self.capital(i) && self.verb(i));
        let clause = self.is(end + 1, &["die", "der", "das"]) && !closed;
        (closed && !verb && !clause && close - end <= LONGEST).then_some(close)
    }

    fn verb(&self, i: usize) -> bool {
        self.analysis.lexicon[i].is_some_and(|entry| entry.part == Part::Verb) || self.is(i, &self.pack.auxiliaries)
    }

    /// An adjective by its ending.
    fn attribute(&self, i: usize) -> bool {
        let word = self.analysis.lower(i);
        let ending = ["e", "en", "er", "es", "em"].iter().any(|end| word.ends_with(end));
        i < self.to
            && ending
            && word.chars().count() > 3
            && !self.verb(i)
            && !self.is(i, &self.pack.subjunctives)
            && !self.is(i, &self.pack.adverbs)
    }

    fn number(&self, i: usize) -> bool {
        i < self.to && self.analysis.form(i).shape == Shape::Number
    }

    /// Whether the clause before the verb at `verb` opens with a noun phrase.
    pub fn nominal_before(&self, verb: usize) -> bool {
        self.before(verb).is_some()
    }

    /// The noun phrase that fills the place before the finite verb at `verb`.
    pub fn before(&self, verb: usize) -> Option<Run> {
        let mut end = verb;
        while end > self.from && self.is(end - 1, &self.pack.adverbs) {
            end -= 1;
        }
        let apposition = end > self.from && self.analysis.form(end - 1).shape == Shape::Comma;
        let stop = end - usize::from(apposition);
        let boundary = |from: usize, to: usize| {
            (from..to).rev().find(|&i| self.breaks(i) || self.analysis.quoted[i] != state::OUT).map_or(from, |i| i + 1)
        };
        let mut start = boundary(self.from, self.opening_bracket(stop).unwrap_or(stop));
        if apposition {
            if start == self.from || self.analysis.form(start - 1).shape != Shape::Comma {
                return None;
            }
            start = boundary(self.from, start - 1);
        }
        let small = &[
            "und", "aber", "doch", "denn", "auch", "sondern", "oder", "selbst", "dass", "sowohl", "da", "weil", "wenn",
            "während", "nachdem", "obwohl", "wie", "ob", "nicht", "nur", "sogar",
        ];
        while start < end && self.is(start, small) {
            start += 1;
        }
        // The phrase reaches up to the verb; a relative pronoun stands for what is before the comma.
        let whole = self.end_of(start).filter(|&found| found >= stop.min(end) || apposition && found + 1 >= end);
        // "Den Tausch nannte er ...": the object stands before the verb, and the subject behind it.
        const OBJECTS: &[&str] = &["den", "dem", "einen", "einem", "diesen", "diesem", "seinen", "ihren", "keinen"];
        if whole.is_some() && start < stop && !self.is(start, OBJECTS) {
            return Some((start, stop));
        }
        // Behind a subordinate clause: "Wie er weiter sagte": a pronoun at the head of the clause.
        self.pronoun_at(start)
            .or_else(|| self.is(start, &["ich", "wir"]).then_some((start, start + 1)))
            .filter(|_| verb - start <= 4)
    }
}
