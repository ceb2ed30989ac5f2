//! Short quotations that somebody else's words call something, outside of English: "une mesure jugée « absurde » par la maire".

use super::phrases::Frame;
use super::reported::Reader;
use crate::claims::attribution::linking::{Link, Run};
use crate::claims::attribution::quotations::speech::is_verb;

/// What stands before whoever does something.
const BY: &[&str] =
    &["par", "por", "pelo", "pela", "pelos", "pelas", "da", "dal", "dalla", "dall'", "dai", "dagli", "dalle", "door"];

impl Reader<'_, '_> {
    /// The participle before a quotation, and who stands behind it.
    pub(super) fn called(&self, run: Run, bound: usize) -> Option<(Link, usize)> {
        let frame = &self.frame;
        let (cue, source) = frame.called_by(run, bound)?;
        Some((Link { source: Some(source), cue: Some(cue), contents: vec![run], ..Link::default() }, source.1))
    }
}

impl Frame<'_> {
    /// Where what is said begins behind what sets it against something else: "en cambio, | «...»".
    pub fn behind_aside(&self, (from, to): Run) -> usize {
        let word = |i: &usize| self.out(*i) && self.analysis.form(*i).is_word();
        let comma = from + (from..to.min(from + 4)).take_while(word).count();
        let marked = comma > from && self.is_comma(comma) && self.opens_quote(comma + 1);
        if marked && comma + 2 < to { comma + 1 } else { from }
    }

    fn called_by(&self, run: Run, bound: usize) -> Option<(Run, Run)> {
        let word = |i: &usize| self.out(*i) && self.analysis.form(*i).is_word();
        let by = (run.1..bound.min(run.1 + 3)).find(word).filter(|&by| self.is(by, BY))?;
        let mut before = (self.from.max(run.0.saturating_sub(4))..run.0).rev().filter(word);
        let verb = before.next()?;
        // "calificada de «absurda»", "definita come «assurda»"
        let verb = if self.is(verb, &["de", "d'", "como", "come", "als"]) { before.next()? } else { verb };
        let participle = is_verb(self.analysis, verb) && (self.is_participle(verb) || self.pack.code == "nl");
        let start = by + 1;
        let end = self.phrase_end(start, bound);
        let source = (start < end && self.out(start)).then_some((start, end))?;
        let somebody = self.may_speak(source) || self.is(start, &self.pack.articles);
        (participle && somebody).then_some(((verb, verb + 1), source))
    }
}

#[cfg(test)]
mod tests {
    use crate::claims::attribution::testing::parts;

    #[test]
    fn who_calls_something_so_stands_behind() {
        let found = parts("La réforme entre en vigueur lundi. Une mesure jugée « absurde » par l'opposition.", "fr");
        assert_eq!(
            found.last().map(|last| &last[..]),
            Some(&["l'opposition", "jugée", "absurde"].map(String::from)[..])
        );
        let found = parts("La ley, calificada de «injusta» por la alcaldesa Ana Sanz, se votará el lunes.", "es");
        assert_eq!(found[0], ["la alcaldesa Ana Sanz", "calificada", "injusta"], "{found:?}");
    }
}
