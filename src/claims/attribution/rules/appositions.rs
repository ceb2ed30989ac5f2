//! What stands behind a name in languages without parts of speech and belongs to it: brackets, an age, a trade, a relative clause.

use super::according::APPOSITION;
use super::phrases::Frame;
use super::unreported::OF;
use crate::claims::attribution::quotations::speech::is_verb;
use crate::learn::form::Shape;

impl Frame<'_> {
    /// Behind brackets, an age and a trade that stand behind a name: "(PS), 45 ans, maire de Brévigny,".
    pub fn after_apposition(&self, at: usize) -> usize {
        let (start, mut at) = (at, at);
        let bracket = |i: usize| i < self.to && self.out(i) && self.shape(i) == Shape::Bracket;
        if bracket(at) {
            let close = (at + 1..self.to.min(at + APPOSITION)).find(|&i| bracket(i));
            at = close.map_or(at, |close| close + 1);
        }
        for _ in 0..2 {
            if !(self.is_comma(at) && at > self.from && self.out(at)) {
                break;
            }
            let age = at + 1 < self.to && self.shape(at + 1) == Shape::Number;
            // "superintendente do porto"; "faute de moyens" and "vecinos de la zona" begin what is said.
            let holder = || {
                let word = self.analysis.lower((at + 1).min(self.to - 1));
                self.pack.holders.iter().any(|end| word.ends_with(end))
            };
            let noun = self.shape(at + 1) == Shape::Lower && self.is(at + 2, OF) && holder();
            // "o condutor perdeu o controlo" begins what is said: with an article an office needs "of" or its comma.
            let led = self.is(at + 1, &self.pack.articles)
                && self.is_trade(at + 2)
                && (self.is(at + 3, OF) || self.is_comma(at + 3));
            let bare = self.is_trade(at + 1) && !self.is(at + 1, &self.pack.articles);
            let named =
                self.pack.code != "ru" && at > self.from && self.analysis.form(at - 1).is_capital() || at > start;
            let told = named && (age || noun || led || bare);
            let close = (at + 2..self.to.min(at + APPOSITION)).find(|&i| self.is_comma(i) && self.out(i));
            let plain = |close: usize| {
                let run = (at + 1, close);
                (!age || close <= at + 3)
                    && self.finite_in(run).is_none()
                    && !(at + 2..close).any(|i| is_verb(self.analysis, i) && !self.analysis.form(i).is_capital())
            };
            match close.filter(|&close| told && plain(close)) {
                Some(close) => at = close,
                None => break,
            }
        }
        at
    }

    /// Behind a source and a relative clause between commas.
    pub fn after_relative(&self, at: usize) -> usize {
        let at = self.after_apposition(at);
        let relative = at + 1 < self.to && self.shape(at) == Shape::Comma;
        let opens =
            self.is(at + 1, &self.pack.relatives) || self.is(at + 1, &["fechado", "datado", "datato", "daté", "datée"]);
        if relative && opens {
            let close = (at + 1..self.to.min(at + 20)).find(|&i| self.shape(i) == Shape::Comma && self.out(i));
            return close.map_or(at, |close| close + 1);
        }
        // "volgens de wethouder in Utrecht kost": up to the comma, if the phrase has no verb.
        at
    }
}
