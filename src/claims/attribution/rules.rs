//! Attributions by rule, for languages without a trained tagger: every quotation with its cue and source, reported clauses
//! behind a complementiser, "according to". What no rule is sure of stays out.

use super::analysis::{Analysis, NONE, state};
use super::lexicon::Part;
use super::linking::{Link, Run};
use super::pack::Pack;
use crate::claims::speakers::{Pronoun, pronoun};
use crate::learn::form::Shape;

/// A quotation of fewer words is a term or a title unless a cue stands beside it.
const SHORTEST: usize = 4;
/// Cues and quotations looked at in one sentence: a bound on text without stops.
const MOST: usize = 24;

/// The quotations of a text alone, for languages without a pack.
pub(crate) fn quotations(analysis: &Analysis) -> Vec<Link> {
    let mut links = Vec::new();
    for at in 0..analysis.quotes.len() {
        let Some(run) = words_of(analysis, at) else { continue };
        let words = (run.0..run.1).filter(|&i| analysis.form(i).is_word()).count();
        let ends = analysis.form(run.1 - 1).shape == Shape::Stop;
        if words >= SHORTEST || ends && words > 1 {
            links.push(Link { contents: vec![run], ..Link::default() });
        }
    }
    links
}

/// Attributions of a language with a pack.
pub(crate) fn find(analysis: &Analysis, pack: &Pack) -> Vec<Link> {
    let mut links: Vec<Link> = Vec::new();
    let sentences = analysis.sentence_starts.len().saturating_sub(1);
    for sentence in 0..sentences {
        let (from, to) = analysis.sentence(sentence);
        let finder = Finder { analysis, pack, from, to };
        if let Some(link) = finder.according().or_else(|| finder.reported()) {
            links.push(link);
        } else {
            finder.continued(&mut links);
        }
    }
    links
}

/// The words of a top-level quotation.
pub(super) fn words_of(analysis: &Analysis, at: usize) -> Option<Run> {
    let quote = analysis.quotes.get(at).filter(|quote| !quote.nested)?;
    let from = analysis.words.at(quote.inner.start);
    let to = analysis.words.words.partition_point(|word| word.span.start < quote.inner.end);
    (from < to).then_some((from, to))
}

struct Finder<'a> {
    analysis: &'a Analysis<'a>,
    pack: &'a Pack,
    from: usize,
    to: usize,
}

impl Finder<'_> {
    fn is(&self, i: usize, words: &[&str]) -> bool {
        i < self.to && words.contains(&self.analysis.lower(i).as_str())
    }

    fn outside(&self, i: usize) -> bool {
        self.analysis.quoted[i] == state::OUT
    }

    fn ends_phrase(&self, i: usize) -> bool {
        let shape = self.analysis.form(i).shape;
        matches!(shape, Shape::Comma | Shape::Stop | Shape::Colon | Shape::Dash | Shape::Bracket) || !self.outside(i)
    }

    /// Runs of quoted words in the sentence; a quotation that begins in it counts to its end.
    fn quoted_runs(&self) -> Vec<Run> {
        let mut runs: Vec<Run> = Vec::new();
        let mut i = self.from;
        while i < self.to && runs.len() < MOST {
            let quote = self.analysis.quote[i];
            if quote == NONE {
                i += 1;
                continue;
            }
            if let Some(run) = words_of(self.analysis, quote as usize)
                && (run.0 >= self.from || i == self.from)
            {
                runs.push(run);
            }
            while i < self.to && self.analysis.quote[i] == quote {
                i += 1;
            }
        }
        runs
    }

    /// "Laut der Polizei war ...", "Der Polizei zufolge ...".
    fn according(&self) -> Option<Link> {
        for i in (self.from..self.to).filter(|&i| self.outside(i)) {
            let opens = i == self.from || self.analysis.form(i - 1).shape == Shape::Comma || !self.outside(i - 1);
            let phrase = self.pack.according.iter().find(|phrase| {
                // "para", "pour", "per" mean "according to" at the head of a sentence at most, before a name.
                let weak = matches!(phrase.join(" ").as_str(), "para" | "pour" | "per");
                let words = phrase.iter().enumerate().all(|(at, word)| self.is(i + at, &[word]));
                words
                    && !weak
                    && (opens || phrase.len() > 1 || !matches!(phrase[0], "segundo" | "conforme" | "secondo"))
            });
            if let Some(phrase) = phrase {
                let start = i + phrase.len();
                let end = self.phrase_end(start);
                if end == start {
                    continue;
                }
                let mut contents = Vec::new();
                if end < self.to && i <= self.from + 1 {
                    contents.push(self.trimmed((end, self.to)));
                } else {
                    contents.push(self.trimmed((self.from, i)));
                }
                return self.link((start, end), (i, start), contents);
            }
            if self.is(i, &self.pack.tails) && opens && i > self.from {
                let end = self.phrase_end(i + 1);
                if (i + 1..end).any(|at| self.analysis.form(at).is_capital()) {
                    let quotes: Vec<Run> = self.quoted_runs().into_iter().filter(|run| run.1 <= i).collect();
                    let alone = quotes.len() == 1 && self.alone(quotes[0], i);
                    let contents = if alone { quotes } else { vec![self.trimmed((self.from, i))] };
                    return self.link((i + 1, end), (i, i + 1), contents);
                }
            }
            if self.is(i, &self.pack.after) && i > self.from {
                let start = (self.from..i).rev().find(|&j| self.ends_phrase(j)).map_or(self.from, |j| j + 1);
                let rest = if start == self.from { (i + 1, self.to) } else { (self.from, start) };
                return self.link((start, i), (i, i + 1), vec![self.trimmed(rest)]);
            }
        }
        None
    }

    fn link(&self, source: Run, cue: Run, mut contents: Vec<Run>) -> Option<Link> {
        contents.retain(|&(from, to)| (from..to).any(|i| self.analysis.form(i).is_word()));
        let named = (source.0..source.1).any(|i| self.analysis.form(i).is_capital()) || source.1 - source.0 <= 4;
        (named && !contents.is_empty()).then(|| Link {
            source: Some(source),
            cue: Some(cue),
            contents,
            ..Link::default()
        })
    }

    fn trimmed(&self, (mut from, mut to): Run) -> Run {
        while from < to && !self.analysis.form(from).is_word() && self.outside(from) {
            from += 1;
        }
        while from < to && !self.analysis.form(to - 1).is_word() && self.outside(to - 1) {
            to -= 1;
        }
        (from, to)
    }

    /// End of the noun phrase that begins at `start`.
    fn phrase_end(&self, start: usize) -> usize {
        let mut end = start;
        while end < self.to && end < start + 12 && !self.ends_phrase(end) {
            let stops = end > start && (self.is(end, &self.pack.stops) || self.verb(end) || self.leaves_noun(end));
            if stops {
                break;
            }
            end += 1;
        }
        end
    }

    /// German: after a noun a small word goes on with the phrase only if it links ("Minister für Verkehr").
    fn leaves_noun(&self, i: usize) -> bool {
        const LINKS: &[&str] = &["der", "des", "von", "und", "für", "vom", "zum", "zur", "aus", "sowie"];
        let small = !self.analysis.form(i).is_capital() && self.analysis.form(i).shape != Shape::Number;
        self.pack.code == "de" && self.analysis.form(i - 1).is_capital() && small && !self.is(i, LINKS)
    }

    fn verb(&self, i: usize) -> bool {
        let lower = !self.analysis.form(i).is_capital() || i == self.from;
        lower && self.outside(i) && self.analysis.lexicon[i].is_some_and(|entry| entry.part == Part::Verb)
    }

    /// A cue with a quotation or a reported clause in the sentence.
    fn reported(&self) -> Option<Link> {
        let quotes = self.quoted_runs();
        let cues: Vec<usize> = (self.from..self.to).filter(|&i| self.verb(i)).take(MOST).collect();
        let mut best: Option<(usize, Link)> = None;
        for &cue in &cues {
            let Some((source, inverted)) = self.source(cue, &quotes) else { continue };
            let end = cue + 1;
            let mut contents: Vec<Run> = quotes.iter().copied().filter(|run| run.1 <= cue || run.0 > cue).collect();
            let clause = self.clause(cue, source, inverted);
            let long = contents.iter().any(|run| {
                (run.0..run.1).filter(|&i| self.analysis.form(i).is_word()).count() >= SHORTEST
                    && (self.alone(*run, cue) || clause.is_none())
            });
            if let Some(clause) = clause.filter(|_| !long) {
                contents = vec![clause];
            }
            let comma = cue > self.from && self.analysis.form(cue - 1).shape == Shape::Comma;
            if contents.is_empty() && inverted && comma && cue > self.from + 3 {
                // "Das sei nichts Neues, sagte Lange."
                contents.push(self.trimmed((self.from, cue)));
            }
            if contents.is_empty() {
                continue;
            }
            let distance = contents.iter().map(|run| run.0.abs_diff(end).min(run.1.abs_diff(cue))).min().unwrap_or(0);
            if best.as_ref().is_none_or(|(nearest, _)| distance < *nearest) {
                best =
                    Some((distance, Link { source: Some(source), cue: Some((cue, end)), contents, ..Link::default() }));
            }
        }
        best.map(|(_, link)| link)
    }

    /// Whether a quotation stands by itself beside its cue: after a colon, or from the sentence's start.
    fn alone(&self, run: Run, cue: usize) -> bool {
        if run.1 <= cue {
            return (self.from..run.0).all(|i| !self.analysis.form(i).is_word());
        }
        (cue..run.0).any(|i| self.analysis.form(i).shape == Shape::Colon)
            || (cue + 1..run.0).all(|i| !self.analysis.form(i).is_word())
    }

    /// The reported clause: after a complementiser, or after a comma in German ("sagte, die Lage sei ernst").
    fn clause(&self, cue: usize, source: Run, inverted: bool) -> Option<Run> {
        let start = if inverted { source.1 } else { cue + 1 };
        let limit = self.to.min(start + 14);
        let opener = (start..limit).find(|&i| self.is(i, &self.pack.complementisers) && self.outside(i));
        let comma = (start..limit).find(|&i| self.analysis.form(i).shape == Shape::Comma);
        let from = match (opener, comma) {
            (Some(opener), _) => opener + 1,
            (None, Some(comma)) if self.pack.code == "de" && comma <= start + 6 && !inverted => comma + 1,
            _ => return None,
        };
        let run = self.trimmed((from, self.to));
        ((run.0..run.1).filter(|&i| self.analysis.form(i).is_word()).count() >= 3).then_some(run)
    }

    /// The source of a cue, and whether it stands after it.
    fn source(&self, cue: usize, quotes: &[Run]) -> Option<(Run, bool)> {
        if let Some((_, ending)) = self.analysis.words.of(cue).rsplit_once('-')
            && pronoun(self.pack.code, &ending.to_lowercase()).is_some()
        {
            return Some(((cue, cue + 1), true));
        }
        if cue > self.from
            && let Some((_, ending)) = self.analysis.words.of(cue - 1).rsplit_once('-')
            && pronoun(self.pack.code, &ending.to_lowercase()).is_some()
        {
            return Some(((cue - 1, cue), false));
        }
        let after_quote = quotes.iter().any(|run| run.1 <= cue && cue - run.1 <= 4);
        let right = || self.right(cue).map(|run| (run, true));
        let left = || self.left(cue).map(|run| (run, false));
        let next = self.analysis.lower(cue + 1);
        let pronoun_next = pronoun(self.pack.code, &next).is_some_and(|kind| kind != Pronoun::Relative);
        let comma = cue > self.from && self.analysis.form(cue - 1).shape == Shape::Comma;
        let adverbial = self.is(self.from, &self.pack.stops);
        if after_quote || pronoun_next || adverbial || comma && right().is_some() {
            right().or_else(left)
        } else {
            left().or_else(right)
        }
    }

    fn right(&self, cue: usize) -> Option<Run> {
        let mut start = cue + 1;
        while start < self.to && start < cue + 4 && self.is(start, &self.pack.auxiliaries) {
            start += 1;
        }
        let end = self.phrase_end(start);
        self.source_like((start, end))
    }

    fn left(&self, cue: usize) -> Option<Run> {
        let mut end = cue;
        while end > self.from && (self.is(end - 1, &self.pack.auxiliaries) || self.verb(end - 1)) {
            end -= 1;
        }
        // "Olaf Scholz, der Kanzler, sagte": an apposition ends with a comma before the cue.
        let apposition = end > self.from && self.analysis.form(end - 1).shape == Shape::Comma;
        let boundary = |from: usize, to: usize| (from..to).rev().find(|&i| self.ends_phrase(i)).map_or(from, |i| i + 1);
        let mut start = boundary(self.from, end - usize::from(apposition));
        if apposition && start > self.from && self.analysis.form(start - 1).shape == Shape::Comma {
            start = boundary(self.from, start - 1);
        }
        self.source_like(self.trimmed((start, end)))
    }

    /// A pronoun, or words with a name or a title among them.
    fn source_like(&self, (from, to): Run) -> Option<Run> {
        if from >= to {
            return None;
        }
        // A pronoun next to the cue wins over what stands before it.
        for at in [from, to - 1] {
            let found = pronoun(self.pack.code, &self.analysis.lower(at));
            if found.is_some_and(|kind| kind != Pronoun::Relative || to - from == 1) {
                return Some((at, at + 1));
            }
        }
        let capital = (from..to).any(|i| self.analysis.form(i).is_capital() && (i > self.from || to - from > 1));
        (capital && to - from <= 20).then_some((from, to))
    }

    /// A sentence of quotation without a cue goes on with the attribution before it in the paragraph.
    fn continued(&self, links: &mut Vec<Link>) {
        for run in self.quoted_runs() {
            let words = (run.0..run.1).filter(|&i| self.analysis.form(i).is_word()).count();
            let known = links.iter().rev().take(3).any(|link| link.contents.contains(&run));
            let whole = (self.from..run.0).all(|i| !self.analysis.form(i).is_word());
            if known || words < SHORTEST || !whole {
                continue;
            }
            let paragraph = |i: usize| self.analysis.words.words[i].paragraph;
            match links.last_mut().filter(|link| {
                link.contents
                    .last()
                    .is_some_and(|last| paragraph(last.0) == paragraph(run.0) && self.analysis.quote[last.0] != NONE)
            }) {
                Some(link) => link.contents.push(run),
                None => links.push(Link { contents: vec![run], ..Link::default() }),
            }
        }
    }
}
