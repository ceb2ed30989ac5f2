//! What stands at the edge of a subject or an object and is no part of it: "shut the plant | on Monday", "cut its staff | by a third",
//! "Last year | prices rose". Dates and quantities are found by then, so that no list of times is needed.

use super::frame::words::Words;
use super::types::{DateMention, Quantity};
use crate::Span;
use crate::text::pos::Pos;

/// The subject without a date of several words before it.
pub(super) fn behind_date(words: &Words, subject: Span, dates: &[DateMention]) -> Span {
    let date = dates.iter().find(|date| date.span.start == subject.start && date.span.end < subject.end);
    let Some(date) = date.filter(|date| date.span.of(words.text).contains(' ')) else { return subject };
    let rest = words.within(Span::new(date.span.end, subject.end));
    let first =
        rest.clone().find(|id| !words.is_mark(*id)).filter(|first| words.tokens[*first].span.start >= date.span.end);
    // "last year's harvest", "last year and this year"
    let own = first
        .filter(|first| !words.word(*first).starts_with('\'') && !matches!(words.pos(*first), Pos::Cconj | Pos::Adp));
    own.map_or(subject, |first| Span::new(words.tokens[first].span.start, subject.end))
}

/// The object without the date that ends it, and without the extent behind it.
pub(super) fn before_extent(words: &Words, object: Span, dates: &[DateMention], quantities: &[Quantity]) -> Span {
    let ids = words.within(object);
    let adposition = |start: usize, among: &[&str]| {
        let at = words.within(Span::new(start, object.end)).start;
        let before = at.checked_sub(1).filter(|before| *before > ids.start)?;
        words.is(before, among).then_some(before)
    };
    let times = ["on", "in", "at", "by", "during", "since", "until", "before", "after", "from", "late", "early"];
    let date =
        dates.iter().find(|date| object.start < date.span.start && date.span.end == object.end).and_then(|date| {
            let at = words.within(date.span).start;
            let bare =
                at.checked_sub(1).filter(|before| matches!(words.pos(*before), Pos::Noun | Pos::Propn)).map(|_| at);
            adposition(date.span.start, &times).or(bare)
        });
    let extent = quantities
        .iter()
        .filter(|quantity| object.contains(&quantity.span))
        .find_map(|quantity| adposition(quantity.span.start, &["by", "to"]));
    let end = [date, extent].into_iter().flatten().min().filter(|end| *end > ids.start);
    end.and_then(|end| end.checked_sub(1)).map_or(object, |last| Span::new(object.start, words.tokens[last].span.end))
}
