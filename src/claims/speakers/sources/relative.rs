//! Sources that a relative clause describes, between them and their cue. English alone.

use super::resolve::Resolver;
use crate::claims::attribution::analysis::state;
use crate::claims::attribution::linking::Run;
use crate::learn::form::Shape;
use crate::text::pos::Pos;

/// How far before a cue the head of a relative clause is looked for, in words.
const CLAUSE: usize = 30;

/// The longest noun phrase that such a clause describes, in words.
const HEAD: usize = 14;

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

    /// "The firm behind a bridge which collapsed with 40 cars on it | has admitted", "A diplomat who was there, and who asked for silence, |
    /// said": the noun phrase at the head of a sentence whose verb follows a clause that describes it, or a noun in it.
    pub(crate) fn described_subject(&self, source: Option<Run>, cue: Run) -> Option<Run> {
        let (from, _) = self.sentence_at(cue.0);
        let relative = |i: usize| self.is(i, &["who", "which", "that"]);
        let pronoun = (from + 2..cue.0.min(from + HEAD)).find(|&i| relative(i))?;
        let plain = self.analysis.is_plain((from, cue.1));
        let phrase = (from..pronoun).all(|i| self.nominal(i) || self.pos(i) == Pos::Adp) && self.pos(from) != Pos::Adp;
        // The clause itself has one verb, as each that is joined to it.
        let clauses = (pronoun..cue.0).filter(|&i| relative(i)).count();
        let verbs =
            (pronoun + 1..cue.0).filter(|&i| self.analysis.tag(i).is_finite() && self.pos(i) != Pos::Adj).count();
        let first = (pronoun + 1..cue.0).find(|&i| self.pos(i) != Pos::Adv)?;
        let subject = self.analysis.tag(first).is_finite();
        let joined = |comma: usize| comma + 1 == cue.0 || self.is(comma + 1, &["and"]) && relative(comma + 2);
        let commas = (from..cue.0).filter(|&i| self.analysis.words.of(i) == ",").all(joined);
        // The tagger's own source is right where it begins the sentence.
        let other = source.is_none_or(|source| source.0 > from + 1 && source.1 <= cue.0);
        let short = cue.0 - pronoun <= CLAUSE;
        let whole = plain && phrase && subject && commas && other && short && verbs <= clauses;
        // "The group | that controls the area": which one it is.
        let which = self.is(pronoun, &["that"]) && self.is(from, &["the"]);
        let end = if which { source.map_or(cue.0, |source| source.1) } else { pronoun };
        (whole && self.finite(cue).is_some()).then_some((from, end))
    }
}

#[cfg(test)]
mod tests {
    use crate::claims::speakers::testing::{expect_last, last_speaker};

    #[test]
    fn who_heads_the_sentence_speaks() {
        let text =
            "The firm behind a bridge which collapsed with 40 cars on it has admitted that the bolts were loose.";
        expect_last(text, "en", "firm behind a bridge");
        let text = "Shelter Lund spoke to us. The group that holds the bridge has denied responsibility.";
        expect_last(text, "en", "group that holds the bridge");
        let text = "A foreign diplomat who attended the talks, and who asked not to be named, said the sides had met.";
        expect_last(text, "en", "foreign diplomat");
        let text =
            "An official who declined to be named because she was not allowed to speak said the talks had failed.";
        expect_last(text, "en", "official");
    }

    #[test]
    fn when_it_was_realises_nothing() {
        let text = "The fraud was first spotted by a bookkeeper in the autumn of 2023, who realised that the bills were false.";
        expect_last(text, "en", "bookkeeper");
        let text = "The fraud was first spotted by a bookkeeper of the mill, who realised that the bills were false.";
        expect_last(text, "en", "bookkeeper of the mill");
    }

    #[test]
    fn who_speaks_behind_a_clause_of_another_is_himself() {
        let text = "The bridge which collapsed was old, Tom Bell said.";
        expect_last(text, "en", "Tom Bell");
        let text = "The man who Tom Bell said was guilty has left.";
        assert_ne!(last_speaker(text, "en").as_deref(), Some("man"));
    }
}
