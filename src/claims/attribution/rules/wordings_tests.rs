//! Cues of several words, verbs with what they are for or against, names in quotation marks, languages without parts of speech.

use crate::claims::Attribution;
use crate::claims::attribution::testing::{contents, of, read};

/// Cue, contents and speaker of each attribution.
fn told(text: &str, language: &str) -> Vec<[String; 3]> {
    let parts = |found: &Attribution| {
        [of(text, found.cue_span), contents(text, found), found.speaker.clone().unwrap_or_default()]
    };
    read(text, language).iter().map(parts).collect()
}

fn expect(language: &str, text: &str, expected: &[[&str; 3]]) {
    assert_eq!(told(text, language), expected, "{language}: {text}");
}

fn silent(language: &str, texts: &[&str]) {
    for text in texts {
        expect(language, text, &[]);
    }
}

#[test]
fn cues_of_several_words() {
    for (language, text, cue, content, speaker) in [
        (
            "es",
            "La naviera dio a conocer que venderá el astillero.",
            "dio a conocer",
            "venderá el astillero",
            "naviera",
        ),
        ("pt", "O autarca deixou no ar que vai sair.", "deixou no ar", "vai sair", "autarca"),
        ("fr", "Le préfet a fait état de trois blessés.", "a fait état", "de trois blessés", "préfet"),
        ("ru", "Мэр дал понять, что уйдёт в отставку.", "дал понять", "уйдёт в отставку", "Мэр"),
        ("nl", "De rechter achtte bewezen dat de man loog.", "achtte bewezen", "de man loog", "rechter"),
    ] {
        expect(language, text, &[[cue, content, speaker]]);
    }
    // The same words in other company.
    silent("es", &["La niña dio un paso a un lado."]);
    silent("ru", &["Мэр дал ключи сторожу."]);
}

#[test]
fn what_a_verb_is_for_or_against() {
    for (language, text, cue, content, speaker) in [
        ("ru", "Профсоюз выступил против закрытия завода.", "выступил", "против закрытия завода", "Профсоюз"),
        ("ru", "О закрытии завода сообщила дирекция.", "сообщила", "закрытии завода", "дирекция"),
        ("es", "El informe advierte de un aumento de los precios.", "advierte", "un aumento de los precios", "informe"),
        ("nl", "De wethouder pleitte voor een autovrij plein.", "pleitte", "een autovrij plein", "wethouder"),
        ("fr", "L'agence met en garde contre une pénurie.", "met en garde", "contre une pénurie", "agence"),
        ("pt", "O sindicato mostrou-se contrário ao fecho.", "mostrou-se", "contrário ao fecho", "sindicato"),
        ("it", "La giunta si è espressa a favore di un rinvio.", "si è espressa", "a favore di un rinvio", "giunta"),
        (
            "it",
            "Il gestore si è impegnato ad abbassare le tariffe.",
            "si è impegnato",
            "abbassare le tariffe",
            "gestore",
        ),
    ] {
        expect(language, text, &[[cue, content, speaker]]);
    }
    silent("ru", &["Лапин три года выступал за сборную области.", "Он выступил против «Беркута»."]);
    silent("pt", &["Descoberto por acaso, revela-se um homem que encara tudo com calma."]);
}

#[test]
fn dutch_verbs_report_with_their_particle() {
    expect("nl", "Desgevraagd gaf de minister een fout toe.", &[["gaf", "een fout", "minister"]]);
    expect("nl", "Het kabinet sluit sluiting van de mijn niet uit.", &[["sluit", "sluiting van de mijn", "kabinet"]]);
    expect("nl", "Het rapport waarschuwt voor hogere prijzen.", &[["waarschuwt", "hogere prijzen", "rapport"]]);
    silent(
        "nl",
        &["De trainer gaf de spelers een dag vrij.", "De trein reed zoals verwacht naar het dorp van Anna Smit."],
    );
}

#[test]
fn russian_names_in_quotation_marks_are_no_speech() {
    expect(
        "ru",
        "Компания «Вектор» сообщила, что закроет завод.",
        &[["сообщила", "закроет завод", "Компания «Вектор»"]],
    );
    let told = ["заявил", "Завод закроют", "Пётр Лось"];
    expect("ru", "«Завод закроют», — заявил директор компании «Вектор» Пётр Лось.", &[told]);
    let told = ["рассказала", "Света не было", "Анна Котова"];
    expect("ru", "«Света не было», — рассказала «Вестнику» жительница дома Анна Котова.", &[told]);
    expect("ru", "В «Горсвете» заявили, что аварию устранят.", &[["заявили", "аварию устранят", "Горсвете"]]);
    silent("ru", &["Кризис в «Горняке» продолжается: дома команда опять уступила."]);
}

#[test]
fn the_subject_of_the_sentence_goes_on() {
    let kept = ["dijo", "hubo dos penaltis", "técnico"];
    assert!(
        told("El técnico se quejó del arbitraje y dijo que hubo dos penaltis.", "es").contains(&kept.map(String::from))
    );
}

#[test]
fn a_colon_brings_in_the_next_paragraph() {
    let text = "Мэр Павел Руднев сказал:\n\n«Мы откроем мост в мае».";
    expect("ru", text, &[["сказал", "Мы откроем мост в мае", "Павел Руднев"]]);
    let text = "El alcalde Juan Rey dijo:\n\n—No cerraremos el puente en mayo.";
    expect("es", text, &[["dijo", "No cerraremos el puente en mayo.", "Juan Rey"]]);
}

#[test]
fn who_says_so_is_not_what_a_place_before_the_comma_is() {
    for (language, text, speaker) in [
        ("es", "El puente se derrumbó el martes en Velmora, informó la policía.", "policía"),
        ("it", "La palazzina è crollata martedì a Velmora, ha riferito la polizia.", "polizia"),
        ("pt", "O edifício ruiu na terça-feira em Velmora, informou a polícia.", "polícia"),
        ("nl", "De brug stortte dinsdag in bij Velmora, meldt de politie.", "politie"),
        ("ru", "Пожар потушили во вторник в Талицке, сообщила полиция.", "полиция"),
    ] {
        assert_eq!(read(text, language)[0].speaker.as_deref(), Some(speaker), "{language}: {text}");
    }
}

#[test]
fn relative_pronouns_behind_according_to() {
    let text = "Lo ripete il geologo Mario Dossi, secondo cui la frana tornerà.";
    assert!(told(text, "it").contains(&["secondo", "la frana tornerà", "Mario Dossi"].map(String::from)), "{text}");
}

#[test]
fn low_marks_written_as_two_commas() {
    expect("nl", ",,Dat klopt niet'', zei Jan Mulder.", &[["zei", "Dat klopt niet", "Jan Mulder"]]);
    expect("nl", "Mulder zei: ,,Wij stoppen ermee.''", &[["zei", "Wij stoppen ermee.", "Mulder"]]);
}
