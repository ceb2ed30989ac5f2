//! A cache of stems of fixed size.

use std::ops::{Deref, DerefMut};
use std::sync::Mutex;

use super::StemTable;
use super::word::Word;

/// Pairs of slots, a power of two.
const PAIRS: usize = 1 << 15;

/// Bytes of a word and its stem that have room behind the head of the word.
const ROOM: usize = 36;

/// A length that marks a word without a stem: a stop word.
const NONE: u8 = u8::MAX;

/// How many words are looked up together, so that the look-ups need not wait for each other's memory.
const TOGETHER: usize = 16;

/// Remembers the stems of words: 65,536 slots of 68 bytes, 4.5 MB, for any number of texts, languages and algorithms.
///
/// A word has two slots, by its hash, and takes the one less recently filled; in English news some 4 in 100 words are not
/// found, nearly all because they are new. A word of more than 52 bytes is stemmed each time, as is one that does not fit in
/// with what its stem does not share with it. Results never depend on what the cache holds. The slots are allocated at
/// the first word.
///
/// Beside the slots stand the stems met since the last [`StemCache::take`], by number ([`StemTable`]).
#[derive(Debug, Default)]
pub struct StemCache {
    pairs: Vec<Pair>,
    /// Of each slot, the word behind its head, then the stem behind what it shares with the word.
    rests: Vec<[[u8; ROOM]; 2]>,
    stems: StemTable,
    /// Which numbers are those of `stems`: what a slot remembers of an earlier table is void.
    epoch: u32,
    stem: String,
}

/// The two slots of a word, a cache line.
#[derive(Debug, Clone, Copy)]
#[repr(align(64))]
struct Pair([Slot; 2]);

#[derive(Debug, Clone, Copy)]
struct Slot {
    /// As [`Word::head`].
    head: [u64; 2],
    /// When `number` was given.
    epoch: u32,
    number: u32,
    stemmer: u16,
    /// Length of the word; 0 where the slot is free.
    word: u8,
    /// Length of the stem, or [`NONE`].
    stem: u8,
    /// How many bytes word and stem share at their heads.
    shared: u8,
}

impl Slot {
    const FREE: Self = Self { head: [0; 2], epoch: 0, number: 0, stemmer: 0, word: 0, stem: 0, shared: 0 };

    /// Whether it holds this word, as far as the head tells.
    #[inline]
    fn may_hold(&self, stemmer: u16, word: &Word<'_>) -> bool {
        self.head == word.head && self.word as usize == word.size && self.stemmer == stemmer
    }

    /// The part of the stem that the word does not have.
    fn tail<'r>(&self, rest: &'r [u8; ROOM]) -> &'r str {
        let start = (self.word as usize).saturating_sub(Word::HEAD);
        let size = (self.stem - self.shared) as usize;
        rest.get(start..start + size).and_then(|tail| std::str::from_utf8(tail).ok()).unwrap_or("")
    }
}

impl StemCache {
    /// A cache that was in use before, if one is at hand: a process keeps as many as worked at once, at most eight.
    pub fn lend() -> LentCache {
        LentCache(SHELF.try_lock().ok().and_then(|mut shelf| shelf.pop()).unwrap_or_default())
    }

    /// The stems met so far; numbers begin at 0 again.
    pub fn take(&mut self) -> StemTable {
        if self.epoch == u32::MAX {
            self.forget();
        }
        self.epoch = self.epoch.wrapping_add(1);
        std::mem::take(&mut self.stems)
    }

    /// The stems met since the last [`Self::take`].
    pub fn stems(&self) -> &StemTable {
        &self.stems
    }

    /// Empties all slots; the numbers given stay good.
    pub fn forget(&mut self) {
        (self.pairs, self.rests) = (Vec::new(), Vec::new());
    }

    /// Calls `sink` with the number of the stem of each word by `stemmer`, in order: remembered, or that of what `compute`
    /// writes; `None` where it says that there is none. The answer must depend on `stemmer` and the word alone.
    #[inline]
    pub(super) fn numbers(
        &mut self,
        stemmer: u16,
        words: &[Word<'_>],
        compute: impl Fn(&str, &mut String) -> bool,
        mut sink: impl FnMut(Option<u32>),
    ) {
        for some in words.chunks(TOGETHER) {
            let mut hashes = [0; TOGETHER];
            for (hash, word) in hashes.iter_mut().zip(some) {
                *hash = word.hash(stemmer);
            }
            for (hash, word) in hashes.iter().zip(some) {
                sink(self.number(stemmer, *word, *hash, &compute));
            }
        }
    }

    #[inline]
    fn number(
        &mut self,
        stemmer: u16,
        word: Word<'_>,
        hash: u64,
        compute: impl Fn(&str, &mut String) -> bool,
    ) -> Option<u32> {
        let place = hash as usize & (PAIRS - 1);
        let Some(Pair([first, second])) = self.pairs.get_mut(place).filter(|_| word.size > 0) else {
            return self.meet(place, stemmer, word, compute);
        };
        let long = word.size > Word::HEAD;
        let same = |slot: usize| !long || self.rests[place][slot].starts_with(word.rest());
        if !(first.may_hold(stemmer, &word) && same(0)) {
            if !(second.may_hold(stemmer, &word) && same(1)) {
                return self.meet(place, stemmer, word, compute);
            }
            // The next word that needs room takes the second slot, so the one just asked for moves to the first.
            std::mem::swap(first, second);
            self.rests[place].swap(0, 1);
        }
        if first.stem == NONE {
            return None;
        }
        if first.epoch != self.epoch {
            let (shared, tail) = (first.shared as usize, first.tail(&self.rests[place][0]));
            first.number = word.with(|word| self.stems.add(word.get(..shared).unwrap_or(""), tail));
            first.epoch = self.epoch;
        }
        Some(first.number)
    }

    /// The number of the stem of a word that is not remembered.
    #[cold]
    fn meet(
        &mut self,
        place: usize,
        stemmer: u16,
        word: Word<'_>,
        compute: impl Fn(&str, &mut String) -> bool,
    ) -> Option<u32> {
        if self.pairs.is_empty() {
            self.pairs = vec![Pair([Slot::FREE; 2]); PAIRS];
            self.rests = vec![[[0; ROOM]; 2]; PAIRS];
        }
        self.stem.clear();
        let found = word.with(|text| compute(text, &mut self.stem));
        let number = found.then(|| self.stems.add(&self.stem, ""));
        let stem = if found { self.stem.as_str() } else { "" };
        let shared = word.with(|word| {
            let same = word.char_indices().zip(stem.chars()).find(|((_, a), b)| a != b).map(|((at, _), _)| at);
            same.unwrap_or(word.len().min(stem.len()))
        });
        let (rest, tail) = (word.rest(), &stem.as_bytes()[shared..]);
        let (Ok(size), Ok(length), Ok(shared)) =
            (u8::try_from(word.size), u8::try_from(stem.len()), u8::try_from(shared))
        else {
            return number;
        };
        if size > 0 && length < NONE && rest.len() + tail.len() <= ROOM {
            let mut bytes = [0; ROOM];
            bytes[..rest.len()].copy_from_slice(rest);
            bytes[rest.len()..rest.len() + tail.len()].copy_from_slice(tail);
            let Pair([first, second]) = &mut self.pairs[place];
            *second = *first;
            *first = Slot {
                head: word.head,
                epoch: self.epoch,
                number: number.unwrap_or(0),
                stemmer,
                word: size,
                stem: if found { length } else { NONE },
                shared,
            };
            let rests = &mut self.rests[place];
            (rests[1], rests[0]) = (rests[0], bytes);
        }
        number
    }
}

/// Caches that nobody uses at the moment. It is never waited for: where it is locked, a fresh cache serves as well.
static SHELF: Mutex<Vec<StemCache>> = Mutex::new(Vec::new());

/// How many caches are kept.
const KEPT: usize = 8;

/// A cache on loan, given back when it is dropped, see [`StemCache::lend`].
#[derive(Debug)]
pub struct LentCache(StemCache);

impl Default for LentCache {
    fn default() -> Self {
        StemCache::lend()
    }
}

impl Deref for LentCache {
    type Target = StemCache;

    fn deref(&self) -> &StemCache {
        &self.0
    }
}

impl DerefMut for LentCache {
    fn deref_mut(&mut self) -> &mut StemCache {
        &mut self.0
    }
}

impl Drop for LentCache {
    fn drop(&mut self) {
        self.0.take();
        if let Ok(mut shelf) = SHELF.try_lock() {
            if shelf.len() < KEPT {
                shelf.push(std::mem::take(&mut self.0));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Algorithm, Stemmer};
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_pair_has_a_cache_line() {
        assert_eq!(std::mem::size_of::<Pair>(), 64);
    }

    proptest! {
        #[test]
        fn never_changes_a_stem(
            words in proptest::collection::vec("[a-zé’]{0,60}|[а-я]{1,30}(ость|ами)|\\PC{0,9}", 0..200),
            cut in 1usize..50,
        ) {
            let stemmers = [
                Stemmer::new("en", Algorithm::Snowball).expect("English"),
                Stemmer::new("de", Algorithm::RustStemmers).expect("German"),
                Stemmer::new("ru", Algorithm::Snowball).expect("Russian"),
            ];
            let mut cache = StemCache::default();
            for some in words.chunks(cut).chain(words.chunks(2 * cut)) {
                let mut numbers = Vec::new();
                for stemmer in stemmers {
                    let mut found = Vec::new();
                    let words: Vec<&str> = some.iter().map(String::as_str).collect();
                    stemmer.numbers(&words, &mut cache, |number| found.push(number));
                    numbers.extend(found.into_iter().zip(words.iter().map(|word| stemmer.stem(word))));
                }
                let stems = cache.take();
                for (number, stem) in numbers {
                    prop_assert_eq!(stems.get(number), stem);
                }
            }
        }
    }
}
