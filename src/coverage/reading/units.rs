//! What numbers count, and numbers themselves, as terms.

use super::facts::Number;
use super::features::{Analyzer, Term};
use super::vocabulary;

/// Numbers below this say too little to stand for a text: there are two of anything.
const TELLING: f64 = 10.0;

impl Analyzer<'_> {
    /// The numbers of a text that tell it from others, as terms, which are the same in all languages.
    pub(crate) fn telling(&mut self, numbers: &[Number]) -> Vec<Term> {
        let telling = numbers.iter().filter(|number| number.value.abs() >= TELLING);
        telling.map(|number| Term::number(self.intern(&format!("#{}", number.value)))).collect()
    }

    /// The terms of the unit of a quantity.
    pub(crate) fn units(&mut self, language: usize, unit: Option<&str>) -> Vec<u32> {
        let Some(unit) = unit else { return Vec::new() };
        // "USD" is a code and no word.
        let code = |unit: &str| unit.chars().all(|c| c.is_ascii_uppercase());
        let lower = unit.to_lowercase();
        lower
            .split_whitespace()
            .filter_map(|word| {
                if word.chars().all(char::is_alphabetic) && !code(unit) {
                    self.entry(language, word, false).id
                } else if word == "%" {
                    Some(self.percent())
                } else {
                    Some(self.intern(word))
                }
            })
            .collect()
    }

    /// "%" counts as the word.
    pub(crate) fn percent(&mut self) -> u32 {
        match vocabulary::language("en").classes.get("percent") {
            Some((number, _)) => self.intern(&format!("={number}")),
            None => self.intern("%"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Context;

    #[test]
    fn only_large_numbers_stand_for_a_text_and_the_same_in_all_languages() {
        let mut analyzer = Analyzer::new(None);
        let mut read = |text: &str, language: &str| {
            let (_, numbers) = analyzer.terms_of(text, Some(language), 100, &Context::default()).unwrap();
            let terms = analyzer.telling(&numbers);
            terms.iter().map(|term| analyzer.term(term.id).to_owned()).collect::<Vec<_>>()
        };
        let found = read("two boats with 1,240 boxes and forty crates", "en");
        assert_eq!(found, ["#1240", "#40"]);
        assert_eq!(read("zwei Boote mit 1.240 Kisten und vierzig Kartons", "de"), found);
    }
}
