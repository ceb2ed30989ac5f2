//! Physical lines, and the logical ones that wrapped text hides: joined where only the width of a page broke them.

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

/// What ends a line: UAX 14's mandatory breaks.
const BREAKS_OF_LINES: [char; 6] = ['\n', '\r', '\u{b}', '\u{c}', '\u{2028}', '\u{2029}'];

/// The widest column that is taken for wrapped text, in characters.
const WIDEST: usize = 200;
/// The narrowest, where one paragraph alone tells, and where all do.
const NARROWEST: usize = 40;
const NARROWEST_TEXT: usize = 24;

/// The fewest line breaks inside paragraphs that tell of a whole text, and of these before a small letter.
const BREAKS: usize = 3;
const BEFORE_SMALL: usize = 2;

/// How many lines over a wrapped paragraph may be shorter, and the most digits of a page's number.
const OVER: usize = 3;
const MOST_DIGITS: usize = 4;

/// Cuts `text` at line breaks and joins wrapped lines.
pub(crate) fn units(text: &str, context: &Context) -> Result<Units> {
    let mut lines = Lines::default();
    let mut start = 0;
    let mut polled = 0;
    let breaks = text.match_indices(BREAKS_OF_LINES).map(|(at, sign)| (at, sign.len()));
    for (end, size) in breaks.chain([(text.len(), 1)]) {
        let line = Span::new(start, end);
        start = end + size;
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
                lines.blocks.push(lines.spans.len());
            }
            continue;
        }
        lines.indents.push(u8::try_from(span.start - line.start).unwrap_or(u8::MAX));
        lines.widths.push(width(span.of(text)));
        lines.spans.push(span);
    }
    lines.blocks.push(lines.spans.len());
    context.check_items(lines.spans.len())?;
    Ok(lines.join(text))
}

/// Characters of a line; of one that is far too long for a column, its bytes.
fn width(line: &str) -> usize {
    if line.len() > 4 * WIDEST { line.len() } else { line.chars().count() }
}

/// The physical lines of a text.
#[derive(Default)]
struct Lines {
    spans: Vec<Span>,
    widths: Vec<usize>,
    indents: Vec<u8>,
    /// Past the last line of each block between blank lines; some are empty.
    blocks: Vec<usize>,
}

impl Lines {
    fn join(self, text: &str) -> Units {
        let column = self.column(text);
        let mut units = Vec::with_capacity(self.spans.len());
        let mut from = 0;
        for (block, &end) in self.blocks.iter().enumerate() {
            self.close_block(text, (from, end), block as u32, column, &mut units);
            from = end;
        }
        Units { parts: self.spans, units }
    }

    fn of<'a>(&self, text: &'a str, at: usize) -> &'a str {
        self.spans[at].of(text)
    }

    /// The width at which all paragraphs of a text were broken; none if they were not. Two lines of one paragraph, or
    /// a narrow column, tell nothing by themselves.
    fn column(&self, text: &str) -> Option<usize> {
        let starts = [0].into_iter().chain(self.blocks.iter().copied());
        let blocks = starts.zip(&self.blocks).filter(|(from, end)| from + 1 < **end);
        let pairs: Vec<usize> = blocks.flat_map(|(from, end)| from..end - 1).collect();
        let mut widths: Vec<usize> = pairs.iter().map(|&at| self.widths[at]).collect();
        widths.sort_unstable();
        // A tenth may be wider: headlines, addresses.
        let width = *widths.get(widths.len().checked_sub(1)? * 9 / 10)?;
        let breaks = Breaks::of(self, text, pairs.iter().copied(), width);
        let told = pairs.len() >= BREAKS && breaks.lower >= BEFORE_SMALL && breaks.full * 10 >= pairs.len() * 8;
        (told && breaks.are_of_a_column() && (NARROWEST_TEXT..=WIDEST).contains(&width)).then_some(width)
    }

    /// Turns the physical lines of a block into logical ones.
    fn close_block(
        &self,
        text: &str,
        (from, end): (usize, usize),
        block: u32,
        column: Option<usize>,
        units: &mut Vec<Unit>,
    ) {
        let column = column.or_else(|| self.column_of_block(text, from, end));
        let mut first = from;
        for at in from..end {
            let goes_on = at + 1 < end && {
                let (line, next) = (self.of(text, at), self.of(text, at + 1));
                !starts_item(next)
                    && match column {
                        Some(width) => self.is_full(text, at, width),
                        None => line.len() >= NARROWEST && runs_on(line, next),
                    }
            };
            if !goes_on {
                units.push(Unit { first, end: at + 1, block, indent: self.indents[first] });
                first = at + 1;
            }
        }
    }

    /// The width at which one block's lines were broken: nearly each line is so full that the next one's first word would
    /// not have fitted, and many break off in mid-sentence.
    fn column_of_block(&self, text: &str, from: usize, end: usize) -> Option<usize> {
        let width =
            self.widths[from..end].iter().copied().max().filter(|width| (NARROWEST..=WIDEST).contains(width))?;
        if end - from < 3 {
            return None;
        }
        // Headline and byline over the paragraph are as long as they are.
        let full = (from..end - 1).take(OVER + 1).find(|&at| self.is_full(text, at, width));
        let breaks = Breaks::of(self, text, full.unwrap_or(from)..end - 1, width);
        (breaks.full * 10 >= breaks.all * 7 && breaks.are_of_a_column()).then_some(width)
    }

    /// Whether the next line's first word would not have fitted on this line.
    fn is_full(&self, text: &str, at: usize, column: usize) -> bool {
        let word = self.of(text, at + 1).split_whitespace().next().map_or(0, width);
        // A little slack for what takes more characters than room.
        self.widths[at] + 1 + word + column / 20 > column
    }
}

/// How the lines of a text end.
#[derive(Default)]
struct Breaks {
    all: usize,
    /// The next word would not have fitted.
    full: usize,
    /// The same in mid-sentence.
    broken: usize,
    /// Before a small letter, and before a letter of a script with case.
    lower: usize,
    cased: usize,
}

impl Breaks {
    fn of(lines: &Lines, text: &str, pairs: impl Iterator<Item = usize>, column: usize) -> Self {
        let mut breaks = Self::default();
        for at in pairs.filter(|&at| !is_folio(lines.of(text, at)) && !is_folio(lines.of(text, at + 1))) {
            breaks.all += 1;
            if !lines.is_full(text, at, column) {
                continue;
            }
            breaks.full += 1;
            if !ends_sentence(lines.of(text, at)) {
                breaks.broken += 1;
                let first = lines.of(text, at + 1).chars().find(|c| c.is_alphabetic());
                breaks.lower += usize::from(first.is_some_and(char::is_lowercase));
                breaks.cased += usize::from(first.is_some_and(|c| c.is_lowercase() || c.is_uppercase()));
            }
        }
        breaks
    }

    /// In scripts with case most breaks are followed by a small letter; headlines one below the other are not.
    fn are_of_a_column(&self) -> bool {
        let script = self.lower * 2 >= self.cased && (self.cased > 0 || self.all >= 4);
        self.broken * 10 >= self.all * 4 && script
    }
}

/// Whether a sentence plainly goes on from this line to the next.
fn runs_on(line: &str, next: &str) -> bool {
    let last = line.chars().next_back();
    let goes = last.is_some_and(|c| c.is_alphabetic() || matches!(c, ',' | '-' | '\u{2010}' | '\u{ad}'));
    goes && next.len() > 12 && next.chars().next().is_some_and(char::is_lowercase) && line.contains(' ')
}

/// The number of a page: "3", "- 4 -".
fn is_folio(line: &str) -> bool {
    let number = line.trim_matches(|char: char| char == ' ' || char == '-' || char == '–');
    (1..=MOST_DIGITS).contains(&number.len()) && number.bytes().all(|byte| byte.is_ascii_digit())
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
    fn narrow_columns_and_short_paragraphs_are_joined_where_the_whole_text_is_wrapped() {
        let narrow = "Der Minister sagte am Montag, die\nBundesregierung werde den Haushalt\nprüfen. Danach trat er zurück \
                      und\nverließ den Saal ohne ein Wort.\n\nDie Opposition forderte am Abend\nNeuwahlen. Der Kanzler \
                      schwieg\nbis in die Nacht.\n";
        assert_eq!(logical(narrow).len(), 2);
        let short = "The ferry will sail on Wednesday, said the port authority in\na note.\n\nNo one was hurt, but \
                     passengers had to wait on deck without\nheating while divers checked the hull for cracks, said \
                     the\nport authority, which runs the service.\n";
        assert_eq!(logical(short).len(), 2);
    }

    #[test]
    fn menus_are_no_columns() {
        let menu = "Home\nWorld\nSport\nOpinion and analysis\n\nLife\nFood and drink\nGardens\nthe arts\n";
        assert_eq!(logical(menu).len(), 8);
    }

    #[test]
    fn headlines_one_below_the_other_are_not_wrapped() {
        let text = "Harbour closed after freighter runs aground\nMayor promises a new ferry before summer\n\
                    Fishermen ask for help as prices keep falling\nSchools in the north open again on Monday";
        assert_eq!(logical(text).len(), 4);
    }

    #[test]
    fn all_that_breaks_a_line_does() {
        assert_eq!(
            logical("One.\u{b}Two.\u{c}Three.\u{2028}Four.\u{2029}Five."),
            ["One.", "Two.", "Three.", "Four.", "Five."]
        );
    }

    #[test]
    fn blocks_are_counted_and_carriage_returns_are_no_blank_lines() {
        let units = units("a\r\nb\r\n\r\nc", &Context::default()).unwrap();
        assert_eq!(units.units.iter().map(|unit| unit.block).collect::<Vec<_>>(), [0, 0, 1]);
    }
}
