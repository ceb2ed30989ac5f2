//! Items of a list that stand in running text: "1. First 2. Second", "a) one b) two", "• one • two".

use super::Span;
use super::chars::char_before;

/// Bullets that begin an item behind white space.
const BULLETS: &[char] = &['•', '◦', '▪', '▫', '●', '‣', '⁃', '►', '➤'];

/// How many bytes an item may have before the next label.
const LONGEST: usize = 2000;

/// Where items after the first begin, in order.
pub(crate) fn starts(text: &str, piece: Span) -> Vec<usize> {
    let body = piece.of(text);
    let Some(first) = body.chars().next() else { return Vec::new() };
    if first.is_ascii_alphanumeric() || first == '(' {
        numbered(body).into_iter().map(|at| piece.start + at).collect()
    } else if BULLETS.contains(&first) {
        body.match_indices(first)
            .map(|(at, _)| piece.start + at)
            .filter(|at| *at > piece.start && char_before(text, *at).is_some_and(char::is_whitespace))
            .collect()
    } else {
        Vec::new()
    }
}

/// A label: number or letter, and what closes it.
struct Label<'a> {
    open: &'a str,
    number: u32,
    letter: bool,
    close: &'a str,
}

impl<'a> Label<'a> {
    /// The label "1" or "a" at the head of a list.
    fn first(body: &'a str) -> Option<Self> {
        let open = if body.starts_with('(') { "(" } else { "" };
        let rest = &body[open.len()..];
        let letter = rest.starts_with('a');
        let close = rest.strip_prefix(['1', 'a'])?;
        let close =
            [".)", ")", "."].into_iter().find(|mark| close.strip_prefix(mark).is_some_and(|c| c.starts_with(' ')))?;
        Some(Self { open, number: 1, letter, close })
    }

    /// The next label, with the space before and behind it.
    fn next(&mut self) -> Option<String> {
        self.number += 1;
        let Self { open, number, letter, close } = self;
        if *letter {
            let name = char::from_u32(u32::from('a') + *number - 1).filter(char::is_ascii_lowercase)?;
            Some(format!(" {open}{name}{close} "))
        } else {
            Some(format!(" {open}{number}{close} "))
        }
    }
}

/// Where the second and further items of a numbered list begin.
fn numbered(body: &str) -> Vec<usize> {
    let mut found = Vec::new();
    let Some(mut label) = Label::first(body) else { return found };
    let mut at = 0;
    while let Some(mark) = label.next() {
        let window = &body.as_bytes()[at..(at + LONGEST).min(body.len())];
        let Some(next) = memchr::memmem::find(window, mark.as_bytes()) else { break };
        let behind = at + next + mark.len();
        if !body.get(behind..).is_some_and(|rest| rest.starts_with(|c: char| c.is_uppercase() || "“\"«".contains(c)))
        {
            break;
        }
        at += next + 1;
        found.push(at);
    }
    found
}
