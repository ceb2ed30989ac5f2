//! Dates as machines write them: ISO 8601, the seconds since 1970, and the lines of logs.

use super::dates::iso;
use super::months::month;

/// `YYYY-MM-DD`, `YYYY-MM-DDThh:mm[:ss[.fff]][zone]`, `YYYYMMDD`, with `/` or `.` for `-` and a space for `T`.
pub(super) fn machine(text: &str) -> Option<String> {
    let bytes = text.as_bytes();
    let number = |from: usize, to: usize| -> Option<u32> {
        let part = bytes.get(from..to)?;
        part.iter().all(u8::is_ascii_digit).then(|| part.iter().fold(0, |sum, &b| sum * 10 + u32::from(b - b'0')))
    };
    let year = number(0, 4)?;
    let (month, day, rest) = if matches!(bytes.get(4)?, b'-' | b'/' | b'.') {
        let sign = bytes[4];
        let month_end = 5 + bytes.get(5..)?.iter().take(2).take_while(|byte| byte.is_ascii_digit()).count();
        if bytes.get(month_end) != Some(&sign) {
            return None;
        }
        let from = month_end + 1;
        let day_end = from + bytes.get(from..)?.iter().take(2).take_while(|byte| byte.is_ascii_digit()).count();
        (number(5, month_end)?, number(from, day_end)?, day_end)
    } else {
        (number(4, 6)?, number(6, 8)?, 8)
    };
    if bytes.get(rest).is_some_and(u8::is_ascii_digit) {
        return None;
    }
    let date = iso(year, month, day)?;
    Some(match text.get(rest..).and_then(time) {
        Some(time) => format!("{date}T{time}"),
        None => date,
    })
}

/// A time of day after `T` or a space: `hh:mm[:ss]` with its zone as given.
fn time(text: &str) -> Option<String> {
    let text = text.trim_start_matches(['T', 't', ' ', ',']);
    let (hour, rest) = text.split_once(':')?;
    let two = |part: &str| part.len() <= 2 && !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let minute = rest.get(..2)?;
    if !two(hour) || !two(minute) || hour.parse::<u32>().ok()? > 23 || minute.parse::<u32>().ok()? > 59 {
        return None;
    }
    let mut rest = rest.get(2..)?;
    let mut second = "00";
    if let Some(after) = rest.strip_prefix(':')
        && let Some(digits) = after.get(..2).filter(|digits| two(digits))
    {
        second = digits;
        rest = after.get(2..)?;
    }
    if rest.starts_with(['.', ',']) {
        rest = rest[1..].trim_start_matches(|char: char| char.is_ascii_digit());
    }
    Some(format!("{hour:0>2}:{minute}:{second}{}", zone(rest.trim())))
}

/// "Z", "+02:00", or nothing.
fn zone(text: &str) -> String {
    if text.starts_with(['Z', 'z']) || ["UTC", "GMT"].iter().any(|name| text.starts_with(name)) {
        return "Z".into();
    }
    let Some(sign) = text.chars().next().filter(|char| matches!(char, '+' | '-')) else { return String::new() };
    let digits: String =
        text[1..].chars().filter(|char| *char != ':').take_while(char::is_ascii_digit).take(4).collect();
    match digits.len() {
        4 => format!("{sign}{}:{}", &digits[..2], &digits[2..]),
        2 => format!("{sign}{digits}:00"),
        _ => String::new(),
    }
}

/// `Wed Mar 11 09:00:00 UTC 2026`, as some systems print a moment; the zone may be missing.
pub(super) fn logged(text: &str) -> Option<String> {
    if text.len() > 40 {
        return None;
    }
    let words: Vec<&str> = text.split_whitespace().collect();
    let (month_name, day, clock, zone_name, year) = match *words.as_slice() {
        [_, month, day, clock, year] => (month, day, clock, "", year),
        [_, month, day, clock, zone, year] => (month, day, clock, zone, year),
        _ => return None,
    };
    let date = iso(year.parse().ok()?, month(month_name)?, day.parse().ok()?)?;
    // A zone that is not known leaves the time as it stands.
    Some(format!("{date}T{}{}", time(clock)?, zone(zone_name)))
}

/// Seconds or milliseconds since 1970.
pub(super) fn epoch(text: &str) -> Option<String> {
    if !matches!(text.len(), 10 | 13) || !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let number: u64 = text.parse().ok()?;
    let seconds = if text.len() == 13 { number / 1000 } else { number };
    let (year, month, day) = civil(seconds / 86_400);
    let (hour, minute, second) = (seconds / 3_600 % 24, seconds / 60 % 60, seconds % 60);
    Some(format!("{}T{hour:02}:{minute:02}:{second:02}Z", iso(year, month, day)?))
}

/// Days since 1970 to a date (Howard Hinnant's algorithm).
fn civil(days: u64) -> (u32, u32, u32) {
    let z = days + 719_468;
    let day_of_era = z % 146_097;
    let year_of_era = (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * shifted + 2) / 5 + 1;
    let month = if shifted < 10 { shifted + 3 } else { shifted - 9 };
    let year = year_of_era + z / 146_097 * 400 + u64::from(month <= 2);
    (year as u32, month as u32, day as u32)
}
