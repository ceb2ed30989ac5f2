//! "L'agence", "het ministerie", "в министерстве": a body by its kind alone, of which the text has told more before: "l'Agence
//! régionale de santé", "het ministerie van Landbouw". The languages read by rules.

use super::contrast::role_of;
use super::descriptions::Description;
use crate::claims::attribution::analysis::state;
use crate::claims::attribution::linking::Run;
use crate::claims::speakers::names::entities::Mention;
use crate::claims::speakers::names::offices::{is_portfolio, nominative_body};
use crate::claims::speakers::sources::resolve::{Referent, Resolver, Seen};
use crate::claims::speakers::sources::small_words::{OWNED, PLURAL, SINGULAR};
use crate::claims::speakers::words::class;
use crate::claims::types::SpeakerType;
use crate::learn::form::Shape;

/// How far back such a body is looked for, in words.
const FAR: usize = 600;
/// And one whose kind is the last part of a longer word.
const NEAR: usize = 120;
/// The longest description that stands for a body by itself: an article, an adjective, a noun.
const SHORT: usize = 4;
/// Complements that are followed: "ministerio de Sanidad y de Consumo".
const COMPLEMENTS: usize = 3;
/// Firms, by language.
const FIRMS: &[&str] = &[
    "azienda",
    "impresa",
    "ditta",
    "entreprise",
    "société",
    "empresa",
    "compañía",
    "companhia",
    "bedrijf",
    "onderneming",
    "компания",
    "компании",
    "предприятие",
];
/// What joins a complement, and what does where a capital says that all of it is a name: "Agenzia per l'ambiente".
const OF: &[&str] = &[
    "de", "du", "des", "d'", "del", "do", "da", "dos", "das", "di", "della", "dell'", "dei", "degli", "delle", "dello",
    "van", "für", "der", "von", "vom",
];
const FOR: &[&str] = &["pour", "para", "per", "voor", "contro", "contra", "contre", "tegen"];

/// How adjectives of bodies end: "régionale", "ambiental", "sanitaria".
const ADJECTIVES: &[(&str, &[&str])] = &[
    (
        "fr",
        &["al", "ale", "aux", "el", "elle", "ique", "aire", "ive", "if", "ien", "ienne", "ois", "oise", "ais", "aise"],
    ),
    ("es", &["al", "ales", "ar", "ico", "ica", "ivo", "iva", "ario", "aria", "ense", "ano", "ana", "eño", "eña"]),
    ("pt", &["al", "ais", "ar", "ico", "ica", "ivo", "iva", "ário", "ária", "ense", "ano", "ana"]),
    ("it", &["ale", "ali", "ico", "ica", "ivo", "iva", "ario", "aria", "ese", "ano", "ana"]),
];

impl Resolver<'_> {
    /// "l'organisme", "o clube": the body named or quoted before.
    pub(crate) fn plain_body(&self, from: usize, to: usize, head: usize, seen: Seen) -> Option<Referent> {
        let role = role_of(self.analysis, self.gazetteer, head);
        let bound = (head + 1..to).any(|i| self.among(i, OF) || self.analysis.form(i).is_capital());
        let body = |entity: usize| self.entities.all[entity].kind == SpeakerType::Organisation;
        let called = |mention: &&Mention| {
            body(mention.entity) && self.entities.all[mention.entity].roles.contains(&role) && !mention.quoted
        };
        if let Some(mention) = self.before(from).take(100).find(called).filter(|_| !bound) {
            return Some(Referent::Entity(mention.entity));
        }
        if let Some(whole) = self.body_with_tail(to, head) {
            return Some(whole);
        }
        let press = self.class(head) & (class::OUTLET | class::STATION | class::DOCUMENT) != 0;
        if bound || to - from > SHORT || self.class(head) & class::ALIAS == 0 || self.class(head) & class::SPECIFIC != 0
        {
            return None;
        }
        if let Some((place, referent)) = seen.last.filter(|&(place, _)| self.near(place, from) && place < from) {
            let fits = match referent {
                // "Het Stadsblad meldde": a paper is no "bond".
                Referent::Entity(entity) => body(*entity) && (press || !self.is_outlet(&self.entities.all[*entity])),
                Referent::Phrase(_, kind) => *kind == SpeakerType::Organisation,
                Referent::Joint(..) => false,
            };
            let words = &self.analysis.words.words;
            if fits && words[place].paragraph == words[from].paragraph {
                return Some(referent.clone());
            }
        }
        let ministry = self.small(head).starts_with("minist");
        let portfolio = |mention: &Mention| !ministry && is_portfolio(self.analysis, self.language, mention.start);
        let near = |mention: &&Mention| {
            let entity = &self.entities.all[mention.entity];
            let free = !mention.quoted && !self.is_outlet(entity) && !self.is_place_of(mention);
            let union = self.among(head, FIRMS) && self.has_secretary(mention);
            body(mention.entity) && free && self.near(mention.from, from) && !portfolio(mention) && !union
        };
        let words = &self.analysis.words.words;
        let named = self.before(from).take(12).filter(near).max_by_key(|mention| {
            (words[mention.from].paragraph, self.entities.all[mention.entity].mentions.min(3), mention.from)
        });
        named.map(|mention| Referent::Entity(mention.entity))
    }

    /// "segretario della | Filcom": unions and parties have one, and are no firm.
    fn has_secretary(&self, mention: &Mention) -> bool {
        const STEMS: &[&str] = &["segretari", "secrétaire", "secretari", "secretári", "secretaris", "секретар"];
        let near = mention.start.saturating_sub(3)..mention.start;
        near.into_iter().any(|i| STEMS.iter().any(|stem| self.small(i).starts_with(stem)))
    }

    /// "De bond" behind "de voetbalbond", "de groep" behind "milieugroep Schone Kust": the body whose kind the noun is the last part of,
    /// by its name if it has one.
    fn body_with_tail(&self, to: usize, noun: usize) -> Option<Referent> {
        if noun + 1 != to || self.language != "nl" {
            return None;
        }
        let tail = |i: &usize| {
            let word = self.analysis.form(*i).is_word() && self.analysis.quoted[*i] == state::OUT;
            word && self.is_tail_of(noun, *i) && self.class(*i) & (class::TITLE | class::HUMAN) == 0
        };
        let known = (noun.saturating_sub(NEAR)..noun).rev().find(tail)?;
        let own = |mention: &&Mention| mention.start <= known + 1 && !self.is_person(mention.entity);
        if let Some(mention) = self.entities.inside(known, known + 2).iter().find(own) {
            return Some(Referent::Entity(mention.entity));
        }
        let name = (known + 1..known + 4).take_while(|&i| i < to && self.analysis.form(i).is_capital()).count();
        self.plain_phrase(known, known + 1 + name, known)
    }

    /// "В компании | уточнили" behind "представитель компании «Вектор»": the one of that kind that was named last.
    fn named_kind(&self, noun: usize) -> Option<Referent> {
        let kind = role_of(self.analysis, self.gazetteer, noun);
        let named = |mention: &&Mention| {
            let marked = mention.start > 1 && self.analysis.quoted[mention.start - 1] == state::OPEN;
            marked && role_of(self.analysis, self.gazetteer, mention.start - 2) == kind
        };
        let mention = self.before(noun).take(24).find(named).filter(|_| self.is_placed(noun))?;
        Some(Referent::Entity(mention.entity))
    }

    /// The body that the kind at word `noun`, the last one of its source, takes up.
    pub(crate) fn body_of_kind(&self, to: usize, noun: usize) -> Option<Referent> {
        if noun + 1 != to || self.class(noun) & (class::TITLE | class::HUMAN) != 0 {
            return None;
        }
        if let Some(ministry) = self.cut_ministry(noun) {
            return Some(Referent::Entity(ministry));
        }
        // Russian cases leave open which noun another one belongs to.
        if self.language == "ru" {
            return self.named_kind(noun);
        }
        let kind = role_of(self.analysis, self.gazetteer, noun);
        let same =
            |i: &usize| self.analysis.quoted[*i] == state::OUT && role_of(self.analysis, self.gazetteer, *i) == kind;
        (noun.saturating_sub(FAR)..noun).rev().filter(same).find_map(|known| {
            let (from, to) = self.whole_body(known)?;
            // "владелец | компании Петров": whose owner is named.
            let owner = known.checked_sub(1).is_some_and(|before| self.class(before) & class::TITLE != 0);
            if owner || self.entities.inside(from, to).iter().any(|mention| self.is_person(mention.entity)) {
                return None;
            }
            // A name of several words is an entity of its own.
            let named =
                self.entities.inside(from, to).iter().find(|mention| mention.from <= known && known < mention.to);
            match named.filter(|mention| mention.to - mention.from > 1) {
                Some(mention) => Some(Referent::Entity(mention.entity)),
                None => self.plain_phrase(from, to, known),
            }
        })
    }

    /// "В министерстве" behind "Минздрав": the ministry whose name is cut from the word.
    fn cut_ministry(&self, noun: usize) -> Option<usize> {
        let ministry = self.language == "ru" && self.small(noun).starts_with("министерств");
        let cut = |mention: &&Mention| self.analysis.words.of(mention.from).starts_with("Мин") && !mention.quoted;
        let body = |mention: &&Mention| nominative_body(self.analysis.words.of(mention.from)).is_some();
        let mut before = self.before(noun).take(if ministry { 60 } else { 0 });
        before.find(|mention| cut(mention) && body(mention)).map(|mention| mention.entity)
    }

    /// "Die Behörde" behind "die Behörde für Umwelt".
    pub(crate) fn german_body(&self, at: Description) -> Option<Referent> {
        let body = self.class(at.noun) & (class::ORGANISATION | class::ALIAS) != 0;
        (self.language == "de" && body).then(|| self.body_of_kind(at.to, at.noun))?
    }

    /// The words of a body at whose kind word `noun` stands, if there are more of them than that.
    pub(crate) fn whole_body(&self, noun: usize) -> Option<Run> {
        let (first, end) = self.sentence_at(noun);
        let from = self.body_start(noun, first);
        let to = if self.language == "ru" { self.russian_body_end(noun, end) } else { self.body_end(noun, end) };
        (to - from > 1).then_some((from, to))
    }

    /// "Openbaar | Ministerie", "региональное | министерство": what stands before the kind.
    fn body_start(&self, noun: usize, first: usize) -> usize {
        let adjective = |i: &usize| match self.language {
            "ru" => {
                let word = self.small(*i);
                let bent = ["ый", "ий", "ой", "ая", "яя", "ое", "ее", "ого", "ому", "ом"]
                    .iter()
                    .any(|end| word.ends_with(end));
                bent && self.class(*i) & class::FUNCTION == 0 && word.chars().count() > 4 && !word.starts_with("эт")
            }
            _ => self.analysis.form(*i).is_capital() && *i > first && self.entities.covers(*i),
        };
        noun - (first..noun).rev().take(2).take_while(adjective).count()
    }

    fn body_end(&self, noun: usize, end: usize) -> usize {
        let capital = |i: usize| i < end && self.analysis.form(i).is_capital();
        let word = |i: usize| i < end && self.analysis.form(i).is_word() && self.analysis.quoted[i] == state::OUT;
        let endings =
            ADJECTIVES.iter().find(|(code, _)| *code == self.language).map_or(&[][..], |(_, endings)| endings);
        let adjective = |i: usize| {
            let small = word(i) && self.analysis.lexicon[i].is_none() && self.class(i) & class::FUNCTION == 0;
            small && self.small(i).chars().count() > 4 && endings.iter().any(|ending| self.small(i).ends_with(ending))
        };
        let article = |i: usize| self.among(i, SINGULAR) || self.among(i, PLURAL);
        let mut to = noun + 1;
        for _ in 0..COMPLEMENTS {
            while capital(to) && word(to) || adjective(to) {
                to += 1;
            }
            let joined = usize::from(to > noun + 1 && self.among(to, &["et", "y", "e", "en"]));
            let of = to + joined;
            let led = self.among(of, OF) || self.analysis.form(noun).is_capital() && self.among(of, FOR);
            let next = of + 1 + usize::from(article(of + 1) && of + 2 < end);
            let noun =
                word(next) && !self.among(next, OWNED) && self.class(next) & (class::FUNCTION | class::TIME) == 0;
            if !led || !noun || self.analysis.form(next).shape == Shape::Number {
                break;
            }
            to = next + 1;
        }
        to
    }

    /// "министерство | здравоохранения Камской области": genitives behind the kind.
    fn russian_body_end(&self, noun: usize, end: usize) -> usize {
        let function = |i: usize| self.class(i) & (class::FUNCTION | class::TIME) != 0;
        let stop = (noun + 1..end).find(|&i| !self.analysis.form(i).is_word() || function(i)).unwrap_or(end);
        let mut to = noun + 1 + self.russian_tail(noun + 1, stop);
        // "области" behind a capital.
        if to < stop && to > noun + 1 && self.analysis.form(to - 1).is_capital() {
            to += self.russian_tail(to, stop.min(to + 1));
        }
        to.min(stop)
    }
}

#[cfg(test)]
mod tests {
    use crate::claims::speakers::testing::expect_last as last;

    #[test]
    fn a_kind_is_the_body_that_was_told_of() {
        for (text, language, body) in [
            (
                "L'Agence régionale de santé a fermé le bassin. L'agence précise que l'eau était contaminée.",
                "fr",
                "Agence régionale de santé",
            ),
            (
                "Het ministerie van Landbouw heeft de stal gesloten. Het ministerie zegt dat de dieren ziek waren.",
                "nl",
                "ministerie van Landbouw",
            ),
            (
                "L'Agenzia per l'ambiente ha fatto i controlli. «Nessun pericolo», assicura l'agenzia.",
                "it",
                "Agenzia per l'ambiente",
            ),
            (
                "El Ministerio de Sanidad retiró el lote. El ministerio asegura que no hay riesgo.",
                "es",
                "Ministerio de Sanidad",
            ),
        ] {
            last(text, language, body);
        }
    }

    #[test]
    fn what_the_text_tells_no_more_of_is_the_kind_alone() {
        last("L'agence a fermé hier. L'agence précise que l'eau était contaminée.", "fr", "agence");
        last("Het bedrijf vertelt veel. Het bedrijf zegt dat de dieren ziek waren.", "nl", "bedrijf");
    }
}
