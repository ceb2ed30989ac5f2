//! Dates as pages write them, to ISO 8601.

use super::clock;
use super::machine_dates::{epoch, logged, machine};
use super::months::month;
pub(crate) use super::order::Order;

/// Years that a page's date can lie in.
pub(super) const YEARS: std::ops::RangeInclusive<u32> = 1990..=2100;

/// Reads the date, and the time and zone where given, that `text` begins with or holds.
pub(crate) fn read(text: &str, order: Order) -> Option<String> {
    let text = text.trim();
    machine(text)
        .or_else(|| epoch(text))
        .or_else(|| logged(text))
        .or_else(|| Some(written(text, order).next()?.moment()))
}

/// A date found in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Found {
    /// The day.
    pub(crate) value: String,
    /// The time right behind it, or before it, as `Thh:mm:ss` with its zone where that is certain.
    pub(crate) clock: Option<String>,
    /// Where it stands, in bytes.
    pub(crate) start: usize,
    pub(crate) end: usize,
    /// Where its time ends, if that stands behind it.
    pub(crate) past: usize,
    /// Whether day and month cannot have changed places.
    pub(crate) sure: bool,
}

impl Found {
    /// The day, with the time where one is told.
    pub(crate) fn moment(&self) -> String {
        format!("{}{}", self.value, self.clock.as_deref().unwrap_or(""))
    }
}

/// All dates written in the first 300 bytes of a text, in order.
pub(crate) fn all(text: &str, order: Order) -> impl Iterator<Item = Found> + '_ {
    written(text, order)
}

/// The days from the year 0 to the day of an ISO 8601 date, by Hinnant's algorithm the other way.
pub(crate) fn number(date: &str) -> Option<u64> {
    let mut parts = date.get(..10)?.split('-').map(|part| part.parse::<u64>().ok());
    let (year, month, day) = (parts.next()??, parts.next()??, parts.next()??);
    if !(1..=12).contains(&month) || !(1..=31).contains(&day) {
        return None;
    }
    let (year, month) = if month <= 2 { (year.checked_sub(1)?, month + 9) } else { (year, month - 3) };
    Some(year * 365 + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + day - 1)
}

/// Whether a moment can fall on a day somewhere on earth; where its zone is not told, on the neighbouring days, too.
pub(crate) fn is_day_of(day: &str, moment: &str) -> bool {
    let (Some(day), Some(own)) = (number(day), number(moment)) else { return false };
    let Some(minutes) = utc(moment) else { return day.abs_diff(own) <= 1 };
    // From twelve hours behind to fourteen ahead.
    ((minutes - 12 * 60).div_euclid(DAY)..=(minutes + 14 * 60).div_euclid(DAY)).contains(&(day as i64))
}

/// Whether two moments with their zones are the same.
pub(crate) fn is_same_moment(one: &str, other: &str) -> bool {
    utc(one).is_some_and(|minutes| utc(other) == Some(minutes))
}

/// The minutes of a day.
const DAY: i64 = 24 * 60;

/// The minutes since the year 0 in the zone of Greenwich; none without time and zone.
fn utc(moment: &str) -> Option<i64> {
    let minutes = |text: &str| Some(60 * text.get(..2)?.parse::<i64>().ok()? + text.get(3..5)?.parse::<i64>().ok()?);
    let zone = moment.get(19..)?;
    let ahead = match zone.as_bytes() {
        b"Z" => 0,
        [b'+', ..] => minutes(&zone[1..])?,
        [b'-', ..] => -minutes(&zone[1..])?,
        _ => return None,
    };
    Some(number(moment)? as i64 * DAY + minutes(moment.get(11..)?)? - ahead)
}

/// A piece of written date.
#[derive(Clone, Copy, PartialEq)]
enum Piece {
    Number(u32, usize),
    Month(u32),
    Sign(char),
}

/// "September 4, 2025", "4. September 2025", "4 сентября 2025", "04.09.2025", "2025年9月4日".
fn written(text: &str, order: Order) -> impl Iterator<Item = Found> + '_ {
    let end = (0..=text.len().min(300)).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0);
    // No date has fewer than three digits, and most blocks have none.
    let digits = text[..end].chars().filter(|&char| char.is_ascii_digit() || native_digit(char).is_some()).take(3);
    let end = if digits.count() < 3 { 0 } else { end };
    let (pieces, spans): (Vec<Piece>, Vec<(usize, usize)>) = pieces(&text[..end]).into_iter().unzip();
    let mut at = 0;
    // Where the last date ended, with its time.
    let mut last = 0;
    std::iter::from_fn(move || {
        while at < pieces.len() {
            let from = at;
            at += 1;
            if let Some((value, length)) = date_at(&pieces[from..], order)
                && spans[from..from + length].windows(2).all(|pair| is_close(text, pair[0].1, pair[1].0))
            {
                at = from + length;
                let named = pieces[from..at].iter().any(|piece| matches!(piece, Piece::Month(_)));
                let high = |piece: &Piece| matches!(piece, Piece::Number(13.., _));
                let sure = named || pieces[from..at].iter().filter(|piece| high(piece)).count() > 1;
                let end = spans[at - 1].1;
                let start = spans[from].0;
                let rest = text.get(end..).unwrap_or("");
                let rest = rest.strip_prefix(['日', '일']).unwrap_or(rest);
                let behind = clock::behind(rest, &value);
                let past = behind.as_ref().map_or(end, |(_, length)| text.len() - rest.len() + length);
                let before = || clock::before(text.get(last..start)?, &value);
                let clock = behind.map(|(clock, _)| clock).or_else(before);
                last = past;
                return Some(Found { value, clock, start, end, past, sure });
            }
        }
        None
    })
}

/// Whether two pieces can belong to one date: between them stand signs and a small word at most.
fn is_close(text: &str, from: usize, to: usize) -> bool {
    let between = text.get(from..to).unwrap_or("");
    between.len() <= 12 && between.chars().filter(|char| char.is_alphabetic()).count() <= 4
}

/// The date that the pieces begin with, and how many pieces it takes.
fn date_at(pieces: &[Piece], order: Order) -> Option<(String, usize)> {
    match *pieces {
        [Piece::Month(month), Piece::Number(day, 1 | 2), Piece::Number(year, 4), ..]
        | [Piece::Number(day, 1 | 2), Piece::Month(month), Piece::Number(year, 4), ..]
        | [Piece::Number(year, 4), Piece::Month(month), Piece::Number(day, 1 | 2), ..] => {
            Some((iso(common_era(year), month, day)?, 3))
        }
        [Piece::Month(month), Piece::Number(day, 1 | 2), Piece::Sign('.'), Piece::Number(year, 4), ..] => {
            Some((iso(year, month, day)?, 4))
        }
        [
            Piece::Number(first, 1 | 2),
            Piece::Sign(one),
            Piece::Number(second, 1 | 2),
            Piece::Sign(two),
            Piece::Number(year, length @ (2 | 4)),
            ..,
        ] if one == two && one != ':' => {
            let year = if length == 2 { 2_000 + year } else { year };
            // Only slashes: with dots and hyphens the day comes first everywhere.
            if one == '/' && order == Order::Unknown && first.max(second) <= 12 && first != second {
                return None;
            }
            let month_first = second > 12 || one == '/' && first <= 12 && order == Order::MonthFirst;
            let (month, day) = if month_first { (first, second) } else { (second, first) };
            Some((iso(year, month, day)?, 5))
        }
        [
            Piece::Number(year, 4),
            Piece::Sign('-' | '/' | '.' | '年' | '년'),
            Piece::Number(month, 1 | 2),
            Piece::Sign(_),
            Piece::Number(day, 1 | 2),
            ..,
        ] => Some((iso(year, month, day)?, 5)),
        _ => None,
    }
}

/// A year as Thai pages count it, 543 ahead of others; no other year is as high.
fn common_era(year: u32) -> u32 {
    let ahead = *YEARS.start() + 543..=*YEARS.end() + 543;
    if ahead.contains(&year) { year - 543 } else { year }
}

/// Numbers, months and the signs right between numbers, with where they stand; small words between them ("de", "of",
/// "th") are left out.
fn pieces(text: &str) -> Vec<(Piece, (usize, usize))> {
    let mut pieces = Vec::new();
    let mut chars = text.char_indices().peekable();
    while let Some(&(start, char)) = chars.peek() {
        let digit = char.to_digit(10).or_else(|| native_digit(char));
        if let Some(first) = digit {
            let (mut value, mut length) = (first, 1);
            let mut end = start + char.len_utf8();
            chars.next();
            while let Some(&(at, char)) = chars.peek()
                && let Some(next) = char.to_digit(10).or_else(|| native_digit(char))
            {
                value = value.saturating_mul(10).saturating_add(next);
                length += 1;
                end = at + char.len_utf8();
                chars.next();
            }
            pieces.push((Piece::Number(value, length), (start, end)));
            if let Some(&(at, sign)) = chars.peek()
                && matches!(sign, '.' | '/' | '-' | '年' | '月' | '년' | '월' | ':')
            {
                chars.next();
                // "2024년 8월 29일", "29. 8. 2024".
                if matches!(sign, '年' | '月' | '년' | '월' | '.') && chars.peek().is_some_and(|&(_, char)| char == ' ')
                {
                    chars.next();
                }
                if chars.peek().is_some_and(|&(_, char)| char.is_ascii_digit()) {
                    pieces.push((Piece::Sign(sign), (at, at + sign.len_utf8())));
                }
            }
        } else if char.is_alphabetic() {
            let mut end = start;
            while let Some(&(at, char)) = chars.peek().filter(|(_, char)| is_letter(*char)) {
                end = at + char.len_utf8();
                chars.next();
            }
            let word = text.get(start..end).unwrap_or("");
            // Pages run a line's parts together: "HealthMay 3, 2024".
            let hump = word
                .char_indices()
                .zip(word.chars().skip(1))
                .filter(|((_, a), b)| a.is_lowercase() && b.is_uppercase());
            let tail = hump.last().map(|((at, char), _)| at + char.len_utf8());
            let found = month(word).map(|number| (number, 0));
            if let Some((number, at)) = found.or_else(|| Some((month(word.get(tail?..)?)?, tail?))) {
                pieces.push((Piece::Month(number), (start + at, end)));
            }
        } else {
            chars.next();
        }
    }
    pieces
}

/// A digit of Arabic, Persian, Hindi, Bengali or Thai.
fn native_digit(char: char) -> Option<u32> {
    if char < '٠' {
        return None;
    }
    let zeros = ['٠', '۰', '०', '০', '๐'];
    zeros.into_iter().find_map(|zero| (char as u32).checked_sub(zero as u32).filter(|digit| *digit < 10))
}

/// Letters, and the signs that stand upon or below letters of Hindi, Bengali and Thai.
fn is_letter(char: char) -> bool {
    char.is_alphabetic() || matches!(char, '\u{93c}' | '\u{94d}' | '\u{9bc}' | '\u{9cd}' | '\u{e47}'..='\u{e4e}')
}

/// `YYYY-MM-DD`, if there is such a day.
pub(super) fn iso(year: u32, month: u32, day: u32) -> Option<String> {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    let days = match month {
        2 => 28 + u32::from(leap),
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => return None,
    };
    (YEARS.contains(&year) && (1..=days).contains(&day)).then(|| format!("{year:04}-{month:02}-{day:02}"))
}

/// The date in an address's path: `/2025/09/04/`, `/2025-09-04-`, `/20250904/`, `/2025/september/04/`.
pub(crate) fn in_url(url: &str) -> Option<String> {
    let path = url.split_once("://").map_or(url, |(_, rest)| rest).split(['?', '#']).next()?;
    let path = path.get(path.find('/')?..)?;
    for (at, _) in path.match_indices(['/', '-', '_']) {
        let rest = path.get(at + 1..)?;
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        if (digits == 4 || digits == 8)
            && let Some(date) = machine(rest.get(..10.min(rest.len())).unwrap_or(rest))
                .or_else(|| machine(rest.get(..8).unwrap_or("")))
                .or_else(|| named_month(rest))
        {
            return Some(date.get(..10).unwrap_or(&date).to_owned());
        }
    }
    None
}

/// `2025/september/04/`, `2025/sep/4`.
fn named_month(path: &str) -> Option<String> {
    let mut parts = path.splitn(4, '/');
    let year = parts.next()?;
    let number = |part: &str| if part.len() <= 4 { part.parse::<u32>().ok() } else { None };
    iso(number(year)?, month(parts.next()?)?, number(parts.next()?)?)
}
