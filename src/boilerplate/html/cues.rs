//! Cues as hashed tokens: the words in classes, ids, roles and item properties, and the words of short blocks.
//!
//! Tokens are words, so that "comment-list", "commentList" and "list comment" share them, and "header" is not found
//! inside "subheadered". Which of them speak for or against an article is learned (see `training/boilerplate.rs`).

use std::hash::{BuildHasher, Hasher, RandomState};
use std::sync::OnceLock;

use super::tags::{Attr, Tag};
use super::tree::{NodeId, Tree};

/// A token's slot.
pub(crate) type Hash = u16;

/// How many slots there are.
pub(crate) const SLOTS: usize = 1 << 14;

/// The most tokens taken from one attribute.
const MAX_TOKENS: usize = 16;

/// The most words of a block's text that are taken as tokens.
pub(crate) const MAX_WORDS: usize = 10;

/// The most words of a block of middle length.
const LONGER_WORDS: u32 = 45;

/// FNV-1a with a final mix: small, fast on short keys, the same on every machine.
#[derive(Debug, Clone)]
pub(crate) struct Fnv(u64);

impl Default for Fnv {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Hasher for Fnv {
    fn write(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
    }

    fn finish(&self) -> u64 {
        let mixed = (self.0 ^ (self.0 >> 32)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        mixed ^ (mixed >> 29)
    }
}

/// A hash that tells texts apart: eight bytes a step.
pub(crate) fn hash_of(text: &str) -> u64 {
    let step = |hash: u64, word: u64| {
        let mixed = (hash ^ word).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        mixed ^ (mixed >> 29)
    };
    let (words, rest) = text.as_bytes().as_chunks::<8>();
    let hash = words.iter().fold(text.len() as u64, |hash, word| step(hash, u64::from_le_bytes(*word)));
    step(step(hash, rest.iter().fold(0, |word, byte| word << 8 | u64::from(*byte))), 0)
}

/// For tables whose keys are hashes already: one multiplication, with a number that no page can know, so that pages cannot
/// be written to fill one place of a table.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Hashed(u64);

impl Default for Hashed {
    fn default() -> Self {
        static SECRET: OnceLock<u64> = OnceLock::new();
        Self(*SECRET.get_or_init(|| RandomState::new().hash_one(0u8)))
    }
}

impl BuildHasher for Hashed {
    type Hasher = Once;

    fn build_hasher(&self) -> Once {
        Once(self.0)
    }
}

/// Hashes one key.
#[derive(Debug)]
pub(crate) struct Once(u64);

impl Hasher for Once {
    fn write(&mut self, bytes: &[u8]) {
        bytes.iter().for_each(|&byte| self.write_u64(u64::from(byte)));
    }

    fn write_u64(&mut self, key: u64) {
        let product = u128::from(self.0 ^ key) * 0x9e37_79b9_7f4a_7c15;
        self.0 = (product >> 64) as u64 ^ product as u64;
    }

    fn finish(&self) -> u64 {
        self.0
    }
}

impl Fnv {
    /// Takes a word with its case folded.
    pub(super) fn write_folded(&mut self, word: &str) {
        if word.is_ascii() {
            word.bytes().for_each(|byte| self.write(&[byte.to_ascii_lowercase()]));
        } else {
            for char in word.chars().flat_map(char::to_lowercase) {
                self.write(char.encode_utf8(&mut [0; 4]).as_bytes());
            }
        }
    }
}

/// The words of a text: its longest stretches of letters and digits.
pub(crate) fn words_of(text: &str) -> impl Iterator<Item = &str> {
    let bytes = text.as_bytes();
    // The length of the letter or digit at a place, 0 for anything else, and the length of that.
    let at_place = move |at: usize| match bytes.get(at) {
        None => (0, 0),
        Some(byte) if byte.is_ascii() => (usize::from(byte.is_ascii_alphanumeric()), 1),
        Some(_) => {
            let char = text.get(at..).and_then(|rest| rest.chars().next()).unwrap_or(' ');
            (if char.is_alphanumeric() { char.len_utf8() } else { 0 }, char.len_utf8())
        }
    };
    let mut at = 0;
    std::iter::from_fn(move || {
        while let (0, sign @ 1..) = at_place(at) {
            at += sign;
        }
        let start = at;
        while let (letter @ 1.., _) = at_place(at) {
            at += letter;
        }
        (at > start).then(|| &text[start..at])
    })
}

fn slot(hash: &Fnv) -> Hash {
    (hash.finish() as usize & (SLOTS - 1)) as Hash
}

/// The token of a word of kind `kind`, its case folded.
pub(crate) fn token(kind: u8, word: &str) -> Hash {
    let mut hash = Fnv::default();
    hash.write(&[kind]);
    hash.write_folded(word);
    slot(&hash)
}

/// Adds the tokens of an element's name, class, id, role and item property.
pub(crate) fn of_element(tree: &Tree, id: NodeId, tag: Tag, into: &mut Vec<Hash>) {
    let first = into.len();
    into.push(token(b't', tag.name()));
    for (kind, attribute) in [(b'c', Attr::Class), (b'c', Attr::Id), (b'r', Attr::Role), (b'i', Attr::ItemProp)] {
        if let Some(value) = tree.attribute(id, attribute) {
            words(value, |word| into.push(token(kind, word)));
        }
    }
    into[first..].sort_unstable();
    let mut kept = first + 1;
    for at in first + 1..into.len() {
        if into[at] != into[kept - 1] {
            into[kept] = into[at];
            kept += 1;
        }
    }
    into.truncate(kept);
}

/// The words of a class list or id: cut at signs, digits and from lower to upper case.
fn words(value: &str, mut each: impl FnMut(&str)) {
    let mut count = 0;
    let mut start = 0;
    let mut previous = b' ';
    for (at, byte) in value.bytes().chain(std::iter::once(b' ')).enumerate() {
        let humped = byte.is_ascii_uppercase() && previous.is_ascii_lowercase();
        let letter = byte.is_ascii_alphabetic() || byte >= 0x80;
        if !letter || humped {
            // Generated class names ("css-1q2w3e") have short pieces between digits; they say nothing.
            if (3..=20).contains(&(at - start))
                && let Some(word) = value.get(start..at)
            {
                each(word);
                count += 1;
            }
            start = if humped { at } else { at + 1 };
        }
        if count >= MAX_TOKENS {
            return;
        }
        previous = byte;
    }
}

/// Adds the tokens of a short block's text: its words, their pairs, and how it begins and ends. Of a longer one only
/// how it begins ("Read more:", "Copyright 2024"), see [`of_longer_text`].
pub(crate) fn of_text(text: &str, into: &mut Vec<Hash>) {
    let mut previous: Option<&str> = None;
    let mut count = 0;
    let start = into.len();
    for word in words_of(text) {
        count += 1;
        if count > MAX_WORDS {
            into.truncate(start);
            let mut lead = text.split_whitespace();
            if let (Some(one), Some(two)) = (lead.next(), lead.next()) {
                into.push(pair(b'l', bounded(one), bounded(two)));
            }
            return;
        }
        let word = if word.bytes().all(|byte| byte.is_ascii_digit()) { "0" } else { bounded(word) };
        into.push(token(b'w', word));
        match previous {
            Some(previous) => into.push(pair(b'b', previous, word)),
            None => into.push(token(b'f', word)),
        }
        previous = Some(word);
    }
    into.push(token(b'n', if count <= 3 { "short" } else { "phrase" }));
    if let Some(last) = text.chars().next_back().filter(|char| !char.is_alphanumeric()) {
        into.push(token(b'e', last.encode_utf8(&mut [0; 4])));
    }
    if let Some(first) = text.chars().next().filter(|char| !char.is_alphanumeric()) {
        into.push(token(b's', first.encode_utf8(&mut [0; 4])));
    }
}

/// Adds the words of blocks of middle length: pleas to subscribe and notices are that long. Still longer blocks have
/// none: what they are shows in other ways, and their words would tie the model to topics.
pub(crate) fn of_longer_text(text: &str, words: u32, into: &mut Vec<Hash>) {
    if words as usize > MAX_WORDS && words <= LONGER_WORDS {
        into.extend(words_of(text).filter(|word| word.len() > 2).map(|word| token(b'm', bounded(word))));
    }
}

/// The token of two words in a row.
fn pair(kind: u8, one: &str, two: &str) -> Hash {
    let mut hash = Fnv::default();
    hash.write(&[kind]);
    hash.write_folded(one);
    hash.write(b" ");
    hash.write_folded(two);
    slot(&hash)
}

/// At most 40 bytes of a word.
fn bounded(word: &str) -> &str {
    if word.len() <= 40 {
        return word;
    }
    let end = (0..=word.len().min(40)).rev().find(|&at| word.is_char_boundary(at)).unwrap_or(0);
    &word[..end]
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn words_are_what_splitting_at_other_signs_leaves(text in "\\PC{0,60}|[a-zäß0-9 ,.–İ字]{0,40}") {
            let split = text.split(|char: char| !char.is_alphanumeric()).filter(|word| !word.is_empty());
            prop_assert_eq!(words_of(&text).collect::<Vec<_>>(), split.collect::<Vec<_>>());
        }
    }
}
