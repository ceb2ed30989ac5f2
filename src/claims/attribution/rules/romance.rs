//! French, Spanish, Portuguese and Italian: what looks like a reporting verb or like a source and is none.

use super::phrases::Frame;
use crate::claims::attribution::linking::Run;
use crate::claims::attribution::quotations::speech::is_verb;
use crate::learn::form::Shape;

/// What a noun stands behind and no finite verb: "d'annonces", "par la faible demande".
const OF: &[&str] = &["d'", "de", "di"];
const LEADING: &[&str] = &["par", "avec", "sans", "con", "por", "per"];

/// The fewest words before a quotation that it goes on from.
const SENTENCE: usize = 2;

impl Frame<'_> {
    /// Whether a preposition with an article in it stands before word `i`.
    pub fn is_led(&self, i: usize) -> bool {
        const FUSED: &[&str] = &["dell'", "della", "del", "dello", "dei", "degli", "delle", "do", "da", "dos", "das"];
        let fused = |before: usize| self.is(before, FUSED) && (self.pack.code != "it" || !self.is(before, &["da"]));
        i > self.from && fused(i - 1)
    }

    /// An infinitive by its ending, behind which pronouns may hang: "decirle", "dirlo", "mostrar-se".
    pub fn is_infinitive(&self, i: usize) -> bool {
        const HUNG: &[&str] =
            &["-se", "-lo", "-la", "-lhe", "se", "le", "les", "lo", "la", "los", "las", "si", "gli", "li", "ne", "ci"];
        let word = self.analysis.lower(i);
        let bare = HUNG.iter().find_map(|end| word.strip_suffix(end).filter(|bare| bare.ends_with('r')));
        bare.is_some() || word.ends_with('r') || word.ends_with("re")
    }

    /// "le nombre d'annonces", "freinées par la faible demande": what looks like a verb is a noun.
    pub fn is_noun_of(&self, i: usize) -> bool {
        let romance = matches!(self.pack.code, "fr" | "es" | "pt" | "it");
        let back = |count: usize, words: &[&str]| i >= self.from + count && self.is(i - count, words);
        let adjective = || {
            back(2, &self.pack.articles)
                && back(3, LEADING)
                && self.shape(i - 1) == Shape::Lower
                && !is_verb(self.analysis, i - 1)
        };
        romance && !self.is_infinitive(i) && (back(1, OF) || adjective())
    }

    /// "Cabe destacar que", "È fondamentale sottolineare che": nobody in the text says so.
    pub fn is_impersonal(&self, i: usize) -> bool {
        let back = |count: usize, words: &[&str]| i >= self.from + count && self.is(i - count, words);
        let adjective = back(2, &["è", "es", "é"]) && self.shape(i - 1) == Shape::Lower;
        self.is_infinitive(i) && (back(1, &["cabe", "conviene", "convém", "occorre", "bisogna"]) || adjective)
    }

    /// "Gli Stati Uniti hanno finora | chiesto": a finite auxiliary right before the cue, or before its adverb, ends the phrase.
    pub fn before_auxiliary(&self, start: usize, end: usize) -> usize {
        let small = |i: usize| self.out(i) && !self.analysis.form(i).is_capital() && self.is(i, &self.pack.finite);
        (end.saturating_sub(2).max(start + 1)..end).find(|&i| small(i)).unwrap_or(end)
    }

    /// Behind an adjunct of time without a preposition: "este año | la mujer", "la semana pasada | Sánchez".
    pub fn behind_season(&self, start: usize, end: usize) -> usize {
        let led = self.is(start, &self.pack.articles) || self.is(start, &["quest'", "neste", "nesta"]);
        if !led || !self.is(start + 1, &self.pack.periods) {
            return start;
        }
        let past = ["pasado", "pasada", "dernier", "dernière", "scorso", "scorsa", "passado", "passada"];
        let next = start + 2 + usize::from(self.is(start + 2, &past));
        let opens = next < end && (self.is(next, &self.pack.articles) || self.analysis.form(next).is_capital());
        if opens { next } else { start }
    }

    /// "une hausse plus forte que prévu": what opens no clause between `start` and the word `opener`, but says than what.
    pub fn compares(&self, start: usize, opener: usize) -> bool {
        const MORE: &[&str] = &["plus", "moins", "aussi", "autant", "más", "menos", "mais", "più", "meno"];
        let more = (start..opener).rev().take(2).find(|&i| self.is(i, MORE));
        // "a dit plus tard que ..."
        let later = |i: usize| self.is(i, &["tard", "tôt", "tarde", "temprano", "tardi", "cedo", "presto"]);
        self.pack.code != "nl" && more.is_some_and(|more| more + 2 == opener && !later(more + 1) || more + 1 == opener)
    }

    /// "Les comptes sont en baisse, « une première depuis 2005 », selon la Drees": where the sentence begins that a quotation
    /// in small letters is a part of, else where the quotation does.
    pub fn before_fragment(&self, run: Run) -> usize {
        let first = (run.0..run.1).find(|&i| self.analysis.form(i).is_word());
        let start = self.trimmed((self.clause_start(run.0), run.1)).0;
        let told = (start..run.0).filter(|&i| self.out(i) && self.analysis.form(i).is_word()).count();
        let small = first.is_some_and(|i| self.shape(i) == Shape::Lower);
        let colon = run.0.checked_sub(2).is_some_and(|i| self.shape(i) == Shape::Colon);
        if small && !colon && told >= SENTENCE { start } else { run.0 }
    }
}
