//! Pieces inside a line: a menu glued to the headline, credits and pleas behind the last sentence.
//!
//! Only what stands at an edge of a line, is a sentence of its own and is plainly named by a cue is cut off, and never
//! anything with a quotation in it: the body must not lose a word to a guess. Each piece is then labelled like a line.

use super::chars::{is_blank, is_closer, is_quote, is_stop, trim};
use super::cues::{Cues, Matches};
use super::menus;
use super::units::{Unit, Units};
use super::words::each_word;
use crate::text::Span;
use crate::{Context, Result};

/// A stretch that gets a label: a logical line, or what was cut off its edges.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Piece {
    /// Its physical parts, a range of [`Pieces::parts`].
    pub first: usize,
    /// Past its last part.
    pub end: usize,
    /// The block that it stands in.
    pub block: u32,
    /// How far its line is indented.
    pub indent: u8,
    /// Whether it was cut off: its line holds more pieces.
    pub cut: bool,
}

/// All pieces of a text.
#[derive(Debug, Default)]
pub(crate) struct Pieces {
    /// Physical parts, in order.
    pub parts: Vec<Span>,
    /// What they form, in order.
    pub pieces: Vec<Piece>,
}

/// How far from a line's end credits and pleas are looked for, in bytes.
const TAIL_WINDOW: usize = 600;
/// The longest piece that is cut off, in words.
const LONGEST: usize = 26;
/// The most pieces cut off the end of a line.
const MOST: usize = 4;
/// The longest menu with a headline behind it, in bytes.
const LONGEST_HEADLINE: usize = 300;

/// Cuts the edges off all logical lines.
pub(crate) fn pieces(text: &str, units: Units, context: &Context) -> Result<Pieces> {
    let mut result = Pieces { parts: Vec::with_capacity(units.parts.len()), pieces: Vec::new() };
    result.pieces.reserve(units.units.len());
    let mut cuts = Vec::new();
    for (at, unit) in units.units.iter().enumerate() {
        if at & 0x3f == 0 {
            context.check()?;
        }
        let (first, last) = (units.parts[unit.first], units.parts[unit.end - 1]);
        cuts.clear();
        if unit.end == unit.first + 1 {
            glued_menu(text, first, &units, at, &mut cuts);
        }
        let heads = cuts.len();
        credits(text, last, &mut cuts);
        if cuts.is_empty() {
            result.keep(&units, unit);
        } else {
            result.split(text, &units, unit, &cuts, heads);
        }
    }
    Ok(result)
}

impl Pieces {
    fn push(&mut self, parts: impl IntoIterator<Item = Span>, unit: &Unit, cut: bool) {
        let first = self.parts.len();
        self.parts.extend(parts.into_iter().filter(|part| !part.is_empty()));
        if self.parts.len() > first {
            let end = self.parts.len();
            self.pieces.push(Piece { first, end, block: unit.block, indent: unit.indent, cut });
        }
    }

    fn keep(&mut self, units: &Units, unit: &Unit) {
        self.push(units.parts[unit.first..unit.end].iter().copied(), unit, false);
    }

    /// `cuts` are offsets in order; the first `heads` of them end pieces at the line's start, the others begin pieces
    /// at its end.
    fn split(&mut self, text: &str, units: &Units, unit: &Unit, cuts: &[usize], heads: usize) {
        let parts = &units.parts[unit.first..unit.end];
        let (start, end) = (parts[0].start, parts[parts.len() - 1].end);
        let bounds = [start].into_iter().chain(cuts.iter().copied()).chain([end]);
        let stretches: Vec<Span> = bounds.clone().zip(bounds.skip(1)).map(|(a, b)| Span::new(a, b)).collect();
        for (at, stretch) in stretches.iter().enumerate() {
            let inside = parts
                .iter()
                .filter(|part| part.overlaps(stretch))
                .map(|part| trim(text, Span::new(part.start.max(stretch.start), part.end.min(stretch.end))));
            self.push(inside, unit, at != heads);
        }
    }
}

/// The fewest words of what a menu ran into: less may be its last entry.
const BEHIND_MENU: usize = 4;

/// "HomeWorldTalks make little headway": names of sections run into each other and into what follows; see `menus`. What
/// follows may also be known as the headline, which is repeated in a neighbouring line.
fn glued_menu(text: &str, line: Span, units: &Units, at: usize, cuts: &mut Vec<usize>) {
    let words = line.of(text);
    let neighbours = units.units[at.saturating_sub(2)..units.units.len().min(at + 5)].iter();
    for other in neighbours.map(|unit| units.parts[unit.first]).filter(|_| words.len() <= LONGEST_HEADLINE) {
        let headline = other.of(text);
        if other != line && headline.len() >= 15 && words.len() > headline.len() && words.ends_with(headline) {
            let menu = &words[..words.len() - headline.len()];
            if menu.len() <= 80 && menu.chars().next_back().is_some_and(|c| !is_blank(c) && c.is_alphanumeric()) {
                cuts.push(line.end - headline.len());
                return;
            }
        }
    }
    let entries = menus::entries(words);
    let behind = entries.last().map_or("", |&end| &words[end..]);
    if behind.split_whitespace().nth(BEHIND_MENU - 1).is_some() {
        cuts.extend(entries.into_iter().map(|end| line.start + end));
    }
}

/// Offsets where credits, pleas and pointers begin behind the last sentence of the running text.
fn credits(text: &str, line: Span, cuts: &mut Vec<usize>) {
    let heads = cuts.len();
    let floor = cuts.last().copied().unwrap_or(line.start);
    let mut end = line.end;
    for _ in 0..MOST {
        let Some(start) = last_sentence(text, Span::new(floor, end)) else { break };
        let fragment = &text[start..end];
        if fragment.contains(is_quote) || !is_credit(fragment) {
            break;
        }
        cuts.push(start);
        end = start;
    }
    cuts[heads..].reverse();
}

/// Where the last sentence of `line` begins, if another one stands before it.
fn last_sentence(text: &str, line: Span) -> Option<usize> {
    let line = trim(text, line);
    let mut floor = line.start.max(line.end.saturating_sub(TAIL_WINDOW));
    while !text.is_char_boundary(floor) {
        floor += 1;
    }
    let window = text.get(floor..line.end)?;
    // The stops at the very end close the last sentence itself.
    let body = window.trim_end_matches(|c| is_stop(c) || is_closer(c));
    let bracket = (window.ends_with(')') || window.ends_with(").")).then(|| window.rfind('(')).flatten();
    let mut after = None;
    let mut previous = ' ';
    for (at, c) in body.char_indices().rev() {
        // Going backwards: `c` is a stop and what follows it opens a new sentence.
        if is_stop(c) && opens_sentence(previous, &body[at + c.len_utf8()..]) {
            after = Some(at + c.len_utf8());
            break;
        }
        previous = c;
    }
    let begin = after.max(bracket.filter(|&at| has_credit_words(&window[at..])))?;
    let rest = &window[begin..];
    let lead = rest.len() - rest.trim_start_matches(|c| is_blank(c) || (is_closer(c) && c != '*')).len();
    let start = floor + begin + lead;
    (start > line.start && start < line.end).then_some(start)
}

/// Whether a stop before `rest` ends a sentence: a space, a slash or a capital follows, not a digit or a small letter.
fn opens_sentence(next: char, rest: &str) -> bool {
    let open = rest.trim_start_matches(is_closer);
    let Some(first) = open.chars().find(|&c| !is_blank(c) && !matches!(c, '/' | '-' | '–' | '—' | '(' | '[' | '*'))
    else {
        return false;
    };
    let spaced = is_blank(next) || is_closer(next) || matches!(next, '/' | '(' | '[');
    // "(dpa)" and its like are written small.
    let bracketed = open.trim_start_matches(is_blank).starts_with(['(', '[', '/']);
    (spaced && (bracketed || !first.is_lowercase()))
        || (first.is_uppercase() && open.chars().nth(1).is_some_and(char::is_lowercase))
}

/// "(With inputs from ...)" is cut off even where no stop stands before it; "(BBC)" is not.
fn has_credit_words(bracket: &str) -> bool {
    let cues = Cues::get();
    let (matches, count) = cues.find_in(bracket);
    count <= LONGEST && matches.covered_by(cues.kind("credits")) >= 2
}

/// Whether a sentence at the end of a line is plainly no running text.
fn is_credit(fragment: &str) -> bool {
    let cues = Cues::get();
    let mut words = Vec::new();
    each_word(fragment, |word| {
        words.push(word);
        words.len() <= LONGEST
    });
    let count = words.len();
    if count == 0 || count > LONGEST {
        return false;
    }
    let matches = cues.find(&words, true);
    if !matches.any() {
        return false;
    }
    let covered = |name: &str| matches.covered_by(cues.kind(name)) as usize;
    let leads = |name: &str| matches.opens_with(cues.kind(name));
    let trails = |name: &str| matches.closes_with(cues.kind(name));
    let lower = words.iter().filter(|w| fragment[w.start..].starts_with(char::is_lowercase)).count();
    // Names of agencies and little else: "NYT, W, POST, AP and REUTERS".
    let names = covered("agency");
    if names > 0 && names * 4 >= count && lower <= 1 + count / 6 {
        return true;
    }
    (leads("credits") && covered("credits") >= 2)
        || covered("copyright") >= 2
        || (covered("more") >= 2 && (trails("more") || leads("more")))
        || trails("pointer")
        || (leads("related") && strong_lead(cues, &matches, "related", fragment, &words))
        || ["subscribe", "share", "comments", "consent", "advertisement"]
            .iter()
            .any(|kind| covered(kind) >= 2 && covered(kind) * 8 >= count)
        || (count <= 3 && covered("advertisement") == count)
}

/// Whether a leading cue has two words, or a colon right behind it: "Related costs rose" is no link.
fn strong_lead(cues: &Cues, matches: &Matches, name: &str, fragment: &str, words: &[super::words::Word]) -> bool {
    matches.covered_by(cues.kind(name)) >= 2 || words.first().is_some_and(|word| fragment[word.end..].starts_with(':'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::boilerplate::lines::units::units;

    fn cut(text: &str) -> Vec<&str> {
        let context = Context::default();
        let found = pieces(text, units(text, &context).unwrap(), &context).unwrap();
        found.parts.iter().map(|part| part.of(text)).collect()
    }

    #[test]
    fn agencies_behind_the_last_sentence() {
        assert_eq!(
            cut("The ferry had been out of use for years./ NYT, W, POST, AP and REUTERS"),
            ["The ferry had been out of use for years.", "/ NYT, W, POST, AP and REUTERS"]
        );
        assert_eq!(cut("Sie soll im Mai fahren. (dpa)"), ["Sie soll im Mai fahren.", "(dpa)"]);
        assert_eq!(cut("Об этом сказал мэр. РИА Новости"), ["Об этом сказал мэр.", "РИА Новости"]);
    }

    #[test]
    fn abbreviations_and_sentences_about_agencies_stay_whole() {
        for text in [
            "He works for the British Broadcasting Corporation (BBC).",
            "The minister left. Reuters reported that he had flown to Oslo.",
            "It cost 3.5 million. The AP could not reach the mayor for a comment on that.",
            "Related costs rose by five percent. Related industries complain.",
        ] {
            assert_eq!(cut(text), [text]);
        }
    }

    #[test]
    fn pleas_and_pointers() {
        assert_eq!(
            cut("The bridge is open. Read more: Ten bridges to see in spring"),
            ["The bridge is open.", "Read more: Ten bridges to see in spring"]
        );
        assert_eq!(
            cut("The bridge is open. (With inputs from The Daily Ferry)"),
            ["The bridge is open.", "(With inputs from The Daily Ferry)"]
        );
        assert_eq!(
            cut("Le pont est ouvert. Inscrivez-vous à notre newsletter"),
            ["Le pont est ouvert.", "Inscrivez-vous à notre newsletter"]
        );
    }

    #[test]
    fn quotations_are_never_cut_off() {
        let text = "He was asked again. “Read more and subscribe to our newsletter,” he said.";
        assert_eq!(cut(text), [text]);
    }

    #[test]
    fn menus_glued_to_the_headline() {
        assert_eq!(
            cut("HomeWorldFerry talks make little headway"),
            ["Home", "World", "Ferry talks make little headway"]
        );
        assert_eq!(
            cut("HomeWorldSportThe bridge is open again, the mayor said. It had been closed for years.").last(),
            Some(&"The bridge is open again, the mayor said. It had been closed for years.")
        );
        assert_eq!(
            cut("NewsCorp said on Monday that it would buy the ferry."),
            ["NewsCorp said on Monday that it would buy the ferry."]
        );
        assert_eq!(
            cut("StartHafenFerry talks make little headway\n\nFerry talks make little headway")[..2],
            ["StartHafen", "Ferry talks make little headway"]
        );
        assert_eq!(cut("YouTube and McDonald talk"), ["YouTube and McDonald talk"]);
    }
}
