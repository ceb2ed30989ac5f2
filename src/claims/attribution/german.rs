//! Attributions of German: reporting verbs with the clause, the object or the quotation that they report, "laut" and its kin, and
//! the sentences in the subjunctive that go on without any reporting word.
//!
//! German marks reported speech by its mood (Konjunktiv I), so that whole paragraphs may stand without a cue; it puts the
//! source after the verb wherever something else opens the sentence; and its capitals tell where a noun phrase ends.

use super::analysis::{Analysis, NONE, state};
use super::german_phrases::Phrases;
use super::lexicon::Part;
use super::linking::{Link, Run};
use super::pack::Pack;
use super::quotations::words_of;
use crate::learn::form::Shape;

/// Reporting words and quotations looked at in one sentence: a bound on text without stops.
const MOST: usize = 24;
/// A quotation of fewer words is a term unless a cue stands beside it.
const SHORTEST: usize = 4;
/// Sentences over which reported speech goes on without a cue.
const REACH: usize = 4;

/// Attributions of a German text.
pub(crate) fn find(analysis: &Analysis, pack: &Pack) -> Vec<Link> {
    let mut links: Vec<Link> = Vec::new();
    let mut last = None;
    let mut speaker = None;
    for sentence in 0..analysis.sentence_starts.len().saturating_sub(1) {
        let (from, to) = analysis.sentence(sentence);
        let finder = Finder { phrases: Phrases { analysis, pack, from, to }, analysis, pack, from, to };
        let before = links.len();
        if let Some(link) = finder.according() {
            links.push(link);
        } else {
            let sentence_before = sentence.checked_sub(1).map(|before| analysis.sentence(before));
            finder.reported(&mut links, sentence_before);
        }
        if links.len() == before {
            let near = last.is_some_and(|last| sentence - last <= REACH);
            finder.continued(&mut links, speaker.filter(|_| near), near && last == sentence.checked_sub(1));
        }
        if links.len() > before
            || links.last().is_some_and(|link| link.contents.last().is_some_and(|run| run.0 >= from))
        {
            last = Some(sentence);
            speaker = links.last().and_then(|link| link.source).or(speaker);
        }
    }
    links
}

struct Finder<'a> {
    phrases: Phrases<'a>,
    analysis: &'a Analysis<'a>,
    pack: &'a Pack,
    from: usize,
    to: usize,
}

impl Finder<'_> {
    fn is(&self, i: usize, words: &[&str]) -> bool {
        self.phrases.is(i, words)
    }

    fn outside(&self, i: usize) -> bool {
        self.analysis.quoted[i] == state::OUT
    }

    fn comma(&self, i: usize) -> bool {
        i < self.to && self.outside(i) && matches!(self.analysis.form(i).shape, Shape::Comma | Shape::Dash)
    }

    fn words(&self, (from, to): Run) -> usize {
        (from..to).filter(|&i| self.analysis.form(i).is_word()).count()
    }

    /// Runs of quoted words in the sentence; a quotation that begins in it counts to its end.
    fn quotes(&self) -> Vec<Run> {
        let mut runs: Vec<Run> = Vec::new();
        let mut i = self.from;
        while i < self.to && runs.len() < MOST {
            let quote = self.analysis.quote[i];
            if quote != NONE
                && let Some(run) = words_of(self.analysis, quote as usize)
                && (run.0 >= self.from || i == self.from)
            {
                runs.push(run);
            }
            i = (i + 1..self.to).find(|&at| self.analysis.quote[at] != quote).unwrap_or(self.to);
            if quote == NONE && i == self.to {
                break;
            }
        }
        runs
    }

    /// Reporting verbs outside of quotations.
    fn verb(&self, i: usize) -> bool {
        let small = !self.analysis.form(i).is_capital() || i == self.from;
        small && self.outside(i) && self.analysis.lexicon[i].is_some_and(|entry| entry.part == Part::Verb)
    }

    fn subjunctive(&self, i: usize) -> bool {
        let before = i.checked_sub(1).map_or_else(String::new, |at| self.analysis.lower(at));
        let next = self.analysis.lower(i + 1);
        self.outside(i)
            && self.is(i, &self.pack.subjunctives)
            && !matches!(before.as_str(), "ich" | "als" | "ob" | "im" | "am" | "zu")
            && !matches!(next.as_str(), "ich" | "denn")
            && (i == self.from || !self.analysis.form(i).is_capital())
    }

    /// Without marks at the edges.
    fn trimmed(&self, (mut from, mut to): Run) -> Run {
        while from < to && !self.analysis.form(from).is_word() && self.outside(from) {
            from += 1;
        }
        while from < to && !self.analysis.form(to - 1).is_word() && self.outside(to - 1) {
            to -= 1;
        }
        (from, to)
    }

    /// The parts of the sentence around what names source and cue.
    fn around(&self, (from, to): Run) -> Vec<Run> {
        let parts = [self.trimmed((self.from, from)), self.trimmed((to, self.to))];
        let mut kept: Vec<Run> = parts.into_iter().filter(|&part| self.words(part) > 0).collect();
        // "und", "doch" before "laut" say nothing.
        if kept.len() == 2 && self.words(kept[0]) == 1 && !self.analysis.form(kept[0].0).is_capital() {
            kept.remove(0);
        }
        kept
    }

    /// The same within the relative clause that holds it: "die laut Berg ein Fehler war".
    fn beside(&self, run: Run) -> Vec<Run> {
        let comma = (self.from..run.0).rev().find(|&i| self.comma(i));
        let relative = ["der", "die", "das", "den", "dem", "deren", "dessen", "dass", "weil", "wo", "was", "denen"];
        let Some(head) = comma.map(|comma| comma + 1).filter(|&head| self.is(head, &relative)) else {
            return self.around(run);
        };
        let end = (run.1..self.to).find(|&i| self.comma(i)).unwrap_or(self.to);
        let parts = [self.trimmed((head + 1, run.0)), self.trimmed((run.1, end))];
        parts.into_iter().filter(|&part| self.words(part) > 0).collect()
    }

    fn link(&self, source: Option<Run>, cue: Run, mut contents: Vec<Run>) -> Option<Link> {
        contents.retain(|&run| self.words(run) > 0);
        (!contents.is_empty()).then(|| Link { source, cue: Some(cue), contents, ..Link::default() })
    }

    /// "Laut der Polizei war ...", "Der Polizei zufolge ...", "seiner Ansicht nach", "..., so der Minister", "wie X mitteilte".
    fn according(&self) -> Option<Link> {
        for i in (self.from..self.to).filter(|&i| self.outside(i)) {
            let opens = i == self.from || self.comma(i - 1) || !self.outside(i - 1);
            let matched = |phrase: &&Vec<&str>| phrase.iter().enumerate().all(|(at, word)| self.is(i + at, &[word]));
            if let Some(phrase) = self.pack.according.iter().find(matched) {
                let start = i + phrase.len();
                // "nach Angaben der Polizei": the article belongs to the source.
                let article = phrase.last().is_some_and(|last| matches!(*last, "der" | "des"));
                if let Some(end) = self.phrases.end_of(start) {
                    let start = start - usize::from(article);
                    return self.link(Some((start, end)), (i, start), self.beside((i, end)));
                }
            }
            if self.is(i, &self.pack.tails) && opens && i > self.from && !self.is(i + 1, &["dass"]) {
                let end = self.phrases.end_of(i + 1).filter(|&end| self.phrases.names(i + 1, end));
                let end = end.filter(|&end| end >= self.to || !self.analysis.form(end).is_word() || !self.outside(end));
                if let Some(end) = end {
                    let quotes: Vec<Run> = self.quotes().into_iter().filter(|run| run.1 <= i).collect();
                    let alone = quotes.len() == 1 && self.words((self.from, quotes[0].0)) == 0;
                    let contents = if alone { quotes } else { self.around((i, end)) };
                    return self.link(Some((i + 1, end)), (i, i + 1), contents);
                }
            }
            if self.is(i, &self.pack.after) && i > self.from {
                let start = (self.from..i).rev().find(|&at| !self.outside(at) || self.phrases.breaks(at));
                let start = start.map_or(self.from, |at| at + 1);
                return self.link(Some((start, i)), (i, i + 1), self.around((start, i + 1)));
            }
            // "seiner Ansicht nach", "nach eigenen Angaben"
            if self.is(i, &self.pack.own)
                && i > self.from
                && (self.is(i + 1, &["nach", "zufolge"]) || self.is(i - 1, &["eigenen"]))
            {
                let end = i + 1 + usize::from(self.is(i + 1, &["nach", "zufolge"]));
                let start = if self.is(i - 1, &["eigenen"]) { i.saturating_sub(2).max(self.from) } else { i - 1 };
                return self.link(Some((start, start + 1)), (start, end), self.around((start, end)));
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

    /// "wie die Polizei mitteilte": from "wie" at `i` to the comma or the end.
    fn as_said(&self, i: usize) -> Option<Link> {
        let end = (i + 1..self.to.min(i + 16)).find(|&at| self.comma(at)).unwrap_or(self.trimmed((i, self.to)).1);
        let cue = (i + 2..end.min(i + 16)).find(|&at| self.verb(at))?;
        let next = |at: usize| at + 1 >= end || self.verb(at + 1) || self.is(at + 1, &self.pack.auxiliaries);
        let start = if self.is(i + 1, &["es"]) { i + 2 } else { i + 1 };
        let source_end = self.phrases.end_of(start).filter(|&source_end| source_end <= cue)?;
        // The verb stands last, or close to it: "wie Scholz am Montag in Berlin sagte".
        (next(cue) && end - cue <= 3 && !self.is(cue, &["gibt", "gab", "zeigt", "sieht", "geht", "ging", "steht"]))
            .then(|| self.link(Some((start, source_end)), (cue, cue + 1), self.around((i, end))))?
    }

    /// Reporting verbs of the sentence, each with what it reports.
    fn reported(&self, links: &mut Vec<Link>, before: Option<Run>) {
        let first = links.len();
        let quotes = self.quotes();
        let cues: Vec<usize> = (self.from..self.to).filter(|&i| self.verb(i)).take(MOST).collect();
        for &cue in &cues {
            let taken = |i: usize| {
                links[first..].iter().any(|link| {
                    link.contents.iter().any(|run| run.0 <= i && i < run.1)
                        || link.cue.is_some_and(|other| other.0 == i)
                })
            };
            if taken(cue) {
                continue;
            }
            if let Some(link) = self.resumed(cue, before, links) {
                links.push(link);
                return;
            }
            let Some((mut source, after)) = self.source(cue) else { continue };
            let mut inherited = false;
            if source.is_none() {
                // "Bennett kritisierte ... und sagte": the subject is that of the verb before.
                let Some(known) = links[first..].last().and_then(|link| link.source) else { continue };
                (source, inherited) = (Some(known), true);
            }
            let end = source.filter(|_| after).map_or(cue + 1, |source| source.1);
            let contents = self.contents(cue, end, after, &quotes);
            let contents: Vec<Run> = contents.into_iter().filter(|run| !(run.0..run.1).any(taken)).collect();
            if let Some(mut link) = self.link(source, (cue, cue + 1), contents) {
                link.inherited = inherited;
                // The sentences of a quotation that stood without a cue so far.
                if links.last().is_some_and(|last| last.cue.is_none() && link.contents.contains(&last.contents[0])) {
                    links.pop();
                }
                links.push(link);
            }
        }
        if links.len() == first {
            links.extend(self.nominal());
            if links.len() == first {
                links.extend(self.labelled(&quotes));
            }
        }
    }

    /// "Das sagte der Minister am Montag.": what is said stands in the sentence before.
    fn resumed(&self, cue: usize, before: Option<Run>, links: &[Link]) -> Option<Link> {
        let first = (self.from..self.to).find(|&i| self.analysis.form(i).is_word())?;
        let opens = self.is(first, &["das", "dies"])
            && (first + 1 == cue || first + 2 == cue && self.is(first + 1, &self.pack.auxiliaries));
        let (from, to) = before?;
        let finder = Finder { phrases: Phrases { from, to, ..self.phrases }, from, to, ..*self };
        let free = links.last().is_none_or(|link| link.contents.last().is_none_or(|run| run.1 <= from));
        let quiet = !(cue..self.to).any(|i| {
            !self.outside(i) || self.analysis.form(i).shape == Shape::Colon || self.is(i, &self.pack.complementisers)
        });
        if !opens || !free || !quiet || !self.says(cue) {
            return None;
        }
        let end = self.phrases.end_of(cue + 1)?;
        self.link(Some((cue + 1, end)), (cue, cue + 1), vec![finder.trimmed((from, to))])
    }

    /// What the verb at `cue` reports; `end` is where its source ends, if it stands after it.
    fn contents(&self, cue: usize, end: usize, after: bool, quotes: &[Run]) -> Vec<Run> {
        let closes = cue > self.from
            && (self.comma(cue - 1) || !self.outside(cue - 1) || self.analysis.form(cue - 1).shape == Shape::Stop);
        let speech = |run: &&Run| {
            let beside = run.1 <= cue && cue - run.1 <= 4 || run.0 > cue && self.words((end.min(run.0), run.0)) <= 1;
            self.words(**run) >= SHORTEST && (beside || self.colon(cue, run.0))
                || self.colon(cue, run.0) && self.words(**run) > 0
        };
        let spoken: Vec<Run> = quotes.iter().filter(speech).copied().collect();
        // "..., sagte Lange, ..."
        if closes && after && self.words((self.from, cue)) >= 2 {
            if spoken.iter().any(|run| run.1 <= cue && self.words((self.from, run.0)) == 0) {
                return quotes.iter().filter(|run| self.words(**run) >= 2).copied().collect();
            }
            let mut contents = vec![self.trimmed((self.from, cue))];
            if self.comma(end) && (end..self.to).any(|i| self.subjunctive(i)) && !self.subjunctive_in(contents[0]) {
                contents.push(self.trimmed((end, self.to)));
            }
            return contents;
        }
        let limit = self.to.min(end + 24);
        // "sagte, dass ...", "fragte, warum ..."
        let opener = (end..limit).find(|&i| {
            self.outside(i)
                && i > 0
                && (self.comma(i - 1) || i == end)
                && (self.is(i, &self.pack.complementisers) || self.comma(i - 1) && self.is(i, &self.pack.questions))
        });
        let at_once = (end..self.to.min(end + 2)).find(|&i| self.comma(i)).filter(|&comma| {
            let bare = !self.is(comma + 1, &self.pack.complementisers) && !self.is(comma + 1, &self.pack.questions);
            bare && opener.is_some_and(|opener| opener > comma + 1) && self.subjunctive_in((comma + 1, self.to))
                || self.irreal_in((comma + 1, self.to)) && self.says(cue) && bare
        });
        if let Some(comma) = at_once {
            return vec![self.trimmed((comma + 1, self.to))];
        }
        if let Some(opener) = opener {
            let skip = usize::from(self.is(opener, &self.pack.complementisers));
            return vec![self.clause(opener + skip)];
        }
        if !spoken.is_empty() {
            return spoken;
        }
        // "sagte: ...", "sagte, die Lage sei ernst"
        if let Some(colon) = (cue + 1..limit).find(|&i| self.outside(i) && self.analysis.form(i).shape == Shape::Colon)
        {
            return vec![self.trimmed((colon + 1, self.to))];
        }
        let comma = (end..limit).find(|&i| self.comma(i));
        if let Some(comma) = comma {
            let segment = (comma + 1, self.to);
            let relative = self.is(
                comma + 1,
                &[
                    "der", "die", "das", "den", "dem", "deren", "dessen", "und", "aber", "als", "um", "wobei",
                    "während", "nachdem", "weil", "da", "wenn", "obwohl",
                ],
            ) && !self.subjunctive_in((comma + 1, self.to.min(comma + 10)));
            let plain = self.analysis.lexicon[cue].is_some_and(|entry| entry.part == Part::Verb)
                && !self.is_object(cue)
                && comma <= end + 6;
            let infinitive = self.infinitive(segment) && comma <= end + 6;
            if self.subjunctive_in(segment) || !relative && (plain && self.says(cue) || infinitive) {
                return vec![self.trimmed(segment)];
            }
        }
        if self.is_object(cue)
            && let Some(object) = self.object(cue, end, after)
        {
            return vec![object];
        }
        Vec::new()
    }

    fn colon(&self, cue: usize, at: usize) -> bool {
        cue < at && (cue..at).any(|i| self.outside(i) && self.analysis.form(i).shape == Shape::Colon)
    }

    fn subjunctive_in(&self, (from, to): Run) -> bool {
        (from..to).any(|i| self.subjunctive(i))
    }

    fn irreal_in(&self, (from, to): Run) -> bool {
        (from..to).any(|i| self.outside(i) && self.is(i, &self.pack.irreals) && !self.analysis.form(i).is_capital())
    }

    /// "..., den Vertrag zu kündigen": a clause with an infinitive.
    fn infinitive(&self, (from, to): Run) -> bool {
        (from..to.saturating_sub(1)).any(|i| {
            self.is(i, &["zu"]) && self.analysis.lower(i + 1).ends_with('n') && !self.analysis.form(i + 1).is_capital()
        }) || (from..to).any(|i| {
            let word = self.analysis.lower(i);
            word.contains("zu")
                && word.ends_with("en")
                && [
                    "aufzu",
                    "abzu",
                    "anzu",
                    "einzu",
                    "auszu",
                    "vorzu",
                    "zurückzu",
                    "durchzu",
                    "umzu",
                    "beizu",
                    "festzu",
                    "hinzu",
                ]
                .iter()
                .any(|head| word.starts_with(head))
        })
    }

    /// Verbs that can stand before a bare clause: "sagte, das ist so".
    fn says(&self, cue: usize) -> bool {
        let word = self.analysis.lower(cue);
        [
            "sag",
            "erklär",
            "betont",
            "schrieb",
            "schreib",
            "mein",
            "gemeint",
            "behaupt",
            "versicher",
            "glaub",
            "berichte",
            "teilte",
            "antworte",
            "ergänz",
        ]
        .iter()
        .any(|stem| word.starts_with(stem) || word.starts_with(&format!("ge{stem}")))
    }

    fn is_object(&self, i: usize) -> bool {
        let word = self.analysis.lower(i);
        self.pack
            .objects
            .iter()
            .any(|object| object.strip_suffix('*').map_or(word == *object, |stem| word.starts_with(stem)))
    }

    /// The clause that begins at `from`: to the end of the sentence, or to where the sentence goes on with "und" and a verb.
    fn clause(&self, from: usize) -> Run {
        self.trimmed((from, self.to))
    }

    /// The object of a verb: "warnte vor einer Eskalation", "hat ein Ende der Gewalt gefordert".
    fn object(&self, cue: usize, end: usize, after: bool) -> Option<Run> {
        let auxiliary = (self.from..cue).rev().find(|&i| self.is(i, &self.pack.auxiliaries) && self.outside(i));
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
                let stop = (end..self.to).find(|&i| {
                    self.comma(i) && !self.infinitive((i + 1, self.to.min(i + 16)))
                        || self.outside(i)
                            && (self.analysis.form(i).shape == Shape::Colon
                                || self.is(i, &["und"]) && i + 1 < self.to && self.verb(i + 1))
                });
                (if after { end } else { cue + 1 }, stop.unwrap_or(self.to))
            }
        };
        (from, to) = self.trimmed((from, to));
        while from + 1 < to && (self.is(from, &self.pack.adverbs) || self.is(from, &["er", "sie", "es"])) {
            from += 1;
        }
        // "lehnt ... ab"
        let particle = from + 1 < to && self.is(to - 1, &self.pack.particles);
        to -= usize::from(particle);
        if from + 1 < to && self.is(from, &self.pack.prepositions) {
            from += 1;
        }
        let run = self.trimmed((from, to));
        let named = (run.0..run.1).any(|i| self.analysis.form(i).is_capital());
        (named && self.words(run) >= 2).then_some(run)
    }

    /// The source of a verb, and whether it stands after it. `None`: it has none that can be seen; `Some((None, _))`: it is the
    /// one of the verb before.
    fn source(&self, cue: usize) -> Option<(Option<Run>, bool)> {
        let auxiliary = (self.from..cue)
            .rev()
            .find(|&i| self.is(i, &self.pack.auxiliaries) && self.outside(i) && !(i + 1..cue).any(|at| self.comma(at)));
        let last = cue + 1 >= self.to || !self.analysis.form(cue + 1).is_word() || !self.outside(cue + 1);
        let verb = auxiliary.filter(|_| last).unwrap_or(cue);
        if self.is(verb + 1, &["es", "man"]) || verb > self.from && self.is(verb - 1, &["es", "man"]) {
            return None;
        }
        let named = self.phrases.before(verb).or_else(|| self.subordinate(cue, last));
        if let Some(run) = self
            .phrases
            .pronoun_at(verb + 1)
            .filter(|_| named.is_none_or(|run| self.phrases.pronoun_at(run.0).is_none()))
        {
            return Some((Some(run), true));
        }
        if verb > self.from && self.is(verb - 1, &["und", "sowie", "aber", "oder"]) {
            return Some((None, false));
        }
        if let Some(run) = named {
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
        Some((Some((start, end)), true))
    }

    /// "während der Gouverneur seine Hilfe bekräftigte": the subject behind what opens the clause that the verb ends.
    fn subordinate(&self, cue: usize, last: bool) -> Option<Run> {
        let comma =
            (self.from..cue).rev().find(|&i| self.comma(i)).map(|i| i + 1).or(Some(self.from)).filter(|_| last)?;
        let opens = ["während", "nachdem", "wobei", "weil", "da", "obwohl", "indem", "als", "wenn", "dass"];
        let start = comma + 1;
        let end = self.phrases.end_of(start).filter(|&end| self.is(comma, &opens) && end < cue)?;
        Some((start, end))
    }

    /// "Die Sorge, dass ...", "seine These: ...": what a noun goes on with.
    fn nominal(&self) -> Option<Link> {
        let noun = (self.from..self.to).find(|&i| self.outside(i) && self.is(i, &self.pack.nominals))?;
        let opener =
            (noun + 1..self.to.min(noun + 8)).find(|&i| self.comma(i - 1) && self.is(i, &["dass", "daß", "wonach"]));
        let opener = opener.or_else(|| {
            (self.analysis.form(noun + 1).shape == Shape::Colon && noun + 1 < self.to).then_some(noun + 1)
        })?;
        let owner = noun.checked_sub(1).filter(|&at| {
            at >= self.from && self.is(at, &["seine", "seiner", "ihre", "ihrer", "meine", "deren", "dessen"])
        });
        let genitive = self
            .is(noun + 1, &["der", "des", "von"])
            .then(|| self.phrases.end_of(noun + 1))
            .flatten()
            .filter(|&end| end < opener);
        let subject = self.is(noun + 1, &["ist", "war"]);
        let subject_end = self.phrases.end_of(self.from).filter(|&end| end <= noun.saturating_sub(1));
        let source = owner.map(|at| (at, at + 1)).or(genitive.map(|end| (noun + 1, end)));
        if subject && source.is_none() {
            return None;
        }
        let source = source.or(subject_end.map(|end| (self.from, end)));
        self.link(source, (noun, noun + 1), vec![self.trimmed((opener + 1, self.to))])
    }

    /// "Kabayel: „...“": a name before a colon.
    fn labelled(&self, quotes: &[Run]) -> Option<Link> {
        let colon = (self.from + 1..self.to.min(self.from + 8))
            .find(|&i| self.analysis.form(i).shape == Shape::Colon && self.outside(i))?;
        let end = self.phrases.end_of(self.from).filter(|&end| end == colon && self.phrases.names(self.from, end))?;
        let quote = quotes.iter().find(|run| run.0 > colon && run.0 <= colon + 2)?;
        self.link(Some((self.from, end)), (colon, colon + 1), vec![*quote])
    }

    /// A sentence that goes on with what was said before it: in the subjunctive, or in quotation marks.
    fn continued(&self, links: &mut Vec<Link>, speaker: Option<Run>, next: bool) {
        let quotes = self.quotes();
        for &run in &quotes {
            let known = links.iter().rev().take(3).any(|link| link.contents.contains(&run));
            let whole = self.words((self.from, run.0)) == 0;
            if known || self.words(run) < SHORTEST || !whole {
                continue;
            }
            links.push(Link { contents: vec![run], ..Link::default() });
            return;
        }
        let whole = self.trimmed((self.from, self.to));
        let question = self.to > self.from && self.analysis.words.of(self.to - 1) == "?";
        if self.words(whole) < SHORTEST || question {
            return;
        }
        let own = (self.from..self.to).any(|i| self.outside(i) && self.is(i, &["ich", "wir"]));
        let reported = self.subjunctive_in(whole) && !own;
        let irreal =
            next && !own && self.irreal_in(whole) && !(self.from..self.to).any(|i| self.is(i, &["wenn", "falls"]));
        if reported || irreal {
            links.push(Link {
                source: speaker,
                contents: vec![whole],
                inherited: speaker.is_some(),
                ..Link::default()
            });
        }
    }
}
