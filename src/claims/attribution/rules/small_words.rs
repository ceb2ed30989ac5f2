//! What the small words of a sentence are: pronouns, adverbs, particles, addressees, titles.

use super::phrases::Frame;
use crate::claims::attribution::quotations::speech::{hung, is_verb};
use crate::claims::speakers::{Pronoun, is_trade, pronoun};
use crate::learn::form::Shape;

impl Frame<'_> {
    pub fn is_pronoun(&self, i: usize) -> bool {
        let found = pronoun(self.pack.code, &self.analysis.lower(i)).or_else(|| hung(self.analysis, self.pack, i));
        found.is_some_and(|kind| kind != Pronoun::Relative)
    }

    /// A title or a trade: "maire".
    pub fn is_trade(&self, i: usize) -> bool {
        i < self.to && is_trade(self.pack.code, self.analysis.form(i).hash, self.analysis.words.of(i))
    }

    /// A title or a trade, with its article or without one: "le maire".
    pub fn opens_trade(&self, i: usize) -> bool {
        self.is_trade(i) || self.is(i, &self.pack.articles) && self.is_trade(i + 1)
    }

    /// A word at which a source ends, and that begins none.
    pub fn is_stop(&self, i: usize) -> bool {
        self.is(i, &self.pack.stops) && !self.is(i, &self.pack.articles)
    }

    /// A pronoun that is no possessive before its noun: "son" is one, "son avocat" is not.
    pub fn stands_alone(&self, i: usize) -> bool {
        let next = i + 1 < self.to && self.out(i + 1) && self.analysis.form(i + 1).is_word();
        let noun = next
            && self.is(i, &self.pack.articles)
            && !is_verb(self.analysis, i + 1)
            && !self.is_particle(i + 1)
            && !self.is_adverb(i + 1)
            && !self.is(i + 1, &self.pack.stops);
        // "по словам его дочери"
        let own = next
            && self.is(i, &["его", "её", "ее", "их"])
            && self.shape(i + 1) == Shape::Lower
            && !is_verb(self.analysis, i + 1);
        self.is_pronoun(i) && !noun && !own
    }

    /// What stands between a subject and its verb: "finalement", "всё же".
    pub fn is_adverb(&self, i: usize) -> bool {
        if self.is(i, &self.pack.adverbs) {
            return true;
        }
        let word = self.analysis.lower(i);
        let long = word.chars().count() > 6 && !self.analysis.form(i).is_capital() && i > self.from;
        match self.pack.code {
            "es" | "pt" | "it" => long && word.ends_with("mente") && !self.is(i - 1, &self.pack.articles),
            // "le gouvernement" is none.
            "fr" => {
                let name = |at: usize| self.analysis.form(at).is_capital() && !self.is(at, &self.pack.articles);
                let verb = |at: usize| self.is(at, &self.pack.auxiliaries) || name(at);
                long && word.ends_with("ment") && verb(i - 1)
            }
            _ => false,
        }
    }

    /// "Posteriormente | matizó": an adverb by its ending, with the capital of its sentence.
    pub fn is_sentence_adverb(&self, i: usize) -> bool {
        let word = self.analysis.lower(i);
        let long = word.chars().count() > 7;
        long && i == self.from && matches!(self.pack.code, "es" | "pt" | "it") && word.ends_with("mente")
    }

    /// Small words and marks that may stand between a quotation and its cue.
    pub fn is_particle(&self, i: usize) -> bool {
        self.is(i, &self.pack.particles)
            || self.is(i, &self.pack.auxiliaries)
            || self.is_pronoun(i) && self.out(i)
            || self.shape(i) == Shape::Dash
    }

    /// What stands before whom something is told: "a los periodistas", "tegen de krant".
    pub fn addressee(&self, i: usize) -> bool {
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
                    "all'",
                    "allo",
                    "agli",
                    "alle",
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
        !self.analysis.form(i).is_capital()
            && (self.analysis.lower(i).chars().count() > 3 || self.is(i, &["hoy", "ici"]))
    }
}
