//! Denials in languages without parts of speech that take up what was said before, with a pronoun beside the verb or with nothing:
//! "lo negó", "l'a nié", "ontkende dat", "dément".

use super::phrases::Frame;
use crate::claims::attribution::linking::Run;
use crate::claims::frame::pack::Pack;
use crate::claims::types::Act;
use crate::learn::form::Shape;

/// Object pronouns that hang before a verb.
const CLITICS: &[&str] = &["lo", "l'", "le", "la", "los", "las", "les", "li", "это"];

impl Frame<'_> {
    /// The pronoun that a denial has for its object, or its verb where it has none; `behind` is where its source ends, if it stands
    /// behind the cue, else the cue itself.
    pub fn denied_pronoun(&self, cue: Run, behind: usize) -> Option<Run> {
        let frame = Pack::of(Some(self.pack.code));
        // "l'a exclu": whom somebody shuts out is no statement.
        let excludes = (cue.0..cue.1).any(|i| frame.exclusion.has(&self.analysis.lower(i)));
        // "spreekt hij | dat | tegen"
        let parted = self.particle_behind(cue, behind).is_some_and(|end| end == behind + 1);
        let against = parted && self.is(cue.1 - 1, &["spreekt", "sprak", "spreken", "spraken"]);
        if against && frame.pronoun.has(&self.analysis.lower(behind)) {
            return Some((behind, behind + 1));
        }
        if self.act(cue) != Act::Deny
            || excludes
            || (cue.0.saturating_sub(2).max(self.from)..cue.1).any(|i| self.is(i, &self.pack.be))
        {
            return None;
        }
        let known = |i: usize| i < self.to && self.out(i) && frame.pronoun.has(&self.analysis.lower(i));
        let stops = |i: usize| i >= self.to || matches!(self.shape(i), Shape::Stop | Shape::Comma | Shape::Bracket);
        let small = |i: usize| !self.is(cue.1, &self.pack.complementisers) && self.is(i, &self.pack.stops);
        let ends = |i: usize| stops(i) || self.is(i, &self.pack.conjunctions) || small(i);
        // "se negó": who refuses says nothing of what was said.
        if (cue.0.saturating_sub(1)..cue.1).any(|i| self.is(i, &["se", "s'", "si", "zich"])) {
            return None;
        }
        // "negou isso", "ontkende dat"
        if known(cue.1) && ends(cue.1 + 1) {
            return Some((cue.1, cue.1 + 1));
        }
        let clitic = cue.0.checked_sub(1).filter(|&at| at >= self.from && self.is(at, CLITICS) && self.out(at));
        let opens = |i: usize| self.is(i, &self.pack.complementisers) || self.shape(i.min(self.to - 1)) == Shape::Colon;
        if let Some(clitic) = clitic.filter(|_| cue.1 >= self.to || !opens(cue.1)) {
            return Some((clitic, clitic + 1));
        }
        // Russian has its object before the verb as well.
        let closes = self.pack.code != "ru" && (cue.1 >= self.to || self.shape(cue.1) == Shape::Stop);
        closes.then_some((cue.1 - 1, cue.1))
    }
}

#[cfg(test)]
mod tests {
    use crate::claims::attribution::testing::parts;
    use crate::claims::testing::claims;
    use crate::claims::types::{Act, Polarity};

    #[test]
    fn what_was_said_before_is_denied() {
        for (text, language, denied) in [
            ("Las obras se pararon, según la oposición. El ministro lo negó.", "es", "Las obras se pararon"),
            ("La oposición dijo que hubo pagos. El ministro lo desmintió ayer.", "es", "hubo pagos"),
            ("L'opposition affirme que le pont est fermé. Le ministre l'a nié.", "fr", "le pont est fermé"),
            ("L'opposition affirme que le pont est fermé. Le ministère dément.", "fr", "le pont est fermé"),
            ("L'opposizione ha detto che il ponte è chiuso. Il ministro lo ha negato.", "it", "il ponte è chiuso"),
            ("A oposição disse que a ponte fechou. O ministro negou isso.", "pt", "a ponte fechou"),
            ("De oppositie zei dat de brug dicht is. De minister ontkende dat.", "nl", "de brug dicht is"),
            ("Оппозиция заявила, что мост закрыт. Министр это отрицал.", "ru", "мост закрыт"),
        ] {
            let found = claims(text, language);
            assert_eq!(found.last(), Some(&(Act::Deny, Polarity::Negated, denied.to_owned())), "{text} {found:?}");
        }
    }

    #[test]
    fn who_shuts_out_or_refuses_denies_nothing() {
        for (text, language) in
            [("Le club l'a exclu.", "fr"), ("El ministro se negó.", "es"), ("L'élu a été démenti.", "fr")]
        {
            assert!(parts(text, language).is_empty(), "{text}");
        }
    }
}
