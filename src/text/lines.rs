//! Which line breaks end a sentence.
//!
//! A blank line does. Between two lines of one block:
//!
//! - In **hard-wrapped** text a line ends where the next word would not fit. A block is taken as wrapped when its longest
//!   line has 30 to 132 characters, most of its lines could not have held the first word of the next one, and at least one
//!   line without a stop is followed by a lower-case letter. There, a break ends a sentence only where the next word
//!   would have fitted, or before the mark of a list item; all other breaks are spaces.
//! - Elsewhere (scraped text: a line is a paragraph, a heading, a menu entry, a piece of one) a break ends a sentence
//!   unless the next line begins with a lower-case letter or with closing punctuation, or the line ends with a comma, an
//!   opening bracket or, in lower case, with a word that cannot end a sentence ("the", "of").

use super::Span;
use super::abbreviations::Words;
use super::chars::is_word;
use crate::{Context, Result};

/// Words that are left open at the end of a line are looked up among the sentence openers without these, which also end
/// sentences.
const FINAL: &[&str] =
    &["it", "he", "she", "they", "we", "you", "i", "this", "that", "there", "here", "so", "too", "not", "no", "yes"];

/// Calls `piece` with each stretch between breaks that end a sentence, in order.
pub(crate) fn pieces(
    text: &str,
    words: &Words,
    context: &Context,
    mut piece: impl FnMut(Span) -> Result<()>,
) -> Result<()> {
    let mut block = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let line_end = memchr::memchr2(b'\n', b'\r', &text.as_bytes()[at..]).map_or(text.len(), |i| at + i);
        let line = Span::new(at, line_end).trim(text);
        at = line_end + 1;
        if text.as_bytes()[line_end..].starts_with(b"\r\n") {
            at += 1;
        }
        if line.is_empty() {
            flush(text, words, &mut block, &mut piece)?;
        } else {
            block.push(line);
        }
        context.check()?;
    }
    flush(text, words, &mut block, &mut piece)
}

/// Reports the pieces of a block of lines, and empties it.
fn flush(text: &str, words: &Words, block: &mut Vec<Span>, piece: &mut impl FnMut(Span) -> Result<()>) -> Result<()> {
    let Some(first) = block.first() else { return Ok(()) };
    let mut start = first.start;
    let width = wrapped_width(text, block);
    for pair in block.windows(2) {
        if ends(text, pair[0], pair[1], width, words) {
            piece(Span::new(start, pair[0].end))?;
            start = pair[1].start;
        }
    }
    if let Some(last) = block.last() {
        piece(Span::new(start, last.end))?;
    }
    block.clear();
    Ok(())
}

/// The width to which the block is wrapped, in characters; `None` if it is not.
fn wrapped_width(text: &str, block: &[Span]) -> Option<usize> {
    if block.len() < 2 {
        return None;
    }
    let widths: Vec<usize> = block.iter().map(|line| line.of(text).chars().count()).collect();
    let width = widths.iter().copied().max().filter(|width| (30..=132).contains(width))?;
    let (mut full, mut open) = (0, 0);
    for (pair, had) in block.windows(2).zip(&widths) {
        full += usize::from(had + 1 + first_word_width(text, pair[1]) > width);
        open += usize::from(!is_complete(pair[0].of(text)) && starts_lower(pair[1].of(text)));
    }
    (open > 0 && 3 * full >= 2 * (block.len() - 1)).then_some(width)
}

/// Whether the break between two lines ends a sentence.
fn ends(text: &str, line: Span, next: Span, width: Option<usize>, words: &Words) -> bool {
    let (before, after) = (line.of(text), next.of(text));
    if let Some(width) = width {
        let fitted = before.chars().count() + 1 + first_word_width(text, next) <= width;
        return is_item(after) || fitted && !starts_lower(after);
    }
    if is_complete(before) {
        return true;
    }
    if starts_lower(after) || after.starts_with([',', ';', ')', ']', '”', '»']) {
        return false;
    }
    if before.ends_with([',', '(', '[', '“', '„', '‘']) {
        return is_item(after);
    }
    let last = before.rsplit(|c: char| !is_word(c)).next().unwrap_or("");
    let open = last.starts_with(char::is_lowercase) && words.opens(last) && !FINAL.contains(&last);
    !open
}

/// Whether a line ends with a stop, behind which only closing marks stand.
fn is_complete(line: &str) -> bool {
    let body = line.trim_end_matches(['"', '\'', '”', '’', '»', '“', ')', ']', '›', '」', '』']);
    body.ends_with(['.', '!', '?', '…', '。', '！', '？', '।', '؟', '۔', '።', '។', ':'])
}

fn starts_lower(line: &str) -> bool {
    line.trim_start_matches(['"', '\'', '“', '‘', '(']).starts_with(char::is_lowercase)
}

fn first_word_width(text: &str, line: Span) -> usize {
    line.of(text).split(char::is_whitespace).next().unwrap_or("").chars().take(133).count()
}

/// Whether a line begins with the mark of a list item: a bullet, a dash, "1.", "2)", "(a)".
fn is_item(line: &str) -> bool {
    let mut chars = line.chars();
    let Some(first) = chars.next() else { return false };
    if "•◦▪▫●○■□‣⁃∙►▶➤✓✔★*-–—".contains(first) {
        return chars.next().is_some_and(|c| c.is_whitespace() || !c.is_ascii() || !"*-–—".contains(first));
    }
    let label = line.trim_start_matches('(');
    let size = label.bytes().take(3).take_while(u8::is_ascii_digit).count();
    let size = if size == 0 && label.starts_with(|c: char| c.is_ascii_lowercase()) { 1 } else { size };
    let rest = label.get(size..).unwrap_or("");
    size > 0 && rest.starts_with([')', '.']) && rest[1..].starts_with([' ', ')', '\t'])
}
