//! Abbreviations and sentence openers, a data file a language in `src/text/data/`.
//!
//! A file holds sections of words set apart by white space, without the last stop; `#` begins a comment. A word in lower
//! case matches in any case; one with a capital ("Mass", "Sun") is a common word else and matches only where it has one.
//!
//! | section | what stands there | a stop after it ends a sentence |
//! |---|---|---|
//! | `[name]` | titles: mr, prof | never, a name follows |
//! | `[office]` | offices and ranks, which a country may stand before: rep, gen | never, nor does "u.s" before it |
//! | `[number]` | no, fig, art, months | not before a digit or a Roman numeral |
//! | `[inside]` | e.g, vs, approx | never |
//! | `[end]` | etc, inc, u.s | where a word of `[open]` follows |
//! | `[hour]` | a.m, p.m | there, and where a name follows that goes on as a sentence does |
//! | `[date]` | words that, capitalised, tell of an hour which one it is: monday, eastern | |
//! | `[open]` | words that, capitalised, most often open a sentence: the, he, when | |
//! | `[say]` | forms of verbs that report speech and follow it: said, asks | |
//!
//! `default.txt` holds what is written alike in many languages; it is part of every language. A file without `[open]` only
//! adds abbreviations to it.

use std::collections::HashMap;
use std::collections::HashSet;
use std::sync::OnceLock;

/// What an abbreviation says about the stop after it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Abbreviation {
    /// A name follows.
    Name,
    /// A name follows, and a country may stand before it.
    Office,
    /// A number follows.
    Number,
    /// The sentence goes on.
    Inside,
    /// May stand at the end.
    End,
    /// Closes an hour, and may stand at the end.
    Hour,
}

/// The words of one language.
#[derive(Debug, Default)]
pub(crate) struct Words {
    /// By lower-cased word: what it is, and whether it counts only with a capital.
    abbreviations: HashMap<String, (Abbreviation, bool)>,
    openers: HashSet<&'static str>,
    dates: HashSet<&'static str>,
    shapes: Shapes,
    reporting: HashSet<&'static str>,
    /// Whether the language's file names the words that open sentences, too, and is so complete that a word that is missing
    /// there is hardly an abbreviation.
    pub(crate) known: bool,
    /// Whether "12. Januar" is how ordinals are written.
    pub(crate) ordinals: bool,
}

/// The longest key that is looked up, in bytes.
const LONGEST: usize = 24;

impl Words {
    /// The words of a language by BCP 47 code (a region is ignored); the default ones for any other.
    pub(crate) fn of(language: Option<&str>) -> &'static Self {
        static TABLE: OnceLock<HashMap<&'static str, Words>> = OnceLock::new();
        let table = TABLE.get_or_init(|| FILES.iter().map(|(code, _)| (*code, Words::read(code))).collect());
        let code = language.map(|code| code.split(['-', '_']).next().unwrap_or(code)).unwrap_or("");
        static DEFAULT: OnceLock<Words> = OnceLock::new();
        table.get(code).unwrap_or_else(|| {
            if ORDINALS.contains(&code) {
                static ORDINAL: OnceLock<Words> = OnceLock::new();
                ORDINAL.get_or_init(|| Words { ordinals: true, ..Words::read("") })
            } else {
                DEFAULT.get_or_init(|| Words::read(""))
            }
        })
    }

    fn read(code: &str) -> Self {
        let own = FILES.iter().find(|(name, _)| *name == code).map(|(_, file)| *file);
        let mut words = Self { ordinals: ORDINALS.contains(&code), ..Self::default() };
        for file in std::iter::once(DEFAULT).chain(own) {
            words.add(file);
        }
        words.known = !words.openers.is_empty();
        for key in words.abbreviations.keys() {
            words.shapes.abbreviations.add(key);
        }
        for key in &words.openers {
            words.shapes.openers.add(key);
        }
        words
    }

    fn add(&mut self, file: &'static str) {
        let mut section = "";
        for line in file.lines() {
            let line = line.split('#').next().unwrap_or("").trim();
            if let Some(name) = line.strip_prefix('[') {
                section = name.trim_end_matches(']');
                continue;
            }
            let kind = match section {
                "name" => Abbreviation::Name,
                "office" => Abbreviation::Office,
                "number" => Abbreviation::Number,
                "inside" => Abbreviation::Inside,
                "end" => Abbreviation::End,
                "hour" => Abbreviation::Hour,
                "date" => {
                    self.dates.extend(line.split_whitespace());
                    continue;
                }
                "say" => {
                    self.reporting.extend(line.split_whitespace());
                    continue;
                }
                _ => {
                    self.openers.extend(line.split_whitespace());
                    continue;
                }
            };
            for word in line.split_whitespace() {
                self.abbreviations.insert(word.to_lowercase(), (kind, word.starts_with(char::is_uppercase)));
            }
        }
    }

    /// What `word` (without its last stop, in any case) abbreviates.
    pub(crate) fn abbreviation(&self, word: &str) -> Option<Abbreviation> {
        if self.shapes.abbreviations.excludes(word) {
            return None;
        }
        let mut buffer = [0; LONGEST];
        let (kind, capital) = *self.abbreviations.get(lower(word, &mut buffer)?)?;
        (!capital || word.starts_with(char::is_uppercase)).then_some(kind)
    }

    /// Whether `word` tells of an hour before it which one it is: "Monday".
    pub(crate) fn dates(&self, word: &str) -> bool {
        let mut buffer = [0; LONGEST];
        lower(word, &mut buffer).is_some_and(|word| self.dates.contains(word))
    }

    /// Whether `word` is a lower-case form of a verb that reports speech.
    pub(crate) fn reports(&self, word: &str) -> bool {
        self.reporting.contains(word)
    }

    /// Whether `word` is one that most often opens a sentence where it is capitalised.
    pub(crate) fn opens(&self, word: &str) -> bool {
        if self.shapes.openers.excludes(word) {
            return false;
        }
        let mut buffer = [0; LONGEST];
        lower(word, &mut buffer).is_some_and(|word| self.openers.contains(word))
    }
}

/// What the keys of the two tables look like, so that most words are not looked up.
#[derive(Debug, Default)]
struct Shapes {
    abbreviations: Shape,
    openers: Shape,
}

/// By the last five bits of the first byte, which set letters apart whatever their case: the lengths of ASCII keys, one bit
/// a byte.
#[derive(Debug, Default)]
struct Shape([u32; 32]);

impl Shape {
    fn add(&mut self, key: &str) {
        if let Some(first) = key.bytes().next().filter(|_| key.is_ascii()) {
            self.0[first as usize & 31] |= 1 << key.len().min(31);
        }
    }

    /// Whether an ASCII word is like no key, in any case of its letters.
    #[inline]
    fn excludes(&self, word: &str) -> bool {
        let Some(first) = word.bytes().next() else { return true };
        word.is_ascii() && self.0[first as usize & 31] & 1 << word.len().min(31) == 0
    }
}

/// `word` in lower case, written to `buffer`; `None` where it is longer than any key.
fn lower<'b>(word: &str, buffer: &'b mut [u8; LONGEST]) -> Option<&'b str> {
    if word.is_ascii() {
        let lower = buffer.get_mut(..word.len())?;
        lower.copy_from_slice(word.as_bytes());
        lower.make_ascii_lowercase();
        return std::str::from_utf8(lower).ok();
    }
    let mut end = 0;
    for c in word.chars().flat_map(char::to_lowercase) {
        let size = c.len_utf8();
        c.encode_utf8(buffer.get_mut(end..end + size)?);
        end += size;
    }
    std::str::from_utf8(&buffer[..end]).ok()
}

const DEFAULT: &str = include_str!("data/default.txt");

/// The data files by language.
const FILES: &[(&str, &str)] = &[
    ("cs", include_str!("data/cs.txt")),
    ("da", include_str!("data/nordic.txt")),
    ("de", include_str!("data/de.txt")),
    ("en", include_str!("data/en.txt")),
    ("es", include_str!("data/es.txt")),
    ("fr", include_str!("data/fr.txt")),
    ("hi", include_str!("data/hi.txt")),
    ("hu", include_str!("data/hu.txt")),
    ("it", include_str!("data/it.txt")),
    ("nb", include_str!("data/nordic.txt")),
    ("nl", include_str!("data/nl.txt")),
    ("nn", include_str!("data/nordic.txt")),
    ("no", include_str!("data/nordic.txt")),
    ("pl", include_str!("data/pl.txt")),
    ("pt", include_str!("data/pt.txt")),
    ("ro", include_str!("data/ro.txt")),
    ("ru", include_str!("data/ru.txt")),
    ("sk", include_str!("data/cs.txt")),
    ("sv", include_str!("data/nordic.txt")),
    ("tr", include_str!("data/tr.txt")),
    ("uk", include_str!("data/uk.txt")),
];

/// Languages that write ordinal numbers with a stop.
const ORDINALS: &[&str] = &[
    "bs", "cs", "da", "de", "et", "eu", "fi", "fo", "hr", "hu", "is", "lv", "nb", "nn", "no", "pl", "sk", "sl", "sr",
    "tr",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn looks_up_in_any_case_and_region() {
        let english = Words::of(Some("en-GB"));
        assert_eq!(english.abbreviation("Gen"), Some(Abbreviation::Office));
        assert_eq!(english.abbreviation("general"), None);
        assert_eq!(english.abbreviation("Mass"), Some(Abbreviation::End));
        assert_eq!(english.abbreviation("mass"), None);
        assert!(english.opens("The"));
        assert_eq!(Words::of(Some("ru")).abbreviation("Стр"), Some(Abbreviation::Number));
        assert_eq!(Words::of(None).abbreviation(&"x".repeat(500)), None);
    }

    #[test]
    fn ordinals_without_a_file() {
        assert!(Words::of(Some("cs")).ordinals);
        assert!(!Words::of(Some("sw")).ordinals);
    }

    #[test]
    fn files_hold_words_of_known_sections() {
        for (code, file) in FILES.iter().chain(&[("default", DEFAULT)]) {
            for line in file.lines().map(|line| line.split('#').next().unwrap_or("")) {
                if let Some(section) = line.strip_prefix('[') {
                    assert!(
                        ["name]", "office]", "number]", "inside]", "end]", "hour]", "date]", "open]", "say]"]
                            .contains(&section.trim()),
                        "{code}: {line}"
                    );
                }
                for word in line.split_whitespace().filter(|word| !word.starts_with('[')) {
                    assert!(!word.ends_with('.') && word.len() <= LONGEST, "{code}: {word}");
                }
            }
        }
    }
}
