//! Bytes of a page to text: byte order mark, the caller's hint, the page's own declaration, statistics.
//!
//! The order is that of the HTML standard ("determining the character encoding"), with one difference: a declaration
//! that the bytes contradict is not believed. Statistics are those of Firefox (the chardetng crate).

use std::borrow::Cow;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

use crate::context::Context;
use crate::error::{Error, Result};

/// How far into a page its own declaration is looked for, in bytes.
const PRESCAN: usize = 16 << 10;

/// How much of a page the statistics look at, in bytes.
const SAMPLE: usize = 1 << 20;

/// Bytes fed to the statistics between two looks at the cancel flag.
const PIECE: usize = 64 << 10;

/// A page's text and how it was encoded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decoded<'a> {
    /// The text; bytes that the encoding does not know have become U+FFFD.
    pub text: Cow<'a, str>,
    /// The encoding's name in the Encoding Standard, such as "UTF-8" or "windows-1251".
    pub encoding: &'static str,
    /// Whether some bytes made no sense in it.
    pub had_errors: bool,
}

/// Reads bytes of a page as text. `hint` is a label such as an HTTP header's charset; `tld` the last part of the
/// host's name ("ru"), which decides between encodings that the bytes leave open. Servers name encodings that there are not
/// ("utf8mb4", "none"): such a hint is none.
///
/// # Errors
/// `Limit` and `Cancelled` by the context.
///
/// ```
/// use copydesk::{Context, boilerplate::decode};
/// let page = b"<meta charset=windows-1251><p>\xcf\xf0\xe8\xe2\xe5\xf2";
/// let decoded = decode(page, None, None, &Context::default()).unwrap();
/// assert!(decoded.text.ends_with("Привет"));
/// assert_eq!(decoded.encoding, "windows-1251");
/// ```
pub fn decode<'a>(bytes: &'a [u8], hint: Option<&str>, tld: Option<&str>, context: &Context) -> Result<Decoded<'a>> {
    context.check_size(bytes.len())?;
    let hinted = hint.and_then(|label| Encoding::for_label(label.trim().as_bytes()));
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return Ok(read(&bytes[mark..], encoding));
    }
    if let Some(encoding) = wide(bytes) {
        return Ok(read(bytes, encoding));
    }
    let utf8 = std::str::from_utf8(bytes).ok();
    // UTF-16 spells markup, figures and spaces with zero bytes: a page without one is something else.
    let narrow = || memchr::memchr(0, bytes).is_none() && (utf8.is_some() || memchr::memchr(b'<', bytes).is_some());
    let hinted = hinted.filter(|&hinted| !is_wide(hinted) || !narrow());
    if let Some(text) = utf8
        && (!text.is_ascii() || hinted.is_none_or(|hinted| hinted == UTF_8))
        && !hinted.is_some_and(escaped)
        && !declared(bytes).is_some_and(escaped)
    {
        // Text of any length that is valid UTF-8 beyond ASCII is nothing else, whatever was declared.
        return Ok(Decoded { text: Cow::Borrowed(text), encoding: UTF_8.name(), had_errors: false });
    }
    context.check()?;
    for encoding in [hinted, declared(bytes)].into_iter().flatten() {
        let decoded = read(bytes, encoding);
        context.check()?;
        if mostly_sound(&decoded) {
            return Ok(decoded);
        }
    }
    // Torn characters in a page that is UTF-8 otherwise: the detector would not forgive one.
    let lossy = read(bytes, UTF_8);
    context.check()?;
    if utf8.is_some() || mostly_sound(&lossy) {
        return Ok(lossy);
    }
    let tld = tld.map(str::to_ascii_lowercase).filter(|tld| tld.bytes().all(|byte| byte.is_ascii_lowercase()));
    let tld = tld.as_deref().filter(|tld| !tld.is_empty()).map(str::as_bytes);
    let guess = detect(bytes, context)?.guess(tld, Utf8Detection::Deny);
    Ok(read(bytes, guess))
}

/// Whether there is an encoding of this name, for callers who name one themselves.
///
/// # Errors
/// `Input` if the label is none that the Encoding Standard knows.
///
/// ```
/// use copydesk::boilerplate::check_encoding;
/// assert!(check_encoding("windows-1251").is_ok() && check_encoding("klingon").is_err());
/// ```
pub fn check_encoding(label: &str) -> Result<()> {
    let known = Encoding::for_label(label.trim().as_bytes());
    known.map(|_| ()).ok_or_else(|| Error::input(format!("encoding: {label:?} is no known encoding label")))
}

/// Feeds the statistics with the lines that are not plain ASCII; scripts and markup say nothing.
fn detect(bytes: &[u8], context: &Context) -> Result<EncodingDetector> {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Allow);
    let (mut fed, mut since) = (0, 0);
    for line in bytes.split_inclusive(|&byte| matches!(byte, b'\n' | b'>')) {
        since += line.len();
        if since > PIECE {
            context.check()?;
            since = 0;
        }
        if line.is_ascii() && !line.contains(&0x1b) {
            continue;
        }
        let line = &line[..line.len().min(PIECE)];
        detector.feed(line, false);
        fed += line.len();
        if fed > SAMPLE {
            break;
        }
    }
    detector.feed(b"", true);
    Ok(detector)
}

fn read<'a>(bytes: &'a [u8], encoding: &'static Encoding) -> Decoded<'a> {
    let (text, had_errors) = encoding.decode_without_bom_handling(bytes);
    Decoded { text, encoding: encoding.name(), had_errors }
}

/// Encodings that write other scripts in ASCII bytes.
fn escaped(encoding: &'static Encoding) -> bool {
    !encoding.is_ascii_compatible() || encoding == encoding_rs::ISO_2022_JP
}

fn is_wide(encoding: &'static Encoding) -> bool {
    encoding == UTF_16LE || encoding == UTF_16BE
}

/// A page that is right but for a torn character here and there: of those beyond ASCII at most one in fifty is torn, and at
/// most one in ten steers a terminal, which no page wants and wrong tables are full of.
fn mostly_sound(decoded: &Decoded<'_>) -> bool {
    let (mut torn, mut control, mut all) = (0usize, 0usize, 0usize);
    for char in decoded.text.chars().filter(|char| !char.is_ascii()) {
        torn += usize::from(char == char::REPLACEMENT_CHARACTER);
        control += usize::from(char.is_control());
        all += 1;
    }
    torn * 50 <= all && control * 10 <= all
}

/// UTF-16 without a mark: markup is ASCII, so every second byte of it is zero.
fn wide(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = &bytes[..bytes.len().min(4_096) & !1];
    let (mut even, mut odd) = (0, 0);
    for pair in sample.chunks_exact(2) {
        even += usize::from(pair[0] == 0);
        odd += usize::from(pair[1] == 0);
    }
    let (many, pairs) = (sample.len() / 8, sample.len() / 2);
    if pairs < 4 {
        None
    } else if odd > many && even * 8 < odd {
        Some(UTF_16LE)
    } else if even > many && odd * 8 < even {
        Some(UTF_16BE)
    } else {
        None
    }
}

/// The encoding that the page declares of itself in `<meta>` or an XML declaration.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = &bytes[..bytes.len().min(PRESCAN)];
    let mut at = 0;
    while let Some(open) = memchr::memchr(b'<', &head[at..]).map(|found| at + found) {
        at = open + 1;
        let rest = &head[at..];
        if rest.starts_with(b"!--") {
            at += memchr::memmem::find(rest, b"-->").map_or(0, |end| end + 3);
            continue;
        }
        let key: &[u8] = if starts(rest, b"meta") {
            b"charset"
        } else if starts(rest, b"?xml") {
            b"encoding"
        } else {
            continue;
        };
        let end = memchr::memchr(b'>', rest).unwrap_or(rest.len());
        if let Some(encoding) = label(&rest[..end], key) {
            // The declaration itself was read as ASCII, so it cannot be UTF-16.
            return Some(if is_wide(encoding) { UTF_8 } else { encoding });
        }
        at += end;
    }
    None
}

fn starts(bytes: &[u8], name: &[u8]) -> bool {
    bytes.get(..name.len()).is_some_and(|start| start.eq_ignore_ascii_case(name))
}

/// The value after `key=` in a tag.
fn label(tag: &[u8], key: &[u8]) -> Option<&'static Encoding> {
    let lower = tag.to_ascii_lowercase();
    let mut rest = &lower[memchr::memmem::find(&lower, key)? + key.len()..];
    let quoted = |byte: &u8| byte.is_ascii_whitespace() || matches!(byte, b'=' | b'"' | b'\'');
    while rest.first().is_some_and(quoted) {
        rest = &rest[1..];
    }
    let end = rest.iter().position(|byte| quoted(byte) || matches!(byte, b';' | b'/' | b'>')).unwrap_or(rest.len());
    Encoding::for_label(&rest[..end])
}

/// The fewest wrong characters that make a repair certain.
const LEAST_REPAIRED: usize = 3;

/// A page that is UTF-8 but was read as Latin-1 or Windows-1252 ("cafÃ©"), read as it was meant.
///
/// `None` unless every character beyond ASCII belongs to such a mistake: one honest "é" and nothing is touched. Byte `i`
/// of what is returned comes from character `i` of `text`.
pub(crate) fn repaired(text: &str) -> Option<String> {
    // Most pages show with their first character beyond ASCII that nothing is wrong.
    let mut beyond = text.get(text.bytes().position(|byte| !byte.is_ascii())?..)?.chars();
    let (lead, next) = (beyond.next().and_then(misread)?, beyond.next().and_then(misread)?);
    if !(0xC2..=0xF4).contains(&lead) || !(0x80..=0xBF).contains(&next) {
        return None;
    }
    let bytes: Vec<u8> = text.chars().map(misread).collect::<Option<_>>()?;
    let meant = String::from_utf8(bytes).ok()?;
    let sound = |char: &char| !char.is_ascii() && !char.is_control();
    (meant.chars().filter(sound).count() >= LEAST_REPAIRED
        && !meant.chars().any(|char| ('\u{80}'..'\u{a0}').contains(&char)))
    .then_some(meant)
}

/// The byte that Windows-1252, or Latin-1 with its control characters, reads as this character.
fn misread(char: char) -> Option<u8> {
    const FROM_80: &str = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8d}Ž\u{8f}\u{90}‘’“”•–—˜™š›œ\u{9d}žŸ";
    u8::try_from(char).ok().or_else(|| {
        let at = FROM_80.chars().position(|one| one == char)?;
        u8::try_from(0x80 + at).ok()
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use encoding_rs::{EUC_KR, GB18030, SHIFT_JIS, WINDOWS_1251, WINDOWS_1256};
    use proptest::prelude::*;

    fn name(bytes: &[u8], hint: Option<&str>) -> &'static str {
        decode(bytes, hint, None, &Context::default()).unwrap().encoding
    }

    #[test]
    fn a_mark_beats_everything() {
        assert_eq!(name(b"\xef\xbb\xbf<meta charset=koi8-r>", Some("windows-1251")), "UTF-8");
        assert_eq!(name(b"\xff\xfe<\0p\0>\0", Some("utf-8")), "UTF-16LE");
    }

    #[test]
    fn declarations_are_read_in_all_their_forms() {
        for head in [
            "<meta charset=\"windows-1251\">",
            "<META HTTP-EQUIV='Content-Type' CONTENT='text/html; charset=windows-1251'>",
            "<!-- <meta charset=utf-8> --><meta charset = windows-1251 />",
            "<?xml version=\"1.0\" encoding=\"windows-1251\"?>",
        ] {
            let mut page = head.as_bytes().to_vec();
            page.extend_from_slice(b"<p>\xcf\xf0\xe8\xe2\xe5\xf2");
            assert_eq!(name(&page, None), "windows-1251", "{head}");
        }
    }

    #[test]
    fn a_declaration_that_the_bytes_contradict_is_not_believed() {
        assert_eq!(name("<meta charset=iso-8859-1><p>Привет".as_bytes(), None), "UTF-8");
        assert_eq!(name("<p>Привет".as_bytes(), Some("windows-1252")), "UTF-8");
        let text = "<meta charset=utf-8><p>Министерство иностранных дел сообщило о переговорах в понедельник";
        let (bytes, ..) = WINDOWS_1251.encode(text);
        assert_eq!(name(&bytes, None), "windows-1251");
    }

    #[test]
    fn undeclared_pages_are_told_apart_by_their_bytes() {
        for (encoding, text) in [
            (WINDOWS_1251, "<p>Министерство иностранных дел сообщило, что переговоры пройдут в понедельник в столице"),
            (WINDOWS_1256, "<p>قالت وزارة الخارجية إن المحادثات ستعقد يوم الاثنين في العاصمة بحضور الوفدين"),
            (SHIFT_JIS, "<p>外務省は月曜日に首都で協議が行われると発表した。両国の代表団が出席する予定だ。"),
            (EUC_KR, "<p>외교부는 월요일 수도에서 회담이 열릴 것이라고 밝혔다. 양국 대표단이 참석할 예정이다."),
            (GB18030, "<p>外交部表示，会谈将于星期一在首都举行，两国代表团将出席会议。"),
        ] {
            let (bytes, ..) = encoding.encode(text);
            assert_eq!(decode(&bytes, None, None, &Context::default()).unwrap().text, text, "{}", encoding.name());
        }
    }

    #[test]
    fn utf16_without_a_mark_is_seen() {
        let bytes: Vec<u8> =
            "<html><body><p>Gespräche</p></body></html>".encode_utf16().flat_map(u16::to_be_bytes).collect();
        assert_eq!(name(&bytes, None), "UTF-16BE");
    }

    #[test]
    fn mojibake_is_repaired_where_all_of_it_is() {
        let meant = "Der Käse für „alle“ – 5 €. Привет, Ὀδυσσεύς, 東京";
        let latin: String = meant.bytes().map(char::from).collect();
        assert_eq!(repaired(&latin).as_deref(), Some(meant));
        let windows = "KÃ¤se fÃ¼r â€žalleâ€œ";
        assert_eq!(repaired(windows).as_deref(), Some("Käse für „alle“"));
        for honest in
            ["Käse für alle", "plain", "Ã¤ is what ä becomes, and Ã¼", "KÃ¤se fÃ¼r â€žallé", "Ã©", "Ἀ Ã© Ã© Ã©"]
        {
            assert_eq!(repaired(honest), None, "{honest}");
        }
    }

    proptest! {
        #[test]
        fn repairing_keeps_places(text in "[a-zéß€„日ж ]{3,30}") {
            let misread: String = text.bytes().map(char::from).collect();
            if let Some(meant) = repaired(&misread) {
                prop_assert_eq!(&meant, &text);
                prop_assert_eq!(meant.len(), misread.chars().count());
            }
        }
    }

    #[test]
    fn a_hint_that_makes_no_sense_is_not_believed() {
        let text = "<p>Der Käse für „alle“ kostet fünf Euro, sagte die Bürgermeisterin.</p>";
        for hint in ["utf-16", "utf-16le", "utf-16be"] {
            assert_eq!(decode(text.as_bytes(), Some(hint), None, &Context::default()).unwrap().text, text, "{hint}");
            let (bytes, ..) = encoding_rs::WINDOWS_1252.encode(text);
            assert_eq!(decode(&bytes, Some(hint), None, &Context::default()).unwrap().text, text, "{hint}");
            assert_eq!(name(b"<p>plain</p>", Some(hint)), "UTF-8");
        }
        let text = "<p>外務省は月曜日に首都で協議が行われると発表した。両国の代表団が出席する予定だ。</p>";
        let (bytes, ..) = SHIFT_JIS.encode(text);
        assert_eq!(name(&bytes, Some("iso-8859-1")), "Shift_JIS");
        // One that makes sense is, without markup too.
        let wide: Vec<u8> = "会谈将于星期一\n在首都举行".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(name(&wide, Some("utf-16")), "UTF-16LE");
    }

    #[test]
    fn an_unknown_hint_is_none() {
        assert_eq!(name("naïve".as_bytes(), Some("klingon")), "UTF-8");
        assert_eq!(check_encoding("klingon").unwrap_err().kind(), crate::ErrorKind::Input);
    }

    proptest! {
        #[test]
        fn any_bytes_become_text(bytes in proptest::collection::vec(any::<u8>(), 0..400), tld in "\\PC{0,3}") {
            prop_assert!(decode(&bytes, None, Some(&tld), &Context::default()).is_ok());
        }
    }
}
