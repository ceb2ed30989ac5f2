//! Sources without a name: "the Russian minister", "the company", "a spokesman", "officials".

use super::aged::Aged;
use super::contrast::{excludes, is_office_word, role_of};
use crate::claims::speakers::names::entities::Entity;
use crate::claims::speakers::names::german::is_german_noun;
use crate::claims::speakers::names::outlets::is_outlet_name;
use crate::claims::speakers::names::roles::age_of;
use crate::claims::speakers::sources::resolve::{Referent, Resolver, Seen};
use crate::claims::speakers::sources::small_words::{NAMED, is_abstract};
use crate::claims::speakers::words::{class, word_sex};
use crate::claims::types::SpeakerType;
use crate::learn::form::Shape;
use crate::text::pos::Pos;

/// Definite articles and demonstratives of the languages with packs; "a" is Portuguese.
pub(crate) const DEFINITE: &[&str] = &[
    "the", "this", "that", "der", "die", "das", "dem", "den", "des", "le", "la", "l", "l'", "l’", "lo", "el", "il",
    "o", "a", "de", "het",
];

/// Words for whose somebody is.
const OWNERS: &[&str] = &["his", "her", "their", "its"];

/// Prepositions that hold an article.
const FUSED: &[&str] = &["della", "del", "dell'", "dell’", "dello", "do", "da", "du", "al", "alla", "ao", "à"];

/// The longest description kept as a speaker, in words.
const LONGEST: usize = 24;

/// A described source, in words.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Description {
    pub from: usize,
    pub to: usize,
    /// Where its head ends: before the first preposition, relative clause or comma.
    pub end: usize,
    /// The head noun.
    pub noun: usize,
}

impl Resolver<'_> {
    pub(crate) fn description(&self, at: Description, seen: Seen) -> Option<Referent> {
        let Description { from, to, noun, .. } = at;
        let first = self.analysis.lower(from);
        let english = self.language == "en";
        let fused = |at: usize| FUSED.contains(&self.analysis.lower(at).as_str());
        let definite = DEFINITE.contains(&first.as_str()) && !(first == "a" && english)
            || !english && (self.language == "ru" || from > 0 && fused(from - 1));
        // A capital at the head of a sentence makes no name, but that of somebody known does, wherever he is from ("Ophir aus Kiel").
        if (to - from == 1 || self.language == "de" && at.end - from == 1)
            && self.analysis.form(from).is_capital()
            && let Some(entity) = self.entities.named(&first).filter(|entity| to - from == 1 || self.is_person(*entity))
        {
            return Some(Referent::Entity(entity));
        }
        let classes = self.class(noun);
        if self.is_statement(at, seen)
            && let Some((_, referent)) = seen.last.filter(|&(place, _)| self.near(place, from))
        {
            return Some(referent.clone());
        }
        let plural = classes & class::GROUP != 0;
        let aged = age_of(self.analysis, noun).is_some();
        if english
            && definite
            && let Some(age) = age_of(self.analysis, noun)
        {
            match self.aged(at, age, seen) {
                Aged::One(entity) => return Some(Referent::Entity(entity)),
                Aged::Unknown => return self.phrase(from + usize::from(to > from + 1), to, noun),
                Aged::Nobody => {}
            }
        }
        // "her coach" is Bo Lind where "her coach, Bo Lind" stands before; nobody is his own coach.
        if english
            && OWNERS.contains(&first.as_str())
            && from < noun
            && let Some(entity) = self.by_role(at, classes, seen).filter(|&entity| self.is_person(entity))
        {
            return Some(Referent::Entity(entity));
        }
        if definite
            && !plural
            && classes & class::COUNTRY != 0
            && noun + 1 == to
            && let Some(entity) = self.country_before(from, seen)
        {
            return Some(Referent::Entity(entity));
        }
        // "the source" is nobody's role.
        let role = classes & class::UNNAMED == 0 || classes & class::TITLE != 0;
        if definite && !plural && role {
            if let Some(entity) = self.by_role(at, classes, seen) {
                return Some(Referent::Entity(entity));
            }
            if let Some(found) = self.possessed(at).filter(|_| english) {
                return Some(found);
            }
            // "The prime minister arrived": whom the text names further on.
            let later = english && excludes(classes) && to == at.end && !self.analysis.form(noun).is_capital();
            if let Some(entity) = later.then(|| self.titled_alone(from + 1, noun)).flatten() {
                return Some(Referent::Entity(entity));
            }
        }
        // "The brother of Karin Dahl": not she, and nobody whom only his place makes a candidate.
        let related = || self.entities.inside(at.end, to).iter().any(|other| self.is_related(other, from, at.end));
        if definite && !plural && !related() {
            let can_be = |entity: &usize| {
                // Whoever is of another age is not meant.
                let other = english && aged && self.entities.all[*entity].aged;
                !other && !self.contradicts(*entity, noun) && !self.opposes(*entity, self.noun_sex(from, noun))
            };
            if classes & (class::MALE | class::FEMALE | class::HUMAN) != 0 || aged {
                // "the man" is "a 43-year-old man" of the lead before he is anybody with a name.
                if let Some(found) = self.introduced(at).filter(|_| english && !aged) {
                    return Some(found);
                }
                let sex = word_sex(classes);
                let trade = classes & (class::TITLE | class::HUMAN) != 0 && classes & class::ANYONE == 0;
                let found = if trade || aged { self.described(from, sex, trade, seen) } else { None };
                // "the spokesman": whoever spoke last, and nobody who is only named before.
                let last = seen.last.and_then(|(_, referent)| referent.entity());
                let spoke = |entity: &usize| classes & class::UNNAMED == 0 || !trade || last == Some(*entity);
                if let Some(entity) =
                    found.or_else(|| self.person_known(from, sex, classes, seen).filter(spoke)).filter(can_be)
                {
                    return Some(Referent::Entity(entity));
                }
            }
            if !english && classes & (class::TITLE | class::UNNAMED) != 0 {
                // "la edil", "il tecnico": whoever spoke last, unless the article is of the other sex.
                let sex = article_sex(self.language, &first);
                let last = seen.last.and_then(|(place, referent)| Some((place, referent.entity()?)));
                let last = last.filter(|&(place, entity)| {
                    self.is_person(entity) && self.near(place, from) && self.sex(entity) * sex >= 0
                });
                let named = last.map(|(_, entity)| entity).or_else(|| self.person_known(from, sex, classes, seen));
                if let Some(entity) = named.filter(can_be) {
                    return Some(Referent::Entity(entity));
                }
            }
            // "the expert": who spoke before is the only expert that the text shows.
            if role
                && classes & class::TITLE != 0
                && !(english && self.analysis.form(noun).is_capital())
                && let Some((place, referent)) = seen.last
                && let Some(entity) = referent.entity().filter(can_be)
                && self.entities.all[entity].kind == SpeakerType::Person
                && !self.entities.all[entity].calling
                && !(english && excludes(classes))
                && self.near(place, from)
            {
                return Some(Referent::Entity(entity));
            }
        }
        if english
            && definite
            && noun + 1 == to
            && let Some(entity) = self.by_people(from, noun, seen)
        {
            return Some(Referent::Entity(entity));
        }
        let trade = classes & (class::TITLE | class::HUMAN) != 0
            && classes & class::UNNAMED == 0
            && !self.analysis.form(noun).is_capital();
        if english
            && definite
            && !plural
            && trade
            && to == at.end
            && let Some(entity) = self.only_person(from, seen).filter(|entity| !self.contradicts(*entity, noun))
        {
            return Some(Referent::Entity(entity));
        }
        if english
            && (matches!(first.as_str(), "a" | "an") || OWNERS.contains(&first.as_str()) && classes & class::ALIAS != 0)
            && let Some(entity) = self.taken_up(at)
        {
            return Some(Referent::Entity(entity));
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
        // A document with words of its own behind is another one.
        let told = self.analysis.words.of(at.end) != "," || !self.entities.inside(at.end, to).is_empty();
        let own = classes & class::DOCUMENT != 0 && to > at.end + 1 && told;
        if definite && let Some(found) = self.introduced(at).filter(|_| !own) {
            return Some(found);
        }
        if english
            && definite
            && to == at.end
            && let Some(found) = self.of_study(at, seen)
        {
            return Some(found);
        }
        if english && let Some(owned) = self.owned(at, seen) {
            return Some(owned);
        }
        let article = matches!(first.as_str(), "the" | "a" | "an")
            || self.language == "de" && (definite || matches!(first.as_str(), "dem" | "den" | "ein" | "eine"));
        if definite && let Some(found) = self.compound(at).or_else(|| self.german_body(at)) {
            return Some(found);
        }
        let skip = usize::from(article && to - from > 1);
        self.phrase(from + skip, to, noun)
    }

    /// "hieß es in einer Mitteilung": whoever spoke before writes so, where nobody else is named.
    fn is_statement(&self, at: Description, seen: Seen) -> bool {
        const WRITTEN: &[&str] = &["stellungnahme", "mitteilung", "pressemitteilung", "erklärung", "schreiben"];
        let article = at.noun > 0 && matches!(self.analysis.lower(at.noun - 1).as_str(), "einer" | "einem");
        let heard = seen.cue.is_some_and(|cue| (cue.0..cue.1).any(|i| self.analysis.words.of(i) == "es"));
        let written = WRITTEN.contains(&self.analysis.lower(at.noun).as_str());
        self.language == "de" && article && heard && written && at.to == at.noun + 1
    }

    /// The words as they stand, up to the first comma or relative clause.
    pub(crate) fn phrase(&self, from: usize, to: usize, noun: usize) -> Option<Referent> {
        let words = &self.analysis.words.words;
        let classes = self.class(noun);
        let ends = |&i: &usize| {
            // "the report, released on Monday", but "the study, published in Heart": where tells which one it is.
            let when = self.is(i + 2, &["on", "last", "earlier", "this"]);
            let bare = self.language == "en" && self.analysis.pos.get(i + 1) == Some(&Pos::Verb) && when;
            i > noun
                && (classes & class::DOCUMENT == 0 || bare)
                && (self.analysis.form(i).shape == Shape::Comma || matches!(self.analysis.words.of(i), "who" | "which"))
        };
        let to = self.over_mark((from, (from + 1..to).find(ends).unwrap_or(to)));
        let (text, end) = (self.analysis.words.text, words[to - 1].span.end);
        let end = end + usize::from(text.get(end..).is_some_and(|rest| rest.starts_with('%')));
        let phrase = text.get(words[from].span.start..end)?;
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
        } else if self.is_german_name(from, to, noun) {
            SpeakerType::Person
        } else if classes & (class::TITLE | class::HUMAN) == 0
            && self.language != "en"
            && is_abstract(self.language, &self.analysis.lower(noun))
        {
            SpeakerType::Organisation
        } else if self.language != "de"
            && self.analysis.lower(noun).ends_with('s')
            && !(self.language == "en" && self.analysis.lower(noun).ends_with("ss"))
        {
            SpeakerType::Group
        } else {
            SpeakerType::Unnamed
        };
        let phrase = phrase.trim_end_matches([' ', '-', '–', '—']);
        let phrase = phrase.strip_suffix("'s").or_else(|| phrase.strip_suffix("’s")).unwrap_or(phrase);
        let phrase: Vec<&str> = phrase.split_whitespace().take(LONGEST).collect();
        let phrase = self.with_nominative(&phrase, noun - from, noun);
        Some(Referent::Phrase(self.nominative(&phrase).unwrap_or(phrase), kind))
    }

    /// "sagte Holt": in German a capital alone, without an article and of no class, is a family name.
    fn is_german_name(&self, from: usize, to: usize, noun: usize) -> bool {
        let alone =
            self.language == "de" && from == noun && noun + 1 == to && self.analysis.form(noun).shape == Shape::Title;
        let article = from.checked_sub(1).is_some_and(|before| self.class(before) & class::FUNCTION != 0);
        let word = self.analysis.lower(noun);
        // "Experten", "Anwohner", but "Fischer".
        let plural = word.ends_with("en") || word.ends_with("er") && word.chars().count() > 7;
        alone && !article && !plural && self.class(noun) == 0 && !is_german_noun(&word)
    }

    /// Whether an organisation is known as an outlet, which reports on others and is seldom "the company".
    pub(crate) fn is_outlet(&self, entity: &Entity) -> bool {
        is_outlet_name(self.gazetteer, &entity.name)
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

    /// The entity whose roles fit the description best, the nearest before of equals.
    fn by_role(&self, at: Description, classes: u32, seen: Seen) -> Option<usize> {
        let head = role_of(self.analysis, self.gazetteer, at.noun);
        let head = age_of(self.analysis, at.noun).unwrap_or(head);
        let kinds = self.gazetteer.kinds(head);
        let modifiers: Vec<u64> =
            (at.from + 1..at.noun).map(|i| self.gazetteer.role(self.analysis.form(i).hash)).collect();
        let before = self.entities.mentions.partition_point(|mention| mention.from < at.from);
        let spoken = |entity: usize| seen.last.is_some_and(|(_, referent)| referent.entity() == Some(entity));
        // "the prosecutor's office" is not just any body, nor is "the port authority".
        let owned = (at.from..at.noun).any(|i| matches!(self.analysis.words.of(i), "'s" | "’s" | "'" | "’"));
        let compound = at.noun > at.from + 1
            && self.analysis.pos[at.noun - 1] == Pos::Noun
            && !self.analysis.lower(at.noun - 1).ends_with("ing");
        // "the Philippine government" is that of one country.
        let another = classes & class::PUBLIC != 0 && at.noun > at.from + 1;
        let broad = !owned
            && !compound
            && !another
            && (at.to == at.end || self.analysis.words.of(at.end) == ",")
            && classes & class::SPECIFIC == 0;
        // "the commission", "the bank": a body of that kind has the word in its name; but "the alliance" may be NATO.
        let own = self.language == "en"
            && (classes & class::PUBLIC != 0 || self.analysis.is_one_of(at.noun, NAMED))
            && !self.analysis.is_one_of(at.noun, &["alliance", "coalition"]);
        let person = classes & class::PERSON != 0;
        let body = !person && classes & (class::ALIAS | class::ORGANISATION) != 0;
        let firm = self.language == "en" && classes & class::BUSINESS != 0;
        let mut best: Option<(f32, usize)> = None;
        for (distance, mention) in self.entities.mentions[..before].iter().rev().take(200).enumerate() {
            let entity = &self.entities.all[mention.entity];
            let organisation = entity.kind == SpeakerType::Organisation;
            if body && entity.kind == SpeakerType::Person {
                continue;
            }
            let same = entity.is(head);
            let kind = kinds.iter().any(|kind| entity.is(*kind));
            // "The FDA warned ... the agency said": of letters nobody can tell what they stand for.
            let letters = self.analysis.form(mention.from).shape == Shape::Upper;
            let alias = classes & class::ALIAS != 0
                && organisation
                && (same
                    || kind
                    || broad
                        && (!own || letters)
                        && !mention.quoted
                        && self.can_be(entity, classes)
                        && !self.is_where(*mention));
            let fits = same || kind && (organisation || person && entity.kind == SpeakerType::Person);
            let elsewhere = || person && self.is_elsewhere(mention.entity, at.end, at.to);
            if !fits && !alias || mention.quoted && !spoken(mention.entity) || elsewhere() {
                continue;
            }
            // "the foreign minister" is not the energy minister.
            let other = |i: usize| {
                is_office_word(self.analysis, self.class(i), i)
                    && !entity.offices.is_empty()
                    && !entity.offices.contains(&self.gazetteer.role(self.analysis.form(i).hash))
            };
            if self.language == "en" && person && (at.from..at.noun).any(other) {
                continue;
            }
            let known = modifiers.iter().filter(|word| entity.roles.contains(word)).count() as f32;
            let score = if same {
                4.0
            } else if fits {
                3.0
            } else {
                0.0
            } + 2.5 * known
                - 0.05 * distance as f32
                + f32::from(u8::from(mention.subject))
                + if spoken(mention.entity) { 2.0 } else { 0.0 }
                + if alias { (entity.mentions as f32).ln() } else { 0.0 }
                + if alias && firm && !letters && self.leads_before(*mention, at.from, seen) { 2.0 } else { 0.0 };
            if best.is_none_or(|(top, _)| score > top) {
                best = Some((score, mention.entity));
            }
        }
        let found = best.map(|(_, entity)| entity)?;
        let bare = self.language == "en" && person && at.noun == at.from + 1 && at.to == at.end;
        if bare && !spoken(found) { self.one_of(found, head, before) } else { Some(found) }
    }
}

/// The sex that an article gives to a person.
pub(crate) fn article_sex(language: &str, article: &str) -> i32 {
    match (language, article) {
        ("fr" | "es" | "it", "la") | ("pt", "a") | ("it", "una") | ("es", "una") | ("fr", "une") | ("pt", "uma") => 1,
        ("de", "die" | "eine") => 1,
        ("de", "der" | "ein") => -1,
        ("fr", "le" | "un") | ("es", "el" | "un") | ("it", "il" | "lo") | ("pt", "o" | "um") => -1,
        _ => 0,
    }
}
