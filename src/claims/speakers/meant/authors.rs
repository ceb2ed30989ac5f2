//! What belongs to what the text has told of, outside of English: "Los autores" behind "según un informe de Ferrovía" are those of the
//! report; and the words that join an owner to a noun.

use super::descriptions::article_sex;
use crate::claims::attribution::analysis::NONE;
use crate::claims::attribution::linking::Run;
use crate::claims::speakers::names::entities::Mention;
use crate::claims::speakers::sources::resolve::{Referent, Resolver, Seen};
use crate::claims::speakers::words::class;
use crate::claims::types::SpeakerType;

/// How far behind data stands who has published them, in words.
const PUBLISHED: usize = 8;

/// Those who have written what is told of, by language.
const AUTHORS: &[(&str, &[&str])] = &[
    ("de", &["autoren", "autorinnen", "verfasser", "verfasserinnen", "forscher", "forscherinnen", "forschenden"]),
    ("fr", &["auteurs", "auteures", "autrices", "rapporteurs", "chercheurs"]),
    ("es", &["autores", "autoras", "investigadores", "investigadoras"]),
    ("pt", &["autores", "autoras", "pesquisadores", "pesquisadoras", "investigadores"]),
    ("it", &["autori", "autrici", "ricercatori", "ricercatrici"]),
    ("nl", &["auteurs", "onderzoekers", "opstellers"]),
    ("ru", &["авторы", "составители", "исследователи"]),
];

impl Resolver<'_> {
    /// "Die Autoren", "los investigadores" where what is written spoke last: those of the study.
    pub(crate) fn authors(&self, (from, to): Run, seen: Seen) -> Option<Referent> {
        let known = AUTHORS.iter().find(|(code, _)| *code == self.language).map(|(_, words)| *words)?;
        let noun = to.checked_sub(1).filter(|&noun| noun >= from && noun <= from + 1)?;
        let (place, referent) = seen.last.filter(|&(place, _)| place < from && self.near(place, from))?;
        let Referent::Phrase(document, SpeakerType::Document) = referent else { return None };
        if !known.contains(&self.small(noun).as_str()) {
            return None;
        }
        let sex = self.gender_at(place);
        let authors = self.analysis.words.of(noun);
        Some(Referent::Phrase(self.joined_of(authors, document, sex), SpeakerType::Group))
    }

    /// "los datos facilitados el martes por | la Consejería", "les chiffres publiés par | l'Insee": whose data they are.
    pub(crate) fn published_by(&self, noun: usize, seen: Seen) -> Option<Referent> {
        const DATA: &[&str] = &[
            "datos",
            "cifras",
            "estadísticas",
            "données",
            "chiffres",
            "statistiques",
            "dados",
            "números",
            "estatísticas",
            "dati",
            "cifre",
            "statistiche",
        ];
        const BY: &[&str] = &["por", "par", "pelo", "pela", "da", "dal", "dalla", "dall'", "dai"];
        const BENT: &[&str] =
            &["ados", "adas", "idos", "idas", "iés", "iées", "és", "ées", "ati", "ate", "iti", "ite", "usi", "use"];
        if !DATA.contains(&self.small(noun).as_str()) {
            return None;
        }
        let (_, end) = self.sentence_at(noun);
        let word = |i: &usize| self.analysis.form(*i).is_word();
        let near = || (noun + 1..end.min(noun + PUBLISHED)).take_while(word);
        let by = near().find(|&i| self.among(i, BY))?;
        let bent = near().take_while(|&i| i < by).any(|i| BENT.iter().any(|end| self.small(i).ends_with(end)));
        let to = (by + 1..end).take_while(word).take_while(|&i| self.analysis.lexicon[i].is_none()).last()? + 1;
        let body = self.entities.inside(by + 1, to).first().filter(|mention| mention.start <= by + 2);
        bent.then(|| {
            body.map(|mention| Referent::Entity(mention.entity)).or_else(|| self.source((by + 1, to.min(by + 6)), seen))
        })?
    }

    /// "Eine Sprecherin", "een woordvoerder" behind what a body has said: that of the body, in the same paragraph.
    pub(crate) fn spoken_for(&self, (from, to): Run, noun: usize, seen: Seen) -> Option<Referent> {
        const VOICES: &[&str] = &[
            "sprecher",
            "sprecherin",
            "woordvoerder",
            "woordvoerster",
            "porte-parole",
            "portavoz",
            "vocero",
            "vocera",
            "porta-voz",
            "portavoce",
            "представитель",
            "представительница",
            "пресс-секретарь",
        ];
        const ONE: &[&str] = &["ein", "eine", "einer", "einem", "een", "un", "une", "una", "um", "uma"];
        let (place, referent) = seen.last.filter(|&(place, _)| place < from)?;
        let words = &self.analysis.words.words;
        let paragraph = words[place].paragraph == words[from].paragraph;
        let next = self.analysis.sentence_of[place] + 2 >= self.analysis.sentence_of[from];
        let alone = to == noun + 1 && noun <= from + 1 && VOICES.contains(&self.small(noun).as_str());
        let led = noun == from && self.language == "ru" || noun > 0 && self.among(noun - 1, ONE);
        let owner = match referent {
            Referent::Entity(entity) if self.entities.all[*entity].kind == SpeakerType::Organisation => {
                self.entities.all[*entity].name.clone()
            }
            Referent::Phrase(words, SpeakerType::Organisation) => words.clone(),
            _ => return None,
        };
        let outlet = referent.entity().is_some_and(|entity| self.is_outlet(&self.entities.all[entity]));
        let voice = self.analysis.words.of(noun);
        (alone && led && paragraph && next && !outlet)
            .then(|| Referent::Phrase(self.joined_of(voice, &owner, self.gender_at(place)), SpeakerType::Unnamed))
    }

    /// "su vocera": the noun with whom it belongs to.
    pub(crate) fn plain_owned(&self, from: usize, to: usize, head: usize, seen: Seen) -> Option<Referent> {
        let classes = self.class(head);
        if let Some(entity) = self.plain_role(from, to, head) {
            return Some(Referent::Entity(entity));
        }
        let first_person = self.among(from, &["mi", "mio", "mia", "mon", "ma", "meu", "minha", "mijn"]);
        let human = classes & (class::TITLE | class::HUMAN | class::UNNAMED | class::MALE | class::FEMALE) != 0;
        let phrase = self.phrase(from + 1, to, head)?;
        let (Referent::Phrase(words, kind), false) = (&phrase, first_person) else { return Some(phrase) };
        let Some((owner, sex)) = self.owner(from, seen) else { return Some(phrase) };
        let kind = if human && *kind == SpeakerType::Person { SpeakerType::Unnamed } else { *kind };
        Some(Referent::Phrase(self.joined_of(words, &owner, sex), kind))
    }

    /// "в её заявлении": what is written, with whom it belongs to.
    pub(crate) fn russian_owned(&self, (from, to): Run, seen: Seen) -> Option<Referent> {
        let noun = from + 1;
        let written = to == from + 2 && self.class(noun) & class::DOCUMENT != 0;
        if self.language != "ru" || !written || !self.among(from, &["его", "её", "ее", "их"]) {
            return None;
        }
        let head = self.russian_phrase(self.analysis.words.of(noun), 0, from);
        let sentence = |i: usize| self.analysis.sentence_of[i];
        let last = seen.last.filter(|&(place, _)| place < from && sentence(place) + 1 >= sentence(from));
        let owner = last.and_then(|(_, referent)| match referent {
            Referent::Phrase(words, SpeakerType::Organisation) => Some(words.clone()),
            Referent::Entity(entity) if !self.is_person(*entity) => Some(self.entities.all[*entity].name.clone()),
            _ => None,
        });
        // Of a person and of names of several words the genitive is not known.
        let owner = owner.filter(|owner| !owner.contains(' ') || owner.starts_with(char::is_lowercase));
        let phrase = owner.map_or(head.clone(), |owner| self.joined_of(&head, &owner, 0));
        Some(Referent::Phrase(phrase, SpeakerType::Document))
    }

    /// Whose something is that a possessive at word `at` leads: the described person who opens the sentence before, else the nearest
    /// name, of no place; with the gender of what needs an article.
    fn owner(&self, at: usize, seen: Seen) -> Option<(String, i32)> {
        let before = (self.analysis.sentence_of[at] as usize).checked_sub(1);
        let named = |mention: &&Mention| {
            // "hun woordvoerder": that of many.
            let many = self.among(at, &["hun", "leur", "leurs", "loro"]) && self.is_person(mention.entity);
            let place = self.entities.all[mention.entity].kind == SpeakerType::Place;
            !mention.quoted && !seen.says(mention.from) && !many && !place
        };
        let name = self.before(at).take(6).find(named);
        // "Le préfet a assuré que l'État aiderait. Selon ses services": whoever spoke last, not what he spoke of.
        let spoken = name.is_none_or(|mention| self.content[mention.from] != NONE);
        let last = seen.last.filter(|&(place, _)| spoken && place < at && self.near(place, at));
        if let Some((place, Referent::Phrase(words, SpeakerType::Unnamed | SpeakerType::Organisation))) = last {
            return Some((words.clone(), self.gender_at(place)));
        }
        let opening = before.and_then(|before| self.opening(before, at)).filter(|_| self.language != "ru");
        let described = opening.filter(|&run| {
            let person = name.is_some_and(|mention| mention.from >= run.0 && self.is_person(mention.entity));
            self.told(run).person && !person
        });
        let phrase = described.zip(before).and_then(|(run, before)| match self.opener(before, at, 0, seen)? {
            Referent::Phrase(words, _) => Some((words, self.gender_at(run.0))),
            found => Some((self.entities.all[found.entity()?].name.clone(), 0)),
        });
        phrase.or_else(|| name.map(|mention| (self.entities.all[mention.entity].name.clone(), 0)))
    }

    /// The gender that an article at or before word `at` shows.
    fn gender_at(&self, at: usize) -> i32 {
        const FEMALE: &[&str] = &["einer", "eine", "die", "della", "alla", "dalla", "da", "à", "une"];
        const MALE: &[&str] = &["einem", "ein", "das", "dem", "del", "al", "dal", "do", "ao", "du", "au", "het"];
        let near = [Some(at), at.checked_sub(1)];
        near.into_iter()
            .flatten()
            .map(|i| match self.small(i) {
                word if FEMALE.contains(&word.as_str()) => 1,
                word if MALE.contains(&word.as_str()) => -1,
                word => article_sex(self.language, &word),
            })
            .find(|sex| *sex != 0)
            .unwrap_or(0)
    }

    /// "autores" of "informe de Ferrovía": "autores del informe de Ferrovía".
    pub(crate) fn joined_of(&self, head: &str, owner: &str, sex: i32) -> String {
        let vowel = owner.chars().next().is_some_and(|first| "aeiouàéèêhAEIOUÀÉÈÊH".contains(first));
        let of = match (self.language, sex) {
            ("fr", 1 | -1) if vowel => "de l'",
            ("it", 1 | -1) if vowel => "dell'",
            ("fr", 1) | ("es", 1) => "de la ",
            ("fr", -1) => "du ",
            ("es", -1) | ("it", -1) => "del ",
            ("it", 1) => "della ",
            ("pt", 1) => "da ",
            ("pt", -1) => "do ",
            ("it", _) => "di ",
            ("nl", -1) => "van het ",
            // "de rekenkamer", but "Van Dalm"
            ("nl", _) if owner.starts_with(char::is_lowercase) => "van de ",
            ("nl", _) => "van ",
            ("de" | "ru", _) => "",
            _ => "de ",
        };
        let owner = match self.language {
            "de" => german_genitive(owner, sex),
            "ru" => russian_genitive(owner),
            _ => owner.to_owned(),
        };
        format!("{head} {of}{owner}")
    }
}

/// "interne Studie der Bahn": "der internen Studie der Bahn"; the noun is the first word with a capital.
fn german_genitive(phrase: &str, sex: i32) -> String {
    let mut words: Vec<String> = phrase.split_whitespace().map(str::to_owned).collect();
    let capital = |word: &String| word.starts_with(char::is_uppercase);
    let Some(noun) = words.iter().position(capital) else { return phrase.to_owned() };
    for attribute in words[..noun].iter_mut().filter(|word| word.ends_with('e')) {
        attribute.push('n');
    }
    // "Laut Polizei": where no article shows it, the ending does.
    let female = sex > 0 || sex == 0 && FEMALE_ENDS.iter().any(|end| words[noun].ends_with(end));
    if !female && !words[noun].ends_with('s') {
        words[noun].push('s');
    }
    format!("{} {}", if female { "der" } else { "des" }, words.join(" "))
}

/// Ends of German nouns of the female gender (Duden, Die Grammatik, on the gender of nouns by their suffixes), and the heads of compounds
/// for bodies that have none.
const FEMALE_ENDS: &[&str] = &[
    "ei", "ung", "heit", "keit", "schaft", "ion", "tät", "ik", "enz", "anz", "wehr", "bank", "bahn", "wache", "behörde",
];

/// "исследование университета": "исследования университета"; what begins with an attribute stays.
fn russian_genitive(phrase: &str) -> String {
    let (noun, rest) = phrase.split_once(' ').map_or((phrase, None), |(noun, rest)| (noun, Some(rest)));
    let bent = |stem: &str, end: &str| format!("{stem}{end}");
    let genitive = if let Some(stem) = noun.strip_suffix("ие") {
        bent(stem, "ия")
    } else if ["ия", "ого", "его", "ый", "ий", "ой", "ая", "ое"].iter().any(|end| noun.ends_with(end))
    {
        noun.to_owned()
    } else if let Some(stem) = noun.strip_suffix('а') {
        bent(stem, if stem.ends_with(['к', 'г', 'х']) { "и" } else { "ы" })
    } else if let Some(stem) = noun.strip_suffix('я') {
        bent(stem, "и")
    } else if noun.ends_with(['т', 'д', 'з', 'к', 'в', 'л', 'н', 'р', 'с']) {
        bent(noun, "а")
    } else {
        noun.to_owned()
    };
    rest.map_or(genitive.clone(), |rest| format!("{genitive} {rest}"))
}

#[cfg(test)]
mod tests {
    use crate::claims::speakers::testing::last_speaker;

    #[test]
    fn a_german_body_without_an_article_has_the_gender_of_its_ending() {
        let text =
            "Laut Polizei wurden 14 Menschen verletzt. Ein Sprecher teilte mit, der Fahrer sei betrunken gewesen.";
        assert_eq!(last_speaker(text, "de").as_deref(), Some("Sprecher der Polizei"));
        let text = "Laut Feuerwehr brannte ein Schuppen. Eine Sprecherin teilte mit, niemand sei verletzt worden.";
        assert_eq!(last_speaker(text, "de").as_deref(), Some("Sprecherin der Feuerwehr"));
    }

    #[track_caller]
    fn last(text: &str, language: &str, speaker: &str) {
        assert_eq!(last_speaker(text, language).as_deref(), Some(speaker), "{text}");
    }

    #[test]
    fn authors_are_those_of_what_is_told() {
        last(
            "Según un informe de Ferrovía, faltan trenes. Los autores piden más dinero.",
            "es",
            "autores del informe de Ferrovía",
        );
        last(
            "Laut einer Studie der Universität Weststadt schlafen Kinder schlecht. Die Autoren fordern mehr Pausen.",
            "de",
            "Autoren der Studie der Universität Weststadt",
        );
        last(
            "Secondo il rapporto, un giovane su tre vive coi genitori. Gli autori chiedono più case.",
            "it",
            "autori del rapporto",
        );
    }
}
