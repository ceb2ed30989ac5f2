//! Where the source of a German reporting verb stands: before it, behind it, before a relative clause, behind what opens a
//! subordinate clause.

use super::Finder;
use crate::claims::attribution::linking::Run;
use crate::claims::speakers::{is_somebody, surname_end};
use crate::learn::form::Shape;

/// What an infinitive hangs on: "kann nicht ausschließen".
pub(super) const MODALS: &[&str] = &[
    "kann", "können", "könne", "konnte", "konnten", "könnten", "will", "wollen", "wolle", "wollte", "wollten", "mag",
    "mochte", "möchte", "möchten",
];

/// Whose somebody is, as a subject.
const OWNERS: &[&str] = &["ihr", "ihre", "sein", "seine", "unser", "unsere", "mein", "meine"];

impl Finder<'_> {
    /// Whether a word is the auxiliary of a participle, or the modal verb of the infinitive that is one of the cues.
    pub(super) fn helps(&self, i: usize, cue: usize) -> bool {
        const OBLIGED: &[&str] = &["muss", "müssen", "musste", "mussten", "kann", "können", "konnte", "konnten"];
        // "musste einräumen, dass", "konnte nicht bestätigen, ob"
        let clause = || self.comma(cue + 1) && self.is(cue + 2, &self.pack.complementisers);
        let infinitive = || self.analysis.lower(cue).ends_with('n') && clause();
        self.is(i, &self.pack.auxiliaries)
            || self.is(cue, &["ausschließen"]) && self.is(i, MODALS)
            || self.is(i, OBLIGED) && infinitive()
    }

    /// The source of a verb, and whether it stands after it. `None`: it has none that can be seen; `Some((None, _))`: it is the
    /// one of the verb before.
    pub(super) fn source(&self, cue: usize) -> Option<(Option<Run>, bool)> {
        let auxiliary = (self.from..cue)
            .rev()
            .find(|&i| self.helps(i, cue) && self.outside(i) && !(i + 1..cue).any(|at| self.comma(at)));
        let last = cue + 1 >= self.to || !self.analysis.form(cue + 1).is_word() || !self.outside(cue + 1);
        let verb = auxiliary.filter(|_| last).unwrap_or(cue);
        // "nannte es Berg ein Wagnis": the pronoun is the object before its subject.
        let object = verb + 2 < self.to && self.is(verb + 1, &["es"]) && self.phrases.names(verb + 2, verb + 3);
        if object && let Some(end) = self.phrases.end_of(verb + 2) {
            return Some((Some((verb + 2, end)), true));
        }
        let impersonal =
            self.is(verb + 1, &["man"]) || self.is(verb + 1, &["es"]) && !self.phrases.nominal_before(verb);
        if impersonal || verb > self.from && self.is(verb - 1, &["es", "man"]) {
            return None;
        }
        if let Some(run) = self.before_relative(verb) {
            return Some((Some(run), false));
        }
        if let Some(run) = self.before_apposition(verb) {
            return Some((Some(run), false));
        }
        let named = self.phrases.before(verb).or_else(|| self.subordinate(cue, last));
        let named = named.filter(|run| !self.is_fronted(*run, verb));
        // "zitierte sie den Trainer, empfahl ihm: „...“": whom it is told is no subject.
        if named.is_none() && self.is(verb + 1, &["ihm", "ihn", "ihnen"]) && verb > self.from && self.comma(verb - 1) {
            return Some((None, false));
        }
        if let Some(run) = self
            .phrases
            .pronoun_at(verb + 1)
            .filter(|_| named.is_none_or(|run| self.phrases.pronoun_at(run.0).is_none()))
            // "Die Partei nennt sie Verräter": somebody before the verb is its subject.
            .filter(|_| !(self.is(verb + 1, &["sie"]) && named.is_some_and(|run| self.is_subject(run))))
        {
            return Some((Some(run), true));
        }
        if verb > self.from && self.is(verb - 1, &["und", "sowie", "aber", "oder"]) {
            return Some((None, false));
        }
        if let Some(run) = named.or_else(|| self.plain_subject(verb)) {
            return Some((Some(run), false));
        }
        let mut start = verb + 1;
        while start < self.to && start <= verb + 4 && self.is(start, &self.pack.adverbs) {
            start += 1;
        }
        // "erklärte am Samstag der Minister"
        if self.is(start, &["am", "im", "in", "bei", "vor", "auf", "nach", "gegenüber"]) {
            let skipped =
                (start + 1..self.to.min(start + 5)).find(|&i| self.analysis.form(i).is_capital()).map(|i| i + 1);
            start = skipped.unwrap_or(start);
        }
        let end = self.phrases.end_of(start)?;
        // "sagte Berg | über Holm": of whom he speaks.
        let topic = (start + 1..end).find(|&i| self.is(i, &["über"]) && self.says(verb));
        // "geht der Leiter des Amtes | von einem Fehler aus", "berichteten Anwohner | von einem Knall"
        let word = self.analysis.lower(verb);
        let tells = ["bericht", "spricht", "sprach", "sprechen"].iter().any(|stem| word.starts_with(stem));
        let fronted =
            self.comma(verb - usize::from(verb > self.from)) || !self.outside(verb - usize::from(verb > self.from));
        let clause = self.comma(end) && self.is(end + 1, &self.pack.complementisers);
        let assumes = self.is(verb, &["geht", "ging", "gehen", "gingen"])
            || tells && !fronted && !clause && !self.analysis.reads(end, &["davon"]);
        let assumed = || (start + 1..end).rev().find(|&i| assumes && self.is(i, &["von", "vom"]));
        let end = topic.or_else(assumed).unwrap_or(end);
        Some((
            Some((start, if self.comma(verb - usize::from(verb > self.from)) { self.over_title(end) } else { end })),
            true,
        ))
    }

    /// "Entschieden | wies der Sprecher die Vorwürfe zurück": one word at the head of a sentence is no subject where a noun for a man stands
    /// behind the verb with the article of a subject.
    fn is_fronted(&self, (from, to): Run, verb: usize) -> bool {
        const MEN: &[&str] = &["er", "or", "ist", "ent", "ef", "ann", "eur", "at", "ant", "är", "ot", "ler"];
        if from != self.from || to != from + 1 || to != verb || !self.is(verb + 1, &["der", "ein"]) {
            return false;
        }
        let noun = (verb + 2..self.to.min(verb + 5)).find(|&i| self.analysis.form(i).is_capital());
        let man = |i: usize| {
            let word = self.analysis.lower(i);
            self.is_somebody((i, i + 1)) && MEN.iter().any(|end| word.ends_with(end))
        };
        noun.is_some_and(man) && !self.is_somebody((from, to))
    }

    /// "Volker Brühl vom Center for Studies hielt ...": the subject that fills the place before the verb, whatever its name holds.
    fn plain_subject(&self, verb: usize) -> Option<Run> {
        let bare = self.analysis.form(self.from).is_capital() && !self.phrases.adverbial(self.from);
        let whole = bare && verb > self.from + 2 && (self.from..verb).all(|i| self.outside(i) && !self.comma(i));
        let (main, subject) = if whole { self.main_clause()? } else { return None };
        subject.filter(|subject| main == verb && subject.0 == self.from && self.is_somebody(*subject))
    }

    /// Whether a phrase names somebody who can speak, or a person by first name and surname.
    pub(super) fn is_somebody(&self, (from, to): Run) -> bool {
        let code = self.pack.code;
        let known = |i: usize| is_somebody(code, self.analysis.form(i).hash, self.analysis.words.of(i));
        (from..to.min(self.to)).any(known) || surname_end(self.analysis, code, from) == Some(to)
    }

    /// Whether a phrase at the head of a sentence can speak: somebody, a bare name, or a pronoun.
    pub(super) fn speaks(&self, run: Run) -> bool {
        self.is_subject(run) || self.phrases.pronoun_at(run.0).is_some()
    }

    /// "Die Partei", "Lund": somebody, or a bare name.
    fn is_subject(&self, run: Run) -> bool {
        self.is_somebody(run)
            || self.analysis.form(run.0).is_capital() && run.0 > self.from
            || run == (self.from, self.from + 1)
    }

    /// The subject of the main clause before a second verb: "Berg trat vor und | sagte".
    pub(super) fn subject_before(&self, cue: usize) -> Option<Run> {
        let (verb, subject) = self.main_clause()?;
        subject.filter(|subject| verb < cue && subject.1 <= cue && self.phrases.names(subject.0, subject.1))
    }

    /// "Der Konzern, der seinen Sitz in Irland hat, dementierte, dass ...": the subject stands before its relative clause.
    fn before_relative(&self, verb: usize) -> Option<Run> {
        if verb <= self.from + 3 || !self.comma(verb - 1) {
            return None;
        }
        // "Heinz Wolf, der zur Stiftung wechselt, verbreitete Zweifel"; behind "sagte" stands who says it, unless what is said follows.
        let object = || {
            let next = self.phrases.pronoun_at(verb + 1).is_some()
                || self.is(verb + 1, &["der", "die", "das", "ein", "eine", "er", "sie"]);
            let commas = (self.from..verb).filter(|&i| self.comma(i)).count();
            commas == 2 && !next && !self.says(verb) && self.is_object(verb)
        };
        let mark = (verb + 1..self.to.min(verb + 8)).find(|&i| !self.analysis.form(i).is_word() && self.outside(i));
        let marked = mark.is_some_and(|mark| {
            // "sagte ruhig: „...“", "sagte der Polizei, dass ..."
            let clause = self.comma(mark) && self.is(mark + 1, &self.pack.complementisers);
            let small = (verb + 1..mark).all(|i| !self.analysis.form(i).is_capital());
            clause || small && (self.comma(mark) || self.analysis.form(mark).shape == Shape::Colon)
        });
        // "Auch den Plan, das Werk zu schließen, hält er für falsch"
        if !marked && !object() || self.phrases.pronoun_at(verb + 1).is_some() {
            return None;
        }
        let open = (self.from + 1..verb - 1).find(|&i| self.comma(i))?;
        let led = open + 1 + usize::from(self.is(open + 1, &self.pack.prepositions));
        let relative = self.is(led, &["der", "die", "das", "den", "dem", "deren", "dessen", "denen"]);
        let infinitive = self.infinitive((open + 1, verb - 1));
        let relative = relative && !infinitive && open + 2 < verb - 1;
        let end = self.phrases.end_of(self.from).filter(|&end| relative && end == open)?;
        Some((self.from, end))
    }

    /// "Jan Kolb, Deutscher Meister von 2022, merkte an, dass ...": the subject stands before what he is.
    fn before_apposition(&self, verb: usize) -> Option<Run> {
        let open = (self.from + 1..verb).find(|&i| self.comma(i))?;
        let set_off = open + 2 < verb && self.comma(verb - 1) && !(open + 1..verb - 1).any(|i| self.comma(i));
        let plain = |i: usize| self.outside(i) && !self.verb(i) && !self.is(i, &self.pack.auxiliaries);
        // "Ihr Direktor, Urs Kern, sagte": a capital at the head of a sentence makes no name of an owner's noun.
        let article = self.is(self.from, &["der", "die", "das", "ein", "eine"]) || self.is(self.from, OWNERS);
        let named = !article && open >= self.from + 2 && (self.from..open).all(|i| self.analysis.form(i).is_capital());
        let noun = self.analysis.form(open + 1).is_capital() && (open + 1..verb - 1).all(plain);
        // "Gabi Schwab, Leiterin der Schule sagte": the second comma may be missing.
        let unclosed = || {
            let commas = (self.from..verb).filter(|&i| self.comma(i)).count();
            commas == 1 && !self.is_object(verb) && self.phrases.end_of(open + 1) == Some(verb)
        };
        let open_noun = self.analysis.form(open + 1).is_capital() && (open + 1..verb).all(plain);
        (named && (set_off && noun || open_noun && unclosed())).then_some((self.from, open))
    }

    /// "während der Gouverneur seine Hilfe bekräftigte": the subject behind what opens the clause that the verb ends.
    pub(super) fn subordinate(&self, cue: usize, last: bool) -> Option<Run> {
        let comma =
            (self.from..cue).rev().find(|&i| self.comma(i)).map(|i| i + 1).or(Some(self.from)).filter(|_| last)?;
        let opens = ["während", "nachdem", "wobei", "weil", "da", "obwohl", "indem", "als", "wenn", "dass"];
        let start = comma + 1;
        let end = self.phrases.end_of(start).filter(|&end| self.is(comma, &opens) && end <= cue)?;
        Some((start, end))
    }
}
