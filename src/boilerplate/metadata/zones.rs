//! Time zones by their names, as pages write them behind a time.

use super::dates::number;

/// Zones whose letters stand for one zone alone; of "IST", "BST" and "CST" there are several.
const ZONES: &[(&str, &str)] = &[
    ("UTC", "Z"),
    ("GMT", "Z"),
    ("Z", "Z"),
    ("EST", "-05:00"),
    ("EDT", "-04:00"),
    ("CDT", "-05:00"),
    ("MDT", "-06:00"),
    ("PST", "-08:00"),
    ("PDT", "-07:00"),
    ("WEST", "+01:00"),
    ("CET", "+01:00"),
    ("CEST", "+02:00"),
    ("MEZ", "+01:00"),
    ("MESZ", "+02:00"),
    ("EET", "+02:00"),
    ("EEST", "+03:00"),
    ("MSK", "+03:00"),
    ("МСК", "+03:00"),
    ("WIB", "+07:00"),
    ("HKT", "+08:00"),
    ("JST", "+09:00"),
    ("KST", "+09:00"),
    ("AEST", "+10:00"),
    ("AEDT", "+11:00"),
];

/// Zones of the United States by the names that hold all year, with the hours behind Greenwich in winter.
const AMERICAN: [(&str, u32); 4] = [("ET", 5), ("CT", 6), ("MT", 7), ("PT", 8)];

/// The zone that a text begins with, as ISO 8601 writes it, and what follows; nothing where none is certain. Of some names the
/// day and the hour tell which it is.
pub(super) fn zone<'a>(text: &'a str, day: &str, hour: u32) -> Option<(String, &'a str)> {
    let text = text.trim_start_matches([' ', '(', ',', '\u{a0}']);
    let end = text.find(|char: char| !char.is_alphabetic()).unwrap_or(text.len());
    let (name, rest) = text.split_at(end);
    if name.is_empty() || matches!(name, "UTC" | "GMT") {
        let ahead = offset(rest.trim_start(), name.is_empty());
        if name.is_empty() || ahead.is_some() {
            return ahead;
        }
    }
    if let Some((_, behind)) = AMERICAN.iter().find(|(zone, _)| *zone == name) {
        let hours = behind - u32::from(is_summer(day, hour)?);
        return Some((format!("-{hours:02}:00"), rest));
    }
    ZONES.iter().find(|(zone, _)| *zone == name).map(|(_, ahead)| ((*ahead).to_owned(), rest))
}

/// Whether clocks in the United States show summer time: since 2007 from the second Sunday in March to the first in November,
/// before from the first in April to the last in October, always at two o'clock.
fn is_summer(day: &str, hour: u32) -> Option<bool> {
    let today = number(day)?;
    let year: u32 = day.get(..4)?.parse().ok()?;
    let since_2007 = year >= 2007;
    let (first, last) = if since_2007 { (("03-01", 7), ("11-01", 0)) } else { (("04-01", 0), ("10-25", 0)) };
    let turn = |(from, days): (&str, u64)| Some(sunday(number(&format!("{year:04}-{from}"))?) + days);
    let moment = (today, hour);
    Some(moment >= (turn(first)?, 2) && moment < (turn(last)?, 2))
}

/// The first Sunday from a day on, both counted as by [`number`], which begins on a Wednesday.
fn sunday(day: u64) -> u64 {
    day + (7 - (day + 3) % 7) % 7
}

/// "+02:00", "+0200"; behind "UTC" also "+2".
fn offset(text: &str, long: bool) -> Option<(String, &str)> {
    let sign = text.chars().next().filter(|char| matches!(char, '+' | '-'))?;
    let (hours, rest) = text[1..].split_at(text[1..].bytes().take(2).take_while(u8::is_ascii_digit).count());
    let minutes = rest.strip_prefix(':').unwrap_or(rest);
    let minutes = minutes.get(..2).filter(|minutes| minutes.bytes().all(|byte| byte.is_ascii_digit()));
    if hours.is_empty() || long && (hours.len() < 2 || minutes.is_none()) || hours.parse::<u32>().ok()? > 14 {
        return None;
    }
    let end = if minutes.is_some() { rest.strip_prefix(':').unwrap_or(rest).get(2..)? } else { rest };
    Some((format!("{sign}{hours:0>2}:{}", minutes.unwrap_or("00")), end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_day_tells_whether_eastern_time_is_that_of_summer() {
        for (day, hour, expected) in [
            ("2026-03-04", 18, "-05:00"),
            ("2026-03-08", 1, "-05:00"),
            ("2026-03-08", 3, "-04:00"),
            ("2026-07-04", 9, "-04:00"),
            ("2026-11-01", 1, "-04:00"),
            ("2026-11-01", 2, "-05:00"),
            ("2001-04-01", 9, "-04:00"),
            ("2001-03-31", 9, "-05:00"),
            ("2001-10-28", 9, "-05:00"),
            ("2001-10-27", 9, "-04:00"),
        ] {
            assert_eq!(zone(" ET", day, hour), Some((expected.to_owned(), "")), "{day} {hour}");
        }
        assert_eq!(zone("PT | Harbour", "2026-07-04", 9), Some(("-07:00".to_owned(), " | Harbour")));
        for text in ["ET", "Etc", "IST", ""] {
            assert_eq!(zone(text, "no day", 9), None, "{text}");
        }
    }
}
