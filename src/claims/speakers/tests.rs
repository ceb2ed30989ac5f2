//! Who is meant, from text to speaker; what the rules beside pronouns and names do.

use crate::Context;
use crate::claims::extract_attributions;
use crate::claims::types::{Attribution, SpeakerType};

fn read(text: &str, language: &str) -> Vec<Attribution> {
    extract_attributions(text, Some(language), &Context::default()).expect("small enough")
}

/// The speakers of a text, in order; "-" for nobody.
fn speakers(text: &str, language: &str) -> Vec<String> {
    read(text, language).into_iter().map(|found| found.speaker.unwrap_or_else(|| "-".into())).collect()
}

/// The speaker of the last attribution.
fn last(text: &str) -> String {
    speakers(text, "en").pop().expect("an attribution")
}

#[test]
fn a_pronoun_means_the_one_of_its_sex() {
    let text = "Mayor Anna Berg opened the new bridge with Paul Lund on Monday.\n\n\"It was overdue,\" Berg said.\n\n\
                Lund had doubted the plan for years, although Berg never gave up. She said that the bridge would save time.";
    assert_eq!(last(text), "Anna Berg");
}

#[test]
fn a_noun_at_the_head_of_a_sentence_is_no_name() {
    assert_eq!(last("Trains were delayed, the operator said."), "operator");
    assert_eq!(last("Inflation rose, according to the bank."), "bank");
    assert_eq!(last("The grid belongs to Greta Halloran. Halloran said that she was tired."), "Greta Halloran");
}

#[test]
fn nobody_calls_himself_by_name_in_his_own_words() {
    let text = "Karin Holt runs the clinic. Holt warned of delays.\n\n\"Petra Dahl was late,\" she said.";
    assert_eq!(last(text), "Karin Holt");
}

#[test]
fn titles_tell_bearers_of_one_family_name_apart() {
    let text = "Mr. Carl Lee and his sister Ms. Dora Lee own the farm.\n\n\
                Mr. Lee said the harvest was poor. Ms. Lee said the harvest was good.";
    let found = speakers(text, "en");
    assert_eq!(found[found.len() - 2..], ["Carl Lee", "Dora Lee"]);
}

#[test]
fn a_lead_describes_whom_the_next_paragraph_names() {
    let text = "A former shift supervisor told the court on Monday that the valve was broken.\n\n\
                Luke Perry, 48, worked at the plant until March. \"We wrote it down four times,\" Perry said.";
    assert_eq!(speakers(text, "en"), ["Luke Perry", "Luke Perry"]);
}

#[test]
fn a_body_is_taken_up_by_a_word_of_its_name() {
    let text = "The Nordic Bureau of Fisheries sent a ship to the bay on Monday, and Harbour Weekly sent a reporter.\n\n\
                The bureau said that the ship was hit twice.";
    assert_eq!(last(text), "Nordic Bureau of Fisheries");
    let text = "SolarNord Group Ltd makes panels.\n\nSolarNord said that it would close two plants.";
    assert_eq!(last(text), "SolarNord Group Ltd");
}

#[test]
fn the_accused_does_not_speak() {
    assert_eq!(speakers("Oscar Lind is accused of stealing the documents from the ministry.", "en"), ["-"]);
}

#[test]
fn the_source_is_the_one_that_the_text_brought_in() {
    let text = "Police met a source close to the talks on Monday. \"It is over,\" said the source. \
                The source added that nobody was paid.";
    for found in read(text, "en") {
        assert!(found.speaker.is_some_and(|speaker| speaker.starts_with("source close to the talks")));
        assert_eq!(found.speaker_type, Some(SpeakerType::Unnamed));
    }
}

#[test]
fn those_named_with_somebody_stay_with_the_name() {
    let found = read("Ingrid Moe and her team found that the feathers caused the illness, Moe said.", "en");
    let team = found.iter().find(|found| found.speaker.as_deref() == Some("Ingrid Moe and her team"));
    let team = team.expect("the team speaks");
    assert_eq!((team.speaker_type, team.speaker_key.as_deref()), (Some(SpeakerType::Group), Some("moe")));
}

#[test]
fn a_participle_has_the_subject_of_its_sentence() {
    let text = "Environment minister Tom Alder left the meeting in anger after a stormy debate, saying that the river \
                was poisoned.";
    assert_eq!(last(text), "Tom Alder");
}

#[test]
fn german_nouns_are_no_names_and_clauses_no_speakers() {
    let text = "Die Polizei sprach mit dem Toxikologen Henrik Sund. „Das Wasser ist gefährlich“, sagte Sund. \
                Der Leseforscher Jan Berg widersprach. „Es ist sauber“, sagte der Leseforscher.";
    let found = speakers(text, "de");
    assert_eq!(found[found.len() - 3..], ["Henrik Sund", "Jan Berg", "Jan Berg"]);
    let text = "Jan Lund räumte ein, dass die Messung zu spät kam. „Wir haben Fehler gemacht“, sagte Lund.";
    assert_eq!(speakers(text, "de"), ["Jan Lund", "Jan Lund"]);
}

#[test]
fn whoever_is_interviewed_answers() {
    let text = "“The book took me three years,” says Tony Lund.\n\nI ask if he would write it again.\n\n\
                “No, it is not my job to repeat what others have said.”";
    let found = speakers(text, "en");
    assert_eq!(found.last().map(String::as_str), Some("Tony Lund"));
}

#[test]
fn german_nouns_side_by_side_are_nobody() {
    for (text, expected) in [
        (
            "Holm klagte gegen Jens Brandt. Nun ist der Mann Vater geworden. „Ich freue mich sehr darüber“, sagte er.",
            "Jens Brandt",
        ),
        ("Zwei Jahre war Jens Brandt in Haft. „Ich habe überlebt, das zählt“, sagte er am Montag.", "Jens Brandt"),
        ("Der AfD-Mann Jens Brandt kam. Herrn Brandt traf man nie. „Ich war zu Hause“, sagte Brandt.", "Jens Brandt"),
        (
            "Jens Brandt spricht über das Thema Kinder. Die Kinder lernten. „Ich habe überlebt, das zählt“, sagte er.",
            "Jens Brandt",
        ),
        ("Brandt warnt, sagte er. „Der Bund zahlt zu spät“, erklärte Brandt in seinem Bericht zur Lage.", "Brandt"),
        ("Jens Brandt führt den Hof. Schlachter Brandt sagte: „Die Kosten sind stark gestiegen.“", "Jens Brandt"),
    ] {
        assert_eq!(speakers(text, "de").last().map(String::as_str), Some(expected), "{text}");
    }
}

#[test]
fn a_lost_source_is_found_behind_the_quotation() {
    let text = "Paul Lund runs the mill. \"The river is clean,\" he said.\n\n\
                \"We test it twice a week, and nobody has ever complained about the water,\" Dora Quist, head of the \
                laboratory at the mill, told the Harbour Weekly.";
    assert_eq!(last(text), "Dora Quist");
}

#[test]
fn what_a_preposition_opens_does_not_speak() {
    let text = "President Nils Hamre flew home on Monday.\n\n\
                After a meeting with Prime Minister Carl Roos, the president said that the border would stay open.";
    assert_eq!(last(text), "Nils Hamre");
}

#[test]
fn several_pronouns_overrule_a_first_name() {
    let text = "Burke Lind lost her job. Burke Lind wrote to her friends. Paul Moe met Lind in May.\n\n\
                Lind moved to the coast with her dog. \"It was time,\" she said.";
    assert_eq!(last(text), "Burke Lind");
}

#[test]
fn datelines_and_laws_do_not_speak() {
    let text = "PORT ELLERY (Daily Wire) - The airline Nordwing Airlines lost a plane on Monday.\n\n\
                Under the Harbour Safety Law, it said that nobody was hurt.";
    assert!(!speakers(text, "en").iter().any(|speaker| speaker.contains("ELLERY") || speaker.contains("Law")));
}

#[test]
fn a_mother_is_named_by_her_child() {
    let text =
        "Anna Berg grew up on a farm. Berg left school at sixteen.\n\nHer mother said that the winters were hard.";
    assert_eq!(last(text), "Anna Berg's mother");
}

#[test]
fn romance_roles_and_verbs_without_pronouns_mean_who_spoke() {
    let text = "«El puente no es seguro», dijo la alcaldesa Rosa Tellería. «Lo cerramos mañana», añadió. \
                La edil negó cualquier retraso.";
    assert!(speakers(text, "es").iter().all(|speaker| speaker == "Rosa Tellería"), "{:?}", speakers(text, "es"));
    let text = "« Le pont est fermé », a déclaré la maire Lucie Arvenne. « Il rouvrira », a-t-elle ajouté.";
    assert!(speakers(text, "fr").iter().all(|speaker| speaker == "Lucie Arvenne"), "{:?}", speakers(text, "fr"));
}

#[test]
fn what_somebody_says_is_not_somebody_else() {
    let text =
        "Harbour master Anton Reuss left in May. According to his words, all the bridges had been checked twice.";
    assert_eq!(last(text), "Anton Reuss");
    let text = "Harbour master Anton Reuss left in May. His mother said that all the bridges had been checked twice.";
    assert_eq!(last(text), "Anton Reuss's mother");
}

#[test]
fn russian_offices_are_no_names_and_bodies_are_not_the_person_before() {
    for (text, speaker) in [
        ("Губернатор Приозёрского края Олег Жмыхов заявил, что воды хватит.", "Олег Жмыхов"),
        ("Глава МИД Норландии Ингвилла Бьёрк сообщила, что переговоры начнутся.", "Ингвилла Бьёрк"),
        ("По словам мэра Озёрска Эланы Верховой, ремонт завершат к августу.", "Элана Верхова"),
        ("Мэр Олег Жмыхов уехал. Как сообщили в прокуратуре, начата проверка.", "прокуратура"),
        ("Мэр Олег Жмыхов уехал. Гидрометцентр предупреждает, что вода поднимется.", "Гидрометцентр"),
        (
            "Врач Олег Жмыхов уехал. Фельдшер, попросивший не называть его, признаётся, что уволится после Нового года.",
            "фельдшер",
        ),
    ] {
        let found = speakers(text, "ru");
        assert_eq!(found.last().map(|name| name.to_lowercase()), Some(speaker.to_lowercase()), "{text}");
    }
}

#[test]
fn russian_names_are_found_in_their_cases() {
    let text = "«Мост закрыт, — сказал инженер Павел Зарубов. — Ремонт начнётся весной». По словам Зарубова, денег на ремонт хватит.";
    assert_eq!(speakers(text, "ru"), ["Павел Зарубов", "Павел Зарубов"]);
}

#[test]
fn documents_speak_and_not_who_holds_them() {
    let text = "Anna Berg obtained a report on the dam, showing that the wall had moved.";
    assert_eq!(last(text), "report on the dam");
    let text = "A study, published in May, found that the river was clean.";
    assert!(last(text).contains("published in May"), "{}", last(text));
    assert_eq!(last("The report, released on Monday, says that the river is clean."), "report");
}

#[test]
fn the_line_before_a_quotation_names_its_source() {
    let text = "The flood came at night.\n\nAccording to a copy of the complaint:\n\n\
                “The wall was never inspected by anybody in the town.”";
    assert_eq!(last(text), "copy of the complaint");
}

#[test]
fn a_name_behind_an_article_is_no_description_of_another() {
    let text =
        "Le maire, Tim Rasch, a démenti. La Varner Bahn a indiqué que les trains ne circuleraient pas avant mercredi.";
    assert!(speakers(text, "fr").iter().any(|speaker| speaker.ends_with("Varner Bahn")), "{:?}", speakers(text, "fr"));
}

#[test]
fn who_is_whom_the_clause_describes() {
    assert_eq!(
        last("The mayor of Hagenau, who said in January that the bridge was safe, resigned."),
        "mayor of Hagenau"
    );
    let text = "She was led into the room with another girl – a Norland model – who Berg said Lund “was fond of.”";
    assert_eq!(last(text), "Berg");
}

#[test]
fn neither_speaks_and_nor_the_other() {
    let text = "Neither Anna Berg nor Paul Lund said whether the plant would close.";
    assert_eq!(last(text), "Anna Berg and Paul Lund");
    assert_eq!(last("Neither Kestrel nor Meridian said that the plant would close."), "Kestrel and Meridian");
}

#[test]
fn the_subject_before_another_verb_does_not_reach_over_it() {
    let text = "Norland considers Ostland a part of its coast and has vowed to defend it.";
    assert_eq!(last(text), "Norland");
    let text = "The vessel \"tried to block the path\" of the boat, which was conducting a patrol, the bureau said.";
    assert_eq!(last(text), "bureau");
}

#[test]
fn what_it_takes_up_is_no_person() {
    let kind = |text: &str| {
        let found = read(text, "en");
        found.first().and_then(|found| found.speaker_type).expect("a speaker")
    };
    let organisation = SpeakerType::Organisation;
    assert_eq!(kind("Kestrel Tann said it would close the plant in May."), organisation);
    assert_eq!(kind("Kestrel Tann said the plant would close. It added that nobody would lose a job."), organisation);
    assert_eq!(
        kind("Kestrel Tann said the plant would close. He added that nobody would lose a job."),
        SpeakerType::Person
    );
    assert_eq!(kind("Deutsche Bahn said the line would stay closed until May."), organisation);
    assert_eq!(kind("Documents show that the firm knew of the leak."), SpeakerType::Document);
}

#[test]
fn a_railway_is_no_party() {
    let text = "Die SPD lehnt den Plan ab, sagte Parteichefin Anna Berg. Die Bahn rechnet mit Verspätungen bis Mai.";
    assert_eq!(speakers(text, "de"), ["Anna Berg", "Bahn"]);
}

#[test]
fn a_german_family_name_alone_is_a_person() {
    let kind = |text: &str| read(text, "de").first().and_then(|found| found.speaker_type);
    assert_eq!(kind("Der Zug fährt um drei Uhr ab, sagte Holt."), Some(SpeakerType::Person));
    assert_ne!(kind("Der Zug fährt um drei Uhr ab, sagte die Leitung."), Some(SpeakerType::Person));
}

#[test]
fn whoever_is_told_by_somebody_else_is_not_that_somebody_but_bears_the_own_office() {
    for (text, speaker) in [
        ("US Deputy Secretary of State Dana Holt said that the offer stands.", "Dana Holt"),
        ("Russian Ambassador to Washington Oleg Antipin said that the talks failed.", "Oleg Antipin"),
        (
            "A former adviser to transport minister Karl Vik said that the pump was old.",
            "former adviser to transport minister Karl Vik",
        ),
        ("A lawyer representing Ann Berg said that the pump was old.", "lawyer representing Ann Berg"),
    ] {
        assert_eq!(last(text), speaker, "{text}");
    }
}

#[test]
fn who_denies_it_goes_on_and_not_who_accused() {
    for text in [
        "Joe Brandt accused Peter Voss of taking bribes. Voss denies everything. \"I never took a cent,\" he said.",
        "Joe Brandt accused Peter Voss of taking bribes. Voss denies the charges. He said the papers were forged.",
        "Joe Brandt said Peter Voss took bribes. Voss insists it is a lie. \"I never took a cent,\" he said.",
    ] {
        assert_eq!(last(text), "Peter Voss", "{text}");
    }
    // She is no "he".
    let text = "Joe Brandt accused Anna Voss of taking bribes. Voss denies everything. \"She took it all,\" he said.";
    assert_eq!(last(text), "Joe Brandt");
}

#[test]
fn who_closes_a_sentence_with_she_may_be_its_subject() {
    let text = "Joe Brandt opposed the plan. Anna Lund will resign in May, she says.";
    assert_eq!(last(text), "Anna Lund");
    let text = "Maria Holt leads the union. Anna Lund will resign in May, she says.";
    assert_eq!(last(text), "Anna Lund");
    // Who spoke before goes on.
    let text = "Maria Holt said the dam was safe. Anna Lund will resign in May, she says.";
    assert_eq!(last(text), "Maria Holt");
}
