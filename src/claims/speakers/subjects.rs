//! Subjects that the tagger ran together with the clause around them: "the boat, which was on patrol, the bureau". English alone,
//! like [`super::mend`].

use super::Pos;
use super::resolve::Resolver;
use crate::claims::attribution::lexicon::Part;
use crate::claims::attribution::linking::Run;
use crate::learn::form::Shape;

/// How far before "nor" its "neither" is looked for, and the longest owner, in words.
const SEGMENT: usize = 12;

impl Resolver<'_> {
    /// "Lund's claim that", "his repeated promise to": whose it is.
    pub(super) fn possessor(&self, cue: Run) -> Option<Run> {
        let noun = self.pos(cue.1 - 1) == Pos::Noun && self.analysis.lexicon[cue.1 - 1].is_some();
        let (from, _) = self.sentence_at(cue.0);
        let whose = (from..cue.1 - 1).rev().take(3).find(|&i| self.pos(i) != Pos::Adj)?;
        if !noun || self.analysis.quoted[whose] != self.analysis.quoted[cue.0] {
            return None;
        }
        if self.is(whose, &["his", "her", "their", "its"]) {
            return Some((whose, whose + 1));
        }
        let clitic = self.is(whose, &["'s", "’s"]);
        let start = (from..whose).rev().take(SEGMENT).take_while(|&i| self.nominal(i)).last()?;
        clitic.then_some((start, whose + 1))
    }

    /// "Neither Ann Berg nor Paul Lund said": both of them.
    pub(super) fn neither(&self, source: Run) -> Option<Run> {
        let nor = source.0.checked_sub(1).filter(|&nor| self.is(nor, &["nor"]))?;
        let (from, _) = self.sentence_at(source.0);
        let neither = (from..nor).rev().take(SEGMENT).find(|&i| self.is(i, &["neither"]))?;
        (neither + 1..nor)
            .all(|i| self.nominal(i) || self.analysis.form(i).shape == Shape::Comma)
            .then_some((neither, source.1))
    }

    /// "It hit the boat, which was on patrol, the bureau said": the subject right before the cue, where the source begins before
    /// another verb.
    pub(super) fn nearer(&self, source: Run, cue: Run) -> Option<Run> {
        let (start, end) = self.straight(cue)?;
        let verb = self.analysis.has_finite((source.0, start));
        (start > source.0 && end == cue.0 && self.comma(start) && verb).then_some((start, end))
    }

    /// "Lund, who came to his senses after Berg lost, called the vote a mistake": what a preposition leads and a clause ends is no
    /// subject; that of the sentence is.
    pub(super) fn main_subject(&self, source: Run, cue: Run) -> Option<Run> {
        let (from, _) = self.sentence_at(source.0);
        let oblique = source.0 > from && source.1 <= cue.0 && self.pos(source.0 - 1) == Pos::Adp;
        let clause = (source.0 + 1..source.1).any(|i| self.analysis.tag(i).is_finite() && !self.entities.covers(i));
        let goes_on = self.comma(cue.0) || cue.0 > from && self.is(cue.0 - 1, &["and", "but"]);
        if !oblique || !clause || !goes_on {
            return None;
        }
        let mention = self.entities.inside(from, source.0).first().filter(|mention| mention.start <= from + 1)?;
        (mention.subject && !mention.quoted).then_some((mention.start, mention.to))
    }

    /// "The demands that the Russians are talking about", "a model – who Berg said": who is the subject of the clause, not what it
    /// describes.
    pub(super) fn clause_subject(&self, source: Run, cue: Run) -> Option<Run> {
        let that = (source.0..source.1).rev().find(|&i| self.is(i, &["that", "which", "whom", "who"]))?;
        let subject = (that + 1..source.1).all(|i| self.nominal(i) || self.pos(i) == Pos::Pron);
        (that + 1 < source.1 && source.1 == cue.0 && subject).then_some((that + 1, source.1))
    }

    /// "Beijing considers": a name with a reporting verb that the tagger took for a noun.
    pub(super) fn trailing_verb(&self, source: Run, cue: Run) -> Option<Run> {
        let last = source.1.checked_sub(1).filter(|&last| last > source.0 && source.1 <= cue.0)?;
        let verb = self.analysis.lexicon[last].is_some_and(|entry| entry.part == Part::Verb);
        let small = !self.analysis.form(last).is_capital() && self.analysis.lower(last).ends_with('s');
        let named = self.entities.inside(source.0, last).last().is_some_and(|mention| mention.to == last);
        (verb && small && named).then_some((source.0, last))
    }
}
