//! Figures as they are written: "1,75,000", "1.750.000", "6,5".

use super::clock;
use super::features::Analyzer;
use super::reader::Reader;
use crate::text::Token;

/// The value of digits with separators: "1,75,000" and "1.750.000", "6.5" and "6,5"; `None` where it is no number.
///
/// A single separator before exactly three digits groups if it is the language's grouping mark (a comma where
/// `decimal_comma` is not set), and separates decimals otherwise.
pub(crate) fn parse(digits: &str, decimal_comma: bool) -> Option<f64> {
    let seps: Vec<(usize, char)> = digits.char_indices().filter(|(_, c)| !c.is_ascii_digit()).collect();
    if digits.len() > 40 || seps.iter().any(|(_, c)| !matches!(c, '.' | ',' | '\'' | '’')) {
        return None;
    }
    let decimal = match seps.as_slice() {
        [] => None,
        [(at, mark)] => {
            let grouped = digits.len() - at == 4 && (*mark == ',') != decimal_comma || matches!(mark, '\'' | '’');
            (!grouped).then_some(*at)
        }
        [first @ .., (at, mark)] => first.iter().all(|(_, c)| c != mark).then_some(*at),
    };
    let plain: String = digits
        .char_indices()
        .filter_map(|(i, c)| if Some(i) == decimal { Some('.') } else { c.is_ascii_digit().then_some(c) })
        .collect();
    plain.parse().ok()
}

impl Analyzer<'_> {
    /// Reads a number that stands in figures.
    pub(crate) fn read_number(
        &mut self,
        language: usize,
        text: &str,
        tokens: &[Token],
        position: usize,
        reader: &mut Reader,
    ) {
        reader.start = false;
        let mut span = tokens[position].span;
        let words = span.of(text);
        let digits = words.trim_end_matches(char::is_alphabetic);
        let suffix = words[digits.len()..].to_lowercase();
        if let Some((time, span)) = clock::time(text, span, self.languages[language] == "en") {
            reader.time(time, span);
            return;
        }
        let clock = |c: Option<char>| c == Some(':');
        if clock(text[..span.start].chars().next_back()) || clock(text[span.end..].chars().next()) {
            return;
        }
        let decimal_comma =
            !matches!(self.languages[language].as_str(), "en" | "zh" | "ja" | "ko" | "th" | "hi" | "he");
        let Some(mut value) = parse(digits, decimal_comma) else { return };
        if !suffix.is_empty() {
            match self.entry(language, &suffix, false).scale {
                Some(scale) => value *= scale,
                None if matches!(suffix.as_str(), "st" | "nd" | "rd" | "th") => {
                    reader.ordinal(value, span);
                    return;
                }
                None => {}
            }
        }
        if let Some(place) = reader.minus(text, span) {
            (value, span) = (-value, place);
        }
        let percent = tokens.get(position + 1).is_some_and(|next| next.span.of(text) == "%");
        let unit = if percent { Some(self.percent()) } else { reader.currency.map(|(code, _)| self.intern(code)) };
        reader.number(value, digits, unit, span);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn separators_follow_the_language() {
        assert_eq!(parse("100,000", false), Some(100_000.0));
        assert_eq!(parse("1,75,000", false), Some(175_000.0));
        assert_eq!(parse("6.5", false), Some(6.5));
        assert_eq!(parse("16.057", false), Some(16.057));
        assert_eq!(parse("100.000", true), Some(100_000.0));
        assert_eq!(parse("1.234,56", true), Some(1234.56));
        assert_eq!(parse("1,234.5", false), Some(1234.5));
        assert_eq!(parse("1.2.3.4", false), Some(1234.0));
        assert_eq!(parse("12a", false), None);
    }
}
