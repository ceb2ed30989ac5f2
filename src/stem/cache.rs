//! A cache of stems of fixed size.

use std::borrow::Cow;

/// Pairs of slots, a power of two.
const PAIRS: usize = 1 << 14;

/// Bytes of a slot that hold the word, and its stem where that is not the head of the word.
const ROOM: usize = 60;

/// A length that marks a word without a stem: a stop word.
const NONE: u8 = u8::MAX;

/// Remembers the stems of words: 32,768 slots of 64 bytes, 2 MiB, for any number of texts, languages and algorithms.
///
/// A word has two slots, by its hash, and takes the one less recently filled; in English news some 3 in 100 words are not
/// found. A word must fit into 60 bytes, with its stem where that is not its head; longer ones are stemmed each time. Results never depend on what
/// it holds. The slots are allocated at the first word.
#[derive(Debug, Clone, Default)]
pub struct StemCache {
    pairs: Vec<[Slot; 2]>,
}

/// A cache line.
#[derive(Debug, Clone, Copy)]
#[repr(align(64))]
struct Slot {
    stemmer: u8,
    /// Length of the word; 0 where the slot is free.
    word: u8,
    /// Length of the stem, or [`NONE`].
    stem: u8,
    /// Whether the stem is the head of the word.
    head: bool,
    /// The word, then its stem.
    bytes: [u8; ROOM],
}

impl Slot {
    const FREE: Self = Self { stemmer: 0, word: 0, stem: 0, head: true, bytes: [0; ROOM] };

    #[inline]
    fn holds(&self, id: u8, word: &str) -> bool {
        self.word as usize == word.len() && self.stemmer == id && self.bytes[..word.len()] == *word.as_bytes()
    }

    /// The stem of the word that it holds, if there is one.
    #[inline]
    fn stem<'a>(&'a self, word: &'a str) -> Option<Cow<'a, str>> {
        if self.stem == NONE {
            return None;
        }
        let (start, length) = (self.word as usize, self.stem as usize);
        if self.head {
            return word.get(..length).map(Cow::Borrowed);
        }
        std::str::from_utf8(&self.bytes[start..start + length]).ok().map(Cow::Borrowed)
    }
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
        if self.pairs.is_empty() {
            self.pairs = vec![[Slot::FREE; 2]; PAIRS];
        }
        let pair = &mut self.pairs[hash(id, word.as_bytes()) & (PAIRS - 1)];
        if pair[0].holds(id, word) {
            return pair[0].stem(word);
        }
        if pair[1].holds(id, word) {
            // The next word that needs room takes the second slot, so the one just asked for moves to the first.
            pair.swap(0, 1);
            return pair[0].stem(word);
        }
        let stem = compute(word);
        let found = stem.as_deref().unwrap_or("");
        let head = word.starts_with(found);
        let tail = if head { 0 } else { found.len() };
        if size + tail <= ROOM {
            pair[1] = pair[0];
            let slot = &mut pair[0];
            slot.stemmer = id;
            slot.word = size as u8;
            slot.stem = if stem.is_some() { found.len() as u8 } else { NONE };
            slot.head = head;
            slot.bytes[..size].copy_from_slice(word.as_bytes());
            slot.bytes[size..size + tail].copy_from_slice(&found.as_bytes()[..tail]);
        }
        stem
    }
}

/// A multiplicative hash, eight bytes a step.
#[inline]
fn hash(id: u8, word: &[u8]) -> usize {
    const K: u64 = 0x9E37_79B9_7F4A_7C15;
    let (chunks, rest) = word.as_chunks::<8>();
    let last = rest.iter().fold(u64::from(id), |value, byte| value << 8 | u64::from(*byte));
    let mix = |state: u64, value: u64| (state.rotate_left(23) ^ value).wrapping_mul(K);
    let state = chunks.iter().fold(word.len() as u64, |state, chunk| mix(state, u64::from_le_bytes(*chunk)));
    (mix(state, last) >> 40) as usize
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
