//! Runs of capitals that name somebody or something.

use std::cell::LazyCell;
use std::collections::HashSet;

use super::bodies::led_body_end;
use super::german::belongs;
use super::heads::{
    Purposes, capitals_behind, capitals_inside, headings, is_purpose, is_split_particle, is_surname_at_head, purposes,
    small_words,
};
use super::kinds::{classify, many};
use super::members::{closes, is_noun_at_head, tells};
use super::offices::{is_portfolio, nominative_body};
use super::surnames::{is_inner_particle, surname_end};
use super::things::terms;
use super::trades::is_name_of_age;
use crate::claims::attribution::analysis::Analysis;
use crate::claims::speakers::meant::pronouns::pronoun;
use crate::claims::speakers::words::{Known, class};
use crate::claims::types::SpeakerType;
use crate::learn::form::Shape;
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
    "ten", "zu", "y", "san", "af", "do", "dei", "delle", "degli", "де", "ван", "фон", "ибн", "бин",
];

/// All names of a text, in order.
pub(crate) fn find_names(analysis: &Analysis, gazetteer: &Known, tagged: bool) -> Vec<Name> {
    let (mut names, mut i, count) = (Vec::new(), 0, analysis.len());
    let inside = if tagged { capitals_inside(analysis) } else { HashSet::new() };
    let small = LazyCell::new(|| small_words(analysis));
    let behind = LazyCell::new(|| capitals_behind(analysis, gazetteer));
    let terms = terms(analysis, gazetteer);
    let purposes = purposes(analysis, gazetteer);
    let mut headings = headings(analysis, gazetteer).into_iter().peekable();
    while i < count {
        if let Some((_, end)) = headings.next_if(|heading| heading.0 <= i) {
            i = end.max(i);
            continue;
        }
        if let Some(end) = surname_end(analysis, gazetteer.language, i) {
            names.push(Name { from: i, to: end, start: i, kind: Some(SpeakerType::Person), sex: 0 });
            i = end;
            continue;
        }
        let is_small = |hash: u64| small.contains(&hash);
        let noun =
            tagged && !is_purpose(analysis, &purposes, i) && is_noun_at_head(analysis, gazetteer, i, &inside, is_small);
        let surname = || !tagged && is_surname_at_head(analysis, gazetteer, i, &behind, is_small);
        let starts = || starts_name(analysis, gazetteer, i, tagged) || surname();
        if noun || terms.contains(&analysis.form(i).hash) || !starts() {
            i += 1;
            continue;
        }
        let end = run_end(analysis, gazetteer, i, &purposes);
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
        // "SHE'S not even sworn in", as tabloids begin.
        if matches!(word, "Neither" | "Nor" | "Either" | "HE" | "SHE" | "THEY") || word.ends_with("-year-old") {
            return false;
        }
        let open = matches!(analysis.pos[i], Pos::Propn | Pos::Noun | Pos::Adj | Pos::X);
        // A capital, whatever the tagger takes it for: "the lawyer Bo Lund", and where its verb alone follows ("Finch denies it.").
        let misread = form.shape == Shape::Title && matches!(analysis.pos[i], Pos::Verb | Pos::Adv | Pos::Intj);
        let alone = || i == from && classes == 0 && closes(analysis, i + 1) && tells(analysis, i + 1);
        return open
            || classes == 0 && is_name_of_age(analysis, i)
            || misread && (i != from && next || alone())
            || form.shape == Shape::Upper && word.len() > 1
            || classes & known != 0;
    }
    if classes & class::FUNCTION != 0
        || leads_russian_name(analysis, gazetteer, i)
        || leads_minister(analysis, gazetteer, i)
    {
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

/// "глава дипломатии ЕС | Аннелис де Вит": in Russian the letters of what somebody heads stand before the name; for a country in the
/// genitive see [`is_of_country`](super::offices::is_of_country).
fn leads_russian_name(analysis: &Analysis, gazetteer: &Known, i: usize) -> bool {
    let capital = |at: usize| at < analysis.len() && analysis.form(at).is_capital() && adjacent(analysis, at - 1);
    let behind = i > 0 && analysis.form(i - 1).shape == Shape::Lower && adjacent(analysis, i - 1);
    if gazetteer.language != "ru" || !behind || !capital(i + 1) {
        return false;
    }
    let title = analysis.form(i + 1).shape == Shape::Title;
    let more = capital(i + 2) || PARTICLES.contains(&analysis.words.of(i + 2)) && capital(i + 3);
    let letters = analysis.form(i).shape == Shape::Upper && analysis.words.of(i).chars().count() > 1;
    letters && title && more
}

/// "il ministro delle Finanze | Andrej Bolt", "minister van Financiën | Jan Boer": what somebody is minister of stands before his name.
fn leads_minister(analysis: &Analysis, gazetteer: &Known, i: usize) -> bool {
    let capital = |at: usize| at < analysis.len() && analysis.form(at).is_capital() && adjacent(analysis, at - 1);
    let free = !gazetteer.is_first_name(i) && gazetteer.at(i) & class::PLACE == 0;
    let three = i > 0 && capital(i + 1) && capital(i + 2) && !capital(i + 3);
    free && three && is_portfolio(analysis, gazetteer.language, i)
}

/// Whether a word in small letters follows.
pub(crate) fn next_is_small(analysis: &Analysis, i: usize) -> bool {
    i + 1 < analysis.len() && analysis.form(i + 1).shape == Shape::Lower
}

/// Whether only a space stands between a word and the next.
pub(crate) fn adjacent(analysis: &Analysis, i: usize) -> bool {
    let words = &analysis.words.words;
    match (words.get(i), words.get(i + 1)) {
        (Some(a), Some(b)) => a.paragraph == b.paragraph && a.sentence == b.sentence && b.span.start - a.span.end <= 1,
        _ => false,
    }
}

fn run_end(analysis: &Analysis, gazetteer: &Known, start: usize, purposes: &Purposes) -> usize {
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
        } else if capital(end + 1) && is_purpose(analysis, purposes, end - 1) {
            organisation = true;
            end += 2;
        } else if let Some(to) = led.then(|| led_body_end(analysis, gazetteer, start, end)).flatten() {
            organisation = true;
            end = to;
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
