//! Russian names and nouns from their cases back to the nominative: "Льва Марьина" is "Лев Марьин".

use super::words::{Gazetteer, class};
use crate::learn::form::fold_hash;

/// Endings of cases and what stands in the nominative in their place, men's first names.
const MALE: &[(&str, &str)] = &[
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
const FEMALE: &[(&str, &str)] = &[
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
/// First names that lose a vowel.
const FLEETING: &[(&str, &str)] = &[("льв", "Лев"), ("павл", "Павел")];

/// A person's name in the nominative; as it stands where the first name is not known in another case.
pub(super) fn nominative_name(name: &str, gazetteer: &Gazetteer) -> String {
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
    let found = |endings: &[(&str, &str)], sex: u32| {
        endings.iter().find_map(|(case, nominative)| {
            let stem = first.strip_suffix(case).filter(|stem| stem.chars().count() >= 2)?;
            Some(format!("{stem}{nominative}")).filter(|candidate| known(candidate, sex))
        })
    };
    let male = fleeting.map(|(_, name)| (*name).to_owned()).or_else(|| found(MALE, class::MALE_NAME));
    let (first, female) =
        match male.map(|name| (name, false)).or_else(|| Some((found(FEMALE, class::FEMALE_NAME)?, true))) {
            Some(found) => found,
            None => return name.to_owned(),
        };
    let rest: Vec<String> = rest.into_iter().map(|word| nominative_family(word, female)).collect();
    format!("{first} {}", rest.join(" "))
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

/// A phrase whose head is word `head`, with that word and the adjectives before it in the nominative; the rest stays.
pub(super) fn nominative_phrase(phrase: &str, head: usize, gazetteer: &Gazetteer) -> String {
    let mut words: Vec<String> = phrase.split_whitespace().map(str::to_owned).collect();
    let Some(noun) = words.get(head) else { return phrase.to_owned() };
    let known = |word: &str| gazetteer.get(fold_hash(word), word) != 0;
    if known(noun) {
        return phrase.to_owned();
    }
    const CASES: &[(&str, &str)] = &[
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
    ];
    let found = CASES.iter().find_map(|(case, nominative)| {
        let stem = noun.strip_suffix(case).filter(|stem| stem.chars().count() >= 3)?;
        Some(format!("{stem}{nominative}")).filter(|word| known(word))
    });
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
        ] {
            assert_eq!(nominative_name(case, russian), name);
        }
    }

    #[test]
    fn heads_come_back_to_the_nominative() {
        let russian = Gazetteer::of("ru");
        assert_eq!(nominative_phrase("районной администрации", 1, russian), "районная администрация");
        assert_eq!(nominative_phrase("источника в мэрии", 0, russian), "источник в мэрии");
        assert_eq!(nominative_phrase("следствие", 0, russian), "следствие");
    }
}
