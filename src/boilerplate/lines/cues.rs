//! The cue list: words that give away what a line is, in many languages, read once from `cues.txt`.

use std::collections::HashMap;
use std::sync::OnceLock;

use super::words::{Word, each_word};
use crate::boilerplate::sections::{Entry, entries};

/// Where newcomers add cues.
static SOURCE: &str = include_str!("cues.txt");

/// The most kinds that the file may name: matches are kept in an array of this length.
pub(crate) const MAX_KINDS: usize = 24;

/// A kind of cue, such as "advertisement".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Kind {
    /// The name that weights refer to.
    pub name: &'static str,
    /// For people, beside a line.
    pub reason: &'static str,
}

#[derive(Debug)]
struct Cue {
    /// The words after the first.
    rest: Vec<u64>,
    at_start: bool,
    at_end: bool,
    kind: u8,
}

/// All cues, looked up by their first word.
#[derive(Debug)]
pub(crate) struct Cues {
    pub kinds: Vec<Kind>,
    by_first: HashMap<u64, Vec<Cue>, Identity>,
    /// A bit a hash of a first word, by its low bits: most words of a text begin no cue.
    begins: Vec<u64>,
}

/// Bits of [`Cues::begins`].
const BEGINS: u64 = 1 << 16;

/// The word and the bit of `begins` that a hash has.
fn bit(hash: u64) -> (usize, u64) {
    let place = (hash ^ (hash >> 32)) % BEGINS;
    ((place / 64) as usize, 1 << (place % 64))
}

/// Words are hashed already.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Identity;

impl std::hash::BuildHasher for Identity {
    type Hasher = Mixed;
    fn build_hasher(&self) -> Mixed {
        Mixed(0)
    }
}

#[derive(Debug)]
pub(crate) struct Mixed(u64);

impl std::hash::Hasher for Mixed {
    fn finish(&self) -> u64 {
        self.0
    }
    fn write(&mut self, _: &[u8]) {}
    fn write_u64(&mut self, value: u64) {
        self.0 = value.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ (value >> 29);
    }
}

/// What the cues say about one piece of text.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(crate) struct Matches {
    /// By kind: how many of the piece's words its cues cover.
    pub covered: [u8; MAX_KINDS],
    /// Bit a kind: a cue stands at the very start.
    pub leads: u32,
    /// Bit a kind: a cue ends with the very last word.
    pub trails: u32,
    /// Bit a kind: a cue of it matched.
    pub kinds: u32,
}

impl Matches {
    /// The kind that covers most words, ties to the first, and how many.
    pub fn strongest(&self) -> Option<(usize, u8)> {
        let mut found: Option<(usize, u8)> = None;
        let mut left = self.kinds;
        while left != 0 {
            let kind = left.trailing_zeros() as usize;
            left &= left - 1;
            if found.is_none_or(|(_, most)| self.covered[kind] > most) {
                found = Some((kind, self.covered[kind]));
            }
        }
        found
    }

    /// How many words the cues of a kind cover.
    pub fn covered_by(&self, kind: Option<usize>) -> u32 {
        kind.map_or(0, |kind| u32::from(self.covered[kind]))
    }

    /// Whether a cue of a kind stands at the very start.
    pub fn opens_with(&self, kind: Option<usize>) -> bool {
        kind.is_some_and(|kind| self.leads & (1 << kind) != 0)
    }

    /// Whether a cue of a kind ends with the very last word.
    pub fn closes_with(&self, kind: Option<usize>) -> bool {
        kind.is_some_and(|kind| self.trails & (1 << kind) != 0)
    }

    /// Whether any cue matched.
    pub fn any(&self) -> bool {
        self.kinds != 0
    }
}

impl Cues {
    /// The list of this library.
    pub fn get() -> &'static Self {
        static CUES: OnceLock<Cues> = OnceLock::new();
        CUES.get_or_init(|| Self::parse(SOURCE))
    }

    /// Reads the format that the head of `cues.txt` explains. Lines that do not fit it are passed over; a test keeps
    /// the file itself free of them.
    fn parse(source: &'static str) -> Self {
        let mut cues =
            Self { kinds: Vec::new(), by_first: HashMap::default(), begins: vec![0; (BEGINS / 64) as usize] };
        for Entry { section, about, words } in entries(source) {
            if cues.kinds.last().is_none_or(|kind| kind.name != section) && cues.kinds.len() < MAX_KINDS {
                cues.kinds.push(Kind { name: section, reason: about });
            }
            let kind = cues.kinds.len().saturating_sub(1);
            words.split('|').for_each(|cue| cues.add(cue.trim(), kind as u8));
        }
        cues
    }

    fn add(&mut self, cue: &str, kind: u8) {
        let mut words = Vec::new();
        each_word(&cue.replace('#', "0"), |word| {
            words.push(word.hash);
            true
        });
        if let Some((&first, rest)) = words.split_first() {
            let cue = Cue { rest: rest.to_vec(), at_start: cue.starts_with('^'), at_end: cue.ends_with('$'), kind };
            let (word, bit) = bit(first);
            self.begins[word] |= bit;
            self.by_first.entry(first).or_default().push(cue);
        }
    }

    /// The position of a kind in [`Matches::covered`].
    pub fn kind(&self, name: &str) -> Option<usize> {
        self.kinds.iter().position(|kind| kind.name == name)
    }

    /// Looks up all cues in the words of one piece. `whole`: the words are all the piece has, so its end is known.
    pub fn find(&self, words: &[Word], whole: bool) -> Matches {
        let mut matches = Matches::default();
        // The end of the furthest match so far, by kind: overlapping cues count their words once.
        let mut reach = [0_usize; MAX_KINDS];
        for (at, word) in words.iter().enumerate() {
            let (place, bit) = bit(word.hash);
            if self.begins[place] & bit == 0 {
                continue;
            }
            let Some(candidates) = self.by_first.get(&word.hash) else { continue };
            for cue in candidates {
                let end = at + 1 + cue.rest.len();
                if (cue.at_start && at > 0) || end > words.len() || (cue.at_end && !(whole && end == words.len())) {
                    continue;
                }
                let same = words[at + 1..end].iter().map(|word| word.hash).eq(cue.rest.iter().copied());
                if !same {
                    continue;
                }
                let kind = usize::from(cue.kind);
                let new = end.saturating_sub(reach[kind].max(at));
                reach[kind] = reach[kind].max(end);
                matches.kinds |= 1 << kind;
                matches.covered[kind] = matches.covered[kind].saturating_add(u8::try_from(new).unwrap_or(u8::MAX));
                if at == 0 {
                    matches.leads |= 1 << kind;
                }
                if whole && end == words.len() {
                    matches.trails |= 1 << kind;
                }
            }
        }
        matches
    }

    /// [`Cues::find`] on a short text.
    pub fn find_in(&self, text: &str) -> (Matches, usize) {
        let mut words = Vec::new();
        each_word(text, |word| {
            words.push(word);
            words.len() < 64
        });
        (self.find(&words, words.len() < 64), words.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kinds(text: &str) -> Vec<&'static str> {
        let cues = Cues::get();
        let (matches, _) = cues.find_in(text);
        (0..cues.kinds.len()).filter(|&k| matches.covered[k] > 0).map(|k| cues.kinds[k].name).collect()
    }

    #[test]
    fn the_file_holds_nothing_that_is_passed_over() {
        let mut open = false;
        for (number, line) in SOURCE.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
            let comment = line.starts_with('#');
            let header = line.starts_with('[') && line.contains("] ");
            let cue_line = line.split_once(": ").is_some_and(|(language, cues)| {
                (2..=3).contains(&language.len())
                    && cues.split('|').all(|cue| cue.chars().any(|c| c.is_alphanumeric() || c == '#' || c == '©'))
            });
            open |= header;
            assert!(comment || header || (cue_line && open), "line {}: {line}", number + 1);
        }
        assert!(Cues::get().kinds.len() <= MAX_KINDS);
    }

    #[test]
    fn every_promised_language_has_every_main_kind() {
        let mut kind = "";
        let mut seen = std::collections::HashSet::new();
        for line in SOURCE.lines() {
            if let Some((name, _)) = line.strip_prefix('[').and_then(|rest| rest.split_once(']')) {
                kind = name;
            } else if let Some((language, _)) = line.split_once(": ") {
                seen.insert((kind, language));
            }
        }
        for kind in [
            "navigation",
            "advertisement",
            "related",
            "more",
            "share",
            "subscribe",
            "consent",
            "copyright",
            "byline",
            "credits",
            "date",
            "caption",
            "comments",
            "interface",
        ] {
            for language in ["en", "de", "fr", "es", "pt", "it", "nl", "ru", "ar"] {
                assert!(seen.contains(&(kind, language)), "{kind} has no cues in {language}");
            }
        }
    }

    #[test]
    fn cues_match_words_not_letters() {
        assert_eq!(kinds("- Advertisement -"), ["advertisement"]);
        assert_eq!(kinds("إعلان"), ["advertisement"]);
        assert_eq!(kinds("Lesen Sie auch: Die Lage am Abend"), ["related"]);
        assert_eq!(kinds("12 Kommentare"), ["comments"]);
        assert_eq!(kinds("广告"), ["advertisement"]);
        assert!(kinds("Advertisements fell by a third, he said").is_empty());
        assert!(kinds("They share a border").is_empty());
    }

    #[test]
    fn anchors_hold() {
        assert_eq!(kinds("Share"), ["share"]);
        assert!(kinds("His share of it").is_empty());
        assert_eq!(kinds("A longer account can be found here."), ["pointer"]);
        assert!(kinds("The best wine can be found here and in the south").is_empty());
    }

    #[test]
    fn overlapping_cues_count_their_words_once() {
        let (matches, words) = Cues::get().find_in("Leave a comment");
        assert_eq!(words, 3);
        let comments = Cues::get().kind("comments").unwrap();
        assert_eq!(matches.covered[comments], 3);
        assert!(matches.leads & (1 << comments) != 0 && matches.trails & (1 << comments) != 0);
    }
}
