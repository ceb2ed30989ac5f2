//! How much a sentence is worth checking: a logistic model over some thirty named features; card: `src/models/checkworthy.md`.

mod features;

use std::sync::OnceLock;

use serde::{Deserialize, Serialize};

use super::frame::words::Words;
use super::quantities::find_tagged;
use super::reading::Reading;
use crate::{Context, Error, Result};

/// A feature that speaks for or against checking a sentence.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Reason {
    /// What it is: "numbers", "comparison", "opinion".
    pub name: &'static str,
    /// How much it adds to the log odds; negative where it speaks against.
    pub weight: f64,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
struct Weights {
    bias: f64,
    weights: Vec<(String, f64)>,
}

fn weights() -> &'static Result<Weights> {
    static WEIGHTS: OnceLock<Result<Weights>> = OnceLock::new();
    WEIGHTS.get_or_init(|| {
        let read: Weights = serde_json::from_str(include_str!("../../models/checkworthy.json"))
            .map_err(|e| Error::model_format(format!("the check-worthiness weights cannot be read: {e}")))?;
        let known = (0..features::COUNT).map(features::name).eq(read.weights.iter().map(|(name, _)| name.as_str()));
        if known { Ok(read) } else { Err(Error::model_format("the check-worthiness weights are of other features")) }
    })
}

/// How much a sentence is worth checking, in [0, 1]; 0.5 is where as much speaks for it as against it.
///
/// A text without a letter or digit scores 0. Made for English. In other languages the features that take a tagger or
/// English words are absent, and the score follows numbers and length.
///
/// ```
/// use copydesk::{Context, claims::score_checkworthiness};
/// # fn main() -> copydesk::Result<()> {
/// let context = Context::default();
/// let fact = score_checkworthiness("Unemployment fell from 7.9 per cent in 2012 to 4.9 per cent last year.", &context)?;
/// let courtesy = score_checkworthiness("Thank you, it's great to be here!", &context)?;
/// assert!(fact > 0.5 && courtesy < 0.5);
/// # Ok(())
/// # }
/// ```
pub fn score_checkworthiness(sentence: &str, context: &Context) -> Result<f64> {
    // Nothing is claimed without a word; the weights would give it their bias.
    context.check_size(sentence.len())?;
    if !sentence.contains(char::is_alphanumeric) {
        return Ok(0.0);
    }
    let values = values(sentence, context)?;
    let weights = weights().as_ref().map_err(Clone::clone)?;
    Ok(logistic(
        weights.bias + weights.weights.iter().zip(values).map(|((_, weight), value)| weight * value).sum::<f64>(),
    ))
}

/// Which features speak for or against checking a sentence, the strongest first.
pub fn checkworthiness_reasons(sentence: &str, context: &Context) -> Result<Vec<Reason>> {
    let values = values(sentence, context)?;
    let weights = weights().as_ref().map_err(Clone::clone)?;
    let mut reasons: Vec<Reason> = weights
        .weights
        .iter()
        .zip(values)
        .enumerate()
        .map(|(index, ((_, weight), value))| Reason { name: features::name(index), weight: weight * value })
        .filter(|reason| reason.weight != 0.0)
        .collect();
    reasons.sort_by(|a, b| b.weight.abs().total_cmp(&a.weight.abs()));
    Ok(reasons)
}

/// Names and values of the features of a sentence, as the model sees them; what training reads.
pub fn checkworthiness_features(sentence: &str, context: &Context) -> Result<Vec<(&'static str, f64)>> {
    Ok(values(sentence, context)?
        .into_iter()
        .enumerate()
        .map(|(index, value)| (features::name(index), value))
        .collect())
}

fn values(sentence: &str, context: &Context) -> Result<[f64; features::COUNT]> {
    let reading = Reading::new(sentence, Some("en"), context)?;
    let words = Words::read(&reading);
    let quantities = find_tagged(sentence, Some("en"), words.tokens, &words.tags, context)?.len();
    let ids: Vec<usize> = (0..words.tokens.len()).collect();
    Ok(features::features(&words, &ids, quantities))
}

/// The score of words read already; 0 if the weights cannot be read, which a test rules out.
pub(super) fn score_words(words: &Words, ids: &[usize], quantities: usize) -> f64 {
    let Ok(weights) = weights() else { return 0.0 };
    let values = features::features(words, ids, quantities);
    logistic(weights.bias + weights.weights.iter().zip(values).map(|((_, weight), value)| weight * value).sum::<f64>())
}

fn logistic(x: f64) -> f64 {
    1.0 / (1.0 + (-x).exp())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn score(sentence: &str) -> f64 {
        score_checkworthiness(sentence, &Context::default()).unwrap()
    }

    #[test]
    fn facts_rank_over_opinions_and_courtesies() {
        let facts =
            ["We lost 13 million jobs between 2007 and 2010.", "The senator voted against the treaty three times."];
        let others = ["I think we should all work together.", "Thank you, and good evening."];
        assert!(facts.iter().all(|sentence| score(sentence) > 0.5), "{:?}", facts.map(score));
        assert!(others.iter().all(|sentence| score(sentence) < 0.5), "{:?}", others.map(score));
    }

    #[test]
    fn where_nothing_is_said_nothing_is_to_check() {
        assert_eq!(["", " \n", "***"].map(score), [0.0; 3]);
    }

    #[test]
    fn reasons_name_what_speaks() {
        let reasons = checkworthiness_reasons("Exports rose by 30 per cent in 2019.", &Context::default()).unwrap();
        assert!(reasons.iter().any(|reason| reason.name == "numbers" && reason.weight > 0.0), "{reasons:?}");
        assert!(reasons.is_sorted_by(|a, b| a.weight.abs() >= b.weight.abs()));
    }

    #[test]
    fn the_weights_fit_the_features() {
        assert!(weights().is_ok());
    }

    proptest! {
        #[test]
        fn any_text_has_a_score(text in "\\PC{0,200}") {
            prop_assert!((0.0..=1.0).contains(&score(&text)));
        }
    }
}
