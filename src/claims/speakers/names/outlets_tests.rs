//! Outlets, bodies and people by what stands in and beside their names, on texts written for it.

use crate::Context;
use crate::claims::extract_attributions;
use crate::claims::types::{Attribution, SpeakerType};

fn read(text: &str, language: &str) -> Vec<Attribution> {
    extract_attributions(text, Some(language), &Context::default()).expect("small enough")
}

/// Speaker and type of the last attribution.
fn last(text: &str, language: &str) -> (String, SpeakerType) {
    let found = read(text, language).pop().unwrap_or_else(|| panic!("{text}"));
    (found.speaker.expect("a speaker"), found.speaker_type.expect("a type"))
}

#[test]
fn outlets_are_organisations() {
    for (text, name) in [
        ("Radio Lyn reported on Monday that the dam was cracked.", "Radio Lyn"),
        ("The dam is cracked, Radio Lyn reported.", "Radio Lyn"),
        ("The National Ledger reported that the dam was cracked.", "National Ledger"),
        ("Channel 5 News reported that the minister would quit.", "Channel 5 News"),
        ("The Evening Courier reported that the mill had closed.", "Evening Courier"),
        ("The Charlton Observer found that rents had doubled.", "Charlton Observer"),
        ("State news agency Sana reported that two soldiers were killed.", "Sana"),
    ] {
        assert_eq!(last(text, "en"), (name.to_owned(), SpeakerType::Organisation), "{text}");
    }
}

#[test]
fn who_works_for_an_outlet_or_is_called_like_one_is_a_person() {
    for (text, name) in [
        ("TV presenter Ana Finch said the show would end.", "Ana Finch"),
        ("Radio host Sam Dole told listeners that he would quit.", "Sam Dole"),
        ("Jim Courier said the match was unfair.", "Jim Courier"),
    ] {
        assert_eq!(last(text, "en"), (name.to_owned(), SpeakerType::Person), "{text}");
    }
    assert_eq!(last("A courier said he had found the parcel open.", "en").1, SpeakerType::Unnamed);
}

#[test]
fn an_outlet_is_told_and_never_answers() {
    let text = "Mayor Ana Finch told Radio Lyn she regretted the closure. She said the bridge would open in May.";
    let found = read(text, "en");
    assert!(found.iter().all(|found| found.speaker.as_deref() == Some("Ana Finch")), "{found:?}");
    assert_eq!(found[0].via.as_deref(), Some("Radio Lyn"));
    for (text, via) in [
        ("Finch told Channel 4 that the bridge would open in May.", Some("Channel 4")),
        ("Finch told broadcaster Kanal 9 that the bridge was safe.", Some("Kanal 9")),
        ("In an interview with TV Callow, Finch said the bridge was safe.", Some("TV Callow")),
        ("The dam was never checked, according to documents seen by The National Ledger.", Some("The National Ledger")),
        ("Finch told Parliament that the bridge was safe.", None),
        ("Finch told the court that she had seen nothing.", None),
    ] {
        assert_eq!(read(text, "en")[0].via.as_deref(), via, "{text}");
    }
    let text = "The dam was never checked, according to documents seen by The National Ledger.";
    assert_eq!(last(text, "en").1, SpeakerType::Document);
}

#[test]
fn who_is_of_a_body_or_from_a_place_is_a_person() {
    for (text, name) in [
        ("Dev Patel, of the GWU union, said the offer was an insult.", "Dev Patel"),
        ("Dev Patel of the GWU union said the offer was an insult.", "Dev Patel"),
        ("“Wards are full,” said Amal Deen of the University of Callow.", "Amal Deen"),
        ("Koji Tan from Callow said he had lost everything.", "Koji Tan"),
        ("Mum-of-two Kelly Marsh said she was heartbroken.", "Kelly Marsh"),
        ("Dole is adamant he was onside.", "Dole"),
        ("Det Insp Sue Finn said the crime was senseless.", "Sue Finn"),
        ("“There is nothing in this,” Simon Hale KC told the court.", "Simon Hale"),
        ("WHO chief Tedros Alemu called on donors to act.", "Tedros Alemu"),
        ("Adra Moss, a biologist who was not part of the study, warned that it was small.", "Adra Moss"),
    ] {
        assert_eq!(last(text, "en"), (name.to_owned(), SpeakerType::Person), "{text}");
    }
    for text in [
        "Nordline Foods of Callow said it would close.",
        "Palm Grove of the Nordline group said it would close.",
        "The Blue Harbour of the Lake school said pupils were safe.",
    ] {
        assert_eq!(last(text, "en").1, SpeakerType::Organisation, "{text}");
    }
}

#[test]
fn names_of_bodies_hold_whose_they_are_and_no_day() {
    assert_eq!(last("The U.S. Attorney's Office said three men were charged.", "en").0, "U.S. Attorney's Office");
    assert_eq!(last("The Callow High Court on Monday said that schools could not close.", "en").0, "Callow High Court");
}

#[test]
fn seats_and_letters_are_no_persons() {
    assert_eq!(last("Downing Street said there was no more money.", "en").0, "Downing Street");
    assert_ne!(last("Callow Palace said the prince was well.", "en").1, SpeakerType::Person);
    assert_eq!(last("The fever is spreading. WHO said the outbreak was over.", "en").0, "WHO");
}

#[test]
fn the_pronoun_of_a_tail_is_the_subject_of_its_clause() {
    for (text, name) in [
        ("Corvina will cut 300 jobs, it said on Monday.", "Corvina"),
        ("The bank expects profit to fall, it said in a statement.", "bank"),
        ("Nordline Foods has closed its plant, it told the Courier.", "Nordline Foods"),
        ("Holt will resign in May, he said on Monday.", "Holt"),
    ] {
        assert_eq!(last(text, "en").0, name, "{text}");
    }
    assert_eq!(read("The river is rising fast, it said.", "en")[0].speaker, None);
    assert_eq!(
        last("The council met. The bridge is old, the council said, and it will fall, it said.", "en").0,
        "council"
    );
}

#[test]
fn who_disagrees_is_who_speaks_next() {
    let text = "The mayor promised a new bridge. Finch disagrees. “That is a lie,” she said.";
    assert_eq!(last(text, "en").0, "Finch");
}

#[test]
fn german_nouns_written_together_tell_bodies_and_offices() {
    use SpeakerType::{Organisation, Person};
    for (text, name, kind) in [
        ("Gewerkschaftssekretär Dev Patel sagte, das Angebot sei schlecht.", "Dev Patel", Person),
        ("Klimabeauftragte Ina Holt sagte, das Ziel sei weit.", "Ina Holt", Person),
        (
            "Der Lebensmittelkonzern Corvina Foods teilte mit, das Werk werde geschlossen.",
            "Corvina Foods",
            Organisation,
        ),
        ("Die Nachrichtenagentur Sana meldete, der Minister trete zurück.", "Sana", Organisation),
        ("Der Umweltverband Grüne Küste warnte vor einer Katastrophe.", "Grüne Küste", Organisation),
        ("Das Gesundheitsministerium teilte mit, die Zahl der Fälle sinke.", "Gesundheitsministerium", Organisation),
    ] {
        assert_eq!(last(text, "de"), (name.to_owned(), kind), "{text}");
    }
    let key = |text: &str| read(text, "de")[0].speaker_key.clone();
    assert_eq!(
        key("Der Lebensmittelkonzern Corvina Foods teilte mit, das Werk werde geschlossen."),
        key("Corvina Foods teilte mit, das Werk werde geschlossen.")
    );
}
