//! Who and what a document names: mentions joined to entities, with the roles that stand beside their names.

use std::collections::{HashMap, HashSet};

use super::found::{Name, find_names};
use super::german::{is_german_apposition, is_german_noun, is_led};
pub(crate) use super::identity::MANY;
use super::identity::{
    bearers, classes_of, cut_nouns, family_name, folded_words, is_borne, is_fuller, named_in_part, same_name,
    shown_sex, straighter, surface,
};
use super::members::{is_described, is_member};
use super::namesakes::{is_introduced, is_kin};
use super::roles::{collect_roles, german_subject, has_pronoun, leads, speaks};
use super::things::{hold_numbers, key, things};
use super::unspoken::leave_unspoken;
use super::voices::voices;
use crate::claims::attribution::analysis::{Analysis, state};
use crate::claims::speakers::meant::bearers::{Meant, Seen, meant};
use crate::claims::speakers::meant::sides::side;
use crate::claims::speakers::sources::untagged::{is_plain_name, is_set_off};
use crate::claims::speakers::words::{Known, class, fold};
use crate::claims::types::SpeakerType;
use crate::learn::form::fold_hash;
use crate::text::pos::Pos;

/// Somebody or something that the document names.
#[derive(Debug, Clone)]
pub(crate) struct Entity {
    /// The fullest name.
    pub name: String,
    pub kind: SpeakerType,
    /// Positive for women, negative for men.
    pub sex: i32,
    /// Hashes of words that describe it: "russian", "deputy", "minister".
    pub roles: HashSet<u64>,
    /// Those of them that say what it is: the mayor's spokesman is no mayor.
    heads: HashSet<u64>,
    /// Whether a title or a trade is known of somebody, and whether an age is.
    pub calling: bool,
    pub aged: bool,
    /// Those titles and trades that exclude others: a mayor is no nurse, though he may be an expert.
    pub callings: HashSet<u64>,
    /// Words of an office that set it apart from others: "foreign", "finance".
    pub offices: HashSet<u64>,
    /// Positive for those who speak for others before a court, negative for those they speak for, or who are accused.
    pub side: i32,
    /// Names of what it is the head or the mayor of.
    pub complements: HashSet<u64>,
    /// Whether "Ms" or "spokesman" says of what sex it is.
    pub addressed: bool,
    /// Whether words beside its name say that it is no business.
    pub public: bool,
    /// Whether they say that it is one.
    pub business: bool,
    /// Whether they say that it is a body of some kind.
    pub body: bool,
    /// Another short name: the acronym that the text gives.
    pub short: Option<String>,
    /// How often it is named.
    pub mentions: usize,
    /// How much shows that this is a person: a first name, a title, an age, words that it speaks.
    pub evidence: u32,
    pub(crate) words: Vec<String>,
}

impl Entity {
    fn new(kind: SpeakerType) -> Self {
        Self {
            name: String::new(),
            kind,
            sex: 0,
            roles: HashSet::new(),
            heads: HashSet::new(),
            calling: false,
            aged: false,
            callings: HashSet::new(),
            offices: HashSet::new(),
            side: 0,
            complements: HashSet::new(),
            addressed: false,
            public: false,
            business: false,
            body: false,
            short: None,
            mentions: 0,
            evidence: 0,
            words: Vec::new(),
        }
    }

    /// Notes a word that describes it; `head` says that it is one.
    pub fn describe(&mut self, role: u64, head: bool) {
        self.roles.insert(role);
        if head {
            self.heads.insert(role);
        }
    }

    /// Whether nothing but that it speaks makes a person of a single name.
    pub(crate) fn is_unproven(&self) -> bool {
        // "Norrin Ferries"
        let many =
            self.words.len() == 2 && self.words[1].ends_with('s') && !self.words[1].ends_with("ss") && !self.aged;
        self.kind == SpeakerType::Person && (self.words.len() == 1 || many) && self.sex == 0 && !self.calling
    }

    /// Whether it is what the word says.
    pub fn is(&self, role: u64) -> bool {
        self.heads.contains(&role)
    }
}

/// Where an entity is named.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Mention {
    pub entity: usize,
    pub from: usize,
    pub to: usize,
    /// First word with titles.
    pub start: usize,
    /// Followed by a verb, or first in its sentence.
    pub subject: bool,
    /// Inside a quotation.
    pub quoted: bool,
}

/// All entities of a document and where they stand, in order.
#[derive(Debug, Default)]
pub(crate) struct Entities {
    pub all: Vec<Entity>,
    pub mentions: Vec<Mention>,
}

impl Entities {
    /// Reads a document; `nouns_capital` says that a capital alone makes no name, as in German.
    pub fn new(analysis: &Analysis, gazetteer: &Known, tagged: bool, nouns_capital: bool) -> Self {
        let mut names = find_names(analysis, gazetteer, tagged);
        leave_unspoken(analysis, gazetteer, tagged, &mut names);
        if nouns_capital {
            cut_nouns(analysis, gazetteer, &mut names);
        } else if tagged {
            hold_numbers(analysis, gazetteer, &mut names);
        }
        let things = if tagged { things(analysis, gazetteer, &names) } else { HashSet::new() };
        let mut this = Self::default();
        let mut place: Vec<Option<usize>> = vec![None; names.len()];
        let mut by_last: HashMap<String, Vec<usize>> = HashMap::new();
        let folded: Vec<Vec<String>> = names.iter().map(|name| folded_words(analysis, gazetteer, name)).collect();
        // German nouns have capitals too, but stand behind articles: "Thema Kinder" is nobody, if the text has "die Kinder".
        let body = |at: usize| gazetteer.at(at) & (class::ORGANISATION | class::ALIAS) != 0;
        let noun = |name: &&Name| nouns_capital && is_led(analysis, name.start) && !body(name.start);
        let nouns: HashSet<String> =
            names.iter().filter(noun).map(|name| fold(analysis.words.of(name.start))).collect();
        let single = |words: &&Vec<String>| words.len() == 1 && !nouns.contains(&words[0]);
        // "Local 90" is one of many locals, and nobody's family name.
        let counted = |name: &Name| tagged && analysis.pos.get(name.to) == Some(&Pos::Num);
        let alone = names.iter().zip(&folded).filter(|(name, _)| !counted(name)).map(|(_, words)| words);
        let singles: HashSet<&str> = alone.filter(single).map(|words| words[0].as_str()).collect();
        // Names of several words first: the short ones refer to them.
        for (at, name) in names.iter().enumerate().filter(|&(at, _)| folded[at].len() > 1) {
            let words = &folded[at];
            let Some(last) = family_name(words) else { continue };
            // "Texte von den Studierenden" is nobody's name, "Ursula von der Heide" is.
            let apposed = name.kind.is_none() && is_german_apposition(analysis, gazetteer, name);
            let linked = (name.from..name.to).any(|i| !analysis.form(i).is_capital() && analysis.form(i).is_word());
            if nouns_capital && name.kind.is_none() && !apposed && (linked || !singles.contains(last)) {
                continue;
            }
            let thing = nouns_capital && name.sex == 0 && words.iter().any(|word| is_german_noun(word))
                || things.contains(&key(words));
            let person = !thing && (name.kind == Some(SpeakerType::Person) || apposed)
                || !thing
                    && (name.kind.is_none()
                        && words.len() <= 4
                        && (singles.contains(last)
                            || speaks(analysis, name, gazetteer.language)
                            || is_plain_name(analysis, gazetteer, name)
                            || tagged
                                && (has_pronoun(analysis, name)
                                    || is_introduced(analysis, gazetteer, name)
                                    || is_described(analysis, gazetteer, name)
                                    || is_member(analysis, gazetteer, name))));
            let kind = if person { SpeakerType::Person } else { name.kind.unwrap_or(SpeakerType::Organisation) };
            // "the Daily Post Berg said": a full stop is lost before the family name of somebody known.
            let glued = name.kind.is_none()
                && name.start > 0
                && words.len() > 2
                && analysis.words.of(name.start - 1).eq_ignore_ascii_case("the");
            let known = by_last.get(last).and_then(|list| {
                let person = |known: &usize| this.all[*known].kind == SpeakerType::Person;
                let mut list = list.iter().rev().take(64).copied();
                if glued {
                    return list.find(person);
                }
                let part = |known: &usize| named_in_part(&this.all[*known], words, name);
                list.clone().find(|&known| same_name(&this.all[known], words, kind)).or_else(|| list.find(part))
            });
            if let Some(entity) = known.filter(|_| glued) {
                place[at] = Some(entity);
                continue;
            }
            let entity = known.unwrap_or_else(|| {
                this.all.push(Entity::new(kind));
                by_last.entry(last.to_owned()).or_default().push(this.all.len() - 1);
                this.all.len() - 1
            });
            let record = &mut this.all[entity];
            if is_fuller(words, &record.words, gazetteer) {
                record.words.clone_from(words);
                record.name = surface(analysis, gazetteer, name);
            } else if let Some(form) = straighter(analysis, gazetteer, name, record, words.len()) {
                (record.name, record.sex) = (form, 0);
            }
            record.sex += shown_sex(analysis, gazetteer, name, record);
            place[at] = Some(entity);
        }
        // First names stand for their bearer where there is only one.
        let mut by_first: HashMap<String, Option<usize>> = HashMap::new();
        for (at, entity) in this.all.iter().enumerate().filter(|(_, entity)| entity.kind == SpeakerType::Person) {
            let Some(first) = entity.words.first() else { continue };
            by_first.entry(first.clone()).and_modify(|bearer| *bearer = None).or_insert(Some(at));
        }
        // "Meyer Group Ltd" is "Meyer": all after the first word says what kind of body it is.
        let mut by_body: HashMap<String, Option<usize>> = HashMap::new();
        let told = names.iter().zip(&place).filter(|(name, _)| tagged && speaks(analysis, name, gazetteer.language));
        let heard: HashSet<usize> = told.filter_map(|(_, entity)| *entity).collect();
        for (at, entity) in this.all.iter().enumerate().filter(|(_, entity)| entity.kind == SpeakerType::Organisation) {
            let Some((first, rest)) = entity.words.split_first() else { continue };
            let classes = gazetteer.get(fold_hash(first), first);
            let common = class::PLACE | class::DEMONYM | class::TITLE | class::ORGANISATION;
            let kind = |word: &String| gazetteer.get(fold_hash(word), word) & class::ORGANISATION != 0;
            // "Corvane Therapeutics said" is "Corvane" in English, where the word is known as nothing else.
            let rare = tagged && classes == 0 && rest.len() == 1 && heard.contains(&at);
            if classes & common == 0 && !rest.is_empty() && (rare || rest.iter().all(kind)) {
                by_body.entry(first.clone()).and_modify(|bearer| *bearer = None).or_insert(Some(at));
            }
        }
        let mut single: HashMap<String, usize> = HashMap::new();
        let voiced = voices(analysis, &names, &folded, tagged);
        let shown = |name: &Name| name.sex != 0 || speaks(analysis, name, gazetteer.language);
        for (at, name) in names.iter().enumerate().filter(|&(at, _)| folded[at].len() == 1) {
            let word = &folded[at][0];
            // A family name says nothing of the sex, even where others bear it as their first name.
            let titled = name.start < name.from || name.sex.abs() > 2;
            let family_sex = if titled { name.sex } else { 0 };
            let classes = classes_of(analysis, gazetteer, name, word);
            let kind_of_body = classes & class::ORGANISATION != 0;
            let borne = |list: &[usize]| tagged && is_borne(&this.all, list, analysis, name);
            let family = by_last.get(word).filter(|list| !kind_of_body || borne(list));
            let family = family.map_or(Vec::new(), |list| bearers(&this.all, list, analysis, gazetteer, name));
            let seen = Seen { analysis, language: gazetteer.language, names: &names, place: &place, at };
            let meant = meant(&this.all, &family, family_sex, seen);
            let unclear = meant == Some(Meant::Unclear);
            let by_family = meant.and_then(Meant::one);
            let by_first = || by_first.get(word).copied().flatten();
            let known = || by_first().or_else(|| by_body.get(word).copied().flatten()).filter(|_| !unclear);
            let entity = by_family.or_else(known).or_else(|| single.get(word).copied());
            let common = kind_of_body && classes & class::ALIAS != 0;
            if entity.is_none() && !unclear && nouns_capital && name.sex == 0 && (name.kind.is_none() || common) {
                continue;
            }
            let entity = entity.unwrap_or_else(|| {
                let named = voiced.get(word.as_str()).is_some_and(|voice| voice.is_person())
                    || shown(name)
                    || is_kin(analysis, gazetteer, name);
                let person = unclear || name.kind.is_none() && named && !things.contains(word);
                let kind = name.kind.filter(|_| !unclear).unwrap_or(if person {
                    SpeakerType::Person
                } else {
                    SpeakerType::Organisation
                });
                // Of whom nobody knows which of two people he is, that he is a person is known.
                let (name, words) = (surface(analysis, gazetteer, name), vec![word.clone()]);
                this.all.push(Entity { name, words, calling: unclear, ..Entity::new(kind) });
                single.insert(word.clone(), this.all.len() - 1);
                this.all.len() - 1
            });
            if let Some(form) = straighter(analysis, gazetteer, name, &this.all[entity], 1) {
                this.all[entity].name = form;
            }
            this.all[entity].sex += if by_family.is_some() { family_sex } else { name.sex };
            place[at] = Some(entity);
        }
        for (name, entity) in names.iter().zip(&place) {
            let Some(entity) = *entity else { continue };
            this.all[entity].mentions += 1;
            this.all[entity].addressed |= name.sex.abs() > 2;
            this.all[entity].evidence += u32::from(name.sex != 0)
                + u32::from(name.start < name.from)
                + u32::from(speaks(analysis, name, gazetteer.language));
            collect_roles(analysis, gazetteer, name, &mut this.all[entity]);
            this.all[entity].side += side(analysis, gazetteer, name);
            let next = analysis.pos.get(name.to).copied();
            let (from, _) = analysis.sentence_at(name.from);
            this.mentions.push(Mention {
                entity,
                from: name.from,
                to: name.to,
                start: name.start,
                subject: matches!(next, Some(Pos::Verb | Pos::Aux))
                    || name.start <= from + 2 && next != Some(Pos::Noun)
                    || leads(analysis, name, from)
                    || nouns_capital && german_subject(analysis, name, from)
                    || is_set_off(analysis, gazetteer.language, name),
                quoted: analysis.quoted[name.from] == state::IN,
            });
        }
        this.join_acronyms(analysis);
        if tagged {
            this.join_initials();
        }
        // "Nordline, the operator, denied it": what speaks is no person where the text says that it is a body.
        for entity in this.all.iter_mut().filter(|entity| entity.body && entity.is_unproven()) {
            entity.kind = SpeakerType::Organisation;
        }
        if gazetteer.language == "en" {
            this.find_firms(analysis, gazetteer);
        }
        this
    }

    /// What pronouns show of the sex of those whose names do not, one number an entity: in a sentence that names one person
    /// alone, "his" or "she" behind the name is that person's, unless it stands in what somebody says.
    pub fn shown_sex(&self, analysis: &Analysis, sex: impl Fn(usize) -> i32) -> Vec<i32> {
        let mut shown = vec![0; self.all.len()];
        let mut at = 0;
        while at < self.mentions.len() {
            let sentence = analysis.sentence_of[self.mentions[at].from];
            let next =
                at + self.mentions[at..].partition_point(|mention| analysis.sentence_of[mention.from] == sentence);
            let people =
                self.mentions[at..next].iter().filter(|mention| self.all[mention.entity].kind == SpeakerType::Person);
            let mut entities: Vec<usize> = people.clone().map(|mention| mention.entity).collect();
            entities.dedup();
            if let ([only], Some(first)) = (&entities[..], people.clone().find(|mention| !mention.quoted)) {
                let (_, end) = analysis.sentence(sentence as usize);
                let mut outside = (first.to..end).filter(|&i| analysis.quoted[i] == state::OUT).map(&sex);
                shown[*only] += outside.find(|sex| *sex != 0).unwrap_or(0);
            }
            at = next;
        }
        shown
    }

    /// "North Atlantic Treaty Organization (NATO)": the acronym is the same entity from then on.
    fn join_acronyms(&mut self, analysis: &Analysis) {
        for at in 1..self.mentions.len() {
            let (long, short) = (self.mentions[at - 1], self.mentions[at]);
            let (a, b) = (long.entity, short.entity);
            let bracketed = short.from == long.to + 1 && analysis.words.of(long.to) == "(";
            if !bracketed || a == b || self.all[b].words.len() != 1 || self.all[a].words.len() < 2 {
                continue;
            }
            let (full, letters) = (&self.all[a].words, &self.all[b].words[0]);
            let matches = |words: &[String], letters: &str| {
                let initials: String = words.iter().filter_map(|word| word.chars().next()).collect();
                initials.starts_with(letters) || initials.ends_with(letters)
            };
            let bare: Vec<String> = full
                .iter()
                .filter(|word| !matches!(word.as_str(), "of" | "the" | "and" | "for" | "in" | "&"))
                .cloned()
                .collect();
            let (expanded, acronym) = if matches(&bare, letters) || matches(full, letters) { (a, b) } else { continue };
            self.all[expanded].short = Some(self.all[acronym].name.clone());
            self.all[expanded].kind = SpeakerType::Organisation;
            for mention in &mut self.mentions {
                if mention.entity == acronym {
                    mention.entity = expanded;
                }
            }
        }
    }

    /// The one person of this family name, in small letters, or what has this name alone.
    pub fn named(&self, family: &str) -> Option<usize> {
        let family = fold(family);
        let is = |entity: &Entity| {
            entity.kind == SpeakerType::Person && entity.words.len() > 1 && family_name(&entity.words) == Some(&family)
                || entity.words.len() == 1 && entity.words[0] == family
        };
        let mut bearers = self.all.iter().enumerate().take(MANY).filter(|(_, entity)| is(entity)).map(|(at, _)| at);
        bearers.next().filter(|_| bearers.next().is_none())
    }

    /// Whether a word is part of a name.
    pub fn covers(&self, i: usize) -> bool {
        let next = self.mentions.partition_point(|mention| mention.start <= i);
        next > 0 && i < self.mentions[next - 1].to
    }

    /// Mentions inside a run of words.
    pub fn inside(&self, from: usize, to: usize) -> &[Mention] {
        let first = self.mentions.partition_point(|mention| mention.from < from);
        let last = self.mentions.partition_point(|mention| mention.from < to);
        &self.mentions[first..last.max(first)]
    }
}
