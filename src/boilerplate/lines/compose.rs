//! The text that remains, with a map back: wrapped lines joined, hyphens of broken words healed, white space evened out.

use std::collections::HashSet;

use super::chars::{is_blank, is_invisible};
use super::edges::Pieces;
use super::words::each_word;
use crate::boilerplate::{CleanText, Label};
use crate::text::Span;
use crate::{Context, Result};

impl CleanText {
    /// Where a stretch of [`CleanText::text`] stands in the given text: one span for each stretch that was copied in
    /// one go, in order; none for blank lines that were put in.
    ///
    /// ```
    /// use copydesk::{Context, Span, boilerplate::clean_text};
    /// let given = "Share\n\nThe ferry to the island sails again, the harbour master said on Monday morning.\n";
    /// let clean = clean_text(given, None, &Context::default())?;
    /// let at = clean.text.find("harbour master").expect("the sentence is kept");
    /// let back = clean.to_source(Span::new(at, at + 14));
    /// assert_eq!(back.iter().map(|span| span.of(given)).collect::<Vec<_>>(), ["harbour master"]);
    /// # Ok::<(), copydesk::Error>(())
    /// ```
    pub fn to_source(&self, span: Span) -> Vec<Span> {
        let from = self.map.partition_point(|(here, _)| here.end <= span.start);
        self.map[from..]
            .iter()
            .take_while(|(here, _)| here.start < span.end)
            .filter_map(|(here, there)| {
                let start = span.start.max(here.start) - here.start + there.start;
                let end = span.end.min(here.end) - here.start + there.start;
                // A space that stands for a line break or for several blanks maps to all of them.
                let (start, end) = if here.len() == there.len() { (start, end) } else { (there.start, there.end) };
                (start < end).then_some(Span::new(start, end))
            })
            .collect()
    }
}

/// Builds the text and its map.
struct Composer<'a> {
    given: &'a str,
    text: String,
    map: Vec<(Span, Span)>,
    /// Whether the last entry of the map is a copy, which a further copy may lengthen, and not a space put in.
    copied: bool,
    /// All words of the given text, once they are needed.
    known: Option<HashSet<u64>>,
}

/// Joins the pieces whose labels are content.
pub(crate) fn compose(
    given: &str,
    pieces: &Pieces,
    labels: &[Label],
    context: &Context,
) -> Result<(String, Vec<(Span, Span)>)> {
    let mut composer =
        Composer { given, text: String::with_capacity(given.len()), map: Vec::new(), copied: false, known: None };
    let mut previous: Option<usize> = None;
    let mut polled = 0;
    for (at, piece) in pieces.pieces.iter().enumerate().filter(|&(at, _)| labels[at].is_content()) {
        if composer.text.len() - polled > 1 << 15 || at & 0xff == 0 {
            context.check()?;
            polled = composer.text.len();
        }
        if let Some(before) = previous {
            let rows = labels[before] == labels[at]
                && matches!(labels[at], Label::List | Label::Table | Label::Quote)
                && pieces.pieces[before].block == piece.block;
            composer.text.push_str(if rows { "\n" } else { "\n\n" });
        }
        previous = Some(at);
        let parts = &pieces.parts[piece.first..piece.end];
        for (index, part) in parts.iter().enumerate() {
            if index > 0 {
                composer.join(parts[index - 1], *part);
            }
            composer.copy(*part);
        }
    }
    Ok((composer.text, composer.map))
}

impl Composer<'_> {
    /// Appends a stretch, runs of blanks as one space.
    fn copy(&mut self, part: Span) {
        let mut from = part.start;
        let mut blanks: Option<usize> = None;
        for (offset, c) in part.of(self.given).char_indices() {
            let at = part.start + offset;
            if is_blank(c) {
                if blanks.is_none() && c == ' ' {
                    // A single space stays in its stretch; what follows decides.
                    blanks = Some(at);
                } else if blanks.is_none() {
                    self.piece(Span::new(from, at));
                    blanks = Some(at);
                    from = at;
                }
                continue;
            }
            if let Some(start) = blanks.take() {
                let run = Span::new(start, at);
                if run.of(self.given) != " " {
                    self.piece(Span::new(from.min(start), start));
                    if !run.of(self.given).chars().all(is_invisible) {
                        self.space(run);
                    }
                    from = at;
                }
            }
        }
        self.piece(Span::new(from, part.end));
    }

    fn piece(&mut self, part: Span) {
        if part.is_empty() {
            return;
        }
        let start = self.text.len();
        self.text.push_str(part.of(self.given));
        let here = Span::new(start, self.text.len());
        match self.map.last_mut() {
            Some((last_here, last_there))
                if self.copied && last_here.end == here.start && last_there.end == part.start =>
            {
                last_here.end = here.end;
                last_there.end = part.end;
            }
            _ => self.map.push((here, part)),
        }
        self.copied = true;
    }

    /// One space for the blanks in `there`.
    fn space(&mut self, there: Span) {
        let start = self.text.len();
        self.text.push(' ');
        self.map.push((Span::new(start, start + 1), there));
        self.copied = false;
    }

    /// Between two physical lines of one paragraph: a space, or nothing where a word was broken.
    fn join(&mut self, line: Span, next: Span) {
        let (before, after) = (line.of(self.given), next.of(self.given));
        let hyphen = before.chars().next_back().filter(|c| matches!(c, '-' | '\u{2010}'));
        let broken = before.len() < self.given.len()
            && self.given[line.end..next.start].starts_with('\u{ad}')
            && after.starts_with(char::is_alphabetic);
        if broken {
            return;
        }
        let Some(hyphen) = hyphen else {
            self.space(Span::new(line.end, next.start));
            return;
        };
        let head = before[..before.len() - hyphen.len_utf8()].rsplit(|c: char| !c.is_alphanumeric()).next();
        let tail = after.split(|c: char| !c.is_alphanumeric()).next();
        if let (Some(head), Some(tail)) = (head, tail)
            && !head.is_empty()
            && after.starts_with(char::is_lowercase)
            && self.is_broken_word(head, tail)
        {
            self.drop_last(hyphen);
        } else if head.is_none_or(str::is_empty) {
            self.space(Span::new(line.end, next.start));
        }
        // Else a compound that keeps its hyphen: no space either.
    }

    /// Whether "head-tail" is one word that a line's end broke: yes unless the text writes its halves elsewhere with
    /// a hyphen, or as two words but never as one.
    fn is_broken_word(&mut self, head: &str, tail: &str) -> bool {
        let given = self.given;
        let known = self.known.get_or_insert_with(|| {
            let mut all = HashSet::new();
            each_word(given, |word| {
                all.insert(word.hash);
                true
            });
            all
        });
        let holds = |word: &str| {
            let mut found = false;
            each_word(word, |word| {
                found = known.contains(&word.hash);
                false
            });
            found
        };
        // Both halves of a broken word stand in the text anyhow, at the break; a whole word elsewhere settles it.
        holds(&format!("{head}{tail}")) || head.chars().count() < 3 || tail.chars().count() < 3 || !is_compound(head)
    }

    fn drop_last(&mut self, c: char) {
        self.text.truncate(self.text.len() - c.len_utf8());
        let end = self.text.len();
        if let Some((here, there)) = self.map.last_mut() {
            here.end = end;
            there.end -= c.len_utf8();
            if here.is_empty() {
                self.map.pop();
            }
        }
    }
}

/// First halves that live on with a hyphen: "well-known", "anti-war", "self-made".
fn is_compound(head: &str) -> bool {
    const HEADS: [&str; 16] = [
        "well", "self", "anti", "non", "pro", "ex", "long", "short", "high", "low", "vice", "first", "second", "half",
        "mid", "cross",
    ];
    HEADS.iter().any(|known| head.eq_ignore_ascii_case(known))
}
