//! English bodies whose name goes on behind a small word: "the Attorney's Office", "the Food and Drug Administration".

use super::found::adjacent;
use super::outlets::is_owned_body;
use crate::claims::attribution::analysis::Analysis;
use crate::claims::speakers::words::{Known, class};
use crate::learn::form::Shape;

/// The most words of a name behind "and".
const REST: usize = 6;
/// How far around a name another place is looked for where its first part stands by itself, in words.
const AROUND: usize = 300;

/// What somebody or a body of its own is called by; in "the White House and Justice Department" there are two of them.
const OWN: u32 = class::MALE_NAME
    | class::FEMALE_NAME
    | class::PLACE
    | class::DEMONYM
    | class::ORGANISATION
    | class::OUTLET
    | class::ALIAS
    | class::GROUP
    | class::UNNAMED
    | class::HUMAN;

/// What a person is called by, and where somebody is from.
const PERSON: u32 = class::MALE_NAME | class::FEMALE_NAME | class::HUMAN | class::DEMONYM;

/// Where a name goes on to ("the U.S. Attorney's Office for the Western District") that begins at `start` behind "the" and has got to `end`.
pub(crate) fn led_body_end(analysis: &Analysis, gazetteer: &Known, start: usize, end: usize) -> Option<usize> {
    if is_owned_body(analysis, gazetteer, end) && adjacent(analysis, end) {
        return Some(end + 2);
    }
    joined(analysis, gazetteer, start, end)
}

/// "the Food | and Drug Administration": what the body is for is told by two words, and its kind closes the name.
fn joined(analysis: &Analysis, gazetteer: &Known, start: usize, and: usize) -> Option<usize> {
    if analysis.words.of(and) != "and" || !adjacent(analysis, and) {
        return None;
    }
    let title = |i: usize| analysis.form(i).shape == Shape::Title;
    let office = |i: usize| gazetteer.at(i) & class::TITLE != 0 && gazetteer.at(i) & class::ATTRIBUTE == 0;
    // Of the words for what a ministry does one is a body by itself.
    let body = |i: usize| analysis.is_one_of(i, &["treasury"]);
    let purpose = |i: usize, not: u32| !body(i) && title(i) && gazetteer.at(i) & not == 0 && !office(i);
    let rest = (and + 1..analysis.len().min(and + 1 + REST))
        .take_while(|&i| title(i) && (i == and + 1 || adjacent(analysis, i - 1)))
        .count();
    let end = and + 1 + rest;
    let kind = gazetteer.at(end - 1) & (class::ORGANISATION | class::OUTLET) == class::ORGANISATION;
    let fits = |from: usize, to: usize, not: u32| (from..to).all(|i| purpose(i, not));
    if rest < 2 || !kind || and > start + 2 || !fits(start, and, OWN) || !fits(and + 1, end - 1, PERSON) {
        return None;
    }
    // "the Kestrels and Football Association", where the Kestrels play elsewhere in the text.
    let first = analysis.form(and - 1).hash;
    let around = and.saturating_sub(AROUND)..analysis.len().min(and + AROUND);
    let alone = |i: usize| analysis.form(i).hash == first && title(i) && analysis.words.of(i + 1) != "and";
    (!around.into_iter().any(alone)).then_some(end)
}

#[cfg(test)]
mod tests {
    use crate::claims::speakers::testing::expect_last;

    #[test]
    fn a_body_is_called_by_all_it_is_for() {
        for body in [
            "Food and Drug Administration",
            "Securities and Exchange Commission",
            "Occupational Safety and Health Administration",
        ] {
            expect_last(&format!("The {body} said the plant was safe."), "en", body);
            expect_last(&format!("The plant was safe, the {body} said."), "en", body);
        }
    }

    #[test]
    fn two_bodies_are_two() {
        for (text, speaker) in [
            ("Police and Mayor Jones said the road was closed.", "Jones"),
            ("Tom Wells and Ann Low said the road was closed.", "Tom Wells and Ann Low"),
        ] {
            expect_last(text, "en", speaker);
        }
    }
}
