//! Who speaks beside whom he is set against, in English: "It was Qureshi, not Fairley, who said so", "The mayor, not the council, said so".

use crate::claims::attribution::linking::Run;
use crate::claims::speakers::sources::resolve::{Referent, Resolver, Seen};
use crate::text::pos::Pos;

/// The longest phrase that is set against another one, in words.
const PHRASE: usize = 10;

impl Resolver<'_> {
    /// Who stands before ", not ...," and its relative pronoun at word `at`.
    pub(crate) fn not_another(&self, at: usize, seen: Seen) -> Option<Referent> {
        let run = self.before_contrast(at)?;
        self.source(run, seen)
    }

    /// "The mayor, not | the council, | said": who is set against the subject is not who speaks.
    pub(crate) fn set_against(&self, source: Run, cue: Run) -> Option<Run> {
        let led = source.0 > 0 && source.1 + 1 == cue.0 && self.is(source.0 - 1, &["not", "than", "of"]);
        if led { self.before_contrast(cue.0) } else { None }
    }

    /// The phrase before such a contrast, if a comma closes it before word `at`.
    pub(crate) fn before_contrast(&self, at: usize) -> Option<Run> {
        if self.language != "en" || !self.comma(at) {
            return None;
        }
        let (from, _) = self.sentence_at(at);
        let against = |i: usize| {
            let not = i + usize::from(self.is(i, &["and"]));
            self.is(not, &["not"])
                || self.analysis.reads(i, &["rather", "than"])
                || self.analysis.reads(i, &["instead", "of"])
        };
        let close = at - 1;
        let not = (from + 1..close).rev().take(PHRASE).find(|&i| self.comma(i) && against(i))?;
        let phrase = (not..close).all(|i| !matches!(self.pos(i), Pos::Verb | Pos::Aux | Pos::Sconj));
        let end = not - 1;
        let start = (from..end).rev().take(PHRASE).take_while(|&i| self.nominal(i)).last().filter(|_| phrase)?;
        Some((start, end))
    }
}

#[cfg(test)]
mod tests {
    use crate::claims::speakers::testing::expect_last;

    #[test]
    fn who_is_meant_stands_before_whom_he_is_set_against() {
        expect_last("It was Qureshi, not Fairley, who said residents were billed for water.", "en", "Qureshi");
        expect_last("It was Ann Low, rather than Ida Holm, who said the school was closed.", "en", "Ann Low");
        expect_last("The mayor, not the council, said the meters were safe.", "en", "mayor");
        expect_last("It was not Fairley but Qureshi who said residents were billed for water.", "en", "Qureshi");
    }
}
