//! Denials of what was said before: "Das Ministerium bestritt das.", "wies dies zurück", "Dem widersprach Berg."

use super::Finder;
use crate::claims::attribution::linking::{Link, Run};
use crate::claims::frame::pack::Pack;
use crate::claims::types::Act;
use crate::learn::form::Shape;

/// Pronouns that take up a statement.
const TAKEN_UP: &[&str] = &["das", "dies", "dieses", "es", "dem"];

impl Finder<'_> {
    /// Whether the verb at word `cue` says that something is not so, alone or with a particle: "wies ... zurück".
    fn denies(&self, cue: usize) -> bool {
        let end = (cue + 1..self.to).find(|&i| self.comma(i)).unwrap_or(self.to);
        let verb = self.analysis.lower(cue);
        let pair = |i: usize| {
            let pair = format!("{verb} {}", self.analysis.lower(i));
            Pack::of(Some("de")).separable.get(&pair).and_then(Act::from_name) == Some(Act::Deny)
        };
        self.analysis.does(cue, Act::Deny) || (cue + 1..end).any(pair)
    }

    /// Whether a pronoun that takes up a statement stands here, and no article: nothing that could be its noun follows.
    fn takes_up(&self, i: usize) -> bool {
        let next = i + 1;
        let small = || {
            let listed = [&self.pack.particles, &self.pack.adverbs, &self.pack.stops, &self.pack.prepositions];
            let known = listed.iter().any(|words| self.is(next, words)) || self.is(next, &["und", "aber"]);
            // "am Montag", "scharf", "entschieden": what is not bent is no attribute.
            let bent = ["e", "en", "er", "es", "em"].iter().any(|end| self.analysis.lower(next).ends_with(end));
            known || !bent || self.verb(next)
        };
        let ends = next >= self.to || !self.analysis.form(next).is_word();
        self.outside(i) && self.is(i, TAKEN_UP) && (ends || !self.analysis.form(next).is_capital() && small())
    }

    /// The pronoun that a denial has for its object, or the verb itself where it has none; `end` is where its source ends.
    pub(super) fn denied_pronoun(&self, cue: usize, end: usize, after: bool) -> Option<Run> {
        if !self.denies(cue) {
            return None;
        }
        let start = if after { end } else { cue + 1 };
        let closes = |i: usize| i >= self.to || self.analysis.form(i).shape == Shape::Stop;
        let auxiliary = (self.from..cue).rev().take(8).find(|&i| self.helps(i, cue) && self.outside(i));
        if let Some(auxiliary) = auxiliary.filter(|_| closes(cue + 1)) {
            return (auxiliary + 1..cue).find(|&i| self.takes_up(i)).map(|i| (i, i + 1));
        }
        let at = (start..self.to.min(start + 3)).find(|&i| !self.is(i, &self.pack.adverbs))?;
        if self.takes_up(at) {
            return Some((at, at + 1));
        }
        // "Der Konzern dementierte."
        let helped = (self.from..cue).any(|i| {
            self.is(i, &self.pack.auxiliaries) || self.is(i, &["werde", "würde", "würden", "sei", "seien", "habe"])
        });
        (closes(start) && !helped).then_some((cue, cue + 1))
    }

    /// "Das bestritt Berg.", "Dem hat das Amt widersprochen."
    pub(super) fn fronted_denial(&self, cue: usize) -> Option<Link> {
        let first = (self.from..self.to).find(|&i| self.analysis.form(i).is_word())?;
        let second = first + 1 == cue || cue > first + 1 && self.is(first + 1, &self.pack.auxiliaries);
        let opens = self.is(first, TAKEN_UP) && !self.is(first, &["es"]) && second && self.denies(cue);
        let quiet =
            !(first..self.to).any(|i| !self.outside(i) || self.comma(i) || self.analysis.form(i).shape == Shape::Colon);
        if !opens || !quiet {
            return None;
        }
        let end = self.phrases.end_of(first + 2)?;
        self.link(Some((first + 2, end)), (cue, cue + 1), vec![(first, first + 1)])
    }
}
