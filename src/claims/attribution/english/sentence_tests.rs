//! What rules and judges make of whole sentences that the tagger reads word by word, on texts written for it.

use crate::claims::attribution::testing;
use crate::claims::attribution::*;

fn read(text: &str) -> Vec<Attribution> {
    testing::read(text, "en")
}

fn parts(text: &str) -> Vec<[String; 3]> {
    testing::parts(text, "en")
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

#[test]
fn a_content_ends_before_the_main_clause() {
    let text = "While Berg has called for deep cuts, the council wants to spend more on schools.";
    assert_eq!(parts(text)[0], ["Berg", "has called for", "deep cuts"]);
    let text = "Ann Berg, who said in January that the bridge was safe, resigned on Monday.";
    assert_eq!(parts(text)[0][2], "that the bridge was safe");
}

#[test]
fn when_and_where_something_was_attacked_is_not_said() {
    let text = "Berg criticised the new timetable in a letter on Friday. Lund called it a \"disgrace\" on Monday.";
    let found = parts(text);
    assert_eq!(found[0][2], "the new timetable", "{found:?}");
    assert_eq!(found[1][2], "it a \"disgrace\"", "{found:?}");
    // What is demanded has its time and place with it.
    let text = "Berg said the new timetable was printed in a letter on Friday.";
    assert!(parts(text)[0][2].ends_with("in a letter on Friday"), "{:?}", parts(text));
}

#[test]
fn a_verb_that_cannot_go_on_with_the_content_has_the_same_speaker() {
    let text = "Ann Berg said she would order a review of all the dams and warned against any haste in the valley.";
    let found = read(text);
    assert_eq!(found.len(), 2, "{found:?}");
    assert!(found.iter().all(|found| found.speaker.as_deref() == Some("Ann Berg")), "{found:?}");
    assert!(found[0].spans[0].of(text).ends_with("all the dams"), "{found:?}");
    // "warned" goes on with "had left".
    let text = "Ann Berg said the miller had left and warned his neighbours.";
    assert_eq!(read(text).len(), 1, "{:?}", read(text));
}

#[test]
fn whom_somebody_told_is_not_what_he_told() {
    let text = "Berg told one of the guards at the gate that \"the dam is about to break.\"";
    assert_eq!(parts(text)[0][2], "that \"the dam is about to break.\"");
}

#[test]
fn inner_attributions_have_their_parent() {
    let text = "Anna Berg told reporters that Paul Lund had told her that the bridge would close in May.";
    let found = read(text);
    assert_eq!(found.len(), 2, "{found:?}");
    assert_eq!((found[0].parent, found[1].parent), (None, Some(0)));
    assert_eq!(found[1].speaker.as_deref(), Some("Paul Lund"));
    assert_eq!(found[1].spans[0].of(text), "that the bridge would close in May");
}

#[test]
fn phrases_that_tell_whose_words_they_are() {
    let text =
        "As an old baker on the corner of Mill Street, Lund never closed before noon, according to flour merchants.";
    let found = parts(text);
    assert!(found.iter().any(|[source, cue, _]| source == "flour merchants" && cue == "according to"), "{found:?}");
    let text = "The river is not bound by plans, as a council memo put it.";
    assert_eq!(parts(text), [["a council memo", "put it", "The river is not bound by plans"]]);
}

#[test]
fn a_transcript_is_read_turn_by_turn() {
    let text = "The interview ran as follows:\n\n\"HART: Will the bridge open in May?\n\n\"BERG: It will, if the steel comes.\n\n\
                \"HART: And if it does not?\n\n\"BERG: Then we wait. The ferry runs.\"";
    let found = parts(text);
    let turns: Vec<(&str, &str)> = found.iter().map(|[source, cue, _]| (source.as_str(), cue.as_str())).collect();
    assert_eq!(turns, [("HART", ":"), ("BERG", ":"), ("HART", ":"), ("BERG", ":")], "{found:?}");
    // A list has labels in capitals as well.
    let text = "Flour\n\nPRICE: 30 cents\n\nSOURCE: the mill\n\nPRICE: 40 cents\n\nSOURCE: the shop";
    assert!(read(text).iter().all(|found| found.cue_span.is_none_or(|cue| cue.of(text) != ":")), "{:?}", read(text));
}

#[test]
fn a_sentence_with_a_cue_of_its_own_has_its_own_speaker() {
    let text = "In 2019, Nora Lund pleaded guilty to \"conspiracy to sell wet flour.\" The complaint says that at the time she \
                ran three mills.";
    let found = read(text);
    let last = found.last().unwrap();
    assert_eq!(last.speaker.as_deref(), Some("complaint"), "{found:?}");
}

#[test]
fn lines_that_point_elsewhere_say_nothing() {
    let text = "Read more: Mayor says the bridge will close\n\nAnna Berg, the mayor, said the bridge would close.\n\n\
                Related: Lund says the dam is safe";
    let found = read(text);
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(found[0].speaker.as_deref(), Some("Anna Berg"));
    let text = "BERLIN (Reuters) - Germany will close its last coal plant, the energy minister said on Monday.";
    assert_eq!(parts(text)[0][2], "Germany will close its last coal plant");
}

#[test]
fn plain_words_behind_what_is_quoted_are_the_articles() {
    let text = "Dockers marching through the rain chanted \"What rain?\" and kept going until two in the morning.";
    let found = parts(text);
    assert_eq!(found[0][2].trim_end_matches('"'), "What rain?", "{found:?}");
}

#[test]
fn a_clause_behind_that_has_its_claimant() {
    let text = "The council looked into Lund's claim that the mill had burned down twice.";
    let found = parts(text);
    assert!(found.iter().any(|[source, cue, _]| source == "Lund's" && cue == "claim"), "{found:?}");
    let text = "Berg has accused the alliance of threatening its coast and has warned of a \"firm\" response to any \"hostile \
                measures.\"";
    let found = parts(text);
    assert_eq!(found.len(), 2, "{found:?}");
    assert_eq!(found[1][1], "has warned of", "{found:?}");
}

#[test]
fn how_somebody_would_answer_is_not_said() {
    assert!(read("If the mill closed, the town would respond similarly.").is_empty());
}

#[test]
fn who_closes_the_sentence_says_it() {
    let text = "Profits at the bakery rose 12 per cent, a report by the auditors found.";
    assert_eq!(parts(text), [["a report by the auditors", "found", "Profits at the bakery rose 12 per cent"]]);
    let text = "Berg denied that she had known of the leak, saying she first heard of it in May.";
    let found = read(text);
    assert_eq!(found.len(), 2, "{found:?}");
    assert!(found.iter().all(|found| found.speaker.as_deref() == Some("Berg")), "{found:?}");
    let text = "Critics say the plan is too costly; supporters argue that it will pay for itself.";
    let found = parts(text);
    assert_eq!(found[0][2], "the plan is too costly", "{found:?}");
    assert_eq!(read(text)[1].parent, None);
}

#[test]
fn what_is_done_or_begun_is_not_said() {
    assert!(read("After a flat passage of play Lund began to impose himself.").is_empty());
    let text = "Asked whether she would resign, Ann Berg said she had not decided.";
    let found = read(text);
    assert_eq!(found.last().and_then(|found| found.speaker.as_deref()), Some("Ann Berg"));
    assert!(found.len() < 2 || found[0].speaker.is_none(), "{found:?}");
}

#[test]
fn who_closes_a_clause_before_a_semicolon_speaks_in_it() {
    let found = parts("The strike was a success, the union claimed; the firm said it was not.");
    let read: Vec<[&str; 2]> = found.iter().map(|found| [found[0].as_str(), found[2].as_str()]).collect();
    assert_eq!(read, [["the union", "The strike was a success"], ["the firm", "it was not"]]);
    let found = parts("The strike went on; the firm said it was over.");
    assert_eq!(found.len(), 1, "{found:?}");
}

#[test]
fn what_opens_with_its_authority_is_a_sentence() {
    let found = parts("According to police, Moult stole 84,000 crowns.");
    assert_eq!(found, [["police", "According to", "Moult stole 84,000 crowns"]]);
    let found = read("According to the prosecutor, Dennis Moult, 58, fled the country.");
    assert_eq!(found[0].speaker.as_deref(), Some("prosecutor"));
}

#[test]
fn a_contracted_have_makes_no_passive() {
    let text = "Mayor Ana Ruiz spoke. She's promised to rebuild the bridge.";
    let found = read(text);
    assert_eq!(found.last().and_then(|found| found.speaker.as_deref()), Some("Ana Ruiz"));
    assert_eq!(parts(text).pop().map(|[_, _, said]| said).as_deref(), Some("to rebuild the bridge"));
}

#[test]
fn when_somebody_vowed_is_not_what_he_vowed() {
    let text = "The town will never forget them, Mayor Ana Ruiz vowed yesterday as bells rang.";
    assert_eq!(parts(text)[0][2], "The town will never forget them");
}

#[test]
fn a_time_of_day_belongs_to_what_is_said() {
    let text = "Ana Ruiz said the soldiers had crossed the border at 5:30 a.m. on Sunday.";
    assert_eq!(parts(text)[0][2], "the soldiers had crossed the border at 5:30 a.m. on Sunday");
}

#[test]
fn when_something_is_within_its_subject_ends_nothing() {
    let text = "Her colleague Bo Lind disagreed, saying one more rise in November was likely.";
    assert_eq!(parts(text)[0][2], "one more rise in November was likely");
}

#[test]
fn a_toll_is_no_claim() {
    for text in ["The storm claimed four lives.", "The fire claimed the lives of two people."] {
        assert!(read(text).is_empty(), "{text}");
    }
}

#[test]
fn both_verbs_behind_a_relative_clause_have_its_subject() {
    let text = "Mateo Ibarra, who will take over as interim head, promised an audit and said it would be public.";
    assert!(read(text).iter().all(|found| found.speaker.as_deref() == Some("Mateo Ibarra")), "{:?}", read(text));
}

#[test]
fn nobody_in_sight_claims_what_is_claimed() {
    let text =
        "\u{201c}We have seen no proof,\u{201d} Ann Vale said.\n\nIt is claimed the money went to a firm in the north.";
    assert!(read(text).iter().skip(1).all(|found| found.speaker.is_none()), "{:?}", read(text));
}

#[test]
fn what_is_put_beside_a_deed_does_not_speak() {
    let text = "LORVA, Sept 17 (MN) - The National Bank of Lorvania raised its rate to 4.75% on Thursday, its fifth rise, and said \
                prices would fall.";
    let found = read(text);
    assert_eq!(found.last().and_then(|found| found.speaker.as_deref()), Some("National Bank of Lorvania"));
}

#[test]
fn an_ambassador_who_is_summoned_is_no_claim() {
    assert!(read("Kastria summoned the Tavian ambassador on Monday after two guards were shot.").is_empty());
}

#[test]
fn who_claims_something_in_the_present_claims_it() {
    let found = parts("The three-term senator claims 6,300 postal votes were lost in the north.");
    assert_eq!(found, [["The three-term senator", "claims", "6,300 postal votes were lost in the north"]]);
    assert!(parts("The insurance claims 40 drivers made were paid in May.").is_empty());
}

#[test]
fn who_loses_a_post_is_no_denial() {
    for text in
        ["The club dismissed manager Pete Rowan on Monday.", "The town has dismissed finance director Mary Cole."]
    {
        assert!(read(text).is_empty(), "{text}");
    }
    for text in ["The minister dismissed Mary Cole's claims.", "The council dismissed Ann Cole as a liar."] {
        assert_eq!(read(text).len(), 1, "{text}");
    }
}

#[test]
fn the_question_of_who_knew_is_nobody() {
    assert!(read("The issue of who knew about the leak was raised on Monday.").is_empty());
}

#[test]
fn what_somebody_knew_ends_before_who_claims_it() {
    let found = parts("Residents knew that the bridge was unsafe, a former inspector claimed yesterday.");
    let inner = found.iter().find(|found| found[0] == "Residents").map(|found| found[2].as_str());
    assert_eq!(inner.map(|text| text.trim_start_matches("that ")), Some("the bridge was unsafe"));
}
