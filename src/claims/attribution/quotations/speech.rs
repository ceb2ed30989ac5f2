//! What of a unit is speech: quotation marks, dialogue behind dashes, quotations cut by what tells who speaks.

use crate::claims::attribution::analysis::{Analysis, NONE, state};
use crate::claims::attribution::lexicon::Part;
use crate::claims::attribution::linking::Run;
use crate::claims::attribution::pack::Pack;
use crate::claims::attribution::rules::incises::incises;
use crate::claims::speakers::{Pronoun, pronoun};
use crate::learn::form::Shape;

/// Words of a name in quotation marks at most.
const NAME: usize = 6;

/// A run without commas and dashes at its edges, and without the stop that a dialogue's telling ends with.
fn trimmed(analysis: &Analysis, (mut from, mut to): Run) -> Run {
    let edge = |i: usize| matches!(analysis.form(i).shape, Shape::Comma | Shape::Dash);
    while from < to && (edge(from) || analysis.form(from).shape == Shape::Stop) {
        from += 1;
    }
    while from < to && edge(to - 1) {
        to -= 1;
    }
    (from, to)
}

/// The runs of speech in a unit, and for each word whether it stands outside of them.
pub(crate) fn speech_of(analysis: &Analysis, pack: &Pack, from: usize, to: usize) -> (Vec<Run>, Vec<bool>) {
    let mut out = vec![true; to - from];
    let mut speech = Vec::new();
    if analysis.form(from).shape == Shape::Dash && analysis.quote[from] == NONE {
        dialogue(analysis, (from, to), &mut speech, &mut out, from);
        // "– Rien, répond l'accusé.": French has no second dash.
        if pack.code == "fr" {
            for run in std::mem::take(&mut speech) {
                incises(analysis, pack, run, &mut speech, &mut out, from);
            }
        }
        let cued = (from..to).any(|i| out[i - from] && is_verb(analysis, i));
        if cued {
            let speech = speech.into_iter().map(|run| trimmed(analysis, run)).filter(|run| run.0 < run.1);
            return (speech.collect(), out);
        }
        speech.clear();
        out.fill(true);
    }
    let mut i = from;
    while i < to {
        let quote = analysis.quote[i];
        if quote == NONE {
            i += 1;
            continue;
        }
        let end = (i..to).find(|&j| analysis.quote[j] != quote).unwrap_or(to);
        if i > from && pack.code == "ru" && is_name(analysis, pack, (i, end)) {
            i = end;
            continue;
        }
        out[i - from..end - from].fill(false);
        let marks = |i: &usize| analysis.form(*i).shape == Shape::Quote;
        let first = (i..end).find(|i| !marks(i)).unwrap_or(end);
        let last = (first..end).rev().find(|i| !marks(i)).map_or(first, |last| last + 1);
        incises(analysis, pack, (first, last), &mut speech, &mut out, from);
        i = end;
    }
    let speech = speech.into_iter().map(|run| trimmed(analysis, run)).filter(|run| run.0 < run.1).collect();
    (speech, out)
}

/// "директор компании «Вектор»": few words in marks right behind a noun are a name, with a capital and without a stop.
fn is_name(analysis: &Analysis, pack: &Pack, (open, end): Run) -> bool {
    let before = open - 1;
    // "рассказала «Вестнику»": the dative of whom it is told.
    let told = end == open + 3 && analysis.lower(open + 1).ends_with(['у', 'ю']);
    let noun = analysis.form(before).is_word()
        && analysis.quoted[before] == state::OUT
        && (told || !is_verb(analysis, before))
        && pronoun(pack.code, &analysis.lower(before)).is_none()
        && ![&pack.complementisers, &pack.conjunctions].iter().any(|words| analysis.is_one_of(before, words));
    let marks = |i: &usize| analysis.form(*i).shape == Shape::Quote;
    let first = (open..end).find(|i| !marks(i)).unwrap_or(end);
    let last = (first..end).rev().find(|i| !marks(i)).unwrap_or(first);
    let whole = first < end && analysis.quoted[end - 1] == state::CLOSE && analysis.form(last).is_word();
    let stop = (first..last).any(|i| matches!(analysis.form(i).shape, Shape::Stop | Shape::Comma));
    noun && whole && !stop && analysis.form(first).is_capital() && last - first < NAME
}

pub(crate) fn is_verb(analysis: &Analysis, i: usize) -> bool {
    analysis.lexicon[i].is_some_and(|entry| entry.part == Part::Verb)
}

/// "— Which buses? — asked Berg. — None came.": speech and telling take turns behind dashes.
pub(crate) fn dialogue(analysis: &Analysis, run: Run, speech: &mut Vec<Run>, out: &mut [bool], base: usize) {
    let mut start = run.0 + 1;
    let mut told = true;
    for i in run.0 + 1..=run.1 {
        if i < run.1 && analysis.form(i).shape != Shape::Dash {
            continue;
        }
        if start < i {
            // Behind what tells who speaks, speech goes on.
            let telling =
                !told && (start..i.min(start + 3)).any(|j| is_verb(analysis, j) && !analysis.form(j).is_capital());
            told = telling;
            if !telling {
                out[start - base..i - base].fill(false);
                match speech.last_mut() {
                    Some(last) if start - last.1 <= 1 => last.1 = i,
                    _ => speech.push((start, i)),
                }
            }
        }
        start = i + 1;
    }
}

/// "a-t-il dit", "assure-t-elle" from word `i` on.
pub(crate) fn hangs(analysis: &Analysis, pack: &Pack, i: usize, to: usize) -> bool {
    (i + 1..to.min(i + 4)).any(|j| hung(analysis, pack, j).is_some())
        && (i..to.min(i + 5)).any(|j| is_verb(analysis, j))
}

/// The pronoun that hangs on the verb before: "-t-il".
pub(crate) fn hung(analysis: &Analysis, pack: &Pack, i: usize) -> Option<Pronoun> {
    let word = analysis.lower(i);
    let (_, last) = word.rsplit_once('-')?;
    pronoun(pack.code, last)
}
