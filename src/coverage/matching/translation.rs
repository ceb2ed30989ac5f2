//! What a bilingual lexicon offers for the words of a claim.

use std::collections::HashMap;

use crate::coverage::reading::features::Analyzer;

/// How many translations of a word are looked up.
const TRANSLATIONS: usize = 8;

impl Analyzer<'_> {
    /// Adds the terms of the translations of some words, with the terms of these.
    pub(crate) fn translate(
        &mut self,
        lexicon: &HashMap<String, Vec<String>>,
        language: usize,
        forms: &[(String, u32)],
        alternatives: &mut Vec<(u32, u32)>,
    ) {
        for (form, id) in forms {
            let translations = lexicon.get(form).or_else(|| lexicon.get(self.term(*id)));
            for translation in translations.into_iter().flatten().take(TRANSLATIONS) {
                for word in translation.to_lowercase().split_whitespace() {
                    for other in (0..self.languages()).filter(|other| *other != language) {
                        alternatives.extend(self.entry(other, word, false).id.map(|term| (term, *id)));
                    }
                }
            }
        }
        alternatives.sort_unstable();
        alternatives.dedup();
    }
}
