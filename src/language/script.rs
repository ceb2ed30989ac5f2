//! The script of a letter, after the Unicode Character Database (Scripts.txt), cut to the blocks of living scripts.

/// A script that text is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub(crate) enum Script {
    Latin,
    Cyrillic,
    Greek,
    Arabic,
    Hebrew,
    Devanagari,
    Han,
    Hiragana,
    Katakana,
    Hangul,
    Armenian,
    Georgian,
    Bengali,
    Gurmukhi,
    Gujarati,
    Oriya,
    Tamil,
    Telugu,
    Kannada,
    Malayalam,
    Sinhala,
    Thai,
    Lao,
    Tibetan,
    Myanmar,
    Khmer,
    Ethiopic,
    Thaana,
}

impl Script {
    pub(crate) const COUNT: usize = 28;

    pub(crate) const ALL: [Script; Self::COUNT] = [
        Script::Latin,
        Script::Cyrillic,
        Script::Greek,
        Script::Arabic,
        Script::Hebrew,
        Script::Devanagari,
        Script::Han,
        Script::Hiragana,
        Script::Katakana,
        Script::Hangul,
        Script::Armenian,
        Script::Georgian,
        Script::Bengali,
        Script::Gurmukhi,
        Script::Gujarati,
        Script::Oriya,
        Script::Tamil,
        Script::Telugu,
        Script::Kannada,
        Script::Malayalam,
        Script::Sinhala,
        Script::Thai,
        Script::Lao,
        Script::Tibetan,
        Script::Myanmar,
        Script::Khmer,
        Script::Ethiopic,
        Script::Thaana,
    ];

    /// Whether texts in this script have no spaces between words.
    pub(crate) fn is_unspaced(self) -> bool {
        use Script::{Han, Hiragana, Katakana, Khmer, Lao, Myanmar, Thai, Tibetan};
        matches!(self, Han | Hiragana | Katakana | Khmer | Lao | Myanmar | Thai | Tibetan)
    }

    /// English name, as in Unicode.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Script::Latin => "Latin",
            Script::Cyrillic => "Cyrillic",
            Script::Greek => "Greek",
            Script::Arabic => "Arabic",
            Script::Hebrew => "Hebrew",
            Script::Devanagari => "Devanagari",
            Script::Han => "Han",
            Script::Hiragana => "Hiragana",
            Script::Katakana => "Katakana",
            Script::Hangul => "Hangul",
            Script::Armenian => "Armenian",
            Script::Georgian => "Georgian",
            Script::Bengali => "Bengali",
            Script::Gurmukhi => "Gurmukhi",
            Script::Gujarati => "Gujarati",
            Script::Oriya => "Oriya",
            Script::Tamil => "Tamil",
            Script::Telugu => "Telugu",
            Script::Kannada => "Kannada",
            Script::Malayalam => "Malayalam",
            Script::Sinhala => "Sinhala",
            Script::Thai => "Thai",
            Script::Lao => "Lao",
            Script::Tibetan => "Tibetan",
            Script::Myanmar => "Myanmar",
            Script::Khmer => "Khmer",
            Script::Ethiopic => "Ethiopic",
            Script::Thaana => "Thaana",
        }
    }

    /// Whether letters of the two scripts stand in one word, as in Japanese.
    pub(crate) fn joins(self, other: Script) -> bool {
        let japanese = |script| matches!(script, Script::Han | Script::Hiragana | Script::Katakana);
        self == other || (japanese(self) && japanese(other))
    }

    /// The script of a letter or of a mark that belongs to one script; `None` for digits, punctuation, symbols, and for
    /// scripts that no supported language uses.
    #[inline]
    pub(crate) fn of(c: char) -> Option<Script> {
        if c.is_ascii() {
            return c.is_ascii_alphabetic().then_some(Script::Latin);
        }
        let script = match c as u32 {
            0x00AA | 0x00BA | 0x00C0..=0x024F | 0x0250..=0x02AF | 0x1E00..=0x1EFF | 0xFB00..=0xFB06 => Script::Latin,
            0x2C60..=0x2C7F | 0xA720..=0xA7FF | 0xAB30..=0xAB6F | 0xFF21..=0xFF3A | 0xFF41..=0xFF5A => Script::Latin,
            0x0370..=0x03FF | 0x1F00..=0x1FFF => Script::Greek,
            0x0400..=0x052F | 0x1C80..=0x1C8F | 0x2DE0..=0x2DFF | 0xA640..=0xA69F => Script::Cyrillic,
            0x0530..=0x058F | 0xFB13..=0xFB17 => Script::Armenian,
            0x0591..=0x05F4 | 0xFB1D..=0xFB4F => Script::Hebrew,
            0x0610..=0x06FF | 0x0750..=0x077F | 0x08A0..=0x08FF | 0xFB50..=0xFDFF | 0xFE70..=0xFEFC => Script::Arabic,
            0x0780..=0x07BF => Script::Thaana,
            0x0900..=0x097F | 0xA8E0..=0xA8FF => Script::Devanagari,
            0x0980..=0x09FF => Script::Bengali,
            0x0A00..=0x0A7F => Script::Gurmukhi,
            0x0A80..=0x0AFF => Script::Gujarati,
            0x0B00..=0x0B7F => Script::Oriya,
            0x0B80..=0x0BFF => Script::Tamil,
            0x0C00..=0x0C7F => Script::Telugu,
            0x0C80..=0x0CFF => Script::Kannada,
            0x0D00..=0x0D7F => Script::Malayalam,
            0x0D80..=0x0DFF => Script::Sinhala,
            0x0E00..=0x0E7F => Script::Thai,
            0x0E80..=0x0EFF => Script::Lao,
            0x0F00..=0x0FFF => Script::Tibetan,
            0x1000..=0x109F | 0xA9E0..=0xA9FF | 0xAA60..=0xAA7F => Script::Myanmar,
            0x10A0..=0x10FF | 0x1C90..=0x1CBF | 0x2D00..=0x2D2F => Script::Georgian,
            0x1100..=0x11FF | 0x3130..=0x318F | 0xA960..=0xA97F | 0xAC00..=0xD7FF => Script::Hangul,
            0x1200..=0x139F | 0x2D80..=0x2DDF | 0xAB00..=0xAB2F => Script::Ethiopic,
            0x1780..=0x17FF | 0x19E0..=0x19FF => Script::Khmer,
            0x3041..=0x309F => Script::Hiragana,
            0x30A0..=0x30FF | 0x31F0..=0x31FF | 0xFF66..=0xFF9F => Script::Katakana,
            0x3005 | 0x3007 | 0x3400..=0x4DBF | 0x4E00..=0x9FFF | 0xF900..=0xFAFF | 0x20000..=0x323AF => Script::Han,
            _ => return None,
        };
        (c.is_alphabetic() || is_mark(c)).then_some(script)
    }
}

/// Whether a character of a script's block that is no letter belongs inside words: signs such as the virama, which joins
/// consonants, or the nukta.
fn is_mark(c: char) -> bool {
    let c = c as u32;
    match c {
        0x0483..=0x0487 | 0x0591..=0x05C7 | 0x0610..=0x061A | 0x064B..=0x065F | 0x0670 | 0x06D6..=0x06DC => true,
        // The Indic blocks share one layout of 128 places: nukta at 3C, virama at 4D.
        0x0900..=0x0DFF => matches!(c & 0x7F, 0x3C | 0x4D | 0x4A) || c == 0x0DCA,
        0x0E31 | 0x0E34..=0x0E3A | 0x0E47..=0x0E4E | 0x0EB1 | 0x0EB4..=0x0EBC | 0x0EC8..=0x0ECD => true,
        0x0F35..=0x0F39 | 0x0F71..=0x0F84 | 0x0F90..=0x0FBC | 0x102B..=0x103E | 0x17B4..=0x17D3 => true,
        0x135D..=0x135F | 0x07A6..=0x07B0 | 0x30FC | 0x3099..=0x309A => true,
        _ => false,
    }
}

/// Whether `c` is a combining mark that any script may use (U+0300 to U+036F), as in decomposed text.
#[inline]
pub(crate) fn is_common_mark(c: char) -> bool {
    matches!(c as u32, 0x0300..=0x036F)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_have_their_script() {
        let cases = [
            ('a', "Latin"),
            ('ß', "Latin"),
            ('ế', "Latin"),
            ('я', "Cyrillic"),
            ('ў', "Cyrillic"),
            ('λ', "Greek"),
            ('ښ', "Arabic"),
            ('ש', "Hebrew"),
            ('क', "Devanagari"),
            ('्', "Devanagari"),
            ('中', "Han"),
            ('の', "Hiragana"),
            ('ッ', "Katakana"),
            ('ー', "Katakana"),
            ('한', "Hangul"),
            ('ქ', "Georgian"),
            ('հ', "Armenian"),
            ('ক', "Bengali"),
            ('ક', "Gujarati"),
            ('ਕ', "Gurmukhi"),
            ('க', "Tamil"),
            ('త', "Telugu"),
            ('ก', "Thai"),
            ('่', "Thai"),
            ('ක', "Sinhala"),
            ('ມ', "Lao"),
            ('မ', "Myanmar"),
            ('ក', "Khmer"),
            ('አ', "Ethiopic"),
            ('𠀋', "Han"),
        ];
        for (c, name) in cases {
            assert_eq!(Script::of(c).map(Script::name), Some(name), "{c}");
        }
    }

    #[test]
    fn what_is_no_letter_has_none() {
        for c in "0 ٣ ३ ๓ . , ! ؟ ، । ፣ 。 、 「 € © × ÷ 😀 _ - \u{0}\u{fffd}\u{e000}".chars() {
            assert_eq!(Script::of(c), None, "{c:?}");
        }
    }

    #[test]
    fn the_list_is_in_order_of_the_numbers() {
        for (number, script) in Script::ALL.into_iter().enumerate() {
            assert_eq!(script as usize, number);
        }
    }
}
