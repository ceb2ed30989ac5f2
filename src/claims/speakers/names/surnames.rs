//! Family names that begin with a particle, where its capital stands at the head of a sentence: "Von der Leyen said", "De Luca
//! ha spiegato". Elsewhere the particle is a preposition: "De Madrid llegó", "Von der Regierung hieß es".

use crate::claims::attribution::analysis::Analysis;
use crate::claims::attribution::lexicon::Part;
use crate::claims::speakers::is_of;
use crate::claims::speakers::meant::pronouns::{Pronoun, pronoun};
use crate::claims::speakers::words::{Known, class};
use crate::learn::form::Shape;

const PARTICLES: &[&str] =
    &["Von", "Van", "De", "Di", "Da", "Del", "Della", "Dello", "Degli", "Dos", "Das", "Du", "Ter", "Ten", "Zu"];
const LINKS: &[&str] = &["der", "den", "dem", "de", "het", "la", "las", "los", "'t", "zu"];
/// What bears no family name.
const NOBODY: u32 = class::PLACE
    | class::ORGANISATION
    | class::CALENDAR
    | class::FUNCTION
    | class::GROUP
    | class::OUTLET
    | class::DEMONYM
    | class::DOCUMENT
    | class::ALIAS;

/// Where a family name ends that begins with the particle at word `i`: one capital behind it, and then a reporting verb, or the
/// auxiliary before one.
pub(crate) fn surname_end(analysis: &Analysis, language: &str, i: usize) -> Option<usize> {
    let len = analysis.len();
    let particle = analysis.words.of(i);
    // "Das Amt", "De Kamer", "Das ondas": articles of the language are none.
    let article = match language {
        "de" => matches!(particle, "Das" | "Da" | "Du"),
        "nl" => matches!(particle, "De" | "Zu" | "Du" | "Di"),
        _ => false,
    };
    if i + 2 >= len || article || !PARTICLES.contains(&particle) {
        return None;
    }
    let name = i + 1 + usize::from(LINKS.contains(&analysis.words.of(i + 1)));
    let (from, _) = analysis.sentence_at(i);
    if !may_be_family(analysis, language, name) || i > from && analysis.form(i - 1).is_word() {
        return None;
    }
    let end = name + 1;
    let reports = |at: usize| {
        at < len
            && analysis.lexicon[at].is_some_and(|entry| entry.part == Part::Verb)
            && analysis.form(at).shape == Shape::Lower
    };
    let auxiliary = |at: usize| {
        at < len
            && analysis
                .is_one_of(at, &["a", "ha", "hat", "has", "had", "heeft", "avait", "aveva", "tem", "não", "no", "non"])
    };
    let verb = if reports(end) { end } else { Some(end + 1).filter(|&verb| auxiliary(end) && reports(verb))? };
    // "Von der Idee hält er nichts": a subject behind the verb is another's.
    let other = |kind: Pronoun| kind != Pronoun::Relative;
    let subject = verb + 1 < len && pronoun(language, &analysis.lower(verb + 1)).is_some_and(other)
        || analysis.is_one_of(verb + 1, &["es", "man"]);
    let noun = language == "de" && verb + 1 < len && analysis.form(verb + 1).is_capital();
    (!subject && !noun).then_some(end)
}

/// "Premier Van | der | Laar": the small particle behind one with a capital, outside of English.
pub(crate) fn is_inner_particle(analysis: &Analysis, gazetteer: &Known, at: usize) -> bool {
    let before = at.checked_sub(1).map_or("", |before| analysis.words.of(before));
    gazetteer.language != "en" && PARTICLES.contains(&before) && LINKS.contains(&analysis.words.of(at))
}

/// Whether a word has a capital and is none that stands for a place, a body or a day.
fn may_be_family(analysis: &Analysis, language: &str, i: usize) -> bool {
    let form = analysis.form(i);
    form.shape == Shape::Title && !is_of(language, form.hash, analysis.words.of(i), NOBODY)
}

/// "sagte von der Leyen,": the same behind its verb, up to the mark that ends it.
pub(crate) fn surname_behind(analysis: &Analysis, language: &str, i: usize) -> Option<usize> {
    let end = i + 3;
    let led =
        i > 0 && end < analysis.len() && analysis.words.of(i) == "von" && LINKS.contains(&analysis.words.of(i + 1));
    let verb = led && analysis.lexicon[i - 1].is_some_and(|entry| entry.part == Part::Verb);
    (verb && may_be_family(analysis, language, i + 2) && !analysis.form(end).is_word()).then_some(end)
}
