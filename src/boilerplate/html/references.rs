//! Character references: `&amp;`, `&#8217;`, `&notit;`.
//!
//! As the HTML standard reads them (section 13.2.5.72 and after), broken ones included; names from html5ever's table.

use html5ever::data::{C1_REPLACEMENTS, NAMED_ENTITIES};

/// Appends `raw` with its references resolved and its line ends made `\n`. Inside attributes `&copy=1` stays as it is.
pub(super) fn decode(raw: &str, in_attribute: bool, into: &mut String) {
    let mut rest = raw;
    while let Some(at) = memchr::memchr2(b'&', b'\r', rest.as_bytes()) {
        into.push_str(&rest[..at]);
        rest = &rest[at..];
        if let Some(after) = rest.strip_prefix('\r') {
            into.push('\n');
            rest = after.strip_prefix('\n').unwrap_or(after);
            continue;
        }
        rest = match reference(rest, in_attribute, into) {
            Some(used) => &rest[used..],
            None => {
                into.push('&');
                &rest[1..]
            }
        };
    }
    into.push_str(rest);
}

/// Whether [`decode`] would change anything.
pub(super) fn is_plain(raw: &str) -> bool {
    memchr::memchr2(b'&', b'\r', raw.as_bytes()).is_none()
}

/// Resolves the reference at the front of `text`, which begins with "&"; the bytes it takes.
fn reference(text: &str, in_attribute: bool, into: &mut String) -> Option<usize> {
    match text.as_bytes().get(1)? {
        b'#' => numeric(text, into),
        byte if byte.is_ascii_alphanumeric() => named(text, in_attribute, into),
        _ => None,
    }
}

fn numeric(text: &str, into: &mut String) -> Option<usize> {
    let (start, base) = if matches!(text.as_bytes().get(2), Some(b'x' | b'X')) { (3, 16) } else { (2, 10) };
    let digits = text.get(start..)?.chars().take_while(|char| char.is_digit(base)).count();
    if digits == 0 {
        return None;
    }
    let end = start + digits;
    // Saturating: any number beyond Unicode becomes the replacement character.
    let number = text[start..end]
        .chars()
        .filter_map(|char| char.to_digit(base))
        .fold(0u32, |number, digit| number.saturating_mul(base).saturating_add(digit));
    into.push(match number {
        0 => char::REPLACEMENT_CHARACTER,
        // Windows-1252, as pages of the nineties meant it.
        0x80..=0x9F => C1_REPLACEMENTS[(number - 0x80) as usize].or(char::from_u32(number)).unwrap_or(' '),
        _ => char::from_u32(number).unwrap_or(char::REPLACEMENT_CHARACTER),
    });
    Some(end + usize::from(text.as_bytes().get(end) == Some(&b';')))
}

fn named(text: &str, in_attribute: bool, into: &mut String) -> Option<usize> {
    let mut found = None;
    // The table holds every beginning of a name too, with nothing behind it.
    for end in 2..=text.len() {
        let Some(&(first, second)) = text.get(1..end).and_then(|name| NAMED_ENTITIES.get(name)) else { break };
        if first != 0 {
            found = Some((end, first, second));
        }
    }
    let (end, first, second) = found?;
    let open = text.as_bytes()[end - 1] != b';';
    let next = text.as_bytes().get(end);
    if in_attribute && open && next.is_some_and(|next| *next == b'=' || next.is_ascii_alphanumeric()) {
        return None;
    }
    into.extend(char::from_u32(first));
    if second != 0 {
        into.extend(char::from_u32(second));
    }
    Some(end)
}

#[cfg(test)]
mod tests {
    use super::decode;

    fn decoded(raw: &str, in_attribute: bool) -> String {
        let mut text = String::new();
        decode(raw, in_attribute, &mut text);
        text
    }

    #[test]
    fn references_of_all_kinds() {
        for (raw, expected) in [
            ("a &amp; b", "a & b"),
            ("&#8217;&#x2019;&#146;", "’’’"),
            ("&#0;&#xD800;&#99999999999;", "\u{fffd}\u{fffd}\u{fffd}"),
            ("&eacute&Eacute;&notit;&notin;", "éÉ¬it;∉"),
            ("R&D & sons &; &#; &#x; &", "R&D & sons &; &#; &#x; &"),
            ("one\r\ntwo\rthree", "one\ntwo\nthree"),
            ("&NotEqualTilde;", "\u{2242}\u{338}"),
        ] {
            assert_eq!(decoded(raw, false), expected, "{raw}");
        }
    }

    #[test]
    fn addresses_keep_their_parameters() {
        assert_eq!(decoded("/?a=1&copy=2&lt;&amp;x=3&regular", true), "/?a=1&copy=2<&x=3&regular");
    }
}
