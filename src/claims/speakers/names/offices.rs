//! Names inside the words for an office: "el exgerente de la residencia Los Olivos" is nobody called Olivos; and Russian bodies in the
//! place where something is said: "в Минздраве сообщили".

use super::found::adjacent;
use super::russian::is_first_name;
use crate::claims::attribution::analysis::Analysis;
use crate::claims::attribution::pack::pack;
use crate::claims::speakers::sources::small_words::{OF, PLURAL, SINGULAR};
use crate::claims::speakers::sources::untagged::is_plain;
use crate::claims::speakers::words::{Known, class};
use crate::learn::form::Shape;

/// How far before a name the office is looked for, in words.
const OFFICE: usize = 8;

/// Whether a name of one word, at `name`, belongs to a noun that "of" joins to somebody's office.
pub(crate) fn is_complement(analysis: &Analysis, gazetteer: &Known, (from, to): (usize, usize)) -> bool {
    let small = |i: usize| analysis.lower(i).replace('’', "'");
    let among = |i: usize, words: &[&str]| words.contains(&small(i).as_str());
    let capital = |i: usize| analysis.form(i).is_capital() && (among(i, SINGULAR) || among(i, PLURAL));
    let (first, _) = analysis.sentence_at(from);
    if !is_plain(gazetteer.language) || to != from + 1 || gazetteer.is_first_name(from) {
        return false;
    }
    let Some(noun) = (first..from).rev().find(|&i| !capital(i)) else { return false };
    let plain = |i: &usize| analysis.form(*i).is_word();
    let before = (first.max(noun.saturating_sub(OFFICE))..noun).rev().take_while(plain);
    let Some(of) = before.take_while(|&i| gazetteer.at(i) & class::TITLE == 0).filter(|&i| among(i, OF)).last() else {
        return false;
    };
    // "exgerente": by its ending.
    let holders = pack(gazetteer.language).map_or(&[][..], |pack| &pack.holders);
    let holds = |i: usize| {
        gazetteer.at(i) & (class::TITLE | class::HUMAN) != 0 || holders.iter().any(|end| small(i).ends_with(end))
    };
    let title = of.checked_sub(1).is_some_and(|i| i >= first && holds(i));
    let thing = analysis.form(noun).shape == Shape::Lower && gazetteer.at(noun) & (class::TITLE | class::HUMAN) == 0;
    noun > of && title && thing && !among(noun, OF) && !among(noun, SINGULAR)
}

/// How far before its name the holder of a portfolio stands, in words: "ministro delle Infrastrutture e dei | Trasporti".
const PORTFOLIO: usize = 6;

/// "il ministro dei | Trasporti": what somebody is minister of is no body that "l'azienda" takes up.
pub(crate) fn is_portfolio(analysis: &Analysis, language: &str, name: usize) -> bool {
    const HOLDERS: &[&str] = &["ministr", "sottosegretari", "assessor", "consejer", "conseller", "staatssecretaris"];
    let (first, _) = analysis.sentence_at(name);
    let of = |i: usize| OF.contains(&analysis.lower(i).replace('’', "'").as_str());
    let holds = |i: usize| {
        let word = analysis.lower(i);
        let word = word.strip_prefix("vice").unwrap_or(&word);
        word == "minister" || HOLDERS.iter().any(|stem| word.starts_with(stem))
    };
    let plain = |i: &usize| analysis.form(*i).is_word();
    let mut before = (first..name).rev().take(PORTFOLIO).take_while(plain);
    is_plain(language) && name > first && of(name - 1) && before.any(holds)
}

/// "the | Kestrel", "l'| Élysée", "el | Sevilla", "o | Benfica", "het | Stadsblad": an article before a name, which people there have none of.
pub(crate) fn leads_body(analysis: &Analysis, gazetteer: &Known, article: usize) -> bool {
    let words: &[&str] = match gazetteer.language {
        "fr" => &["l'", "l’", "le", "la"],
        "es" => &["el", "la"],
        "pt" => &["o"],
        "nl" => &["het"],
        _ => &["the"],
    };
    let word = analysis.lower(article);
    // "la Cour", "El País": a capital of its own may be that of a sentence.
    words.contains(&word.as_str())
        && !(gazetteer.language != "en" && is_of_people(gazetteer.language, &analysis.lower(article + 1)))
}

/// "l'Italien", "le Parisien": people by where they are from, with a capital in French.
pub(crate) fn is_of_people(language: &str, word: &str) -> bool {
    const ENDS: &[&str] = &[
        "ien", "ienne", "ais", "aise", "ois", "oise", "ain", "aine", "and", "ande", "gnol", "gnole", "éen", "éenne",
        "belge", "suisse", "grec", "turc", "russe",
    ];
    language == "fr" && ENDS.iter().any(|end| word.ends_with(end))
}

/// "Karin de | Boer": Dutch writes trades small inside a sentence.
pub(crate) fn is_dutch_family(analysis: &Analysis, gazetteer: &Known, start: usize, i: usize) -> bool {
    let led = || i > 0 && analysis.is_one_of(i - 1, &["de", "den", "der", "van", "'t", "te", "ten"]);
    gazetteer.language == "nl" && (i > start || led()) && analysis.form(i).shape == Shape::Title
}

/// "minister van Buitenlandse Zaken | Jan Smit", "Analist | Nora Belkadi": where a Dutch name begins behind a portfolio of two words, or
/// a trade with the capital of its sentence.
pub(crate) fn dutch_person_from(analysis: &Analysis, gazetteer: &Known, start: usize, end: usize) -> Option<usize> {
    if gazetteer.language != "nl" || end < start + 3 || !(start..end).all(|i| analysis.form(i).is_capital()) {
        return None;
    }
    let affairs = analysis.is_one_of(start + 1, &["zaken"]) && start >= 2 && analysis.is_one_of(start - 1, &["van"]);
    let word = analysis.lower(start);
    let trade = word.chars().count() > 5
        && gazetteer.at(start) & !(class::TITLE | class::HUMAN) == 0
        && ["ist", "loog", "aar", "eur", "rice", "ster", "kundige"].iter().any(|end| word.ends_with(end));
    if affairs && end >= start + 4 {
        return Some(start + 2);
    }
    (trade && analysis.sentence_at(start).0 == start).then_some(start + 1)
}

/// "O Presidente | da República": what an office with a capital of its own is of is nobody by that name, in Romance languages.
pub(crate) fn binds_office(analysis: &Analysis, gazetteer: &Known, of: usize, end: usize) -> bool {
    let led = analysis.is_one_of(of, &["da", "do", "das", "dos", "della", "del", "dei", "du", "de"]);
    matches!(gazetteer.language, "fr" | "es" | "pt" | "it") && led && end == of + 2 && !gazetteer.is_first_name(of + 1)
}

/// "Burgemeester Jan Smit | van Utrecht": where a name ends before the town that somebody is the mayor of.
pub(crate) fn before_town(analysis: &Analysis, gazetteer: &Known, (from, end): (usize, usize), titled: bool) -> usize {
    let van = (from + 2..end).rev().find(|&i| analysis.words.of(i) == "van");
    let Some(van) = van.filter(|_| titled && gazetteer.language == "nl") else { return end };
    let whole = (from..van).filter(|&i| analysis.form(i).is_capital()).count() >= 2;
    if whole && !gazetteer.is_first_name(van - 1) { van } else { end }
}

/// "Губернатор | Камской | области": an adjective with a capital that names a region with the noun behind it.
pub(crate) fn is_russian_region(analysis: &Analysis, gazetteer: &Known, i: usize) -> bool {
    const KINDS: &[&str] =
        &["област", "район", "округ", "республик", "город", "край", "края", "краю", "крае", "краем", "губерни"];
    if gazetteer.language != "ru" {
        return false;
    }
    let bent = ["ой", "ого", "ому", "ом", "ая", "ую", "ий", "ый"].iter().any(|end| analysis.words.of(i).ends_with(end));
    let next = analysis.lower(i + 1);
    bent && KINDS.iter().any(|kind| next.starts_with(kind))
}

/// A Russian body of one word in the nominative: "Минздраве" and "Минздрава" are "Минздрав".
///
/// The names of ministries and agencies are cut from words ("Министерство здравоохранения"), so that the end of the last one tells
/// their gender, and no list of names is needed.
pub(crate) fn nominative_body(word: &str) -> Option<String> {
    /// What such words begin with, and the stems that a feminine or a masculine one ends in.
    const HEADS: &[&str] = &["Мин", "Рос", "Гос", "Глав", "Ген", "Центр", "Евро", "Гор", "Обл", "Сбер", "Внеш"];
    const FEMININE: &[&str] = &["дум", "прокуратур", "гварди", "аваци", "инспекци"];
    const MASCULINE: &[&str] = &[
        "здрав",
        "фин",
        "юст",
        "труд",
        "транс",
        "строй",
        "сельхоз",
        "торг",
        "спорт",
        "обр",
        "надзор",
        "стат",
        "банк",
        "союз",
        "совет",
        "суд",
        "центр",
        "комитет",
        "реестр",
        "космос",
        "атом",
        "нефть",
        "автодор",
        "комнадзор",
        "фонд",
        "парк",
        "гидромет",
        "имуществ",
        "лесхоз",
        "рыболовств",
        "цифр",
        "природ",
    ];
    if !HEADS.iter().any(|head| word.starts_with(head)) {
        return None;
    }
    if MASCULINE.iter().any(|end| word.ends_with(end)) {
        return Some(word.to_owned());
    }
    let stem = ["ом", "ой", "ей", "ы", "и", "е", "а", "у", "ю"].iter().find_map(|case| word.strip_suffix(case))?;
    if let Some(found) = FEMININE.iter().find(|end| stem.ends_with(*end)) {
        return Some(format!("{stem}{}", if found.ends_with('и') { "я" } else { "а" }));
    }
    // "Минобороны", "Ростове": the genitive that a name is cut from, and a town.
    MASCULINE.iter().any(|end| stem.ends_with(end)).then(|| stem.to_owned())
}

/// "the President of Tasmeria | Leila Onsouri": where a person's name begins right behind that of the country which an office is of.
pub(crate) fn behind_country(analysis: &Analysis, gazetteer: &Known, start: usize, end: usize) -> Option<usize> {
    let (office, of) = (start.checked_sub(2)?, start - 1);
    let led = (analysis.words.of(of) == "of" || OF.contains(&analysis.lower(of).as_str()))
        && gazetteer.at(office) & class::TITLE != 0;
    let (from, _) = analysis.sentence_at(start);
    let name = (start + 1..end.min(start + 3)).find(|&i| gazetteer.is_first_name(i))?;
    let plain = |i: usize| analysis.form(i).shape == Shape::Title && !gazetteer.is_first_name(i);
    let body = (start..end).any(|i| gazetteer.at(i) & (class::ORGANISATION | class::TITLE) != 0);
    (led && office >= from && end >= name + 2 && end <= name + 3 && (start..name).all(plain) && !body).then_some(name)
}

/// "Министерство обороны | Тавии", "министр иностранных дел | Кастрии | Надя Русев": a Russian genitive that no list knows, behind a
/// noun, as countries end in.
pub(crate) fn is_of_country(analysis: &Analysis, gazetteer: &Known, i: usize) -> bool {
    let word = analysis.words.of(i);
    let noun = i > 0 && adjacent(analysis, i - 1) && analysis.form(i - 1).shape == Shape::Lower;
    let known = gazetteer.at(i) & !class::PLACE != 0 || is_first_name(word, gazetteer);
    noun && !known && word.ends_with("ии") && analysis.form(i).shape == Shape::Title
}

#[cfg(test)]
mod tests {
    use super::nominative_body;
    use crate::claims::speakers::testing::speakers;

    fn speaker(text: &str, language: &str) -> Option<String> {
        speakers(text, language).into_iter().next().flatten()
    }

    #[test]
    fn the_name_of_a_house_is_not_its_manager() {
        let text = "El exgerente de la residencia Los Olivos negó haber falsificado las cuentas.";
        assert_eq!(speaker(text, "es").as_deref(), Some("exgerente de la residencia Los Olivos"));
        let text = "El director general de la empresa Juan Carlos Rivas advirtió de que cerrarán dos plantas.";
        assert_eq!(speaker(text, "es").as_deref(), Some("Juan Carlos Rivas"));
    }

    #[test]
    fn towns_and_regions_are_no_persons() {
        let text = "Burgemeester Karin de Boer van Zuidwolde stapt op. De politica zegt dat ze moe is.";
        assert_eq!(speaker(text, "nl").as_deref(), Some("Karin de Boer"));
        let text = "Губернатор Камской области Виктор Лаптев приехал. Глава региона пообещал восстановить дома.";
        assert_eq!(speaker(text, "ru").as_deref(), Some("Виктор Лаптев"));
        let text = "La Guardia Civil detuvo a dos hombres en Almera. Según el instituto armado, robaron 40 vehículos.";
        assert_eq!(speaker(text, "es").as_deref(), Some("Guardia Civil"));
    }

    #[test]
    fn russian_bodies_have_one_name() {
        for (case, name) in [
            ("Минздраве", Some("Минздрав")),
            ("Минздрава", Some("Минздрав")),
            ("Минфину", Some("Минфин")),
            ("Роспотребнадзоре", Some("Роспотребнадзор")),
            ("Госдуме", Some("Госдума")),
            ("Росгвардии", Some("Росгвардия")),
            ("Генпрокуратуры", Some("Генпрокуратура")),
            ("Минобороны", None),
            ("Минздрав", Some("Минздрав")),
            ("Росгидромета", Some("Росгидромет")),
            ("Ростове", None),
        ] {
            assert_eq!(nominative_body(case).as_deref(), name, "{case}");
        }
        assert_eq!(speaker("В Минздраве сообщили, что пострадавших нет.", "ru").as_deref(), Some("Минздрав"));
        assert_eq!(speaker("По данным Минздрава, пострадали 12 человек.", "ru").as_deref(), Some("Минздрав"));
    }
}
