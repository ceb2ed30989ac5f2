//! Names that are shown to be no persons: "Kestrel Water said it would close the plant. It said ...". English alone.

use std::collections::HashSet;

use super::found::Name;
use super::heads::small_words;
use super::identity::folded_words;
use crate::claims::attribution::analysis::{Analysis, state};
use crate::claims::speakers::words::{Known, class};
use crate::claims::types::SpeakerType;
use crate::learn::form::{Shape, fold_hash};
use crate::text::pos::Pos;

/// The names, as their folded words, that "it" takes up somewhere and "he" or "she" nowhere.
pub(crate) fn things(analysis: &Analysis, gazetteer: &Known, names: &[Name]) -> HashSet<String> {
    let (mut things, mut people) = (HashSet::new(), HashSet::new());
    for name in names.iter().filter(|name| name.kind.is_none() && name.sex == 0) {
        match shown(analysis, name) {
            0 => {}
            shown if shown > 0 => drop(things.insert(key(&folded_words(analysis, gazetteer, name)))),
            _ => drop(people.insert(key(&folded_words(analysis, gazetteer, name)))),
        }
    }
    firms(analysis, gazetteer, names, &mut things);
    things.retain(|name| !people.contains(name));
    things
}

/// "Norrin Ferries", where the text has "ferry" or "ferries" in small letters: what a common noun in the plural ends, behind no first
/// name, is a firm; somebody is called by his last name alone as well, or has an age.
fn firms(analysis: &Analysis, gazetteer: &Known, names: &[Name], things: &mut HashSet<String>) {
    let title = |i: usize| analysis.form(i).shape == Shape::Title;
    let many = |name: &&Name| {
        let last = analysis.words.of(name.to - 1);
        let plural = last.len() > 4 && last.ends_with('s') && !last.ends_with("ss");
        let two = name.to == name.from + 2 && name.start == name.from && (name.from..name.to).all(title);
        let plain = name.kind.is_none() && name.sex == 0 && !gazetteer.is_first_name(name.from);
        plural && two && plain && gazetteer.language == "en"
    };
    let mut found = names.iter().filter(many).peekable();
    if found.peek().is_none() {
        return;
    }
    let small = small_words(analysis);
    let alone: HashSet<u64> =
        names.iter().filter(|name| name.to == name.from + 1).map(|name| analysis.form(name.from).hash).collect();
    for name in found {
        let last = analysis.lower(name.to - 1);
        let singular = [("ies", "y"), ("es", ""), ("s", "")];
        let one = |(end, one): &(&str, &str)| last.strip_suffix(end).map(|stem| fold_hash(&format!("{stem}{one}")));
        let common =
            small.contains(&fold_hash(&last)) || singular.iter().filter_map(one).any(|hash| small.contains(&hash));
        let aged = analysis.words.of(name.to) == "," && analysis.pos.get(name.to + 1) == Some(&Pos::Num);
        if common && !aged && !alone.contains(&analysis.form(name.to - 1).hash) {
            things.insert(key(&folded_words(analysis, gazetteer, name)));
        }
    }
}

/// Takes in the number of names of one of many: "Local 25", "Article 5". A person has none.
pub(crate) fn hold_numbers(analysis: &Analysis, gazetteer: &Known, names: &mut [Name]) {
    for name in names.iter_mut().filter(|name| name.sex == 0 && name.kind != Some(SpeakerType::Person)) {
        let dated = gazetteer.at(name.to - 1) & class::CALENDAR != 0;
        let digits = name.to < analysis.len()
            && !dated
            && analysis.pos[name.to] == Pos::Num
            && analysis.words.of(name.to).bytes().all(|byte| byte.is_ascii_digit());
        let next = analysis.pos.get(name.to + 1);
        // "In Oslo 40 people"
        let counts = matches!(next, Some(Pos::Noun | Pos::Propn | Pos::Adj | Pos::Num | Pos::Sym | Pos::Verb));
        let said = next == Some(&Pos::Verb) && analysis.tag(name.to + 1).is_finite();
        if digits && (!counts || said) && analysis.sentence_of[name.to] == analysis.sentence_of[name.from] {
            name.to += 1;
            name.kind = Some(SpeakerType::Organisation);
        }
    }
}

/// What stands for a name in [`things`].
pub(crate) fn key(words: &[String]) -> String {
    words.join(" ")
}

/// Positive for a thing, negative for a person, by the first pronoun of what the name says and that of the next sentence.
fn shown(analysis: &Analysis, name: &Name) -> i32 {
    let outside = |i: usize| analysis.quoted[i] == state::OUT;
    let sentence = analysis.sentence_of[name.from] as usize;
    let (from, to) = analysis.sentence(sentence);
    let skip = |at: usize, to: usize| (at..to).find(|&i| !matches!(analysis.pos[i], Pos::Aux | Pos::Adv)).unwrap_or(to);
    let verb = skip(name.to, to.min(name.to + 3));
    if verb >= to || !analysis.is_reporting_verb(verb) || !outside(verb) {
        return 0;
    }
    let mut next = verb + 1;
    if next < to && analysis.words.of(next) == "on" {
        next += 2;
    }
    next += usize::from(analysis.words.of(next) == "that");
    if next < to && outside(next) && value(analysis, next) != 0 {
        return value(analysis, next);
    }
    // "Kestrel Water said no. It added that ...": the subject of both.
    let (start, end) = analysis.sentence(sentence + 1);
    let opens = name.start <= from + 1 && start < end && outside(start);
    let speaks = || {
        let verb = skip(start + 1, end.min(start + 4));
        verb < end && analysis.is_reporting_verb(verb)
    };
    if opens && speaks() { value(analysis, start) } else { 0 }
}

fn value(analysis: &Analysis, i: usize) -> i32 {
    match analysis.lower(i).as_str() {
        "it" | "its" => 1,
        "he" | "she" | "his" | "her" => -1,
        _ => 0,
    }
}

/// "artificial intelligence (AI)", "gross domestic product (GDP)": letters that stand for common nouns name nobody.
pub(crate) fn terms(analysis: &Analysis, gazetteer: &Known) -> HashSet<u64> {
    let bracketed = |&i: &usize| {
        analysis.form(i).shape == Shape::Upper && analysis.words.of(i - 1) == "(" && analysis.words.of(i + 1) == ")"
    };
    let mut found = HashSet::new();
    if gazetteer.language != "en" {
        return found;
    }
    for i in (1..analysis.len().saturating_sub(1)).filter(bracketed) {
        let letters: Vec<char> = analysis.lower(i).chars().collect();
        let (open, count) = (i - 1, letters.len());
        let Some(from) = open.checked_sub(count).filter(|_| (2..=5).contains(&count)) else { continue };
        let initial = |at: usize| analysis.words.of(at).chars().next().and_then(|first| first.to_lowercase().next());
        let written = (from..open).zip(&letters).all(|(at, letter)| initial(at) == Some(*letter));
        let common = (from + 1..open).all(|at| analysis.form(at).shape == Shape::Lower);
        // "the national audit office (NAO)"
        let classes = class::ORGANISATION | class::ALIAS | class::PUBLIC | class::BUSINESS;
        let body = gazetteer.at(open - 1) & classes != 0 && from > 0 && analysis.pos[from - 1] == Pos::Det;
        if written && common && !body {
            found.insert(analysis.form(i).hash);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use crate::Context;
    use crate::claims::extract_attributions;
    use crate::claims::types::{Attribution, SpeakerType};

    fn read(text: &str) -> Vec<Attribution> {
        extract_attributions(text, Some("en"), &Context::default()).expect("small enough")
    }

    #[test]
    fn a_number_belongs_to_a_name_and_makes_it_no_person() {
        let found = read("Teamsters Local 25 said its drivers would strike on Friday.");
        assert_eq!(found[0].speaker.as_deref(), Some("Teamsters Local 25"));
        assert_eq!(found[0].speaker_type, Some(SpeakerType::Organisation));
    }

    #[test]
    fn a_common_noun_in_the_plural_ends_the_name_of_a_firm() {
        let kind = |text: &str| read(text)[0].speaker_type;
        let text = "Norrin Ferries said the ship was safe. The ferry left at noon.";
        assert_eq!(kind(text), Some(SpeakerType::Organisation));
        let text = "Halden Mills said the ship was safe. Mills owns a mill.";
        assert_eq!(kind(text), Some(SpeakerType::Person));
        let text = "Paul Brooks said the ship was safe. Two brooks were full.";
        assert_eq!(kind(text), Some(SpeakerType::Person));
    }

    #[test]
    fn a_name_with_a_purpose_is_that_of_a_body() {
        let text = "Critics of Homes for Corvo warned of a gap in funds. Homes for Corvo said it needed help.";
        let last = read(text).pop().and_then(|found| found.speaker);
        assert_eq!(last.as_deref(), Some("Homes for Corvo"));
    }
}
