//! English words of the contrary meaning, read off WordNet: "drunk", "sober".

use std::collections::HashMap;
use std::sync::OnceLock;

use super::vocabulary::rows;

const OPPOSITES: &str = include_str!("data/opposites.txt");

/// The stems that say the contrary of a stem.
pub(super) fn of(stem: &str) -> &'static [&'static str] {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_words_know_each_other() {
        assert!(of("drunk").contains(&"sober") && of("sober").contains(&"drunk"));
        assert!(of("bridg").is_empty());
    }
}
