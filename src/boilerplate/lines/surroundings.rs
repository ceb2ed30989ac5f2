//! What a piece's wider surroundings say: who speaks there, whether dates and marks of comments recur, whether its words
//! are those of the article, whether longer lines are still to come.

use super::cues::Cues;
use super::features::{log, share};
use super::kinds::Kinds;
use super::stats::Stats;
use super::vocabulary::Vocabulary;
use super::voices::{FIRST, SAYS};
use crate::{Context, Result};

/// Name in the weights file, and the reasons: against the article, for it.
pub(crate) const NAMES: [(&str, &str, &str); 37] = [
    ("voice.first", "speaks in the first person", "first person"),
    ("voice.second", "speaks to the reader", "speaks to the reader"),
    ("voice.we", "speaks for the site", "we"),
    ("voice.cheer", "words of a comment", "words of thanks"),
    ("marks.exclaim", "exclamation marks", "exclamation"),
    ("marks.question", "question marks", "question"),
    ("time", "date or time", "date or time"),
    ("first.before", "among lines in the first person", "told in the first person"),
    ("first.behind", "among lines in the first person", "told in the first person"),
    ("second.before", "among lines that speak to the reader", "speaks to the reader"),
    ("second.behind", "among lines that speak to the reader", "speaks to the reader"),
    ("cheer.before", "among comments", "cheerful text"),
    ("cheer.behind", "among comments", "cheerful text"),
    ("time.before", "among dated entries", "dates"),
    ("time.behind", "among dated entries", "dates"),
    ("question.before", "among questions", "questions"),
    ("question.behind", "among questions", "questions"),
    ("text.first", "text in the first person", "told in the first person"),
    ("text.cheer", "text like comments", "cheerful text"),
    ("text.time", "text of many dated entries", "dates"),
    ("time.since", "behind a date", "running text"),
    ("time.next", "before a date", "running text"),
    ("first.rising", "the first person sets in", "told in the first person"),
    ("longest.before", "longer lines before", "longer lines before"),
    ("longest.behind", "no longer lines to come", "longer lines to come"),
    ("words.behind", "late in the text", "much text to come"),
    ("shorts.before", "behind short lines", "behind short lines"),
    ("shorts.behind", "before short lines", "before short lines"),
    ("words.new", "talks of other things", "new words"),
    ("words.known", "repeats words", "talks of the same things"),
    ("words.head", "talks of other things than the head", "talks of what the head talks of"),
    ("words.prev", "talks of other things than the lines before", "goes on from the lines before"),
    ("words.next", "talks of other things than the lines behind", "leads to the lines behind"),
    ("words.common", "words that recur", "words of the text"),
    ("comments.seen", "behind signs of comments", "comments"),
    ("shape.near", "row of lines alike", "lines alike"),
    ("shape.share", "lines alike", "lines alike"),
];

/// The values, in the order of [`NAMES`].
pub(crate) type Values = [f32; NAMES.len()];

/// How fast what stands around fades, a piece.
const FADE: f32 = 0.85;
/// Words without any voice that each stretch is taken to have besides.
const CALM: f32 = 10.0;
/// Pieces on either side whose words and shapes are compared.
const NEAR: usize = 4;
const NEAR_SHAPES: usize = 10;
/// The pieces that count as the head of a text.
const HEAD: usize = 12;
/// The longest line that may be a date or a sign of comments.
const SIGN: u32 = 16;
const FAR: u32 = 99;

/// The values of all pieces, in a few passes over the text.
pub(crate) fn surroundings(stats: &[Stats], vocabulary: &Vocabulary, context: &Context) -> Result<Vec<Values>> {
    let mut all = vec![[0.0; NAMES.len()]; stats.len()];
    context.check()?;
    for (values, line) in all.iter_mut().zip(stats) {
        let words = line.words.max(5) as f32;
        for (value, &count) in values.iter_mut().zip(&line.voices[..SAYS]) {
            *value = f32::from(count) / words;
        }
        values[4] = line.exclaims.min(3) as f32;
        values[5] = line.questions.min(3) as f32;
        let time = line.digits > 0 && line.words < SIGN && line.cues.covered_by(Kinds::get().date) > 0;
        values[6] = f32::from(u8::from(time));
    }
    context.check()?;
    fades(&mut all, stats, false);
    context.check()?;
    fades(&mut all, stats, true);
    let words = stats.iter().map(|line| line.words).fold(0, u32::saturating_add);
    let first: u32 = stats.iter().map(|line| u32::from(line.voices[FIRST])).sum();
    let cheer: u32 = stats.iter().map(cheers).sum();
    let times = all.iter().filter(|values| values[6] > 0.0).count();
    for values in &mut all {
        values[17] = first as f32 / (words as f32 + CALM);
        values[18] = cheer as f32 / (words as f32 + CALM);
        values[19] = share(times as u32, stats.len() as u32);
        values[22] = values[8] - values[17];
    }
    context.check()?;
    same_words(&mut all, vocabulary, context)?;
    shapes(&mut all, stats);
    Ok(all)
}

fn cheers(line: &Stats) -> u32 {
    u32::from(line.voices[3]) + line.exclaims
}

/// What fades on the way through the text: forward for what stands before, backward for what stands behind.
fn fades(all: &mut [Values], stats: &[Stats], backward: bool) {
    let comments = Cues::get().kind("comments");
    let (mut words, mut first, mut second, mut cheer, mut times, mut questions) = (0.0, 0.0, 0.0, 0.0, 0.0, 0.0);
    let (mut longest, mut since, mut shorts, mut seen, mut total) = (0, FAR, 0, 0, 0_u32);
    for step in 0..stats.len() {
        let at = if backward { stats.len() - 1 - step } else { step };
        let (values, line) = (&mut all[at], &stats[at]);
        let mass = words + CALM;
        let slot = usize::from(backward);
        values[7 + slot] = first / mass;
        values[9 + slot] = second / mass;
        values[11 + slot] = cheer / mass;
        values[13 + slot] = times;
        values[15 + slot] = questions;
        values[20 + slot] = log(since);
        values[23 + slot] = log(longest);
        values[26 + slot] = log(shorts);
        if backward {
            values[25] = log(total);
        } else {
            values[34] = log(seen);
        }
        let fade = |sum: f32, more: f32| sum * FADE + more;
        words = fade(words, line.words as f32);
        first = fade(first, f32::from(line.voices[FIRST]));
        second = fade(second, f32::from(line.voices[1]));
        cheer = fade(cheer, cheers(line) as f32);
        times = fade(times, values[6]);
        questions = fade(questions, line.questions as f32);
        longest = longest.max(line.words);
        since = if values[6] > 0.0 { 1 } else { (since + 1).min(FAR) };
        shorts = if line.words <= 6 { shorts + 1 } else { 0 };
        total = total.saturating_add(line.words);
        seen += u32::from(line.words <= SIGN && line.cues.covered_by(comments) > 0);
    }
}

/// Whether long words stand elsewhere too: anywhere, before, in the head, in the lines beside; rare words count most.
fn same_words(all: &mut [Values], vocabulary: &Vocabulary, context: &Context) -> Result<()> {
    let count = vocabulary.pieces.len();
    let lines = log(all.len() as u32);
    let weight = |word: u32| lines - log(vocabulary.pieces[word as usize] - 1).min(lines) + 0.1;
    // The last piece that held each word so far, from 1; in how many pieces of the head it stands.
    let (mut last, mut head) = (vec![0_usize; count], vec![0_u32; count]);
    for at in 0..all.len().min(HEAD) {
        vocabulary.of(at).iter().for_each(|&word| head[word as usize] += 1);
    }
    for (at, values) in all.iter_mut().enumerate() {
        if at & 0xff == 0 {
            context.check()?;
        }
        let own = vocabulary.of(at);
        if own.is_empty() {
            values[28..34].fill(-1.0);
            continue;
        }
        let (mut new, mut known, mut common) = (0, 0, 0.0);
        let (mut mass, mut in_head, mut in_prev) = (0.0, 0.0, 0.0);
        let beside = u32::from(at < HEAD);
        for &word in own {
            let index = word as usize;
            new += u32::from(vocabulary.pieces[index] == 1);
            known += u32::from(last[index] > 0);
            common += log(vocabulary.pieces[index] - 1);
            let weight = weight(word);
            mass += weight;
            in_head += if head[index] > beside { weight } else { 0.0 };
            in_prev += if last[index] + NEAR > at && last[index] > 0 { weight } else { 0.0 };
            last[index] = at + 1;
        }
        let words = own.len() as u32;
        values[28] = share(new, words);
        values[29] = share(known, words);
        values[30] = in_head / mass;
        values[31] = in_prev / mass;
        values[33] = common / words as f32;
    }
    last.fill(usize::MAX);
    for (at, values) in all.iter_mut().enumerate().rev() {
        if at & 0xff == 0 {
            context.check()?;
        }
        let own = vocabulary.of(at);
        let (mut mass, mut in_next) = (0.0, 0.0);
        for &word in own {
            let weight = weight(word);
            mass += weight;
            in_next += if last[word as usize] <= at + NEAR { weight } else { 0.0 };
            last[word as usize] = at;
        }
        if mass > 0.0 {
            values[32] = in_next / mass;
        }
    }
    Ok(())
}

/// How many shapes of lines are told apart.
const SHAPES: usize = 8 * 3 * 4 * 2;

/// Length, end, opening and digits of a line, in one small number.
fn shape(line: &Stats) -> usize {
    let length = (u32::BITS - line.words.leading_zeros()).min(7) as usize;
    let end = if line.ends_with_stop { 1 } else { 2 * usize::from(line.ends_with_colon) };
    let opening = match line {
        line if line.starts_lower => 1,
        line if line.starts_with_number => 2,
        line if line.starts_with_bullet => 3,
        _ => 0,
    };
    let digits = usize::from(line.digits > 0 && line.words < 20);
    ((length * 3 + end) * 4 + opening) * 2 + digits
}

/// How many lines nearby, and which share of all, have the same shape.
fn shapes(all: &mut [Values], stats: &[Stats]) {
    let shapes: Vec<usize> = stats.iter().map(shape).collect();
    let (mut total, mut near) = ([0_u32; SHAPES], [0_u32; SHAPES]);
    for (at, &own) in shapes.iter().enumerate() {
        total[own] += 1;
        near[own] += u32::from(at < NEAR_SHAPES);
    }
    for (at, values) in all.iter_mut().enumerate() {
        if let Some(&enters) = shapes.get(at + NEAR_SHAPES) {
            near[enters] += 1;
        }
        if let Some(leaves) = at.checked_sub(NEAR_SHAPES + 1) {
            near[shapes[leaves]] -= 1;
        }
        values[35] = log(near[shapes[at]] - 1);
        values[36] = share(total[shapes[at]], shapes.len() as u32);
    }
}
