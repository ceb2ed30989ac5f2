//! Who speaks: words of the first and second person and cheers, by which comments and pleas differ from reports, and the
//! verbs of reports.

use std::collections::HashMap;
use std::sync::OnceLock;

use super::cues::Identity;
use super::words::each_word;
use crate::boilerplate::sections::entries;

/// Where newcomers add words.
static SOURCE: &str = include_str!("voices.txt");

/// The kinds of words, as `voices.txt` names them.
pub(crate) const KINDS: [&str; 5] = ["first", "second", "we", "cheer", "says"];
/// The kind of "I", which is a word of its own only as a capital.
pub(crate) const FIRST: usize = 0;
/// The kind of "you".
pub(crate) const SECOND: usize = 1;
/// The kind of "our".
pub(crate) const WE: usize = 2;
/// The kind of "said", which is no feature: annotators of web pages had little news before them.
pub(crate) const SAYS: usize = 4;

/// Bits of [`Voices::known`].
const KNOWN: u64 = 1 << 14;

/// The list, by hash of the word.
#[derive(Debug)]
pub(crate) struct Voices {
    kinds: HashMap<u64, u8, Identity>,
    /// A bit a word's hash, by its low bits: most words are none of these.
    known: Vec<u64>,
}

impl Voices {
    /// The list of this library.
    pub fn get() -> &'static Self {
        static VOICES: OnceLock<Voices> = OnceLock::new();
        VOICES.get_or_init(|| Self::parse(SOURCE))
    }

    /// Reads the format that the head of `voices.txt` explains; a test keeps the file free of anything else.
    fn parse(source: &str) -> Self {
        let mut voices = Self { kinds: HashMap::default(), known: vec![0; (KNOWN / 64) as usize] };
        for entry in entries(source) {
            let Some(kind) = KINDS.iter().position(|kind| *kind == entry.section) else { continue };
            each_word(entry.words, |word| {
                voices.kinds.entry(word.hash).or_insert(kind as u8);
                let (place, bit) = bit(word.hash);
                voices.known[place] |= bit;
                true
            });
        }
        voices
    }

    /// The kind of a word, by its hash.
    pub fn kind(&self, hash: u64) -> Option<usize> {
        let (place, bit) = bit(hash);
        if self.known[place] & bit == 0 {
            return None;
        }
        self.kinds.get(&hash).map(|&kind| usize::from(kind))
    }
}

/// The word and the bit of `known` that a hash has.
fn bit(hash: u64) -> (usize, u64) {
    let place = (hash ^ (hash >> 32)) % KNOWN;
    ((place / 64) as usize, 1 << (place % 64))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_holds_the_kinds_and_nothing_that_is_passed_over() {
        let mut kinds = Vec::new();
        for line in SOURCE.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
            match line.strip_prefix('[') {
                Some(kind) => kinds.push(kind.trim_end_matches(']')),
                None => assert!(line.split_once(": ").is_some_and(|(code, _)| code.len() == 2), "{line}"),
            }
        }
        assert_eq!(kinds, KINDS);
    }

    #[test]
    fn words_have_their_kind_whatever_their_case() {
        let kind = |text: &str| {
            let mut found = None;
            each_word(text, |word| {
                found = Voices::get().kind(word.hash);
                false
            });
            found.map(|kind| KINDS[kind])
        };
        assert_eq!(kind("Thanks"), Some("cheer"));
        assert_eq!(kind("МНЕ"), Some("first"));
        assert_eq!(kind("teilte"), Some("says"));
        // "im Hafen", "US", "EU", "te" and "u" of Dutch, "mis en examen", "the death toll": news are full of them.
        for word in ["harbour", "im", "US", "EU", "te", "u", "nos", "sua", "mis", "toll"] {
            assert_eq!(kind(word), None, "{word}");
        }
    }
}
