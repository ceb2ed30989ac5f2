//! The tokenizer's one pass: what kind of token begins here, and where it ends.

use unicode_segmentation::UnicodeSegmentation;

use super::abbreviations::{Abbreviation, Words};
use super::apostrophes::{self, Quotes};
use super::ascii::letter_run;
use super::chars::{ASCII, Class, char_at, char_before, class, is_apostrophe, is_word, shows_nothing};
use super::word_end::word_end;
use super::{Span, Token, TokenKind, numbers, web};
use crate::{Context, Result};

/// How many tokens are handed on at once; few enough to stay in the nearest cache with what is made of them.
const BATCH: usize = 256;

/// The state of one pass.
pub(crate) struct Scanner<'a> {
    text: &'a str,
    /// Tokens not handed on yet.
    tokens: Vec<Token>,
    /// How many were.
    handed: usize,
    quotes: Quotes,
    words: &'static Words,
}

impl<'a> Scanner<'a> {
    pub(crate) fn new(text: &'a str) -> Self {
        Self {
            text,
            tokens: Vec::with_capacity((text.len() / 5 + 1).min(2 * BATCH)),
            handed: 0,
            quotes: Quotes::default(),
            words: Words::of(Some("en")),
        }
    }

    /// Hands all tokens of the text to `sink`, in order, some at a time.
    pub(crate) fn run(mut self, context: &Context, sink: &mut dyn FnMut(&[Token])) -> Result<()> {
        let bytes = self.text.as_bytes();
        let mut at = 0;
        let mut breaks = 0;
        while let Some(&byte) = bytes.get(at) {
            if byte == b' ' {
                at += 1;
                continue;
            }
            if self.tokens.len() >= BATCH {
                context.check()?;
                self.hand_on(at, sink);
                context.check_items(self.handed)?;
            }
            match LEAD[byte as usize] {
                Lead::Letter => {
                    breaks = 0;
                    let end = at + letter_run(bytes, at);
                    let plain = bytes.get(end).is_none_or(|byte| ENDS_WORD[*byte as usize]);
                    at = match bytes.get(end) {
                        _ if plain => self.push(at, end, TokenKind::Word),
                        Some(b'.' | b':') => self.word_to(at, at, end),
                        _ => self.word(at, at),
                    };
                    continue;
                }
                Lead::Mark => {
                    breaks = 0;
                    at = self.push(at, at + 1, TokenKind::Punctuation);
                    continue;
                }
                Lead::Other => {}
            }
            let Some(c) = char_at(self.text, at) else { break };
            let kind = if byte.is_ascii() { ASCII[byte as usize] } else { class(c) };
            if kind == Class::Space {
                if byte == b'\n' {
                    breaks += 1;
                    if breaks == 2 {
                        self.quotes.paragraph();
                    }
                }
                at += c.len_utf8();
                continue;
            }
            breaks = 0;
            at = match kind {
                Class::Letter | Class::Katakana => self.word(at, at),
                Class::Digit => self.number(at, at),
                Class::Ideograph => self.push(at, extend(self.text, at + c.len_utf8()), TokenKind::Word),
                Class::Unspaced => self.push(at, unspaced(self.text, at, c), TokenKind::Word),
                Class::Punctuation => self.punctuation(at, c),
                Class::Symbol => self.symbol(at, c),
                Class::Extend if shows_nothing(c) => at + c.len_utf8(),
                Class::Extend | Class::Space => self.cluster(at, TokenKind::Symbol),
            };
        }
        sink(&self.tokens);
        context.check_items(self.handed + self.tokens.len())
    }

    /// Hands on the tokens that nothing from `at` on can take back.
    fn hand_on(&mut self, at: usize, sink: &mut dyn FnMut(&[Token])) {
        let open = self.tokens.iter().rev().take_while(|token| at - token.span.start <= web::LONGEST_LOCAL).count();
        let ready = self.tokens.len() - open;
        sink(&self.tokens[..ready]);
        self.handed += ready;
        self.tokens.drain(..ready);
    }

    #[inline]
    fn push(&mut self, start: usize, end: usize, kind: TokenKind) -> usize {
        self.tokens.push(Token { span: Span::new(start, end), kind });
        end
    }

    /// One grapheme cluster, as an emoji is.
    fn cluster(&mut self, at: usize, kind: TokenKind) -> usize {
        let rest = self.text.get(at..).unwrap_or("");
        let len = rest.graphemes(true).next().map_or(1, str::len);
        self.push(at, at + len, kind)
    }

    /// A token that begins at `start` and whose first letter stands at `at` (later only after an initial apostrophe).
    fn word(&mut self, start: usize, at: usize) -> usize {
        self.word_to(start, at, word_end(self.text, at))
    }

    /// As [`Self::word`], of a word whose letters end at `end`.
    fn word_to(&mut self, start: usize, at: usize, mut end: usize) -> usize {
        let bytes = self.text.as_bytes();
        match bytes.get(end) {
            Some(b'.') => {
                if let Some(to) = web::bare_domain(self.text, start, end) {
                    return self.push(start, to, TokenKind::Url);
                }
                end = self.abbreviation_end(at, end);
            }
            Some(b':') if bytes[end..].starts_with(b"://") && web::is_scheme(&bytes[at..end]) => {
                let to = web::url_end(self.text, end + 3);
                return self.push(start, to, TokenKind::Url);
            }
            Some(b'\'' | 0xE2) => {
                if let Some(c) = char_at(self.text, end).filter(|c| is_apostrophe(*c)) {
                    let and = start < at && end == at + 1 && bytes[at] == b'n';
                    if and || self.quotes.is_possessive(self.text, end, c) {
                        end += c.len_utf8();
                    }
                }
            }
            _ => {}
        }
        self.push(start, end, TokenKind::Word)
    }

    fn number(&mut self, start: usize, at: usize) -> usize {
        let (end, kind) = numbers::number_end(self.text, at);
        self.push(start, end, kind)
    }

    /// The end of the word from `start` to `stop`, where a full stop stands: behind that stop if it belongs to the word.
    fn abbreviation_end(&self, start: usize, stop: usize) -> usize {
        let text = self.text;
        if let Some(end) = dotted_end(text, start, stop) {
            return end;
        }
        let Some(word) = text.get(start..stop) else { return stop };
        let after = stop + 1;
        let mut letters = word.chars();
        if let (Some(letter), None) = (letters.next(), letters.next()) {
            let follows = next_visible(text, after).is_some_and(|c| c.is_uppercase());
            return if letter.is_uppercase() && letter != 'I' && follows { after } else { stop };
        }
        match self.words.abbreviation(word) {
            Some(Abbreviation::Number) => {
                if next_visible(text, after).is_some_and(|c| c.is_numeric()) {
                    after
                } else {
                    stop
                }
            }
            Some(_) if bytes_before_dots(text, after) => after,
            _ => stop,
        }
    }

    fn punctuation(&mut self, at: usize, c: char) -> usize {
        let bytes = self.text.as_bytes();
        let next = bytes.get(at + 1).copied().unwrap_or(0);
        let after = at + c.len_utf8();
        match c {
            '\'' | '’' | '‘' => {
                if c == '\'' && next == b'\'' {
                    return self.push(at, at + 2, TokenKind::Punctuation);
                }
                if let Some(kind) = apostrophes::clipped(self.text, at, c) {
                    return match kind {
                        TokenKind::Number => self.number(at, after),
                        _ => self.word(at, after),
                    };
                }
                self.quotes.mark(self.text, at, c);
                self.push(at, after, TokenKind::Punctuation)
            }
            '‚' | '‹' => {
                self.quotes.mark(self.text, at, c);
                self.push(at, after, TokenKind::Punctuation)
            }
            '`' if next == b'`' => self.push(at, at + 2, TokenKind::Punctuation),
            '.' if next.is_ascii_digit() && !char_before(self.text, at).is_some_and(is_word) => self.number(at, at + 1),
            '!' | '?' => {
                let run = bytes[at..].iter().take_while(|byte| matches!(byte, b'!' | b'?')).count();
                self.push(at, at + run, TokenKind::Punctuation)
            }
            '-' if char_before(self.text, at).is_some_and(char::is_alphabetic) => {
                match apostrophes::inverted_end(self.text, at) {
                    Some(end) => self.push(at, end, TokenKind::Word),
                    None => self.run_of(at, b'-', TokenKind::Punctuation),
                }
            }
            '.' | '-' | '_' | '*' => self.run_of(at, c as u8, TokenKind::Punctuation),
            '#' | '@' => self.symbol(at, c),
            _ if c.is_ascii() => self.push(at, after, TokenKind::Punctuation),
            _ => self.push(at, extend(self.text, after), TokenKind::Punctuation),
        }
    }

    fn symbol(&mut self, at: usize, c: char) -> usize {
        match c {
            '#' | '@' if !char_before(self.text, at).is_some_and(is_word) => {
                if let Some(end) = web::tag_end(self.text, at) {
                    let kind = if c == '#' { TokenKind::Hashtag } else { TokenKind::Mention };
                    return self.push(at, end, kind);
                }
            }
            '@' => {
                if let Some(end) = web::email_end(self.text, at) {
                    return self.email(at, end);
                }
            }
            _ => {}
        }
        if c.is_ascii() { self.run_of(at, c as u8, TokenKind::Symbol) } else { self.cluster(at, TokenKind::Symbol) }
    }

    /// A run of one ASCII mark; the marks of currency and percent stay single.
    fn run_of(&mut self, at: usize, mark: u8, kind: TokenKind) -> usize {
        let run = match mark {
            b'$' | b'%' | b'@' => 1,
            _ => self.text.as_bytes()[at..].iter().take_while(|byte| **byte == mark).count(),
        };
        self.push(at, at + run, kind)
    }

    /// An e-mail address: takes back the tokens that turn out to be its local part.
    fn email(&mut self, at: usize, end: usize) -> usize {
        let mut start = at;
        while let Some(token) = self.tokens.last() {
            let touching = token.span.end == start && at - token.span.start <= web::LONGEST_LOCAL;
            if !touching || !web::is_local(token.span.of(self.text)) {
                break;
            }
            start = token.span.start;
            self.tokens.pop();
        }
        self.push(start, end, TokenKind::Email)
    }
}

/// The first character from `at` on that is no blank, on the same line.
fn next_visible(text: &str, at: usize) -> Option<char> {
    text.get(at..)?.chars().take(4).find(|c| !matches!(c, ' ' | '\u{A0}'))
}

/// Whether no further stop stands at `at`: of an ellipsis nothing belongs to a word.
fn bytes_before_dots(text: &str, at: usize) -> bool {
    text.as_bytes().get(at) != Some(&b'.')
}

/// The end of single letters set apart by stops ("U.S.", "e.g"), of which the first stands from `start` to `stop`.
pub(crate) fn dotted_end(text: &str, start: usize, stop: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let single = |from: usize, to: usize| text.get(from..to).is_some_and(|part| part.chars().nth(1).is_none());
    let short = |from: usize, to: usize| to - from <= 3 && bytes[from..to].is_ascii();
    if stop - start > 4 || !single(start, stop) && !short(start, stop) {
        return None;
    }
    let mut singles = single(start, stop);
    let (mut end, mut parts) = (stop, 1);
    while bytes.get(end) == Some(&b'.') && parts < 12 {
        let from = end + 1;
        if !char_at(text, from).is_some_and(|c| class(c) == Class::Letter) {
            break;
        }
        let to = word_end(text, from);
        if single(from, to) {
            end = to;
            parts += 1;
        } else if parts == 1 && singles && short(from, to) && bytes.get(to) == Some(&b'.') {
            // "M.Sc.", "Ph.D." from either side.
            singles = false;
            end = to;
            parts += 1;
        } else {
            break;
        }
    }
    if parts < 2 || (!singles && bytes.get(end) != Some(&b'.')) {
        return None;
    }
    let further = bytes.get(end + 1).is_some_and(|byte| *byte == b'.');
    Some(if bytes.get(end) == Some(&b'.') && !further { end + 1 } else { end })
}

/// The end of the marks that belong to the character before `at`.
fn extend(text: &str, mut at: usize) -> usize {
    while let Some(c) = char_at(text, at).filter(|c| !c.is_ascii() && class(*c) == Class::Extend) {
        at += c.len_utf8();
    }
    at
}

/// The end of a cluster of a script without spaces.
fn unspaced(text: &str, at: usize, first: char) -> usize {
    let mut end = at + first.len_utf8();
    // Thai and Lao lie 0x80 apart, letter by letter.
    let thai = |c: char| match c as u32 {
        code @ 0xE00..=0xE7F => code,
        code @ 0xE80..=0xEFF => code - 0x80,
        _ => 0,
    };
    if thai(first) == 0 {
        let rest = text.get(at..).unwrap_or("");
        return at + rest.graphemes(true).next().map_or(first.len_utf8(), str::len);
    }
    if (0xE40..=0xE44).contains(&thai(first)) {
        match char_at(text, end) {
            Some(c) if class(c) == Class::Unspaced => end += c.len_utf8(),
            _ => return extend(text, end),
        }
    }
    loop {
        end = extend(text, end);
        match char_at(text, end) {
            Some(c) if matches!(thai(c), 0xE30 | 0xE32 | 0xE33 | 0xE45) => end += c.len_utf8(),
            _ => return end,
        }
    }
}

/// What a token that begins with a byte is for certain.
#[derive(Clone, Copy)]
enum Lead {
    /// A word.
    Letter,
    /// A mark that stands alone.
    Mark,
    /// Looked at more closely.
    Other,
}

const LEAD: [Lead; 256] = {
    let mut table = [Lead::Other; 256];
    let mut at = 0;
    while at < 128 {
        table[at] = match at as u8 {
            b'A'..=b'Z' | b'a'..=b'z' => Lead::Letter,
            b',' | b';' | b':' | b'(' | b')' | b'[' | b']' | b'{' | b'}' | b'"' | b'/' | b'\\' => Lead::Mark,
            _ => Lead::Other,
        };
        at += 1;
    }
    table
};

/// The bytes that end a word of ASCII letters and are no part of anything together with it.
const ENDS_WORD: [bool; 256] = {
    let mut table = [false; 256];
    let mut at = 0;
    while at < 128 {
        let byte = at as u8;
        table[at] = !byte.is_ascii_alphanumeric() && !matches!(byte, b'.' | b':' | b'\'' | b'-' | b'_' | b'&');
        at += 1;
    }
    table
};
