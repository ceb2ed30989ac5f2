//! Quotations without a cue, in languages without parts of speech: they go on with the one before in their paragraph; and what in
//! quotation marks is none.

use super::reported::{Reader, SHORTEST};
use crate::claims::attribution::analysis::NONE;
use crate::claims::attribution::linking::{Link, Run};
use crate::claims::attribution::quotations::speech::is_verb;
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
            // "“...”, said the coach. Captain Daan Visser agreed. “...”": who is brought in between may speak.
            let brings_in = |end: usize| {
                let bare = |i: usize| analysis.form(i).is_capital() && i > analysis.sentence_at(i).0;
                let from = (end..run.0).find(|&i| analysis.form(i).shape == Shape::Stop).map_or(run.0, |stop| stop + 1);
                (from..run.0).any(|i| bare(i) && bare(i + 1) && i + 1 < run.0)
            };
            match self.links.last_mut().filter(|link| {
                link.contents.last().is_some_and(|last| {
                    paragraph(last.0) == paragraph(run.0) && analysis.quote[last.0] != NONE && !brings_in(last.1)
                })
            }) {
                Some(link) => link.contents.push(run),
                None => self.links.push(Link { contents: vec![run], ..Link::default() }),
            }
        }
    }

    /// "De gemeente is verbaasd: het geld lag klaar, aldus een woordvoerder": who speaks of a clause is told inside of it.
    pub(super) fn is_said_inside(&self, (from, to): Run) -> bool {
        let inside = |run: &Run| from <= run.0 && run.1 <= to;
        self.links[self.first..]
            .iter()
            .any(|link| link.cue.is_some_and(|cue| inside(&cue)) && link.contents.iter().any(inside))
    }

    /// "..., пишет «Вестник» со ссылкой на ...": a name in quotation marks behind its verb.
    pub(super) fn names_outlet(&self, run: Run) -> bool {
        let frame = &self.frame;
        let Some(verb) = run.0.checked_sub(2).filter(|&verb| verb > frame.from) else { return false };
        let opens = frame.is_comma(verb - 1) || frame.pack.likewise.iter().any(|phrase| frame.is(verb - 1, phrase));
        opens && frame.out(verb) && is_verb(frame.analysis, verb) && frame.quoted_name(run.0 - 1).is_some()
    }

    /// Whether a run of speech and the one before it stand in the same quotation marks.
    pub(super) fn one_quotation(&self, at: usize) -> bool {
        let quote = |at: usize| self.frame.analysis.quote[self.speech[at].0];
        at > 0 && quote(at) != NONE && quote(at) == quote(at - 1)
    }

    /// "El acuerdo «sigue siendo clave», dijo": where what is said begins, of which the quotation `run` is but a part; `cues` are those
    /// before the one that ends it.
    pub(super) fn fragment_start(&self, run: Run, cues: &[Run]) -> usize {
        let start = self.frame.before_fragment(run);
        let between = |at: usize| start <= at && at < run.0;
        let told = cues.iter().any(|cue| between(cue.0));
        let known = self.links[self.first..].iter().any(|link| link.contents.iter().any(|own| between(own.1 - 1)));
        if told || known { run.0 } else { start }
    }
}
