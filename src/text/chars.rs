//! Classes of characters, as the tokenizer and the sentence splitter need them.
//!
//! The standard library knows letters, digits and white space; marks and punctuation are named here by block, after
//! the general categories of Unicode 17. What is not named is a symbol.

use std::sync::OnceLock;

/// What a character does in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Class {
    /// White space, controls and invisible formatting.
    Space,
    /// A letter of a script that sets words apart by spaces.
    Letter,
    /// A Han or Hiragana character: a token of its own.
    Ideograph,
    /// Katakana: its runs are words.
    Katakana,
    /// A letter of Thai, Lao, Khmer or Myanmar, written without spaces.
    Unspaced,
    /// A digit or another character with a numeric value.
    Digit,
    /// A mark that belongs to the character before it.
    Extend,
    /// Punctuation.
    Punctuation,
    /// Anything else that is visible.
    Symbol,
}

/// Classes of the ASCII characters.
pub(crate) const ASCII: [Class; 128] = ascii();

const fn ascii() -> [Class; 128] {
    let mut table = [Class::Space; 128];
    let mut at = 0;
    while at < 128 {
        table[at] = match at as u8 {
            b'A'..=b'Z' | b'a'..=b'z' => Class::Letter,
            b'0'..=b'9' => Class::Digit,
            b'$' | b'%' | b'&' | b'+' | b'<' | b'=' | b'>' | b'^' | b'|' | b'~' | b'#' | b'@' => Class::Symbol,
            b'!'..=b'~' => Class::Punctuation,
            _ => Class::Space,
        };
        at += 1;
    }
    table
}

/// The class of any character.
#[inline]
pub(crate) fn class(c: char) -> Class {
    /// What stands below takes one look: all alphabets, the Indic scripts, typographic marks.
    const TABLE: usize = 0x3000;
    static CLASSES: OnceLock<Vec<Class>> = OnceLock::new();
    match c as usize {
        code @ 0..=0x7F => ASCII[code],
        code @ 0..TABLE => {
            let all = || (0..TABLE as u32).map(|code| char::from_u32(code).map_or(Class::Symbol, find_class)).collect();
            CLASSES.get_or_init(all)[code]
        }
        _ => find_class(c),
    }
}

fn find_class(c: char) -> Class {
    match c as u32 {
        code @ 0..=0x7F => ASCII[code as usize],
        0xC0..=0xD6 | 0xD8..=0xF6 | 0xF8..=0x24F | 0x400..=0x481 | 0x48A..=0x52F | 0xAC00..=0xD7A3 => Class::Letter,
        0x3005 | 0x3007 | 0x3041..=0x3096 | 0x309D..=0x309F => Class::Ideograph,
        0x3400..=0x4DBF | 0x4E00..=0x9FFF | 0xF900..=0xFAFF | 0x2_0000..=0x3_FFFF => Class::Ideograph,
        0x30A1..=0x30FA | 0x30FC..=0x30FF | 0x31F0..=0x31FF | 0xFF66..=0xFF9F => Class::Katakana,
        0x0E01..=0x0E30 | 0x0E32 | 0x0E33 | 0x0E40..=0x0E46 => Class::Unspaced,
        0x0E81..=0x0EB0 | 0x0EB2 | 0x0EB3 | 0x0EBD | 0x0EC0..=0x0EC6 | 0x0EDC..=0x0EDF => Class::Unspaced,
        0x1000..=0x102A | 0x103F | 0x1050..=0x1055 | 0x1780..=0x17B3 => Class::Unspaced,
        _ if is_extend(c) => Class::Extend,
        _ if c.is_whitespace() || c.is_control() || is_invisible(c) => Class::Space,
        _ if c.is_alphabetic() => Class::Letter,
        _ if c.is_numeric() => Class::Digit,
        _ if is_punctuation(c) => Class::Punctuation,
        _ => Class::Symbol,
    }
}

/// Marks: accents, vowel signs and viramas that the standard library does not count as letters, joiners, soft hyphen,
/// variation selectors, skin tones.
pub(crate) fn is_extend(c: char) -> bool {
    matches!(c as u32,
        0xAD | 0x300..=0x36F | 0x483..=0x489 | 0x591..=0x5BD | 0x5BF | 0x5C1 | 0x5C2 | 0x5C4 | 0x5C5 | 0x5C7
        | 0x610..=0x61A | 0x64B..=0x65F | 0x670 | 0x6D6..=0x6DC | 0x6DF..=0x6E4 | 0x6E7 | 0x6E8 | 0x6EA..=0x6ED
        | 0x711 | 0x730..=0x74A | 0x7A6..=0x7B0 | 0x7EB..=0x7F3
        | 0x900..=0x903 | 0x93A..=0x93C | 0x93E..=0x94F | 0x951..=0x957 | 0x962 | 0x963
        | 0x981..=0x983 | 0x9BC | 0x9BE..=0x9CD | 0x9D7 | 0x9E2 | 0x9E3 | 0x9FE
        | 0xA01..=0xA03 | 0xA3C..=0xA51 | 0xA70 | 0xA71 | 0xA75 | 0xA81..=0xA83 | 0xABC | 0xABE..=0xACD
        | 0xAE2 | 0xAE3 | 0xB01..=0xB03 | 0xB3C | 0xB3E..=0xB57 | 0xB62 | 0xB63 | 0xB82 | 0xBBE..=0xBCD | 0xBD7
        | 0xC00..=0xC04 | 0xC3C | 0xC3E..=0xC56 | 0xC62 | 0xC63 | 0xC81..=0xC83 | 0xCBC | 0xCBE..=0xCD6
        | 0xCE2 | 0xCE3 | 0xD00..=0xD03 | 0xD3B | 0xD3C | 0xD3E..=0xD4D | 0xD57 | 0xD62 | 0xD63
        | 0xD81..=0xD83 | 0xDCA..=0xDDF | 0xDF2 | 0xDF3 | 0xE31 | 0xE34..=0xE3A | 0xE47..=0xE4E
        | 0xEB1 | 0xEB4..=0xEBC | 0xEC8..=0xECE | 0xF18 | 0xF19 | 0xF35 | 0xF37 | 0xF39 | 0xF71..=0xF84
        | 0xF86 | 0xF87 | 0xF8D..=0xFBC | 0x102B..=0x103E | 0x1056..=0x1059 | 0x135D..=0x135F | 0x17B4..=0x17D3
        | 0x180B..=0x180D | 0x1AB0..=0x1AFF | 0x1B00..=0x1B04 | 0x1B34..=0x1B44 | 0x1DC0..=0x1DFF
        | 0x200C | 0x200D | 0x2060 | 0x20D0..=0x20F0 | 0x302A..=0x302F | 0x3099 | 0x309A
        | 0xFE00..=0xFE0F | 0xFE20..=0xFE2F | 0x1_F3FB..=0x1_F3FF | 0xE_0100..=0xE_01EF)
}

/// Of the marks, those that show nothing by themselves: soft hyphen, joiners, variation selectors.
pub(crate) fn shows_nothing(c: char) -> bool {
    matches!(c as u32, 0xAD | 0x180B..=0x180D | 0x200C | 0x200D | 0x2060 | 0xFE00..=0xFE0F | 0xE_0100..=0xE_01EF)
}

/// Formatting that shows nothing: zero-width space, byte order mark, marks of direction.
fn is_invisible(c: char) -> bool {
    matches!(c as u32, 0x61C | 0x180E | 0x200B | 0x200E | 0x200F | 0x202A..=0x202E | 0x2061..=0x206F | 0xFEFF | 0xFFF9..=0xFFFB)
}

/// Non-ASCII punctuation.
fn is_punctuation(c: char) -> bool {
    matches!(c as u32,
        0xA1 | 0xA7 | 0xAB | 0xB6 | 0xB7 | 0xBB | 0xBF | 0x37E | 0x387 | 0x55A..=0x55F | 0x589 | 0x58A | 0x5BE
        | 0x5C0 | 0x5C3 | 0x5C6 | 0x5F3 | 0x5F4 | 0x609..=0x60D | 0x61B..=0x61F | 0x66A..=0x66D | 0x6D4
        | 0x964 | 0x965 | 0x970 | 0xDF4 | 0xE4F | 0xE5A | 0xE5B | 0xF04..=0xF12 | 0xF3A..=0xF3D | 0x104A..=0x104F
        | 0x1360..=0x1368 | 0x17D4..=0x17DA | 0x1800..=0x180A | 0x2010..=0x2027 | 0x2030..=0x205E
        | 0x2308..=0x230B | 0x2329 | 0x232A | 0x2E00..=0x2E5D | 0x3001..=0x3003 | 0x3008..=0x3011
        | 0x3014..=0x301F | 0x3030 | 0x30A0 | 0x30FB | 0xFE10..=0xFE19 | 0xFE30..=0xFE6B
        | 0xFF01..=0xFF0F | 0xFF1A..=0xFF20 | 0xFF3B..=0xFF3D | 0xFF3F | 0xFF5B | 0xFF5D | 0xFF5F..=0xFF65)
}

/// The character at byte `at`; `None` at the end and inside a character.
#[inline]
pub(crate) fn char_at(text: &str, at: usize) -> Option<char> {
    match text.as_bytes().get(at) {
        Some(byte) if byte.is_ascii() => Some(*byte as char),
        _ => text.get(at..)?.chars().next(),
    }
}

/// The character that ends at byte `at`.
#[inline]
pub(crate) fn char_before(text: &str, at: usize) -> Option<char> {
    match text.as_bytes().get(at.checked_sub(1)?) {
        Some(byte) if byte.is_ascii() => Some(*byte as char),
        _ => text.get(..at)?.chars().next_back(),
    }
}

/// Whether a character is a letter or digit of any script.
#[inline]
pub(crate) fn is_word(c: char) -> bool {
    c.is_ascii_alphanumeric()
        || !c.is_ascii()
            && matches!(class(c), Class::Letter | Class::Digit | Class::Ideograph | Class::Katakana | Class::Unspaced)
}

/// Straight or typographic apostrophe.
pub(crate) fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’')
}
