//! German sources that no subject of a reporting verb names: "wie aus dem Bericht hervorgeht", "nach Polizeiangaben", "für Berg ist
//! das „ein Fehler“"; and clauses behind a colon.

use super::Finder;
use crate::claims::attribution::linking::{Link, Run};
use crate::claims::speakers::is_trade;
use crate::learn::form::Shape;

/// How far behind its subject a colon may stand, in words.
const REACH: usize = 24;

impl Finder<'_> {
    /// What a sentence reports by such words.
    pub(super) fn held(&self) -> Option<Link> {
        let outside = |i: &usize| self.outside(*i);
        let found = (self.from..self.to).filter(outside).find_map(|i| self.emerges(i));
        found.or_else(|| self.figures()).or_else(|| self.judged())
    }

    /// "Wie aus dem Bericht hervorgeht, ...", "Aus dem Bericht geht hervor, dass ..."
    fn emerges(&self, i: usize) -> Option<Link> {
        if self.is(i, &["hervorgeht", "hervorging"]) {
            let wie =
                (self.from..i).rev().take(REACH).find(|&at| self.is(at, &["wie"]) && self.is(at + 1, &["aus"]))?;
            let end = self.phrases.end_of(wie + 2).filter(|&end| end <= i)?;
            return self.link(Some((wie + 2, end)), (i, i + 1), self.around((wie, i + 1)));
        }
        if !self.is(i, &["geht", "ging"]) || !self.is(self.from, &["aus"]) {
            return None;
        }
        let end = self.phrases.end_of(self.from + 1).filter(|&end| end == i)?;
        let opener = (i + 1..self.to.min(i + 6)).find(|&at| self.is(at, &["dass", "daß"]) && self.comma(at - 1))?;
        self.link(Some((self.from + 1, end)), (i, i + 1), vec![self.trimmed((opener + 1, self.to))])
    }

    /// "Nach Polizeiangaben kamen zwei ums Leben.": the source is the first part of the word.
    fn figures(&self) -> Option<Link> {
        let named = |i: usize| {
            let word = self.analysis.lower(i);
            let head = ["angaben", "berichten", "informationen", "schätzungen", "recherchen", "erkenntnissen"]
                .iter()
                .find_map(|end| word.strip_suffix(end));
            self.analysis.form(i).is_capital() && head.is_some_and(|head| head.chars().count() > 3)
        };
        let nach = (self.from..self.to.saturating_sub(1))
            .find(|&i| self.outside(i) && self.is(i, &["nach"]) && named(i + 1))?;
        let next = nach + 2;
        // "nach Konzernangaben | von 2028 an": since when, and not whose.
        let since =
            self.is(next, &["von"]) && next + 1 < self.to && self.analysis.form(next + 1).shape == Shape::Number;
        let owned = self.is(next, &["von", "der", "des", "aus"]) && !since;
        let closed = next >= self.to || !self.analysis.form(next).is_capital() && !owned;
        closed.then(|| self.link(Some((nach + 1, next)), (nach, nach + 1), self.around((nach, next))))?
    }

    /// "Für Verteidiger Jan Holm steht das Verfahren auf „tönernen Füßen“.": whose view the sentence gives, with words of theirs.
    fn judged(&self) -> Option<Link> {
        let quoted = (self.from..self.to).any(|i| !self.outside(i));
        if !quoted || !self.is(self.from, &["für"]) {
            return None;
        }
        let end = self.phrases.end_of(self.from + 1)?;
        let verbs =
            ["ist", "sind", "war", "waren", "steht", "stehen", "bleibt", "bleiben", "gilt", "kommt", "wirkt", "wäre"];
        if !self.is(end, &verbs) || !self.person((self.from + 1, end)) {
            return None;
        }
        self.link(Some((self.from + 1, end)), (self.from, self.from + 1), vec![self.trimmed((end, self.to))])
    }

    /// Whether a phrase names a person: a trade, or a name of two words behind no article.
    fn person(&self, (from, to): Run) -> bool {
        let capital = |i: usize| self.analysis.form(i).is_capital();
        let trade = (from..to).any(|i| is_trade("de", self.analysis.form(i).hash, self.analysis.words.of(i)));
        let name = (from..to.saturating_sub(1)).any(|i| capital(i) && capital(i + 1));
        trade || name
    }

    /// "Stürmer Tchamba entschuldigte sich: „Tut mir leid.“", "Holm winkt ab: Er habe nichts gesehen.": who the sentence is
    /// about speaks behind its colon.
    pub(super) fn behind_colon(&self, quotes: &[Run]) -> Option<Link> {
        // "Für Direktor Salcher kein Problem: „...“"
        let start = self.from + usize::from(self.is(self.from, &["für"]));
        let end = self.phrases.end_of(start).filter(|&end| self.phrases.names(start, end))?;
        let colon = (end + 1..self.to.min(end + REACH))
            .find(|&i| self.outside(i) && self.analysis.form(i).shape == Shape::Colon)?;
        let reported = (colon + 1, self.to);
        let quote = quotes.iter().find(|run| run.0 > colon && run.0 <= colon + 2).copied();
        let content = match quote {
            Some(quote) if self.person((start, end)) || self.is_somebody((start, end)) => quote,
            None if start == self.from && self.speaks((start, end)) && self.subjunctive_in(reported) => {
                self.trimmed(reported)
            }
            _ => return None,
        };
        self.link(Some((start, end)), (colon, colon + 1), vec![content])
    }
}
