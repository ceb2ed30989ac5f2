//! What ought to have been and was not, "should have been closed on Wednesday": it tells no day and no number of what happened.

use std::collections::HashMap;
use std::sync::OnceLock;

use super::member::Member;
use super::written::words;
use crate::coverage::reading::vocabulary::{entries, primary};
use crate::text::Span;

const UNREAL: &str = include_str!("../data/unreal.txt");

/// The words that open such a clause in a language, and those of which one must follow.
type Frame = (Vec<&'static str>, Vec<&'static str>);

fn frame(code: &str) -> Option<&'static Frame> {
    static LIST: OnceLock<HashMap<&'static str, Frame>> = OnceLock::new();
    let list = LIST.get_or_init(|| {
        let halves = entries(UNREAL).filter_map(|(code, words)| Some((code, words.split_once('|')?)));
        let words = |half: &'static str| half.split_whitespace().collect();
        halves.map(|(code, (first, second))| (code, (words(first), words(second)))).collect()
    });
    list.get(primary(code))
}

/// Whether the clause around a place tells what ought to have been; of a day or number without a place, whether any clause does.
pub(crate) fn is_unreal(member: &Member<'_>, place: Option<Span>) -> bool {
    let Some((first, second)) = frame(member.claim.language.as_deref().unwrap_or("en")) else { return false };
    let mut opened: Option<Span> = None;
    words(&member.claim.text).any(|word| {
        let small = word.text.to_lowercase();
        let follows = second.contains(&small.as_str())
            || second.iter().any(|half| half.starts_with('\'') && small.ends_with(half));
        if first.contains(&small.as_str()) {
            opened = Some(word.span);
            return false;
        }
        let Some(from) = opened.filter(|from| follows && member.undivided(*from, word.span)) else { return false };
        let clause = from.cover(&word.span);
        place.is_none_or(|place| clause.cover(&place) == clause || member.undivided(clause, place))
    })
}

#[cfg(test)]
mod tests {
    use crate::Context;
    use crate::coverage::conflicts::{ConflictKind, conflicts};
    use crate::coverage::testing::{claim, kinds};
    use crate::coverage::types::ClaimRecord;

    #[test]
    fn what_ought_to_have_been_has_no_day_of_what_was() {
        let closed = "the warehouse in Tessel was closed on Monday";
        assert_eq!(kinds("the warehouse in Tessel should have been closed on Wednesday", closed), []);
        assert_eq!(kinds("the warehouse in Tessel ought to have been closed on Wednesday", closed), []);
        assert_eq!(kinds("the warehouse in Tessel was closed on Wednesday", closed), [ConflictKind::Date]);
        let ought = "the warehouse in Tessel should have been closed on Monday";
        assert_eq!(kinds("the warehouse in Tessel should have been closed on Wednesday", ought), [ConflictKind::Date]);
        // The clause that tells the day is another one.
        let other = "the warehouse in Tessel, which should have had a guard, was closed on Wednesday";
        assert_eq!(kinds(other, closed), [ConflictKind::Date]);
    }

    #[test]
    fn it_is_told_in_several_languages() {
        let found = |language: &str, a: &str, b: &str| {
            let told =
                |outlet: &str, text: &str| ClaimRecord { language: Some(language.into()), ..claim(outlet, text) };
            conflicts(&[told("A", a), told("B", b)], &[Some(0), Some(0)], &Context::default()).unwrap().len()
        };
        for (language, ought, other, was) in [
            (
                "de",
                "die Halle hätte am Mittwoch geschlossen werden müssen",
                "die Halle wurde am Mittwoch geschlossen",
                "die Halle wurde am Montag geschlossen",
            ),
            (
                "fr",
                "le dépôt aurait dû être fermé mercredi",
                "le dépôt a été fermé mercredi",
                "le dépôt a été fermé lundi",
            ),
        ] {
            assert_eq!((found(language, ought, was), found(language, other, was)), (0, 1), "{ought}");
        }
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_read(text in "\\PC{0,30}") {
            kinds(&format!("{text} should {text} have {text} on Monday"), "it was closed on Tuesday");
        }
    }
}
