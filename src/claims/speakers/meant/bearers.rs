//! Whom a family name alone means where several people of a text bear it: "Anna Finch and her brother Paul Finch", and then "Finch".

use crate::claims::attribution::analysis::{Analysis, state};
use crate::claims::speakers::names::entities::Entity;
use crate::claims::speakers::names::found::Name;
use crate::claims::speakers::names::roles::speaks;
use crate::claims::types::SpeakerType;

/// How many names back the bearers of a family name are looked for, and how many of them.
const NEAR: usize = 500;
const MOST: usize = 8;

/// Words between two of a family, at most: "and her brother".
const BETWEEN: usize = 4;

/// How often somebody is named for each time that others of the name are, for the name alone to be his.
const KNOWN: usize = 3;

/// Whom a family name alone means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Meant {
    One(usize),
    /// One of several people, and nothing tells which.
    Unclear,
}

impl Meant {
    pub fn one(self) -> Option<usize> {
        match self {
            Self::One(entity) => Some(entity),
            Self::Unclear => None,
        }
    }
}

/// The names of a text, whose they are as far as that is known, and which of them is asked for.
#[derive(Clone, Copy)]
pub(crate) struct Seen<'a> {
    pub analysis: &'a Analysis<'a>,
    pub language: &'a str,
    pub names: &'a [Name],
    pub place: &'a [Option<usize>],
    pub at: usize,
}

/// Of all that bear a family name, whom it means: of several people the one who spoke last, or whom the text mostly names, or who alone
/// has been named so far.
pub(crate) fn meant(all: &[Entity], family: &[usize], sex: i32, seen: Seen) -> Option<Meant> {
    let person = |entity: &usize| all[*entity].kind == SpeakerType::Person;
    // "Mr. Lee" and "Ms. Lee" are not the same.
    let agrees = |entity: &usize| all[*entity].sex.signum() * sex.signum() >= 0;
    let family: Vec<usize> = family.iter().rev().take(MOST).copied().collect();
    let people: Vec<usize> = family.iter().copied().filter(|entity| person(entity) && agrees(entity)).collect();
    if people.len() > 1
        && let Some(meant) = of_several(&people, seen)
    {
        return Some(meant);
    }
    // Nobody of them has been named yet, or there is but one.
    let before = |entity: &usize| (0..seen.at).rev().take(NEAR).find(|&i| seen.place[i] == Some(*entity));
    family.iter().copied().max_by_key(|entity| (person(entity), agrees(entity), before(entity))).map(Meant::One)
}

/// Of people who bear a name, whom it means; nothing if none of them has been named before.
fn of_several(people: &[usize], seen: Seen) -> Option<Meant> {
    let mut count: Vec<(usize, usize)> = Vec::new();
    let mut spoke = None;
    for i in (0..seen.at).rev().take(NEAR) {
        let Some(entity) = seen.place[i].filter(|entity| people.contains(entity)) else { continue };
        let outside = seen.analysis.quoted[seen.names[i].from] == state::OUT;
        if spoke.is_none() && outside && speaks(seen.analysis, &seen.names[i], seen.language) {
            // "Anna Finch and Paul Finch said": both, and so neither of them alone.
            spoke = Some(if joined(people, seen, i) { None } else { Some(entity) });
        }
        match count.iter_mut().find(|known| known.0 == entity) {
            Some(known) => known.1 += 1,
            None => count.push((entity, 1)),
        }
    }
    let &(latest, _) = count.first()?;
    let all: usize = count.iter().map(|known| known.1).sum();
    let known = count.iter().find(|known| known.1 >= KNOWN * (all - known.1)).map(|known| known.0);
    let one = if count.len() == 1 { Some(latest) } else { spoke.unwrap_or(known) };
    Some(one.map_or(Meant::Unclear, Meant::One))
}

/// Whether right before a name another one of these people is named, and but "and" and what somebody is to the other stand between.
fn joined(people: &[usize], seen: Seen, at: usize) -> bool {
    let Some(before) =
        at.checked_sub(1).filter(|&before| seen.place[before].is_some_and(|entity| people.contains(&entity)))
    else {
        return false;
    };
    let (from, to) = (seen.names[before].to, seen.names[at].start);
    from < to && to - from <= BETWEEN && seen.analysis.is_one_of(from, &["and", "und", "et", "y", "e", "en", "и"])
}

#[cfg(test)]
mod tests {
    use crate::claims::speakers::testing::last_speaker;

    fn last(text: &str, language: &str) -> String {
        last_speaker(text, language).expect("a speaker")
    }

    #[test]
    fn a_name_that_two_bear_is_theirs_who_spoke_last() {
        let text =
            "Anna Finch said the firm was sound. Her brother Paul Finch said it was bankrupt. \"I know,\" Finch said.";
        assert_eq!(last(text, "en"), "Paul Finch");
        let text = "Anna Finch said the firm was sound. Her brother Paul Finch owns a shop. \"We go on,\" Finch said.";
        assert_eq!(last(text, "en"), "Anna Finch");
    }

    #[test]
    fn nobody_is_made_up_where_nothing_tells_which() {
        for (text, language) in [
            ("Anna Finch and her brother Paul Finch run the firm. \"We will rebuild,\" Finch said.", "en"),
            ("Anna Finch and Paul Finch denied the charges. Finch said the firm was sound.", "en"),
            ("Anna Finch runs the firm. Her brother Paul Finch left it in 2019. Finch said the firm was sound.", "en"),
            ("Anna Finch und ihr Bruder Paul Finch leiten die Firma. „Wir bauen neu“, sagte Finch.", "de"),
        ] {
            assert_eq!(last(text, language), "Finch", "{text}");
        }
    }

    #[test]
    fn whom_the_text_is_about_keeps_the_name() {
        let text = "Anna Finch runs the firm. Finch bought it in 2010. Finch sold a plant in May. Her son Paul Finch is nine. \
                    Finch said the firm was sound.";
        assert_eq!(last(text, "en"), "Anna Finch");
    }
}
