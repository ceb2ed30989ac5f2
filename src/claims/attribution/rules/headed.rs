//! Speech in a paragraph of its own that the paragraph before brings in with a colon: "Le maire a dit :" is followed by marks or by a
//! dash. Languages without parts of speech.

use super::phrases::{Frame, PARTICLES};
use crate::claims::attribution::analysis::{Analysis, NONE, state};
use crate::claims::attribution::linking::{Link, Run};
use crate::claims::attribution::pack::Pack;
use crate::learn::form::Shape;

/// Words of the sentence that ends in a colon at most.
const LONGEST: usize = 48;
/// How many marks stand before the first word of speech at most.
const MARKS: usize = 3;

/// Gives speech that has neither cue nor source those of the sentence that ends in a colon right before its paragraph.
pub(crate) fn attribute(analysis: &Analysis, pack: &Pack, links: &mut Vec<Link>) {
    // German reads its own labels.
    if pack.code == "de" {
        return;
    }
    let paragraph = |i: usize| analysis.words.words[i].paragraph;
    let mut more = Vec::new();
    let opens = |&i: &usize| {
        paragraph(i) != paragraph(i - 1)
            && analysis.form(i - 1).shape == Shape::Colon
            && analysis.quoted[i - 1] == state::OUT
    };
    for start in (1..analysis.len()).filter(opens) {
        let dash = analysis.form(start).shape == Shape::Dash && analysis.quote[start] == NONE;
        if !dash && analysis.quoted[start] != state::OPEN {
            continue;
        }
        let Some((cue, source)) = speaker(analysis, pack, start - 1) else { continue };
        let end = (start..analysis.len()).find(|&i| paragraph(i) != paragraph(start)).unwrap_or(analysis.len());
        let near = links.iter_mut().find(|link| link.contents.iter().any(|run| run.0 >= start && run.0 < end));
        match near {
            Some(link) if link.cue.is_none() && link.source.is_none() && link.start() <= start + MARKS => {
                (link.cue, link.source) = (Some(cue), Some(source));
            }
            None if dash && start + 1 < end => {
                let contents = vec![(start + 1, end)];
                more.push(Link { source: Some(source), cue: Some(cue), contents, ..Link::default() });
            }
            _ => {}
        }
    }
    if !more.is_empty() {
        links.append(&mut more);
        links.sort_by_key(Link::start);
    }
}

/// The cue and the source of the sentence that a colon ends.
fn speaker(analysis: &Analysis, pack: &Pack, colon: usize) -> Option<(Run, Run)> {
    let (from, _) = analysis.sentence_at(colon);
    let plain = colon > from && colon - from <= LONGEST && analysis.is_plain((from, colon));
    if !plain {
        return None;
    }
    let frame = Frame { analysis, pack, from, to: colon + 1, out: vec![true; colon + 1 - from] };
    let told = frame.cues().pop();
    let told = told.and_then(|cue| {
        let source = frame.left(cue).or_else(|| frame.inverted(cue, colon)).or_else(|| frame.joined_subject(cue));
        source.map(|source| (cue, source))
    });
    told.or_else(|| frame.named_before(colon, from).map(|source| ((colon, colon + 1), source)))
}

impl Frame<'_> {
    /// The name before a colon: "la sindaca: «...»", "el gestor, Quinto Moltrasin: «...»".
    pub fn named_before(&self, colon: usize, bound: usize) -> Option<Run> {
        let start = (bound..colon).rev().find(|&i| self.ends_phrase(i)).map_or(bound, |i| i + 1);
        let mut run = self.trimmed((start, colon));
        let capital = |i: usize| self.analysis.form(i).is_capital();
        // "Menos amable estuvo el delantero Marcos Tirel: «...»": an article, a trade and a name.
        let first = (run.0..run.1).rev().take_while(|&i| capital(i) || self.is(i, PARTICLES)).last();
        if let Some(article) = first.and_then(|first| first.checked_sub(2)).filter(|&at| at > run.0)
            && self.is(article, &self.pack.articles)
            && (self.is_trade(article + 1) || run.1 - article >= 4)
            && !self.is(article - 1, &self.pack.stops)
            && !self.is(article - 1, PARTICLES)
        {
            run.0 = article;
        }
        let name = (run.0..run.1).all(|i| capital(i) || self.is(i, PARTICLES));
        let short = run.1 > run.0 && run.1 - run.0 <= 6;
        // "la mairie se veut rassurante" holds a verb.
        let small = |i: usize| self.is(i, &self.pack.auxiliaries) || self.is(i, &["se", "s'", "si", "es", "è", "é"]);
        let article = self.is(run.0, &self.pack.articles) && !(run.0 + 1..run.1).any(small);
        (short && (name || article) && (run.0..run.1).all(|i| self.out(i))).then_some(run)
    }
}
