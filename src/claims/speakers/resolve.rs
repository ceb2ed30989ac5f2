//! From the words that stand for a source to the fullest name the document gives for it.

use super::entities::{Entities, Mention};
use super::key::speaker_key;
use super::pronouns::{Pronoun, pronoun};
use super::words::{Gazetteer, class};
use crate::claims::attribution::analysis::{Analysis, NONE, state};
use crate::claims::attribution::linking::{Link, Run};
use crate::claims::types::SpeakerType;
use crate::learn::pos::Pos;

/// Who speaks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Speaker {
    pub name: String,
    pub key: String,
    pub kind: SpeakerType,
}

/// What an attribution's source was resolved to.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Referent {
    Entity(usize),
    Phrase(String, SpeakerType),
}

/// The sources of a document, ready to be resolved.
pub(crate) struct Sources<'a> {
    analysis: &'a Analysis<'a>,
    entities: Entities,
    language: &'a str,
}

impl<'a> Sources<'a> {
    /// Reads what the document names; `tagged` says whether parts of speech are known.
    pub fn new(analysis: &'a Analysis<'a>, language: &'a str, tagged: bool) -> Self {
        let entities = Entities::new(analysis, Gazetteer::of(language), tagged, language == "de");
        Self { analysis, entities, language }
    }

    /// Where the name of an organisation that begins at word `at` ends.
    pub fn organisation_at(&self, at: usize) -> Option<usize> {
        let mention = self.entities.inside(at, at + 2).first()?;
        let kind = self.entities.all[mention.entity].kind;
        (kind == SpeakerType::Organisation && mention.start <= at + 1).then_some(mention.to)
    }

    /// Who speaks in each attribution, in their order.
    pub fn resolve(&self, links: &[Link]) -> Vec<Option<Speaker>> {
        let gazetteer = Gazetteer::of(self.language);
        let resolver =
            Resolver { analysis: self.analysis, gazetteer, entities: &self.entities, language: self.language };
        // By place of the source, so that "the last speaker" is the one a reader met last.
        let mut order: Vec<usize> = (0..links.len()).collect();
        order
            .sort_by_key(|&at| links[at].source.map_or(links[at].contents.first().map_or(0, |run| run.0), |run| run.0));
        let mut found: Vec<Option<Referent>> = vec![None; links.len()];
        let mut last: Option<(usize, Referent)> = None;
        // Heads of phrases that stand for somebody unnamed: "a spokesman for the mayor", later "the spokesman".
        let mut phrases: Vec<(u64, Referent)> = Vec::new();
        for at in order {
            let link = &links[at];
            let place = link.source.or(link.cue).or(link.contents.first().copied()).map_or(0, |run| run.0);
            let previous = last.as_ref().map(|(at, referent)| (*at, referent));
            let referent = match link.source {
                Some(source) => resolver.again(source, &phrases).or_else(|| resolver.source(source, previous)),
                None => resolver.implicit(link, previous),
            };
            if let (Some(Referent::Phrase(..)), Some(source)) = (&referent, link.source) {
                phrases.extend(resolver.head_of(source).zip(referent.clone()));
            }
            if let Some(referent) = &referent {
                last = Some((place, referent.clone()));
            }
            found[at] = referent;
        }
        found.into_iter().map(|referent| referent.map(|referent| resolver.speaker(&referent))).collect()
    }
}

struct Resolver<'a> {
    analysis: &'a Analysis<'a>,
    gazetteer: &'a Gazetteer,
    entities: &'a Entities,
    language: &'a str,
}

/// How much the last speaker is preferred for a pronoun, in the units of [`Resolver::person_before`].
const PREVIOUS: f32 = 3.8;

type Previous<'a> = Option<(usize, &'a Referent)>;

impl Resolver<'_> {
    fn speaker(&self, referent: &Referent) -> Speaker {
        match referent {
            Referent::Entity(at) => {
                let entity = &self.entities.all[*at];
                let key = speaker_key(&entity.name, entity.kind);
                // "NATO" joins what writes it out and what does not.
                let key = match &entity.short {
                    Some(short) if entity.kind != SpeakerType::Person => speaker_key(short, entity.kind),
                    _ => key,
                };
                Speaker { name: entity.name.clone(), key, kind: entity.kind }
            }
            Referent::Phrase(words, kind) => {
                Speaker { name: words.clone(), key: speaker_key(words, *kind), kind: *kind }
            }
        }
    }

    fn class(&self, i: usize) -> u16 {
        self.gazetteer.get(self.analysis.form(i).hash, self.analysis.words.of(i))
    }

    fn source(&self, run: Run, previous: Previous) -> Option<Referent> {
        let (from, to) = self.trim(run);
        if from >= to {
            return None;
        }
        let head_end = self.head_end(from, to);
        // "his" and "she also", but not "his doctors".
        let alone =
            to - from == 1 || to - from == 2 && !matches!(self.analysis.pos[from + 1], Pos::Noun | Pos::Propn | Pos::X);
        if alone
            && let Some(pronoun) = self.pronoun_at(from)
            && (pronoun != Pronoun::Relative || to - from == 1)
        {
            return self.pronoun(from, pronoun, previous);
        }
        if matches!(self.analysis.lower(from).as_str(), "who" | "qui" | "quien") {
            return self.pronoun(from, Pronoun::Relative, previous);
        }
        // A person named before the first "of", "for", "at" is the source; after it, somebody else.
        let possessive = |mention: &Mention| {
            let next = self.analysis.lower(mention.to);
            matches!(next.as_str(), "'s" | "’s" | "'" | "’") && mention.to < to
        };
        let mentions = self.entities.inside(from, to);
        let head = mentions.iter().filter(|mention| mention.from < head_end && !possessive(mention));
        let person = |mention: &&Mention| self.entities.all[mention.entity].kind == SpeakerType::Person;
        if let Some(mention) = head.clone().rfind(person) {
            return Some(Referent::Entity(mention.entity));
        }
        // "the US delegation leader, the deputy secretary of state, Wendy Sherman": a segment that is a name alone.
        let alone = mentions.iter().filter(|mention| !possessive(mention)).find(|mention| {
            if !(person(mention) || mention.to == to || self.analysis.words.of(mention.to) == ",") {
                return false;
            }
            let before = mention.start.checked_sub(1).map_or("", |at| self.analysis.words.of(at));
            mention.start > from && (before == "," || before == ":")
                || person(mention) && self.class(mention.start) & class::TITLE != 0 && mention.start < mention.from
        });
        if let Some(mention) = alone {
            return Some(Referent::Entity(mention.entity));
        }
        let noun = self.head_noun(from, head_end);
        // "US Ambassador to NATO Julianne Smith": the phrase ends with the name that its title announces.
        let announced = noun.is_some_and(|noun| {
            let classes = self.class(noun);
            classes & class::TITLE != 0 && classes & (class::UNNAMED | class::DOCUMENT) == 0
        });
        if let Some(mention) = mentions.last().filter(|mention| announced && mention.to == to && person(mention)) {
            return Some(Referent::Entity(mention.entity));
        }
        if let Some(mention) = head.clone().next_back()
            && (mention.to >= head_end || noun.is_some_and(|noun| noun < mention.to))
            && mention.from > from.saturating_sub(1)
        {
            return Some(Referent::Entity(mention.entity));
        }
        self.description(from, to, head_end, noun, previous)
    }

    /// The head noun of a source, as a hash.
    fn head_of(&self, run: Run) -> Option<u64> {
        let (from, to) = self.trim(run);
        let noun = self.head_noun(from, self.head_end(from, to))?;
        Some(self.gazetteer.role(self.analysis.form(noun).hash))
    }

    /// "the source" after "a source close to the talks": the same one.
    fn again(&self, run: Run, phrases: &[(u64, Referent)]) -> Option<Referent> {
        let (from, to) = self.trim(run);
        let short = (2..=3).contains(&(to - from))
            && matches!(self.analysis.lower(from).as_str(), "the" | "der" | "die" | "das");
        let named = self.entities.inside(from, to).iter().any(|mention| mention.from < to);
        if !short || named || self.class(to - 1) & (class::GROUP | class::ALIAS) != 0 {
            return None;
        }
        let head = self.head_of(run)?;
        phrases.iter().rev().take(30).find(|(known, _)| *known == head).map(|(_, referent)| referent.clone())
    }

    /// The pronoun at a word; French hangs it on the verb: "explique-t-il".
    fn pronoun_at(&self, i: usize) -> Option<Pronoun> {
        let word = self.analysis.lower(i);
        let hung = || word.rsplit_once('-').and_then(|(_, last)| pronoun(self.language, last));
        pronoun(self.language, &word).or_else(hung)
    }

    /// The run without marks and prepositions at its edges.
    fn trim(&self, (mut from, mut to): Run) -> Run {
        while from < to && (!self.analysis.form(from).is_word() || self.analysis.pos[from] == Pos::Adp) {
            from += 1;
        }
        while from < to && !self.analysis.form(to - 1).is_word() {
            to -= 1;
        }
        (from, to)
    }

    /// Where the head of the phrase ends: before its first preposition, relative clause or comma.
    fn head_end(&self, from: usize, to: usize) -> usize {
        let stop = |i: &usize| {
            let word = self.analysis.lower(*i);
            let ends = matches!(self.analysis.pos[*i], Pos::Adp | Pos::Sconj | Pos::Verb)
                || matches!(
                    word.as_str(),
                    "," | "(" | "who" | "which" | "that" | "of" | "for" | "von" | "de" | "du" | "des" | "della" | "van"
                );
            ends && !self.inside_name(*i, from, to)
        };
        (from + 1..to).find(stop).unwrap_or(to)
    }

    fn inside_name(&self, i: usize, from: usize, to: usize) -> bool {
        self.entities.inside(from, to).iter().any(|mention| mention.start <= i && i < mention.to)
    }

    fn head_noun(&self, from: usize, end: usize) -> Option<usize> {
        (from..end).rev().find(|&i| {
            let word = self.analysis.words.of(i);
            self.analysis.form(i).is_word() && !matches!(word, "'s" | "’s")
        })
    }

    /// "the Russian minister", "the company", "a spokesman", "officials".
    fn description(
        &self,
        from: usize,
        to: usize,
        end: usize,
        noun: Option<usize>,
        previous: Previous,
    ) -> Option<Referent> {
        let noun = noun?;
        let first = self.analysis.lower(from);
        let definite = matches!(
            first.as_str(),
            "the"
                | "this"
                | "that"
                | "der"
                | "die"
                | "das"
                | "le"
                | "la"
                | "l"
                | "el"
                | "il"
                | "o"
                | "a"
                | "de"
                | "het"
        ) && !(first == "a" && self.language == "en");
        let classes = self.class(noun);
        let plural = classes & class::GROUP != 0;
        if definite && !plural {
            // "the source" is nobody's role.
            let role = classes & class::UNNAMED == 0 || classes & class::TITLE != 0;
            if let Some(entity) = self.by_role(from, noun, end, classes, previous).filter(|_| role) {
                return Some(Referent::Entity(entity));
            }
            let aged = self.analysis.lower(noun).ends_with("old");
            let human = classes & (class::MALE | class::FEMALE) != 0 || aged;
            if human {
                let sex = i32::from(classes & class::FEMALE != 0) - i32::from(classes & class::MALE != 0);
                if let Some(entity) = self.person_before(from, sex, previous) {
                    return Some(Referent::Entity(entity));
                }
            }
        }
        let words = &self.analysis.words.words;
        let skip = usize::from(matches!(first.as_str(), "the" | "a" | "an") && to - from > 1);
        let phrase = self.analysis.words.text.get(words[from + skip].span.start..words[to - 1].span.end)?;
        let unnamed = classes & class::UNNAMED != 0;
        let kind = if classes & class::DOCUMENT != 0 {
            SpeakerType::Document
        } else if unnamed {
            SpeakerType::Unnamed
        } else if plural {
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
        let phrase: Vec<&str> = phrase.split_whitespace().take(14).collect();
        Some(Referent::Phrase(phrase.join(" "), kind))
    }

    /// The entity whose roles fit the description best, the nearest before `from` of equals.
    fn by_role(&self, from: usize, noun: usize, end: usize, classes: u16, previous: Previous) -> Option<usize> {
        let head = self.gazetteer.role(self.analysis.form(noun).hash);
        let modifiers: Vec<u64> = (from + 1..noun).map(|i| self.analysis.form(i).hash).collect();
        let before = self.entities.mentions.partition_point(|mention| mention.from < end);
        let mut best: Option<(f32, usize)> = None;
        for (distance, mention) in self.entities.mentions[..before].iter().rev().take(200).enumerate() {
            let entity = &self.entities.all[mention.entity];
            let fits = entity.roles.contains(&head);
            let alias =
                classes & class::ALIAS != 0 && entity.kind == SpeakerType::Organisation && (fits || !mention.quoted);
            if !fits && !alias {
                continue;
            }
            let known = modifiers.iter().filter(|word| entity.roles.contains(word)).count() as f32;
            let spoke = previous.is_some_and(|(_, referent)| *referent == Referent::Entity(mention.entity));
            let score = if fits { 4.0 } else { 0.0 } + 1.5 * known - 0.05 * distance as f32
                + f32::from(u8::from(mention.subject))
                + if spoke { 2.0 } else { 0.0 }
                + if alias { (entity.mentions as f32).ln() } else { 0.0 };
            if best.is_none_or(|(top, _)| score > top) {
                best = Some((score, mention.entity));
            }
        }
        best.map(|(_, entity)| entity)
    }

    fn pronoun(&self, at: usize, pronoun: Pronoun, previous: Previous) -> Option<Referent> {
        match pronoun {
            Pronoun::Male => self.person_before(at, -1, previous).map(Referent::Entity),
            Pronoun::Female => self.person_before(at, 1, previous).map(Referent::Entity),
            Pronoun::Relative => {
                let mention = self.before(at).find(|mention| at - mention.to <= 12)?;
                Some(Referent::Entity(mention.entity))
            }
            Pronoun::Plural | Pronoun::Thing => {
                if let Some((place, referent)) = previous
                    && self.near(place, at)
                {
                    let fits = match referent {
                        Referent::Entity(entity) => self.entities.all[*entity].kind != SpeakerType::Person,
                        Referent::Phrase(_, kind) => {
                            let many = matches!(kind, SpeakerType::Group | SpeakerType::Unnamed);
                            many == (pronoun == Pronoun::Plural)
                        }
                    };
                    if fits {
                        return Some(referent.clone());
                    }
                }
                let mention = self.before(at).take(12).find(|mention| {
                    self.entities.all[mention.entity].kind == SpeakerType::Organisation && !mention.quoted
                })?;
                Some(Referent::Entity(mention.entity))
            }
        }
    }

    /// Mentions before word `at`, the nearest first.
    fn before(&self, at: usize) -> impl Iterator<Item = &Mention> {
        let count = self.entities.mentions.partition_point(|mention| mention.from < at);
        self.entities.mentions[..count].iter().rev()
    }

    /// Same paragraph or the one after.
    fn near(&self, a: usize, b: usize) -> bool {
        let words = &self.analysis.words.words;
        words[a].paragraph.abs_diff(words[b].paragraph) <= 1
    }

    /// The person that "he" or "she" at word `at` means: near, a subject, of that sex if the document shows any, the one
    /// who spoke last. Evidence of the other sex weighs, but a translation may have it wrong, so it does not decide.
    fn person_before(&self, at: usize, sex: i32, previous: Previous) -> Option<usize> {
        let words = &self.analysis.words.words;
        let mut best: Option<(f32, usize)> = None;
        let mut consider = |score: f32, entity: usize| {
            if best.is_none_or(|(top, _)| score > top) {
                best = Some((score, entity));
            }
        };
        let agrees = |entity: usize| match self.entities.all[entity].sex.signum() * sex.signum() {
            1 => 2.0,
            -1 => -4.0,
            _ => 0.0,
        };
        for mention in self.before(at).take(60) {
            let entity = &self.entities.all[mention.entity];
            if entity.kind != SpeakerType::Person {
                continue;
            }
            let sentences = words[at].sentence.saturating_sub(words[mention.from].sentence) as f32;
            let paragraphs = words[at].paragraph.saturating_sub(words[mention.from].paragraph) as f32;
            if paragraphs > 8.0 {
                break;
            }
            let score = agrees(mention.entity) - 0.7 * sentences.min(6.0) - 0.8 * paragraphs
                + if mention.subject { 1.5 } else { 0.0 }
                - if mention.quoted { 3.0 } else { 0.0 }
                - 0.002 * (at - mention.from) as f32;
            consider(score, mention.entity);
        }
        if let Some((place, Referent::Entity(entity))) = previous
            && self.entities.all[*entity].kind == SpeakerType::Person
            && place < at
        {
            let paragraphs = words[at].paragraph.saturating_sub(words[place].paragraph) as f32;
            let sentences = words[at].sentence.saturating_sub(words[place].sentence) as f32;
            consider(agrees(*entity) + PREVIOUS - 0.5 * sentences.min(6.0) - 0.8 * paragraphs, *entity);
        }
        if best.is_none() {
            // Nobody named yet: a broken translation or a lead puts the name after the pronoun.
            let after = self.entities.mentions.partition_point(|mention| mention.from < at);
            let next = self.entities.mentions[after..].iter().take(6).find(|mention| {
                self.entities.all[mention.entity].kind == SpeakerType::Person && self.near(mention.from, at)
            });
            return next.map(|mention| mention.entity);
        }
        best.map(|(_, entity)| entity)
    }

    /// No words for the source: a quotation that goes on has the speaker before it.
    fn implicit(&self, link: &Link, previous: Previous) -> Option<Referent> {
        let (place, referent) = previous?;
        let start = link.contents.first()?.0;
        if !self.near(place, start) {
            return None;
        }
        let quoted = self.analysis.quote[start] != NONE && self.analysis.quoted[start] != state::OUT;
        let words = &self.analysis.words.words;
        let same_sentence = link.cue.is_some() && words[place].sentence == words[start].sentence;
        (quoted && link.cue.is_none() || same_sentence).then(|| referent.clone())
    }
}
