//! German sources without a name: the nominative of an oblique case, and the body that a shorter word takes up ("das Ministerium" of
//! the "Umweltministerium").

use super::resolve::{Referent, Resolver};
use crate::claims::attribution::analysis::state;
use crate::claims::speakers::meant::contrast::nominative;
use crate::claims::speakers::meant::descriptions::Description;
use crate::claims::speakers::words::class;

/// How many words back a compound is looked for.
const FAR: usize = 1500;
/// How much longer than its last part a compound is at least, in bytes.
const LONGER: usize = 3;

impl Resolver<'_> {
    /// The words of a source joined, its noun at `place` in the nominative: "des zuständigen Ministeriums".
    pub(crate) fn with_nominative(&self, phrase: &[&str], place: usize, noun: usize) -> String {
        let Some(bare) = nominative(self.analysis, self.gazetteer, noun).filter(|_| place < phrase.len()) else {
            return phrase.join(" ");
        };
        let word = |(at, word): (usize, &&str)| {
            let weak = (at + 1 == place).then(|| word.strip_suffix('n')).flatten().filter(|word| word.ends_with('e'));
            if at == place { bare.to_owned() } else { weak.unwrap_or(word).to_owned() }
        };
        phrase.iter().enumerate().map(word).collect::<Vec<String>>().join(" ")
    }

    /// "das Ministerium" is the "Umweltministerium" where the text has named one such body, and no other.
    pub(crate) fn compound(&self, at: Description) -> Option<Referent> {
        const OTHERS: u32 = class::PERSON | class::GROUP | class::UNNAMED | class::DOCUMENT | class::PLACE;
        let alone = at.noun == at.from + 1 && at.to == at.noun + 1;
        // "die" may lead many of something.
        let many = self.analysis.lower(at.from) == "die" && self.class(at.noun) & class::ORGANISATION == 0;
        if self.language != "de" || !alone || many || self.class(at.noun) & OTHERS != 0 {
            return None;
        }
        let bare = nominative(self.analysis, self.gazetteer, at.noun)
            .unwrap_or(self.analysis.words.of(at.noun))
            .to_lowercase();
        let mut found: Option<(usize, String)> = None;
        for i in (at.from.saturating_sub(FAR)..at.from).filter(|&i| self.analysis.form(i).is_capital()) {
            if self.analysis.quoted[i] != state::OUT || self.class(i) & OTHERS != 0 {
                continue;
            }
            let word = self.analysis.words.of(i);
            if word.len() < bare.len() + LONGER {
                continue;
            }
            let word = nominative(self.analysis, self.gazetteer, i).unwrap_or(word);
            if word.len() < bare.len() + LONGER || !word.to_lowercase().ends_with(&bare) {
                continue;
            }
            if found.as_ref().is_some_and(|(_, known)| known != word) {
                return None;
            }
            found = Some((i, word.to_owned()));
        }
        let (noun, _) = found?;
        self.phrase(noun, noun + 1, noun)
    }
}
