//! The words that tell that there is none of somebody or something: "nobody", "no passengers".

use super::grammar::Role;
use crate::text::Span;

/// How many words behind the verb a pronoun may stand.
const BEHIND: usize = 3;

/// "Nobody" of "nobody was hurt", "not arrested anyone" or "no passengers" as it stands; and whether it is none of a thing
/// that is named. The place is that of a term from its negation on.
pub(crate) fn none(text: &str, place: Span) -> Option<(String, bool)> {
    let negated: Vec<Span> = words(text, place).collect();
    let word = |span: &Span| span.of(text).trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    let is = |span: Option<&Span>, role: Role| span.is_some_and(|span| role.has(&word(span)));
    let (first, last) = (negated.first()?, negated.last()?);
    let two = |n: usize| negated.get(n).zip(negated.get(n + 1)).map(|(a, b)| a.cover(b));
    for pronoun in [two(0), Some(*first), negated.len().checked_sub(2).and_then(two), Some(*last)] {
        if is(pronoun.as_ref(), Role::Nobody) {
            return Some((pronoun?.of(text).to_owned(), false));
        }
    }
    let behind: Vec<Span> = words(text, Span::new(place.end, text.len())).take(BEHIND).collect();
    if let Some(at) = behind.iter().position(|span| is(Some(span), Role::Anybody)) {
        let divided = behind[..at].iter().any(|span| span.of(text).ends_with([',', ';', ':', '.']));
        let none = || (place.cover(&behind[at]).of(text).to_owned(), false);
        return (!divided && !is(behind.get(at + 1), Role::Besides)).then(none);
    }
    // Of a thing: "no passengers", "not made any arrests".
    let before = negated.len().checked_sub(2).and_then(|n| negated.get(n));
    is(before, Role::NoneOf).then(|| (place.of(text).to_owned(), true))
}

/// The words of a stretch, where they stand in the text.
pub(crate) fn words(text: &str, place: Span) -> impl Iterator<Item = Span> + '_ {
    let split = |c: char| c.is_whitespace() || matches!(c, '\'' | '’');
    let mut at = place.start;
    let pieces = text.get(place.start..place.end).unwrap_or_default().split_inclusive(split);
    let found = pieces.map(move |piece| {
        let from = at;
        at += piece.len();
        Span::new(from, from + piece.trim_end_matches(split).len())
    });
    found.filter(|word| word.start < word.end)
}
