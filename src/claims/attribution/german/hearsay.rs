//! "Aus dem Ministerium hieß es, ...": the words that report without a subject, and where they were heard.

use super::Finder;
use crate::claims::attribution::linking::{Link, Run};
use crate::learn::form::Shape;

/// How far the words that tell where something was heard reach.
const REACH: usize = 14;
/// Prepositions before whoever lets something be known.
const HEARD: &[&str] = &["aus", "bei", "beim", "in", "im", "von", "vom", "seitens"];

impl Finder<'_> {
    /// The attribution whose "hieß" stands at `i`.
    pub(super) fn hearsay(&self, i: usize) -> Option<Link> {
        // "verlautete" needs no "es".
        if !self.is(i, &["hieß", "heißt", "hiess", "verlautet", "verlautete"]) {
            return None;
        }
        let bare = self.is(i, &["verlautet", "verlautete"]);
        // "Wie es aus dem Ministerium hieß, ...", "..., wie aus Ermittlerkreisen verlautete"
        let wie = (self.from..i).rev().take(REACH).find(|&at| self.is(at, &["wie"]));
        if let Some(wie) = wie.filter(|&wie| wie == self.from || self.comma(wie - 1)) {
            let es = usize::from(self.is(wie + 1, &["es"]));
            let source = self.heard(wie + 1 + es).filter(|source| source.1 == i);
            let ended = self.comma(i + 1) || i + 1 >= self.to || !self.analysis.form(i + 1).is_word();
            let told = ended && (source.is_some() || es == 1 && wie == self.from && wie + 2 == i);
            return told.then(|| self.link(source, (i, i + 1), self.around((wie, i + 1))))?;
        }
        if i == self.from + 1 && self.is(self.from, &["es"]) {
            return self.rumoured(i);
        }
        // "ein Schreiben der Behörde, in dem es hieß: ..."
        if !bare && i >= self.from + 5 && self.is(i - 1, &["es"]) && self.is(i - 3, &["in"]) && self.comma(i - 4) {
            let start = self.phrases.start_of(i - 4);
            let mark = self.comma(i + 1) || i + 1 < self.to && self.analysis.form(i + 1).shape == Shape::Colon;
            let written = start < i - 4 && mark && i + 2 < self.to;
            let quote = self.quotes().into_iter().find(|run| i < run.0 && run.0 <= i + 3);
            let content = quote.unwrap_or_else(|| self.trimmed((i + 2, self.to)));
            return written.then(|| self.link(Some((start, i - 4)), (i, i + 1), vec![content]))?;
        }
        let end = i + 2 - usize::from(bare);
        if !bare && !self.is(i + 1, &["es"]) {
            return None;
        }
        if i > self.from + 1 && self.is(i - 1, &["so"]) && self.comma(i - 2) {
            // "Das Werk, so heißt es nun, sei verkauft.": the sentence goes on behind it.
            let source = self.heard(end).or_else(|| self.heard(end + 1));
            let close = (source.map_or(end, |source| source.1)..self.to.min(i + REACH)).find(|&at| self.comma(at))?;
            return self.link(source, (i - 1, end), self.around((i - 2, close + 1)));
        }
        let cue = (i, end);
        let closed = i > self.from && (self.comma(i - 1) || !self.outside(i - 1));
        if closed {
            // "..., hieß es aus dem Ministerium."
            let source = self.heard(end);
            let end = source.map_or(cue.1, |source| source.1);
            let quotes: Vec<Run> = self.quotes().into_iter().filter(|run| run.1 <= i).collect();
            let alone = quotes.len() == 1 && self.words((self.from, quotes[0].0)) == 0;
            return self.link(source, cue, if alone { quotes } else { self.around((i, end)) });
        }
        let before = self.heard(self.from).filter(|source| source.1 <= i);
        let mark = (cue.1..self.to).find(|&at| self.comma(at) || self.analysis.form(at).shape == Shape::Colon)?;
        let source = before.or_else(|| self.heard(cue.1));
        let start = mark + 1 + usize::from(self.is(mark + 1, &["dass"]));
        self.link(source, cue, vec![self.trimmed((start.min(self.to), self.to))])
    }

    /// "Es hieß damals, das Werk sei verkauft."
    fn rumoured(&self, i: usize) -> Option<Link> {
        let source = self.heard(i + 1);
        let comma = (source.map_or(i + 1, |source| source.1)..self.to.min(i + 6)).find(|&at| self.comma(at))?;
        let start = comma + 1 + usize::from(self.is(comma + 1, &["dass"]));
        let content = self.trimmed((start.min(self.to), self.to));
        let reported = start > comma + 1 || self.subjunctive_in(content) || self.irreal_in(content);
        reported.then(|| self.link(source, (self.from, i + 1), vec![content]))?
    }

    /// The noun phrase behind a preposition at `at`.
    fn heard(&self, at: usize) -> Option<Run> {
        let opens = at + 1 < self.to && self.is(at, HEARD);
        let end = opens.then(|| self.phrases.end_of(at + 1)).flatten()?;
        // When something was said is not where.
        let when = (at + 1..end).any(|i| self.is(i, &self.pack.months) || self.is(i, &self.pack.periods));
        (!when).then_some((at + 1, end))
    }
}
