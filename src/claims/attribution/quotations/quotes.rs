//! Quotation marks of every style, paired so that no stray, unclosed, nested or inch mark derails what follows.

use std::collections::HashMap;

use super::marks::{Family, Mark, Turn, find_marks, single_closers};
use crate::text::Span;

/// Marks looked at behind one that may be set anew: a bound on text full of apostrophes.
const NEAR: usize = 48;

/// A quotation: what stands between two marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Quote {
    /// The words inside, without the marks.
    pub inner: Span,
    /// Words and marks.
    pub outer: Span,
    /// Nested inside another quotation.
    pub nested: bool,
    /// Goes on from a quotation that the paragraph before left open.
    pub continues: bool,
}

#[derive(Debug, Clone, Copy)]
struct Open {
    mark: Mark,
    continues: bool,
    /// A single mark without a partner that is set anew at the head of the next paragraph.
    runs_on: bool,
}

/// All quotations of a text, by their start; nested ones after the one they stand in.
pub(crate) fn quotes(text: &str) -> Vec<Quote> {
    let (marks, ends) = find_marks(text);
    let closers = single_closers(text, &marks);
    let mut found = Vec::new();
    let mut open: Vec<Open> = Vec::new();
    let mut paragraph = 0;
    let mut pending = false;
    // End of the last double quotation in this paragraph: where a missing opening mark is looked for.
    let mut last_end = None;
    for (i, mark) in marks.iter().enumerate() {
        if mark.paragraph != paragraph {
            let left_open = close_paragraph(text, &mut open, ends[paragraph], &mut found);
            let starts = first_of_paragraph(text, mark, &ends) && mark.turn != Turn::Close;
            pending = left_open.is_some() && mark.paragraph == paragraph + 1 && starts;
            if let Some(start) = left_open.filter(|_| pending) {
                // Left open by design: the quotation runs on, so the whole paragraph belongs to it.
                found.push(quote(text, start, ends[paragraph], ends[paragraph], open.len()));
            } else if let Some(start) = left_open {
                let end = unclosed_end(text, start.mark.span.end, ends[paragraph]);
                found.push(quote(text, start, end, end, 0));
            }
            paragraph = mark.paragraph;
            last_end = None;
        }
        let top = open.last().map(|open| open.mark.family);
        let is_open = open.iter().any(|open| open.mark.family == mark.family);
        let turn = match (mark.turn, mark.family) {
            (Turn::Either, Family::Single) => continue,
            (Turn::Either, _) if is_open => Turn::Close,
            (Turn::Either, _) => Turn::Open,
            (turn, _) => turn,
        };
        let runs_on =
            mark.family == Family::Single && !closers.contains_key(&i) && set_anew(text, &marks, i, &closers, &ends);
        if mark.family == Family::Single && turn == Turn::Open && !closers.contains_key(&i) && !runs_on {
            continue;
        }
        if turn == Turn::Open {
            let same = open.iter().position(|open| open.mark.family == mark.family && open.mark.symbol == mark.symbol);
            if let Some(at) = same.filter(|_| mark.family == Family::Double) {
                // The earlier one was never closed: it ends with the sentence before this mark.
                let earlier = open[at];
                open.truncate(at);
                let end = unclosed_end(text, earlier.mark.span.end, mark.span.start);
                found.push(quote(text, earlier, end, end, at));
            }
            if open.len() < 4 {
                open.push(Open { mark: *mark, continues: std::mem::take(&mut pending), runs_on });
            }
        } else if is_open {
            while let Some(start) = open.pop() {
                let (end, after) = (mark.span.start, mark.span.end);
                if start.mark.family == mark.family {
                    found.push(quote(text, start, end, after, open.len()));
                    break;
                }
            }
            if mark.family == Family::Double {
                last_end = Some(mark.span.end);
            }
        } else if mark.family == Family::Double && top.is_none() && !preceded_by_space(text, mark.span.start) {
            // Closed but never opened: the quotation starts after the sentence that holds the one before.
            let from = last_end.unwrap_or(paragraph_start(&ends, paragraph));
            if let Some(start) = missing_start(text, from, mark.span.start, last_end.is_some()) {
                let inner = Span::new(start, mark.span.start).trim(text);
                found.push(Quote { inner, outer: Span::new(start, mark.span.end), nested: false, continues: false });
            }
            last_end = Some(mark.span.end);
        }
    }
    let end = ends.get(paragraph).copied().unwrap_or(text.len());
    if let Some(start) = close_paragraph(text, &mut open, end, &mut found) {
        let end = unclosed_end(text, start.mark.span.end, end);
        found.push(quote(text, start, end, end, 0));
    }
    found.retain(|quote| !quote.inner.is_empty());
    found.sort_by_key(|quote| (quote.outer.start, std::cmp::Reverse(quote.outer.end)));
    nest(&mut found);
    found
}

/// Whether a single mark that opens and has no partner is the last of its paragraph, and the next begins with another one.
fn set_anew(text: &str, marks: &[Mark], i: usize, closers: &HashMap<usize, usize>, ends: &[usize]) -> bool {
    let mark = &marks[i];
    let opens = |at: &usize| marks[*at].family == Family::Single && marks[*at].turn == Turn::Open;
    let later = (i + 1..marks.len()).take(NEAR).take_while(|&at| marks[at].paragraph <= mark.paragraph + 1);
    let next = later
        .filter(|&at| marks[at].turn != Turn::Either)
        .find(|&at| opens(&at) || marks[at].paragraph > mark.paragraph);
    opens(&i)
        && mark.symbol == '‘'
        && next.is_some_and(|next| {
            let anew = marks[next].paragraph == mark.paragraph + 1 && opens(&next) && marks[next].symbol == mark.symbol;
            anew && closers.contains_key(&next) && first_of_paragraph(text, &marks[next], ends)
        })
}

/// Sets `nested` from the spans and drops crossings.
fn nest(found: &mut Vec<Quote>) {
    let mut end = 0;
    let mut kept: Vec<Quote> = Vec::with_capacity(found.len());
    for mut quote in found.drain(..) {
        quote.nested = quote.outer.start < end;
        if quote.nested && quote.outer.end > end {
            continue;
        }
        end = end.max(quote.outer.end);
        kept.push(quote);
    }
    *found = kept;
}

fn quote(text: &str, start: Open, end: usize, after: usize, depth: usize) -> Quote {
    let inner = Span::new(start.mark.span.end, end.max(start.mark.span.end)).trim(text);
    let outer = Span::new(start.mark.span.start, after.max(start.mark.span.end));
    Quote { inner, outer, nested: depth > 0, continues: start.continues }
}

/// Empties the stack at a paragraph's end; answers the outermost double quotation that is still open.
fn close_paragraph(text: &str, open: &mut Vec<Open>, end: usize, found: &mut Vec<Quote>) -> Option<Open> {
    let mut outermost = None;
    while let Some(start) = open.pop() {
        if open.is_empty() && (start.mark.family != Family::Single || start.runs_on) {
            outermost = Some(start);
        } else if start.mark.family != Family::Single {
            let end = unclosed_end(text, start.mark.span.end, end);
            found.push(quote(text, start, end, end, open.len()));
        }
    }
    outermost
}

/// Where a quotation without closing mark ends: before the last sentence that cannot belong to it. A quotation that
/// opens in the middle of a sentence ends with that sentence, one that opens it runs to the limit.
fn unclosed_end(text: &str, from: usize, limit: usize) -> usize {
    let Some(words) = text.get(from..limit) else { return from };
    let opens_sentence = words.chars().next().is_some_and(char::is_uppercase);
    if opens_sentence {
        // Up to the last sentence end, so that the cue sentence before a new mark stays outside.
        let last = words.char_indices().rev().find(|&(i, c)| is_stop(c) && ends_sentence(words, i + c.len_utf8()));
        return last.map_or(limit, |(i, c)| from + i + c.len_utf8());
    }
    let first = words.char_indices().find(|&(i, c)| is_stop(c) && ends_sentence(words, i + c.len_utf8()));
    first.map_or(limit, |(i, c)| from + i + c.len_utf8())
}

fn missing_start(text: &str, from: usize, to: usize, after_quote: bool) -> Option<usize> {
    let words = text.get(from..to)?;
    let start = if after_quote {
        let (i, c) = words.char_indices().find(|&(i, c)| is_stop(c) && ends_sentence(words, i + c.len_utf8()))?;
        i + c.len_utf8()
    } else {
        0
    };
    let span = Span::new(from + start, to).trim(text);
    (!span.is_empty()).then_some(span.start)
}

fn is_stop(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '…' | '。')
}

/// Whether a sentence can end at byte `at`: the end, or space and then no small letter.
fn ends_sentence(text: &str, at: usize) -> bool {
    let rest = text.get(at..).unwrap_or("");
    let trimmed = rest.trim_start();
    trimmed.is_empty() || (trimmed.len() < rest.len() && !trimmed.starts_with(char::is_lowercase))
}

fn preceded_by_space(text: &str, at: usize) -> bool {
    text.get(..at).and_then(|head| head.chars().next_back()).is_none_or(char::is_whitespace)
}

fn paragraph_start(ends: &[usize], paragraph: usize) -> usize {
    paragraph.checked_sub(1).and_then(|before| ends.get(before)).copied().unwrap_or(0)
}

fn first_of_paragraph(text: &str, mark: &Mark, ends: &[usize]) -> bool {
    let start = paragraph_start(ends, mark.paragraph);
    text.get(start..mark.span.start).is_some_and(|head| head.trim().is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn inner(text: &str) -> Vec<&str> {
        quotes(text).iter().map(|quote| quote.inner.of(text)).collect()
    }

    #[test]
    fn every_style() {
        for text in [
            "He said \"no way\" again.",
            "He said “no way” again.",
            "Er sagte „no way“ wieder.",
            "Il dit « no way » encore.",
            "Er sagte »no way« wieder.",
            "Han sa ”no way” igen.",
            "He said ``no way'' again.",
            "He said ''no way'' again.",
            "He said 'no way' again.",
            "He said ‘no way’ again.",
            "Er sagte ‚no way‘ wieder.",
            "Il dit ‹no way› encore.",
            "彼は「no way」と言った。",
            "He said:\"no way\" again.",
            "He said ”no way“ again.",
        ] {
            assert_eq!(inner(text), ["no way"], "{text}");
        }
    }

    #[test]
    fn apostrophes_are_not_marks() {
        assert!(
            inner("Don't ask the boys' parents about the '90s or rock 'n' roll, it’s the players’ call").is_empty()
        );
    }

    #[test]
    fn nested_quotations() {
        let text = "“She said ‘never’ to me,” he said.";
        assert_eq!(inner(text), ["She said ‘never’ to me,", "never"]);
        assert!(quotes(text)[1].nested);
    }

    #[test]
    fn a_stray_mark_spoils_only_its_sentence() {
        let text = "The mayor said “we act now. Nobody listened.\nThe clerk said “fine” twice.";
        assert_eq!(inner(text), ["we act now.", "fine"]);
        assert_eq!(inner("Talks over the crisis ended. ”. She said “no” later."), ["no"]);
        assert_eq!(inner("A 6\" pipe and a \"big\" one"), ["big"]);
    }

    #[test]
    fn a_missing_opening_mark_is_found() {
        let text = "“We said it,” Sher said. We do not agree. We never will.”";
        assert_eq!(inner(text), ["We said it,", "We do not agree. We never will."]);
    }

    #[test]
    fn quotations_run_on_over_paragraphs() {
        let text = "“We start here.\n“We go on,” she said.";
        let found = quotes(text);
        assert_eq!(inner(text), ["We start here.", "We go on,"]);
        assert!(found[1].continues && !found[0].continues);
    }

    proptest! {
        #[test]
        fn never_panics_and_keeps_order(text in "[\"“”„«»'’‘`‹› \n.a-cA-B0é]{0,60}|\\PC{0,80}") {
            let found = quotes(&text);
            for quote in &found {
                prop_assert!(text.get(quote.inner.start..quote.inner.end).is_some());
                prop_assert!(quote.outer.contains(&quote.inner) && !quote.inner.is_empty());
            }
            prop_assert!(found.windows(2).all(|pair| pair[0].outer.start <= pair[1].outer.start));
        }
    }
}
