//! The languages that a text may be in, chosen once by the caller.

use super::codes::resolve;
use super::supported_languages;
use crate::error::{Error, Result};

/// A choice of languages; detection then answers with one of these or not at all, and their probabilities sum to one.
///
/// ```
/// use copydesk::Context;
/// use copydesk::language::{Languages, detect};
/// # fn main() -> copydesk::Result<()> {
/// let nordic = Languages::new(["sv", "Danish", "nob"])?;
/// let found = detect("Vi vil ikke betale", Some(&nordic), &Context::default())?;
/// assert!(found.is_some_and(|language| nordic.contains(language.code)));
/// # Ok(())
/// # }
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Languages {
    codes: Vec<&'static str>,
}

impl Languages {
    /// The languages of these names, which may be codes of any kind or English names, see [`resolve`].
    ///
    /// An error of kind [`crate::ErrorKind::UnsupportedLanguage`] if one is unknown or is not among
    /// [`supported_languages`]; of kind [`crate::ErrorKind::Input`] if there is none.
    pub fn new<T: AsRef<str>>(names: impl IntoIterator<Item = T>) -> Result<Self> {
        let mut codes = Vec::new();
        for name in names {
            let entry = resolve(name.as_ref())?;
            if !supported_languages().contains(&entry.code) {
                return Err(Error::unsupported_language(format!(
                    "{} ({}) is not among the {} languages that can be detected: {}",
                    entry.name,
                    entry.code,
                    supported_languages().len(),
                    supported_languages().join(" ")
                )));
            }
            codes.push(entry.code);
        }
        if codes.is_empty() {
            return Err(Error::input("languages: expected at least one language, got none"));
        }
        codes.sort_unstable();
        codes.dedup();
        Ok(Self { codes })
    }

    /// Whether the language of this BCP 47 code is among them.
    pub fn contains(&self, code: &str) -> bool {
        self.codes.binary_search(&code).is_ok()
    }

    /// Their BCP 47 codes, sorted.
    pub fn codes(&self) -> &[&'static str] {
        &self.codes
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::ErrorKind;

    #[test]
    fn names_of_any_kind_are_taken_once() {
        let chosen = Languages::new(["pt-BR", "Portuguese", "deu", "en"]).unwrap();
        assert_eq!(chosen.codes(), ["de", "en", "pt"]);
        assert!(chosen.contains("pt") && !chosen.contains("fr"));
    }

    #[test]
    fn unknown_undetectable_and_no_languages_are_errors() {
        let kind = |names: &[&str]| Languages::new(names).unwrap_err().kind();
        assert_eq!(kind(&["en", "klingonish"]), ErrorKind::UnsupportedLanguage);
        assert_eq!(kind(&["Afar"]), ErrorKind::UnsupportedLanguage);
        assert_eq!(kind(&[]), ErrorKind::Input);
    }
}
