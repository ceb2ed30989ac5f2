//! What is not ruled out is said to be possible, and denied by nobody, on texts written for it.

use super::testing::{read, words};
use super::types::{Act, Modality, Polarity};

/// Act, polarity, modality and words of the first claim of a text.
fn claim(text: &str, language: &'static str) -> Option<(Act, Polarity, Modality, String)> {
    read(text, language).first().map(|claim| (claim.act, claim.polarity, claim.modality, words(text, claim)))
}

#[test]
fn what_is_not_ruled_out_is_possible() {
    for (language, text) in [
        ("en", "The ministry did not rule out sabotage."),
        ("en", "Police have not ruled out arson."),
        ("en", "Detectives refused to rule out a second suspect."),
        ("en", "The mayor won't rule out a second term."),
        ("en", "Ana Ruiz stopped short of ruling out a coalition."),
        ("en", "The minister never ruled out that taxes would rise."),
        ("en", "Ana Ruiz said a strike had not been ruled out."),
        ("de", "Die Polizei hat Brandstiftung nicht ausgeschlossen."),
        ("de", "Das Gericht hat nicht ausgeschlossen, dass der Mann krank war."),
        ("de", "Ina Holt schloss einen Rücktritt nicht aus."),
        ("de", "Die Polizei kann einen Anschlag nicht ausschließen."),
        ("de", "Ina Holt wollte einen Rücktritt nicht ausschließen."),
        ("fr", "Le maire n'a pas exclu une hausse des impôts."),
        ("fr", "Le ministre n'a pas exclu que la loi soit modifiée."),
        ("es", "El gobierno no descarta subir los impuestos."),
        ("it", "Il sindaco non esclude un aumento delle tasse."),
        ("pt", "O prefeito não descarta um aumento dos impostos."),
        ("nl", "De burgemeester sluit een staking niet uit."),
        ("nl", "De politie sluit niet uit dat de man dronken was."),
        ("ru", "Мэр не исключил, что мост закроют."),
    ] {
        let found = claim(text, language).unwrap_or_else(|| panic!("{text}"));
        assert_eq!((found.0, found.1, found.2), (Act::Say, Polarity::Affirmed, Modality::Possible), "{text}");
    }
    assert_eq!(claim("Detectives declined to rule out arson.", "en").map(|claim| claim.3).as_deref(), Some("arson"));
}

#[test]
fn what_is_asked_is_open() {
    for (text, modality) in [
        ("Ana Ruiz asked whether the bridge was safe.", Modality::Possible),
        ("Ana Ruiz asked if the bridge was safe.", Modality::Possible),
        ("Ana Ruiz questioned whether the bridge was safe.", Modality::Possible),
        ("Ana Ruiz said shops would suffer if the bridge was closed.", Modality::Conditional),
        (
            "Ana Ruiz said that if the bridge was closed, the shops would respond, later warning of a strike.",
            Modality::Conditional,
        ),
    ] {
        let found = claim(text, "en").unwrap_or_else(|| panic!("{text}"));
        assert_eq!((found.1, found.2), (Polarity::Affirmed, modality), "{text}");
    }
    let text =
        "Ana Ruiz said that if the bridge was closed, the shops would respond, later warning that they might strike.";
    let found = claim(text, "en").map(|claim| claim.3);
    assert_eq!(found.as_deref(), Some("if the bridge was closed, the shops would respond"));
}

#[test]
fn what_is_ruled_out_is_denied() {
    for (language, text) in [
        ("en", "The minister ruled out a tax increase."),
        ("en", "The minister has repeatedly ruled out raising taxes."),
        ("de", "Ina Holt schließt einen Rücktritt aus."),
        ("es", "La alcaldesa descartó una subida de impuestos."),
        ("it", "Il sindaco ha escluso un aumento delle tasse."),
    ] {
        let found = claim(text, language).unwrap_or_else(|| panic!("{text}"));
        assert_eq!((found.0, found.1, found.2), (Act::Deny, Polarity::Negated, Modality::Asserted), "{text}");
    }
}

#[test]
fn who_excludes_a_player_says_nothing() {
    for (language, text) in [
        ("de", "Der Verein hat den Spieler ausgeschlossen."),
        ("de", "Die Schule schloss die Türen."),
        ("fr", "Le club a exclu deux joueurs."),
    ] {
        assert_eq!(claim(text, language), None, "{text}");
    }
}

#[test]
fn a_prospect_held_out_is_promised() {
    let found = claim("Der Konzern stellte höhere Löhne in Aussicht.", "de").expect("a claim");
    assert_eq!((found.0, found.3.as_str()), (Act::Promise, "höhere Löhne"));
    let found = claim("Die Ministerin stellte in Aussicht, die Steuern zu senken.", "de").expect("a claim");
    assert_eq!((found.0, found.3.as_str()), (Act::Promise, "die Steuern zu senken"));
    assert_eq!(claim("Ina Holt stellte das Projekt vor.", "de"), None);
}
