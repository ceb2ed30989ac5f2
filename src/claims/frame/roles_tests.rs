//! Subject, predicate and object of English clauses.

use crate::Context;
use crate::claims::{Claim, ClaimOptions, extract_claims};

fn read(text: &str) -> Vec<Claim> {
    let options = ClaimOptions { language: Some("en"), narrator: true, published: Some("2024-05-15".to_owned()) };
    extract_claims(text, &[], &options, &Context::default()).expect("small enough")
}

#[track_caller]
fn expect(text: &str, expected: &[[&str; 3]]) {
    let part = |span: Option<crate::Span>| span.map_or("", |span| span.of(text));
    let found = read(text);
    let got: Vec<[&str; 3]> =
        found.iter().map(|claim| [part(claim.subject), part(claim.predicate), part(claim.object)]).collect();
    assert_eq!(got, expected, "{text}");
}

#[test]
fn who_does_what() {
    for (text, expected) in [
        ("The firm had cut maintenance staff by a third.", ["The firm", "had cut", "maintenance staff"]),
        ("The council shut the pool on Monday.", ["The council", "shut", "the pool"]),
        ("Last year prices rose sharply in the north.", ["prices", "rose", ""]),
        ("The storm flooded a deep, narrow valley.", ["The storm", "flooded", "a deep, narrow valley"]),
        ("The crew did not heat the cabin.", ["The crew", "did not heat", "the cabin"]),
        ("The army spoke of nine dead.", ["The army", "spoke", ""]),
        ("The main cable had lost a third of its strands.", ["The main cable", "had lost", "a third of its strands"]),
        ("Two men, aged 24 and 31, were arrested.", ["Two men, aged 24 and 31", "were arrested", ""]),
        ("Eating salted fish that is old is bad for you.", ["Eating salted fish that is old", "is", "bad for you"]),
        ("Ana Holt, the trade minister, resigned on Monday.", ["Ana Holt, the trade minister", "resigned", ""]),
    ] {
        expect(text, &[expected]);
    }
}

#[test]
fn a_list_goes_on_in_a_clause_that_depends() {
    let text = "Trams stood still on Monday as some 4,200 drivers, cleaners and ticket staff stayed away from work.";
    expect(text, &[["Trams", "stood", ""]]);
}

#[test]
fn a_shared_subject_is_that_of_both_verbs() {
    let text = "The plant employs 800 people and will remain open.";
    expect(text, &[["The plant", "employs", "800 people"], ["The plant", "will remain", "open"]]);
    let text = "The ministry has repeatedly and openly broken the law.";
    expect(text, &[["The ministry", "has repeatedly and openly broken", "the law"]]);
}

#[test]
fn a_passive_has_no_object() {
    for (text, expected) in [
        ("Three people were injured when a fire broke out.", ["Three people", "were injured", ""]),
        ("All inspections were carried out on schedule.", ["All inspections", "were carried out", ""]),
        ("The bridge will be closed until May.", ["The bridge", "will be closed", ""]),
    ] {
        expect(text, &[expected]);
    }
}

#[test]
fn a_copula_has_a_complement() {
    for (text, expected) in [
        ("Some 400 homes are at risk.", ["Some 400 homes", "are", "at risk"]),
        ("The dam was too low for the spring floods.", ["The dam", "was", "too low for the spring floods"]),
        ("Among the dead were two children.", ["two children", "were", ""]),
        ("There is a real risk of floods.", ["", "is", "a real risk of floods"]),
    ] {
        expect(text, &[expected]);
    }
}

#[test]
fn a_subject_is_all_of_its_phrase_and_no_more() {
    for (text, subject) in [
        ("Between 40 and 50 houses were destroyed.", "Between 40 and 50 houses"),
        ("In the north the road was closed.", "the road"),
        ("At the weekend 12 people were rescued.", "12 people"),
        ("Several towns on Tuesday banned the use of water.", "Several towns"),
        ("Neither the police nor the mayor was warned.", "Neither the police nor the mayor"),
        ("The people they met have left the town.", "The people they met"),
        ("All she wants is a new lock.", "All she wants"),
        ("Whether the lock works is unclear.", "Whether the lock works"),
        ("When prices rise they buy less bread.", "they"),
        ("While rents, fees and fares rose, wages fell by half.", "wages"),
    ] {
        let found = read(text);
        let got = found.first().and_then(|claim| claim.subject).map_or("", |span| span.of(text));
        assert_eq!(got, subject, "{text}");
    }
}

#[test]
fn a_noun_phrase_is_not_cut_at_its_conjunction() {
    for (text, expected) in [
        (
            "I have set up a vegetable and fruit garden and now enjoy fresh beans.",
            &[["I", "have set up", "a vegetable and fruit garden"], ["I", "enjoy", "fresh beans"]][..],
        ),
        (
            "It was a long and tiring journey and we slept.",
            &[["It", "was", "a long and tiring journey"], ["we", "slept", ""]],
        ),
        ("Demand grew with better food and the profit it brings to villages.", &[["Demand", "grew", ""]]),
        (
            "The Motor Safety Administration (MSA) is aware of the claims and can confirm an inquiry.",
            &[
                ["The Motor Safety Administration (MSA)", "is", "aware of the claims"],
                ["The Motor Safety Administration (MSA)", "can confirm", "an inquiry"],
            ],
        ),
        (
            "The pattern makes it a crime and that allows us to act.",
            &[["The pattern", "makes", "it a crime"], ["that", "allows", "us to act"]],
        ),
    ] {
        expect(text, expected);
    }
}

#[test]
fn who_is_held_or_is_to_do_something_is_the_subject() {
    for (text, expected) in [
        ("Three accused were held in the port on Monday.", ["Three accused", "were held", ""]),
        ("Farming is booming, driven by demand for food.", ["Farming", "is booming", ""]),
    ] {
        expect(text, &[expected]);
    }
}
