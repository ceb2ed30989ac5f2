//! Whom something is told, who tells what another did, what a court finds and what stands behind a colon, in the languages read by rules.

use crate::claims::attribution::testing::{parts, read};

#[track_caller]
fn expect(text: &str, language: &str, expected: &[[&str; 3]]) {
    assert_eq!(parts(text, language), expected, "{language}: {text}");
}

#[test]
fn what_is_said_stands_behind_who_hears_it_and_who_that_is() {
    for (text, language, parts) in [
        (
            "Il questore Dario Sella ha detto a Rita Mauri, la presidente del comitato, che il corteo è autorizzato.",
            "it",
            ["Il questore Dario Sella", "ha detto", "il corteo è autorizzato"],
        ),
        (
            "La préfète Aline Morel a dit à Luc Vasseur, le porte-parole des riverains, que la route rouvrirait lundi.",
            "fr",
            ["La préfète Aline Morel", "a dit", "la route rouvrirait lundi"],
        ),
        (
            "La edil Marta Rosal dijo a Pedro Luna, el presidente de la peña, que el campo estará listo.",
            "es",
            ["La edil Marta Rosal", "dijo", "el campo estará listo"],
        ),
        (
            "Wethouder Ria Bos zei tegen Jan Kuik, de voorzitter van de club, dat het veld op tijd klaar is.",
            "nl",
            ["Wethouder Ria Bos", "zei", "het veld op tijd klaar is"],
        ),
        (
            "Прокурор Нина Лозова сказала Олегу Дубову, адвокату семьи, что дело закроют.",
            "ru",
            ["Прокурор Нина Лозова", "сказала", "дело закроют"],
        ),
    ] {
        expect(text, language, &[parts]);
    }
}

#[test]
fn a_relative_clause_behind_who_hears_it_is_not_what_is_said() {
    let text = "Il questore ha parlato a Rita Mauri, la presidente del comitato, che guida il corteo.";
    assert!(parts(text, "it").iter().all(|part| part[2] != "guida il corteo"), "{:?}", parts(text, "it"));
}

#[test]
fn authorities_may_stand_behind_a_colon() {
    for (text, language, parts) in [
        (
            "Il deputato se n'è andato: secondo lui, la decisione è già presa.",
            "it",
            ["lui", "secondo", "la decisione è già presa"],
        ),
        (
            "Le député est parti : selon lui, la décision est déjà prise.",
            "fr",
            ["lui", "selon", "la décision est déjà prise"],
        ),
        (
            "Депутат ушёл: по мнению парламентария, решение уже принято.",
            "ru",
            ["парламентария", "по мнению", "решение уже принято"],
        ),
    ] {
        expect(text, language, &[parts]);
    }
}

#[test]
fn what_a_court_finds_is_no_confession() {
    for (text, language) in [
        ("Paul Garrec a été reconnu coupable d'avoir vendu le navire.", "fr"),
        ("Paolo Garri è stato riconosciuto colpevole di aver venduto la nave.", "it"),
        ("Pablo Garrido fue declarado culpable de haber vendido el barco.", "es"),
    ] {
        assert!(read(text, language).iter().all(|found| found.speaker.is_none()), "{text} {:?}", parts(text, language));
    }
    expect(
        "Paul Garrec a reconnu avoir vendu le navire.",
        "fr",
        &[["Paul Garrec", "a reconnu", "avoir vendu le navire"]],
    );
}

#[test]
fn a_number_before_di_is_no_infinitive() {
    assert_eq!(parts("Il procuratore ha chiesto otto anni di carcere.", "it")[0][2], "otto anni di carcere");
    assert_eq!(parts("Il procuratore ha chiesto ai giudici di chiudere il caso.", "it")[0][2], "di chiudere il caso");
}

#[test]
fn an_age_before_the_verb_leaves_the_speaker_behind_it() {
    expect(
        "L'ancien maire, âgé de 70 ans, va quitter la ville, a annoncé son avocate, Me Rose Lebrun.",
        "fr",
        &[["son avocate, Me Rose Lebrun", "a annoncé", "L'ancien maire, âgé de 70 ans, va quitter la ville"]],
    );
    expect(
        "L'ancien maire, âgé de 70 ans, a annoncé que la ville était vendue.",
        "fr",
        &[["L'ancien maire, âgé de 70 ans", "a annoncé", "la ville était vendue"]],
    );
}

#[test]
fn who_is_said_to_have_told_it_tells_it() {
    for (text, source) in [
        (
            "A raccontarlo è stato un barcaiolo di 61 anni: «Ho visto la barca girarsi in un attimo». Poi è venuto il buio.",
            "un barcaiolo di 61 anni",
        ),
        ("A dare l'allarme è stata Rita Mauri: «Ho visto la barca girarsi in un attimo».", "Rita Mauri"),
    ] {
        expect(text, "it", &[[source, ":", "Ho visto la barca girarsi in un attimo"]]);
    }
}

#[test]
fn what_is_rejected_stands_before_the_colon() {
    expect(
        "L'avvocata Nora Piga respinge ogni accusa: «Il mio cliente non sapeva nulla».",
        "it",
        &[
            ["L'avvocata Nora Piga", "respinge", "ogni accusa"],
            ["L'avvocata Nora Piga", ":", "Il mio cliente non sapeva nulla"],
        ],
    );
    expect(
        "L'avvocata Nora Piga smentisce: «Il mio cliente non sapeva nulla». Il processo riprende lunedì.",
        "it",
        &[["L'avvocata Nora Piga", "smentisce", "Il mio cliente non sapeva nulla"]],
    );
}

#[test]
fn who_is_asked_or_believed_is_no_subject() {
    let text = "Il direttore Ugo Manti ha visto i clienti. Alla domanda sui costi ha risposto che sono saliti.";
    assert_eq!(read(text, "it").last().and_then(|last| last.speaker.clone()).as_deref(), Some("Ugo Manti"));
    let text = "Директор Фёдор Мелов встретил клиентов. Клиентка Вера Лосева ему не верит: «Жду два года».";
    assert_eq!(read(text, "ru").last().and_then(|last| last.speaker.clone()).as_deref(), Some("Вера Лосева"));
    let text = "La difesa di Ugo Manti respinge ogni accusa: «Il mio cliente non sapeva nulla».";
    assert!(parts(text, "it").iter().all(|part| part[1] != "accusa"), "{:?}", parts(text, "it"));
    assert_eq!(read("Le ministère a écrit. On y lit que les fonds arriveront.", "fr")[0].speaker, None);
}

#[test]
fn whoever_is_warned_does_not_warn() {
    let text = "O ministro garantiu que alertou a câmara para o perigo das cheias.";
    assert_eq!(parts(text, "pt").len(), 1, "{:?}", parts(text, "pt"));
    expect(
        "As cheias podem voltar, alertou o ministério.",
        "pt",
        &[["o ministério", "alertou", "As cheias podem voltar"]],
    );
}

#[test]
fn anonymity_is_asked_of_the_outlet() {
    for (text, language) in [
        ("Um funcionário, que pediu anonimato, contou que ninguém fez os controlos.", "pt"),
        ("Un dipendente, che ha chiesto l'anonimato, racconta che nessuno ha fatto i controlli.", "it"),
    ] {
        assert_eq!(parts(text, language).len(), 1, "{:?}", parts(text, language));
    }
}

#[test]
fn a_short_clause_may_stand_before_a_verb_without_a_pronoun() {
    let text = "Maria Soares dirige o instituto. A vacina funciona, explicou na terça-feira.";
    assert_eq!(parts(text, "pt").last().map(|part| part[2].clone()).as_deref(), Some("A vacina funciona"));
    expect(
        "Nunca recebeu dinheiro, garantiu o deputado perante o juiz.",
        "pt",
        &[["o deputado", "garantiu", "Nunca recebeu dinheiro"]],
    );
}

#[test]
fn both_sides_are_called_to_restraint() {
    let text = "Анна Иванова призвала обе стороны к сдержанности.";
    assert_eq!(parts(text, "ru").len(), 1, "{:?}", parts(text, "ru"));
}
