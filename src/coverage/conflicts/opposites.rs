//! English words of the contrary meaning, read off WordNet: "drunk", "sober".

use std::collections::HashMap;
use std::sync::OnceLock;

use crate::coverage::conflicts::ConflictKind;
use crate::coverage::reading::vocabulary::{english_stem, entries, language, phrase_stem, rows};

const DECISIONS: &str = include_str!("../data/decisions.txt");
const EXCLUSIVE: &str = include_str!("../data/exclusive.txt");
const OPPOSITES: &str = include_str!("../data/opposites.txt");

/// The stems that say the contrary of a stem.
pub(crate) fn of(stem: &str) -> &'static [&'static str] {
    static PAIRS: OnceLock<HashMap<&'static str, Vec<&'static str>>> = OnceLock::new();
    let pairs = PAIRS.get_or_init(|| {
        let mut pairs: HashMap<&str, Vec<&str>> = HashMap::new();
        for (a, b) in rows(OPPOSITES).filter_map(|line| line.split_once(' ')) {
            pairs.entry(a).or_default().push(b);
            pairs.entry(b).or_default().push(a);
        }
        pairs
    });
    pairs.get(stem).map_or(&[], Vec::as_slice)
}

/// On what two words disagree of which one at most is true of a thing, as stems; `None` for others.
pub(crate) fn exclusive(a: &str, b: &str) -> Option<ConflictKind> {
    static SETS: OnceLock<HashMap<String, (usize, ConflictKind)>> = OnceLock::new();
    let sets = SETS.get_or_init(|| {
        let lines = entries(EXCLUSIVE).enumerate();
        let words = lines.flat_map(|(set, (kind, words))| {
            let kind = if kind == "name" { ConflictKind::Name } else { ConflictKind::Polarity };
            words.split_whitespace().map(move |word| (phrase_stem(word), (set, kind)))
        });
        words.collect()
    });
    sets.get(a).zip(sets.get(b)).filter(|(x, y)| a != b && x == y).map(|((_, kind), _)| *kind)
}

/// Whether a term, as it is spelt, is a class of words for what is decided once: "accepted", "thrown out".
pub(crate) fn decides(term: &str) -> bool {
    static CLASSES: OnceLock<Vec<String>> = OnceLock::new();
    let classes = CLASSES.get_or_init(|| {
        let words = entries(DECISIONS).flat_map(|(_, words)| words.split_whitespace());
        let class = |word: &str| language("en").classes.get(&english_stem(word)).map(|(class, _)| format!("={class}"));
        words.filter_map(class).collect()
    });
    classes.iter().any(|class| class == term)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_words_know_each_other() {
        assert!(of("drunk").contains(&"sober") && of("sober").contains(&"drunk"));
        assert!(of("bridg").is_empty());
    }

    #[test]
    fn every_decision_has_a_class() {
        let words = entries(DECISIONS).flat_map(|(_, words)| words.split_whitespace());
        let class = |word: &str| language("en").classes.get(&english_stem(word)).copied();
        assert!(words.map(class).all(|class| class.is_some_and(|(class, _)| decides(&format!("={class}")))));
        assert!(!decides("=1000000") && !decides("accept"));
    }

    #[test]
    fn words_of_one_set_exclude_each_other() {
        let of = |a: &str, b: &str| exclusive(&english_stem(a), &english_stem(b));
        assert_eq!(of("killed", "arrested"), Some(ConflictKind::Polarity));
        assert_eq!(of("green", "blue"), Some(ConflictKind::Name));
        assert_eq!(of("green", "green"), None);
        assert_eq!(of("green", "killed"), None);
    }
}
