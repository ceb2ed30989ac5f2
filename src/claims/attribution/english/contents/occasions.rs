//! When, where and in what something was said or done, in English: "in a statement", "on Friday", "in March".

use crate::claims::attribution::analysis::Analysis;
use crate::text::pos::{Form, Pos};

/// Months, which tell when something was said.
pub(super) const MONTHS: &[&str] = &[
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// Whether a month begins at word `i`.
pub(super) fn is_month(analysis: &Analysis, i: usize, to: usize) -> bool {
    i < to && MONTHS.contains(&analysis.words.of(i)) && analysis.form(i).is_capital()
}

/// Whether a deed in -ing is what is denied or somebody is accused of, whatever the tagger takes it for: "dumping acid", "of hiding the
/// results".
pub(super) fn tells_deed(analysis: &Analysis, from: usize, to: usize) -> bool {
    let object = |i: usize| matches!(analysis.pos[i], Pos::Det | Pos::Noun | Pos::Propn | Pos::Num | Pos::Adj);
    let first = analysis.lower(from).ends_with("ing") && from + 1 < to && object(from + 1);
    first || (from + 1..to).any(|i| analysis.tag(i).form == Form::Gerund && analysis.words.of(i - 1) == "of")
}

/// "in a statement", "on Friday", "at a rally": when, where and in what somebody spoke.
pub(super) fn is_occasion(analysis: &Analysis, i: usize, to: usize) -> bool {
    const SPOKEN: &[&str] = &[
        "statement",
        "speech",
        "interview",
        "ruling",
        "letter",
        "tweet",
        "tweets",
        "post",
        "posts",
        "report",
        "email",
        "memo",
        "remarks",
        "address",
        "column",
        "video",
        "article",
        "filing",
        "testimony",
        "op-ed",
        "rally",
        "hearing",
        "debate",
        "conference",
        "briefing",
        "message",
        "decision",
        "ad",
        "book",
        "blog",
    ];
    let first = i + 1;
    if first >= to {
        return false;
    }
    let word = analysis.words.of(first);
    let when = is_month(analysis, first, to) || word.ends_with("day") && analysis.form(first).is_capital();
    let media = matches!(word, "Twitter" | "Facebook" | "Instagram" | "television" | "TV" | "radio" | "air")
        || word == "social" && analysis.words.of(first + 1) == "media";
    let noun = (first..to.min(first + 6)).find(|&i| {
        !matches!(analysis.pos[i], Pos::Det | Pos::Adj | Pos::Pron | Pos::Noun) && analysis.words.of(i) != "-"
    });
    let noun = noun.unwrap_or(to.min(first + 6));
    when || media || noun > first && analysis.is_one_of(noun - 1, SPOKEN)
}
