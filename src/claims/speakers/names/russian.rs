//! Russian names and nouns from their cases back to the nominative: "Льва Марьина" is "Лев Марьин".

use crate::claims::attribution::analysis::Analysis;
use crate::claims::speakers::words::{Gazetteer, Known, class};
use crate::learn::form::{Shape, fold_hash};

/// Endings of cases, each with what stands in the nominative in its place.
type Endings = &'static [(&'static str, &'static str)];

/// The shortest stems of first names and of nouns, in characters.
const SHORTEST_NAME: usize = 2;
const SHORTEST_NOUN: usize = 3;

/// Endings of men's first names.
const MALE: Endings = &[
    ("ом", ""),
    ("ем", "й"),
    ("ем", "ь"),
    ("а", ""),
    ("у", ""),
    ("е", ""),
    ("я", "й"),
    ("ю", "й"),
    ("е", "й"),
    ("я", "ь"),
    ("ю", "ь"),
    ("и", "й"),
    ("ии", "ий"),
    ("ы", "а"),
    ("у", "а"),
    ("ой", "а"),
    ("е", "а"),
    ("и", "я"),
    ("ю", "я"),
    ("ей", "я"),
];
const FEMALE: Endings = &[
    ("ой", "а"),
    ("ы", "а"),
    ("у", "а"),
    ("е", "а"),
    ("и", "а"),
    ("ией", "ия"),
    ("ии", "ия"),
    ("ию", "ия"),
    ("ей", "я"),
    ("и", "я"),
    ("ю", "я"),
    ("е", "я"),
    ("и", "ь"),
    ("ью", "ь"),
];
/// Endings of cases of nouns and what stands in the nominative in their place.
const NOUNS: Endings = &[
    ("ия", "ие"),
    ("ии", "ие"),
    ("ию", "ие"),
    ("ии", "ия"),
    ("а", ""),
    ("у", ""),
    ("ом", ""),
    ("е", ""),
    ("ам", "ы"),
    ("ов", "ы"),
    ("ах", "ы"),
    ("ей", "и"),
    ("ям", "и"),
    ("а", "о"),
    ("у", "о"),
    ("е", "о"),
    ("ом", "о"),
    ("ы", "а"),
    ("е", "а"),
    ("ой", "а"),
    ("у", "а"),
    ("и", "а"),
    ("я", "ь"),
    ("ю", "ь"),
    ("ем", "ь"),
    ("и", "ь"),
    ("я", "й"),
    ("ю", "й"),
    ("я", "е"),
    ("и", "я"),
    ("его", "ий"),
    ("ему", "ий"),
    ("ого", "ый"),
    ("ому", "ый"),
];

/// The longest noun that is somebody whatever it ends in, in characters.
const LONGEST_PEOPLE: usize = 4;

/// First names that lose a vowel.
const FLEETING: &[(&str, &str)] = &[("льв", "Лев"), ("павл", "Павел")];

/// A person's name in the nominative; as it stands where the first name is not known in another case.
pub(crate) fn nominative_name(name: &str, gazetteer: &Gazetteer) -> String {
    let mut words = name.split_whitespace();
    let (Some(first), rest) = (words.next(), words.collect::<Vec<_>>()) else { return name.to_owned() };
    let known = |word: &str, sex: u32| gazetteer.get(fold_hash(word), word) & sex != 0;
    if rest.is_empty() || known(first, class::MALE_NAME | class::FEMALE_NAME) && !oblique_family(rest[rest.len() - 1]) {
        return name.to_owned();
    }
    let lower = first.to_lowercase();
    let fleeting = FLEETING
        .iter()
        .find(|(stem, _)| lower.strip_prefix(stem).is_some_and(|end| matches!(end, "а" | "у" | "ом" | "е")));
    let found = |endings: Endings, sex: u32| straight(first, endings, SHORTEST_NAME).find(|name| known(name, sex));
    let male = fleeting.map(|(_, name)| (*name).to_owned()).or_else(|| found(MALE, class::MALE_NAME));
    // "Лады Мокроусовой": the family name tells the sex where no list knows the first.
    let told = || {
        let hers =
            ["овой", "евой", "ской", "цкой"].iter().any(|end| rest.last().is_some_and(|word| word.ends_with(end)));
        let fits = FEMALE.iter().filter(|(case, _)| hers && first.ends_with(case));
        let (case, nominative) = fits.min_by_key(|(case, _)| std::cmp::Reverse(case.len()))?;
        Some(format!("{}{nominative}", first.strip_suffix(case)?))
    };
    let female = || found(FEMALE, class::FEMALE_NAME).or_else(told);
    let (first, female) = match male.map(|name| (name, false)).or_else(|| Some((female()?, true))) {
        Some(found) => found,
        None => return name.to_owned(),
    };
    let rest: Vec<String> = rest.into_iter().map(|word| nominative_family(word, female)).collect();
    format!("{first} {}", rest.join(" "))
}

/// Whether a word is a first name, in whatever case.
pub(crate) fn is_first_name(word: &str, gazetteer: &Gazetteer) -> bool {
    let known = |word: &str, sex: u32| gazetteer.get(fold_hash(word), word) & sex != 0;
    let bent = |endings: Endings, sex: u32| straight(word, endings, SHORTEST_NAME).any(|name| known(&name, sex));
    known(word, class::MALE_NAME | class::FEMALE_NAME)
        || bent(MALE, class::MALE_NAME)
        || bent(FEMALE, class::FEMALE_NAME)
}

/// "Льва", "Олега": a man's first name in another case, as no woman's is in the nominative.
pub(crate) fn is_bent_male(word: &str, gazetteer: &Gazetteer) -> bool {
    let known = |word: &str, sex: u32| gazetteer.get(fold_hash(word), word) & sex != 0;
    let lower = word.to_lowercase();
    let fleeting = || FLEETING.iter().any(|(stem, _)| lower.strip_prefix(stem).is_some_and(|end| end == "а"));
    let bent = || straight(word, MALE, SHORTEST_NAME).any(|name| known(&name, class::MALE_NAME));
    gazetteer.language == "ru" && !known(word, class::MALE_NAME | class::FEMALE_NAME) && (fleeting() || bent())
}

/// Where the person's name begins in a run of capitals: "МИД Германии | Анналена Бербок", "Саратова | Лады Мокроусовой".
pub(crate) fn person_from(analysis: &Analysis, gazetteer: &Known, start: usize, end: usize) -> usize {
    const OFFICE: u32 = class::ORGANISATION | class::ALIAS | class::PLACE;
    const OTHER: u32 = OFFICE | class::TITLE | class::DEMONYM | class::DOCUMENT;
    let first = |i: usize| is_first_name(analysis.words.of(i), gazetteer);
    let unknown = |i: usize| analysis.form(i).shape == Shape::Title && gazetteer.at(i) & OTHER == 0;
    let begins = |i: usize| {
        let office = gazetteer.at(i - 1) & OFFICE != 0 && (2..=3).contains(&(end - i)) && (i..end).all(unknown);
        office || first(i) && !first(i - 1) && i + 1 < end && unknown(end - 1)
    };
    let found = (start + 1..end.saturating_sub(1)).find(|&i| begins(i));
    found
        .or_else(|| {
            // No list knows them: behind a ministry and its country, and by a family name in another case.
            let last = end.checked_sub(2).filter(|&last| last > start && (last..end).all(unknown))?;
            let ministry = last >= start + 2 && analysis.form(last - 2).shape == Shape::Upper;
            let father = ["вича", "вичу", "вичем", "вны", "вне", "вной"];
            let person = oblique_family(analysis.words.of(end - 1))
                && !father.iter().any(|ending| analysis.words.of(last).ends_with(ending));
            (ministry || person).then_some(last)
        })
        .unwrap_or(start)
}

/// Endings that a family name has in no nominative.
fn oblique_family(word: &str) -> bool {
    ["ову", "еву", "ым", "ому", "ого", "овой", "евой", "скую", "ичу", "ича", "овны", "овне", "евны"]
        .iter()
        .any(|end| word.ends_with(end))
}

fn nominative_family(word: &str, female: bool) -> String {
    let endings: &[(&str, &str)] = if female {
        &[
            ("овой", "ова"),
            ("евой", "ева"),
            ("иной", "ина"),
            ("ову", "ова"),
            ("еву", "ева"),
            ("ину", "ина"),
            ("овны", "овна"),
            ("овне", "овна"),
            ("овной", "овна"),
            ("овну", "овна"),
            ("евны", "евна"),
            ("евне", "евна"),
            ("евной", "евна"),
            ("евну", "евна"),
            ("ичны", "ична"),
            ("ой", "ая"),
            ("ую", "ая"),
            ("ей", "яя"),
        ]
    } else {
        &[
            ("ского", "ский"),
            ("скому", "ский"),
            ("ским", "ский"),
            ("ском", "ский"),
            ("цкого", "цкий"),
            ("цкому", "цкий"),
            ("цким", "цкий"),
            ("ого", "ый"),
            ("ому", "ый"),
            ("овым", "ов"),
            ("евым", "ев"),
            ("иным", "ин"),
            ("ычем", "ыч"),
            ("ичем", "ич"),
            ("ом", ""),
            ("а", ""),
            ("у", ""),
            ("е", ""),
            ("я", "й"),
            ("ю", "й"),
        ]
    };
    for (case, nominative) in endings {
        if let Some(stem) = word.strip_suffix(case).filter(|stem| stem.chars().count() >= 2) {
            return format!("{stem}{nominative}");
        }
    }
    word.to_owned()
}

/// What a noun may be in the nominative.
pub(crate) fn nominatives(noun: &str) -> impl Iterator<Item = String> + '_ {
    straight(noun, NOUNS, SHORTEST_NOUN)
}

/// The nominative of a Russian noun in another case, where a list has it.
pub(crate) fn listed_nominative(noun: &str, gazetteer: &Gazetteer) -> Option<String> {
    if gazetteer.language != "ru" || gazetteer.listed(noun) != 0 {
        return None;
    }
    nominatives(noun).find(|bare| gazetteer.listed(bare) != 0)
}

/// What a word may be in the nominative by such endings, where its stem has so many characters.
fn straight(word: &str, endings: Endings, least: usize) -> impl Iterator<Item = String> + '_ {
    endings.iter().filter_map(move |(case, nominative)| {
        let stem = word.strip_suffix(case).filter(|stem| stem.chars().count() >= least)?;
        Some(format!("{stem}{nominative}"))
    })
}

/// Whether a noun that no list has is for somebody: by what he does ("фельдшер", "нападающего"), or a short one, as many
/// names of peoples are ("серб").
pub(crate) fn is_somebody(noun: &str) -> bool {
    const NOUNS: &[&str] = &[
        "тель", "ник", "ница", "чик", "щик", "щица", "ист", "ёр", "ер", "тор", "сор", "арь", "лог", "ец", "ка", "ша",
        "ант", "ент", "янин", "ач", "граф", "вед", "ург", "дья", "арий",
    ];
    const PARTICIPLES: &[&str] = &["ый", "ий", "ая", "щего", "щему", "щим", "щей"];
    let is = |noun: &str| NOUNS.iter().any(|ending| noun.ends_with(ending)) && !noun.ends_with("мент");
    is(noun)
        || PARTICIPLES.iter().any(|ending| noun.ends_with(ending))
        || noun.chars().count() <= LONGEST_PEOPLE
        || nominatives(noun).any(|noun| is(&noun))
}

/// A phrase whose head is word `head`, with that word and the adjectives before it in the nominative; the rest stays.
///
/// `placed`: it stands behind "в" or "на", so that what may be a nominative is none: "в администрации".
pub(crate) fn nominative_phrase(phrase: &str, head: usize, placed: bool, gazetteer: &Gazetteer) -> String {
    let mut words: Vec<String> = phrase.split_whitespace().map(str::to_owned).collect();
    let Some(noun) = words.get(head) else { return phrase.to_owned() };
    let known = |word: &str| gazetteer.listed(word) != 0;
    let found = nominatives(noun).find(|word| known(word));
    if known(noun) && !(placed && found.is_some()) {
        return phrase.to_owned();
    }
    let Some(noun) = found else { return phrase.to_owned() };
    let ending = if noun.ends_with(['а', 'я']) {
        "ая"
    } else if noun.ends_with(['о', 'е']) {
        "ое"
    } else {
        "ый"
    };
    for word in &mut words[..head] {
        let cases = ["ого", "ому", "ым", "ом", "ой", "ую"];
        if let Some(stem) =
            cases.iter().find_map(|case| word.strip_suffix(case)).filter(|stem| stem.chars().count() >= 3)
        {
            let soft = ending == "ый" && stem.ends_with(['к', 'г', 'х', 'ш', 'щ', 'ч', 'ж']);
            *word = format!("{stem}{}", if soft { "ий" } else { ending });
        }
    }
    words[head] = noun;
    words.join(" ")
}

/// "местных жителей" is "местные жители": a phrase whose head is word `head` back from the genitive, by endings alone.
pub(crate) fn from_genitive(phrase: &str, head: usize) -> String {
    const NOUNS: Endings = &[
        ("телей", "тели"),
        ("елей", "ели"),
        ("ениями", "ения"),
        ("ения", "ение"),
        ("ания", "ание"),
        ("ствия", "ствие"),
        ("ства", "ство"),
        ("ции", "ция"),
        ("сии", "сия"),
        ("рии", "рия"),
        ("нии", "ния"),
        ("ков", "ки"),
        ("гов", "ги"),
        ("хов", "хи"),
        ("цев", "цы"),
        ("ов", "ы"),
        ("уры", "ура"),
        ("бы", "ба"),
        ("ля", "ль"),
        ("ария", "арий"),
        ("ного", "ный"),
        ("ника", "ник"),
        ("та", "т"),
        ("ора", "ор"),
        ("ера", "ер"),
    ];
    let mut words: Vec<String> = phrase.split_whitespace().map(str::to_owned).collect();
    let Some(noun) = words.get(head) else { return phrase.to_owned() };
    let bent = |(case, nominative): &(&str, &str)| Some(format!("{}{nominative}", noun.strip_suffix(case)?));
    let Some(found) = NOUNS.iter().find_map(bent) else { return phrase.to_owned() };
    let many = found.ends_with(['и', 'ы']);
    for word in &mut words[..head] {
        let stem = word.strip_suffix("ых").or_else(|| word.strip_suffix("их")).map(str::to_owned).filter(|_| many);
        if let Some(stem) = stem {
            *word = format!("{stem}{}", if stem.ends_with(['к', 'г', 'х', 'ш', 'щ', 'ч']) { "ие" } else { "ые" });
        }
    }
    words[head] = found;
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_come_back_to_the_nominative() {
        let russian = Gazetteer::of("ru");
        for (case, name) in [
            ("Льва Марьинова", "Лев Марьинов"),
            ("Ирины Загорской", "Ирина Загорская"),
            ("Сергею Петровичу Малинину", "Сергей Петрович Малинин"),
            ("Мария Орлова", "Мария Орлова"),
            ("Дрого Бэггинс", "Дрого Бэггинс"),
            // In no list.
            ("Эланы Верховской", "Элана Верховская"),
        ] {
            assert_eq!(nominative_name(case, russian), name);
        }
    }

    #[test]
    fn nouns_for_somebody_are_told_by_their_endings() {
        for noun in ["фельдшер", "защитника", "нападающего", "серб", "учителем", "посетительница"]
        {
            assert!(is_somebody(noun), "{noun}");
        }
        for noun in ["гидрометцентр", "департамента", "прокуратуре", "следствия"]
        {
            assert!(!is_somebody(noun), "{noun}");
        }
    }

    #[test]
    fn genitives_come_back_by_their_endings() {
        for (case, nominative) in [
            ("очевидцев", "очевидцы"),
            ("полиции", "полиция"),
            ("учеников", "ученики"),
            ("свидетелей", "свидетели"),
            ("задержанного", "задержанный"),
            ("экспертов", "эксперты"),
        ] {
            assert_eq!(from_genitive(case, 0), nominative);
        }
        assert_eq!(from_genitive("местных жителей", 1), "местные жители");
    }

    #[test]
    fn heads_come_back_to_the_nominative() {
        let russian = Gazetteer::of("ru");
        assert_eq!(nominative_phrase("районной администрации", 1, false, russian), "районная администрация");
        assert_eq!(nominative_phrase("источника в мэрии", 0, false, russian), "источник в мэрии");
        assert_eq!(nominative_phrase("прокуратуре", 0, true, russian), "прокуратура");
        assert_eq!(nominative_phrase("следствие", 0, false, russian), "следствие");
        assert_eq!(nominative_phrase("компании", 0, false, russian), "компании");
        assert_eq!(nominative_phrase("компании", 0, true, russian), "компания");
    }
}
