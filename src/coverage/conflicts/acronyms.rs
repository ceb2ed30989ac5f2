//! Names and the initials that stand for them: "the Harbour Safety and Health Board", "HSHB".
//!
//! Small words stand inside such names, where they are read as two: "Harbour Safety", "Health Board". Here the capital words around
//! them are taken together.

use super::member::Member;
use super::written::{Word, words};
use crate::coverage::matching::spellings::spelt;
use crate::coverage::reading::grammar::Role;
use crate::text::Span;

/// How many small words in a row stand inside a name: "of the".
const INSIDE: usize = 2;

/// The initials that a word is made of, in small letters: "hsb" of "HSB" and "H.S.B".
fn letters(word: &str) -> Option<Vec<u8>> {
    let plain: String = word.chars().filter(|c| *c != '.').collect();
    let capitals = plain.len() > 1 && plain.chars().all(|c| c.is_ascii_uppercase());
    capitals.then(|| plain.to_ascii_lowercase().into_bytes())
}

/// The capital words of a stretch of which the small words between them are no end.
fn stretches(text: &str) -> Vec<Vec<Word<'_>>> {
    let mut found: Vec<Vec<Word<'_>>> = Vec::new();
    let (mut open, mut small) = (false, 0);
    for word in words(text) {
        let inside =
            [Role::Joins, Role::Leads, Role::Complement, Role::Determiner].iter().any(|role| role.has(word.text));
        let ends = word.ends;
        if word.text.starts_with(char::is_uppercase) {
            match found.last_mut().filter(|_| open) {
                Some(stretch) => stretch.push(word),
                None => found.push(vec![word]),
            }
            (open, small) = (true, 0);
        } else {
            small += 1;
            open &= inside && small <= INSIDE;
        }
        open &= !ends;
    }
    found
}

/// Where the names of a claim stand that initials in the other one stand for, and the initials that stand for a name there.
pub(crate) fn abbreviated(here: &Member<'_>, there: &Member<'_>) -> Vec<Span> {
    let (own, other) = (here.claim.text.as_str(), there.claim.text.as_str());
    let initials = |text: &str| -> Vec<(Vec<u8>, Span)> {
        words(text).filter_map(|word| Some((letters(word.text)?, word.span))).collect()
    };
    let (short_here, short_there) = (initials(own), initials(other));
    let names = |text: &str, acronym: &[u8]| -> Option<Span> {
        stretches(text).iter().find_map(|stretch| {
            let first: Vec<u8> = stretch
                .iter()
                .filter_map(|word| word.text.bytes().next())
                .map(|byte| byte.to_ascii_lowercase())
                .collect();
            let run = spelt(acronym, &first)?;
            let (from, to) = (stretch.get(run.start)?, stretch.get(run.end.checked_sub(1)?)?);
            Some(from.span.cover(&to.span))
        })
    };
    let mut found: Vec<Span> = short_there.iter().filter_map(|(acronym, _)| names(own, acronym)).collect();
    found.extend(short_here.iter().filter(|(acronym, _)| names(other, acronym).is_some()).map(|(_, span)| *span));
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::coverage::conflicts::ConflictKind;
    use crate::coverage::testing::kinds;

    #[test]
    fn initials_stand_for_a_name_with_small_words_inside() {
        for (name, short) in [
            ("The Harbour Safety and Health Board", "HSHB"),
            ("The Union for Tugs and Co-operation in Norhaven", "UTCN"),
            ("The Union for Tugs and Co-operation in Norhaven", "The U.T.C.N."),
            ("The Council of the Harbour", "The CH"),
        ] {
            let (a, b) =
                (format!("{name} will close the yard in Lund"), format!("{short} will close the yard in Lund"));
            assert_eq!(kinds(&a, &b), [], "{name}, {short}");
        }
    }

    #[test]
    fn other_initials_stand_for_another_name() {
        let (a, b) = ("The Bureau of Mines and Safety will close the yard in Lund", "HSHB will close the yard in Lund");
        assert_eq!(kinds(a, b), [ConflictKind::Name]);
    }

    #[test]
    fn a_mark_ends_a_name() {
        let found: Vec<usize> =
            stretches("Ann Moe, Eva Lind and Tom of the Bay said Ada").iter().map(Vec::len).collect();
        assert_eq!(found, [2, 4, 1]);
    }

    proptest::proptest! {
        #[test]
        fn any_text_has_stretches(text in "\\PC{0,40}") {
            for word in stretches(&text).iter().flatten() {
                proptest::prop_assert!(!word.span.of(&text).is_empty());
            }
        }
    }
}
