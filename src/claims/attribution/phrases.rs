//! Noun phrases of languages without parts of speech, by their small words: where a source begins and ends.

use super::analysis::Analysis;
use super::linking::Run;
use super::pack::Pack;
use super::speech::{hung, is_verb};
use crate::claims::speakers::{Pronoun, pronoun};
use crate::claims::types::Act;
use crate::learn::form::Shape;

/// Small words inside names.
const PARTICLES: &[&str] =
    &["de", "da", "do", "dos", "van", "der", "den", "del", "di", "la", "du", "d'", "von", "y", "e"];

/// A unit of text and what in it is no speech.
pub(super) struct Frame<'a> {
    pub analysis: &'a Analysis<'a>,
    pub pack: &'a Pack,
    pub from: usize,
    pub to: usize,
    /// Whether each word of the unit stands outside of speech.
    pub out: Vec<bool>,
}

impl Frame<'_> {
    /// Whether a word stands outside of speech.
    pub fn out(&self, i: usize) -> bool {
        i >= self.from && self.out.get(i - self.from).copied().unwrap_or(false)
    }

    pub fn is(&self, i: usize, words: &[&str]) -> bool {
        if i >= self.to {
            return false;
        }
        let word = self.analysis.lower(i).replace('’', "'");
        words.contains(&word.as_str())
    }

    pub fn shape(&self, i: usize) -> Shape {
        self.analysis.form(i).shape
    }

    /// Reporting verbs of the frame, each with the auxiliary before it.
    pub fn cues(&self) -> Vec<Run> {
        let mut cues: Vec<Run> = Vec::new();
        for i in (self.from..self.to).filter(|&i| self.out(i) && is_verb(self.analysis, i)) {
            let opens = i == self.from || !self.analysis.form(i - 1).is_word();
            // A capital inside a sentence is a name; an article before makes a noun.
            let noun = i > self.from && self.is(i - 1, &self.pack.articles);
            // ", interrogé par l'agence,": whom others ask does not ask.
            let asked = opens
                && self.analysis.lexicon[i].is_some_and(|entry| entry.act == Act::Ask)
                && self.is(i + 1, &["par", "por", "pelo", "pela", "da", "dal", "dalla", "dall'"]);
            if self.analysis.form(i).is_capital() && !opens || noun || asked {
                continue;
            }
            let mut start = i;
            while start > self.from
                && i - start < 3
                && self.is(start - 1, &self.pack.auxiliaries)
                && self.out(start - 1)
            {
                start -= 1;
            }
            match cues.last_mut() {
                // "ha fatto sapere", "laat weten": one cue.
                Some(last) if last.1 == start => last.1 = i + 1,
                _ => cues.push((start, i + 1)),
            }
        }
        cues
    }

    pub fn is_pronoun(&self, i: usize) -> bool {
        let found = pronoun(self.pack.code, &self.analysis.lower(i)).or_else(|| hung(self.analysis, self.pack, i));
        found.is_some_and(|kind| kind != Pronoun::Relative)
    }

    /// Small words and marks that may stand between a quotation and its cue.
    pub fn is_particle(&self, i: usize) -> bool {
        self.is(i, &self.pack.particles)
            || self.is(i, &self.pack.auxiliaries)
            || self.is_pronoun(i) && self.out(i)
            || self.shape(i) == Shape::Dash
    }

    pub fn ends_phrase(&self, i: usize) -> bool {
        !self.out(i)
            || matches!(
                self.shape(i),
                Shape::Comma | Shape::Stop | Shape::Colon | Shape::Dash | Shape::Bracket | Shape::Quote
            )
    }

    /// Dutch: behind "de grote gemeente" a small word goes on with the phrase only if it links.
    fn leaves_noun(&self, start: usize, i: usize) -> bool {
        const LINKS: &[&str] = &["van", "de", "het", "der", "den", "en", "bij", "uit", "voor", "in", "op"];
        let noun = |at: usize| !self.is(at, &self.pack.articles) && !self.is(at, LINKS);
        let bent =
            self.analysis.lower(i - 1).ends_with('e') && i - 1 == start + 1 && self.is(start, &self.pack.articles);
        noun(i - 1) && !self.is(i, LINKS) && !self.analysis.form(i).is_capital() && (!bent || is_verb(self.analysis, i))
    }

    /// End of the noun phrase that begins at `start`, with an apposition that brings the name.
    pub fn phrase_end(&self, start: usize, bound: usize) -> usize {
        let plain = |start: usize| {
            let mut end = start;
            while end < bound && end < start + 14 && !self.ends_phrase(end) {
                let name = self.analysis.form(end).is_capital();
                let stop = self.is(end, &self.pack.stops) && !self.is(end, &self.pack.articles)
                    || self.is(end, &self.pack.relatives)
                    || self.is(end, &self.pack.complementisers)
                    || self.is(end, &self.pack.conjunctions)
                    || is_verb(self.analysis, end) && !name && !(end > start && self.is(end - 1, &self.pack.articles))
                    || self.pack.code == "nl" && end > start && self.leaves_noun(start, end);
                // "la prima cittadina": what an article opens goes on at least to its noun.
                let opened = end == start + 1 && self.is(start, &self.pack.articles) && !is_verb(self.analysis, end);
                if stop && !name && end > start && !opened {
                    break;
                }
                end += 1;
            }
            end
        };
        let end = plain(start);
        let article = self.is(start, &self.pack.articles) || !self.analysis.form(start).is_capital();
        if article && end + 1 < bound && self.shape(end) == Shape::Comma && self.out(end) {
            let more = plain(end + 1);
            let name = (end + 1..more).all(|i| self.analysis.form(i).is_capital() || self.is(i, PARTICLES));
            if more > end + 1 && name && more - end <= 6 {
                return more;
            }
        }
        // "de la unidad" at the end of a name belongs to it, a lone article or preposition does not.
        let mut end = end;
        while end > start + 1 && self.is(end - 1, &self.pack.articles) {
            end -= 1;
        }
        end
    }

    /// The source behind a cue: a pronoun or a noun phrase.
    pub fn inverted(&self, cue: Run, bound: usize) -> Option<Run> {
        // "a-t-elle précisé": the pronoun hangs between auxiliary and participle.
        if let Some(inside) = (cue.0..cue.1).find(|&i| hung(self.analysis, self.pack, i).is_some()) {
            return Some((inside, inside + 1));
        }
        if cue.1 < bound && hung(self.analysis, self.pack, cue.1).is_some() {
            return Some((cue.1, cue.1 + 1));
        }
        let mut start = cue.1;
        while start < bound && start < cue.1 + 3 {
            let time =
                self.is(start, &self.pack.stops) && !self.is(start, &self.pack.articles) && !self.addressee(start);
            // "a assuré l'édile": what may be a pronoun before a verb is an article before a noun.
            let article =
                self.is(start, &self.pack.articles) && start + 1 < bound && !is_verb(self.analysis, start + 1);
            let skip = self.is(start, &self.pack.auxiliaries) && !article || time && self.is_time(start);
            if !skip {
                break;
            }
            start += 1;
        }
        if start >= bound || !self.out(start) {
            return None;
        }
        if self.is_pronoun(start) {
            return Some((start, start + 1));
        }
        if self.addressee(start) {
            // "confirmou ao JA fonte oficial": whom it was told stands between.
            let named = (start + 1..bound.min(start + 4)).find(|&i| !self.analysis.form(i).is_capital())?;
            if named == start + 1 || !self.is(named, &self.pack.articles) {
                return None;
            }
            start = named;
        }
        let end = self.phrase_end(start, bound);
        self.source_like((start, end))
    }

    fn addressee(&self, i: usize) -> bool {
        // "disse a autarca": in Portuguese an article, and with it the preposition is "à".
        let article = self.pack.code == "pt" && self.is(i, &["a"]);
        !article
            && self.is(
                i,
                &[
                    "a",
                    "al",
                    "à",
                    "au",
                    "aux",
                    "ao",
                    "aos",
                    "às",
                    "alla",
                    "ai",
                    "tegen",
                    "журналистам",
                    "for",
                    "в",
                    "во",
                ],
            )
    }

    /// Days and times, which stand between a cue and its source.
    pub fn is_time(&self, i: usize) -> bool {
        !self.analysis.form(i).is_capital() && self.analysis.lower(i).chars().count() > 3
    }

    /// "él mismo dijo", "сказал он", "ze zei": a pronoun right before the cue.
    pub fn pronoun_before(&self, cue: Run) -> Option<Run> {
        let mut at = cue.0;
        while at > self.from && cue.0 - at < 4 {
            at -= 1;
            let found = pronoun(self.pack.code, &self.analysis.lower(at));
            if found.is_some_and(|kind| kind != Pronoun::Relative)
                && !self.is(at, &self.pack.auxiliaries)
                && self.out(at)
            {
                return Some((at, at + 1));
            }
            if !self.is_particle(at) && !self.is(at, &["mismo", "misma", "même", "stesso", "stessa", "mesmo"]) {
                break;
            }
        }
        None
    }

    /// The source before a cue: from the last end of a phrase to the cue, over an apposition.
    pub fn left(&self, cue: Run) -> Option<Run> {
        let mut end = cue.0;
        while end > self.from
            && (self.is(end - 1, &self.pack.auxiliaries) || self.is(end - 1, &self.pack.particles))
            && cue.0 - end < 4
        {
            end -= 1;
        }
        let relative = end.checked_sub(1).filter(|&last| last >= self.from && self.is(last, &self.pack.relatives));
        if let Some(last) = relative {
            return Some((last, last + 1));
        }
        if let Some(source) = self.pronoun_before((end, cue.1)) {
            return Some(source);
        }
        // "... y acusó": a joined cue has the source of the clause before.
        if end > self.from && self.is(end - 1, &self.pack.conjunctions) {
            return None;
        }
        let boundary = |to: usize| {
            let clause = |&i: &usize| {
                self.ends_phrase(i)
                    || self.is(i, &self.pack.conjunctions) && i + 1 < to && !self.analysis.form(i + 1).is_capital()
                    || self.is(i, &self.pack.complementisers)
                    || self.is(i, &self.pack.relatives)
            };
            (self.from..to).rev().take(24).find(clause).map_or(self.from.max(to.saturating_sub(24)), |i| i + 1)
        };
        let comma = end > self.from && self.shape(end - 1) == Shape::Comma && self.out(end - 1);
        let bracket = end > self.from && self.shape(end - 1) == Shape::Bracket;
        let mut start = boundary(end - usize::from(comma || bracket));
        if (comma || bracket) && start > self.from && matches!(self.shape(start - 1), Shape::Comma | Shape::Bracket) {
            start = boundary(start - 1);
        } else if comma {
            // "..., dijo": the comma ends what is reported.
            return None;
        }
        // "Dans un communiqué le conseil": a preposition opens an adjunct; the article behind it the source.
        let adjunct = self.is(start, &self.pack.stops) && !self.is(start, &self.pack.articles)
            || start == self.from
                && self.is(start, &["in", "en", "dans", "à", "em", "no", "na", "в", "на", "bij", "op"]);
        if adjunct {
            let article =
                (start + 2..end).find(|&i| self.is(i, &self.pack.articles) && !self.is(i - 1, &self.pack.stops));
            start = article?;
        }
        self.source_like(self.trimmed((start, end)))
    }

    /// The name before a colon: "la sindaca: «...»", "el gestor, Quinto Moltrasin: «...»".
    pub fn named_before(&self, colon: usize, bound: usize) -> Option<Run> {
        let start = (bound..colon).rev().find(|&i| self.ends_phrase(i)).map_or(bound, |i| i + 1);
        let run = self.trimmed((start, colon));
        let name = (run.0..run.1).all(|i| self.analysis.form(i).is_capital() || self.is(i, PARTICLES));
        let short = run.1 > run.0 && run.1 - run.0 <= 6;
        let article = self.is(run.0, &self.pack.articles);
        (short && (name || article) && (run.0..run.1).all(|i| self.out(i))).then_some(run)
    }

    /// A pronoun, a name, or an article with a noun.
    fn source_like(&self, (from, to): Run) -> Option<Run> {
        if from >= to || to - from > 20 {
            return None;
        }
        if self.is_pronoun(from) && to - from <= 2 {
            return Some((from, from + 1));
        }
        let capital = (from..to).any(|i| self.analysis.form(i).is_capital() && (i > self.from || to - from > 1));
        let article = self.is(from, &self.pack.articles) && to - from >= 2;
        // Russian and Dutch have bare nouns: "водитель сказал", "omstanders zeggen".
        let bare = self.pack.code == "ru" && to - from <= 3 && self.analysis.form(from).is_word();
        let single = to - from == 1
            && self.analysis.form(from).is_capital()
            && !self.is(from, &self.pack.stops)
            && !self.is_particle(from);
        ((capital || article || bare || single) && self.analysis.form(from).is_word()).then_some((from, to))
    }
}
