//! Quotation marks: where they stand and which way they face.
//!
//! Direction is decided by what stands around a mark first and by the mark itself second, since translation and
//! typesetting swap marks far more often than spaces. Single marks are apostrophes unless a partner is found.

use std::collections::HashMap;

use crate::claims::attribution::tagging::words::is_paragraph_break;
use crate::text::Span;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Family {
    Double,
    Single,
    Corner,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Turn {
    Open,
    Close,
    Either,
}

#[derive(Debug, Clone, Copy)]
pub(super) struct Mark {
    pub span: Span,
    pub family: Family,
    /// What the typeface says, where the surroundings say nothing.
    pub turn: Turn,
    pub paragraph: usize,
    pub symbol: char,
}

/// All marks, and the end of each paragraph.
pub(super) fn find_marks(text: &str) -> (Vec<Mark>, Vec<usize>) {
    let bytes = text.as_bytes();
    let (mut marks, mut ends): (Vec<Mark>, Vec<usize>) = (Vec::new(), Vec::new());
    let mut at = 0;
    while at < bytes.len() {
        match bytes[at] {
            b'\n' | b'\r' | 0xE2 | 0xC2 | 0xE3 | b'"' | b'\'' | b'`' => {}
            b',' if opens_low(text, at) => {}
            _ => {
                at += 1;
                continue;
            }
        }
        let Some(symbol) = text.get(at..).and_then(|rest| rest.chars().next()) else {
            at += 1;
            continue;
        };
        if symbol == '\n' || symbol == '\r' || symbol == '\u{2029}' {
            let rest = &text[at..];
            let next = text.len() - rest.trim_start().len();
            if is_paragraph_break(text, text[..at].trim_end().len(), next) {
                ends.push(at);
            }
            at = next.max(at + 1);
            continue;
        }
        let mut end = at + symbol.len_utf8();
        let (mut family, mut by_type) = match symbol {
            '“' | '‟' | '„' | '«' => (Family::Double, Turn::Open),
            '”' | '»' => (Family::Double, Turn::Close),
            '"' => (Family::Double, Turn::Either),
            ',' => {
                end += 1;
                (Family::Double, Turn::Open)
            }
            '‘' | '‛' | '‚' | '‹' => (Family::Single, Turn::Open),
            '’' | '›' => (Family::Single, Turn::Close),
            '\'' | '`' => (Family::Single, Turn::Either),
            '「' | '『' => (Family::Corner, Turn::Open),
            '」' | '』' => (Family::Corner, Turn::Close),
            _ => {
                at = end;
                continue;
            }
        };
        let twin = matches!(symbol, '\'' | '`' | '’' | '‘') && text[end..].starts_with(symbol);
        if twin {
            end += symbol.len_utf8();
            family = Family::Double;
            by_type = if matches!(symbol, '`' | '‘') { Turn::Open } else { Turn::Either };
        }
        let span = Span::new(at, end);
        let turn = direction(text, span, family, by_type);
        marks.push(Mark { span, family, turn, paragraph: ends.len(), symbol });
        at = end;
    }
    ends.push(text.len());
    (marks.into_iter().filter(|mark| !is_inch(text, mark)).collect(), ends)
}

/// ",,Dat klopt''": two commas for a low mark.
fn opens_low(text: &str, at: usize) -> bool {
    text[at..].starts_with(",,")
        && text[..at].chars().next_back().is_none_or(|c| c.is_whitespace() || "([:".contains(c))
        && text[at + 2..].chars().next().is_some_and(char::is_alphanumeric)
}

/// Which way a mark faces.
fn direction(text: &str, span: Span, family: Family, by_type: Turn) -> Turn {
    if family == Family::Corner {
        return by_type;
    }
    let before = text[..span.start].chars().next_back();
    let after = text[span.end..].chars().next();
    let opens_before = before.is_none_or(|c| c.is_whitespace() || "([{—–-/:".contains(c) || is_mark(c));
    let space_before = before.is_none_or(char::is_whitespace);
    let space_after = after.is_none_or(char::is_whitespace);
    let closes_after = after.is_none_or(|c| c.is_whitespace() || ".,;:!?)]}…—–-/".contains(c) || is_mark(c));
    let starts_after = after.is_some_and(|c| c.is_alphanumeric() || "…[($€£¿¡@#".contains(c));
    match (opens_before, closes_after) {
        // A letter on one side only says it all.
        (true, false) if starts_after || !space_after => Turn::Open,
        (false, true) => Turn::Close,
        (false, false) if family == Family::Single => Turn::Either,
        (true, true) if space_before && !space_after && by_type == Turn::Either => Turn::Close,
        (true, true) if !space_before && space_after && before.is_some_and(|c| !":([{".contains(c)) => Turn::Close,
        _ => by_type,
    }
}

fn is_mark(c: char) -> bool {
    matches!(c, '“' | '”' | '„' | '«' | '»' | '"' | '‘' | '’' | '‚' | '‹' | '›' | '\'')
}

/// Inches and seconds: a plain mark after a digit that is followed by a small letter, `x` or a hyphen.
fn is_inch(text: &str, mark: &Mark) -> bool {
    if !matches!(mark.symbol, '"' | '\'' | '”' | '’') {
        return false;
    }
    let before = text[..mark.span.start].chars().next_back();
    if !before.is_some_and(|c| c.is_ascii_digit()) {
        return false;
    }
    let rest = text[mark.span.end..].trim_start_matches([' ', '-']);
    let word: String = rest.chars().take_while(|c| c.is_alphabetic()).take(9).collect();
    let units = [
        "x", "by", "wide", "tall", "long", "high", "deep", "screen", "display", "pipe", "tablet", "thick", "N", "S",
        "E", "W",
    ];
    units.contains(&word.as_str())
}

/// For each opening single mark its closing partner: in the same paragraph, before the next opening one.
pub(super) fn single_closers(text: &str, marks: &[Mark]) -> HashMap<usize, usize> {
    let mut pairs = HashMap::new();
    let mut open: Option<usize> = None;
    for (i, mark) in marks.iter().enumerate() {
        if mark.family != Family::Single {
            continue;
        }
        if open.is_some_and(|open| marks[open].paragraph != mark.paragraph) {
            open = None;
        }
        match mark.turn {
            Turn::Open if !is_elision(text, mark) => open = Some(i),
            Turn::Close => {
                if let Some(open) = open.take() {
                    pairs.insert(open, i);
                }
            }
            _ => {}
        }
    }
    pairs
}

/// `'em`, `'90s`: an apostrophe that looks like an opening mark.
fn is_elision(text: &str, mark: &Mark) -> bool {
    let rest = &text[mark.span.end..];
    let word: String = rest.chars().take_while(|c| c.is_alphanumeric()).take(6).collect::<String>().to_lowercase();
    let short = ["em", "til", "cause", "tis", "twas", "bout", "round", "n", "s", "t"];
    mark.symbol != '‘' && (short.contains(&word.as_str()) || word.starts_with(|c: char| c.is_ascii_digit()))
}
