//! A quotation cut at what tells who speaks: «..., — сказал он. — ...», « ..., a-t-il dit, ... », «..., lamentó la edil. ...».

use super::phrases::Frame;
use crate::claims::attribution::analysis::{Analysis, state};
use crate::claims::attribution::linking::{Link, Run};
use crate::claims::attribution::pack::{Pack, pack};
use crate::claims::attribution::quotations::speech::{hangs, is_verb};
use crate::learn::form::Shape;

/// How many words an incise inside a quotation may have.
const INCISE: usize = 16;

/// How far into an English quotation one is looked for, in words.
const FAR: usize = 60;

/// Splits the run of a quotation at its incises; `out` marks their words as no speech.
pub(crate) fn incises(
    analysis: &Analysis,
    pack: &Pack,
    run: Run,
    speech: &mut Vec<Run>,
    out: &mut [bool],
    base: usize,
) {
    let frame = Frame { analysis, pack, from: run.0, to: run.1, out: vec![true; run.1.saturating_sub(run.0)] };
    let mut start = run.0;
    let mut i = run.0 + 1;
    while i + 1 < run.1 {
        let Some(end) = frame.incise(i) else {
            i += 1;
            continue;
        };
        // A mark that ends the sentence before stays with it.
        let open = i + usize::from(frame.shape(i) == Shape::Stop);
        if start < open {
            speech.push((start, open));
        }
        out[open - base..end - base].fill(true);
        start = end;
        i = end.max(i + 1);
    }
    if start < run.1 {
        speech.push((start, run.1));
    }
}

/// Takes sources and cues that stand inside quotation marks out of what is quoted, so that they are seen as those who speak.
pub(crate) fn tell(analysis: &mut Analysis, links: &[Link]) {
    for link in links {
        let Some(cue) = link.cue.filter(|cue| analysis.quoted[cue.0] == state::IN) else { continue };
        let source = link.source.filter(|source| analysis.quote[source.0] == analysis.quote[cue.0]).unwrap_or(cue);
        let run = (cue.0.min(source.0), cue.1.max(source.1));
        let spoken = |content: &Run| content.0 < run.1 && run.0 < content.1;
        if run.1 - run.0 <= INCISE && !link.contents.iter().any(spoken) {
            analysis.tell(run);
        }
    }
}

/// "“I think, said Finch, that the law is wrong.”": in English, what tells who speaks within one pair of marks, where nothing
/// outside of it does.
pub(crate) fn attribute(analysis: &Analysis, links: &mut [Link]) {
    let Some(lexicon) = pack("en").map(|pack| &pack.lexicon) else { return };
    let comma = |i: usize| analysis.words.of(i) == ",";
    let capital = |&i: &usize| analysis.form(i).is_capital() || analysis.is_one_of(i, &["the", "of"]);
    for link in links.iter_mut().filter(|link| link.cue.is_none() && link.source.is_none()) {
        let Some(at) = link.contents.iter().position(|run| run.1 > run.0 + 4) else { continue };
        let (from, to) = link.contents[at];
        let told = (from + 1..to.min(from + FAR)).filter(|&i| comma(i)).find_map(|open| {
            let close = (open + 3..to.min(open + INCISE / 2)).find(|&i| comma(i))?;
            let closes = |i: usize| lexicon.closes(analysis.form(i).hash) && !analysis.form(i).is_capital();
            let (cue, source) = match (closes(open + 1), closes(close - 1)) {
                (true, false) => ((open + 1, open + 2), (open + 2, close)),
                (false, true) => ((close - 1, close), (open + 1, close - 1)),
                _ => return None,
            };
            // "I'll tell you, I think, that": who speaks has not said who that is.
            let owner = !analysis.is_one_of(source.0, &["i", "we", "you", "they", "it"]);
            let named = owner && (source.0..source.1).all(|i| capital(&i)) && analysis.form(source.1 - 1).is_capital();
            let person = source.1 == source.0 + 1 && analysis.is_one_of(source.0, &["he", "she"]);
            (named || person).then_some((open, close, cue, source))
        });
        let Some((open, close, cue, source)) = told else { continue };
        (link.cue, link.source) = (Some(cue), Some(source));
        link.contents.splice(at..=at, [(from, open), (close + 1, to)]);
        link.contents.retain(|run| run.0 < run.1);
    }
}

impl Frame<'_> {
    /// Where the incise ends that the mark at `i` opens.
    fn incise(&self, i: usize) -> Option<usize> {
        let exclaims = self.shape(i) == Shape::Stop
            && matches!(self.analysis.words.of(i), "!" | "?" | "…" | "...")
            && !self.analysis.form(i + 1).is_capital();
        match self.shape(i) {
            Shape::Dash => self.between_dashes(i),
            Shape::Comma if self.pack.code == "fr" && hangs(self.analysis, self.pack, i + 1, self.to) => {
                Some(self.closing(i, &[Shape::Comma, Shape::Stop]))
            }
            Shape::Stop if exclaims && hangs(self.analysis, self.pack, i + 1, self.to) => {
                Some(self.closing(i, &[Shape::Comma, Shape::Stop]))
            }
            Shape::Comma => self.between_commas(i),
            Shape::Stop if exclaims => self.between_commas(i),
            _ => None,
        }
    }

    /// Behind the next mark of such a shape, or as far as an incise may reach.
    fn closing(&self, i: usize, shapes: &[Shape]) -> usize {
        let end = (i + 1..self.to.min(i + INCISE)).find(|&j| shapes.contains(&self.shape(j)));
        end.map_or(self.to.min(i + INCISE), |end| end + 1)
    }

    /// The reporting verb that an incise opens with, behind its auxiliaries.
    fn opening_verb(&self, i: usize) -> Option<usize> {
        let small = |at: usize| self.is(at, &self.pack.auxiliaries) || self.is(at, &self.pack.particles);
        let verb = (i..self.to.min(i + 4)).find(|&at| !small(at))?;
        (is_verb(self.analysis, verb) && !self.analysis.form(verb).is_capital()).then_some(verb)
    }

    /// "..., — сказал он. — ..."; without a comma, "... – ammette l'assessora – ...", only if a dash closes it.
    fn between_dashes(&self, i: usize) -> Option<usize> {
        let end = self.closing(i, &[Shape::Dash]);
        if matches!(self.shape(i - 1), Shape::Comma | Shape::Stop) && is_verb(self.analysis, i + 1) {
            return Some(end);
        }
        let verb = self.opening_verb(i + 1)?;
        let closed = end - 1 > verb && self.shape(end - 1) == Shape::Dash;
        let told =
            self.named_behind((i + 1, verb + 1)).is_some() || self.drops_pronouns() && self.told_before(i + 1, verb);
        (closed && told).then_some(end)
    }

    /// Whether a verb stands in the past: "lamentó", "ha spiegato".
    fn told_before(&self, start: usize, verb: usize) -> bool {
        self.is_past(verb) || (start..verb).any(|at| self.is(at, &["ha", "han", "tem", "hanno", "havia", "había"]))
    }

    /// Who speaks, behind the verb of an incise: a pronoun, a name or a trade.
    fn named_behind(&self, cue: Run) -> Option<Run> {
        let names = |run: &Run| {
            self.is_pronoun(run.0) || (run.0..run.1).any(|i| self.analysis.form(i).is_capital() || self.is_trade(i))
        };
        self.inverted(cue, self.to).filter(names)
    }

    /// ", prévient la préfète, Corinne Abeillon. ...", ", lamentó. ...": where verb and source, or a verb in the past that needs
    /// none, stand between commas.
    fn between_commas(&self, i: usize) -> Option<usize> {
        if !matches!(self.pack.code, "fr" | "es" | "pt" | "it") {
            return None;
        }
        let verb = self.opening_verb(i + 1)?;
        let cue = (i + 1, verb + 1);
        let ends = |i: usize| i >= self.to || matches!(self.shape(i), Shape::Comma | Shape::Stop);
        let opens = self.is(cue.1, &self.pack.complementisers) || self.is(cue.1, &self.pack.relatives);
        let edge = match self.named_behind(cue) {
            Some(source) => source.1.max(cue.1),
            None => {
                let past = self.told_before(i + 1, verb);
                let bare = past && (ends(cue.1) || verb > i + 1 && self.is(cue.1, &self.pack.stops));
                (bare && !opens && self.drops_pronouns()).then_some(cue.1)?
            }
        };
        let limit = self.to.min(i + INCISE);
        let mut close = (edge..limit).find(|&at| ends(at)).or((limit == self.to).then_some(self.to))?;
        if self.is_comma(close) {
            // "..., devant une salle comble.", "..., présidente du club,": when, where and who belong to it.
            let next = close + 1;
            let far = (next..self.to.min(next + INCISE)).find(|&at| ends(at)).unwrap_or(self.to.min(next + INCISE));
            let adjunct = self.is_stop(next)
                && !self.is(next, &self.pack.complementisers)
                && !self.is(next, &self.pack.relatives)
                && !self.is_comma(far);
            if adjunct || self.opens_trade(next) {
                close = far;
            }
        }
        Some(self.to.min(close + 1))
    }
}
