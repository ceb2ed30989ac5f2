//! People told by somebody else: "a senior aide to Foreign Minister Karin Dahl" is not Karin Dahl.

use crate::claims::attribution::linking::Run;
use crate::claims::speakers::names::entities::Mention;
use crate::claims::speakers::sources::resolve::{Resolver, Seen};
use crate::claims::speakers::sources::small_words::OF;
use crate::claims::speakers::sources::untagged::is_plain;
use crate::claims::speakers::words::{class, word_sex};
use crate::text::pos::Pos;

/// German words that bind somebody to the noun before.
const BINDING: &[&str] = &["von", "vom", "der", "des", "für", "um", "bei", "zu", "zum", "zur"];

/// The longest phrase for a relative, in words.
const PHRASE: usize = 10;

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

    /// "The mother of one of the victims, Corporal Mihail Donev, said": the words for the relative, where the name behind the comma may
    /// be that of either. It is only hers where the other one is of another sex: "the mother of the boy, Ana Ruiz".
    pub(crate) fn kin_before(&self, mention: &Mention) -> Option<Run> {
        let comma =
            mention.start.checked_sub(1).filter(|&at| self.language == "en" && self.analysis.words.of(at) == ",")?;
        let (from, _) = self.analysis.sentence_at(comma);
        let phrase =
            (from.max(comma.saturating_sub(PHRASE))..comma).rev().take_while(|&i| self.nominal(i) || i + 1 == comma);
        let sexed = |of: &usize| {
            let noun = of.checked_sub(1).filter(|&noun| noun >= from).map_or(0, |noun| self.class(noun));
            self.is(*of, &["of"]) && noun & class::ANYONE != 0 && word_sex(noun) != 0
        };
        let of = phrase.into_iter().find(sexed)?;
        let named = self.entities.inside(of, comma).iter().any(|other| self.is_person(other.entity));
        let inner = (of + 1..comma).rev().find(|&i| matches!(self.pos(i), Pos::Noun | Pos::Adj | Pos::Verb))?;
        let (own, kin, other) = (self.sex(mention.entity), word_sex(self.class(of - 1)), word_sex(self.class(inner)));
        let hers = own != 0 && own * kin >= 0 && other * own < 0;
        let start = (from..of - 1).rev().take_while(|&i| matches!(self.pos(i), Pos::Adj | Pos::Det)).last();
        let start = start.map_or(of - 1, |start| start + usize::from(self.pos(start) == Pos::Det));
        (self.is_person(mention.entity) && !named && !hers).then_some((start, comma))
    }

    /// "According to the prosecutor, | Dennis Moult fled": who is spoken of behind a source does not speak.
    pub(crate) fn is_told_behind(&self, entity: usize, to: usize, seen: Seen) -> bool {
        let mut behind = self.entities.inside(to, to + 3).iter();
        self.language == "en" && behind.any(|mention| mention.entity == entity && seen.says(mention.from))
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

#[cfg(test)]
mod tests {
    use crate::claims::speakers::testing::expect_last;

    #[test]
    fn a_name_behind_a_relative_and_another_may_be_that_of_either() {
        for (text, speaker) in [
            (
                "The mother of one of the victims, Corporal Mihail Donev, 23, said her son had been due to marry.",
                "mother of one of the victims",
            ),
            ("The widow of the pilot, Captain Omar Haddad, said he was careful.", "widow of the pilot"),
            ("The mother of the boy, Ana Ruiz, said he was ill.", "Ana Ruiz"),
            ("The mother of Tom Hale, Ana Hale, said he was ill.", "Ana Hale"),
        ] {
            expect_last(text, "en", speaker);
        }
    }
}
