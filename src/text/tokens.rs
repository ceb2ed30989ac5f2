//! Tokens: words, numbers, marks, addresses, with their places.
//!
//! Word boundaries follow Unicode Standard Annex 29, refined for news copy. The rules, for a text in any language:
//!
//! - **Words** are runs of letters, digits and marks. An apostrophe between letters stays inside ("don't", "NATO's",
//!   "O'Brien"); an elided article or pronoun of French or Italian is a word of its own, with its apostrophe, before a
//!   vowel ("l'" "Ukraine", "qu'" "il", "dell'" "Unione"; but "D'Angelo"). A final apostrophe belongs to the word as a
//!   possessive ("workers'") unless it closes a quotation, see `apostrophes.rs`; an initial one in "'em" and "'90s".
//! - The pronoun behind an inverted French verb is a word with its hyphens ("dit" "-il", "a" "-t-elle").
//! - Any other hyphen between letters or digits stays inside ("non-starters", "mid-1990s", "10-year-old"), as does a soft hyphen,
//!   `_`, and `&` between capitals ("AT&T"). Behind the stop of an abbreviation it is a token ("U.S." "-" "backed").
//! - **Abbreviations** keep their stops: letters set apart by stops ("U.S.", "a.m.", "z.B."), initials before a capital
//!   ("J. Smith"), the words of `data/default.txt` and `data/en.txt` ("Mr.", "Inc."; "No." and "Jan." before a number).
//! - **Numbers** keep separators between digits ("1,75,000", "3.5", "10:30", "12/01/2022", "2022-01-12", "1 000" with a
//!   no-break or thin space, "1'000") and a unit written onto them ("1.2bn", "30th", "21h30"). A hyphen between other digits
//!   is a token ("2009" "-" "2017"), as are signs, "€" and "%".
//! - **Han and Hiragana** characters are tokens one by one, Katakana runs are words, Hangul goes by spaces. **Thai and Lao**
//!   are cut into character clusters (a consonant with its vowels and tones), Khmer and Myanmar into grapheme clusters: no
//!   dictionary is consulted, so these are parts of words. (The dictionaries of the crate icu_segmenter 2.4 were weighed: 3.5 MB
//!   of code and data, 2.2 MB compressed, against 12 MB for the whole wheel; 1 to 12 MB/s, its Thai model far below that.)
//! - **Quotation marks** are tokens one by one, as are brackets; "``" and "''" are one token each. A run of stops ("...") is
//!   one token, as is a run of one other ASCII mark ("--", "***") or of "!" and "?". An emoji is one symbol.
//! - Addresses, `#topics` and `@names` are one token; a bare domain ("example.com") too, under a common top-level domain.
//! - White space, control characters and invisible formatting belong to no token, nor does a soft hyphen or joiner by itself.

use super::Span;
use super::scanner::Scanner;
use crate::{Context, Result};

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum TokenKind {
    /// Letters, with inner apostrophes and hyphens; abbreviations with their stops.
    Word,
    /// Digits, with separators.
    Number,
    /// Marks of punctuation, quotation marks among them.
    Punctuation,
    /// Currency, mathematics, percent, emoji and other symbols.
    Symbol,
    /// A web address.
    Url,
    /// An e-mail address.
    Email,
    /// `#topic`.
    Hashtag,
    /// `@name`.
    Mention,
}

impl TokenKind {
    /// The name in tables.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Word => "word",
            Self::Number => "number",
            Self::Punctuation => "punctuation",
            Self::Symbol => "symbol",
            Self::Url => "url",
            Self::Email => "email",
            Self::Hashtag => "hashtag",
            Self::Mention => "mention",
        }
    }
}

/// One token: where it stands, and what it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token {
    /// Its bytes.
    pub span: Span,
    /// Its kind.
    pub kind: TokenKind,
}

/// The tokens of a text, in order, white space left out. The rules stand at the head of `src/text/tokens.rs`.
///
/// ```
/// use copydesk::{Context, text::tokenize};
/// let text = "‘Don’t pay €1.2bn,’ said the U.S. envoy.";
/// let tokens = tokenize(text, &Context::default())?;
/// let words: Vec<_> = tokens.iter().map(|token| token.span.of(text)).collect();
/// assert_eq!(words, ["‘", "Don’t", "pay", "€", "1.2bn", ",", "’", "said", "the", "U.S.", "envoy", "."]);
/// # Ok::<(), copydesk::Error>(())
/// ```
///
/// # Errors
///
/// [`crate::ErrorKind::Limit`] for a text that is too long or has too many tokens, [`crate::ErrorKind::Cancelled`].
pub fn tokenize(text: &str, context: &Context) -> Result<Vec<Token>> {
    let mut tokens = Vec::with_capacity(text.len() / 5 + 1);
    each_token(text, context, &mut |some| tokens.extend_from_slice(some))?;
    Ok(tokens)
}

/// As [`tokenize`], without keeping the tokens: hands them to `sink` in order, some at a time.
///
/// ```
/// use copydesk::{Context, text::each_token};
/// let mut count = 0;
/// each_token("No deal, no talks.", &Context::default(), &mut |tokens| count += tokens.len())?;
/// assert_eq!(count, 6);
/// # Ok::<(), copydesk::Error>(())
/// ```
///
/// # Errors
///
/// Those of [`tokenize`]; tokens may have been handed on by then.
pub fn each_token(text: &str, context: &Context, sink: &mut dyn FnMut(&[Token])) -> Result<()> {
    context.check_size(text.len())?;
    Scanner::new(text).run(context, sink)
}
