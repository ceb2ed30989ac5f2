//! Verbs without a subject in Spanish, Portuguese and Italian: "Además exigió la retirada del decreto", "y calificó la medida de
//! «disparate»". A thing behind such a verb is its object.

use super::phrases::Frame;
use super::unreported::OF;
use crate::claims::attribution::analysis::state;
use crate::claims::attribution::linking::Run;
use crate::claims::attribution::quotations::speech::is_verb;
use crate::claims::frame::pack::Pack;
use crate::claims::speakers::{are_sources, is_document, is_somebody};
use crate::claims::types::Act;
use crate::learn::form::Shape;

/// Verbs, as stems, with an object and what it is called.
const NAMING: &[&str] = &["calific", "tach", "tild", "catalog", "classific", "defin", "consider", "qualific"];
/// Words of an adjunct before the comma behind which a verb opens its clause: "Além disso, exigiu".
const ADJUNCT: usize = 4;
/// Words that tell where or when something was said, at most.
const OCCASION: usize = 9;

impl Frame<'_> {
    /// Whether nothing stands before a verb in its clause that could be its subject: adverbs and small words, a conjunction.
    pub fn opens_bare(&self, cue: Run) -> bool {
        let small = |i: usize| {
            let clitic = self.is(i, &["lo", "la", "los", "las", "l'"]);
            !clitic && (self.is(i, &self.pack.auxiliaries) || self.is(i, &self.pack.particles) || self.is_adverb(i))
        };
        let before = (self.from..cue.0).rev().find(|&i| !(self.out(i) && small(i)));
        let Some(before) = before.filter(|_| self.drops_pronouns()) else { return self.drops_pronouns() };
        let comma = || {
            let start = self.clause_start(before);
            let plain = |i: usize| self.out(i) && self.shape(i) != Shape::Number;
            self.is_comma(before) && before - start <= ADJUNCT && (start + 1..before).all(plain) && {
                self.is_adverb(start) || self.is_stop(start) || self.is(start, &["além", "também", "inoltre", "además"])
            }
        };
        self.out(before) && (self.shape(before) == Shape::Stop || self.is(before, &self.pack.conjunctions) || comma())
    }

    /// "Exigió | la retirada del decreto", "y calificó | la noticia de «invento»": nobody who could do so.
    pub fn is_bare_object(&self, cue: Run, (from, to): Run) -> bool {
        let takes = || {
            self.states_object(cue) || self.has_stem(cue, NAMING) || matches!(self.act(cue), Act::Demand | Act::Accuse)
        };
        if !self.drops_pronouns() || !self.opens_bare(cue) || !takes() {
            return false;
        }
        !self.may_speak((from, to))
    }

    /// Whether a phrase is for somebody who can speak, or for what is written: a pronoun, a name, a word for people or bodies.
    pub fn may_speak(&self, (from, to): Run) -> bool {
        let head = (from + 1..to).find(|&i| self.is(i, OF)).unwrap_or(to);
        let speaks = |i: usize| {
            let (hash, word) = (self.analysis.form(i).hash, self.analysis.words.of(i));
            let code = self.pack.code;
            self.analysis.form(i).is_capital()
                || is_somebody(code, hash, word)
                || are_sources(code, hash, word)
                || is_document(code, hash, word)
        };
        self.is_pronoun(from) || (from..head).any(speaks)
    }

    /// "Le maire, Paul Petit, a jugé la décision | « absurde »": what a verb between commas is about stands behind it.
    pub fn goes_behind(&self, cue: Run, inverted: Option<Run>) -> bool {
        let opened = |source: Run| self.analysis.quoted.get(source.1) == Some(&state::OPEN);
        self.told_behind(cue) || inverted.is_some_and(opened)
    }

    /// "em entrevista à RTP", "lors d'une conférence": a few words behind a preposition, without a verb.
    pub fn tells_where(&self, (from, to): Run) -> bool {
        let led =
            self.is(from, &self.pack.governing) || self.is(from, &["in", "en", "em", "dans", "lors", "bij", "в", "на"]);
        let verb = |i: usize| is_verb(self.analysis, i) || self.is(i, &self.pack.finite) || !self.out(i);
        led && to - from <= OCCASION && self.finite_in((from, to)).is_none() && !(from..to).any(verb)
    }

    /// Whether an object begins with a small word that is no article of a noun ("dénonce | l'attitude"), or is what was told before:
    /// "a confirmé | l'information".
    pub fn hangs_alone(&self, (from, to): Run) -> bool {
        let owned = self.pack.code == "ru" && self.is(from, &["его", "её", "ее", "их"]);
        let article = (owned || self.is(from, &self.pack.articles)) && from + 1 < to;
        let content = &Pack::of(Some(self.pack.code)).content_noun;
        let told = content.has(&self.analysis.lower(from + 1)) && !self.is(from + 2, OF);
        self.is_particle(from) && (!article || told)
    }

    /// A finite verb whose subject is not written: "Exigió", "También ha chiesto".
    pub fn is_dropped(&self, cue: Run) -> bool {
        self.opens_bare(cue) && (cue.1 > cue.0 + 1 || self.is_past(cue.1 - 1))
    }
}

#[cfg(test)]
mod tests {
    use crate::claims::attribution::testing::parts;

    #[test]
    fn what_is_demanded_demands_nothing() {
        let found =
            parts("Además exigió la retirada del decreto y calificó la medida de \u{201c}disparate\u{201d}.", "es");
        assert_eq!(found[0], ["", "exigió", "la retirada del decreto"], "{found:?}");
        assert!(found.iter().all(|part| part[0].is_empty()), "{found:?}");
        let found = parts("El técnico Renato Alves falou. Além disso, exigiu a retirada imediata do projeto.", "pt");
        assert_eq!(found.last().map(|last| last[2].as_str()), Some("a retirada imediata do projeto"), "{found:?}");
        let found = parts("Exigió la Fiscalía una fianza de mil euros.", "es");
        assert!(found.iter().all(|part| part[0] == "la Fiscalía"), "{found:?}");
    }

    #[test]
    fn a_subject_with_who_that_is_comes_before_its_verb() {
        let found = parts("L'allenatore del Pisana, Davide Conte, ha commentato la sconfitta.", "it");
        assert!(found.iter().all(|part| part[0] != "la sconfitta"), "{found:?}");
        let text = "Le président, Loïc Kerbrat, a jugé la décision « scandaleuse », estimant que l'État abandonnait la région.";
        let found = parts(text, "fr");
        assert_eq!(found.len(), 2, "{found:?}");
        assert_eq!(found[0][2], "la décision « scandaleuse »");
        assert_eq!(found[1][2], "l'État abandonnait la région");
    }

    #[test]
    fn where_it_was_said_is_not_said() {
        let text = "O Governo vai rever o decreto, anunciou a ministra Teresa Vaz, em entrevista à rádio.";
        assert_eq!(parts(text, "pt")[0][2], "O Governo vai rever o decreto");
    }
}
