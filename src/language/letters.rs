//! What detection asks about a character, in a table: searching Unicode's own tables for each letter of a text would take
//! longer than all the rest of detection.

use std::sync::OnceLock;

use super::script::{Script, is_common_mark};

/// What a character is; see the constants.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Letter {
    /// Its lower-case form, if that is one character; else see [`Letter::MANY`].
    pub lower: char,
    pub script: Option<Script>,
    flags: u8,
}

impl Letter {
    /// Part of a word, or of a code or number written like one.
    pub const IN_WORD: u8 = 1;
    /// A digit or another numeric sign.
    pub const NUMERIC: u8 = 1 << 1;
    pub const APOSTROPHE: u8 = 1 << 2;
    pub const UNDERSCORE: u8 = 1 << 3;
    pub const CAPITAL: u8 = 1 << 4;
    pub const SMALL: u8 = 1 << 5;
    /// Its lower-case form has several characters.
    pub const MANY: u8 = 1 << 6;
    /// Of a script without spaces between words.
    pub const UNSPACED: u8 = 1 << 7;

    /// Whether one of these flags is set.
    #[inline]
    pub fn is(self, flags: u8) -> bool {
        self.flags & flags != 0
    }

    /// All flags, to be gathered over a word.
    #[inline]
    pub fn flags(self) -> u8 {
        self.flags
    }

    fn new(c: char) -> Self {
        let script = Script::of(c);
        let mut lower = c.to_lowercase();
        let first = lower.next().unwrap_or(c);
        let numeric = c.is_numeric();
        let word = c.is_alphanumeric() || is_apostrophe(c) || is_common_mark(c) || script.is_some();
        let flags = [
            (Self::IN_WORD, word || matches!(c, '\u{200C}' | '_')),
            (Self::NUMERIC, numeric),
            (Self::APOSTROPHE, is_apostrophe(c)),
            (Self::UNDERSCORE, c == '_'),
            (Self::CAPITAL, c.is_uppercase()),
            (Self::SMALL, c.is_lowercase()),
            (Self::MANY, lower.next().is_some()),
            (Self::UNSPACED, script.is_some_and(Script::is_unspaced)),
        ];
        let flags = flags.iter().filter(|(_, set)| *set).map(|(flag, _)| flag).sum();
        Self { lower: first, script, flags }
    }
}

pub(crate) fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | 'ʼ' | 'ʻ' | '‘')
}

/// All alphabets of few letters stand below; ideographs and Hangul syllables, which are alike, above.
const TABLE: usize = 0x3100;

/// The table of all characters below U+3100.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Letters(&'static [Letter]);

impl Letters {
    /// The table, which is made on first use.
    pub(crate) fn get() -> Self {
        static LETTERS: OnceLock<Vec<Letter>> = OnceLock::new();
        let make = || (0..TABLE as u32).filter_map(char::from_u32).map(Letter::new).collect();
        Self(LETTERS.get_or_init(make))
    }

    #[inline]
    pub(crate) fn of(self, c: char) -> Letter {
        match self.0.get(c as usize) {
            Some(letter) => *letter,
            None => Self::beyond(c),
        }
    }

    fn beyond(c: char) -> Letter {
        let whole = |script, flags| Letter { lower: c, script: Some(script), flags: Letter::IN_WORD | flags };
        match c {
            // Some ideographs are numbers, too.
            '\u{4E00}'..='\u{9FFF}' if !c.is_numeric() => whole(Script::Han, Letter::UNSPACED),
            '\u{AC00}'..='\u{D7A3}' => whole(Script::Hangul, 0),
            _ => Letter::new(c),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_holds_what_unicode_says() {
        let letters = Letters::get();
        for c in '\0'..=char::MAX {
            assert_eq!(letters.of(c), Letter::new(c), "{c:?}");
        }
    }

    #[test]
    fn what_is_asked_of_letters() {
        let letters = Letters::get();
        assert_eq!(letters.of('Ж').lower, 'ж');
        assert!(letters.of('İ').is(Letter::MANY) && letters.of('İ').is(Letter::CAPITAL));
        assert!(letters.of('五').is(Letter::UNSPACED) && letters.of('五').is(Letter::IN_WORD));
        assert!(letters.of('٣').is(Letter::NUMERIC) && !letters.of('.').is(Letter::IN_WORD));
        assert!(letters.of('’').is(Letter::APOSTROPHE) && letters.of('_').is(Letter::UNDERSCORE));
    }
}
