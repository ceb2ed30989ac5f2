//! German noun phrases: where one begins and ends, and which cases and numbers it may have.

use super::line::{Line, flag};

/// Attributes between a determiner and its noun, at most.
const ATTRIBUTES: usize = 10;
/// Words of a name or of nouns side by side, at most.
const NOUNS: usize = 8;
/// Words in brackets or quotation marks behind a noun, at most.
const BRACKET: usize = 8;

/// What leads from the beginning of a phrase to its noun.
#[derive(Debug, Clone, Copy)]
struct Opening {
    /// Whether a determiner opens it.
    determined: bool,
    /// Whether it has a number, or a word like "two".
    counted: bool,
    /// Its last attribute, and its first.
    attribute: Option<usize>,
    first: Option<usize>,
    /// Its noun, or how far it has been read.
    head: usize,
}

/// A noun phrase or a pronoun.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Phrase {
    pub from: usize,
    pub to: usize,
    /// Its noun, the first of several.
    pub head: usize,
    /// `NOM`, `ACC`, `OBL`: what it may be.
    pub cases: u32,
    /// `SG`, `PL`: what it may be.
    pub number: u32,
    pub pronoun: bool,
    /// Whether its case shows by a determiner or a pronoun.
    pub sure: bool,
}

impl Phrase {
    pub fn may_be(&self, case: u32) -> bool {
        self.cases & case != 0
    }

    /// Whether its number goes with that of a verb.
    pub fn agrees(&self, number: u32) -> bool {
        number == 0 || self.number & number != 0
    }
}

pub(super) const BOTH: u32 = flag::SG | flag::PL;

impl Line<'_> {
    /// The noun phrase that begins at `at`, with the genitives behind its noun.
    pub fn phrase(&self, at: usize) -> Option<Phrase> {
        let mut phrase = self.bare_phrase(at)?;
        // "viele der Häuser", "eine der Forscherinnen"
        let part = phrase.pronoun
            && self.has(at, flag::DET)
            && (self.has(at, flag::PL)
                || self.is(
                    at,
                    &["ein", "einer", "eine", "eines", "einen", "jeder", "jede", "jedes", "keiner", "keine", "keines"],
                ))
            && self.is(at + 1, &["der", "dieser", "seiner", "ihrer", "unserer"]);
        if part && let Some(genitive) = self.genitive(phrase.to) {
            phrase.to = genitive;
            phrase.pronoun = false;
        }
        if !phrase.pronoun {
            // "die Zahl der Toten im Werk der Firma"
            for _ in 0..3 {
                let Some(genitive) = self.genitive(phrase.to) else { break };
                phrase.to = genitive;
            }
        }
        Some(phrase)
    }

    /// Where a genitive ends that begins at `at`: an article that may be one, and a noun.
    fn genitive(&self, at: usize) -> Option<usize> {
        let opens = [
            "des", "der", "eines", "einer", "dieser", "dieses", "seiner", "seines", "ihrer", "ihres", "unserer",
            "unseres", "mehrerer", "zweier", "dreier", "vieler", "aller", "jener", "deren", "dessen", "einiger",
            "beider", "keiner", "meiner", "meines",
        ];
        let bent = self.is_open(at)
            && self.word(at).ends_with("er")
            && self.is_noun(at + 1)
            && self.word(at + 1).ends_with(['n', 'r', 's', 'e']);
        if !self.is(at, &opens) && !bent || self.is_capital(at) {
            return None;
        }
        self.bare_phrase(at).filter(|phrase| !phrase.pronoun).map(|phrase| phrase.to)
    }

    /// Determiner, attributes, nouns.
    fn bare_phrase(&self, at: usize) -> Option<Phrase> {
        if self.is_mark(at) && !self.is_quote(at) {
            return None;
        }
        let flags = self.flags(at);
        if flags & (flag::PREP | flag::JOINS | flag::OPENS | flag::FIN) != 0 && flags & (flag::DET | flag::PRON) == 0 {
            return None;
        }
        // "2024 beschädigten Personen ...": a year tells when.
        let word = self.word(at);
        let year = word.len() == 4 && word.parse().is_ok_and(|year: u32| (1900..2100).contains(&year));
        if year && !self.is_noun(at + 1) {
            return None;
        }
        let determined = flags & flag::DET != 0;
        let head = at + usize::from(determined);
        let mut opening = Opening { determined, counted: false, attribute: None, first: None, head };
        for _ in 0..ATTRIBUTES {
            if self.is_noun(opening.head) {
                break;
            }
            let Some(next) = self.step(at, &mut opening) else { return self.pronoun(at) };
            opening.head = next;
        }
        if !self.is_noun(opening.head) {
            return self.pronoun(at);
        }
        let to = self.nouns_end(at, opening.head);
        let (cases, number) = self.declension(at, opening.determined, opening.first, opening.counted, opening.head);
        let sure = opening.determined || opening.first.is_some();
        Some(Phrase { from: at, to, head: opening.head, cases, number, pronoun: false, sure })
    }

    /// One step from the beginning of a phrase at `at` towards its noun; nothing where no noun follows.
    fn step(&self, at: usize, opening: &mut Opening) -> Option<usize> {
        let head = opening.head;
        let next = head + 1;
        let behind = head > at && head.checked_sub(1) == opening.attribute;
        if self.is_number(head) {
            opening.counted = true;
            return Some(next);
        }
        let marked = self.is_quote(head) && (self.is_noun(next) || opening.determined);
        let rounds = self.has(head, flag::NEAR) && (self.is_number(next) || self.has(next, flag::PL));
        // "eine große, alte Brücke", "zwei bis drei große und alte Brücken"
        let listed = behind && self.is_comma(head) && self.is_attribute(next);
        let joined = head > at && self.is(head, &["und", "oder", "bis"]) && (behind || opening.counted);
        if opening.determined && head > at && self.has(head, flag::DET) && self.goes_behind(at, head) {
            opening.counted |= self.has(head, flag::PL);
            return Some(next);
        }
        if marked || rounds {
            return Some(next);
        }
        let open = opening.determined || opening.counted || head == at || opening.attribute.is_some();
        if open && self.is_attribute(head) && !self.has(head, flag::ADV | flag::PREP) {
            opening.attribute = Some(head);
            opening.first = opening.first.or(Some(head));
            return Some(next);
        }
        if listed || joined {
            return Some(next);
        }
        if !opening.determined || head == at || behind || !self.modifies(head) {
            return None;
        }
        if !self.has(head, flag::PREP) {
            return Some(next);
        }
        // "das von der Stadt gebaute Haus"
        let inner = self.behind_preposition(head);
        (self.is_attribute(inner) || self.is_open(inner)).then_some(inner)
    }

    /// Where the nouns and names that begin at `head` end; the phrase begins at `at`.
    fn nouns_end(&self, at: usize, head: usize) -> usize {
        let mut to = head + 1;
        while to < head + NOUNS {
            // "am Mittwoch | Räume"
            if self.has(to - 1, flag::TIME) && self.is_noun(to) && !self.has(to, flag::TIME) {
                break;
            }
            let number = self.is_number(to) && !self.is_noun(to + 1) && !self.is(to + 1, &["prozent"]);
            let linked =
                self.is(to, &["-", "&", "/"]) && self.is_mark(to) || to == at + 1 && self.is(to, &["van", "de"]);
            if self.is_noun(to) || number {
                to += 1;
            } else if self.is(to, &["-"]) && self.is(to + 1, &["und", "oder"]) && self.is_noun(to + 2) {
                // "Luft- und Raumfahrt"
                to += 3;
            } else if linked && self.is_noun(to + 1) {
                to += 2;
            } else if self.is(to, &["("]) {
                let close = (to + 1..self.len().min(to + BRACKET)).find(|&i| self.is(i, &[")"]));
                let Some(close) = close else { break };
                to = close + 1;
            } else if self.is_quote(to) && (at..to).filter(|&i| self.is_quote(i)).count() % 2 == 1 {
                to += 1;
            } else if self.is_quote(to) && self.is_noun(to + 1) {
                // "die Partei „Die Mitte“"
                let close = (to + 1..self.len().min(to + BRACKET)).find(|&i| self.is_quote(i));
                let Some(close) = close else { break };
                to = close + 1;
            } else {
                break;
            }
        }
        to
    }

    /// "alle seine Häuser", "die beiden Häuser": a determiner behind another one.
    fn goes_behind(&self, first: usize, second: usize) -> bool {
        const ARTICLES: [&str; 12] =
            ["der", "die", "das", "den", "dem", "des", "ein", "eine", "einen", "einem", "einer", "eines"];
        self.is(first, &["alle", "allen", "aller"])
            || !self.is(second, &ARTICLES) && self.has(second, flag::PL | flag::OBL)
    }

    /// What may stand between a determiner and an attribute.
    fn modifies(&self, at: usize) -> bool {
        self.has(at, flag::ADV | flag::PREP) || self.is_open(at) && !self.is_mark(at)
    }

    /// A pronoun by itself: "er", "das", "einige", "die meisten" is a phrase.
    fn pronoun(&self, at: usize) -> Option<Phrase> {
        let flags = self.flags(at);
        if flags & (flag::PRON | flag::DET) == 0 {
            return None;
        }
        if self.is(at, &["ihr"]) && self.is_capital(at) && self.finite(at + 1).is_some() {
            return Some(Phrase {
                from: at,
                to: at + 1,
                head: at,
                cases: flag::NOM,
                number: BOTH,
                pronoun: true,
                sure: true,
            });
        }
        let alone = flags & flag::PRON != 0
            || !self.is(
                at,
                &[
                    "ein",
                    "mein",
                    "dein",
                    "sein",
                    "unser",
                    "kein",
                    "mehr",
                    "etwas",
                    "viel",
                    "wenig",
                    "genug",
                    "des",
                    "ihr",
                    "lauter",
                    "allerlei",
                    "keinerlei",
                ],
            );
        if !alone {
            return None;
        }
        let mut cases = flags & (flag::NOM | flag::ACC | flag::OBL);
        let mut number = if flags & BOTH == 0 { BOTH } else { flags & BOTH };
        if self.is(at, &["einer", "keiner"]) {
            cases |= flag::NOM;
            number = flag::SG;
        }
        Some(Phrase { from: at, to: at + 1, head: at, cases, number, pronoun: true, sure: true })
    }
}
