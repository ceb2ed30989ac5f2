//! Verbs of the romance packs that report nothing where they stand, and sources that stand in unusual places.

use crate::claims::attribution::testing::{parts, read};

fn silent(language: &str, texts: &[&str]) {
    for text in texts {
        assert!(read(text, language).is_empty(), "{language}: {text}: {:?}", parts(text, language));
    }
}

/// The speakers of a text.
fn speakers(text: &str, language: &str) -> Vec<String> {
    read(text, language).into_iter().map(|found| found.speaker.unwrap_or_default()).collect()
}

#[test]
fn participles_that_describe_a_noun_report_nothing() {
    silent(
        "es",
        &[
            "La final celebrada el 3 de mayo en Lugo reunió a mil personas que cantaron.",
            "La población estimada en 2004 era de 900 vecinos.",
        ],
    );
    silent("fr", &["Le tableau exposé au musée de la ville attire la foule."]);
    silent("it", &["Il piano, annunciato nel mese di marzo, punta sul porto."]);
    silent(
        "pt",
        &["O primeiro local apontado são os terrenos do parque.", "A dívida, estimada em três milhões, cresceu."],
    );
    let text = "La concejala ha pedido calma y reclamado que el puente se cierre.";
    assert!(parts(text, "es").iter().any(|[_, cue, content]| cue == "reclamado" && content == "el puente se cierre"));
}

#[test]
fn idioms_and_nouns_that_look_like_verbs_report_nothing() {
    silent(
        "es",
        &[
            "El pueblo cuenta con una estación que une el valle con la costa.",
            "Hay que tener en cuenta que la obra es cara.",
        ],
    );
    silent("fr", &["Le parc vous propose un choix de sentiers.", "À noter que deux ateliers sont prévus."]);
    silent(
        "pt",
        &[
            "Para tudo o resto é preciso discriminar quem paga.",
            "Tendo em conta que o rio subiu, a feira mudou de lugar.",
        ],
    );
}

#[test]
fn reflexives_that_are_passives_report_nothing() {
    silent(
        "es",
        &["El ritual se describe en un libro de la villa.", "En la plaza se celebra la feria que atrae a miles."],
    );
    let text = "La alcaldesa se queja de que el puente sigue cerrado.";
    assert_eq!(parts(text, "es")[0][2], "el puente sigue cerrado");
}

#[test]
fn that_behind_an_object_opens_no_reported_clause() {
    silent("es", &["En la obra interpretó a Inés, una joven que se marcha al mar."]);
    let found = parts("El edil anunció la semana pasada que el puente abrirá en mayo.", "es");
    assert_eq!(found[0][2], "el puente abrirá en mayo");
    let found = parts("La ministra advirtió a los vecinos que el agua no es potable.", "es");
    assert_eq!(found[0][2], "el agua no es potable");
}

#[test]
fn purposes_are_not_said() {
    silent("es", &["Las naciones acordaron formar una alianza para reclamar la deuda contraída."]);
    let found = parts("A empresa aproveitou para anunciar a criação de uma nova fábrica.", "pt");
    assert_eq!(found[0][0], "A empresa");
}

#[test]
fn ways_and_measures_are_no_sources() {
    silent(
        "fr",
        &[
            "Le verre se fonce selon l'intensité de la lumière.",
            "La halle est bâtie selon les plans de l'architecte Anne Petit.",
        ],
    );
    assert_eq!(parts("Le pont fermera selon la mairie de Brévigny.", "fr")[0][0], "la mairie de Brévigny");
}

#[test]
fn a_source_has_no_finite_verb() {
    let found = parts("Ito pode anunciar hoje que a sessão está proibida.", "pt");
    assert_eq!(found[0][0], "Ito");
    let found = parts("Il ministro Rovani ha da poco annunciato le proprie dimissioni.", "it");
    assert_eq!(found[0][0], "Il ministro Rovani");
}

#[test]
fn sources_behind_whom_it_is_told_and_where() {
    assert_eq!(
        speakers("«Ficaram de fora», disse à Tribuna António Henrique Neto, diretor do porto.", "pt"),
        ["António Henrique Neto"]
    );
    assert_eq!(speakers("«Foi difícil», disse ao DIÁRIO Anabela Moutela.", "pt"), ["Anabela Moutela"]);
    assert_eq!(speakers("La guerra sigue en la costa, confirmaron a EFE fuentes médicas.", "es"), ["fuentes médicas"]);
    assert_eq!(speakers("El hombre murió en el puerto, confirmó hoy Tomás Rey en un comunicado.", "es"), ["Tomás Rey"]);
    let text = "« Tout est clair », a déclaré hier sur les ondes de la Radio Sept, Malek Sayad, directeur du port.";
    assert_eq!(speakers(text, "fr"), ["Malek Sayad"]);
}

#[test]
fn what_tells_of_a_source_is_none_of_what_is_said() {
    let cases = [
        (
            "pt",
            "Segundo Eduardo Lagos, superintendente do porto, já foram aplicadas 400 multas.",
            "já foram aplicadas 400 multas",
        ),
        (
            "es",
            "Según informa la Autoridad Portuaria de Taro (APT), titular del museo, la donación es firme.",
            "la donación es firme",
        ),
        ("fr", "Selon Marie Petit (PS), maire de Brévigny, le pont rouvrira en mai.", "le pont rouvrira en mai"),
        ("it", "Secondo Anna Riva, 45 anni, sindaca di Lodi, il ponte è sicuro.", "il ponte è sicuro"),
    ];
    for (language, text, content) in cases {
        assert_eq!(parts(text, language)[0][2], content, "{text}");
    }
    let text = "A professora Cláudia Morga, 25, da academia Lima, recomenda que se corra devagar.";
    assert_eq!(speakers(text, "pt"), ["Cláudia Morga"]);
    let text = "O prefeito de Juá, Manoel Salvia (PSX), disse que ninguém foi pago.";
    assert_eq!(speakers(text, "pt"), ["Manoel Salvia"]);
}

#[test]
fn family_names_with_a_particle_at_the_head() {
    let german = "Ursula von der Heyden reiste nach Rom. Von der Heyden sagte, das Abkommen komme bald. Das sei falsch, sagte von der Heyden.";
    assert_eq!(speakers(german, "de"), ["Ursula von der Heyden"; 2]);
    assert_eq!(speakers("Von der Heyden said the deal was close.", "en"), ["Von der Heyden"]);
    assert_eq!(speakers("Di Marzo ha detto che il governo cadrà.", "it"), ["Di Marzo"]);
    assert_eq!(speakers("De la Fuente dijo que el equipo está listo.", "es"), ["De la Fuente"]);
    silent("de", &["Von der Idee hält er nichts."]);
}

#[test]
fn what_is_called_for_and_what_somebody_says_of_himself() {
    let cases = [
        ("fr", "Le préfet a appelé les habitants à rester chez eux.", "rester chez eux"),
        ("it", "Il prefetto ha invitato gli abitanti a restare a casa.", "restare a casa"),
        ("es", "El ministro llamó a la población a quedarse en casa.", "quedarse en casa"),
        ("fr", "Le syndicat s'est dit opposé à la fermeture.", "opposé à la fermeture"),
        ("it", "Il sindacato si è detto contrario alla chiusura.", "contrario alla chiusura"),
        ("es", "Juan Rey está convencido de que el puente aguantará.", "el puente aguantará"),
        ("es", "En marzo, la fábrica ardió, dijo el alcalde Juan Rey.", "En marzo, la fábrica ardió"),
    ];
    for (language, text, content) in cases {
        let found = parts(text, language);
        assert_eq!(found.first().map(|found| found[2].as_str()), Some(content), "{text}: {found:?}");
    }
}

#[test]
fn whom_it_is_told_is_no_object_and_asides_part_no_verb() {
    let found = parts("La mairie a informé les riverains que le pont fermera en mai.", "fr");
    assert_eq!(found[0][2], "le pont fermera en mai");
    let found = parts("Le maire a, lui aussi, affirmé que le pont tiendra.", "fr");
    assert_eq!(found[0][2], "le pont tiendra");
    let found = parts("Segundo a polícia, o condutor perdeu o controlo do carro, que ardeu.", "pt");
    assert!(found[0][2].starts_with("o condutor perdeu"), "{found:?}");
}

#[test]
fn what_has_just_been_announced_is_announced() {
    assert_eq!(parts("Le groupe vient d'annoncer la fermeture de l'usine.", "fr")[0][2], "la fermeture de l'usine");
    assert_eq!(parts("La empresa acaba de anunciar el cierre de la planta.", "es")[0][2], "el cierre de la planta");
}

#[test]
fn when_and_where_it_was_said_is_no_object() {
    for (language, text) in [
        ("fr", "Le maire a affirmé lors d'une réunion que le pont fermera."),
        ("fr", "Le maire a annoncé le 12 mars que le pont fermera."),
        ("es", "El edil aseguró durante una visita que el puente abrirá."),
        ("pt", "O autarca garantiu numa entrevista à rádio que a ponte abre."),
    ] {
        assert!(
            parts(text, language)[0][2].contains("pon") || parts(text, language)[0][2].contains("puente"),
            "{text}"
        );
        assert!(!parts(text, language)[0][2].contains(" que "), "{text}");
    }
}

#[test]
fn what_became_of_the_accused_is_told_and_said_by_nobody() {
    for text in [
        "A former mayor of Dunavar was found guilty on Thursday of taking bribes from a builder.",
        "The city's ex-mayor Emeric Toldas was cleared yesterday of having sold building permits for cash.",
        "Ex-harbour chief Goran Tessel walked away cleared of the corruption charges that ended his career.",
        "Two guards were acquitted of having beaten a prisoner.",
        "Doctors were absolved of blame for the death.",
        "The minister was charged with perjury.",
        "The skipper was found dead in his cabin on Sunday.",
    ] {
        assert_eq!(parts(text, "en"), Vec::<[String; 3]>::new(), "{text}");
    }
    let text = "The inquiry found that the skipper was drunk.";
    assert_eq!(parts(text, "en"), [["The inquiry", "found", "that the skipper was drunk"]]);
}

#[test]
fn what_is_refused_and_who_is_appointed_is_said_by_nobody() {
    for text in [
        "The judge denied bail to the banker on Monday.",
        "The bill was rejected by the senate on Tuesday.",
        "Parliament rejected the bill on Tuesday.",
        "Passengers were denied boarding because of a computer failure.",
        "Three times she stood a point from victory, and three times she was denied.",
        "The board yesterday named Jorun Pell as his successor in the chief executive's chair.",
    ] {
        assert_eq!(parts(text, "en"), Vec::<[String; 3]>::new(), "{text}");
    }
    let text = "The company denied the claims on Monday.";
    assert_eq!(parts(text, "en"), [["The company", "denied", "the claims"]]);
}

#[test]
fn whom_something_is_said_of_belongs_to_the_accusation() {
    for (language, text, content) in [
        ("fr", "Le syndicat accuse la direction de mentir.", "la direction de mentir"),
        ("fr", "Le syndicat a accusé la compagnie d'avoir menti.", "la compagnie d'avoir menti"),
        ("it", "Il sindacato accusa l'azienda di mentire.", "l'azienda di mentire"),
    ] {
        let found = parts(text, language);
        assert_eq!(found.iter().map(|[.., content]| content.as_str()).collect::<Vec<_>>(), [content], "{text}");
    }
}
