//! What a German verb has as its object: "forderte ein Ende der Gewalt", "hat Sabotage nicht ausgeschlossen".

use super::Finder;
use super::subjects::MODALS;
use crate::claims::attribution::linking::Run;
use crate::learn::form::Shape;

/// What opens with whom, when and where somebody speaks.
const PLACES: &[&str] =
    &["mit", "zu", "bei", "in", "im", "am", "an", "auf", "vor", "aus", "nach", "angesichts", "gegenüber", "der", "die"];

/// Forms of the verb that excludes with "aus" behind it.
const EXCLUDES: &[&str] = &["schließt", "schloss", "schließen", "schlossen"];

impl Finder<'_> {
    /// Whether the verb at word `i` has what is said for its object.
    pub(super) fn is_object(&self, i: usize) -> bool {
        // Whether the clause of the verb ends with this particle.
        let ends_with = |particle: &str, more: &[&str]| {
            let end = (i + 1..self.to).find(|&at| self.comma(at)).unwrap_or(self.to);
            let closes = |at: usize| at + 1 >= end || !self.analysis.form(at + 1).is_word() || self.is(at + 1, more);
            (i + 1..end).any(|at| self.is(at, &[particle]) && closes(at))
        };
        // "wies die Vorwürfe zurück"; "wies auf die Gefahr hin" has no object.
        if self.is(i, &["wies", "weist", "wiesen", "weisen"]) {
            return ends_with("zurück", &["und"]);
        }
        // "hat Sabotage nicht ausgeschlossen"; who excludes a player says nothing.
        if self.is(i, &["ausgeschlossen", "ausschließen"]) {
            let modal = || (self.from..i).any(|at| self.is(at, MODALS) && self.outside(at));
            return i > 0 && self.is(i - 1, &["nicht"]) && (self.is(i, &["ausgeschlossen"]) || modal());
        }
        // "stellte höhere Löhne in Aussicht"
        if self.is(i, &["stellte", "stellt", "stellten", "stellen"]) {
            let behind = |at: usize| !self.comma(at + 1);
            return (i + 1..self.to).any(|at| self.is(at, &["aussicht"]) && self.is(at - 1, &["in"]) && behind(at));
        }
        // "schließt einen Rücktritt aus"; alone it closes something.
        if self.is(i, EXCLUDES) {
            let end = (i + 1..self.to).find(|&at| self.is(at, &["aus"])).unwrap_or(self.to);
            // "schloss | den Spieler vom Training | aus"
            let behind = self.phrases.pronoun_at(self.from).is_some() || self.is_somebody((self.from, i));
            return ends_with("aus", &[]) && !(behind && self.is_person((i + 1, end)));
        }
        // "macht den Fahrer für den Unfall verantwortlich"; "macht deutlich" has a clause.
        if self.blames(i) {
            return true;
        }
        let word = self.analysis.lower(i);
        // "räumte die Tat ein"; what stands behind a comma is a clause.
        if word.starts_with("räumt") {
            return !(i + 1..self.to).any(|at| self.comma(at));
        }
        // "hält den Deich für sicher"
        if matches!(word.as_str(), "hält" | "hielt" | "halten" | "hielten") {
            return (i + 1..self.to.min(i + 24)).any(|at| self.outside(at) && self.is(at, &["für"]));
        }
        self.pack
            .objects
            .iter()
            .any(|object| object.strip_suffix('*').map_or(word == *object, |stem| word.starts_with(stem)))
    }

    /// "macht ... verantwortlich": whom and for what.
    pub(super) fn blames(&self, i: usize) -> bool {
        let end = (i + 1..self.to).find(|&at| self.comma(at)).unwrap_or(self.to);
        let last = (i + 1..end).rev().find(|&at| self.analysis.form(at).is_word());
        let led = |last: usize| (i + 1..last).any(|at| self.is(at, &["für"])) || self.is(self.from, &["für"]);
        let makes = self.is(i, &["macht", "machte", "machten", "machen"]);
        makes && last.is_some_and(|last| self.is(last, &["verantwortlich"]) && led(last))
    }

    /// A noun for what is done, by its ending.
    pub(super) fn names_deed(&self, i: usize) -> bool {
        let word = self.analysis.lower(i);
        ["ung", "ungen", "heit", "keit", "tion", "tionen", "schaft", "wahlen", "tät"]
            .iter()
            .any(|end| word.ends_with(end))
    }

    /// The object of a verb: "warnte vor einer Eskalation", "hat ein Ende der Gewalt gefordert".
    pub(super) fn object(&self, cue: usize, end: usize, after: bool) -> Option<Run> {
        let auxiliary = (self.from..cue).rev().find(|&i| self.helps(i, cue) && self.outside(i));
        let next = cue + 1 >= self.to || !self.analysis.form(cue + 1).is_word();
        if auxiliary.is_none()
            && next
            && let Some(subject) = self.subordinate(cue, true)
        {
            return Some(self.trimmed((subject.1, cue))).filter(|&run| self.words(run) >= 2);
        }
        let (mut from, mut to) = match auxiliary.filter(|_| next) {
            // Between auxiliary and participle.
            Some(auxiliary) => {
                let right = self.phrases.end_of(auxiliary + 1).filter(|_| !self.phrases.nominal_before(auxiliary));
                (right.unwrap_or(auxiliary + 1), cue)
            }
            None => {
                // "kritisierte die Chefin, Anna Lund, den Plan": behind the comma that closes the apposition.
                let apposed = after && self.comma(end) && (cue + 1..end).any(|i| self.comma(i));
                let start = if after { end + usize::from(apposed) } else { cue + 1 };
                let stop = (start.max(end)..self.to).find(|&i| {
                    self.comma(i) && !self.infinitive((i + 1, self.to.min(i + 16)))
                        || self.outside(i)
                            && (self.analysis.form(i).shape == Shape::Colon
                                || self.is(i, &["und"]) && i + 1 < self.to && self.verb(i + 1))
                });
                (start, stop.unwrap_or(self.to))
            }
        };
        (from, to) = self.trimmed((from, to));
        // "hat am Montag vor Rissen gewarnt": when is no part of it.
        if from + 2 < to && self.is(from, &["am", "im"]) && self.phrases.is_day(from + 1) {
            from += 2;
        }
        // "bestätigte auf Anfrage den Vorfall"
        if from + 2 < to && self.is(from, &["auf"]) && self.is(from + 1, &["anfrage", "nachfrage"]) {
            from += 2;
        }
        // "nannte sie „großartig“": what a name is given may be a pronoun.
        let called = self.calls(cue) && !after && auxiliary.is_none();
        while from + 1 < to && (self.is(from, &self.pack.adverbs) || !called && self.is(from, &["er", "sie", "es"])) {
            from += 1;
        }
        // "lehnt ... ab"
        let particle = from + 1 < to && self.is(to - 1, &self.pack.particles);
        to -= usize::from(particle);
        let open = (self.is(cue, &["ausgeschlossen", "ausschließen"]) || self.is(cue, EXCLUDES)) && from + 1 < to;
        to -= usize::from(open && self.is(to - 1, &["nicht"]));
        to -= usize::from(from + 1 < to && self.blames(cue) && self.is(to - 1, &["verantwortlich"]));
        let held_out = from + 2 < to && self.is(to - 1, &["aussicht"]) && self.is(to - 2, &["in"]);
        to -= 2 * usize::from(held_out);
        // "sprach mit der Polizei": whom, not what; "sprach vor Jahren von einem Fehler", "geht nach dem Brand von ... aus".
        let verb = self.analysis.lower(cue);
        let leads: &[&str] = match verb.as_str() {
            "geht" | "ging" | "gehen" | "gingen" => &["von", "vom"],
            word if word.starts_with("bericht") => &["von"],
            _ if self.advises(cue) => &["zu", "zur", "zum"],
            word if word.starts_with("spr") && self.is(from, PLACES) => &["von", "vom", "über", "für", "gegen"],
            _ => &[],
        };
        if !leads.is_empty() {
            from = (from..to).find(|&i| self.outside(i) && self.is(i, leads))?;
        }
        let led = from + 1 < to && self.is(from, &self.pack.prepositions);
        from += usize::from(led);
        let run = self.trimmed((from, to));
        // "nannte sie „großartig“", "nannte das falsch": what something is called needs no noun.
        let named = (run.0..run.1).any(|i| self.analysis.form(i).is_capital()) || self.calls(cue) && !self.comma(run.1)
            // "spricht von einem „50/50“"
            || led && (run.0..run.1).any(|i| !self.outside(i));
        // "sprach von 60"
        let counted = led && run.1 == run.0 + 1 && self.analysis.form(run.0).shape == Shape::Number;
        // "warnt vor Panikmache", "plädierte auf Freispruch", "fordert Aufklärung": one noun says it all.
        let noun = named && run.1 == run.0 + 1 && (led || self.names_deed(run.0));
        (named && (open || held_out || self.words(run) >= 2) || counted || noun).then_some(run)
    }

    /// "nannte", "bezeichnete": verbs that call something something.
    pub(super) fn calls(&self, cue: usize) -> bool {
        let word = self.analysis.lower(cue);
        matches!(word.as_str(), "nannte" | "nannten" | "nennt" | "nennen" | "genannt") || word.contains("bezeichne")
    }

    /// "riet zu Geduld", "mahnte zur Vorsicht"
    pub(super) fn advises(&self, cue: usize) -> bool {
        self.is(cue, &["rät", "riet", "raten", "rieten", "mahnt", "mahnte", "mahnten", "mahnen"])
    }
}
