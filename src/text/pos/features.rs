//! What the tagger sees of a word: the word, its ends, its shape, its neighbours, the tags before it.

use crate::Span;
use crate::text::{Token, TokenKind};

/// Feature rows of one token.
pub(super) const TEMPLATES: usize = 24;

/// Hashes of one token, computed once and combined by every template that looks at it.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Word {
    /// The folded word.
    word: u64,
    /// Its last two, three and four characters.
    ends: [u64; 3],
    /// Its first two and three characters.
    starts: [u64; 2],
    /// Capitals, digits, hyphens, apostrophes.
    shape: u64,
    /// Whether a line or the text begins here.
    first: bool,
}

/// What stands before the first and after the last word of a line.
const EDGE: Word = Word { word: 1, ends: [1; 3], starts: [1; 2], shape: 1, first: false };

/// One step of a multiplicative hash (the finaliser of splitmix64, shortened).
fn mix(state: u64, value: u64) -> u64 {
    let x = (state ^ value).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    x ^ (x >> 29)
}

impl Word {
    /// Reads one token; `previous` is the end of the one before it.
    fn read(text: &str, span: Span, previous: usize) -> Self {
        let gap = Span::new(previous, span.start).of(text);
        let first = previous == 0 || gap.bytes().any(|byte| byte == b'\n');
        let mut hash = 7_u64;
        let mut last = [0_u64; 4];
        let mut starts = [0_u64; 2];
        let (mut count, mut upper, mut digit, mut other) = (0_u64, 0_u64, 0_u64, 0_u64);
        let mut initial_upper = 0;
        // Words longer than this are addresses or noise; their ends are still theirs.
        for c in span.of(text).chars().take(64) {
            if c.is_uppercase() {
                upper += 1;
                initial_upper |= u64::from(count == 0);
            }
            let folded = match c {
                '’' | '`' | 'ʼ' => '\'',
                '0'..='9' => '0',
                c if c.is_ascii() => c.to_ascii_lowercase(),
                c => c.to_lowercase().next().unwrap_or(c),
            };
            digit += u64::from(folded == '0');
            other |= match folded {
                '-' => 1,
                '\'' => 2,
                '.' => 4,
                c if !c.is_alphanumeric() => 8,
                _ => 0,
            };
            hash = mix(hash, u64::from(folded));
            last.rotate_left(1);
            last[3] = u64::from(folded);
            count += 1;
            if (2..=3).contains(&count) {
                starts[count as usize - 2] = hash;
            }
        }
        let two = mix(mix(11, last[3]), last[2]);
        let three = mix(two, last[1]);
        let ends = [two, three, mix(three, last[0])];
        let capitals = match (initial_upper, upper) {
            (_, 0) => 0,
            (1, 1) => 1,
            (_, n) if n == count => 2,
            _ => 3,
        };
        let digits = if digit == 0 { 0 } else { 1 + u64::from(digit == count) };
        let shape = mix(13, capitals | digits << 2 | other << 4 | count.min(3) << 8);
        Self { word: hash, ends, starts, shape, first }
    }
}

/// Whether a token is punctuation wherever it stands; "-", "/" or "%" may be symbols, and are left to the weights.
pub(super) fn is_mark(text: &str, token: &Token) -> bool {
    token.kind == TokenKind::Punctuation
        && token.span.of(text).chars().all(|c| ".,;:!?()[]{}\"'“”‘’«»„‚‹›…¿¡、。「」".contains(c))
}

/// "RM6.162", "SKr2.1bn": the amount, which tells what the word is, without the letters of its currency.
fn behind_currency(text: &str, span: Span) -> Span {
    let word = span.of(text);
    let letters = word.bytes().take_while(u8::is_ascii_alphabetic).count();
    let amount = word.get(letters..).unwrap_or("");
    let is_amount =
        (1..=3).contains(&letters) && amount.starts_with(|c: char| c.is_ascii_digit()) && amount.contains(['.', ',']);
    if is_amount { Span::new(span.start + letters, span.end) } else { span }
}

/// All tokens of a text.
pub(super) fn read_words(text: &str, tokens: &[Token]) -> Vec<Word> {
    let mut previous = 0;
    let mut words = Vec::with_capacity(tokens.len());
    for token in tokens {
        words.push(match token.kind {
            // One word each: their letters say nothing.
            TokenKind::Url | TokenKind::Email => Word { word: 3, ..EDGE },
            _ => Word::read(text, behind_currency(text, token.span), previous),
        });
        previous = token.span.end;
    }
    words
}

/// The rows that speak for token `at`, given the classes of the two tokens before it.
pub(super) fn rows(words: &[Word], at: usize, before: usize, before_that: usize, bits: u32) -> [u32; TEMPLATES] {
    let here = &words[at];
    let left = if here.first || at == 0 { &EDGE } else { &words[at - 1] };
    let left2 = if here.first || at < 2 || words[at - 1].first { &EDGE } else { &words[at - 2] };
    let right = words.get(at + 1).filter(|word| !word.first).unwrap_or(&EDGE);
    let right2 = words.get(at + 2).filter(|word| !word.first && right.word != 1).unwrap_or(&EDGE);
    let (p, pp) = if here.first { (31, 31) } else { (before as u64, before_that as u64) };
    let starts_line = u64::from(here.first);
    let values = [
        here.word,
        mix(here.ends[0], here.shape),
        here.ends[1],
        here.ends[2],
        here.starts[0],
        here.starts[1],
        mix(here.shape, starts_line),
        mix(here.shape, left.shape),
        p,
        p << 8 | pp,
        mix(here.word, p),
        mix(here.ends[1], p),
        left.word,
        mix(left.word, here.word),
        mix(left.word, here.ends[0]),
        left2.word,
        right.word,
        mix(right.word, here.word),
        right.ends[1],
        mix(right.ends[1], p),
        right2.word,
        mix(right.ends[0], here.ends[1]),
        mix(mix(p, right.word), here.shape),
        mix(mix(right.shape, here.shape), left.ends[0]),
    ];
    let mut rows = [0; TEMPLATES];
    for (template, (row, value)) in rows.iter_mut().zip(values).enumerate() {
        let hash = mix(mix(template as u64 + 101, value), 17).wrapping_mul(0xD6E8_FEB8_6659_FD93);
        *row = (hash >> (64 - bits)) as u32;
    }
    rows
}
