//! What stands before the finite verb of a German main clause: one constituent, whose end shows where the verb is.

use super::line::{Line, flag};
use super::nominal::Phrase;

/// The most words before the verb.
const FRONT: usize = 48;
/// How far behind an attribute its verb is looked for, in words: what ends like a past tense is rather one itself.
const NEAR: usize = 9;
const FAR: usize = 20;
/// Members of a list at most.
const LIST: usize = 12;

/// What stands before the finite verb of a main clause.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Front {
    /// One noun phrase, with what hangs on it.
    Phrase(Phrase),
    /// An adverbial, a clause, anything else.
    Other,
}

/// What has been read before the verb so far.
#[derive(Debug, Clone, Copy, Default)]
struct Read {
    /// The first noun phrase.
    phrase: Option<Phrase>,
    /// Whether more than that phrase and what hangs on it stands there.
    other: bool,
}

impl Read {
    fn front(self, from: usize, to: usize) -> Front {
        match self.phrase {
            Some(phrase) if !self.other => Front::Phrase(Phrase { from: from.min(phrase.from), to, ..phrase }),
            _ => Front::Other,
        }
    }

    fn many(&mut self) {
        self.phrase = self.phrase.map(|phrase| Phrase { number: flag::PL, ..phrase });
    }
}

impl Line<'_> {
    /// What stands before the finite verb, and where that is.
    pub fn front(&self, start: usize) -> Option<(Front, usize)> {
        // "Wenn es regnet, bleibt ...": the verb follows the comma.
        let infinitive = || self.is(start, &["um", "ohne", "statt", "anstatt"]) && self.has_infinitive(start);
        let free = self.is(start, &["was", "wer", "wen", "wem"])
            || self.is(start, &["während", "seit"]) && self.is_clause(start);
        if self.has(start, flag::OPENS) && !self.opens_none(start) || free || infinitive() {
            return self.behind_comma(start + 1).map(|verb| (Front::Other, verb));
        }
        // "Sollte es regnen, bleibt ..."; what stood before the verb may have been cut out: "Laut Berg | kostet sie ..."
        if self.finite(start).is_some() && (self.has(start, flag::FIN) || !self.is_attribute_here(start)) {
            let condition = if self.is_capital(start) { self.behind_comma(start + 1) } else { None };
            return Some((Front::Other, condition.unwrap_or(start)));
        }
        let mut read = Read::default();
        let mut at = start;
        let limit = self.len().min(start + FRONT);
        while at < limit {
            if at > start && self.is_finite_here(at) {
                // "Weder Ehe noch Kinder", "sowohl Trump als auch Biden"
                let pair = self.is(start, &["weder", "sowohl", "entweder"]);
                let from = if pair { start } else { usize::MAX };
                let to = read.phrase.map_or(at, |phrase| self.without_adverbs(phrase, at));
                return Some((read.front(from, to), at));
            }
            if self.is_comma(at) {
                // "Häfen, Brücken und Tunnel sind"
                let list = read.phrase.filter(|_| !read.other).and_then(|_| self.listed(at));
                // "Leute, die Wohngeld oder Kindergeld | beziehen, können ..."
                let list = list.filter(|&end| !(self.is_comma(end + 1) && self.has(end + 2, flag::FIN)));
                if let Some(end) = list {
                    at = end;
                    read.many();
                    continue;
                }
                let verb = if self.has(at + 1, flag::FIN) { at + 1 } else { self.behind_comma(at + 1)? };
                return Some((read.front(usize::MAX, at), verb));
            }
            let stop = self.is_mark(at) && self.is(at, &[":", ";", ".", "!", "?"]);
            if stop && !(self.is(at, &["."]) && at + 1 < limit && !self.is_capital(at + 1)) {
                return None;
            }
            at = self.read_on(at, &mut read);
        }
        None
    }

    /// Reads what begins at a place before the verb, and tells where it ends.
    fn read_on(&self, at: usize, read: &mut Read) -> usize {
        if self.is_quote(at) {
            let phrase = self.phrase(at).filter(|_| read.phrase.is_none());
            read.phrase = read.phrase.or(phrase);
            return phrase.map_or(at + 1, |phrase| phrase.to);
        }
        if self.is(at, &["vor"]) && self.is(at + 1, &["allem"]) {
            return at + 2;
        }
        // "über 200 Häuser", "bis zu 30 Tage"
        if let Some(phrase) = self.rounded(at).filter(|_| read.phrase.is_none()) {
            read.phrase = Some(phrase);
            return phrase.to;
        }
        if self.has(at, flag::PREP) && !self.is_noun(at) {
            let next = || self.phrase(at + 2).filter(|_| self.has(at + 1, flag::PREP | flag::ADV));
            let inner = self.phrase(at + 1).or_else(next);
            // "Dem Bericht zufolge fehlt"
            let behind = inner.is_none() && self.finite(at + 1).is_some() && !self.is_attribute(at + 1);
            read.other |= behind || read.phrase.is_none();
            return inner.map_or(at + 1, |phrase| phrase.to);
        }
        if self.has(at, flag::JOINS) && !self.is_noun(at) {
            let Some(phrase) = self.phrase(at + 1).filter(|_| read.phrase.is_some()) else { return at + 1 };
            // "der Blick auf den Hafen und die Brücke" is one.
            if read.phrase.is_some_and(|known| known.to == at) {
                read.many();
            }
            return phrase.to;
        }
        if let Some(phrase) = self.phrase(at).filter(|phrase| !phrase.pronoun || read.phrase.is_none()) {
            match read.phrase {
                None => read.phrase = Some(phrase),
                // "Lennons berühmte Witwe"
                Some(owner) if self.owns(owner, phrase) => read.phrase = Some(Phrase { from: owner.from, ..phrase }),
                // A second phrase that an article leads is no part of the first: no single constituent.
                Some(_) => read.other |= phrase.sure,
            }
            return phrase.to;
        }
        read.other |= read.phrase.is_none() && !self.has(at, flag::FOCUS | flag::NEAR);
        at + 1
    }

    /// Whether a name in the genitive stands right before a phrase without an article.
    fn owns(&self, owner: Phrase, phrase: Phrase) -> bool {
        let genitive = !owner.sure && self.word(owner.to - 1).ends_with('s');
        genitive && owner.to == phrase.from && !phrase.pronoun
    }

    /// "Da kam er", "Als Sitz der Behörde ist": words that open no clause here, though they may.
    fn opens_none(&self, at: usize) -> bool {
        self.is(at, &["da", "als"]) && self.finite(at + 1).is_some()
            || self.is(at, &["damit", "wo", "je"]) && self.has(at + 1, flag::FIN)
            || self.is(at, &["als"]) && self.phrase(at + 1).is_some_and(|phrase| self.finite(phrase.to).is_some())
    }

    /// Whether an infinitive with "zu" stands before the next comma.
    pub fn has_infinitive(&self, at: usize) -> bool {
        let comma = (at..self.len()).find(|&i| self.is_comma(i)).unwrap_or(self.len());
        (at..comma).any(|i| {
            self.is(i, &["zu"]) && self.is_open(i + 1) && self.word(i + 1).ends_with('n')
                || self.is_open(i) && self.word(i).contains("zu") && self.word(i).ends_with("en")
        })
    }

    /// The finite verb right behind a comma, behind what opens at `at`.
    fn behind_comma(&self, at: usize) -> Option<usize> {
        let limit = self.len().min(at + FRONT);
        let mut quote = false;
        (at..limit)
            .find(|&i| {
                quote ^= self.is_quote(i);
                if !(self.is_comma(i) && !quote && i + 1 < self.len()) {
                    return false;
                }
                let next = i + 1;
                // "so", "dann" take up the clause.
                let next = next + usize::from(self.is(next, &["so", "dann"]));
                self.has(next, flag::FIN) || self.finite(next).is_some() && !self.is_attribute_here(next)
            })
            .map(|comma| comma + 1 + usize::from(self.is(comma + 1, &["so", "dann"])))
    }

    /// Whether a word that looks like a verb rather belongs to a noun behind it: ", kleine Firmen".
    fn is_attribute_here(&self, at: usize) -> bool {
        let word = self.word(at);
        !self.has(at, flag::FIN)
            && self.is_attribute(at)
            && self.is_noun(at + 1)
            && (word.ends_with('e') && !word.ends_with("te") || word.ends_with("en") && !word.ends_with("ten"))
    }

    /// Whether the finite verb of a main clause stands at `at`.
    fn is_finite_here(&self, at: usize) -> bool {
        if self.is_noun(at) {
            return false;
        }
        if self.has(at, flag::FIN) {
            // "sein" and "haben" behind "zu" are infinitives.
            return !self.is(at - 1, &["zu"]);
        }
        let before = at - 1;
        let leads = (self.has(before, flag::OPENS | flag::NEAR) || self.is(before, &["und", "oder", "sowie"]))
            && !self.is_noun(before)
            || self.has(before, flag::PREP) && !self.is_noun(before) && self.is_attribute(at)
            || self.has(before, flag::DET) && !self.has(before, flag::NOM) && !self.is_noun(before);
        if self.finite(at).is_none() || leads || self.has_ge(at) {
            return false;
        }
        // A participle before what it describes, or before its auxiliary: "entlassen worden".
        let word = self.word(at);
        let reach = if word.ends_with("te") || word.ends_with("ten") { NEAR } else { FAR };
        let later = || {
            (at + 1..self.len().min(at + reach))
                .take_while(|&i| !self.is_comma(i))
                .any(|i| self.has(i, flag::FIN) && !self.is(i - 1, &["zu"]))
                || self.is_later_verb(at)
                || self.is_noun(before)
                    && self.word(before).ends_with('s')
                    && (at + 1..self.len()).any(|i| self.finite(i).is_some())
        };
        let attribute =
            self.is_attribute(at) && (self.is_noun(at + 1) || self.is_attribute(at + 1) && self.is_noun(at + 2));
        !(attribute && later() && (!self.is_noun(before) || self.word(before).ends_with('s')))
    }

    /// "Auch massive | Ausfälle kommen vor": behind what looks like a verb stands a noun, and then what looks more like one.
    fn is_later_verb(&self, at: usize) -> bool {
        let word = self.word(at);
        let past = word.ends_with("te") || word.ends_with("ten");
        let noun = at + 1 + usize::from(!self.is_noun(at + 1));
        let verb = noun + 1;
        let plain = !self.is_noun(verb + 1) && !self.is_attribute(verb + 1);
        !past
            && self.is_noun(noun)
            && self.is_open(verb)
            && self.finite(verb).is_some()
            && !self.is_participle(verb)
            && plain
    }

    /// Whether what begins at `at` ends with a verb before the comma behind which the main clause has its own.
    fn is_clause(&self, at: usize) -> bool {
        let last = self.behind_comma(at + 1).and_then(|verb| verb.checked_sub(2));
        last.is_some_and(|last| last > at + 1 && self.finite(last).is_some() && !self.is_capital(last))
    }

    /// Where a list goes on behind the comma at `at`: one past its last member.
    pub fn listed(&self, at: usize) -> Option<usize> {
        let mut comma = at;
        for _ in 0..LIST {
            let member = self.phrase(comma + 1).filter(|phrase| !phrase.pronoun)?;
            if self.is(member.to, &["und", "oder", "sowie"]) {
                let next = member.to + 1 + usize::from(self.has(member.to + 1, flag::FOCUS));
                return self.phrase(next).map(|phrase| phrase.to);
            }
            if !self.is_comma(member.to) {
                return None;
            }
            comma = member.to;
        }
        None
    }

    /// "Mehr als 20 Menschen", "über 200 Häuser", "bis zu 30 Tage": a number with what rounds it.
    pub fn rounded(&self, at: usize) -> Option<Phrase> {
        let skip = if self.is(at, &["über", "unter", "gegen", "um"]) {
            1
        } else if self.is(at, &["mehr", "weniger"]) && self.is(at + 1, &["als"])
            || self.is(at, &["bis"]) && self.is(at + 1, &["zu"])
        {
            2
        } else if self.has(at, flag::NEAR) && !self.is_noun(at) {
            1
        } else {
            return None;
        };
        let inner = at + skip;
        let skip = usize::from(self.is(inner, &["die", "das"]));
        let counted =
            self.is_number(inner + skip) || self.has(inner + skip, flag::PL) && self.has(inner + skip, flag::DET);
        let phrase = self.phrase(inner).filter(|phrase| counted && !phrase.pronoun)?;
        // "Um 20 Uhr", "Über drei Jahre"
        (!self.has(phrase.head, flag::TIME)).then_some(Phrase { from: at, ..phrase })
    }

    /// Where a phrase before the verb ends, without adverbs that stand between: "Die Stadt | jedoch | zahlt".
    fn without_adverbs(&self, phrase: Phrase, verb: usize) -> usize {
        let mut to = verb;
        while to > phrase.to
            && (self.has(to - 1, flag::ADV | flag::JOINS | flag::OPENS)
                || self.is_mark(to - 1) && !self.is_quote(to - 1) && !self.is(to - 1, &[")"]))
        {
            to -= 1;
        }
        // "die Rede von „Stillstand | “ ...": a mark that opens behind the phrase.
        let marks = (phrase.from..to).filter(|&at| self.is_quote(at)).count();
        if marks % 2 == 1 && self.is_quote(to - 1) { to - 1 } else { to }
    }
}
