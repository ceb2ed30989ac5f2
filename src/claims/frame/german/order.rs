//! The order of a German clause: its finite verb in the second place or at the end, and where it ends.

use super::front::Front;
use super::line::{Line, flag};
use super::nominal::Phrase;

/// A clause with its finite verb, and who does it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Order {
    pub subject: Option<Phrase>,
    /// The finite verb.
    pub verb: usize,
    /// What stands before it.
    pub front: Option<Phrase>,
    /// Whether the verb stands at the end.
    pub last: bool,
    /// Where the clause begins and ends.
    pub start: usize,
    pub end: usize,
    /// Whether it is an infinitive with "zu", which has no subject.
    pub infinitive: bool,
}

impl Line<'_> {
    /// The order of a main clause.
    pub fn main_clause(&self) -> Option<Order> {
        let mut start = (0..self.len()).find(|&at| !self.is_mark(at))?;
        while self.is(start, &["und", "aber", "doch", "denn", "sondern", "oder"]) && start + 1 < self.len() {
            start += 1;
            if self.is_comma(start) {
                start += 1;
            }
        }
        let (front, verb) = self.front(start)?;
        let number = self.finite(verb)?;
        let end = self.clause_end(verb);
        let subject = self.subject(front, verb, number, end);
        let front = if let Front::Phrase(phrase) = front { Some(phrase) } else { None };
        Some(Order { subject, verb, front, last: false, start, end, infinitive: false })
    }

    /// The order of a clause whose verb stands at its end: "dass | die Brücke gesperrt worden ist".
    pub fn last_clause(&self) -> Option<Order> {
        let mut start = (0..self.len()).find(|&at| !self.is_mark(at))?;
        start += usize::from(self.has(start, flag::OPENS));
        let mut end = start;
        while end < self.len() && !(self.is_mark(end) && !self.is_quote(end) && !self.is_bracket(end)) {
            end += 1;
        }
        let verbal = |at: &usize| {
            self.is_participle(*at)
                || self.is_infinitive(*at)
                || self.is_chained(*at)
                || self.finite(*at).is_some() && !self.is_capital(*at)
        };
        let from = (start + 1..end).rev().take_while(verbal).last()?;
        let last = end - 1;
        let finite = if self.finite(last).is_some() { last } else { return None };
        let number = self.finite(finite)?;
        // "zu zahlen": no finite verb
        if self.is(last - 1, &["zu"]) || self.has_zu(last) {
            return None;
        }
        let from = if self.has(finite, flag::HELPS) { from } else { finite };
        let subject = self.in_middle(start, from, number);
        Some(Order { subject, verb: from, front: None, last: true, start, end, infinitive: false })
    }

    pub fn is_bracket(&self, at: usize) -> bool {
        self.is(at, &["(", ")"])
    }

    /// The order of an infinitive with "zu": "den Vertrag | zu kündigen".
    pub fn infinitive_clause(&self) -> Option<Order> {
        let end = (0..self.len()).rev().find(|&at| !self.is_mark(at)).map_or(0, |last| last + 1);
        let last = end.checked_sub(1)?;
        let start = (0..last).rev().find(|&at| self.is_comma(at)).map_or(0, |comma| comma + 1);
        let verbal = self.is_infinitive(last) || self.is_chained(last);
        let from = if last > start && self.is(last - 1, &["zu"]) && verbal { last - 1 } else { last };
        if from == last && !self.has_zu(last) {
            return None;
        }
        // "gefälscht zu haben", "bestraft zu werden"
        let from = if self.is_chained(last) && from > start && self.is_participle(from - 1) { from - 1 } else { from };
        Some(Order { subject: None, verb: from, front: None, last: true, start, end, infinitive: true })
    }

    /// Whether a word opens the clause whose verb stands at its end: "ob", "warum".
    pub fn opens(&self) -> bool {
        let start = (0..self.len()).find(|&at| !self.is_mark(at)).unwrap_or(0);
        self.has(start, flag::OPENS) || self.is(start, &["was", "wer", "wen", "wem"])
    }

    /// Where the clause of the verb at `verb` ends: at a comma, a dash or a colon, or before what joins another clause.
    pub fn clause_end(&self, verb: usize) -> usize {
        (verb + 1..self.len())
            .find(|&at| {
                let mark =
                    self.is_mark(at) && !self.is_quote(at) && self.is(at, &[",", ";", ":", "–", "—", ".", "!", "?"]);
                let dated = self.is(at, &["."]) && self.is_number(at - 1) && at + 1 < self.len();
                mark && !dated || self.is(at, &["und", "oder", "aber", "doch"]) && self.joins_clause(at)
            })
            .unwrap_or(self.len())
    }

    /// "... und | zahlt": a verb, or a phrase with its verb, stands behind what joins.
    pub fn joins_clause(&self, at: usize) -> bool {
        if self.has(at + 1, flag::FIN) && !self.is_noun(at + 1) {
            return true;
        }
        // "und dauerte zwei Stunden"
        let word = self.word(at + 1);
        if self.is_open(at + 1)
            && (word.ends_with("te") || word.ends_with('t'))
            && !self.is_participle(at + 1)
            && !self.is_noun(at + 2)
            && !self.is_mark(at + 2)
        {
            return true;
        }
        let verb = |at: usize| {
            let ends = at + 1 >= self.len() || self.is_mark(at + 1);
            !ends && (self.has(at, flag::FIN) || self.finite(at).is_some() && !self.is_infinitive(at))
        };
        if self.has(at + 1, flag::ADV) && self.has(at + 2, flag::FIN) {
            return true;
        }
        self.phrase(at + 1).is_some_and(|phrase| {
            let pronoun = phrase.pronoun && phrase.cases & (flag::ACC | flag::OBL) == 0;
            let mut end = phrase.to;
            while self.has(end, flag::PREP) && !self.is_noun(end) {
                end = self.behind_preposition(end);
            }
            if end > phrase.to {
                return self.has(end, flag::FIN);
            }
            if pronoun && self.has(phrase.to, flag::FIN) {
                return true;
            }
            verb(phrase.to) && (pronoun || !self.is_participle(phrase.to) || self.has(phrase.to, flag::FIN))
        })
    }
}
