//! Where a word ends.

use super::apostrophes;
use super::chars::{Class, char_at, char_before, class};

/// The end of the word whose first letter or digit stands at `start`.
#[inline]
pub(crate) fn word_end(text: &str, start: usize) -> usize {
    // Most words are ASCII letters, and a blank behind them.
    let run = text.as_bytes()[start..].iter().take_while(|byte| ALPHANUMERIC[**byte as usize]).count();
    match text.as_bytes().get(start + run) {
        Some(b' ' | b'\n') | None if run > 0 => start + run,
        Some(b',' | b'.') if run > 0 && !joins_digits(text.as_bytes(), start + run) => start + run,
        _ => word_end_of_any(text, start),
    }
}

/// The ASCII letters and digits.
const ALPHANUMERIC: [bool; 256] = {
    let mut table = [false; 256];
    let mut at = 0;
    while at < 128 {
        table[at] = (at as u8).is_ascii_alphanumeric();
        at += 1;
    }
    table
};

/// "SKr2.1bn", "v2.1": a point or comma between two digits parts no word (Unicode Standard Annex 29, rules WB11 and WB12).
fn joins_digits(bytes: &[u8], at: usize) -> bool {
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    digit(at.wrapping_sub(1)) && digit(at + 1)
}

/// "צה"ל": the mark of an abbreviation (rules WB7b and WB7c).
fn joins_hebrew(text: &str, at: usize) -> bool {
    let letter = |c: Option<char>| c.is_some_and(|c| matches!(c, '\u{5D0}'..='\u{5EA}'));
    letter(char_before(text, at)) && letter(char_at(text, at + 1))
}

fn word_end_of_any(text: &str, start: usize) -> usize {
    let bytes = text.as_bytes();
    let katakana = char_at(text, start).is_some_and(|c| class(c) == Class::Katakana);
    let mut at = start;
    loop {
        while !katakana && bytes.get(at).is_some_and(|byte| ALPHANUMERIC[*byte as usize]) {
            at += 1;
        }
        let Some(&byte) = bytes.get(at) else { return at };
        if byte.is_ascii() {
            match byte {
                b'_' | b'-' | b'&' | b'\'' if !katakana => {}
                b'.' | b',' if at > start && joins_digits(bytes, at) => {
                    at += 1;
                    continue;
                }
                b'"' if joins_hebrew(text, at) => {
                    at += 1;
                    continue;
                }
                _ => return at,
            }
        }
        let Some(c) = char_at(text, at) else { return at };
        let after = at + c.len_utf8();
        let joins = |c: char| matches!(class(c), Class::Letter | Class::Digit);
        match c {
            '_' if char_at(text, after).is_some_and(|c| c == '_' || joins(c)) => at = after,
            '-' if apostrophes::inverted_end(text, at).is_some() => return at,
            '-' | '\u{2010}' | '\u{2011}' if char_at(text, after).is_some_and(joins) => at = after,
            '&' if bytes[at - 1].is_ascii_uppercase() && bytes.get(after).is_some_and(u8::is_ascii_uppercase) => {
                at = after;
            }
            '\'' | '’' => {
                if !char_at(text, after).is_some_and(joins) {
                    return at;
                }
                at = after;
                if apostrophes::elides(text, start, at) {
                    return at;
                }
            }
            '·' if matches!(bytes.get(after), Some(b'l' | b'L')) => at = after,
            _ if c.is_ascii() => return at,
            _ => match class(c) {
                Class::Katakana if katakana => at = after,
                Class::Letter | Class::Digit if !katakana => at = after,
                Class::Extend => at = after,
                _ => return at,
            },
        }
    }
}
