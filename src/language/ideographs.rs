//! What the ideographs of a short text tell by the national standards that hold them.
//!
//! Japan simplified some ideographs in 1946 as nobody else did ("経済", "価"), China simplified others in 1956 ("经济", "价"). JIS X
//! 0208 holds the first, GB 2312 the others, Big5 those that neither has touched; a headline without kana is in one language or the
//! other by the signs that only one standard has, and open where all of its signs stand in several.

use encoding_rs::{BIG5, Encoding, GBK, SHIFT_JIS};

/// What they tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Told {
    /// A sign that only Japan writes, and none that it does not.
    Japanese,
    /// Nothing.
    Open,
    /// Signs that Japan does not write.
    Other,
}

/// What some ideographs tell.
pub(crate) fn told(ideographs: impl Iterator<Item = char>) -> Told {
    let mut told = Told::Open;
    for sign in ideographs {
        if !is_in(sign, SHIFT_JIS) {
            return Told::Other;
        }
        if !is_in(sign, BIG5) && !is_in_gb2312(sign) {
            told = Told::Japanese;
        }
    }
    told
}

fn is_in(sign: char, encoding: &'static Encoding) -> bool {
    !encoding.encode(sign.encode_utf8(&mut [0; 4])).2
}

/// Whether a sign stands in the part of GBK that is GB 2312.
fn is_in_gb2312(sign: char) -> bool {
    let mut buffer = [0; 4];
    let (bytes, _, failed) = GBK.encode(sign.encode_utf8(&mut buffer));
    !failed && matches!(*bytes, [0xB0..=0xF7, 0xA1..=0xFE])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_of_one_standard_decide_and_those_of_several_do_not() {
        for (text, expected) in [
            ("経済成長率", Told::Japanese),
            ("株価急落", Told::Japanese),
            ("中国经济", Told::Other),
            ("东京经济", Told::Other),
            ("地震速報", Told::Open),
            ("首相辞任", Told::Open),
            ("東京", Told::Open),
            ("", Told::Open),
        ] {
            assert_eq!(told(text.chars()), expected, "{text}");
        }
    }
}
