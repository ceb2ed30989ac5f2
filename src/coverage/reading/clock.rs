//! Times of the day as texts tell them: "6 a.m.", "6:30 pm", "18.30 Uhr".

use crate::text::Span;

/// The time that a number begins, in minutes from midnight, and its words; `None` where no word behind it tells that it is a
/// time: "6:30" alone may be a result.
pub(crate) fn time(text: &str, number: Span, english: bool) -> Option<(u16, Span)> {
    let after_colon = text[..number.start].ends_with(|c: char| c == ':' || c.is_ascii_digit());
    if after_colon {
        return None;
    }
    let (hour, rest) = digits(&text[number.start..])?;
    let (minute, rest) = match rest.strip_prefix([':', '.']).and_then(digits) {
        Some((minute, more)) if rest.len() - more.len() == 3 => (minute, more),
        _ => (0, rest),
    };
    let words = rest.trim_start();
    let (half, length) = suffix(words, english)?;
    let end = text.len() - words.len() + length;
    let hour = match half {
        Some(later) if (1..=12).contains(&hour) => hour % 12 + if later { 12 } else { 0 },
        None if hour <= 24 => hour % 24,
        _ => return None,
    };
    (minute < 60).then_some((hour * 60 + minute, Span::new(number.start, end)))
}

/// One or two digits, and what stands behind them.
fn digits(text: &str) -> Option<(u16, &str)> {
    let length = text.bytes().take_while(u8::is_ascii_digit).count();
    let value = text.get(..length).filter(|_| (1..=2).contains(&length))?.parse().ok()?;
    Some((value, &text[length..]))
}

/// Whether a time is of the second half of the day, where its words tell the halves, and how long these are.
fn suffix(words: &str, english: bool) -> Option<(Option<bool>, usize)> {
    const SUFFIXES: [(&str, Option<bool>); 5] =
        [("a.m.", Some(false)), ("p.m.", Some(true)), ("am", Some(false)), ("pm", Some(true)), ("uhr", None)];
    SUFFIXES.into_iter().find_map(|(suffix, half)| {
        let (said, behind) = words.split_at_checked(suffix.len())?;
        let ends = suffix.ends_with('.') || !behind.starts_with(char::is_alphanumeric);
        // In German, "am" begins the next words: "12 am Montag".
        let dotless = half.is_some() && !suffix.contains('.');
        ((english || !dotless) && said.eq_ignore_ascii_case(suffix) && ends).then_some((half, suffix.len()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<(u16, &str)> {
        let start = text.find(|c: char| c.is_ascii_digit())?;
        let length = text[start..].bytes().take_while(u8::is_ascii_digit).count();
        time(text, Span::new(start, start + length), !text.contains("Montag"))
            .map(|(minutes, span)| (minutes, span.of(text)))
    }

    #[test]
    fn times_have_a_word_behind_them() {
        assert_eq!(read("at 6 a.m. on Monday"), Some((360, "6 a.m.")));
        assert_eq!(read("at 6:30 pm"), Some((1110, "6:30 pm")));
        assert_eq!(read("at 12.15 AM"), Some((15, "12.15 AM")));
        assert_eq!(read("um 18.30 Uhr"), Some((1110, "18.30 Uhr")));
        for text in ["6 amateurs", "6:30", "6", "13 p.m.", "at 6:75 p.m.", "600 a.m.", "6 uhren", "12 am Montag"] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_read(text in "\\PC{0,30}") {
            if let Some((minutes, words)) = read(&text) {
                proptest::prop_assert!(minutes < 24 * 60 && !words.is_empty());
            }
        }
    }
}
