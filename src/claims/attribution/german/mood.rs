//! Whether the author of a German sentence tells it as a fact: the mood of its main verb, wherever else a subjunctive stands.

use super::Finder;
use super::phrases::ARTICLES;
use crate::claims::attribution::linking::Run;
use crate::claims::frame::german::{Word, main_clause};
use crate::claims::speakers::is_somebody;
use crate::learn::form::{Shape, fold_hash};

/// Words of a sentence that are read for its main clause at most.
const LONGEST: usize = 80;
/// Finite verbs of the indicative alone.
const INDICATIVE: &[&str] = &[
    "ist", "sind", "war", "waren", "hat", "hatte", "hatten", "wird", "wurde", "wurden", "kann", "konnte", "konnten",
    "muss", "musste", "mussten", "darf", "durfte", "durften", "will", "soll", "mag",
];

impl Finder<'_> {
    /// The finite verb of the main clause that opens the sentence, and its subject.
    pub(super) fn main_clause(&self) -> Option<(usize, Option<Run>)> {
        let to = self.to.min(self.from + LONGEST);
        let lower: Vec<String> = (self.from..to).map(|i| self.analysis.lower(i)).collect();
        let words = (self.from..to).zip(&lower).map(|(i, lower)| {
            let form = self.analysis.form(i);
            Word { lower, capital: form.is_capital(), mark: !form.is_word(), quote: form.shape == Shape::Quote }
        });
        let (verb, subject) = main_clause(words, |word| is_somebody("de", fold_hash(word), word))?;
        Some((self.from + verb, subject.map(|(from, to)| (self.from + from, self.from + to))))
    }

    /// "Die Ärzte irrten nicht, es sei ein Virus", "Ob er komme, ließ Berg offen": the main verb stands in the indicative.
    pub(super) fn is_told_by_author(&self) -> bool {
        let Some((verb, _)) = self.main_clause() else { return false };
        if !self.outside(verb) {
            return false;
        }
        if self.is(verb, INDICATIVE) {
            return true;
        }
        // "Ob er kommt, ließen sie offen": a question before the verb is its object.
        let asks = self.is(self.from, &["ob"]) || self.comma(self.from + 2) && self.is(self.from + 3, &["ob"]);
        if asks && !self.is(verb, &self.pack.subjunctives) {
            return true;
        }
        let alike =
            [&self.pack.subjunctives, &self.pack.irreals, &self.pack.alike].iter().any(|all| self.is(verb, all));
        let word = self.analysis.lower(verb);
        let past = word.ends_with("te") && !matches!(word.as_str(), "sollte" | "wollte" | "möchte");
        // "sie sparten", "sie verstießen": plurals of the past are those of the subjunctive, and "-e" is that of its present.
        !alike && (past || !word.ends_with('e') && !word.ends_with('n'))
    }

    /// "Er verschleppe das Problem.": the main verb of one whom the clause speaks of ends as no indicative does but that of "ich". Weak
    /// pasts end in "-te".
    pub(super) fn is_in_first_subjunctive(&self) -> bool {
        let Some((verb, Some(subject))) = self.main_clause() else { return false };
        let word = self.analysis.lower(verb);
        let stem = word.strip_suffix('e').unwrap_or("");
        let listed = self.is(verb, &self.pack.irreals) || self.is(verb, &self.pack.alike);
        let own = (subject.0..subject.1).any(|i| self.is(i, &["ich", "bitte"]));
        self.outside(verb)
            && !self.analysis.form(verb).is_capital()
            && stem.chars().count() >= 3
            && !stem.ends_with('t')
            && !stem.ends_with("wurd")
            && !listed
            && !own
    }

    /// "eine weltweit bekannte Politikerin", "die geforderten Mittel": a form of a verb that tells of the noun behind it.
    pub(super) fn is_attribute_of_noun(&self, i: usize) -> bool {
        let word = self.analysis.lower(i);
        let capital = |i: usize| i < self.to && self.outside(i) && self.analysis.form(i).is_capital();
        let bent = ["te", "ten", "ter", "tes", "tem", "ene", "enen", "ener", "enes", "enem"].iter();
        let shape = capital(i + 1) && bent.clone().any(|end| word.ends_with(end));
        let article = |at: usize| at >= self.from && self.is(at, ARTICLES);
        // "Leute, die sagten", "Das sagte Berg": a pronoun at the head of its clause is no article.
        let opens = |at: usize| if at > self.from { self.phrases.breaks(at - 1) } else { self.is(at, &["das"]) };
        let led = |at: usize| article(at) && !opens(at);
        shape
            && i > self.from
            && (led(i - 1) || i > self.from + 1 && led(i - 2) && !capital(i - 1) && !self.phrases.breaks(i - 1))
    }

    /// Who says something that the sentence does not tell: "Darauf verwies auch die Direktorin."
    pub(super) fn voice(&self) -> Option<Run> {
        let cue = (self.from..self.to).find(|&i| self.verb(i) && !self.subjunctive(i))?;
        if self.lacks_particle(cue) || self.hangs_on_modal(cue) || self.lacks_agent(cue) {
            return None;
        }
        let source = self.source(cue)?.0.filter(|&run| self.is_somebody(run))?;
        self.is_told_by_author().then_some(source)
    }

    /// "Die Lage „sei völlig außer Kontrolle“.": a main verb in the subjunctive that is quoted.
    pub(super) fn quotes_subjunctive(&self) -> bool {
        let quoted = |i: usize| !self.outside(i) && self.is(i, &self.pack.subjunctives);
        (self.from + 1..self.to).any(quoted)
            && self.outside(self.from)
            && self.main_clause().is_some_and(|(verb, _)| quoted(verb))
    }
}
