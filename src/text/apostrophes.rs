//! Apostrophe or quotation mark: what a single mark beside a word is.
//!
//! Between letters it is an apostrophe (the scanner sees to that). Elsewhere:
//!
//! - before one of a few clipped words or a decade ("'em", "’tis", "'90s") it is an apostrophe;
//! - after white space, an opening bracket or another quotation mark, and before a letter or digit, it opens a quotation;
//! - after a word that ends in s, x or z ("workers' rights"), in "in" ("goin' home") or after "po" ("un po' di"), it is an apostrophe if no
//!   single quotation is open in the paragraph, or if one is open, a lower-case word follows, and a later mark closes
//!   that quotation; the search goes no farther than 400 bytes;
//! - in all other places it is a quotation mark.

use super::TokenKind;
use super::chars::{char_at, char_before, is_apostrophe, is_word};

/// How far a closing mark is looked for, in bytes.
const REACH: usize = 400;

/// Words with an apostrophe for the letters left out at their head.
const CLIPPED: &[&str] =
    &["em", "tis", "twas", "twere", "til", "till", "cause", "bout", "round", "n", "cos", "s", "t", "k"];

/// Articles, prepositions and pronouns that lose their vowel before another.
const ELIDED: &[&str] = &[
    "l", "d", "j", "c", "m", "n", "s", "t", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu", "quelqu", "un", "dell", "all",
    "dall", "nell", "sull", "coll", "quell", "quest", "bell", "gl", "degl", "agl", "dov", "cos", "com", "anch",
    "quand", "senz", "mezz",
];

/// Which single quotation, if any, is open.
#[derive(Debug, Default)]
pub(crate) struct Quotes {
    open: Option<char>,
}

impl Quotes {
    /// A paragraph ends: nothing stays open.
    pub(crate) fn paragraph(&mut self) {
        self.open = None;
    }

    /// Takes note of a single quotation mark at `at`.
    pub(crate) fn mark(&mut self, text: &str, at: usize, mark: char) {
        self.open = match mark {
            '‹' => return,
            '‚' => Some('‘'),
            '‘' if self.open == Some('‘') => None,
            '‘' => Some('’'),
            _ if opens(text, at, mark) => Some(mark),
            _ => None,
        };
    }

    /// Whether the mark at `at`, right after a word, makes it a possessive or clipped form.
    pub(crate) fn is_possessive(&self, text: &str, at: usize, mark: char) -> bool {
        let after = at + mark.len_utf8();
        let bytes = text.as_bytes();
        if char_at(text, after).is_some_and(is_word) || bytes.get(after) == Some(&b'\'') {
            return false;
        }
        let head = &bytes[..at];
        let clipped = (head.ends_with(b"in") || head.ends_with(b" po")) && bytes.get(after) == Some(&b' ');
        if !clipped && !matches!(head.last(), Some(b's' | b'S' | b'x' | b'z')) {
            return false;
        }
        match self.open {
            None => true,
            Some(open) if open != mark => true,
            Some(_) => {
                bytes.get(after) == Some(&b' ')
                    && char_at(text, after + 1).is_some_and(char::is_lowercase)
                    && closes_later(text, after, mark)
            }
        }
    }
}

/// Whether a mark at `at` stands where a quotation opens.
fn opens(text: &str, at: usize, mark: char) -> bool {
    let before = char_before(text, at);
    let free = before.is_none_or(|c| c.is_whitespace() || "([{\"“„«`—–-".contains(c));
    free && char_at(text, at + mark.len_utf8()).is_some_and(|c| !c.is_whitespace())
}

/// Whether a mark that can only close stands after `from`, before one that opens.
fn closes_later(text: &str, from: usize, mark: char) -> bool {
    let mut before = ' ';
    let mut stop = (from + REACH).min(text.len());
    while !text.is_char_boundary(stop) {
        stop -= 1;
    }
    let mut rest = text.get(from..stop).unwrap_or("").chars().peekable();
    while let Some(c) = rest.next() {
        let next = rest.peek().copied();
        if c == '\n' && next == Some('\n') {
            return false;
        }
        if c == mark {
            if before.is_whitespace() {
                return false;
            }
            if !next.is_some_and(is_word) {
                return true;
            }
        }
        before = c;
    }
    false
}

/// Whether the mark at `at` is the apostrophe of a clipped word or decade; then, which kind of token begins with it.
pub(crate) fn clipped(text: &str, at: usize, mark: char) -> Option<TokenKind> {
    let bytes = text.as_bytes();
    if char_before(text, at).is_some_and(is_word) {
        return None;
    }
    let from = at + mark.len_utf8();
    let run = bytes.get(from..)?.iter().take(8).take_while(|byte| byte.is_ascii_alphanumeric()).count();
    let word = bytes.get(from..from + run)?;
    let digits = word.len() >= 2 && word[..2].iter().all(u8::is_ascii_digit);
    if digits && (word.len() == 2 || word[2..] == *b"s") {
        return Some(TokenKind::Number);
    }
    let closed = char_at(text, from + run).is_some_and(is_apostrophe);
    let known = CLIPPED.iter().any(|known| known.as_bytes() == word);
    (known && (!closed || word == b"n")).then_some(TokenKind::Word)
}

/// The end of a French pronoun that its verb precedes, with its hyphen at `at`: "-il" in "dit-il", "-t-elle".
pub(crate) fn inverted_end(text: &str, at: usize) -> Option<usize> {
    let rest = text.as_bytes().get(at..)?.strip_prefix(b"-")?;
    let (rest, joined) = rest.strip_prefix(b"t-").map_or((rest, 0), |rest| (rest, 2));
    let size = rest.iter().take(6).take_while(|byte| byte.is_ascii_lowercase()).count();
    let known = match &rest[..size] {
        b"il" | b"ils" | b"elle" | b"elles" => true,
        b"on" => joined > 0,
        _ => false,
    };
    let end = at + 1 + joined + size;
    (known && !char_at(text, end).is_some_and(|c| is_word(c) || c == '-')).then_some(end)
}

/// Whether the letters from `start`, with the apostrophe that ends at `end`, are an elided word of their own.
pub(crate) fn elides(text: &str, start: usize, end: usize) -> bool {
    let Some(head) = text.get(start..end) else { return false };
    let word = head.trim_end_matches(is_apostrophe);
    if word.len() + 1 > head.len() || word.len() > 6 {
        return false;
    }
    let mut rest = text.get(end..).unwrap_or("").chars();
    let Some(next) = rest.next() else { return false };
    // Before a consonant or a single letter it is no elision: "d's", "N'Golo", and all but few English contractions.
    let vowel = next.to_lowercase().next().is_some_and(|c| "aeiouyhàáâäæèéêëìíîïòóôöœùúûü".contains(c));
    if !vowel || !ELIDED.iter().any(|elided| word.eq_ignore_ascii_case(elided)) {
        return false;
    }
    // "D'Angelo", "Dell'Utri" are names.
    let capital = word.starts_with(|c: char| c.is_ascii_uppercase());
    if capital && next.is_uppercase() && !matches!(word, "L" | "C" | "J" | "Qu" | "S") {
        return false;
    }
    rest.next().is_some_and(is_word) || matches!(next, 'y' | 'à' | 'a' | 'è')
}
