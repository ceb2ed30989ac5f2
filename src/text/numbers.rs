//! Where a number ends.

use super::TokenKind;
use super::chars::{Class, char_at, class, is_apostrophe};
use super::word_end::word_end;

/// The end of the number that begins at `start`, and what it is: a number, or a word such as "10-year-old".
pub(crate) fn number_end(text: &str, start: usize) -> (usize, TokenKind) {
    let bytes = text.as_bytes();
    if let Some(end) = iso_date(bytes, start) {
        return (end, TokenKind::Number);
    }
    let mut end = digits(text, start);
    let mut group = end - start;
    while let Some(next) = separator_end(text, end, group) {
        let to = digits(text, next);
        group = to - next;
        end = to;
    }
    let Some(c) = char_at(text, end) else { return (end, TokenKind::Number) };
    if c.is_ascii() && !c.is_ascii_alphabetic() && !matches!(c, '-' | '\'') {
        return (end, TokenKind::Number);
    }
    let joins = |at| char_at(text, at).is_some_and(|c| class(c) == Class::Letter);
    match c {
        // "10-year-old", "1990's"
        '-' | '\u{2011}' | '’' | '\'' if joins(end + c.len_utf8()) => {
            let to = word_end(text, end + c.len_utf8());
            (to, if is_apostrophe(c) { TokenKind::Number } else { TokenKind::Word })
        }
        _ if class(c) == Class::Letter => {
            let to = word_end(text, end);
            let unit = text.get(end..to).unwrap_or("");
            let hours = unit.starts_with(['h', 'H']) && unit[1..].bytes().all(|byte| byte.is_ascii_digit());
            let plain = unit.chars().count() <= 3 && unit.chars().all(char::is_alphabetic);
            (to, if hours || plain { TokenKind::Number } else { TokenKind::Word })
        }
        _ => (end, TokenKind::Number),
    }
}

/// The end of a run of digits of any script.
fn digits(text: &str, mut at: usize) -> usize {
    let bytes = text.as_bytes();
    loop {
        while bytes.get(at).is_some_and(u8::is_ascii_digit) {
            at += 1;
        }
        match char_at(text, at) {
            Some(c) if !c.is_ascii() && matches!(class(c), Class::Digit | Class::Extend) => at += c.len_utf8(),
            _ => return at,
        }
    }
}

/// The end of a separator at `at` that joins a group of `group` bytes of digits to the next.
fn separator_end(text: &str, at: usize, group: usize) -> Option<usize> {
    let c = char_at(text, at)?;
    let next = at + c.len_utf8();
    let run = digits(text, next).saturating_sub(next);
    if run == 0 || char_at(text, next).is_some_and(|c| class(c) == Class::Extend) {
        return None;
    }
    let joins = match c {
        '.' | ',' | '\u{66B}' | '\u{66C}' => true,
        ':' => group <= 2 && run == 2,
        '/' => group <= 4 && run <= 4,
        '\'' | '’' | '\u{A0}' | '\u{202F}' | '\u{2009}' => group <= 3 && run == 3,
        _ => false,
    };
    joins.then_some(next)
}

/// The end of a date of the form 2022-01-12 or 12-01-2022, with its time of day where one is joined by `T`.
fn iso_date(bytes: &[u8], start: usize) -> Option<usize> {
    let run =
        |at: usize| bytes.get(at..).map_or(0, |rest| rest.iter().take(5).take_while(|b| b.is_ascii_digit()).count());
    let year = run(start);
    if !matches!(year, 1 | 2 | 4) || bytes.get(start + year) != Some(&b'-') {
        return None;
    }
    let month_at = start + year + 1;
    let month = run(month_at);
    let day_at = month_at + month + 1;
    if !(1..=2).contains(&month) || bytes.get(day_at - 1) != Some(&b'-') {
        return None;
    }
    let day = run(day_at);
    if !matches!((year, day), (4, 1 | 2) | (1 | 2, 4)) {
        return None;
    }
    let mut end = day_at + day;
    if bytes.get(end) == Some(&b'T') && run(end + 1) == 2 {
        let time = |byte: &&u8| byte.is_ascii_digit() || matches!(byte, b':' | b'+' | b'.' | b'-');
        end += 1 + bytes[end + 1..].iter().take(24).take_while(time).count();
        end += usize::from(bytes.get(end) == Some(&b'Z'));
        while matches!(bytes[end - 1], b'.' | b':' | b'-' | b'+') {
            end -= 1;
        }
    }
    Some(end)
}
