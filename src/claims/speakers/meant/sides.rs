//! The sides of a trial: counsel are not whom they speak for, and nobody accused is a lawyer. "Der Anwalt des Fahrers Jonas Weller":
//! "der Jurist" is not Weller.

use super::pronouns::pronoun;
use crate::claims::attribution::analysis::{Analysis, state};
use crate::claims::speakers::names::found::Name;
use crate::claims::speakers::sources::small_words::{LEFT_OUT, OF};
use crate::claims::speakers::words::{Known, class};

/// How far from a name the word stands that tells its side, in words.
const NEAR: usize = 6;

/// Parts of words for counsel, and for what speaks in their place: "l'avocate", "la défense".
const COUNSEL: &[&str] = &[
    "avocat",
    "défense",
    "défenseur",
    "abogad",
    "letrad",
    "defens",
    "advogad",
    "defesa",
    "avvocat",
    "difensor",
    "difesa",
    "legale",
    "anwalt",
    "anwält",
    "verteidig",
    "jurist",
    "advoca",
    "raadsman",
    "raadsvrouw",
    "verdedig",
    "адвокат",
    "защит",
    "юрист",
];
/// Parts of words for those who are accused, or spoken for.
const ACCUSED: &[&str] = &[
    "accusé",
    "prévenu",
    "suspect",
    "inculpé",
    "acusad",
    "sospechos",
    "detenid",
    "procesad",
    "imputad",
    "suspeit",
    "arguid",
    "réu",
    "imputat",
    "indagat",
    "accusat",
    "angeklagt",
    "beschuldigt",
    "verdächtig",
    "verdacht",
    "beklaagd",
    "mandant",
    "cliënt",
    "обвиняем",
    "подсудим",
    "подозреваем",
    "assistit",
    "подзащитн",
];
/// Parts of words for those who prosecute, and are not accused either: "officier van justitie".
const PROSECUTION: &[&str] =
    &["procureur", "procurator", "procurador", "promotor", "aanklager", "officier", "прокурор"];
/// Such words that are for bodies: "Staatsanwaltschaft".
const NEITHER: &[&str] = &["anwaltschaft", "kanzlei", "ministerium", "politik"];

/// Whether a word is for somebody who is accused or spoken for: "cliënt", "подзащитный".
pub(crate) fn is_party(word: &str) -> bool {
    of_word(word) < 0 || word == "cliente"
}

/// The side that a word tells of.
fn of_word(word: &str) -> i32 {
    let has = |parts: &[&str]| parts.iter().any(|part| word.contains(part));
    if has(NEITHER) {
        0
    } else if has(ACCUSED) {
        -1
    } else {
        i32::from(has(COUNSEL) || has(PROSECUTION))
    }
}

/// The side that the words before and behind a name tell of whom it names.
pub(crate) fn side(analysis: &Analysis, gazetteer: &Known, name: &Name) -> i32 {
    if gazetteer.language == "en" {
        return 0;
    }
    let (from, to) = analysis.sentence_at(name.from);
    let word = |i: usize| analysis.lower(i).replace('’', "'");
    let open = |i: &usize| analysis.form(*i).is_word() && analysis.quoted[*i] == state::OUT;
    // "avocate de Paul Petit", "Anwalt von Weller": what binds the name to the word.
    let joins = |i: usize| {
        OF.contains(&word(i).as_str())
            || gazetteer.language == "de" && matches!(word(i).as_str(), "von" | "des" | "der")
    };
    let comma = name.start > from && analysis.words.of(name.start - 1) == ",";
    let edge = name.start - usize::from(comma);
    let mut bound = false;
    for i in (from.max(edge.saturating_sub(NEAR))..edge).rev().take_while(open) {
        let side = of_word(&word(i));
        if side != 0 && (analysis.lexicon[i].is_none() || gazetteer.at(i) & (class::TITLE | class::HUMAN) != 0) {
            // "Sein Anwalt" is that of somebody before.
            return if side > 0 && bound && !comma { -1 } else { side };
        }
        // "Der Anwalt des Fahrers Weller | ist | Peter Brandt": another phrase.
        let small = OF.contains(&word(i).as_str()) || LEFT_OUT.contains(&word(i).as_str()) || joins(i);
        if gazetteer.at(i) & class::FUNCTION != 0 && !small {
            return 0;
        }
        let last = !comma && i + 1 == edge;
        bound |= joins(i) && (last || gazetteer.language == "de");
    }
    // "Karim Benali, avocat de la famille,"
    let behind = name.to + 1 < to && analysis.words.of(name.to) == ",";
    let first = name.to + 1 + usize::from(behind && pronoun(gazetteer.language, &word(name.to + 1)).is_some());
    let mut title = (first..to.min(first + 2)).filter(|_| behind).take_while(open);
    i32::from(title.any(|i| of_word(&word(i)) > 0 && gazetteer.at(i) & (class::TITLE | class::HUMAN) != 0))
}

/// Whether a noun is for one of the other side than somebody is on.
pub(crate) fn is_other_side(side: i32, noun: &str) -> bool {
    side * of_word(noun) < 0
}

#[cfg(test)]
mod tests {
    use crate::claims::speakers::testing::expect_last as last;

    #[test]
    fn the_accused_is_no_lawyer() {
        last(
            "Son avocate, Me Claire Denis, a plaidé la relaxe. « Il est innocent », a-t-elle dit. L'accusé a demandé pardon aux victimes.",
            "fr",
            "accusé",
        );
        last("A defesa de Paulo Nunes negou o crime. O advogado disse ainda que a prisão é ilegal.", "pt", "advogado");
        last(
            "Anwalt des Fahrers Jonas Weller ist Peter Brandt. Weller habe nichts gewusst, erklärte der Jurist.",
            "de",
            "Peter Brandt",
        );
    }

    #[test]
    fn the_accused_does_not_prosecute() {
        last(
            "\u{201c}Het was gevaarlijk\u{201d}, zei officier van justitie Eva Smid. De verdachte ontkent dat hij de brand heeft gesticht.",
            "nl",
            "verdachte",
        );
        last("«Есть видео», — сказал прокурор Иван Седов. Обвиняемый заявил, что не виноват.", "ru", "Обвиняемый");
        // Who prosecutes goes on by his trade.
        last(
            "\u{201c}Het was gevaarlijk\u{201d}, zei officier van justitie Eva Smid. De officier zei dat er bewijs is.",
            "nl",
            "Eva Smid",
        );
    }
}
