//! Sources without a name: "the Russian minister", "the company", "a spokesman", "officials".

use super::Pos;
use super::entities::Entity;
use super::resolve::{Referent, Resolver, Seen};
use super::words::class;
use crate::claims::attribution::analysis::state;
use crate::claims::types::SpeakerType;
use crate::learn::form::{Shape, fold_hash};

/// Definite articles and demonstratives of the languages with packs; "a" is Portuguese.
pub(super) const DEFINITE: &[&str] =
    &["the", "this", "that", "der", "die", "das", "le", "la", "l", "el", "il", "o", "a", "de", "het"];

/// The longest description kept as a speaker, in words.
const LONGEST: usize = 24;

/// How many words back "a source" is looked for when a text says "the source".
const INTRODUCED: usize = 1500;

/// A described source, in words.
#[derive(Debug, Clone, Copy)]
pub(super) struct Description {
    pub from: usize,
    pub to: usize,
    /// Where its head ends: before the first preposition, relative clause or comma.
    pub end: usize,
    /// The head noun.
    pub noun: usize,
}

impl Resolver<'_> {
    pub(super) fn description(&self, at: Description, seen: Seen) -> Option<Referent> {
        let Description { from, to, noun, .. } = at;
        let first = self.analysis.lower(from);
        let english = self.language == "en";
        let definite = DEFINITE.contains(&first.as_str()) && !(first == "a" && english);
        // A capital at the head of a sentence makes no name, but that of somebody known does.
        if to - from == 1
            && self.analysis.form(from).is_capital()
            && let Some(entity) = self.entities.named(&first)
        {
            return Some(Referent::Entity(entity));
        }
        let classes = self.class(noun);
        let plural = classes & class::GROUP != 0;
        let aged = self.analysis.lower(noun).ends_with("old");
        if definite && !plural {
            // "the source" is nobody's role.
            let role = classes & class::UNNAMED == 0 || classes & class::TITLE != 0;
            if let Some(entity) = self.by_role(at, classes, seen).filter(|_| role) {
                return Some(Referent::Entity(entity));
            }
            if classes & (class::MALE | class::FEMALE | class::HUMAN) != 0 || aged {
                // "the man" is "a 43-year-old man" of the lead before he is anybody with a name.
                if let Some(found) = self.introduced(at).filter(|_| english && !aged) {
                    return Some(found);
                }
                let sex = i32::from(classes & class::FEMALE != 0) - i32::from(classes & class::MALE != 0);
                if let Some(entity) = self.person_before(from, sex, seen) {
                    return Some(Referent::Entity(entity));
                }
            }
            // "the expert": who spoke before is the only expert that the text shows.
            if role
                && classes & class::TITLE != 0
                && !(english && self.analysis.form(noun).is_capital())
                && let Some((place, referent)) = seen.last
                && let Some(entity) = referent.entity()
                && self.entities.all[entity].kind == SpeakerType::Person
                && self.near(place, from)
            {
                return Some(Referent::Entity(entity));
            }
        }
        if matches!(first.as_str(), "a" | "an")
            && english
            && !plural
            && let Some(entity) = self.named_next(at, classes)
        {
            return Some(Referent::Entity(entity));
        }
        if english && self.is_event(at) {
            return None;
        }
        if definite && let Some(found) = self.introduced(at).filter(|_| to <= at.end + 1) {
            return Some(found);
        }
        if english && let Some(owned) = self.owned(at, seen) {
            return Some(owned);
        }
        let article = matches!(first.as_str(), "the" | "a" | "an")
            || self.language == "de" && (definite || matches!(first.as_str(), "dem" | "den" | "ein" | "eine"));
        let skip = usize::from(article && to - from > 1);
        self.phrase(from + skip, to, noun)
    }

    /// "her mother": whose mother that is, where a name is known.
    fn owned(&self, at: Description, seen: Seen) -> Option<Referent> {
        let sex = match self.analysis.lower(at.from).as_str() {
            "his" => -1,
            "her" => 1,
            _ => return None,
        };
        let owner = self.person_before(at.from, sex, seen).filter(|_| at.from + 1 < at.to)?;
        let Some(Referent::Phrase(words, kind)) = self.phrase(at.from + 1, at.to, at.noun) else { return None };
        Some(Referent::Phrase(format!("{}'s {words}", self.entities.all[owner].name), kind))
    }

    /// The words as they stand, up to the first comma or relative clause.
    fn phrase(&self, from: usize, to: usize, noun: usize) -> Option<Referent> {
        let words = &self.analysis.words.words;
        let classes = self.class(noun);
        let ends = |&i: &usize| {
            i > noun
                && classes & class::DOCUMENT == 0
                && (self.analysis.form(i).shape == Shape::Comma || matches!(self.analysis.words.of(i), "who" | "which"))
        };
        let to = (from + 1..to).find(ends).unwrap_or(to);
        let phrase = self.analysis.words.text.get(words[from].span.start..words[to - 1].span.end)?;
        let kind = if classes & class::DOCUMENT != 0 {
            SpeakerType::Document
        } else if classes & class::UNNAMED != 0 {
            SpeakerType::Unnamed
        } else if classes & class::GROUP != 0 {
            SpeakerType::Group
        } else if classes & (class::ORGANISATION | class::ALIAS) != 0 {
            SpeakerType::Organisation
        } else if classes & class::PLACE != 0 {
            SpeakerType::Place
        } else if self.analysis.lower(noun).ends_with('s') {
            SpeakerType::Group
        } else {
            SpeakerType::Unnamed
        };
        let phrase = phrase.strip_suffix("'s").or_else(|| phrase.strip_suffix("’s")).unwrap_or(phrase);
        let phrase: Vec<&str> = phrase.split_whitespace().take(LONGEST).collect();
        Some(Referent::Phrase(phrase.join(" "), kind))
    }

    /// Whether an organisation is known as an outlet, which reports on others and is seldom "the company".
    pub(super) fn is_outlet(&self, entity: &Entity) -> bool {
        let known = |word: &str| self.gazetteer.get(fold_hash(word), word) & class::OUTLET != 0;
        entity.name.split_whitespace().any(known)
    }

    /// Whether a description names a happening ("the poisoning") or nothing at all ("a stormy"): neither speaks.
    fn is_event(&self, at: Description) -> bool {
        let known = class::GROUP | class::UNNAMED | class::DOCUMENT | class::ORGANISATION | class::ALIAS | class::HUMAN;
        let number = |i: usize| self.analysis.words.of(i).chars().all(|c| c.is_ascii_digit());
        let time = self.class(at.noun) & (class::CALENDAR | class::TIME) != 0;
        if time || number(at.noun) && at.noun > at.from && self.class(at.noun - 1) & class::CALENDAR != 0 {
            return true;
        }
        let noun = |i: usize| matches!(self.analysis.pos[i], Pos::Noun | Pos::Propn | Pos::Pron | Pos::Num | Pos::X);
        let word = self.analysis.lower(at.noun);
        let happens = ["ing", "ness", "ism"].iter().any(|end| word.len() > end.len() + 3 && word.ends_with(end));
        let bare = !(at.from..at.to).any(noun) && self.analysis.pos[at.noun] == Pos::Adj && at.to - at.from <= 2;
        let bare = bare && matches!(self.analysis.words.of(at.from), "a" | "an");
        self.class(at.noun) & (known | class::TITLE) == 0 && (happens && at.end < at.to || bare)
    }

    /// "A former shift supervisor ... . Luke Perry, 48, ...": a lead describes whom the next paragraphs name first.
    fn named_next(&self, at: Description, classes: u32) -> Option<usize> {
        let words = &self.analysis.words.words;
        let person = class::TITLE | class::HUMAN | class::MALE | class::FEMALE;
        let lead = words[at.from].paragraph <= 3 && words[at.from].sentence <= 6;
        if classes & person == 0 || classes & class::DOCUMENT != 0 {
            return None;
        }
        if !lead {
            return self.introduced_next(at);
        }
        let sex = i32::from(classes & class::FEMALE != 0) - i32::from(classes & class::MALE != 0);
        let after = self.entities.mentions.partition_point(|mention| mention.from < at.to);
        let next = self.entities.mentions[after..].iter().take(40).find(|mention| {
            let (from, _) = self.analysis.sentence(self.analysis.sentence_of[mention.from] as usize);
            let entity = &self.entities.all[mention.entity];
            let opens = from > at.to && (from..mention.start).all(|i| !self.analysis.form(i).is_word());
            let described = self.analysis.words.of(mention.to) == ",";
            opens && described && entity.kind == SpeakerType::Person && entity.sex.signum() * sex >= 0
        })?;
        (words[next.from].paragraph <= words[at.from].paragraph + 3).then_some(next.entity)
    }

    /// "A leader of the union said .... “...,” said Dan Hall, its director.": who is named first in the next paragraph, as the
    /// speaker of a quotation, is the one described.
    fn introduced_next(&self, at: Description) -> Option<usize> {
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
        let (from, _) = self.analysis.sentence(self.analysis.sentence_of[next.start] as usize);
        let quoted = (from..next.start).any(|i| self.analysis.quoted[i] != state::OUT)
            || from > 0 && self.analysis.quoted[from - 1] == state::CLOSE;
        (new && speaks && quoted && words[next.from].paragraph == paragraph + 1).then_some(next.entity)
    }

    /// "The source" after "a source close to the talks": the words that brought it into the text.
    fn introduced(&self, at: Description) -> Option<Referent> {
        let person = class::UNNAMED | class::HUMAN | class::MALE | class::FEMALE;
        let classes = self.class(at.noun);
        if at.end - at.from > 3 || classes & (person | class::DOCUMENT) == 0 {
            return None;
        }
        let hash = self.analysis.form(at.noun).hash;
        let article = |i: usize| matches!(self.analysis.words.of(i), "a" | "an" | "A" | "An");
        for noun in (at.from.saturating_sub(INTRODUCED)..at.from).rev() {
            if self.analysis.form(noun).hash != hash || self.analysis.quoted[noun] != state::OUT {
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
            if to > noun + 1 || classes & class::DOCUMENT == 0 {
                return self.phrase(from + 1, to, noun);
            }
        }
        None
    }

    /// The entity whose roles fit the description best, the nearest before of equals.
    fn by_role(&self, at: Description, classes: u32, seen: Seen) -> Option<usize> {
        let head = self.gazetteer.role(self.analysis.form(at.noun).hash);
        let kinds = self.gazetteer.kinds(head);
        let modifiers: Vec<u64> = (at.from + 1..at.noun).map(|i| self.analysis.form(i).hash).collect();
        let before = self.entities.mentions.partition_point(|mention| mention.from < at.from);
        let spoken = |entity: usize| seen.last.is_some_and(|(_, referent)| referent.entity() == Some(entity));
        // "the prosecutor's office" is not just any body.
        let owned = (at.from..at.noun).any(|i| matches!(self.analysis.words.of(i), "'s" | "’s" | "'" | "’"));
        let mut best: Option<(f32, usize)> = None;
        for (distance, mention) in self.entities.mentions[..before].iter().rev().take(200).enumerate() {
            let entity = &self.entities.all[mention.entity];
            let same = entity.roles.contains(&head);
            let kind = kinds.iter().any(|kind| entity.roles.contains(kind));
            let body = entity.kind == SpeakerType::Organisation;
            let alias = classes & class::ALIAS != 0
                && body
                && (same || kind || !mention.quoted && !owned && at.to == at.end && !self.is_outlet(entity));
            let fits = same || kind && body;
            if !fits && !alias || mention.quoted && !spoken(mention.entity) {
                continue;
            }
            let known = modifiers.iter().filter(|word| entity.roles.contains(word)).count() as f32;
            let score = if fits { 4.0 } else { 0.0 } + 1.5 * known - 0.05 * distance as f32
                + f32::from(u8::from(mention.subject))
                + if spoken(mention.entity) { 2.0 } else { 0.0 }
                + if alias { (entity.mentions as f32).ln() } else { 0.0 };
            if best.is_none_or(|(top, _)| score > top) {
                best = Some((score, mention.entity));
            }
        }
        best.map(|(_, entity)| entity)
    }

    /// "NATO chief" in a heading: whom the text gives that title with that word beside it, before or after.
    pub(super) fn titled(&self, from: usize, noun: usize) -> Option<usize> {
        let head = self.gazetteer.role(self.analysis.form(noun).hash);
        let fits = |roles: &std::collections::HashSet<u64>| {
            let title = roles.contains(&head) || self.gazetteer.kinds(head).iter().any(|kind| roles.contains(kind));
            title
                && (from..noun).all(|i| {
                    let word = self.analysis.lower(i);
                    roles.contains(&fold_hash(&word)) || word.split('-').any(|part| roles.contains(&fold_hash(part)))
                })
        };
        let people =
            self.entities.all.iter().take(2000).enumerate().filter(|(_, entity)| entity.kind == SpeakerType::Person);
        people.filter(|(_, entity)| fits(&entity.roles)).max_by_key(|(_, entity)| entity.mentions).map(|(at, _)| at)
    }
}
