//! People told by somebody else: "a senior aide to Foreign Minister Karin Dahl" is not Karin Dahl.

use crate::claims::speakers::names::entities::Mention;
use crate::claims::speakers::sources::resolve::Resolver;
use crate::claims::speakers::sources::small_words::OF;
use crate::claims::speakers::sources::untagged::is_plain;
use crate::claims::speakers::words::class;
use crate::text::pos::Pos;

/// German words that bind somebody to the noun before.
const BINDING: &[&str] = &["von", "vom", "der", "des", "für", "um", "bei", "zu", "zum", "zur"];

impl Resolver<'_> {
    /// Whether a name belongs to what a preposition, a genitive or a participle opens behind a noun that somebody else is:
    /// "a former adviser to transport minister Karl Vik", "a lawyer representing Ann Berg". The name stands right behind it, but
    /// for titles: in "the secretary of state Dana Holt" the words between are part of the office.
    pub(crate) fn is_related(&self, mention: &Mention, from: usize, head_end: usize) -> bool {
        if !self.is_person(mention.entity) || mention.start < head_end || mention.start <= from {
            return false;
        }
        let comma = (from..mention.start).any(|i| self.analysis.words.of(i) == ",");
        let titles = (mention.start..mention.from).next_back().is_none_or(|last| self.is_somebody(last));
        let article = |i: usize| self.language == "en" && self.is(i, &["the"]);
        let leader =
            (from + 1..mention.start).rev().find(|&i| !self.is_somebody(i) && !self.is_attribute(i) && !article(i));
        // Between the leader and the name nothing but a title, its last word somebody.
        let Some(leader) = leader.filter(|_| !comma && titles) else { return false };
        let last = mention.start - 1;
        if leader < last && !self.is_somebody(last) {
            return false;
        }
        let document = (from..leader).any(|i| self.class(i) & class::DOCUMENT != 0);
        let word = self.analysis.lower(leader).replace('’', "'");
        let leads = match self.language {
            "en" => {
                ["of", "to", "for", "by", "with", "from", "against", "behind", "around", "under"]
                    .contains(&word.as_str())
                    || self.pos(leader) == Pos::Verb && word.ends_with("ing")
            }
            "de" => BINDING.contains(&word.as_str()),
            language => is_plain(language) && OF.contains(&word.as_str()),
        };
        leads && !document
    }

    /// A title or a trade that is somebody by itself.
    fn is_somebody(&self, i: usize) -> bool {
        let classes = self.class(i);
        classes & (class::PERSON | class::UNNAMED) != 0 && classes & (class::ATTRIBUTE | class::FUNCTION) == 0
    }

    fn is_attribute(&self, i: usize) -> bool {
        self.class(i) & (class::ATTRIBUTE | class::DEMONYM) != 0 || self.pos(i) == Pos::Adj
    }
}
