//! The key that joins a speaker across documents.

use std::collections::HashMap;
use std::sync::OnceLock;

use crate::claims::speakers::words::fold;
use crate::claims::types::SpeakerType;

/// The key of a resolved speaker.
///
/// - A person: the folded family name (small letters, no accents), which is what all outlets share: "Wendy Sherman",
///   "Sherman" and "Ms. Sherman" are `sherman`. `Jr.`, `Sr.` and Roman numbers do not count. Two persons may share a family
///   name: [`may_be_one`](super::may_be_one) tells them apart by their first names.
/// - An organisation or place: its entry in `data/keys.txt` ("North Atlantic Treaty Organization", "NAtO" and "Nato" are
///   `nato`), else the folded name without "the" and without its legal form ("GmbH", "Inc").
/// - Anything else: the folded words without a leading article.
///
/// ```
/// use copydesk::claims::{SpeakerType, speakers::speaker_key};
/// assert_eq!(speaker_key("Jens Stoltenberg", SpeakerType::Person), "stoltenberg");
/// assert_eq!(speaker_key("North Atlantic Treaty Organization", SpeakerType::Organisation), "nato");
/// ```
pub fn speaker_key(name: &str, kind: SpeakerType) -> String {
    let folded = fold(name);
    let mut words: Vec<&str> = folded.split_whitespace().collect();
    if kind == SpeakerType::Person {
        while words.len() > 1 && words.last().is_some_and(|last| SUFFIXES.contains(&last.trim_end_matches('.'))) {
            words.pop();
        }
        return spelling(words.last().unwrap_or(&"").trim_matches(|c: char| !c.is_alphanumeric()));
    }
    let whole = words.join(" ");
    if let Some(key) = keys().get(whole.as_str()) {
        return (*key).to_owned();
    }
    if words.len() > 1 && ARTICLES.contains(&words[0]) {
        words.remove(0);
    }
    // "Brandt Chemicals GmbH" is "Brandt Chemicals" elsewhere.
    let bare = without_legal_form(&words).join(" ");
    keys().get(bare.as_str()).map_or(bare, |key| (*key).to_owned())
}

/// A family name as all transcriptions share it: "Zelenskiy", "Zelenskyy", "Selenskyj" and "Зеленский" end alike, so that only
/// the letters that languages transcribe differently are left to tell apart.
fn spelling(name: &str) -> String {
    let latin = latin(name);
    for ending in ["skiy", "skyy", "skij", "skyj", "skyi", "skii", "skiĭ"] {
        if let Some(stem) = latin.strip_suffix(ending).filter(|stem| stem.chars().count() >= 2) {
            return format!("{stem}sky");
        }
    }
    for ending in ["yy", "iy", "ij", "yj", "yi"] {
        if let Some(stem) = latin.strip_suffix(ending).filter(|stem| stem.chars().count() >= 3) {
            return format!("{stem}y");
        }
    }
    latin
}

/// A folded name in Latin letters, where it is Cyrillic.
pub(super) fn latin(name: &str) -> String {
    let letters = name.chars().filter(|c| !matches!(c, 'ь' | 'ъ' | '\'' | '’'));
    letters.flat_map(|c| transcribed(c).chars().chain(transcribed(c).is_empty().then_some(c))).collect()
}

/// Cyrillic letters as English newspapers write them; nothing for what is no Cyrillic letter.
fn transcribed(c: char) -> &'static str {
    match c {
        'а' => "a",
        'б' => "b",
        'в' => "v",
        'г' | 'ґ' => "g",
        'д' => "d",
        'е' | 'э' | 'є' => "e",
        'ё' => "yo",
        'ж' => "zh",
        'з' => "z",
        'и' | 'і' => "i",
        'й' | 'ы' => "y",
        'ї' => "yi",
        'к' => "k",
        'л' => "l",
        'м' => "m",
        'н' => "n",
        'о' => "o",
        'п' => "p",
        'р' => "r",
        'с' => "s",
        'т' => "t",
        'у' => "u",
        'ф' => "f",
        'х' => "kh",
        'ц' => "ts",
        'ч' => "ch",
        'ш' => "sh",
        'щ' => "shch",
        'ю' => "yu",
        'я' => "ya",
        _ => "",
    }
}

/// What follows a family name.
pub(super) const SUFFIXES: &[&str] = &["jr", "sr", "ii", "iii", "iv"];
/// What firms are by law, behind their names.
const LEGAL_FORMS: &[&str] =
    &["gmbh", "ag", "inc", "ltd", "plc", "llc", "corp", "kg", "kgaa", "ohg", "ug", "bv", "nv", "spa"];

/// The words of a folded name without its legal form: "brandt chemicals" of "brandt chemicals gmbh".
pub(super) fn without_legal_form<W: AsRef<str>>(words: &[W]) -> &[W] {
    let form = |word: &W| LEGAL_FORMS.contains(&word.as_ref().trim_end_matches('.'));
    let kept = words.iter().rposition(|word| !form(word)).map_or(0, |last| last + 1);
    if kept > 0 { &words[..kept] } else { words }
}

const ARTICLES: &[&str] = &[
    "the", "a", "an", "der", "die", "das", "le", "la", "les", "el", "los", "las", "il", "lo", "de", "het", "o", "os",
    "as",
];

/// Whether a name is that of a capital which stands for its country in `data/keys.txt`: it is marked there.
pub(super) fn is_capital(name: &str) -> bool {
    static CAPITALS: OnceLock<Vec<&'static str>> = OnceLock::new();
    let all = CAPITALS.get_or_init(|| {
        let lines = include_str!("data/keys.txt").lines().filter(|line| !line.starts_with('#'));
        let names = lines.filter_map(|line| line.split_once(':')).flat_map(|(_, names)| names.split('|'));
        names.filter_map(|name| name.trim().strip_prefix('@')).collect()
    });
    all.contains(&fold(name).as_str())
}

fn keys() -> &'static HashMap<&'static str, &'static str> {
    static KEYS: OnceLock<HashMap<&'static str, &'static str>> = OnceLock::new();
    KEYS.get_or_init(|| {
        let mut keys = HashMap::new();
        for line in include_str!("data/keys.txt").lines().filter(|line| !line.starts_with('#')) {
            let Some((key, names)) = line.split_once(':') else { continue };
            keys.insert(key, key);
            keys.extend(names.split('|').map(|name| (name.trim().trim_start_matches('@'), key)));
        }
        keys
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn organisations_fold_together() {
        for name in ["NATO", "Nato", "NAtO", "the North Atlantic Treaty Organization"] {
            assert_eq!(speaker_key(name, SpeakerType::Organisation), "nato", "{name}");
        }
        assert_eq!(speaker_key("Brandt Chemicals GmbH", SpeakerType::Organisation), "brandt chemicals");
        assert_eq!(speaker_key("The Guardian", SpeakerType::Organisation), "guardian");
    }

    #[test]
    fn capitals_stand_for_their_countries() {
        assert_eq!(speaker_key("Manila", SpeakerType::Place), speaker_key("the Philippines", SpeakerType::Place));
        assert!(is_capital("Beijing") && !is_capital("China") && !is_capital("Hamburg"));
    }

    #[test]
    fn people_by_family_name() {
        assert_eq!(speaker_key("Patrick Carlineo Jr.", SpeakerType::Person), "carlineo");
        assert_eq!(speaker_key("José Muñoz", SpeakerType::Person), "munoz");
        assert_eq!(speaker_key("", SpeakerType::Person), "");
    }

    #[test]
    fn transcriptions_fold_together() {
        for name in ["Volodymyr Zelenskyy", "Wolodymyr Zelenskyj", "Zelenskiy", "Владимир Зеленский"] {
            assert_eq!(speaker_key(name, SpeakerType::Person), "zelensky", "{name}");
        }
        assert_eq!(speaker_key("Аркадий Полозков", SpeakerType::Person), "polozkov");
        assert_eq!(speaker_key("Ann Lindy", SpeakerType::Person), "lindy");
    }
}
