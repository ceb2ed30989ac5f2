//! The weights, as a readable file: one name and one number a line.

use std::sync::OnceLock;

use super::features::{Feature, features};
use crate::{Error, Result};

static SOURCE: &str = include_str!("../../models/lines.txt");

const HEADER: &str = "copydesk-lines 1";

/// Costs of segmentation (`segment.rs`), in natural logarithms of odds.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Segmentation {
    /// Added to all scores: above zero keeps more.
    pub bias: f32,
    /// Leaving the body for an aside.
    pub leave: f32,
    /// Each further line of an aside.
    pub stay: f32,
    /// Coming back from it.
    pub come_back: f32,
    /// Ending the body.
    pub close: f32,
}

impl Segmentation {
    fn fields(&mut self) -> [(&'static str, &mut f32); 5] {
        [
            ("segment.bias", &mut self.bias),
            ("segment.leave", &mut self.leave),
            ("segment.stay", &mut self.stay),
            ("segment.come_back", &mut self.come_back),
            ("segment.close", &mut self.close),
        ]
    }
}

/// How much each feature of a line counts; logistic regression in two rounds, the second one over the scores of the
/// lines around, and the costs of cutting a text into head, body and tail.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct LineModel {
    /// A weight a feature of [`LineModel::names`].
    pub line: Vec<f32>,
    /// A weight a feature of [`LineModel::context_names`].
    pub context: Vec<f32>,
    /// The costs of the segmentation.
    pub segmentation: Segmentation,
}

impl LineModel {
    /// The model that the library carries.
    pub fn built_in() -> &'static Self {
        static MODEL: OnceLock<LineModel> = OnceLock::new();
        // A test reads the file; without it all lines would count as the article.
        MODEL.get_or_init(|| Self::parse(SOURCE).unwrap_or_default())
    }

    /// The names of the features of a line, in order.
    pub fn names() -> impl ExactSizeIterator<Item = &'static str> {
        features().iter().map(|feature: &'static Feature| feature.name.as_str())
    }

    /// The names of the features over the scores of the lines around, in order.
    pub const fn context_names() -> &'static [&'static str] {
        &super::score::NAMES
    }

    /// Reads a weights file. A feature that the file does not name counts nothing.
    ///
    /// # Errors
    /// [`crate::ErrorKind::ModelFormat`] if the header is another one, or a line is no name and finite number.
    pub fn parse(text: &str) -> Result<Self> {
        let mut lines = text.lines();
        if lines.next().map(str::trim) != Some(HEADER) {
            return Err(Error::model_format(format!("a model of lines begins with \"{HEADER}\"")));
        }
        let mut model = Self {
            line: vec![0.0; features().len()],
            context: vec![0.0; Self::context_names().len()],
            segmentation: Segmentation::default(),
        };
        for (number, line) in lines.enumerate().filter(|(_, line)| !line.trim().is_empty() && !line.starts_with('#')) {
            let parsed = line.split_once('\t').and_then(|(name, weight)| {
                weight.trim().parse::<f32>().ok().filter(|w| w.is_finite()).map(|w| (name, w))
            });
            let Some((name, weight)) = parsed else {
                return Err(Error::model_format(format!("line {}: no name and number: {line}", number + 2)));
            };
            if let Some(at) = Self::names().position(|known| known == name) {
                model.line[at] = weight;
            } else if let Some(at) = Self::context_names().iter().position(|&known| known == name) {
                model.context[at] = weight;
            } else if let Some((_, field)) = model.segmentation.fields().into_iter().find(|(known, _)| *known == name) {
                *field = weight;
            }
        }
        Ok(model)
    }

    /// The weights file, rounded to three decimals.
    pub fn to_text(&self) -> String {
        let mut text = format!("{HEADER}\n# Written by training/lines.rs; the card is lines.md.\n");
        let mut segmentation = self.segmentation;
        let all = Self::names().zip(self.line.iter().copied());
        let context = Self::context_names().iter().copied().zip(self.context.iter().copied());
        let costs = segmentation.fields().map(|(name, value)| (name, *value));
        for (name, weight) in all.chain(context).chain(costs) {
            text.push_str(&format!("{name}\t{weight:.3}\n"));
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_of_the_library_names_every_weight() {
        let model = LineModel::parse(SOURCE).unwrap();
        for name in LineModel::names().chain(LineModel::context_names().iter().copied()) {
            assert!(SOURCE.contains(&format!("\n{name}\t")), "no weight for {name}: run training/lines.rs");
        }
        assert_eq!(LineModel::parse(&model.to_text()).unwrap(), model);
    }

    #[test]
    fn damaged_files_are_refused() {
        for text in ["", "copydesk-lines 2\n", "copydesk-lines 1\nbias\tNaN\n", "copydesk-lines 1\nbias 1\n"] {
            assert_eq!(LineModel::parse(text).unwrap_err().kind(), crate::ErrorKind::ModelFormat);
        }
    }
}
