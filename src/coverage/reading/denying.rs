//! Who denies something is told of in it.

use super::features::{Analyzer, Term};
use super::forms::normalize;
use super::reader::Reader;
use crate::coverage::types::ClaimRecord;
use crate::text::Span;

impl Analyzer<'_> {
    /// Takes the family name of who denies something for a term of it: "Kaas denied taking bribes" is of Kaas, whom others name
    /// in it. Conflicts look at the words alone.
    pub(crate) fn who_denies(&mut self, language: usize, claim: &ClaimRecord, reader: &mut Reader) {
        let family = claim.speaker.as_deref().and_then(|name| name.split_whitespace().next_back());
        let Some((word, _)) = family.filter(|word| word.starts_with(char::is_uppercase)).and_then(normalize) else {
            return;
        };
        if let Some(id) = self.entry(language, &word, false).id {
            reader.sequence.push(Term { id, sign: 1, name: true, denier: true, ..Term::default() });
            reader.spans.push(Span::default());
            reader.forms.push((word, id));
        }
    }
}
