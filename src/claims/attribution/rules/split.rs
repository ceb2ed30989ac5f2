//! Where a text is cut into units that are read by themselves, and clauses of one sentence: at a cue between commas, and at the cue that is joined to another.

use super::reported::Reader;
use crate::claims::attribution::analysis::{Analysis, NONE};
use crate::claims::attribution::linking::{Link, Run};
use crate::claims::attribution::quotations::speech::is_verb;
use crate::learn::form::Shape;

/// An article with fewer words behind a source, up to the end of the sentence, tells who that is.
const APPOSITION: usize = 9;
/// Words at most between the two halves of a quotation, behind who says it.
const TAIL: usize = 12;

/// Runs of sentences between which no quotation runs on; a paragraph of dialogue is one.
pub(super) fn units(analysis: &Analysis) -> Vec<Run> {
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

impl Reader<'_, '_> {
    /// "«Miente», dijo Sanz | el lunes en Lugo, | «y lo sabe»": whether a quotation goes on behind when, where and to whom.
    pub fn goes_on(&self, from: usize, to: usize) -> bool {
        let frame = &self.frame;
        let comma = (from..to).rev().take(2).any(|i| frame.is_comma(i));
        let plain = |i: usize| {
            let ends = matches!(frame.shape(i), Shape::Stop | Shape::Colon);
            !ends && (frame.shape(i) == Shape::Quote || frame.out(i)) && !is_verb(frame.analysis, i)
        };
        comma && (from..to).all(plain) && self.words((from, to)) <= TAIL
    }

    /// "Le patron, a indiqué la police, | pensait que ...": a verb with which a clause goes on that is told already.
    pub fn is_told(&self, cue: Run) -> bool {
        let told = |link: &Link| match (link.contents.as_slice(), link.cue) {
            ([first, second], Some(by)) => {
                let near = second.0 <= cue.0 && cue.0 <= second.0 + 1 && cue.1 <= second.1;
                near && first.1 <= by.0 && by.1 <= second.0 && self.frame.out(first.0)
            }
            _ => false,
        };
        self.links[self.first..].iter().any(told)
    }

    /// Where the first cue behind word `i` is joined to what stands before it.
    pub fn joined_behind(&self, i: usize, cues: &[Run]) -> usize {
        let joints = cues.iter().filter(|cue| cue.0 > i).map(|&cue| (self.joint(cue), cue));
        joints.into_iter().find(|(joint, cue)| joint < &cue.0).map_or(self.frame.to, |(joint, _)| joint)
    }

    /// What stands before and behind a cue that commas cut out of its sentence.
    pub fn around(&self, cue: Run, source: Option<Run>) -> Option<Vec<Run>> {
        let frame = &self.frame;
        let end = source.map_or(cue.1, |source| source.1.max(cue.1));
        let close = (end..frame.to.min(end + 6)).find(|&i| frame.out(i) && !frame.analysis.form(i).is_word())?;
        let named = source.is_some() || frame.drops_pronouns() && close == cue.1;
        if !frame.is_comma(close) || !named {
            return None;
        }
        // "comenta Henrique Albizu, presidente da Medicus, «...»": over who that is.
        let close = if source.is_some() { frame.after_apposition(close) } else { close };
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
        let tells = frame.is(parts[1].0, &frame.pack.articles) || frame.is_trade(parts[1].0);
        if named && self.words(parts[1]) <= APPOSITION && tells && first >= 4 {
            return free.then(|| vec![parts[0]]);
        }
        // "..., anunciou a ministra, em entrevista à RTP": where it was said.
        if first >= 4 && frame.finite_in(parts[0]).is_some() && frame.tells_where(parts[1]) {
            return free.then(|| vec![parts[0]]);
        }
        (first >= 1 && self.words(parts[1]) >= 2 && free && !relative).then(|| parts.to_vec())
    }

    /// Where the clause of the next cue begins: at the conjunction that joins it, else at the cue.
    pub fn joint(&self, next: Run) -> usize {
        let frame = &self.frame;
        let mut at = next.0;
        while at > frame.from && frame.is_particle(at - 1) {
            at -= 1;
        }
        let participle = frame.is_gerund(next.1 - 1);
        // "..., si bien ha descartado": what is conceded is a clause of its own.
        let concedes = ["si", "bien", "aunque", "embora", "mentre", "sebbene", "même", "anche", "se"];
        let head = (frame.from + 1..at).rev().take(3).find(|&i| !frame.is(i, &concedes)).unwrap_or(at);
        if head + 1 < at && frame.analysis.form(head).shape == Shape::Comma {
            return head;
        }
        let comma = at > frame.from && frame.analysis.form(at - 1).shape == Shape::Comma;
        let joined = at > frame.from && frame.is(at - 1, &frame.pack.conjunctions);
        if joined || participle && comma { at - 1 } else { next.0 }
    }
}
