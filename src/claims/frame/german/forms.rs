//! German verbs by their form: participles, infinitives, what chains them.

use super::line::{Line, flag, listed};

/// Prefixes that no "ge" goes before.
const PREFIXES: [&str; 14] =
    ["be", "ge", "er", "ver", "ent", "emp", "zer", "miss", "über", "unter", "wider", "hinter", "durch", "um"];
/// Particles that stand before another prefix: "anerkannt", "vorbereitet".
const PARTICLES: [&str; 9] = ["auf", "an", "aus", "ein", "vor", "ab", "bei", "zu", "mit"];
/// What stands behind a participle or an infinitive at the end of a clause.
const CHAINED: [&str; 13] = [
    "werden", "worden", "haben", "sein", "lassen", "können", "müssen", "wollen", "sollen", "dürfen", "geworden",
    "gewesen", "gehabt",
];

impl Line<'_> {
    /// "hervorzuheben": "zu" within an infinitive.
    pub fn has_zu(&self, at: usize) -> bool {
        let word = self.word(at);
        let place = word.find("zu").filter(|&place| place > 0 && word.ends_with("en") && word.len() > place + 4);
        place.is_some_and(|place| listed(&word[..place], flag::PART | flag::PREP | flag::ADV))
    }

    /// "worden", "werden", "haben" behind a participle.
    pub fn is_chained(&self, at: usize) -> bool {
        self.is(at, &CHAINED)
    }

    /// A participle by its form: "gezahlt", "verkauft", "abgeschlossen", "studiert".
    pub fn is_participle(&self, at: usize) -> bool {
        let word = self.word(at);
        let small = self.is_open(at) || self.has(at, flag::FIN) && !self.is_capital(at);
        if !small || !(word.ends_with('t') || word.ends_with("en")) || word.chars().count() < 4 {
            return false;
        }
        let begins = |word: &str| PREFIXES.iter().any(|start| word.starts_with(start));
        let twice = || PARTICLES.iter().any(|particle| word.strip_prefix(particle).is_some_and(begins));
        begins(word) || word.ends_with("iert") || self.has_ge(at) || twice()
    }

    /// "abgeschlossen", "zurückgetreten": "ge" behind a particle, as no finite verb of a main clause has it.
    pub fn has_ge(&self, at: usize) -> bool {
        let word = self.word(at);
        let place = word.find("ge").filter(|&place| place > 1 && word.len() > place + 4);
        place.is_some_and(|place| listed(&word[..place], flag::PART | flag::PREP | flag::ADV))
    }

    /// An infinitive by its form.
    pub fn is_infinitive(&self, at: usize) -> bool {
        let word = self.word(at);
        let open = self.is_open(at) && word.chars().count() > 3;
        let ends = ["en", "ern", "eln"].iter().any(|end| word.ends_with(end));
        !self.is_capital(at) && (open && ends || self.is(at, &["sein", "tun", "sehen"]))
    }
}
