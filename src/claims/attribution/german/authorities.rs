//! "Laut der Polizei", "nach Angaben des Amts", "..., so der Minister": whose words a German sentence gives, without a verb of saying.

use super::{Finder, SHORTEST, TAIL};
use crate::claims::attribution::analysis::NONE;
use crate::claims::attribution::linking::Link;
use crate::claims::attribution::linking::Run;
use crate::claims::attribution::quotations::plain::words_of;
use crate::claims::attribution::rules::relayed::names_outlet;
use crate::claims::speakers::is_somebody;
use crate::learn::form::Shape;

/// What stands before those whose words these are, and before rules that something follows.
const KEEPING: &[&str] = &["gemäß", "gemäss"];

impl Finder<'_> {
    /// "Laut der Polizei war ...", "Der Polizei zufolge ...", "seiner Ansicht nach", "..., so der Minister", "wie X mitteilte".
    pub(super) fn according(&self) -> Option<Link> {
        for i in (self.from..self.to).filter(|&i| self.outside(i)) {
            if let Some(link) = self.hearsay(i) {
                return Some(link);
            }
            let opens = i == self.from || self.comma(i - 1) || !self.outside(i - 1);
            let matched = |phrase: &&Vec<&str>| i + phrase.len() <= self.to && self.analysis.reads(i, phrase);
            // "Medien berichteten unter Berufung auf Kreise, ...": whoever passes it on says so.
            let passed = |phrase: &&Vec<&str>| {
                phrase.first() == Some(&"unter") && (self.from..i).any(|at| self.verb(at) && self.says(at))
            };
            // "gemäss Kantonspolizei", but "gemäß Artikel 5": in keeping with what is written, nobody says it.
            let written = |phrase: &&Vec<&str>| {
                let to = self.phrases.end_of(i + phrase.len()).unwrap_or(i);
                let somebody = |at: usize| is_somebody("de", self.analysis.form(at).hash, &self.analysis.lower(at));
                phrase.first().is_some_and(|word| KEEPING.contains(word)) && !(i + phrase.len()..to).any(somebody)
            };
            let phrase = self.pack.according.iter().find(matched).filter(|phrase| !passed(phrase) && !written(phrase));
            if let Some(phrase) = phrase {
                // "laut Aussage des Bürgermeisters"
                let named =
                    phrase.len() == 1 && self.is(i + 1, &self.pack.own) && self.is(i + 2, &["der", "des", "von"]);
                let start = i + phrase.len() + if named { 2 } else { 0 };
                // "nach Angaben der Polizei": the article belongs to the source.
                let article = start > i + 1 && self.is(start - 1, &["der", "des"]);
                // "Nach Angaben mehrerer Zeugen"
                let bent = || {
                    let noun = start + 1 < self.to && self.analysis.form(start + 1).is_capital();
                    self.phrases.end_of(start + 1).filter(|_| noun && self.is_bent(start))
                };
                // "nach Einschätzung des zuständigen Amtes": attributes need their article.
                let led = || if article { self.phrases.end_of(start - 1) } else { None };
                // "Laut «Bote» ..."
                let quoted = self.over_name(start);
                if quoted > start + 2 {
                    let named = (start + 1, quoted - 1);
                    return self.link(Some(named), (i, start), self.beside((i, quoted)));
                }
                if let Some(end) = self.phrases.end_of(start).or_else(bent).or_else(led) {
                    // At the head of a sentence the finite verb tells where the phrase ends.
                    let end = if i > self.from { self.phrases.without_adjunct(start, end) } else { end };
                    // "schwebt nach Angaben des Spitals | in Lebensgefahr": what belongs to the verb as well is no part of who says it.
                    let inner = (start + 1..end).find(|&at| i > self.from && self.is(at, &["in", "im"]));
                    let end = inner.unwrap_or(end);
                    // "wurden laut Feuerwehr | 14 Häuser zerstört"
                    // "laut Brandt | 10.000.": at the head of what is cut off, a number that ends it.
                    let last = |at: usize| self.trimmed((at, self.to)).1 == at + 1;
                    let counts =
                        |&at: &usize| (i > self.from || last(at)) && self.analysis.form(at).shape == Shape::Number;
                    let end = (start + 1..end).find(counts).unwrap_or(end);
                    let end = self.over_name(end);
                    let start = start - usize::from(article);
                    let (end, rest) = if i == self.from { self.before_verb(end) } else { (end, end) };
                    return self.link(Some((start, end)), (i, start), self.beside((i, rest)));
                }
            }
            if self.is(i, &self.pack.tails) && opens && i > self.from && !self.is(i + 1, &["dass"]) {
                let end = self.phrases.end_of(i + 1).filter(|&end| self.phrases.names(i + 1, end));
                if let Some((source, end)) = end.and_then(|end| Some((end, self.behind_tail(end)?))) {
                    let quotes: Vec<Run> = self.quotes().into_iter().filter(|run| run.1 <= i).collect();
                    let alone = quotes.len() == 1 && self.words((self.from, quotes[0].0)) == 0;
                    let mut contents = if alone { quotes } else { self.around((i, end)) };
                    // "..., so der Minister, als er Fragen beantwortete": when he said so is not what.
                    let aside = ["als", "nachdem", "während", "bevor", "wobei", "woraufhin"];
                    let when = contents.get(1).is_some_and(|run| self.is(run.0, &aside));
                    if when && self.words(contents[0]) > SHORTEST {
                        contents.truncate(1);
                    }
                    contents.extend(self.split_quote(end, &self.quotes()).filter(|_| alone));
                    return self.link(Some((i + 1, source)), (i, i + 1), contents);
                }
            }
            if self.is(i, &self.pack.after) && i > self.from {
                let start = self.phrases.start_of(i);
                if start == i {
                    continue;
                }
                return self.link(Some((start, i)), (i, i + 1), self.around((start, i + 1)));
            }
            if let Some(link) = self.own(i) {
                return Some(link);
            }
            if opens
                && self.is(i, &["wie"])
                && let Some(link) = self.as_said(i)
            {
                return Some(link);
            }
        }
        None
    }

    /// "..., sagte Berg laut der Agentur Belga": an outlet passes on what somebody else says, who is named.
    pub(super) fn is_relay(&self, link: &Link) -> bool {
        let outlet = link.source.is_some_and(|source| names_outlet(self.analysis, self.pack, source));
        let said = |cue: usize| self.verb(cue) && self.says(cue) && matches!(self.source(cue), Some((Some(_), _)));
        outlet && link.contents.iter().any(|run| (run.0..run.1).any(said))
    }

    /// "«...», zitiert die Zeitung «Bote» | den Trainer": whose words an outlet quotes, behind its name.
    pub(super) fn quoted_by(&self, cue: usize, source: Option<Run>) -> Option<Run> {
        let quotes = self.is(cue, &["zitiert", "zitierte", "zitieren", "zitierten"]);
        let start = self.over_quote(source.filter(|_| quotes)?.1);
        let end = self.phrases.end_of(start)?;
        self.is_somebody((start, end)).then_some((start, end))
    }

    /// Behind a name in quotation marks that begins here.
    fn over_quote(&self, i: usize) -> usize {
        let quote = self.analysis.quote.get(i).filter(|&&quote| quote != NONE && i < self.to);
        let name = quote.and_then(|&quote| words_of(self.analysis, quote as usize)).filter(|&run| self.is_name(run, 4));
        name.map_or(i, |(_, to)| (to..self.to.min(to + 2)).find(|&at| self.outside(at)).unwrap_or(i))
    }

    /// At the head of a sentence all before the finite verb names the source: a genitive without an article ("Nach Angaben von
    /// Vertretern | deutscher Dienste hat"), an apposition ("Laut Jana Berg, | Forscherin in Kiel, könnten"). Answers where the
    /// source ends, and where what it says begins.
    fn before_verb(&self, end: usize) -> (usize, usize) {
        let finite = |i: usize| {
            let listed = self.is(i, &self.pack.auxiliaries) || self.is(i, &self.pack.irreals) || self.subjunctive(i);
            listed && self.outside(i) && !self.analysis.form(i).is_capital()
        };
        let Some(verb) = (end..self.to.min(end + 2 * TAIL + 4)).find(|&i| finite(i)) else { return (end, end) };
        let noun = end + 1 < verb && self.analysis.form(verb - 1).is_capital();
        if self.is_bent(end)
            && noun
            && verb <= end + 4
            && (end..verb).all(|i| self.outside(i) && self.analysis.form(i).is_word())
        {
            return (verb, verb);
        }
        let set_off = verb > end + 2 && self.comma(end) && self.comma(verb - 1);
        let capital = self.analysis.form(end + 1).is_capital();
        if set_off && capital { (end, verb) } else { (end, end) }
    }

    /// "mehrerer Zeugen", "deutscher Dienste": the ending of an adjective that shows a genitive without an article.
    fn is_bent(&self, i: usize) -> bool {
        self.analysis.lower(i).ends_with("er") && !self.analysis.form(i).is_capital()
    }

    /// Where "so Berg weiter", "so Berg am Montag in Köln" ends: nothing but when, where and to whom stands behind the source.
    fn behind_tail(&self, end: usize) -> Option<usize> {
        let word = |i: usize| self.outside(i) && self.analysis.form(i).is_word();
        let close = (end..self.to.min(end + TAIL)).find(|&i| !word(i)).unwrap_or(self.to.min(end + TAIL));
        let opens =
            close == end || self.phrases.adverbial(end) || self.is(end, &["weiter", "abschließend", "wörtlich"]);
        let plain = !(end..close).any(|i| self.verb(i) || self.is(i, &self.pack.auxiliaries));
        (opens && plain && (close >= self.to || !word(close))).then_some(close)
    }

    /// Over a name in quotation marks: "laut einem Bericht der „Zeit“".
    pub(super) fn over_name(&self, end: usize) -> usize {
        let start = end;
        let end = end + usize::from(self.is(end, &["der", "des", "von", "im", "in"]));
        let Some(&quote) = self.analysis.quote.get(end).filter(|&&quote| quote != NONE && end < self.to) else {
            return start;
        };
        let Some((from, to)) = words_of(self.analysis, quote as usize) else { return start };
        let behind = (to..self.to.min(to + 3)).find(|&i| self.outside(i));
        let goes_on = |&behind: &usize| self.is_name((from, to), 4) && self.analysis.form(behind).is_word();
        behind.filter(goes_on).unwrap_or(start)
    }

    /// "..., forderte die Partei „Die Mitte“": over a name in quotation marks that ends the sentence or its clause.
    pub(super) fn over_title(&self, end: usize) -> usize {
        let Some(&quote) = self.analysis.quote.get(end).filter(|&&quote| quote != NONE && end < self.to) else {
            return end;
        };
        let Some((from, to)) = words_of(self.analysis, quote as usize) else { return end };
        let closed = to + 1 >= self.to || !self.analysis.form(to + 1).is_word();
        if closed && self.is_name((from, to), 4) && self.is_somebody((end - usize::from(end > 0), end)) {
            to + 1
        } else {
            end
        }
    }
}
