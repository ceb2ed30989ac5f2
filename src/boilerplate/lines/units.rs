//! Physical lines, and the logical ones that wrapped text hides: joined where only the width of a page broke them.

use memchr::memchr2_iter;

use super::chars::{is_bullet, is_closer, is_stop, trim};
use crate::text::Span;
use crate::{Context, Result};

/// A logical line: consecutive physical lines of one paragraph, or (nearly always) a single one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Unit {
    /// Its physical lines, a range of [`Units::parts`].
    pub first: usize,
    /// Past its last physical line.
    pub end: usize,
    /// Which block of lines without a blank line between them.
    pub block: u32,
    /// How many white-space characters it is indented by, 255 at most.
    pub indent: u8,
}

/// The logical lines of a text.
#[derive(Debug, Default)]
pub(crate) struct Units {
    /// Physical lines or pieces of them, in order, without white space at their ends, none empty.
    pub parts: Vec<Span>,
    /// What they form.
    pub units: Vec<Unit>,
}

/// The widest column that is taken for wrapped text, in bytes.
const WIDEST: usize = 200;
/// The narrowest.
const NARROWEST: usize = 40;

/// Cuts `text` at line breaks and joins wrapped lines.
pub(crate) fn units(text: &str, context: &Context) -> Result<Units> {
    let mut result = Units::default();
    let mut indents: Vec<u8> = Vec::new();
    let mut block_start = 0;
    let mut block = 0;
    let mut start = 0;
    let mut polled = 0;
    for end in memchr2_iter(b'\n', b'\r', text.as_bytes()).chain([text.len()]) {
        let line = Span::new(start, end);
        start = end + 1;
        if end - polled > 1 << 16 {
            context.check()?;
            polled = end;
        }
        let span = trim(text, line);
        if span.is_empty() {
            // The "\n" of "\r\n" closes an empty stretch that is no blank line.
            let after_cr = line.start == line.end
                && line.start > 0
                && text.as_bytes().get(end) == Some(&b'\n')
                && text.as_bytes()[line.start - 1] == b'\r';
            if !after_cr {
                close_block(text, &mut result, &indents, block_start, block);
                block_start = result.parts.len();
                block += 1;
            }
            continue;
        }
        indents.push(u8::try_from(span.start - line.start).unwrap_or(u8::MAX));
        result.parts.push(span);
    }
    close_block(text, &mut result, &indents, block_start, block);
    context.check_items(result.parts.len())?;
    Ok(result)
}

/// Turns the physical lines from `from` on into logical ones.
fn close_block(text: &str, result: &mut Units, indents: &[u8], from: usize, block: u32) {
    let lines = &result.parts[from..];
    let wrapped = is_wrapped(text, lines);
    let width = lines.iter().map(|line| line.len()).max().unwrap_or(0);
    let mut first = 0;
    for at in 0..lines.len() {
        let goes_on = lines.get(at + 1).is_some_and(|next| {
            let (line, next) = (lines[at].of(text), next.of(text));
            !starts_item(next)
                && if wrapped { is_full(line, next, width) } else { line.len() >= NARROWEST && runs_on(line, next) }
        });
        if !goes_on {
            result.units.push(Unit { first: from + first, end: from + at + 1, block, indent: indents[from + first] });
            first = at + 1;
        }
    }
}

/// Whether a block's lines were broken by the width of a page: nearly each line is so full that the next one's first
/// word would not have fitted, and many break off in mid-sentence.
fn is_wrapped(text: &str, lines: &[Span]) -> bool {
    let width = lines.iter().map(|line| line.len()).max().unwrap_or(0);
    if lines.len() < 3 || !(NARROWEST..=WIDEST).contains(&width) {
        return false;
    }
    let (mut full, mut broken, mut lower, mut cased) = (0, 0, 0, 0);
    for pair in lines.windows(2) {
        let (line, next) = (pair[0].of(text), pair[1].of(text));
        let fits = is_full(line, next, width);
        full += usize::from(fits);
        if fits && !ends_sentence(line) {
            broken += 1;
            let first = next.chars().find(|c| c.is_alphabetic());
            lower += usize::from(first.is_some_and(char::is_lowercase));
            cased += usize::from(first.is_some_and(|c| c.is_lowercase() || c.is_uppercase()));
        }
    }
    let breaks = lines.len() - 1;
    // In scripts with case most breaks are followed by a small letter; headlines one below the other are not.
    full * 10 >= breaks * 7 && broken * 10 >= breaks * 4 && (lower * 2 >= cased) && (cased > 0 || breaks >= 4)
}

/// Whether the next line's first word would not have fitted on this line.
fn is_full(line: &str, next: &str, width: usize) -> bool {
    let word = next.split_whitespace().next().map_or(0, str::len);
    // Bytes stand for width; a little slack for what takes more bytes than room.
    line.len() + 1 + word + width / 20 > width
}

/// Whether a sentence plainly goes on from this line to the next.
fn runs_on(line: &str, next: &str) -> bool {
    let last = line.chars().next_back();
    let goes = last.is_some_and(|c| c.is_alphabetic() || matches!(c, ',' | '-' | '\u{2010}' | '\u{ad}'));
    goes && next.len() > 12 && next.chars().next().is_some_and(char::is_lowercase) && line.contains(' ')
}

/// Whether a line opens an item of a list.
fn starts_item(line: &str) -> bool {
    let mut chars = line.chars();
    match chars.next() {
        Some(c) if is_bullet(c) => true,
        Some(c) if c.is_ascii_digit() => {
            matches!(chars.find(|c| !c.is_ascii_digit()), Some('.' | ')')) && chars.next() == Some(' ')
        }
        _ => false,
    }
}

/// Whether a line ends with a stop, closing marks after it set aside.
pub(crate) fn ends_sentence(line: &str) -> bool {
    line.chars().rev().find(|&c| !is_closer(c)).is_some_and(is_stop)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn logical(text: &str) -> Vec<String> {
        let units = units(text, &Context::default()).unwrap();
        units
            .units
            .iter()
            .map(|unit| {
                units.parts[unit.first..unit.end].iter().map(|part| part.of(text)).collect::<Vec<_>>().join("/")
            })
            .collect()
    }

    #[test]
    fn a_line_a_paragraph_stays() {
        assert_eq!(logical("One.\nTwo.\r\nThree.\rFour"), ["One.", "Two.", "Three.", "Four"]);
        assert_eq!(logical(" \n\n  Menu \n"), ["Menu"]);
    }

    #[test]
    fn wrapped_paragraphs_are_one() {
        let text = "The harbour of the small town was closed on Monday after\n\
                    a freighter ran aground in heavy fog, the coast guard\n\
                    said. Nobody was hurt, and no oil had been seen by the\n\
                    evening.\n\nShare\nTweet\n";
        assert_eq!(logical(text).len(), 3);
        assert_eq!(logical(text)[1..], ["Share", "Tweet"]);
    }

    #[test]
    fn headlines_one_below_the_other_are_not_wrapped() {
        let text = "Harbour closed after freighter runs aground\nMayor promises a new ferry before summer\n\
                    Fishermen ask for help as prices keep falling\nSchools in the north open again on Monday";
        assert_eq!(logical(text).len(), 4);
    }

    #[test]
    fn blocks_are_counted_and_carriage_returns_are_no_blank_lines() {
        let units = units("a\r\nb\r\n\r\nc", &Context::default()).unwrap();
        assert_eq!(units.units.iter().map(|unit| unit.block).collect::<Vec<_>>(), [0, 0, 1]);
    }
}
