//! Whether two numbers are those of a part of the land and of all of it: "40 schools in the capital", "112 schools across the country".

use std::ops::Range;

use super::member::Member;
use crate::coverage::reading::facts::Number;
use crate::coverage::reading::frame::MARKS;
use crate::coverage::reading::grammar::Role;
use crate::text::Span;

/// How many words behind a number its place may begin.
const BEHIND: usize = 4;

/// The place behind what a number counts.
pub(crate) struct Extent {
    /// All of it is meant.
    whole: bool,
    /// Which of the content words of its claim name it.
    words: Range<usize>,
}

/// Those of the numbers of a claim; a [member](Member::extent) reads them once.
pub(super) fn extents(member: &Member<'_>) -> Vec<(Span, Extent)> {
    let numbers = member.features.numbers.iter();
    numbers.filter_map(|number| Some((number.place()?, Extent::of(member, number)?))).collect()
}

impl Extent {
    fn of(member: &Member<'_>, number: &Number) -> Option<Self> {
        let from = number.place()?.end;
        let behind = member.claim.text.get(from..)?;
        let clause = behind.split(MARKS).next()?;
        let mut at = from;
        for piece in clause.split_inclusive(char::is_whitespace).filter(|piece| !piece.trim().is_empty()).take(BEHIND) {
            at += piece.len();
            let word = piece.trim().to_lowercase();
            let whole = Role::Throughout.has(&word);
            if whole || Role::Place.has(&word) {
                let end = from + clause.len();
                let content = member.content();
                let first = content.iter().position(|word| word.span.start >= at).unwrap_or(content.len());
                let near = content[first..].iter().take_while(|word| word.span.end <= end && !word.term.verb);
                return Some(Self { whole, words: first..first + near.count() });
            }
        }
        None
    }
}

/// Whether one number is told of all of a land, and the other of a place that the first claim does not name.
pub(crate) fn two_extents(a: &Member<'_>, m: &Number, b: &Member<'_>, n: &Number) -> bool {
    let Some((here, there)) = a.extent(m).zip(b.extent(n)) else { return false };
    let met = |extent: &Extent, member: &Member<'_>, other: &Member<'_>| {
        let words = member.content().get(extent.words.clone()).unwrap_or_default();
        words.iter().any(|word| other.content().iter().any(|there| word.meets(there)))
    };
    a.features.language == b.features.language && here.whole != there.whole && !(met(here, a, b) || met(there, b, a))
}

#[cfg(test)]
mod tests {
    use crate::coverage::testing::kinds;

    #[test]
    fn a_place_and_the_whole_land_have_two_numbers() {
        let all = "112 schools across the country were damaged by the storm";
        for (other, disputed) in [
            ("40 schools in the capital were damaged by the storm", false),
            ("40 schools in the country were damaged by the storm", true),
            ("40 schools nationwide were damaged by the storm", true),
            ("40 schools were damaged by the storm", true),
        ] {
            assert_eq!(!kinds(all, other).is_empty(), disputed, "{other}");
        }
    }
}
