//! Words of the language packs, language by language: that a word of the pack works, that it does not act where it means
//! something else, and that punctuation which scraping broke is survived.

use crate::claims::Attribution;
use crate::claims::attribution::testing::{contents, of};

/// Source, cue, contents and speaker of each attribution.
fn read(text: &str, language: &str) -> Vec<[String; 4]> {
    let speaker = |found: &Attribution| found.speaker.clone().unwrap_or_default();
    let parts = |found: &Attribution| {
        [of(text, found.source_span), of(text, found.cue_span), contents(text, found), speaker(found)]
    };
    crate::claims::attribution::testing::read(text, language).iter().map(parts).collect()
}

fn expect(text: &str, language: &str, expected: &[[&str; 4]]) {
    assert_eq!(read(text, language), expected, "{language}: {text}");
}

/// Nobody says anything.
fn silent(language: &str, texts: &[&str]) {
    for text in texts {
        expect(text, language, &[]);
    }
}

#[test]
fn spanish_words_report() {
    let said = ["la concejala Elvira Sanz", "remachó", "No subiremos el billete", "Elvira Sanz"];
    expect("«No subiremos el billete», remachó la concejala Elvira Sanz.", "es", &[said]);
    let held = ["la ingeniera Elvira Sanz", "A juicio de", "el puente aguanta otro invierno", "Elvira Sanz"];
    expect("A juicio de la ingeniera Elvira Sanz, el puente aguanta otro invierno.", "es", &[held]);
    let text = "La concejala Elvira Sanz visitó el puente. «El puente aguanta otro invierno», dijo la edil.";
    expect(text, "es", &[["la edil", "dijo", "El puente aguanta otro invierno", "Elvira Sanz"]]);
}

#[test]
fn spanish_words_that_report_nothing() {
    silent(
        "es",
        &["El puente, según lo previsto, abrirá el lunes.", "Elvira Sanz firmó el acta y cerró la sala con llave."],
    );
}

#[test]
fn spanish_marks_that_scraping_broke() {
    let said = ["Elvira Sanz", "aseguró", "El puente aguanta", "Elvira Sanz"];
    expect("“El puente aguanta\", aseguró Elvira Sanz .", "es", &[said]);
    let open = ["La alcaldesa Elvira Sanz", "dijo", "el puente aguanta.", "Elvira Sanz"];
    expect("La alcaldesa Elvira Sanz dijo que \"el puente aguanta.", "es", &[open]);
}

#[test]
fn french_words_report() {
    let said = ["la maire Odile Ferrand", "martèle", "Le pont tiendra l'hiver", "Odile Ferrand"];
    expect("« Le pont tiendra l'hiver », martèle la maire Odile Ferrand.", "fr", &[said]);
    let held = ["la maire Odile Ferrand", "À en croire", "le pont tiendra l'hiver", "Odile Ferrand"];
    expect("À en croire la maire Odile Ferrand, le pont tiendra l'hiver.", "fr", &[held]);
    let text = "La maire Odile Ferrand a visité le pont. « Il tiendra l'hiver », a assuré l'édile.";
    expect(text, "fr", &[["l'édile", "a assuré", "Il tiendra l'hiver", "Odile Ferrand"]]);
}

#[test]
fn whom_others_ask_does_not_ask() {
    let text = "La maire, interrogée par la radio, assure que le pont tiendra l'hiver.";
    let found = read(text, "fr");
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(found[0][1..], ["assure", "le pont tiendra l'hiver", "maire"]);
    let text = "El alcalde, preguntado por la radio, aseguró que el puente aguanta otro invierno.";
    let found = read(text, "es");
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(found[0][1..], ["aseguró", "el puente aguanta otro invierno", "alcalde"]);
}

#[test]
fn french_words_that_report_nothing() {
    silent("fr", &["Le pont appelle des travaux et coupe la ville en deux.", "Le train de nuit répond à la demande."]);
}

#[test]
fn french_marks_that_scraping_broke() {
    let said = ["Odile Ferrand", "assure", "Le pont tiendra", "Odile Ferrand"];
    expect("“Le pont tiendra», assure Odile Ferrand.", "fr", &[said]);
    assert_eq!(read("Le pont tiendra, a-t-elle dit .« Nous rouvrons lundi »", "fr")[0][1], "a-t-elle dit");
}

#[test]
fn italian_words_report() {
    let said = ["la sindaca Livia Berti", "sbotta", "Il ponte regge", "Livia Berti"];
    expect("«Il ponte regge», sbotta la sindaca Livia Berti.", "it", &[said]);
    let denied = ["La sindaca Livia Berti", "ha smentito", "la chiusura", "Livia Berti"];
    expect("La sindaca Livia Berti ha smentito la chiusura.", "it", &[denied]);
    let text = "La sindaca Livia Berti ha visitato il ponte. «Reggerà un altro inverno», ha detto la prima cittadina.";
    expect(text, "it", &[["la prima cittadina", "ha detto", "Reggerà un altro inverno", "Livia Berti"]]);
}

#[test]
fn italian_words_that_report_nothing() {
    let texts = ["Il secondo ponte apre lunedì.", "La strada conclude il suo giro al porto e parla di altri tempi."];
    silent("it", &texts);
}

#[test]
fn italian_marks_that_scraping_broke() {
    let said = ["Livia Berti", "ha detto", "Il ponte regge", "Livia Berti"];
    expect("”Il ponte regge”, ha detto Livia Berti .", "it", &[said]);
}

#[test]
fn dutch_words_report() {
    let said = ["wethouder Marijke Bos", "foetert", "De brug houdt het", "Marijke Bos"];
    expect("\"De brug houdt het\", foetert wethouder Marijke Bos.", "nl", &[said]);
    let tail = ["wethouder Marijke Bos", "aldus", "De brug houdt het", "Marijke Bos"];
    expect("\"De brug houdt het\", aldus wethouder Marijke Bos.", "nl", &[tail]);
    let text = "Wethouder Marijke Bos bezocht de brug. \"Die houdt het nog een winter\", zei de bestuurder.";
    expect(text, "nl", &[["de bestuurder", "zei", "Die houdt het nog een winter", "Marijke Bos"]]);
}

#[test]
fn dutch_words_that_report_nothing() {
    silent("nl", &["De trein meldt zich maandag weer op het spoor.", "De bus stelt de reis uit."]);
}

#[test]
fn dutch_marks_that_scraping_broke() {
    let said = ["Marijke Bos", "zegt", "De brug houdt het", "Marijke Bos"];
    expect("''De brug houdt het'' , zegt Marijke Bos .", "nl", &[said]);
}

#[test]
fn portuguese_words_report() {
    let said = ["a presidente Graça Simões", "atalhou", "A ponte aguenta", "Graça Simões"];
    expect("«A ponte aguenta», atalhou a presidente Graça Simões.", "pt", &[said]);
    let denied = ["A presidente Graça Simões", "desmentiu", "o encerramento", "Graça Simões"];
    expect("A presidente Graça Simões desmentiu o encerramento.", "pt", &[denied]);
    let text = "A presidente Graça Simões visitou a ponte. «Aguenta mais um inverno», disse a autarca.";
    expect(text, "pt", &[["a autarca", "disse", "Aguenta mais um inverno", "Graça Simões"]]);
}

#[test]
fn portuguese_words_that_report_nothing() {
    silent("pt", &["O segundo comboio parte às nove.", "A rua conta três pontes e fala de outros tempos."]);
}

#[test]
fn portuguese_marks_that_scraping_broke() {
    let said = ["Graça Simões", "garante", "A ponte aguenta", "Graça Simões"];
    expect("“A ponte aguenta\" , garante Graça Simões .", "pt", &[said]);
}

#[test]
fn russian_words_report() {
    let said = ["инженер Вера Лаптева", "парировала", "Мост выдержит", "Вера Лаптева"];
    expect("«Мост выдержит», — парировала инженер Вера Лаптева.", "ru", &[said]);
    let held = ["инженера Веры Лаптевой", "По версии", "мост выдержит ещё зиму", "Вера Лаптева"];
    expect("По версии инженера Веры Лаптевой, мост выдержит ещё зиму.", "ru", &[held]);
    let text = "Инженер Вера Лаптева осмотрела мост. «Он выдержит ещё зиму», — сказала она.";
    expect(text, "ru", &[["она", "сказала", "Он выдержит ещё зиму", "Вера Лаптева"]]);
}

#[test]
fn russian_words_that_report_nothing() {
    silent("ru", &["Дорога говорит о многом.", "Вера Лаптева передала ключи от моста сторожу."]);
}

#[test]
fn russian_marks_that_scraping_broke() {
    let said = ["Вера Лаптева", "сказала", "Мост выдержит", "Вера Лаптева"];
    expect("\"Мост выдержит\" , - сказала Вера Лаптева .", "ru", &[said]);
}

#[test]
fn behind_a_french_cue_and_its_name_stands_who_that_is() {
    let said = ["Anne Petit", "a annoncé", "Le pont rouvrira en mai", "Anne Petit"];
    expect("Le pont rouvrira en mai, a annoncé mardi Anne Petit, la maire de Brévigny.", "fr", &[said]);
    expect("Le pont rouvrira en mai, a annoncé mardi Anne Petit, porte-parole de la mairie.", "fr", &[said]);
    let around = ["Anne Petit", "a annoncé", "Le pont … rouvrira en mai", "Anne Petit"];
    expect("Le pont, a annoncé Anne Petit, rouvrira en mai.", "fr", &[around]);
}

#[test]
fn romance_clauses_are_no_comparisons_and_hold_the_quotations_in_them() {
    let report = ["Le port", "fait état", "d'une hausse plus forte que prévu du trafic", "port"];
    expect("Le port fait état d'une hausse plus forte que prévu du trafic.", "fr", &[report]);
    let later = ["Le maire", "a dit", "le pont rouvrirait lundi", "maire"];
    expect("Le maire a dit plus tard que le pont rouvrirait lundi.", "fr", &[later]);
    let whole = ["la mairie", "selon", "Le trafic a baissé, « une première depuis dix ans »", "mairie"];
    expect("Le trafic a baissé, « une première depuis dix ans », selon la mairie.", "fr", &[whole]);
}

#[test]
fn romance_nouns_and_impersonal_verbs_report_nothing() {
    silent(
        "fr",
        &[
            "Ses ventes ont été freinées par la faible demande de machines neuves.",
            "Le nombre d'annonces a doublé en deux ans.",
        ],
    );
    silent("es", &["Cabe destacar que el puente se cerró dos veces en invierno."]);
    silent("it", &["È fondamentale sottolineare che il ponte è rimasto chiuso due volte."]);
    let said = ["Le maire", "a annoncé", "le pont rouvrirait lundi", "maire"];
    expect("Le maire a annoncé que le pont rouvrirait lundi.", "fr", &[said]);
}

#[test]
fn romance_sources_end_where_verbs_and_begin_behind_times() {
    let said = ["Gli ingegneri del Nord", "chiesto", "il ponte sia chiuso", "ingegneri del Nord"];
    expect("Gli ingegneri del Nord hanno finora chiesto che il ponte sia chiuso.", "it", &[said]);
    let said = ["la concejala Elvira Sanz", "denunció", "el puente está viejo", "Elvira Sanz"];
    expect("La semana pasada la concejala Elvira Sanz denunció que el puente está viejo.", "es", &[said]);
    let said = ["fuentes del Ministerio", "Según han informado", "el puente sigue cerrado", "fuentes del Ministerio"];
    expect("Según han informado fuentes del Ministerio, el puente sigue cerrado.", "es", &[said]);
    let said = ["", "según informaron", "El puente sigue cerrado", ""];
    expect("El puente sigue cerrado, según informaron.", "es", &[said]);
}

#[test]
fn whoever_is_accused_in_dutch_accuses_nobody() {
    let source = |text: &str| {
        crate::claims::attribution::testing::parts(text, "nl").into_iter().map(|found| found[0].clone()).next()
    };
    let bare = source("Een 34-jarige man wordt ervan verdacht een flat in brand te hebben gestoken.");
    assert_eq!(bare.as_deref(), Some(""));
    let by = source("De man wordt door justitie ervan verdacht een flat in brand te hebben gestoken.");
    assert_eq!(by.as_deref(), Some("justitie"));
    let active = source("De vakbond beschuldigde de minister ervan te hebben gelogen.");
    assert_eq!(active.as_deref(), Some("De vakbond"));
}
