//! One thing in other words: what is told of it may still not agree.

use super::*;
use crate::claims::SpeakerType;

fn said(outlet: &str, speaker: &str, quoted: bool, text: &str) -> ClaimRecord {
    let speaker_type = Some(SpeakerType::Person);
    ClaimRecord { speaker: Some(speaker.into()), speaker_type, quoted, ..claim(outlet, text) }
}

#[test]
fn a_thought_of_one_is_none_of_another_where_it_is_rendered() {
    let quoted = said(
        "A",
        "Ilse Brandt",
        true,
        "This council runs the harbour like a toy railway, with whistles and timetables",
    );
    let rendered = "the harbour had been run like a toy railway, complete with whistles and timetables";
    let found = between(quoted.clone(), said("B", "Omar Haddad", false, rendered));
    assert_eq!(found, [(ConflictKind::Speaker, "Ilse Brandt".into(), "Omar Haddad".into())]);
    assert_eq!(between(quoted.clone(), said("B", "Ilse Brandt", false, rendered)), []);
    let other = "the harbour had been closed to the toy shop and the railway";
    assert_eq!(between(quoted, said("B", "Omar Haddad", false, other)), []);
}

#[test]
fn what_is_accepted_and_what_is_thrown_out() {
    let (a, b) =
        ("Weavers in Tessel have accepted the owners' offer on shifts", "the offer was thrown out in a ballot");
    assert_eq!(texts(a, b), [(ConflictKind::Polarity, "accepted".into(), "thrown out".into())]);
    assert_eq!(texts(a, "the plan for a second mill was thrown out in a ballot"), []);
    assert_eq!(texts("Rovanta won the cup of the coast on Sunday", "two goals up, Selby lost the cup"), []);
}

#[test]
fn a_verdict_in_other_words() {
    let (a, b) = (
        "A former mayor of Tessel was found guilty on Thursday of taking bribes from a builder for permits",
        "the ex-mayor Emil Tarvo was cleared yesterday of having sold building permits for cash",
    );
    assert_eq!(texts(a, b), [(ConflictKind::Polarity, "guilty".into(), "cleared".into())]);
    assert_eq!(texts(a, "snow was cleared yesterday from the road to the ferry"), []);
    let longer = format!("{a}, ending a trial of fourteen months");
    assert_eq!(texts(&longer, b), [(ConflictKind::Polarity, "guilty".into(), "cleared".into())]);
}

#[test]
fn bounds_of_two_groups() {
    assert_eq!(texts("the drug was cleared for patients over 18", "the drug was cleared for patients under 12"), []);
    let (a, b) = ("more than 3,000 passengers slept in the hall", "fewer than 300 passengers slept in the hall");
    assert_eq!(texts(a, b), [(ConflictKind::Number, "more than 3,000".into(), "fewer than 300".into())]);
}

#[test]
fn since_when_and_before_what() {
    let since = "the managers knew of the crack in the valve since February";
    let led_to = "the managers knew of the crack in the valve three months before the leak of 2 May";
    assert_eq!(texts(since, led_to), []);
    assert_eq!(texts(since, "the managers knew of the crack in the valve since early March").len(), 1);
}

#[test]
fn a_word_with_a_hyphen_is_known_without_it() {
    let found = texts("the cease-fire began at the border", "the ceasefire ended at the border");
    assert_eq!(found, [(ConflictKind::Polarity, "began".into(), "ended".into())]);
}

#[test]
fn a_year_of_old() {
    let found = texts("the oaks of the hull were felled in 1187", "the oaks for the hull were felled in 1217");
    assert_eq!(found, [(ConflictKind::Number, "1187".into(), "1217".into())]);
    assert_eq!(texts("the oaks of the hull were felled in 1187", "the oaks for the hull cost 1217 crowns"), []);
}

#[test]
fn who_has_no_power_where_power_is_out() {
    assert_eq!(texts("nine thousand homes had no power", "power was out in 9,000 homes"), []);
}

#[test]
fn shares_are_one_however_they_are_written() {
    let (a, b) = (
        counted("A", "a fifth of the patients felt sick", 0.2, ""),
        counted("B", "20 per cent of the patients felt sick", 20.0, "percent"),
    );
    let none = |claim: ClaimRecord| {
        let quantities = claim.quantities.into_iter().map(|quantity| Quantity { unit: None, ..quantity }).collect();
        ClaimRecord { quantities, ..claim }
    };
    assert_eq!(between(none(a), b), []);
}
