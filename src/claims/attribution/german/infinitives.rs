//! German infinitives with "zu", before the verb or within it.

use super::Finder;
use crate::claims::attribution::linking::Run;

/// What parts from a verb, with "zu" between them: "herunterzuspielen".
const PREFIXES: &str = "zu herunterzuspielen auf ab an ein aus vor zurück durch um bei fest hin her herunter hinunter heraus hinaus \
    herein hinein herab hinweg weg fort los mit nach nieder weiter wieder zusammen bereit bekannt preis offen klar \
    sicher still fern frei gleich entgegen gegenüber statt teil über unter voran voraus vorbei bloß hoch kaputt \
    lahm schön klein groß recht richtig";

impl Finder<'_> {
    /// "..., den Vertrag zu kündigen": a clause with an infinitive.
    pub(super) fn infinitive(&self, (from, to): Run) -> bool {
        (from..to.saturating_sub(1)).any(|i| {
            self.is(i, &["zu"]) && self.analysis.lower(i + 1).ends_with('n') && !self.analysis.form(i + 1).is_capital()
        }) || (from..to).any(|i| {
            let word = self.analysis.lower(i);
            // "zurück|zu|zahlen", "auf|zu|zeigen"
            let mut parted = word.match_indices("zu").map(|(at, _)| (&word[..at], &word[at + 2..]));
            let twice = |prefix: &str, verb: &str| prefix.is_empty() && verb.starts_with("zu");
            !self.analysis.form(i).is_capital()
                && (word.ends_with("en") || word.ends_with("ern"))
                && parted.any(|(prefix, verb)| {
                    verb.len() > 3 && PREFIXES.split(' ').any(|known| known == prefix) || twice(prefix, verb)
                })
        })
    }
}
