//! Clauses that open a sentence, or stand before the main one within it, in English: "While Berg wants cuts, | Lund wants more".

use super::bounds::is_main_clause;
use crate::claims::attribution::analysis::{Analysis, state};
use crate::claims::attribution::linking::Run;

/// How far the end of a content is looked for, in words: a bound on text without stops.
const FAR: usize = 200;

/// How far before a cue the clause opens that it stands in, in words.
const SUBJECT: usize = 14;

/// Words that open a clause before the main one.
const OPENING: &[&str] = &[
    "while", "when", "although", "though", "if", "as", "after", "since", "because", "once", "before", "until",
    "whereas",
];

fn is_comma(analysis: &Analysis, i: usize) -> bool {
    analysis.is_comma(i) && analysis.words.of(i) == ","
}

/// "While Berg has called for cuts, | Lund wants more": the sentence opens with the clause that reports.
pub(super) fn before_main_clause(analysis: &Analysis, cue: Run, (from, to): Run) -> Option<usize> {
    let (start, _) = analysis.sentence_at(cue.0);
    let first = (start..=cue.0).find(|&i| analysis.form(i).is_word())?;
    let even = usize::from(analysis.lower(first) == "even");
    // "Asked whether it was safe, | Lund said no"
    // "And when asked", "Denying that", "Despite claims that"
    let joined = first + usize::from(analysis.is_one_of(first, &["and", "but", "so"]));
    let when = joined + usize::from(analysis.is_one_of(joined, &["when"]));
    let asked = when == cue.0 && analysis.is_one_of(when, &["asked", "questioned", "pressed", "quizzed"]);
    let gerund = analysis.is_gerund(first) && !analysis.is_one_of(first, &["according"]);
    let despite = analysis.is_one_of(first, &["despite", "contrary", "notwithstanding", "amid", "following"]);
    let leads = asked || gerund || despite || analysis.is_one_of(joined + even, OPENING);
    let leads = leads && cue.0 - first <= FAR && !(first..cue.0).any(|i| is_comma(analysis, i));
    // "However, when Lund pressed him to go, | he said", "Berg said after the court ruled that it was so, | it was":
    let inner = (first + 1..cue.0).rev().take(SUBJECT).take_while(|&i| !is_comma(analysis, i)).find(|&i| {
        let before = analysis.words.of(i - 1);
        let opened = matches!(before, "," | "that" | "and" | "but") || analysis.is_reporting_verb(i - 1);
        opened && analysis.is_one_of(i, &["while", "when", "although", "though", "if", "after", "because", "once"])
    });
    if !(leads || inner.is_some()) || analysis.quoted[first] != state::OUT {
        return None;
    }
    let to = to.min(from + FAR);
    let clause = |end: usize| analysis.has_finite((from, end));
    // "says taxes, fees and tolls are too high, she": of a list the verb comes later.
    let listed = |i: usize| {
        let verb = (i + 1..to).find(|&i| analysis.tag(i).is_finite()).unwrap_or(to);
        (i + 1..verb).any(|i| matches!(analysis.words.of(i), "and" | "or"))
    };
    (from + 1..to).filter(|&i| is_comma(analysis, i) && analysis.sentence_of[i] == analysis.sentence_of[cue.0]).find(
        |&i| {
            let quotes = asked && analysis.quoted.get(i + 1) == Some(&state::OPEN);
            quotes || is_main_clause(analysis, i + 1, to) && (clause(i) || !listed(i))
        },
    )
}
