//! Who speaks where the tagger sees the words of somebody else, on texts written for it.

use crate::claims::attribution::testing::{contents, of};
use crate::claims::attribution::*;
use crate::claims::types::{Act, SpeakerType};
use crate::claims::{ClaimOptions, extract_claims};

fn read(text: &str) -> Vec<Attribution> {
    testing::read(text, "en")
}

/// Speaker, cue and contents of each attribution.
fn said(text: &str) -> Vec<[String; 3]> {
    let speaker = |found: &Attribution| found.speaker.clone().unwrap_or_default();
    read(text).iter().map(|found| [speaker(found), of(text, found.cue_span), contents(text, found)]).collect()
}

/// The words of each claim.
fn claimed(text: &str) -> Vec<String> {
    let options = ClaimOptions { language: Some("en"), ..ClaimOptions::default() };
    let claims = extract_claims(text, &read(text), &options, &Context::default()).unwrap();
    claims.iter().map(|claim| claim.spans[0].of(text).to_owned()).collect()
}

#[test]
fn a_clause_behind_a_semicolon_has_its_own_speaker() {
    assert_eq!(
        said("The ferry was overloaded, the crew says; the owner denies it."),
        [["crew", "says", "The ferry was overloaded"], ["owner", "denies", "it"]]
    );
    assert_eq!(
        said("The crew says the ferry was overloaded; the owner says it was not; the police say nothing."),
        [["crew", "says", "the ferry was overloaded"], ["owner", "says", "it was not"]]
    );
}

#[test]
fn a_speaker_behind_a_semicolon_ends_what_the_one_before_says() {
    let found = said("Lund says the union is lying; Berg says the opposite.");
    assert_eq!(found[0], ["Lund", "says", "the union is lying"]);
    assert_eq!(found[1], ["Berg", "says", "the opposite"]);
}

#[test]
fn according_to_a_report_somebody_else_has_warned() {
    let text = "According to an internal report seen by the Courier, engineers had warned the board twice about the dam. \
                The report found that repairs would take a year.";
    let found = said(text);
    assert!(found.iter().all(|[speaker, ..]| !speaker.contains(", engineers")), "{found:?}");
    assert!(found[0][2].starts_with("engineers had warned"), "{found:?}");
}

#[test]
fn a_clause_behind_a_semicolon_without_a_speaker_is_said_by_the_one_before() {
    let found = said("Ann Berg said the bridge was closed; two lanes would open in May.");
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0][2].ends_with("in May"), "{found:?}");
}

#[test]
fn whoever_is_told_by_a_relation_is_not_the_one_he_relates_to() {
    for text in [
        "A former aide to finance minister Paul Lund said the bank was empty.",
        "A lawyer representing Anna Berg said the bank was empty.",
        "The brother of President Anna Berg said the bank was empty.",
    ] {
        let found = read(text);
        assert_eq!(found.len(), 1, "{found:?}");
        let speaker = found[0].speaker.as_deref().unwrap_or_default();
        assert!(!matches!(speaker, "Paul Lund" | "Anna Berg"), "{text}: {speaker}");
    }
    let found = read("The ambassador to Norway Anna Berg said the bank was empty.");
    assert_eq!(found[0].speaker.as_deref(), Some("Anna Berg"));
}

#[test]
fn who_asks_not_to_be_named_says_what_follows() {
    assert_eq!(
        said("Four officials who asked not to be named said the bridge had been closed for weeks."),
        [["Four officials", "said", "the bridge had been closed for weeks"]]
    );
}

#[test]
fn the_agent_of_a_passive_speaks() {
    assert_eq!(
        said("It was claimed by Lund that the gate was open."),
        [["Lund", "was claimed", "that the gate was open"]]
    );
    let found = read("Berg was told by Lund that the gate was open.");
    assert_eq!((found[0].speaker.as_deref(), found[0].via.as_deref()), (Some("Lund"), None));
}

#[test]
fn two_names_before_one_verb_both_speak() {
    let found = read("Berg and Lund said they had not seen the letter.");
    assert_eq!(found.len(), 1, "{found:?}");
    let speaker = found[0].speaker.as_deref().unwrap_or_default();
    assert!(speaker.contains("Berg") && speaker.contains("Lund"), "{speaker}");
}

#[test]
fn what_a_report_is_cited_for_is_said_by_who_cites_it() {
    let found = said("Reuters reported, citing a fire report, that the alarm had been off.");
    assert_eq!(found, [["Reuters", "reported", "that the alarm had been off"]]);
}

#[test]
fn a_quotation_ends_at_its_closing_mark() {
    let text = "Berg said “no” and left.";
    assert_eq!((said(text), claimed(text)), (vec![["Berg", "said", "no"].map(String::from)], vec!["no".to_owned()]));
    assert_eq!(read("Berg, the union chief, said the gate was open.")[0].speaker_type, Some(SpeakerType::Person));
}

#[test]
fn what_nobody_is_said_to_have_said_is_no_claim() {
    for text in [
        "Berg never said that the gate was open.",
        "It is unclear whether Berg said that the gate was open.",
        "Had Berg said the gate was open?",
    ] {
        assert!(claimed(text).is_empty(), "{text}: {:?}", claimed(text));
    }
    assert_eq!(claimed("Berg said that the gate was open."), ["the gate was open"]);
}

#[test]
fn a_condition_stays_with_what_it_is_a_condition_of() {
    let found = claimed("If Lund says the letter exists, he must go, Berg said.");
    assert!(found[0].starts_with("If Lund"), "{found:?}");
    let found = said("There is no doubt that the gate was open, Berg believes.");
    assert_eq!(found, [["Berg", "believes", "There is no doubt that the gate was open"]]);
}

#[test]
fn who_is_accused_denies_it() {
    let found = read("Ann Berg said Paul Lund had lied. He denied it.");
    assert_eq!(found.last().and_then(|last| last.speaker.as_deref()), Some("Paul Lund"), "{found:?}");
    let found = read("Paul Lund said the gate was open. Later he denied it.");
    assert_eq!(found.last().and_then(|last| last.speaker.as_deref()), Some("Paul Lund"), "{found:?}");
    let found = read("Paul Lund said that Jon Berg had lied. He denied it.");
    assert_eq!(found.last().and_then(|last| last.speaker.as_deref()), Some("Jon Berg"), "{found:?}");
}

#[test]
fn who_admits_one_thing_denies_another() {
    let found = said("Berg admitted the letter existed but denied reading it.");
    assert_eq!(found, [["Berg", "admitted", "the letter existed"], ["Berg", "denied", "reading it"]]);
}

#[test]
fn questions_state_nothing() {
    let options = ClaimOptions { language: Some("en"), narrator: true, ..ClaimOptions::default() };
    let narrated = |text: &str| extract_claims(text, &[], &options, &Context::default()).unwrap().len();
    assert_eq!(narrated("Why was the old ferry allowed to sail again?"), 0);
    assert_eq!(narrated("The old ferry was allowed to sail again."), 1);
}

#[test]
fn a_clause_that_depends_has_its_own_speaker() {
    let found = said("Shares in Norvik fell 4% after Duval said the plant would close.");
    assert_eq!(found, [["Duval", "said", "the plant would close"]]);
}

#[test]
fn nobody_is_named_who_understands() {
    for text in ["It is understood that the board will meet.", "It is understood the board will meet."] {
        let found = said(text);
        assert_eq!([&found[0][0], &found[0][1]], ["", "is understood"], "{found:?}");
        assert!(found[0][2].ends_with("the board will meet") && !found[0][2].starts_with("It"), "{found:?}");
    }
}

#[test]
fn who_is_charged_with_something_is_accused() {
    assert_eq!(read("Prosecutors charged Holm with bribing two officials.")[0].act, Act::Accuse);
}

#[test]
fn who_is_named_between_dashes_does_not_speak_behind_them() {
    let text = "The report by the Norvik Institute for Applied Fire Research (NI) - which was hired by the city to study \
                evidence from the blaze that killed the crane driver Ivan Abel - found that the alarm had failed.";
    let found = said(text);
    assert!(found.iter().any(|found| found[1] == "found" && found[0].starts_with("report by the Norvik")), "{found:?}");
}

#[test]
fn what_is_wanted_ends_where_a_dash_opens_another_clause() {
    let found = said("The council wants to double its income by 2040 \u{2014} and the port could play a role.");
    assert_eq!(found, [["council", "wants", "to double its income by 2040"]]);
}

#[test]
fn the_kind_of_outlet_stands_before_its_name() {
    for (text, via) in [
        ("Karel Vondra told the Czech daily Lidovky that the talks were over.", "Lidovky"),
        ("Speaking to CNN, Karel Vondra said the talks were over.", "CNN"),
        ("Karel Vondra was quoted by state news agency Tarna as saying the talks were over.", "Tarna"),
    ] {
        let found = read(text);
        assert_eq!(found[0].via.as_deref(), Some(via), "{text}");
    }
    assert_eq!(read("As reported by the Daily Herald, the plant will close.")[0].via, None);
}

#[test]
fn what_is_denied_to_be_belongs_to_it() {
    assert_eq!(said("Mayor denies bridge is unsafe")[0][2], "bridge is unsafe");
}

#[test]
fn a_clause_that_depends_is_said_with_its_main_one() {
    let text = "Holt said that while he respected the verdict, he would appeal.";
    assert!(said(text)[0][2].ends_with("he would appeal"), "{:?}", said(text));
}

#[test]
fn a_relative_behind_the_verb_speaks() {
    assert_eq!(read("\u{201c}He is a hero,\u{201d} said his wife, Ana.")[0].speaker.as_deref(), Some("Ana"));
}

#[test]
fn two_phrases_before_a_verb_speak_together() {
    for (text, who) in [
        ("The mayor and the fire chief said that the pool was shut.", "The mayor and the fire chief"),
        ("Two doctors and a nurse said that the pool was shut.", "Two doctors and a nurse"),
        ("The mayor met Solheim and Westin said that the pool was shut.", "Westin"),
        ("The ship sank and the coast guard said that nobody was hurt.", "the coast guard"),
    ] {
        assert_eq!(testing::parts(text, "en")[0][0], who, "{text}");
    }
    let text = "According to Solheim and Westin, the fire spread in minutes.";
    assert_eq!(said(text)[0][0], "Solheim and Westin");
}

#[test]
fn who_is_described_speaks_in_the_verb_of_the_sentence() {
    for (text, who, what) in [
        (
            "The head of the union that called the strike said talks had failed.",
            "head of the union",
            "talks had failed",
        ),
        ("The owner of the house where the fire started said he was away.", "owner of the house", "he was away"),
    ] {
        let found = said(text);
        assert!(found.iter().any(|found| found[0] == who && found[2] == what), "{text} {found:?}");
    }
    assert_eq!(said("\u{201c}The plan is sound,\u{201d} her spokesman hit back.")[0][1], "hit back");
}

#[test]
fn a_name_of_the_next_sentence_does_not_speak() {
    let text = "\u{201c}The minister,\u{201d} said Lang, \u{201c}is a liar.\u{201d} Marchetti laughed.";
    assert_eq!(said(text)[0][0], "Lang");
}
