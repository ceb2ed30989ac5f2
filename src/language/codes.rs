//! Codes and names of languages: BCP 47, ISO 639-3, English names, and what readers write instead.

use std::collections::HashMap;
use std::sync::OnceLock;

use super::languages::LANGUAGES;
use crate::error::{Error, Result};
use crate::text::distance;

/// A language by its codes and names.
#[derive(Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct LanguageEntry {
    /// BCP 47, shortest form: "en", "pt", "zh".
    pub code: &'static str,
    /// ISO 639-3; of the macrolanguage where `code` is one: "eng", "por", "zho".
    pub iso639_3: &'static str,
    /// English name: "Portuguese".
    pub name: &'static str,
    /// Other codes and names that [`resolve`] takes for this language.
    pub aliases: &'static [&'static str],
}

/// All languages that have a name here, sorted by code. Which of them a task supports is for the task to say.
pub fn languages() -> &'static [LanguageEntry] {
    LANGUAGES
}

/// The language that `name` names: a BCP 47 tag (subtags of script and region are passed over: "pt-BR", "zh_Hans"), an
/// ISO 639-2 or 639-3 code, or an English name; upper and lower case are the same.
///
/// An error of kind [`crate::ErrorKind::UnsupportedLanguage`] for an unknown name; its message lists the nearest known.
///
/// ```
/// use copydesk::language::resolve;
/// # fn main() -> copydesk::Result<()> {
/// assert_eq!(resolve("pt-BR")?.code, "pt");
/// assert_eq!(resolve("deu")?.name, "German");
/// assert_eq!(resolve("Farsi")?.code, "fa");
/// assert!(resolve("germn").unwrap_err().to_string().contains("German (de)"));
/// # Ok(())
/// # }
/// ```
pub fn resolve(name: &str) -> Result<&'static LanguageEntry> {
    let key = name.trim().to_lowercase();
    if let Some(entry) = index().get(key.as_str()) {
        return Ok(entry);
    }
    if let Some((primary, rest)) = key.split_once(['-', '_'])
        && rest.split(['-', '_']).all(|t| (1..=8).contains(&t.len()) && t.bytes().all(|b| b.is_ascii_alphanumeric()))
        && (2..=3).contains(&primary.len())
        && let Some(entry) = index().get(primary)
    {
        return Ok(entry);
    }
    let nearest: Vec<String> = nearest(&key).iter().map(|e| format!("{} ({})", e.name, e.code)).collect();
    let shown: String = name.chars().take(40).collect();
    Err(Error::unsupported_language(format!(
        "unknown language {shown:?}; the nearest known are {}",
        nearest.join(", ")
    )))
}

fn index() -> &'static HashMap<String, &'static LanguageEntry> {
    static INDEX: OnceLock<HashMap<String, &'static LanguageEntry>> = OnceLock::new();
    INDEX.get_or_init(|| LANGUAGES.iter().flat_map(|e| e.keys().map(move |key| (key.to_lowercase(), e))).collect())
}

impl LanguageEntry {
    fn keys(&self) -> impl Iterator<Item = &'static str> {
        [self.code, self.iso639_3, self.name].into_iter().chain(self.aliases.iter().copied())
    }
}

/// The five languages with the name or code most like `key`; both are compared by the same measure, so that a mistyped name
/// ranks above a stray code.
fn nearest(key: &str) -> Vec<&'static LanguageEntry> {
    let key: Vec<char> = key.chars().take(40).collect();
    let mut scored: Vec<(usize, usize)> = LANGUAGES
        .iter()
        .enumerate()
        .map(|(at, e)| {
            (e.keys().map(|known| distance(&key, known.to_lowercase().chars())).min().unwrap_or(usize::MAX), at)
        })
        .collect();
    scored.sort_unstable();
    scored.iter().take(5).map(|(_, at)| &LANGUAGES[*at]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::ErrorKind;
    use proptest::prelude::*;
    use std::collections::HashMap;

    #[test]
    fn the_table_is_sorted_and_no_key_names_two_languages() {
        assert!(LANGUAGES.windows(2).all(|w| w[0].code < w[1].code));
        let mut seen = HashMap::new();
        for entry in LANGUAGES {
            for key in entry.keys() {
                let first = seen.insert(key.to_lowercase(), entry.code);
                assert!(first.is_none_or(|code| code == entry.code), "{key} names {first:?} and {}", entry.code);
                assert_eq!(resolve(key).unwrap(), entry);
            }
        }
    }

    #[test]
    fn tags_codes_and_names_resolve() {
        let cases = [
            ("EN", "en"),
            ("pt-BR", "pt"),
            ("zh_Hans_CN", "zh"),
            ("zh-hant", "zh"),
            ("ger", "de"),
            ("cmn", "zh"),
            ("no", "nb"),
            ("iw", "he"),
            ("fil", "tl"),
            (" French ", "fr"),
            ("norwegian nynorsk", "nn"),
            ("Bokmål", "nb"),
            ("sr-Latn", "sr"),
            ("yue", "yue"),
            ("Luba-Katanga", "lu"),
            ("de-1996", "de"),
            ("MĀORI", "mi"),
        ];
        for (name, code) in cases {
            assert_eq!(resolve(name).unwrap().code, code, "{name}");
        }
    }

    #[test]
    fn unknown_names_list_the_nearest() {
        for (name, near) in [("Germn", "German (de)"), ("spansh", "Spanish (es)"), ("portugese", "Portuguese (pt)")] {
            let error = resolve(name).unwrap_err();
            assert_eq!(error.kind(), ErrorKind::UnsupportedLanguage);
            assert!(error.to_string().contains(near), "{error}");
        }
        for name in ["", "-", "english-", "en-", "en--GB", "xx", "en GB"] {
            assert!(resolve(name).is_err(), "{name:?}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_answered(name in any::<String>()) {
            let _ = resolve(&name).map_err(|e| e.to_string());
        }
    }

    #[test]
    fn long_names_cost_little() {
        assert!(resolve(&"x".repeat(1 << 20)).unwrap_err().to_string().len() < 400);
    }
}
