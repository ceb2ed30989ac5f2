//! What the tagger sees of a word: first pass and second pass.

use super::labels::{CUE, O, begins, role};
use crate::claims::attribution::analysis::{Analysis, NONE, state};
use crate::learn::form::{feature, join};
use crate::text::pos::Pos;

/// Distances in few steps.
fn bucket(distance: usize) -> u64 {
    match distance {
        0..=4 => distance as u64,
        5..=6 => 5,
        7..=9 => 6,
        10..=14 => 7,
        15..=24 => 8,
        _ => 9,
    }
}

/// The transition context of word `i`: its part of speech, its quotation state, the mark before it.
pub(crate) fn context(analysis: &Analysis, i: usize) -> u8 {
    let mark = match i.checked_sub(1) {
        Some(before) if analysis.sentence_of[before] == analysis.sentence_of[i] => match analysis.form(before).shape {
            crate::learn::form::Shape::Comma => 1,
            _ if analysis.quoted[before] >= state::OPEN => 2,
            _ => 0,
        },
        _ => 3,
    };
    let inside = u8::from(analysis.quoted[i] != state::OUT);
    (analysis.pos[i] as u8).min(15) | inside << 4 | mark << 5
}

/// Number of transition contexts.
pub(crate) const CONTEXTS: usize = 128;

/// How many features [`first_pass`] appends.
pub(crate) const FIRST_PASS: usize = 72;

/// Appends the features of word `i`.
pub(crate) fn first_pass(analysis: &Analysis, i: usize, out: &mut Vec<u32>) {
    let count = analysis.len();
    let words = &analysis.words.words;
    let near = |offset: isize| {
        // Words of another paragraph are out of sight.
        i.checked_add_signed(offset).filter(|&at| at < count && words[at].paragraph == words[i].paragraph)
    };
    let word = |offset: isize| near(offset).map_or(1, |at| words[at].form.hash);
    let tag = |offset: isize| near(offset).map_or(30, |at| u64::from(analysis.class[at]));
    let class = |offset: isize| {
        near(offset).map_or(99, |at| match analysis.lexicon[at] {
            Some(entry) => u64::from(entry.class()) * 2 + u64::from(analysis.candidate[at]),
            None => 0,
        })
    };
    let quote = |offset: isize| near(offset).map_or(9, |at| u64::from(analysis.quoted[at]));
    let shape = |offset: isize| near(offset).map_or(15, |at| words[at].form.shape as u64);
    let form = analysis.form(i);
    let (w0, w1, w2, b1, b2) = (word(0), word(1), word(2), word(-1), word(-2));
    let (t0, t1, t2, s1, s2) = (tag(0), tag(1), tag(2), tag(-1), tag(-2));
    let (c0, c1, d1) = (class(0), class(1), class(-1));
    let (q0, q1, r1) = (quote(0), quote(1), quote(-1));
    let mut put = |kind: u64, value: u64| out.push(feature(kind, value));
    put(1, w0);
    put(2, w1);
    put(3, b1);
    put(4, w2);
    put(5, b2);
    put(6, join(b1, w0));
    put(7, join(w0, w1));
    put(8, join(b1, w1));
    put(9, join(b2, b1));
    put(10, join(w1, w2));
    put(11, t0 * 32 + s1);
    put(12, t0 * 32 + t1);
    put(13, t0 * 1024 + s1 * 32 + s2);
    put(14, t0 * 1024 + t1 * 32 + t2);
    put(15, t0 * 1024 + s1 * 32 + t1);
    put(16, join(w0, t1));
    put(17, join(w0, s1));
    put(18, join(b1, t0));
    put(19, join(w1, t0));
    put(20, u64::from(form.suffix3));
    put(21, u64::from(form.suffix2));
    put(22, u64::from(form.prefix3));
    put(23, shape(0) * 256 + shape(-1) * 16 + shape(1));
    put(24, c0);
    put(25, d1 * 128 + t0);
    put(26, c1 * 128 + t0);
    put(27, join(c0, t1 * 32 + s1));
    put(28, join(class(2) * 128 + t0, t1));
    put(29, join(class(-2) * 128 + t0, s1));
    put(30, q0 * 100 + q1 * 10 + r1);
    put(31, q0 * 1000 + t0 * 32 + t1);
    put(32, join(w0, q0 * 16 + r1));
    put(33, join(w1, q0 * 16 + q1));
    put(34, join(b1, q0 * 16 + r1));

    let sentence = analysis.sentence_of[i] as usize;
    let (from, to) = analysis.sentence(sentence);
    let kind =
        |at: Option<usize>| at.and_then(|at| analysis.sentence_kind.get(at)).map_or(999, |&kind| u64::from(kind));
    put(35, kind(Some(sentence)) * 64 + q0 * 16 + u64::from(analysis.pos[i] == Pos::Punct));
    put(36, kind(Some(sentence)) * 1024 + kind(sentence.checked_sub(1)));
    put(37, kind(Some(sentence)) * 1024 + kind(Some(sentence + 1)));
    put(38, join(bucket(i - from), t0));
    put(39, join(bucket(to - i), t0 * 4 + q0));
    put(40, join(words[from].form.hash, bucket(i - from)));

    let (left, right) = (analysis.left[i], analysis.right[i]);
    let (since, until) = (u64::from(analysis.since[i]), u64::from(analysis.until[i]));
    let near_left = if left == NONE { (3, 99, 0) } else { candidate(analysis, left as usize) };
    let near_right = if right == NONE { (3, 99, 0) } else { candidate(analysis, right as usize) };
    let to_left = if left == NONE { 15 } else { bucket(i - left as usize) };
    let to_right = if right == NONE { 15 } else { bucket(right as usize - i) };
    put(41, join(near_left.0, to_left * 4 + q0.min(3)));
    put(42, join(near_left.0, since));
    put(43, join(near_left.1 * 512 + since, t0 * 8 + q0));
    put(44, join(near_left.0, w0));
    put(45, join(near_left.0, b1));
    put(46, join(near_left.1 * 512 + near_left.2, since * 16 + to_left));
    put(47, join(near_right.0, to_right * 4 + q0.min(3)));
    put(48, join(near_right.0, until));
    put(49, join(near_right.1 * 512 + until, t0 * 8 + q0));
    put(50, join(near_right.0, w0));
    put(51, join(near_right.1 * 512 + near_right.2, until * 16 + to_right));
    put(52, join(near_left.1 * 128 + near_right.1, t0 * 8 + q0));
    put(53, join(near_left.0, near_right.0));
    put(54, join(near_left.1 * 512 + since, near_right.1 * 512 + until));
    // What stands right after the nearest candidate: "that", a comma, "to", a name.
    let after = if left == NONE { 0 } else { word_at(analysis, left as usize + 1, to) };
    put(55, join(near_left.0, after));
    put(56, join(after, q0 * 16 + to_left));
    put(57, join(tag(3) * 32 + t2, t1 * 32 + t0));
    put(58, join(tag(-3) * 32 + s2, s1 * 32 + t0));
    put(59, word(3));
    put(60, word(-3));
    put(61, join(near_right.1, c0 * 1024 + t0 * 32 + s1));
    put(62, 0);

    // Clauses between the word and the candidates around it.
    let between = |a: usize, b: usize| {
        let ((verbs, commas), (more_verbs, more_commas)) = (analysis.depth[a], analysis.depth[b]);
        u64::from(more_verbs.saturating_sub(verbs).min(3)) * 4 + u64::from(more_commas.saturating_sub(commas).min(3))
    };
    let left_depth = if left == NONE { 20 } else { between(left as usize, i) };
    let right_depth = if right == NONE { 20 } else { between(i, right as usize) };
    put(63, join(near_left.1 * 32 + left_depth, t0 * 8 + q0));
    put(64, join(near_left.0, left_depth * 32 + t0));
    put(65, join(near_right.1 * 32 + right_depth, t0 * 8 + q0));
    put(66, join(near_right.0, right_depth * 32 + t0));
    let opener = analysis.opener[i];
    let (opens, away) = match opener {
        NONE => (0, 40),
        at => (analysis.form(at as usize).hash, between(at as usize, i)),
    };
    let led = u64::from(opener != NONE && opener == left.wrapping_add(1));
    put(67, join(opens, away * 2 + led));
    put(68, join(opens, t0 * 64 + s1 * 2 + led));
    put(69, join(near_left.1 * 64 + left_depth, opens));
    let (verbs, commas) = analysis.depth[i];
    let (all, _) = analysis.depth[to - 1];
    put(
        70,
        u64::from(verbs.min(4)) * 4096 + u64::from(all.min(5)) * 512 + u64::from(commas.min(3)) * 128 + t0 * 4 + q0,
    );
    put(71, join(w0, near_left.1 * 64 + near_right.1));
    put(72, join(near_left.1 * 32 + left_depth, near_right.1 * 32 + right_depth));
}

/// A candidate's hash, class and surroundings.
fn candidate(analysis: &Analysis, at: usize) -> (u64, u64, u64) {
    let class = analysis.lexicon[at].map_or(0, |entry| u64::from(entry.class()));
    let before = at.checked_sub(1).map_or(30, |before| u64::from(analysis.class[before]));
    let after = analysis.class.get(at + 1).map_or(30, |&class| u64::from(class));
    (analysis.form(at).hash, class, before * 32 + after)
}

fn word_at(analysis: &Analysis, at: usize, end: usize) -> u64 {
    if at < end { analysis.form(at).hash } else { 0 }
}

/// What the second pass sees of the first pass's labels.
pub(crate) struct Seen {
    /// Part that begins nearest to the left, its distance, in the sentence.
    left: Vec<(u8, u32)>,
    right: Vec<(u8, u32)>,
    /// Parts in each sentence, as bits.
    parts: Vec<u64>,
}

impl Seen {
    /// Reads off labels what [`second_pass`] needs.
    pub fn new(analysis: &Analysis, labels: &[u8]) -> Self {
        let count = labels.len();
        let mut seen = Self { left: vec![(O, 0); count], right: vec![(O, 0); count], parts: Vec::new() };
        for sentence in 0..analysis.sentence_starts.len().saturating_sub(1) {
            let (from, to) = analysis.sentence(sentence);
            let (mut last, mut at, mut parts) = (O, from, 0);
            for (i, &label) in labels.iter().enumerate().take(to).skip(from) {
                seen.left[i] = (last, (i - at) as u32);
                if let Some(role) = role(label) {
                    let again = begins(label) && parts >> role & 1 == 1;
                    parts |= 1 << role | u64::from(again) << (role + 1);
                    (last, at) = (role, i);
                }
            }
            (last, at) = (O, to);
            for i in (from..to).rev() {
                seen.right[i] = (last, (at - i) as u32);
                if let Some(role) = role(labels[i]) {
                    (last, at) = (role, i);
                }
            }
            seen.parts.push(parts);
        }
        seen
    }
}

/// Appends what the second pass sees of word `i` beside [`first_pass`].
pub(crate) fn second_pass(analysis: &Analysis, labels: &[u8], seen: &Seen, i: usize, out: &mut Vec<u32>) {
    let label = |offset: isize| {
        let at = i.checked_add_signed(offset).and_then(|at| labels.get(at));
        at.map_or(15, |&label| u64::from(label))
    };
    let word = analysis.form(i).hash;
    let tag = u64::from(analysis.class[i]);
    let quote = u64::from(analysis.quoted[i]);
    let sentence = analysis.sentence_of[i] as usize;
    let (left, right) = (seen.left[i], seen.right[i]);
    let mut put = |kind: u64, value: u64| out.push(feature(kind + 100, value));
    let (now, before, after) = (label(0), label(-1), label(1));
    put(1, now);
    put(2, now * 16 + before);
    put(3, now * 16 + after);
    put(4, (now * 16 + before) * 16 + after);
    put(5, (label(-2) * 16 + before) * 16 + now);
    put(6, (label(2) * 16 + after) * 16 + now);
    put(7, join(word, now));
    put(8, join(tag * 8 + quote, now * 16 + after));
    put(9, join(tag * 8 + quote, before * 16 + now));
    put(10, join(u64::from(left.0) * 16 + bucket(left.1 as usize), now));
    put(11, join(u64::from(right.0) * 16 + bucket(right.1 as usize), now));
    put(12, join(u64::from(left.0) * 16 + u64::from(right.0), now * 32 + tag));
    let parts = |at: Option<usize>| at.and_then(|at| seen.parts.get(at)).copied().unwrap_or(1 << 20);
    put(13, join(parts(Some(sentence)), now));
    put(14, join(parts(sentence.checked_sub(1)), now * 8 + quote));
    put(15, join(parts(Some(sentence + 1)), now * 8 + quote));
    put(16, join(parts(Some(sentence)) * 16 + u64::from(left.0), now * 32 + tag));
    let cue = parts(Some(sentence)) >> CUE & 3;
    put(17, join(cue * 8 + quote, now * 512 + u64::from(analysis.sentence_kind[sentence])));
}
