//! How newspapers of the packs tell who speaks: inside quotation marks, in a headline, in the sentence before, over paragraphs.

use crate::claims::attribution::testing::{parts, read};

#[track_caller]
fn expect(language: &str, text: &str, expected: &[[&str; 3]]) {
    assert_eq!(parts(text, language), expected, "{language}: {text}");
}

/// The only attribution of each text.
#[track_caller]
fn each(cases: &[(&str, &str, [&str; 3])]) {
    for (language, text, said) in cases {
        expect(language, text, &[*said]);
    }
}

/// Who speaks, attribution by attribution.
#[track_caller]
fn speakers(language: &str, text: &str, expected: &[&str]) {
    let found: Vec<String> = read(text, language).into_iter().map(|found| found.speaker.unwrap_or_default()).collect();
    assert_eq!(found, expected, "{language}: {text}");
}

#[test]
fn a_cue_inside_the_marks_cuts_the_quotation() {
    let cut = "Le marché a vécu … Il faut le raser.";
    let text = "« Le marché a vécu, estime l'adjointe Lucie Brandon, devant une salle pleine. Il faut le raser. »";
    expect("fr", text, &[["l'adjointe Lucie Brandon", "estime", cut]]);
    let cut = "Je reste … parce que j'aime ce club.";
    expect(
        "fr",
        "« Je reste, a confirmé Marc Tirel à la radio, parce que j'aime ce club. »",
        &[["Marc Tirel", "a confirmé", cut]],
    );
    let cut = "Pourquoi fermer ? … Personne ne répond.";
    expect(
        "fr",
        "« Pourquoi fermer ? demande Lucie Brandon. Personne ne répond. »",
        &[["Lucie Brandon", "demande", cut]],
    );
    expect("es", "«No vimos nada, lamentó. Todo ardió.»", &[["", "lamentó", "No vimos nada … Todo ardió."]]);
    let text = "«La diga è vecchia – ammette l'assessora Lucia Branda – e va rifatta.»";
    expect("it", text, &[["l'assessora Lucia Branda", "ammette", "La diga è vecchia … e va rifatta."]]);
}

#[test]
fn what_only_looks_like_a_cue_inside_stays_speech() {
    let whole = "Il m'a dit, le maire, que tout irait bien";
    expect("fr", &format!("« {whole} », raconte Lucie Brandon."), &[["Lucie Brandon", "raconte", whole]]);
    let whole = "Llegó, miró la zanja, y se fue";
    expect("es", &format!("«{whole}», recuerda Lucía Branda."), &[["Lucía Branda", "recuerda", whole]]);
}

#[test]
fn a_view_stands_behind_for() {
    let text = "Pour Lucie Brandon, présidente des riverains, la digue est à bout.";
    expect("fr", text, &[["Lucie Brandon", "Pour", "la digue est à bout"]]);
    let text = "Per il sindaco Marco Tirelli, la diga è allo stremo.";
    expect("it", text, &[["il sindaco Marco Tirelli", "Per", "la diga è allo stremo"]]);
    expect("fr", "Pour la fête, la digue sera fermée.", &[]);
    expect("es", "Para el verano, el dique estará cerrado.", &[]);
}

#[test]
fn the_source_stands_inside_the_phrase_or_behind_a_verb() {
    let text = "Naar haar mening houdt de dijk het niet.";
    expect("nl", text, &[["haar", "Naar haar mening", "houdt de dijk het niet"]]);
    speakers("es", "Lucía Branda visitó el dique. A su juicio, no aguantará el invierno.", &["Lucía Branda"]);
    let text = "Según explicó a este diario la ingeniera Lucía Branda, el dique aguanta.";
    expect("es", text, &[["la ingeniera Lucía Branda", "Según explicó", "el dique aguanta"]]);
    let text = "Zoals ingenieur Lucie Brandsma maandag uitlegde, houdt de dijk het.";
    expect("nl", text, &[["ingenieur Lucie Brandsma", "Zoals", "houdt de dijk het"]]);
    let text = "Uit een rapport van het waterschap blijkt dat de dijk houdt.";
    expect("nl", text, &[["een rapport van het waterschap", "blijkt", "de dijk houdt"]]);
    expect("nl", "Naar verluidt stond de deur open.", &[["", "Naar verluidt", "stond de deur open"]]);
    let text = "Плотина не выдержит, пишет «Вестник Долины» со ссылкой на мэрию.";
    expect("ru", text, &[["мэрию", "со ссылкой на", "Плотина не выдержит"]]);
}

#[test]
fn places_speak_where_the_verb_has_no_subject() {
    expect("ru", "В мэрии заявили, что плотина выдержит.", &[["мэрии", "заявили", "плотина выдержит"]]);
    let text = "Плотина не выдержит, говорится в отчёте ведомства.";
    expect("ru", text, &[["отчёте ведомства", "говорится", "Плотина не выдержит"]]);
    let text = "Desde el sindicato aseguran que el dique aguanta.";
    expect("es", text, &[["el sindicato", "aseguran", "el dique aguanta"]]);
    let text = "Due uomini sono stati arrestati, si legge in una nota della questura.";
    expect("it", text, &[["una nota della questura", "si legge", "Due uomini sono stati arrestati"]]);
    expect("ru", "В среду депутаты заявили, что плотина выдержит.", &[["депутаты", "заявили", "плотина выдержит"]]);
}

#[test]
fn infinitives_are_clauses_wherever_they_stand() {
    each(&[
        (
            "fr",
            "Le gérant Marc Tirel a reconnu jeudi devant le tribunal avoir laissé la porte ouverte.",
            ["Le gérant Marc Tirel", "a reconnu", "avoir laissé la porte ouverte"],
        ),
        (
            "it",
            "Marco Tirelli ha negato ieri in aula di avere toccato il denaro.",
            ["Marco Tirelli", "ha negato", "di avere toccato il denaro"],
        ),
        ("pt", "Marcos Tirel respondeu não ter os dados.", ["Marcos Tirel", "respondeu", "não ter os dados"]),
        (
            "fr",
            "Marc Tirel juge la fermeture de la gare « inacceptable ».",
            ["Marc Tirel", "juge", "la fermeture de la gare « inacceptable »"],
        ),
    ]);
    expect(
        "es",
        "Dijo haber avisado a la alcaldía y sostuvo que nadie respondió.",
        &[["", "Dijo", "haber avisado a la alcaldía"], ["", "sostuvo", "nadie respondió"]],
    );
}

#[test]
fn sources_are_whole_phrases() {
    each(&[
        (
            "es",
            "El forense, que declaró por video, coincidió en que la puerta estaba abierta.",
            ["El forense", "coincidió", "la puerta estaba abierta"],
        ),
        (
            "fr",
            "Son entraîneur, Marc Tirel, n'a pas mâché ses mots : « Il n'y a plus de match. »",
            ["Son entraîneur, Marc Tirel", ":", "Il n'y a plus de match."],
        ),
        ("ru", "Позже тренер всё же признал, что дверь была открыта.", ["тренер", "признал", "дверь была открыта"]),
        (
            "fr",
            "La directrice a finalement admis que la porte était ouverte.",
            ["La directrice", "a finalement admis", "la porte était ouverte"],
        ),
        (
            "nl",
            "Een nieuw duel komt er niet, aldus dezelfde verklaring.",
            ["dezelfde verklaring", "aldus", "Een nieuw duel komt er niet"],
        ),
        ("nl", "‘Mits het droog blijft’, luidt zijn antwoord.", ["zijn", "luidt", "Mits het droog blijft"]),
        (
            "it",
            "A detta del difensore, l'avvocato Marco Tirelli, la porta era aperta.",
            ["difensore, l'avvocato Marco Tirelli", "A detta del", "la porta era aperta"],
        ),
    ]);
}

#[test]
fn a_sentence_says_who_said_the_one_before() {
    each(&[
        (
            "ru",
            "Мост достроят в октябре. Об этом сообщил на заседании думы мэр Марк Белов.",
            ["Марк Белов", "сообщил", "Мост достроят в октябре"],
        ),
        (
            "es",
            "El dique aguantará. Así lo reconoció ayer la concejala Lucía Branda.",
            ["la concejala Lucía Branda", "reconoció", "El dique aguantará"],
        ),
        (
            "nl",
            "De school gaat dicht. Dat heeft directeur Mark Tirels vrijdag meegedeeld.",
            ["directeur Mark Tirels", "meegedeeld", "De school gaat dicht"],
        ),
    ]);
    expect("nl", "De school gaat dicht. Dat is jammer.", &[]);
}

#[test]
fn the_sentence_before_brings_in_who_speaks() {
    let text = "Nella palestra, Lucia Branda stringe una coperta. «Ho preso solo le medicine.»";
    speakers("it", text, &["Lucia Branda"]);
    let text = "In der Turnhalle sitzt Lena Brandt auf einer Decke. „Ich habe nur die Medikamente mitgenommen.“";
    speakers("de", text, &["Lena Brandt"]);
    // Two names: nobody is guessed.
    let text = "Lucia Branda saluta Marco Tirelli. «Ho preso solo le medicine.»";
    speakers("it", text, &[""]);
    let text = "Lúcia Branda não tem dúvidas: «A estação era a vida.»";
    expect("pt", text, &[["Lúcia Branda", ":", "A estação era a vida."]]);
}

#[test]
fn a_headline_has_the_speaker_of_the_article() {
    let text = "Pro Valdera, furia Tirelli: «Qualcuno fa il furbo»\n\
                La squadra ha perso. «Qualcuno fa il furbo», attacca il tecnico Marco Tirelli.";
    speakers("it", text, &["Marco Tirelli", "Marco Tirelli"]);
    let text = "Urgences de Vaux : « La nuit, on est deux »\nLes urgences ferment.";
    speakers("fr", text, &[""]);
    let text =
        "Tirel nach 0:5: „Das war nichts“\n\nDer Klub hat verloren. „Wir bleiben ruhig“, sagte Trainer Mark Tirel.";
    speakers("de", text, &["Mark Tirel", "Mark Tirel"]);
}

#[test]
fn quotations_over_paragraphs_are_one() {
    let both = "Ich habe hier schwimmen gelernt. … Und wo lernen meine Enkel?";
    let text =
        "Im Ort ist Unruhe.\n„Ich habe hier schwimmen gelernt.\n„Und wo lernen meine Enkel?“, fragt Lena Brandt.";
    expect("de", text, &[["Lena Brandt", "fragt", both]]);
    let text = "De buurt is boos.\n‘Mijn man werkte hier.\n‘Nu is het voorbij’, vertelt Lucie Brandsma.";
    expect("nl", text, &[["Lucie Brandsma", "vertelt", "Mijn man werkte hier. … Nu is het voorbij"]]);
    // An apostrophe opens nothing.
    let text = "De buurt is boos in ‘t dorp.\n‘Nu is het voorbij’, vertelt Lucie Brandsma.";
    expect("nl", text, &[["Lucie Brandsma", "vertelt", "Nu is het voorbij"]]);
}

#[test]
fn names_in_marks_and_idioms_report_nothing() {
    expect("es", "La asociación «Aire Limpio» denunciará el caso.", &[]);
    expect("fr", "Il faut dire que la facture avait doublé.", &[]);
    expect("it", "Va detto che i microfoni funzionavano.", &[]);
    expect("ru", "Фирме «Север» перечислили деньги.", &[]);
}

#[test]
fn what_is_found_so_or_taken_up_behind_a_colon_is_said() {
    for (language, text, source, content) in [
        ("fr", "Odile Brunel juge la sanction trop légère.", "Odile Brunel", "la sanction trop légère"),
        (
            "fr",
            "Il s'était offert un voilier, ont établi les enquêteurs.",
            "les enquêteurs",
            "Il s'était offert un voilier",
        ),
        (
            "it",
            "Lo stabilimento resterà aperto: lo ha annunciato Marco Riva.",
            "Marco Riva",
            "Lo stabilimento resterà aperto",
        ),
        ("it", "Per Marco Riva la legge è sbagliata.", "Marco Riva", "la legge è sbagliata"),
    ] {
        let found = parts(text, language);
        assert_eq!(found.len(), 1, "{text} {found:?}");
        assert_eq!([&found[0][0], &found[0][2]], [source, content], "{text}");
    }
    let text = "La procureure Anne Brunel s'est dite satisfaite que la faute ait été reconnue.";
    let found = parts(text, "fr");
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(found[0][2], "la faute ait été reconnue");
}

#[test]
fn what_is_set_up_or_tried_is_not_said() {
    for (language, text) in [
        ("fr", "La mairie a établi un périmètre de sécurité."),
        ("fr", "La cour juge le trésorier en mai."),
        ("it", "Per San Marino la partita è decisiva."),
        ("it", "Per Pasqua la strada è chiusa."),
    ] {
        assert!(parts(text, language).is_empty(), "{text} {:?}", parts(text, language));
    }
}

#[test]
fn whom_somebody_was_told_to_have_warned_warns_of_nothing() {
    let text = "A secretária Ana Brito garantiu que alertou o ministério em 2023 para o problema dos depósitos.";
    speakers("pt", text, &["Ana Brito"]);
}

#[test]
fn what_somebody_calls_for_is_said() {
    each(&[("ru", "Президент призвал стороны к новым переговорам.", ["Президент", "призвал", "новым переговорам"])]);
}

#[test]
fn whom_it_was_told_is_not_who_told_it() {
    speakers("ru", "Как рассказал агентству западный дипломат, на снимках видны следы.", &["западный дипломат"]);
    speakers("ru", "Министр иностранных дел Кастрии Надя Русев заявила, что мост закрыт.", &["Надя Русев"]);
    speakers(
        "it",
        "Secondo il ministro delle Finanze Andrej Bolt, il ponte resterà chiuso per mesi.",
        &["Andrej Bolt"],
    );
}
