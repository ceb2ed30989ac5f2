//! What single characters mean at the ends of lines.

use crate::text::Span;

/// Marks that end a sentence, in the scripts of the news.
pub(crate) fn is_stop(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '…' | '。' | '！' | '？' | '؟' | '۔' | '।' | '‽' | '։' | '።')
}

/// Marks that may follow a stop and still belong to its sentence.
pub(crate) fn is_closer(c: char) -> bool {
    matches!(c, '"' | '\'' | '”' | '’' | '»' | '“' | '›' | ')' | ']' | '」' | '』' | '）' | '*')
}

/// Marks that open or close a quotation; apostrophes are not among them.
pub(crate) fn is_quote(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„' | '‟' | '«' | '»' | '‹' | '›' | '「' | '」' | '『' | '』' | '＂' | '‘')
}

/// Signs that open an item of a list.
pub(crate) fn is_bullet(c: char) -> bool {
    matches!(c, '•' | '·' | '▪' | '■' | '●' | '○' | '◦' | '‣' | '⁃' | '►' | '▶' | '✓' | '✔' | '➤' | '★' | '◆')
}

/// Signs that part links or point to them.
pub(crate) fn is_link_sign(c: char) -> bool {
    matches!(c, '|' | '›' | '»' | '→' | '▸' | '❯' | '¦' | '↓' | '↑' | '←' | '>' | '<' | '⟩')
}

/// Characters that take no room and carry no meaning in copy; joiners, which Arabic and Indic scripts need, stay.
pub(crate) fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{feff}')
}

/// White space, or as good as that.
pub(crate) fn is_blank(c: char) -> bool {
    c.is_whitespace() || is_invisible(c) || c.is_control() || matches!(c, '\u{200e}' | '\u{200f}')
}

/// The span without blank characters at its ends.
pub(crate) fn trim(text: &str, span: Span) -> Span {
    let Some(slice) = text.get(span.start..span.end) else { return Span::new(span.start, span.start) };
    let head = slice.trim_start_matches(is_blank);
    let start = span.end - head.len();
    Span::new(start, start + head.trim_end_matches(is_blank).len())
}
