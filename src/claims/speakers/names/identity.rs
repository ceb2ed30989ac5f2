//! When two names are one: family names, fuller forms, the words of a name as they are compared.

use std::collections::HashSet;

use super::entities::Entity;
use super::found::Name;
use super::german::is_whole;
use super::stems::{stem, straightness};
use crate::claims::attribution::analysis::Analysis;
use crate::claims::speakers::key::without_legal_form;
use crate::claims::speakers::meant::contrast::nominative;
use crate::claims::speakers::words::{Gazetteer, Known, class, fold};
use crate::claims::types::SpeakerType;
use crate::learn::form::{Shape, fold_hash};

/// How many entities of a document are looked through for one name.
pub(crate) const MANY: usize = 2000;

/// "Hier sieht auch Berg Vorteile", "Schlachter Berg": a noun behind the family name of somebody named in full is no part of it, nor
/// is what he does before it. "Brandt Chemicals" is another one than Ursula Brandt wherever the order of words or an article shows
/// that its two words are one name.
pub(crate) fn cut_nouns(analysis: &Analysis, gazetteer: &Known, names: &mut [Name]) {
    let first = |i: usize| gazetteer.is_first_name(i);
    let full = |name: &&Name| name.to > name.from + 1 && first(name.from) && name.kind == Some(SpeakerType::Person);
    let families: HashSet<String> =
        names.iter().filter(full).map(|name| fold(analysis.words.of(name.to - 1))).collect();
    let pair = |name: &Name| [name.from, name.to - 1].map(|i| fold(analysis.words.of(i)));
    let known = |i: usize| families.contains(&fold(analysis.words.of(i)));
    let two = |name: &&Name| name.to == name.from + 2 && !first(name.from) && known(name.from);
    let whole = |name: &&Name| two(name) && is_whole(analysis, gazetteer, name);
    let bodies: HashSet<[String; 2]> = names.iter().filter(whole).map(pair).collect();
    for name in names.iter_mut().filter(|name| name.to == name.from + 2 && !first(name.from)) {
        if known(name.from) && !known(name.from + 1) {
            if bodies.contains(&pair(name)) {
                name.kind = Some(SpeakerType::Organisation);
            } else {
                name.to = name.from + 1;
                name.kind = None;
            }
        } else if known(name.from + 1) && !known(name.from) && is_agent(&fold(analysis.words.of(name.from))) {
            name.from += 1;
            name.kind = None;
        }
    }
}

/// Whether a word ends as German ones for what somebody does.
fn is_agent(word: &str) -> bool {
    let ends = ["er", "erin", "or", "orin", "ist", "istin", "ent", "entin", "ant", "antin"];
    word.chars().count() > 5 && ends.iter().any(|end| word.ends_with(end))
}

/// Of those whose name ends in a word, whom it can mean alone. In Russian, where cases are not told apart, people ("Москва" is not the
/// bank of "Москвы"), and of them those who are called so in this very form: "Дугина" is not her husband.
pub(crate) fn bearers(
    all: &[Entity],
    list: &[usize],
    analysis: &Analysis,
    gazetteer: &Known,
    name: &Name,
) -> Vec<usize> {
    if gazetteer.language != "ru" {
        return list.to_vec();
    }
    let people = list.iter().copied().filter(|&at| all[at].kind == SpeakerType::Person);
    let same = |at: &usize| all[*at].name.split(' ').next_back() == Some(analysis.words.of(name.from));
    let exact: Vec<usize> = people.clone().filter(same).collect();
    if exact.is_empty() { people.collect() } else { exact }
}

/// "Anna Court was hurt. | Court | said": without an article no court speaks where somebody with a first name is called so.
pub(crate) fn is_borne(all: &[Entity], list: &[usize], analysis: &Analysis, name: &Name) -> bool {
    let article = name.start > 0 && analysis.is_one_of(name.start - 1, &["the", "a", "an"]);
    let person = |at: &usize| all[*at].kind == SpeakerType::Person && all[*at].words.len() > 1 && all[*at].sex != 0;
    !article && list.iter().take(MANY).any(person)
}

/// The words of a name as they are compared; those of German bodies in the nominative ("des Bundesamtes"), Russian ones without the
/// endings of their cases.
pub(crate) fn folded_words(analysis: &Analysis, gazetteer: &Known, name: &Name) -> Vec<String> {
    let russian = |i: usize| gazetteer.language == "ru" && analysis.form(i).shape != Shape::Upper;
    (name.from..name.to)
        .map(|i| (i, fold(&in_nominative(analysis, gazetteer, name, i))))
        .filter(|(_, word)| word.chars().any(char::is_alphanumeric))
        .map(|(i, word)| if russian(i) { stem(&word) } else { word })
        .map(|word| word.trim_end_matches('.').trim_end_matches("'s").to_owned())
        .collect()
}

/// "Олег Бурцев" behind "Олега Бурцева": the form of a Russian name, of so many words, that is rather a nominative than the known one.
pub(crate) fn straighter(
    analysis: &Analysis,
    gazetteer: &Known,
    name: &Name,
    known: &Entity,
    words: usize,
) -> Option<String> {
    if gazetteer.language != "ru" || known.words.len() != words {
        return None;
    }
    let other = surface(analysis, gazetteer, name);
    (straightness(&other, gazetteer) > straightness(&known.name, gazetteer)).then_some(other)
}

/// The sex that a name gives to its bearer: the endings of a Russian one tell it in the nominative alone ("Бориса Сажина" is no woman).
pub(crate) fn shown_sex(analysis: &Analysis, gazetteer: &Known, name: &Name, known: &Entity) -> i32 {
    let by_ending = gazetteer.language == "ru" && name.sex.abs() == 2;
    let bent = || straightness(&surface(analysis, gazetteer, name), gazetteer) < straightness(&known.name, gazetteer);
    if by_ending && bent() { 0 } else { name.sex }
}

/// A name as it stands in the text; that of a German body in the nominative.
pub(crate) fn surface(analysis: &Analysis, gazetteer: &Known, name: &Name) -> String {
    let words = &analysis.words.words;
    if (name.from..name.to).any(|i| declined(analysis, gazetteer, name, i).is_some()) {
        let word = |i| in_nominative(analysis, gazetteer, name, i);
        return (name.from..name.to).map(word).collect::<Vec<_>>().join(" ");
    }
    let text = analysis.words.text.get(words[name.from].span.start..words[name.to - 1].span.end).unwrap_or("");
    let text = text.strip_suffix("'s").or_else(|| text.strip_suffix("’s")).unwrap_or(text);
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The nominative of a word of a German body's name that stands in another case; of people's names it cannot be told.
fn declined<'a>(analysis: &Analysis<'a>, gazetteer: &Known, name: &Name, i: usize) -> Option<&'a str> {
    let body = name.kind == Some(SpeakerType::Organisation) && name.sex == 0;
    if body { nominative(analysis, gazetteer, i) } else { None }
}

/// The classes of a name of one word, which is given folded; of German bodies those of its nominative.
pub(crate) fn classes_of(analysis: &Analysis, gazetteer: &Known, name: &Name, word: &str) -> u32 {
    match declined(analysis, gazetteer, name, name.from) {
        Some(bare) => gazetteer.get(fold_hash(bare), bare),
        None if gazetteer.language == "ru" => gazetteer.at(name.from),
        None => gazetteer.get(analysis.form(name.from).hash, word),
    }
}

/// A word of a name, in the nominative where its case shows; the attribute before it as well ("des Deutschen Wetterdienstes").
fn in_nominative(analysis: &Analysis, gazetteer: &Known, name: &Name, i: usize) -> String {
    let word = analysis.words.of(i);
    let weak = || word.strip_suffix('n').filter(|word| word.ends_with('e'));
    let attribute = i + 1 < name.to && declined(analysis, gazetteer, name, i + 1).is_some();
    let bare = if attribute { weak() } else { declined(analysis, gazetteer, name, i) };
    bare.unwrap_or(word).to_owned()
}

/// Whether `words` name somebody more fully: more words, unless they only put others before a name with its first name.
pub(crate) fn is_fuller(words: &[String], known: &[String], gazetteer: &Gazetteer) -> bool {
    let first = class::MALE_NAME | class::FEMALE_NAME;
    let begins = |name: &[String]| {
        name.len() > 1 && name.first().is_some_and(|word| gazetteer.get(fold_hash(word), word) & first != 0)
    };
    let bare = |long: &[String], short: &[String]| long.ends_with(short) && begins(short) && !begins(long);
    bare(known, words) && known.len() > words.len() || words.len() > known.len() && !bare(words, known)
}

/// The last word that is not "Jr", a number or the legal form of a firm.
pub(crate) fn family_name(words: &[String]) -> Option<&str> {
    let words = without_legal_form(words);
    let last = words.iter().rev().find(|word| !matches!(word.as_str(), "jr" | "sr" | "ii" | "iii" | "iv"));
    last.map(String::as_str)
}

/// "Harden Bradford" is Joy Harden Bradford: the last words of a longer name of a person, without a title.
pub(crate) fn named_in_part(known: &Entity, words: &[String], name: &Name) -> bool {
    let bare = name.kind.is_none() && name.start == name.from;
    bare && known.kind == SpeakerType::Person && known.words.ends_with(words)
}

/// Same family name: the same person unless the first names contradict.
pub(crate) fn same_name(known: &Entity, words: &[String], kind: SpeakerType) -> bool {
    if (known.kind == SpeakerType::Person) != (kind == SpeakerType::Person) {
        return false;
    }
    if known.kind != SpeakerType::Person {
        let (known, words) = (without_legal_form(&known.words), without_legal_form(words));
        return known == words || known.ends_with(words) || words.ends_with(known);
    }
    match (known.words.first(), words.first()) {
        (Some(a), Some(b)) => {
            let initial = |x: &str, y: &str| x.chars().count() == 1 && y.starts_with(x);
            // "Pat" and "Patrick".
            let nick = |x: &str, y: &str| x.chars().count() >= 3 && y.starts_with(x);
            a == b
                || nick(a, b)
                || nick(b, a)
                || initial(a, b)
                || initial(b, a)
                || known.words.contains(b)
                || words.contains(a)
        }
        _ => true,
    }
}
