//! Speech on both sides of who speaks, and who else stands near it: German, French, Spanish. The texts are written for the project.

use crate::claims::attribution::testing::{parts, read};

#[track_caller]
fn expect(text: &str, language: &str, expected: &[(&str, &str)]) {
    let found = parts(text, language);
    let found: Vec<(&str, &str)> = found.iter().map(|[source, _, said]| (source.as_str(), said.as_str())).collect();
    assert_eq!(found, expected, "{language}: {text}");
}

#[test]
fn both_halves_of_a_quotation_are_one_attribution() {
    for (language, text, source, said) in [
        (
            "de",
            "„Das stimmt“, sagte Holm am Freitag, „und alle wissen es.“",
            "Holm",
            "Das stimmt … und alle wissen es.",
        ),
        (
            "de",
            "„Nein“, rief die Trainerin nach dem Spiel, „wir hören nicht auf.“",
            "die Trainerin",
            "Nein … wir hören nicht auf.",
        ),
        ("de", "„Die Brücke“, so Karin Holm, „hält noch Jahre.“", "Karin Holm", "Die Brücke … hält noch Jahre."),
        ("de", "„Er zahlt nie“, sagte Holm über Thiel, „und lacht dabei.“", "Holm", "Er zahlt nie … und lacht dabei."),
        (
            "fr",
            "« Elle tient », a assuré Petit mardi à Brive, « et elle tiendra ».",
            "Petit",
            "Elle tient … et elle tiendra",
        ),
        ("es", "«Aguanta», aseguró Mendaña el martes en Lugo, «y aguantará».", "Mendaña", "Aguanta … y aguantará"),
    ] {
        expect(text, language, &[(source, said)]);
    }
    // A quotation behind a full stop is another one.
    assert_eq!(parts("«Aguanta», dijo Mendaña. La obra se llama «Puente y mar».", "es")[0][2], "Aguanta");
}

#[test]
fn a_german_clause_goes_on_behind_who_says_it() {
    expect(
        "Hätte sie angerufen, sagte Holm, wäre er gekommen.",
        "de",
        &[("Holm", "Hätte sie angerufen … wäre er gekommen")],
    );
    expect(
        "Falls es regnet, sagte Holm am Montag, muss der Umzug ausfallen.",
        "de",
        &[("Holm", "Falls es regnet … muss der Umzug ausfallen")],
    );
    // What follows with its subject is a clause of the outlet's own.
    expect("Der Deich sei dicht, sagte Holm, die Pumpen liefen.", "de", &[("Holm", "Der Deich sei dicht")]);
}

#[test]
fn a_german_verb_of_what_is_reported_is_no_cue() {
    expect(
        "Sie glaube nicht an Zufall, sagte die Richterin.",
        "de",
        &[("die Richterin", "Sie glaube nicht an Zufall")],
    );
    expect("Er rechne mit Regen, erklärte der Förster am Abend.", "de", &[("der Förster", "Er rechne mit Regen")]);
    expect("Sie hoffe auf Hilfe, ließ die Gemeinde mitteilen.", "de", &[("die Gemeinde", "Sie hoffe auf Hilfe")]);
    expect("Die Richterin glaubt nicht, dass der Zeuge lügt.", "de", &[("Die Richterin", "der Zeuge lügt")]);
}

#[test]
fn a_german_clause_ends_where_its_speaker_does_something_else() {
    expect(
        "Holm leugnete, den Vertrag gekannt zu haben, und warnte vor Panik.",
        "de",
        &[("Holm", "den Vertrag gekannt zu haben"), ("Holm", "Panik")],
    );
    let kept = "Holm versprach, die Steuern zu senken, und die Schulen zu sanieren.";
    expect(kept, "de", &[("Holm", "die Steuern zu senken, und die Schulen zu sanieren")]);
}

#[test]
fn an_outlet_in_marks_reports_in_german() {
    let text = "Wie der „Hafenbote“ meldet, schließt die Werft im Mai.";
    expect(text, "de", &[("Hafenbote", "schließt die Werft im Mai")]);
}

#[test]
fn where_and_before_whom_is_not_who_speaks() {
    for (language, text) in [
        ("es", "«No vi nada», declaró ante el tribunal."),
        ("es", "«No vi nada», contestó en el Parlamento."),
        ("pt", "«Não vi nada», afirmou perante a comissão."),
    ] {
        assert_eq!(parts(text, language)[0][0], "", "{text}");
    }
    expect("«No vi nada», declaró ante el juez la enfermera.", "es", &[("la enfermera", "No vi nada")]);
    expect("«No vi nada», declaró durante el acto Ana Sanz.", "es", &[("Ana Sanz", "No vi nada")]);
}

#[test]
fn whom_it_is_told_stands_before_the_clause() {
    expect("Sanz dijo al fiscal que no firmó nada.", "es", &[("Sanz", "no firmó nada")]);
    expect("La médica explicó al tribunal que la herida era vieja.", "es", &[("La médica", "la herida era vieja")]);
    expect(
        "Sanz negó haber firmado la carta y dijo que apelará.",
        "es",
        &[("Sanz", "haber firmado la carta"), ("Sanz", "apelará")],
    );
}

#[test]
fn a_second_verb_behind_a_perfect_speaks_as_well() {
    expect(
        "Petit a nié avoir triché et a accusé Stent de fraude.",
        "fr",
        &[("Petit", "avoir triché"), ("Petit", "Stent de fraude")],
    );
    expect("Sanz negó haber mentido y acusó a Mendaña.", "es", &[("Sanz", "haber mentido"), ("Sanz", "a Mendaña")]);
}

#[test]
fn which_is_nobody() {
    let text = "La alcaldesa desmintió los rumores según los cuales dejará el cargo.";
    expect(text, "es", &[("La alcaldesa", "los rumores según los cuales dejará el cargo")]);
}

#[test]
fn who_accuses_in_a_passive_speaks() {
    expect(
        "La edil fue acusada por los vecinos de mentir en el pleno.",
        "es",
        &[("los vecinos", "mentir en el pleno")],
    );
    expect("Petit est accusé par le syndicat d'avoir triché.", "fr", &[("le syndicat", "avoir triché")]);
    expect("Petit est accusé d'avoir triché.", "fr", &[("", "avoir triché")]);
}

#[test]
fn an_incise_tells_the_whole_clause_once() {
    expect(
        "La maire, a précisé le juge, croyait que le pont tenait.",
        "fr",
        &[("le juge", "La maire … croyait que le pont tenait")],
    );
    let found = parts("La maire, a-t-il précisé, savait que le pont cédait.", "fr");
    assert_eq!(found[0][2], "La maire … savait que le pont cédait");
}

#[test]
fn who_puts_the_questions_does_not_answer() {
    let text = "Marc Petit a été entendu mardi. Interrogé par Paul Stent, il a reconnu avoir menti.";
    let found = read(text, "fr");
    assert_eq!(found[0].speaker.as_deref(), Some("Marc Petit"), "{found:?}");
}
