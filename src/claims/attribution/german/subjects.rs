//! Where the source of a German reporting verb stands: before it, behind it, before a relative clause, behind what opens a
//! subordinate clause.

use super::Finder;
use crate::claims::attribution::linking::Run;
use crate::learn::form::Shape;

/// What an infinitive hangs on: "kann nicht ausschließen".
pub(super) const MODALS: &[&str] = &[
    "kann", "können", "könne", "konnte", "konnten", "könnten", "will", "wollen", "wolle", "wollte", "wollten", "mag",
    "mochte", "möchte", "möchten",
];

impl Finder<'_> {
    /// Whether a word is the auxiliary of a participle, or the modal verb of the infinitive that is one of the cues.
    pub(super) fn helps(&self, i: usize, cue: usize) -> bool {
        self.is(i, &self.pack.auxiliaries) || self.is(cue, &["ausschließen"]) && self.is(i, MODALS)
    }

    /// The source of a verb, and whether it stands after it. `None`: it has none that can be seen; `Some((None, _))`: it is the
    /// one of the verb before.
    pub(super) fn source(&self, cue: usize) -> Option<(Option<Run>, bool)> {
        let auxiliary = (self.from..cue)
            .rev()
            .find(|&i| self.helps(i, cue) && self.outside(i) && !(i + 1..cue).any(|at| self.comma(at)));
        let last = cue + 1 >= self.to || !self.analysis.form(cue + 1).is_word() || !self.outside(cue + 1);
        let verb = auxiliary.filter(|_| last).unwrap_or(cue);
        if self.is(verb + 1, &["es", "man"]) || verb > self.from && self.is(verb - 1, &["es", "man"]) {
            return None;
        }
        if let Some(run) = self.before_relative(verb) {
            return Some((Some(run), false));
        }
        if let Some(run) = self.before_apposition(verb) {
            return Some((Some(run), false));
        }
        let named = self.phrases.before(verb).or_else(|| self.subordinate(cue, last));
        if let Some(run) = self
            .phrases
            .pronoun_at(verb + 1)
            .filter(|_| named.is_none_or(|run| self.phrases.pronoun_at(run.0).is_none()))
        {
            return Some((Some(run), true));
        }
        if verb > self.from && self.is(verb - 1, &["und", "sowie", "aber", "oder"]) {
            return Some((None, false));
        }
        if let Some(run) = named {
            return Some((Some(run), false));
        }
        let mut start = verb + 1;
        while start < self.to && start <= verb + 4 && self.is(start, &self.pack.adverbs) {
            start += 1;
        }
        // "erklärte am Samstag der Minister"
        if self.is(start, &["am", "im", "in", "bei", "vor", "auf", "nach", "gegenüber"]) {
            let skipped =
                (start + 1..self.to.min(start + 5)).find(|&i| self.analysis.form(i).is_capital()).map(|i| i + 1);
            start = skipped.unwrap_or(start);
        }
        let end = self.phrases.end_of(start)?;
        // "sagte Berg | über Holm": of whom he speaks.
        let topic = (start + 1..end).find(|&i| self.is(i, &["über"]) && self.says(verb));
        Some((Some((start, topic.unwrap_or(end))), true))
    }

    /// "Der Konzern, der seinen Sitz in Irland hat, dementierte, dass ...": the subject stands before its relative clause.
    fn before_relative(&self, verb: usize) -> Option<Run> {
        if verb <= self.from + 3 || !self.comma(verb - 1) {
            return None;
        }
        // "Heinz Wolf, der zur Stiftung wechselt, verbreitete Zweifel": behind "sagte" stands who says it.
        let object = || {
            let next = self.phrases.pronoun_at(verb + 1).is_some()
                || self.is(verb + 1, &["der", "die", "das", "ein", "eine", "er", "sie"]);
            let commas = (self.from..verb).filter(|&i| self.comma(i)).count();
            commas == 2 && !next && !self.says(verb) && self.is_object(verb)
        };
        let marked = self.comma(verb + 1)
            || self.analysis.form(verb + 1 - usize::from(verb + 1 >= self.to)).shape == Shape::Colon;
        if !marked && !object() {
            return None;
        }
        let open = (self.from + 1..verb - 1).find(|&i| self.comma(i))?;
        let relative = self.is(open + 1, &["der", "die", "das", "den", "dem", "deren", "dessen"]);
        let end = self.phrases.end_of(self.from).filter(|&end| relative && end == open && open + 2 < verb - 1)?;
        Some((self.from, end))
    }

    /// "Jan Kolb, Deutscher Meister von 2022, merkte an, dass ...": the subject stands before what he is.
    fn before_apposition(&self, verb: usize) -> Option<Run> {
        let open = (self.from + 1..verb).find(|&i| self.comma(i))?;
        let set_off = open + 2 < verb && self.comma(verb - 1) && !(open + 1..verb - 1).any(|i| self.comma(i));
        let plain = |i: usize| self.outside(i) && !self.verb(i) && !self.is(i, &self.pack.auxiliaries);
        let article = self.is(self.from, &["der", "die", "das", "ein", "eine"]);
        let named = !article && open >= self.from + 2 && (self.from..open).all(|i| self.analysis.form(i).is_capital());
        let noun = self.analysis.form(open + 1).is_capital() && (open + 1..verb - 1).all(plain);
        (set_off && named && noun).then_some((self.from, open))
    }

    /// "während der Gouverneur seine Hilfe bekräftigte": the subject behind what opens the clause that the verb ends.
    pub(super) fn subordinate(&self, cue: usize, last: bool) -> Option<Run> {
        let comma =
            (self.from..cue).rev().find(|&i| self.comma(i)).map(|i| i + 1).or(Some(self.from)).filter(|_| last)?;
        let opens = ["während", "nachdem", "wobei", "weil", "da", "obwohl", "indem", "als", "wenn", "dass"];
        let start = comma + 1;
        let end = self.phrases.end_of(start).filter(|&end| self.is(comma, &opens) && end < cue)?;
        Some((start, end))
    }
}
