//! A cache of stems of fixed size.

use std::borrow::Cow;

/// Slots, a power of two.
const SLOTS: usize = 1 << 15;

/// Bytes of a slot that hold the word and its stem.
const ROOM: usize = 61;

/// A length that marks a word without a stem: a stop word.
const NONE: u8 = u8::MAX;

/// Remembers the stems of words: 32,768 slots of 64 bytes, 2 MiB, for any number of texts, languages and algorithms.
///
/// A word has one slot, by its hash, and takes it from the word before; frequent words win most of the time. Word and stem
/// together must fit into 61 bytes, longer ones are stemmed each time. Results never depend on what it holds. The slots
/// are allocated at the first word.
#[derive(Debug, Clone, Default)]
pub struct StemCache {
    slots: Vec<Slot>,
}

#[derive(Debug, Clone)]
struct Slot {
    stemmer: u8,
    /// Length of the word; 0 where the slot is free.
    word: u8,
    /// Length of the stem, or [`NONE`].
    stem: u8,
    /// The word, then its stem.
    bytes: [u8; ROOM],
}

impl StemCache {
    /// The stem of `word` by the stemmer `id`: remembered, or computed and remembered. `None` as `compute` gives it.
    pub(crate) fn get<'a>(
        &'a mut self,
        id: u8,
        word: &'a str,
        compute: impl FnOnce(&'a str) -> Option<Cow<'a, str>>,
    ) -> Option<Cow<'a, str>> {
        let size = word.len();
        if size == 0 || size > ROOM {
            return compute(word);
        }
        if self.slots.is_empty() {
            self.slots = vec![Slot { stemmer: 0, word: 0, stem: 0, bytes: [0; ROOM] }; SLOTS];
        }
        let slot = &mut self.slots[hash(id, word.as_bytes()) & (SLOTS - 1)];
        if slot.word as usize != size || slot.stemmer != id || slot.bytes[..size] != *word.as_bytes() {
            let stem = compute(word);
            let length = stem.as_deref().map_or(0, str::len);
            if size + length > ROOM {
                return stem;
            }
            slot.stemmer = id;
            slot.word = size as u8;
            slot.stem = if stem.is_some() { length as u8 } else { NONE };
            slot.bytes[..size].copy_from_slice(word.as_bytes());
            if let Some(stem) = &stem {
                slot.bytes[size..size + length].copy_from_slice(stem.as_bytes());
            }
            return stem;
        }
        if slot.stem == NONE {
            return None;
        }
        std::str::from_utf8(&slot.bytes[size..size + slot.stem as usize]).ok().map(Cow::Borrowed)
    }
}

/// A multiplicative hash, eight bytes a step.
fn hash(id: u8, word: &[u8]) -> usize {
    const K: u64 = 0x9E37_79B9_7F4A_7C15;
    let mut state = (u64::from(id) + 1).wrapping_mul(K);
    let mut chunks = word.chunks_exact(8);
    let mut step = |value: u64| state = (state.rotate_left(23) ^ value).wrapping_mul(K);
    for chunk in &mut chunks {
        step(chunk.iter().fold(0, |value, byte| value << 8 | u64::from(*byte)));
    }
    step(chunks.remainder().iter().fold(word.len() as u64, |value, byte| value << 8 | u64::from(*byte)));
    (state >> 40) as usize
}

#[cfg(test)]
mod tests {
    use super::super::{Algorithm, Stemmer};
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_slot_has_a_cache_line() {
        assert_eq!(std::mem::size_of::<Slot>(), 64);
    }

    proptest! {
        #[test]
        fn never_changes_a_stem(words in proptest::collection::vec("[a-zé’]{0,40}|\\PC{0,9}", 0..200)) {
            let stemmers = [
                Stemmer::new("en", Algorithm::Snowball).expect("English"),
                Stemmer::new("de", Algorithm::RustStemmers).expect("German"),
            ];
            let mut cache = StemCache::default();
            for word in words.iter().chain(&words) {
                for stemmer in stemmers {
                    prop_assert_eq!(stemmer.stem_with(word, &mut cache), stemmer.stem(word));
                }
            }
        }
    }
}
