//! What something shows, in languages without parts of speech: "Uit een rapport blijkt dat ...", "..., emerge da uno studio".

use super::according::{MOST, SMALL};
use super::phrases::Frame;
use super::reported::Reader;
use crate::claims::attribution::linking::{Link, Run};

impl Reader<'_, '_> {
    /// "Uit een rapport blijkt dat ...", "..., emerge da uno studio": what something shows.
    pub(super) fn followed(&mut self, covered: &mut Vec<Run>) {
        for i in self.frame.from..self.frame.to {
            let frame = &self.frame;
            let Some((cue, source, end)) = frame.shown(i) else { continue };
            if covered.len() >= MOST || self.links[self.first..].iter().any(|link| link.cue == Some(cue)) {
                continue;
            }
            let comma = usize::from(frame.is_comma(end));
            let opener = Some(end + comma).filter(|&at| frame.is(at, &frame.pack.complementisers));
            let head = (frame.from..cue.0).rev().find(|&at| !frame.is_particle(at)).filter(|&at| frame.is_comma(at));
            let content = match (opener, head) {
                (Some(opener), _) => frame.trimmed((opener + 1, frame.sentence_end(opener))),
                (None, Some(comma)) if source.0 > cue.0 => frame.trimmed((frame.clause_start(comma), comma)),
                _ => continue,
            };
            if self.words(content) >= 2 {
                covered.push((cue.0.min(content.0), end.max(content.1)));
                let contents = vec![content];
                self.links.push(Link { source: Some(source), cue: Some(cue), contents, ..Link::default() });
            }
        }
    }
}

impl Frame<'_> {
    /// "Uit een rapport blijkt dat ...", "Da uno studio emerge che ...": the source stands before the verb or behind it.
    pub fn shown(&self, i: usize) -> Option<(Run, Run, usize)> {
        let origin = |i: usize| self.out(i) && self.is(i, &self.pack.origins);
        if !self.out(i) || !self.is(i, &self.pack.shown) {
            return None;
        }
        if origin(i + 1) {
            let end = self.phrase_end(i + 2, self.to);
            return (end > i + 2 && end - i < 16).then_some(((i, i + 1), (i + 2, end), end));
        }
        let start =
            (self.from..i).rev().take(16).find(|&at| !self.analysis.form(at).is_word()).map_or(self.from, |at| at + 1);
        let mut end = i;
        while end > start && (self.is(end - 1, &self.pack.auxiliaries) || self.is(end - 1, SMALL)) {
            end -= 1;
        }
        (origin(start) && i - start < 16 && end > start + 1).then_some(((i, i + 1), (start + 1, end), i + 1))
    }
}
