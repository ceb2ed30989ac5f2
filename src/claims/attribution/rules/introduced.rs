//! Quotations without a cue behind a sentence that brings in who speaks: "In der Turnhalle sitzt Rosi Berg. „Es war still.“"

use super::phrases::Frame;
use crate::claims::attribution::analysis::{Analysis, NONE, state};
use crate::claims::attribution::linking::{Link, Run};
use crate::claims::attribution::pack::Pack;
use crate::learn::form::Shape;

/// What joins the parts of a name.
const LINKS: &[&str] = &["de", "da", "dos", "do", "van", "von", "der", "den", "di", "del", "y", "la", "le"];
/// Words of the sentence before at most.
const LONGEST: usize = 48;

/// Gives each whole quotation that has neither cue nor source the person of the sentence before.
pub(crate) fn attribute(analysis: &Analysis, pack: &Pack, links: &mut [Link]) {
    let mut sources: Vec<(usize, Run)> = Vec::new();
    for (at, link) in links.iter().enumerate().filter(|(_, link)| link.cue.is_none() && link.source.is_none()) {
        let Some(before) = sentence_before(analysis, link.start()) else { continue };
        let touched = at.checked_sub(1).and_then(|at| links.get(at)).is_some_and(|last| {
            let ends = last.contents.iter().map(|run| run.1).chain(last.source.map(|run| run.1));
            ends.max().is_some_and(|end| end > before.0)
        });
        if touched {
            continue;
        }
        if let Some(source) = told(analysis, pack, before).or_else(|| person(analysis, pack, before)) {
            sources.push((at, source));
        }
    }
    for (at, source) in sources {
        links[at].source = Some(source);
        links[at].inherited = true;
    }
}

/// The sentence that ends right before the mark of a quotation, in the same paragraph.
fn sentence_before(analysis: &Analysis, start: usize) -> Option<Run> {
    let quote = *analysis.quote.get(start)?;
    let open = (start.saturating_sub(3)..start).find(|&i| analysis.quote[i] == quote && quote != NONE)?;
    let last = open.checked_sub(1)?;
    let words = &analysis.words.words;
    let stop = analysis.form(last).shape == Shape::Stop && analysis.quoted[last] == state::OUT;
    let (from, to) = analysis.sentence_at(last);
    let to = to.min(open);
    let plain = to - from <= LONGEST && (from..to).all(|i| analysis.quoted[i] == state::OUT);
    (stop && plain && words[last].paragraph == words[start].paragraph).then_some((from, to))
}

/// The subject of a reporting verb that reported nothing there: "relató su última llamada."
fn told(analysis: &Analysis, pack: &Pack, (from, to): Run) -> Option<Run> {
    if pack.code == "de" {
        return None;
    }
    let frame = Frame { analysis, pack, from, to, out: vec![true; to - from] };
    let cue = frame.cues().into_iter().next_back()?;
    frame.left(cue).filter(|source| source.1 > source.0 + 1)
}

/// The only name of two words and more that no preposition leads.
fn person(analysis: &Analysis, pack: &Pack, (from, to): Run) -> Option<Run> {
    let capital = |i: usize| matches!(analysis.form(i).shape, Shape::Title | Shape::Mixed);
    let small = |i: usize, words: &[&str]| analysis.is_one_of(i, words);
    let mut found = None;
    let mut i = from;
    while i < to {
        if !capital(i) {
            i += 1;
            continue;
        }
        let start = i;
        while i < to && (capital(i) || small(i, LINKS) && i + 1 < to && capital(i + 1)) {
            i += 1;
        }
        let first = start + usize::from(start == from && (small(start, &pack.articles) || small(start, &pack.stops)));
        let led =
            first > from && [pack.stops.as_slice(), LINKS, PREPOSITIONS].iter().any(|words| small(first - 1, words));
        if (first..i).filter(|&i| capital(i)).count() >= 2 && !led {
            if found.is_some() {
                return None;
            }
            found = Some((first, i));
        }
    }
    found
}

/// Those that the lists of small words lack.
const PREPOSITIONS: &[&str] = &[
    "im",
    "am",
    "vom",
    "zum",
    "zur",
    "aus",
    "dem",
    "den",
    "des",
    "du",
    "des",
    "à",
    "en",
    "dans",
    "di",
    "nel",
    "nella",
    "dello",
    "degli",
    "delle",
    "della",
    "dei",
    "no",
    "na",
    "das",
    "con",
    "com",
    "avec",
    "contre",
    "contra",
    "contro",
    "uit",
    "tegen",
    "met",
    "из",
    "для",
    "против",
];
