//! Titles that several people of a text have: "The prime minister met the finance minister. The minister said".

use std::collections::HashSet;

use crate::claims::speakers::names::entities::{Entity, MANY, Mention};
use crate::claims::speakers::sources::resolve::Resolver;
use crate::claims::types::SpeakerType;
use crate::learn::form::fold_hash;

/// How far from one another two may be named who have one title, in names.
const BESIDE: usize = 12;

impl Resolver<'_> {
    /// "The prime minister met the finance minister, Eva Stahl. The minister said": of two who have the title in one sentence nobody
    /// knows which is meant, but that a prime minister is never called minister beside another one.
    pub(crate) fn one_of(&self, found: usize, head: u64, before: usize) -> Option<usize> {
        let known = &self.entities.mentions[..before];
        let last = known.iter().rposition(|mention| mention.entity == found).filter(|last| before - last <= BESIDE)?;
        let sentence = |mention: &Mention| self.analysis.sentence_of[mention.from];
        let titled = |entity: usize| self.is_person(entity) && self.entities.all[entity].is(head);
        let near = &known[last.saturating_sub(BESIDE)..];
        let same = near.iter().filter(|mention| sentence(mention) >= sentence(&known[last]) && titled(mention.entity));
        let bearers: HashSet<usize> = same.map(|mention| mention.entity).collect();
        if !titled(found) || bearers.len() < 2 {
            return Some(found);
        }
        let prime = |entity: &usize| self.entities.all[*entity].roles.contains(&fold_hash("prime"));
        let mut plain = bearers.into_iter().filter(|entity| !prime(entity));
        plain.next().filter(|_| plain.next().is_none())
    }

    /// "NATO chief" in a heading: whom the text gives that title with that word beside it, before or after.
    pub(crate) fn titled(&self, from: usize, noun: usize) -> Option<usize> {
        let head = self.gazetteer.role(self.analysis.form(noun).hash);
        let fits = |entity: &Entity| {
            let roles = &entity.roles;
            let title = entity.is(head) || self.gazetteer.kinds(head).iter().any(|kind| entity.is(*kind));
            title
                && (from..noun).all(|i| {
                    let word = self.analysis.lower(i);
                    roles.contains(&fold_hash(&word)) || word.split('-').any(|part| roles.contains(&fold_hash(part)))
                })
        };
        let people =
            self.entities.all.iter().take(MANY).enumerate().filter(|(_, entity)| entity.kind == SpeakerType::Person);
        people.filter(|(_, entity)| fits(entity)).max_by_key(|(_, entity)| entity.mentions).map(|(at, _)| at)
    }

    /// The same where nobody else has the title.
    pub(crate) fn titled_alone(&self, from: usize, noun: usize) -> Option<usize> {
        let head = self.gazetteer.role(self.analysis.form(noun).hash);
        let mut bearers = (0..self.entities.all.len().min(MANY)).filter(|&entity| self.entities.all[entity].is(head));
        let only = bearers.next().filter(|_| bearers.next().is_none())?;
        self.titled(from, noun).filter(|&entity| entity == only)
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
    fn a_minister_beside_a_prime_minister_is_the_other_one() {
        let text = "The prime minister, Jan Orvik, met the finance minister, Eva Stahl, on Monday. \
                    The minister said she would not resign.";
        assert_eq!(speaker(text).as_deref(), Some("Eva Stahl"));
        let text = "The prime minister, Jan Orvik, met the unions on Monday. The minister said he would not resign.";
        assert_eq!(speaker(text).as_deref(), Some("Jan Orvik"));
    }

    #[test]
    fn of_several_ministers_nobody_knows_which_is_meant() {
        let text = "The foreign minister, Pal Lund, met the finance minister, Eva Stahl, on Monday. \
                    The minister said the talks had failed.";
        assert_eq!(speaker(text).as_deref(), Some("minister"));
    }
}
