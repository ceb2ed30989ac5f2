//! German objects that fill the place before the verb, with who says so behind it: "Den Vorwurf wies Berg zurück.", "Einen Rücktritt
//! schloss sie aus."

use super::Finder;
use crate::claims::attribution::linking::Run;
use crate::claims::speakers::{is_document, is_trade};

/// Words before the verb at most.
const LONGEST: usize = 12;
/// Words that show an accusative, and those that a subject and an object may begin with.
const ACCUSATIVE: &[&str] =
    &["den", "einen", "keinen", "diesen", "jeden", "seinen", "ihren", "jeglichen", "solchen", "einigen"];
const EITHER: &[&str] = &[
    "die",
    "das",
    "eine",
    "ein",
    "keine",
    "kein",
    "diese",
    "dieses",
    "jede",
    "jedes",
    "seine",
    "sein",
    "ihre",
    "ihr",
    "solche",
    "alle",
    "sämtliche",
    "weitere",
    "neue",
];

impl Finder<'_> {
    /// The object before the verb at word `cue`, or before its auxiliary, and whom stands behind it.
    pub(super) fn fronted_object(&self, cue: usize) -> Option<(Run, Run)> {
        let auxiliary = (self.from + 1..cue).rev().find(|&i| self.is(i, &self.pack.auxiliaries) && self.outside(i));
        let last = cue + 1 >= self.to || !self.analysis.form(cue + 1).is_word();
        let verb = auxiliary.filter(|_| last).unwrap_or(cue);
        let object = (self.from, verb);
        let plain = (self.from..verb).all(|i| !(self.comma(i) || self.outside(i) && self.verb(i)));
        let words = self.words(object);
        if !plain
            || self.calls(cue)
            || !self.outside(self.from)
            || !(1..=LONGEST).contains(&words)
            || !(self.is_object(cue) || self.rejects(cue))
        {
            return None;
        }
        let accusative = self.is(self.from, ACCUSATIVE) && words > 1;
        // "Steuererhöhungen schloss der Minister aus."
        let bare = words == 1 && self.names_deed(self.from);
        let open = accusative || bare || self.is(self.from, EITHER) && words > 1;
        if self.phrases.adverbial(self.from) {
            return None;
        }
        let start = (verb + 1..self.to.min(verb + 5)).find(|&i| !self.is(i, &self.pack.adverbs))?;
        let pronoun = self.phrases.pronoun_at(start).filter(|_| start == verb + 1);
        let source = pronoun.or_else(|| Some((start, self.phrases.end_of(start)?)))?;
        // "Mehr Personal fordert auch | der Betriebsrat": its article is that of a subject.
        let subject = words > 1 && self.is(source.0, &["der"]) && self.is_somebody(source);
        if !open && !subject {
            return None;
        }
        let named = self.analysis.form(source.0).is_capital();
        let speaks = pronoun.is_some() || self.is_somebody(source) || accusative && named;
        // "Die Studie kritisierte die Regierung": what can speak is the subject.
        let noun = |i: usize| self.analysis.form(i).hash;
        let written = |i: usize| is_document("de", noun(i), self.analysis.words.of(i));
        let other = accusative || !self.is_somebody(object) && !(object.0..object.1).any(written);
        let nominative =
            !self.is(source.0, &["den", "dem", "des", "einem", "einen", "am", "im", "in", "mit", "von", "vom"]);
        let verbs = (source.0..source.1).any(|i| i == cue);
        (speaks && other && nominative && !verbs && !self.is_person(object)).then_some((object, source))
    }

    /// "lehnt ... ab"
    fn rejects(&self, cue: usize) -> bool {
        self.is(cue, &["lehnt"]) && (cue + 1..self.to).any(|i| self.is(i, &["ab"]))
    }

    /// Whether the first noun of a phrase is somebody: who is shut out is no statement.
    pub(super) fn is_person(&self, (from, to): Run) -> bool {
        let noun = (from..to).find(|&i| self.analysis.form(i).is_capital() && i > self.from);
        noun.is_some_and(|noun| is_trade("de", self.analysis.form(noun).hash, self.analysis.words.of(noun)))
    }
}

#[cfg(test)]
mod tests {
    use crate::claims::attribution::testing::parts;

    fn read(text: &str) -> Vec<[String; 2]> {
        parts(text, "de").into_iter().map(|[source, _, content]| [source, content]).collect()
    }

    #[test]
    fn an_object_may_fill_the_place_before_the_verb() {
        for (text, source, content) in [
            ("Den Vorwurf wies Berg zurück.", "Berg", "Den Vorwurf"),
            ("Einen Rücktritt schloss Broders aus.", "Broders", "Einen Rücktritt"),
            ("Einen Rücktritt schließt er nicht aus.", "er", "Einen Rücktritt"),
            ("Steuererhöhungen schloss der Minister aus.", "der Minister", "Steuererhöhungen"),
            ("Den Plan kritisierte die Gewerkschaft scharf.", "die Gewerkschaft", "Den Plan"),
            ("Die Vorwürfe hat der Konzern zurückgewiesen.", "der Konzern", "Die Vorwürfe"),
        ] {
            assert_eq!(read(text), [[source, content]], "{text}");
        }
    }

    #[test]
    fn who_speaks_or_is_shut_out_is_no_object_of_speech() {
        assert!(read("Den Trainer schloss der Verband aus.").is_empty());
        assert!(read("Er schloss den Spieler vom Training aus.").is_empty());
        assert_eq!(read("Die Partei kritisierte den neuen Plan."), [["Die Partei", "den neuen Plan"]]);
    }
}
