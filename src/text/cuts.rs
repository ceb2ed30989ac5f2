//! Where a sentence ends though no stop says so: behind a stamp of date and time, behind an address of the web or a smiley
//! where a capital follows, before and behind a row of dashes.
//!
//! Scraped copy puts such things into the running line: "Jane Doe 26/10/2000 11:07 AM The talks ...", "read it at
//! example.org/news The minister ...", "... ended. ------- About the author".

use std::sync::OnceLock;

use memchr::memmem::Finder;

use super::chars::{char_at, char_before};
use super::{Span, web};

/// The shortest rows that are looked for; of other marks, such as dots, rows mean something else.
const ROWS: [&str; 4] = ["-----", "_____", "=====", "*****"];

/// Where a sentence begins behind such a place, in order.
pub(crate) fn starts(text: &str, piece: Span) -> Vec<usize> {
    let mut found = Vec::new();
    let bytes = text.as_bytes().get(..piece.end).unwrap_or(&[]);
    let mut from = piece.start;
    while let Some(step) = memchr::memchr(b':', bytes.get(from..).unwrap_or(&[])) {
        let colon = from + step;
        from = colon + 1;
        let Some(end) = stamp_end(bytes, colon).or_else(|| smiley_end(bytes, colon)).or_else(|| url_end(text, colon))
        else {
            continue;
        };
        from = from.max(end);
        let next = visible(text, end, piece.end);
        let opens = char_at(text, next).is_some_and(char::is_uppercase);
        if end < next && next < piece.end && (opens || bytes[next..].starts_with(b"http")) {
            found.push(next);
        }
    }
    rows(text, piece, &mut found);
    found.sort_unstable();
    found.dedup();
    found
}

/// Before and behind rows of dashes and the like that stand alone.
fn rows(text: &str, piece: Span, found: &mut Vec<usize>) {
    static FINDERS: OnceLock<[Finder<'static>; 4]> = OnceLock::new();
    let bytes = text.as_bytes().get(..piece.end).unwrap_or(&[]);
    for finder in FINDERS.get_or_init(|| ROWS.map(Finder::new)) {
        let mut from = piece.start;
        while let Some(step) = finder.find(bytes.get(from..).unwrap_or(&[])) {
            let start = from + step;
            let mark = bytes[start];
            let end = start + bytes[start..].iter().take_while(|byte| **byte == mark).count();
            from = end;
            let free = |c: Option<char>| c.is_none_or(char::is_whitespace);
            if !free(char_before(text, start)) || !free(char_at(text, end)) {
                continue;
            }
            let next = visible(text, end, piece.end);
            found.extend([start, next].into_iter().filter(|at| *at > piece.start && *at < piece.end));
        }
    }
}

/// The next place from `at` on that is no white space.
fn visible(text: &str, mut at: usize, end: usize) -> usize {
    while at < end {
        match char_at(text, at) {
            Some(c) if c.is_whitespace() => at += c.len_utf8(),
            _ => break,
        }
    }
    at
}

/// The end of a date with a time of day, of which the first colon is at `colon`: "26/10/2000 11:07 AM".
fn stamp_end(bytes: &[u8], colon: usize) -> Option<usize> {
    let digits = |at: usize| bytes.get(at..).unwrap_or(&[]).iter().take_while(|byte| byte.is_ascii_digit()).count();
    let digits_before = |at: usize| bytes[..at].iter().rev().take(5).take_while(|byte| byte.is_ascii_digit()).count();
    let mut at = colon;
    let hours = digits_before(at);
    at -= hours;
    if !(1..=2).contains(&hours) || digits(colon + 1) != 2 {
        return None;
    }
    let rest = bytes[..at].strip_suffix(b" ")?;
    at = rest.strip_suffix(b",").unwrap_or(rest).len();
    for part in 0..3 {
        let size = digits_before(at);
        if !(1..=4).contains(&size) {
            return None;
        }
        at -= size;
        if part < 2 {
            at = at.checked_sub(1).filter(|at| matches!(bytes[*at], b'/' | b'.' | b'-'))?;
        }
    }
    let mut end = colon + 3;
    if bytes.get(end) == Some(&b':') && digits(end + 1) == 2 {
        end += 3;
    }
    let half = bytes.get(end..end + 3).is_some_and(|half| {
        half[0] == b' ' && matches!(half[1], b'A' | b'P' | b'a' | b'p') && matches!(half[2], b'M' | b'm')
    });
    if half {
        return Some(end + 3);
    }
    let zone = bytes.get(end + 1..).filter(|_| bytes.get(end) == Some(&b' ')).map_or(0, zone_length);
    Some(if zone > 0 { end + 1 + zone } else { end })
}

/// The length of "Uhr", or of letters that stand for a time zone ("GMT", "CEST"), at the beginning.
fn zone_length(bytes: &[u8]) -> usize {
    let letters = bytes.iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
    let word = &bytes[..letters];
    let zone = (3..=4).contains(&letters) && word.ends_with(b"T") && word.iter().all(u8::is_ascii_uppercase);
    if zone || word == b"UTC" || word == b"Uhr" { letters } else { 0 }
}

/// The end of a smiley whose eyes are at `colon`: ":)", ":-(", ":D".
pub(crate) fn smiley_end(bytes: &[u8], colon: usize) -> Option<usize> {
    let free = |byte: Option<&u8>| byte.is_none_or(u8::is_ascii_whitespace);
    if !free(colon.checked_sub(1).and_then(|before| bytes.get(before))) {
        return None;
    }
    let nose = usize::from(matches!(bytes.get(colon + 1), Some(b'-' | b'o' | b'\'')));
    let mouth = colon + 1 + nose;
    let end =
        mouth + bytes.get(mouth..)?.iter().take(8).take_while(|byte| matches!(byte, b')' | b'(' | b'D' | b'P')).count();
    (end > mouth && free(bytes.get(end))).then_some(end)
}

/// The end of an address of the web whose scheme ends at `colon`.
fn url_end(text: &str, colon: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let head = &bytes[..colon];
    let scheme = head.iter().rev().take(6).take_while(|byte| byte.is_ascii_alphabetic()).count();
    let sound = bytes[colon..].starts_with(b"://") && web::is_scheme(&head[colon - scheme..]);
    sound.then(|| web::url_end(text, colon + 3))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn parts(text: &str) -> Vec<&str> {
        let mut from = 0;
        let cuts = starts(text, Span::new(0, text.len()));
        let mut parts = Vec::new();
        for at in cuts.into_iter().chain([text.len()]) {
            parts.push(text[from..at].trim());
            from = at;
        }
        parts
    }

    #[test]
    fn stamps_end_where_a_capital_follows() {
        assert_eq!(parts("Jo Doe 26/10/2000 11:07 AM The talks"), ["Jo Doe 26/10/2000 11:07 AM", "The talks"]);
        assert_eq!(parts("am 12.01.2022, 09:26:05 Uhr. 2022-01-12 09:26 Mehr").len(), 2);
        assert_eq!(parts("Jo Doe 26/10/2000 11:07 GMT The talks"), ["Jo Doe 26/10/2000 11:07 GMT", "The talks"]);
        assert_eq!(parts("at 11:07 AM The talks").len(), 1);
        assert_eq!(parts("on 26/10/2000 11:07 the talks").len(), 1);
    }

    #[test]
    fn addresses_and_smileys_end_where_a_capital_follows() {
        assert_eq!(parts("see https://a.example/b The talks"), ["see https://a.example/b", "The talks"]);
        assert_eq!(parts("http://a.example http://b.example for more").len(), 2);
        assert_eq!(parts("good :) There is"), ["good :)", "There is"]);
        assert_eq!(parts("The point: Nobody knows (yet :)").len(), 1);
    }

    #[test]
    fn rows_stand_alone() {
        assert_eq!(parts("It ended. ------ About us"), ["It ended.", "------", "About us"]);
        assert_eq!(parts("a-----b and -- so").len(), 1);
    }

    proptest! {
        #[test]
        fn cuts_are_boundaries(text in "([A-Za-zé0-9/:. ,()-]|http://|-----|12/01/2022 09:26 AM ){0,60}") {
            let cuts = starts(&text, Span::new(0, text.len()));
            prop_assert!(cuts.windows(2).all(|pair| pair[0] < pair[1]));
            prop_assert!(cuts.iter().all(|at| text.is_char_boundary(*at)));
        }
    }
}
