//! Infinitives that are clauses in languages without parts of speech: "di non averlo visto", "n'avoir rien vu".

use super::phrases::Frame;
use crate::claims::attribution::linking::Run;
use crate::claims::attribution::quotations::speech::is_verb;

/// Pronouns and negations that stand before a verb.
const CLITICS: &[&str] = &["n'", "ne", "pas", "s'", "se", "me", "y", "en", "no", "não", "non", "l'", "le", "la"];

/// Words of guilt behind a participle: "reconnu coupable".
const GUILTY: &[&str] =
    &["coupable", "coupables", "culpable", "culpables", "culpado", "culpada", "culpados", "colpevole", "colpevoli"];

impl Frame<'_> {
    /// "a été reconnu coupable", "è stato riconosciuto colpevole": what others find somebody to be.
    pub fn is_verdict(&self, cue: Run) -> bool {
        let guilty = self.is(cue.1, GUILTY) || self.is(cue.1 - 1, GUILTY);
        let verb = cue.1 - usize::from(self.is(cue.1 - 1, GUILTY));
        let be = (self.from.max(cue.0.saturating_sub(3))..verb).any(|i| self.is(i, &self.pack.be));
        guilty && be
    }

    /// "ha chiesto | sei anni di carcere": behind a number "di" joins a noun, though it ends as an infinitive does.
    pub fn is_of_noun(&self, start: usize, opener: usize) -> bool {
        let small = self.is_stop(start)
            || self.is_adverb(start)
            || self.addressee(start)
            || self.is(start, &self.pack.articles);
        self.pack.code == "it"
            && opener == start + 2
            && !small
            && !self.analysis.form(start).is_capital()
            && self.is(opener, &["di"])
    }

    /// "di non averlo visto", "n'avoir rien vu", "haber alertado", "onwel te zijn geworden": an infinitive is a clause.
    pub fn opens_infinitive(&self, i: usize) -> bool {
        let ends = |at: usize, endings: &[&str]| {
            let word = self.analysis.lower(at);
            at < self.to && word.chars().count() > 3 && endings.iter().any(|end| word.ends_with(end))
        };
        let skip = self.behind_clitics(i);
        let bare = |endings: &[&str]| ends(skip, endings) && !self.analysis.form(skip).is_capital();
        match self.pack.code {
            _ if self.opens_perfect(i) => true,
            "fr" => {
                // "indique vouloir agir vite"
                const SOON: &[&str] = &["vouloir", "pouvoir", "devoir", "savoir", "craindre", "ignorer", "disposer"];
                let bare = i > self.from && is_verb(self.analysis, i - 1) && self.is(i, SOON);
                // "dit ne pas croire"
                let denied = self.is(i, &["ne", "n'"]) && ends(skip, &["er", "ir", "oir", "re"]);
                self.is(skip, &["avoir", "être"])
                    || bare
                    || denied
                    || self.is(i, &["de", "d'"]) && {
                        // "de la gare" is no infinitive.
                        let clitics = ["ne", "n'", "pas", "se", "s'", "y", "en", "me", "lui", "leur", "nous", "vous"];
                        let verb = (i + 1..self.to.min(i + 4)).find(|&at| !self.is(at, &clitics)).unwrap_or(i);
                        ends(verb, &["er", "ir", "oir", "re"])
                    }
            }
            "es" | "pt" => {
                bare(&["ar", "er", "ir", "rlo", "rla", "rse", "rle", "-lo", "-la", "-se"])
                    || self.is(i, &["de"]) && ends(i + 1, &["ar", "er", "ir"])
            }
            "it" => {
                self.is(i, &["di", "d'"])
                    && (i + 1..self.to.min(i + 4)).any(|at| ends(at, &["re", "rlo", "rla", "rsi", "rne", "ver", "ser"]))
            }
            "nl" => {
                let end = (i..self.to.min(i + 14)).find(|&at| self.ends_phrase(at)).unwrap_or(self.to.min(i + 14));
                (i + 1..end).any(|at| self.is(at, &["te"]) && ends(at + 1, &["en", "n"]))
            }
            "ru" => ends(skip, &["ть", "ться", "ти", "чь"]),
            _ => false,
        }
    }

    /// "avoir laissé", "haber visto", "ter avisado", "di non avere visto": a clause wherever it stands behind its cue.
    pub fn opens_perfect(&self, i: usize) -> bool {
        let led = i > self.from && (self.is(i - 1, &self.pack.stops) || self.is(i - 1, &["sans", "sin", "sem", "que"]));
        let whole = i == self.from || !self.is(i - 1, CLITICS);
        match self.pack.code {
            "fr" => whole && !led && self.is(self.behind_clitics(i), &["avoir", "être"]),
            "es" => whole && !led && self.is(self.behind_clitics(i), &["haber", "haberse", "haberlo", "haberla"]),
            "pt" => whole && !led && self.is(self.behind_clitics(i), &["ter", "haver", "tê-lo", "tê-la"]),
            "it" => {
                let have = ["aver", "avere", "essere", "averlo", "averla", "essersi", "esser"];
                self.is(i, &["di", "d'"]) && self.is(self.behind_clitics(i + 1), &have)
            }
            _ => false,
        }
    }

    /// "dit avoir alerté", "nie avoir menti et trompé": whether a cue is a participle of the perfect that begins at `start`, and
    /// no verb that goes on with the subject: "nie avoir menti et a accusé".
    pub fn is_of_perfect(&self, start: usize, cue: Run) -> bool {
        let joined = (start..cue.0).any(|i| self.is(i, &self.pack.conjunctions));
        let finite = self.is(cue.0, &self.pack.auxiliaries) || self.is_past(cue.1 - 1);
        start <= cue.0 && cue.0 <= start + 4 && !(joined && finite)
    }

    /// The first of three words that is no pronoun and no negation hung on a verb.
    fn behind_clitics(&self, i: usize) -> usize {
        (i..self.to.min(i + 3)).find(|&at| !self.is(at, CLITICS)).unwrap_or(i)
    }
}
