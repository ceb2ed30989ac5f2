//! What a run of capitals names: a person, a body, or nobody.

use super::found::{BODY, Name, adjacent};
use super::german::{fills_front, is_announced, is_apposed, is_lettered_body, is_pair_of_nouns, title_sex};
use super::heads::{is_dateline, is_sender};
use super::members::is_office;
use super::namesakes::{AFTER_NAMES, FAMILIES, initials, is_namesake, is_titled};
use super::offices::{
    before_town, behind_country, binds_office, dutch_person_from, is_dutch_family, is_of_country, is_russian_region,
    leads_body,
};
use super::outlets::{is_acronym, is_announced_body, is_station};
use super::russian::{is_bent_male, person_from};
use super::trades::behind_trade;
use crate::claims::attribution::analysis::Analysis;
use crate::claims::speakers::meant::origins::is_demonym;
use crate::claims::speakers::meant::pronouns::pronoun;
use crate::claims::speakers::sources::small_words::endings_sex;
use crate::claims::speakers::words::{Known, class, word_sex};
use crate::claims::types::SpeakerType;
use crate::learn::form::{Shape, fold_hash};
use crate::text::pos::Pos;

/// The sex that a first name shows.
fn given_sex(classes: u32) -> i32 {
    2 * (i32::from(classes & class::FEMALE_NAME != 0) - i32::from(classes & class::MALE_NAME != 0))
}

/// Whether a word is for people in general and no first name.
pub(super) fn many(classes: u32) -> bool {
    classes & (class::GROUP | class::UNNAMED) != 0 && classes & (class::MALE_NAME | class::FEMALE_NAME) == 0
}

/// The name in a run of capitals, and what it is; none where they name nobody.
pub(super) fn classify(analysis: &Analysis, gazetteer: &Known, start: usize, end: usize, tagged: bool) -> Option<Name> {
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
    let purpose = |i: usize| gazetteer.language == "en" && analysis.words.of(i) == "for";
    let has_organisation = (start..end).any(|i| purpose(i) || is(i, BODY) && (!is(i, class::TITLE) || trade(i)));
    // "A Organização Mundial da Saúde"
    let kind = !tagged && gazetteer.language != "de" && end > start + 1 && is(start, class::ALIAS);
    let has_organisation = has_organisation || kind && !is(start, class::TITLE);
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
    let trade = behind_trade(analysis, gazetteer, start, end).filter(|_| tagged && from == start && !linked);
    from = trade.unwrap_or(from);
    // "Furious Dale Orme vowed": an adjective at the head of a sentence has a capital, and is no part of the name.
    let described = tagged && from == start && end >= start + 3 && analysis.sentence_at(start).0 == start;
    if described
        && matches!(analysis.pos[start], Pos::Adj | Pos::Verb)
        && gazetteer.at(start) == 0
        && gazetteer.is_first_name(start + 1)
    {
        from = start + 1;
    }
    if let Some(person) = behind_country(analysis, gazetteer, start, end).filter(|_| gazetteer.language != "de") {
        return Some(Name {
            from: person,
            to: end,
            start: person,
            kind: Some(SpeakerType::Person),
            sex: given_sex(gazetteer.at(person)),
        });
    }
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
    // "Jeremy Sachs": a first name, and the name of a firm that is no word for one.
    let given = class::MALE_NAME | class::FEMALE_NAME;
    let proven = borne && gazetteer.is_first_name(start) && gazetteer.at(start) & !given == 0;
    if proven {
        let sex = title_sex(analysis, gazetteer, start, from) + given_sex(gazetteer.at(start));
        return Some(Name { from, to: end, start, kind: Some(SpeakerType::Person), sex });
    }
    // "Mrs Post": no body is addressed so.
    let addressed = matches!(analysis.words.of(start).trim_end_matches('.'), "Mr" | "Mrs" | "Ms" | "Miss" | "Mx");
    if tagged && addressed && end == start + 2 && is(start + 1, BODY) {
        let sex = 3 * word_sex(gazetteer.at(start));
        return Some(Name { from: start + 1, to: end, start, kind: Some(SpeakerType::Person), sex });
    }
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
        if is_of_country(analysis, gazetteer, start) {
            if end == start + 1 {
                return Some(Name { from: start, to: end, start, kind: Some(SpeakerType::Place), sex: 0 });
            }
            from = from.max(start + 1);
        }
    }
    from = from.max(dutch_person_from(analysis, gazetteer, start, end).unwrap_or(from));
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
    // "the Russians" are many, and none by name; nor is "der Ungar".
    let group = || end == start + 1 && many(gazetteer.at(start)) || is_demonym(analysis, gazetteer, (from, end));
    if is_sender(analysis, start, end) || group() {
        return None;
    }
    let number = |i: usize| analysis.words.of(i).chars().all(|c| c.is_ascii_digit());
    if of || from >= end || (from..end).all(|i| is(i, class::CALENDAR) || number(i)) {
        return None;
    }
    let before = start.checked_sub(1).filter(|&before| adjacent(analysis, before));
    let titled = from > start || trade.is_some() || before.is_some_and(|before| is(before, class::TITLE));
    let end = before_town(analysis, gazetteer, (from, end), titled);
    let article = before.is_some_and(|before| leads_body(analysis, gazetteer, before)) && from == start;
    let count = (from..end).filter(|&i| analysis.form(i).is_capital()).count();
    // "Volkmar Motors" is no Mr Motors, though "Charlotte Church" is a person.
    let named_body = is(end - 1, BODY) && !FAMILIES.contains(&analysis.words.of(end - 1));
    let first_name = count >= 2 && gazetteer.is_first_name(from) && !named_body;
    let acronym = count == 1 && analysis.form(from).shape != Shape::Title && is_acronym(analysis.words.of(from));
    let still = (from..end).any(|i| is(i, BODY) && (!is(i, class::TITLE) || i + 1 == end));
    let upper = (start..end).all(|i| analysis.form(i).shape == Shape::Upper);
    if upper && is_dateline(analysis, start, end) {
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
    let mut sex = given_sex(gazetteer.at(from));
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
