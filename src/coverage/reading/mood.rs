//! Whether what a clause tells is so, is to come, ought to be, or is left open.

use super::grammar::Role;

/// What has been read of the mood of a claim.
#[derive(Debug, Default)]
pub(crate) struct Mood {
    /// A condition is being read.
    pub supposes: bool,
    /// What is being read is left open, since somebody does not know of it or was not asked for it.
    pub leaves_open: bool,
    /// Something is to come: "will open".
    pub future: bool,
    /// Something may be and need not: "could open".
    pub able: bool,
    /// Somebody was not asked, and what for may come: "not asked to resign", and not "not asking for charity".
    asked: bool,
    /// The next verb tells what ought to be: "must resign".
    due: bool,
    /// The next verb tells what has been done: "has resigned".
    perfect: bool,
}

/// What is told of one verb.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Told {
    pub due: bool,
    pub done: bool,
}

impl Mood {
    /// Reads a word, and the one before it.
    pub fn reads(&mut self, word: &str, prior: &str) {
        self.supposes |= Role::Supposes.has(word) && !Role::Wonders.has(prior);
        // "Is to open".
        self.future |= Role::Future.has(word) || (word == "to" && Role::Be.has(prior));
        // "Could not reach them" tells what was.
        self.able = (self.able && !(word == "not" && Role::Able.has(prior))) || Role::Able.has(word);
        self.due |= Role::Ought.has(word);
        self.perfect |= Role::Perfect.has(word);
        if word == "to" {
            // "Has to resign".
            self.perfect = false;
            self.leaves_open |= self.asked;
        }
    }

    /// Reads a word that a negation turns round, or has turned: who does not know of it, or was not asked for it, leaves open
    /// whether it is so.
    pub fn negates(&mut self, word: &str) {
        self.leaves_open |= Role::Holds.has(word);
        self.asked |= Role::Asks.has(word);
    }

    /// Reads a content word, which is the verb waited for unless it is an adverb.
    pub fn tells(&mut self, adverb: bool) -> Told {
        if adverb {
            return Told::default();
        }
        let (due, perfect) = (std::mem::take(&mut self.due), std::mem::take(&mut self.perfect));
        Told { due: due && !perfect, done: perfect && !due }
    }

    /// Reads a mark that sets clauses or sentences apart.
    pub fn breaks(&mut self) {
        *self = Self { future: self.future, able: self.able, ..Self::default() };
    }
}

#[cfg(test)]
mod tests {
    use super::super::features::{Analyzer, Term};
    use crate::Context;
    use crate::coverage::types::ClaimRecord;

    /// The last term of a claim, and whether the claim tells of what is to come.
    fn last(text: &str) -> (Term, bool) {
        let claim = ClaimRecord { text: text.into(), ..ClaimRecord::default() };
        let features = Analyzer::new(None).analyze(&claim, &Context::default()).unwrap();
        (*features.sequence.last().unwrap(), features.future)
    }

    #[test]
    fn what_ought_to_be_is_not_done() {
        assert!(last("the mayor must now resign").0.due && last("the mayor should resign").0.due);
        assert!(last("the mayor has already resigned").0.done && last("the mayor had never resigned").0.done);
        for text in ["the mayor has to resign", "the mayor resigned", "the mayor must have resigned"] {
            assert!(!(last(text).0.due || last(text).0.done), "{text}");
        }
    }

    #[test]
    fn who_does_not_know_or_was_not_asked_leaves_it_open() {
        for text in [
            "the mayor was not asked to resign",
            "it had no knowledge of rusty bolts",
            "it knew nothing of rusty bolts",
            "it was unaware of rusty bolts",
        ] {
            assert!(last(text).0.open || last(text).0.supposed, "{text}");
        }
        for text in [
            "the mayor was asked to resign",
            "it knew of rusty bolts",
            "it did not ask for bolts",
            "it was not asked, it was rusty",
        ] {
            assert!(!last(text).0.open, "{text}");
        }
    }

    #[test]
    fn what_is_to_come_is_told_by_its_verb() {
        assert!(last("the wing will open in June").1 && last("the wing is to open in June").1);
        assert!(!last("the wing opened in June").1);
    }
}
