//! A text cut as numbers and phrases need it: digits apart from letters, marks one by one.
//!
//! [`crate::text::tokenize`] keeps "1.2bn" or "mid-2014" whole, as readers do; here their parts are looked at.

use crate::{Context, Result, Span};

/// What a piece is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum PieceKind {
    /// Digits with separators between them: "1,75,000", "3.5".
    Digits,
    /// Letters, with apostrophes between them.
    Word,
    /// Any other character.
    Mark,
}

/// A piece of text.
#[derive(Debug, Clone)]
pub(crate) struct Piece {
    /// Its bytes.
    pub span: Span,
    /// Its kind.
    pub kind: PieceKind,
    /// White space stands before it.
    pub spaced: bool,
    /// A line ends before it.
    pub breaks: bool,
    /// The word in small letters with straight apostrophes; the digits or the mark as they stand.
    pub folded: String,
}

impl Piece {
    /// Whether it is this mark.
    pub fn is(&self, mark: &str) -> bool {
        self.kind == PieceKind::Mark && self.folded == mark
    }

    /// Whether it is one of the dashes that stand between the ends of a range.
    pub fn is_dash(&self) -> bool {
        self.kind == PieceKind::Mark && matches!(self.folded.as_str(), "-" | "–" | "—" | "‐" | "‑" | "−")
    }
}

/// Characters that part groups of digits where a digit follows.
fn separates(c: char) -> bool {
    matches!(c, '.' | ',' | '\'' | '’' | '\u{a0}' | '\u{202f}' | '\u{2009}')
}

/// What is written together with the next word in French and Italian: "d'environ", "jusqu'à", "dell'anno".
const ELIDED: [&str; 17] =
    ["d", "l", "qu", "c", "n", "s", "j", "m", "t", "un", "jusqu", "lorsqu", "puisqu", "dell", "nell", "sull", "dall"];

/// Cuts `span` of `text`.
pub(crate) fn cut(text: &str, span: Span, context: &Context) -> Result<Vec<Piece>> {
    context.check_size(text.len())?;
    let words = span.of(text);
    let mut pieces = Vec::with_capacity(words.len() / 5);
    let mut chars = words.char_indices().peekable();
    let (mut spaced, mut breaks) = (true, true);
    while let Some((from, first)) = chars.next() {
        if pieces.len() % 1024 == 0 {
            context.check()?;
        }
        if first.is_whitespace() {
            spaced = true;
            breaks |= first == '\n';
            continue;
        }
        let mut to = from + first.len_utf8();
        let kind = if first.is_ascii_digit() {
            PieceKind::Digits
        } else if first.is_alphabetic() {
            PieceKind::Word
        } else {
            PieceKind::Mark
        };
        while kind != PieceKind::Mark
            && let Some(&(at, c)) = chars.peek()
        {
            let after = || words[at + c.len_utf8()..].chars().next();
            let joins = match kind {
                PieceKind::Digits => c.is_ascii_digit() || separates(c) && after().is_some_and(|c| c.is_ascii_digit()),
                _ => {
                    c.is_alphabetic()
                        || "\u{301}\u{308}".contains(c)
                        || matches!(c, '\'' | '’') && after().is_some_and(char::is_alphabetic)
                }
            };
            if !joins {
                break;
            }
            to = at + c.len_utf8();
            chars.next();
            if kind == PieceKind::Word
                && matches!(c, '\'' | '’')
                && ELIDED.contains(&words[from..at].to_lowercase().as_str())
            {
                break;
            }
        }
        let folded = match kind {
            PieceKind::Word => words[from..to].to_lowercase().replace('’', "'"),
            _ => words[from..to].to_owned(),
        };
        pieces.push(Piece { span: Span::new(span.start + from, span.start + to), kind, spaced, breaks, folded });
        (spaced, breaks) = (false, false);
    }
    Ok(pieces)
}
