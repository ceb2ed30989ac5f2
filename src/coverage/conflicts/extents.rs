//! Whether two numbers are those of a part of the land and of all of it: "40 schools in the capital", "112 schools across the country".

use super::content::{ContentWord, content_words};
use super::member::Member;
use crate::coverage::reading::facts::Number;
use crate::coverage::reading::frame::MARKS;
use crate::coverage::reading::grammar::Role;

/// How many words behind a number its place may begin.
const BEHIND: usize = 4;

/// The place behind what a number counts.
struct Extent {
    /// All of it is meant.
    whole: bool,
    words: Vec<ContentWord>,
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
                let words =
                    content_words(member).into_iter().filter(|word| word.span.start >= at && word.span.end <= end);
                return Some(Self { whole, words: words.take_while(|word| !word.term.verb).collect() });
            }
        }
        None
    }
}

/// Whether one number is told of all of a land, and the other of a place that the first claim does not name.
pub(crate) fn two_extents(a: &Member<'_>, m: &Number, b: &Member<'_>, n: &Number) -> bool {
    let Some((here, there)) = Extent::of(a, m).zip(Extent::of(b, n)) else { return false };
    let met = |words: &[ContentWord], other: &Member<'_>| {
        let all = content_words(other);
        words.iter().any(|word| all.iter().any(|there| word.meets(there)))
    };
    a.features.language == b.features.language
        && here.whole != there.whole
        && !(met(&here.words, b) || met(&there.words, a))
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
