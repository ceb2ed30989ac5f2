//! Words that name nobody, on texts written for it: kinds of bodies, nouns whose gender tells no sex, whoever is accused.

use crate::Context;
use crate::claims::extract_attributions;

/// The speakers of a text.
fn speakers(language: &str, text: &str) -> Vec<Option<String>> {
    let found = extract_attributions(text, Some(language), &Context::default()).expect("small enough");
    found.into_iter().map(|said| said.speaker).collect()
}

fn last(language: &str, text: &str) -> Option<String> {
    speakers(language, text).pop().unwrap_or_else(|| panic!("nothing is said: {text}"))
}

#[test]
fn a_kind_of_body_stands_for_no_name_without_that_word() {
    for (text, speaker) in [
        ("Zentrix broke the rules, the agency said.", "agency"),
        ("Turnout was 64%, the commission said.", "commission"),
        ("Dana Reyes resigned, the party said.", "party"),
        ("The Wren Fund lost 3 million pounds. The commission said it had opened an inquiry.", "commission"),
        ("Falcon Motors cut 900 jobs. The bank said it was informed.", "bank"),
        ("Falcon Motors cut 900 jobs. The club said it would help.", "club"),
        ("The High Court fined Falcon Motors. The regulator said it had been warned.", "regulator"),
        (
            "Court orders regulator to act\n\nA court in Holm spoke on Monday. The regulator said it would appeal.",
            "regulator",
        ),
        ("Depot fire kills two\n\nTwo people died at a depot on Monday. The company said it would help.", "company"),
        ("Two people died in a fire in Holm on Monday. The company said it would help.", "company"),
        ("Trams stood still on Monday. The operator said it regretted the delays.", "operator"),
    ] {
        assert_eq!(last("en", text).as_deref(), Some(speaker), "{text}");
    }
}

#[test]
fn a_name_with_the_word_is_that_body_and_a_firm_is_the_last_one() {
    for (text, speaker) in [
        ("The Harbour Commission opened an inquiry on Monday. The commission said it would act.", "Harbour Commission"),
        ("Eastern Bank lost 3 million pounds. The bank said it was sorry.", "Eastern Bank"),
        ("The Water Authority fined Eastern Bank. The regulator said it had been warned.", "Water Authority"),
        ("Falcon Motors cut 900 jobs. The company said it would help.", "Falcon Motors"),
        ("The KLDA warned of the drug on Monday. The agency said it had found traces of lead.", "KLDA"),
        ("Falcon Motors cut 900 jobs. The carmaker said it would help.", "Falcon Motors"),
    ] {
        assert_eq!(last("en", text).as_deref(), Some(speaker), "{text}");
    }
}

#[test]
fn a_feminine_noun_is_not_the_last_woman() {
    for (language, text, speaker) in [
        (
            "fr",
            "La ministre Clara Blanc a parlé mardi. Selon l'agence météo, une alerte avait été lancée.",
            "agence météo",
        ),
        ("fr", "La ministre Clara Blanc a parlé mardi. Selon la victime, l'homme portait un masque.", "victime"),
        ("es", "La ministra Clara Blanco habló el martes. Según la defensa, el juicio será largo.", "defensa"),
    ] {
        assert_eq!(last(language, text).as_deref(), Some(speaker), "{text}");
    }
    let minister = "La ministre Clara Blanc a parlé mardi. Selon la ministre, le pont sera fermé.";
    assert_eq!(last("fr", minister).as_deref(), Some("Clara Blanc"));
}

#[test]
fn whoever_is_accused_does_not_say_so() {
    for (language, text) in [
        ("fr", "Le maire Jonas Berg est accusé d'avoir triché."),
        ("es", "El alcalde Jonas Berg es acusado de haber engañado."),
    ] {
        assert_eq!(speakers(language, text), [None], "{text}");
    }
    let active = "El alcalde Jonas Berg ha acusado a Ana Sol de haber engañado.";
    assert_eq!(last("es", active).as_deref(), Some("Jonas Berg"));
}

#[test]
fn who_denies_it_goes_on() {
    for text in [
        "Pat Moss accused Karl Voss of fraud. Voss denies it. “That is a lie,” he said.",
        "Pat Moss accused Karl Voss of fraud. Voss denied it. “That is a lie,” he said.",
    ] {
        assert_eq!(last("en", text).as_deref(), Some("Karl Voss"), "{text}");
    }
}
