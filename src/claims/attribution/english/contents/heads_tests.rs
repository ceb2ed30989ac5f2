//! Clauses that open a sentence, what is judged, and what reports nothing, on texts written for it.

use crate::claims::attribution::testing::parts;

/// Source and content of each attribution.
fn said(text: &str) -> Vec<(String, String)> {
    parts(text, "en").into_iter().map(|[source, _, content]| (source, content)).collect()
}

#[test]
fn what_is_denied_before_the_main_clause_is_denied_by_its_subject() {
    for (text, content) in [
        ("Denying that the dam was unsafe, Ana Ruiz called it a day.", "that the dam was unsafe"),
        ("Rejecting claims by the union that the dam was unsafe, Ana Ruiz left the room.", "that the dam was unsafe"),
    ] {
        let found = said(text);
        assert_eq!(found.first(), Some(&("Ana Ruiz".to_owned(), content.to_owned())), "{text} {found:?}");
    }
}

#[test]
fn whose_claim_it_is_stands_behind_by() {
    for opening in ["Contrary to", "Despite"] {
        let text = format!("{opening} claims by the ministry that the dam is safe, it leaks.");
        assert_eq!(said(&text), [("the ministry".to_owned(), "that the dam is safe".to_owned())], "{text}");
    }
}

#[test]
fn a_claim_ends_before_what_is_thought_of_it() {
    let found = said("The union's claim that jobs will go is untrue, the company said.");
    assert!(found.contains(&("The union's".to_owned(), "that jobs will go".to_owned())), "{found:?}");
    assert!(
        found.contains(&("the company".to_owned(), "The union's claim that jobs will go is untrue".to_owned())),
        "{found:?}"
    );
}

#[test]
fn nobody_reports_what_is_called_untrue() {
    let found = said("Reports that the queen is ill are untrue, the palace said.");
    assert_eq!(found, [("the palace".to_owned(), "Reports that the queen is ill are untrue".to_owned())]);
}

#[test]
fn blows_are_words_where_thoughts_are_hit() {
    for text in [
        "Ferry Marlin hit rocks off Callow Point",
        "Rain lashed the coast on Friday.",
        "Rebels attacked the village on Monday.",
    ] {
        assert!(said(text).is_empty(), "{text} {:?}", said(text));
    }
    assert_eq!(said("Critics attacked the decision."), [("Critics".to_owned(), "the decision".to_owned())]);
    assert_eq!(said("Bell hit out at Ruiz over the plan."), [("Bell".to_owned(), "Ruiz over the plan".to_owned())]);
}

#[test]
fn a_description_is_no_report() {
    for text in [
        "Lume, named for the light of the valley, opens in May.",
        "Some cars have timing chains that can last for years.",
        "A flat passage of play saw him fall behind.",
        "Tom Bell pleaded not guilty to the charges.",
        "The bridge looked stunning in the sun.",
        "The ferry left the port on Monday with forty people on board.\n\nVIDEO SHOWS SUSPECT ACCUSED OF STEALING A FERRY\n\nIt \
         came back in the evening.",
    ] {
        assert!(said(text).is_empty(), "{text} {:?}", said(text));
    }
}

#[test]
fn words_without_marks_end_with_their_sentence() {
    let found = said("Tom Cole says the dam is safe. Dora Finch disagrees.");
    assert_eq!(found.first().map(|(_, content)| content.as_str()), Some("the dam is safe"), "{found:?}");
}

#[test]
fn the_clause_between_commas_speaks_of_somebody_else() {
    for (text, source) in [
        ("The company, whose director Ana Pell resigned last week, said it would appeal.", "The company"),
        ("The club, where Ana Pell once played, said it would appeal.", "The club"),
        ("The party, whose leader Tom Bell quit on Monday, denied that it was broke.", "The party"),
        ("The police, who arrested Tom Bell on Monday, said he was armed.", "The police"),
    ] {
        let found = said(text);
        assert_eq!(found.first().map(|(source, _)| source.as_str()), Some(source), "{text} {found:?}");
    }
}

#[test]
fn what_was_asked_before_a_quotation_is_no_part_of_it() {
    for (text, speaker, question, answer) in [
        (
            "Asked how much was paid, \"We paid 18,000,\" Ana Ruiz told the station.",
            "Ana Ruiz",
            "how much was paid",
            "We paid 18,000",
        ),
        (
            "When reporters asked what she had paid, \"About 18,000, I think,\" said Ruiz.",
            "Ruiz",
            "",
            "About 18,000, I think",
        ),
    ] {
        let found = said(text);
        let last = found.last().map(|(source, content)| (source.as_str(), content.trim_end_matches(',')));
        assert_eq!(last, Some((speaker, answer)), "{text} {found:?}");
        assert!(question.is_empty() || found.iter().any(|(_, content)| content == question), "{text} {found:?}");
    }
}

#[test]
fn what_is_said_in_a_clause_ends_before_the_main_one() {
    let found = said("However, when party leader Tom Bell said the dam was unsafe, the minister left the room.");
    assert!(found.iter().any(|(_, content)| content == "the dam was unsafe"), "{found:?}");
}

#[test]
fn whom_somebody_asks_is_no_part_of_the_question() {
    let found = said("Tom Bell had pressed the minister about whether the dam was safe.");
    assert_eq!(found, [("Tom Bell".to_owned(), "whether the dam was safe".to_owned())]);
}

#[test]
fn the_verb_behind_a_relative_clause_belongs_to_what_is_said() {
    let found = said(
        "A 2014 study found that 80% of the 212 patients, who all had surgery, bought smaller shoes a year later.",
    );
    let content = "that 80% of the 212 patients, who all had surgery, bought smaller shoes a year later";
    assert_eq!(found, [("A 2014 study".to_owned(), content.to_owned())]);
}

#[test]
fn whom_it_was_told_is_no_part_of_it() {
    let found = said("Ambassador Ana Ruiz told Rest of World a few tech companies have already left the town.");
    assert_eq!(
        found,
        [("Ambassador Ana Ruiz".to_owned(), "a few tech companies have already left the town".to_owned())]
    );
}

#[test]
fn the_verb_of_a_claim_is_no_part_of_it() {
    assert_eq!(parts("The claim that the dam had failed led to panic.", "en")[0][2], "that the dam had failed");
}

#[test]
fn what_a_word_is_for_and_when_somebody_lashes_out_is_not_said() {
    for text in [
        "The term is used to describe tools that can do many tasks.",
        "President Holt has lashed out after a divided court upheld the law.",
    ] {
        assert!(parts(text, "en").is_empty(), "{text} {:?}", parts(text, "en"));
    }
    let text =
        "Officials described the launch as having \u{201c}ended without a fire.\u{201d} Those involved want a new one.";
    assert_eq!(parts(text, "en")[0][2], "the launch as having \u{201c}ended without a fire.\u{201d}");
    assert_eq!(parts("The lawsuit even alleges that Moore used his power to stop her.", "en")[0][0], "The lawsuit");
}
