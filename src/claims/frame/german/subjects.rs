//! Who does what a German verb tells: the phrase before it, or the first behind it that may be a nominative.

use super::front::Front;
use super::line::{GAP, Line, flag};
use super::nominal::Phrase;

/// How far behind the verb its subject is looked for, in words.
const MIDDLE: usize = 18;

impl Line<'_> {
    /// Who does it.
    pub fn subject(&self, front: Front, verb: usize, number: u32, end: usize) -> Option<Phrase> {
        let middle = || self.in_middle(verb + 1, end, number);
        let Front::Phrase(phrase) = front else { return middle() };
        let copula = self.has(verb, flag::BE | flag::BECOME) && self.completion(verb).is_none();
        // "Das sind Orte, ...", "Es waren Jahre": what it is follows.
        if copula && self.is(phrase.from, &["es", "das", "dies"]) && phrase.pronoun {
            return Some(phrase);
        }
        // "Wünschenswert ist ein Treffen": one word without an article, and then a phrase with one.
        if copula && !phrase.sure && phrase.to == phrase.from + 1 && !phrase.pronoun {
            let behind = self
                .phrase(verb + 1)
                .filter(|other| other.sure && !other.pronoun && other.may_be(flag::NOM) && other.agrees(number));
            if let Some(behind) = behind.filter(|other| other.to <= end) {
                return Some(behind);
            }
        }
        if !phrase.may_be(flag::NOM)
            || !phrase.agrees(number)
            || self.is_time(phrase) && !self.is(phrase.from, &["der", "die"])
        {
            return middle();
        }
        if phrase.may_be(flag::ACC) || phrase.may_be(flag::OBL) {
            // "Die Fähre verkaufte der Minister": only a nominative behind the verb tells.
            if let Some(sure) = self.nominative_behind(verb + 1, end, number).filter(|sure| sure.pronoun || !copula) {
                return Some(sure);
            }
            // "Es fand ein Treffen statt": who does it stands behind the verb, or nobody knows which of two it is.
            let gives = self.is(verb, &["gibt", "gab", "gäbe", "gebe"])
                || self.is(verb + 1, &["es"])
                    && self.completion(verb).is_some_and(|(_, to)| self.is(to - 1, &["gegeben", "geben"]));
            if let Some(it) = self.phrase(verb + 1).filter(|_| gives && self.is(verb + 1, &["es"])) {
                return Some(it);
            }
            let full = !self.has(verb, flag::HAVE | flag::MODAL);
            if self.is(phrase.from, &["es"]) && !copula && !gives && full {
                let behind =
                    self.phrase(verb + 1).filter(|other| !other.pronoun && other.may_be(flag::NOM) && other.to <= end);
                if behind.is_some() {
                    return None;
                }
            }
        }
        Some(phrase)
    }

    /// A phrase right behind the verb that can be nothing but its subject.
    fn nominative_behind(&self, at: usize, end: usize, number: u32) -> Option<Phrase> {
        let at = at + usize::from(self.is(at, &["sich"]));
        let phrase = self.phrase(at).filter(|phrase| phrase.to <= end)?;
        let only = phrase.cases & (flag::NOM | flag::ACC | flag::OBL) == flag::NOM;
        let pointing = phrase.pronoun && !self.has(phrase.from, flag::PRON);
        (only && phrase.sure && !pointing && phrase.agrees(number)).then_some(phrase)
    }

    /// The first phrase behind the verb that may be its subject.
    pub fn in_middle(&self, from: usize, end: usize, number: u32) -> Option<Phrase> {
        let mut at = from;
        let limit = end.min(from + MIDDLE);
        while at < limit {
            if self.is(at, &[GAP]) || self.is_quote(at) {
                at += 1;
                continue;
            }
            if self.is_mark(at) {
                return None;
            }
            if let Some(phrase) = self.rounded(at).filter(|phrase| phrase.agrees(number)) {
                return Some(phrase);
            }
            if self.is(at, &["vor"]) && self.is(at + 1, &["allem"]) {
                at += 2;
                continue;
            }
            if self.has(at, flag::PREP) && !self.is_noun(at) {
                at = self.behind_preposition(at);
                continue;
            }
            if let Some(phrase) = self.phrase(at) {
                let time = self.is_time(phrase) && !self.is(phrase.from, &["der", "die", "das"]);
                if phrase.may_be(flag::NOM) && phrase.agrees(number) && !time && phrase.to <= end {
                    let first = !phrase.sure || self.has(phrase.from, flag::DET) || phrase.to == phrase.head + 1;
                    let phrase = if first && !self.has_object(phrase) {
                        phrase
                    } else {
                        Phrase { to: phrase.head + 1, ..phrase }
                    };
                    return Some(self.joined(phrase, end, number));
                }
                at = phrase.to.max(at + 1);
                continue;
            }
            at += 1;
        }
        None
    }

    /// "Anna Holt und ihr Bruder": phrases that "und" joins.
    fn joined(&self, mut phrase: Phrase, end: usize, number: u32) -> Phrase {
        while !phrase.pronoun && number & flag::PL != 0 && self.is(phrase.to, &["und", "sowie", "oder"]) {
            let other = self.phrase(phrase.to + 1).filter(|other| !other.pronoun && other.to <= end);
            let Some(other) = other else { break };
            phrase = Phrase { to: other.to, number: flag::PL, ..phrase };
        }
        phrase
    }

    /// "am Tag", "kurze Zeit", "drei Jahre": a phrase that tells when or how long.
    pub fn is_time(&self, phrase: Phrase) -> bool {
        !phrase.pronoun && phrase.to <= phrase.head + 2 && self.has(phrase.to - 1, flag::TIME)
    }

    /// Where what a preposition leads ends: "von | den Gästen und Helfern".
    pub fn behind_preposition(&self, at: usize) -> usize {
        let adverbs =
            (at + 1..self.len()).take_while(|&i| self.has(i, flag::ADV | flag::PREP) && !self.is_noun(i)).count();
        let Some(phrase) = self.phrase(at + 1 + adverbs.min(2)) else {
            // "in kaum noch erträglichen Zeiten"
            let noun = (at + 1..self.len().min(at + 6))
                .find(|&i| self.is_noun(i) || self.is_mark(i) || self.has(i, flag::DET | flag::FIN));
            return noun.filter(|&noun| self.is_noun(noun)).map_or(at + 1, |noun| noun + 1);
        };
        if phrase.pronoun || !self.is(phrase.to, &["und", "oder", "sowie"]) {
            return phrase.to;
        }
        let other =
            self.phrase(phrase.to + 1).filter(|other| !other.pronoun && (other.cases & flag::OBL != 0 || !other.sure));
        other
            .filter(|other| !self.has(other.to, flag::FIN) || other.to + 1 >= self.len())
            .map_or(phrase.to, |other| other.to)
    }

    /// "Hier sieht | Berg Vorteile": of two bare nouns the second is the object, where the first is no word for somebody and no first name
    /// and the second ends as nouns do.
    fn has_object(&self, phrase: Phrase) -> bool {
        const ENDINGS: [&str; 9] = ["e", "en", "ung", "heit", "keit", "tion", "tät", "schaft", "nis"];
        let last = self.word(phrase.to - 1);
        !phrase.sure
            && phrase.from == phrase.head
            && phrase.to == phrase.head + 2
            && ENDINGS.iter().any(|end| last.ends_with(end))
            && !(self.somebody)(self.word(phrase.head))
            && !(self.somebody)(last)
    }
}
