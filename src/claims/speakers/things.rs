//! Names that are shown to be no persons: "Kestrel Water said it would close the plant. It said ...". English alone.

use std::collections::HashSet;

use super::Pos;
use super::identity::folded_words;
use super::names::Name;
use super::words::Known;
use crate::claims::attribution::analysis::{Analysis, state};

/// The names, as their folded words, that "it" takes up somewhere and "he" or "she" nowhere.
pub(super) fn things(analysis: &Analysis, gazetteer: &Known, names: &[Name]) -> HashSet<String> {
    let (mut things, mut people) = (HashSet::new(), HashSet::new());
    for name in names.iter().filter(|name| name.kind.is_none() && name.sex == 0) {
        match shown(analysis, name) {
            0 => {}
            shown if shown > 0 => drop(things.insert(key(&folded_words(analysis, gazetteer, name)))),
            _ => drop(people.insert(key(&folded_words(analysis, gazetteer, name)))),
        }
    }
    things.retain(|name| !people.contains(name));
    things
}

/// What stands for a name in [`things`].
pub(super) fn key(words: &[String]) -> String {
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
