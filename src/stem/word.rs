//! A word as the cache looks it up.

use crate::text::ascii::{WINDOW, lower_letters};

/// A word and who is to stem it: its first sixteen bytes as two integers, and the whole where it is longer.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Word<'a> {
    pub(super) head: [u64; 2],
    size: u32,
    pub(super) stemmer: u16,
    /// Empty where the head is all.
    long: &'a str,
}

impl<'a> Word<'a> {
    /// Bytes that the head has room for.
    pub(super) const HEAD: usize = WINDOW;

    /// Just this word.
    #[inline]
    pub(super) fn new(text: &'a str, stemmer: u16) -> Self {
        let bytes = text.as_bytes();
        let size = u32::try_from(bytes.len()).unwrap_or(u32::MAX);
        match bytes.first_chunk::<WINDOW>() {
            Some(head) => {
                let head = u128::from_le_bytes(*head);
                let long = if bytes.len() > Self::HEAD { text } else { "" };
                Self { head: [head as u64, (head >> 64) as u64], size, stemmer, long }
            }
            None => Self { head: short(bytes), size, stemmer, long: "" },
        }
    }

    /// The `size` bytes from `at` in lower case, if they are ASCII letters and few.
    #[inline]
    pub(super) fn letters(text: &str, at: usize, size: usize, stemmer: u16) -> Option<Word<'static>> {
        lower_letters(text.as_bytes(), at, size).map(|head| Word { head, size: size as u32, stemmer, long: "" })
    }

    /// Put together from what [`Self::head`], [`Self::size`], `stemmer` and [`Self::long`] were.
    pub(super) fn of_parts(head: [u64; 2], size: u8, stemmer: u16, long: &'a str) -> Self {
        Self { head, size: u32::from(size), stemmer, long }
    }

    /// Its bytes.
    #[inline]
    pub(super) fn size(&self) -> usize {
        self.size as usize
    }

    /// The whole word where the head is not all of it, else nothing.
    #[inline]
    pub(super) fn long(&self) -> &'a str {
        self.long
    }

    /// The bytes behind the head.
    #[inline]
    fn rest(&self) -> &'a [u8] {
        self.long.as_bytes().get(Self::HEAD..).unwrap_or(&[])
    }

    /// Calls `read` with the word.
    pub(super) fn with<R>(&self, read: impl FnOnce(&str) -> R) -> R {
        if !self.long.is_empty() {
            return read(self.long);
        }
        let [low, high] = self.head.map(u64::to_le_bytes);
        let mut bytes = [0; Self::HEAD];
        bytes[..8].copy_from_slice(&low);
        bytes[8..].copy_from_slice(&high);
        read(std::str::from_utf8(&bytes[..self.size()]).unwrap_or(""))
    }

    /// A hash by folded multiplication, eight bytes a step.
    #[inline]
    pub(super) fn hash(&self) -> u64 {
        let mix = |a: u64, b: u64| {
            let product = u128::from(a) * u128::from(b);
            product as u64 ^ (product >> 64) as u64
        };
        let [low, high] = self.head;
        let tail = u64::from(self.size) << 16 | u64::from(self.stemmer);
        let mut state = mix(low ^ 0x9E37_79B9_7F4A_7C15, high ^ tail << 32 ^ 0xD6E8_FEB8_6659_FD93);
        for chunk in self.rest().chunks(8) {
            let value = chunk.iter().fold(0, |value, byte| value << 8 | u64::from(*byte));
            state = mix(state ^ value, 0x9E37_79B9_7F4A_7C15);
        }
        state
    }
}

/// Fewer than sixteen bytes, padded with zeros. Of what is shorter than eight bytes, four words in five, each place is read
/// whether it is there or not: a branch by length would be foretold wrongly too often.
#[inline]
fn short(bytes: &[u8]) -> [u64; 2] {
    let size = bytes.len();
    if let (Some(first), Some(last)) = (bytes.first_chunk::<8>(), bytes.last_chunk::<8>()) {
        // Of the last eight, those that are among the first go: all of them where there are just eight.
        let both = 8 * (15 - size.min(15)) + 7;
        return [u64::from_le_bytes(*first), u64::from_le_bytes(*last) >> 1 >> both];
    }
    let Some(last) = size.checked_sub(1) else { return [0; 2] };
    let all = (0..7).fold(0, |all, place| all | u64::from(bytes[last.min(place)]) << (8 * place));
    [all & u64::MAX >> (64 - 8 * size), 0]
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn gives_back_what_it_was_made_of(text in "\\PC{0,30}|[a-z]{0,40}") {
            let word = Word::new(&text, 3);
            prop_assert!(word.with(|found| found == text));
            prop_assert_eq!(word.rest(), &text.as_bytes()[text.len().min(16)..]);
        }

        #[test]
        fn letters_are_the_lower_case_word(text in "[a-zA-Z]{1,20}", rest in "[ -~]{20}") {
            let whole = format!("{text}{rest}");
            let lower = text.to_lowercase();
            match Word::letters(&whole, 0, text.len(), 3) {
                Some(word) => {
                    prop_assert!(word.with(|found| found == lower));
                    prop_assert_eq!(word.head, Word::new(&lower, 3).head);
                    prop_assert_eq!(word.hash(), Word::new(&lower, 3).hash());
                }
                None => prop_assert!(text.len() > 16),
            }
        }
    }
}
