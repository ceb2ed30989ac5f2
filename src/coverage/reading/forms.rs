//! Words as they stand: without their capitals and marks, and what stands behind them.

use super::grammar::Role;
use crate::text::{Token, TokenKind};

/// Whether a particle may end what its clause says, because nothing stands behind it to which it could lead: "the pumps were
/// off, ...", but not "off the coast".
pub(crate) fn closes(text: &str, particle: Token, next: Option<&Token>) -> bool {
    let compound = particle.span.of(text).contains('-');
    !compound
        && next.is_none_or(|next| match next.kind {
            TokenKind::Word => Role::Behind.has(&next.span.of(text).to_lowercase()),
            kind => kind == TokenKind::Punctuation,
        })
}

/// A word in lower case with plain apostrophes, without its possessive, and whether it is an acronym.
pub(crate) fn normalize(part: &str) -> Option<(String, bool)> {
    let bare = part.trim_matches(|c: char| !c.is_alphanumeric());
    if bare.is_empty() {
        return None;
    }
    let mut word: String = bare.chars().map(|c| if c == '’' || c == 'ʼ' { '\'' } else { c }).collect();
    if let Some(stem) = word.strip_suffix("'s").or_else(|| word.strip_suffix("'S")) {
        word.truncate(stem.len());
    }
    let letters: String = word.chars().filter(|c| *c != '.').collect();
    let acronym = letters.chars().count() >= 2 && letters.chars().all(char::is_uppercase);
    let lower = if acronym { letters.to_lowercase() } else { word.to_lowercase() };
    (!lower.is_empty()).then_some((lower, acronym))
}
