//! "The 61-year-old": whoever is of that age, in English.

use super::descriptions::Description;
use crate::claims::speakers::names::entities::{MANY, Mention};
use crate::claims::speakers::sources::resolve::{Resolver, Seen};

/// How many names before it are looked through.
const NEAR: usize = 60;

/// Who an age stands for.
pub(crate) enum Aged {
    One(usize),
    /// One of two people whose age the text does not tell.
    Unknown,
    /// Nobody of that age is named, and one person alone, or none, is at hand.
    Nobody,
}

impl Resolver<'_> {
    /// "Nordline offered 40 million. The company said": the subject of the sentence before.
    pub(crate) fn leads_before(&self, mention: Mention, at: usize, seen: Seen) -> bool {
        let spoke = seen.last.is_some_and(|(_, referent)| referent.entity() == Some(mention.entity));
        mention.subject && !spoke && self.analysis.sentence_of[mention.from] + 1 == self.analysis.sentence_of[at]
    }

    /// Whoever the text says is of that age; else the one person of this sentence and the one before whose age it does not tell.
    pub(crate) fn aged(&self, at: Description, age: u64, seen: Seen) -> Aged {
        let all = &self.entities.all;
        let mut bearers = (0..all.len().min(MANY)).filter(|&entity| self.is_person(entity) && all[entity].is(age));
        if let Some(one) = bearers.next() {
            let last = bearers.next().and_then(|_| {
                let mut before = self.before(at.from).take(NEAR).map(|mention| mention.entity);
                before.find(|&entity| self.is_person(entity) && all[entity].is(age))
            });
            return Aged::One(last.unwrap_or(one));
        }
        // "Holt and Lane were charged."
        let mut near = self.before(at.from).filter(|mention| !mention.quoted && !seen.says(mention.from));
        let (Some(last), Some(other)) = (near.next(), near.next()) else { return Aged::Nobody };
        let joined = other.to + 1 == last.start && self.is(other.to, &["and"]);
        let sentence = |i: usize| self.analysis.sentence_of[i];
        let next = sentence(last.from) + 1 == sentence(at.from);
        let open = |mention: &Mention| self.is_person(mention.entity) && !all[mention.entity].aged;
        if joined && next && open(last) && open(other) { Aged::Unknown } else { Aged::Nobody }
    }
}

#[cfg(test)]
mod tests {
    use crate::claims::speakers::testing::last_speaker;

    #[track_caller]
    fn speaker(text: &str) -> Option<String> {
        last_speaker(text, "en")
    }

    #[test]
    fn an_age_is_that_of_whoever_has_it() {
        let text = "Martin Holt, 61, and Peter Lane, 45, were charged on Friday. The 61-year-old said he was innocent.";
        assert_eq!(speaker(text).as_deref(), Some("Martin Holt"));
        let text = "Martin Holt met Peter Lane, 45, on Friday. The 61-year-old said he was innocent.";
        assert_eq!(speaker(text).as_deref(), Some("Martin Holt"));
    }

    #[test]
    fn of_two_people_nobody_knows_which_one_is_61() {
        let text = "Martin Holt and Peter Lane were charged on Friday. The 61-year-old said he was innocent.";
        assert_eq!(speaker(text).as_deref(), Some("61-year-old"));
    }
}
