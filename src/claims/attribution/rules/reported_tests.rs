//! Languages with a pack, and languages without: what is found, and that nothing is made up.

use proptest::prelude::*;

use crate::claims::attribution::testing::{parts, read};

fn expect(text: &str, language: &str, expected: &[(&str, &str, &str)]) {
    let found = parts(text, language);
    let found: Vec<(&str, &str, &str)> = found.iter().map(|[a, b, c]| (a.as_str(), b.as_str(), c.as_str())).collect();
    assert_eq!(found, expected, "{language}: {text}");
}

#[test]
fn quotations_with_the_cue_behind() {
    expect(
        "«La presa no aguanta más», advirtió el alcalde, Julio Mendaña.",
        "es",
        &[("el alcalde, Julio Mendaña", "advirtió", "La presa no aguanta más")],
    );
    expect(
        "\"De dijk houdt het\", zei burgemeester Joke Terpstra.",
        "nl",
        &[("burgemeester Joke Terpstra", "zei", "De dijk houdt het")],
    );
}

#[test]
fn quotations_broken_by_their_incise() {
    expect(
        "« La digue tient, a-t-elle dit, mais pour combien de temps ? »",
        "fr",
        &[("-t-elle", "a-t-elle dit", "La digue tient … mais pour combien de temps ?")],
    );
    expect(
        "«Плотина держится, — сказал Егор Маслов. — Но вода прибывает».",
        "ru",
        &[("Егор Маслов", "сказал", "Плотина держится … Но вода прибывает")],
    );
}

#[test]
fn what_is_not_ruled_out_may_be_one_word() {
    expect("El ministro no descartó dimitir.", "es", &[("El ministro", "no descartó", "dimitir")]);
}

#[test]
fn each_authority_says_its_own() {
    expect(
        "Según Ruiz hubo tres heridos, según Pérez cinco heridos.",
        "es",
        &[("Ruiz", "Según", "hubo tres heridos"), ("Pérez", "según", "cinco heridos")],
    );
    expect(
        "Selon Ruiz il y a trois blessés, selon Petit il y en a cinq.",
        "fr",
        &[("Ruiz", "Selon", "il y a trois blessés"), ("Petit", "selon", "il y en a cinq")],
    );
}

#[test]
fn dialogue_behind_dashes() {
    expect(
        "—La presa no aguanta más —dijo el ingeniero Julio Mendaña—. Hay que evacuar el pueblo.",
        "es",
        &[("el ingeniero Julio Mendaña", "dijo", "La presa no aguanta más … Hay que evacuar el pueblo.")],
    );
}

#[test]
fn a_second_cue_inherits_its_source() {
    expect(
        "Il sindaco Aldo Verzi ha detto che la diga tiene e ha escluso nuovi controlli.",
        "it",
        &[
            ("Il sindaco Aldo Verzi", "ha detto", "la diga tiene"),
            ("Il sindaco Aldo Verzi", "ha escluso", "nuovi controlli"),
        ],
    );
}

#[test]
fn according_to_somebody() {
    expect(
        "Segundo a engenheira Rita Calheiros, a barragem aguenta mais dois anos.",
        "pt",
        &[("a engenheira Rita Calheiros", "Segundo", "a barragem aguenta mais dois anos")],
    );
    expect(
        "De dijk zou volgens Joke Terpstra nog twee jaar meegaan.",
        "nl",
        &[("Joke Terpstra", "volgens", "De dijk zou … nog twee jaar meegaan")],
    );
}

#[test]
fn titles_in_marks_are_no_quotations() {
    assert!(read("La obra «La presa vieja» se estrena el sábado en el teatro.", "es").is_empty());
    assert!(read("Le festival « Eaux vives » ouvre samedi.", "fr").is_empty());
}

#[test]
fn without_a_pack_quotations_have_no_speaker() {
    let texts = [
        ("pl", "„Tama wytrzyma jeszcze dwa lata, nie dłużej”, powiedziała burmistrz Zofia Karcz."),
        ("tr", "Belediye başkanı Ayla Demirtaş, \"Baraj iki yıl daha dayanır ama dikkatli olmalıyız\" dedi."),
        ("ar", "قالت رئيسة البلدية: «السد سيصمد سنتين أخريين على الأقل»."),
        ("zh", "市长林小雨说：“大坝还能再撑两年，请大家放心。”"),
        ("hi", "महापौर ने कहा, \"बाँध दो साल और टिकेगा, घबराने की बात नहीं\"।"),
    ];
    for (language, text) in texts {
        for found in read(text, language) {
            assert!(found.speaker.is_none() && found.source_span.is_none() && found.cue_span.is_none(), "{language}");
            let span = found.spans[0];
            assert!(!span.is_empty() && text.contains(span.of(text)), "{language}");
        }
    }
    assert_eq!(read(texts[0].1, "pl").len(), 1);
    assert_eq!(read(texts[1].1, "tr").len(), 1);
}

proptest! {
    #[test]
    fn packs_never_panic(
        text in "([«»“”„‘’\"—–:,.;()! \n]|dijo|a-t-il|dit|que|según|Ana|Río|la|ha|detto|сказал|Иван|по|его|мнению|zei|aldus\
            |teme|dire|a|dal|secondo|quanto|riferito|uit|blijkt|emerge|da){0,60}",
        language in prop::sample::select(vec!["fr", "es", "pt", "nl", "it", "ru", "de"]),
    ) {
        for found in read(&text, language) {
            for span in &found.spans {
                prop_assert!(text.get(span.start..span.end).is_some_and(|words| !words.is_empty()));
            }
        }
    }
}

#[test]
fn a_relative_clause_stands_between_source_and_cue() {
    for (text, language, source) in [
        ("Dos ingenieros que pidieron el anonimato dijeron que el puente tiene grietas.", "es", "Dos ingenieros"),
        ("Deux ingénieurs qui ont requis l'anonymat ont déclaré que le pont est fissuré.", "fr", "Deux ingénieurs"),
        ("Due ingegneri che hanno chiesto l'anonimato hanno detto che il ponte ha crepe.", "it", "Due ingegneri"),
        ("Dois engenheiros que pediram anonimato disseram que a ponte tem rachaduras.", "pt", "Dois engenheiros"),
        ("Twee ingenieurs die anoniem willen blijven zeiden dat de brug scheuren heeft.", "nl", "Twee ingenieurs"),
    ] {
        let found = parts(text, language);
        assert_eq!(found.last().map(|found| found[0].as_str()), Some(source), "{text} {found:?}");
    }
}

#[test]
fn a_quotation_may_be_the_end_of_what_is_said() {
    for (text, language, said) in [
        ("El acuerdo “sigue siendo clave”, dijo la ministra.", "es", "El acuerdo “sigue siendo clave”"),
        (
            "Les ventes restent « sous pression cette année », indique Anne Morel.",
            "fr",
            "Les ventes restent « sous pression cette année »",
        ),
        ("Il ponte è “un pericolo per tutti”, ha detto il sindaco.", "it", "Il ponte è “un pericolo per tutti”"),
        ("A ponte é “um perigo para todos”, disse o prefeito.", "pt", "A ponte é “um perigo para todos”"),
    ] {
        assert_eq!(parts(text, language)[0][2], said, "{text}");
    }
}

#[test]
fn a_clause_may_open_behind_adjuncts() {
    let found = parts("El jefe del puerto aseguró en una visita este domingo a los obreros que el muelle crece.", "es");
    assert_eq!(found, [["El jefe del puerto", "aseguró", "el muelle crece"]]);
}

#[test]
fn a_subject_may_stand_before_a_relative_clause_with_commas() {
    let text = "L'imprenditore Guido Riva, che vive qui dal 1994, quando ha comprato una casa, racconta di aver visto il sindaco.";
    assert_eq!(parts(text, "it"), [["L'imprenditore Guido Riva", "racconta", "di aver visto il sindaco"]]);
}
