//! The wordings of one claim side by side, with what changed marked.

use std::collections::HashMap;

use crate::coverage::align::{Step, align};
use crate::text::{Span, TokenKind, tokenize};
use crate::{Context, Result};

/// A stretch of a wording.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Piece {
    /// Its bytes in that wording.
    pub span: Span,
    /// Whether it departs: in the longest wording, what no other has; in another, what the longest has not.
    pub changed: bool,
}

/// One wording, marked.
#[derive(Debug, Clone, PartialEq)]
pub struct Wording {
    /// Its place in the list that was given.
    pub index: usize,
    /// Its stretches in order; white space at their borders belongs to none.
    pub pieces: Vec<Piece>,
    /// Share of its words that are changed, in [0, 1].
    pub drift: f64,
}

/// Aligns wordings of one claim with the longest of them, which comes first; the others follow from near to far.
///
/// Words are compared without regard to case and to the form of apostrophes; punctuation is neither common nor changed
/// and goes with the word before it. The alignment is a longest common subsequence of words.
///
/// # Errors
///
/// [`Cancelled`](crate::ErrorKind::Cancelled), and [`Limit`](crate::ErrorKind::Limit) where a text is over the limits.
///
/// ```
/// use copydesk::Context;
/// use copydesk::coverage::wording;
///
/// let texts = ["a real danger of a new armed conflict", "a real risk for a new armed conflict in Europe"];
/// let wordings = wording(&texts, &Context::default())?;
/// assert_eq!(wordings[0].index, 1);
/// let changed: Vec<&str> =
///     wordings[1].pieces.iter().filter(|piece| piece.changed).map(|piece| piece.span.of(texts[0])).collect();
/// assert_eq!(changed, ["danger of"]);
/// # Ok::<(), copydesk::Error>(())
/// ```
pub fn wording(texts: &[&str], context: &Context) -> Result<Vec<Wording>> {
    let words: Vec<Vec<Word>> = texts.iter().map(|text| words(text, context)).collect::<Result<_>>()?;
    let Some(longest) = (0..texts.len()).max_by_key(|i| (words[*i].len(), std::cmp::Reverse(*i))) else {
        return Ok(Vec::new());
    };
    let base = &words[longest];
    let mut kept = vec![false; base.len()];
    let mut memory: HashMap<&str, Vec<Step>> = HashMap::new();
    let mut others = Vec::new();
    for (index, own) in words.iter().enumerate().filter(|(index, _)| *index != longest) {
        context.check()?;
        let steps = memory.entry(texts[index]).or_insert_with(|| align(base, own, |x, y| x.form == y.form));
        let mut common = vec![false; own.len()];
        for step in steps.iter() {
            if let Step::Same(i, j) = step {
                (kept[*i], common[*j]) = (true, true);
            }
        }
        others.push(marked(index, own, &common));
    }
    if others.is_empty() {
        kept.fill(true);
    }
    others.sort_by(|a, b| a.drift.total_cmp(&b.drift).then(a.index.cmp(&b.index)));
    let mut wordings = vec![marked(longest, base, &kept)];
    wordings.append(&mut others);
    Ok(wordings)
}

struct Word {
    form: String,
    span: Span,
}

fn words(text: &str, context: &Context) -> Result<Vec<Word>> {
    let mut words: Vec<Word> = Vec::new();
    for token in tokenize(text, context)? {
        if token.kind == TokenKind::Punctuation {
            // A mark that touches the word before it goes with that word.
            if let Some(last) = words.last_mut().filter(|last| last.span.end == token.span.start) {
                last.span = last.span.cover(&token.span);
            }
            continue;
        }
        let form = token.span.of(text).to_lowercase().replace('’', "'");
        words.push(Word { form, span: token.span });
    }
    Ok(words)
}

fn marked(index: usize, words: &[Word], common: &[bool]) -> Wording {
    let mut pieces: Vec<Piece> = Vec::new();
    for (word, common) in words.iter().zip(common) {
        match pieces.last_mut() {
            Some(last) if last.changed != *common => last.span = last.span.cover(&word.span),
            _ => pieces.push(Piece { span: word.span, changed: !common }),
        }
    }
    let changed = common.iter().filter(|common| !**common).count();
    let drift = if words.is_empty() { 0.0 } else { changed as f64 / words.len() as f64 };
    Wording { index, pieces, drift }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn changed<'a>(texts: &[&'a str], wording: &Wording) -> Vec<&'a str> {
        let marked = wording.pieces.iter().filter(|piece| piece.changed);
        marked.map(|piece| piece.span.of(texts[wording.index])).collect()
    }

    #[test]
    fn the_longest_comes_first_and_the_nearest_next() {
        let texts = [
            "“We will not be easy to move,” he said.",
            "Nothing of it.",
            "“We will not be easy to move, and we are many,” he said.",
        ];
        let wordings = wording(&texts, &Context::default()).unwrap();
        assert_eq!(wordings.iter().map(|wording| wording.index).collect::<Vec<_>>(), [2, 0, 1]);
        assert_eq!(changed(&texts, &wordings[0]), ["and we are many,”"]);
        assert_eq!(changed(&texts, &wordings[1]), Vec::<&str>::new());
        assert_eq!(wordings[2].drift, 1.0);
    }

    #[test]
    fn case_and_apostrophes_do_not_count() {
        let texts = ["It’s OURS", "it's ours"];
        assert!(wording(&texts, &Context::default()).unwrap().iter().all(|wording| wording.drift == 0.0));
    }

    #[test]
    fn none_and_one() {
        assert_eq!(wording(&[], &Context::default()).unwrap(), []);
        assert_eq!(wording(&["alone"], &Context::default()).unwrap()[0].drift, 0.0);
        assert_eq!(wording(&[""], &Context::default()).unwrap()[0].pieces, []);
    }

    proptest::proptest! {
        #[test]
        fn pieces_are_in_order_and_inside(a in "\\PC{0,80}", b in "\\PC{0,80}") {
            let texts = [a.as_str(), b.as_str()];
            for wording in wording(&texts, &Context::default()).unwrap() {
                let mut end = 0;
                for piece in &wording.pieces {
                    proptest::prop_assert!(piece.span.start >= end && !piece.span.is_empty());
                    proptest::prop_assert!(texts[wording.index].get(piece.span.start..piece.span.end).is_some());
                    end = piece.span.end;
                }
            }
        }
    }
}
