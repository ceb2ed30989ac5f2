//! What the second round sees: how the first one judged the lines around, near and far, which words they hold, and what
//! the first one saw of the line itself.

use std::sync::OnceLock;

use super::document::Document;
use super::edges::Piece;
use super::features::{features, fill};
use crate::{Context, Result};

/// The features over the log odds of the first round, in order; the last three are over words.
pub(crate) const NAMES: [&str; 42] = [
    "own",
    "prev",
    "next",
    "prev2",
    "next2",
    "prev3",
    "next3",
    "prev4",
    "next4", //
    "near.before",
    "near.behind",
    "near.both",
    "near.either", //
    "around.before",
    "around.behind",
    "around.both",
    "around.either", //
    "wide.before",
    "wide.behind",
    "wide.both",
    "wide.either", //
    "far.before",
    "far.behind",
    "far.both",
    "far.either", //
    "best.before",
    "best.behind",
    "ever.before",
    "ever.behind", //
    "text.mean",
    "text.passed",
    "text.share",
    "text.size",
    "text.best",
    "text.left", //
    "sure.since",
    "sure.next", //
    "words",
    "cued", //
    "words.kept",
    "words.support",
    "words.long",
];

/// One piece's features over the first round's odds.
pub(crate) type Row = [f32; NAMES.len()];

/// Beyond this, odds say nothing more.
const CLAMP: f32 = 6.0;
/// Odds are kept small: this many are one.
const SCALE: f32 = 3.0;
/// What stands beyond the ends of a text, in scaled odds.
const OUTSIDE: f32 = -0.5;
/// How fast the four means fade, a piece.
const FADES: [f32; 4] = [0.6, 0.8, 0.92, 0.98];
/// How fast the two maxima fall.
const FALLS: [f32; 2] = [0.15, 0.03];
/// The least that a maximum is.
const FLOOR: f32 = -2.0;
/// How likely and how long a line must be to count as surely of the article.
const SURE: f32 = 0.85;
const SURE_WORDS: u32 = 12;
const FAR: f32 = 99.0;

/// Which features of the first round the second one sees again, after its own: a tree's question has one byte for the
/// feature, so those that say least beside the others are left out.
pub(crate) fn seen_again() -> &'static [usize] {
    static SEEN: OnceLock<Vec<usize>> = OnceLock::new();
    SEEN.get_or_init(|| {
        let names = features().iter().enumerate();
        names
            .filter(|(_, feature)| feature.name != "bias" && !feature.name.ends_with(".some"))
            .map(|(at, _)| at)
            .collect()
    })
}

/// Fills `whole` with all that the second round sees of the piece `at`; `line` is room to work in.
pub(crate) fn whole(
    whole: &mut Vec<f32>,
    line: &mut Vec<f32>,
    row: &Row,
    document: &Document,
    pieces: &[Piece],
    at: usize,
) {
    fill(line, document, pieces, at);
    whole.clear();
    whole.extend(row);
    whole.extend(seen_again().iter().map(|&feature| line[feature]));
}

/// The features of all pieces over their log odds in the first round.
pub(crate) fn rows(odds: &[f32], document: &Document, context: &Context) -> Result<Vec<Row>> {
    let odds: Vec<f32> = odds.iter().map(|odd| odd.clamp(-CLAMP, CLAMP) / SCALE).collect();
    let chances: Vec<f32> = odds.iter().map(|odd| 1.0 / (1.0 + (-odd * SCALE).exp())).collect();
    let mut rows = vec![[0.0; NAMES.len()]; odds.len()];
    context.check()?;
    beside(&mut rows, &odds);
    for backward in [false, true] {
        context.check()?;
        fades(&mut rows, &odds, &chances, document, backward);
    }
    context.check()?;
    for (row, line) in rows.iter_mut().zip(&document.stats) {
        for fade in 0..FADES.len() {
            let (before, behind) = (row[9 + 4 * fade], row[10 + 4 * fade]);
            row[11 + 4 * fade] = before.min(behind);
            row[12 + 4 * fade] = before.max(behind);
        }
        row[37] = line.words.min(200) as f32;
        row[38] = f32::from(u8::from(line.cued));
    }
    context.check()?;
    let share = text(&mut rows, &odds, &chances, document);
    words(&mut rows, &chances, share, document, context)?;
    Ok(rows)
}

/// How much a piece's odds count in means.
fn weight(words: u32) -> f32 {
    (words.min(60) as f32 + 1.0).sqrt()
}

fn beside(rows: &mut [Row], odds: &[f32]) {
    let get = |at: Option<usize>| at.and_then(|at| odds.get(at)).copied().unwrap_or(OUTSIDE);
    for (at, row) in rows.iter_mut().enumerate() {
        row[0] = odds[at];
        for far in 1..=4 {
            row[2 * far - 1] = get(at.checked_sub(far));
            row[2 * far] = get(at.checked_add(far));
        }
    }
}

/// Fading means and maxima, and how far the last sure line is; forward for what stands before, backward for what stands
/// behind.
fn fades(rows: &mut [Row], odds: &[f32], chances: &[f32], document: &Document, backward: bool) {
    let (mut sums, mut masses) = ([0.0_f32; FADES.len()], [0.0_f32; FADES.len()]);
    let mut best = [FLOOR; FALLS.len()];
    let mut since = FAR;
    let slot = usize::from(backward);
    for step in 0..rows.len() {
        let at = if backward { rows.len() - 1 - step } else { step };
        let row = &mut rows[at];
        let line = &document.stats[at];
        let weight = weight(line.words);
        for (index, fade) in FADES.iter().enumerate() {
            row[9 + 4 * index + slot] = if masses[index] > 0.0 { sums[index] / masses[index] } else { 0.0 };
            sums[index] = sums[index] * fade + weight * odds[at];
            masses[index] = masses[index] * fade + weight;
        }
        for (index, fall) in FALLS.iter().enumerate() {
            row[25 + 2 * index + slot] = best[index];
            best[index] = (best[index] - fall).max(odds[at]).max(FLOOR);
        }
        row[35 + slot] = since;
        since = if chances[at] > SURE && line.words >= SURE_WORDS { 1.0 } else { (since + 1.0).min(FAR) };
    }
}

/// The text as a whole; returns which share of its words is likely of the article.
fn text(rows: &mut [Row], odds: &[f32], chances: &[f32], document: &Document) -> f32 {
    let (mut sum, mut mass, mut likely, mut words, mut best) = (0.0_f64, 0.0_f64, 0.0_f64, 0.0_f64, 0.0_f32);
    for ((line, &odd), &chance) in document.stats.iter().zip(odds).zip(chances) {
        sum += f64::from(weight(line.words) * odd);
        mass += f64::from(weight(line.words));
        likely += f64::from(line.words) * f64::from(chance);
        words += f64::from(line.words);
        best = best.max(chance);
    }
    let total = likely.max(1e-9);
    let share = (likely / (words + 1.0)) as f32;
    let mut passed = 0.0_f64;
    for ((row, line), &chance) in rows.iter_mut().zip(&document.stats).zip(chances) {
        row[29] = if mass > 0.0 { (sum / mass) as f32 } else { 0.0 };
        row[30] = (passed / total) as f32;
        passed += f64::from(line.words) * f64::from(chance);
        row[31] = share;
        row[32] = likely.ln_1p() as f32;
        row[33] = best;
        row[34] = (1.0 - passed / total) as f32;
    }
    share
}

/// Whether a piece's long words stand in other lines that are likely of the article: naive Bayes within the text.
fn words(rows: &mut [Row], chances: &[f32], share: f32, document: &Document, context: &Context) -> Result<()> {
    let vocabulary = &document.vocabulary;
    let mut kept = vec![0.0_f32; vocabulary.pieces.len()];
    for (at, &chance) in chances.iter().enumerate() {
        vocabulary.of(at).iter().for_each(|&word| kept[word as usize] += chance);
    }
    for (at, row) in rows.iter_mut().enumerate() {
        if at & 0xff == 0 {
            context.check()?;
        }
        let (mut sum, mut support, mut count) = (0.0, 0.0, 0.0_f32);
        for &word in vocabulary.of(at) {
            let pieces = vocabulary.pieces[word as usize];
            if pieces < 2 {
                continue;
            }
            let others = kept[word as usize] - chances[at];
            sum += (others + share) / pieces as f32;
            support += others;
            count += 1.0;
        }
        if count > 0.0 {
            row[39] = sum / count - share;
            row[40] = (support / count).max(0.0).ln_1p();
            row[41] = count / document.stats[at].words.max(1) as f32;
        }
    }
    Ok(())
}
