//! How firmly a claim is made: as a fact, as possible, under a condition, as necessary.

use super::hearsay::{is_hearsay, is_planned};
use super::lexicon::Section;
use super::openings::{Opening, opening};
use super::polarity::left_open;
use super::roles::Roles;
use super::words::Words;
use crate::claims::types::{Act, Modality};
use crate::text::pos::{Form, Pos};

/// How far behind "had", "should" a verb stands in a condition without "if".
const INVERTED: usize = 8;
/// How far before a clause its condition may begin: "If I had known, | I would have called".
const CONDITION: usize = 20;

/// The modality of a clause; what is demanded is required. "would" alone, as reported speech has it for "will", is none.
pub(crate) fn modality(words: &Words, clause: &[usize], roles: &Roles, act: Act) -> Modality {
    let word = |at: usize| clause.get(at).map(|id| words.word(*id));
    let pack = words.pack;
    let group = roles.predicate.unwrap_or((0, clause.len()));
    // The group and the words beside it, where adverbs and complements stand: "is likely", "perhaps".
    let near =
        roles.predicate.map_or((0, clause.len()), |(from, to)| (from.saturating_sub(2), (to + 2).min(clause.len())));
    let found = |section: &Section, (from, to): (usize, usize)| {
        (from..to.min(clause.len())).any(|at| {
            // "habe zu spät gewarnt": only an infinitive makes it a duty.
            let due = |end: usize| word(end - 1) != Some("zu") || word(end).is_some_and(|next| next.ends_with('n'));
            !is_name(words, clause, at) && section.starting(word, at).is_some_and(|(end, _)| due(end))
        })
    };
    if is_open_question(words, clause, act) {
        Modality::Possible
    } else if (0..clause.len()).any(|at| is_condition(words, clause, at))
        || inverted(words, clause)
        || follows(words, clause)
    {
        Modality::Conditional
    } else if act == Act::Demand {
        Modality::Required
    } else if is_hearsay(words, clause) || left_open(words, clause).is_some() {
        Modality::Possible
    } else if found(&pack.required, group) && !is_planned(words, clause) {
        Modality::Required
    } else if found(&pack.possible, near) || found(&pack.possible, (0, 2)) {
        Modality::Possible
    } else {
        Modality::Asserted
    }
}

/// "asked | whether the dam is safe", "asked | if the dam was safe": what is open is not said to be so. A clause of its own may follow:
/// "whether they agree or not, the dam will be built".
fn is_open_question(words: &Words, clause: &[usize], act: Act) -> bool {
    let Some(&first) = clause.iter().find(|id| !words.is_mark(**id)).filter(|_| words.pack.english) else {
        return false;
    };
    // Who disputes whether it is safe says that it is not.
    let asks = act != Act::Deny && words.is(first, &["whether"]) || act == Act::Ask && words.is(first, &["if"]);
    let before = first.checked_sub(1).filter(|before| !words.is_mark(*before));
    let embedded = before.is_some_and(|before| {
        words.sentence(words.tokens[before].span.start) == words.sentence(words.tokens[first].span.start)
    });
    let main = |at: usize| words.is(clause[at], &[","]) && opening(words, clause, at + 1) == Some(Opening::Own);
    asks && embedded && !(0..clause.len()).any(main)
}

/// "Mrs May resigned": a modal verb in small letters, at the head of a clause, or in a headline of capitals.
fn is_name(words: &Words, clause: &[usize], at: usize) -> bool {
    if !words.pack.english || !words.is(clause[at], &["may", "might", "must", "will"]) {
        return false;
    }
    let written = words.tokens[clause[at]].span.of(words.text);
    let title = written.starts_with(char::is_uppercase) && written.chars().any(char::is_lowercase);
    let verb = clause.get(at + 1).is_some_and(|next| {
        words.is(*next, &["not", "be", "have", "well", "yet", "still", "also", "only"])
            || words.tag(*next).form == Form::Base && words.pos(*next) == Pos::Verb
    });
    // The month and the surname; what a verb in its base form follows is the auxiliary.
    title && !(at == 0 && verb)
        || words.is(clause[at], &["may", "might"]) && words.pos(clause[at]) == Pos::Noun && !verb
}

/// "if", "unless", "falls", where it opens a condition and no question and no comparison.
fn is_condition(words: &Words, clause: &[usize], at: usize) -> bool {
    if words.pack.conditional.starting(|at| clause.get(at).map(|id| words.word(*id)), at).is_none() {
        return false;
    }
    if !words.pack.english {
        // "no quiso decir si habrá despidos": a question.
        return at == 0 || !words.pack.saying.has(words.word(clause[at - 1]));
    }
    if !words.is(clause[at], &["if"]) || at == 0 {
        return true;
    }
    let before = clause[at - 1];
    let asks = [
        "ask",
        "asks",
        "asked",
        "asking",
        "know",
        "knows",
        "knew",
        "see",
        "wonder",
        "wonders",
        "wondered",
        "say",
        "unclear",
        "doubt",
        "check",
        "determine",
        "decide",
        "question",
        "questions",
        "questioned",
        "questioning",
    ];
    !words.is(before, &asks) && !words.is(before, &["as", "even", "or", "what"]) && !words.is(clause[at], &["if not"])
}

/// A condition by the order of words alone: "had the pilots been told", "Sollte es regnen, ...".
fn inverted(words: &Words, clause: &[usize]) -> bool {
    let Some(first) = clause.iter().position(|id| !words.is_mark(*id)) else { return false };
    let asks = clause.last().is_some_and(|last| words.is(*last, &["?"]) || words.is(last + 1, &["?"]));
    let opens = |at: usize| words.pack.inversion.has(words.word(clause[at]));
    if !words.pack.english {
        // The main clause follows behind a comma, or behind who says so.
        let parted = clause.windows(2).any(|pair| pair[0] + 1 < pair[1]);
        return opens(first) && !asks && (parted || clause.iter().any(|id| words.is(*id, &[","])));
    }
    let conditional = |id: &usize| {
        words.is(*id, &["would", "could", "might", "wouldn't", "couldn't"]) || words.word(*id).ends_with("'d")
    };
    let first_would = clause.iter().position(conditional).unwrap_or(clause.len());
    let would = |at: usize| first_would < at;
    (first..clause.len()).any(|at| {
        let behind = clause
            .get(at + 1)
            .is_some_and(|next| matches!(words.pos(*next), Pos::Det | Pos::Pron | Pos::Propn | Pos::Noun | Pos::Adj));
        let before = at > first && words.is_nominal(clause[at - 1]) && !would(at - 1);
        let head = at == first || words.is(clause[at - 1], &[","]) || would(at);
        let verb = clause.iter().skip(at + 2).take(INVERTED).any(|id| {
            words.pos(*id) == Pos::Verb && matches!(words.tag(*id).form, Form::Participle | Form::Base | Form::Past)
                || words.is(*id, &["been", "be"])
        });
        opens(at) && behind && head && !before && verb && !asks
    })
}

/// Whether the condition stands right before the clause: "If I had known, | I would have called the police".
fn follows(words: &Words, clause: &[usize]) -> bool {
    let Some(&first) = clause.first() else { return false };
    if words.pack.english && first.checked_sub(1).is_some_and(|before| words.is(before, &["if", "unless"])) {
        return true;
    }
    let comma = first.checked_sub(1).filter(|before| words.is(*before, &[","]));
    let Some(comma) = comma.filter(|_| words.pack.english) else { return false };
    let head = (comma.saturating_sub(CONDITION)..comma)
        .rev()
        .take_while(|&at| {
            !words.is(at, &[",", ".", ";", ":", "?", "!"])
                && words.sentence(words.tokens[at].span.start) == words.sentence(words.tokens[first].span.start)
        })
        .filter(|&at| !words.is_quote(at))
        .last();
    head.is_some_and(|head| words.is(head, &["if", "unless"]))
}
