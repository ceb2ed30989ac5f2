//! Word lists as text files: sections of lines "phrase = value", several phrases a line parted by commas.
//!
//! ```text
//! # what follows a hash is a remark
//! [comparator]
//! more than, over, in excess of = >
//! ```

use std::collections::HashMap;

/// Which words there may be, by their length and their outer letters: most words of a text are in none of the many sections that
/// are asked for them, and this is known without a hash of the word.
#[derive(Debug, Clone, Default)]
struct Filter([u64; 16]);

impl Filter {
    fn bit(word: &str) -> (usize, u64) {
        let bytes = word.as_bytes();
        let outer = |byte: Option<&u8>| byte.copied().map_or(0, usize::from);
        let place = outer(bytes.first()) * 67 + outer(bytes.last()) * 13 + bytes.len();
        (place / 64 % 16, 1 << (place % 64))
    }

    fn add(&mut self, word: &str) {
        let (at, bit) = Self::bit(word);
        self.0[at] |= bit;
    }

    fn may_have(&self, word: &str) -> bool {
        let (at, bit) = Self::bit(word);
        self.0[at] & bit != 0
    }
}

/// A section: phrases in small letters, words parted by one space, with their value ("" where the file gives none).
#[derive(Debug, Clone, Default)]
pub(crate) struct Section {
    values: HashMap<&'static str, &'static str>,
    /// The phrases, their first words and their last words.
    phrases: Filter,
    heads: Filter,
    tails: Filter,
    /// Words of the longest phrase.
    pub longest: usize,
}

impl Section {
    fn add(&mut self, phrase: &'static str, value: &'static str) {
        self.values.insert(phrase, value);
        self.phrases.add(phrase);
        self.heads.add(phrase.split(' ').next().unwrap_or(phrase));
        self.tails.add(phrase.rsplit(' ').next().unwrap_or(phrase));
        self.longest = self.longest.max(phrase.split(' ').count());
    }

    /// The value of a phrase.
    pub fn get(&self, phrase: &str) -> Option<&'static str> {
        if self.phrases.may_have(phrase) { self.values.get(phrase).copied() } else { None }
    }

    /// The value of a phrase as a number.
    pub fn number(&self, phrase: &str) -> Option<f64> {
        self.get(phrase)?.parse().ok()
    }

    /// Whether it lists the phrase.
    pub fn has(&self, phrase: &str) -> bool {
        self.get(phrase).is_some()
    }

    /// Whether the file has nothing for it.
    pub fn is_empty(&self) -> bool {
        self.values.is_empty()
    }

    /// Whether a phrase of it is how the word ends.
    pub fn ends(&self, word: &str) -> bool {
        self.values.keys().any(|ending| word.ends_with(&**ending))
    }

    /// The longest phrase that ends right before word `end` of a sequence: where it begins, and its value.
    pub fn ending<'a>(&self, word: impl Fn(usize) -> Option<&'a str>, end: usize) -> Option<(usize, &'static str)> {
        if !word(end.checked_sub(1)?).is_some_and(|word| self.tails.may_have(word)) {
            return None;
        }
        let mut phrase = String::new();
        let mut found = None;
        for start in (end.saturating_sub(self.longest)..end).rev() {
            // A mark ends the phrases, and what has been found behind it holds.
            let Some(word) = word(start) else { break };
            phrase.insert_str(0, word);
            if let Some(value) = self.get(&phrase) {
                found = Some((start, value));
            }
            phrase.insert(0, ' ');
        }
        found
    }

    /// The longest phrase that begins at word `start`: one past its end, and its value.
    pub fn starting<'a>(&self, word: impl Fn(usize) -> Option<&'a str>, start: usize) -> Option<(usize, &'static str)> {
        if !word(start).is_some_and(|word| self.heads.may_have(word)) {
            return None;
        }
        let mut phrase = String::new();
        let mut found = None;
        for at in start..start + self.longest {
            let Some(word) = word(at) else { break };
            phrase.push_str(word);
            if let Some(value) = self.get(&phrase) {
                found = Some((at + 1, value));
            }
            phrase.push(' ');
        }
        found
    }
}

/// A file of sections.
#[derive(Debug, Clone, Default)]
pub(crate) struct Lexicon {
    sections: HashMap<&'static str, Section>,
}

impl Lexicon {
    /// Reads a file; the files are the crate's own, so that a line out of form is one that the tests find.
    pub fn parse(file: &'static str) -> Self {
        let mut sections: HashMap<&'static str, Section> = HashMap::new();
        let mut name = "";
        for line in file.lines() {
            let line = line.split('#').next().unwrap_or("").trim();
            if let Some(title) = line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
                name = title;
                continue;
            }
            let (phrases, value) = line.rsplit_once(" =").unwrap_or((line, ""));
            let section = sections.entry(name).or_default();
            for phrase in phrases.split(',').map(str::trim).filter(|phrase| !phrase.is_empty()) {
                section.add(phrase, value.trim());
            }
        }
        Self { sections }
    }

    /// The section of that name; an empty one where the file has none.
    pub fn section(&self, name: &str) -> Section {
        self.sections.get(name).cloned().unwrap_or_default()
    }
}

/// Declares `Pack`: the word lists of one language, a [`Section`] a field with the name it has in `data/CODE.txt` beside the
/// caller, and what follows from the code alone. `Pack::of` finds a language's; it is empty where there is no file.
macro_rules! language_pack {
    (
        $(#[$doc:meta])*
        sections { $($field:ident = $name:literal),+ $(,)? }
        flags { $($(#[$flag_doc:meta])* $flag:ident = $test:expr),+ $(,)? }
    ) => {
        $(#[$doc])*
        #[derive(Debug, Default)]
        pub(crate) struct Pack {
            $(pub $field: $crate::claims::frame::lexicon::Section,)+
            $($(#[$flag_doc])* pub $flag: bool,)+
        }

        impl Pack {
            fn read(code: &str, file: &'static str) -> Self {
                let lexicon = $crate::claims::frame::lexicon::Lexicon::parse(file);
                $(let $flag: fn(&str) -> bool = $test;)+
                Self { $($field: lexicon.section($name),)+ $($flag: $flag(code),)+ }
            }

            /// The pack of a language, given by its BCP 47 code.
            pub fn of(language: Option<&str>) -> &'static Self {
                static PACKS: std::sync::OnceLock<Vec<(&str, Pack)>> = std::sync::OnceLock::new();
                let packs = PACKS.get_or_init(|| {
                    [
                        ("", ""),
                        ("en", include_str!("data/en.txt")),
                        ("de", include_str!("data/de.txt")),
                        ("fr", include_str!("data/fr.txt")),
                        ("es", include_str!("data/es.txt")),
                        ("pt", include_str!("data/pt.txt")),
                        ("it", include_str!("data/it.txt")),
                        ("nl", include_str!("data/nl.txt")),
                        ("ru", include_str!("data/ru.txt")),
                    ]
                    .map(|(code, file)| (code, Pack::read(code, file)))
                    .into()
                });
                let code = language.unwrap_or("");
                packs.iter().find(|(known, _)| *known == code).map_or(&packs[0].1, |(_, pack)| pack)
            }
        }
    };
}
pub(crate) use language_pack;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phrases_are_found_from_both_ends() {
        let lexicon = Lexicon::parse("# remark\n[bound]\nthan, more than = >\nup to = <=\n[other]\nword\n");
        let words = ["up", "to", "more", "than"];
        let word = |at: usize| words.get(at).copied();
        assert_eq!(lexicon.section("bound").ending(word, 4), Some((2, ">")));
        assert_eq!(lexicon.section("bound").starting(word, 0), Some((2, "<=")));
        assert_eq!(lexicon.section("bound").starting(word, 1), None);
        assert!(lexicon.section("other").has("word"));
        assert!(!lexicon.section("none").has("word"));
    }
}
