//! Descriptions taken up: whom or what "the source", "the 36-year-old", "the group" or "the country" brings back, and whom a lead
//! describes before it names him.

use super::descriptions::Description;
use crate::claims::attribution::analysis::state;
use crate::claims::attribution::linking::{Link, Run};
use crate::claims::speakers::names::entities::Mention;
use crate::claims::speakers::sources::resolve::{Referent, Resolver, Seen};
use crate::claims::speakers::words::{class, word_sex};
use crate::claims::types::{Act, SpeakerType};
use crate::text::pos::Pos;

/// Verbs of questions, and those of answers.
const ASKS: &[&str] =
    &["asked", "asks", "pressed", "questioned", "quizzed", "challenged", "demanded", "inquired", "wondered"];
const ANSWERS: &[&str] =
    &["replied", "replies", "answered", "answers", "responded", "responds", "said", "says", "retorted", "countered"];

/// How many words back "the dog's owner" is looked for when a text says "the owner".
const OWNED: usize = 400;

/// How many words back "a source" is looked for when a text says "the source".
const INTRODUCED: usize = 1500;

impl Resolver<'_> {
    /// "Rasch said Berg had lied. He denied it.": who is said to have done something denies it, and not who said so.
    pub(crate) fn denier(&self, link: &Link, before: &Link, speaker: Option<&Referent>) -> Option<usize> {
        let (source, cue) = (link.source?, link.cue?);
        let (&[content], &[said]) = (link.contents.as_slice(), before.contents.as_slice()) else { return None };
        let denies = self.language == "en"
            && source.1 == source.0 + 1
            && self.sex_of(source) != 0
            && self.analysis.does(cue.1 - 1, Act::Deny);
        let short = content.1 == content.0 + 1 && matches!(self.analysis.words.of(content.0), "it" | "this" | "that");
        let sentence = |i: usize| self.analysis.sentence_of[i];
        let near = said.0 < source.0 && sentence(source.0) <= sentence(said.0) + 1;
        if !denies || !short || !near || self.analysis.quoted[said.0] != state::OUT {
            return None;
        }
        let start = said.0 + usize::from(self.analysis.words.of(said.0) == "that");
        let subject = self.entities.inside(start, said.1).first().filter(|mention| mention.start == start)?;
        let verb = matches!(self.pos(subject.to), Pos::Verb | Pos::Aux);
        let other = speaker.is_some_and(|speaker| speaker.entity() != Some(subject.entity));
        let fits = self.is_person(subject.entity) && self.sex(subject.entity) * self.sex_of(source) >= 0;
        (verb && other && fits).then_some(subject.entity)
    }

    /// "“Did you know?” the judge asked Cole. “I did not,” he said.": whom a question is put to answers it, and where nobody is
    /// named, who does something before the answer. Who asks goes on only with a verb that says so.
    pub(crate) fn asked(&self, link: &Link, before: &Link, asker: Option<&Referent>) -> Option<usize> {
        let (source, cue, put) = (link.source?, link.cue?, before.cue?);
        let asks = |cue: &Run| (cue.0..cue.1).any(|i| self.is(i, ASKS));
        let one = source.1 == source.0 + 1 && self.language == "en" && self.pos(source.0) == Pos::Pron;
        let sex = if one { self.sex_of(source) } else { 0 };
        if sex == 0 {
            return None;
        }
        let goes_on =
            asks(&cue) || (cue.0..cue.1).any(|i| self.is(i, &["added", "continued", "went", "repeated", "insisted"]));
        let first = link.contents.first()?.0;
        let place = first.min(source.0).min(cue.0);
        if !asks(&put) || goes_on || place < put.1 || !self.near(put.0, place) {
            return None;
        }
        let answers = (cue.0..cue.1).any(|i| self.is(i, ANSWERS)) || self.analysis.quoted[first] == state::IN;
        let other = |entity: usize| asker.and_then(Referent::entity) != Some(entity) && self.sex(entity) * sex >= 0;
        let fits = |mention: &&Mention| !mention.quoted && self.is_person(mention.entity) && other(mention.entity);
        let behind = (put.0..put.1).find(|&i| self.is(i, ASKS)).map_or(put.1, |verb| verb + 1);
        let object = self.entities.inside(behind, place.min(behind + 4));
        let object = object.iter().find(|mention| mention.start <= behind + 1 && fits(mention));
        // "Cole shook his head."
        let deed = |mention: &&Mention| mention.subject && mention.from >= put.1 && fits(mention);
        let found = object.or_else(|| self.before(place).take(3).find(deed))?;
        let says = link.contents.iter().any(|run| run.0 <= found.from && found.from < run.1);
        (answers && !says).then_some(found.entity)
    }

    /// "the country": the one that spoke last, or was named last.
    pub(crate) fn country_before(&self, at: usize, seen: Seen) -> Option<usize> {
        let place = |entity: &usize| self.entities.all[*entity].kind == SpeakerType::Place;
        let spoke = seen.last.filter(|&(place, _)| self.near(place, at)).and_then(|(_, referent)| referent.entity());
        spoke.filter(place).or_else(|| {
            let mut named = self.before(at).take(12).filter(|mention| !seen.says(mention.from) && !mention.quoted);
            named.find(|mention| place(&mention.entity) && mention.subject).map(|mention| mention.entity)
        })
    }

    /// Whom "the singer" or "the 36-year-old" means where no words beside a name say it: whom the text is about, whoever
    /// spoke last, and nobody of another trade.
    pub(crate) fn described(&self, at: usize, sex: i32, trade: bool, seen: Seen) -> Option<usize> {
        let words = &self.analysis.words.words;
        let named = self.named_in(seen);
        let last = seen.last.and_then(|(_, referent)| referent.entity());
        let mut best: Option<(f32, usize)> = None;
        for mention in self.before(at).take(60) {
            let entity = &self.entities.all[mention.entity];
            let apart = words[at].paragraph.saturating_sub(words[mention.from].paragraph);
            let fits = entity.kind == SpeakerType::Person && !(trade && entity.calling);
            if !fits || apart > 4 || mention.quoted || seen.says(mention.from) || self.sex(mention.entity) * sex < 0 {
                continue;
            }
            let score = (entity.mentions as f32).ln() - 0.4 * apart as f32
                + f32::from(u8::from(mention.subject))
                + f32::from(u8::from(last == Some(mention.entity)))
                + named.iter().find(|named| named.0 == mention.entity).map_or(0.0, |named| named.1);
            if best.is_none_or(|(top, _)| score > top) {
                best = Some((score, mention.entity));
            }
        }
        best.map(|(_, entity)| entity)
    }

    /// "the Norwegian", "the Ohio Republican": one of a people or a party, whoever spoke last or is spoken of.
    pub(crate) fn by_people(&self, at: usize, noun: usize, seen: Seen) -> Option<usize> {
        const PARTIES: &[&str] =
            &["republican", "democrat", "conservative", "tory", "liberal", "independent", "socialist"];
        let word = self.analysis.lower(noun);
        // "the British", "the Japanese" are many.
        let many = ["sh", "ch", "ese", "ss", "s"].iter().any(|end| word.ends_with(end));
        let people = self.class(noun) & class::DEMONYM != 0 && noun == at + 1 && !many;
        if !people && !PARTIES.contains(&word.as_str()) || !self.analysis.form(noun).is_capital() {
            return None;
        }
        let named = self.named_in(seen);
        let spoke = seen.last.filter(|&(place, _)| self.near(place, at)).and_then(|(_, referent)| referent.entity());
        let spoke = spoke.filter(|&entity| self.is_person(entity) && !named.iter().any(|named| named.0 == entity));
        // "A header that Brandt will not want to see again. “I saw it late,” the German said": where the paragraph names others than who spoke
        // in the one before, it is one of them.
        let words = &self.analysis.words.words;
        let own = |i: usize| words[i].paragraph == words[at].paragraph;
        let outside =
            |mention: &&Mention| self.is_person(mention.entity) && !mention.quoted && !seen.says(mention.from);
        let here = self.before(at).take(12).take_while(|mention| own(mention.from)).filter(outside);
        let here: Vec<usize> = here.map(|mention| mention.entity).collect();
        let since = spoke.is_some_and(|entity| !here.contains(&entity)) && !seen.last.is_some_and(|last| own(last.0));
        if since && let Some((first, rest)) = here.split_first() {
            return rest.iter().all(|entity| entity == first).then_some(*first);
        }
        spoke.or_else(|| self.described(at, 0, false, seen))
    }

    /// "The geologist": the one person of the last paragraphs, whatever the text has called him.
    pub(crate) fn only_person(&self, at: usize, seen: Seen) -> Option<usize> {
        let words = &self.analysis.words.words;
        let apart = |mention: &&Mention| words[at].paragraph.saturating_sub(words[mention.from].paragraph) <= 3;
        let mut people = self
            .before(at)
            .take(200)
            .take_while(apart)
            .filter(|mention| self.is_person(mention.entity) && !mention.quoted && !seen.says(mention.from));
        let only = people.next()?.entity;
        let spoke = seen.last.is_some_and(|(_, referent)| referent.entity() == Some(only));
        (spoke && people.all(|mention| mention.entity == only)).then_some(only)
    }

    /// "a group of tenants", and in the next sentence "The group, Tenants Rising,": the name stands with the words that take
    /// it up.
    pub(crate) fn taken_up(&self, at: Description) -> Option<usize> {
        let hash = self.analysis.form(at.noun).hash;
        let sentence = self.analysis.sentence_of[at.noun] as usize;
        for later in [sentence, sentence + 1, sentence + 2] {
            let (from, to) = self.analysis.sentence(later);
            let comma = |i: usize| self.analysis.words.of(i) == ",";
            for noun in (from.max(at.noun + 2)..to).take(120).filter(|&i| self.analysis.form(i).hash == hash) {
                let article = self.analysis.lower(noun - 1) == "the";
                let next = noun + 1 + usize::from(comma(noun + 1));
                let name = self.entities.inside(next, next + 2).first().filter(|mention| mention.start <= next + 1);
                if let Some(name) = name.filter(|name| article && comma(noun + 1) && comma(name.to)) {
                    return Some(name.entity);
                }
            }
        }
        None
    }

    /// "The researchers" behind "a 2014 study found": those of the study.
    pub(crate) fn of_study(&self, at: Description, seen: Seen) -> Option<Referent> {
        let word = self.analysis.lower(at.noun);
        let (place, referent) = seen.last.filter(|&(place, _)| self.near(place, at.from))?;
        let Referent::Phrase(document, SpeakerType::Document) = referent else { return None };
        let writes = ["researchers", "authors", "scientists", "investigators", "academics"].contains(&word.as_str());
        (writes && place < at.from).then(|| Referent::Phrase(format!("{word} of the {document}"), SpeakerType::Group))
    }

    /// "A former shift supervisor ... . Luke Perry, 48, ...": a lead describes whom the next paragraphs name first.
    pub(crate) fn named_next(&self, at: Description, classes: u32) -> Option<usize> {
        let words = &self.analysis.words.words;
        let lead = words[at.from].paragraph <= 3 && words[at.from].sentence <= 6;
        if classes & class::PERSON == 0 || classes & class::DOCUMENT != 0 {
            return None;
        }
        if !lead {
            return self.introduced_next(at);
        }
        let sex = word_sex(classes);
        let after = self.entities.mentions.partition_point(|mention| mention.from < at.to);
        let next = self.entities.mentions[after..].iter().take(40).find(|mention| {
            let (from, _) = self.sentence_at(mention.from);
            let entity = &self.entities.all[mention.entity];
            let opens = from > at.to && (from..mention.start).all(|i| !self.analysis.form(i).is_word());
            let described = self.analysis.words.of(mention.to) == ",";
            opens && described && entity.kind == SpeakerType::Person && entity.sex.signum() * sex >= 0
        })?;
        (words[next.from].paragraph <= words[at.from].paragraph + 3).then_some(next.entity)
    }

    /// "A leader of the union said .... “...,” said Dan Hall, its director.": who is named first in the next paragraph, as the
    /// speaker of a quotation, is the one described.
    pub(crate) fn introduced_next(&self, at: Description) -> Option<usize> {
        let words = &self.analysis.words.words;
        let paragraph = words[at.from].paragraph;
        let after = self.entities.mentions.partition_point(|mention| mention.from < at.to);
        let next = self.entities.mentions[after..]
            .iter()
            .take(12)
            .filter(|mention| !mention.quoted && words[mention.from].paragraph > paragraph)
            .find(|mention| self.entities.all[mention.entity].kind == SpeakerType::Person)?;
        let new = !self.entities.mentions[..after].iter().rev().take(200).any(|known| known.entity == next.entity);
        let verb = |i: usize| self.analysis.candidate.get(i).copied().unwrap_or(false);
        let speaks = next.start.checked_sub(1).is_some_and(verb);
        let (from, _) = self.sentence_at(next.start);
        let quoted = (from..next.start).any(|i| self.analysis.quoted[i] != state::OUT)
            || from > 0 && self.analysis.quoted[from - 1] == state::CLOSE;
        (new && speaks && quoted && words[next.from].paragraph == paragraph + 1).then_some(next.entity)
    }

    /// "the owner" after "the dog's owner": whose he is was told.
    pub(crate) fn possessed(&self, at: Description) -> Option<Referent> {
        let alone = at.noun == at.from + 1 && at.to == at.noun + 1 && self.class(at.noun) & class::UNNAMED == 0;
        let same = |noun: &usize| self.analysis.form(*noun).hash == self.analysis.form(at.noun).hash;
        let near = (at.from.saturating_sub(OWNED)..at.from).rev();
        let noun = near.filter(|_| alone).find(|noun| same(noun) && self.analysis.quoted[*noun] == state::OUT)?;
        let owner = noun.checked_sub(2).filter(|owner| self.is(owner + 1, &["'s", "’s"]))?;
        let start = (owner.saturating_sub(3)..=owner)
            .rev()
            .take_while(|&i| matches!(self.pos(i), Pos::Noun | Pos::Adj))
            .last()?;
        // "the woman's owner" is nobody's.
        let thing = self.pos(owner) == Pos::Noun && self.class(owner) & (class::PERSON | class::TIME) == 0;
        if thing { self.phrase(start, noun + 1, noun) } else { None }
    }

    /// "The source" after "a source close to the talks": the words that brought it into the text.
    pub(crate) fn introduced(&self, at: Description) -> Option<Referent> {
        let person = class::UNNAMED | class::HUMAN | class::MALE | class::FEMALE;
        let classes = self.class(at.noun);
        if at.end - at.from > 3 || classes & (person | class::DOCUMENT) == 0 {
            return None;
        }
        let hash = self.analysis.form(at.noun).hash;
        let article = |i: usize| matches!(self.analysis.words.of(i), "a" | "an" | "A" | "An");
        let mut bare = None;
        for noun in (at.from.saturating_sub(INTRODUCED)..at.from).rev() {
            let owner = matches!(self.analysis.words.of(noun + 1), "'s" | "’s");
            if self.analysis.form(noun).hash != hash || self.analysis.quoted[noun] != state::OUT || owner {
                continue;
            }
            let Some(from) = (noun.saturating_sub(4)..noun).rev().find(|&i| article(i)) else { continue };
            let stop = |&i: &usize| {
                matches!(self.analysis.pos[i], Pos::Verb | Pos::Aux | Pos::Sconj | Pos::Punct)
                    || matches!(self.analysis.words.of(i), "who" | "which" | "that" | "," | ".")
                    || self.analysis.sentence_of[i] != self.analysis.sentence_of[noun]
            };
            let to = (noun + 1..(noun + 16).min(self.analysis.len())).find(stop).unwrap_or(noun + 1);
            if let Some(entity) = self.named_next(Description { from, to, end: noun + 1, noun }, classes) {
                return Some(Referent::Entity(entity));
            }
            if to > noun + 1 {
                return self.phrase(from + 1, to, noun);
            }
            if classes & (class::MALE | class::FEMALE) != 0 && classes & class::TITLE == 0 {
                bare = self.phrase(from + 1, to, noun);
            }
        }
        bare
    }
}
