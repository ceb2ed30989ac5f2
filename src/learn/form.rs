//! What linear models see of a word: its folded hash, its edges, its shape.

use super::hash::hash_bytes;
use crate::text::{Span, Token, TokenKind};

/// How a word is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub enum Shape {
    /// Small letters, or letters without case.
    Lower,
    /// A capital, then small letters.
    Title,
    /// Capitals.
    Upper,
    /// Capitals inside: "McCain", "iPhone".
    Mixed,
    /// Digits.
    Number,
    /// A mark or symbol not named below.
    Mark,
    /// Comma, semicolon.
    Comma,
    /// Full stop, exclamation mark, question mark.
    Stop,
    /// Colon.
    Colon,
    /// Hyphens and dashes.
    Dash,
    /// Round and square brackets.
    Bracket,
    /// Quotation marks.
    Quote,
}

/// A word as features see it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Form {
    /// [`fold_hash`] of the word.
    pub hash: u64,
    /// Hash of the last three bytes, folded.
    pub suffix3: u32,
    /// Hash of the last two bytes, folded.
    pub suffix2: u32,
    /// Hash of the first three bytes, folded.
    pub prefix3: u32,
    /// How it is written.
    pub shape: Shape,
}

/// Seed of word hashes; model files depend on it.
const SEED: u64 = 0xA77;

/// Hash of a word, folded to lower case, typographic apostrophes as plain ones, digits as zeros.
///
/// ```
/// use copydesk::learn::form::fold_hash;
/// assert_eq!(fold_hash("DON’T"), fold_hash("don't"));
/// assert_eq!(fold_hash("1997"), fold_hash("2014"));
/// ```
pub fn fold_hash(word: &str) -> u64 {
    with_folded(word, |folded| hash_bytes(folded, SEED))
}

fn with_folded<T>(word: &str, use_it: impl FnOnce(&[u8]) -> T) -> T {
    let mut folded = [0_u8; 40];
    if word.is_ascii() && word.len() <= folded.len() {
        for (to, from) in folded.iter_mut().zip(word.bytes()) {
            *to = if from.is_ascii_digit() { b'0' } else { from.to_ascii_lowercase() };
        }
        return use_it(&folded[..word.len()]);
    }
    let lower = word.to_lowercase().replace('’', "'").replace(|c: char| c.is_ascii_digit(), "0");
    use_it(lower.as_bytes())
}

impl Form {
    /// What is seen of `word`.
    pub fn new(word: &str) -> Self {
        let shape = shape(word);
        with_folded(word, |folded| {
            let short = |bytes: &[u8], seed: u64| hash_bytes(bytes, seed) as u32;
            Self {
                hash: hash_bytes(folded, SEED),
                suffix3: short(&folded[folded.len().saturating_sub(3)..], 3),
                suffix2: short(&folded[folded.len().saturating_sub(2)..], 2),
                prefix3: short(&folded[..folded.len().min(3)], 5),
                shape,
            }
        })
    }

    /// Letters or digits.
    pub fn is_word(&self) -> bool {
        (self.shape as u8) < Shape::Mark as u8
    }

    /// Whether it holds a capital.
    pub fn is_capital(&self) -> bool {
        matches!(self.shape, Shape::Title | Shape::Upper | Shape::Mixed)
    }
}

/// How `word` is written.
pub fn shape(word: &str) -> Shape {
    let Some(first) = word.chars().next() else { return Shape::Mark };
    match first {
        ',' | ';' | '،' | '、' => return Shape::Comma,
        '.' | '!' | '?' | '…' | '。' => return Shape::Stop,
        ':' => return Shape::Colon,
        '-' | '–' | '—' => return Shape::Dash,
        '(' | ')' | '[' | ']' => return Shape::Bracket,
        '"' | '“' | '”' | '„' | '«' | '»' | '‹' | '›' | '‘' | '‚' | '`' | '「' | '」' => {
            return Shape::Quote;
        }
        '\'' | '’' if word.chars().nth(1).is_none_or(|c| !c.is_alphabetic()) => return Shape::Quote,
        '\'' | '’' => return Shape::Lower,
        _ => {}
    }
    if first.is_numeric() {
        return Shape::Number;
    }
    if !first.is_alphabetic() {
        return Shape::Mark;
    }
    let (mut upper, mut lower) = (false, false);
    for c in word.chars().skip(1).filter(|c| c.is_alphabetic()) {
        upper |= c.is_uppercase();
        lower |= !c.is_uppercase();
    }
    match (first.is_uppercase(), upper, lower) {
        (false, false, _) => Shape::Lower,
        (true, false, _) => Shape::Title,
        (true, true, false) => Shape::Upper,
        _ => Shape::Mixed,
    }
}

/// The token, with `'s`, `'re`, `'ll`, `'ve`, `'d`, `'m`, `n't` as words of their own as English treebanks do.
pub fn split_clitics(text: &str, token: &Token) -> [Option<Span>; 2] {
    let span = token.span;
    let word = span.of(text);
    if token.kind != TokenKind::Word || word.len() < 3 {
        return [Some(span), None];
    }
    let cut = word.char_indices().rev().take(4).find(|&(_, c)| c == '\'' || c == '’').map(|(i, _)| i);
    let Some(cut) = cut.filter(|&cut| cut > 0) else { return [Some(span), None] };
    let tail = word[cut..].trim_start_matches(['\'', '’']);
    let known = ["s", "re", "ll", "ve", "d", "m"].iter().any(|known| tail.eq_ignore_ascii_case(known));
    if known {
        [Some(Span::new(span.start, span.start + cut)), Some(Span::new(span.start + cut, span.end))]
    } else if tail.eq_ignore_ascii_case("t") && cut > 1 && word[..cut].ends_with(['n', 'N']) {
        [Some(Span::new(span.start, span.start + cut - 1)), Some(Span::new(span.start + cut - 1, span.end))]
    } else {
        [Some(span), None]
    }
}

/// A number of 32 bits for feature `kind` with value `value`.
#[inline]
pub fn feature(kind: u64, value: u64) -> u32 {
    // One multiplication spreads enough: values are hashes already or small numbers.
    let product = (value ^ kind.wrapping_mul(0xD6E8_FEB8_6659_FD93)).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    ((product ^ (product >> 29)) >> 16) as u32
}

/// Two values as one, for features that join words.
#[inline]
pub fn join(a: u64, b: u64) -> u64 {
    a.rotate_left(23).wrapping_add(b.wrapping_mul(0xE703_7ED1_A0B4_28DB))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shapes() {
        for (word, expected) in [
            ("said", Shape::Lower),
            ("Peskov", Shape::Title),
            ("NATO", Shape::Upper),
            ("McCain", Shape::Mixed),
            ("1997", Shape::Number),
            ("“", Shape::Quote),
            ("’s", Shape::Lower),
            ("’", Shape::Quote),
            ("—", Shape::Dash),
            ("نعم", Shape::Lower),
            ("", Shape::Mark),
        ] {
            assert_eq!(shape(word), expected, "{word}");
        }
    }

    #[test]
    fn edges_of_short_and_foreign_words() {
        for word in ["", "a", "é", "日本", "Ümlaut"] {
            assert_eq!(Form::new(word), Form::new(word));
        }
        assert_eq!(Form::new("naming").suffix3, Form::new("rowing").suffix3);
    }
}
