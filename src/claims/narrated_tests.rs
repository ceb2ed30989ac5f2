//! What the outlet tells itself in sentences of few words, and beside the words of others, on texts written for it.

use super::testing::{claims, narrated};
use super::types::{Act, Polarity};

#[track_caller]
fn told(language: &'static str, text: &str, expected: &[&str]) {
    assert_eq!(narrated(text, language), expected, "{text}");
}

#[test]
fn few_words_state_something() {
    for text in ["Two people died.", "Nobody was hurt.", "Shares fell.", "Finch resigned."] {
        told("en", text, &[text.trim_end_matches('.')]);
    }
    told("de", "Zwei Menschen starben.", &["Zwei Menschen starben"]);
    told("fr", "Deux personnes sont mortes.", &["Deux personnes sont mortes"]);
    // Neither a menu nor what somebody takes up with a pronoun.
    for text in ["More news", "Read more.", "He denies it."] {
        told("en", text, &[]);
    }
}

#[test]
fn what_the_reader_is_asked_to_do_states_nothing() {
    for text in
        ["Keep your boots by the door.", "Finally, do not leave the tap open at night.", "Please book your seat early."]
    {
        told("en", text, &[]);
    }
    told("en", "Help came too late for the farm.", &["Help came too late for the farm"]);
    told("en", "Engine oil cools the parts that rub.", &["Engine oil cools the parts that rub"]);
    told("en", "Work on the dam stopped in May.", &["Work on the dam stopped in May"]);
}

#[test]
fn who_speaks_does_something_else_as_well() {
    let text = "Farmers insisting that the quota be scrapped blocked the motorway near Holm.";
    told("en", text, &["Farmers blocked the motorway near Holm"]);
    told("en", "The bank denied the charge and paid a fine of 3m euros.", &["The bank paid a fine of 3m euros"]);
    told("en", "The mayor told parliament the shells were safe.", &[]);
}

#[test]
fn what_an_attribution_leaves_open_is_closed_or_left_out() {
    let text = "The plant had been watched since the spring, when Holt said it was unsafe.";
    told("en", text, &["The plant had been watched since the spring"]);
    told("en", "The letter came a week after Holt said the plant was unsafe.", &[]);
}

#[test]
fn the_outlet_speaks_against_what_was_said() {
    told("en", "The mayor said costs had fallen, but they rose.", &["they rose"]);
    let text = "Der Verein sagte, alle Löhne seien bezahlt, doch drei Spieler warten auf ihr Geld.";
    told("de", text, &["drei Spieler warten auf ihr Geld"]);
    let text = "Le maire a dit que le pont était sûr, mais des documents prouvent le contraire.";
    told("fr", text, &["des documents prouvent le contraire"]);
}

#[test]
fn what_is_taken_up_to_be_denied_is_told_all_the_same() {
    let text = "Holt is charged with murder, which she denies.";
    told("en", text, &["Holt is charged with murder"]);
    let denied = (Act::Deny, Polarity::Negated, "murder".to_owned());
    assert_eq!(claims(text, "en"), [denied]);
}

#[test]
fn what_takes_up_a_clause_for_another_one_is_no_part_of_it() {
    let text = "The council voted by seven votes to four on Tuesday to end its deal, a move that Joan Fairley said could cost millions.";
    told("en", text, &["The council voted by seven votes to four on Tuesday to end its deal"]);
    let text = "The council voted on Tuesday to end its deal, a move that Joan Fairley, the chair of its audit committee, said could cost millions.";
    told("en", text, &["The council voted on Tuesday to end its deal"]);
    let text = "More than 12,000 households were wrongly billed and the project is over \u{a3}3 million over budget.";
    let expected =
        ["More than 12,000 households were wrongly billed", "the project is over \u{a3}3 million over budget"];
    told("en", text, &expected);
}
