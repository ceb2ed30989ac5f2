//! Where comments, scripts and other stretches without markup end, and what a document type says.

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::Doctype;

use super::lexer::is_space;

/// Where a comment that begins before `start` ends.
pub(super) fn comment_end(bytes: &[u8], start: usize) -> usize {
    let mut from = start;
    while let Some(found) = bytes.get(from..).and_then(|rest| memchr::memchr(b'>', rest)) {
        let end = from + found;
        let inside = &bytes[start..end];
        if inside.is_empty() || inside == b"-" || inside.ends_with(b"--") || inside.ends_with(b"--!") {
            return end + 1;
        }
        from = end + 1;
    }
    bytes.len()
}

/// Whether `</name` or `<name` stands at `at`, with what must follow a name.
fn is_tag(bytes: &[u8], at: usize, name: &[u8]) -> bool {
    let end = at + name.len();
    bytes.get(at..end).is_some_and(|found| found.eq_ignore_ascii_case(name))
        && bytes.get(end).is_some_and(|byte| is_space(*byte) || matches!(byte, b'/' | b'>'))
}

/// Where the contents of an element end that ends with nothing but its own end tag.
pub(super) fn raw_end(bytes: &[u8], start: usize, element: &[u8]) -> usize {
    memchr::memchr_iter(b'<', &bytes[start..])
        .map(|found| start + found)
        .find(|&at| bytes.get(at + 1) == Some(&b'/') && is_tag(bytes, at + 2, element))
        .unwrap_or(bytes.len())
}

/// Where a script ends: inside `<!-- <script> ... -->` its end tag does not count.
pub(super) fn script_end(bytes: &[u8], start: usize) -> usize {
    #[derive(PartialEq)]
    enum Inside {
        Script,
        Comment,
        NestedScript,
    }
    let mut inside = Inside::Script;
    let (mut from, mut dashes_from) = (start, start);
    while let Some(found) = memchr::memchr2(b'<', b'>', &bytes[from..]) {
        let at = from + found;
        from = at + 1;
        if bytes[at] == b'>' {
            if inside != Inside::Script && at >= dashes_from + 2 && bytes[..at].ends_with(b"--") {
                inside = Inside::Script;
            }
            continue;
        }
        let closes = bytes.get(from) == Some(&b'/') && is_tag(bytes, from + 1, b"script");
        match inside {
            Inside::Script | Inside::Comment if closes => return at,
            Inside::Script if bytes[from..].starts_with(b"!--") => {
                inside = Inside::Comment;
                dashes_from = from + 1;
            }
            Inside::Comment if is_tag(bytes, from, b"script") => inside = Inside::NestedScript,
            Inside::NestedScript if closes => inside = Inside::Comment,
            _ => {}
        }
    }
    bytes.len()
}

/// What follows `<!doctype`. Only the name and the identifiers matter: old ones make tables nest in paragraphs.
pub(super) fn doctype(text: &str, cut_off: bool) -> Doctype {
    let text = text.trim_matches(|char: char| char.is_ascii() && is_space(char as u8));
    let (name, rest) = text.split_once(|char: char| char.is_ascii() && is_space(char as u8)).unwrap_or((text, ""));
    let rest = rest.trim_start_matches(|char: char| char.is_ascii() && is_space(char as u8));
    let lower = rest.get(..6).unwrap_or("").to_ascii_lowercase();
    let mut found = Doctype {
        name: (!name.is_empty()).then(|| StrTendril::from_slice(&name.to_ascii_lowercase())),
        force_quirks: name.is_empty() || cut_off,
        ..Doctype::default()
    };
    let mut ids = rest.get(6..).unwrap_or("");
    let mut id = || {
        ids = ids.trim_start_matches(|char: char| char.is_ascii() && is_space(char as u8));
        let quote = ids.chars().next().filter(|char| matches!(char, '"' | '\''))?;
        let (value, after) = ids[1..].split_once(quote)?;
        ids = after;
        Some(StrTendril::from_slice(value))
    };
    match lower.as_str() {
        "public" => {
            found.public_id = id();
            found.force_quirks |= found.public_id.is_none();
            found.system_id = id();
        }
        "system" => {
            found.system_id = id();
            found.force_quirks |= found.system_id.is_none();
        }
        _ => found.force_quirks |= !rest.is_empty(),
    }
    found
}
