//! Clauses and noun phrases of languages without parts of speech, by their small words: where a source begins and ends,
//! which words are speech and which tell who speaks.

use super::analysis::{Analysis, NONE};
use super::lexicon::Part;
use super::linking::Run;
use super::pack::Pack;
use crate::claims::speakers::{Pronoun, pronoun};
use crate::claims::types::Act;
use crate::learn::form::Shape;

/// How many words an incise inside a quotation may have.
const INCISE: usize = 16;

/// A unit of text and what in it is no speech.
pub(super) struct Frame<'a> {
    pub analysis: &'a Analysis<'a>,
    pub pack: &'a Pack,
    pub from: usize,
    pub to: usize,
    /// Whether each word of the unit stands outside of speech.
    pub out: Vec<bool>,
}

/// The runs of speech in a unit, and for each word whether it stands outside of them.
pub(super) fn speech_of(analysis: &Analysis, pack: &Pack, from: usize, to: usize) -> (Vec<Run>, Vec<bool>) {
    let mut out = vec![true; to - from];
    let mut speech = Vec::new();
    if analysis.form(from).shape == Shape::Dash && analysis.quote[from] == NONE {
        dialogue(analysis, (from, to), &mut speech, &mut out, from);
        let cued = (from..to).any(|i| out[i - from] && is_verb(analysis, i));
        if cued {
            return (speech, out);
        }
        speech.clear();
        out.fill(true);
    }
    let mut i = from;
    while i < to {
        let quote = analysis.quote[i];
        if quote == NONE {
            i += 1;
            continue;
        }
        let end = (i..to).find(|&j| analysis.quote[j] != quote).unwrap_or(to);
        out[i - from..end - from].fill(false);
        let marks = |i: &usize| analysis.form(*i).shape == Shape::Quote;
        let first = (i..end).find(|i| !marks(i)).unwrap_or(end);
        let last = (first..end).rev().find(|i| !marks(i)).map_or(first, |last| last + 1);
        incises(analysis, pack, (first, last), &mut speech, &mut out, from);
        i = end;
    }
    (speech, out)
}

fn is_verb(analysis: &Analysis, i: usize) -> bool {
    analysis.lexicon[i].is_some_and(|entry| entry.part == Part::Verb)
}

/// "— Which buses? — asked Berg. — None came.": speech and telling take turns behind dashes.
fn dialogue(analysis: &Analysis, run: Run, speech: &mut Vec<Run>, out: &mut [bool], base: usize) {
    let mut start = run.0 + 1;
    for i in run.0 + 1..=run.1 {
        if i < run.1 && analysis.form(i).shape != Shape::Dash {
            continue;
        }
        if start < i {
            let telling = !speech.is_empty()
                && (start..i.min(start + 3)).any(|j| is_verb(analysis, j) && !analysis.form(j).is_capital());
            if !telling {
                out[start - base..i - base].fill(false);
                match speech.last_mut() {
                    Some(last) if start - last.1 <= 1 => last.1 = i,
                    _ => speech.push((start, i)),
                }
            }
        }
        start = i + 1;
    }
}

/// «... , — сказал он. — ...», « ..., a-t-il dit, ... »: a quotation cut at what tells who speaks.
fn incises(analysis: &Analysis, pack: &Pack, run: Run, speech: &mut Vec<Run>, out: &mut [bool], base: usize) {
    let mut start = run.0;
    let mut i = run.0 + 1;
    while i + 1 < run.1 {
        let dash = analysis.form(i).shape == Shape::Dash
            && matches!(analysis.form(i - 1).shape, Shape::Comma | Shape::Stop)
            && is_verb(analysis, i + 1);
        let comma = pack.code == "fr" && analysis.form(i).shape == Shape::Comma && hangs(analysis, pack, i + 1, run.1);
        if !(dash || comma) {
            i += 1;
            continue;
        }
        let closes = |j: &usize| {
            let shape = analysis.form(*j).shape;
            if dash { shape == Shape::Dash } else { matches!(shape, Shape::Comma | Shape::Stop) }
        };
        let end = (i + 1..run.1.min(i + INCISE)).find(closes).map_or_else(|| run.1.min(i + INCISE), |end| end + 1);
        if start < i {
            speech.push((start, i));
        }
        out[i - base..end - base].fill(true);
        start = end;
        i = end.max(i + 1);
    }
    if start < run.1 {
        speech.push((start, run.1));
    }
}

/// "a-t-il dit", "assure-t-elle" from word `i` on.
fn hangs(analysis: &Analysis, pack: &Pack, i: usize, to: usize) -> bool {
    (i + 1..to.min(i + 4)).any(|j| hung(analysis, pack, j).is_some())
        && (i..to.min(i + 5)).any(|j| is_verb(analysis, j))
}

/// The pronoun that hangs on the verb before: "-t-il".
fn hung(analysis: &Analysis, pack: &Pack, i: usize) -> Option<Pronoun> {
    let word = analysis.lower(i);
    let (_, last) = word.rsplit_once('-')?;
    pronoun(pack.code, last)
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

    fn shape(&self, i: usize) -> Shape {
        self.analysis.form(i).shape
    }

    /// Reporting verbs of the frame, each with the auxiliary before it.
    pub fn cues(&self) -> Vec<Run> {
        let mut cues: Vec<Run> = Vec::new();
        for i in (self.from..self.to).filter(|&i| self.out(i) && is_verb(self.analysis, i)) {
            let opens = i == self.from || !self.analysis.form(i - 1).is_word();
            // A capital inside a sentence is a name; an article before makes a noun.
            let noun = i > self.from && self.is(i - 1, &self.pack.articles);
            if self.analysis.form(i).is_capital() && !opens || noun {
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

    /// Words between a cue and the clause it opens.
    pub fn opens_clause(&self, i: usize) -> bool {
        self.is(i, &self.pack.complementisers) || self.is(i, &["di", "de", "d'", "come"]) || self.is_particle(i)
    }

    pub fn only_marks(&self, from: usize, to: usize) -> bool {
        (from..to).all(|i| !self.analysis.form(i).is_word() || self.is(i, &self.pack.conjunctions))
            && to - from.min(to) <= 6
    }

    /// Whether all words of the run stand outside of speech, with no end of a clause among them.
    pub fn out_between(&self, from: usize, to: usize) -> bool {
        (from..to).all(|i| self.out(i) && !matches!(self.shape(i), Shape::Stop | Shape::Colon))
    }

    fn ends_phrase(&self, i: usize) -> bool {
        !self.out(i)
            || matches!(
                self.shape(i),
                Shape::Comma | Shape::Stop | Shape::Colon | Shape::Dash | Shape::Bracket | Shape::Quote
            )
    }

    /// Whether nothing but an adjunct or the end follows.
    pub fn closes(&self, i: usize) -> bool {
        i >= self.to || self.ends_phrase(i) || self.is(i, &self.pack.stops)
    }

    /// Whether a comma is followed by a clause of its own.
    pub fn ends_clause(&self, comma: usize) -> bool {
        self.is(comma + 1, &self.pack.relatives) || self.is(comma + 1, &self.pack.conjunctions) || comma + 1 >= self.to
    }

    /// End of the noun phrase that begins at `start`, with an apposition that brings the name.
    fn phrase_end(&self, start: usize, bound: usize) -> usize {
        let plain = |start: usize| {
            let mut end = start;
            while end < bound && end < start + 14 && !self.ends_phrase(end) {
                let name = self.analysis.form(end).is_capital();
                let stop = self.is(end, &self.pack.stops) && !self.is(end, &self.pack.articles)
                    || self.is(end, &self.pack.relatives)
                    || self.is(end, &self.pack.complementisers)
                    || self.is(end, &self.pack.conjunctions)
                    || is_verb(self.analysis, end) && !name;
                if end > start && stop && !name {
                    break;
                }
                end += 1;
            }
            end
        };
        let end = plain(start);
        let named = (start..end).any(|i| i > start && self.analysis.form(i).is_capital());
        if !named && end + 1 < bound && self.shape(end) == Shape::Comma && self.out(end) {
            let more = plain(end + 1);
            let name = (end + 1..more).all(|i| self.analysis.form(i).is_capital() || more - end > 2 && i > end + 1);
            if more > end + 1 && name && self.analysis.form(end + 1).is_capital() && more - end <= 6 {
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
        let mut start = cue.1;
        while start < bound && start < cue.1 + 3 {
            let time =
                self.is(start, &self.pack.stops) && !self.is(start, &self.pack.articles) && !self.addressee(start);
            let skip = self.is(start, &self.pack.auxiliaries) || time && self.is_time(start);
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
        self.is(
            i,
            &["a", "al", "à", "au", "aux", "ao", "aos", "às", "alla", "ai", "tegen", "журналистам", "for", "в", "во"],
        )
    }

    /// Days and times, which stand between a cue and its source.
    fn is_time(&self, i: usize) -> bool {
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
        let capital = (run.0..run.1).any(|i| self.analysis.form(i).is_capital());
        let short = run.1 > run.0 && run.1 - run.0 <= 6;
        let article = self.is(run.0, &self.pack.articles);
        (short && (capital || article) && (run.0..run.1).all(|i| self.out(i))).then_some(run)
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
        let single = to - from == 1 && self.analysis.form(from).is_capital() && from > self.from;
        ((capital || article || bare || single) && self.analysis.form(from).is_word()).then_some((from, to))
    }

    /// "selon plusieurs sources": the cue and the source that begin at word `i`.
    pub fn according_at(&self, i: usize, bound: usize) -> Option<(Run, Run)> {
        let opens = i == self.from
            || !self.analysis.form(i - 1).is_word()
            || !self.out(i - 1)
            || self.is(i - 1, &self.pack.conjunctions);
        let fits = |phrase: &&Vec<&str>| {
            let words = phrase.iter().enumerate().all(|(at, word)| self.out(i + at) && self.is(i + at, &[word]));
            words && (opens || phrase.len() > 1 || matches!(phrase[0], "volgens" | "selon" | "según" | "согласно"))
        };
        let length = self.pack.according.iter().find(fits).map(Vec::len);
        let tail = || (opens && i > self.from && self.is(i, &self.pack.tails)).then_some(1);
        // "Pour elle", "Per Tarabini": with a name or a pronoun alone, at the head of a sentence.
        let weak = || {
            let head = i == self.from && self.is(i, &self.pack.weak);
            let who = self.is_pronoun(i + 1)
                || self.analysis.words.words.get(i + 1).is_some_and(|word| word.form.is_capital());
            (head && who && i + 2 < bound && self.shape(i + 2) == Shape::Comma).then_some(1)
        };
        let length = length.or_else(tail).or_else(weak)?;
        let start = i + length;
        if start >= bound || !self.out(start) {
            return None;
        }
        // "по его мнению", "naar eigen zeggen" hold their source.
        let end = if self.is_pronoun(start) { start + 1 } else { self.phrase_end(start, bound) };
        let number = self.shape(start) == Shape::Number;
        (end > start && !number).then_some(((i, start), (start, end)))
    }

    /// Behind a source and a relative clause between commas.
    pub fn after_relative(&self, at: usize) -> usize {
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

    /// Where the clause begins in which word `i` stands.
    pub fn clause_start(&self, i: usize) -> usize {
        (self.from..i)
            .rev()
            .find(|&j| self.out(j) && matches!(self.shape(j), Shape::Stop | Shape::Colon))
            .map_or(self.from, |j| j + 1)
    }

    /// Where an object that begins before `from` ends: at a comma, a relative clause, a conjunction with a new cue.
    pub fn clause_end(&self, from: usize, limit: usize) -> usize {
        (from..limit)
            .find(|&i| self.out(i) && matches!(self.shape(i), Shape::Comma | Shape::Stop | Shape::Colon | Shape::Dash))
            .unwrap_or(limit)
    }

    /// Over days and adverbs between a cue and its object.
    pub fn after_time(&self, at: usize) -> usize {
        (at..self.to.min(at + 3)).find(|&i| !(self.is(i, &self.pack.stops) && self.is_time(i))).unwrap_or(at)
    }

    /// Whether a cue states a mere noun: "announced the closure".
    pub fn states_object(&self, cue: Run) -> bool {
        let word = self.analysis.lower(cue.1 - 1);
        let act = self.analysis.lexicon[cue.1 - 1].map_or(Act::Say, |entry| entry.act);
        !matches!(act, Act::Plan | Act::Ask) && self.pack.objects.iter().any(|stem| word.starts_with(stem))
    }

    /// A run without marks at its edges.
    pub fn trimmed(&self, (mut from, mut to): Run) -> Run {
        let mark = |i: usize| !self.analysis.form(i).is_word() && self.out(i);
        while from < to && mark(from) {
            from += 1;
        }
        while from < to && mark(to - 1) {
            to -= 1;
        }
        (from, to)
    }
}
