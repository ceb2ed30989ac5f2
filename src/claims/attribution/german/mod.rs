//! Attributions of German: reporting verbs with the clause, the object or the quotation that they report, "laut" and its kin, and
//! the sentences in the subjunctive that go on without any reporting word.
//!
//! German marks reported speech by its mood (Konjunktiv I), so that whole paragraphs may stand without a cue; it puts the
//! source after the verb wherever something else opens the sentence; and its capitals tell where a noun phrase ends.

mod authorities;
mod continued;
mod denials;
mod fronted;
mod hearsay;
mod held;
mod infinitives;
mod mood;
mod objects;
mod own;
mod passives;
pub(crate) mod phrases;
mod split;
mod subjects;
mod unlisted;
mod verbs;

use crate::claims::attribution::analysis::{Analysis, NONE, state};
use crate::claims::attribution::lexicon::Part;
use crate::claims::attribution::linking::{Link, Run};
use crate::claims::attribution::pack::Pack;
use crate::claims::attribution::quotations::plain::words_of;
use crate::claims::speakers::is_document;
use crate::learn::form::Shape;
use phrases::Phrases;

/// Reporting words and quotations looked at in one sentence: a bound on text without stops.
const MOST: usize = 24;
/// A quotation of fewer words is a term unless a cue stands beside it.
const SHORTEST: usize = 4;
/// Words behind "so Berg" that tell when, where and to whom, at most.
const TAIL: usize = 12;
/// Sentences over which reported speech goes on without a cue.
const REACH: usize = 4;

/// Attributions of a German text.
pub(crate) fn find(analysis: &Analysis, pack: &Pack) -> Vec<Link> {
    let mut links: Vec<Link> = Vec::new();
    let mut last = None;
    let mut speaker = None;
    for sentence in 0..analysis.sentence_starts.len().saturating_sub(1) {
        let (from, to) = analysis.sentence(sentence);
        let finder = Finder::of(analysis, pack, (from, to));
        let before = links.len();
        let authority = finder.according().or_else(|| finder.held()).filter(|link| !finder.is_relay(link));
        // "Die Klägerin, die laut Berg ..., wirft ihm vor, ...": what a clause inside reports leaves the rest of the sentence open.
        if authority.as_ref().is_none_or(|link| finder.is_inside(link)) {
            links.extend(authority);
            let sentence_before = sentence.checked_sub(1).map(|before| analysis.sentence(before));
            finder.reported(&mut links, before, sentence_before);
        } else {
            links.extend(authority);
        }
        if links.len() == before {
            let near = last.is_some_and(|last| sentence - last <= REACH);
            let next = near && last == sentence.checked_sub(1);
            let behind = || Finder::of(analysis, pack, analysis.sentence(sentence + 1));
            let bridged = next && finder.bridges() && behind().only_subjunctive();
            finder.continued(&mut links, speaker.filter(|_| near), next, bridged);
        }
        // "Lund äußerte sich zufrieden. Die Brücke sei sicher.": who speaks may say nothing in this sentence.
        if links.len() == before
            && let Some(voice) = finder.voice()
        {
            (last, speaker) = (Some(sentence), Some(voice));
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

impl<'a> Finder<'a> {
    fn of(analysis: &'a Analysis<'a>, pack: &'a Pack, (from, to): Run) -> Self {
        Self { phrases: Phrases { analysis, pack, from, to }, analysis, pack, from, to }
    }

    fn is(&self, i: usize, words: &[&str]) -> bool {
        self.phrases.is(i, words)
    }

    fn outside(&self, i: usize) -> bool {
        self.analysis.quoted[i] == state::OUT
    }

    fn comma(&self, i: usize) -> bool {
        if i >= self.to || !self.outside(i) {
            return false;
        }
        let words = &self.analysis.words.words;
        // "die „Stern“-Recherche": a hyphen that hangs on its word parts nothing.
        let hangs = || words.get(i + 1).is_some_and(|next| next.span.start == words[i].span.end);
        match self.analysis.form(i).shape {
            Shape::Comma => true,
            Shape::Dash => !hangs(),
            _ => false,
        }
    }

    /// Whether an attribution stands in a clause inside the sentence, with words of another clause before and behind it.
    fn is_inside(&self, link: &Link) -> bool {
        let first = link.contents.first().map_or(self.from, |run| run.0);
        let last = link.contents.last().map_or(self.to, |run| run.1);
        let cue = link.cue.map_or(self.from, |cue| cue.0);
        let (from, to) = self.trimmed((self.from, self.to));
        first > from + 1 && cue > from + 1 && last + 1 < to && link.contents.iter().all(|run| run.0 > from)
    }

    fn words(&self, run: Run) -> usize {
        self.analysis.count_words(run)
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
        let known = || self.analysis.lexicon[i].is_some_and(|entry| entry.part == Part::Verb);
        small && self.outside(i) && known() && !self.is_attribute_of_noun(i)
    }

    fn subjunctive(&self, i: usize) -> bool {
        let near = |at: usize, words: &[&str]| self.analysis.is_one_of(at, words);
        self.outside(i)
            && self.is(i, &self.pack.subjunctives)
            && !i.checked_sub(1).is_some_and(|before| near(before, &["ich", "als", "ob", "im", "am", "zu"]))
            && !near(i + 1, &["ich", "denn"])
            // "Habe die Ware erhalten.": at the head of a sentence the writer speaks of himself.
            && i > self.from
            && !self.analysis.form(i).is_capital()
            // "Man stelle sich vor": nobody says so.
            && !(self.is(i - 1, &["man"]) && self.is(i, &["stelle", "nehme", "beachte", "denke", "vergleiche"]))
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
        // "Ob sie kommen, das lässt sich laut Berg nicht sagen": the article takes up the clause before.
        let asks = ["ob", "dass", "wer", "was", "wie", "wo", "wenn"];
        if self.is(self.from, &asks) && self.is(head, &["das", "der", "die", "den", "dem"]) {
            return self.around(run);
        }
        let end = (run.1..self.to).find(|&i| self.comma(i)).unwrap_or(self.to);
        let parts = [self.trimmed((head + 1, run.0)), self.trimmed((run.1, end))];
        parts.into_iter().filter(|&part| self.words(part) > 0).collect()
    }

    fn link(&self, source: Option<Run>, cue: Run, mut contents: Vec<Run>) -> Option<Link> {
        contents.retain(|&run| self.words(run) > 0);
        (!contents.is_empty()).then(|| Link { source, cue: Some(cue), contents, ..Link::default() })
    }

    /// Whether so few words in quotation marks are a name by their capitals.
    fn is_name(&self, (from, to): Run, most: usize) -> bool {
        let capital = |i: usize| self.analysis.form(i).is_capital();
        to > from && to - from <= most && capital(from) && capital(to - 1)
    }

    /// "wie die Polizei mitteilte", "wie der Sprecher, Tim Roth, mitteilte": from "wie" at `i` to the comma or the end.
    fn as_said(&self, i: usize) -> Option<Link> {
        let start = if self.is(i + 1, &["es"]) { i + 2 } else { i + 1 };
        // "wie das „Morgenblatt“ berichtet"
        let name = start + usize::from(self.is(start, &["der", "die", "das"]));
        let named = Some(self.over_name(name)).filter(|&end| end > name);
        let source_end = named.or_else(|| self.phrases.end_of(start))?;
        let behind = if named.is_none() { self.behind_aside((start, source_end)) } else { source_end };
        let ends = |&at: &usize| self.comma(at) || self.outside(at) && self.analysis.form(at).shape == Shape::Colon;
        let end = (behind..self.to.min(i + 24)).find(ends).unwrap_or(self.trimmed((i, self.to)).1);
        let cue = (behind.max(i + 2)..end).find(|&at| self.verb(at))?;
        let next = |at: usize| at + 1 >= end || self.verb(at + 1) || self.is(at + 1, &self.pack.auxiliaries);
        let colon = end < self.to && !self.comma(end) && self.analysis.form(end).shape == Shape::Colon;
        // The name without its marks.
        let (start, source_end) = if named.is_some() { (name + 1, source_end - 1) } else { (start, source_end) };
        // "wie eine Studie zeigt", but not "wie das Beispiel zeigt"
        let written =
            (start..source_end).any(|at| is_document("de", self.analysis.form(at).hash, self.analysis.words.of(at)));
        let shows = self.is(cue, &["zeigt", "zeigen", "zeigte", "zeigten"]) && !written;
        // The verb stands last, or close to it: "wie Scholz am Montag in Berlin sagte".
        (next(cue)
            && end - cue <= 3
            && !shows
            && !self.is(cue, &["heißt", "hieß", "gibt", "gab", "sieht", "geht", "ging", "steht"]))
        .then(|| {
            // "Das ist selten, wie die Statistik zeigt: ...": what stands behind the colon explains it.
            let quote = || self.quotes().into_iter().find(|run| end < run.0 && run.0 <= end + 2);
            let contents = match colon {
                true if i > self.from => vec![self.trimmed((self.from, i))],
                true => vec![quote().unwrap_or_else(|| self.trimmed((end, self.to)))],
                false => self.around((i, end)),
            };
            self.link(Some((start, source_end)), (cue, cue + 1), contents)
        })?
    }

    /// Behind the comma that closes an apposition or a relative clause of a noun phrase; its end if there is none.
    fn behind_aside(&self, (start, end): Run) -> usize {
        if !self.comma(end) {
            return end;
        }
        if (start..end).any(|i| self.comma(i)) {
            return end + 1;
        }
        self.relative_end(end).unwrap_or(end)
    }

    /// Behind the comma that closes the relative clause that the comma at `open` opens.
    fn relative_end(&self, open: usize) -> Option<usize> {
        const RELATIVE: &[&str] = &["der", "die", "das", "den", "dem", "deren", "dessen", "denen"];
        let led = open + 1 + usize::from(self.is(open + 1, &self.pack.prepositions));
        let close = (led + 2..self.to).find(|&i| self.comma(i)).filter(|_| self.is(led, RELATIVE))?;
        // Its verb stands last.
        let last = self.outside(close - 1) && !self.analysis.form(close - 1).is_capital();
        last.then_some(close + 1)
    }

    fn subjunctive_in(&self, (from, to): Run) -> bool {
        (from..to).any(|i| self.subjunctive(i))
    }

    fn irreal_in(&self, (from, to): Run) -> bool {
        (from..to).any(|i| self.outside(i) && self.is(i, &self.pack.irreals) && !self.analysis.form(i).is_capital())
    }

    /// "Die Sorge, dass ...", "seine These: ...": what a noun goes on with.
    fn nominal(&self) -> Option<Link> {
        let noun = (self.from..self.to).find(|&i| self.outside(i) && self.is(i, &self.pack.nominals))?;
        let opener =
            (noun + 1..self.to.min(noun + 8)).find(|&i| self.comma(i - 1) && self.is(i, &["dass", "daß", "wonach"]));
        let opener = opener.or_else(|| {
            (noun + 1 < self.to && self.analysis.form(noun + 1).shape == Shape::Colon).then_some(noun + 1)
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
        // "So Berg: „...“"
        let start = self.from + usize::from(self.is(self.from, &self.pack.tails));
        let end = self.phrases.end_of(start).filter(|&end| end == colon && self.phrases.names(start, end))?;
        let quote = quotes.iter().find(|run| run.0 > colon && run.0 <= colon + 2)?;
        // "Kritik am Minister: „...“": whom it is about does not say so.
        let about = (start + 1..end).find(|&i| self.is(i, &["an", "am", "gegen", "über", "zu", "zum", "zur", "für"]));
        let topic = about.is_some_and(|about| !self.is_somebody((start, about)));
        self.link((!topic).then_some((start, end)), (colon, colon + 1), vec![*quote])
    }
}

#[cfg(test)]
mod tests;
#[cfg(test)]
mod turns_tests;
#[cfg(test)]
mod verbs_tests;
