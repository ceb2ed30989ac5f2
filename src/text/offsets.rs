//! Byte offsets to code points, what Python slices by, and back.

use super::Span;

/// Distance in bytes between two remembered positions.
const STEP: usize = 256;

/// An index of one text that turns byte offsets into code-point offsets in constant time.
///
/// It remembers one position every 256 bytes, and nothing at all for ASCII text.
///
/// ```
/// use copydesk::text::{CodePoints, Span};
/// let text = "Käse für alle";
/// let index = CodePoints::new(text);
/// assert_eq!(index.span(Span::new(6, 10)), (5, 8));
/// assert_eq!(index.to_byte(5), 6);
/// ```
#[derive(Debug, Clone)]
pub struct CodePoints<'a> {
    text: &'a str,
    /// Code points before byte `i * STEP`; empty for ASCII text.
    marks: Vec<usize>,
}

impl<'a> CodePoints<'a> {
    /// Indexes `text` in one pass.
    pub fn new(text: &'a str) -> Self {
        let mut marks = Vec::new();
        if !text.is_ascii() {
            marks.reserve(text.len() / STEP + 1);
            let mut seen = 0;
            for block in text.as_bytes().chunks(STEP) {
                marks.push(seen);
                seen += starts(block);
            }
        }
        Self { text, marks }
    }

    /// Code points before byte `at`, which is cut to the text's length.
    pub fn at(&self, at: usize) -> usize {
        let at = at.min(self.text.len());
        if self.marks.is_empty() {
            return at;
        }
        let mark = (at / STEP).min(self.marks.len() - 1);
        self.marks[mark] + starts(&self.text.as_bytes()[mark * STEP..at])
    }

    /// Both ends of a span, in code points.
    pub fn span(&self, span: Span) -> (usize, usize) {
        (self.at(span.start), self.at(span.end))
    }

    /// The byte where code point `at` begins; the text's length beyond its end.
    pub fn to_byte(&self, at: usize) -> usize {
        if self.marks.is_empty() {
            return at.min(self.text.len());
        }
        let mark = self.marks.partition_point(|&seen| seen <= at).saturating_sub(1);
        let mut seen = self.marks[mark];
        for (i, byte) in self.text.as_bytes()[mark * STEP..].iter().enumerate() {
            if byte & 0xC0 != 0x80 {
                if seen == at {
                    return mark * STEP + i;
                }
                seen += 1;
            }
        }
        self.text.len()
    }
}

/// Turns byte offsets that never fall into code points, in one pass over the text without an index.
///
/// ```
/// use copydesk::text::Walk;
/// let mut walk = Walk::new("Käse für alle");
/// assert_eq!([0, 5, 6, 10].map(|at| walk.to(at)), [0, 4, 5, 8]);
/// ```
#[derive(Debug, Clone)]
pub struct Walk<'a> {
    /// `None` for ASCII text, where there is nothing to count.
    text: Option<&'a str>,
    size: usize,
    at: usize,
    seen: usize,
}

impl<'a> Walk<'a> {
    /// A walk from the beginning of `text`.
    pub fn new(text: &'a str) -> Self {
        Self { text: (!text.is_ascii()).then_some(text), size: text.len(), at: 0, seen: 0 }
    }

    /// Code points before byte `at`, which is cut to the text's length and to the last place asked for.
    #[inline]
    pub fn to(&mut self, at: usize) -> usize {
        let at = at.min(self.size);
        let Some(text) = self.text else { return at };
        self.seen += starts(text.as_bytes().get(self.at..at).unwrap_or(&[]));
        self.at = self.at.max(at);
        self.seen
    }
}

/// How many code points start in these bytes.
fn starts(bytes: &[u8]) -> usize {
    // Sums of bytes are made of many at once, as long as none runs over.
    let few = |bytes: &[u8]| bytes.iter().map(|byte| u8::from(byte & 0xC0 != 0x80)).sum::<u8>();
    bytes.chunks(128).map(|bytes| usize::from(few(bytes))).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn agrees_with_counting(text in "\\PC{0,400}|[äöü€😀a]{200,700}") {
            let index = CodePoints::new(&text);
            for (count, (byte, _)) in text.char_indices().enumerate() {
                prop_assert_eq!(index.at(byte), count);
                prop_assert_eq!(index.to_byte(count), byte);
            }
            let mut walk = Walk::new(&text);
            for (count, (byte, _)) in text.char_indices().enumerate().step_by(3) {
                prop_assert_eq!(walk.to(byte), count);
            }
            prop_assert_eq!(index.at(text.len() + 9), text.chars().count());
            prop_assert_eq!(index.to_byte(text.chars().count()), text.len());
        }
    }
}
