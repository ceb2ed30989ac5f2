//! Numbers in digits, whatever their separators.

/// The value of digits with separators; `comma` says whether the comma is the decimal mark where the form leaves it open.
///
/// Both separators: the last is decimal. One kind, repeated: groups of three, or of two with three at the end, as in
/// India. One separator before three digits is open: "1.234" is a thousand in Germany, one and a bit in England.
/// Versions and addresses ("10.0.0.1") have no value.
pub(super) fn value(digits: &str, comma: bool) -> Option<f64> {
    let plain: String =
        digits.chars().filter(|c| !matches!(c, '\'' | '’' | '\u{a0}' | '\u{202f}' | '\u{2009}' | ' ')).collect();
    let count = |mark| plain.matches(mark).count();
    let number = |text: String| text.parse::<f64>().ok().filter(|value| value.is_finite());
    match (count('.'), count(',')) {
        (0, 0) => number(plain),
        (0, 1) => one_mark(&plain, ',', comma).and_then(number),
        (1, 0) => one_mark(&plain, '.', !comma).and_then(number),
        (1, _) if plain.rfind('.') > plain.rfind(',') => mixed(&plain, ',', '.').and_then(number),
        (_, 1) if plain.rfind(',') > plain.rfind('.') => mixed(&plain, '.', ',').and_then(number),
        (0, _) => grouped(&plain, ',').then(|| plain.replace(',', "")).and_then(number),
        (_, 0) => grouped(&plain, '.').then(|| plain.replace('.', "")).and_then(number),
        _ => None,
    }
}

/// One separator: decimal unless exactly three digits follow and the language groups with it.
fn one_mark(plain: &str, mark: char, decimal: bool) -> Option<String> {
    let (whole, rest) = plain.split_once(mark)?;
    let group = rest.len() == 3 && whole.len() <= 3 && !whole.starts_with('0') && !decimal;
    Some(if group { format!("{whole}{rest}") } else { format!("{whole}.{rest}") })
}

/// Groups, then a decimal part.
fn mixed(plain: &str, group: char, decimal: char) -> Option<String> {
    let (whole, rest) = plain.rsplit_once(decimal)?;
    (grouped(whole, group) && !rest.contains(group)).then(|| format!("{}.{rest}", whole.replace(group, "")))
}

/// Whether the parts are groups of thousands: three digits each, or two each and three at the end.
fn grouped(text: &str, mark: char) -> bool {
    let parts: Vec<&str> = text.split(mark).collect();
    let [first, inner @ .., last] = &parts[..] else { return false };
    let three = first.len() <= 3 && inner.iter().all(|part| part.len() == 3);
    let two = first.len() <= 2 && inner.iter().all(|part| part.len() == 2);
    !first.is_empty() && last.len() == 3 && (three || two)
}

#[cfg(test)]
mod tests {
    use super::value;

    #[test]
    fn separators_are_read_by_their_place_and_by_language() {
        for (digits, english, german) in [
            ("100,000", Some(100_000.0), Some(100.0)),
            ("1,75,000", Some(175_000.0), Some(175_000.0)),
            ("12,34,56,789", Some(123_456_789.0), Some(123_456_789.0)),
            ("1.234", Some(1.234), Some(1234.0)),
            ("1.234,5", Some(1234.5), Some(1234.5)),
            ("1,234.56", Some(1234.56), Some(1234.56)),
            ("1.234.567", Some(1_234_567.0), Some(1_234_567.0)),
            ("3,5", Some(3.5), Some(3.5)),
            ("0.750", Some(0.75), Some(0.75)),
            ("1’234’567", Some(1_234_567.0), Some(1_234_567.0)),
            ("10\u{a0}000", Some(10_000.0), Some(10_000.0)),
            ("10.0.0.1", None, None),
            ("1,2,3", None, None),
        ] {
            assert_eq!(value(digits, false), english, "{digits} in English");
            assert_eq!(value(digits, true), german, "{digits} in German");
        }
    }
}
