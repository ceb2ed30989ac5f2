//! Sources that stand apart from their cue: a line that ends in a colon, a document that shows something, a phrase between
//! commas. English alone, like [`super::mend`].

use super::resolve::Resolver;
use crate::claims::attribution::analysis::state;
use crate::claims::attribution::linking::{Link, Run};
use crate::claims::speakers::words::class;
use crate::learn::form::Shape;
use crate::text::pos::Pos;

/// How long a source between commas, or one before a colon, can be, in words.
const PHRASE: usize = 16;

/// Participles by which documents speak.
const SHOWING: &[&str] = &[
    "showing",
    "stating",
    "indicating",
    "revealing",
    "suggesting",
    "detailing",
    "alleging",
    "confirming",
    "outlining",
];

impl Resolver<'_> {
    fn shape(&self, i: usize) -> Shape {
        self.analysis.form(i).shape
    }

    fn verbal(&self, i: usize) -> bool {
        matches!(self.analysis.pos.get(i), Some(Pos::Verb | Pos::Aux))
    }

    /// "obtained a filing, showing that", "emails stating": the document before a participle speaks, not who has it.
    pub(crate) fn shown(&self, cue: Run) -> Option<Run> {
        if !SHOWING.contains(&self.analysis.lower(cue.0).as_str()) {
            return None;
        }
        let (from, _) = self.sentence_at(cue.0);
        let mut end = cue.0;
        while end > from && self.shape(end - 1) == Shape::Comma {
            end -= 1;
        }
        let outside =
            |&i: &usize| !self.verbal(i) && self.analysis.quoted[i] == state::OUT && self.shape(i) != Shape::Comma;
        let start = (from..end).rev().take(PHRASE).take_while(outside).last()?;
        let document = (start..end).find(|&i| self.class(i) & class::DOCUMENT != 0)?;
        let led = (start..document).rev().find(|&i| self.analysis.pos[i] == Pos::Adp).map_or(start, |at| at + 1);
        (document >= led).then_some((led, end))
    }

    /// "A study published last year found", "A review, published in May, found": what tells one document from another.
    pub(crate) fn published(&self, source: Run, cue: Run) -> Option<Run> {
        let document = (source.0..source.1).any(|i| self.class(i) & class::DOCUMENT != 0);
        if !document || source.1 >= cue.0 || cue.0 - source.1 > PHRASE {
            return None;
        }
        let opened = self.shape(source.1) == Shape::Comma;
        let closed = self.shape(cue.0 - 1) == Shape::Comma;
        let first = source.1 + usize::from(opened);
        let end = cue.0 - usize::from(closed);
        let participle = self.analysis.lower(first).ends_with("ed")
            || matches!(self.analysis.lower(first).as_str(), "seen" | "sent" | "written" | "led" | "held" | "shown");
        let inner = |i: usize| self.analysis.quoted[i] == state::OUT && self.shape(i) != Shape::Comma;
        let plain = first < end && (first..end).all(inner) && !(first + 1..end).any(|i| self.verbal(i));
        (opened == closed && participle && plain).then_some((source.0, end))
    }

    /// "..., the office of the mayor for the north announced": a subject between the last comma and its cue.
    pub(crate) fn closing(&self, end: usize) -> Option<Run> {
        let (from, _) = self.sentence_at(end.checked_sub(1)?);
        let comma = (from..end).rev().take(PHRASE).find(|&i| self.shape(i) == Shape::Comma)?;
        let open = |i: usize| {
            let word = self.analysis.form(i).is_word() && self.analysis.quoted[i] == state::OUT;
            word && !self.verbal(i) && !matches!(self.analysis.pos[i], Pos::Sconj | Pos::Pron | Pos::Cconj)
        };
        let first = comma + 1;
        let nominal = matches!(self.analysis.pos.get(first), Some(Pos::Det | Pos::Propn | Pos::Noun | Pos::Adj));
        let clause = (from..comma).any(|i| self.verbal(i));
        (first < end && nominal && clause && (first..end).all(open)).then_some((first, end))
    }

    /// "According to the filing: | “...”", "The board said in a letter: | “...”": the line before a quotation names its source.
    pub(crate) fn announced(&self, link: &Link) -> Option<Link> {
        let first = link.contents.first().filter(|_| link.source.is_none() && link.cue.is_none())?.0;
        let colon = (first.saturating_sub(3)..first).rev().find(|&i| self.analysis.quoted[i] != state::OPEN)?;
        if self.shape(colon) != Shape::Colon || self.analysis.quoted[colon] != state::OUT {
            return None;
        }
        let (from, _) = self.sentence_at(colon);
        let outside = |&i: &usize| self.analysis.quoted[i] == state::OUT;
        let according = (from..colon)
            .filter(outside)
            .find(|&i| self.analysis.lower(i) == "according" && self.analysis.lower(i + 1) == "to" && i + 2 < colon);
        if let Some(at) = according {
            return Some(Link { source: Some((at + 2, colon)), cue: Some((at, at + 2)), ..link.clone() });
        }
        let verb = (from..colon).filter(outside).find(|&i| self.analysis.candidate[i] && self.verbal(i))?;
        let cue = (verb, verb + 1);
        let source = self.straight(cue)?;
        Some(Link { source: Some(source), cue: Some(cue), ..link.clone() })
    }
}
