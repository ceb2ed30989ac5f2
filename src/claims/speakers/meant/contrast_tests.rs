//! Who is somebody else: roles that contradict, people told by others, bodies that are no firm, pronouns of the other sex.

use crate::Context;
use crate::claims::extract_attributions;
use crate::claims::types::SpeakerType;

/// The speakers of a text, in order; "-" for nobody.
fn speakers(language: &str, text: &str) -> Vec<String> {
    let found = extract_attributions(text, Some(language), &Context::default()).expect("small enough");
    found.into_iter().map(|found| found.speaker.unwrap_or_else(|| "-".into())).collect()
}

fn last(language: &str, text: &str) -> String {
    speakers(language, text).pop().expect("an attribution")
}

/// Checks who speaks last in each text.
fn check(language: &str, cases: &[(&str, &str)]) {
    for (text, speaker) in cases {
        assert_eq!(last(language, text), *speaker, "{text}");
    }
}

#[test]
fn another_office_is_somebody_else() {
    check(
        "en",
        &[
            ("Otto Kvist, a fisherman, said the net was full, but the mayor said it was empty.", "mayor"),
            ("Elsa Brandt, a nurse, said the ward was full. The doctor said there were beds.", "doctor"),
            ("Transport Minister Rita Hollis said the line would open. The mayor said it would not.", "mayor"),
        ],
    );
    let text = "Die Ministerin Rita Hollmann sagte, die Strecke werde gebaut. Der Bürgermeister sagte, sie komme nie.";
    assert_eq!(last("de", text), "Bürgermeister");
    let text = "Der Fischer Ragnar Tiedje sagte, die Netze seien leer. Der Bürgermeister sagte, sie seien voll.";
    assert_eq!(speakers("de", text), ["Ragnar Tiedje", "Bürgermeister"]);
    let text = "La ministre Rita Hollande a annoncé la fermeture. Le préfet a indiqué que la route resterait ouverte.";
    assert_eq!(last("fr", text), "préfet");
}

#[test]
fn the_same_office_is_the_same_person() {
    check(
        "en",
        &[
            ("Transport Minister Rita Hollis said the line would open. The minister said it was late.", "Rita Hollis"),
            ("Norwegian Deputy Trade Minister Per Vang said no. The Norwegian minister said it was late.", "Per Vang"),
            ("Geologist Ada Kern said the hill was moving. The scientist said nobody had listened.", "Ada Kern"),
            (
                "The prime minister came on Monday. He said the dam was safe. The prime minister, Jon Ask, waved.",
                "Jon Ask",
            ),
        ],
    );
    let text = "« Le pont est fermé », a déclaré la maire Lucie Arvenne. L’élue a affirmé que les travaux dureraient.";
    assert_eq!(last("fr", text), "Lucie Arvenne");
}

#[test]
fn the_mayor_of_another_town_is_another_mayor() {
    let text = "Ada Kern, the mayor of Hagenau, said the bridge was safe. The mayor of Rotfeld said it was not.";
    assert_eq!(speakers("en", text), ["Ada Kern", "mayor of Rotfeld"]);
    let text = "Der Bürgermeister von Hagenau, Paul Kern, sagte, die Brücke sei sicher.";
    assert_eq!(speakers("de", text), ["Paul Kern"]);
}

#[test]
fn whose_somebody_is_does_not_speak() {
    check(
        "en",
        &[
            ("A senior aide to Foreign Minister Ada Kern said no.", "senior aide to Foreign Minister Ada Kern"),
            ("A critic of Foreign Minister Ada Kern said it was late.", "critic of Foreign Minister Ada Kern"),
            ("A close ally of Ada Kern said it was late.", "close ally of Ada Kern"),
            ("The office of Mayor Ada Kern said it was late.", "office of Mayor Ada Kern"),
            ("The Kern administration said it was late.", "Kern administration"),
            ("US Deputy Secretary of State Ada Kern said it was late.", "Ada Kern"),
        ],
    );
    let text = "Un proche du ministre Paul Kern a affirmé que les discussions avaient échoué.";
    assert_eq!(last("fr", text), "proche du ministre Paul Kern");
    let text = "Un ancien conseiller du président affirme que la réunion n'a jamais eu lieu.";
    assert_eq!(speakers("fr", text), ["ancien conseiller du président"]);
}

#[test]
fn french_bodies_and_names_behind_their_kind_are_not_who_spoke_before() {
    for (said, speaker) in [
        ("L'armateur Tarnvik a démenti toute négociation.", "Tarnvik"),
        ("L'opposition affirme que la décision est illégale.", "opposition"),
        ("Selon l'autorité portuaire, le port restera ouvert.", "autorité portuaire"),
        ("Tarnvik n'a rien su, a affirmé son directeur général, Paul Brandel.", "Paul Brandel"),
    ] {
        let text = format!("La ministre Ada Kern a annoncé la fermeture du port. {said}");
        assert_eq!(last("fr", &text), speaker, "{said}");
    }
    let text = "La préfecture a critiqué ce texte. « Nous avons tout vérifié », a-t-elle ajouté.";
    assert_eq!(last("fr", text), "préfecture");
}

#[test]
fn a_ministry_is_no_firm_and_a_name_is_of_one_kind() {
    let text = "Tarnvik, the operator, denied it. The ministry called that \"baseless\". The company said it was safe.";
    assert_eq!(speakers("en", text), ["Tarnvik", "ministry", "Tarnvik"]);
    let text = "Tarnvik said the port was safe. Tarnvik denied the report. The company said it was calm.";
    let found = extract_attributions(text, Some("en"), &Context::default()).expect("small enough");
    assert!(found.iter().all(|found| found.speaker_type == Some(SpeakerType::Organisation)), "{found:?}");
    let text = "Tamsin Orle, the US deputy secretary of state, arrived on Monday. Orle said there was no date.";
    let found = extract_attributions(text, Some("en"), &Context::default()).expect("small enough");
    assert_eq!(found[0].speaker_type, Some(SpeakerType::Person));
}

#[test]
fn a_pronoun_of_the_other_sex_means_somebody_else_or_nobody() {
    let text = "Ms Linde and Ms Holt met on Monday. Linde said the plan was good. He said the plan was dead.";
    assert_eq!(last("en", text), "-");
    let text = "Judge Rolf Adler was late. A resident said the road was wet. The woman left. She said it was ice.";
    assert_ne!(last("en", text), "Rolf Adler");
    let text = "„Ich sah nichts“, sagte der Zeuge Ottmar Lohse. Die Richterin ermahnte ihn. Sie sagte, er müsse reden.";
    assert_eq!(last("de", text), "Richterin");
    // A translation that takes the wrong pronoun, where nobody else speaks.
    let text = "Karin Holt runs the clinic. Karin Holt said the ward was full. He said that nobody had come.";
    assert_eq!(last("en", text), "Karin Holt");
}

#[test]
fn german_names_end_where_nouns_begin() {
    check(
        "de",
        &[
            ("US-Vizeaußenministerin Ada Kern sagte, die Gespräche seien gescheitert.", "Ada Kern"),
            ("Ida Berg von der Gewerkschaft sagte, der Streik gehe weiter.", "Ida Berg"),
            ("Ursula von der Heide sagte, der Streik gehe weiter.", "Ursula von der Heide"),
            ("Die Erbin, Ludmilla Pohl, sagte, das Bild sei echt.", "Ludmilla Pohl"),
        ],
    );
}

#[test]
fn german_hearsay_has_the_source_that_it_names() {
    check(
        "de",
        &[
            ("Die Gespräche seien gescheitert, hieß es aus dem Ministerium.", "Ministerium"),
            ("Aus dem Ministerium hieß es, die Gespräche seien gescheitert.", "Ministerium"),
            ("Im Januar hieß es, die Gespräche seien gescheitert.", "-"),
            ("Tarnvik bestritt den Vorwurf. Der Hafen sei sicher, hieß es in einer Mitteilung.", "Tarnvik"),
        ],
    );
}

#[test]
fn who_was_asked_asks_nothing() {
    for text in [
        "Rita Hollis, asked whether she would resign, said she would stay.",
        "On Monday, asked whether she would resign, Rita Hollis said she would stay.",
    ] {
        assert_eq!(speakers("en", text), ["-", "Rita Hollis"], "{text}");
    }
    assert_eq!(last("en", "Neither the mayor nor the minister said the plant would close."), "mayor and minister");
    assert_eq!(last("en", "Rita Hollis had a plan. The minister disagreed and said the plan was late."), "minister");
}

#[test]
fn a_firm_is_not_the_person_of_its_name() {
    let texts = [
        (
            "de",
            "Ursula Brandt leitet das Werk. Brandt Chemicals bestritt, dass Gift austrat. Brandt sagte, sie habe nichts gewusst.",
        ),
        (
            "de",
            "Ursula Brandt leitet das Werk. Am Montag bestritt Brandt Chemicals, dass Gift austrat. Brandt sagte, sie habe nichts gewusst.",
        ),
        (
            "de",
            "Ursula Brandt leitet das Werk. Laut der Brandt Chemicals GmbH ist es sicher. Brandt Chemicals bestritt, dass Gift austrat. Brandt sagte, sie habe nichts gewusst.",
        ),
        (
            "en",
            "Ursula Brandt runs the plant. Brandt Chemicals denied that gas leaked. Brandt said she had known nothing.",
        ),
    ];
    for (language, text) in texts {
        let found = extract_attributions(text, Some(language), &Context::default()).expect("small enough");
        let keys: Vec<&str> = found.iter().filter_map(|said| said.speaker_key.as_deref()).collect();
        assert_eq!(keys[keys.len() - 2..], ["brandt chemicals", "brandt"], "{text}");
    }
}

#[test]
fn an_object_is_no_part_of_a_german_name() {
    let text = "Hans Berg leitet den Verein. Hier sieht auch Berg Vorteile. „Wir sind bereit“, sagte Berg.";
    check("de", &[(text, "Hans Berg")]);
}

#[test]
fn a_german_genitive_is_given_in_the_nominative() {
    for (text, speaker) in [
        ("Nach Angaben des Unternehmens wurden vierzig Arbeiter verletzt.", "Unternehmen"),
        ("Nach Einschätzung des zuständigen Ministeriums besteht keine Gefahr.", "zuständige Ministerium"),
        ("Nach Angaben des Amtes sind die Werte normal.", "Amt"),
        ("Nach Angaben des Verbandes steigen die Mieten.", "Verband"),
        ("Nach Angaben des Deutschen Wetterdienstes fällt Schnee.", "Deutsche Wetterdienst"),
        ("Der Konzern Nordline legte Zahlen vor. Nach Angaben des Unternehmens stieg der Umsatz.", "Nordline"),
        ("Die Stiftung Lund klagte. Nach Auffassung des Gerichts ist das Heim sicher.", "Gericht"),
        ("Laut dem Präsidenten ist die Lage ernst.", "Präsident"),
        ("Der Konzern Nordline legte Zahlen vor. Nach Angaben des Konzerns stieg der Umsatz.", "Nordline"),
        ("Das Umweltministerium nahm Proben. Nach Angaben des Ministeriums sind sie sauber.", "Umweltministerium"),
    ] {
        check("de", &[(text, speaker)]);
    }
}

#[test]
fn whose_office_it_is_makes_no_name_of_it() {
    let text = "Anna Lang legt ihr Amt nieder. Das teilte der Verband am Montag mit.";
    assert_eq!(last("de", text), "Verband");
}

#[test]
fn another_portfolio_is_another_minister() {
    let text = "Italy's energy minister, Paolo Rizzo, said the cap was low. Tolland would veto it, its foreign minister warned.";
    assert_ne!(last("en", text), "Paolo Rizzo");
    let text = "Nestor Kalu, the minister of works, said the bridge was safe. The minister, however, blamed builders for the delay.";
    assert_eq!(last("en", text), "Nestor Kalu");
}

#[test]
fn an_owner_is_whose_the_text_said() {
    let text =
        "Kayla Marsh, 17, said the dog attacked her. She called the dog's owner a coward. The owner denies the claims.";
    assert_eq!(last("en", text), "dog's owner");
}

#[test]
fn the_company_is_what_the_sentence_before_is_about() {
    let text = "Two firms bid for the port: Nordline and Harbour Group. Nordline offered 40 million euros. The company said it would keep all jobs.";
    assert_eq!(last("en", text), "Nordline");
}
