//! What the training programs need of a page: its blocks, their cues and features.

use super::blocks::{Page, segment};
use super::context::add_context;
use super::cues;
use super::extract::has_article;
use super::facts::Facts;
use super::features::{PAGE, rows};
use super::layout::{CueWeights, Layout};
use super::model::{Judgement, Model};
use super::page_types::{self, TYPES};
use super::parse::parse;
use super::render::labels;
use super::repeats::drop_repeats;
use super::tree::NONE;
use crate::boilerplate::metadata::collect::collect;
use crate::context::Context;
use crate::error::Result;
use crate::text::Span;

/// A page, cut into blocks, without any judgement.
#[derive(Debug)]
pub struct Sample {
    page: Page,
    facts: Facts,
}

impl Sample {
    /// Parses and cuts a page.
    pub fn new(html: &str, context: &Context) -> Result<Self> {
        let tree = parse(html, context)?;
        let facts = Facts::new(&collect(&tree, context)?);
        Ok(Self { page: segment(&tree, context)?, facts })
    }

    /// Text and number of words of every block, in order.
    pub fn blocks(&self) -> impl Iterator<Item = (&str, u32)> {
        self.page.blocks.iter().map(|block| (block.span.of(&self.page.text), block.words))
    }

    /// The distinct cues of a block: of its own words, of all elements around it, and of the page.
    pub fn cues(&self, block: usize) -> Vec<u16> {
        let mut tokens = Vec::new();
        let Some(block) = self.page.blocks.get(block) else { return tokens };
        cues::of_text(block.span.of(&self.page.text), &mut tokens);
        cues::of_longer_text(block.span.of(&self.page.text), block.words, &mut tokens);
        let mut at = block.scope;
        while at != NONE {
            let scope = &self.page.scopes[at as usize];
            let Span { start, end } = scope.cues;
            tokens.extend_from_slice(self.page.cues.get(start..end).unwrap_or(&[]));
            at = scope.parent;
        }
        tokens.extend_from_slice(&self.facts.cues);
        tokens.sort_unstable();
        tokens.dedup();
        tokens
    }

    /// The distinct tokens of the page's type.
    pub fn type_tokens(&self, context: &Context) -> Result<Vec<u16>> {
        let layout = Layout::new(&self.page, &CueWeights::new(Vec::new()), context)?;
        Ok(page_types::tokens(&self.page, &self.facts, &layout))
    }

    /// Features of every block for the first model.
    pub fn features(&self, weights: &CueWeights, types: &[f32; TYPES], context: &Context) -> Result<Vec<Vec<f32>>> {
        let layout = Layout::new(&self.page, weights, context)?;
        rows(&self.page, &layout, &self.facts, weights, types, context)
    }

    /// Adds what the second model sees more, given the first model's scores.
    pub fn add_context(
        &self,
        weights: &CueWeights,
        scores: &[f32],
        rows: &mut [Vec<f32>],
        context: &Context,
    ) -> Result<()> {
        add_context(&self.page, &Layout::new(&self.page, weights, context)?, scores, rows, context)
    }

    /// A model's answers.
    pub fn judge(&self, model: &Model, context: &Context) -> Result<Judgement> {
        model.judge(&self.page, &self.facts, context)
    }

    /// Leaves out of a choice what it says twice, and all of it where nothing reads like an article, as extraction does.
    pub fn finish(&self, judged: &Judgement, keep: &mut [bool]) {
        if !has_article(&self.page, &judged.scores) {
            keep.fill(false);
        }
        let labels = labels(&self.page, false);
        drop_repeats(&self.page, &labels, &judged.types, keep);
    }

    /// The figures of the page as a whole, out of the features of any of its blocks.
    pub fn figures(row: &[f32]) -> &[f32] {
        row.get(PAGE).unwrap_or(&[])
    }
}
