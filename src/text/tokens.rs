//! Words, numbers, punctuation with their places.

use unicode_segmentation::UnicodeSegmentation;

use super::Span;
use crate::{Context, Result};

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum TokenKind {
    /// Letters, with inner apostrophes and hyphens.
    Word,
    /// Digits, with separators.
    Number,
    /// Marks of punctuation, quotation marks among them.
    Punctuation,
    /// Currency, mathematics, emoji and other symbols.
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

/// The tokens of a text, in order, white space left out.
///
/// Word boundaries follow Unicode Standard Annex 29.
pub fn tokenize(text: &str, context: &Context) -> Result<Vec<Token>> {
    context.check_size(text.len())?;
    let mut tokens = Vec::with_capacity(text.len() / 6);
    for (start, word) in text.split_word_bound_indices() {
        if tokens.len() % 1024 == 0 {
            context.check()?;
        }
        let Some(first) = word.chars().next() else { continue };
        let kind = match first {
            c if c.is_whitespace() => continue,
            c if c.is_numeric() => TokenKind::Number,
            c if c.is_alphanumeric() => TokenKind::Word,
            c if c.is_ascii_punctuation() || "“”‘’«»„‚‹›…–—¿¡、。「」".contains(c) => {
                TokenKind::Punctuation
            }
            _ => TokenKind::Symbol,
        };
        tokens.push(Token { span: Span::new(start, start + word.len()), kind });
    }
    Ok(tokens)
}
