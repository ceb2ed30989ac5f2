//! The time of day beside a date, as readers see both: "28.06.2021, 09:32 Uhr", "Jan. 9, 2020 at 4:15 PM EST",
//! "4:15 p.m. EST, Thu January 9, 2020".

use super::lexicon::DATED;
use super::zones::zone;

/// Words between a date and its time.
const AT: &[&str] = &[
    "at", "um", "à", "a", "kl", "klo", "kell", "ore", "o", "в", "о", "alle", "as", "às", "las", "la", "saat", "godz",
    "ob", "om", "uur", "v", "u", "ώρα", "στις", "pukul", "jam", "г", "klockan",
];

/// The longest time before a date with what stands between them, in bytes.
const BEFORE: usize = 48;

/// The time that stands right behind a date, as `Thh:mm:ss` with its zone where that is certain, and where it ends; `day` is
/// the date.
pub(super) fn behind(text: &str, day: &str) -> Option<(String, usize)> {
    let (rest, said) = lead(text);
    let (time, tail) = time(rest, said, day)?;
    let told = text.get(..text.len() - tail.len()).unwrap_or("");
    Some((time, told.trim_end().len()))
}

/// The time that stands right before a date: nothing but signs and the day of the week may part the two.
pub(super) fn before(text: &str, day: &str) -> Option<String> {
    let from = (text.len().saturating_sub(BEFORE)..=text.len()).find(|&at| text.is_char_boundary(at))?;
    let text = &text[from..];
    let starts = |at: &usize| {
        let digit = |char: Option<char>| char.is_some_and(|char| char.is_ascii_digit());
        let joined =
            text[..*at].ends_with(|char: char| char.is_alphanumeric() || matches!(char, ':' | '.' | '-' | '–'));
        digit(text[*at..].chars().next()) && !joined
    };
    text.char_indices().map(|(at, _)| at).filter(starts).find_map(|at| {
        let (found, tail) = time(&text[at..], false, day)?;
        is_between(tail).then_some(found)
    })
}

/// Whether a text between a time and its date says no more than "on" and the day of the week.
fn is_between(text: &str) -> bool {
    let mut words = text.split(|char: char| !char.is_alphanumeric()).filter(|word| !word.is_empty());
    let change = |word: &str| matches!(word, "published" | "updated" | "posted" | "last");
    let known = |word: &str| {
        let lower = word.to_lowercase();
        DATED.contains(&lower.as_str()) && !change(&lower)
    };
    // A weekday of any language stands before a comma.
    let weekday = || text.trim_end().ends_with(',') && words.clone().count() == 1 && !text.contains(char::is_numeric);
    weekday() || words.all(known)
}

/// The time that a text begins with, and what follows it. `said`: a word before it says that this is a time.
fn time<'a>(text: &'a str, said: bool, day: &str) -> Option<(String, &'a str)> {
    let (hour, rest) = digits(text)?;
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
    let clock = tail.strip_prefix("Uhr").filter(|rest| !rest.starts_with(char::is_alphabetic));
    if rest.starts_with(|c: char| c.is_ascii_digit()) || is_range(rest) {
        return None;
    }
    let (half, tail) = half_of_day(tail);
    let hour = match half {
        Some(_) if !(1..=12).contains(&hour) => return None,
        Some(afternoon) => hour % 12 + if afternoon { 12 } else { 0 },
        None => hour,
    };
    let tail = clock.unwrap_or(tail);
    let (zone, end) = zone(tail, day, hour).unzip();
    // "am" is a word of its own in German.
    let halved = half == Some(true) || half.is_some() && rest.starts_with(char::is_alphabetic);
    if point && !said && clock.is_none() && !halved && zone.is_none() {
        return None;
    }
    let zone = zone.unwrap_or_default();
    let valid = hour < 24 && minute < 60 && second < 60;
    valid.then(|| (format!("T{hour:02}:{minute:02}:{second:02}{zone}"), end.unwrap_or(tail)))
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
            // What several zones are called.
            (" 09:32 IST", "T09:32:00"),
            (" 09.32 GMT", "T09:32:00Z"),
            (" 9.32pm", "T21:32:00"),
            (" 4:15 PM ET", "T16:15:00-04:00"),
        ] {
            let found = behind(given, "2024-07-01").map(|(time, _)| time);
            assert_eq!(found.as_deref(), Some(expected), "{given}");
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
            // "on" in German.
            " 9.32 am Rathaus",
        ] {
            assert_eq!(behind(given, "2024-07-01"), None, "{given}");
        }
    }

    #[test]
    fn times_before_dates_are_read_and_those_of_something_else_are_not() {
        for (given, expected) in [
            ("Published 9:15 p.m. EST, Wed ", Some("T21:15:00-05:00")),
            ("18:20 Uhr, Mittwoch, ", Some("T18:20:00")),
            ("10:05 AM ET on ", Some("T10:05:00-04:00")),
            ("07:40 | ", Some("T07:40:00")),
            ("10:15-11:00, ", None),
            ("6:30 PM Updated ", None),
            ("Doors open at 18:20 for members, ", None),
            ("Psalm 23:4 read by the choir on ", None),
            ("3.20 ", None),
            ("", None),
        ] {
            assert_eq!(before(given, "2024-07-01").as_deref(), expected, "{given}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_read_without_panic(text in "[ ,.0-9:hapm+-]{0,16}(UTC|GMT|é|Uhr)?\\PC{0,8}") {
            behind(&text, "2024-07-01");
            before(&text, &text);
        }
    }
}
