//! Sources behind their cue in languages without parts of speech, also behind whom it is told, or where: "dit la maire", "disse à
//! Folha Antonio Neto", "a déclaré sur les ondes de la Chaîne III, Anne Petit".

use super::phrases::Frame;
use super::unreported::OF;
use crate::claims::attribution::linking::Run;
use crate::claims::attribution::quotations::speech::{hung, is_verb};
use crate::claims::speakers::is_first_name;
use crate::learn::form::Shape;

/// Words of whom or where at most.
const LONGEST: usize = 10;

impl Frame<'_> {
    /// The source behind a cue: a pronoun or a noun phrase.
    pub fn inverted(&self, cue: Run, bound: usize) -> Option<Run> {
        // "a-t-elle précisé": the pronoun hangs between auxiliary and participle.
        if let Some(inside) = (cue.0..cue.1).find(|&i| hung(self.analysis, self.pack, i).is_some()) {
            return Some((inside, inside + 1));
        }
        if cue.1 < bound && hung(self.analysis, self.pack, cue.1).is_some() {
            return Some((cue.1, cue.1 + 1));
        }
        let mut start = self.over_outlet(cue.1);
        let first = start;
        if let Some(place) = self.place_behind(cue, first, bound) {
            return Some(place);
        }
        while start < bound && start < first + 3 {
            // "признался после матча капитан": what is no day begins an adjunct.
            let led = self.is(start, &["после", "перед", "через", "около"]);
            let time = self.is_stop(start) && !self.addressee(start) && !led && !self.opens_adjunct(start);
            // "a assuré l'édile": what may be a pronoun before a verb is an article before a noun.
            let article =
                self.is(start, &self.pack.articles) && start + 1 < bound && !is_verb(self.analysis, start + 1);
            // "note aussi la Drees"
            let adverb = self.pack.code == "fr" && self.is_adverb(start);
            let skip = self.is(start, &self.pack.auxiliaries) && !article || time && self.is_time(start) || adverb;
            if !skip {
                break;
            }
            start += 1;
        }
        start = self.behind_season(self.over_time(start), bound);
        if let Some(place) = self.place_behind(cue, start, bound) {
            return Some(place);
        }
        if start >= bound || !self.out(start) || self.is(start, &self.pack.complementisers) {
            return None;
        }
        // "уточнил и господин Путин", "рассказал министру глава района"
        if self.pack.code == "ru" && start + 1 < bound {
            let told = self.is_trade(start) && self.shape(start) == Shape::Lower && {
                let word = self.analysis.lower(start);
                word.ends_with(['у', 'ю'])
            };
            let joined =
                self.is(start, &["и"]) && (self.is_trade(start + 1) || self.analysis.form(start + 1).is_capital());
            if told && !(self.is_trade(start + 1) || self.analysis.form(start + 1).is_capital()) {
                return None;
            }
            start += usize::from(told || joined);
        }
        if self.stands_alone(start) {
            return Some((start, start + 1));
        }
        if let Some(name) = self.told_name(start, bound).or_else(|| self.behind_medium(start, bound)) {
            return Some(name);
        }
        // "insistió en que la Iglesia ayudará"
        if self.opens_adjunct(start) && self.is(start + 1, &self.pack.complementisers) {
            return None;
        }
        if self.opens_adjunct(start) {
            start = self.behind_adjunct(start, bound)?;
        }
        if self.addressee(start) {
            // "confirmou ao JA fonte oficial": whom it was told stands between.
            // "dijo a este diario la edil": over its article and noun.
            let noun = start + 1 + usize::from(self.is(start + 1, &self.pack.articles));
            let from = noun + usize::from(noun > start + 1 || !self.analysis.form(noun).is_capital());
            let named = (from..bound.min(from + 3)).find(|&i| !self.analysis.form(i).is_capital())?;
            if named == start + 1 || !self.is(named, &self.pack.articles) {
                return None;
            }
            start = named;
        }
        if self.pack.code == "ru" && self.is(start, &self.pack.stops) {
            return self.first_name(start, bound.min(start + 10));
        }
        if self.is_object_of(cue, start) {
            return None;
        }
        let end = self.phrase_end(start, bound);
        if self.is_other_number(cue, (start, end)) {
            return None;
        }
        let source = self.source_like((start, end)).filter(|&source| !self.is_bare_object(cue, source));
        source.map(|source| self.over_quoted_name(source, bound))
    }

    /// "Negó | las acusaciones": a verb in the singular has no subject in the plural.
    fn is_object_of(&self, cue: Run, start: usize) -> bool {
        let verb = self.analysis.lower(cue.1 - 1);
        let plural = match self.pack.code {
            "es" => self.is(start, &["las", "los", "unas", "unos"]),
            "pt" => self.is(start, &["as", "os", "umas", "uns"]),
            _ => false,
        };
        plural && cue.1 == cue.0 + 1 && ["ó", "ou", "eu", "iu"].iter().any(|end| verb.ends_with(end))
    }

    /// "chiedono all'Italia | l'estradizione": a verb in the plural has no single subject behind it, and "riflette non solo" none at all.
    fn is_other_number(&self, cue: Run, (start, end): Run) -> bool {
        let (plural, one): (&[&str], &[&str]) = match self.pack.code {
            "it" => (&["ano", "ono"], &["il", "lo", "la", "l'", "un", "una"]),
            "es" => (&["an", "en", "on"], &["el", "la", "un", "una"]),
            "pt" => (&["am", "em"], &["o", "a", "um", "uma"]),
            _ => return false,
        };
        let verb = self.analysis.lower(cue.1 - 1);
        // "la mayoría de los vecinos", "la CGT y la UGT"
        let joined = self.is(end, &self.pack.conjunctions) || (start + 1..end).any(|i| self.is(i, OF));
        let many = cue.1 == cue.0 + 1 && plural.iter().any(|ends| verb.ends_with(ends));
        let none = self.drops_pronouns() && self.is(cue.1, &["non", "no", "não"]);
        none || many && self.is(start, one) && !joined
    }

    /// "ante la comisión", "dans un entretien": where, when and before whom something is said.
    fn opens_adjunct(&self, i: usize) -> bool {
        const OTHERS: &[&str] =
            &["por", "par", "per", "pelo", "pela", "pelos", "pelas", "da", "do", "das", "dos", "na", "no"];
        let led = self.is(i, &self.pack.governing) && !self.addressee(i) && !self.is(i, OF) && !self.is(i, OTHERS);
        led && matches!(self.pack.code, "fr" | "es" | "pt" | "it")
            && !self.is(i, &["dell'", "dello", "degli", "alla", "all'", "allo"])
    }

    /// Who stands behind such a phrase, if anybody does: "dijo ante la comisión | la edil", "dijo durante el acto | Ana Sanz".
    fn behind_adjunct(&self, start: usize, bound: usize) -> Option<usize> {
        let capital = |i: usize| i < bound && self.out(i) && self.analysis.form(i).is_capital();
        let first = |i: usize| {
            is_first_name(self.pack.code, self.analysis.form(i).hash, self.analysis.words.of(i)) && capital(i + 1)
        };
        let small = |i: usize| self.is(i, &self.pack.articles) || self.is(i, OF) || self.is(i, &self.pack.governing);
        let mut noun = false;
        for i in start + 1..bound.min(start + LONGEST) {
            if !self.out(i) || !self.analysis.form(i).is_word() {
                return None;
            }
            let joined = self.is(i - 1, OF)
                || self.is(i - 1, &self.pack.governing)
                || self.is(i - 1, &self.pack.articles)
                || self.addressee(i - 1);
            let article = self.is(i, &self.pack.articles) && !self.is(i, OF) && !self.addressee(i);
            let when = self.is(i + 1, &self.pack.periods) || self.is(i + 1, &self.pack.times);
            let name = capital(i) && (!capital(i - 1) || first(i));
            if noun && !joined && (article && !when || name) {
                return Some(i);
            }
            noun |= !small(i);
        }
        None
    }

    /// "сообщил на заседании думы глава города Аркадий Белов": the first name of two words.
    pub fn first_name(&self, from: usize, bound: usize) -> Option<Run> {
        let capital = |i: usize| i < bound && self.out(i) && self.analysis.form(i).is_capital();
        let start = (from..bound).find(|&i| capital(i) && capital(i + 1))?;
        Some((start, (start..bound).find(|&i| !capital(i)).unwrap_or(bound)))
    }

    /// "à Folha Antonio Neto", "a EFE Ana Sanz": the name that begins with a first name behind the name of an outlet.
    fn told_name(&self, start: usize, bound: usize) -> Option<Run> {
        let capital = |i: usize| i < bound && self.out(i) && self.analysis.form(i).is_capital();
        let led = self.addressee(start) || self.is(start, &["al", "all'"]);
        // "сообщили в МЧС Приморского края": where is who there.
        if self.pack.code == "ru" || !led || !capital(start + 1) {
            return None;
        }
        let (form, word) = (|i| self.analysis.form(i).hash, |i| self.analysis.words.of(i));
        let first = |i: &usize| capital(i + 1) && is_first_name(self.pack.code, form(*i), word(*i));
        let name = (start + 2..bound.min(start + 5)).take_while(|&i| capital(i)).find(first);
        // "ao PÚBLICO Anabela Moutinho"
        let outlet = self.shape(start + 1) == Shape::Upper && self.analysis.words.of(start + 1).len() > 1;
        let plain = |i: usize| capital(i) && self.shape(i) == Shape::Title;
        let name = name.or_else(|| Some(start + 2).filter(|&name| outlet && plain(name) && plain(name + 1)))?;
        Some((name, self.phrase_end(name, bound)))
    }

    /// "sur les ondes de la Chaîne III, Anne Petit, ...": a name of two words behind an adjunct and a comma.
    fn behind_medium(&self, start: usize, bound: usize) -> Option<Run> {
        let led = !self.pack.have.is_empty() && self.is_stop(start) && !self.addressee(start);
        let comma = (start + 2..bound.min(start + LONGEST)).find(|&i| self.shape(i) == Shape::Comma && self.out(i));
        let comma = comma.filter(|_| led)?;
        let name = (comma + 1..bound).take_while(|&i| self.out(i) && self.analysis.form(i).is_capital()).count();
        let end = comma + 1 + name;
        (name >= 2 && (self.closes_sentence(end) || self.is_comma(end))).then_some((comma + 1, end))
    }
}
