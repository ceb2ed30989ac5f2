//! Russian names as they are compared: without the endings of their cases, so that "Бурцева", "Бурцеву" and "Бурцев" are one. The
//! endings are those of the declensions of nouns and adjectives (Русская грамматика, 1980, §§ 1181-1200, 1294-1310).

use crate::claims::speakers::words::{Gazetteer, class};
use crate::learn::form::fold_hash;

/// Endings of cases, the longest first.
const ENDINGS: &[&str] = &[
    "ого", "его", "ому", "ему", "ыми", "ими", "ями", "ами", "ией", "ием", "ый", "ий", "ой", "ей", "ая", "яя", "ую",
    "юю", "ым", "им", "ом", "ем", "ью", "ия", "ии", "ию", "а", "я", "у", "ю", "е", "и", "ы", "о", "ь", "й",
];

/// What is left of a word, in characters: behind an ending of one letter, and behind a longer one.
const SHORT: usize = 2;
const LONG: usize = 3;

/// A word of a name, in small letters, without the ending of its case.
pub(crate) fn stem(word: &str) -> String {
    let word = word.replace('ё', "е");
    let long =
        |stem: &&str, ending: &str| stem.chars().count() >= if ending.chars().count() > 1 { LONG } else { SHORT };
    let cut = ENDINGS.iter().find_map(|ending| word.strip_suffix(ending).filter(|stem| long(stem, ending)));
    let mut stem = cut.unwrap_or(&word);
    // "Сергея" and "Сергей": what stands before the ending of one is part of that of the other.
    while let Some(bare) = stem.strip_suffix(['е', 'и', 'й', 'ь']).filter(|bare| bare.chars().count() >= LONG) {
        stem = bare;
    }
    // A vowel that only the nominative has.
    match stem {
        "лев" => "льв".to_owned(),
        "павел" => "павл".to_owned(),
        stem => match stem.strip_suffix("ец").filter(|bare| bare.chars().count() >= LONG) {
            Some(bare) => format!("{bare}ц"),
            None => stem.to_owned(),
        },
    }
}

/// How much the words of a name look like nominatives, to choose between the forms in which a text has it.
pub(crate) fn straightness(name: &str, gazetteer: &Gazetteer) -> usize {
    name.split_whitespace().map(|word| straight(word, gazetteer)).sum()
}

fn straight(word: &str, gazetteer: &Gazetteer) -> usize {
    const BENT: &[&str] =
        &["ым", "ом", "ем", "ским", "цким", "ской", "цкой", "овой", "евой", "ёвой", "иной", "ией", "ого", "его"];
    if gazetteer.get(fold_hash(word), word) & (class::MALE_NAME | class::FEMALE_NAME) != 0 {
        return 4;
    }
    if BENT.iter().any(|end| word.ends_with(end)) {
        return 1;
    }
    match word.chars().next_back() {
        Some('а' | 'я') if word.ends_with("ая") => 3,
        Some('а' | 'я') => 2,
        Some('у' | 'ю' | 'е' | 'ё' | 'и' | 'ы') => 1,
        _ => 3,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_cases_of_a_name_are_one() {
        for forms in [
            &["бурцев", "бурцева", "бурцеву", "бурцевым", "бурцеве"][..],
            &["загорская", "загорской", "загорскую"],
            &["сергей", "сергея", "сергею", "сергеем"],
            &["анатолий", "анатолия", "анатолию", "анатолием"],
            &["юлия", "юлии", "юлию", "юлией"],
            &["лев", "льва", "льву"],
            &["павел", "павла", "павлом"],
            &["игорь", "игоря", "игорем"],
            &["пётр", "петра", "петру"],
            &["кравец", "кравца", "кравцом"],
            &["толстой", "толстого", "толстому"],
            &["ким", "кима"],
            &["ткач", "ткача", "ткачом"],
        ] {
            let stems: Vec<String> = forms.iter().map(|form| stem(form)).collect();
            assert!(stems.iter().all(|found| *found == stems[0]), "{stems:?}");
        }
        assert_ne!(stem("марьин"), stem("маркин"));
        assert_eq!(stem("седых"), "седых");
    }

    #[test]
    fn nominatives_are_chosen() {
        let russian = Gazetteer::of("ru");
        for (nominative, other) in [
            ("Олег Бурцев", "Олега Бурцева"),
            ("Ирина Загорская", "Ирине Загорской"),
            ("Марьин", "Марьина"),
            ("Мельникова", "Мельникову"),
            ("Сергей Малинин", "Сергеем Малининым"),
        ] {
            assert!(straightness(nominative, russian) > straightness(other, russian), "{nominative}");
        }
    }
}
