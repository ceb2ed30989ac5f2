//! Who puts a figure at how much, in English: "The charity put the toll at 40." No reporting word stands there, and still it is a
//! report.

use crate::claims::attribution::analysis::{Analysis, state};
use crate::claims::attribution::linking::{Link, Run};
use crate::text::pos::Pos;

/// How many words name what is counted at most, and how many may stand before the number.
const COUNTED: usize = 8;
const BOUND: usize = 4;

/// "put the toll at 40": whether a verb says how much something is.
pub(crate) fn puts_figure(analysis: &Analysis, verb: usize) -> bool {
    let (_, to) = analysis.sentence_at(verb);
    if !matches!(analysis.words.of(verb), "put" | "puts") || analysis.quoted[verb] != state::OUT {
        return false;
    }
    let near = verb + 1..to.min(verb + 1 + COUNTED);
    let Some(at) = near.clone().find(|&i| analysis.words.of(i) == "at") else { return false };
    let counted = (verb + 1..at).all(|i| analysis.is_of_source(i)) && analysis.has_noun((verb + 1, at));
    let person = matches!(analysis.words.of(verb + 1), "him" | "her" | "them" | "me" | "us" | "you");
    let number = (at + 1..to.min(at + 1 + BOUND)).any(|i| analysis.pos[i] == Pos::Num);
    counted && !person && number
}

/// The report whose verb puts a figure.
pub(crate) fn figure(analysis: &Analysis, verb: usize) -> Option<Link> {
    let (from, to) = analysis.sentence_at(verb);
    let small = |i: usize| matches!(analysis.pos[i], Pos::Adv | Pos::Aux);
    let end = (from..verb).rev().find(|&i| !small(i))? + 1;
    let start = analysis.source_start(from, end)?;
    let named = analysis.pos[start] != Pos::Adp && analysis.has_noun((start, end));
    let joins = |i: usize| matches!(analysis.words.of(i), "and" | "but" | "while" | "whereas" | "although" | "though");
    let close =
        (verb + 1..to).find(|&i| analysis.is_comma(i) && (i + 1 == to || joins(i + 1) || analysis.words.of(i) == ";"));
    let content: Run = (verb + 1, analysis.last_word((verb + 1, close.unwrap_or(to)))? + 1);
    (named && puts_figure(analysis, verb)).then(|| Link {
        source: Some((start, end)),
        cue: Some((verb, verb + 1)),
        contents: vec![content],
        ..Link::default()
    })
}
