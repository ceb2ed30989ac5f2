//! Where contents begin and end, and who else speaks in them, on texts written for it.

use crate::claims::attribution::testing;
use crate::claims::attribution::*;

fn read(text: &str) -> Vec<Attribution> {
    testing::read(text, "en")
}

fn parts(text: &str) -> Vec<[String; 3]> {
    testing::parts(text, "en")
}

/// The contents alone.
fn contents(text: &str) -> Vec<String> {
    parts(text).into_iter().map(|[_, _, content]| content).collect()
}

#[test]
fn what_a_passive_says_it_says_of_its_subject() {
    for (text, content) in [
        ("The ferry is expected to stop in March.", "The ferry … to stop in March"),
        ("About one in nine ferries is expected to stop in March.", "About one in nine ferries … to stop in March"),
        (
            "Peacekeepers have been blamed for bringing the fever to the island.",
            "Peacekeepers … bringing the fever to the island",
        ),
    ] {
        let found = parts(text);
        assert_eq!(found.len(), 1, "{found:?}");
        assert_eq!((found[0][0].as_str(), found[0][2].as_str()), ("", content));
    }
}

#[test]
fn a_clause_has_its_own_subject_and_who_is_asked_is_spoken_to() {
    assert_eq!(contents("It was alleged that the ferry had stopped."), ["that the ferry had stopped"]);
    assert_eq!(contents("The mayor was asked about the ferry."), ["the ferry"]);
}

#[test]
fn whom_a_passive_behind_with_speaks_of_is_no_speaker() {
    let found = parts("The works are expected to go on until May, with both towns expected to join them.");
    assert!(found.iter().all(|[source, _, _]| source.is_empty()), "{found:?}");
    assert_eq!(found.last().map(|found| found[2].as_str()), Some("both towns … to join them"), "{found:?}");
}

#[test]
fn a_second_speaker_ends_what_the_first_one_says() {
    for (text, first, second) in [
        (
            "The ministry said the dam was safe, but the engineers said it was leaking.",
            ["The ministry", "said", "the dam was safe"],
            ["the engineers", "said", "it was leaking"],
        ),
        (
            "The ministry said the dam was safe, although the engineers warned that it was leaking.",
            ["The ministry", "said", "the dam was safe"],
            ["the engineers", "warned", "that it was leaking"],
        ),
        (
            "The army said 300 tonnes were lost, but the works put the figure at 900 tonnes.",
            ["The army", "said", "300 tonnes were lost"],
            ["the works", "put", "the figure at 900 tonnes"],
        ),
    ] {
        assert_eq!(parts(text), [first, second]);
    }
}

#[test]
fn a_pronoun_that_thinks_goes_on_with_what_is_said() {
    let found =
        parts("Lund says she hopes to be elected mayor, but she knows that \"the harbour will always come first.\"");
    assert!(found[0][2].starts_with("she hopes") && found[0][2].contains("always come first"), "{found:?}");
}

#[test]
fn who_puts_a_figure_reports_it() {
    assert_eq!(parts("The charity put the toll at 40."), [["The charity", "put", "the toll at 40"]]);
    assert_eq!(parts("The union puts it at nearly $9 million."), [["The union", "puts", "it at nearly $9 million"]]);
    for text in ["The ship was put at risk by the storm.", "The crew put the boat at anchor.", "She put him at 5."] {
        assert!(parts(text).iter().all(|found| found[1] != "put"), "{text}");
    }
}

#[test]
fn the_article_goes_on_behind_what_somebody_wants() {
    for (text, content) in [
        ("The ministry wants to sign up 5,000 divers, focusing on the young.", "to sign up 5,000 divers"),
        ("The ministry did not want to close the dam, but was forced to by the flood.", "to close the dam"),
        ("He called for a lower toll, although it is unclear how the bridge would be paid for.", "a lower toll"),
    ] {
        assert_eq!(contents(text).first().map(String::as_str), Some(content), "{text}");
    }
}

#[test]
fn a_cue_that_closes_the_sentence_closes_all_of_its_clause() {
    let text = "A man pleaded guilty to charges he set fire to three boats, the harbour office announced Monday.";
    let found = parts(text);
    let office = found.iter().find(|found| found[1] == "announced").expect("the cue");
    assert_eq!(office[2], "A man pleaded guilty to charges he set fire to three boats");
}

#[test]
fn who_opens_the_sentence_has_said_it() {
    let text = "Moe said she felt the bill was worth reading because \"nobody knows what is in it.\" Few had read it.";
    let found = parts(text);
    assert!(found[0][0] == "Moe" && found[0][2].starts_with("she felt the bill"), "{found:?}");
}

#[test]
fn a_parenthesis_may_stand_within_the_verb() {
    assert_eq!(
        contents("The government will not, Vik insisted, raise fees."),
        ["The government will not … raise fees"]
    );
}

#[test]
fn paragraphs_that_open_with_marks_are_one_quotation() {
    let text = "“We will rebuild the bridge. It will take a year.\n\n\
                “And we will pay for it ourselves,” Mayor Anna Berg said.";
    let found = read(text);
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(found[0].speaker.as_deref(), Some("Anna Berg"));
    assert_eq!(found[0].spans[0].of(text), "We will rebuild the bridge. It will take a year.");
    // A quotation that is closed stands by itself.
    let text = "“We will rebuild the bridge. It will take a year.”\n\n“We will pay for it,” Mayor Anna Berg said.";
    assert_eq!(read(text).len(), 2);
}

#[test]
fn who_answers_a_demand_says_two_things() {
    let text =
        "Lund stressed that the port would stay open to all ships, rejecting a demand by the union that it be closed.";
    let found = parts(text);
    assert_eq!(found[0], ["Lund", "stressed", "that the port would stay open to all ships"]);
    assert_eq!(found[1][1], "rejecting");
}

#[test]
fn a_clause_without_its_object_and_one_that_describes_an_object_report_nothing() {
    for text in [
        "The port opened, which is something the union has refused to agree to.",
        "The board can invite any town that can contribute to the harbour.",
    ] {
        assert!(parts(text).iter().all(|found| !found[2].starts_with("to agree") && !found[2].starts_with("that can")));
    }
    let text = "The demands that the owners are talking about are essentially an end to the strikes in the port.";
    assert!(parts(text).iter().all(|found| !found[2].starts_with("are ")), "{:?}", parts(text));
}

#[test]
fn a_sign_stays_with_its_number() {
    for (text, said) in [
        ("The rate rose to 4.5%, the bank said.", "The rate rose to 4.5%"),
        ("The rate rose to 4.5 %, the bank said.", "The rate rose to 4.5 %"),
        ("The fund lost 30€, the bank said.", "The fund lost 30€"),
    ] {
        assert_eq!(parts(text)[0][2], said);
    }
}

#[test]
fn who_asks_not_to_be_named_is_the_source_of_the_next_verb() {
    let found = parts("“The mill will close,” a manager who asked not to be named said.");
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!((found[0][0].as_str(), found[0][1].as_str()), ("a manager", "said"));
}

#[test]
fn a_study_of_many_is_the_source_of_the_sentence() {
    let found = parts("Damp rooms double the risk of asthma, according to a study of 90,000 children in Kent.");
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(found[0][0], "a study of 90,000 children in Kent");
    assert_eq!(found[0][2], "Damp rooms double the risk of asthma");
}

#[test]
fn what_is_counted_stands_before_its_tail() {
    let text = "At least 23 people were killed and more than 100 injured, the health ministry said, revising an earlier figure of 19.";
    let found = parts(text);
    assert_eq!(found[0][2], "At least 23 people were killed and more than 100 injured", "{found:?}");
    let found = parts("The harbour office said Friday it had not been told of the strike.");
    assert_eq!(found[0][2], "it had not been told of the strike");
    let found = parts("Prices fell as much as 3 percent after Wirehouse reported that the cartel would raise output.");
    assert_eq!(found[0][0], "Wirehouse", "{found:?}");
}

#[test]
fn what_is_added_leaves_what_was_said_first() {
    let text = "An inquiry will report by the end of June, he told local radio, adding: \u{201c}I owe that to the families.\u{201d}";
    let found = parts(text);
    let contents: Vec<&str> = found.iter().map(|found| found[2].as_str()).collect();
    assert_eq!(contents, ["An inquiry will report by the end of June", "I owe that to the families."], "{found:?}");
}

#[test]
fn what_the_writer_adds_is_not_said() {
    for text in [
        "Lund said that the port would close, although she has refused to name a day.",
        "Lund told the crew that the port would close, effectively ending the strike.",
    ] {
        assert_eq!(parts(text)[0][2], "that the port would close", "{text}");
    }
    let text = "Lund has shown that she knows how. On the quay of Orlen few believe her promises any more.";
    assert_eq!(parts(text)[0][2], "that she knows how");
}

#[test]
fn when_a_deed_was_done_is_told_with_it() {
    for (text, content) in [
        (
            "Westin accused Brennick of hiding the results of a test in March.",
            "Brennick of hiding the results of a test in March",
        ),
        ("Addington denied dumping acid in March.", "dumping acid in March"),
        // A day may be that of the accusation.
        ("Westin accused Brennick of fraud on Monday.", "Brennick of fraud"),
        ("Addington denied dumping acid on Monday.", "dumping acid"),
        (
            "Solheim said the blaze started in a storage tank shortly before 4 a.m.",
            "the blaze started in a storage tank shortly before 4 a.m.",
        ),
        (
            "Solheim said the blaze started in a storage tank at 4 a.m. on Monday.",
            "the blaze started in a storage tank at 4 a.m. on Monday",
        ),
    ] {
        assert_eq!(contents(text), [content], "{text}");
    }
}

#[test]
fn what_describes_an_authority_is_not_what_it_says() {
    let text = "The firm will close, according to the Evening Post, which cited two sources.";
    assert_eq!(contents(text), ["The firm will close"]);
}
