//! What of a text tells its language: words, lower-cased, by script. Addresses, codes, numbers and signs do not.

use super::letters::{Letter, Letters, is_apostrophe};
use super::script::{Script, is_common_mark};
use crate::context::Context;
use crate::error::Result;

/// The most bytes of a text that are looked at. Longer texts are sampled by `SAMPLES` stretches, evenly spread.
pub const MAX_SAMPLED: usize = 64 << 10;
const SAMPLES: usize = 16;
/// The most letters of an acronym.
const LONGEST_ACRONYM: usize = 6;

/// Words of a text, each in one script or in scripts that are written together, and how many letters each script has.
#[derive(Debug, Default)]
pub(crate) struct Words {
    letters: Vec<char>,
    words: Vec<(Script, u32, u32)>,
    counts: [u32; Script::COUNT],
    /// Words that begin with a capital, and small letters.
    capitalised: usize,
    small: usize,
}

impl Words {
    /// The words of `text`, or of a sample of it if it is over `most` bytes.
    pub(crate) fn of(text: &str, most: usize, context: &Context) -> Result<Self> {
        let size = text.len().min(most);
        let mut words =
            Words { letters: Vec::with_capacity(size), words: Vec::with_capacity(size / 4 + 1), ..Words::default() };
        let letters = Letters::get();
        for part in sample(text, most) {
            context.check()?;
            for chunk in part.split_whitespace() {
                words.add_chunk(chunk, letters);
            }
        }
        Ok(words)
    }

    /// How many letters of `script` there are.
    pub(crate) fn count(&self, script: Script) -> u32 {
        self.counts[script as usize]
    }

    /// How many words there are.
    pub(crate) fn len(&self) -> usize {
        self.words.len()
    }

    /// Whether there is but one word of few letters, in capitals: "NATO", "UNESCO".
    pub(crate) fn may_be_acronym(&self) -> bool {
        self.words.len() == 1 && self.small == 0 && self.capitalised == 1 && self.letters.len() <= LONGEST_ACRONYM
    }

    /// Whether these may be the words of a name: up to three, all with a capital.
    pub(crate) fn may_be_name(&self) -> bool {
        (1..=3).contains(&self.words.len()) && self.capitalised == self.words.len()
    }

    /// The words, in the order of the text, each with the script of its last letter.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (Script, &[char])> {
        self.words.iter().map(|&(script, start, end)| (script, &self.letters[start as usize..end as usize]))
    }

    /// Adds the words of a stretch without white space.
    fn add_chunk(&mut self, chunk: &str, letters: Letters) {
        if is_address(chunk) {
            return;
        }
        let (mut open, mut flags) = (None, 0);
        for (at, c) in chunk.char_indices() {
            let letter = letters.of(c);
            if letter.is(Letter::IN_WORD) {
                open = open.or(Some(at));
                flags |= letter.flags();
            } else if let Some(start) = open.take() {
                self.add_piece(&chunk[start..at], flags, letters);
                flags = 0;
            }
        }
        if let Some(start) = open {
            self.add_piece(&chunk[start..], flags, letters);
        }
    }

    /// Adds the words of a stretch of letters and apostrophes that together have these flags; a change of script begins a new
    /// word.
    fn add_piece(&mut self, piece: &str, flags: u8, letters: Letters) {
        if is_code(piece, flags) {
            return;
        }
        let piece = if flags & Letter::APOSTROPHE == 0 { piece } else { piece.trim_matches(is_apostrophe) };
        let mut start = self.letters.len();
        let mut current = None;
        for c in piece.chars() {
            let letter = letters.of(c);
            let Some(script) = letter.script else {
                if current.is_some() && letter.is(Letter::APOSTROPHE) {
                    self.letters.push('\'');
                } else if current.is_some() && is_common_mark(c) {
                    self.letters.push(c);
                }
                continue;
            };
            if current.is_none_or(|current| !script.joins(current)) {
                self.close(current, start);
                start = self.letters.len();
                self.capitalised += usize::from(letter.is(Letter::CAPITAL));
            }
            current = Some(script);
            self.counts[script as usize] += 1;
            self.small += usize::from(letter.is(Letter::SMALL));
            if letter.is(Letter::MANY) {
                self.letters.extend(c.to_lowercase());
            } else {
                self.letters.push(letter.lower);
            }
        }
        self.close(current, start);
    }

    fn close(&mut self, script: Option<Script>, start: usize) {
        let end = self.letters.len();
        if let Some(script) = script
            && end > start
        {
            self.words.push((script, start as u32, end as u32));
        }
    }
}

/// Web and mail addresses, @names, #tags and file names.
fn is_address(chunk: &str) -> bool {
    // Most chunks are plain words, perhaps with a stop at the end.
    let inner = &chunk.as_bytes()[..chunk.len().saturating_sub(1)];
    if !inner.iter().any(|b| matches!(b, b'@' | b'#' | b'/' | b':' | b'.')) {
        return false;
    }
    let chunk = chunk.trim_matches(|c: char| c.is_ascii_punctuation() && !matches!(c, '@' | '#' | '/'));
    let bytes = chunk.as_bytes();
    let starts = |prefix: &[u8]| bytes.get(..prefix.len()).is_some_and(|head| head.eq_ignore_ascii_case(prefix));
    if matches!(bytes.first(), Some(b'@' | b'#' | b'/')) || starts(b"www.") || starts(b"mailto:") {
        return true;
    }
    if bytes.windows(3).any(|three| three == b"://") {
        return true;
    }
    if let Some(at) = memchr::memchr(b'@', bytes) {
        return at > 0 && memchr::memchr(b'.', &bytes[at..]).is_some();
    }
    is_host(bytes)
}

/// Whether a chunk looks like `host.tld/path`: labels of ASCII letters and digits, the last of two to six lower-case
/// letters. A missing space after a full stop ("end.The") is not one, nor is an abbreviation ("e.g").
fn is_host(bytes: &[u8]) -> bool {
    let host = bytes.split(|b| matches!(b, b'/' | b'?' | b':')).next().unwrap_or_default();
    let path = host.len() < bytes.len();
    let Some(dot) = memchr::memrchr(b'.', host) else { return false };
    let (name, top) = (&host[..dot], &host[dot + 1..]);
    let labels = name.len() >= 2 && name.iter().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-'));
    let known = [b"com".as_slice(), b"org", b"net", b"info", b"html", b"htm", b"php", b"pdf", b"jpg", b"png", b"edu"];
    let top = (2..=6).contains(&top.len()) && top.iter().all(u8::is_ascii_lowercase) && (path || known.contains(&top));
    labels && top
}

/// Whether a stretch of letters, digits, and underscores, with these flags of its characters, is a code rather than a word:
/// digits among its letters ("A380", "x86"), underscores, or capitals that no one can pronounce ("XK", "BBC"). Where no
/// spaces stand between words, digits stand right beside them.
fn is_code(piece: &str, flags: u8) -> bool {
    if flags & Letter::UNDERSCORE != 0 {
        return true;
    }
    if flags & Letter::NUMERIC != 0 {
        return flags & Letter::UNSPACED == 0;
    }
    piece.len() <= 5
        && piece.bytes().all(|b| b.is_ascii_uppercase() && !matches!(b, b'A' | b'E' | b'I' | b'O' | b'U' | b'Y'))
}

/// The text itself, or stretches of it that together have at most `most` bytes.
fn sample(text: &str, most: usize) -> impl Iterator<Item = &str> {
    let parts = if text.len() <= most { 1 } else { SAMPLES };
    let length = text.len().min(most) / parts;
    let stride = if parts == 1 { 0 } else { (text.len() - length) / (parts - 1) };
    (0..parts).map(move |i| {
        let start = boundary(text, i * stride);
        text.get(start..boundary(text, start + length)).unwrap_or("")
    })
}

/// The last character boundary at or before byte `at`.
fn boundary(text: &str, at: usize) -> usize {
    (0..=at.min(text.len())).rev().find(|i| text.is_char_boundary(*i)).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn words(text: &str) -> Vec<String> {
        Words::of(text, MAX_SAMPLED, &Context::default()).unwrap().iter().map(|(_, w)| w.iter().collect()).collect()
    }

    #[test]
    fn words_are_lower_cased_letters() {
        assert_eq!(words("The MINISTER’s 2nd «réponse»—non!"), ["the", "minister's", "réponse", "non"]);
        assert_eq!(words("হ্যাঁ हिन्दी"), ["হ্যাঁ", "हिन्दी"]);
    }

    #[test]
    fn what_tells_no_language_is_left_out() {
        for text in [
            "",
            " \n\t",
            "2024-11-05 12:30",
            "https://example.org/der/weg?x=die",
            "www.Example.com",
            "anna@example.com,",
            "@handle #Tag",
            "news.example.co.uk/sport",
            "index.html",
            "A380 x86_64 B2B",
            "XK-4711",
            "😀 🇩🇪 ❤️",
            "€ 5,00 % -- ***",
            "٣٤٥",
            "第_3",
        ] {
            assert_eq!(words(text), Vec::<String>::new(), "{text:?}");
        }
    }

    #[test]
    fn digits_beside_words_that_no_space_parts_are_left_out_alone() {
        assert_eq!(words("将被收取20年。 1泊5万円"), ["将被收取年", "泊万円"]);
        assert_eq!(words("ราคา20บาท"), ["ราคาบาท"]);
    }

    #[test]
    fn prose_that_looks_like_an_address_stays() {
        assert_eq!(words("It ended.The rest"), ["it", "ended", "the", "rest"]);
        assert_eq!(words("and/or e.g. mr.smith"), ["and", "or", "e", "g", "mr", "smith"]);
    }

    #[test]
    fn a_change_of_script_begins_a_word() {
        let cleaned = Words::of("Windowsのパソコン, аpple", MAX_SAMPLED, &Context::default()).unwrap();
        let found: Vec<_> = cleaned.iter().map(|(s, w)| (s.name(), w.iter().collect::<String>())).collect();
        let expected = [("Latin", "windows"), ("Katakana", "のパソコン"), ("Cyrillic", "а"), ("Latin", "pple")];
        assert_eq!(found, expected.map(|(s, w)| (s, w.to_owned())));
        assert_eq!(cleaned.count(Script::Latin), 11);
    }

    #[test]
    fn long_texts_are_sampled_from_end_to_end() {
        let text = format!("{} {} {}", "first ".repeat(90_000), "middle ".repeat(90_000), "last ".repeat(90_000));
        let sampled = words(&text);
        assert!(sampled.iter().map(String::len).sum::<usize>() <= MAX_SAMPLED);
        for word in ["first", "middle", "last"] {
            assert!(sampled.iter().filter(|w| *w == word).count() > 500, "{word}");
        }
    }

    #[test]
    fn names_and_acronyms_are_known_by_their_capitals() {
        let cleaned = |text: &str| Words::of(text, MAX_SAMPLED, &Context::default()).unwrap();
        assert!(["Maria", "Angela Merkel", "Ο Πρόεδρος"].iter().all(|text| cleaned(text).may_be_name()));
        assert!(
            ["maria", "Angela said", "Anna Bella Carla Dora", "", "部长"]
                .iter()
                .all(|text| !cleaned(text).may_be_name())
        );
        assert!(["NATO", "UNESCO", "ООН"].iter().all(|text| cleaned(text).may_be_acronym()));
        assert!(["Nato", "NATO summit", "GOVERNMENT", "部长"].iter().all(|text| !cleaned(text).may_be_acronym()));
    }

    proptest! {
        #[test]
        fn any_text_gives_words_of_letters(text in any::<String>()) {
            let cleaned = Words::of(&text, MAX_SAMPLED, &Context::default()).unwrap();
            let letters: u32 = Script::ALL.into_iter().map(|s| cleaned.count(s)).sum();
            prop_assert!(letters as usize <= text.chars().count());
            prop_assert_eq!(letters > 0, cleaned.iter().next().is_some());
            prop_assert!(cleaned.iter().all(|(_, w)| !w.is_empty()));
        }
    }
}
