//! Where the text turns against what somebody says, in languages without parts of speech: "sagte, die Brücke sei sicher, | aber Prüfer
//! fanden Risse", "dijo que era seguro, | pero los inspectores hallaron grietas", and where somebody's second deed begins: "negó las
//! acusaciones | y pagó una multa".
//!
//! German leaves the mood of reported speech there (Duden, Die Grammatik, on "Konjunktiv I"); French, Spanish, Portuguese and Italian do
//! not repeat the "que" that each further clause of reported speech has (Grevisse, Le bon usage, on the repetition of "que").

use crate::claims::attribution::analysis::{Analysis, state};
use crate::claims::attribution::linking::{Link, Run, cue_words};
use crate::claims::attribution::pack::Pack;
use crate::claims::types::Act;
use crate::learn::form::Shape;

/// How many words of a content are looked at: a bound on text without stops.
const LONGEST: usize = 200;
/// How far behind the conjunction the verb of its clause is looked for, in words.
const SUBJECT: usize = 9;
/// The most words before the verb of a clause that takes up what was said: "ce que la firme".
const TAKEN: usize = 5;

/// Ends contents where the text turns.
pub(crate) fn end_where_turned(analysis: &Analysis, pack: &Pack, links: &mut Vec<Link>) {
    if pack.turns.is_empty() {
        return;
    }
    let turn = Turn { analysis, pack };
    let mut denials: Vec<Link> = Vec::new();
    for link in links.iter_mut() {
        disown(analysis, pack, link);
        let Some(cue) = link.cue else { continue };
        let deed = link.contents.len() == 1 && analysis.does(cue.1 - 1, Act::Deny);
        let Some(run) = link.contents.last_mut().filter(|run| run.0 >= cue.1) else { continue };
        let limit = run.1.min(run.0 + LONGEST);
        // "accusé de corruption, ce qu'il | nie": what stands before the comma was taken for no object.
        let before = (cue.1..run.0).find(|&i| turn.taken_up(i, run.1).is_some());
        if let Some(comma) = before {
            let led = usize::from(analysis.is_one_of(cue.1, &["de", "d'", "di", "del"]));
            *run = (cue.1 + led, comma);
        }
        let ends = |&i: &usize| {
            let outside = analysis.quoted[i] == state::OUT;
            outside && (turn.taken_up(i, limit).is_some() || turn.against(*run, i) || deed && turn.second(*run, i))
        };
        let inside = || (run.0 + 1..limit.saturating_sub(1)).find(ends);
        let Some(end) = before.or_else(inside) else { continue };
        if let Some((source, verb)) = turn.taken_up(end, analysis.sentence_at(end).1) {
            let contents = vec![(run.0, end)];
            let cue = Some((verb, verb + 1));
            denials.push(Link { source: Some(source), cue, contents, ..Link::default() });
        }
        run.1 = end;
    }
    links.retain(|link| link.contents.iter().all(|run| run.0 < run.1));
    denials.retain(|denial| denial.contents[0].0 < denial.contents[0].1);
    // "ce qu'il nie": what is denied is what was said.
    let own = cue_words(&denials);
    links.retain(|link| link.cue.is_none_or(|cue| !(cue.0..cue.1).any(|i| own.contains(&i))));
    links.append(&mut denials);
    links.sort_by_key(Link::start);
}

/// "se défend | de toute fraude": the preposition belongs to the verb, which denies with it.
fn disown(analysis: &Analysis, pack: &Pack, link: &mut Link) {
    let (Some(cue), [run]) = (link.cue, link.contents.as_mut_slice()) else { return };
    let verb = cue.1 - 1;
    let of = run.0 == cue.1 && run.1 > run.0 + 1 && analysis.is_one_of(run.0, &["de", "d'"]);
    let hung = |back: usize| verb.checked_sub(back).is_some_and(|at| analysis.is_one_of(at, &["se", "s'"]));
    if of && analysis.is_one_of(verb, &pack.disowning) && (1..=2).any(hung) {
        run.0 += 1;
        link.cue = Some((cue.0, run.0));
    }
}

/// A text and its language.
struct Turn<'a, 'b> {
    analysis: &'a Analysis<'b>,
    pack: &'a Pack,
}

impl Turn<'_, '_> {
    fn is(&self, i: usize, words: &[&str]) -> bool {
        self.analysis.is_one_of(i, words)
    }

    fn capital(&self, i: usize) -> bool {
        self.analysis.form(i).is_capital()
    }

    fn small(&self, i: usize) -> bool {
        self.analysis.form(i).shape == Shape::Lower
    }

    /// Where the clause behind word `i` ends.
    fn end(&self, i: usize, to: usize) -> usize {
        (i..to).find(|&i| !self.analysis.form(i).is_word()).unwrap_or(to)
    }

    /// ", aber Prüfer fanden", ", mais les inspecteurs ont constaté".
    fn against(&self, run: Run, comma: usize) -> bool {
        if !self.analysis.is_comma(comma) || !self.is(comma + 1, &self.pack.turns) {
            return false;
        }
        let first = comma + 2;
        let end = self.end(first, run.1);
        if end < first + 3 {
            return false;
        }
        if self.pack.code == "de" {
            return self.leaves_mood(run, comma, (first, end));
        }
        let opened = self.is(run.0, &self.pack.complementisers) || self.is(run.0 - 1, &self.pack.complementisers);
        let subject = self.is(first, &self.pack.articles) || self.capital(first);
        let number = self.analysis.form(first).shape == Shape::Number;
        // What would be, and what had been before, is told a step back: it goes on with what is said.
        let back = |i: usize| {
            let word = self.analysis.lower(i);
            let would = ["rait", "raient", "ría", "rían", "ria", "riam", "rebbe", "rebbero"];
            self.is(i, &self.pack.earlier) || word.len() > 5 && would.iter().any(|end| word.ends_with(end))
        };
        let repeated = (first..first + 2).any(|i| self.is(i, &self.pack.complementisers));
        opened && (subject || number) && !repeated && !(first..end).any(back)
    }

    /// Whether a German clause stands in the indicative behind one in the subjunctive.
    fn leaves_mood(&self, run: Run, comma: usize, (first, end): Run) -> bool {
        let reported =
            |i: usize| self.small(i) && (self.is(i, &self.pack.subjunctives) || self.is(i, &self.pack.irreals));
        if !(run.0..comma).any(reported) || (first..end).any(reported) {
            return false;
        }
        // "dabei stieg sie": the verb may stand right behind.
        let verb = |i: usize| {
            let word = self.analysis.lower(i);
            let bent = ["t", "en", "te", "ten"].iter().any(|ending| word.ends_with(ending)) && word.len() > 3;
            self.small(i) && !self.is(i, &self.pack.not_verbs) && (bent || self.is(i, &self.pack.strong))
        };
        if verb(first) && self.is(comma + 1, &["dabei", "doch", "jedoch"]) {
            return true;
        }
        let noun = (first..end.min(first + SUBJECT)).find(|&i| self.capital(i));
        let led = noun.is_some_and(|noun| {
            (first..noun).all(|i| self.small(i) && !self.is(i, &self.pack.no_subjects)) || noun == first
        });
        let last = noun.map(|noun| {
            let of = |i: usize| self.capital(i) || self.is(i, &["der", "des", "und"]) && self.capital(i + 1);
            noun + (noun..end).take_while(|&i| of(i)).count()
        });
        led && last.is_some_and(|last| last < end && verb(last))
    }

    /// ", was er bestreitet", ", ce qu'il nie", ", lo que el banco niega": who denies it, and the verb.
    fn taken_up(&self, comma: usize, to: usize) -> Option<(Run, usize)> {
        if !self.analysis.is_comma(comma) || comma + 2 >= to {
            return None;
        }
        let phrase = self.pack.taken.iter().find(|phrase| self.analysis.reads(comma + 1, phrase))?;
        let first = comma + 1 + phrase.len();
        let verb = (first + 1..to.min(first + TAKEN)).find(|&i| self.analysis.does(i, Act::Deny))?;
        let last = verb + 1 >= to || !self.analysis.form(verb + 1).is_word();
        last.then_some(((first, verb), verb))
    }

    /// "die Vorwürfe | und zahlte eine Strafe", "las acusaciones | y pagó una multa": another verb behind a mere object.
    fn second(&self, (from, to): Run, and: usize) -> bool {
        let joins = if self.pack.code == "de" { self.is(and, &["und"]) } else { self.is(and, &self.pack.conjunctions) };
        let verb = and + 1;
        if !joins || verb + 2 > to || self.is(from, &self.pack.complementisers) || !self.small(verb) {
            return false;
        }
        let word = self.analysis.lower(verb);
        let ends = |endings: &[&str]| word.chars().count() > 3 && endings.iter().any(|end| word.ends_with(end));
        let finite = match self.pack.code {
            "de" => ends(&["te", "ten"]) || self.is(verb, &self.pack.strong),
            "es" => ends(&["ó", "aron", "ieron"]),
            "pt" => ends(&["ou", "eu", "iu", "aram", "eram", "iram"]),
            "it" => ends(&["ò"]) || self.is(verb, &["ha", "hanno"]),
            "fr" => self.is(verb, &["a", "ont"]),
            _ => false,
        };
        finite && !self.is(verb + 1, &self.pack.conjunctions)
    }
}

#[cfg(test)]
mod tests {
    use crate::claims::attribution::testing::parts;

    #[track_caller]
    fn said(language: &str, text: &str, what: &str) {
        assert_eq!(parts(text, language).first().map(|found| found[2].as_str()), Some(what), "{text}");
    }

    #[test]
    fn german_leaves_the_mood_of_reported_speech() {
        let text = "Der Bürgermeister sagte, die Brücke sei sicher, aber Prüfer fanden Risse in zwei Pfeilern.";
        said("de", text, "die Brücke sei sicher");
        let text = "Die Firma erklärte, das Wasser sei sauber, doch Messungen der Behörde zeigen hohe Bleiwerte.";
        said("de", text, "das Wasser sei sauber");
        let text = "Der Verein sagte, alle Löhne seien bezahlt, aber der Trainer müsse noch warten.";
        said("de", text, "alle Löhne seien bezahlt, aber der Trainer müsse noch warten");
        let text = "Lund sagte, der Weg sei frei, aber nur für Fußgänger aus dem Dorf.";
        said("de", text, "der Weg sei frei, aber nur für Fußgänger aus dem Dorf");
    }

    #[test]
    fn reported_speech_repeats_its_que() {
        let text = "Lund a déclaré qu'il n'y avait pas de contrat, mais des documents prouvent le contraire.";
        said("fr", text, "il n'y avait pas de contrat");
        let text = "Le maire a dit que la route était fermée, mais qu'elle rouvrirait vendredi.";
        said("fr", text, "la route était fermée, mais qu'elle rouvrirait vendredi");
        let text = "El alcalde dijo que el puente era seguro, pero los inspectores hallaron grietas en dos pilares.";
        said("es", text, "el puente era seguro");
        let text = "El alcalde dijo que la carretera estaba cerrada, pero que reabriría el viernes.";
        said("es", text, "la carretera estaba cerrada, pero que reabriría el viernes");
        let text = "O prefeito disse que a ponte era segura, mas os inspetores encontraram rachaduras em dois pilares.";
        said("pt", text, "a ponte era segura");
    }

    #[test]
    fn a_second_deed_is_not_denied() {
        said("de", "Die Bank bestritt die Vorwürfe und zahlte eine Strafe von drei Millionen Euro.", "die Vorwürfe");
        said("es", "El banco negó las acusaciones y pagó una multa de tres millones.", "las acusaciones");
        said("pt", "O banco negou as acusações e pagou uma multa de três milhões.", "as acusações");
        said("de", "Die Bank bestritt die Vorwürfe und alle Schulden.", "die Vorwürfe und alle Schulden");
    }

    #[test]
    fn french_denies_with_a_noun() {
        said("fr", "Lundin se défend de toute ingérence.", "toute ingérence");
        assert_eq!(parts("La firme s'est défendue de toute fraude.", "fr")[0][1], "s'est défendue de");
    }

    #[test]
    fn what_is_taken_up_is_denied() {
        let text = "Le ministre est accusé de corruption, ce qu'il nie.";
        let found = parts(text, "fr");
        assert_eq!(found.last(), Some(&["il", "nie", "corruption"].map(str::to_owned)), "{found:?}");
    }
}
