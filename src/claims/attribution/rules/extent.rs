//! Where noun phrases end in languages without parts of speech.

use super::phrases::{Frame, PARTICLES};
use super::unreported::OF;
use crate::claims::attribution::quotations::speech::is_verb;
use crate::learn::form::Shape;

/// Nouns that begin a source without an article.
const SOURCES: &[&str] = &["fuentes", "fonte", "fontes", "fonti"];

impl Frame<'_> {
    /// Dutch: behind "de grote gemeente" a small word goes on with the phrase only if it links.
    fn leaves_noun(&self, start: usize, i: usize) -> bool {
        const LINKS: &[&str] = &["van", "de", "het", "der", "den", "en", "bij", "uit", "voor", "in", "op"];
        let noun = |at: usize| !self.is(at, &self.pack.articles) && !self.is(at, LINKS);
        // "de grote"; "de politie" is no adjective.
        let last = self.analysis.lower(i - 1);
        let bent =
            last.ends_with('e') && !last.ends_with("ie") && i - 1 == start + 1 && self.is(start, &self.pack.articles);
        // "Fatima | el | Idrissi"
        const INNER: &[&str] = &["el", "al", "ben", "bin", "ten", "ter", "te", "'t", "von", "da", "dos", "la", "le"];
        let inner = self.is(i, INNER) && self.analysis.form(i - 1).is_capital();
        if inner && i + 1 < self.to && self.analysis.form(i + 1).is_capital() {
            return false;
        }
        // "technisch | directeur Patricia Loos"
        if self.is_trade(i) && i + 1 < self.to && self.out(i + 1) && self.analysis.form(i + 1).is_capital() {
            return false;
        }
        noun(i - 1) && !self.is(i, LINKS) && !self.analysis.form(i).is_capital() && (!bent || is_verb(self.analysis, i))
    }

    /// Whether an article stands right behind a noun.
    pub fn opens_next(&self, i: usize) -> bool {
        let articles =
            ["il", "lo", "i", "gli", "le", "la", "el", "los", "las", "o", "os", "un", "una", "uno", "um", "uma", "les"];
        let romance = matches!(self.pack.code, "it" | "es" | "pt" | "fr");
        let joined =
            self.is(i - 1, PARTICLES) || self.is(i - 1, &self.pack.stops) || self.is(i - 1, &self.pack.articles);
        let plain = self.shape(i) == Shape::Lower && self.shape(i - 1) != Shape::Mark && !joined;
        romance
            && plain
            && self.is(i, &articles)
            && !self.is(i - 1, &self.pack.conjunctions)
            && !self.is(i - 1, &["tous", "toutes", "todos", "todas", "tutti", "tutte", "et", "y", "e"])
    }

    /// Whether what somebody says may begin right behind his name: with an article or a quotation.
    pub fn opens_said(&self, i: usize) -> bool {
        self.opens_next(i) || self.opens_quote(i)
    }

    /// End of the noun phrase that begins at `start`, with an apposition that brings the name.
    pub fn phrase_end(&self, start: usize, bound: usize) -> usize {
        let plain = |start: usize| {
            let mut end = start;
            while end < bound && end < start + 14 && !self.ends_phrase(end) {
                let name = self.analysis.form(end).is_capital();
                let noun = end > start && self.is(end - 1, &self.pack.articles) || self.is_infinitive_trade(end);
                let stop = self.is_stop(end)
                    || self.is(end, &self.pack.relatives)
                    || self.is(end, &self.pack.complementisers)
                    || self.is(end, &self.pack.conjunctions)
                    || is_verb(self.analysis, end) && !name && !noun
                    || self.pack.code == "nl" && end > start && self.leaves_noun(start, end)
                    // "secondo Radio Curva ce l'avrebbe con Rossi"
                    || !self.pack.have.is_empty() && self.is(end, &["ce", "non", "não", "no", "ne", "n'"])
                        && !self.is(end - usize::from(end > start), OF);
                // "secondo la polizia il conducente": a second article opens what they say.
                // "a giudizio di Riva il ponte": and so does the first behind a name.
                let name_before = end == start + 1 && self.analysis.form(start).is_capital();
                // "a parere dell'| opposizione il ponte": the article of the cue is that of the phrase.
                let second =
                    (end > start + 1 || name_before || end > start && self.is_led(start)) && self.opens_next(end);
                // "la prima cittadina": what an article opens goes on at least to its noun.
                let opened = end == start + 1 && self.is(start, &self.pack.articles) && !is_verb(self.analysis, end);
                // "el Servicio Sismológico | y de Aludes"
                let joined = self.is(end, &self.pack.conjunctions) && self.is(end + 1, OF) && {
                    let capital = |i: usize| i < bound && self.analysis.form(i).is_capital();
                    capital(end + 2) && end > start && capital(end - 1)
                };
                if stop && !name && end > start && !opened && !joined || second {
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
            let capital = |i: usize| self.analysis.form(i).is_capital();
            let name = capital(end + 1) && (end + 1..more).all(|i| capital(i) || self.is(i, PARTICLES));
            // "del difensore, l'avvocato Manlio Sala,": a trade and a name.
            let trade = self.is(end + 1, &self.pack.articles)
                && more >= end + 5
                && (end + 3..more).all(|i| capital(i) || self.is(i, PARTICLES))
                && self.is_trade(end + 2);
            if more > end + 1 && (name || trade) && more - end <= 6 {
                return more;
            }
        }
        // "de la unidad" at the end of a name belongs to it, a lone article or preposition does not.
        let mut end = end;
        while end > start + 1 && self.is(end - 1, &self.pack.articles) && !self.is(end - 1, SOURCES) {
            end -= 1;
        }
        end
    }

    /// "Il presidente | gli | ha confermato", "Министр | ему | не верит": a pronoun that is no subject, before its verb.
    pub fn is_clitic(&self, i: usize) -> bool {
        match self.pack.code {
            "it" => i > self.from + 1 && self.is(i, &["gli", "le", "lo", "la", "li", "ne", "vi"]),
            "ru" => i > self.from && self.is(i, &["ему", "ей", "им"]),
            _ => false,
        }
    }
}
