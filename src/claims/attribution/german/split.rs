//! German sentences whose speech stands on both sides of what tells who speaks, or is followed by what else its speaker does:
//! "„Er lügt“, sagte Berg am Abend, „und er weiß es“", "bestritt, gelogen zu haben, und klagte".

use super::{Finder, SHORTEST, TAIL};
use crate::claims::attribution::linking::Run;
use crate::learn::form::Shape;

/// Finite verbs that stand first in what goes on behind "sagte Berg,", beside auxiliaries and those of unreal mood.
const FIRST: &[&str] = &[
    "kann", "können", "konnte", "konnten", "muss", "müssen", "musste", "mussten", "soll", "sollen", "darf", "dürfen",
    "will", "wollen", "werde", "werden",
];

/// What opens a clause that a main clause follows.
const CONDITIONS: &[&str] = &[
    "wenn", "falls", "sofern", "solange", "sobald", "sollte", "sollten", "weil", "obwohl", "bevor", "nachdem", "bis",
    "seit",
];

impl Finder<'_> {
    /// Whether a verb belongs to what another one behind it reports: "Er glaube nicht daran, sagte Berg."
    pub(super) fn fronted(&self, cue: usize, cues: &[usize]) -> bool {
        let Some(&closing) = cues.iter().find(|&&other| other > cue && self.comma(other - 1)) else { return false };
        let told = !self.subjunctive(closing)
            && self.source(closing).is_some_and(|(source, after)| {
                after && source.is_some_and(|source| source.1 >= self.to || !self.verb(source.1))
            });
        let bare = !(cue..closing - 1).any(|i| self.comma(i)) && !self.is_object(cue);
        told && (bare || self.subjunctive(cue))
    }

    /// The quotation that opens the sentence and ends right before its cue.
    pub(super) fn opens_quoted(&self, cue: usize, quotes: &[Run]) -> Option<Run> {
        let first = quotes.first().copied().filter(|run| run.1 <= cue)?;
        (self.words((self.from, first.0)) == 0 && self.words((first.1, cue)) == 0).then_some(first)
    }

    /// The quotation that goes on behind the words up to `end` that tell who speaks, and behind when, where and to whom.
    pub(super) fn split_quote(&self, end: usize, quotes: &[Run]) -> Option<Run> {
        let next = quotes.iter().copied().find(|run| run.0 > end)?;
        let comma = (end..next.0).rev().take(2).any(|i| self.comma(i));
        let mark = |i: usize| matches!(self.analysis.form(i).shape, Shape::Stop | Shape::Colon);
        let plain = (end..next.0).all(|i| !mark(i) && !self.verb(i));
        // "„Das Werk“, sagte Finch, „Nord“ schließe": what goes on ends the sentence or has its verb.
        let whole = self.words(next) >= SHORTEST - 1 || self.words((next.1, self.to)) == 0;
        (comma && plain && whole && self.words((end, next.0)) <= TAIL).then_some(next)
    }

    /// Whether the clause that opened the sentence goes on behind the comma at `close`: a condition with its main clause, and
    /// whatever finds its finite verb there.
    pub(super) fn goes_on(&self, opened: Run, close: usize) -> bool {
        let next = close + 1;
        // "Er hoffe, sagte Berg, auf viele Besucher"
        let hoped = self.words(opened) <= 3 && self.is(next, &self.pack.prepositions);
        let finite = self.irreal_in((next, next + 1)) || self.is(next, &self.pack.auxiliaries) || self.is(next, FIRST);
        let capital = next < self.to && self.analysis.form(next).is_capital();
        // "Wenn es regnet, sagte Berg, bleibt die Brücke gesperrt"
        let condition = self.is(opened.0, CONDITIONS) && next < self.to && {
            let word = self.analysis.lower(next);
            ["t", "te", "en", "e"].iter().any(|end| word.ends_with(end))
                || self.analysis.is_one_of(next, &self.pack.strong)
        };
        let joins = self.is(next, &["und", "aber", "oder", "weil", "wenn", "der", "die", "das", "den", "dem", "ohne"]);
        hoped || (finite || condition && !joins) && !capital && !self.subjunctive_in(opened)
    }

    /// Where a reported clause ends because its speaker does something else: "bestritt, gelogen zu haben, | und klagte".
    pub(super) fn before_joined(&self, (from, to): Run) -> usize {
        let infinitive = self.infinitive((from, to)) && !self.subjunctive_in((from, to));
        let joint = (from + 1..to).find(|&i| {
            let comma = self.comma(i);
            let and = i + usize::from(comma);
            let next = and + 1;
            if !self.outside(i) || !self.is(and, &["und", "aber", "sowie"]) || next >= to {
                return false;
            }
            // "Geld genommen zu haben, und ...": the clause of the infinitive ends with it.
            let ended = infinitive && comma && self.analysis.lower(i - 1).ends_with('n');
            let cue = self.verb(next) && !self.subjunctive(next) && (comma || infinitive);
            cue || ended && !self.infinitive((next, to))
        });
        joint.unwrap_or(to)
    }
}
