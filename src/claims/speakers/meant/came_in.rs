//! Who has come into the text since somebody spoke, in languages other than English: "Ein Sprecher wollte das nicht bestätigen. Er
//! sagte ...". The subject of the sentence before stands for whom a pronoun means, also where no list of names has him.

use crate::claims::attribution::analysis::state;
use crate::claims::attribution::lexicon::Part;
use crate::claims::speakers::sources::resolve::{Referent, Resolver, Seen};
use crate::claims::speakers::sources::small_words::{LEFT_OUT, OF, is_abstract};
use crate::claims::speakers::sources::untagged::is_plain;
use crate::claims::speakers::words::{class, word_sex};
use crate::claims::types::SpeakerType;

/// Complements of a noun that are followed, at most: "the father of one of the victims" has two.
const COMPLEMENTS: usize = 3;

/// Words for anybody, which take up whoever the text has brought in.
const ANYBODY: &[&str] = &[
    "homme",
    "femme",
    "hombre",
    "mujer",
    "homem",
    "mulher",
    "uomo",
    "donna",
    "man",
    "vrouw",
    "мужчина",
    "женщина",
    "mann",
    "frau",
    "anziano",
    "anziana",
    "ragazzo",
    "ragazza",
    "jongen",
    "meisje",
    "парень",
    "девушка",
    "юноша",
];

/// Whether a noun says of somebody no more than his sex and age.
pub(crate) fn is_anybody(noun: &str) -> bool {
    ANYBODY.contains(&noun)
}

impl Resolver<'_> {
    /// The described person that opens the sentence before the pronoun at word `at`, where nobody has spoken since.
    pub(crate) fn came_in(&self, at: usize, sex: i32, seen: Seen) -> Option<Referent> {
        let sentence = self.analysis.sentence_of[at] as usize;
        let before = sentence.checked_sub(1).filter(|_| self.language != "en")?;
        let (from, to) = self.analysis.sentence(before);
        let (own, _) = self.analysis.sentence(sentence);
        let since = seen.last.is_none_or(|(place, _)| place < from);
        let plain = (from..to).all(|i| self.analysis.quoted[i] == state::OUT);
        let named = |from: usize, to: usize| {
            let people = self.entities.inside(from, to).iter();
            people.filter(|mention| self.is_person(mention.entity) && !mention.quoted).count()
        };
        if !since || !plain || named(own, at) > 0 {
            return None;
        }
        let run = self.opening(before, at)?;
        let told = self.told(run);
        let agrees = told.sex * sex > 0 || told.sex == 0 && named(from, to) == 0;
        if !agrees || !told.person {
            return None;
        }
        let article = usize::from(run.1 > run.0 + 1 && self.language != "ru");
        let found = self.opener(before, at, sex, seen);
        // "Sein Mandant": whose he is says the text, not his name.
        if let Some(Referent::Phrase(words, kind)) = &found
            && let Some((owner, rest)) = words.split_once(' ').filter(|_| self.language == "de")
            && ["sein", "seine", "ihr", "ihre"].contains(&owner.to_lowercase().as_str())
        {
            return Some(Referent::Phrase(rest.to_owned(), *kind));
        }
        found.or_else(|| self.phrase(run.0 + article, run.1, run.1 - 1))
    }

    /// "De bisschop riep op tot kalmte. Hij waarschuwde", "El obispo llamó a la calma. Advirtió": a subject that no list has, before a
    /// verb of speech, where nobody else can be meant.
    pub(crate) fn unlisted_subject(&self, at: usize, sex: i32, seen: Seen) -> Option<Referent> {
        let spoke = seen.last.filter(|&(place, _)| place < at && self.near(place, at));
        if let Some((_, found @ Referent::Phrase(_, SpeakerType::Unnamed))) = spoke
            && seen.told.sex * sex >= 0
            && is_plain(self.language)
        {
            return Some(found.clone());
        }
        let sentence = self.analysis.sentence_of[at] as usize;
        let (from, end) = self.opening(sentence.checked_sub(1)?, at)?;
        let noun = end.checked_sub(1).filter(|&noun| noun == from + 1 && is_plain(self.language))?;
        let tells = |i: usize| self.analysis.lexicon[i].is_some_and(|entry| entry.part == Part::Verb);
        let verb = tells(end) || end + 1 < self.analysis.len() && tells(end + 1);
        let somebody = self.class(noun) & !class::PERSON == 0 && !is_abstract(self.language, &self.small(noun));
        let agrees = self.noun_sex(from, noun) * sex >= 0;
        (verb && somebody && agrees).then(|| self.phrase(noun, end, noun)).flatten()
    }

    /// "Quant au département, il fait savoir": the pronoun at word `at` means what its sentence begins with.
    pub(crate) fn topic(&self, at: usize, seen: Seen) -> Option<Referent> {
        const AS_FOR: &[(&str, &[&str])] = &[
            ("fr", &["quant", "à"]),
            ("fr", &["quant", "au"]),
            ("fr", &["quant", "aux"]),
            ("es", &["en", "cuanto", "a"]),
            ("es", &["en", "cuanto", "al"]),
            ("it", &["quanto", "a"]),
            ("it", &["quanto", "al"]),
            ("it", &["quanto", "alla"]),
            ("pt", &["quanto", "a"]),
            ("pt", &["quanto", "ao"]),
            ("pt", &["quanto", "à"]),
        ];
        let (from, _) = self.sentence_at(at);
        let reads = |words: &&[&str]| words.iter().enumerate().all(|(i, word)| self.among(from + i, &[word]));
        let phrase = AS_FOR.iter().filter(|(code, _)| *code == self.language).map(|(_, words)| *words).find(reads)?;
        let start = from + phrase.len();
        let comma = (start + 1..at).find(|&i| self.analysis.words.of(i) == ",")?;
        self.source((start, comma), seen)
    }

    /// The subject that opens a sentence, with what belongs to it: "De vader van een van de slachtoffers".
    pub(crate) fn opener(&self, sentence: usize, at: usize, sex: i32, seen: Seen) -> Option<Referent> {
        let known = self.subject_of(sentence, at, sex, seen)?;
        let (from, to) = self.analysis.sentence(sentence);
        let to = to.min(at);
        let of = (from + 2..to.min(from + 4)).find(|&i| self.joins(i));
        let Some(of) = of else { return Some(known) };
        let mut end = of;
        for _ in 0..COMPLEMENTS {
            if end >= to || !self.joins(end) {
                break;
            }
            let article = |i: usize| self.among(i, LEFT_OUT) || self.among(i, &["de", "een", "der", "dem", "den"]);
            let Some(noun) = (end + 1..to.min(end + 4)).find(|&i| !article(i)) else { break };
            let capital = |i: &usize| self.analysis.form(*i).is_capital();
            end = if self.joins(noun) { noun } else { noun + 1 + (noun + 1..to).take_while(capital).count() };
        }
        if end == of { Some(known) } else { self.source((from, end), seen).or(Some(known)) }
    }

    /// What joins a complement to the noun before it.
    fn joins(&self, i: usize) -> bool {
        match self.language {
            "nl" => self.among(i, &["van", "uit", "voor", "bij"]),
            "de" => self.among(i, &["der", "des", "vom", "von"]),
            _ => self.among(i, OF),
        }
    }

    /// "Глава | комитета | признала", "Министр | Захар Громов": how many words belong to the Russian noun before word `from`: a name, or
    /// nouns that do not end as verbs do.
    pub(crate) fn russian_tail(&self, from: usize, to: usize) -> usize {
        const BENT: &[&str] = &["а", "я", "ы", "и", "ов", "ев", "ей", "ого", "его", "ой", "ом"];
        const VERBS: &[&str] = &["ла", "ли", "лась", "лись", "сь", "ся"];
        let ends = |i: usize, endings: &[&str]| endings.iter().any(|end| self.small(i).ends_with(end));
        let genitive = |i: &usize| {
            self.analysis.form(*i).is_word()
                && self.analysis.lexicon[*i].is_none()
                && ends(*i, BENT)
                && !ends(*i, VERBS)
                && self.small(*i).chars().count() > 2
        };
        let capital = |i: &usize| self.analysis.form(*i).is_capital();
        let bent = (from..to.min(from + 2)).take_while(|i| !capital(i)).take_while(genitive).count();
        bent + (from + bent..to.min(from + bent + 3)).take_while(capital).count()
    }

    /// "Das teilten die Behörden mit. Später hieß es": many say so, and not the one who spoke before.
    pub(crate) fn is_of_many(&self, cue: (usize, usize)) -> bool {
        let Some(last) = cue.1.checked_sub(1).filter(|&last| last >= cue.0) else { return false };
        let ends = |i: usize, endings: &[&str]| endings.iter().any(|end| self.small(i).ends_with(end));
        match self.language {
            "es" => (cue.0..cue.1).any(|i| ends(i, &["ron", "ban", "han"]) || i == last && ends(i, &["an", "en"])),
            "it" => (cue.0..cue.1).any(|i| ends(i, &["anno", "ono", "evano", "avano", "ivano"])),
            "pt" => ends(cue.0, &["ram", "am", "vam", "êm", "zem"]) && !self.among(cue.0, &["sem", "com"]),
            "ru" => ends(last, &["ли", "лись", "ют", "ят", "ают", "яют"]),
            _ => false,
        }
    }

    /// Whether many have spoken last, where a cue without a subject is a finite verb of one.
    pub(crate) fn spoke_as_many(&self, cue: (usize, usize), seen: Seen) -> bool {
        const MANY: &[&str] = &["fonti", "fuentes", "fontes", "источники"];
        let many = |referent: &Referent| match referent {
            Referent::Phrase(_, SpeakerType::Group) => true,
            Referent::Phrase(_, SpeakerType::Unnamed) => seen.told.noun.is_some_and(|noun| self.among(noun, MANY)),
            _ => false,
        };
        let verb = |i: usize| self.analysis.form(i).is_word();
        let bare =
            |i: usize| ["ndo", "ar", "er", "ir", "re", "я", "в", "ть"].iter().any(|end| self.small(i).ends_with(end));
        let finite = (cue.0..cue.1).rev().find(|&i| verb(i)).is_some_and(|last| !bare(last));
        finite && seen.last.is_some_and(|(_, referent)| many(referent)) && !self.is_of_many(cue)
    }

    /// Who many are that a verb without a subject speaks of: a body or a group that spoke last.
    pub(crate) fn many_last(&self, seen: Seen, at: usize) -> Option<Referent> {
        let (place, referent) = seen.last?;
        let words = &self.analysis.words.words;
        let fits = match referent {
            Referent::Entity(entity) => self.entities.all[*entity].kind == SpeakerType::Organisation,
            Referent::Phrase(_, SpeakerType::Unnamed) => !seen.told.person,
            Referent::Phrase(_, kind) => *kind != SpeakerType::Person,
            Referent::Joint(..) => true,
        };
        (fits && words[place].paragraph == words[at].paragraph).then(|| referent.clone())
    }

    /// "One of the neighbours said ... , the man says": a word for anybody takes up whoever spoke right before without a name.
    pub(crate) fn unnamed_last(&self, at: usize, noun: usize, seen: Seen) -> Option<Referent> {
        let (place, referent) = seen.last?;
        let anybody = is_anybody(&self.small(noun));
        let sex = word_sex(self.class(noun));
        let next = self.analysis.sentence_of[place] + 1 >= self.analysis.sentence_of[at] && place < at;
        let fits = matches!(referent, Referent::Phrase(_, SpeakerType::Unnamed)) && seen.told.sex * sex >= 0;
        (anybody && next && fits && self.near(place, at)).then(|| referent.clone())
    }

    /// "Una de", "een van": one of many.
    pub(crate) fn is_one_of(&self, from: usize) -> bool {
        const ONE: &[&str] = &[
            "un", "une", "uno", "una", "um", "uma", "een", "één", "один", "одна", "l'un", "l'une", "alguno", "alguna",
        ];
        self.among(from, ONE) && (self.joins(from + 1) || self.among(from + 1, &["из", "des", "dei", "degli", "delle"]))
    }

    /// "the bond" behind "the football bond": a Dutch or German compound has the noun at its end.
    pub(crate) fn is_tail_of(&self, noun: usize, compound: usize) -> bool {
        let (short, long) = (self.analysis.lower(noun), self.analysis.lower(compound));
        matches!(self.language, "de" | "nl")
            && short.chars().count() >= 4
            && long.len() > short.len() + 2
            && long.ends_with(short.as_str())
    }
}

#[cfg(test)]
mod tests {
    use crate::claims::speakers::testing::{expect_last as last, last_speaker};

    #[test]
    fn whoever_has_come_in_since_is_meant() {
        last(
            "Laut Uwe Holt ist die Brücke sicher. Ein Sprecher wollte das nicht bestätigen. Er sagte, man prüfe noch.",
            "de",
            "Sprecher",
        );
        last(
            "Volgens Hedwig Stokman is het waar. De vader van een van de slachtoffers huilde. Hij zei dat hij slecht slaapt.",
            "nl",
            "vader van een van de slachtoffers",
        );
    }

    #[test]
    fn many_are_not_the_one_who_spoke_before() {
        let text = "El ministro Juan Rivas dijo que no habrá cortes. Agregaron que el plan seguirá.";
        assert_eq!(last_speaker(text, "es"), None);
        last("La empresa dijo que no hubo fuga. Agregaron que el plan seguirá.", "es", "empresa");
    }

    #[test]
    fn a_compound_is_taken_up_by_its_last_part() {
        last(
            "De voetbalbond erkent de fout. \u{201c}Het signaal had anders gemoeten\u{201d}, schrijft de bond.",
            "nl",
            "voetbalbond",
        );
    }

    #[test]
    fn a_pronoun_behind_its_claim_is_nothing_in_it() {
        last("Die Lage sei ernst, sagte Kovac. Eine Lösung war nicht in Sicht, sagte sie.", "de", "Kovac");
        last("Der Zeitplan sei eng, sagte Weber. Der Plan war gut, sagte er.", "de", "Weber");
        assert_eq!(last_speaker("Der Plan war gut, sagte er.", "de"), None);
        // A body speaks of itself.
        last("Die Bank werde 300 Stellen streichen, teilte sie mit.", "de", "Bank");
    }

    #[test]
    fn a_post_is_no_authority() {
        last("Anna Lang legt ihr Amt nieder. Das teilte der Verband am Montag mit.", "de", "Verband");
        last("Lindqvist lässt sein Amt ruhen. Der Club teilte mit, der Vertrag ende im Mai.", "de", "Club");
        last("Das Auswärtige Amt warnte davor, nach Lorva zu reisen.", "de", "Auswärtige Amt");
    }
}
