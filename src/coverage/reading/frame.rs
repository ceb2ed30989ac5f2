//! Who does what, as a claim comes with it, and the marks that set its clauses apart.

use crate::coverage::types::ClaimRecord;
use crate::text::Span;

/// Marks that set clauses apart.
pub(crate) const MARKS: [char; 6] = [',', ';', ':', '.', '–', '—'];

/// Subject and predicate of a claim, where they stand in its text; `None` where it tells of none.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Frame {
    pub subject: Option<Span>,
    pub predicate: Option<Span>,
}

impl Frame {
    /// That of a claim which comes with its subject and predicate.
    pub fn of(claim: &ClaimRecord) -> Self {
        let place = |words: &Option<String>, from: usize| {
            let words = words.as_deref().filter(|words| !words.is_empty())?;
            let at = from + claim.text.get(from..)?.find(words)?;
            Some(Span::new(at, at + words.len()))
        };
        let subject = place(&claim.subject, 0);
        let behind = subject.and_then(|subject| place(&claim.predicate, subject.end));
        Self { subject, predicate: behind.or_else(|| place(&claim.predicate, 0)) }
    }
}
