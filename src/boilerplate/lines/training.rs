//! What training/lines.rs needs: the features of a text's pieces.

use super::Analysis;
use super::features::{features, fill};
use super::{LineModel, second};
use crate::text::Span;
use crate::{Context, Result};

/// The features of all pieces of a text, for training and for looking into the model.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct TrainingLines {
    /// Each piece's spans in the text: one, or several where lines were wrapped.
    pub spans: Vec<Vec<Span>>,
    /// Its features, in the order of [`super::LineModel::names`].
    pub rows: Vec<Vec<f32>>,
}

/// The features of all pieces of a text.
///
/// # Errors
/// [`crate::ErrorKind::Limit`] if the text is over the limits of the context, [`crate::ErrorKind::Cancelled`].
pub fn training_lines(text: &str, context: &Context) -> Result<TrainingLines> {
    let Analysis { pieces, document, .. } = Analysis::new(text, context)?;
    let mut result = TrainingLines::default();
    let mut row = Vec::with_capacity(features().len());
    for (at, piece) in pieces.pieces.iter().enumerate() {
        fill(&mut row, &document, &pieces.pieces, at);
        result.rows.push(row.clone());
        result.spans.push(pieces.parts[piece.first..piece.end].to_vec());
    }
    Ok(result)
}

/// The features of the second round, given the log odds of the first.
///
/// # Errors
/// As [`training_lines`]; [`crate::ErrorKind::Input`] if `odds` are not one a piece.
pub fn context_rows(text: &str, odds: &[f32], context: &Context) -> Result<Vec<Vec<f32>>> {
    let Analysis { pieces, document, .. } = Analysis::new(text, context)?;
    if odds.len() != pieces.pieces.len() {
        return Err(crate::Error::input(format!("{} odds for {} pieces", odds.len(), pieces.pieces.len())));
    }
    let mut line = Vec::with_capacity(features().len());
    let rows = second::rows(odds, &document, context)?;
    let whole = rows.iter().enumerate().map(|(at, row)| {
        let mut whole = Vec::with_capacity(LineModel::context_names().count());
        second::whole(&mut whole, &mut line, row, &document, &pieces.pieces, at);
        whole
    });
    Ok(whole.collect())
}
