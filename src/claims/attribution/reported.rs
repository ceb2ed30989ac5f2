//! Attributions of languages with a pack but without parts of speech, clause by clause: quotations with the cue behind,
//! before or inside them, reported clauses behind a complementiser, second cues that inherit their source, "according to".
//!
//! A unit is a run of sentences that no quotation crosses. What stands in quotation marks or behind dialogue dashes is
//! speech, the rest is the frame in which cues and sources are looked for.

use super::analysis::{Analysis, NONE};
use super::linking::{Link, Run};
use super::pack::Pack;
use super::phrases::Frame;
use super::speech::speech_of;
use crate::claims::speakers::is_trade;
use crate::claims::types::Act;
use crate::learn::form::Shape;

/// A quotation of fewer words is a term or a title unless a cue stands beside it.
const SHORTEST: usize = 4;
/// An article with fewer words behind a source, up to the end of the sentence, tells who that is.
const APPOSITION: usize = 9;
/// Cues and quotations looked at in one unit: a bound on text without stops.
const MOST: usize = 24;

/// Attributions of a language with a pack.
pub(crate) fn find(analysis: &Analysis, pack: &Pack) -> Vec<Link> {
    let mut links: Vec<Link> = Vec::new();
    for (from, to) in units(analysis) {
        let (speech, frame) = speech_of(analysis, pack, from, to);
        let frame = Frame { analysis, pack, from, to, out: frame };
        Reader { frame, speech, links: &mut links, first: 0 }.read();
    }
    links.sort_by_key(Link::start);
    links
}

/// Runs of sentences between which no quotation runs on; a paragraph of dialogue is one.
fn units(analysis: &Analysis) -> Vec<Run> {
    let mut units: Vec<Run> = Vec::new();
    let paragraph = |i: usize| analysis.words.words[i].paragraph;
    let mut dialogue = false;
    for at in 0..analysis.sentence_starts.len().saturating_sub(1) {
        let (from, to) = analysis.sentence(at);
        if from >= to {
            continue;
        }
        let crossed = from > 0 && analysis.quote[from] != NONE && analysis.quote[from] == analysis.quote[from - 1];
        let opens = from == 0 || paragraph(from) != paragraph(from - 1);
        dialogue = if opens { analysis.form(from).shape == Shape::Dash } else { dialogue };
        match units.last_mut() {
            Some(last) if !opens && (crossed || dialogue) => last.1 = to,
            _ => units.push((from, to)),
        }
    }
    units
}

struct Reader<'a, 'b> {
    frame: Frame<'a>,
    speech: Vec<Run>,
    links: &'b mut Vec<Link>,
    /// The first link of this unit.
    first: usize,
}

impl Reader<'_, '_> {
    fn read(&mut self) {
        self.first = self.links.len();
        let cues: Vec<Run> = self.frame.cues().into_iter().take(MOST).collect();
        let mut used = vec![false; cues.len()];
        let mut taken = vec![false; self.speech.len()];
        self.direct(&cues, &mut used, &mut taken);
        let according = self.according(&mut taken);
        for (at, &cue) in cues.iter().enumerate() {
            if used[at] || according.iter().any(|run| run.0 <= cue.0 && cue.0 < run.1) {
                continue;
            }
            if let Some(link) = self.indirect(cue, cues.get(at + 1).copied(), &taken) {
                for (run, taken) in self.speech.iter().zip(&mut taken) {
                    *taken |= link.contents.iter().any(|content| content.0 <= run.0 && run.1 <= content.1);
                }
                self.links.push(link);
            }
        }
        self.uncued(&taken);
    }

    fn words(&self, run: Run) -> usize {
        (run.0..run.1).filter(|&i| self.frame.analysis.form(i).is_word()).count()
    }

    /// Quotations with a cue behind or before them.
    fn direct(&mut self, cues: &[Run], used: &mut [bool], taken: &mut [bool]) {
        let mut at = 0;
        while at < self.speech.len().min(MOST) {
            let run = self.speech[at];
            let bound = self.speech.get(at + 1).map_or(self.frame.to, |next| next.0);
            let before = at.checked_sub(1).map_or(self.frame.from, |before| self.speech[before].1);
            let found = self.behind(run, bound, cues, used).or_else(|| self.ahead(run, before, bound, cues, used));
            let Some((link, end)) = found else {
                at += 1;
                continue;
            };
            taken[at] = true;
            if let Some(cue) = link.cue
                && let Some(known) = cues.iter().position(|known| *known == cue)
            {
                used[known] = true;
            }
            self.links.push(link);
            // "..., a-t-elle dit, “...”": the quotation goes on behind its incise, and with whole sentences behind those.
            let mut edge = end;
            at += 1;
            while at < self.speech.len() && self.frame.only_marks(edge, self.speech[at].0) {
                let next = self.speech.get(at + 1).map_or(self.frame.to, |next| next.0);
                if self.behind(self.speech[at], next, cues, used).is_some() {
                    break;
                }
                taken[at] = true;
                edge = self.speech[at].1;
                if let Some(link) = self.links.last_mut() {
                    link.contents.push(self.speech[at]);
                }
                at += 1;
            }
        }
        self.adopt();
    }

    /// A quotation that the paragraph before left open belongs to the speaker who is named behind its end.
    fn adopt(&mut self) {
        let Some(link) = self.links.get(self.first) else { return };
        let Some(&start) = link.contents.first() else { return };
        let continues = |run: Run| {
            let quote = self.frame.analysis.quote[run.0];
            self.frame.analysis.quotes.get(quote as usize).is_some_and(|quote| quote.continues)
        };
        if !continues(start) || self.first == 0 {
            return;
        }
        let open = &self.links[self.first - 1];
        let near = open.contents.last().is_some_and(|last| {
            let words = &self.frame.analysis.words.words;
            words[start.0].paragraph == words[last.0].paragraph + 1
        });
        if open.cue.is_none() && near {
            let mut contents = std::mem::take(&mut self.links[self.first - 1].contents);
            contents.append(&mut self.links[self.first].contents);
            self.links[self.first].contents = contents;
            self.links.remove(self.first - 1);
            self.first -= 1;
        }
    }

    /// "«...», dijo la edil", "“...”, aldus Berg": cue and source behind the quotation, with the place where they end.
    fn behind(&self, run: Run, bound: usize, cues: &[Run], used: &[bool]) -> Option<(Link, usize)> {
        let frame = &self.frame;
        let start = (run.1..bound).find(|&i| frame.out(i) && frame.analysis.form(i).is_word())?;
        // A full stop between the two ends the quotation's sentence.
        if (run.1..start).any(|i| frame.out(i) && frame.analysis.form(i).shape == Shape::Stop) {
            return None;
        }
        if let Some((cue, source)) = frame.according_at(start, bound) {
            let link = Link { source: Some(source), cue: Some(cue), contents: vec![run], ..Link::default() };
            return Some((link, source.1));
        }
        let at = cues.iter().position(|cue| cue.1 > start);
        let near = |&at: &usize| {
            let cue = cues[at];
            cue.0 < bound && cue.0 <= start + 4 && (start..cue.0).all(|i| frame.is_particle(i))
        };
        let Some(at) = at.filter(near) else {
            let (cue, source) = frame.unlisted(run, start, bound)?;
            let end = source.map_or(cue.1, |source| source.1.max(cue.1));
            return Some((Link { source, cue: Some(cue), contents: vec![run], ..Link::default() }, end));
        };
        let cue = cues[at];
        if used[at] {
            return None;
        }
        // "«...» y pide que": the cue of the next clause, not of this quotation.
        if frame.is(start, &frame.pack.conjunctions) {
            return None;
        }
        let source = frame.inverted(cue, bound).or_else(|| frame.pronoun_before(cue));
        let end = source.map_or(cue.1, |source| source.1.max(cue.1));
        Some((Link { source, cue: Some(cue), contents: vec![run], ..Link::default() }, end))
    }

    /// "Berg dijo: «...»", "Berg: «...»", "dit « étudier ... »": what leads to the quotation.
    fn ahead(&self, run: Run, before: usize, bound: usize, cues: &[Run], used: &[bool]) -> Option<(Link, usize)> {
        let frame = &self.frame;
        let last = (before..run.0).rev().find(|&i| frame.out(i) && frame.analysis.form(i).shape != Shape::Quote)?;
        let colon = frame.analysis.form(last).shape == Shape::Colon;
        let whole = (run.1..bound).find(|&i| frame.out(i)).is_none_or(|i| {
            !frame.analysis.form(i).is_word() && !matches!(frame.analysis.form(i).shape, Shape::Comma)
                || frame.is(i, &frame.pack.conjunctions)
                || frame.analysis.form(i).shape == Shape::Comma && frame.ends_clause(i)
        });
        let at = cues.iter().rposition(|cue| cue.0 >= before && cue.1 <= run.0);
        if let Some(at) = at.filter(|&at| !used[at]) {
            let cue = cues[at];
            let source = frame.left(cue).or_else(|| frame.inverted(cue, run.0));
            let end = source.map_or(cue.1, |source| source.1.max(cue.1));
            let between = (end..run.0).filter(|&i| frame.out(i) && frame.analysis.form(i).is_word()).count();
            let joined = (end..run.0).filter(|&i| frame.analysis.form(i).is_word()).all(|i| frame.opens_clause(i));
            if colon && between <= 8 || joined && between <= 2 && whole {
                let source = source.or_else(|| self.inherited(cue));
                return Some((Link { source, cue: Some(cue), contents: vec![run], ..Link::default() }, run.1));
            }
            if !colon {
                return None;
            }
        }
        let source = frame.named_before(last, before).or_else(|| frame.subject(before, last)).filter(|_| colon)?;
        let cue = Some((last, last + 1));
        Some((Link { source: Some(source), cue, contents: vec![run], ..Link::default() }, run.1))
    }

    /// The source of the clause before, for a cue that a conjunction joins to it: "... y acusó".
    fn inherited(&self, cue: Run) -> Option<Run> {
        let frame = &self.frame;
        let joint = (frame.from..cue.0).rev().find(|&i| !frame.is_particle(i))?;
        let joined = frame.is(joint, &frame.pack.conjunctions) || frame.analysis.form(joint).shape == Shape::Comma;
        self.links[self.first..].last().filter(|_| joined).and_then(|link| link.source)
    }

    /// "Según el informe, ...": answers what each of them covers.
    fn according(&mut self, taken: &mut [bool]) -> Vec<Run> {
        let mut covered = Vec::new();
        let mut i = self.frame.from;
        while i < self.frame.to && covered.len() < MOST {
            let frame = &self.frame;
            let Some((cue, source)) = frame.according_at(i, frame.to).filter(|_| frame.out(i)) else {
                i += 1;
                continue;
            };
            i = source.1;
            if self.links[self.first..].iter().any(|link| link.cue == Some(cue)) {
                continue;
            }
            let opens = (frame.from..cue.0).all(|i| !frame.analysis.form(i).is_word() || frame.is_particle(i));
            let behind = frame.is(source.1, &["словам", "мнению", "данным", "оценке"]);
            let rest = source.1 + usize::from(behind);
            let mut clauses = if opens {
                vec![frame.trimmed((frame.after_relative(rest), frame.to))]
            } else {
                vec![frame.trimmed((frame.clause_start(cue.0), cue.0))]
            };
            // "De bus zou volgens omstanders te hard hebben gereden": the clause goes on behind the source.
            if !opens && frame.is_comma(cue.0 - 1) == frame.is_comma(rest) && !frame.closes_sentence(rest) {
                clauses.push(frame.trimmed((rest, frame.to)));
            }
            clauses.retain(|&clause| self.words(clause) > 0);
            if clauses.iter().map(|&clause| self.words(clause)).sum::<usize>() < 3 {
                continue;
            }
            let clause = (clauses[0].0, clauses[clauses.len() - 1].1);
            for (run, taken) in self.speech.iter().zip(taken.iter_mut()) {
                *taken |= clause.0 <= run.0 && run.1 <= clause.1;
            }
            covered.push((cue.0.min(clause.0), source.1.max(clause.1)));
            let link = Link { source: Some(source), cue: Some(cue), contents: clauses, ..Link::default() };
            self.links.push(link);
        }
        covered
    }

    /// A cue with a reported clause, with an object, or behind what it reports.
    fn indirect(&self, cue: Run, next: Option<Run>, taken: &[bool]) -> Option<Link> {
        let frame = &self.frame;
        let inverted = frame.inverted(cue, frame.to);
        let comma = cue.0 > frame.from && {
            let joint = (frame.from..cue.0).rev().find(|&i| !frame.is_particle(i));
            joint.is_some_and(|i| frame.analysis.form(i).shape == Shape::Comma)
        };
        let pronoun = inverted.filter(|source| frame.is_pronoun(source.0));
        let left = frame.left(cue);
        let source =
            pronoun.or(left).or_else(|| frame.pronoun_before(cue)).or_else(|| self.inherited(cue)).or(inverted);
        let start = source.map_or(cue.1, |source| source.1.max(cue.1));
        let limit = next.map_or(frame.to, |next| self.joint(next));
        let link = |contents: Vec<Run>| Link { source, cue: Some(cue), contents, ..Link::default() };
        let opener =
            (start..frame.to.min(start + 8)).find(|&i| frame.out(i) && frame.is(i, &frame.pack.complementisers));
        if let Some(opener) = opener.filter(|&opener| frame.out_between(start, opener)) {
            let end = next.filter(|next| next.0 > opener + 3 && self.joint(*next) < next.0).map_or(frame.to, |_| limit);
            let clause = frame.trimmed((opener + 1, end));
            return (self.words(clause) >= 3).then(|| link(vec![clause]));
        }
        // "La decisión, dijo el alcalde, llega tarde": a cue between commas has the clause on both sides.
        if comma && let Some(contents) = self.around(cue, inverted) {
            return Some(Link { source: inverted, cue: Some(cue), contents, ..Link::default() });
        }
        // "..., сообщил директор депо": the clause before is what is reported.
        if comma
            && left.is_none()
            && let Some(source) = inverted
        {
            let clause = frame.trimmed((frame.from, cue.0));
            let free = !self.links[self.first..].iter().any(|link| link.contents.iter().any(|run| run.0 < cue.0));
            if self.words(clause) >= 4 && free && frame.closes(source.1) {
                return Some(Link { source: Some(source), cue: Some(cue), contents: vec![clause], ..Link::default() });
            }
        }
        // "Multas de mil euros, ha annunciato.": a verb that needs no pronoun.
        if comma && left.is_none() && inverted.is_none() && frame.closes(cue.1) && frame.drops_pronouns() {
            let clause = frame.trimmed((frame.clause_start(cue.0), cue.0));
            let free = !self.links[self.first..].iter().any(|link| link.contents.iter().any(|run| run.0 < cue.0));
            if self.words(clause) >= 4 && free {
                return Some(Link { cue: Some(cue), contents: vec![clause], ..Link::default() });
            }
        }
        // "sostiene di non averlo visto": an infinitive is a clause.
        let far = if frame.pack.code == "fr" { 10 } else { 2 };
        let infinitive = (start..frame.to.min(start + far))
            .take_while(|&i| frame.out(i) && frame.analysis.form(i).is_word())
            .find(|&i| frame.opens_infinitive(i));
        if let Some(start) = infinitive.filter(|_| source.is_some() || frame.drops_pronouns()) {
            let clause = frame.trimmed((start, limit.min(frame.clause_end(start, frame.to))));
            return (self.words(clause) >= 3).then(|| link(vec![clause]));
        }
        let act = frame.analysis.lexicon[cue.1 - 1].map_or(Act::Say, |entry| entry.act);
        let quoted = self.speech.iter().zip(taken).find(|(run, taken)| !**taken && run.0 >= start && run.0 < limit);
        let near = quoted.is_some_and(|(run, _)| (start..run.0).all(|i| frame.analysis.form(i).shape != Shape::Comma));
        if source.is_none() || !(frame.states_object(cue) || near) || matches!(act, Act::Ask) {
            return None;
        }
        let end = quoted.filter(|_| near).map_or(start, |(run, _)| run.1);
        let object = frame.trimmed((frame.after_time(start), frame.clause_end(end, limit)));
        (self.words(object) >= 2 && !frame.is_particle(object.0)).then(|| link(vec![object]))
    }

    /// What stands before and behind a cue that commas cut out of its sentence.
    fn around(&self, cue: Run, source: Option<Run>) -> Option<Vec<Run>> {
        let frame = &self.frame;
        let end = source.map_or(cue.1, |source| source.1.max(cue.1));
        let close = (end..frame.to.min(end + 6)).find(|&i| frame.out(i) && !frame.analysis.form(i).is_word())?;
        let named = source.is_some() || frame.drops_pronouns() && close == cue.1;
        if !frame.is_comma(close) || !named {
            return None;
        }
        let comma = (frame.from..cue.0).rev().find(|&i| frame.is_comma(i) && frame.out(i))?;
        let parts =
            [frame.trimmed((frame.clause_start(comma), comma)), frame.trimmed((close + 1, frame.sentence_end(close)))];
        let first = self.words(parts[0]);
        let free = !self.links[self.first..]
            .iter()
            .any(|link| link.contents.iter().any(|run| run.0 < parts[1].1 && run.1 > parts[0].0));
        let relative = frame.is(parts[1].0, &frame.pack.relatives) || frame.is(comma + 1, &frame.pack.relatives);
        // "..., a annoncé Anne Petit, la maire de Brévigny.": the rest says who that is.
        let named = source.is_some_and(|source| frame.analysis.form(source.1 - 1).is_capital());
        let trade = |i: usize| is_trade(frame.pack.code, frame.analysis.form(i).hash, frame.analysis.words.of(i));
        let tells = frame.is(parts[1].0, &frame.pack.articles) || trade(parts[1].0);
        if named && self.words(parts[1]) <= APPOSITION && tells && first >= 4 {
            return free.then(|| vec![parts[0]]);
        }
        (first >= 1 && self.words(parts[1]) >= 2 && free && !relative).then(|| parts.to_vec())
    }

    /// Where the clause of the next cue begins: at the conjunction that joins it, else at the cue.
    fn joint(&self, next: Run) -> usize {
        let frame = &self.frame;
        let mut at = next.0;
        while at > frame.from && frame.is_particle(at - 1) {
            at -= 1;
        }
        let word = frame.analysis.lower(next.1 - 1);
        let participle = ["ant", "ando", "endo", "indo"].iter().any(|end| word.ends_with(end));
        let comma = at > frame.from && frame.analysis.form(at - 1).shape == Shape::Comma;
        let joined = at > frame.from && frame.is(at - 1, &frame.pack.conjunctions);
        if joined || participle && comma { at - 1 } else { next.0 }
    }

    /// Quotations without a cue go on with the one before in the paragraph, or wait for one behind.
    fn uncued(&mut self, taken: &[bool]) {
        let analysis = self.frame.analysis;
        let paragraph = |i: usize| analysis.words.words[i].paragraph;
        let alone = (self.frame.from..self.frame.to).all(|i| !self.frame.out(i) || !analysis.form(i).is_word());
        for (at, &run) in self.speech.iter().enumerate() {
            if taken[at] || !alone || self.words(run) < 2 {
                continue;
            }
            let ends = analysis.form(run.1 - 1).shape == Shape::Stop;
            if self.words(run) < SHORTEST && !ends {
                continue;
            }
            match self.links.last_mut().filter(|link| {
                link.contents
                    .last()
                    .is_some_and(|last| paragraph(last.0) == paragraph(run.0) && analysis.quote[last.0] != NONE)
            }) {
                Some(link) => link.contents.push(run),
                None => self.links.push(Link { contents: vec![run], ..Link::default() }),
            }
        }
    }
}
