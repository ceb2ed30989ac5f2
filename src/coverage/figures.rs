//! Figures as they are written: "1,75,000", "1.750.000", "6,5".

/// The value of digits with separators: "1,75,000" and "1.750.000", "6.5" and "6,5"; `None` where it is no number.
///
/// A single separator before exactly three digits groups if it is the language's grouping mark (a comma where
/// `decimal_comma` is not set), and separates decimals otherwise.
pub(super) fn parse(digits: &str, decimal_comma: bool) -> Option<f64> {
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
