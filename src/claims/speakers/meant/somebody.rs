//! "He" and "she" where nobody with a name fits: somebody described who spoke before, or the subject of the sentence before, which in
//! languages with grammatical gender may be a body as well.

use super::descriptions::{DEFINITE, article_sex};
use super::salience::{AGREES, PREVIOUS};
use super::sides::is_party;
use crate::claims::attribution::analysis::{NONE, state};
use crate::claims::attribution::linking::Run;
use crate::claims::speakers::names::entities::Mention;
use crate::claims::speakers::names::russian;
use crate::claims::speakers::sources::resolve::{Referent, Resolver, Seen};
use crate::claims::speakers::sources::small_words::{OWNED, is_dutch_woman, is_feminine};
use crate::claims::speakers::sources::untagged::is_plain;
use crate::claims::speakers::words::{class, word_sex};
use crate::claims::types::SpeakerType;
use crate::text::pos::Pos;

/// Words for one person.
const PERSON: u32 = class::PERSON | class::UNNAMED;
/// And for bodies, which speak as well.
const BODY: u32 =
    class::ORGANISATION | class::ALIAS | class::OUTLET | class::PUBLIC | class::GROUP | class::PLACE | class::UNNAMED;

/// Indefinite articles, German ones in the cases that sources have.
const INDEFINITE: &[&str] =
    &["a", "an", "one", "another", "ein", "eine", "einer", "einem", "un", "une", "una", "uno", "um", "uma", "een"];

/// What is known of a source by its words alone: the sex or gender, and whether it is a person.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Told {
    pub sex: i32,
    pub person: bool,
    /// Whether an indefinite article brings somebody new.
    pub new: bool,
    pub noun: Option<usize>,
}

impl Resolver<'_> {
    /// Whom "he" or "she" at word `at` means.
    pub(crate) fn he_or_she(&self, at: usize, sex: i32, seen: Seen) -> Option<Referent> {
        let named = self.person_scored(at, sex, seen);
        if let Some(body) = self.we_of_body(at, sex, named.map(|(_, entity)| entity), seen) {
            return Some(body);
        }
        if let Some(own) = self.own_subject(at, sex, named.map(|(_, entity)| entity), seen) {
            return Some(own);
        }
        // "Der Vater trat vor. „Er rief noch an. Dann nichts mehr“, sagte er.": who has come in before all that is said.
        let begins = seen.contents().first().map_or(at, |run| run.0.min(at));
        if let Some(found) = self.topic(at, seen).or_else(|| self.came_in(begins, sex, seen)) {
            return Some(found);
        }
        if let Some((score, told)) = self.told_before(at, sex, seen) {
            // "A resident said": somebody new; "the doctor" may be somebody named, unless the text calls him otherwise.
            let other = |entity: usize| {
                self.language == "en"
                    || self.is_body(&told)
                    // "Фельдшер, попросивший не называть его, ...": told of at length, and somebody new.
                    || is_plain(self.language)
                        && matches!(told, Referent::Phrase(_, SpeakerType::Unnamed))
                        && seen.told.noun.is_some_and(|noun| self.analysis.words.of(noun + 1) == ",")
                    || seen.told.new
                    || seen.told.noun.is_some_and(|noun| self.contradicts(entity, noun))
            };
            if named.is_none_or(|(top, entity)| score > top && other(entity) || self.opposes(entity, sex)) {
                return Some(told);
            }
        }
        match named {
            Some((_, entity)) if !self.opposes(entity, sex) => Some(Referent::Entity(entity)),
            // A translation takes the wrong pronoun where one person alone speaks.
            Some((_, entity)) => {
                let alone = !self.entities.all[entity].addressed && self.voices.iter().all(|voice| *voice == entity);
                let only = || alone.then_some(Referent::Entity(entity));
                self.subject_before(at, sex, seen).or_else(only)
            }
            None => {
                let fits = |entity: usize| !self.opposes(entity, sex) && self.is_person(entity);
                let own = || self.subject_said(at, seen).filter(|own| own.entity().is_some_and(fits));
                let before = self.subject_before(at, sex, seen).or_else(own);
                let before = before.or_else(|| self.person_after(at, sex, seen).map(Referent::Entity));
                let before = before.or_else(|| self.unlisted_subject(at, sex, seen));
                let before = before.or_else(|| self.told_of_himself(at, sex, seen)).or_else(|| self.unproven(at, seen));
                before.or_else(|| self.one_told_of(at, sex, seen))
            }
        }
    }

    /// "Minister Eva Prins gaat weg. Dat zei ze gisteren.": what was said is the sentence before, which tells of herself.
    fn told_of_himself(&self, at: usize, sex: i32, seen: Seen) -> Option<Referent> {
        let &(from, to) = seen.contents().first().filter(|run| run.1 <= self.analysis.sentence_at(at).0)?;
        let fits = |mention: &&Mention| {
            self.is_person(mention.entity) && !mention.quoted && !self.opposes(mention.entity, sex)
        };
        self.entities.inside(from, to).iter().find(fits).map(|mention| Referent::Entity(mention.entity))
    }

    /// "Die Sprecherin sagte, der Fahrer sei nüchtern gewesen. Er sagte": where who spoke is of the other sex, the one person described in
    /// what was said before.
    fn one_told_of(&self, at: usize, sex: i32, seen: Seen) -> Option<Referent> {
        let sentence = (self.analysis.sentence_of[at] as usize).checked_sub(1).filter(|_| self.language != "en")?;
        let (from, to) = self.analysis.sentence(sentence);
        let spoke = seen.last.is_some_and(|(place, _)| from <= place && place < to) && seen.told.sex * sex < 0;
        let one = |i: &usize| {
            let led = self.language == "ru" || *i > from && DEFINITE.contains(&self.analysis.lower(*i - 1).as_str());
            let classes = self.class(*i);
            led && classes & PERSON != 0
                && classes & (class::GROUP | class::DOCUMENT) == 0
                && self.content[*i] != NONE
                && !self.entities.covers(*i)
                && self.noun_sex(i.saturating_sub(1), *i) * sex >= 0
        };
        let mut found = (from..to).filter(one);
        let noun = found.next().filter(|_| spoke && found.next().is_none())?;
        self.phrase(noun, noun + 1, noun)
    }

    /// "Anna Lund will resign in May, she says": where whoever else is named has not spoken, or is of the other sex, the subject of the
    /// clause speaks of herself.
    fn own_subject(&self, at: usize, sex: i32, named: Option<usize>, seen: Seen) -> Option<Referent> {
        let named = named?;
        let spoke = seen.speakers().any(|speaker| speaker.1 == named);
        if spoke && !self.opposes(named, sex) {
            return None;
        }
        let own = self.subject_said(at, seen)?;
        let entity = own.entity().filter(|&entity| self.is_person(entity) && entity != named)?;
        (self.sex(entity) * sex > 0 || !self.opposes(entity, sex) && self.opposes(named, sex)).then_some(own)
    }

    /// Whether somebody is known to be of the other sex: by a title, a first name or several pronouns.
    pub(crate) fn opposes(&self, entity: usize, sex: i32) -> bool {
        let entity_sex = self.entities.all[entity].sex;
        // Endings of Russian names are those of their cases as well.
        let sure = if self.language == "ru" { entity_sex == 0 } else { entity_sex == 0 || entity_sex.abs() >= 2 };
        sure && self.sex(entity) * sex < 0
    }

    /// "Le ministère a tranché. Il précise": a body without a name of its own.
    fn is_body(&self, referent: &Referent) -> bool {
        is_plain(self.language) && matches!(referent, Referent::Phrase(_, SpeakerType::Organisation))
    }

    /// Who spoke last, if that is somebody or some body without a name of its own, and how likely it is meant.
    fn told_before(&self, at: usize, sex: i32, seen: Seen) -> Option<(f32, Referent)> {
        let (place, referent) = seen.last.filter(|&(place, _)| place < at && self.near(place, at))?;
        let body = match referent {
            // "sagte Kovac. Eine Lösung sei fern, sagte sie": of a family name alone the sex is open.
            Referent::Phrase(_, SpeakerType::Person) => false,
            Referent::Phrase(_, SpeakerType::Unnamed) => !seen.told.person,
            Referent::Phrase(_, SpeakerType::Organisation) => true,
            Referent::Entity(entity) if !self.is_person(*entity) => true,
            _ => return None,
        };
        if self.language != "en" && self.is_nobody_alone(referent) && self.says_i(seen) {
            return None;
        }
        let agrees = seen.told.sex * sex;
        // English has no "he" for a body, other languages by its gender alone.
        if agrees < 0 || body && (self.language == "en" || agrees == 0) {
            return None;
        }
        let words = &self.analysis.words.words;
        let sentences = words[at].sentence.saturating_sub(words[place].sentence) as f32;
        let paragraphs = words[at].paragraph.saturating_sub(words[place].paragraph) as f32;
        let agreement = if agrees > 0 { AGREES } else { 0.0 };
        Some((agreement + PREVIOUS - 0.5 * sentences - 0.8 * paragraphs, referent.clone()))
    }

    /// "The judge warned him. She said": the described subject that opens the sentence before.
    fn subject_before(&self, at: usize, sex: i32, seen: Seen) -> Option<Referent> {
        let sentence = self.analysis.sentence_of[at] as usize;
        (0..=sentence.min(2)).find_map(|back| self.subject_of(sentence - back, at, sex, seen))
    }

    pub(crate) fn subject_of(&self, sentence: usize, at: usize, sex: i32, seen: Seen) -> Option<Referent> {
        let (from, end) = self.opening(sentence, at)?;
        let told = self.told((from, end));
        let fits = told.sex * sex >= 0 && (told.person || self.language != "en" && told.sex * sex > 0);
        // "Eine Lösung war nicht in Sicht, sagte sie": what is spoken of does not speak, unless it is somebody or some body.
        let spoken_of = self.content[from] != NONE || seen.says(from);
        let speaks = told.noun.is_some_and(|noun| self.class(noun) & BODY != 0);
        if spoken_of && !told.person && !speaks {
            return None;
        }
        fits.then(|| self.source((from, end), seen)).flatten().filter(|found| match found {
            Referent::Entity(entity) => !self.opposes(*entity, sex),
            _ => true,
        })
    }

    /// The words of a description that opens a sentence, before word `at` in the same paragraph.
    pub(crate) fn opening(&self, sentence: usize, at: usize) -> Option<Run> {
        let words = &self.analysis.words.words;
        let (from, to) = self.analysis.sentence(sentence);
        let to = to.min(at);
        if from >= to || words[from].paragraph != words[at].paragraph || self.analysis.quoted[from] != state::OUT {
            return None;
        }
        let article = self.analysis.lower(from);
        // Russian has no article: "Водитель ушёл."
        if self.language == "ru" && self.class(from) & PERSON != 0 {
            return Some((from, from + 1 + self.russian_tail(from + 1, to)));
        }
        let owned = is_plain(self.language) && OWNED.contains(&article.as_str())
            || self.language == "de" && matches!(article.as_str(), "sein" | "seine" | "ihr" | "ihre");
        let opens = DEFINITE.contains(&article.as_str()) || matches!(article.as_str(), "ein" | "eine" | "un" | "une");
        // "Il suo vice"
        let inner = usize::from(self.language == "it" && self.among(from + 1, OWNED));
        let noun = |i: usize| match self.language {
            "en" => matches!(self.pos(i), Pos::Noun | Pos::Adj | Pos::Propn),
            "de" => self.analysis.form(i).is_capital() && self.analysis.form(i).is_word(),
            _ => self.analysis.form(i).is_word() && (i <= from + 1 + inner || self.analysis.form(i).is_capital()),
        };
        let end = (from + 1..to.min(from + 5)).take_while(|&i| noun(i)).last()? + 1;
        (opens || owned).then_some((from, end))
    }

    /// What the words of a source tell of who it is.
    pub(crate) fn told(&self, source: Run) -> Told {
        let (from, to) = self.trim(source);
        if from >= to {
            return Told::default();
        }
        let end = self.head_end(from, to);
        let Some(noun) = self.head_noun(from, end) else { return Told::default() };
        let classes = self.class(noun);
        let word = self.analysis.lower(noun);
        let one = || word.chars().count() > 4 && !word.ends_with(['и', 'ы']);
        let russian = || self.language == "ru" && one() && russian::is_somebody(&word);
        let known = classes & PERSON != 0 || russian() || self.language != "en" && is_party(&word);
        let person = known && classes & (class::GROUP | class::DOCUMENT) == 0;
        let article = self.analysis.lower(from);
        let new = INDEFINITE.contains(&article.as_str()) && (article != "a" || self.language == "en");
        Told { sex: self.noun_sex(from, noun), person, new, noun: Some(noun) }
    }

    /// The sex or gender that a noun and the first word of its phrase give.
    pub(crate) fn noun_sex(&self, from: usize, noun: usize) -> i32 {
        let classes = self.class(noun);
        let by_class = word_sex(classes);
        // "laut der Richterin": the article may be that of another case.
        let word = self.analysis.lower(noun);
        let by_ending = classes & PERSON != 0
            && match self.language {
                "de" => word.ends_with("in"),
                "nl" => is_dutch_woman(&word),
                _ => false,
            };
        let by_ending = i32::from(by_ending);
        let by_article = article_sex(self.language, &self.analysis.lower(from));
        // "L'association": its ending tells.
        let by_gender = i32::from(is_feminine(self.language, &word));
        [by_class, by_ending, by_article, by_gender].into_iter().find(|sex| *sex != 0).unwrap_or(0)
    }
}
