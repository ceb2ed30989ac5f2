//! Two rounds of scoring: each line by itself, then in the light of how its neighbours fared.

use super::document::{Document, is_cued};
use super::edges::Piece;
use super::features::{features, fill};
use super::model::LineModel;
use crate::{Context, Result};

/// The features of the second round, all over the log odds of the first.
pub(crate) const NAMES: [&str; 22] = [
    "context.bias",
    "context.own",
    "context.prev",
    "context.prev2",
    "context.prev3",
    "context.next",
    "context.next2",
    "context.next3",
    "context.before",
    "context.behind",
    "context.best_before",
    "context.best_behind",
    "context.block",
    "context.text",
    "context.own_short",
    "context.both",
    "context.either",
    "context.both_sides",
    "context.either_side",
    "context.short",
    "context.cued",
    "context.own_cued",
];

/// Beyond this, odds say nothing more.
const CLAMP: f32 = 6.0;

/// Log odds of the first round, and which feature spoke loudest in the direction that it took.
pub(crate) fn first_round(
    document: &Document,
    pieces: &[Piece],
    model: &LineModel,
    context: &Context,
) -> Result<Vec<(f32, u16, u16)>> {
    let mut row = Vec::with_capacity(features().len());
    let mut all = Vec::with_capacity(pieces.len());
    for at in 0..pieces.len() {
        if at & 0xff == 0 {
            context.check()?;
        }
        fill(&mut row, document, pieces, at);
        let (mut odds, mut against, mut for_it) = (0.0, (0.0, 0), (0.0, 0));
        for (index, (value, weight)) in row.iter().zip(&model.line).enumerate() {
            let part = value * weight;
            odds += part;
            if part < against.0 {
                against = (part, index);
            }
            if part > for_it.0 && index > 0 {
                for_it = (part, index);
            }
        }
        all.push((odds, against.1 as u16, for_it.1 as u16));
    }
    Ok(all)
}

/// Hands the features of the second round to `sink`, piece by piece.
pub(crate) fn context_features(
    odds: &[f32],
    document: &Document,
    pieces: &[Piece],
    context: &Context,
    mut sink: impl FnMut(usize, &[f32; NAMES.len()]),
) -> Result<()> {
    let odds: Vec<f32> = odds.iter().map(|odd| odd.clamp(-CLAMP, CLAMP) / 3.0).collect();
    let count = odds.len();
    let weight = |at: usize| (document.stats[at].words.min(60) as f32 + 1.0).sqrt();
    // Fading means before and behind, and fading maxima.
    let (mut before, mut behind) = (vec![0.0_f32; count], vec![0.0_f32; count]);
    let (mut best_before, mut best_behind) = (vec![-2.0_f32; count], vec![-2.0_f32; count]);
    let (mut sum, mut mass, mut best) = (0.0, 0.0, -2.0_f32);
    for at in 0..count {
        before[at] = if mass > 0.0 { sum / mass } else { 0.0 };
        best_before[at] = best;
        sum = sum * 0.75 + weight(at) * odds[at];
        mass = mass * 0.75 + weight(at);
        best = (best - 0.15).max(odds[at]).max(-2.0);
    }
    let (mut total, mut total_mass) = (0.0_f64, 0.0_f64);
    (sum, mass, best) = (0.0, 0.0, -2.0_f32);
    for at in (0..count).rev() {
        behind[at] = if mass > 0.0 { sum / mass } else { 0.0 };
        best_behind[at] = best;
        sum = sum * 0.75 + weight(at) * odds[at];
        mass = mass * 0.75 + weight(at);
        best = (best - 0.15).max(odds[at]).max(-2.0);
        total += f64::from(weight(at) * odds[at]);
        total_mass += f64::from(weight(at));
    }
    let text = if total_mass > 0.0 { (total / total_mass) as f32 } else { 0.0 };
    let mut from = 0;
    while from < count {
        let block = pieces[from].block;
        let end = from + pieces[from..].iter().take_while(|piece| piece.block == block).count();
        let (sum, mass) = (from..end).fold((0.0, 0.0), |(s, m), at| (s + weight(at) * odds[at], m + weight(at)));
        for at in from..end {
            if at & 0xff == 0 {
                context.check()?;
            }
            let get = |offset: isize| {
                at.checked_add_signed(offset).and_then(|index| odds.get(index)).copied().unwrap_or(-0.5)
            };
            let short = document.stats[at].words <= 8;
            let cued = is_cued(&document.stats[at]);
            let only = |wanted: bool, value: f32| if wanted { value } else { 0.0 };
            sink(
                at,
                &[
                    1.0,
                    odds[at],
                    get(-1),
                    get(-2),
                    get(-3),
                    get(1),
                    get(2),
                    get(3),
                    before[at],
                    behind[at],
                    best_before[at],
                    best_behind[at],
                    sum / mass,
                    text,
                    only(short, odds[at]),
                    get(-1).min(get(1)),
                    get(-1).max(get(1)),
                    before[at].min(behind[at]),
                    before[at].max(behind[at]),
                    only(short, 1.0),
                    only(cued, 1.0),
                    only(cued, odds[at]),
                ],
            );
        }
        from = end;
    }
    Ok(())
}

/// Log odds of the second round.
pub(crate) fn second_round(
    odds: &[f32],
    document: &Document,
    pieces: &[Piece],
    model: &LineModel,
    context: &Context,
) -> Result<Vec<f32>> {
    let mut all = vec![0.0; odds.len()];
    context_features(odds, document, pieces, context, |at, row| {
        all[at] = row.iter().zip(&model.context).map(|(value, weight)| value * weight).sum();
    })?;
    Ok(all)
}
