//! What a pronoun refers to: agreement in sex and number, recency, subjects before other words, the speaker before.
//!
//! The preferences are those of Lappin and Leass, "An Algorithm for Pronominal Anaphora Resolution" (Computational
//! Linguistics 20, 1994), with what is particular to reported speech: who spoke before goes on speaking, what others say
//! counts less than what the article tells, and nobody calls himself by his name in his own words.

use super::pronouns::Pronoun;
use crate::claims::attribution::analysis::state;
use crate::claims::speakers::is_calendar;
use crate::claims::speakers::names::entities::Mention;
use crate::claims::speakers::sources::resolve::{Referent, Resolver, Seen};
use crate::claims::speakers::sources::small_words::OF;
use crate::claims::speakers::sources::untagged::is_plain;
use crate::claims::speakers::words::class;
use crate::claims::types::SpeakerType;
use crate::learn::form::fold_hash;
use crate::text::pos::Pos;

/// Stretches of the year, and parts of the day.
const SEASONS: &[&str] =
    &["spring", "summer", "autumn", "winter", "year", "month", "week", "morning", "afternoon", "evening", "night"];

impl Resolver<'_> {
    pub(crate) fn pronoun(&self, at: usize, pronoun: Pronoun, seen: Seen) -> Option<Referent> {
        match pronoun {
            Pronoun::Male => self.he_or_she(at, -1, seen),
            Pronoun::Female => self.he_or_she(at, 1, seen),
            Pronoun::Relative => {
                if let Some(found) = self.not_another(at, seen).or_else(|| self.described_before(at, seen)) {
                    return Some(found);
                }
                let place = |mention: &Mention| {
                    let led = mention.start.checked_sub(1).is_some_and(|before| self.among(before, OF));
                    is_plain(self.language) && led && self.entities.all[mention.entity].kind == SpeakerType::Place
                };
                let named = self.before(at).find(|mention| mention.to <= at && at - mention.to <= 12);
                let named = named.filter(|mention| !place(mention));
                let spoke = |&(place, _): &(usize, _)| {
                    self.analysis.sentence_of[place] == self.analysis.sentence_of[at] && place <= at
                };
                let named = named.map(|mention| Referent::Entity(mention.entity));
                named.or_else(|| seen.last.filter(spoke).map(|(_, referent)| referent.clone()))
            }
            Pronoun::Plural | Pronoun::Thing => self.body_before(at, pronoun == Pronoun::Plural, seen),
        }
    }

    /// "The mayor of Hagenau, who said": the phrase that the clause describes, where no name alone stands before it.
    fn described_before(&self, at: usize, seen: Seen) -> Option<Referent> {
        let (from, _) = self.sentence_at(at);
        let mut end = at - usize::from(at > from && self.analysis.words.of(at - 1) == ",");
        if self.language != "en" || end <= from {
            return None;
        }
        let phrase = |end: usize| (from..end).rev().take(14).take_while(|&i| self.nominal(i)).last();
        let mut start = phrase(end)?;
        // "by a clerk in the autumn of 2023, who saw": when it was sees nothing.
        let time = |i: usize| {
            let calendar = is_calendar("en", self.analysis.form(i).hash, self.analysis.words.of(i));
            calendar || self.is(i, SEASONS)
        };
        let led = start.checked_sub(1).filter(|&led| led > from && self.pos(led) == Pos::Adp && self.is(at, &["who"]));
        if let Some(led) = led.filter(|_| (start..end).any(time) && self.entities.inside(start, end).is_empty()) {
            end = led;
            start = phrase(end)?;
        }
        let person = |mention: &Mention| self.is_person(mention.entity);
        let mentions = self.entities.inside(start, end);
        let apposed = self.before(start).next().filter(|mention| mention.to + 1 == start && person(mention));
        // "Police, who said": a noun that has its capital from the head of the sentence.
        let opens = end == from + 1 && self.pos(from) == Pos::Noun && !self.entities.covers(from);
        let small = opens
            || !self.analysis.form(end - 1).is_capital()
            || mentions.iter().any(|mention| mention.from > start + 1);
        let led = |mention: &&Mention| mention.from > start && self.pos(mention.from - 1) == Pos::Adp;
        if mentions.iter().filter(|mention| !led(mention)).any(person) || apposed.is_some() || !small {
            return None;
        }
        self.source((start, end), seen)
    }

    /// "they" and "it": who spoke before if the number fits, else the organisation named last.
    fn body_before(&self, at: usize, plural: bool, seen: Seen) -> Option<Referent> {
        if plural && let Some(many) = self.many_before(at, 0) {
            return Some(many);
        }
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
        if plural && let Some(many) = self.pair_before(at).or_else(|| self.many_before(at, 1)) {
            return Some(many);
        }
        if !plural && let Some(document) = self.document_before(at, seen) {
            return Some(document);
        }
        let person = |referent: &Referent| referent.entity().is_some_and(|entity| self.is_person(entity));
        if !plural && let Some(own) = self.subject_said(at, seen).filter(|own| !person(own)) {
            return Some(own);
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

    /// "Ann Berg and Paul Lund wrote to staff. They said": two that open the sentence before.
    fn pair_before(&self, at: usize) -> Option<Referent> {
        let sentence = self.analysis.sentence_of[at] as usize;
        if is_plain(self.language) {
            return None;
        }
        (0..=sentence.min(2)).find_map(|back| {
            let (from, to) = self.analysis.sentence(sentence - back);
            let people: Vec<&Mention> = self
                .entities
                .inside(from, to.min(at))
                .iter()
                .filter(|mention| self.is_person(mention.entity) && !mention.quoted)
                .take(2)
                .collect();
            let first = people.first()?;
            // "Anita Rao and her colleagues studied"
            let own = matches!(self.analysis.words.of(first.to + 1), "his" | "her" | "their");
            let verb = matches!(self.analysis.words.of(first.to), "and") && first.subject && own;
            if verb && self.near(first.from, at) {
                let noun = |i: &usize| matches!(self.analysis.pos[*i], Pos::Adj | Pos::Noun);
                let end = (first.to + 2..to.min(first.to + 6)).take_while(noun).last()? + 1;
                return Some(self.with_others(first, end));
            }
            let second = people.get(1)?;
            let joined = |i: usize| matches!(self.analysis.words.of(i), "and" | "und");
            let verb = (from..second.from).any(|i| matches!(self.analysis.pos[i], Pos::Verb | Pos::Aux));
            let pair = first.entity != second.entity
                && !verb
                && (first.to..second.start).any(joined)
                && self.near(first.from, at);
            pair.then(|| self.together(&[first.entity, second.entity]))
        })
    }

    /// The two people of the sentence before, if it names two and no more.
    fn two_before(&self, at: usize) -> Option<Referent> {
        let before = (self.analysis.sentence_of[at] as usize).checked_sub(1)?;
        let (from, to) = self.analysis.sentence(before);
        let mut people: Vec<usize> = Vec::new();
        for mention in self.entities.inside(from, to).iter().take(40) {
            if self.is_person(mention.entity) && !mention.quoted && !people.contains(&mention.entity) {
                people.push(mention.entity);
            }
        }
        (people.len() == 2 && self.near(from, at)).then(|| self.together(&people))
    }

    /// "The amendment was ratified in 1868. “...,” it reads": what is written and opens a sentence before.
    fn document_before(&self, at: usize, seen: Seen) -> Option<Referent> {
        let cue = seen.cue?;
        let reads = |i: usize| matches!(self.analysis.lower(i).as_str(), "reads" | "read" | "states" | "stated");
        if self.language != "en" || !(cue.0..cue.1).any(reads) {
            return None;
        }
        let sentence = self.analysis.sentence_of[at] as usize;
        (0..=sentence.min(4)).find_map(|back| {
            let (from, to) = self.analysis.sentence(sentence - back);
            let open =
                |i: &usize| matches!(self.analysis.pos[*i], Pos::Det | Pos::Adj | Pos::Noun | Pos::Propn | Pos::Num);
            let first = (from..to.min(at)).find(|&i| self.analysis.form(i).is_word() && !seen.says(i))?;
            let end = (first..to.min(at).min(first + 8)).take_while(open).last()? + 1;
            let document = self.class(end - 1) & class::DOCUMENT != 0;
            let skip = usize::from(self.analysis.pos[first] == Pos::Det && first + 1 < end);
            document.then(|| self.phrase(first + skip, end, end - 1)).flatten()
        })
    }

    /// "Both", "many", "another": of whom the text speaks.
    pub(crate) fn quantified(&self, at: usize, seen: Seen) -> Option<Referent> {
        let word = self.analysis.lower(at);
        let one = match word.as_str() {
            "both" | "beide" => {
                let mut pair: Vec<usize> = Vec::new();
                for &(place, entity, _) in seen.speakers().filter(|speaker| speaker.0 < at).take(6) {
                    if self.near(place, at) && !pair.contains(&entity) && pair.len() < 2 {
                        pair.insert(0, entity);
                    }
                }
                return if pair.len() == 2 {
                    Some(self.together(&pair))
                } else {
                    self.pair_before(at).or_else(|| self.two_before(at))
                };
            }
            "another" => true,
            "all" | "some" | "many" | "most" | "several" | "few" | "others" => false,
            _ => return None,
        };
        if self.language != "en" {
            return None;
        }
        let from = at.saturating_sub(80);
        let person = class::PERSON | class::UNNAMED | class::GROUP;
        let noun = (from..at).rev().find(|&i| {
            let word = self.analysis.lower(i);
            let singular = word.strip_suffix('s').filter(|singular| singular.len() > 2);
            let plural = || self.gazetteer.get(fold_hash(&format!("{word}s")), &word) & class::GROUP != 0;
            let many = self.class(i) & class::GROUP != 0
                || singular.is_some_and(|singular| self.gazetteer.get(fold_hash(singular), singular) & person != 0);
            let known = if one { (self.class(i) & person != 0 || plural()) && !many } else { many };
            let number = i > 0 && matches!(self.analysis.words.of(i - 1), "one" | "One" | "a" | "A");
            self.analysis.pos[i] == Pos::Noun
                && known
                && (!one || number)
                && self.analysis.quoted[i] == state::OUT
                && self.near(i, at)
        });
        let Some(noun) = noun else {
            return (!one).then_some(Referent::Phrase(word, SpeakerType::Group));
        };
        let first = (noun.saturating_sub(3)..noun)
            .rev()
            .take_while(|&i| matches!(self.analysis.pos[i], Pos::Adj | Pos::Noun))
            .last()
            .filter(|_| !one)
            .unwrap_or(noun);
        let words = &self.analysis.words.words;
        let noun = self.analysis.words.text.get(words[first].span.start..words[noun].span.end)?;
        let word = if word == "others" { "other" } else { &word };
        let kind = if one { SpeakerType::Unnamed } else { SpeakerType::Group };
        Some(Referent::Phrase(format!("{word} {noun}"), kind))
    }

    /// "Consumers spend less, but they still want treats": the plural that opens the sentence, or the one before.
    fn many_before(&self, at: usize, sentences: usize) -> Option<Referent> {
        if self.language != "en" {
            return None;
        }
        let sentence = self.analysis.sentence_of[at] as usize;
        (0..=sentence.min(sentences)).find_map(|back| {
            let (from, to) = self.analysis.sentence(sentence - back);
            let first = (from..to.min(at)).find(|&i| self.analysis.form(i).is_word())?;
            let open = |i: usize| matches!(self.analysis.pos[i], Pos::Det | Pos::Adj | Pos::Noun | Pos::Num);
            let end = (first..at.min(first + 6)).find(|&i| !open(i))?;
            // "Residents of Clay Street met"
            let inner = |i: usize| {
                matches!(self.analysis.pos[i], Pos::Det | Pos::Adj | Pos::Noun | Pos::Propn | Pos::Num | Pos::Adp)
            };
            let last = if self.analysis.pos[end] == Pos::Adp {
                (end..at.min(end + 7)).find(|&i| !inner(i)).unwrap_or(end)
            } else {
                end
            };
            let verb = matches!(self.analysis.pos[last], Pos::Verb | Pos::Aux | Pos::Adv);
            let noun = end.checked_sub(1).filter(|&noun| noun >= first && verb && self.near(noun, at))?;
            let many = self.analysis.pos[noun] == Pos::Noun
                && (self.class(noun) & class::GROUP != 0 || self.analysis.lower(noun).ends_with('s'))
                && self.class(noun) & class::TIME == 0;
            let skip = usize::from(matches!(self.analysis.lower(first).as_str(), "the" | "these") && first < noun);
            let words = &self.analysis.words.words;
            let text = self.analysis.words.text.get(words[first + skip].span.start..words[last - 1].span.end)?;
            many.then(|| Referent::Phrase(text.to_owned(), SpeakerType::Group))
        })
    }

    /// Mentions before word `at`, the nearest first.
    pub(crate) fn before(&self, at: usize) -> impl Iterator<Item = &Mention> {
        let count = self.entities.mentions.partition_point(|mention| mention.from < at);
        self.entities.mentions[..count].iter().rev()
    }

    /// Same paragraph or the one after.
    pub(crate) fn near(&self, a: usize, b: usize) -> bool {
        let words = &self.analysis.words.words;
        words[a].paragraph.abs_diff(words[b].paragraph) <= 1
    }
}
