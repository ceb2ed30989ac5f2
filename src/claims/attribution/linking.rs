//! From labels to attributions: which source and which contents belong to which cue.

use std::collections::{HashMap, HashSet};

use crate::claims::attribution::analysis::{Analysis, NONE, state};
use crate::claims::attribution::tagging::labels::{
    CONTENT_LEFT, CONTENT_RIGHT, CUE, SOURCE_LEFT, SOURCE_RIGHT, begins, role,
};
use crate::learn::form::Shape;
use crate::text::pos::Pos;

/// A run of words, end exclusive.
pub(crate) type Run = (usize, usize);

/// An attribution in words.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Link {
    pub source: Option<Run>,
    pub cue: Option<Run>,
    pub contents: Vec<Run>,
    /// The source stands with another cue of the sentence.
    pub inherited: bool,
    /// The attribution that this one stands in, by its cue.
    pub parent: Option<Run>,
}

impl Link {
    /// Where its first content begins; 0 without contents.
    pub fn start(&self) -> usize {
        self.contents.first().map_or(0, |run| run.0)
    }

    /// All that it takes, from its first word to its last; a source that it shares with another one left out.
    pub fn extent(&self) -> Option<Run> {
        let runs = || self.source.iter().filter(|_| !self.inherited).chain(&self.cue).chain(&self.contents);
        Some((runs().map(|run| run.0).min()?, runs().map(|run| run.1).max()?))
    }
}

/// The words of all cues.
pub(super) fn cue_words(links: &[Link]) -> HashSet<usize> {
    links.iter().filter_map(|link| link.cue).flat_map(|cue| cue.0..cue.1).collect()
}

/// Which attribution each cue is of.
pub(super) fn by_cue(links: &[Link]) -> HashMap<Run, usize> {
    links.iter().enumerate().filter_map(|(at, link)| Some((link.cue?, at))).collect()
}

#[derive(Debug, Clone, Copy)]
struct Part {
    role: u8,
    run: Run,
    sentence: u32,
    paragraph: u32,
}

/// Reads the parts off the labels.
fn parts(analysis: &Analysis, labels: &[u8]) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    for (i, &label) in labels.iter().enumerate() {
        let Some(role) = role(label) else { continue };
        match parts.last_mut() {
            Some(part) if part.role == role && part.run.1 == i && !begins(label) => part.run.1 = i + 1,
            _ => parts.push(Part {
                role,
                run: (i, i + 1),
                sentence: analysis.sentence_of[i],
                paragraph: analysis.words.words[i].paragraph,
            }),
        }
    }
    parts
}

/// Links parts around each cue, then gives homes to contents without one.
pub(crate) fn link(analysis: &Analysis, labels: &[u8]) -> Vec<Link> {
    let mut parts = parts(analysis, labels);
    parts.retain(|part| match part.role {
        CUE => reports(analysis, part.run),
        SOURCE_LEFT | SOURCE_RIGHT => names_somebody(analysis, part.run),
        _ => true,
    });
    let cues: Vec<usize> = (0..parts.len()).filter(|&at| parts[at].role == CUE).collect();
    let mut links: Vec<Link> = cues.iter().map(|&at| Link { cue: Some(parts[at].run), ..Link::default() }).collect();
    link_sources(&parts, &cues, &mut links);
    let mut loose: Vec<Link> = Vec::new();
    for (at, part) in parts.iter().enumerate() {
        let next = cues.partition_point(|&cue| cue < at);
        let before = next.checked_sub(1).filter(|&cue| parts[cues[cue]].paragraph == part.paragraph);
        let after = Some(next).filter(|&cue| cue < cues.len() && parts[cues[cue]].paragraph == part.paragraph);
        let same_sentence = |cue: Option<usize>| cue.filter(|&cue| parts[cues[cue]].sentence == part.sentence);
        let home = match part.role {
            CONTENT_RIGHT => same_sentence(before).or(before).or(same_sentence(after)),
            CONTENT_LEFT => same_sentence(after).or(after).or(before),
            _ => continue,
        };
        match home {
            Some(home) => links[home].contents.push(part.run),
            None if is_quoted(analysis, part.run) => {
                loose.push(Link { contents: vec![part.run], ..Link::default() });
            }
            None => {}
        }
    }
    links.append(&mut loose);
    links.retain(|link| !link.contents.is_empty());
    links.sort_by_key(Link::start);
    links
}

/// Gives each cue its cheapest source nearby; cues may share one ("she said ..., adding ...").
fn link_sources(parts: &[Part], cues: &[usize], links: &mut [Link]) {
    for (link, &at) in links.iter_mut().zip(cues) {
        let cue = parts[at];
        let best = sources_near(parts, at).min_by(|a, b| a.1.total_cmp(&b.1));
        link.source = best.filter(|&(_, cost)| cost < FARTHEST).map(|(source, _)| parts[source].run);
        debug_assert!(link.cue == Some(cue.run));
    }
    for i in 1..links.len() {
        links[i].inherited =
            links[i].source.is_some() && links[..i].iter().rev().take(4).any(|l| l.source == links[i].source);
    }
}

/// A source that costs more belongs to something else.
const FARTHEST: f32 = 12.0;

/// Sources of the paragraph on both sides of the cue at `at`, each with what linking to it costs.
fn sources_near(parts: &[Part], at: usize) -> impl Iterator<Item = (usize, f32)> {
    let cue = parts[at];
    // A wrongly split sentence ("Sen. | Moore") must not lose its source, so the paragraph is the bound.
    let same = move |i: &usize| parts[*i].paragraph == cue.paragraph;
    let is_source = |i: usize| matches!(parts[i].role, SOURCE_LEFT | SOURCE_RIGHT);
    let walk = move |order: Box<dyn Iterator<Item = usize>>, left: bool| {
        let mut between = 0.0;
        order.take_while(same).take(40).filter_map(move |i| {
            let part = parts[i];
            let gap = if left { cue.run.0 - part.run.1 } else { part.run.0 - cue.run.1 };
            let side = match (left, part.role) {
                (true, SOURCE_LEFT) | (false, SOURCE_RIGHT) => 0.0,
                (true, _) => 1.0,
                (false, _) => 2.5,
            };
            let sentences = 4.0 * part.sentence.abs_diff(cue.sentence) as f32;
            let cost = between + side + sentences + (gap as f32 + 1.0).log2();
            between += match part.role {
                CUE => 5.0,
                _ if is_source(i) => 3.0,
                _ => 0.5,
            };
            is_source(i).then_some((i, cost))
        })
    };
    walk(Box::new((0..at).rev()), true).chain(walk(Box::new(at + 1..parts.len()), false))
}

/// Whether a source holds anything but adverbs and conjunctions.
fn names_somebody(analysis: &Analysis, run: Run) -> bool {
    (run.0..run.1).any(|i| {
        !matches!(analysis.pos[i], Pos::Adv | Pos::Adp | Pos::Cconj | Pos::Sconj | Pos::Punct | Pos::Aux)
            || analysis.form(i).is_capital()
    })
}

/// Whether a cue holds a reporting word or another verb, or is a colon.
fn reports(analysis: &Analysis, run: Run) -> bool {
    // "US-Russia talks over the border": a meeting, not a cue.
    let meeting = |i: usize| {
        let between = matches!(analysis.words.of(i + 1), "over" | "between" | "with");
        matches!(analysis.words.of(i), "talks" | "Talks")
            && (between || analysis.pos[i] != Pos::Verb || analysis.form(i).is_capital())
    };
    if (run.0..run.1).any(meeting) {
        return false;
    }
    (run.0..run.1).any(|i| {
        analysis.lexicon[i].is_some() || analysis.pos[i] == Pos::Verb || analysis.form(i).shape == Shape::Colon
    })
}

/// Whether most of a run stands in quotation marks.
pub(crate) fn is_quoted(analysis: &Analysis, run: Run) -> bool {
    let words = (run.0..run.1).filter(|&i| analysis.form(i).is_word());
    let (mut inside, mut all) = (0, 0);
    for i in words {
        all += 1;
        inside += usize::from(analysis.quote[i] != NONE && analysis.quoted[i] == state::IN);
    }
    2 * inside > all
}
