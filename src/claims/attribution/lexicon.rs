//! Reporting words by act, read from a data file a language.

use std::collections::{HashMap, HashSet};

use crate::claims::types::Act;
use crate::learn::form::fold_hash;

/// What part of speech a reporting word is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Part {
    Verb,
    Noun,
    Adjective,
    Phrase,
}

/// What the lexicon knows of a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Entry {
    pub part: Part,
    pub act: Act,
    /// A participle in `-ing`, which inherits its source.
    pub participle: bool,
}

impl Entry {
    /// A small number for features: 1 and up.
    pub fn class(self) -> u8 {
        let act = Act::ALL.iter().position(|act| *act == self.act).unwrap_or(0) as u8;
        1 + self.part as u8 * Act::ALL.len() as u8 + act
    }
}

/// Words of one language.
#[derive(Debug, Default)]
pub(crate) struct Lexicon {
    forms: HashMap<u64, Entry>,
    /// Stems that any ending may follow, by their first three bytes.
    stems: HashMap<[u8; 3], Vec<(String, Entry)>>,
    /// The endings of verbs, if the language names them; only they may follow a stem then.
    endings: HashSet<String>,
    /// Forms of verbs that close a sentence with their subject.
    closing: HashSet<u64>,
}

impl Lexicon {
    /// Reads the format of `data/en.txt`; `inflect` adds English forms.
    pub fn parse(data: &str, inflect: bool) -> Self {
        let mut lexicon = Self::default();
        let mut irregular: HashMap<&str, Vec<&str>> = HashMap::new();
        for line in data.lines() {
            let Some(forms) = line.strip_prefix("forms:") else { continue };
            for group in forms.split(';') {
                let mut words = group.split_whitespace();
                if let Some(lemma) = words.next() {
                    irregular.entry(lemma).or_default().extend(words);
                }
            }
        }
        let closing = data.lines().filter_map(|line| line.strip_prefix("closing:"));
        for lemma in closing.flat_map(str::split_whitespace) {
            let irregular = irregular.get(lemma).map_or(&[][..], Vec::as_slice);
            let forms = inflect_verb(lemma, irregular).into_iter().filter(|(_, participle)| !participle);
            lexicon.closing.extend(forms.map(|(form, _)| fold_hash(&form)));
        }
        let endings = data.lines().filter_map(|line| line.strip_prefix("endings:"));
        lexicon.endings = endings.flat_map(str::split_whitespace).map(|ending| ending.replace('-', "")).collect();
        for line in data.lines().filter(|line| !line.starts_with('#')) {
            let Some((head, words)) = line.split_once(':') else { continue };
            let mut head = head.split_whitespace();
            let part = match head.next() {
                Some("verb") => Part::Verb,
                Some("noun") => Part::Noun,
                Some("adjective") => Part::Adjective,
                Some("phrase") => Part::Phrase,
                _ => continue,
            };
            let Some(act) = head.next().and_then(Act::from_name) else { continue };
            let entry = Entry { part, act, participle: false };
            for word in words.split_whitespace() {
                if let Some(stem) = word.strip_suffix('*') {
                    if let Some(key) = stem.as_bytes().first_chunk::<3>() {
                        lexicon.stems.entry(*key).or_default().push((stem.to_owned(), entry));
                    }
                } else if inflect && part == Part::Verb {
                    let irregular = irregular.get(word).map_or(&[][..], Vec::as_slice);
                    for (form, participle) in inflect_verb(word, irregular) {
                        lexicon.insert(&form, Entry { participle, ..entry });
                    }
                } else {
                    lexicon.insert(word, entry);
                    if inflect && part == Part::Noun && !word.ends_with('s') {
                        lexicon.insert(&plural(word), entry);
                    }
                }
            }
        }
        lexicon
    }

    /// The first entry of a form wins: groups stand in the order of preference.
    fn insert(&mut self, form: &str, entry: Entry) {
        self.forms.entry(fold_hash(form)).or_insert(entry);
    }

    /// Whether a word, given by its hash, closes a sentence with its subject: "..., Berg quipped".
    pub fn closes(&self, hash: u64) -> bool {
        self.closing.contains(&hash)
    }

    /// What is known of a word, given with its hash.
    pub fn get(&self, hash: u64, word: &str) -> Option<Entry> {
        if let Some(entry) = self.forms.get(&hash) {
            return Some(*entry);
        }
        if self.stems.is_empty() {
            return None;
        }
        let lower = word.to_lowercase();
        // Portuguese hangs its pronouns on the verb: "mostrou-se".
        let hung = lower.rsplit_once('-').filter(|(_, end)| matches!(*end, "se" | "lhe" | "lhes"));
        if let Some((verb, _)) = hung.filter(|(verb, _)| !verb.contains('-')) {
            return self.get(fold_hash(verb), verb);
        }
        let stems = self.stems.get(lower.as_bytes().first_chunk::<3>()?)?;
        let fits = |stem: &str| {
            let ending = lower.strip_prefix(stem);
            ending.is_some_and(|ending| self.endings.is_empty() || self.endings.contains(ending))
        };
        stems.iter().find(|(stem, _)| fits(stem)).map(|(_, entry)| *entry)
    }
}

/// The forms of an English verb, each with whether it is the participle in `-ing`.
fn inflect_verb(lemma: &str, irregular: &[&str]) -> Vec<(String, bool)> {
    let mut forms = vec![(lemma.to_owned(), false), (plural(lemma), false)];
    let stem = lemma.strip_suffix('e').filter(|stem| !stem.ends_with(['e', 'o'])).unwrap_or(lemma);
    if !irregular.iter().any(|form| form.ends_with("ing")) {
        forms.push((format!("{stem}ing"), true));
    }
    if irregular.is_empty() || irregular.iter().all(|form| form.ends_with("ing")) {
        forms.push((past(lemma), false));
    }
    forms.extend(irregular.iter().map(|form| ((*form).to_owned(), form.ends_with("ing"))));
    forms
}

fn past(lemma: &str) -> String {
    match lemma.strip_suffix('y').filter(|stem| !stem.ends_with(['a', 'e', 'o', 'u'])) {
        Some(stem) => format!("{stem}ied"),
        None if lemma.ends_with('e') => format!("{lemma}d"),
        None => format!("{lemma}ed"),
    }
}

/// The plural of an English noun, which is the third person of a verb too.
fn plural(word: &str) -> String {
    if let Some(stem) = word.strip_suffix('y').filter(|stem| !stem.ends_with(['a', 'e', 'o', 'u'])) {
        return format!("{stem}ies");
    }
    let hissing = ["s", "x", "z", "ch", "sh"].iter().any(|end| word.ends_with(end));
    if hissing { format!("{word}es") } else { format!("{word}s") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn english_forms() {
        let lexicon = Lexicon::parse("verb say: say note\nverb deny: deny\nnoun warn: warning\nforms: say said", true);
        for (word, act) in [("said", Act::Say), ("Noting", Act::Say), ("denies", Act::Deny), ("warnings", Act::Warn)] {
            assert_eq!(lexicon.get(fold_hash(word), word).map(|entry| entry.act), Some(act), "{word}");
        }
        assert!(lexicon.get(fold_hash("noted"), "noted").is_some_and(|entry| !entry.participle));
        assert!(lexicon.get(fold_hash("house"), "house").is_none());
    }

    #[test]
    fn stems_take_any_ending() {
        let lexicon = Lexicon::parse("verb say: erklär*", false);
        assert!(lexicon.get(fold_hash("erklärte"), "erklärte").is_some());
        assert!(lexicon.get(fold_hash("er"), "er").is_none());
    }
}
