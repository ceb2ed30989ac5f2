//! From the words that stand for a source to the fullest name the document gives for it.

use super::descriptions::{DEFINITE, Description};
use super::entities::{Entities, Mention};
use super::key::speaker_key;
use super::pronouns::{Pronoun, pronoun};
use super::words::{Gazetteer, class};
use crate::claims::attribution::analysis::{Analysis, NONE, state};
use crate::claims::attribution::linking::{Link, Run};
use crate::claims::types::SpeakerType;
use crate::text::pos::Pos;

/// Who speaks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Speaker {
    pub name: String,
    pub key: String,
    pub kind: SpeakerType,
}

/// What an attribution's source was resolved to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Referent {
    Entity(usize),
    /// "Ann Berg and her team": somebody named with others, in words.
    Joint(usize, String),
    Phrase(String, SpeakerType),
}

impl Referent {
    /// The entity, if one is named.
    pub fn entity(&self) -> Option<usize> {
        match self {
            Self::Entity(entity) | Self::Joint(entity, _) => Some(*entity),
            Self::Phrase(..) => None,
        }
    }
}

/// What a source is resolved by, besides its own words.
#[derive(Debug, Clone, Copy)]
pub(super) struct Seen<'a> {
    /// Who spoke last, and where.
    pub last: Option<(usize, &'a Referent)>,
    /// What the source in question says: nobody calls himself by his name there.
    contents: &'a [Run],
    /// All who spoke before, in order: where, who, and the sex that a pronoun gave.
    history: &'a [(usize, usize, i32)],
}

impl Seen<'_> {
    /// The speakers before, the last one first.
    pub fn speakers(&self) -> impl Iterator<Item = &(usize, usize, i32)> {
        self.history.iter().rev()
    }

    /// Whether a word lies in what the source says.
    pub fn says(&self, word: usize) -> bool {
        self.contents.iter().any(|run| run.0 <= word && word < run.1)
    }
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
        let content = outer_contents(self.analysis.len(), links);
        let resolver =
            Resolver { analysis: self.analysis, gazetteer, entities: &self.entities, language: self.language, content };
        // By place of the source, so that "the last speaker" is the one a reader met last.
        let mut order: Vec<usize> = (0..links.len()).collect();
        order
            .sort_by_key(|&at| links[at].source.map_or(links[at].contents.first().map_or(0, |run| run.0), |run| run.0));
        let mut found: Vec<Option<Referent>> = vec![None; links.len()];
        let mut last: Option<(usize, Referent)> = None;
        let mut history: Vec<(usize, usize, i32)> = Vec::new();
        // Heads of phrases that stand for somebody unnamed: "a spokesman for the mayor", later "the spokesman".
        let mut phrases: Vec<(u64, Referent)> = Vec::new();
        for at in order {
            let link = &links[at];
            let place = link.source.or(link.cue).or(link.contents.first().copied()).map_or(0, |run| run.0);
            let seen = Seen {
                last: last.as_ref().map(|(at, referent)| (*at, referent)),
                contents: &link.contents,
                history: &history,
            };
            let referent = match link.source {
                _ if resolver.is_told_of(link) => None,
                Some(source) => resolver.again(source, &phrases).or_else(|| resolver.source(source, seen)),
                None => resolver.implicit(link, seen),
            };
            let referent = referent.or_else(|| resolver.sentence_subject(link, seen));
            if let (Some(Referent::Phrase(..)), Some(source)) = (&referent, link.source) {
                phrases.extend(resolver.head_of(source).zip(referent.clone()));
            }
            // Whom a speaker quotes does not go on speaking.
            let inner = link.parent.is_some() && last.is_some();
            if let Some(referent) = referent.as_ref().filter(|_| !inner) {
                if let Some(entity) = referent.entity().filter(|&entity| resolver.is_person(entity)) {
                    history.push((place, entity, link.source.map_or(0, |source| resolver.sex_of(source))));
                }
                last = Some((place, referent.clone()));
            }
            found[at] = referent;
        }
        found.into_iter().map(|referent| referent.map(|referent| resolver.speaker(&referent))).collect()
    }
}

/// For each word the attribution whose content it lies in, the outermost of nested ones, or [`NONE`].
fn outer_contents(words: usize, links: &[Link]) -> Vec<u32> {
    let mut content = vec![NONE; words];
    let mut runs: Vec<(usize, Run)> =
        links.iter().enumerate().flat_map(|(at, link)| link.contents.iter().map(move |&run| (at, run))).collect();
    runs.sort_by_key(|&(at, run)| (run.1 - run.0, at));
    for (at, (from, to)) in runs {
        content[from..to].fill(at as u32);
    }
    content
}

pub(super) struct Resolver<'a> {
    pub analysis: &'a Analysis<'a>,
    pub gazetteer: &'a Gazetteer,
    pub entities: &'a Entities,
    pub language: &'a str,
    /// See [`outer_contents`].
    pub content: Vec<u32>,
}

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
            Referent::Joint(at, words) => {
                let entity = &self.entities.all[*at];
                let key = speaker_key(&entity.name, entity.kind);
                Speaker { name: words.clone(), key, kind: SpeakerType::Group }
            }
            Referent::Phrase(words, kind) => {
                Speaker { name: words.clone(), key: speaker_key(words, *kind), kind: *kind }
            }
        }
    }

    pub(super) fn class(&self, i: usize) -> u32 {
        self.gazetteer.get(self.analysis.form(i).hash, self.analysis.words.of(i))
    }

    fn source(&self, run: Run, seen: Seen) -> Option<Referent> {
        let (from, to) = self.trim(run);
        if from >= to {
            return None;
        }
        let (from, to) = if self.language == "en" { (from, to) } else { self.without_clause(from, to)? };
        let head_end = self.head_end(from, to);
        // "his" and "she also", but not "his doctors".
        let verb = matches!(self.analysis.pos.get(from + 1), Some(Pos::Verb | Pos::Aux));
        let alone = verb
            || to - from == 1
            || to - from == 2 && !matches!(self.analysis.pos[from + 1], Pos::Noun | Pos::Propn | Pos::X);
        if alone
            && let Some(pronoun) = self.pronoun_at(from)
            && (pronoun != Pronoun::Relative || to - from == 1)
        {
            return self.pronoun(from, pronoun, seen);
        }
        if matches!(self.analysis.lower(from).as_str(), "who" | "qui" | "quien") {
            return self.pronoun(from, Pronoun::Relative, seen);
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
            return Some(self.with_others(mention, to));
        }
        let noun = self.head_noun(from, head_end);
        // "lawmakers on the committee, led by Ann Berg": many, whoever is named beside them.
        let many =
            noun.filter(|&noun| self.class(noun) & class::GROUP != 0 && head_end < to && head.clone().next().is_none());
        if let Some(noun) = many {
            return self.description(Description { from, to, end: head_end, noun }, seen);
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
        // "US Ambassador to NATO Julianne Smith": the phrase ends with the name that its title announces.
        let announced = noun.is_some_and(|noun| {
            let classes = self.class(noun);
            classes & class::TITLE != 0 && classes & (class::UNNAMED | class::DOCUMENT) == 0
        });
        let title = |mention: &Mention| {
            let before = mention.start.checked_sub(1).filter(|&before| before >= from);
            let class = before.map_or(class::FUNCTION, |before| self.class(before));
            let noun = self.language != "en" && class & class::FUNCTION == 0;
            class & class::TITLE != 0 || noun
        };
        let ends = |mention: &&Mention| mention.to == to && person(mention) && (announced || title(mention));
        if let Some(mention) = mentions.last().filter(ends) {
            return Some(Referent::Entity(mention.entity));
        }
        if let Some(mention) = head.clone().next_back()
            && (mention.to >= head_end || noun.is_some_and(|noun| noun < mention.to))
            && mention.from > from.saturating_sub(1)
        {
            return Some(Referent::Entity(mention.entity));
        }
        let noun = noun?;
        let bare = self.class(noun) & class::TITLE != 0 && noun + 1 == to && noun > from;
        if let Some(entity) = bare.then(|| self.titled(from, noun)).flatten() {
            return Some(Referent::Entity(entity));
        }
        self.description(Description { from, to, end: head_end, noun }, seen)
    }

    /// "Ann Berg and her team", "Berg, and other critics": the name with those beside it.
    fn with_others(&self, mention: &Mention, to: usize) -> Referent {
        let at = mention.to + usize::from(self.analysis.words.of(mention.to) == ",");
        let others = matches!(self.analysis.words.of(at), "and" | "und")
            && matches!(
                self.analysis.words.of(at + 1),
                "his" | "her" | "their" | "other" | "others" | "sein" | "ihr" | "andere"
            );
        let words = &self.analysis.words.words;
        let rest = (others && at + 1 < to)
            .then(|| self.analysis.words.text.get(words[at].span.start..words[to - 1].span.end))
            .flatten();
        match rest {
            Some(rest) => {
                let rest: Vec<&str> = rest.split_whitespace().take(12).collect();
                Referent::Joint(
                    mention.entity,
                    format!("{} {}", self.entities.all[mention.entity].name, rest.join(" ")),
                )
            }
            None => Referent::Entity(mention.entity),
        }
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
        if !short || named || self.class(to - 1) & class::ALIAS != 0 {
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

    /// Without parts of speech a source may be a piece of a clause: words before its first noun phrase go, and all from
    /// its first reporting verb on. Nothing is left of "Aber es".
    fn without_clause(&self, mut from: usize, mut to: usize) -> Option<Run> {
        if to - from == 1 {
            return Some((from, to));
        }
        // "auf dem Platz" is where, "laut Berg" is who.
        let adverbial =
            ["am", "im", "in", "auf", "aus", "über", "wegen", "mit", "unter", "vor", "für", "durch", "gegen"];
        if self.language == "de" && adverbial.contains(&self.analysis.lower(from).as_str()) {
            return None;
        }
        let function = |i: usize| self.class(i) & class::FUNCTION != 0;
        let article = |i: usize| DEFINITE.contains(&self.analysis.lower(i).as_str());
        if self.pronoun_at(from).is_none() || function(from) && !article(from) {
            while from + 1 < to && function(from) && !article(from) {
                from += 1;
            }
        }
        if let Some(verb) = (from + 1..to).find(|&i| {
            self.analysis.lexicon[i].is_some() && !self.analysis.form(i).is_capital() && !self.inside_name(i, from, to)
        }) {
            to = verb;
        }
        while to > from + 1 && (function(to - 1) || !self.analysis.form(to - 1).is_word()) {
            to -= 1;
        }
        (!(from..to).all(function) || self.pronoun_at(from).is_some()).then_some((from, to))
    }

    /// The sex that a source's pronoun gives, if it is one.
    fn sex_of(&self, run: Run) -> i32 {
        let (from, to) = self.trim(run);
        match (from < to).then(|| self.pronoun_at(from)).flatten() {
            Some(Pronoun::Male) => -1,
            Some(Pronoun::Female) => 1,
            _ => 0,
        }
    }

    pub(super) fn is_person(&self, entity: usize) -> bool {
        self.entities.all[entity].kind == SpeakerType::Person
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

    /// No words for the source: a quotation that goes on has the speaker before it.
    fn implicit(&self, link: &Link, seen: Seen) -> Option<Referent> {
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
    fn is_told_of(&self, link: &Link) -> bool {
        let Some((from, to)) = link.cue else { return false };
        let after = link.source.is_some_and(|source| source.0 >= to);
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
    fn sentence_subject(&self, link: &Link, seen: Seen) -> Option<Referent> {
        let cue = link.cue.filter(|_| self.language == "en" && !self.is_told_of(link))?;
        if !(cue.0..cue.1).any(|i| self.analysis.pos[i] == Pos::Verb) {
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
    fn beside(&self, (from, to): Run, seen: Seen) -> Option<&Mention> {
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
