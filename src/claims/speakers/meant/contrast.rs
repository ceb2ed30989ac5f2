//! Words for somebody that are not for somebody else: what the text calls a person excludes what others are called.

use super::sides::is_other_side;
use crate::claims::attribution::analysis::Analysis;
use crate::claims::speakers::names::entities::{Entity, Mention};
use crate::claims::speakers::names::russian::listed_nominative;
use crate::claims::speakers::sources::resolve::Resolver;
use crate::claims::speakers::words::{Known, class};
use crate::learn::form::fold_hash;

/// German and Dutch titles that stand behind another noun in one word.
const COMPOUNDED: &[&str] = &[
    "minister",
    "ministerin",
    "präsident",
    "präsidentin",
    "kanzler",
    "kanzlerin",
    "chef",
    "chefin",
    "sprecher",
    "sprecherin",
    "trainer",
    "trainerin",
    "anwalt",
    "anwältin",
    "forscher",
    "forscherin",
    "experte",
    "expertin",
    "richter",
    "richterin",
    "direktor",
    "direktorin",
    "leiter",
    "leiterin",
    "bürgermeister",
    "bürgermeisterin",
    "sekretär",
    "sekretärin",
    "führer",
    "führerin",
    "vorsitzender",
    "vorsitzende",
    "arzt",
    "ärztin",
    "lehrer",
    "lehrerin",
    "politiker",
    "politikerin",
    "manager",
    "managerin",
    "spieler",
    "spielerin",
    "rat",
    "rätin",
    "meister",
    "meisterin",
    "wissenschaftler",
    "wissenschaftlerin",
    "woordvoerder",
    "woordvoerster",
    "burgemeester",
    "leider",
    "leidster",
    "onderzoeker",
    "onderzoekster",
    "directeur",
    "voorzitter",
];

/// What leads to a place, in English.
const WHERE: &[&str] = &["in", "near", "outside", "around", "across"];

impl Resolver<'_> {
    /// Whether the text calls a person by a title or a trade that does not go with the noun: "the mayor" is not the transport
    /// minister who spoke before, but "the official" may be.
    pub(crate) fn contradicts(&self, entity: usize, noun: usize) -> bool {
        let known = &self.entities.all[entity].callings;
        let side = self.entities.all[entity].side;
        if side != 0 && is_other_side(side, &self.analysis.lower(noun)) {
            return true;
        }
        if known.is_empty() || !excludes(self.class(noun)) {
            return false;
        }
        let agrees = |role: &u64| {
            known.contains(role)
                || self.gazetteer.kinds(*role).iter().any(|kind| known.contains(kind))
                || known.iter().any(|own| self.gazetteer.kinds(*own).contains(role))
        };
        !role_names(self.analysis, self.gazetteer, noun).iter().any(agrees)
    }

    /// "a depot in Lund": of one word that nothing tells more of, it is where something happened, and not who owns it.
    pub(crate) fn is_where(&self, mention: Mention) -> bool {
        let entity = &self.entities.all[mention.entity];
        let led = mention.start.checked_sub(1).is_some_and(|before| self.is(before, WHERE));
        // "Shares in Lund fell": whose they are.
        let owned =
            mention.start.checked_sub(2).is_some_and(|noun| self.is(noun, &["shares", "stake", "stakes", "stock"]));
        led && !owned && mention.to == mention.from + 1 && !entity.body && !entity.business
    }

    /// Whether a body can be called by a word that is no part of its name: a ministry is no company, a paper that reports
    /// is not the one reported on.
    pub(crate) fn can_be(&self, entity: &Entity, classes: u32) -> bool {
        let kinds = entity.name.split_whitespace().map(|word| self.gazetteer.get(fold_hash(word), word));
        let own = kinds.fold(0, |all, kind| all | kind);
        let public = own & class::PUBLIC != 0 || entity.public;
        let business = own & class::BUSINESS != 0 || entity.business;
        let other = classes & class::BUSINESS != 0 && public || classes & class::PUBLIC != 0 && business;
        !(self.is_outlet(entity) || other)
    }

    /// Whether a description names another town or body than the text does of this person: "the mayor of Rotfeld".
    pub(crate) fn is_elsewhere(&self, entity: usize, from: usize, to: usize) -> bool {
        let known = &self.entities.all[entity].complements;
        let mut named = (from..to).map(|i| self.analysis.form(i)).filter(|form| form.is_capital()).peekable();
        !known.is_empty() && named.peek().is_some() && !named.any(|form| known.contains(&form.hash))
    }
}

/// "foreign", "energy": whether a word parts one office from others that have the same title.
pub(crate) fn is_office_word(analysis: &Analysis, classes: u32, i: usize) -> bool {
    const ANY: &[&str] =
        &["former", "ex", "then", "acting", "interim", "senior", "deputy", "assistant", "vice", "prime", "state"];
    classes & class::ATTRIBUTE != 0 && !analysis.is_one_of(i, ANY)
}

/// Whether a word names a title or a trade that goes with no other.
pub(crate) fn excludes(classes: u32) -> bool {
    classes & (class::TITLE | class::HUMAN) != 0 && classes & (class::ANYONE | class::WIDE | class::ATTRIBUTE) == 0
}

/// The hash of a role; that of its nominative where German or Russian puts it in another case: "des Bürgermeisters", "мэра".
pub(crate) fn role_of(analysis: &Analysis, gazetteer: &Known, i: usize) -> u64 {
    // "заместитель | главы": whose deputy somebody is.
    let owner = i > 0 && gazetteer.at(i - 1) & class::TITLE != 0;
    let russian = || listed_nominative(analysis.words.of(i), gazetteer).filter(|_| !owner).map(|noun| fold_hash(&noun));
    let bare = nominative(analysis, gazetteer, i).map(fold_hash).or_else(russian);
    gazetteer.role(bare.unwrap_or(analysis.form(i).hash))
}

/// "Bürgermeister" for "Bürgermeisters" behind "des", "Präsident" for "Präsidenten", "Amt" for "Amtes".
pub(crate) fn nominative<'a>(analysis: &Analysis<'a>, gazetteer: &Known, i: usize) -> Option<&'a str> {
    let word = analysis.words.of(i);
    if gazetteer.language != "de" || !analysis.form(i).is_capital() {
        return None;
    }
    // Attributes may stand between: "des Deutschen Wetterdienstes".
    let attribute = |&at: &usize| analysis.words.of(at).ends_with("en") && !is_oblique(analysis, at);
    let attributes = (0..i).rev().take(3).take_while(attribute).count();
    let article = i.checked_sub(attributes + 1).filter(|&at| is_oblique(analysis, at))?;
    let classes = |bare: &&str| gazetteer.get(fold_hash(bare), bare);
    if classes(&word) & (class::MALE_NAME | class::FEMALE_NAME | class::PLACE) != 0 {
        return None;
    }
    // "des Zeugen", "dem Präsidenten"
    let weak = [word.strip_suffix("en"), word.strip_suffix('n')].into_iter().flatten();
    if let Some(bare) = weak.clone().find(|bare| classes(bare) & (class::TITLE | class::HUMAN) != 0) {
        return Some(bare);
    }
    let genitive = !analysis.is_one_of(article, &["dem", "einem"]);
    let (long, short) = (word.strip_suffix("es"), word.strip_suffix('s'));
    let mut both = [short, long].into_iter().flatten().filter(|bare| genitive && bare.chars().count() > 2);
    if let Some(known) = both.clone().find(|bare| classes(bare) != 0) {
        return Some(known);
    }
    // "des Verbandes", "des Hauses", "des Tages", but "des Gebäudes".
    const LONG: [&str; 16] = [
        "ndes", "rdes", "ldes", "mtes", "rtes", "ntes", "stes", "ftes", "htes", "ktes", "ses", "zes", "ages", "uges",
        "iebes", "rkes",
    ];
    if LONG.iter().any(|end| word.ends_with(end)) { long.filter(|_| genitive) } else { both.next() }
}

/// An article that shows a genitive or a dative of one.
fn is_oblique(analysis: &Analysis, i: usize) -> bool {
    analysis.is_one_of(i, &["des", "eines", "seines", "ihres", "dieses", "dem", "einem"])
}

/// What a word calls somebody: in full, and by the last part of what is written together, as "der Minister" is the
/// "Umweltminister".
pub(crate) fn role_names(analysis: &Analysis, gazetteer: &Known, i: usize) -> Vec<u64> {
    let mut names = vec![role_of(analysis, gazetteer, i)];
    if matches!(gazetteer.language, "de" | "nl") {
        let word = analysis.lower(i);
        let ends = |last: &&&str| word.len() > last.len() && word.ends_with(**last);
        names.extend(COMPOUNDED.iter().filter(ends).map(|last| fold_hash(last)));
    }
    names
}
