use crate::claims::attribution::testing::parts;
use crate::claims::testing::claims;
use crate::claims::types::{Act, Polarity};

fn check(text: &str, language: &'static str, expected: [(Act, Polarity, &str); 2]) {
    assert_eq!(
        claims(text, language),
        expected.map(|(act, polarity, words)| (act, polarity, words.to_owned())),
        "{text}"
    );
}

#[test]
fn a_denial_ends_where_another_verb_begins() {
    const DENIED: (Act, Polarity) = (Act::Deny, Polarity::Negated);
    for (text, denied, act, said) in [
        (
            "Petra Novak, 31, denied taking steroids and said she would appeal.",
            "taking steroids",
            Act::Say,
            "she would appeal",
        ),
        ("Holt denied taking money but said he had met the owner.", "taking money", Act::Say, "he had met the owner"),
        (
            "Holt denied taking money and told reporters that the bridge was safe.",
            "taking money",
            Act::Say,
            "the bridge was safe",
        ),
        ("Holt denied taking money and accused Reyes of lying.", "taking money", Act::Accuse, "Reyes of lying"),
        ("The firm denied wrongdoing and said its boats were safe.", "wrongdoing", Act::Say, "its boats were safe"),
    ] {
        check(text, "en", [(DENIED.0, DENIED.1, denied), (act, Polarity::Affirmed, said)]);
    }
}

#[test]
fn a_cue_of_two_verbs_is_cut_between_them() {
    let found = parts("The mayor denied wrongdoing but admitted that he was late.", "en");
    let cues: Vec<&str> = found.iter().map(|[_, cue, _]| cue.as_str()).collect();
    assert_eq!(cues, ["denied", "admitted"], "{found:?}");
}

#[test]
fn one_denial_has_all_that_it_denies() {
    let found = claims("Holt denied taking money and meeting the owner.", "en");
    assert_eq!(found, [(Act::Deny, Polarity::Negated, "taking money and meeting the owner".to_owned())]);
}

#[test]
fn german_cues_are_the_verbs_next_to_what_they_report() {
    for (text, denied, said) in [
        ("Holt bestritt die Vorwürfe und sagte, er werde im Amt bleiben.", "die Vorwürfe", "er werde im Amt bleiben"),
        ("Holt wies den Vorwurf zurück und kündigte an, er werde klagen.", "den Vorwurf", "er werde klagen"),
    ] {
        let found = claims(text, "de");
        let read: Vec<(Polarity, &str)> = found.iter().map(|claim| (claim.1, claim.2.as_str())).collect();
        assert_eq!(read, [(Polarity::Negated, denied), (Polarity::Affirmed, said)], "{text}");
    }
}

#[test]
fn the_pronoun_that_is_denied_speaks_for_nobody() {
    let found = parts("Corvina denies this and says it will sue.", "en");
    let said: Vec<[&str; 2]> = found.iter().map(|found| [found[0].as_str(), found[2].as_str()]).collect();
    assert_eq!(said, [["Corvina", "this"], ["Corvina", "it will sue"]]);
}

#[test]
fn a_verb_in_the_tense_of_the_first_goes_on_with_it() {
    let found = parts("Nordline denies it broke the law and says staff were paid.", "en");
    let said: Vec<[&str; 2]> = found.iter().map(|found| [found[0].as_str(), found[2].as_str()]).collect();
    assert_eq!(said, [["Nordline", "it broke the law"], ["Nordline", "staff were paid"]]);
}
