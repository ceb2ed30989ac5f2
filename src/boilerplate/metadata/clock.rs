//! The time of day behind a date, as readers see both: "28.06.2021, 09:32 Uhr", "Jan. 9, 2020 at 4:15 PM EST".

/// Words between a date and its time.
const AT: &[&str] = &[
    "at", "um", "à", "a", "kl", "klo", "kell", "ore", "o", "в", "о", "alle", "as", "às", "las", "la", "saat", "godz",
    "ob", "om", "uur", "v", "u", "ώρα", "στις", "pukul", "jam", "г", "klockan",
];

/// Zones whose letters stand for one zone alone; of "IST", "BST", "CST" and "ET" there are several, or two a year.
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

/// The time that stands right behind a date, as `Thh:mm:ss` with its zone where that is certain.
pub(super) fn behind(text: &str) -> Option<String> {
    let (rest, said) = lead(text);
    let (hour, rest) = digits(rest)?;
    let mut chars = rest.chars();
    // Points part hours from minutes only where something says that this is a time.
    let point = match chars.next()? {
        ':' | '：' | 'h' => false,
        '.' => true,
        _ => return None,
    };
    let (minute, rest) = digits(chars.as_str()).filter(|(_, after)| chars.as_str().len() - after.len() == 2)?;
    let (second, rest) = match rest.strip_prefix(':').and_then(digits) {
        Some((second, rest)) => (second, rest),
        None => (0, rest),
    };
    let tail = rest.trim_start();
    let clock = tail.strip_prefix("Uhr").is_some_and(|rest| !rest.starts_with(char::is_alphabetic));
    if point && !said && !clock || rest.starts_with(|c: char| c.is_ascii_digit()) || is_range(rest) {
        return None;
    }
    let (half, tail) = half_of_day(tail);
    let hour = match half {
        Some(_) if !(1..=12).contains(&hour) => return None,
        Some(afternoon) => hour % 12 + if afternoon { 12 } else { 0 },
        None => hour,
    };
    let tail = tail.strip_prefix("Uhr").unwrap_or(tail);
    (hour < 24 && minute < 60 && second < 60).then(|| format!("T{hour:02}:{minute:02}:{second:02}{}", zone(tail)))
}

/// Whether "-11:00" goes on, without a space as a zone would have it: when something takes place.
fn is_range(rest: &str) -> bool {
    let digit = |text: &str| text.starts_with(|char: char| char.is_ascii_digit());
    let tail = rest.trim_start();
    let long = tail.strip_prefix(['–', '—']).is_some_and(|after| digit(after.trim_start()));
    let spaced = tail.strip_prefix("- ").is_some_and(|after| digit(after.trim_start()));
    long || spaced || rest.strip_prefix('-').is_some_and(digit)
}

/// The text without signs and one small word before the time, and whether such a word was there.
fn lead(text: &str) -> (&str, bool) {
    let signs =
        |char: char| char.is_whitespace() || matches!(char, ',' | '|' | '·' | '•' | '-' | '–' | '—' | '/' | '.' | '，');
    let mut rest = text.trim_start_matches(signs);
    let mut said = false;
    for _ in 0..2 {
        let end = rest.find(|char: char| !char.is_alphabetic()).unwrap_or(rest.len());
        let word = &rest[..end];
        if word.is_empty() || word.len() > 16 || !AT.contains(&word.to_lowercase().as_str()) {
            break;
        }
        said = true;
        rest = rest[end..].trim_start_matches(signs);
    }
    (rest, said)
}

/// The number of one or two digits that a text begins with.
fn digits(text: &str) -> Option<(u32, &str)> {
    let count = text.bytes().take(3).take_while(u8::is_ascii_digit).count();
    if count > 2 {
        return None;
    }
    Some((text.get(..count)?.parse().ok()?, &text[count..]))
}

/// Whether "a.m." or "p.m." begins the text, true for the latter, and what comes then.
fn half_of_day(text: &str) -> (Option<bool>, &str) {
    for (word, afternoon) in [("a.m.", false), ("p.m.", true), ("am", false), ("pm", true)] {
        if let Some(head) = text.get(..word.len())
            && head.eq_ignore_ascii_case(word)
            && !text[word.len()..].starts_with(char::is_alphanumeric)
        {
            return (Some(afternoon), text[word.len()..].trim_start());
        }
    }
    (None, text)
}

/// The zone that a text begins with, as ISO 8601 writes it; nothing where none is certain.
fn zone(text: &str) -> String {
    let text = text.trim_start_matches([' ', '(', ',', '\u{a0}']);
    let end = text.find(|char: char| !char.is_alphabetic()).unwrap_or(text.len());
    let (name, rest) = text.split_at(end);
    if name.is_empty() || matches!(name, "UTC" | "GMT") {
        let ahead = offset(rest.trim_start(), name.is_empty());
        if name.is_empty() || ahead.is_some() {
            return ahead.unwrap_or_default();
        }
    }
    ZONES.iter().find(|(zone, _)| *zone == name).map_or_else(String::new, |(_, ahead)| (*ahead).to_owned())
}

/// "+02:00", "+0200"; behind "UTC" also "+2".
fn offset(text: &str, long: bool) -> Option<String> {
    let sign = text.chars().next().filter(|char| matches!(char, '+' | '-'))?;
    let (hours, rest) = text[1..].split_at(text[1..].bytes().take(2).take_while(u8::is_ascii_digit).count());
    let minutes = rest.strip_prefix(':').unwrap_or(rest);
    let minutes = minutes.get(..2).filter(|minutes| minutes.bytes().all(|byte| byte.is_ascii_digit()));
    if hours.is_empty() || long && (hours.len() < 2 || minutes.is_none()) || hours.parse::<u32>().ok()? > 14 {
        return None;
    }
    Some(format!("{sign}{hours:0>2}:{}", minutes.unwrap_or("00")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn times_behind_dates_are_read() {
        for (given, expected) in [
            (" 09:32", "T09:32:00"),
            (", 12:30 Uhr", "T12:30:00"),
            (", 12.30 Uhr", "T12:30:00"),
            (" 4:15 PM EST", "T16:15:00-05:00"),
            (" at 12:05 a.m.", "T00:05:00"),
            (" à 18h30", "T18:30:00"),
            (" kl. 7.45", "T07:45:00"),
            (" | 21:10:05 CEST", "T21:10:05+02:00"),
            (" 09:32 +05:30", "T09:32:00+05:30"),
            (" 09:32 (GMT+8)", "T09:32:00+08:00"),
            (" 09:32 UTC", "T09:32:00Z"),
            (" 09:32 -05:00", "T09:32:00-05:00"),
            // What several zones, or two a year, are called.
            (" 09:32 IST", "T09:32:00"),
            (" 4:15 PM ET", "T16:15:00"),
        ] {
            assert_eq!(behind(given).as_deref(), Some(expected), "{given}");
        }
    }

    #[test]
    fn other_numbers_behind_dates_are_no_times() {
        for given in [
            "",
            " 9",
            " 24:10",
            " 10:75",
            " 13:10 pm",
            " 3.2 million",
            " 10:15-11:00",
            " 10:15 – 11:00",
            " 1:234",
            " 120:30",
            " at noon",
        ] {
            assert_eq!(behind(given), None, "{given}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_read_without_panic(text in "[ ,.0-9:hapm+-]{0,16}(UTC|GMT|é|Uhr)?\\PC{0,8}") {
            behind(&text);
        }
    }
}
