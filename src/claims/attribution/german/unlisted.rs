//! German verbs that no list knows, shown to report by the mood of the clause behind them: "Anwalt Müller trug vor, sein Mandant
//! sei unschuldig" (the subjunctive of reported speech: Duden, Die Grammatik, 9th edition, sections on "Konjunktiv I").

use super::Finder;
use crate::claims::attribution::linking::Link;
use crate::claims::speakers::{is_somebody, surname_end};

/// Words of the clause before the comma at most.
const REACH: usize = 14;
/// How far behind the comma the finite verb of a main clause stands at most.
const SECOND: usize = 10;
/// What opens a clause that is no main one.
const OPENERS: &[&str] = &[
    "weil", "obwohl", "wenn", "falls", "da", "damit", "um", "als", "bevor", "nachdem", "sodass", "während", "indem",
    "sondern", "aber", "und", "denn", "doch", "oder", "seit", "bis", "wobei", "wodurch", "weshalb", "so",
];

impl Finder<'_> {
    /// Somebody, a verb, a comma, and a main clause in the subjunctive of reported speech.
    pub(super) fn unlisted(&self) -> Option<Link> {
        let comma = (self.from..self.to.min(self.from + REACH)).find(|&i| self.comma(i))?;
        let plain = (self.from..comma).all(|i| self.outside(i) && !self.subjunctive(i));
        let opens = comma + 1;
        let clause = !self.is(opens, OPENERS)
            && !self.is(opens, &self.pack.complementisers)
            && !self.is(opens, &self.pack.questions);
        // "die Hütte, die der Sturm zerstört habe": the verb of a relative clause stands last.
        let second = (opens..self.to.min(opens + SECOND))
            .any(|i| self.subjunctive(i) && i + 1 < self.to && self.analysis.form(i + 1).is_word());
        if !plain || !clause || !second {
            return None;
        }
        let end = self.phrases.end_of(self.from).filter(|&end| end < comma)?;
        let code = self.pack.code;
        let somebody =
            (self.from..end).any(|i| is_somebody(code, self.analysis.form(i).hash, self.analysis.words.of(i)));
        let verb = end < comma && !self.analysis.form(end).is_capital() && self.analysis.form(end).is_word();
        let named = somebody || surname_end(self.analysis, code, self.from) == Some(end);
        if !named || !verb || self.phrases.adverbial(end) {
            return None;
        }
        self.link(Some((self.from, end)), (end, end + 1), vec![self.trimmed((opens, self.to))])
    }
}
