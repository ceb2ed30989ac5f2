//! "Solheim left early. “I have nothing to hide,” he said.": a single name of which nothing tells whether it is somebody's, where the text
//! has nobody else for "he" and "she". English alone.

use crate::claims::speakers::sources::resolve::{Referent, Resolver, Seen};
use crate::claims::speakers::words::class;
use crate::claims::types::SpeakerType;
use crate::learn::form::Shape;

/// How many sentences back such a name may stand.
const BACK: u32 = 2;

impl Resolver<'_> {
    /// The name that opens a sentence right before the pronoun at word `at`, if it is the only one there that may be a person's.
    pub(crate) fn unproven(&self, at: usize, seen: Seen) -> Option<Referent> {
        const OTHER: u32 = class::PLACE
            | class::DEMONYM
            | class::ORGANISATION
            | class::ALIAS
            | class::OUTLET
            | class::PUBLIC
            | class::CALENDAR
            | class::FUNCTION
            | class::GROUP
            | class::DOCUMENT;
        if self.language != "en" {
            return None;
        }
        let sentence = self.analysis.sentence_of[at];
        let mut found = None;
        for mention in self.before(at).take_while(|mention| sentence - self.analysis.sentence_of[mention.from] <= BACK)
        {
            let entity = &self.entities.all[mention.entity];
            let single = mention.to == mention.from + 1 && entity.words.len() == 1 && entity.short.is_none();
            let name = self.analysis.form(mention.from).shape != Shape::Upper && self.class(mention.from) & OTHER == 0;
            let free = entity.kind == SpeakerType::Organisation && !entity.body && !entity.public && !entity.business;
            if !(single && name && free) || mention.quoted || seen.says(mention.from) {
                continue;
            }
            // "Dellport was hit by a storm": what something is done to is likely a thing.
            let acts = mention.subject && self.analysis.tag(mention.to).is_finite() && !self.is_passive_at(mention.to);
            if found.is_some_and(|known| known != mention.entity) || !acts {
                return None;
            }
            found = Some(mention.entity);
        }
        found.map(|entity| Referent::Phrase(self.entities.all[entity].name.clone(), SpeakerType::Person))
    }

    /// "was | hit", "had been | told"
    fn is_passive_at(&self, verb: usize) -> bool {
        self.is(verb, &["was", "were", "is", "are", "has", "have", "had"])
            && (verb..verb + 3).any(|i| self.is(i, &["was", "were", "is", "are", "been"]))
            && (verb + 1..verb + 4)
                .any(|i| self.analysis.pos.get(i).is_some() && self.analysis.lower(i).ends_with("ed"))
    }
}

#[cfg(test)]
mod tests {
    use crate::claims::speakers::testing::last_speaker;

    #[test]
    fn a_single_name_is_who_he_is_where_nobody_else_is_named() {
        let text = "Solheim left the meeting early. “I have nothing to hide,” he said.";
        assert_eq!(last_speaker(text, "en").as_deref(), Some("Solheim"));
        let text = "Westin resigned on Monday. She said the board had lied.";
        assert_eq!(last_speaker(text, "en").as_deref(), Some("Westin"));
    }

    #[test]
    fn a_place_or_one_of_two_names_is_nobody() {
        for text in [
            "Dellport was flooded on Monday. He said the dam had failed.",
            "Parliament met at noon. He said the vote was close.",
            "Norvik sued Ostland. He said the pumps were faulty.",
        ] {
            assert_eq!(last_speaker(text, "en"), None, "{text}");
        }
    }
}
