//! The weights of the first round and the costs as a readable file, one name and one number a line, and the trees of the
//! second round.

use std::sync::OnceLock;

use super::features::{Feature, features};
use super::second;
use crate::boilerplate::forest::{Forest, LEAF, Scorer, TreeNode};
use crate::{Error, Result};

static SOURCE: &str = include_str!("../../models/lines.txt");
static TREES: &[u8] = include_bytes!("../../models/lines.bin");

/// First bytes of the trees' file; the last one is the version.
const MAGIC: [u8; 8] = *b"CDLINES\x02";

const HEADER: &str = "copydesk-lines 1";

/// From so many pieces on a text counts as a page.
const FEW: f32 = 8.0;

/// From so many on as a page of the length of those that the weights have learned from.
const SHORT: f32 = 40.0;

/// Costs of segmentation (`segment.rs`), in natural logarithms of odds.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Segmentation {
    /// Added to all scores: above zero keeps more.
    pub bias: f32,
    /// Added besides to a text of one piece, and the less the more pieces it has: the weights have learned from whole pages,
    /// and a few sentences are more often clean copy than a page is.
    pub few: f32,
    /// Added to plain sentences besides: one that is lost costs an analyst more than one that is left in.
    pub sentence: f32,
    /// Added to them besides in a text of one piece, and the less the more pieces it has: of short texts the weights know
    /// little, and a sentence is more of them.
    pub short: f32,
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
    /// What is added to all scores of a text of so many pieces.
    pub(crate) fn bias_of(&self, pieces: usize) -> f32 {
        self.bias + self.few * (1.0 - pieces as f32 / FEW).max(0.0)
    }

    /// What is added to the scores of plain sentences of a text of so many pieces.
    pub(crate) fn sentence_of(&self, pieces: usize) -> f32 {
        self.sentence + self.short * (1.0 - pieces as f32 / SHORT).max(0.0)
    }

    fn fields(&mut self) -> [(&'static str, &mut f32); 8] {
        [
            ("segment.bias", &mut self.bias),
            ("segment.few", &mut self.few),
            ("segment.sentence", &mut self.sentence),
            ("segment.short", &mut self.short),
            ("segment.leave", &mut self.leave),
            ("segment.stay", &mut self.stay),
            ("segment.come_back", &mut self.come_back),
            ("segment.close", &mut self.close),
        ]
    }
}

/// How much each feature of a line counts (logistic regression), trees over the scores of the lines around and the line's
/// features, and the costs of cutting a text into head, body and tail.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct LineModel {
    /// A weight a feature of [`LineModel::names`].
    pub line: Vec<f32>,
    /// The costs of the segmentation.
    pub segmentation: Segmentation,
    /// Asks the features of [`LineModel::context_names`].
    forest: Forest,
    scorer: Scorer,
}

impl LineModel {
    /// The model that the library carries.
    pub fn built_in() -> &'static Self {
        static MODEL: OnceLock<LineModel> = OnceLock::new();
        // A test reads the file; without it all lines would count as the article.
        MODEL.get_or_init(|| Self::parse(SOURCE, TREES).unwrap_or_default())
    }

    /// Puts a model together.
    ///
    /// # Errors
    /// [`crate::ErrorKind::ModelFormat`] for trees that do not hold together.
    pub fn new(line: Vec<f32>, forest: Forest, segmentation: Segmentation) -> Result<Self> {
        let scorer = Scorer::new(&forest)?;
        Ok(Self { line, segmentation, forest, scorer })
    }

    /// The names of the features of a line, in order.
    pub fn names() -> impl ExactSizeIterator<Item = &'static str> {
        features().iter().map(|feature: &'static Feature| feature.name.as_str())
    }

    /// The names of the features that the trees ask for, in order: those over the scores of the lines around, then the
    /// line's own.
    pub fn context_names() -> impl Iterator<Item = &'static str> {
        let own = second::seen_again().iter().map(|&at| features()[at].name.as_str());
        second::NAMES.into_iter().chain(own)
    }

    /// The trees, laid out for asking them.
    pub(crate) const fn scorer(&self) -> &Scorer {
        &self.scorer
    }

    /// Reads a weights file and the trees' file. A feature that the file does not name counts nothing.
    ///
    /// # Errors
    /// [`crate::ErrorKind::ModelFormat`] if the header is another one, a line is no name and finite number, or the trees
    /// are damaged or of another version.
    pub fn parse(text: &str, trees: &[u8]) -> Result<Self> {
        let mut lines = text.lines();
        if lines.next().map(str::trim) != Some(HEADER) {
            return Err(Error::model_format(format!("a model of lines begins with \"{HEADER}\"")));
        }
        let wrong = || Error::model_format("the trees of the line model are damaged or of another version");
        let mut rest = trees.strip_prefix(&MAGIC).ok_or_else(wrong)?;
        let forest = Forest::read(&mut rest)?;
        let count = Self::context_names().count();
        let asked = |node: &TreeNode| node.feature == LEAF || usize::from(node.feature) < count;
        if !rest.is_empty() || !forest.nodes.iter().all(asked) {
            return Err(wrong());
        }
        let mut model = Self::new(vec![0.0; features().len()], forest, Segmentation::default())?;
        for (number, line) in lines.enumerate().filter(|(_, line)| !line.trim().is_empty() && !line.starts_with('#')) {
            let parsed = line.split_once('\t').and_then(|(name, weight)| {
                weight.trim().parse::<f32>().ok().filter(|w| w.is_finite()).map(|w| (name, w))
            });
            let Some((name, weight)) = parsed else {
                return Err(Error::model_format(format!("line {}: no name and number: {line}", number + 2)));
            };
            if let Some(at) = Self::names().position(|known| known == name) {
                model.line[at] = weight;
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
        let costs = segmentation.fields().map(|(name, value)| (name, *value));
        for (name, weight) in all.chain(costs) {
            text.push_str(&format!("{name}\t{weight:.3}\n"));
        }
        text
    }

    /// The trees' file.
    pub fn trees(&self) -> Vec<u8> {
        let mut bytes = MAGIC.to_vec();
        self.forest.write(&mut bytes);
        bytes
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_of_the_library_names_every_weight() {
        let model = LineModel::parse(SOURCE, TREES).unwrap();
        for name in LineModel::names() {
            assert!(SOURCE.contains(&format!("\n{name}\t")), "no weight for {name}: run training/lines.rs");
        }
        assert_eq!(LineModel::parse(&model.to_text(), &model.trees()).unwrap(), model);
        assert!(!model.forest.roots.is_empty());
    }

    #[test]
    fn damaged_files_are_refused() {
        for text in ["", "copydesk-lines 2\n", "copydesk-lines 1\nbias\tNaN\n", "copydesk-lines 1\nbias 1\n"] {
            assert_eq!(LineModel::parse(text, TREES).unwrap_err().kind(), crate::ErrorKind::ModelFormat);
        }
        for trees in [&TREES[..0], &TREES[1..], &TREES[..TREES.len() - 1], &[TREES, &[0]].concat()] {
            assert_eq!(LineModel::parse(SOURCE, trees).unwrap_err().kind(), crate::ErrorKind::ModelFormat);
        }
    }
}
