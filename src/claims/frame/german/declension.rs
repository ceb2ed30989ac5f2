//! Which cases and numbers a German noun phrase may have, by its determiner, its first attribute and its noun.

use super::line::{Line, ends_in_feminine, flag, listed};
use super::nominal::BOTH;

const ALL: u32 = flag::NOM | flag::ACC | flag::OBL;
/// Endings of feminine nouns, and what ends so and is none.
const FEMININE: [&str; 19] = [
    "ung", "heit", "keit", "schaft", "tion", "sion", "tät", "ik", "ie", "ei", "enz", "anz", "tur", "gur", "ette",
    "rin", "tin", "gin", "nin",
];
const OTHERS: [&str; 3] = ["sprung", "ursprung", "martin"];

impl Line<'_> {
    /// The cases and the numbers of the phrase at `at` with its noun at `head`.
    pub fn declension(
        &self,
        at: usize,
        determined: bool,
        attribute: Option<usize>,
        counted: bool,
        head: usize,
    ) -> (u32, u32) {
        if determined {
            return self.determined(at, counted, head);
        }
        if counted {
            return (ALL, if self.is(at, &["1"]) { flag::SG } else { flag::PL });
        }
        let Some(first) = attribute else { return (ALL, BOTH) };
        // A bare attribute bears the ending of an article; the first word of a clause may be part of a name ("Berliner Polizei").
        match self.word(first) {
            word if word.ends_with("em") => (flag::OBL, BOTH),
            word if word.ends_with("en") => (flag::ACC | flag::OBL, BOTH),
            word if word.ends_with("es") => (flag::NOM | flag::ACC, flag::SG),
            word if word.ends_with("er") && self.is_capital(first) => (ALL, BOTH),
            word if word.ends_with("er") => (flag::NOM | flag::OBL, BOTH),
            _ => (flag::NOM | flag::ACC, BOTH),
        }
    }

    fn determined(&self, at: usize, counted: bool, head: usize) -> (u32, u32) {
        let flags = self.flags(at);
        let (mut cases, mut number) = (flags & ALL, flags & BOTH);
        if number == 0 || self.is(at, &["mehr", "weniger", "viel", "genug", "etwas"]) {
            number = BOTH;
        }
        let noun = self.word(head);
        let feminine = self.is_feminine(head);
        // "der Polizei", "der Forderungen": no nominative.
        if self.is(at, &["der", "dieser", "jener", "jeder", "welcher"]) {
            let many = ["ungen", "ionen", "heiten", "keiten"].iter().any(|end| noun.ends_with(end));
            cases = if feminine || many { flag::OBL } else { flag::NOM };
        }
        if self.is(at, &["die", "diese", "jene"]) && feminine && !noun.ends_with("en") {
            number = flag::SG;
        }
        // "den 30 Gästen"
        if self.is(at, &["den", "diesen"]) && counted {
            cases = flag::OBL;
        }
        (cases, number)
    }

    /// Whether a noun is feminine by its ending or by a list.
    fn is_feminine(&self, at: usize) -> bool {
        let word = self.word(at);
        let last = word.rsplit('-').next().unwrap_or(word);
        let ends = |end: &str| last.len() > end.len() + 1 && last.ends_with(end);
        let by_ending = FEMININE.iter().any(|end| ends(end)) && !OTHERS.contains(&last);
        self.has(at, flag::FEM) || by_ending || listed(last, flag::FEM) || ends_in_feminine(last)
    }
}
