//! Names of outlets, firms and other bodies: what opens with the word for a broadcaster, what other words of a name or words beside it
//! say that it is no person.

use std::collections::HashMap;

use super::entities::{Entities, Entity, MANY};
use super::found::BODY;
use crate::claims::attribution::analysis::{Analysis, state};
use crate::claims::speakers::sources::small_words::OF;
use crate::claims::speakers::sources::untagged::is_plain;
use crate::claims::speakers::words::{Gazetteer, Known, class};
use crate::claims::types::SpeakerType;
use crate::learn::form::{Shape, fold_hash};
use crate::text::pos::Pos;

/// "Radio Lyn", "Channel 4": what opens with the word for a broadcaster is one, whatever first name it bears; who works there has
/// a title, or is named in full behind it.
pub(crate) fn is_station(analysis: &Analysis, gazetteer: &Known, start: usize, end: usize) -> bool {
    let is = |i: usize, class: u32| gazetteer.at(i) & class != 0;
    let opens = is(start, class::STATION) && end > start + 1;
    let numbered = analysis.form(start + 1).shape == Shape::Number || analysis.pos.get(start + 1) == Some(&Pos::Num);
    let titled = (start..end).any(|i| is(i, class::TITLE) && !is(i, BODY));
    // "Channel Islands" is no broadcaster.
    let named = is(start, class::ORGANISATION) && !titled && end <= start + 3;
    opens && (numbered || named)
}

/// Two capitals or more: "NATO", "NAtO", "CAAN".
pub(crate) fn is_acronym(word: &str) -> bool {
    let capitals = word.chars().filter(|c| c.is_uppercase()).count();
    capitals >= 2 && capitals * 2 > word.chars().filter(|c| c.is_alphabetic()).count()
}

/// Whether a word of a name is one of outlets' names, or a Dutch compound of one: "Polderse Sportblad".
pub(crate) fn is_outlet_name(gazetteer: &Gazetteer, name: &str) -> bool {
    const PAPERS: &[&str] = &["blad", "krant", "courant", "omroep"];
    let paper = || gazetteer.language == "nl" && PAPERS.iter().any(|end| name.to_lowercase().ends_with(end));
    paper()
        || name
            .split_whitespace()
            .any(|word| gazetteer.get(fold_hash(word), word) & (class::OUTLET | class::STATION) != 0)
}

/// "The state news agency Sana reported": in English a noun for a body stands right before its name; two names and more behind it
/// may be who works there.
pub(crate) fn is_announced_body(analysis: &Analysis, gazetteer: &Known, start: usize, count: usize) -> bool {
    let noun = start.checked_sub(1).filter(|&noun| analysis.sentence_at(start).0 <= noun);
    let first = gazetteer.is_first_name(start);
    // "la empresa Minera Sur"; but "el jefe de la policía Ruiz", and "директор завода Белов" by its case.
    let kind = |noun: usize| {
        let classes = gazetteer.at(noun);
        let body = classes & (class::ALIAS | class::ORGANISATION) != 0 && classes & class::PERSON == 0;
        let led = (noun.saturating_sub(2)..noun).any(|i| OF.contains(&analysis.lower(i).replace('’', "'").as_str()));
        body && !led && analysis.form(noun).shape == Shape::Lower
    };
    if is_plain(gazetteer.language) && gazetteer.language != "ru" {
        return (count == 1 || !first) && noun.is_some_and(kind);
    }
    gazetteer.language == "en"
        && (count == 1 || !first)
        && noun.is_some_and(|noun| {
            let small = analysis.form(noun).shape == Shape::Lower && analysis.pos[noun] == Pos::Noun;
            small && gazetteer.at(noun) & class::APPOSED != 0
        })
}

/// "the Attorney | 's Office", "the Women | 's Institute": a body by whose it is.
pub(crate) fn is_owned_body(analysis: &Analysis, gazetteer: &Known, at: usize) -> bool {
    let owner = class::PERSON | class::GROUP;
    let body = gazetteer.at(at + 1) & (class::ORGANISATION | class::STATION | class::OUTLET) == class::ORGANISATION;
    matches!(analysis.words.of(at), "'s" | "’s")
        && at > 0
        && gazetteer.at(at - 1) & owner != 0
        && body
        && analysis.form(at + 1).is_capital()
}

impl Entities {
    /// "LN" in a text on Live Nation: letters that begin the words of one organisation and of no other.
    pub(crate) fn join_initials(&mut self) {
        let letters = |entity: &Entity| {
            let single = entity.words.len() == 1 && (2..=5).contains(&entity.name.chars().count());
            let upper = entity.name.chars().all(char::is_uppercase);
            let kind = !matches!(entity.kind, SpeakerType::Person | SpeakerType::Place);
            single && upper && kind && entity.short.is_none()
        };
        let mut known: HashMap<String, Vec<usize>> = HashMap::new();
        for (at, entity) in self.all.iter().enumerate().take(MANY) {
            if entity.words.len() > 1 && !matches!(entity.kind, SpeakerType::Person | SpeakerType::Place) {
                known.entry(entity.words.iter().filter_map(|word| word.chars().next()).collect()).or_default().push(at);
            }
        }
        let mut joined = HashMap::new();
        for (at, entity) in self.all.iter().enumerate().take(MANY).filter(|(_, entity)| letters(entity)) {
            if let Some([full]) = known.get(&entity.words[0]).map(Vec::as_slice) {
                joined.insert(at, *full);
            }
        }
        for (&short, &full) in &joined {
            self.all[full].short = Some(self.all[short].name.clone());
        }
        for mention in &mut self.mentions {
            mention.entity = joined.get(&mention.entity).copied().unwrap_or(mention.entity);
        }
    }

    /// "Nordline said no. The company": the one name that was taken for a person, where the text names no other body before.
    pub(crate) fn find_firms(&mut self, analysis: &Analysis, gazetteer: &Known) {
        let article = |i: usize| matches!(analysis.words.of(i), "the" | "The");
        let firm = |i: &usize| article(*i - 1) && gazetteer.at(*i) & class::BUSINESS != 0;
        let alone = |i: &usize| analysis.quoted[*i] == state::OUT && !analysis.form(*i + 1).is_capital();
        let Some(at) = (1..analysis.len().saturating_sub(1)).filter(firm).find(alone) else { return };
        let before = self.mentions.partition_point(|mention| mention.from < at);
        let known = &self.mentions[before.saturating_sub(MANY)..before];
        if known.iter().any(|mention| self.all[mention.entity].kind == SpeakerType::Organisation) {
            return;
        }
        let Some(name) = known.iter().rev().find(|mention| self.all[mention.entity].is_unproven()) else { return };
        let pronoun = |i: usize| matches!(analysis.lower(i).as_str(), "he" | "she" | "his" | "her" | "him");
        if !(name.from..at).any(pronoun) {
            self.all[name.entity].kind = SpeakerType::Organisation;
        }
    }
}
