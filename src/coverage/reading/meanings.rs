//! How near what two claims of English say is as a whole, by vectors of their words: "the passengers slept in the terminal",
//! "travellers spent the night there".
//!
//! A claim is the mean of its words, the frequent ones less (smooth inverse frequency, Arora, Liang and Ma 2017). The vectors
//! are cut from GloVe (Pennington, Socher and Manning 2014), model card: `src/models/words-en.md`.

use std::collections::HashMap;
use std::sync::OnceLock;

const MODEL: &[u8] = include_bytes!("../../models/words-en.bin");
/// How many numbers a vector has.
const LENGTH: usize = 24;
/// The share of all words of which a word is that weighs half of a rare one.
const COMMON: f64 = 1e-4;
/// The nth word is one of ten times so many, as Zipf has it; the first ones are no words of a claim.
const ZIPF: f64 = 10.0;
/// The cosine of two claims of one topic that say two things: what tells neither for nor against one.
const USUAL: f64 = 0.5;

/// The direction of the words of a claim; all 0 where none of them is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Meaning([i8; LENGTH]);

struct Words {
    places: HashMap<&'static str, usize>,
    vectors: &'static [u8],
}

fn words() -> &'static Words {
    static WORDS: OnceLock<Words> = OnceLock::new();
    WORDS.get_or_init(|| {
        let size = MODEL.first_chunk().map_or(0, |size| u32::from_le_bytes(*size) as usize);
        let head = size_of::<u32>() + 1;
        let names = MODEL.get(head..head + size).and_then(|names| std::str::from_utf8(names).ok()).unwrap_or_default();
        let vectors = MODEL.get(head + size..).unwrap_or_default();
        Words { places: names.split('\n').enumerate().map(|(place, word)| (word, place)).collect(), vectors }
    })
}

impl Meaning {
    /// That of words in lower case; a word that comes twice counts once.
    pub fn of<'w>(of: impl Iterator<Item = &'w str>) -> Self {
        let known = words();
        let mut places: Vec<usize> = of.filter_map(|word| known.places.get(word).copied()).collect();
        places.sort_unstable();
        places.dedup();
        let mut sum = [0.0f64; LENGTH];
        for place in places {
            let Some(vector) = known.vectors.get(place * LENGTH..(place + 1) * LENGTH) else { continue };
            let share = 1.0 / ((place as f64 + ZIPF) * ZIPF);
            let weight = COMMON / (COMMON + share);
            for (total, number) in sum.iter_mut().zip(vector) {
                *total += weight * f64::from(number.cast_signed());
            }
        }
        let largest = sum.iter().fold(0.0f64, |largest, number| largest.max(number.abs()));
        if largest == 0.0 {
            return Self::default();
        }
        Self(sum.map(|number| (number / largest * f64::from(i8::MAX)).round() as i8))
    }

    /// How much nearer two are than claims of one topic are anyway; 0 where one is not known.
    pub fn nearness(&self, other: &Self) -> f64 {
        let product =
            |x: &Self, y: &Self| x.0.iter().zip(&y.0).map(|(a, b)| i32::from(*a) * i32::from(*b)).sum::<i32>();
        let lengths = f64::from(product(self, self)) * f64::from(product(other, other));
        if lengths == 0.0 { 0.0 } else { f64::from(product(self, other)) / lengths.sqrt() - USUAL }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn nearness(a: &str, b: &str) -> f64 {
        Meaning::of(a.split(' ')).nearness(&Meaning::of(b.split(' ')))
    }

    #[test]
    fn the_model_is_whole() {
        let words = words();
        assert_eq!(MODEL[size_of::<u32>()] as usize, LENGTH);
        assert!(words.places.len() > 20_000);
        assert_eq!(words.vectors.len(), words.places.len() * LENGTH);
    }

    #[test]
    fn other_words_for_a_thing_are_nearer_than_another_thing() {
        let said = "passengers slept terminal";
        assert!(nearness(said, "travellers spent night airport") > nearness(said, "court rejected appeal") + 0.2);
        assert!((nearness(said, said) - (1.0 - USUAL)).abs() < 1e-9);
    }

    #[test]
    fn order_and_repetition_do_not_matter_and_the_unknown_says_nothing() {
        assert_eq!(Meaning::of("union strike".split(' ')), Meaning::of("strike union strike".split(' ')));
        assert_eq!(nearness("xqzzt", "strike"), 0.0);
        assert_eq!(nearness("", ""), 0.0);
    }
}
