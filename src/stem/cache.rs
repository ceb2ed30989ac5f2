//! A cache of stems of fixed size.

use super::StemTable;
use super::places::Places;
use super::word::Word;

/// Words that are remembered at once.
const WORDS: usize = 1 << 16;

/// Bytes of words and stems that are too long for their entries.
const LONG: usize = 1 << 19;

/// Bytes of a stem that its entry has room for.
const SHORT: usize = Word::HEAD;

/// A length that marks a word without a stem: a stop word.
const NONE: u8 = u8::MAX;

/// How many words are looked up together, so that the look-ups need not wait for each other's memory.
const TOGETHER: usize = 16;

/// Remembers the stems of words: 65,536 words in 5.3 MB at most, for any number of texts, languages and algorithms.
///
/// When it is full it begins anew: in English news that is once in some millions of words. The entries stand in the order
/// in which the words were met, so that frequent words, which are met early, lie close together. A word of 255 bytes or
/// more is stemmed each time. Results never depend on what the cache holds.
///
/// Beside the entries stand the stems met since they were last taken, by number ([`StemTable`]). All words with one stem
/// have its number, so that who makes an object of each stem makes few, which lie close together.
#[derive(Debug, Default)]
pub struct StemCache {
    /// Where each word's entry is.
    index: Places,
    entries: Vec<Entry>,
    /// Of each entry the stem, if it is short.
    short: Vec<[u8; SHORT]>,
    /// Of each entry the first one with its stem, which has the number.
    first: Vec<u32>,
    /// Where those entries are, by the stem.
    stem_index: Places,
    /// Words and stems that are longer.
    long: String,
    stems: StemTable,
    /// How many stems under the numbers of today were taken by [`StemCache::take_new`].
    before: u32,
    /// Which numbers are those of `stems`: what an entry remembers of an earlier table is void.
    epoch: u32,
    stem: String,
}

#[derive(Debug, Clone, Copy)]
struct Entry {
    /// As [`Word::head`].
    head: [u64; 2],
    stemmer: u16,
    /// Length of the word.
    word: u8,
    /// Length of the stem, or [`NONE`].
    stem: u8,
    /// Where in `long` the word stands if it is long, and behind it the stem if that is.
    place: u32,
    /// When `number` was given.
    epoch: u32,
    number: u32,
}

impl Entry {
    /// Whether it is of this word, as far as the head tells.
    #[inline]
    fn may_be_of(&self, word: &Word<'_>) -> bool {
        self.head == word.head && usize::from(self.word) == word.size() && self.stemmer == word.stemmer
    }

    fn stem<'a>(&self, short: &'a [u8; SHORT], long: &'a str) -> &'a str {
        let size = usize::from(self.stem);
        if let Some(stem) = short.get(..size) {
            return std::str::from_utf8(stem).unwrap_or("");
        }
        let word = if usize::from(self.word) > Word::HEAD { usize::from(self.word) } else { 0 };
        let start = self.place as usize + word;
        long.get(start..start + size).unwrap_or("")
    }
}

/// Where the answer to a word stands.
enum Answer {
    /// In that entry.
    At(usize),
    /// In `stem`, since it cannot be remembered.
    Apart,
    /// There is none.
    None,
}

impl StemCache {
    /// The stems met so far; numbers begin at 0 again.
    pub fn take(&mut self) -> StemTable {
        if self.epoch == u32::MAX {
            self.forget();
        }
        self.epoch = self.epoch.wrapping_add(1);
        self.before = 0;
        std::mem::take(&mut self.stems)
    }

    /// The stems met since this or [`Self::take`] was last called; numbers go on.
    pub fn take_new(&mut self) -> StemTable {
        let new = std::mem::take(&mut self.stems);
        self.before = self.before.saturating_add(u32::try_from(new.len()).unwrap_or(u32::MAX));
        new
    }

    /// The stems met and not taken.
    pub fn stems(&self) -> &StemTable {
        &self.stems
    }

    /// Forgets all words; the numbers given stay good.
    pub fn forget(&mut self) {
        self.index.clear();
        self.stem_index.clear();
        self.first.clear();
        self.entries.clear();
        self.short.clear();
        self.long.clear();
    }

    /// The number of the stem of one word: remembered, or that of what `compute` writes; `None` where it says that there is
    /// none. The answer must depend on the word and its stemmer alone.
    #[inline]
    pub(super) fn number_of(&mut self, word: &Word<'_>, compute: impl Fn(&str, &mut String) -> bool) -> Option<u32> {
        let answer = self.find(word.hash(), word, compute);
        self.number(answer)
    }

    /// Calls `sink` with the number of the stem of each word, as [`Self::number_of`], in order, without the words that have
    /// no stem or an empty one.
    #[inline]
    pub(super) fn numbers(
        &mut self,
        words: &[Word<'_>],
        compute: impl Fn(&str, &mut String) -> bool,
        mut sink: impl FnMut(u32),
    ) {
        self.each(words, compute, |cache, answer| {
            cache.number(answer).into_iter().for_each(&mut sink);
        });
    }

    /// Writes the stem of each word behind `out`, with `separator` before each but the first there; otherwise as
    /// [`Self::numbers`].
    #[inline]
    pub(super) fn join(
        &mut self,
        words: &[Word<'_>],
        compute: impl Fn(&str, &mut String) -> bool,
        separator: &str,
        out: &mut Vec<u8>,
    ) {
        self.each(words, compute, |cache, answer| {
            match separator.as_bytes() {
                _ if out.is_empty() => {}
                [one] => out.push(*one),
                several => out.extend_from_slice(several),
            }
            let known = match answer {
                Answer::At(at) => cache.entries.get(at).zip(cache.short.get(at)),
                _ => None,
            };
            match known {
                // A copy of fixed size takes less than one of the right size.
                Some((entry, short)) if usize::from(entry.stem) <= SHORT => {
                    let end = out.len() + usize::from(entry.stem);
                    out.extend_from_slice(short);
                    out.truncate(end);
                }
                Some((entry, short)) => out.extend_from_slice(entry.stem(short, &cache.long).as_bytes()),
                None => out.extend_from_slice(cache.stem.as_bytes()),
            }
        });
    }

    /// Calls `sink` with the answer to each word that has a stem, and not an empty one, in order.
    #[inline]
    fn each(
        &mut self,
        words: &[Word<'_>],
        compute: impl Fn(&str, &mut String) -> bool,
        mut sink: impl FnMut(&mut Self, Answer),
    ) {
        for some in words.chunks(TOGETHER) {
            // All places are read before any is needed.
            let mut places = [(0, 0); TOGETHER];
            for (place, word) in places.iter_mut().zip(some) {
                let hash = word.hash();
                *place = (hash, self.index.likely(hash));
            }
            for (&(hash, likely), word) in places.iter().zip(some) {
                let known = self.entries.get(likely).is_some_and(|entry| entry.may_be_of(word));
                let answer = if known && word.size() <= Word::HEAD {
                    Answer::At(likely)
                } else {
                    self.find(hash, word, &compute)
                };
                let bare = match answer {
                    Answer::At(at) => self.entries.get(at).is_none_or(|entry| matches!(entry.stem, 0 | NONE)),
                    Answer::Apart => self.stem.is_empty(),
                    Answer::None => true,
                };
                if !bare {
                    sink(self, answer);
                }
            }
        }
    }

    /// The number of that stem.
    #[inline]
    fn number(&mut self, answer: Answer) -> Option<u32> {
        let at = match answer {
            Answer::At(at) => at,
            Answer::Apart => return Some(self.before.saturating_add(self.stems.add(&self.stem))),
            Answer::None => return None,
        };
        let entry = self.entries.get(at).filter(|entry| entry.stem != NONE)?;
        if entry.epoch == self.epoch { Some(entry.number) } else { self.new_number(at) }
    }

    /// The number of a word's stem where the word has not been met since the numbers began.
    fn new_number(&mut self, at: usize) -> Option<u32> {
        let first = *self.first.get(at)? as usize;
        let entry = self.entries.get_mut(first)?;
        if entry.epoch != self.epoch {
            let stem = self.short.get(first).map_or("", |short| entry.stem(short, &self.long));
            entry.number = self.before.saturating_add(self.stems.add(stem));
            entry.epoch = self.epoch;
        }
        let number = entry.number;
        let entry = self.entries.get_mut(at)?;
        (entry.number, entry.epoch) = (number, self.epoch);
        Some(number)
    }

    /// The stem of an entry, if it has one.
    fn stem_of(&self, at: usize) -> Option<&str> {
        let (entry, short) = (self.entries.get(at)?, self.short.get(at)?);
        (entry.stem != NONE).then(|| entry.stem(short, &self.long))
    }

    /// The first entry with the stem of that one, which may be itself.
    fn first_with_stem(&mut self, at: usize) -> usize {
        let Some(stem) = self.stem_of(at) else { return at };
        let hash = Word::new(stem, 0).hash();
        let found = self.stem_index.find(hash, |other| self.stem_of(other) == Some(stem));
        found.unwrap_or_else(|| {
            self.stem_index.add(hash, at);
            at
        })
    }

    /// Looks everywhere where the word may be.
    #[inline]
    fn find(&mut self, hash: u64, word: &Word<'_>, compute: impl Fn(&str, &mut String) -> bool) -> Answer {
        let is = |at: usize| {
            let entry = self.entries.get(at).filter(|entry| entry.may_be_of(word));
            let whole = |entry: &Entry| {
                let start = entry.place as usize;
                self.long.get(start..start + word.size()) == Some(word.long())
            };
            entry.is_some_and(|entry| word.size() <= Word::HEAD || whole(entry))
        };
        self.index.find(hash, is).map_or_else(|| self.meet(hash, word, compute), Answer::At)
    }

    /// Stems a word that is not remembered.
    #[cold]
    fn meet(&mut self, hash: u64, word: &Word<'_>, compute: impl Fn(&str, &mut String) -> bool) -> Answer {
        if self.entries.len() >= WORDS || self.long.len() + 2 * usize::from(u8::MAX) > LONG {
            self.forget();
        }
        self.stem.clear();
        let found = word.with(|text| compute(text, &mut self.stem));
        let stem = if found { self.stem.as_str() } else { "" };
        let (Ok(size), Ok(length)) = (u8::try_from(word.size()), u8::try_from(stem.len())) else {
            return if found { Answer::Apart } else { Answer::None };
        };
        if length == NONE {
            return Answer::Apart;
        }
        let place = self.long.len() as u32;
        self.long.push_str(word.long());
        let mut short = [0; SHORT];
        match short.get_mut(..stem.len()) {
            Some(room) => room.copy_from_slice(stem.as_bytes()),
            None => self.long.push_str(stem),
        }
        let stem = if found { length } else { NONE };
        // No number has been given under the epoch before this.
        let epoch = self.epoch.wrapping_sub(1);
        let Word { head, stemmer, .. } = *word;
        self.entries.push(Entry { head, stemmer, word: size, stem, place, epoch, number: 0 });
        self.short.push(short);
        let at = self.entries.len() - 1;
        if 2 * self.entries.len() > self.index.slots() {
            self.widen();
        } else {
            self.index.add(hash, at);
        }
        let first = self.first_with_stem(at);
        self.first.push(first as u32);
        Answer::At(at)
    }

    /// Makes both indexes twice as large.
    fn widen(&mut self) {
        let slots = (2 * self.index.slots()).max(1024);
        (self.index, self.stem_index) = (Places::with_slots(slots), Places::with_slots(slots));
        for (at, entry) in self.entries.iter().enumerate() {
            let Entry { head, stemmer, word, place, .. } = *entry;
            let (start, size) = (place as usize, usize::from(word));
            let long = if size > Word::HEAD { self.long.get(start..start + size).unwrap_or("") } else { "" };
            self.index.add(Word::of_parts(head, word, stemmer, long).hash(), at);
        }
        for at in 0..self.first.len() {
            self.first_with_stem(at);
        }
    }
}

#[cfg(test)]
mod tests;
