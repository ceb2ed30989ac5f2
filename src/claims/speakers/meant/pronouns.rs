//! Pronouns that can stand for a source.

use std::collections::HashMap;
use std::sync::OnceLock;

/// What a pronoun refers to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Pronoun {
    Male,
    Female,
    Plural,
    Thing,
    Relative,
}

/// What `word` (in small letters) refers to in a language, if it is a pronoun there.
pub(crate) fn pronoun(language: &str, word: &str) -> Option<Pronoun> {
    static ALL: OnceLock<HashMap<(&'static str, &'static str), Pronoun>> = OnceLock::new();
    let all = ALL.get_or_init(|| {
        let mut all = HashMap::new();
        for line in include_str!("../data/pronouns.txt").lines().filter(|line| !line.starts_with('#')) {
            let Some((head, words)) = line.split_once(':') else { continue };
            let Some((language, kind)) = head.split_once(' ') else { continue };
            let kind = match kind {
                "male" => Pronoun::Male,
                "female" => Pronoun::Female,
                "plural" => Pronoun::Plural,
                "thing" => Pronoun::Thing,
                _ => Pronoun::Relative,
            };
            words.split_whitespace().for_each(|word| {
                all.entry((language, word)).or_insert(kind);
            });
        }
        all
    });
    all.get(&(language, word)).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn by_language() {
        assert_eq!(pronoun("en", "she"), Some(Pronoun::Female));
        assert_eq!(pronoun("de", "er"), Some(Pronoun::Male));
        assert_eq!(pronoun("en", "er"), None);
    }
}
