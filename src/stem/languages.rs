//! The languages that have a stemmer, and what they are called.

use frostem::Algorithm as Snowball;
use rust_stemmers::Algorithm as Legacy;

use super::Algorithm;
use crate::text::distance;
use crate::{Error, Result};

/// One language: its BCP 47 code, its other codes (ISO 639-3 first) and English names, its algorithms.
pub(crate) struct Entry {
    pub(crate) code: &'static str,
    names: &'static [&'static str],
    pub(crate) snowball: Snowball,
    pub(crate) legacy: Option<Legacy>,
}

const fn entry(
    code: &'static str,
    names: &'static [&'static str],
    snowball: Snowball,
    legacy: Option<Legacy>,
) -> Entry {
    Entry { code, names, snowball, legacy }
}

/// All languages, in the order of their codes.
pub(crate) const LANGUAGES: &[Entry] = &[
    entry("ar", &["ara", "arb", "arabic"], Snowball::Arabic, Some(Legacy::Arabic)),
    entry("ca", &["cat", "catalan", "valencian"], Snowball::Catalan, None),
    entry("cs", &["ces", "cze", "czech"], Snowball::Czech, None),
    entry("da", &["dan", "danish"], Snowball::Danish, Some(Legacy::Danish)),
    entry("de", &["deu", "ger", "german"], Snowball::German, Some(Legacy::German)),
    entry("el", &["ell", "gre", "greek"], Snowball::Greek, Some(Legacy::Greek)),
    entry("en", &["eng", "english"], Snowball::English, Some(Legacy::English)),
    entry("eo", &["epo", "esperanto"], Snowball::Esperanto, None),
    entry("es", &["spa", "esl", "spanish", "castilian"], Snowball::Spanish, Some(Legacy::Spanish)),
    entry("et", &["est", "ekk", "estonian"], Snowball::Estonian, None),
    entry("eu", &["eus", "baq", "basque"], Snowball::Basque, None),
    entry("fa", &["fas", "per", "pes", "persian", "farsi"], Snowball::Persian, None),
    entry("fi", &["fin", "finnish"], Snowball::Finnish, Some(Legacy::Finnish)),
    entry("fr", &["fra", "fre", "french"], Snowball::French, Some(Legacy::French)),
    entry("ga", &["gle", "irish"], Snowball::Irish, None),
    entry("hi", &["hin", "hindi"], Snowball::Hindi, None),
    entry("hu", &["hun", "hungarian"], Snowball::Hungarian, Some(Legacy::Hungarian)),
    entry("hy", &["hye", "arm", "armenian"], Snowball::Armenian, None),
    entry("id", &["ind", "indonesian"], Snowball::Indonesian, None),
    entry("it", &["ita", "italian"], Snowball::Italian, Some(Legacy::Italian)),
    entry("lt", &["lit", "lithuanian"], Snowball::Lithuanian, None),
    entry("ne", &["nep", "npi", "nepali"], Snowball::Nepali, None),
    entry("nl", &["nld", "dut", "dutch", "flemish"], Snowball::Dutch, Some(Legacy::Dutch)),
    entry("no", &["nor", "nb", "nob", "nn", "nno", "norwegian"], Snowball::Norwegian, Some(Legacy::Norwegian)),
    entry("pl", &["pol", "polish"], Snowball::Polish, None),
    entry("pt", &["por", "portuguese"], Snowball::Portuguese, Some(Legacy::Portuguese)),
    entry("ro", &["ron", "rum", "romanian", "moldavian"], Snowball::Romanian, Some(Legacy::Romanian)),
    entry("ru", &["rus", "russian"], Snowball::Russian, Some(Legacy::Russian)),
    entry("sr", &["srp", "serbian"], Snowball::Serbian, None),
    entry("st", &["sot", "sesotho", "southern sotho"], Snowball::Sesotho, None),
    entry("sv", &["swe", "swedish"], Snowball::Swedish, Some(Legacy::Swedish)),
    entry("ta", &["tam", "tamil"], Snowball::Tamil, Some(Legacy::Tamil)),
    entry("tr", &["tur", "turkish"], Snowball::Turkish, Some(Legacy::Turkish)),
    entry("uk", &["ukr", "ukrainian"], Snowball::Ukrainian, None),
    entry("yi", &["yid", "ydd", "yiddish"], Snowball::Yiddish, None),
];

/// The codes of the languages that an algorithm covers, sorted.
///
/// ```
/// use copydesk::stem::{Algorithm, supported_languages};
/// assert_eq!(supported_languages(Algorithm::Snowball).len(), 35);
/// assert!(!supported_languages(Algorithm::RustStemmers).contains(&"pl"));
/// ```
pub fn supported_languages(algorithm: Algorithm) -> Vec<&'static str> {
    LANGUAGES.iter().filter(|entry| algorithm.covers(entry)).map(|entry| entry.code).collect()
}

/// The BCP 47 code of a language that has a stemmer, by any of its names; a region or script in the tag is ignored.
///
/// ```
/// use copydesk::stem::language_code;
/// assert_eq!(language_code("pt-BR"), Some("pt"));
/// assert_eq!(language_code("Norwegian"), Some("no"));
/// assert_eq!(language_code("Klingon"), None);
/// ```
pub fn language_code(name: &str) -> Option<&'static str> {
    find(name).map(|(_, entry)| entry.code)
}

/// The entry of a language, with its position.
pub(crate) fn find(name: &str) -> Option<(usize, &'static Entry)> {
    let name = name.trim();
    let tag = name.split(['-', '_']).next().unwrap_or(name);
    let is = |entry: &Entry, name: &str| {
        entry.code.eq_ignore_ascii_case(name) || entry.names.iter().any(|known| known.eq_ignore_ascii_case(name))
    };
    LANGUAGES.iter().enumerate().find(|(_, entry)| is(entry, name) || (tag.len() <= 3 && is(entry, tag)))
}

/// Why `name` has no stemmer, with the nearest names that have one.
pub(crate) fn unsupported<T>(name: &str, algorithm: Algorithm) -> Result<T> {
    let wanted: Vec<char> = name.trim().to_lowercase().chars().take(40).collect();
    let mut near: Vec<(usize, &str, &str)> = Vec::new();
    for entry in LANGUAGES.iter().filter(|entry| algorithm.covers(entry)) {
        let names = || std::iter::once(&entry.code).chain(entry.names);
        let distance = names().map(|known| distance(&wanted, known.chars())).min().unwrap_or(usize::MAX);
        let english = names().find(|known| known.len() > 3).unwrap_or(&entry.code);
        near.push((distance, entry.code, english));
    }
    near.sort_unstable();
    let list: Vec<String> = near.iter().take(3).map(|(_, code, name)| format!("{code} ({name})")).collect();
    let shown: String = name.chars().take(40).collect();
    Err(Error::unsupported_language(format!(
        "algorithm {:?} has no stemmer for language {shown:?}; nearest: {}",
        algorithm.name(),
        list.join(", ")
    )))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_unique_and_sorted() {
        let codes = supported_languages(Algorithm::Snowball);
        assert!(codes.windows(2).all(|pair| pair[0] < pair[1]));
        for entry in LANGUAGES {
            for name in entry.names {
                assert_eq!(language_code(name), Some(entry.code), "{name}");
            }
        }
    }

    #[test]
    fn an_unknown_language_names_the_nearest() {
        let error = unsupported::<()>("gremany", Algorithm::Snowball).expect_err("unknown");
        assert!(error.to_string().contains("de (german)"), "{error}");
    }
}
