//! What makes a sentence worth checking, in thirty-odd features with names.

use std::sync::OnceLock;

use crate::claims::frame::lexicon::{Lexicon, Section};
use crate::claims::frame::words::Words;
use crate::text::TokenKind;
use crate::text::pos::{Form, Pos, Tag};

/// Names of the features that count words of a class, each the name of its section in `words.txt`.
const CLASSES: [&str; 19] = [
    "comparison",
    "superlative",
    "change",
    "magnitude",
    "time",
    "people",
    "money",
    "record",
    "reporting",
    "state",
    "opinion",
    "future",
    "universal",
    "cause",
    "courtesy",
    "first person",
    "we",
    "you",
    "they",
];

/// Names of the other features.
const OTHERS: [&str; 16] = [
    "numbers",
    "digits",
    "percent or currency",
    "year",
    "names",
    "several names",
    "past tense",
    "present tense",
    "modal verb",
    "no finite verb",
    "negation",
    "question",
    "short",
    "length",
    "long words",
    "nouns",
];

/// How many features there are.
pub(super) const COUNT: usize = CLASSES.len() + OTHERS.len();

/// The name of a feature.
pub(super) fn name(index: usize) -> &'static str {
    CLASSES.iter().chain(&OTHERS).nth(index).copied().unwrap_or("")
}

fn classes() -> &'static [Section] {
    static CELL: OnceLock<Vec<Section>> = OnceLock::new();
    CELL.get_or_init(|| {
        let lexicon = Lexicon::parse(include_str!("words.txt"));
        CLASSES.iter().map(|name| lexicon.section(name)).collect()
    })
}

/// The features of these tokens, each in [0, 1]; `quantities` is how many numbers with a meaning stand in them.
pub(super) fn features(words: &Words, ids: &[usize], quantities: usize) -> [f64; COUNT] {
    let tagged = !words.tags.is_empty();
    let mut counts = [0_usize; CLASSES.len()];
    let (mut digits, mut signs, mut years, mut names, mut past, mut present, mut modals) = (0, 0, 0, 0, 0, 0, 0);
    let mut figures = 0;
    let (mut negations, mut count, mut letters, mut nouns, mut finite) = (0, 0, 0, 0, false);
    for (at, &id) in ids.iter().enumerate() {
        let word = words.word(id);
        let kind = words.tokens[id].kind;
        signs += usize::from(matches!(word, "%" | "$" | "€" | "£" | "¥"));
        if kind == TokenKind::Punctuation {
            continue;
        }
        count += 1;
        letters += word.chars().count();
        for (count, class) in counts.iter_mut().zip(classes()) {
            *count += usize::from(class.has(word));
        }
        let year = word.len() == 4
            && (word.starts_with("19") || word.starts_with("20"))
            && word.bytes().all(|b| b.is_ascii_digit());
        figures += word.bytes().filter(u8::is_ascii_digit).count();
        years += usize::from(year);
        digits += usize::from(kind == TokenKind::Number && !year);
        if !tagged {
            continue;
        }
        let Tag { pos, form } = words.tag(id);
        names += usize::from(pos == Pos::Propn && at > 0);
        past += usize::from(form == Form::Past);
        present += usize::from(form == Form::Present);
        modals += usize::from(form == Form::Modal);
        nouns += usize::from(pos == Pos::Noun);
        finite |= words.is_finite(id);
        negations += usize::from(word.ends_with("n't") || matches!(word, "not" | "never" | "no"));
    }
    let some = |count: usize| f64::from(u8::from(count > 0));
    let part = |count: usize, whole: f64| (count as f64 / whole).min(1.0);
    let question = ids.iter().rev().take(3).any(|id| words.is(*id, &["?"]));
    let others = [
        some(digits + quantities),
        part(figures, 8.0),
        some(signs),
        some(years),
        some(names),
        part(names.saturating_sub(1), 4.0),
        part(past, 2.0),
        part(present, 2.0),
        some(modals),
        f64::from(u8::from(tagged && !finite)),
        some(negations),
        f64::from(u8::from(question)),
        f64::from(u8::from(count < 8)),
        (count.max(1) as f64).ln().min(4.0) / 4.0,
        ((letters as f64 / count.max(1) as f64 - 3.0) / 4.0).clamp(0.0, 1.0),
        part(nouns, count.max(1) as f64 / 2.0),
    ];
    let mut values = [0.0; COUNT];
    let (first, rest) = values.split_at_mut(CLASSES.len());
    for (value, count) in first.iter_mut().zip(counts) {
        *value = part(count, 2.0);
    }
    rest.copy_from_slice(&others);
    values
}
