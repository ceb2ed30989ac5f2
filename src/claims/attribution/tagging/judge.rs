//! Whether what was tagged and linked is an attribution: a logistic model of whole attributions.
//!
//! The tagger sees words; of a whole attribution one sees more: that this cue with a mere noun phrase behind it rarely
//! reports anything, or that the tagger was in doubt. The judge learns from attributions that the tagger found in
//! documents it had not seen, and drops what it finds improbable.

use crate::claims::attribution::analysis::{Analysis, state};
use crate::claims::attribution::english::rejected::quiet::{is_quiet, speaks};
use crate::claims::attribution::english::rejected::restored::drop_and_restore;
use crate::claims::attribution::linking::{Link, Run};
use crate::learn::form::{Shape, feature, join};
use crate::learn::shuffle;
use crate::text::pos::Pos;

/// Rows of weights.
pub(crate) const ROWS: usize = 1 << 13;

/// Fewer attributions teach nothing worth following.
const FEWEST: usize = 1000;

/// A trained judge.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Judge {
    /// Weights by feature.
    pub rows: Vec<i8>,
    /// The least sum of weights that an attribution needs.
    pub least: i32,
}

/// An attribution to learn from.
pub(crate) struct Case {
    pub features: Vec<u32>,
    /// Whether it is annotated.
    pub right: bool,
}

impl Judge {
    /// One that lets everything pass.
    pub fn lenient() -> Self {
        Self { rows: vec![0; ROWS], least: i32::MIN }
    }

    /// Whether an attribution with these features may stay.
    pub fn keeps(&self, features: &[u32]) -> bool {
        self.sum(features) >= self.least
    }

    /// Whether it is as far above even odds as the least that may stay is below.
    pub fn is_sure(&self, features: &[u32]) -> bool {
        self.sum(features) >= self.least.saturating_abs()
    }

    fn sum(&self, features: &[u32]) -> i32 {
        let weight = |&feature: &u32| i32::from(self.rows.get(feature as usize % ROWS).copied().unwrap_or(0));
        features.iter().map(weight).sum()
    }

    /// Learns from attributions; `odds` is the logarithm of the odds that one needs to stay.
    pub fn learn(cases: &[Case], odds: f32) -> Self {
        if cases.len() < FEWEST {
            return Self::lenient();
        }
        let mut order: Vec<usize> = (0..cases.len()).collect();
        let (mut weights, mut sums, mut moved) = (vec![0.0_f32; ROWS], vec![0.0_f32; ROWS], vec![1.0_f32; ROWS]);
        let mut state = 0x2545_F491_4F6C_DD1D_u64;
        for round in 0..ROUNDS {
            shuffle(&mut order, &mut state);
            for &at in &order {
                let case = &cases[at];
                let rows = || case.features.iter().map(|&feature| feature as usize % ROWS);
                let sum: f32 = rows().map(|row| weights[row]).sum();
                let error = f32::from(u8::from(case.right)) - 1.0 / (1.0 + (-sum).exp());
                for row in rows() {
                    let gradient = error - DECAY * weights[row];
                    moved[row] += gradient * gradient;
                    weights[row] += RATE * gradient / moved[row].sqrt();
                }
            }
            if 2 * round >= ROUNDS {
                sums.iter_mut().zip(&weights).for_each(|(sum, weight)| *sum += weight);
            }
        }
        let top = sums.iter().fold(f32::MIN_POSITIVE, |top, sum| top.max(sum.abs()));
        let scale = 127.0 / top;
        let rows = sums.iter().map(|sum| (sum * scale).round().clamp(-127.0, 127.0) as i8).collect();
        let taken = (ROUNDS - ROUNDS / 2) as f32;
        Self { rows, least: (odds * taken * scale).round() as i32 }
    }
}

const ROUNDS: usize = 12;
const RATE: f32 = 0.1;
const DECAY: f32 = 0.002;

/// Drops what the judge finds improbable. What stands in quotation marks has been said by somebody and
/// stays, where somebody or a reporting word is named.
pub(crate) fn judge(analysis: &Analysis, judge: &Judge, sure: &[f32], links: &mut Vec<Link>) {
    let mut seen = Vec::with_capacity(64);
    let quiet = is_quiet(analysis, links);
    drop_and_restore(analysis, links, |link| {
        let quoted = |&(from, to): &Run| (from..to).any(|i| analysis.quoted[i] == state::IN);
        // Signed posts have no cue.
        let Some(cue) = link.cue else { return true };
        let reports = link.source.is_some() || (cue.0..cue.1).any(|i| analysis.lexicon[i].is_some());
        if reports && link.contents.iter().any(quoted) || is_framed(analysis, link) {
            return true;
        }
        seen.clear();
        features(analysis, sure, link, &mut seen);
        judge.keeps(&seen) && (!quiet || judge.is_sure(&seen) || speaks(analysis, link))
    });
}

/// "Sorvald esteems that the river ...", "..., she remembered.": the frame tells, whatever the verb is; machines that
/// translate choose verbs that no annotated report has.
fn is_framed(analysis: &Analysis, link: &Link) -> bool {
    let (Some(source), Some(cue), [content]) = (link.source, link.cue, link.contents.as_slice()) else { return false };
    let named = (source.0..source.1).all(|i| matches!(analysis.pos[i], Pos::Propn | Pos::Pron));
    let clause = analysis.has_finite(*content);
    let word = |i: usize| if i < analysis.len() { analysis.words.of(i) } else { "." };
    let said_that = word(cue.1) == "that" && (cue.1 == content.0 || cue.1 + 1 == content.0);
    let closing = content.1 + 1 == source.0 && word(content.1) == "," && word(cue.1) == ".";
    named && clause && source.1 == cue.0 && cue.1 - cue.0 == 1 && (said_that || closing)
}

/// A probability in steps that are finer where it is high.
fn step(sure: f32) -> u64 {
    [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98].iter().filter(|&&bound| sure > bound).count() as u64
}

fn bucket(count: usize) -> u64 {
    [0, 1, 2, 3, 5, 8, 12, 20, 35].iter().filter(|&&bound| count > bound).count() as u64
}

/// The mean and the least of how sure the tagger was of a run's words.
fn sureness<'a>(analysis: &Analysis, sure: &[f32], runs: impl Iterator<Item = &'a Run>) -> (u64, u64) {
    let (mut sum, mut count, mut least) = (0.0, 0.0_f32, 1.0_f32);
    for i in runs.flat_map(|run| run.0..run.1).filter(|&i| analysis.form(i).is_word()) {
        let value = sure.get(i).copied().unwrap_or(0.0);
        sum += value;
        count += 1.0;
        least = least.min(value);
    }
    if count == 0.0 { (15, 15) } else { (step(sum / count), step(least)) }
}

/// What the judge sees of an attribution; `sure` holds the probability of each word's label.
pub(crate) fn features(analysis: &Analysis, sure: &[f32], link: &Link, out: &mut Vec<u32>) {
    let Some((&first, &last)) = link.contents.first().zip(link.contents.last()) else { return };
    let mut put = |kind: u64, value: u64| out.push(feature(kind + 200, value));
    let words = |run: &Run| (run.0..run.1).filter(|&i| analysis.form(i).is_word());
    let all: usize = link.contents.iter().map(|run| words(run).count()).sum();
    let inside = link.contents.iter().flat_map(words).filter(|&i| analysis.quoted[i] == state::IN).count();
    let quoted = u64::from(inside > 0) + u64::from(inside * 10 >= all * 9 && inside > 0);
    let tag = |i: usize| analysis.class.get(i).map_or(30, |&class| u64::from(class));
    let hash = |i: usize| if i < analysis.len() { analysis.form(i).hash } else { 7 };

    let (mut side, mut head, mut class, mut before, mut length) = (0, 0, 0, 30, 0);
    let mut word_before = 0;
    if let Some(cue) = link.cue {
        side = u64::from(first.0 < cue.0) * 2 + u64::from(last.0 >= cue.0);
        let at = (cue.0..cue.1).rev().find(|&i| analysis.candidate[i]);
        let at = at.or_else(|| (cue.0..cue.1).rev().find(|&i| analysis.pos[i] == Pos::Verb)).unwrap_or(cue.1 - 1);
        (head, class) = (hash(at), analysis.lexicon[at].map_or(0, |entry| u64::from(entry.class())));
        class = class * 32 + tag(at);
        (before, word_before) = at.checked_sub(1).map_or((30, 0), |at| (tag(at), hash(at)));
        length = (cue.1 - cue.0).min(6) as u64;
    }
    // How the content opens and whether it is a clause.
    let relative = |i: usize| matches!(analysis.words.of(i), "who" | "which" | "that" | "where" | "when" | "because");
    let start = first.0 + usize::from(analysis.words.of(first.0) == "that");
    let clause = (start..first.1).find(|&i| relative(i)).unwrap_or(first.1);
    let verb = if analysis.has_finite((start, clause)) { 2 } else { u64::from(analysis.has_finite((clause, first.1))) };
    let opens = match analysis.words.of(first.0) {
        "that" => 1,
        "to" => 2,
        "whether" | "how" | "what" | "why" | "if" | "who" | "where" | "when" => 3,
        "as" | "for" | "of" | "on" | "in" | "with" | "at" | "about" => 4,
        _ if analysis.pos[first.0] == Pos::Pron => 5,
        _ => 0,
    };
    let shape = ((quoted * 8 + opens) * 4 + verb) * 4 + side;
    let source = match link.source {
        None => 0,
        Some(_) if link.inherited => 1,
        Some((from, to)) if to - from == 1 && analysis.pos[from] == Pos::Pron => 2,
        Some((from, to)) if (from..to).any(|i| analysis.pos[i] == Pos::Propn) => 3,
        Some((from, to)) if (from..to).any(|i| analysis.pos[i] == Pos::Noun) => 4,
        Some(_) => 5,
    };
    let speaks = link.source.map_or(0, |run| hash(run.1 - 1));
    let gap = match (link.source, link.cue) {
        (Some(source), Some(cue)) if source.1 <= cue.0 => 1 + bucket(cue.0 - source.1),
        (Some(source), Some(cue)) => 20 + bucket(source.0.saturating_sub(cue.1)),
        _ => 0,
    };
    let away = link.cue.map_or(0, |cue| {
        if first.0 >= cue.1 { 1 + bucket(first.0 - cue.1) } else { 20 + bucket(cue.0.saturating_sub(last.1)) }
    });
    let (_, to) = analysis.sentence_at(last.1 - 1);
    let ends = match analysis.words.words.get(last.1) {
        _ if last.1 >= to => 0,
        Some(word) => match word.form.shape {
            Shape::Stop => 1,
            Shape::Comma => 2,
            Shape::Quote => 3,
            Shape::Dash | Shape::Colon | Shape::Bracket => 4,
            _ => 5 + tag(last.1),
        },
        None => 0,
    };
    let stopped = (last.1 - 1..to).any(|i| analysis.form(i).shape == Shape::Stop);
    let long = bucket(all);
    let (mean, least) = sureness(analysis, sure, link.contents.iter());
    let (cue_mean, cue_least) = sureness(analysis, sure, link.cue.iter());
    let (source_mean, _) = sureness(analysis, sure, link.source.iter());
    let kind = u64::from(analysis.sentence_kind[analysis.sentence_of[first.0] as usize]);
    put(1, 0);
    put(2, shape);
    put(3, head);
    put(4, join(head, shape));
    put(5, join(class, shape));
    put(6, class);
    put(7, join(head, opens * 4 + verb));
    put(8, join(head, quoted * 4 + side));
    put(9, join(head, before));
    put(10, join(class, before));
    put(11, join(class, word_before));
    put(12, join(length, shape));
    put(13, join(source, shape));
    put(14, join(source, head));
    put(15, speaks);
    put(16, gap * 8 + source);
    put(17, join(long, shape));
    put(18, join(long, head));
    put(19, join(ends, shape));
    put(20, ends * 16 + long);
    put(21, hash(first.0));
    put(22, join(hash(first.0), head));
    put(23, hash(first.0 + 1));
    put(24, join(tag(first.0) * 32 + tag(first.0 + 1), class));
    put(25, mean * 4 + quoted);
    put(26, least * 4 + quoted);
    put(27, join(cue_mean, class));
    put(28, source_mean * 8 + source);
    put(29, join(mean, shape));
    put(30, cue_least * 16 + mean);
    put(31, join(u64::from(link.parent.is_some()), shape));
    put(32, join(kind, quoted));
    put(33, (link.contents.len().min(4) as u64) * 512 + shape);
    put(34, tag(last.1 - 1) * 64 + ends);
    put(35, u64::from(stopped) * 512 + shape);
    put(36, join(away, shape));
    put(37, join(cue_mean * 16 + mean, source_mean));
    put(38, join(mean * 16 + least, opens * 4 + verb));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_judge_learns_what_to_drop() {
        let case = |at: u32| Case { features: vec![1, 2 + at % 2], right: at.is_multiple_of(2) };
        let cases: Vec<Case> = (0..2 * FEWEST as u32).map(case).collect();
        let judge = Judge::learn(&cases, 0.0);
        assert!(judge.keeps(&[1, 2]) && !judge.keeps(&[1, 3]));
        assert!(Judge::learn(&cases, -20.0).keeps(&[1, 3]));
    }

    #[test]
    fn few_cases_drop_nothing() {
        let wrong = Case { features: vec![3], right: false };
        assert!(Judge::learn(&[wrong], 0.0).keeps(&[3]));
    }
}
