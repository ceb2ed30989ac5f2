//! The labels of the tagger, the grammar they obey, and how annotated documents become labels.
//!
//! Plain source / cue / content tags forget, over a gap of untagged words, what they were waiting for. So gaps have labels
//! too ("after a source, before its cue"), and contents and sources say on which side their cue stands: what belongs
//! together can be read off the sequence.

use super::words::Words;
use crate::claims::attribution::linking::{Link, Run};
use crate::learn::sequence::{Grammar, LANES};
use crate::text::Span;

/// Outside of every attribution.
pub(crate) const O: u8 = 0;
/// First word of a source that stands before its cue; inside is one more, as for all of the next.
pub(crate) const SOURCE_LEFT: u8 = 1;
/// Source after its cue.
pub(crate) const SOURCE_RIGHT: u8 = 3;
/// Cue.
pub(crate) const CUE: u8 = 5;
/// Content after its cue.
pub(crate) const CONTENT_RIGHT: u8 = 7;
/// Content before its cue.
pub(crate) const CONTENT_LEFT: u8 = 9;
/// Between a source and its cue.
pub(crate) const GAP_SOURCE: u8 = 11;
/// Between a cue and what follows it.
pub(crate) const GAP_CUE: u8 = 12;
/// Between a content and its cue or source.
pub(crate) const GAP_CONTENT: u8 = 13;
/// Between a source after its cue and the content.
pub(crate) const GAP_RIGHT: u8 = 14;

/// Which part of an attribution a label marks: the first label of its pair, or `None` for gaps and outside.
pub(crate) fn role(label: u8) -> Option<u8> {
    (SOURCE_LEFT..GAP_SOURCE).contains(&label).then(|| label - (label + 1) % 2)
}

/// Whether the label begins a part.
pub(crate) fn begins(label: u8) -> bool {
    label < GAP_SOURCE && label % 2 == 1
}

/// What may follow what.
pub(crate) fn grammar() -> Grammar {
    let open: u16 = [O, SOURCE_LEFT, SOURCE_RIGHT, CUE, CONTENT_RIGHT, CONTENT_LEFT].iter().map(|l| 1 << l).sum();
    let bit = |label: u8| 1_u16 << label;
    let mut follow = [0_u16; LANES];
    follow[usize::from(O)] = open;
    for (role, gap) in [
        (SOURCE_LEFT, GAP_SOURCE),
        (SOURCE_RIGHT, GAP_RIGHT),
        (CUE, GAP_CUE),
        (CONTENT_RIGHT, O),
        (CONTENT_LEFT, GAP_CONTENT),
    ] {
        let next = open | bit(role + 1) | bit(gap);
        follow[usize::from(role)] = next;
        follow[usize::from(role) + 1] = next;
    }
    follow[usize::from(GAP_SOURCE)] = bit(GAP_SOURCE) | bit(CUE);
    follow[usize::from(GAP_CUE)] = bit(GAP_CUE) | bit(CONTENT_RIGHT) | bit(SOURCE_RIGHT);
    follow[usize::from(GAP_CONTENT)] = bit(GAP_CONTENT) | bit(CUE) | bit(SOURCE_LEFT);
    follow[usize::from(GAP_RIGHT)] = bit(GAP_RIGHT) | bit(CONTENT_RIGHT);
    let gaps = bit(GAP_SOURCE) | bit(GAP_CUE) | bit(GAP_CONTENT) | bit(GAP_RIGHT);
    let inside: u16 = [SOURCE_LEFT, SOURCE_RIGHT, CUE, CONTENT_RIGHT, CONTENT_LEFT].iter().map(|l| bit(l + 1)).sum();
    let all = (1 << (GAP_RIGHT + 1)) - 1;
    Grammar { follow, first: all & !gaps & !inside, last: all & !gaps }
}

/// An attribution as people annotate it, in bytes.
#[derive(Debug, Clone, Default)]
pub struct Annotation {
    /// Words that name the source.
    pub source: Vec<Span>,
    /// Reporting words.
    pub cue: Vec<Span>,
    /// What is said.
    pub content: Vec<Span>,
}

/// The labels that annotations give to words.
pub(crate) fn encode(words: &Words, annotations: &[Annotation]) -> Vec<u8> {
    let mut labels = vec![O; words.words.len()];
    let range = |span: &Span| {
        let (mut from, mut to) = (words.at(span.start), words.words.partition_point(|word| word.span.start < span.end));
        if (from..to).all(|i| !words.words[i].form.is_word()) {
            return from..to;
        }
        // Marks at the edges carry nothing and are annotated in every way.
        while from < to && !words.words[from].form.is_word() {
            from += 1;
        }
        while from < to && !words.words[to - 1].form.is_word() {
            to -= 1;
        }
        from..to
    };
    let mut put = |range: std::ops::Range<usize>, role: u8, over: bool| {
        let mut inside = false;
        for i in range {
            let broken = i > 0 && words.words[i - 1].paragraph != words.words[i].paragraph;
            if labels[i] != O && !over {
                inside = false;
                continue;
            }
            labels[i] = if inside && !broken { role + 1 } else { role };
            inside = true;
        }
    };
    for annotation in annotations {
        let at = annotation.cue.first().map_or(0, |cue| cue.start);
        for span in &annotation.content {
            put(range(span), if span.start < at { CONTENT_LEFT } else { CONTENT_RIGHT }, false);
        }
    }
    for annotation in annotations {
        let at = annotation.cue.first().map_or(0, |cue| cue.start);
        for span in &annotation.source {
            put(range(span), if span.start < at { SOURCE_LEFT } else { SOURCE_RIGHT }, true);
        }
        for span in &annotation.cue {
            put(range(span), CUE, true);
        }
    }
    for annotation in annotations {
        let Some(cue) = annotation.cue.first().map(&range) else { continue };
        let mut gap = |from: usize, to: usize, label: u8| {
            let free = from < to && to < words.words.len() && labels[from..to].iter().all(|&label| label == O);
            if free && words.words[from - 1].paragraph == words.words[to].paragraph {
                labels[from..to].fill(label);
            }
        };
        let source = annotation.source.first().map(&range);
        if let Some(source) = &source {
            if source.start < cue.start {
                gap(source.end, cue.start, GAP_SOURCE);
            } else {
                gap(cue.end, source.start, GAP_CUE);
            }
        }
        for content in annotation.content.iter().map(&range) {
            match &source {
                Some(source)
                    if content.start < cue.start && source.start >= content.end && source.start < cue.start =>
                {
                    gap(content.end, source.start, GAP_CONTENT);
                }
                _ if content.start < cue.start => gap(content.end, cue.start, GAP_CONTENT),
                Some(source) if source.start > cue.start && source.start < content.start => {
                    gap(source.end, content.start, GAP_RIGHT);
                }
                _ => gap(cue.end, content.start, GAP_CUE),
            }
        }
    }
    repair(words, &mut labels);
    labels
}

/// Of each attribution found, whether it is annotated: contents pair one to one if they share half of their words.
pub(crate) fn annotated(words: &Words, found: &[Link], annotations: &[Annotation]) -> Vec<bool> {
    let is_word = |&i: &usize| words.words[i].form.is_word();
    let runs = |annotation: &Annotation| -> Vec<Run> {
        let content = annotation.content.iter();
        content.map(|span| (words.at(span.start), words.words.partition_point(|w| w.span.start < span.end))).collect()
    };
    let count = |runs: &[Run]| runs.iter().flat_map(|run| run.0..run.1).filter(is_word).count();
    let gold: Vec<Vec<Run>> = annotations.iter().map(runs).collect();
    let mut pairs = Vec::new();
    for (i, gold) in gold.iter().enumerate() {
        for (j, link) in found.iter().enumerate() {
            let shared = |a: &Run, b: &Run| (a.0.max(b.0)..a.1.min(b.1)).filter(is_word).count();
            let both: usize = gold.iter().flat_map(|a| link.contents.iter().map(move |b| shared(a, b))).sum();
            let either = count(gold) + count(&link.contents) - both;
            if both > 0 && 2 * both >= either {
                pairs.push((both as f64 / either as f64, i, j));
            }
        }
    }
    pairs.sort_by(|a, b| b.0.total_cmp(&a.0).then((a.1, a.2).cmp(&(b.1, b.2))));
    let (mut used, mut right) = (vec![false; gold.len()], vec![false; found.len()]);
    for (_, i, j) in pairs {
        if !used[i] && !right[j] {
            (used[i], right[j]) = (true, true);
        }
    }
    right
}

/// Makes labels obey the grammar where overlaps broke them: gaps that lead nowhere become outside, orphans begin.
fn repair(words: &Words, labels: &mut [u8]) {
    let grammar = grammar();
    let count = labels.len();
    let ends = |i: usize| i + 1 == count || words.words[i + 1].paragraph != words.words[i].paragraph;
    let starts = |i: usize| i == 0 || words.words[i - 1].paragraph != words.words[i].paragraph;
    for i in (0..count).rev() {
        let bad = if ends(i) {
            grammar.last >> labels[i] & 1 == 0
        } else {
            labels[i] >= GAP_SOURCE && grammar.follow[usize::from(labels[i])] >> labels[i + 1] & 1 == 0
        };
        if bad {
            labels[i] = O;
        }
    }
    for i in 0..count {
        let bad = if starts(i) {
            grammar.first >> labels[i] & 1 == 0
        } else {
            grammar.follow[usize::from(labels[i - 1])] >> labels[i] & 1 == 0
        };
        if bad {
            labels[i] = role(labels[i]).unwrap_or(O);
        }
    }
}
