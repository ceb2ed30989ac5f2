//! Sources of languages without parts of speech whose common nouns are small: French, Spanish, Portuguese, Dutch, Italian and
//! Russian. There a capital inside a sentence names somebody, and a described source ("l'édile", "il patron") is whoever the
//! text showed last, unless its head is known as a body, a document or many.

use super::resolve::{Referent, Resolver, Seen};
use super::small_words::{
    INDEFINITE, LEFT_OUT, NAMING, OF, OWNED, PLURAL, SINGULAR, is_abstract, is_dutch_woman, is_either,
};
use crate::claims::attribution::analysis::{Analysis, state};
use crate::claims::attribution::linking::Run;
use crate::claims::speakers::meant::came_in::is_anybody;
use crate::claims::speakers::meant::contrast::{excludes, role_of};
use crate::claims::speakers::meant::descriptions::article_sex;
use crate::claims::speakers::meant::pronouns::Pronoun;
use crate::claims::speakers::meant::sides::is_other_side;
use crate::claims::speakers::names::entities::Mention;
use crate::claims::speakers::names::found::Name;
use crate::claims::speakers::names::offices::{is_complement, nominative_body};
use crate::claims::speakers::words::{Known, class, word_sex};
use crate::claims::types::SpeakerType;
use crate::learn::form::Shape;

/// The longest description that stands for a person by itself: an article, an adjective, a noun.
const SHORT: usize = 4;

/// The same phrase, of nobody with a name.
fn unnamed(found: Referent) -> Referent {
    match found {
        Referent::Phrase(words, _) => Referent::Phrase(words, SpeakerType::Unnamed),
        found => found,
    }
}

/// Whether a language is read by these rules.
pub(crate) fn is_plain(language: &str) -> bool {
    matches!(language, "fr" | "es" | "pt" | "nl" | "it" | "ru")
}

/// "Pour l'avocat des parties civiles, Me Aurélien Stavros, ...": a name between commas belongs to the phrase that leads.
pub(crate) fn is_set_off(analysis: &Analysis, language: &str, name: &Name) -> bool {
    let comma = |i: usize| analysis.words.of(i) == ",";
    is_plain(language) && name.start > 0 && comma(name.start - 1) && comma(name.to)
}

/// Two capitals of a language that writes nouns small are a person unless an article stands before or a body's word among
/// them: "Vahid Montarès", not "la Banque Postale".
pub(crate) fn is_plain_name(analysis: &Analysis, gazetteer: &Known, name: &Name) -> bool {
    let body = class::ORGANISATION | class::ALIAS | class::PLACE | class::DOCUMENT | class::OUTLET | class::GROUP;
    let known = |i: usize| gazetteer.at(i);
    let article = name.start > 0 && {
        let before = analysis.lower(name.start - 1).replace('’', "'");
        NAMING.contains(&before.as_str())
    };
    // "FC Valk" is a body, "ANNA BERG" is not.
    let upper = (name.from..name.to).filter(|&i| analysis.form(i).shape == Shape::Upper).count();
    is_plain(gazetteer.language)
        && (upper == 0 || upper == name.to - name.from)
        && name.start == name.from
        && !article
        && analysis.quoted[name.from] == state::OUT
        && (name.from..name.to).all(|i| known(i) & body == 0 && analysis.words.of(i).chars().count() > 1)
}

impl Resolver<'_> {
    pub(crate) fn small(&self, i: usize) -> String {
        self.analysis.lower(i).replace('’', "'")
    }

    pub(crate) fn among(&self, i: usize, words: &[&str]) -> bool {
        i < self.analysis.len() && words.contains(&self.small(i).as_str())
    }

    /// Whom the words of a source name.
    pub(crate) fn plain_source(&self, run: Run, seen: Seen) -> Option<Referent> {
        let (from, to) = self.trim(run);
        if from >= to {
            return None;
        }
        if self
            .among(from, &["io", "yo", "eu", "on", "je", "j'", "ik", "я", "noi", "nous", "wij", "we", "мы", "nosotros"])
        {
            return None;
        }
        let owned = || self.russian_owned((from, to), seen);
        if let Some(latter) = self.latter((from, to), seen).or_else(|| self.there((from, to), seen)).or_else(owned) {
            return Some(latter);
        }
        if let Some(pronoun) = self.pronoun_at(from).filter(|_| to - from <= 2) {
            let noun = to - from == 2 && !self.among(to - 1, &["même", "mismo", "misma", "stesso", "stessa", "zelf"]);
            if pronoun == Pronoun::Relative || !self.among(from, OWNED) || !noun {
                return self.pronoun(from, pronoun, seen);
            }
        }
        let (from, to) = self.without_clause(from, to)?;
        // "Lo stesso sindaco" is "il sindaco".
        let noun = self.over_same(from, to);
        let (from, same) = (noun, noun > from);
        let mentions = self.entities.inside(from, to);
        // A person whom no preposition binds to a noun before: "le ministre de l'Économie, Ann Berg".
        let bound = |mention: &Mention| {
            // "el jefe de Murcia | Antonio Ros"
            if mention.from > mention.start && mention.to > mention.from + 1 {
                return false;
            }
            let before = mention.start.checked_sub(1).filter(|&before| before >= from);
            // "la représentante de l'État"
            let article = before.filter(|&before| before > from + 1 && self.among(before, SINGULAR));
            before.is_some_and(|before| self.among(before, OF))
                || article.is_some_and(|article| self.among(article - 1, OF))
                || self.is_related(mention, from, from)
                || self.is_led_body(mention, from)
                || self.is_of_another(mention, from)
                || self.is_of_office(mention, mentions)
                || self.is_of_body(mention, from)
                || is_complement(self.analysis, self.gazetteer, (mention.from, mention.to))
        };
        let person = |mention: &&Mention| self.is_person(mention.entity);
        // "В Минздраве | сообщили"
        if let Some(body) =
            nominative_body(self.analysis.words.of(from)).filter(|_| self.language == "ru" && to == from + 1)
        {
            return Some(Referent::Phrase(body, SpeakerType::Organisation));
        }
        if let Some(head) = self.document_called((from, to), mentions) {
            return self.plain_phrase(from, to, head);
        }
        // "Адвокат Петра Сомова": nobody with a name of his own.
        if mentions.iter().any(|mention| self.is_of_another(mention, from)) {
            return self.plain_phrase(from, to, from).map(unnamed);
        }
        if let Some(mention) = mentions.iter().filter(|mention| !bound(mention)).find(person) {
            return Some(Referent::Entity(mention.entity));
        }
        let comma = (from + 1..to).find(|&i| !self.analysis.form(i).is_word() && self.small(i) == ",");
        let run_end = to;
        let to = comma.unwrap_or(to);
        // "a detta della portavoce": the article is part of the cue.
        let fused = from.checked_sub(1).filter(|&before| self.among(before, SINGULAR) || self.among(before, PLURAL));
        let lists = [SINGULAR, PLURAL, INDEFINITE, OWNED];
        let capital = self.analysis.form(from).is_capital() && (to == from + 1 || from > self.sentence_at(from).0);
        let opened = lists.iter().any(|words| self.among(from, words)) && !capital;
        let article = self.small(fused.filter(|_| !opened).unwrap_or(from));
        // "Una de las víctimas", "een van hen": one of many is nobody else.
        if to - from > 2 && self.is_one_of(from) {
            return self.phrase(from, to, to - 1).map(unnamed);
        }
        if let Some(authors) = self.authors((from, to), seen) {
            return Some(authors);
        }
        let head = self.plain_head(from + usize::from(opened && to - from > 1), to);
        let classes = self.class(head);
        // "l'AS Brévigny", "o Instituto do Clima": a name of a body, with the words that stand before and behind.
        if let Some(mention) = mentions.iter().find(|mention| mention.start <= head && !bound(mention)) {
            let whole = mention.to >= to || mention.to - mention.from > 1;
            return if whole { Some(Referent::Entity(mention.entity)) } else { self.plain_phrase(from, to, head) };
        }
        if opened && OWNED.contains(&article.as_str()) && to - from > 1 {
            return self.plain_owned(from, to, head, seen);
        }
        // "il suo assistito"
        if self.language == "it" && opened && to - from > 2 && self.among(from + 1, OWNED) {
            return self.plain_owned(from + 1, to, self.plain_head(from + 2, to), seen);
        }
        let plural = PLURAL.contains(&article.as_str())
            || classes & class::GROUP != 0
            || self.language == "it" && article == "le"
            || self.language == "nl" && self.among(from, &["de"]) && self.small(head).ends_with("en")
            || self.language == "ru" && self.small(head).ends_with(['ы', 'и']) && !self.is_placed(from);
        let definite = SINGULAR.contains(&article.as_str()) || self.language == "ru" || same;
        let found = self.spoken_for((from, to), head, seen).or_else(|| self.published_by(head, seen));
        if found.is_some() {
            return found;
        }
        if plural || !definite || INDEFINITE.contains(&article.as_str()) {
            let many = plural && self.language == "ru" && !self.is_governed(from);
            return if many { self.phrase(from, to, head) } else { self.plain_phrase(from, to, head) };
        }
        if classes & class::DOCUMENT != 0 {
            return self.plain_document(from, to, head, seen).or_else(|| self.plain_phrase(from, to, head));
        }
        if let Some(found) = self.by_origin((from, to), head, seen) {
            return Some(found);
        }
        // "L'azienda, la Edilsud, ..."
        if let Some(mention) = comma.and_then(|comma| self.apposed_name((comma + 1, run_end))) {
            return Some(Referent::Entity(mention));
        }
        // "l'armateur Nordline": the name right behind its kind.
        let body = self.language == "ru" && classes & (class::ALIAS | class::ORGANISATION) != 0;
        let behind = |mention: &&Mention| !body && mention.start > head && mention.to == to && !bound(mention);
        let apposed = mentions.iter().find(behind);
        if let Some(mention) = apposed.filter(|mention| (head + 1..mention.start).all(|i| !self.among(i, OF))) {
            return Some(Referent::Entity(mention.entity));
        }
        if classes & (class::ALIAS | class::ORGANISATION) != 0 {
            let known = self.plain_body(from, to, head, seen);
            // "L'Agence régionale de santé" has a name of one word, which is its kind.
            let kind = self.small(head);
            let bare = |found: &Referent| {
                let name = found.entity().map(|entity| self.entities.all[entity].name.to_lowercase());
                name.is_some_and(|name| name == kind)
            };
            let found = match known {
                Some(found) if !bare(&found) => Some(found),
                known => self.body_of_kind(to, head).or(known),
            };
            return found.or_else(|| self.plain_phrase(from, to, head));
        }
        // "het instituut": Dutch people have "de", but for a few.
        let neuter = self.language == "nl"
            && article == "het"
            && classes & (class::PERSON | class::UNNAMED) == 0
            && !["lid", "je", "hoofd", "duo"].iter().any(|end| self.small(head).ends_with(end));
        if neuter || is_abstract(self.language, &self.small(head)) && classes & (class::TITLE | class::HUMAN) == 0 {
            return self.plain_phrase(from, to, head);
        }
        if let Some(entity) = self.plain_role(from, to, head) {
            return Some(Referent::Entity(entity));
        }
        if is_either(&self.small(head)) {
            return self.plain_phrase(from, to, head);
        }
        // "la Deutsche Bahn": a name that no list knows, not a description of somebody else.
        let named = to - from > 1
            && SINGULAR.contains(&article.as_str())
            && (from + 1..to).all(|i| self.analysis.form(i).is_capital());
        if named && classes & class::TITLE == 0 {
            return self.plain_phrase(from, to, head);
        }
        if self.language == "ru" && self.is_not_known_yet(from, to, head) {
            return self.plain_phrase(from, to, head);
        }
        // "глава администрации района" heads something else than the mayor does; "глава региона" may be he.
        let bound = (head + 1..to).any(|i| self.among(i, OF) && !self.is_compound(head, i, to))
            || self.language == "ru" && to - head > if classes & class::TITLE == 0 { 1 } else { 2 };
        // "esta misma fuente" is nobody with a name.
        let nobody = classes & class::UNNAMED != 0
            && ["fuent", "font", "source", "bron", "источник"].iter().any(|stem| self.small(head).starts_with(stem));
        let unnamed = self.language == "ru" && classes & class::UNNAMED != 0 || nobody;
        let leads = mentions.iter().any(|mention| self.is_led_body(mention, from));
        if bound || leads || to - from > SHORT || unnamed {
            return self.plain_phrase(from, to, head);
        }
        let sex = self.plain_sex(&article, head, classes);
        // A bare Russian noun may bring in somebody new: "водитель".
        let known = self.language != "ru" || self.near_speaker(from, seen);
        let found = known.then(|| self.person_scored(from, sex, seen)).flatten().map(|(_, entity)| entity);
        // "подрядчик": what no list has is not the minister who spoke before.
        let unknown =
            classes == 0 && self.gazetteer.kinds(self.gazetteer.role(self.analysis.form(head).hash)).is_empty();
        let new = |entity: usize| {
            let other = self.language == "ru" && self.entities.all[entity].calling && !self.speaks_as_woman(seen);
            // "Marie Petit a été relaxée. ..., a estimé la juge": who has no office and has not spoken holds none.
            let known = &self.entities.all[entity];
            let spoke = seen.speakers().any(|speaker| speaker.1 == entity);
            let office = excludes(classes) && known.roles.is_empty() && !spoke;
            office || unknown && (other || !self.is_at_hand(entity, from, seen))
        };
        let fits = |&entity: &usize| !self.contradicts(entity, head) && !self.opposes(entity, sex) && !new(entity);
        let found = found.filter(fits);
        let spoke = || self.unnamed_last(from, head, seen);
        // "Il suo assistito ha letto una nota. «...», ha detto l'uomo."
        if let Some(came) = is_anybody(&self.small(head)).then(|| self.came_in(from, sex, seen)).flatten() {
            return Some(came);
        }
        found.map(Referent::Entity).or_else(spoke).or_else(|| self.plain_phrase(from, to, head))
    }

    /// "le milieu | de terrain", "il vigile | del fuoco": a bare noun behind the head makes one word with it.
    fn is_compound(&self, head: usize, of: usize, to: usize) -> bool {
        let small = of + 2 == to && self.analysis.form(of + 1).shape == Shape::Lower;
        let person = self.class(head) & (class::TITLE | class::HUMAN) != 0;
        person && of == head + 1 && small && self.among(of, &["de", "d'", "di"]) && self.class(of + 1) == 0
    }

    fn near_speaker(&self, at: usize, seen: Seen) -> bool {
        let paragraph = |i: usize| self.analysis.words.words[i].paragraph;
        seen.last.is_some_and(|(place, _)| self.near(place, at))
            || self.before(at).take(4).any(|mention| {
                self.is_person(mention.entity) && paragraph(at) <= paragraph(mention.from) + 1 && !mention.quoted
            })
    }

    fn plain_sex(&self, article: &str, head: usize, classes: u32) -> i32 {
        let by_class = word_sex(classes);
        let by_article = match (self.language, article) {
            ("es" | "it", "del") | ("fr", "du") | ("pt", "do") | ("es" | "fr" | "it" | "pt", "al" | "ao") => -1,
            ("it", "della") | ("pt", "da") => 1,
            _ => article_sex(self.language, article),
        };
        let ending = |ends: &[&str]| i32::from(ends.iter().any(|end| self.small(head).ends_with(end)));
        let by_ending = match self.language {
            "ru" if self.small(head).ends_with("ка") || self.small(head).ends_with("ца") => 1,
            "nl" => i32::from(is_dutch_woman(&self.small(head))),
            "fr" => ending(&["euse", "trice", "ière", "ienne", "eure", "esse"]),
            "es" | "pt" | "it" => ending(&["ora", "triz", "trice", "essa", "isa"]),
            _ => 0,
        };
        [by_class, by_article, by_ending].into_iter().find(|sex| *sex != 0).unwrap_or(0)
    }

    /// The head of a description: a known word, else the first noun; in Dutch the last one before a preposition.
    fn plain_head(&self, from: usize, to: usize) -> usize {
        const KNOWN: u32 = class::PERSON | class::UNNAMED | class::DOCUMENT | class::ALIAS | class::GROUP;
        let end = (from + 1..to).find(|&i| self.among(i, OF) || !self.analysis.form(i).is_word()).unwrap_or(to);
        if self.language == "nl" {
            return end.saturating_sub(1).max(from);
        }
        let known = (from..end).find(|&i| self.class(i) & (KNOWN | class::ORGANISATION) != 0);
        let adjective = |i: usize| {
            let word = self.small(i);
            self.language == "ru"
                && ["ый", "ий", "ой", "ая", "яя", "ое", "ого", "ому"].iter().any(|end| word.ends_with(end))
        };
        // "Профсоюз | завода": the first noun rules those behind it.
        let first = (from..end).find(|&i| self.language == "ru" && !adjective(i) && !self.is_bent_attribute(i));
        let known = known.map(|known| first.filter(|&first| first < known && self.class(first) == 0).unwrap_or(known));
        known.or_else(|| (from..end).find(|&i| !adjective(i))).unwrap_or(from)
    }

    /// The words without the article that opens them; Russian heads in the nominative.
    pub(crate) fn plain_phrase(&self, from: usize, to: usize, head: usize) -> Option<Referent> {
        let article = from < head && (self.among(from, LEFT_OUT) || self.language == "nl" && self.among(from, &["de"]));
        let from = from + usize::from(article);
        match self.phrase(from, to, head)? {
            Referent::Phrase(words, kind) if self.language == "ru" => {
                let skip = (from..head).count();
                Some(Referent::Phrase(self.russian_phrase(&words, skip, from), kind))
            }
            found => Some(found),
        }
    }

    /// The person whom the text gives this role beside the name: before this place, else the only one anywhere.
    pub(crate) fn plain_role(&self, from: usize, to: usize, head: usize) -> Option<usize> {
        let role = role_of(self.analysis, self.gazetteer, head);
        let noun = self.small(head);
        let has = |entity: usize, role: u64| {
            let known = &self.entities.all[entity];
            // "el ministro de Trabajo": what is bound to the office is not who holds it.
            let bound = |mention: &Mention| {
                let of = mention.to <= to || self.among(mention.start - 1, OF);
                mention.entity == entity && mention.to == mention.from + 1 && of
            };
            !self.entities.inside(from, to + 3).iter().any(bound)
                && self.is_person(entity)
                && known.roles.contains(&role)
                && !is_other_side(known.side, &noun)
        };
        let others: Vec<u64> = (from..to)
            .filter(|&i| i != head && self.analysis.form(i).is_word() && self.small(i).chars().count() > 3)
            .map(|i| role_of(self.analysis, self.gazetteer, i))
            .collect();
        let fits = |entity: usize| others.iter().filter(|word| has(entity, **word)).count();
        let mut best: Option<(usize, usize)> = None;
        for mention in self.before(from).take(100).filter(|mention| has(mention.entity, role)) {
            let score = fits(mention.entity);
            if best.is_none_or(|(top, _)| score > top) {
                best = Some((score, mention.entity));
            }
        }
        // "le procureur de Nantes" is not the prosecutor of another town.
        let complement = (head + 1..to).any(|i| self.among(i, OF)) || self.language == "ru" && head + 1 < to;
        if let Some((score, entity)) = best {
            return (!complement || score > 0).then_some(entity);
        }
        let mut later = (0..self.entities.all.len().min(500)).filter(|&entity| has(entity, role));
        let only = later.next().filter(|_| later.next().is_none())?;
        (fits(only) > 0 || !complement && self.analysis.words.words[from].paragraph <= 2).then_some(only)
    }
}
