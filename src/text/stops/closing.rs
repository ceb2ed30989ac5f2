//! What closes behind a stop and belongs to its sentence: quotation marks, brackets, notes.

use super::{Stops, is_stop};
use crate::text::chars::{char_before, is_word};
use crate::text::cuts::smiley_end;

impl Stops<'_> {
    /// The end of what closes at `at`, with stops between: `."`, `.)”.`, `.[12]`.
    pub(super) fn closing(&self, mut at: usize) -> (usize, bool) {
        let mut closed = false;
        while let Some(c) = self.char_at(at) {
            let after = at + c.len_utf8();
            match c {
                '”' | '’' | ')' | ']' | '}' | '›' | '」' | '』' | '）' | '】' | '》' | '〉' | '〕' => {}
                '"' | '\'' | '“' | '‘' | '»' | '«' if !self.char_at(after).is_some_and(is_word) => {}
                '.' | '!' | '?' | '…' if closed => {}
                '[' => match self.note_end(at) {
                    Some(end) => {
                        at = end;
                        continue;
                    }
                    None => break,
                },
                // French parts its marks with a space that does not break.
                '\u{A0}' | '\u{202F}' if self.char_at(after) == Some('»') => {
                    at = after;
                    continue;
                }
                ' ' => match self.spaced_closing(after) {
                    Some(end) => {
                        closed = true;
                        at = end;
                        continue;
                    }
                    None => break,
                },
                _ => break,
            }
            closed = true;
            at = after;
        }
        (at, closed)
    }

    /// The end of what can only close, though a space stands before it at `at`: "”", "''", "[12]", "[…]", ":)", a note number.
    fn spaced_closing(&self, at: usize) -> Option<usize> {
        let end = match self.char_at(at)? {
            '[' => return self.note_end(at).or_else(|| self.omission_end(at)),
            c if c.is_ascii_digit() => return self.bare_note_end(at),
            ':' | ';' | '=' => return smiley_end(&self.text.as_bytes()[..self.piece.end], at),
            c @ ('”' | '»') => at + c.len_utf8(),
            '\'' if self.char_at(at + 1) == Some('\'') => at + 2,
            _ => return None,
        };
        // In French a comma follows behind "! »" and "? »", where a full stop would be left out.
        let strong =
            || at.checked_sub(1).is_some_and(|space| matches!(char_before(self.text, space), Some('!' | '?' | '…')));
        let ends = |c: char| c.is_whitespace() || is_stop(c) || c == ',' && strong();
        self.char_at(end).is_none_or(ends).then_some(end)
    }

    /// The end of a note number in brackets.
    fn note_end(&self, at: usize) -> Option<usize> {
        let rest = self.text.get(at + 1..self.piece.end)?;
        let digits = rest.bytes().take(4).take_while(u8::is_ascii_digit).count();
        (digits > 0 && rest.as_bytes().get(digits) == Some(&b']')).then_some(at + digits + 2)
    }

    /// The end of a mark for words left out.
    fn omission_end(&self, at: usize) -> Option<usize> {
        let rest = self.text.get(at..self.piece.end)?;
        ["[…]", "[...]", "[ … ]", "[ ... ]"].iter().find(|mark| rest.starts_with(**mark)).map(|mark| at + mark.len())
    }

    /// The end of a note number without brackets, which the first word of a sentence follows: "the talks. 4 The"; no
    /// sentence begins with a number and a capitalised "the".
    fn bare_note_end(&self, at: usize) -> Option<usize> {
        let bytes = self.text.as_bytes().get(at..self.piece.end)?;
        let digits = bytes.iter().take(4).take_while(|byte| byte.is_ascii_digit()).count();
        let stop = at.checked_sub(2)?;
        let abbreviated = || self.words.abbreviation(self.word_before(stop)).is_some();
        let next = at + digits + 1;
        let opens = digits < 4
            && bytes.get(digits) == Some(&b' ')
            && self.char_at(next).is_some_and(char::is_uppercase)
            && self.words.opens(self.word_at(next));
        (opens && !(self.char_at(stop) == Some('.') && abbreviated())).then_some(next - 1)
    }
}
