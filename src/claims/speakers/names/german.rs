//! German names among nouns, which have capitals as well: what before, behind and beside a name is none of it.

use super::found::Name;
use super::outlets::is_acronym;
use crate::claims::attribution::analysis::Analysis;
use crate::claims::speakers::words::{Known, class};
use crate::learn::form::Shape;

const ARTICLES: &[&str] = &["der", "die", "dem", "den", "des", "ein", "eine", "einem", "einen", "einer"];

/// What goes on with a noun phrase.
const LINKS: &[&str] =
    &["und", "oder", "sowie", "aus", "von", "vom", "in", "im", "bei", "für", "am", "an", "auf", "mit", "als", "zu"];

/// Words of bodies, places and documents, and for many.
const NOBODY: u32 =
    class::ORGANISATION | class::PLACE | class::DOCUMENT | class::ALIAS | class::GROUP | class::OUTLET | class::DEMONYM;

/// Whether "von" at word `at` goes on with the name that began at `start`: it stands behind a first name, while "Ida Berg von der
/// Gewerkschaft" has her family name before it.
pub(crate) fn belongs(analysis: &Analysis, gazetteer: &Known, start: usize, at: usize) -> bool {
    let classes = |i: usize| gazetteer.at(i);
    let next = (at + 1..analysis.len().min(at + 4)).find(|&i| analysis.form(i).is_capital());
    let body = next.is_some_and(|next| classes(next) & NOBODY & !class::PLACE != 0);
    let first = gazetteer.is_first_name(at - 1);
    let named = (start..at).filter(|&i| classes(i) & (class::TITLE | class::HUMAN) == 0).count();
    // "der Bürgermeister von Hagenau", but "Herr von Storch" and "Ministerin von der Heide".
    let office = named == 0 && next == Some(at + 1) && classes(at - 1) & class::WIDE == 0;
    !body && !office && (first || named <= 1)
}

/// Whether two capitals side by side are one name, and not a name and the object of a verb before it ("hier sieht Berg Vorteile"): they
/// fill the place before the verb ("Brandt Chemicals bestritt"), an article or a preposition leads them, a body's word is among them, or
/// the second does not end as German nouns do.
pub(crate) fn is_whole(analysis: &Analysis, gazetteer: &Known, name: &Name) -> bool {
    const LEADS: &[&str] =
        &["von", "bei", "laut", "mit", "für", "gegen", "durch", "über", "zu", "aus", "an", "gegenüber"];
    let body = (name.from..name.to).any(|i| gazetteer.at(i) & class::ORGANISATION != 0);
    let led = name.start > 0 && (is_led(analysis, name.start) || analysis.is_one_of(name.start - 1, LEADS));
    let foreign = ["s", "x", "y", "o"].iter().any(|end| analysis.words.of(name.to - 1).ends_with(end))
        && !analysis.words.of(name.to - 1).ends_with("ss");
    body || led || foreign || fills_front(analysis, gazetteer, name.start, name.to)
}

/// Whether words at the head of a sentence fill the place before its finite verb: "Brandt Chemicals | bestritt".
pub(crate) fn fills_front(analysis: &Analysis, gazetteer: &Known, start: usize, end: usize) -> bool {
    const FINITE: &[&str] = &[
        "hat", "hatte", "haben", "hatten", "ist", "war", "sind", "waren", "wird", "wurde", "werden", "wurden", "kann",
        "konnte", "will", "wollte", "soll", "sollte", "muss", "musste", "darf", "sei", "habe", "werde", "könne",
        "wolle", "solle", "müsse", "könnte",
    ];
    let (from, to) = analysis.sentence_at(start);
    let head = (from..start).find(|&i| analysis.form(i).is_word()).unwrap_or(start);
    // An article and attributes may lead the name.
    let leads = |i: usize| {
        let attribute = ["e", "er", "en"].iter().any(|end| analysis.words.of(i).ends_with(end));
        analysis.form(i).is_capital() || attribute && analysis.lexicon[i].is_none() && analysis.form(i).is_word()
    };
    let verb = analysis.is_one_of(end, FINITE) || gazetteer.at(end) & class::FUNCTION == 0;
    start <= head + 5
        && (head..start).all(leads)
        && end < to
        && analysis.form(end).shape == Shape::Lower
        && verb
        && !LINKS.contains(&analysis.words.of(end))
}

/// "Der Fischer Heinar Brodersen": behind an article the first of three capitals says what somebody is, though no list has the word.
pub(crate) fn is_announced(analysis: &Analysis, gazetteer: &Known, start: usize, end: usize) -> bool {
    let article = start > 0 && ARTICLES.contains(&analysis.lower(start - 1).as_str());
    let plain = |i: usize| {
        let word = analysis.words.of(i);
        analysis.form(i).is_capital()
            && gazetteer.at(i) & NOBODY == 0
            && !word.contains('-')
            && word.chars().skip(1).all(char::is_lowercase)
    };
    gazetteer.language == "de"
        && article
        && end == start + 3
        && (start..end).all(plain)
        && !is_adjective(&analysis.lower(start))
}

/// "Der Lebensmittelkonzern Corvina Foods": a noun for a kind of body before its name is no part of it. A town behind it is not the
/// name ("die Partei Hagenau"), and who works there is named in full.
pub(crate) fn is_apposed(analysis: &Analysis, gazetteer: &Known, start: usize, end: usize) -> bool {
    let plain = |i: usize| gazetteer.at(i) & (class::PLACE | class::DEMONYM | class::TITLE | class::HUMAN) == 0;
    gazetteer.language == "de"
        && end > start + 1
        && gazetteer.at(start) & class::APPOSED != 0
        && analysis.form(start).shape == Shape::Title
        && (start + 1..end).all(plain)
        && !gazetteer.is_first_name(start + 1)
}

/// Whether an article stands before the word at `start`.
pub(crate) fn is_led(analysis: &Analysis, start: usize) -> bool {
    const OTHERS: &[&str] = &[
        "das", "mein", "meine", "meinen", "meinem", "meiner", "sein", "seine", "seinen", "seinem", "seiner", "ihr",
        "ihre", "ihren", "ihrem", "ihrer", "unser", "unsere", "unseren", "kein", "keine", "keinen", "im", "am", "zum",
        "zur", "beim", "vom", "ins",
    ];
    start > 0 && [ARTICLES, OTHERS].iter().any(|words| analysis.is_one_of(start - 1, words))
}

/// "ist der Mann Vater von zwölf Kindern", "dass das Leben Teil eines Ganzen ist": two nouns side by side are no name.
pub(crate) fn is_pair_of_nouns(analysis: &Analysis, gazetteer: &Known, start: usize, end: usize) -> bool {
    let body = class::ORGANISATION | class::PLACE | class::OUTLET | class::ALIAS;
    if end != start + 2
        || start == 0
        || gazetteer.is_first_name(start)
        || (start..end).any(|i| gazetteer.at(i) & body != 0)
    {
        return false;
    }
    let led = |articles: &[&str]| analysis.is_one_of(start - 1, articles);
    let somebody = class::HUMAN | class::MALE | class::FEMALE;
    led(&["das"]) || led(ARTICLES) && gazetteer.at(end - 1) & somebody != 0
}

/// "Die Erbin, Ludovika Pahl, sagte": two capitals between commas behind a noun for somebody.
pub(crate) fn is_german_apposition(analysis: &Analysis, gazetteer: &Known, name: &Name) -> bool {
    let comma = |i: usize| analysis.words.of(i) == ",";
    let (from, to) = analysis.sentence_at(name.start);
    let ends = name.to >= to || !analysis.form(name.to).is_word();
    if gazetteer.language != "de"
        || name.start < from + 3
        || name.to != name.from + 2
        || !comma(name.start - 1)
        || !ends
    {
        return false;
    }
    let classes = |i: usize| gazetteer.at(i);
    // "der Vorsitzende der Grünen im Landtag, Mathias Wagner."
    if let Some(title) = german_title(analysis, gazetteer, from, name.start - 1)
        && title > from
        && ARTICLES.contains(&analysis.lower(title - 1).as_str())
        && (name.from..name.to).all(|i| classes(i) & NOBODY == 0)
    {
        return true;
    }
    if !comma(name.to) {
        return false;
    }
    let (noun, article) = (name.start - 2, analysis.lower(name.start - 3));
    let word = analysis.lower(noun);
    let agent =
        ["in", "er", "or", "ist", "ent", "ant"].iter().any(|end| word.len() > end.len() + 2 && word.ends_with(end));
    let somebody = classes(noun) & (class::TITLE | class::HUMAN) != 0 || agent && analysis.form(noun).is_capital();
    let plain = (name.from..name.to).all(|i| classes(i) & NOBODY == 0);
    ARTICLES.contains(&article.as_str()) && somebody && classes(noun) & NOBODY == 0 && plain
}

/// "Die Deutsche Umwelthilfe Nord": behind an article an adjective ends in -e or -en, and no trade in -ische.
fn is_adjective(word: &str) -> bool {
    ["sche", "schen", "liche", "lichen", "ige", "igen", "neue", "neuen"].iter().any(|end| word.ends_with(end))
}

/// The sex that a German title before a name gives: "Ministerin" by its ending, "Abgeordnete" by its article.
pub(crate) fn title_sex(analysis: &Analysis, gazetteer: &Known, start: usize, from: usize) -> i32 {
    if gazetteer.language != "de" {
        return 0;
    }
    let title =
        |classes: u32| classes & (class::TITLE | class::HUMAN) != 0 && classes & (class::MALE | class::FEMALE) == 0;
    let Some(title) = (start..from).rev().find(|&i| title(gazetteer.at(i))) else { return 0 };
    let word = analysis.lower(title);
    if word.ends_with("in") && word.len() > 4 {
        return 2;
    }
    // "die Minister" are many, "der Vorsitzenden" is a dative of hers.
    match start.checked_sub(1).map(|at| analysis.lower(at)).as_deref() {
        Some("eine") => 2,
        Some("die") if word.ends_with('e') => 2,
        Some("der") if word.ends_with("en") => 2,
        Some("der" | "ein") => -2,
        _ => 0,
    }
}

/// "Der Oberbürgermeister von Hagenau, Rolf Winter": the title of a phrase that ends before a comma.
pub(crate) fn german_title(analysis: &Analysis, gazetteer: &Known, from: usize, edge: usize) -> Option<usize> {
    let open = |i: &usize| {
        analysis.form(*i).is_capital()
            || matches!(analysis.words.of(*i), "von" | "der" | "des" | "für" | "im" | "in" | "am" | "und")
    };
    let person = class::TITLE | class::HUMAN;
    let phrase = (from.max(edge.saturating_sub(8))..edge).rev().take_while(open);
    phrase.filter(|&i| gazetteer.at(i) & person != 0).last()
}

/// Endings of German nouns that no family name has.
pub(crate) fn is_german_noun(word: &str) -> bool {
    ["ung", "ungen", "ion", "ionen", "heit", "heiten", "keit", "schaft", "tät"]
        .iter()
        .any(|end| word.len() > end.len() + 3 && word.ends_with(end))
}

/// "Sprecher der RWTH Aachen", "der Sender RBN": German letters name a body, before a town or behind its kind.
pub(crate) fn is_lettered_body(
    analysis: &Analysis,
    gazetteer: &Known,
    start: usize,
    (from, end): (usize, usize),
) -> bool {
    let letters = |i: usize| is_acronym(analysis.words.of(i));
    gazetteer.language == "de" && (letters(from) || from == start && end == start + 2 && letters(end - 1))
}
