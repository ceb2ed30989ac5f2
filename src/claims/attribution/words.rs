//! The words that tagging works on: the crate's tokens with English clitics cut off, and what is known of each.

use crate::learn::{hash_bytes, hash_str};
use crate::text::{Span, Token, TokenKind, split_sentences, tokenize};
use crate::{Context, Result};

/// Hash of a word, folded to lower case, typographic apostrophes as plain ones.
pub(crate) fn word_hash(word: &str) -> u64 {
    let mut folded = [0_u8; 40];
    if word.is_ascii() && word.len() <= folded.len() {
        for (to, from) in folded.iter_mut().zip(word.bytes()) {
            *to = from.to_ascii_lowercase();
        }
        return hash_bytes(&folded[..word.len()], SEED);
    }
    hash_str(&word.to_lowercase().replace('’', "'"), SEED)
}

/// Seed of word hashes; model files depend on it.
const SEED: u64 = 0xA77;

/// How a word is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub(crate) enum Shape {
    Lower,
    Title,
    Upper,
    Mixed,
    Number,
    Mark,
    Comma,
    Stop,
    Colon,
    Dash,
    Bracket,
    Quote,
}

/// One word.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Word {
    pub span: Span,
    /// [`word_hash`] of it.
    pub hash: u64,
    pub shape: Shape,
    /// Sentence it stands in, counted over the text.
    pub sentence: u32,
    /// Paragraph it stands in, counted over the text.
    pub paragraph: u32,
}

impl Word {
    pub fn is_word(&self) -> bool {
        (self.shape as u8) < Shape::Mark as u8
    }

    /// Whether it starts with a capital.
    pub fn is_capital(&self) -> bool {
        matches!(self.shape, Shape::Title | Shape::Upper | Shape::Mixed)
    }
}

/// A text cut into words, with the sentences and paragraphs they stand in.
#[derive(Debug)]
pub(crate) struct Words<'a> {
    pub text: &'a str,
    pub words: Vec<Word>,
    pub sentences: Vec<Span>,
}

impl<'a> Words<'a> {
    /// Cuts `text`.
    pub fn new(text: &'a str, language: Option<&str>, context: &Context) -> Result<Self> {
        let sentences = split_sentences(text, language, context)?;
        let tokens = tokenize(text, context)?;
        let english = language == Some("en");
        let mut words = Vec::with_capacity(tokens.len() + tokens.len() / 16);
        let (mut sentence, mut paragraph, mut last_end) = (0, 0, 0);
        for token in &tokens {
            if is_paragraph_break(text, last_end, token.span.start) {
                paragraph += 1;
            }
            last_end = token.span.end;
            while sentence + 1 < sentences.len() && sentences[sentence + 1].start <= token.span.start {
                sentence += 1;
            }
            for span in clitics(text, token, english).into_iter().flatten() {
                words.push(Word {
                    span,
                    hash: word_hash(span.of(text)),
                    shape: shape(span.of(text), token.kind),
                    sentence: sentence as u32,
                    paragraph,
                });
            }
        }
        Ok(Self { text, words, sentences })
    }

    /// The word itself.
    pub fn of(&self, i: usize) -> &'a str {
        self.words.get(i).and_then(|word| self.text.get(word.span.start..word.span.end)).unwrap_or("")
    }

    /// Runs of words in one paragraph.
    pub fn paragraphs(&self) -> Vec<std::ops::Range<usize>> {
        let mut runs = Vec::new();
        let mut start = 0;
        for i in 1..=self.words.len() {
            if i == self.words.len() || self.words[i].paragraph != self.words[start].paragraph {
                runs.push(start..i);
                start = i;
            }
        }
        runs
    }

    /// Index of the first word that ends after byte `at`.
    pub fn at(&self, at: usize) -> usize {
        self.words.partition_point(|word| word.span.end <= at)
    }
}

/// Whether a paragraph ends between two words: a line break, unless the line merely wraps.
pub(crate) fn is_paragraph_break(text: &str, from: usize, to: usize) -> bool {
    let gap = text.get(from..to).unwrap_or("");
    let breaks = gap.bytes().filter(|&byte| byte == b'\n').count();
    if breaks == 0 {
        return gap.contains('\r') || gap.contains('\u{2029}');
    }
    let after = text.get(to..).and_then(|rest| rest.chars().next());
    let before = text.get(..from).and_then(|head| head.chars().next_back());
    let wraps = breaks == 1
        && after.is_some_and(char::is_lowercase)
        && before.is_some_and(|c| c.is_alphanumeric() || c == ',' || c == '-');
    !wraps
}

/// The token, with `'s`, `'re`, `'ll`, `'ve`, `'d`, `'m`, `n't` as words of their own in English.
fn clitics(text: &str, token: &Token, english: bool) -> [Option<Span>; 2] {
    let span = token.span;
    let word = span.of(text);
    if !english || token.kind != TokenKind::Word || word.len() < 3 {
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

fn shape(word: &str, kind: TokenKind) -> Shape {
    let Some(first) = word.chars().next() else { return Shape::Mark };
    match first {
        ',' | ';' | '،' | '、' => return Shape::Comma,
        '.' | '!' | '?' | '…' | '。' => return Shape::Stop,
        ':' => return Shape::Colon,
        '-' | '–' | '—' => return Shape::Dash,
        '(' | ')' | '[' | ']' => return Shape::Bracket,
        '"' | '“' | '”' | '„' | '«' | '»' | '‹' | '›' | '‘' | '`' | '「' | '」' => return Shape::Quote,
        '\'' | '’' if word.chars().nth(1).is_none_or(|c| !c.is_alphabetic()) => return Shape::Quote,
        _ => {}
    }
    if kind == TokenKind::Number {
        return Shape::Number;
    }
    if !first.is_alphabetic() {
        return if kind == TokenKind::Word { Shape::Lower } else { Shape::Mark };
    }
    let mut rest = word.chars().skip(1).filter(|c| c.is_alphabetic()).peekable();
    if first.is_lowercase() || !first.is_uppercase() {
        return if rest.any(char::is_uppercase) { Shape::Mixed } else { Shape::Lower };
    }
    if rest.peek().is_none() {
        return Shape::Title;
    }
    let (mut upper, mut lower) = (false, false);
    for c in rest {
        upper |= c.is_uppercase();
        lower |= c.is_lowercase();
    }
    match (upper, lower) {
        (true, false) => Shape::Upper,
        (true, true) => Shape::Mixed,
        _ => Shape::Title,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> Vec<String> {
        let words = Words::new(text, Some("en"), &Context::default()).unwrap();
        (0..words.words.len()).map(|i| words.of(i).to_owned()).collect()
    }

    #[test]
    fn clitics_are_words() {
        assert_eq!(cut("She’s sure they don't"), ["She", "’s", "sure", "they", "do", "n't"]);
        assert_eq!(cut("O’Malley said"), ["O’Malley", "said"]);
    }

    #[test]
    fn wrapped_lines_are_one_paragraph_and_short_lines_are_not() {
        let words = Words::new("The mayor said the bridge\nwould open.\nShe left", Some("en"), &Context::default());
        let words = words.unwrap();
        assert_eq!(words.paragraphs().len(), 2);
    }

    #[test]
    fn hashes_ignore_case_and_apostrophe_style() {
        assert_eq!(word_hash("DON’T"), word_hash("don't"));
        assert_ne!(word_hash("said"), word_hash("says"));
    }
}
