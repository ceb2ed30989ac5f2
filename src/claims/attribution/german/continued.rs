//! German sentences that go on with what was said before them, without a cue: in the subjunctive, in quotation marks, or between two
//! sentences that do.

use super::{Finder, SHORTEST};
use crate::claims::attribution::analysis::NONE;
use crate::claims::attribution::linking::{Link, Run};
use crate::learn::form::Shape;

impl Finder<'_> {
    /// Whether a sentence has forms that are subjunctive and indicative alike and names nobody who speaks: "Die Strände blieben
    /// geschlossen." Between two that are reported it is reported as well.
    pub(super) fn bridges(&self) -> bool {
        let alike = |i: usize| {
            let word = self.analysis.lower(i);
            let weak = word.chars().count() > 6 && word.ends_with("ten") && !word.ends_with("hatten");
            let listed = self.is(i, &self.pack.alike) || weak && !self.is(i, &["konnten", "mussten", "durften"]);
            self.outside(i) && !self.analysis.form(i).is_capital() && listed
        };
        let plain = (self.from..self.to).all(|i| self.outside(i) && !self.verb(i));
        plain && (self.from..self.to).any(alike)
    }

    /// Whether a sentence reports by its mood alone, without a cue.
    pub(super) fn only_subjunctive(&self) -> bool {
        let whole = self.trimmed((self.from, self.to));
        let silent = !(self.from..self.to).any(|i| self.verb(i) && !self.subjunctive(i));
        self.from < self.to && silent && self.subjunctive_in(whole) && self.according().is_none()
    }

    /// Whether the sentence ends with a stop or with what closes behind one.
    pub(super) fn closes(&self) -> bool {
        let last = self.analysis.form(self.to - 1).shape;
        matches!(last, Shape::Stop | Shape::Quote | Shape::Bracket) || !self.outside(self.to - 1)
    }

    /// A sentence that goes on with what was said before it: in the subjunctive, or in quotation marks.
    pub(super) fn continued(&self, links: &mut Vec<Link>, speaker: Option<Run>, next: bool, bridged: bool) {
        let quotes = self.quotes();
        for &run in &quotes {
            let known = links.iter().rev().take(3).any(|link| link.contents.contains(&run));
            let whole = self.words((self.from, run.0)) == 0;
            if known || self.words(run) < SHORTEST || !whole {
                continue;
            }
            // "„...“, klagt Berg. „...“": the quotation goes on behind what tells who speaks.
            let beside = |last: &Run| {
                let words = &self.analysis.words.words;
                self.analysis.quote[last.0] != NONE && words[last.0].paragraph == words[run.0].paragraph
            };
            if next
                && let Some(link) = links.last_mut()
                && link.cue.is_some()
                && link.contents.last().is_some_and(beside)
            {
                link.contents.push(run);
                return;
            }
            links.push(Link { contents: vec![run], ..Link::default() });
            return;
        }
        let whole = self.trimmed((self.from, self.to));
        let question = self.to > self.from && self.analysis.words.of(self.to - 1) == "?";
        // "Niemand sei gestorben.": its mood tells enough.
        let reported = self.subjunctive_in(whole)
            || self.quotes_subjunctive()
            || next && speaker.is_some() && self.is_in_first_subjunctive();
        if self.words(whole) < SHORTEST - usize::from(reported) || question {
            return;
        }
        // A heading is no speech: "Wie das Wetter zum Problem werden könnte".
        if !self.closes() {
            return;
        }
        let own = (self.from..self.to).any(|i| self.outside(i) && self.is(i, &["ich", "wir"]));
        let reported = reported && !own;
        let irreal =
            next && !own && self.irreal_in(whole) && !(self.from..self.to).any(|i| self.is(i, &["wenn", "falls"]));
        if (reported || irreal || bridged && !own) && !self.is_told_by_author() {
            links.push(Link {
                source: speaker,
                contents: vec![whole],
                inherited: speaker.is_some(),
                ..Link::default()
            });
        }
    }
}
