//! German verbs whose subject says nothing: passives, which name whoever speaks behind "von" or not at all, and infinitives behind modal
//! verbs.

use super::Finder;
use crate::claims::attribution::linking::Run;

/// Auxiliaries of the passive.
const PASSIVES: &[&str] = &["wird", "werden", "wurde", "wurden", "worden"];
/// How far the auxiliary of a passive stands from its participle at most, in words.
const PASSIVE: usize = 10;

impl Finder<'_> {
    /// "Der Firma wird vorgeworfen, ...": whom a passive accuses does not speak, but who stands behind "von", if anybody does.
    pub(super) fn accused(&self, cue: usize) -> Option<Option<Run>> {
        let accuses = self.is(cue, &["vorgeworfen", "beschuldigt", "verdächtigt", "bezichtigt", "unterstellt"])
            // "Der Ort wird als Hauptstadt des Landes bezeichnet": nor does what is called something.
            || self.is(cue, &["bezeichnet", "beschrieben", "genannt", "eingestuft", "geschildert", "dargestellt", "gelobt"]);
        let passive =
            (self.from..self.to).any(|i| self.outside(i) && i.abs_diff(cue) <= PASSIVE && self.is(i, PASSIVES));
        // "wurde von Berg gewarnt, dass ..."
        let told = || passive && self.clause_behind(cue + 1) && self.agent(cue).is_some();
        (accuses && passive || told()).then(|| self.agent(cue))
    }

    /// Who does what a passive tells, behind "von".
    fn agent(&self, cue: usize) -> Option<Run> {
        let auxiliary = (self.from..cue).rev().find(|&i| self.is(i, PASSIVES) && self.outside(i));
        let von = (auxiliary.unwrap_or(self.from)..cue).find(|&i| self.outside(i) && self.is(i, &["von", "vom"]))?;
        let end = self.phrases.end_of(von + 1).filter(|&end| end <= cue)?;
        Some((von + 1, end))
    }

    /// "Wieder werden Tausende Besucher erwartet.": a passive that names nobody.
    pub(super) fn lacks_agent(&self, cue: usize) -> bool {
        let last = cue + 1 >= self.to || !self.analysis.form(cue + 1).is_word();
        let clause = (self.from..cue).rev().find(|&i| self.comma(i)).map_or(self.from, |comma| comma + 1);
        let passive = (clause..cue)
            .rev()
            .find(|&i| self.outside(i) && self.is(i, PASSIVES) && !self.analysis.form(i).is_capital());
        // "wurde mit den Worten zitiert": who is quoted speaks; "werden warnen" looks ahead.
        let last = last && !self.is(cue, &["zitiert"]);
        last && passive.is_some() && !self.is_infinitive(cue) && self.agent(cue).is_none()
    }

    /// "warnen", "bestätigen", but not the participles "gewarnt", "gesprochen", "empfohlen".
    fn is_infinitive(&self, i: usize) -> bool {
        let word = self.analysis.lower(i);
        let participle =
            word.starts_with("ge") || word.get(2..).is_some_and(|rest| rest.contains("ge") && !rest.ends_with("gen"));
        word.ends_with('n') && !participle && !matches!(word.as_str(), "empfohlen" | "versprochen" | "verwiesen")
    }

    /// "dürften an den Sommer denken", "will seinen Verzicht ankündigen": an infinitive behind a modal verb tells of what may be.
    pub(super) fn hangs_on_modal(&self, cue: usize) -> bool {
        const MODALS: &[&str] = &[
            "wird", "werden", "werde", "würde", "würden", "soll", "sollen", "solle", "sollte", "sollten", "darf",
            "dürfen", "dürfe", "dürfte", "dürften", "will", "wollen", "wolle", "wollte", "wollten", "möchte",
            "möchten", "mag",
        ];
        let last = cue + 1 >= self.to || !self.analysis.form(cue + 1).is_word();
        let clause = (self.from..cue).rev().find(|&i| self.comma(i)).map_or(self.from, |comma| comma + 1);
        let modal =
            |i: usize| self.outside(i) && self.is(i, MODALS) && (i == self.from || !self.analysis.form(i).is_capital());
        last && self.is_infinitive(cue) && !self.is(cue, &["ausschließen"]) && (clause..cue).any(modal)
    }
}
