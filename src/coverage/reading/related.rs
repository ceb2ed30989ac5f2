//! English words that often stand for one another, read off WordNet: how near two stems are.
//!
//! The classes of the [vocabulary](super::vocabulary) are words that count as one. These here count as one in part, and are
//! no classes: a word is near to several that are not near to each other.

use std::collections::HashMap;
use std::sync::OnceLock;

use super::vocabulary::entries;

const RELATED: &str = include_str!("../data/related.txt");
/// How far a word is met by a synonym or by what is derived from it, and by a wider or a narrower word.
const NEAR: f64 = 0.6;
const WIDER: f64 = 0.4;

struct Lists {
    numbers: HashMap<&'static str, u16>,
    /// The relatives of each number, sorted, with how far they meet.
    of: Vec<Vec<(u16, f64)>>,
}

/// The number of a stem, or of a verb's with its particle ("lay_off"); 0 for what has no relatives.
pub(crate) fn number(stem: &str) -> u16 {
    lists().numbers.get(stem).copied().unwrap_or(0)
}

/// How far the one word meets the other, in [0, 1].
pub(crate) fn degree(a: u16, b: u16) -> f64 {
    let Some(others) = lists().of.get(usize::from(a)) else { return 0.0 };
    others.binary_search_by_key(&b, |(other, _)| *other).map_or(0.0, |place| others[place].1)
}

fn lists() -> &'static Lists {
    static LISTS: OnceLock<Lists> = OnceLock::new();
    LISTS.get_or_init(|| {
        let mut lists = Lists { numbers: HashMap::new(), of: vec![Vec::new()] };
        for (stem, others) in entries(RELATED) {
            let a = lists.numbered(stem);
            for (others, degree) in others.split('|').zip([NEAR, WIDER]) {
                for other in others.split_whitespace() {
                    let b = lists.numbered(other);
                    lists.of[usize::from(a)].push((b, degree));
                    lists.of[usize::from(b)].push((a, degree));
                }
            }
        }
        for others in &mut lists.of {
            others.sort_unstable_by_key(|(other, _)| *other);
        }
        lists
    })
}

impl Lists {
    fn numbered(&mut self, stem: &'static str) -> u16 {
        let next = u16::try_from(self.of.len()).unwrap_or(0);
        let number = *self.numbers.entry(stem).or_insert(next);
        if usize::from(number) == self.of.len() {
            self.of.push(Vec::new());
        }
        number
    }
}

#[cfg(test)]
mod tests {
    use super::super::grammar::Role;
    use super::*;

    #[test]
    fn synonyms_are_nearer_than_wider_words_and_strangers_are_none() {
        let between = |a: &str, b: &str| degree(number(a), number(b));
        assert_eq!(between("announc", "declar"), NEAR);
        assert_eq!(between("declar", "announc"), NEAR);
        assert_eq!(between("announc", "bridg"), 0.0);
        assert_eq!(between("no such stem", "nor this"), 0.0);
    }

    #[test]
    fn a_verb_with_its_particle_is_near_to_its_noun() {
        let layoff = number("layoff");
        assert!(layoff != 0 && degree(number("lay_off"), layoff) == NEAR);
        assert!(Role::Particle.has("off") && !Role::Particle.has("of"));
        assert_eq!(number("bridg_off"), 0);
    }

    #[test]
    fn every_stem_has_a_number() {
        assert!(lists().of.len() < usize::from(u16::MAX));
    }
}
