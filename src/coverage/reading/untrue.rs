//! What is said to be untrue is denied: "it was not true that the dam had failed" is read as "the dam had not failed".

use super::features::Analyzer;
use super::reader::Reader;
use crate::claims::frame::pack::Pack;
use crate::text::{Span, Token};

/// How many words may stand before a verdict: "it is simply".
const BEFORE: usize = 4;
/// Among how many tokens a verdict is looked for, with the word that opens what it is on.
const OPENING: usize = 12;

impl Analyzer<'_> {
    /// The verdict with which a claim opens, up to the word before what is said to be untrue, and how many tokens these are.
    pub(crate) fn untrue(&mut self, language: usize, text: &str, tokens: &[Token]) -> Option<(usize, Span)> {
        let code = self.languages.get(language)?.as_str();
        let (english, pack) = (code == "en", Pack::of(Some(code)));
        let opens = |word: &str| if english { word == "that" } else { pack.complementiser.has(word) };
        let opening = tokens.get(..tokens.len().min(OPENING))?;
        if !opening.iter().any(|token| opens(token.span.of(text))) {
            return None;
        }
        let words: Vec<String> = opening.iter().map(|token| token.span.of(text).to_lowercase()).collect();
        let word = |at: usize| words.get(at).map(String::as_str);
        let (at, end) = (0..=BEFORE).find_map(|at| pack.falsity.starting(word, at).map(|(end, _)| (at, end)))?;
        let to_say = word(end) == Some("to") && word(end + 1).is_some_and(|word| pack.may_say.has(word));
        // "It is wrong that" judges what is so; "wrong to say that" does not.
        if english && !to_say && matches!(word(end - 1), Some("wrong" | "lies")) {
            return None;
        }
        let mut that = if to_say { end + 2 } else { end };
        that += usize::from(word(that).is_some_and(|word| pack.copula.has(word)));
        that += usize::from(word(that) == Some(","));
        if !word(that).is_some_and(opens) {
            return None;
        }
        // A thing or a person before it is what is judged, and what is "not untrue" is so.
        let plain = words[..at].iter().all(|word| {
            let entry = self.entry(language, word, false);
            (entry.id.is_none() || entry.adverb) && !entry.negation
        });
        let (first, last) = tokens.get(at).zip(tokens.get(that))?;
        plain.then(|| (that + 1, first.span.cover(&last.span)))
    }
}

impl Reader {
    /// Reads the end of what is said to be untrue: without a known verb, its last word stands for it, which in German is the verb.
    pub(crate) fn untrue_ends(&mut self) {
        let Some(verdict) = self.untrue.take() else { return };
        let terms = self.sequence.iter_mut().zip(&mut self.spans);
        if let Some((term, span)) = terms.rev().find(|(term, _)| !(term.name || term.calendar || term.number)) {
            term.sign = -term.sign;
            *span = verdict.cover(span);
        }
    }
}
