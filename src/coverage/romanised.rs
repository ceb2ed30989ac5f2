//! Names in Cyrillic letters as texts in Latin ones write them: "Русева", "Rusev". Of a Russian and an English report on one event
//! hardly anything else can meet.

use std::collections::BTreeSet;

use crate::claims::SpeakerType;
use crate::claims::speakers::speaker_key;

/// How many letters at the beginning of two names must be the same, and how many may follow in either, which are those of a case or
/// of another way to write it.
const SAME: usize = 4;
const ENDING: usize = 2;
/// How many names of other texts one may stand for: "Kastria", "Kastrian".
const MEANT: usize = 4;

/// The names of a text in Cyrillic letters, in Latin ones: its words with a capital, of which one at the beginning of a sentence
/// may be none.
pub(crate) fn names(text: &str, most: usize) -> impl Iterator<Item = String> + '_ {
    let words = text.split(|c: char| !c.is_alphabetic()).filter(|word| {
        let cyrillic = |c: char| ('\u{400}'..='\u{4ff}').contains(&c);
        word.starts_with(char::is_uppercase) && word.chars().count() >= SAME && word.chars().all(cyrillic)
    });
    words.take(most).map(|word| speaker_key(word, SpeakerType::Person))
}

/// The names of other texts, in their order, with their numbers.
#[derive(Default)]
pub(crate) struct Names(BTreeSet<(String, u32)>);

impl Names {
    pub fn insert(&mut self, name: &str, number: u32) {
        if name.is_ascii() && name.len() >= SAME {
            self.0.insert((name.to_owned(), number));
        }
    }

    /// The numbers of those that a name in Latin letters may be.
    pub fn meant(&self, name: &str) -> Vec<u32> {
        let Some(from) = name.get(..SAME).filter(|_| name.is_ascii()) else { return Vec::new() };
        let near = self.0.range((from.to_owned(), 0)..).take_while(|(other, _)| other.starts_with(from));
        let one = |other: &str| {
            let same = name.bytes().zip(other.bytes()).take_while(|(a, b)| a == b).count();
            same + ENDING >= name.len().max(other.len())
        };
        near.filter(|(other, _)| one(other)).map(|(_, number)| *number).take(MEANT).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_met_in_other_letters() {
        let mut known = Names::default();
        for (number, name) in (0..).zip(["kastria", "rusev", "rusty", "maric", "tavian", "zürich"]) {
            known.insert(name, number);
        }
        let meant = |text: &str| names(text, 9).map(|name| known.meant(&name)).collect::<Vec<_>>();
        assert_eq!(meant("Министр Кастрии Русева и Марич"), [vec![], vec![0], vec![1], vec![3]]);
        assert_eq!(meant("Rusev in Kastria"), [[0; 0]; 0]);
    }
}
