//! The small word lists that matching rests on, read once from `data/`.

use std::collections::{HashMap, HashSet};
use std::sync::OnceLock;

use frostem::{Algorithm, Stemmer};

use crate::claims::Comparator;

/// A class of interchangeable words, and whether the word stands on the opposite side of it.
pub(crate) type Class = (u32, bool);

/// What is known of one language.
#[derive(Default)]
pub(crate) struct Language {
    pub stopwords: HashSet<&'static str>,
    pub negations: HashSet<&'static str>,
    pub classes: HashMap<String, Class>,
    pub numerals: HashMap<&'static str, f64>,
    pub scales: HashMap<&'static str, f64>,
    pub comparators: HashMap<&'static str, Comparator>,
    pub months: HashMap<&'static str, u8>,
    pub weekdays: HashMap<&'static str, u8>,
    /// Irregular forms with the word that they are of: "took", "take".
    pub irregular: HashMap<&'static str, &'static str>,
    /// What stands before the name of a person: "minister".
    pub titles: HashSet<&'static str>,
    /// What says nothing of a thing: "comment".
    pub light: HashSet<&'static str>,
}

const STOPWORDS: &str = include_str!("../data/stopwords.txt");
const NEGATIONS: &str = include_str!("../data/negations.txt");
const LIGHT: &str = include_str!("../data/light.txt");
const CLASSES: &str = include_str!("../data/classes.txt");
const SYNONYMS: &str = include_str!("../data/synonyms.txt");
const IRREGULAR: &str = include_str!("../data/irregular.txt");
const COUNTING: &str = include_str!("../data/counting.txt");
/// Titles stand in the list of the speakers.
const TITLES: &str = include_str!("../../claims/speakers/data/words.txt");
const MORE_TITLES: &str = include_str!("../data/titles.txt");

/// The word lists of a language by its BCP 47 code; a language without lists gets empty ones.
pub(crate) fn language(code: &str) -> &'static Language {
    static LISTS: OnceLock<HashMap<&'static str, Language>> = OnceLock::new();
    static NONE: OnceLock<Language> = OnceLock::new();
    LISTS.get_or_init(read).get(primary(code)).unwrap_or_else(|| NONE.get_or_init(Language::default))
}

/// Whether a word in lower case says too little to match on: by our own list, or by that of the crate stop-words for a language
/// that none of ours is for.
pub(crate) fn is_stopword(code: &str, word: &str) -> bool {
    let own = &language(code).stopwords;
    if !own.is_empty() {
        return own.contains(word);
    }
    let code = if matches!(primary(code), "nb" | "nn") { "no" } else { primary(code) };
    stop_words::lookup(code).is_some_and(|words| words.contains(&word))
}

/// The stem of an English word as it stands, whatever its class; of an irregular form that of its word.
pub(crate) fn english_stem(word: &str) -> String {
    stem("en", language("en").irregular.get(word).copied().unwrap_or(word))
}

/// The same of what may be a verb with its particle: "gave_way".
pub(crate) fn phrase_stem(word: &str) -> String {
    word.split_once('_')
        .map_or_else(|| english_stem(word), |(verb, particle)| format!("{}_{particle}", english_stem(verb)))
}

/// Whether a class has words of several languages; the others are synonyms of English.
pub(crate) fn joins_languages(class: u32) -> bool {
    class < joining()
}

/// How many classes have words of several languages; they come first.
fn joining() -> u32 {
    static COUNT: OnceLock<u32> = OnceLock::new();
    *COUNT.get_or_init(|| rows(CLASSES).count() as u32)
}

/// The first word of each class that has words of several languages, in each of them, with the number of the class and the code.
pub(crate) fn head_words() -> impl Iterator<Item = (u32, &'static str, &'static str)> {
    let numbered = (0u32..).zip(rows(CLASSES));
    numbered.flat_map(|(class, row)| {
        let parts = row.split(';').filter_map(|part| part.trim().split_once(": "));
        parts.filter_map(move |(code, words)| Some((class, code, words.split_whitespace().next()?)))
    })
}

/// The rows of a list; those of classes are numbered in their order.
pub(crate) fn rows(list: &'static str) -> impl Iterator<Item = &'static str> {
    list.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty())
}

/// The primary subtag: "pt" of "pt-BR".
pub(crate) fn primary(code: &str) -> &str {
    code.split(['-', '_']).next().unwrap_or(code)
}

/// Whether a language is English, which is meant by `None`, too.
pub(crate) fn is_english(code: Option<&str>) -> bool {
    primary(code.unwrap_or("en")) == "en"
}

/// Whether a language writes every noun with a capital, so that it tells nothing of names; English is meant by `None`.
pub(crate) fn nouns_have_capitals(code: Option<&str>) -> bool {
    matches!(primary(code.unwrap_or("en")), "de" | "lb")
}

/// The Snowball stemmer of a language, if there is one.
pub(crate) fn stemmer(code: &str) -> Option<Stemmer> {
    let algorithm = match primary(code) {
        "ar" => Algorithm::Arabic,
        "ca" => Algorithm::Catalan,
        "cs" => Algorithm::Czech,
        "da" => Algorithm::Danish,
        "de" => Algorithm::German,
        "el" => Algorithm::Greek,
        "en" => Algorithm::English,
        "es" => Algorithm::Spanish,
        "et" => Algorithm::Estonian,
        "eu" => Algorithm::Basque,
        "fi" => Algorithm::Finnish,
        "fr" => Algorithm::French,
        "ga" => Algorithm::Irish,
        "hi" => Algorithm::Hindi,
        "hu" => Algorithm::Hungarian,
        "hy" => Algorithm::Armenian,
        "id" => Algorithm::Indonesian,
        "it" => Algorithm::Italian,
        "lt" => Algorithm::Lithuanian,
        "nl" => Algorithm::Dutch,
        "no" | "nb" | "nn" => Algorithm::Norwegian,
        "pl" => Algorithm::Polish,
        "pt" => Algorithm::Portuguese,
        "ro" => Algorithm::Romanian,
        "ru" => Algorithm::Russian,
        "sr" => Algorithm::Serbian,
        "sv" => Algorithm::Swedish,
        "tr" => Algorithm::Turkish,
        _ => return None,
    };
    Some(Stemmer::new(algorithm))
}

/// The folded stem of a word; the folded word where its language has no stemmer.
pub(crate) fn stem(code: &str, word: &str) -> String {
    fold(&stemmer(code).map_or_else(|| word.to_owned(), |stemmer| stemmer.stem(word).into_owned()))
}

/// The stem without marks on Latin letters, so that "Kraków" meets "Krakow" and cognates meet each other.
pub(crate) fn fold(word: &str) -> String {
    let mut folded = String::with_capacity(word.len());
    for c in word.chars() {
        match c {
            'a'..='z' | '0'..='9' => folded.push(c),
            'à' | 'á' | 'â' | 'ã' | 'å' | 'ā' | 'ă' | 'ą' | 'ä' => folded.push('a'),
            'è' | 'é' | 'ê' | 'ë' | 'ē' | 'ė' | 'ę' | 'ě' => folded.push('e'),
            'ì' | 'í' | 'î' | 'ï' | 'ī' | 'į' | 'ı' => folded.push('i'),
            'ò' | 'ó' | 'ô' | 'õ' | 'ø' | 'ő' | 'ö' => folded.push('o'),
            'ù' | 'ú' | 'û' | 'ü' | 'ū' | 'ů' | 'ű' | 'ų' => folded.push('u'),
            'ç' | 'ć' | 'č' => folded.push('c'),
            'ñ' | 'ń' | 'ň' => folded.push('n'),
            'ś' | 'š' | 'ş' | 'ș' => folded.push('s'),
            'ź' | 'ż' | 'ž' => folded.push('z'),
            'ý' | 'ÿ' => folded.push('y'),
            'ł' => folded.push('l'),
            'ř' => folded.push('r'),
            'ť' | 'ţ' | 'ț' => folded.push('t'),
            'ď' | 'đ' => folded.push('d'),
            'ğ' => folded.push('g'),
            'ß' => folded.push_str("ss"),
            'æ' => folded.push_str("ae"),
            'œ' => folded.push_str("oe"),
            '\u{300}'..='\u{36f}' => {}
            other => folded.push(other),
        }
    }
    folded
}

/// The lines of a list that hold something: what stands before the first colon, and what after.
pub(crate) fn entries(list: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    rows(list).filter_map(|line| line.split_once(": "))
}

fn read() -> HashMap<&'static str, Language> {
    let mut lists: HashMap<&'static str, Language> = HashMap::new();
    for (code, words) in entries(STOPWORDS) {
        lists.entry(code).or_default().stopwords.extend(words.split_whitespace());
    }
    for (code, words) in entries(NEGATIONS) {
        lists.entry(code).or_default().negations.extend(words.split_whitespace());
    }
    for (code, words) in entries(LIGHT) {
        lists.entry(code).or_default().light.extend(words.split_whitespace());
    }
    for (head, words) in entries(COUNTING) {
        let Some((code, what)) = head.split_once(' ') else { continue };
        let list = lists.entry(code).or_default();
        let pairs = || words.split_whitespace().filter_map(|word| word.split_once('='));
        let ordered =
            || (1..).zip(words.split_whitespace()).flat_map(|(i, names)| names.split('/').map(move |n| (n, i)));
        match what {
            "n" => list.numerals.extend(pairs().filter_map(|(word, value)| Some((word, value.parse().ok()?)))),
            "x" => list.scales.extend(pairs().filter_map(|(word, value)| Some((word, value.parse().ok()?)))),
            "c" => {
                list.comparators.extend(pairs().filter_map(|(word, sign)| Some((word, Comparator::from_name(sign)?))))
            }
            "m" => list.months.extend(ordered()),
            "w" => list.weekdays.extend(ordered()),
            _ => {}
        }
    }
    for (head, words) in entries(TITLES) {
        if let Some(("title", code)) = head.split_once(' ') {
            lists.entry(code).or_default().titles.extend(words.split_whitespace());
        }
    }
    for (code, words) in entries(MORE_TITLES) {
        lists.entry(code).or_default().titles.extend(words.split_whitespace());
    }
    for (number, row) in (0u32..).zip(rows(CLASSES)) {
        for part in row.split(';') {
            let Some((code, words)) = part.trim().split_once(": ") else { continue };
            let list = lists.entry(code).or_default();
            for (side, words) in words.split('|').enumerate() {
                for word in words.split_whitespace() {
                    let (verb, particle) = word.find('_').map_or((word, ""), |at| word.split_at(at));
                    list.classes.entry(stem(code, verb) + particle).or_insert((number, side == 1));
                }
            }
        }
    }
    for (head, forms) in entries(IRREGULAR) {
        let (code, word) = head.split_once(' ').unwrap_or(("en", head));
        lists.entry(code).or_default().irregular.extend(forms.split_whitespace().map(|form| (form, word)));
    }
    let english = lists.entry("en").or_default();
    for (number, row) in (joining()..).zip(rows(SYNONYMS)) {
        let mut words = row.split_whitespace().map(|word| stem("en", word));
        let Some(first) = words.next() else { continue };
        let class = *english.classes.entry(first).or_insert((number, false));
        for word in words {
            english.classes.entry(word).or_insert(class);
        }
    }
    lists
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_list_is_read() {
        let english = language("en-GB");
        assert!(english.stopwords.contains("the") && english.negations.contains("never"));
        assert_eq!(english.comparators.get("least"), Some(&Comparator::AtLeast));
        assert_eq!(english.weekdays.get("wed"), Some(&3));
        assert_eq!(language("de").months.get("dezember"), Some(&12));
        assert!(language("de").titles.contains("ministerpräsident"));
        assert!(english.titles.contains("minister") && english.titles.contains("managing"));
        assert!(is_stopword("en-GB", "the") && is_stopword("sv", "och") && is_stopword("nb-NO", "ikke"));
        assert_eq!(language("fr").irregular.get("fera"), Some(&"faire"));
        assert!(!is_stopword("sv", "bro") && !is_stopword("xx", "the"));
    }

    #[test]
    fn classes_join_languages_and_know_their_opposites() {
        let class = |code: &str, word: &str| language(code).classes.get(&stem(code, word)).copied();
        assert_eq!(class("en", "wars"), class("de", "Konflikte".to_lowercase().as_str()));
        let (accept, reject) = (class("en", "accepted").unwrap(), class("en", "rejects").unwrap());
        assert_eq!(accept.0, reject.0);
        assert_ne!(accept.1, reject.1);
    }
}
