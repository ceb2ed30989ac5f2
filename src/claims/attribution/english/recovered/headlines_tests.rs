//! Headlines, bare plurals behind "according to", views and tails within marks, on texts written for it.

use crate::claims::attribution::testing;
use crate::claims::types::SpeakerType;

fn parts(text: &str) -> Vec<[String; 3]> {
    testing::parts(text, "en")
}

#[test]
fn bare_plurals_speak() {
    for (text, source) in [
        ("Six people died, according to police.", "police"),
        ("The bridge collapsed, according to police.", "police"),
        ("Six people died, according to prosecutors.", "prosecutors"),
        ("The van hit a wall, according to witnesses.", "witnesses"),
        ("According to firefighters, the blaze began in the attic.", "firefighters"),
        ("Rents rose by 4 percent, according to data.", "data"),
        ("She was paid $400, according to records.", "records"),
        ("She was paid $400, according to court documents.", "court documents"),
        ("The suspects, according to police, fled in a white van.", "police"),
        ("Shots were fired at about 3 a.m., according to witnesses, and two men ran off.", "witnesses"),
        ("About 300 people marched, according to organisers; police put the figure at 120.", "organisers"),
        ("The plane was late, according to passengers, who waited nine hours.", "passengers"),
        ("The bridge collapsed on Monday, police said.", "police"),
    ] {
        let found = parts(text);
        assert_eq!(found.first().map(|found| found[0].as_str()), Some(source), "{text} {found:?}");
    }
    let found = testing::read("She was paid $400, according to records.", "en");
    assert_eq!(found[0].speaker_type, Some(SpeakerType::Document));
}

#[test]
fn what_goes_by_a_plan_is_not_said_by_it() {
    for text in [
        "The concert began, according to schedule, at noon.",
        "Everything went according to plan.",
        "Prices vary according to size.",
        "Dress according to taste, please.",
    ] {
        assert!(parts(text).iter().all(|found| found[1] != "according to"), "{text}");
    }
}

#[test]
fn who_stands_at_the_colon_of_a_headline_speaks() {
    for (text, source, content) in [
        ("Mayor: bridge is safe", "Mayor", "bridge is safe"),
        ("Police: three held", "Police", "three held"),
        ("Police: Man stole six bikes, sold them online", "Police", "Man stole six bikes, sold them online"),
        ("Minister: New dam will cost $4bn", "Minister", "New dam will cost $4bn"),
        ("Report: Rents up 4% in a year", "Report", "Rents up 4% in a year"),
        ("Ana Holt: we lost because we were bad", "Ana Holt", "we lost because we were bad"),
        ("Three killed in crash: police", "police", "Three killed in crash"),
        ("No plan to raise tolls: Finance Minister", "Finance Minister", "No plan to raise tolls"),
        ("Nurses to vote on strike - union", "union", "Nurses to vote on strike"),
        ("Bridge is safe, says mayor", "mayor", "Bridge is safe"),
    ] {
        let found = parts(text);
        assert_eq!(found.len(), 1, "{text} {found:?}");
        assert_eq!((found[0][0].as_str(), found[0][2].as_str()), (source, content), "{text}");
    }
}

#[test]
fn labels_and_menus_say_nothing() {
    for text in [
        "Coach: Bo Lund",
        "Editor: This is the last column.",
        "Breaking: Dam is cracked",
        "Opinion: The dam must go",
        "Note: This story was updated.",
        "Video: Police chase stolen van",
        "Police: 555 1234",
        "Home - Police",
        "Sport: Rovers win again",
        "Police: how they work",
    ] {
        assert_eq!(parts(text), Vec::<[String; 3]>::new(), "{text}");
    }
}

#[test]
fn a_view_belongs_to_its_owner() {
    assert_eq!(parts("In Holt's view, the ban was unlawful."), [["Holt's", "view", "the ban was unlawful"]]);
    assert_eq!(
        parts("Contrary to what the ministry says, the bridge is not safe."),
        [["the ministry", "Contrary to what", "the bridge is not safe"]]
    );
    assert_eq!(parts("Contrary to plans, the bridge is not open."), Vec::<[String; 3]>::new());
    assert_eq!(parts("In view of the storm, the ban was lifted."), Vec::<[String; 3]>::new());
}

#[test]
fn one_pair_of_marks_may_hold_who_speaks() {
    for (text, source, content) in [
        ("“I think, said Finch, that the law is wrong.”", "Finch", "I think … that the law is wrong."),
        (
            "“I do not know, Finch said, whether the bridge is safe.”",
            "Finch",
            "I do not know … whether the bridge is safe.",
        ),
    ] {
        let found = parts(text);
        assert_eq!((found[0][0].as_str(), found[0][2].as_str()), (source, content), "{found:?}");
    }
}

#[test]
fn the_noun_of_a_source_is_no_verb() {
    assert_eq!(
        parts("A leaked memo reveals the ministry knew of the cracks.")[0],
        ["A leaked memo", "reveals", "the ministry knew of the cracks"]
    );
    assert_eq!(parts("The agency warned Thursday of famine in the north.")[0][2], "of famine in the north");
}

#[test]
fn why_somebody_has_no_name_is_no_verb_of_speech() {
    let found = parts("“It's the worst I've seen,” one diver, who asked not to be named, said.");
    assert_eq!(found, [["one diver", "said", "It's the worst I've seen"]]);
}

#[test]
fn a_dateline_is_not_said() {
    let text = "CALLOW, March 13 (Ledger) - The bridge will open in May, Mayor Ana Finch said.";
    assert_eq!(parts(text)[0][2], "The bridge will open in May");
}

#[test]
fn who_speaks_of_himself_behind_a_colon_stands_before_it() {
    let text = "Kern: I was framed\n\nThe trial goes on.";
    assert_eq!(parts(text), [["Kern", ":", "I was framed"]]);
    assert_eq!(parts("Sport: results\n\nThe league goes on."), Vec::<[String; 3]>::new());
}
