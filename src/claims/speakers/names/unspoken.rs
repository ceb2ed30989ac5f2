//! Names of whom nothing is told, so that no "he" and no "the firm" means them: authors in bylines, months, and places that no list
//! has, by what leads to them.

use std::collections::HashMap;

use super::found::Name;
use super::identity::folded_words;
use super::things::key;
use crate::claims::attribution::analysis::Analysis;
use crate::claims::dates::is_month;
use crate::claims::speakers::words::{Known, class};
use crate::claims::types::SpeakerType;
use crate::learn::form::Shape;
use crate::text::pos::Pos;

/// What opens a byline.
const BY: &[&str] = &["by", "von", "par", "por", "di", "da", "door", "автор", "текст"];
/// What joins names in a byline, leads to the place, or stands within a name.
const JOINING: &[&str] = &[
    "and", "und", "et", "y", "e", "en", "и", "in", "aus", "à", "a", "di", "da", "de", "del", "della", "van", "von",
    "den", "der", "la", "le", "el", "bin",
];
/// Words of a byline before the name, at most: "Door onze redacteur Sanne de Wit".
const BEFORE: usize = 3;
/// Words of a byline, at most.
const LONGEST: usize = 14;
/// What leads to a place and to nobody.
const WHERE: &[&str] = &["in", "near", "outside", "across"];
/// What leads to a place in the languages read by rules, and what leads to anything else as well.
const PLAIN_WHERE: &[(&str, &[&str])] = &[
    ("it", &["in", "sotto", "sopra"]),
    ("fr", &["en", "sous"]),
    ("es", &["en", "bajo"]),
    ("pt", &["em", "sob"]),
    ("nl", &["in", "te", "onder"]),
];
const PLAIN_OTHERS: &[&str] = &["a", "à", "ad", "di", "de", "da", "d'", "d’", "del", "van", "bij", "su", "près"];
/// What one does, or has, "in" a firm or somebody.
const INVOLVED: &[&str] = &[
    "stake",
    "stakes",
    "share",
    "shares",
    "interest",
    "interests",
    "investment",
    "investments",
    "confidence",
    "trust",
    "faith",
    "holding",
    "holdings",
    "investor",
    "investors",
    "shareholder",
    "shareholders",
    "belief",
    "role",
    "roles",
];

/// Leaves out names of whom nothing is told, and notes which are places.
pub(crate) fn leave_unspoken(analysis: &Analysis, gazetteer: &Known, tagged: bool, names: &mut Vec<Name>) {
    names.retain(|name| !is_dated(analysis, gazetteer.language, name) && !is_signed(analysis, name));
    if tagged {
        note_places(analysis, gazetteer, names);
    } else {
        note_plain_places(analysis, gazetteer, names);
    }
}

/// The same in the languages read by rules, of names of several words: "una valanga sotto Cima Tordera".
fn note_plain_places(analysis: &Analysis, gazetteer: &Known, names: &mut [Name]) {
    let Some((_, leads)) = PLAIN_WHERE.iter().find(|(code, _)| *code == gazetteer.language) else { return };
    let led = |name: &Name, words: &[&str]| {
        let opens = analysis.sentence_at(name.from).0 == name.start;
        !opens && name.start == name.from && words.contains(&analysis.lower(name.start - 1).as_str())
    };
    // By name: whether it stands behind such a word, and whether anything else is told of it.
    let keys: Vec<String> = names.iter().map(|name| key(&folded_words(analysis, gazetteer, name))).collect();
    let mut found: HashMap<&str, (bool, bool)> = HashMap::new();
    for (name, key) in names.iter().zip(&keys) {
        let known = found.entry(key.as_str()).or_default();
        let place = led(name, leads);
        known.0 |= place;
        known.1 |= !place && !led(name, PLAIN_OTHERS) || name.kind.is_some() || name.sex.abs() > 1;
    }
    for (name, key) in names.iter_mut().zip(&keys).filter(|(name, _)| name.to > name.from + 1) {
        if found.get(key.as_str()) == Some(&(true, false)) {
            name.kind = Some(SpeakerType::Place);
        }
    }
}

/// "Jan. 3", "4 Marzo 2026": a month beside its day.
fn is_dated(analysis: &Analysis, language: &str, name: &Name) -> bool {
    let month = name.to == name.from + 1 && is_month(language, analysis.lower(name.from).trim_end_matches('.'));
    let number = |i: usize| i < analysis.len() && analysis.form(i).shape == Shape::Number;
    let behind = name.to + usize::from(name.to < analysis.len() && analysis.words.of(name.to) == ".");
    month && (number(behind) || name.start.checked_sub(1).is_some_and(number))
}

/// Whether a name stands in a line that says who wrote the text: "By Ben Marsh", "Von Jan Ottersen und Mia Sand, Hagenau".
fn is_signed(analysis: &Analysis, name: &Name) -> bool {
    let paragraph = analysis.words.words[name.from].paragraph;
    let of = |i: &usize| analysis.words.words[*i].paragraph == paragraph;
    let back = (0..name.from).rev().take(LONGEST).take_while(of).count();
    let to = name.from + (name.from..analysis.len()).take(LONGEST).take_while(of).count();
    let from = name.from - back;
    if to - from > LONGEST || to - from < 2 || !BY.contains(&analysis.lower(from).trim_end_matches(':')) {
        return false;
    }
    let capital = |i: usize| analysis.form(i).is_capital();
    let Some(first) = (from + 1..to).find(|&i| capital(i)).filter(|first| first - from <= BEFORE + 1) else {
        return false;
    };
    let written = |i: usize| capital(i) || JOINING.contains(&analysis.lower(i).as_str()) || !analysis.form(i).is_word();
    // Behind a comma stands what he is, or where: "Staff Writer", "in Hagenau".
    let end = (first..to).find(|&i| analysis.form(i).shape == Shape::Comma).unwrap_or(to);
    let stops = analysis.words.of(to - 1).ends_with(['.', '!', '?', ':']) && to - 1 > first;
    !stops && (first..end).all(written)
}

/// Notes as places the names of which each place in the text is one: "killed in Santa Luz", "a café near Kelmouth".
fn note_places(analysis: &Analysis, gazetteer: &Known, names: &mut [Name]) {
    let unknown =
        |name: &Name| name.kind.is_none() && name.sex == 0 && gazetteer.at(name.from) & class::ORGANISATION == 0;
    let keys: Vec<String> = names.iter().map(|name| key(&folded_words(analysis, gazetteer, name))).collect();
    let mut elsewhere: HashMap<&str, bool> = HashMap::new();
    for (name, key) in names.iter().zip(&keys) {
        *elsewhere.entry(key).or_insert(false) |= !unknown(name) || !is_where(analysis, name);
    }
    for (name, _) in names.iter_mut().zip(&keys).filter(|(_, key)| elsewhere.get(key.as_str()) == Some(&false)) {
        name.kind = Some(SpeakerType::Place);
    }
}

/// Whether something is told to be in what the name names.
fn is_where(analysis: &Analysis, name: &Name) -> bool {
    let Some(lead) = name.start.checked_sub(1).filter(|&lead| name.start == name.from && lead > 0) else {
        return false;
    };
    let owner = name.to < analysis.len() && matches!(analysis.words.of(name.to), "'s" | "’s" | "'" | "’");
    let before = lead - 1;
    let verb = analysis.pos[before] == Pos::Verb
        && ["invest", "believ", "trust", "confid", "result"]
            .iter()
            .any(|stem| analysis.lower(before).starts_with(stem));
    WHERE.contains(&analysis.lower(lead).as_str())
        && !owner
        && !verb
        && !INVOLVED.contains(&analysis.lower(before).as_str())
        && analysis.words.words[before].sentence == analysis.words.words[name.from].sentence
}

#[cfg(test)]
mod tests {
    use crate::claims::speakers::testing::{expect_last, speakers};

    #[test]
    fn authors_are_not_spoken_of() {
        expect_last("By Ben Marsh\n\nTwo men were arrested. The man denied the charge.", "en", "man");
        expect_last("By Ben Marsh in Kelmouth\n\nTwo men were arrested. The man denied the charge.", "en", "man");
        expect_last("By Ben Marsh, Staff Writer\n\nTwo men were arrested. The man denied the charge.", "en", "man");
        // Where the text itself names them, they are.
        expect_last("By Ben Marsh\n\nBen Marsh, a reporter, was sued. He denied the charge.", "en", "Ben Marsh");
        expect_last("By noon Ben Marsh had left.\n\nHe denied the charge.", "en", "Ben Marsh");
    }

    #[test]
    fn months_do_not_speak() {
        expect_last("The ban ran from Jan. 3 to Feb. 10. The spokesman said that talks had ended.", "en", "spokesman");
        expect_last("Jan Ottersen left on 3 May. He said that talks had ended.", "en", "Jan Ottersen");
        let text = "4 Marzo 2026 alle 12:10\n\nL'adesione è stata del 60 per cento. L'azienda parla del 28 per cento.";
        assert!(!speakers(text, "it").contains(&Some("Marzo".to_owned())));
    }

    #[test]
    fn what_lies_in_a_place_makes_nobody_of_it() {
        let text = "Una valanga è caduta sotto Cima Tordera. La ragazza sostiene di non aver visto il cartello.";
        expect_last(text, "it", "ragazza");
        let text = "Rosa Tordera ha perso lo zaino. La ragazza sostiene di non aver visto il cartello.";
        expect_last(text, "it", "Rosa Tordera");
    }

    #[test]
    fn places_that_no_list_has_do_not_speak() {
        expect_last("Rebels were killed in Santa Luz. The firm said it closed.", "en", "firm");
        expect_last("Rebels invested in Santa Luz. The firm said it closed.", "en", "Santa Luz");
        expect_last("It bought a stake in Orvik. Orvik denied the charge. The firm said it closed.", "en", "Orvik");
    }
}
