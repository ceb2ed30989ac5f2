//! Two rounds of scoring: each line by itself, then in the light of how its neighbours fared.

use super::document::Document;
use super::edges::Piece;
use super::features::{features, fill};
use super::model::LineModel;
use super::second;
use crate::{Context, Result};

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

/// How many rows go through the forest between two looks at the cancel flag.
const BATCH: usize = 256;

/// Log odds of the second round.
pub(crate) fn second_round(
    odds: &[f32],
    document: &Document,
    pieces: &[Piece],
    model: &LineModel,
    context: &Context,
) -> Result<Vec<f32>> {
    let rows = second::rows(odds, document, context)?;
    let mut chances = Vec::with_capacity(rows.len());
    // Whole rows are long: only those of one batch are kept.
    let mut whole = vec![Vec::new(); BATCH.min(rows.len())];
    let mut line = Vec::with_capacity(features().len());
    for (batch, rows) in rows.chunks(BATCH).enumerate() {
        context.check()?;
        for (index, row) in rows.iter().enumerate() {
            second::whole(&mut whole[index], &mut line, row, document, pieces, batch * BATCH + index);
        }
        model.scorer().score(&whole[..rows.len()], &mut chances);
    }
    Ok(chances.into_iter().map(odds_of).collect())
}

/// Log odds of a probability, kept within reason.
fn odds_of(chance: f32) -> f32 {
    let chance = chance.clamp(1e-4, 1.0 - 1e-4);
    (chance / (1.0 - chance)).ln()
}
