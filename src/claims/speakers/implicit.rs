//! Who speaks where the attribution has no words for it.

use super::Pos;
use super::entities::Mention;
use super::pronouns::Pronoun;
use super::resolve::{Referent, Resolver, Seen};
use super::words::class;
use crate::claims::attribution::analysis::{NONE, state};
use crate::claims::attribution::linking::{Link, Run};
use crate::claims::types::SpeakerType;

impl Resolver<'_> {
    /// No words for the source: a quotation that goes on has the speaker before it.
    pub(super) fn implicit(&self, link: &Link, seen: Seen) -> Option<Referent> {
        if let Some(mention) = link.cue.and_then(|cue| self.beside(cue, seen)) {
            return Some(Referent::Entity(mention.entity));
        }
        let (place, referent) = seen.last?;
        let start = link.contents.first()?.0;
        if !self.near(place, start) {
            return None;
        }
        let quoted = self.analysis.quote[start] != NONE && self.analysis.quoted[start] != state::OUT;
        let words = &self.analysis.words.words;
        let same_sentence = link.cue.is_some() && words[place].sentence == words[start].sentence;
        (quoted && link.cue.is_none() || same_sentence).then(|| referent.clone())
    }

    /// "He is accused of ...": the subject of a passive cue is spoken of, and does not speak.
    pub(super) fn is_told_of(&self, link: &Link) -> bool {
        let Some((from, to)) = link.cue else { return false };
        let by = |at: usize| at > 0 && self.analysis.lower(at - 1) == "by" || self.analysis.lower(at) == "by";
        let after = link.source.is_some_and(|source| source.0 >= to && by(source.0));
        let passive = |i: usize| {
            self.class(i) & class::PASSIVE != 0
                && (i.saturating_sub(2)..i).any(|at| {
                    let word = self.analysis.lower(at);
                    let be = matches!(word.as_str(), "is" | "are" | "was" | "were" | "be" | "been" | "being");
                    be && (at + 1 == i || self.analysis.pos[at + 1] == Pos::Adv)
                })
        };
        self.language == "en" && !after && (from..to).any(passive)
    }

    /// "Ann Berg opened the hearing, saying ...": the subject of the sentence speaks where no source stands.
    pub(super) fn sentence_subject(&self, link: &Link, seen: Seen) -> Option<Referent> {
        let cue = link.cue.filter(|_| self.language == "en" && !self.is_told_of(link))?;
        // "widely held views" and "reportedly" have no subject.
        let last = (cue.0..cue.1).rev().find(|&i| self.analysis.form(i).is_word())?;
        let verb = (cue.0..cue.1).any(|i| self.analysis.pos[i] == Pos::Verb);
        if !verb || matches!(self.analysis.pos[last], Pos::Noun | Pos::Adj) {
            return None;
        }
        let (from, _) = self.analysis.sentence(self.analysis.sentence_of[cue.0] as usize);
        let first = (from..cue.0).find(|&i| self.analysis.form(i).is_word())?;
        if let Some(pronoun) = self.pronoun_at(first).filter(|pronoun| *pronoun != Pronoun::Relative) {
            return self.pronoun(first, pronoun, seen);
        }
        let mentions = self.entities.inside(from, cue.0);
        let named = |mention: &&Mention| {
            let kind = self.entities.all[mention.entity].kind;
            let verb = matches!(self.analysis.pos.get(mention.to), Some(Pos::Verb | Pos::Aux));
            (kind == SpeakerType::Person || verb) && mention.subject && !mention.quoted && !seen.says(mention.from)
        };
        mentions.iter().find(named).map(|mention| Referent::Entity(mention.entity))
    }

    /// The name that a cue follows or, after a quotation, leads: "..., asked Berg".
    pub(super) fn beside(&self, (from, to): Run, seen: Seen) -> Option<&Mention> {
        let free = |mention: &&Mention| !mention.quoted && !seen.says(mention.from);
        let mentions = &self.entities.mentions;
        let before = mentions[..mentions.partition_point(|mention| mention.from < from)].last();
        let before = before.filter(|mention| mention.to == from).filter(free);
        let person = |mention: &&Mention| self.entities.all[mention.entity].kind == SpeakerType::Person;
        let quoted = from > 0 && self.analysis.quoted[from - 1] == state::CLOSE;
        let after = self.entities.inside(to, to + 6).first();
        let after = after.filter(|mention| quoted && mention.start <= to && person(mention)).filter(free);
        before.or(after)
    }
}
