//! Whether two claims may come from one mouth.

use super::spellings::{SHORT, is_slip, is_variant, spelt};
use crate::claims::SpeakerType;
use crate::claims::speakers::{given_names, may_be_one};
use crate::coverage::reading::vocabulary::{self, fold, joins_languages, primary};
use crate::coverage::types::ClaimRecord;

/// A speaker, ready to be compared.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Speaker {
    key: String,
    family: String,
    person: bool,
    body: bool,
    /// "Studies" and "residents" may be others in each story.
    pub named: bool,
    words: Vec<String>,
    /// The words of a body's name, without what may be left out: "SoftBank Group Corp" is called "SoftBank".
    called: Vec<String>,
    /// Its language, and the classes of these words where each has one that joins languages: "la policía", "the police".
    language: String,
    classes: Vec<u32>,
}

/// What two speakers say about two claims.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Relation {
    /// The same speaker.
    Same,
    /// One is not known, or an office, a group, a place: "officials" may be anybody.
    Compatible,
    /// Two persons of different names.
    Different,
}

/// Words in lower case that stand inside names of persons.
const PARTICLES: [&str; 17] =
    ["al", "ben", "bin", "da", "de", "del", "den", "der", "dela", "di", "dos", "el", "ibn", "la", "van", "von", "zu"];
/// What follows a family name.
const SUFFIXES: [&str; 6] = ["jr", "sr", "ii", "iii", "iv", "phd"];
/// Words that make a name one of a body.
const BODIES: [&str; 49] = [
    "agency",
    "air",
    "airlines",
    "alliance",
    "army",
    "associated",
    "association",
    "attorney",
    "bank",
    "board",
    "bureau",
    "centre",
    "center",
    "city",
    "coalition",
    "college",
    "commission",
    "committee",
    "company",
    "corp",
    "federation",
    "forum",
    "foundation",
    "government",
    "council",
    "court",
    "department",
    "group",
    "hospital",
    "house",
    "inc",
    "institute",
    "journal",
    "league",
    "ministry",
    "news",
    "office",
    "network",
    "party",
    "police",
    "post",
    "press",
    "senate",
    "service",
    "times",
    "tribune",
    "union",
    "university",
    "workers",
];

/// What may be left out at the end of a body's name, and who speaks for one.
const LEFT_OUT: [&str; 24] = [
    "ag",
    "co",
    "company",
    "corp",
    "corporation",
    "group",
    "holding",
    "holdings",
    "inc",
    "limited",
    "llc",
    "ltd",
    "office",
    "officials",
    "plc",
    "representative",
    "representatives",
    "sa",
    "se",
    "spokesman",
    "spokesperson",
    "spokespersons",
    "spokeswoman",
    "statement",
];

/// The words of a body's name that make it out: "a spokesperson for the NYAG" is called "nyag".
fn called(words: &[String]) -> Vec<String> {
    let spoken = words.iter().any(|word| word.starts_with("spokes"));
    let from = words.iter().position(|word| spoken && word == "for").map_or(0, |place| place + 1);
    let rest = &words[from..];
    let start = usize::from(rest.first().is_some_and(|word| matches!(word.as_str(), "a" | "an" | "the")));
    let kept = rest.iter().rposition(|word| !LEFT_OUT.contains(&word.as_str())).map_or(start, |last| last + 1);
    rest.get(start..kept).unwrap_or_default().to_vec()
}

impl Speaker {
    /// The speaker of a claim; `None` where none is given.
    pub fn of(claim: &ClaimRecord) -> Option<Self> {
        let name = claim.speaker.as_deref().or(claim.speaker_key.as_deref())?.trim();
        let words: Vec<&str> =
            name.split_whitespace().map(|word| word.trim_matches(|c: char| !c.is_alphanumeric())).collect();
        let folded: Vec<String> =
            words.iter().map(|word| fold(&word.to_lowercase())).filter(|w| !w.is_empty()).collect();
        let key = claim.speaker_key.as_deref().map_or_else(|| folded.join(" "), |key| fold(&key.to_lowercase()));
        let language = primary(claim.language.as_deref().unwrap_or("en")).to_owned();
        if key.is_empty() || (claim.speaker_type != Some(SpeakerType::Person) && is_anybody(&words, &language)) {
            return None;
        }
        let body = folded.iter().any(|word| BODIES.contains(&word.as_str()))
            || matches!(claim.speaker_type, Some(SpeakerType::Organisation | SpeakerType::Document));
        let person = match claim.speaker_type {
            Some(SpeakerType::Unnamed) => !body && ends_in_a_name(&words),
            Some(kind) => kind == SpeakerType::Person,
            None => {
                (2..=5).contains(&words.len())
                    && words.iter().all(|word| word.starts_with(char::is_uppercase) || PARTICLES.contains(word))
                    && !body
            }
        };
        let family = folded.iter().rev().find(|word| !SUFFIXES.contains(&word.as_str())).cloned().unwrap_or_default();
        let called = if person { Vec::new() } else { called(&folded) };
        let named = person || claim.speaker_type != Some(SpeakerType::Unnamed);
        let classes = if person { Vec::new() } else { classes(name, &language) };
        Some(Self { key, family, person, body, named, words: folded, called, language, classes })
    }

    /// Whether a stem is one of the words of the name.
    pub fn is_named(&self, stem: &str) -> bool {
        !stem.is_empty() && self.words.iter().any(|word| word == stem || (stem.len() > 3 && word.starts_with(stem)))
    }

    /// The key of one ends in the other's family name: "toxicologist brandt" and "brandt" of a named person.
    fn is_called(&self, other: &Self) -> bool {
        let last = |speaker: &Self| speaker.key.rsplit(' ').next().unwrap_or_default().to_owned();
        let family = last(self);
        (self.person || other.person)
            && !(self.body || other.body)
            && family.chars().count() > 2
            && !SUFFIXES.contains(&family.as_str())
            && family == last(other)
    }

    /// "Ingrid Solheim" and "Ingrid Solhiem": of one first name and two ways to write the other.
    fn is_misspelt(&self, other: &Self) -> bool {
        let long = |name: &String| name.chars().count() > SHORT;
        (self.person && other.person)
            && self.words.len() > 1
            && other.words.len() > 1
            && self.words.first() == other.words.first()
            && (long(&self.family) && long(&other.family))
            && is_slip(&self.family, &other.family)
    }

    /// "NYAG spokesperson", "New York State Attorney General's office".
    fn abbreviates(&self, other: &Self) -> bool {
        let [acronym] = self.called.as_slice() else { return false };
        let told = |word: &&String| !matches!(word.as_str(), "and" | "for" | "of" | "the");
        let initials: Vec<u8> = other.called.iter().filter(told).map(|word| word.bytes().next().unwrap_or(0)).collect();
        spelt(acronym.as_bytes(), &initials).is_some_and(|run| run.len() == initials.len())
    }

    /// Joins what one speaker says; for the index.
    pub fn key(&self) -> &str {
        if self.person { &self.family } else { &self.key }
    }
}

/// Nothing but pronouns and other small words, which mean somebody else in each text: "we", "this".
fn is_anybody(words: &[&str], language: &str) -> bool {
    let acronym = |word: &str| word.chars().count() > 1 && word.chars().all(char::is_uppercase);
    words.iter().all(|word| !acronym(word) && vocabulary::is_stopword(language, &word.to_lowercase()))
}

/// The classes of the words of a name but its small ones, in order; none where a word has no class that joins languages.
fn classes(name: &str, language: &str) -> Vec<u32> {
    let lists = vocabulary::language(language);
    let words = name.split(|c: char| !c.is_alphanumeric()).map(str::to_lowercase);
    let telling = words.filter(|word| !(word.is_empty() || vocabulary::is_stopword(language, word)));
    let class = |word: String| lists.classes.get(&vocabulary::stem(language, &word)).map(|(class, _)| *class);
    let found: Option<Vec<u32>> = telling.map(|word| class(word).filter(|class| joins_languages(*class))).collect();
    let mut found = found.unwrap_or_default();
    found.sort_unstable();
    found
}

/// "whale expert Samuel Ikande": what somebody does and a full name, the name of nothing else ("residents of New York").
fn ends_in_a_name(words: &[&str]) -> bool {
    let capital = |word: &&&str| word.starts_with(char::is_uppercase);
    let named = words.iter().rev().take_while(capital).count();
    let before = words.len().checked_sub(named + 1).and_then(|place| words.get(place));
    (2..=3).contains(&named) && before.is_some_and(|word| word.len() > 4)
}

/// Whether two speakers are two persons, whose names are given. Of one family name, two first names part them; what they say is
/// matched as if they were one, since outlets mix up such names, too.
pub(crate) fn are_two(a: Option<&Speaker>, b: Option<&Speaker>, names: [&str; 2]) -> bool {
    let persons = a.zip(b).is_some_and(|(a, b)| a.person && b.person);
    match relation(a, b) {
        Relation::Different => true,
        Relation::Same if persons => {
            let [x, y] = names.map(given_names);
            !may_be_one(&x, &y) && !misspelt(&x, &y)
        }
        _ => false,
    }
}

/// "Alan" and "Adam": of one family name, that is rather one person whose name was misheard, which conflicts tell of.
fn misspelt(a: &[String], b: &[String]) -> bool {
    let long = |name: &String| name.chars().count() >= SHORT;
    a.first().zip(b.first()).is_some_and(|(a, b)| long(a) && long(b) && is_variant(a, b))
}

/// How two speakers stand to each other.
pub(crate) fn relation(a: Option<&Speaker>, b: Option<&Speaker>) -> Relation {
    let (Some(a), Some(b)) = (a, b) else { return Relation::Compatible };
    if a.key == b.key
        || (a.person && b.person && a.family == b.family)
        || a.is_called(b)
        || a.is_misspelt(b)
        || (!a.called.is_empty() && a.called == b.called)
        || (a.language != b.language && !a.classes.is_empty() && a.classes == b.classes)
        || a.abbreviates(b)
        || b.abbreviates(a)
    {
        Relation::Same
    } else if a.person && b.person {
        Relation::Different
    } else {
        Relation::Compatible
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn between(a: &str, b: &str) -> Relation {
        let speaker =
            |name: &str| Speaker::of(&ClaimRecord { speaker: Some(name.to_owned()), ..ClaimRecord::default() });
        relation(speaker(a).as_ref(), speaker(b).as_ref())
    }

    #[test]
    fn a_title_in_the_key_does_not_part_a_person_from_himself() {
        let keyed = |key: &str, name: &str, kind| {
            Speaker::of(&ClaimRecord {
                speaker: Some(name.to_owned()),
                speaker_key: Some(key.to_owned()),
                speaker_type: Some(kind),
                ..ClaimRecord::default()
            })
        };
        let named = keyed("brandt", "Ilse Brandt", SpeakerType::Person);
        let titled = keyed("hafenmeisterin ilse brandt", "Hafenmeisterin Ilse Brandt", SpeakerType::Unnamed);
        assert_eq!(relation(named.as_ref(), titled.as_ref()), Relation::Same);
        let firm = keyed("stahlkonzern brandt", "Stahlkonzern Brandt", SpeakerType::Organisation);
        assert_eq!(relation(named.as_ref(), firm.as_ref()), Relation::Compatible);
        let body = keyed("brandt party", "the Brandt Party", SpeakerType::Organisation);
        assert_eq!(relation(named.as_ref(), body.as_ref()), Relation::Compatible);
    }

    #[test]
    fn a_full_name_behind_an_occupation_is_a_person() {
        let unnamed = |name: &str| {
            let claim = ClaimRecord {
                speaker: Some(name.to_owned()),
                speaker_type: Some(SpeakerType::Unnamed),
                ..ClaimRecord::default()
            };
            Speaker::of(&claim)
        };
        let nowak = unnamed("Marta Nowak");
        let relation = |name: &str| relation(unnamed(name).as_ref(), unnamed("ferry captain Marta Nowak").as_ref());
        assert_eq!(relation("Whale expert Joris Berg"), Relation::Different);
        assert_eq!(relation("river expert Marta Nowak"), Relation::Same);
        assert_eq!(relation("residents of Porto Callow"), Relation::Compatible);
        assert_eq!(relation("shop owners"), Relation::Compatible);
        assert!(nowak.is_some_and(|speaker| !speaker.person));
    }

    #[test]
    fn a_body_is_known_by_its_short_name_and_by_who_speaks_for_it() {
        for name in ["Orvane Group Corp", "Orvane spokeswoman", "a spokesperson for Orvane", "the Orvane company"] {
            assert_eq!(between("Orvane", name), Relation::Same, "{name}");
        }
        assert_eq!(between("HSB spokesman", "the Harbour Safety Board"), Relation::Same);
        assert_eq!(between("the Tessel State Board office", "TSB"), Relation::Same);
        assert_eq!(between("HSB", "the Harbour Pilots' Safety Council"), Relation::Compatible);
        assert_eq!(between("Orvane Foods workers", "Orvane"), Relation::Compatible);
        assert_eq!(between("a spokeswoman", "a spokesman"), Relation::Compatible);
        assert_eq!(between("Harbour Forum", "Marta Nowak"), Relation::Compatible);
    }

    #[test]
    fn a_body_is_the_same_in_two_languages() {
        let speaker = |name: &str, language: &str| {
            let claim = ClaimRecord {
                speaker: Some(name.to_owned()),
                speaker_type: Some(SpeakerType::Organisation),
                language: Some(language.to_owned()),
                ..ClaimRecord::default()
            };
            Speaker::of(&claim)
        };
        let police = speaker("the police", "en");
        for (name, language) in [("Polizei", "de"), ("la police", "fr"), ("La policía", "es"), ("la polizia", "it")] {
            assert_eq!(relation(police.as_ref(), speaker(name, language).as_ref()), Relation::Same, "{name}");
        }
        assert_eq!(relation(police.as_ref(), speaker("das Krankenhaus", "de").as_ref()), Relation::Compatible);
        assert_eq!(relation(police.as_ref(), speaker("Polizei Tessel", "de").as_ref()), Relation::Compatible);
    }

    #[test]
    fn first_names_part_persons_of_one_family_name() {
        let two = |a: &str, b: &str| {
            let speaker =
                |name: &str| Speaker::of(&ClaimRecord { speaker: Some(name.to_owned()), ..ClaimRecord::default() });
            are_two(speaker(a).as_ref(), speaker(b).as_ref(), [a, b])
        };
        assert!(two("Marta Nowak", "Eva Nowak") && two("Marta Nowak", "Joris Berg"));
        assert!(!two("Alan Pryce", "Adam Pryce") && !two("Marta Nowak", "M. Nowak") && !two("Marta Nowak", "Nowak"));
        assert!(!two("Marta Nowak", "the Nowak Group"));
        assert_eq!(between("Marta Nowak", "Eva Nowak"), Relation::Same);
    }

    #[test]
    fn pronouns_are_nobody_that_two_texts_could_share() {
        for name in ["I", "We", "this"] {
            assert_eq!(between(name, name), Relation::Compatible, "{name}");
        }
        assert_eq!(between("US", "US"), Relation::Same);
    }

    #[test]
    fn only_two_persons_contradict_each_other() {
        assert_eq!(between("Pat Hollis", "Patricia Hollis"), Relation::Same);
        assert_eq!(between("Marta Nowak Jr.", "Marta Nowak"), Relation::Same);
        assert_eq!(between("Marta Nowak", "Joris van den Berg"), Relation::Different);
        assert_eq!(between("Ingrid Solheim", "Ingrid Solhiem"), Relation::Same);
        assert_eq!(between("Ingrid Solheim", "Ingrid Solberg"), Relation::Different);
        assert_eq!(between("Ingrid Solheim", "Astrid Solhiem"), Relation::Different);
        assert_eq!(between("Marta Nowak", "the mayor's office"), Relation::Compatible);
        assert_eq!(between("Harbour Police", "Marta Nowak"), Relation::Compatible);
        assert_eq!(between("", "Marta Nowak"), Relation::Compatible);
    }
}
