//! German reporting verbs and who says it: separable verbs, verbs that no list knows, "so", "nach eigenen Angaben", outlets in
//! quotation marks.

use crate::claims::attribution::testing::{parts, read};
use crate::claims::types::Act;

fn expect(text: &str, expected: &[[&str; 3]]) {
    assert_eq!(parts(text, "de"), expected, "{text}");
}

fn silent(texts: &[&str]) {
    for text in texts {
        assert!(read(text, "de").is_empty(), "{text}: {:?}", parts(text, "de"));
    }
}

/// The speakers of a text.
fn speakers(text: &str) -> Vec<String> {
    read(text, "de").into_iter().map(|found| found.speaker.unwrap_or_default()).collect()
}

#[test]
fn verbs_report_with_their_particle() {
    expect("Der Minister schlug vor, die Steuer zu senken.", &[["Der Minister", "schlug", "die Steuer zu senken"]]);
    expect("Berg ließ wissen, dass er nicht antrete.", &[["Berg", "ließ", "er nicht antrete"]]);
    expect(
        "Die Ministerin machte deutlich, dass es keine Ausnahmen gebe.",
        &[["Die Ministerin", "machte", "es keine Ausnahmen gebe"]],
    );
    expect(
        "Kritiker werfen der Stadt vor, zu spät gehandelt zu haben.",
        &[["Kritiker", "werfen", "der Stadt … zu spät gehandelt zu haben"]],
    );
    expect(
        "Peter Lang warf der Stadt Versagen vor und forderte Aufklärung.",
        &[["Peter Lang", "warf", "der Stadt Versagen"], ["Peter Lang", "forderte", "Aufklärung"]],
    );
    expect(
        "Anna Holt forderte die Partei „Die Mitte“ auf, den Vertrag zu kündigen.",
        &[["Anna Holt", "forderte", "den Vertrag zu kündigen"]],
    );
    expect(
        "Wenn es regnet, sagte Berg, bleibt die Brücke gesperrt.",
        &[["Berg", "sagte", "Wenn es regnet … bleibt die Brücke gesperrt"]],
    );
    expect(
        "Die Polizei geht nach dem Feuer von einer Brandstiftung aus.",
        &[["Die Polizei", "geht", "einer Brandstiftung"]],
    );
    silent(&[
        "Lund kündigte die Koalition auf.",
        "Das Gericht gab der Klage statt.",
        "Die Bank hob die Zinsen an.",
        "Der Verein stellte am Freitag den neuen Trainer vor.",
        "Die Anlage stellt Strom her.",
        "Der Präsident sprach in Moskau.",
    ]);
}

#[test]
fn the_mood_behind_it_shows_a_verb_that_no_list_knows() {
    expect(
        "Anwalt Müller barmte, sein Mandant sei unschuldig.",
        &[["Anwalt Müller", "barmte", "sein Mandant sei unschuldig"]],
    );
    let found = parts("Die Züge fielen aus, das Unternehmen habe nicht gewarnt.", "de");
    assert_eq!(found[0][0], "", "trains say nothing");
    let found = parts("Der Sprecher betonte, der Wechsel an der Spitze stelle einen Bruch dar.", "de");
    assert_eq!(found, [["Der Sprecher", "betonte", "der Wechsel an der Spitze stelle einen Bruch dar"]]);
}

#[test]
fn the_writer_does_not_report_himself() {
    silent(&[
        "Habe die Ware prompt erhalten.",
        "Meine Mutter ist krank und er kam zu spät.",
        "Nach einigen Minuten brach der Fahrer ab.",
    ]);
}

#[test]
fn so_ends_before_when_and_to_whom() {
    let found = parts("„Wir werden siegen“, so Berg weiter. „Niemand hält uns auf.“", "de");
    assert_eq!(found[0], ["Berg", "so", "Wir werden siegen … Niemand hält uns auf."]);
    expect(
        "Die Zahl steige, so die Ministerin am Montag gegenüber dem Boten.",
        &[["die Ministerin", "so", "Die Zahl steige"]],
    );
    expect("Er sei, so Berg, kein Held.", &[["Berg", "so", "Er sei … kein Held"]]);
    expect("So Berg: „Das reicht jetzt wirklich.“", &[["Berg", ":", "Das reicht jetzt wirklich."]]);
    silent(&["Die Zahl der Kinder steigt, so dass Plätze fehlen."]);
}

#[test]
fn own_words_are_those_of_the_subject() {
    expect(
        "Die Firma hat nach eigenen Angaben 40 Kunden.",
        &[["Die Firma", "nach eigenen Angaben", "Die Firma hat … 40 Kunden"]],
    );
    expect("Nach eigenen Angaben sah die Frau nichts.", &[["die Frau", "Nach eigenen Angaben", "sah die Frau nichts"]]);
    let found = parts("Er hat eigenen Angaben zufolge nichts gesehen.", "de");
    assert_eq!(found[0][0], "Er");
}

#[test]
fn outlets_in_quotation_marks_are_no_speech() {
    let text = "Im Interview mit der „Zeit“ sagte Berg, er trete nicht an.";
    expect(text, &[["Berg", "sagte", "er trete nicht an"]]);
    let found = parts("Laut einem Bericht der „Zeit“ wusste der Minister davon.", "de");
    assert_eq!(found[0][2], "wusste der Minister davon");
}

#[test]
fn adjuncts_and_relative_clauses_beside_the_source() {
    expect("Das Amt bestätigte auf Anfrage den Vorfall.", &[["Das Amt", "bestätigte", "den Vorfall"]]);
    assert_eq!(speakers("Leider verspricht die Firma, die Ware in sieben Tagen zu liefern."), ["Firma"]);
    assert_eq!(speakers("Der Minister, der am Montag reiste, kündigte Widerstand im Rat an."), ["Minister"]);
    let text = "Es werde geprüft, wie die Kommission in Brüssel mitteilte.";
    assert_eq!(speakers(text), ["Kommission"]);
}

#[test]
fn all_before_the_verb_names_whose_words_they_are() {
    expect(
        "Nach Angaben von Vertretern deutscher Dienste hat Kolland ganze Netze aufgebaut.",
        &[["Vertretern deutscher Dienste", "Nach Angaben von", "hat Kolland ganze Netze aufgebaut"]],
    );
    expect(
        "Nach Einschätzung der Historikerin Jana Brandt, Forscherin am Institut für Hafenkunde, könnten die Dämme brechen.",
        &[[
            "der Historikerin Jana Brandt, Forscherin am Institut für Hafenkunde",
            "Nach Einschätzung",
            "könnten die Dämme brechen",
        ]],
    );
    let found = parts("Nach Angaben mehrerer Zeugen war das Tor offen.", "de");
    assert_eq!(found.iter().map(|found| found[2].as_str()).collect::<Vec<_>>(), ["war das Tor offen"]);
}

#[test]
fn what_is_called_something_says_nothing_and_appositions_name_the_speaker() {
    let text = "Hendrik Pohl, Deutscher Meister von 2022, merkte im Studio an, dass die Hitze zum Problem werde.";
    expect(text, &[["Hendrik Pohl", "merkte", "die Hitze zum Problem werde"]]);
    let found = parts("Kolland wird oft als Hauptstadt des Nordens bezeichnet.", "de");
    assert!(found.iter().all(|[source, ..]| source.is_empty()), "{found:?}");
    let text = "Das Netz sei marode, äußerte der Vorsitzende der Grünen im Landtag, Thorbjarn Wagner.";
    assert_eq!(speakers(text), ["Thorbjarn Wagner"]);
}

#[test]
fn what_is_in_the_air_has_no_speaker() {
    expect("Es hieß damals, das Werk sei verkauft.", &[["", "Es hieß", "das Werk sei verkauft"]]);
    let text = "Die Entscheidung, so heißt es nun, sei erst am Abend gefallen.";
    expect(text, &[["", "so heißt es", "Die Entscheidung … sei erst am Abend gefallen"]]);
}

#[test]
fn objects_keep_their_relative_clauses() {
    let text = "Das Amt warnt vor einer Masche, bei der Kunden angeblich neuen Regeln zustimmen müssen.";
    let found = parts(text, "de");
    assert!(found[0][2].starts_with("einer Masche"), "{found:?}");
}

#[test]
fn a_number_behind_laut_counts_something_else() {
    expect(
        "Bei dem Brand wurden laut Feuerwehr 14 Häuser zerstört.",
        &[["Feuerwehr", "laut", "Bei dem Brand wurden … 14 Häuser zerstört"]],
    );
}

#[test]
fn what_is_in_keeping_with_somebody_is_so_in_his_words() {
    for gemaess in ["Gemäss", "Gemäß"] {
        expect(
            &format!("{gemaess} Kantonspolizei entstand ein Schaden von 20'000 Franken."),
            &[["Kantonspolizei", gemaess, "entstand ein Schaden von 20'000 Franken"]],
        );
        expect(&format!("{gemaess} Artikel 5 entstand ein Anspruch auf 20'000 Franken."), &[]);
    }
}

#[test]
fn an_owner_at_the_head_of_a_sentence_makes_no_name_of_his_noun() {
    expect("Ihr Direktor, Urs Kern, sagte, das sei vorbei.", &[["Ihr Direktor, Urs Kern", "sagte", "das sei vorbei"]]);
}

#[test]
fn what_somebody_is_accused_of_may_be_an_infinitive_with_any_prefix() {
    for verb in ["herunterzuspielen", "kleinzureden", "zuzulassen", "weiterzugeben"] {
        let text = format!("Die Opposition warf dem Minister vor, die Gefahr {verb}.");
        let found = parts(&text, "de");
        let whole = format!("dem Minister … die Gefahr {verb}");
        assert_eq!(found.iter().map(|[.., content]| content.as_str()).collect::<Vec<_>>(), [whole], "{text}");
    }
}

#[test]
fn whom_somebody_holds_responsible_is_accused() {
    expect(
        "Die Prüferin macht den Betreiber für den Brand verantwortlich.",
        &[["Die Prüferin", "macht", "den Betreiber für den Brand"]],
    );
    let act = |text: &str| read(text, "de").first().map(|found| found.act);
    assert_eq!(act("Die Prüferin macht den Betreiber für den Brand verantwortlich."), Some(Act::Accuse));
    assert_eq!(act("Die Prüferin macht deutlich, dass der Betreiber haftet."), Some(Act::Say));
    assert_eq!(act("Der Bürgermeister rief dazu auf, Wasser zu sparen."), Some(Act::Demand));
    silent(&["Der Betreiber macht den Laden zu.", "Für den Brand ist der Betreiber verantwortlich."]);
}

#[test]
fn what_is_rejected_stands_behind_the_comma() {
    for text in [
        "Die Werft wies Vorwürfe zurück, an der Farbe gespart zu haben.",
        "Die Werft wies die Vorwürfe zurück, an der Farbe gespart zu haben.",
    ] {
        expect(text, &[["Die Werft", "wies", "an der Farbe gespart zu haben"]]);
        assert_eq!(read(text, "de")[0].act, Act::Deny);
    }
}

#[test]
fn what_somebody_is_convinced_of_stands_before() {
    let text = "Der Plan werde scheitern. Davon ist Jan Moosbach überzeugt.";
    assert_eq!(parts(text, "de"), [["Jan Moosbach", "überzeugt", "Der Plan werde scheitern"]]);
    assert!(parts("Der Plan ist alt. Davon ist nichts mehr übrig.", "de").is_empty());
}

#[test]
fn since_when_is_no_owner_of_figures() {
    let text = "Die Kosten sollen sich nach Konzernangaben von 2028 an auf zwei Millionen Euro belaufen.";
    let found = parts(text, "de");
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(found[0][0], "Konzernangaben");
}
