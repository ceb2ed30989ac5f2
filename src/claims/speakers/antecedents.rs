//! What a pronoun refers to: agreement in sex and number, recency, subjects before other words, the speaker before.
//!
//! The preferences are those of Lappin and Leass, "An Algorithm for Pronominal Anaphora Resolution" (Computational
//! Linguistics 20, 1994), with what is particular to reported speech: who spoke before goes on speaking, what others say
//! counts less than what the article tells, and nobody calls himself by his name in his own words.

use super::Pos;
use super::entities::Mention;
use super::pronouns::Pronoun;
use super::resolve::{Referent, Resolver, Seen};
use super::words::class;
use crate::claims::attribution::analysis::NONE;
use crate::claims::types::SpeakerType;

/// How much the last speaker is preferred for a pronoun, in the units of [`Resolver::person_before`].
const PREVIOUS: f32 = 3.4;

/// How much evidence of the right sex counts, in the same units.
const AGREES: f32 = 2.0;

impl Resolver<'_> {
    pub(super) fn pronoun(&self, at: usize, pronoun: Pronoun, seen: Seen) -> Option<Referent> {
        match pronoun {
            Pronoun::Male => self.person_before(at, -1, seen).map(Referent::Entity),
            Pronoun::Female => self.person_before(at, 1, seen).map(Referent::Entity),
            Pronoun::Relative => {
                let named = self.before(at).find(|mention| mention.to <= at && at - mention.to <= 12);
                let spoke = |&(place, _): &(usize, _)| {
                    self.analysis.sentence_of[place] == self.analysis.sentence_of[at] && place <= at
                };
                let named = named.map(|mention| Referent::Entity(mention.entity));
                named.or_else(|| seen.last.filter(spoke).map(|(_, referent)| referent.clone()))
            }
            Pronoun::Plural | Pronoun::Thing => self.body_before(at, pronoun == Pronoun::Plural, seen),
        }
    }

    /// "they" and "it": who spoke before if the number fits, else the organisation named last.
    fn body_before(&self, at: usize, plural: bool, seen: Seen) -> Option<Referent> {
        if let Some((place, referent)) = seen.last
            && self.near(place, at)
        {
            let fits = match referent {
                Referent::Entity(entity) => self.entities.all[*entity].kind != SpeakerType::Person,
                Referent::Joint(..) => plural,
                Referent::Phrase(_, SpeakerType::Group | SpeakerType::Unnamed) => plural,
                Referent::Phrase(..) => !plural,
            };
            if fits {
                return Some(referent.clone());
            }
        }
        if plural && let Some(many) = self.many_before(at) {
            return Some(many);
        }
        let words = &self.analysis.words.words;
        let mut best: Option<(f32, usize)> = None;
        for mention in self.before(at).take(16) {
            let body = self.entities.all[mention.entity].kind == SpeakerType::Organisation;
            if !body || mention.quoted || seen.says(mention.from) || self.is_outlet(&self.entities.all[mention.entity])
            {
                continue;
            }
            let sentences = words[at].sentence.saturating_sub(words[mention.from].sentence) as f32;
            let score = self.prominence(mention, at) - 0.9 * sentences;
            if best.is_none_or(|(top, _)| score > top) {
                best = Some((score, mention.entity));
            }
        }
        best.map(|(_, entity)| Referent::Entity(entity))
    }

    /// "Consumers spend less, but they still want treats": the plural that opens the sentence, or the one before.
    fn many_before(&self, at: usize) -> Option<Referent> {
        if self.language != "en" {
            return None;
        }
        let sentence = self.analysis.sentence_of[at] as usize;
        (0..=sentence.min(1)).find_map(|back| {
            let (from, to) = self.analysis.sentence(sentence - back);
            let first = (from..to.min(at)).find(|&i| self.analysis.form(i).is_word())?;
            let open = |i: usize| matches!(self.analysis.pos[i], Pos::Det | Pos::Adj | Pos::Noun | Pos::Num);
            let end = (first..at.min(first + 6)).find(|&i| !open(i))?;
            let verb = matches!(self.analysis.pos[end], Pos::Verb | Pos::Aux | Pos::Adv);
            let noun = end.checked_sub(1).filter(|&noun| noun >= first && verb && self.near(noun, at))?;
            let many = self.analysis.pos[noun] == Pos::Noun
                && (self.class(noun) & class::GROUP != 0 || self.analysis.lower(noun).ends_with('s'))
                && self.class(noun) & class::TIME == 0;
            let skip = usize::from(matches!(self.analysis.lower(first).as_str(), "the" | "these") && first < noun);
            let words = &self.analysis.words.words;
            let text = self.analysis.words.text.get(words[first + skip].span.start..words[noun].span.end)?;
            many.then(|| Referent::Phrase(text.to_owned(), SpeakerType::Group))
        })
    }

    /// Mentions before word `at`, the nearest first.
    pub(super) fn before(&self, at: usize) -> impl Iterator<Item = &Mention> {
        let count = self.entities.mentions.partition_point(|mention| mention.from < at);
        self.entities.mentions[..count].iter().rev()
    }

    /// Same paragraph or the one after.
    pub(super) fn near(&self, a: usize, b: usize) -> bool {
        let words = &self.analysis.words.words;
        words[a].paragraph.abs_diff(words[b].paragraph) <= 1
    }

    /// The person that "he" or "she" at word `at` means: near, a subject, of that sex if the document shows any, the one
    /// who spoke last. Evidence of the other sex weighs, but a translation may have it wrong, so it does not decide.
    pub(super) fn person_before(&self, at: usize, sex: i32, seen: Seen) -> Option<usize> {
        let words = &self.analysis.words.words;
        let mut best: Option<(f32, usize)> = None;
        let mut consider = |score: f32, entity: usize| {
            if best.is_none_or(|(top, _)| score > top) {
                best = Some((score, entity));
            }
        };
        let agrees = |entity: usize| match self.entities.all[entity].sex.signum() * sex.signum() {
            1 => AGREES,
            -1 => -5.0,
            _ => 0.0,
        };
        for mention in self.before(at).take(60) {
            let entity = &self.entities.all[mention.entity];
            if entity.kind != SpeakerType::Person || seen.says(mention.from) {
                continue;
            }
            let sentences = words[at].sentence.saturating_sub(words[mention.from].sentence) as f32;
            let paragraphs = words[at].paragraph.saturating_sub(words[mention.from].paragraph) as f32;
            if paragraphs > 8.0 {
                break;
            }
            let score = agrees(mention.entity) - 0.7 * sentences.min(6.0) - 0.8 * paragraphs
                + self.prominence(mention, at)
                + if paragraphs == 0.0 { 1.0 } else { 0.0 }
                + if entity.evidence == 0 { -2.0 } else { 0.0 }
                - 0.002 * (at - mention.from) as f32;
            consider(score, mention.entity);
        }
        let latest = seen.last.and_then(|(_, referent)| referent.entity());
        for (turn, &(place, entity, shown)) in seen.speakers().filter(|speaker| speaker.0 < at).take(12).enumerate() {
            let paragraphs = words[at].paragraph.saturating_sub(words[place].paragraph) as f32;
            let sentences = words[at].sentence.saturating_sub(words[place].sentence) as f32;
            // "He" a moment ago shows the sex that a name does not.
            let agreement = if shown * sex > 0 { AGREES } else { agrees(entity) };
            let earlier = if turn == 0 && latest == Some(entity) { 0.0 } else { 1.0 };
            let score = agreement + PREVIOUS - earlier - 0.5 * sentences.min(6.0) - 0.8 * paragraphs.min(6.0);
            consider(score, entity);
        }
        if best.is_none() {
            // Nobody named yet: a broken translation or a lead puts the name after the pronoun.
            let after = self.entities.mentions.partition_point(|mention| mention.from < at);
            let next = self.entities.mentions[after..].iter().take(12).find(|mention| {
                self.entities.all[mention.entity].kind == SpeakerType::Person
                    && !seen.says(mention.from)
                    && agrees(mention.entity) >= 0.0
                    && self.near(mention.from, at)
            });
            return next.map(|mention| mention.entity);
        }
        best.map(|(_, entity)| entity)
    }

    /// What the place of a mention in its sentence adds to its salience for a pronoun at word `at`.
    fn prominence(&self, mention: &Mention, at: usize) -> f32 {
        let before = mention.start.checked_sub(1);
        let word = before.map_or(String::new(), |before| self.analysis.lower(before));
        let oblique = before.is_some_and(|before| matches!(self.analysis.pos[before], Pos::Adp | Pos::Sconj));
        let owner = matches!(self.analysis.lower(mention.to).as_str(), "'s" | "’s" | "'" | "’");
        // "It was Ann Berg who opened": a cleft puts its subject after the verb.
        let cleft = matches!(word.as_str(), "was" | "is") && self.analysis.lower(mention.to) == "who";
        let role = match (mention.subject || cleft, oblique || owner) {
            (true, false) => 1.5,
            (true, true) => 0.5,
            (false, false) => 0.0,
            (false, true) => -0.5,
        };
        let reported = self.content[mention.from] != NONE && self.content[mention.from] != self.content[at];
        let reported = match (mention.quoted, reported) {
            (true, _) => -3.0,
            (false, true) => -1.5,
            (false, false) => 0.0,
        };
        role + reported + 0.3 * (self.entities.all[mention.entity].mentions as f32).ln()
    }
}
