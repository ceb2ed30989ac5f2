//! From the words that stand for a source to the fullest name the document gives for it.

use std::collections::HashSet;

use crate::claims::attribution::analysis::{Analysis, NONE, state};
use crate::claims::attribution::linking::{Link, Run};
use crate::claims::speakers::key::{is_capital, speaker_key};
use crate::claims::speakers::meant::pronouns::{Pronoun, pronoun};
use crate::claims::speakers::meant::somebody::Told;
use crate::claims::speakers::names::entities::Entities;
use crate::claims::speakers::names::offices::nominative_body;
use crate::claims::speakers::names::outlets::is_outlet_name;
use crate::claims::speakers::names::russian::nominative_name;
use crate::claims::speakers::words::{Known, class};
use crate::claims::types::SpeakerType;
use crate::learn::form::Shape;

/// "Our", before a noun of what the outlet has found out.
const OUR: &[&str] = &[
    "nos", "notre", "nuestro", "nuestra", "nuestros", "nuestras", "nosso", "nossa", "nossos", "nossas", "nostro",
    "nostra", "nostri", "nostre", "onze", "unseren", "unserer", "unserem",
];

/// Who speaks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Speaker {
    pub name: String,
    pub key: String,
    pub kind: SpeakerType,
}

/// What an attribution's source was resolved to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Referent {
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
pub(crate) struct Seen<'a> {
    /// Who spoke last, and where.
    pub last: Option<(usize, &'a Referent)>,
    /// What the words of that source tell.
    pub told: Told,
    /// What the source in question says: nobody calls himself by his name there.
    contents: &'a [Run],
    /// All who spoke before, in order: where, who, and the sex that a pronoun gave.
    history: &'a [(usize, usize, i32)],
    /// The words of reporting.
    pub cue: Option<Run>,
}

impl Seen<'_> {
    /// The same where nobody has spoken last.
    pub fn alone(self) -> Self {
        Self { last: None, ..self }
    }

    /// The speakers before, the last one first.
    pub fn speakers(&self) -> impl Iterator<Item = &(usize, usize, i32)> {
        self.history.iter().rev()
    }

    /// What the source says.
    pub fn contents(&self) -> &[Run] {
        self.contents
    }

    /// Whether a word lies in what the source says.
    pub fn says(&self, word: usize) -> bool {
        self.contents.iter().any(|run| run.0 <= word && word < run.1)
    }
}

/// The sources of a document, ready to be resolved.
pub(crate) struct Sources<'a> {
    analysis: &'a Analysis<'a>,
    gazetteer: Known,
    entities: Entities,
    language: &'a str,
}

impl<'a> Sources<'a> {
    /// Reads what the document names; `tagged` says whether parts of speech are known.
    pub fn new(analysis: &'a Analysis<'a>, language: &'a str, tagged: bool) -> Self {
        let gazetteer = Known::new(analysis, language);
        let entities = Entities::new(analysis, &gazetteer, tagged, language == "de");
        Self { analysis, gazetteer, entities, language }
    }

    /// The name of an organisation that begins at word `at` and can be told what others quote: no parliament and no court.
    /// With `known` its words say that it is an outlet.
    pub fn outlet_at(&self, at: usize, known: bool) -> Option<Run> {
        let mention = self.entities.inside(at, at + 2).first()?;
        let entity = &self.entities.all[mention.entity];
        let public = || (mention.from..mention.to).any(|i| self.gazetteer.at(i) & class::PUBLIC != 0);
        let outlet = is_outlet_name(&self.gazetteer, &entity.name);
        let fits = entity.kind == SpeakerType::Organisation && (outlet || !known && !public());
        // "told broadcaster Channel 9": the noun is no part of the name, the article is.
        let led = self.analysis.is_one_of(at, &["the"]);
        (fits && mention.start <= at + 1).then_some((if led { at } else { mention.start }, mention.to))
    }

    fn resolver(&self, links: &[Link]) -> Resolver<'_> {
        let content = outer_contents(self.analysis.len(), links);
        let shown = self.entities.shown_sex(self.analysis, |i| {
            let word = if content[i] == NONE { self.analysis.lower(i) } else { String::new() };
            match pronoun(self.language, &word).filter(|_| !ambiguous(self.language, &word)) {
                Some(Pronoun::Male) => -1,
                Some(Pronoun::Female) => 1,
                _ => 0,
            }
        });
        Resolver {
            analysis: self.analysis,
            gazetteer: &self.gazetteer,
            entities: &self.entities,
            language: self.language,
            content,
            shown,
            voices: self.voices(links),
        }
    }

    /// The people whom sources name.
    fn voices(&self, links: &[Link]) -> HashSet<usize> {
        let named = links.iter().filter_map(|link| link.source).flat_map(|run| self.entities.inside(run.0, run.1));
        let person = |entity: &usize| self.entities.all[*entity].kind == SpeakerType::Person;
        named.map(|mention| mention.entity).filter(person).collect()
    }

    /// Mends sources that are cut wrongly or lost.
    pub fn mend(&self, links: &mut [Link]) {
        let resolver = self.resolver(links);
        for at in 0..links.len() {
            if let Some(mended) = resolver.mended(&links[at]) {
                links[at] = mended;
            }
            if at > 0
                && let Some(source) = resolver.goes_on(&links[at], &links[at - 1])
            {
                links[at].source = Some(source);
            }
        }
    }

    /// Who speaks in each attribution, in their order.
    pub fn resolve(&self, links: &[Link]) -> Vec<Option<Speaker>> {
        let resolver = self.resolver(links);
        // By place of the source, so that "the last speaker" is the one a reader met last.
        let mut order: Vec<usize> = (0..links.len()).collect();
        order.sort_by_key(|&at| links[at].source.map_or(links[at].start(), |run| run.0));
        let mut found: Vec<Option<Referent>> = vec![None; links.len()];
        let mut last: Option<(usize, Referent)> = None;
        let mut told = Told::default();
        let mut history: Vec<(usize, usize, i32)> = Vec::new();
        // Who says "I" in a quotation is known when it is.
        let mut own: Vec<(usize, usize)> = Vec::new();
        // Heads of phrases that stand for somebody unnamed: "a spokesman for the mayor", later "the spokesman".
        let mut phrases: Vec<(usize, Referent)> = Vec::new();
        for at in order {
            let link = &links[at];
            let place = link.source.or(link.cue).or(link.contents.first().copied()).map_or(0, |run| run.0);
            let seen = Seen {
                last: last.as_ref().map(|(at, referent)| (*at, referent)),
                told,
                contents: &link.contents,
                history: &history,
                cue: link.cue,
            };
            if let Some(around) = link.source.and_then(|source| resolver.says_of_himself(source, at, links)) {
                own.push((at, around));
                continue;
            }
            if let Some(referent) = resolver.reported_on(link, seen) {
                found[at] = referent;
                continue;
            }
            let denier = at.checked_sub(1).and_then(|before| {
                let (earlier, speaker) = (&links[before], found[before].as_ref());
                resolver.denier(link, earlier, speaker).or_else(|| resolver.asked(link, earlier, speaker))
            });
            let referent = match link.source {
                _ if denier.is_some() => denier.map(Referent::Entity),
                _ if resolver.is_told_of(link) => resolver.agent(link),
                _ if resolver.is_cause(link) => continue,
                Some(source) if resolver.is_nobody(source) || resolver.is_aired(source, link.cue) => continue,
                Some(source) if resolver.is_writer(source) => None,
                Some(source) if resolver.is_adjunct(link, source) => {
                    resolver.sentence_subject(link, seen).or_else(|| resolver.source(source, seen))
                }
                Some(source) => resolver.again(source, &phrases).or_else(|| resolver.source(source, seen)),
                None => resolver.implicit(link, seen),
            };
            let referent = referent.or_else(|| resolver.sentence_subject(link, seen));
            if let (Some(Referent::Phrase(..)), Some(source)) = (&referent, link.source) {
                phrases.extend(resolver.head_of(source).zip(referent.clone()));
            }
            // Whom a speaker quotes does not go on speaking.
            let inner = link.parent.is_some() && last.is_some();
            if resolver.is_interviewer(link) {
                // Whoever spoke before is asked.
                last = last.map(|(_, before)| (place, before));
            } else if let Some(referent) = referent.as_ref().filter(|_| !inner) {
                if let Some(entity) = referent.entity().filter(|&entity| resolver.is_person(entity)) {
                    history.push((place, entity, link.source.map_or(0, |source| resolver.sex_of(source))));
                }
                // "She" goes on with what is known of whom it stands for.
                let goes_on = last.as_ref().is_some_and(|(_, before)| before == referent);
                told = match link.source {
                    Some(source) if !goes_on => resolver.told(source),
                    _ if goes_on => told,
                    _ => Told::default(),
                };
                last = Some((place, referent.clone()));
            }
            found[at] = referent;
        }
        for (at, around) in own {
            found[at] = found[around].clone();
        }
        found.into_iter().map(|referent| referent.map(|referent| resolver.speaker(&referent))).collect()
    }
}

/// Pronouns that stand for things and many as well: German "sie", Russian "его", French "son".
fn ambiguous(language: &str, word: &str) -> bool {
    match language {
        "en" => false,
        "de" => !matches!(word, "er" | "seine" | "seiner" | "seinem" | "seinen"),
        _ => !matches!(word, "он" | "она" | "hij" | "ela" | "ele" | "ella" | "él" | "lei" | "egli"),
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

pub(crate) struct Resolver<'a> {
    pub analysis: &'a Analysis<'a>,
    pub gazetteer: &'a Known,
    pub entities: &'a Entities,
    pub language: &'a str,
    /// See [`outer_contents`].
    pub content: Vec<u32>,
    /// See [`Entities::shown_sex`].
    shown: Vec<i32>,
    /// See [`Sources::voices`].
    pub voices: HashSet<usize>,
}

impl Resolver<'_> {
    /// "I" and "we" in a quotation: the attribution whose speaker says so.
    fn says_of_himself(&self, source: Run, at: usize, links: &[Link]) -> Option<usize> {
        let (from, to) = self.trim(source);
        let first = ["i", "we", "me", "us", "my", "our", "myself", "ich", "wir", "mir", "uns", "mich"];
        if to != from + 1
            || self.analysis.quoted[from] != state::IN
            || !first.contains(&self.analysis.lower(from).as_str())
        {
            return None;
        }
        let around = self.content.get(from).copied().filter(|&around| around != NONE)? as usize;
        let outer = links.get(around).filter(|outer| around != at && outer.source != Some(source));
        outer.filter(|outer| outer.contents.iter().any(|run| run.0 <= from && from < run.1)).map(|_| around)
    }

    /// German "ich" and "wir" outside of quotations: whoever writes has no name there; other languages read it in their sources.
    fn is_writer(&self, (from, to): Run) -> bool {
        // "selon | nos informations": those of the outlet.
        let own = self.language != "en"
            && self.analysis.is_one_of(from, OUR)
            && self.analysis.form(from).shape == Shape::Lower;
        if own && to <= from + 3 && self.analysis.quoted[from] == state::OUT {
            return true;
        }
        let first = self.language == "de" && self.analysis.is_one_of(from, &["ich", "wir"]);
        first && to == from + 1 && self.analysis.quoted[from] == state::OUT
    }

    pub(crate) fn speaker(&self, referent: &Referent) -> Speaker {
        match referent {
            Referent::Entity(at) => {
                let entity = &self.entities.all[*at];
                let key = speaker_key(&entity.name, entity.kind);
                if entity.kind == SpeakerType::Place
                    && let Some(country) = self.country_of(&entity.name, &key)
                {
                    return Speaker { name: country, key, kind: SpeakerType::Place };
                }
                // "NATO" joins what writes it out and what does not.
                let key = match &entity.short {
                    Some(short) if entity.kind != SpeakerType::Person => speaker_key(short, entity.kind),
                    _ => key,
                };
                let name = match (self.language, entity.kind) {
                    ("ru", SpeakerType::Person) => nominative_name(&entity.name, self.gazetteer),
                    ("ru", SpeakerType::Organisation) => {
                        nominative_body(&entity.name).unwrap_or_else(|| entity.name.clone())
                    }
                    _ => entity.name.clone(),
                };
                let key = if name == entity.name { key } else { speaker_key(&name, entity.kind) };
                Speaker { name, key, kind: entity.kind }
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

    /// "Beijing" is China where the text names China too: a capital that speaks is its government.
    fn country_of(&self, name: &str, key: &str) -> Option<String> {
        if !is_capital(name) {
            return None;
        }
        let named = self.entities.all.iter().take(200).filter(|entity| {
            entity.kind == SpeakerType::Place
                && !is_capital(&entity.name)
                && speaker_key(&entity.name, entity.kind) == key
        });
        named.max_by_key(|entity| entity.mentions).map(|entity| entity.name.clone())
    }

    pub(crate) fn class(&self, i: usize) -> u32 {
        self.gazetteer.at(i)
    }

    /// Positive for women, negative for men, by name and title first, by pronouns second: several of them overrule a first
    /// name ("Burke Lennihan ... she"), one does not.
    pub(crate) fn sex(&self, entity: usize) -> i32 {
        let shown = self.shown.get(entity).copied().unwrap_or(0);
        match self.entities.all[entity].sex {
            sex if sex == 0 || sex.abs() <= 2 && shown.abs() >= 2 => shown.signum(),
            sex => sex.signum(),
        }
    }

    pub(crate) fn is_person(&self, entity: usize) -> bool {
        self.entities.all[entity].kind == SpeakerType::Person
    }
}
