//! German attributions; the texts are written for the project.

use crate::claims::attribution::testing::{contents as content, of};
use crate::claims::attribution::*;
use crate::claims::types::Kind;

fn read(text: &str) -> Vec<Attribution> {
    testing::read(text, "de")
}

/// Source, cue and content of the only attribution.
#[track_caller]
fn only(text: &str) -> (String, String, String) {
    let found = read(text);
    assert_eq!(found.len(), 1, "{text}: {found:?}");
    (of(text, found[0].source_span), of(text, found[0].cue_span), content(text, &found[0]))
}

#[track_caller]
fn check(text: &str, source: &str, cue: &str, said: &str) {
    let found = only(text);
    assert_eq!((found.0.as_str(), found.1.as_str(), found.2.as_str()), (source, cue, said), "{text}");
}

#[test]
fn a_clause_behind_a_comma_or_dass() {
    check(
        "Die Bürgermeisterin sagte, die Brücke bleibe gesperrt.",
        "Die Bürgermeisterin",
        "sagte",
        "die Brücke bleibe gesperrt",
    );
    check("Der Betreiber betont, dass die Anlage sicher ist.", "Der Betreiber", "betont", "die Anlage sicher ist");
    check(
        "Am Montag erklärte der Sprecher der Werft, Jonas Thiel, dass der Umbau ruht.",
        "der Sprecher der Werft, Jonas Thiel",
        "erklärte",
        "der Umbau ruht",
    );
    check("Reporter fragten die Ministerin, warum der Zug ausfiel.", "Reporter", "fragten", "warum der Zug ausfiel");
}

#[test]
fn the_verb_behind_what_is_said() {
    check("Der Hafen sei wieder offen, teilte die Polizei mit.", "die Polizei", "teilte", "Der Hafen sei wieder offen");
    check("„Wir bauen die Schule neu“, versprach Karin Holm.", "Karin Holm", "versprach", "Wir bauen die Schule neu");
    check("Die Preise, sagte Holm, seien zu hoch.", "Holm", "sagte", "Die Preise … seien zu hoch");
}

#[test]
fn a_colon_before_a_quotation() {
    check("Holm sagte: „Das Wasser steigt noch.“", "Holm", "sagte", "Das Wasser steigt noch.");
    check("Karin Holm: „Das Wasser steigt noch.“", "Karin Holm", ":", "Das Wasser steigt noch.");
}

#[test]
fn participles_behind_their_auxiliary() {
    check(
        "Die Gewerkschaft hat ein Ende der Nachtschichten gefordert.",
        "Die Gewerkschaft",
        "gefordert",
        "ein Ende der Nachtschichten",
    );
    check("Holm hat gesagt, dass sie bleibt.", "Holm", "gesagt", "sie bleibt");
}

#[test]
fn objects_that_are_what_is_said() {
    check(
        "Der Verband warnte vor einer Schließung der Klinik.",
        "Der Verband",
        "warnte",
        "einer Schließung der Klinik",
    );
    check("Die Ärztin lehnte den Vorschlag des Landes ab.", "Die Ärztin", "lehnte", "den Vorschlag des Landes");
}

#[test]
fn according_to_somebody() {
    check("Laut der Feuerwehr brannte das Dach zuerst.", "der Feuerwehr", "Laut", "brannte das Dach zuerst");
    check("Der Zug fuhr nach Angaben der Bahn zu schnell.", "der Bahn", "nach Angaben", "Der Zug fuhr … zu schnell");
    check("Dem Bericht zufolge fehlen zwölf Züge.", "Dem Bericht", "zufolge", "fehlen zwölf Züge");
    check("Die Halle ist sicher, so der Prüfer Emil Rast.", "der Prüfer Emil Rast", "so", "Die Halle ist sicher");
    check("Wie die Stadt mitteilte, öffnet das Bad im Mai.", "die Stadt", "mitteilte", "öffnet das Bad im Mai");
    check("Ihrer Ansicht nach fehlt das Geld.", "Ihrer", "Ihrer Ansicht nach", "fehlt das Geld");
}

#[test]
fn a_relative_clause_bounds_what_laut_reports() {
    let text = "Der Damm, der laut Holm zu niedrig ist, wird erneuert.";
    check(text, "Holm", "laut", "zu niedrig ist");
}

#[test]
fn the_subjunctive_goes_on_without_a_cue() {
    let text = "Karin Holm sagte, die Brücke sei alt. Der Beton habe Risse. Niemand könne sie mehr befahren. Sie steht seit 1960.";
    let found = read(text);
    let said: Vec<String> = found.iter().map(|attribution| content(text, attribution)).collect();
    assert_eq!(said, ["die Brücke sei alt", "Der Beton habe Risse", "Niemand könne sie mehr befahren"]);
    assert!(found.iter().all(|attribution| attribution.speaker.as_deref() == Some("Karin Holm")), "{found:?}");
    assert!(found[1].cue_span.is_none() && found[1].kind == Kind::Indirect);
}

#[test]
fn whom_one_speaks_with_is_not_what_is_said() {
    assert!(read("Die Polizei sprach mit dem Toxikologen Emil Rast.").is_empty());
}

#[test]
fn subjunctives_that_report_nothing() {
    for text in [
        "Es sei denn, der Fluss steigt wieder an.",
        "Er tat so, als habe er nichts gehört.",
        "Ich habe den Zug verpasst und warte.",
    ] {
        assert!(read(text).is_empty(), "{text}: {:?}", read(text));
    }
}

#[test]
fn das_sagte_points_back() {
    let text = "Die Fähre fällt bis Ostern aus. Das teilte die Reederei am Dienstag mit.";
    check(text, "die Reederei", "teilte", "Die Fähre fällt bis Ostern aus");
}

#[test]
fn a_term_in_marks_stays_in_its_clause() {
    let found = read("Holm warnte vor einer „stillen Enteignung“ der Fischer.");
    assert_eq!((found.len(), found[0].kind), (1, Kind::Mixed));
    assert!(read("Das „Haus am See“ öffnet im Mai.").is_empty());
}

#[test]
fn nested_marks_stay_inside() {
    let text = "„Er rief ‚Weg da!‘, und dann fiel der Mast“, sagte Holm.";
    check(text, "Holm", "sagte", "Er rief ‚Weg da!‘, und dann fiel der Mast");
}

#[test]
fn adverbials_at_the_head_are_no_source() {
    for text in
        ["Im Landtag sagte der Minister, die Lage sei ernst.", "Daraufhin sagte der Minister, die Lage sei ernst."]
    {
        assert_eq!(only(text).0, "der Minister", "{text}");
    }
}

#[test]
fn nouns_with_their_clause() {
    check(
        "Die Sorge der Anwohner, dass der Hang rutscht, wächst.",
        "der Anwohner",
        "Sorge",
        "der Hang rutscht, wächst",
    );
}

#[test]
fn a_party_in_brackets_belongs_to_its_member() {
    let found = only("Oberbürgermeister Tim Rasch (SPD) wies Vorwürfe zurück, die Stadt habe Warnungen ignoriert.");
    assert!(found.0.starts_with("Oberbürgermeister Tim Rasch"), "{found:?}");
    assert_eq!(found.2, "die Stadt habe Warnungen ignoriert");
}

#[test]
fn a_form_of_both_moods_goes_on_between_two_that_report() {
    let text = "Der Landrat sagte, die Lage sei ernst. Die Helfer schliefen im Zelt. Man habe keine Wahl.";
    let found = read(text);
    assert_eq!(found.len(), 3, "{found:?}");
    assert_eq!(found[1].spans[0].of(text), "Die Helfer schliefen im Zelt");
    assert_eq!(found[1].speaker, found[0].speaker);
    // Behind it the article speaks for itself.
    assert_eq!(read("Der Landrat sagte, die Lage sei ernst. Die Helfer schliefen im Zelt. Der Sturm zog ab.").len(), 1);
}

#[test]
fn three_words_in_the_subjunctive_go_on() {
    let text = "Die Lage sei ruhig, so Rasch. Niemand sei gestorben.";
    let found = read(text);
    assert_eq!(found.len(), 2, "{found:?}");
    assert_eq!(found[1].speaker, found[0].speaker);
}

#[test]
fn what_is_turned_down_is_what_is_denied() {
    check("Der Konzern wies die Vorwürfe zurück.", "Der Konzern", "wies", "die Vorwürfe");
    assert!(read("Der Konzern wies auf die Gefahr hin.").is_empty());
}

#[test]
fn whom_a_passive_accuses_does_not_speak() {
    let text = "Der Firma wird vorgeworfen, Giftmüll in den Fluss geleitet zu haben.";
    let found = read(text);
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].source_span.is_none() && found[0].speaker.is_none(), "{found:?}");
    let found = only("Der Firma wird von der Behörde vorgeworfen, Giftmüll in den Fluss geleitet zu haben.");
    assert_eq!(found.0, "der Behörde");
}

#[test]
fn reports_that_no_subject_tells() {
    let gone = "Das Geld sei weg";
    check(&format!("{gone}, heißt es in einer Studie des Landes."), "einer Studie des Landes", "heißt es", gone);
    check("In einer Studie heißt es, das Geld sei weg.", "einer Studie", "heißt es", "das Geld sei weg");
    check("Wie aus dem Bericht hervorgeht, fehlt das Geld.", "dem Bericht", "hervorgeht", "fehlt das Geld");
    check("Nach Polizeiangaben stand die Tür offen.", "Polizeiangaben", "Nach", "stand die Tür offen");
    check("Nach ihrer Darstellung stand die Tür offen.", "ihrer", "Nach ihrer Darstellung", "stand die Tür offen");
    check("Nach Einschätzung eines Gutachters hält er.", "eines Gutachters", "Nach Einschätzung", "hält er");
    let text = "Für Verteidiger Jan Holm steht das Verfahren auf „tönernen Füßen“.";
    check(text, "Verteidiger Jan Holm", "Für", "steht das Verfahren auf „tönernen Füßen“");
    assert!(read("Für den Winter ist der Deich „gesperrt“.").is_empty());
    assert!(read("Der Fluss heißt im Ort die Graue.").is_empty());
}

#[test]
fn who_a_sentence_is_about_speaks_behind_its_colon() {
    let text = "Stürmer Mark Tirel entschuldigte sich auf seinem Kanal: „Tut mir leid.“";
    check(text, "Stürmer Mark Tirel", ":", "Tut mir leid.");
    check("Lena Brandt winkt ab: Der Deich halte noch.", "Lena Brandt", ":", "Der Deich halte noch");
    assert!(read("Lena Brandt hat zwei Hobbys: Segeln und Rudern am See.").is_empty());
}

#[test]
fn reported_deeds_and_clauses_around_the_verb() {
    let text = "Der Betreiber räumte am Montag ein, die Tür offen gelassen zu haben.";
    check(text, "Der Betreiber", "räumte", "die Tür offen gelassen zu haben");
    let text = "Die Suche, sagte Landrätin Lena Brandt am Morgen, sei gefährlich.";
    check(text, "Landrätin Lena Brandt", "sagte", "Die Suche … sei gefährlich");
    let found = read("Lena Brandt sagte, die Tür sei offen gewesen. Sie habe die Gemeinde gewarnt.");
    assert_eq!(found.len(), 2, "{found:?}");
    assert!(found[1].cue_span.is_none() && found[1].speaker.as_deref() == Some("Lena Brandt"));
    let text = "„Wir gehen jetzt nicht“, klagt Jonas Thiel. „Die anderen bleiben auch daheim.“";
    check(text, "Jonas Thiel", "klagt", "Wir gehen jetzt nicht … Die anderen bleiben auch daheim.");
}

#[test]
fn zufolge_has_the_noun_phrase_before_it() {
    check(
        "Dem Urteil zufolge ist der Mann Vater von zwölf Kindern.",
        "Dem Urteil",
        "zufolge",
        "ist der Mann Vater von zwölf Kindern",
    );
    check(
        "Jeder zehnte Pendler in Holmstadt hat einer Umfrage zufolge das neue Abo gekauft.",
        "einer Umfrage",
        "zufolge",
        "Jeder zehnte Pendler in Holmstadt hat … das neue Abo gekauft",
    );
    check(
        "Erbaut wurden die Türme den Angaben der Forscher zufolge vor tausend Jahren.",
        "den Angaben der Forscher",
        "zufolge",
        "Erbaut wurden die Türme … vor tausend Jahren",
    );
    check(
        "Die Züge sollen Medienberichten zufolge bald fahren.",
        "Medienberichten",
        "zufolge",
        "Die Züge sollen … bald fahren",
    );
}

#[test]
fn what_stands_before_the_verb_need_not_speak() {
    check(
        "Dennoch warnen die Ingenieure vor einem Bruch des Damms.",
        "die Ingenieure",
        "warnen",
        "einem Bruch des Damms",
    );
    check(
        "Den Tausch nannte Karin Holm eine „glatte Unverschämtheit“.",
        "Karin Holm",
        "nannte",
        "eine „glatte Unverschämtheit“",
    );
    check(
        "Die Geräte sind laut Polizei von dem Ausfall betroffen.",
        "Polizei",
        "laut",
        "Die Geräte sind … von dem Ausfall betroffen",
    );
    assert!(read("Der Anschlag wirft viele Fragen an die Versorger auf.").is_empty());
    check(
        "Holm wirft dem Betreiber vor, die Prüfer belogen zu haben.",
        "Holm",
        "wirft",
        "dem Betreiber … die Prüfer belogen zu haben",
    );
}

#[test]
fn a_heading_is_no_speech_that_goes_on() {
    let text = "Holm sagte, die Strecke sei frei.\n\nWie die Hitze zum Problem werden könnte\n\nAm Ziel gab es Wasser.";
    assert_eq!(read(text).iter().map(|found| content(text, found)).collect::<Vec<_>>(), ["die Strecke sei frei"]);
}

#[test]
fn what_a_study_shows_is_reported_and_what_an_example_shows_is_not() {
    check("Rauchen schadet der Lunge, wie eine Studie zeigt.", "eine Studie", "zeigt", "Rauchen schadet der Lunge");
    check("Wie eine Studie zeigt, schadet Rauchen der Lunge.", "eine Studie", "zeigt", "schadet Rauchen der Lunge");
    assert!(read("Es geht auch anders, wie das Beispiel zeigt.").is_empty());
}

#[test]
fn a_sentence_in_two_pairs_of_marks_is_one_quotation() {
    check("„Das Werk“, sagte Finch, „schließt im Mai.“", "Finch", "sagte", "Das Werk … schließt im Mai.");
}

#[test]
fn each_of_two_authorities_says_its_own() {
    let text = "Laut Brandt lag der Schaden bei 3 Millionen Euro, laut Finch bei 5 Millionen Euro.";
    let found = testing::parts(text, "de");
    let said: Vec<[&str; 2]> = found.iter().map(|found| [found[0].as_str(), found[2].as_str()]).collect();
    assert_eq!(said, [["Brandt", "lag der Schaden bei 3 Millionen Euro"], ["Finch", "bei 5 Millionen Euro"]]);
}

#[test]
fn the_first_of_two_authorities_may_stand_inside() {
    let said = |text: &str| {
        let found = testing::parts(text, "de");
        found.into_iter().map(|found| [found[0].clone(), found[2].clone()]).collect::<Vec<_>>()
    };
    assert_eq!(
        said("Zum Festzug kamen laut Polizei 2.500 Menschen, laut Brandt 10.000."),
        [["Polizei", "Zum Festzug kamen … 2.500 Menschen"], ["Brandt", "10.000"]]
    );
    let one = said("Zum Festzug kamen laut Polizei 2.500 Menschen, darunter viele Kinder.");
    assert_eq!(one, [["Polizei", "Zum Festzug kamen … 2.500 Menschen, darunter viele Kinder"]]);
}

#[test]
fn a_time_before_the_verb_does_not_speak() {
    let found = testing::parts("Bis zum Ende des Jahrhunderts rechnen Forscher mit 90 Zentimetern.", "de");
    assert!(found.iter().all(|found| found[0] == "Forscher"), "{found:?}");
}
