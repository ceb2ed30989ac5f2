//! People whose names are those of bodies, or stand behind one, in English: "prosecutor Stellan Roche", "Inspector General of Police S. N.
//! Rao", "the press secretary of the company, Darla Venn".

use super::found::{BODY, Name, adjacent};
use super::roles::title_phrase;
use crate::claims::attribution::analysis::Analysis;
use crate::claims::speakers::words::{Known, class, word_sex};
use crate::learn::form::Shape;
use crate::text::pos::Pos;

/// Letters behind a name that are none of it.
pub(crate) const AFTER_NAMES: &[&str] = &["KC", "QC", "SC", "MP", "MSP", "MBE", "OBE", "CBE", "PhD", "MD", "SAN"];

/// Heads of bodies' names that are family names as well.
pub(crate) const FAMILIES: &[&str] = &[
    "Church", "House", "Post", "Parish", "Court", "Press", "League", "Labs", "Force", "Bond", "Major", "Guardian",
    "Courier", "Daily", "Fox", "Ford", "Tass", "Bund", "Spiegel", "Amt", "Apple", "Chamber", "Abbey", "Bush", "Hill",
    "Field",
];

/// Where initials begin in a run of capitals, behind a title or a body: whatever stands before them, they are somebody's.
pub(crate) fn initials(analysis: &Analysis, gazetteer: &Known, start: usize, end: usize) -> Option<usize> {
    // "Leader of Opposition Kiran Patil"
    if analysis.words.of(start) == "Opposition"
        && end >= start + 3
        && analysis.words.of(start.saturating_sub(1)) == "of"
    {
        return Some(start + 1);
    }
    (start + 1..end.saturating_sub(1)).find(|&i| {
        let letter = analysis.words.of(i).trim_end_matches('.');
        let led = gazetteer.at(i - 1) & (class::ORGANISATION | class::TITLE) != 0;
        letter.chars().count() == 1 && analysis.form(i).is_capital() && led
    })
}

/// "Stellan Roche": whether the name of a firm stands behind a word that may be a first name.
pub(crate) fn is_namesake(gazetteer: &Known, start: usize) -> bool {
    let kinds = class::ALIAS | class::OUTLET | class::STATION | class::PUBLIC | class::BUSINESS | class::DOCUMENT;
    let firm = gazetteer.at(start + 1);
    gazetteer.at(start) & (BODY | class::TITLE | class::APPOSED) == 0
        && firm & class::ORGANISATION != 0
        && firm & kinds == 0
}

/// Whether the title of a person stands before a name, which no other noun makes that of a body: "fund manager Roche Holding".
pub(crate) fn is_titled(analysis: &Analysis, gazetteer: &Known, start: usize) -> bool {
    let (from, _) = analysis.sentence_at(start);
    let Some(noun) = start.checked_sub(1).filter(|&noun| noun >= from && adjacent(analysis, noun)) else {
        return false;
    };
    let title = gazetteer.at(noun) & class::TITLE != 0 && gazetteer.at(noun) & (class::ATTRIBUTE | BODY) == 0;
    let compound = noun > from && matches!(analysis.pos[noun - 1], Pos::Noun | Pos::Propn);
    title && !compound && analysis.form(noun).shape == Shape::Lower
}

/// "her coach, Bo Lind": words for a person before the name and a comma.
pub(crate) fn is_introduced(analysis: &Analysis, gazetteer: &Known, name: &Name) -> bool {
    let (from, _) = analysis.sentence_at(name.from);
    let comma = name.start > from && analysis.words.of(name.start - 1) == ",";
    let mut phrase = title_phrase(analysis, gazetteer, from, name.start - usize::from(comma));
    let small = |i: usize| !analysis.form(i).is_capital() && analysis.pos[i] == Pos::Noun;
    let office = |i: usize| small(i) && gazetteer.at(i) & class::PERSON != 0;
    // "The press secretary of the company, Darla Venn,": what he is stands before "of".
    let led = phrase.clone().any(|i| office(i) && matches!(analysis.words.of(i + 1), "of" | "for" | "at"));
    let closed =
        gazetteer.language == "en" && (2..=3).contains(&(name.to - name.from)) && !analysis.form(name.to).is_word();
    comma && (phrase.next_back().is_some_and(office) || led && closed)
}

/// "Foyle's wife, Jean,": whether a single name stands between commas behind a word for a man or a woman.
pub(crate) fn is_kin(analysis: &Analysis, gazetteer: &Known, name: &Name) -> bool {
    let (from, _) = analysis.sentence_at(name.from);
    let Some(noun) = name.start.checked_sub(2).filter(|&noun| noun >= from) else { return false };
    let small = analysis.form(noun).shape == Shape::Lower && analysis.pos[noun] == Pos::Noun;
    let commas = analysis.is_comma(noun + 1) && !analysis.form(name.to).is_word();
    gazetteer.language == "en" && small && commas && word_sex(gazetteer.at(noun)) != 0
}

#[cfg(test)]
mod tests {
    use crate::Context;
    use crate::claims::extract_attributions;
    use crate::claims::types::SpeakerType;

    #[track_caller]
    fn expect(text: &str, name: &str, kind: SpeakerType) {
        let found = extract_attributions(text, Some("en"), &Context::default()).expect("a short text");
        let last = found.last().expect("an attribution");
        assert_eq!((last.speaker.as_deref(), last.speaker_type), (Some(name), Some(kind)), "{text}");
    }

    #[test]
    fn who_has_a_title_and_the_name_of_a_firm_is_a_person() {
        let text = "Shares of Roche fell on Monday. The case is open, said prosecutor Stellan Roche.";
        expect(text, "Stellan Roche", SpeakerType::Person);
        let text = "Shares of Roche fell on Monday. Stellan Roche, the prosecutor, said that the case was open.";
        expect(text, "Stellan Roche", SpeakerType::Person);
    }

    #[test]
    fn a_first_name_makes_a_person_of_a_firm_and_of_a_court() {
        expect("Jeremy Sachs said the shop would close.", "Jeremy Sachs", SpeakerType::Person);
        expect("Anna Court was hurt. \u{201c}It was awful,\u{201d} Court said.", "Anna Court", SpeakerType::Person);
        expect("Anna Court was hurt. The court said it was an accident.", "court", SpeakerType::Organisation);
        expect("Mrs Post said she was sorry.", "Post", SpeakerType::Person);
        expect("Furious Dale Orme said that he would fight on.", "Dale Orme", SpeakerType::Person);
        expect("The President of Tasmeria Leila Onsouri said that talks failed.", "Leila Onsouri", SpeakerType::Person);
    }

    #[test]
    fn initials_begin_a_name() {
        let text = "Deputy Inspector General of Police S. N. Mishra said that four men had fled.";
        expect(text, "S. N. Mishra", SpeakerType::Person);
    }

    #[test]
    fn an_office_before_its_comma_makes_a_person() {
        let text = "The press secretary of the company, Darla Venn, said that the plant was safe.";
        expect(text, "Darla Venn", SpeakerType::Person);
    }

    #[test]
    fn a_relative_with_one_name_is_a_person() {
        let text =
            "Martin Foyle was jailed on Friday. Foyle's wife, Jean, wept. She said the family had lost everything.";
        expect(text, "Jean", SpeakerType::Person);
    }

    #[test]
    fn two_family_names_are_those_of_one_person() {
        let text =
            "Joy Harden Bradford, who hosts a show, said it was hard. Not everyone can go, notes Harden Bradford.";
        expect(text, "Joy Harden Bradford", SpeakerType::Person);
    }
}
