//! What leads to a quotation, in languages without parts of speech: "Berg dijo: «...»", "Berg: «...»", "dit « étudier ... »".

use super::phrases::Frame;
use super::reported::{Reader, SHORTEST};
use crate::claims::attribution::linking::{Link, Run};
use crate::claims::types::Act;
use crate::learn::form::Shape;

/// How far behind the head of its sentence the verb of a cleft stands, in words.
const CLEFT: usize = 8;

impl Reader<'_, '_> {
    /// Whether but marks stand between a quotation, which ends at `edge`, and the next one, so that they are one; a word that the sentence
    /// quotes and speech behind its full stop are two: "se dit « anéanti ». « Il ne reste rien. »"
    pub(super) fn runs_on(&self, run: Run, edge: usize, next: usize) -> bool {
        let frame = &self.frame;
        let small = (run.0..run.1).find(|&i| frame.analysis.form(i).is_word());
        let fragment = self.words(run) < SHORTEST && small.is_some_and(|first| frame.shape(first) == Shape::Lower);
        let stop = (edge..next).any(|i| frame.out(i) && frame.shape(i) == Shape::Stop);
        frame.only_marks(edge, next) && !(fragment && stop)
    }

    /// "Berg dijo: «...»", "Berg: «...»", "dit « étudier ... »": what leads to the quotation.
    pub(super) fn ahead(
        &self,
        run: Run,
        before: usize,
        bound: usize,
        cues: &[Run],
        used: &[bool],
    ) -> Option<(Link, usize)> {
        let frame = &self.frame;
        if let Some(called) = self.called(run, bound) {
            return Some(called);
        }
        let last = (before..run.0).rev().find(|&i| frame.out(i) && frame.analysis.form(i).shape != Shape::Quote)?;
        let colon = frame.analysis.form(last).shape == Shape::Colon;
        let whole = (run.1..bound).find(|&i| frame.out(i)).is_none_or(|i| {
            !frame.analysis.form(i).is_word() && !matches!(frame.analysis.form(i).shape, Shape::Comma)
                || frame.is(i, &frame.pack.conjunctions)
                || frame.analysis.form(i).shape == Shape::Comma && frame.ends_clause(i)
        });
        let at = cues.iter().rposition(|cue| cue.0 >= before && cue.1 <= run.0);
        if let Some(at) = at.filter(|&at| !used[at]) {
            let cue = cues[at];
            let source = frame.left(cue).or_else(|| frame.inverted(cue, run.0));
            let end = source.map_or(cue.1, |source| source.1.max(cue.1));
            let between = (end..run.0).filter(|&i| frame.out(i) && frame.analysis.form(i).is_word()).count();
            // "Slagen, denkt voorzitter Berg, is ‘fifty-fifty’": the cue stands between commas.
            let cut = cue.0 > before && frame.is_comma(cue.0 - 1) && source.is_some_and(|source| source.0 >= cue.1);
            if cut && !colon && (end..run.0).any(|i| frame.is_comma(i)) {
                return None;
            }
            let joined = (end..run.0).filter(|&i| frame.analysis.form(i).is_word()).all(|i| frame.opens_clause(i));
            if colon && between <= 8 || joined && between <= 2 && whole {
                let source = source.or_else(|| self.inherited(cue));
                // "respinge ogni accusa: «...»": what is rejected stands before the colon, and what is said against it behind.
                let rejects = colon && between > 0 && frame.act(cue) == Act::Deny && frame.states_object(cue);
                let cue =
                    if rejects && source.is_some_and(|source| source.1 <= cue.0) { (last, last + 1) } else { cue };
                return Some((Link { source, cue: Some(cue), contents: vec![run], ..Link::default() }, run.1));
            }
            if !colon {
                return None;
            }
        }
        let source = frame.cleft(before, last).or_else(|| frame.named_before(last, before));
        let source = source.or_else(|| frame.subject(before, last)).filter(|_| colon)?;
        let cue = Some((last, last + 1));
        Some((Link { source: Some(source), cue, contents: vec![run], ..Link::default() }, run.1))
    }

    /// The source of the clause before, for a cue that a conjunction joins to it: "... y acusó".
    pub(super) fn inherited(&self, cue: Run) -> Option<Run> {
        let frame = &self.frame;
        let joint = (frame.from..cue.0).rev().find(|&i| !frame.is_particle(i))?;
        let joined = frame.is(joint, &frame.pack.conjunctions) || frame.analysis.form(joint).shape == Shape::Comma;
        self.links[self.first..].last().filter(|_| joined).and_then(|link| link.source)
    }
}

impl Frame<'_> {
    /// "A raccontarlo è stato | un pescatore di 61 anni: «...»": who stands behind the verb that tells who did something.
    fn cleft(&self, bound: usize, colon: usize) -> Option<Run> {
        const INFINITIVES: &[&str] = &["rlo", "rla", "rli", "rle", "rne", "are", "ere", "ire"];
        let start =
            (bound..colon).rev().find(|&i| self.shape(i) == Shape::Stop || !self.out(i)).map_or(bound, |i| i + 1);
        let deed = INFINITIVES.iter().any(|end| self.analysis.lower(start + 1).ends_with(end));
        if self.pack.code != "it" || start + 3 > colon || !self.is(start, &["a", "ad"]) || !deed {
            return None;
        }
        let be = (start + 2..colon.min(start + CLEFT))
            .find(|&i| self.is(i, &["è", "era", "fu", "sono", "erano", "furono"]))?;
        let from = be + 1 + usize::from(self.is(be + 1, &["stato", "stata", "stati", "state"]));
        (from < colon && self.out_between(from, colon)).then(|| self.source_like((from, colon)))?
    }
}
