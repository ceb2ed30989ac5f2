//! German verbs that no list knows, shown to report by the mood of the clause behind them: "Anwalt Müller trug vor, sein Mandant
//! sei unschuldig" (the subjunctive of reported speech: Duden, Die Grammatik, 9th edition, sections on "Konjunktiv I").

use super::{Finder, SHORTEST};
use crate::claims::attribution::linking::{Link, Run};
use crate::learn::form::Shape;

/// Words of the clause before the comma at most.
const REACH: usize = 14;
/// How far behind the comma the finite verb of a main clause stands at most.
const SECOND: usize = 10;
/// What opens a clause that is no main one.
const OPENERS: &[&str] = &[
    "weil",
    "obwohl",
    "wenn",
    "falls",
    "da",
    "damit",
    "um",
    "als",
    "bevor",
    "nachdem",
    "sodass",
    "während",
    "indem",
    "sondern",
    "aber",
    "und",
    "denn",
    "doch",
    "oder",
    "seit",
    "bis",
    "wobei",
    "wodurch",
    "weshalb",
    "so",
    "sonst",
    "ansonsten",
    "andernfalls",
];
/// Plural forms that stand for those of the subjunctive that look like the indicative: "sie hätten" for "sie haben".
const REPLACING: &[&str] = &["hätten", "wären", "würden", "könnten", "müssten", "dürften"];

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
        let second = (opens..self.to.min(opens + SECOND)).any(|i| {
            let replaced = || self.outside(i) && self.is(i, REPLACING);
            (self.subjunctive(i) || replaced()) && i + 1 < self.to && self.analysis.form(i + 1).is_word()
        });
        if !plain || !clause || !second {
            return None;
        }
        let content = self.trimmed((opens, self.to));
        let end = self.phrases.end_of(self.from).filter(|&end| end < comma);
        let verb = |end: usize| !self.analysis.form(end).is_capital() && self.analysis.form(end).is_word();
        if let Some(end) = end.filter(|&end| verb(end) && self.is_somebody((self.from, end))) {
            return (!self.phrases.adverbial(end))
                .then(|| self.link(Some((self.from, end)), (end, end + 1), vec![content]))?;
        }
        // "Am Mittag melden die Versorger Erfolge, die meisten Kunden hätten wieder Strom."
        let (verb, subject) = self.main_clause()?;
        if self.subjunctive(verb) || self.is(verb, &self.pack.irreals) {
            return None;
        }
        let subject = subject.filter(|&subject| subject.1 <= comma && self.is_somebody(subject))?;
        (verb < comma).then(|| self.link(Some(subject), (verb, verb + 1), vec![content]))?
    }

    /// "„...“, notierte der Trainer": behind a quotation and a comma, a small word and somebody behind it say who speaks.
    pub(super) fn closed_by_unlisted(&self, quotes: &[Run]) -> Option<Link> {
        let quote = *quotes.iter().rev().find(|run| run.1 < self.to && self.words(**run) >= SHORTEST)?;
        let comma = (quote.1..self.to.min(quote.1 + 3)).find(|&i| self.comma(i))?;
        let verb = comma + 1;
        let form = self.analysis.form(verb);
        let word = self.analysis.lower(verb);
        let finite = ["t", "te", "ten"].iter().any(|end| word.ends_with(end)) || self.is(verb, &self.pack.strong);
        let listed = [&self.pack.adverbs, &self.pack.stops, &self.pack.prepositions, &self.pack.not_verbs]
            .iter()
            .chain(&[&self.pack.particles, &self.pack.complementisers, &self.pack.auxiliaries])
            .any(|words| self.is(verb, words));
        let small = verb + 1 < self.to && form.shape == Shape::Lower && self.outside(verb);
        if !small || !finite || listed || self.words((self.from, quote.0)) > 0 {
            return None;
        }
        // "freut sich der Trainer"
        let start = verb + 1 + usize::from(self.is(verb + 1, &["sich"]));
        let bare = self.analysis.form(start).is_capital();
        let somebody = |run: &Run| bare || self.is_somebody(*run);
        let named = || self.phrases.end_of(start).map(|end| (start, end)).filter(somebody);
        let source = self.phrases.pronoun_at(start).or_else(named)?;
        self.link(Some(source), (verb, verb + 1), vec![quote])
    }
}
