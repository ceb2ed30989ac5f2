//! Runs of capitals that name somebody or something.

use std::cell::LazyCell;
use std::collections::HashSet;

use super::german::{belongs, fills_front, is_announced, is_apposed, is_lettered_body, is_pair_of_nouns, title_sex};
use super::heads::{capitals_behind, capitals_inside, is_split_particle, is_surname_at_head, small_words};
use super::members::{closes, is_noun_at_head, is_office, tells};
use super::namesakes::{AFTER_NAMES, FAMILIES, initials, is_namesake, is_titled};
use super::offices::{before_town, binds_office, is_dutch_family, is_russian_region, leads_body, nominative_body};
use super::outlets::{is_acronym, is_announced_body, is_owned_body, is_station};
use super::russian::{is_bent_male, person_from};
use super::surnames::{is_inner_particle, surname_end};
use super::things::terms;
use crate::claims::attribution::analysis::Analysis;
use crate::claims::speakers::meant::origins::is_demonym;
use crate::claims::speakers::meant::pronouns::pronoun;
use crate::claims::speakers::sources::small_words::endings_sex;
use crate::claims::speakers::words::{Known, class, word_sex};
use crate::claims::types::SpeakerType;
use crate::learn::form::{Shape, fold_hash};
use crate::text::pos::Pos;

/// Words that make a name that of a body: "Party", "Herald".
pub(crate) const BODY: u32 = class::ORGANISATION | class::OUTLET;

/// A name where it stands, titles cut off.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Name {
    /// First word of the name itself.
    pub from: usize,
    /// One past its last word.
    pub to: usize,
    /// First word of the run with its titles.
    pub start: usize,
    /// What it is, where the words alone tell.
    pub kind: Option<SpeakerType>,
    /// Positive for women, negative for men.
    pub sex: i32,
}

const PARTICLES: &[&str] = &[
    "de", "van", "von", "bin", "ibn", "al", "el", "la", "le", "del", "della", "di", "da", "dos", "das", "du", "ter",
    "ten", "zu", "y", "san", "af", "do", "dei", "delle", "degli",
];

/// All names of a text, in order.
pub(crate) fn find_names(analysis: &Analysis, gazetteer: &Known, tagged: bool) -> Vec<Name> {
    let (mut names, mut i, count) = (Vec::new(), 0, analysis.len());
    let inside = if tagged { capitals_inside(analysis) } else { HashSet::new() };
    let small = LazyCell::new(|| small_words(analysis));
    let behind = LazyCell::new(|| capitals_behind(analysis, gazetteer));
    let terms = terms(analysis, gazetteer);
    while i < count {
        if let Some(end) = surname_end(analysis, gazetteer.language, i) {
            names.push(Name { from: i, to: end, start: i, kind: Some(SpeakerType::Person), sex: 0 });
            i = end;
            continue;
        }
        let is_small = |hash: u64| small.contains(&hash);
        let noun = tagged && is_noun_at_head(analysis, gazetteer, i, &inside, is_small);
        let surname = || !tagged && is_surname_at_head(analysis, gazetteer, i, &behind, is_small);
        let starts = || starts_name(analysis, gazetteer, i, tagged) || surname();
        if noun || terms.contains(&analysis.form(i).hash) || !starts() {
            i += 1;
            continue;
        }
        let end = run_end(analysis, gazetteer, i);
        if let Some(name) = classify(analysis, gazetteer, i, end, tagged) {
            names.push(name);
        }
        i = end;
    }
    names
}

fn starts_name(analysis: &Analysis, gazetteer: &Known, i: usize, tagged: bool) -> bool {
    let form = analysis.form(i);
    if !form.is_capital() {
        return false;
    }
    let word = analysis.words.of(i);
    let classes = gazetteer.at(i);
    let known = class::MALE_NAME | class::FEMALE_NAME | class::PLACE | class::TITLE | class::DEMONYM;
    if tagged {
        let (from, _) = analysis.sentence_at(i);
        if i == from && form.shape == Shape::Title && word.ends_with("ing") && analysis.lexicon[i].is_some() {
            return false;
        }
        // "Officials said", "Sources close to the talks": a capital at the head of a sentence is no name.
        let next = i + 1 < analysis.len() && analysis.form(i + 1).is_capital() && adjacent(analysis, i);
        if i == from && form.shape == Shape::Title && !next {
            let documents = classes & class::DOCUMENT != 0 && (word.ends_with('s') || word == "Data");
            if many(classes) || documents && next_is_small(analysis, i) {
                return false;
            }
        }
        // "Seventy-eight-year-old Ana Ruiz": an age is no name.
        if matches!(word, "Neither" | "Nor" | "Either") || word.ends_with("-year-old") {
            return false;
        }
        let open = matches!(analysis.pos[i], Pos::Propn | Pos::Noun | Pos::Adj | Pos::X);
        // A capital, whatever the tagger takes it for: "the lawyer Bo Lund", and where its verb alone follows ("Finch denies it.").
        let misread = form.shape == Shape::Title && matches!(analysis.pos[i], Pos::Verb | Pos::Adv | Pos::Intj);
        let alone = || i == from && classes == 0 && closes(analysis, i + 1) && tells(analysis, i + 1);
        return open
            || misread && (i != from && next || alone())
            || form.shape == Shape::Upper && word.len() > 1
            || classes & known != 0;
    }
    if classes & class::FUNCTION != 0 {
        return false;
    }
    // "Elle" at the head of a sentence is she.
    if form.shape == Shape::Title && pronoun(gazetteer.language, &analysis.lower(i)).is_some() {
        return false;
    }
    let (from, _) = analysis.sentence_at(i);
    let first = i == from || (i == from + 1 && !analysis.form(from).is_word());
    // A capital at the head of a sentence says nothing unless the next word has one too.
    !first
        || classes & known != 0
        || gazetteer.language == "ru" && nominative_body(word).is_some()
        || (analysis.lexicon[i].is_none()
            && i + 1 < analysis.len()
            && analysis.form(i + 1).is_capital()
            && adjacent(analysis, i))
}

/// Whether a word in small letters follows.
pub(crate) fn next_is_small(analysis: &Analysis, i: usize) -> bool {
    i + 1 < analysis.len() && analysis.form(i + 1).shape == Shape::Lower
}

/// Whether a word is for people in general and no first name.
fn many(classes: u32) -> bool {
    classes & (class::GROUP | class::UNNAMED) != 0 && classes & (class::MALE_NAME | class::FEMALE_NAME) == 0
}

/// Whether only a space stands between a word and the next.
pub(crate) fn adjacent(analysis: &Analysis, i: usize) -> bool {
    let words = &analysis.words.words;
    match (words.get(i), words.get(i + 1)) {
        (Some(a), Some(b)) => a.paragraph == b.paragraph && a.sentence == b.sentence && b.span.start - a.span.end <= 1,
        _ => false,
    }
}

fn run_end(analysis: &Analysis, gazetteer: &Known, start: usize) -> usize {
    let mut end = start + 1;
    let limit = (start + 14).min(analysis.len());
    let mut organisation = gazetteer.at(start) & class::ORGANISATION != 0;
    let mut linked = false;
    let led = gazetteer.language == "en" && start > 0 && analysis.is_one_of(start - 1, &["the"]);
    while end < limit && adjacent(analysis, end - 1) {
        let capital = |at: usize| at < limit && analysis.form(at).is_capital() && adjacent(analysis, at - 1);
        let word = analysis.words.of(end);
        if gazetteer.language == "de" && matches!(word, "von" | "zu") && !belongs(analysis, gazetteer, start, end) {
            break;
        }
        // "Channel 4 News"
        let numbered = gazetteer.at(end - 1) & class::STATION != 0 && analysis.form(end).shape == Shape::Number;
        if numbered {
            organisation = true;
            end += 1;
        } else if capital(end) {
            organisation |= gazetteer.at(end) & class::ORGANISATION != 0;
            end += 1;
        } else if capital(end + 1)
            && (PARTICLES.contains(&word)
                || is_split_particle(analysis, gazetteer, start, end)
                || is_inner_particle(analysis, gazetteer, end))
        {
            end += 2;
        } else if capital(end + 2)
            && PARTICLES.contains(&word)
            && matches!(analysis.words.of(end + 1), "der" | "den" | "la" | "las" | "los")
        {
            end += 3;
        } else if (matches!(word, "-" | "&" | "'" | "’")
            || word == "." && analysis.words.of(end - 1).chars().count() <= 3)
            && capital(end + 1)
        {
            end += 2;
        } else if organisation
            && matches!(word, "of" | "for" | "on")
            && capital(end + 1)
            // "the High Court on Monday"
            && gazetteer.at(end + 1) & class::CALENDAR == 0
        {
            linked = true;
            end += 2;
        } else if led && is_owned_body(analysis, gazetteer, end) && adjacent(analysis, end) {
            // "the U.S. Attorney's Office for the Western District"
            organisation = true;
            end += 2;
        } else if organisation
            && matches!(word, "of" | "for")
            && analysis.words.of(end + 1) == "the"
            && capital(end + 2)
        {
            linked = true;
            end += 3;
        } else if linked && matches!(word, "and" | "in") && capital(end + 1) {
            end += 2;
        } else {
            break;
        }
    }
    end
}

fn classify(analysis: &Analysis, gazetteer: &Known, start: usize, end: usize, tagged: bool) -> Option<Name> {
    let is = |i: usize, class: u32| gazetteer.at(i) & class != 0;
    if is_station(analysis, gazetteer, start, end) {
        return Some(Name { from: start, to: end, start, kind: Some(SpeakerType::Organisation), sex: 0 });
    }
    // "US Deputy Secretary of State Wendy Sherman": the name begins after the last title.
    // "Kestrel Energy": what is a title in "energy minister" is a body behind its name.
    let trade = |i: usize| {
        let before = i > start
            && !is(i - 1, class::TITLE | class::DEMONYM | class::PLACE | class::MALE_NAME | class::FEMALE_NAME);
        i + 1 == end && before && analysis.form(i - 1).is_capital() && is(i, BODY)
    };
    let has_organisation = (start..end).any(|i| is(i, BODY) && (!is(i, class::TITLE) || trade(i)));
    let linked = (start..end).any(|i| matches!(analysis.words.of(i), "of" | "for" | "Of" | "For"));
    let mut from = start;
    if !linked {
        for i in start..end {
            let name_next = i + 1 < end && gazetteer.is_first_name(i + 1);
            let modifier =
                is(i, class::DEMONYM | class::PLACE | BODY) || i + 2 < end && is_acronym(analysis.words.of(i));
            // "Osnabrücker Leseforscher Jan Berg": nouns have capitals too where parts of speech are not known.
            let modifier = modifier || !tagged && !has_organisation && !gazetteer.is_first_name(i) && i + 2 < end;
            // "Larry King": a family name that is a title elsewhere.
            let family = i > start
                && gazetteer.is_first_name(i - 1)
                && !is(i - 1, class::TITLE)
                && (i + 1 == end || matches!(analysis.words.of(i + 1), "Jr" | "Sr" | "II" | "III"));
            let family = family || is_dutch_family(analysis, gazetteer, start, i);
            if is(i, class::TITLE) && !family && !trade(i) || (name_next && modifier) {
                from = i + 1;
            }
        }
    }
    let initials = if tagged && !linked { initials(analysis, gazetteer, start, end) } else { None };
    let has_organisation = has_organisation && initials.is_none();
    from = from.max(initials.unwrap_or(from));
    if from == start && is_announced(analysis, gazetteer, start, end) {
        from = start + 1;
    }
    let apposed = from == start && !linked && is_apposed(analysis, gazetteer, start, end);
    if apposed {
        return Some(Name { from: start + 1, to: end, start, kind: Some(SpeakerType::Organisation), sex: 0 });
    }
    // "Foreign Ministry", "State Department": words that are titles elsewhere belong to the body's name.
    // "Bernd Holt Vorteile": a noun behind a name has a capital too.
    let first = |i: usize| gazetteer.is_first_name(i);
    let end = if gazetteer.language == "de" && first(from.min(end - 1)) && !(from..end).any(|i| is(i, BODY)) {
        let plain = |i: usize| analysis.form(i).is_capital() && !first(i);
        let family = (from + 1..end).find(|&i| plain(i));
        let noun =
            family.map(|at| at + 1).filter(|&at| at < end && plain(at) && analysis.form(at).shape == Shape::Title);
        // "Marjorie Taylor Greene | schrieb": before the verb stands one name.
        noun.filter(|_| !fills_front(analysis, gazetteer, start, end)).unwrap_or(end)
    } else {
        end
    };
    let office = |i: usize| is(i, class::TITLE) && !is(i, BODY);
    let borne = tagged && from == start && end == start + 2 && is_namesake(gazetteer, start);
    if borne && (is_titled(analysis, gazetteer, start) || is_office(analysis, end, office)) {
        let sex = title_sex(analysis, gazetteer, start, from);
        return Some(Name { from, to: end, start, kind: Some(SpeakerType::Person), sex });
    }
    let body = (from..end).any(|i| is(i, BODY) && !is(i, class::TITLE));
    if body && from > start && !gazetteer.is_first_name(from) {
        from = start;
    }
    if gazetteer.language == "ru" {
        from = from.max(person_from(analysis, gazetteer, start, end));
    }
    let of = from > start && binds_office(analysis, gazetteer, from, end);
    while from < end && !analysis.form(from).is_capital() {
        from += 1;
    }
    // "Simon Hale KC"
    let honoured = tagged && end >= from + 3 && AFTER_NAMES.contains(&analysis.words.of(end - 1));
    let end = end - usize::from(honoured && analysis.form(from).shape == Shape::Title);
    // "KI-gesteuerte Nutzer": a compound of a participle is an adjective.
    let adjective = |word: &str| {
        let last = word.rsplit_once('-').map_or("", |(_, last)| last);
        last.len() > 3 && last.chars().all(char::is_lowercase)
    };
    if gazetteer.language == "de" && (start..end).any(|i| adjective(analysis.words.of(i))) {
        return None;
    }
    if gazetteer.language == "de" && is_pair_of_nouns(analysis, gazetteer, start, end) {
        return None;
    }
    // "LISBON (Wirehouse) - ": who sends the report is not spoken of.
    let sent = start > 0
        && analysis.words.of(start - 1) == "("
        && analysis.words.of(end) == ")"
        && end + 1 < analysis.len()
        && analysis.form(end + 1).shape == Shape::Dash;
    if sent {
        return None;
    }
    // "the Russians" are many, and none by name; nor is "der Ungar".
    if end == start + 1 && many(gazetteer.at(start)) || is_demonym(analysis, gazetteer, (from, end)) {
        return None;
    }
    let number = |i: usize| analysis.words.of(i).chars().all(|c| c.is_ascii_digit());
    if of || from >= end || (from..end).all(|i| is(i, class::CALENDAR) || number(i)) {
        return None;
    }
    let before = start.checked_sub(1).filter(|&before| adjacent(analysis, before));
    let titled = from > start || before.is_some_and(|before| is(before, class::TITLE));
    let end = before_town(analysis, gazetteer, (from, end), titled);
    let article = before.is_some_and(|before| leads_body(analysis, gazetteer, before)) && from == start;
    let count = (from..end).filter(|&i| analysis.form(i).is_capital()).count();
    // "Volkmar Motors" is no Mr Motors, though "Charlotte Church" is a person.
    let named_body = is(end - 1, BODY) && !FAMILIES.contains(&analysis.words.of(end - 1));
    let first_name = count >= 2 && gazetteer.is_first_name(from) && !named_body;
    let acronym = count == 1 && analysis.form(from).shape != Shape::Title && is_acronym(analysis.words.of(from));
    let still = (from..end).any(|i| is(i, BODY) && (!is(i, class::TITLE) || i + 1 == end));
    // "KATHMANDU (Reuters) -", "PORT CALLOW —": a dateline says where.
    let opens = start == 0 || analysis.words.words[start - 1].paragraph != analysis.words.words[start].paragraph;
    let upper = (start..end).all(|i| analysis.form(i).shape == Shape::Upper);
    let dateline = opens && upper && {
        let (from, to) = (end, analysis.len().min(end + 8));
        let dash = (from..to).find(|&i| analysis.form(i).shape == Shape::Dash);
        dash.is_some_and(|dash| dash == end || matches!(analysis.form(end).shape, Shape::Bracket | Shape::Comma))
    };
    if dateline {
        return Some(Name { from, to: end, start, kind: Some(SpeakerType::Place), sex: 0 });
    }
    // "the Political Funds Control Law", "the Citizenship Clause" are written.
    if count >= 2
        && matches!(
            analysis.words.of(end - 1),
            "Law" | "Act" | "Bill" | "Clause" | "Amendment" | "Constitution" | "Code"
        )
    {
        let article = start.checked_sub(1).is_some_and(|before| analysis.lower(before) == "the");
        if article {
            return Some(Name { from: start, to: end, start, kind: Some(SpeakerType::Document), sex: 0 });
        }
    }
    let genitive = analysis.words.of(end - 1).strip_suffix('s').filter(|_| gazetteer.language == "de");
    let genitive = genitive.is_some_and(|bare| gazetteer.get(fold_hash(bare), bare) & class::PLACE != 0);
    let last_place = (is(end - 1, class::PLACE) || genitive) && !first_name && !titled;
    let kind = if has_organisation && (still || from == start) && !first_name {
        Some(SpeakerType::Organisation)
    } else if last_place
        || end == from + 1 && is_russian_region(analysis, gazetteer, from)
        || (from..end).all(|i| is(i, class::PLACE) || !analysis.form(i).is_capital())
    {
        Some(SpeakerType::Place)
    } else if (from..end).all(|i| is(i, class::DEMONYM)) && gazetteer.language == "en" {
        return None;
    } else if acronym && !titled {
        Some(SpeakerType::Organisation)
    } else if count >= 3
        && analysis.form(from).shape == Shape::Upper
        && is_acronym(analysis.words.of(from))
        && analysis.words.of(from).len() > 2
    {
        // "BMJ Case Reports"
        Some(SpeakerType::Organisation)
    } else if count >= 2 && !upper && is_lettered_body(analysis, gazetteer, start, (from, end)) {
        Some(SpeakerType::Organisation)
    } else if first_name || (titled && count <= 4) {
        Some(SpeakerType::Person)
    } else if article || from == start && is_announced_body(analysis, gazetteer, start, count) {
        Some(SpeakerType::Organisation)
    } else if tagged && is_office(analysis, end, office) {
        Some(SpeakerType::Person)
    } else {
        None
    };
    let mut sex = 0;
    if is(from, class::FEMALE_NAME) && !is(from, class::MALE_NAME) {
        sex += 2;
    } else if is(from, class::MALE_NAME) && !is(from, class::FEMALE_NAME) {
        sex -= 2;
    }
    if !tagged && sex == 0 && count >= 2 {
        sex = endings_sex(gazetteer.language, analysis.words.of(from), analysis.words.of(end - 1));
        // "Льва Обручникова" is no woman.
        sex = if sex > 0 && is_bent_male(analysis.words.of(from), gazetteer) { -2 } else { sex };
    }
    sex += title_sex(analysis, gazetteer, start, from);
    // "her Norland counterpart": a pronoun is no title.
    let owner = before.is_some_and(|before| pronoun(gazetteer.language, &analysis.lower(before)).is_some());
    for i in (start..from).chain(before.filter(|_| !owner)) {
        sex += 3 * word_sex(gazetteer.at(i));
    }
    Some(Name { from, to: end, start, kind, sex })
}
