//! What rules and judges make of whole sentences that the tagger reads word by word, on texts written for it.

use super::*;

fn read(text: &str) -> Vec<Attribution> {
    extract_attributions(text, Some("en"), &Context::default()).unwrap()
}

/// Source, cue and contents of each attribution.
fn parts(text: &str) -> Vec<[String; 3]> {
    let of = |span: Option<crate::Span>| span.map_or(String::new(), |span| span.of(text).to_owned());
    let contents = |found: &Attribution| found.spans.iter().map(|span| span.of(text)).collect::<Vec<_>>().join(" … ");
    read(text).iter().map(|found| [of(found.source_span), of(found.cue_span), contents(found)]).collect()
}

#[test]
fn a_cue_that_closes_the_sentence_reports_what_stands_before() {
    let text = "The ferry will stop running in March, the harbour office announced Monday.";
    assert_eq!(parts(text), [["the harbour office", "announced", "The ferry will stop running in March"]]);
    let text = "All tickets will be refunded, said the theatre's recently named director Ann Berg.";
    let found = read(text);
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(found[0].speaker.as_deref(), Some("Ann Berg"));
    assert_eq!(found[0].spans[0].of(text), "All tickets will be refunded");
}

#[test]
fn a_quotation_goes_on_behind_the_cue_that_closes_a_sentence() {
    let text = "It is important to \"ask twice\" about the bedding, Lund said. \"That way they may find the cause.\"";
    let found = read(text);
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].spans[0].of(text).starts_with("It is important"), "{found:?}");
    assert!(found[0].spans[1].of(text).starts_with("That way"), "{found:?}");
}

#[test]
fn a_clause_goes_on_to_its_verb() {
    let text = "The survey found that 80% of the bakers, who had all been asked twice, bought less flour.";
    let found = read(text);
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].spans[0].of(text).ends_with("bought less flour"), "{found:?}");
}

#[test]
fn a_participle_behind_a_comma_is_a_cue_of_the_same_speaker() {
    let text = "Anna Lund said that the dam would hold for now, later warning that the lower town could be flooded.";
    let found = read(text);
    assert_eq!(found.len(), 2, "{found:?}");
    assert!(found.iter().all(|found| found.speaker.as_deref() == Some("Anna Lund")), "{found:?}");
}

#[test]
fn the_main_clause_reports_behind_the_clause_before_it() {
    let text = "As talks between the dockers and the port concluded on Wednesday, 12 January, Ann Berg, the head of the \
                union has warned of \"a real risk for a new strike this spring.\"";
    let found = read(text);
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(found[0].speaker.as_deref(), Some("Ann Berg"));
}

#[test]
fn what_is_due_nobody_has_said() {
    assert!(read("The town must also pledge not to expand further.").is_empty());
    assert_eq!(read("The town pledged not to expand further.").len(), 1);
}

#[test]
fn a_signed_post_keeps_its_lines() {
    let text = "The mayor answered on Monday.\n\nSharing my letter on the bridge.\nWe must mend it.\nWho are we?\n\n\
                — Ann Berg (@annberg) May 3, 2019\n\nThe town was quiet.";
    let found = read(text);
    assert_eq!(found.len(), 1, "{found:?}");
    let words: String = found[0].spans.iter().map(|span| span.of(text)).collect();
    assert!(words.starts_with("Sharing") && words.ends_with("Who are we?"), "{words}");
}

#[test]
fn a_verb_that_a_machine_chose_still_closes_a_sentence() {
    let text = "The fine to the works can reach the 8 million, she remembered.";
    assert_eq!(parts(text), [["she", "remembered", "The fine to the works can reach the 8 million"]]);
}
