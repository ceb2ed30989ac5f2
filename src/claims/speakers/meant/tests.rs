//! Who is meant where the text says it elsewhere: roles, trades, bodies, pairs, numbers of people, in English and German.

use crate::Context;
use crate::claims::extract_attributions;

/// Checks who says the words that hold each of the given pieces; of nested attributions the innermost counts.
fn check(language: &str, text: &str, expected: &[(&str, &str)]) {
    let found = extract_attributions(text, Some(language), &Context::default()).expect("small enough");
    for (piece, speaker) in expected {
        let holds = |span: &crate::Span| span.of(text).contains(piece);
        let length =
            |at: &&crate::claims::Attribution| at.spans.iter().map(|span| span.end - span.start).sum::<usize>();
        let said = found.iter().filter(|said| said.spans.iter().any(holds)).min_by_key(length);
        let said = said.unwrap_or_else(|| panic!("nobody says {piece:?}"));
        assert_eq!(said.speaker.as_deref(), Some(*speaker), "{piece:?}");
    }
}

#[test]
fn nobody_is_named_in_his_own_words_by_his_name() {
    check(
        "en",
        "Deputy mayor Colin Reyes praised the patience of Dana Whitlow. Whitlow smiled.\n\nHe argued that Whitlow had been \
         too generous.",
        &[("too generous", "Colin Reyes")],
    );
}

#[test]
fn roles_stand_beside_names_or_behind_verbs() {
    check(
        "en",
        "The mayor of Brixton, Leo Hart, and the police chief, Nora Webb, spoke on Monday.\n\nThe mayor said crime was \
         falling. The police chief said it was not.",
        &[("crime was falling", "Leo Hart"), ("it was not", "Nora Webb")],
    );
    check(
        "en",
        "Abraham Vance resigned as sheriff. Governor Lena Ortiz thanked Vance.\n\nThe sheriff said that he was tired.",
        &[("was tired", "Abraham Vance")],
    );
    check(
        "en",
        "Lt. Gov. Marta Ruiz said the road would open. Gov. Dan Pike said it would not.\n\nThe lieutenant governor replied \
         that the snow was melting.",
        &[("snow was melting", "Marta Ruiz")],
    );
}

#[test]
fn whom_police_arrest_is_the_suspect() {
    check(
        "en",
        "Police arrested Ivan Petrenko, 34, on Friday. Detective Rosa Lind said he had confessed.\n\nThe suspect told the \
         court on Monday that he was innocent.",
        &[("had confessed", "Rosa Lind"), ("was innocent", "Ivan Petrenko")],
    );
}

#[test]
fn another_trade_is_another_person() {
    check(
        "en",
        "Pop star Lila Ray cancelled her tour on Sunday. Her manager Rob Tate said she would be back.\n\nThe singer said \
         that she needed rest.",
        &[("be back", "Rob Tate"), ("needed rest", "Lila Ray")],
    );
}

#[test]
fn ages_are_descriptions() {
    check(
        "en",
        "Joao Pinto, 28, scored twice on Saturday against goalkeeper Marek Svoboda.\n\n\"It was luck,\" said the 28-year-old.",
        &[("was luck", "Joao Pinto")],
    );
}

#[test]
fn her_coach_is_the_one_named_as_hers() {
    check(
        "en",
        "Elif Aydin won the race and hugged her coach, Bo Lindqvist.\n\nHer coach said that she had trained for ten years.",
        &[("ten years", "Bo Lindqvist")],
    );
}

#[test]
fn bodies_are_told_apart_by_kind() {
    check(
        "en",
        "Nordholm Foods will close its plant in Tarrow, the union Unite North was told on Tuesday.\n\nThe company said that \
         demand had fallen. The union called the decision shameful.",
        &[("demand had fallen", "Nordholm Foods"), ("shameful", "Unite North")],
    );
    check(
        "en",
        "The Harbour Workers Alliance walked out on Monday. The port authority said the strike was illegal.",
        &[("illegal", "port authority")],
    );
    check(
        "en",
        "Kestrel Energy closed its mine on Monday. The company said it had stopped the leak.",
        &[("the leak", "Kestrel Energy")],
    );
}

#[test]
fn a_group_is_named_in_the_next_sentence() {
    check(
        "en",
        "Rents have doubled since May, according to a group of tenants. The group, Tenants Rising, wrote to the mayor.",
        &[("have doubled", "Tenants Rising")],
    );
}

#[test]
fn two_speak_together() {
    check(
        "en",
        "Ingrid Sand and Peter Falk wrote to staff on Monday.\n\n\"These are hard times,\" they wrote.",
        &[("hard times", "Ingrid Sand and Peter Falk")],
    );
    check(
        "en",
        "Home secretary Alan Frost said he was tired, and transport secretary Mia Holm said she was bored.\n\nBoth said they \
         would stay in parliament.",
        &[("stay in parliament", "Alan Frost and Mia Holm")],
    );
}

#[test]
fn numbers_of_people_are_taken_up() {
    check(
        "en",
        "More than 200 farmers signed the letter on Friday. Many said they would sell their land. Others said they would fight.",
        &[("sell their land", "many farmers"), ("would fight", "other farmers")],
    );
    check(
        "en",
        "Residents of Clay Street met on Sunday. They said the water had been brown for weeks.",
        &[("brown for weeks", "Residents of Clay Street")],
    );
}

#[test]
fn a_country_and_its_capital_speak_as_one() {
    check(
        "en",
        "Russia rejected the plan on Tuesday. Moscow said that it would not withdraw. The country also warned of consequences.",
        &[("not withdraw", "Russia"), ("consequences", "Russia")],
    );
}

#[test]
fn i_in_a_quotation_is_its_speaker() {
    let text = "Paul Lund runs the mill. \"I told the board in May that the roof would fall,\" Lund said.";
    let found = extract_attributions(text, Some("en"), &Context::default()).expect("small enough");
    assert!(found.iter().all(|said| said.speaker.as_deref() == Some("Paul Lund")), "{found:?}");
}

#[test]
fn clauses_and_companions_are_no_part_of_the_source() {
    for (text, source) in [
        (
            "As talks in the town hall ended on Monday, 12 January, Jens Moberg, the head of the council, warned of new fires.",
            "Jens Moberg",
        ),
        ("Councillor Ben Moss, joined by Councillor Tia Grant and three others, said the vote was a sham.", "Ben Moss"),
    ] {
        let found = extract_attributions(text, Some("en"), &Context::default()).expect("small enough");
        assert!(found.iter().any(|said| said.speaker.as_deref() == Some(source)), "{text}: {found:?}");
        let mut spans = found.iter().filter_map(|said| said.source_span);
        assert!(!spans.any(|span| span.of(text).contains("talks")), "{text}");
    }
}

#[test]
fn who_is_told_does_not_speak() {
    check(
        "en",
        "In an email sent by chairman Carl Moe, employees were told that the plant would close.",
        &[("plant would close", "Carl Moe")],
    );
}

#[test]
fn family_names_that_are_titles_are_names() {
    check("en", "Presenter Larry King left on Monday. King said that he was ill.", &[("was ill", "Larry King")]);
}

#[test]
fn peoples_and_parties_stand_for_one_of_them() {
    check(
        "en",
        "Coach Erik Lund praised striker Dele Obi. \"It is my best season,\" Obi said.\n\nThe Norwegian said that Obi could \
         become one of the greats.",
        &[("one of the greats", "Erik Lund")],
    );
    check(
        "en",
        "Senator Rick Dunmore accused the agency of hiding the report. \"It sat in a drawer,\" the Ohio Republican said.",
        &[("in a drawer", "Rick Dunmore")],
    );
}

#[test]
fn somebody_and_his_people_are_they() {
    check(
        "en",
        "Microbiologist Anita Rao and her colleagues studied 300 kitchens. They said that sponges hold more bacteria than toilets.",
        &[("more bacteria", "Anita Rao and her colleagues")],
    );
}

#[test]
fn a_clause_on_who_somebody_is_makes_a_person() {
    check(
        "en",
        "Cara Finnigan, whose father was a miner, grew up in Durham. She said that her first book was burned.",
        &[("was burned", "Cara Finnigan")],
    );
}

#[test]
fn the_sender_of_a_report_is_no_company() {
    check(
        "en",
        "LISBON, March 3 (Wirehouse) - Profits of the utility Energia Sul fell on Friday.\n\nThe company, which owns nine \
         dams, said it expected rain.",
        &[("expected rain", "Energia Sul")],
    );
}

#[test]
fn researchers_are_those_of_the_study() {
    check(
        "en",
        "A study of 400 nurses found that sleep matters. However, the researchers said that more work was needed.",
        &[("more work", "researchers of the study of 400 nurses")],
    );
}

#[test]
fn german_roles_and_bodies_are_taken_up() {
    check(
        "de",
        "Laut dem Forscher Anton Weiss schmelzen die Gletscher. Dem Forscher zufolge bleibt wenig Zeit.",
        &[("wenig Zeit", "Anton Weiss")],
    );
    check(
        "de",
        "Die NGO Klarwasser kritisierte das Gesetz. Die Organisation erklärte, Flüsse würden vergiftet.",
        &[("würden vergiftet", "NGO Klarwasser")],
    );
    check(
        "de",
        "Der Angeklagte Heiko Roth bestritt die Tat. Staatsanwältin Ina Vogel sagte, die Beweise seien erdrückend. Der \
         Angeklagte sagte, er sei zu Hause gewesen.",
        &[("erdrückend", "Ina Vogel"), ("zu Hause", "Heiko Roth")],
    );
}

#[test]
fn whom_a_question_is_put_to_answers_it() {
    for answer in ["“I did not,” he replied.", "“I did not,” he said."] {
        let text = format!("The case began on Monday. “Did you take the money?” the judge asked Paul Cole. {answer}");
        check("en", &text, &[("take the money", "judge"), ("I did not", "Paul Cole")]);
    }
    let text = "“Did you know?” asked the prosecutor. Paul Cole shook his head. “Nobody told me,” he said.";
    check("en", text, &[("Nobody told me", "Paul Cole")]);
    let text = "“Who paid?” Ana Ruiz asked Dora Finch. “And when did you pay?” she added.";
    check("en", text, &[("when did you pay", "Ana Ruiz")]);
}

#[test]
fn an_age_is_no_name() {
    check(
        "en",
        "Seventy-eight-year-old Ana Ruiz lives by the mine. “We breathe dust,” Ruiz said.",
        &[("breathe", "Ana Ruiz")],
    );
}

#[test]
fn who_is_named_in_a_clause_about_the_source_is_another_one() {
    for source in [
        "The company whose director Ana Pell resigned",
        "The company (whose director Ana Pell resigned)",
        "The company, run by billionaire Ana Pell,",
        "The company, where Ana Pell once worked,",
    ] {
        check("en", &format!("{source} said it would appeal."), &[("would appeal", "company")]);
    }
}

#[test]
fn german_names_end_before_nouns() {
    check(
        "de",
        "Trainer Bernd Holt kennt den Gegner. Hier sieht Holt Vorteile. Kapitän Ole Fink will davon nichts wissen. „Wir haben \
         keine Angst“, sagte er.",
        &[("keine Angst", "Ole Fink")],
    );
}

#[test]
fn german_subjects_stand_behind_the_verb_and_before_relative_clauses() {
    check(
        "de",
        "In einem Gespräch mit der Zeitung „Der Bote“ sagte Ministerin Anja Lorenz: „Wir schaffen das bis zum Mai.“",
        &[("schaffen das", "Anja Lorenz")],
    );
    check(
        "de",
        "Der Konzern, der seinen Sitz in Irland hat, erklärte, dass er keine Daten weitergegeben habe.",
        &[("keine Daten", "Konzern")],
    );
}

#[test]
fn german_datives_are_told_in_the_nominative() {
    check(
        "de",
        "Mehreren Medienberichten zufolge tritt der Minister zurück.",
        &[("tritt der Minister", "mehrere Medienberichte")],
    );
}

#[test]
fn people_around_a_name_are_not_its_bearer() {
    check(
        "en",
        "Dana Trell ran for governor. Trell allies suggested that the north might be in play. Trell supporters say the race is \
         open.",
        &[("in play", "Trell allies"), ("race is open", "Trell supporters")],
    );
    check("en", "Ms Bowles’ father, Shaun Bowles, said that the school was closed.", &[("was closed", "Shaun Bowles")]);
}

#[test]
fn he_is_not_the_one_named_after_him() {
    check(
        "en",
        "“It is about delivery,” says Tony Brask. If he has one piece of advice for Keir Stane, it is patience, which he is \
         convinced the minister will need.",
        &[("the minister will need", "Tony Brask")],
    );
}

#[test]
fn who_opens_a_sentence_is_he_that_opens_the_next() {
    check(
        "en",
        "Teamsters Local 90 drew a crowd. Jorvan Gelner has been a driver since the 1990s. He said that the job wears on you.",
        &[("wears on you", "Jorvan Gelner")],
    );
}
