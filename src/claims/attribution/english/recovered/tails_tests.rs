//! Who speaks behind a clause and within it, on texts written for it.

use crate::claims::attribution::testing::parts;

/// Checks source, cue and content of the one attribution of each text.
fn check(expected: &[(&str, [&str; 3])]) {
    for (text, parts_of) in expected {
        let found = parts(text, "en");
        assert_eq!(found, [parts_of.map(str::to_owned)], "{text}");
    }
}

/// Checks that nobody says anything.
fn silent(texts: &[&str]) {
    for text in texts {
        assert!(parts(text, "en").is_empty(), "{text} {:?}", parts(text, "en"));
    }
}

#[test]
fn any_verb_of_speech_closes_a_sentence() {
    let verbs = "promised pledged vowed boasted joked quipped fumed tweeted testified recalled conceded declared hinted replied retorted \
                 stressed reiterated pointed-out shot-back remarked maintained lamented thundered grumbled insists believes hopes";
    for verb in verbs.split_whitespace() {
        let verb = verb.replace('-', " ");
        check(&[(
            &format!("The bridge will reopen, Mayor Ana Ruiz {verb}."),
            ["Mayor Ana Ruiz", &verb, "The bridge will reopen"],
        )]);
    }
}

#[test]
fn many_speak_in_the_present() {
    check(&[
        ("Prices will double, economists warn.", ["economists", "warn", "Prices will double"]),
        ("Cod stocks have halved, data show.", ["data", "show", "Cod stocks have halved"]),
        (
            "Cod stocks have halved, a survey of 400 ports suggests.",
            ["a survey of 400 ports", "suggests", "Cod stocks have halved"],
        ),
        (
            "If it rains again, the dam will break, engineers say.",
            ["engineers", "say", "If it rains again, the dam will break"],
        ),
    ]);
}

#[test]
fn who_speaks_may_be_described() {
    check(&[
        ("The dam is unsafe, an official told the Fern on Monday.", ["an official", "told", "The dam is unsafe"]),
        (
            "The deal is done, people briefed on the plan said.",
            ["people briefed on the plan", "said", "The deal is done"],
        ),
        (
            "The firm will appeal, the company, whose director Ana Pell left in May, said.",
            ["the company", "said", "The firm will appeal"],
        ),
        (
            "The firm will appeal, said the company, whose director Ana Pell left in May.",
            ["the company", "said", "The firm will appeal"],
        ),
        (
            "The deal is done, said a person who attended the meeting.",
            ["a person who attended the meeting", "said", "The deal is done"],
        ),
        (
            "The slump is over, said the bank's chief economist, Ana Ruiz.",
            ["the bank's chief economist, Ana Ruiz", "said", "The slump is over"],
        ),
        ("The bridge will reopen, vowed the mayor.", ["the mayor", "vowed", "The bridge will reopen"]),
    ]);
}

#[test]
fn nobody_may_be_named_who_says_so() {
    check(&[
        ("The suspects fled on foot, it is believed.", ["", "it is believed", "The suspects fled on foot"]),
        ("Bell was drunk at the wheel, the jury was told.", ["", "the jury was told", "Bell was drunk at the wheel"]),
    ]);
}

#[test]
fn who_is_quoted_is_not_what_he_says() {
    check(&[(
        "The plan is dead, Ruiz was quoted as saying by the Fern.",
        ["Ruiz", "was quoted as saying", "The plan is dead"],
    )]);
}

#[test]
fn a_parenthesis_stands_within_what_is_said() {
    check(&[
        (
            "The bridge, Mayor Ana Ruiz promised, will reopen.",
            ["Mayor Ana Ruiz", "promised", "The bridge … will reopen"],
        ),
        ("In May, Ruiz promised, the bridge will reopen.", ["Ruiz", "promised", "In May … the bridge will reopen"]),
        (
            "The army captured the town, rebels said, and burned it.",
            ["rebels", "said", "The army captured the town … and burned it"],
        ),
        ("I think, said Ruiz, that the plan is dead.", ["Ruiz", "said", "I think … that the plan is dead"]),
    ]);
}

#[test]
fn who_denies_to_have_said_it_has_not_and_deeds_are_no_words() {
    silent(&[
        "He sang, she danced and they laughed.",
        "She opened the door, saw the water and screamed.",
        "The team won the cup, the crowd cheered.",
        "The firm sold cars, buses and reports.",
        "The bill passed, and the president signed it.",
        "After the match, the players promised.",
    ]);
}

#[test]
fn who_stands_behind_the_verb_of_a_parenthesis_speaks() {
    check(&[
        ("Finch, said Brandt, is a liar.", ["Brandt", "said", "Finch … is a liar"]),
        ("The mayor, said Brandt, is a liar.", ["Brandt", "said", "The mayor … is a liar"]),
    ]);
}

#[test]
fn two_speakers_of_a_sentence_say_their_own() {
    let found = parts("Finch says Brandt lied; Brandt says Finch lied.", "en");
    let said: Vec<[&str; 2]> = found.iter().map(|found| [found[0].as_str(), found[2].as_str()]).collect();
    assert_eq!(said, [["Finch", "Brandt lied"], ["Brandt", "Finch lied"]]);
    let found = parts("Police said 40 were hurt; the hospital said 60 were hurt.", "en");
    let said: Vec<[&str; 2]> = found.iter().map(|found| [found[0].as_str(), found[2].as_str()]).collect();
    assert_eq!(said, [["Police", "40 were hurt"], ["the hospital", "60 were hurt"]]);
}

#[test]
fn a_mere_said_closes_a_clause_whatever_its_verb_is_taken_for() {
    check(&[
        (
            "The minister resigned on Monday, the palace said.",
            ["the palace", "said", "The minister resigned on Monday"],
        ),
        ("The ship sank off Corvo, the coast guard said.", ["the coast guard", "said", "The ship sank off Corvo"]),
        (
            "The fire spread in minutes, the mayor and the fire chief said.",
            ["the mayor and the fire chief", "said", "The fire spread in minutes"],
        ),
        (
            "A man arrested on Monday, the police said, is dead.",
            ["the police", "said", "A man arrested on Monday … is dead"],
        ),
        (
            "The fire, the mayor said, started in the kitchen.",
            ["the mayor", "said", "The fire … started in the kitchen"],
        ),
    ]);
    silent(&[
        "The mayor of Dellport, Carla Westin, said.",
        "In a statement, the palace said.",
        "On Monday, the mayor said.",
    ]);
}

#[test]
fn who_reckons_and_reassures_says_it() {
    check(&[
        (
            "Analyst Una Sorrel reckons another cut is coming.",
            ["Analyst Una Sorrel", "reckons", "another cut is coming"],
        ),
        (
            "Prices will fall by spring, reckons analyst Una Sorrel.",
            ["analyst Una Sorrel", "reckons", "Prices will fall by spring"],
        ),
        (
            "Up to 300 boats have been lost off the cape, estimates Captain Una Lowe-Sorrel.",
            ["Captain Una Lowe-Sorrel", "estimates", "Up to 300 boats have been lost off the cape"],
        ),
        ("The dividend is safe, Sorrel reassured shareholders.", ["Sorrel", "reassured", "The dividend is safe"]),
    ]);
    silent(&["The day of reckoning came, and then came another one."]);
}
