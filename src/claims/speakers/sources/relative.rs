//! Sources that a relative clause describes, between them and their cue. English alone.

use super::resolve::Resolver;
use crate::claims::attribution::analysis::state;
use crate::claims::attribution::linking::Run;
use crate::learn::form::Shape;
use crate::text::pos::Pos;

/// How far before a cue the head of a relative clause is looked for, in words.
const CLAUSE: usize = 30;

impl Resolver<'_> {
    /// "Customers who spoke with the Post say", "The company, which is expected to ..., confirmed": the cue's subject is what
    /// the relative clause describes, though a name in the clause stands nearer.
    pub(crate) fn relative(&self, source: Run, cue: Run) -> Option<Run> {
        self.finite(cue)?;
        if source.1 > cue.0 || cue.0 - source.1 > 1 {
            return None;
        }
        let (from, _) = self.sentence_at(cue.0);
        let pronoun = (from.max(cue.0.saturating_sub(CLAUSE))..source.0)
            .rev()
            .find(|&i| self.is(i, &["who", "which", "that", "whose"]) && self.analysis.quoted[i] == state::OUT)?;
        let mut clause = pronoun + 1..cue.0;
        let verb = clause.clone().any(|i| matches!(self.pos(i), Pos::Verb | Pos::Aux));
        let comma = self.analysis.form(cue.0 - 1).shape == Shape::Comma;
        let opened = pronoun > from && self.analysis.form(pronoun - 1).shape == Shape::Comma;
        // A clause that a comma opens is closed by one; its own verb stands within.
        if !verb || comma != opened || clause.any(|i| self.is(i, &[";", "but"])) {
            return None;
        }
        let adjunct = source.0.checked_sub(1).is_some_and(|before| {
            matches!(self.pos(before), Pos::Adp | Pos::Verb | Pos::Sconj) || self.is(before, &["with", "to", "as"])
        });
        if !adjunct && !comma {
            return None;
        }
        let head = self.phrase_before(pronoun - usize::from(opened), from)?;
        // "The group | that controls the area": which one it is.
        let which = !opened && self.is(pronoun, &["that"]) && self.is(head.0, &["the"]);
        Some((head.0, if which { source.1 } else { head.1 }))
    }
}
