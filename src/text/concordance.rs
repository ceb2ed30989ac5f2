//! Key words in context.

use super::fold::folded;
use super::{Span, Token, tokenize};
use crate::{Context, Error, Result};

/// The widest context, in characters.
pub const WIDEST_CONTEXT: usize = 1000;

/// One place where a pattern occurs, with what stands around it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Concordance {
    /// Whole tokens before the match; empty at the start of the text.
    pub left: Span,
    /// The match.
    pub matched: Span,
    /// Whole tokens behind it; empty at the end of the text.
    pub right: Span,
}

/// One token of a pattern.
struct Part {
    /// In folded form.
    word: Vec<char>,
    /// Whether it may go on.
    open: bool,
}

/// The places where a word or phrase occurs, in order, without overlap, each with up to `width` characters of context on
/// either side.
///
/// The pattern is split into tokens as the text is, and matched token by token in any case. A `*` behind a word stands for
/// any ending, alone for any one token; a word is also found with an owner's ending ("Biden's"). Marks of punctuation count as
/// tokens on both sides, but for `|`, which stands between patterns of which any may match; where several do, the longest counts.
///
/// ```
/// use copydesk::{Context, text::concordance};
/// let text = "Talks failed. NATO talked of talks.";
/// let found = concordance(text, "talk* of", 13, &Context::default())?;
/// assert_eq!(found[0].left.of(text), "failed. NATO");
/// assert_eq!(found[0].matched.of(text), "talked of");
/// assert_eq!(found[0].right.of(text), "talks.");
/// # Ok::<(), copydesk::Error>(())
/// ```
///
/// # Errors
///
/// [`crate::ErrorKind::Input`] if the pattern holds no token or `width` is over [`WIDEST_CONTEXT`]; those of [`tokenize`].
pub fn concordance(text: &str, pattern: &str, width: usize, context: &Context) -> Result<Vec<Concordance>> {
    let patterns = parse(pattern, context)?;
    if width > WIDEST_CONTEXT {
        return Err(Error::input(format!("width must be at most {WIDEST_CONTEXT} characters, it is {width}")));
    }
    let tokens = tokenize(text, context)?;
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        if at % 256 == 0 {
            context.check()?;
        }
        let matching = patterns.iter().find(|parts| {
            let run = tokens.get(at..at + parts.len());
            run.is_some_and(|run| parts.iter().zip(run).all(|(part, token)| part.matches(token.span.of(text))))
        });
        let Some(parts) = matching else {
            at += 1;
            continue;
        };
        let behind = at + parts.len();
        let matched = tokens[at].span.cover(&tokens[behind - 1].span);
        let left = left(text, &tokens[..at], matched.start, width);
        let right = right(text, &tokens[behind..], matched.end, width);
        found.push(Concordance { left, matched, right });
        at = behind;
    }
    Ok(found)
}

/// The patterns between the strokes, longest first.
fn parse(pattern: &str, context: &Context) -> Result<Vec<Vec<Part>>> {
    let mut patterns = pattern.split('|').map(|one| parts_of(one, context)).collect::<Result<Vec<_>>>()?;
    patterns.sort_by_key(|parts| std::cmp::Reverse(parts.len()));
    Ok(patterns)
}

fn parts_of(pattern: &str, context: &Context) -> Result<Vec<Part>> {
    let mut parts: Vec<Part> = Vec::new();
    for word in pattern.split_whitespace() {
        let stem = word.trim_end_matches('*');
        let open = stem.len() < word.len();
        if stem.is_empty() {
            parts.push(Part { word: Vec::new(), open });
            continue;
        }
        for token in tokenize(stem, context)? {
            parts.push(Part { word: folded(token.span.of(stem)).collect(), open: false });
        }
        if let Some(last) = parts.last_mut() {
            last.open = open;
        }
    }
    if parts.is_empty() {
        return Err(Error::input("the pattern holds no word"));
    }
    Ok(parts)
}

impl Part {
    fn matches(&self, token: &str) -> bool {
        let mut letters = folded(token);
        if !self.word.iter().all(|c| letters.next() == Some(*c)) {
            return false;
        }
        // A word is also found with the ending of an owner: "Biden's".
        self.open || matches!(letters.take(3).collect::<String>().as_str(), "" | "'s" | "'")
    }
}

/// The whole tokens in the `width` characters before `end`.
fn left(text: &str, tokens: &[Token], end: usize, width: usize) -> Span {
    let head = text.get(..end).unwrap_or("");
    let start = head.char_indices().rev().take(width).last().map_or(end, |(at, _)| at);
    let first = tokens.partition_point(|token| token.span.start < start);
    tokens.get(first).map_or(Span::new(end, end), |token| Span::new(token.span.start, end).trim(text))
}

/// The whole tokens in the `width` characters behind `start`.
fn right(text: &str, tokens: &[Token], start: usize, width: usize) -> Span {
    let tail = text.get(start..).unwrap_or("");
    let end = tail.char_indices().nth(width).map_or(text.len(), |(at, _)| start + at);
    let count = tokens.partition_point(|token| token.span.end <= end);
    let last = tokens[..count].last();
    last.map_or(Span::new(start, start), |token| Span::new(start, token.span.end).trim(text))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn matches<'t>(text: &'t str, pattern: &str) -> Vec<&'t str> {
        let found = concordance(text, pattern, 20, &Context::default()).expect("a good pattern");
        found.iter().map(|place| place.matched.of(text)).collect()
    }

    #[test]
    fn words_phrases_wildcards() {
        let text = "“Real risk,” he said. A REAL risk; the risks of Ukraine’s war in the U.S. and Kyïv";
        assert_eq!(matches(text, "real risk"), ["Real risk", "REAL risk"]);
        assert_eq!(matches(text, "risk*"), ["risk", "risk", "risks"]);
        assert_eq!(matches(text, "ukraine's"), ["Ukraine’s"]);
        assert_eq!(matches(text, "ukraine"), ["Ukraine’s"]);
        assert_eq!(matches("The masters' and Masters's work", "masters"), ["masters'", "Masters's"]);
        assert_eq!(matches(text, "the * and"), ["the U.S. and"]);
        assert_eq!(matches(text, "KYÏV"), ["Kyïv"]);
        assert!(matches(text, "ris").is_empty());
    }

    #[test]
    fn any_of_several_patterns() {
        let text = "The prime minister met the minister of trade; the Premier did not.";
        assert_eq!(matches(text, "minister|prime minister|premier"), ["prime minister", "minister", "Premier"]);
        assert_eq!(matches(text, "premier* | trade"), ["trade", "Premier"]);
        assert!(concordance("a", "a|", 20, &Context::default()).is_err());
    }

    #[test]
    fn empty_patterns_are_refused() {
        assert!(concordance("a", " ", 20, &Context::default()).is_err());
        assert!(concordance("a", "a", WIDEST_CONTEXT + 1, &Context::default()).is_err());
    }

    proptest! {
        #[test]
        fn context_stays_in_width(text in "([a-zé中]{0,5}[ .,\n“]{0,2}){0,40}", width in 0usize..30) {
            for place in concordance(&text, "a*", width, &Context::default()).expect("a good pattern") {
                prop_assert!(place.left.end <= place.matched.start && place.matched.end <= place.right.start);
                prop_assert!(place.left.of(&text).chars().count() <= width);
                prop_assert!(place.right.of(&text).chars().count() <= width);
                prop_assert!(place.matched.of(&text).starts_with('a'));
            }
        }

        #[test]
        fn no_input_panics(text in any::<String>(), pattern in any::<String>()) {
            let _ = concordance(&text, &pattern, 10, &Context::default());
        }
    }
}
