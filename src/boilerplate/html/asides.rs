//! Short lines between the paragraphs of an article that credit a picture, lead to other pages or ask for something.
//!
//! Sites write them as paragraphs like all others, and the models, which weigh a block by its surroundings, let them in;
//! their words give them away, the same in a page and in scraped text: see `lines/cues.txt`.

use super::beside::expected;
use super::blocks::{Page, RawBlock};
use super::extract::LEAST_WORDS;
use crate::boilerplate::lines::cues::Cues;
use crate::boilerplate::lines::kinds::Kinds;
use crate::boilerplate::types::Label;

/// The longest such line, in words.
const ASIDE_WORDS: u32 = 14;

/// Takes such lines out of a choice and names those that credit a picture.
pub(super) fn drop_asides(page: &Page, scores: &[f32], keep: &mut [bool], labels: &mut [Label]) {
    let first = page.blocks.iter().position(RawBlock::is_prose).unwrap_or(page.blocks.len());
    let aside = |at: usize| {
        let block = &page.blocks[at];
        let plain = labels[at] == Label::Body && block.words <= ASIDE_WORDS;
        plain.then(|| tell(block.span.of(&page.text), at < first)).flatten()
    };
    let asides: Vec<Option<Label>> = (0..page.blocks.len()).map(aside).collect();
    if expected(page, scores, |at| asides[at].is_none()) < LEAST_WORDS {
        return;
    }
    for (at, label) in asides.into_iter().enumerate().filter_map(|(at, label)| Some((at, label?))) {
        (keep[at], labels[at]) = (false, label);
    }
}

/// What a line is, if it is none of the article's. `above`: it stands over all running text.
fn tell(line: &str, above: bool) -> Option<Label> {
    let kinds = Kinds::get();
    let (found, words) = Cues::get().find_in(line);
    let closed = line.ends_with(['.', '!', '?', '…']);
    let spoken = line.contains(['"', '“', '”', '„', '«', '»']);
    if !found.any() || spoken {
        return None;
    }
    let words = words as u32;
    let covers = |kind: Option<usize>| found.covered_by(kind);
    let all = |kind: Option<usize>| covers(kind) * 4 >= words * 3;
    // "Photo: Ida Berg/NordFoto"; "The pictures show a bridge." is a sentence.
    if found.opens_with(kinds.caption) && !closed || covers(kinds.caption) * 2 >= words {
        return Some(Label::Caption);
    }
    // "3 min read", "Published at 10 am"; days stand as headings further below.
    if above && !closed && covers(kinds.date) > 0 && (covers(kinds.date) + 1) * 4 >= words * 3 {
        return Some(Label::Date);
    }
    // "Read more: How safe are the ferries?"
    let link = |kind| found.opens_with(kind) && covers(kind) >= 2 && (!closed || line.ends_with('?'));
    let other = kinds.links.into_iter().any(|kind| link(kind) || all(kind)) || kinds.pleas.into_iter().any(all);
    other.then_some(Label::Boilerplate)
}
