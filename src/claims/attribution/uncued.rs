//! Quotations without a cue, in languages without parts of speech: they go on with the one before in their paragraph.

use super::analysis::NONE;
use super::linking::Link;
use super::reported::{Reader, SHORTEST};
use crate::learn::form::Shape;

impl Reader<'_, '_> {
    /// Quotations without a cue go on with the one before in the paragraph, or wait for one behind.
    pub(super) fn uncued(&mut self, taken: &[bool]) {
        let analysis = self.frame.analysis;
        let paragraph = |i: usize| analysis.words.words[i].paragraph;
        let alone = (self.frame.from..self.frame.to).all(|i| !self.frame.out(i) || !analysis.form(i).is_word());
        for (at, &run) in self.speech.iter().enumerate() {
            if taken[at] || !alone || self.words(run) < 2 {
                continue;
            }
            let ends = analysis.form(run.1 - 1).shape == Shape::Stop;
            if self.words(run) < SHORTEST && !ends {
                continue;
            }
            match self.links.last_mut().filter(|link| {
                link.contents
                    .last()
                    .is_some_and(|last| paragraph(last.0) == paragraph(run.0) && analysis.quote[last.0] != NONE)
            }) {
                Some(link) => link.contents.push(run),
                None => self.links.push(Link { contents: vec![run], ..Link::default() }),
            }
        }
    }
}
