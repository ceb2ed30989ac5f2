//! "According to" with a possessive: "seiner Ansicht nach", "aus ihrer Sicht", and the words of the subject itself: "nach eigenen
//! Angaben", "hat eigenen Angaben zufolge".

use super::Finder;
use crate::claims::attribution::linking::{Link, Run};

impl Finder<'_> {
    /// What such a phrase reports whose noun stands at word `i`.
    pub(super) fn own(&self, i: usize) -> Option<Link> {
        const HERS: &[&str] = &["seiner", "ihrer", "seinen", "ihren", "deren", "dessen", "meiner", "unserer"];
        if !self.is(i, &self.pack.own) || i == self.from {
            return None;
        }
        let led = i >= self.from + 2 && self.is(i - 2, &["nach", "aus", "in", "laut"]);
        if led && self.is(i - 1, HERS) {
            return self.link(Some((i - 1, i)), (i - 2, i + 1), self.around((i - 2, i + 1)));
        }
        let behind = self.is(i + 1, &["nach", "zufolge"]);
        if behind && self.is(i - 1, HERS) {
            return self.link(Some((i - 1, i)), (i - 1, i + 2), self.around((i - 1, i + 2)));
        }
        if !self.is(i - 1, &["eigenen"]) {
            return None;
        }
        let cue = (if led { i - 2 } else { i - 1 }, i + 1 + usize::from(behind));
        self.link(self.subject_of(cue), cue, self.around(cue))
    }

    /// The subject of the sentence that says so itself: behind the finite verb if the phrase opens the sentence, else at the head.
    fn subject_of(&self, cue: Run) -> Option<Run> {
        if cue.0 > self.from {
            return self.phrases.end_of(self.from).filter(|&end| end <= cue.0).map(|end| (self.from, end));
        }
        let start = cue.1 + 1 + usize::from(self.is(cue.1 + 1, &["sich"]));
        let end = self.phrases.end_of(start).filter(|&end| end <= self.to)?;
        Some((start, end))
    }
}
