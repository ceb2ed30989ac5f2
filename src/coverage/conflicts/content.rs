//! The content words of a claim as they stand, and whether two of them meet.

use super::member::Member;
use crate::coverage::matching::meeting::one_root;
use crate::coverage::reading::features::Term;
use crate::coverage::reading::meanings::Meaning;
use crate::coverage::reading::related::degree;
use crate::text::Span;

/// A content word as it stands.
pub(crate) struct ContentWord {
    pub term: Term,
    pub span: Span,
    /// In small letters.
    pub text: String,
}

impl ContentWord {
    pub fn of(term: &Term, span: Span, member: &Member<'_>) -> Self {
        Self { term: *term, span, text: span.of(&member.claim.text).to_lowercase() }
    }

    /// Whether both are one, of one root or related; names only where they are one, or related.
    pub fn meets(&self, other: &Self) -> bool {
        let root = || !(self.term.name || other.term.name) && one_root(&self.text, &other.text);
        self.term.id == other.term.id || degree(self.term.related, other.term.related) > 0.0 || root()
    }

    /// What it means, of English.
    pub fn meaning(&self) -> Meaning {
        Meaning::of(std::iter::once(self.text.as_str()))
    }

    pub fn is_within(&self, place: Option<Span>) -> bool {
        place.is_some_and(|place| place.start <= self.span.start && self.span.end <= place.end)
    }
}

/// Those of a claim beside numbers and days; a [member](Member::content) reads them once.
pub(super) fn content_words(member: &Member<'_>) -> Vec<ContentWord> {
    let terms = member.features.sequence.iter().zip(&member.features.spans);
    let plain = terms.filter(|(term, _)| !(term.number || term.calendar));
    plain.map(|(term, span)| ContentWord::of(term, *span, member)).collect()
}
