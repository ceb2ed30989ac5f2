//! Lines between the paragraphs of an article that credit a picture, lead to other pages or ask for something, and menus
//! and notices about the visit around them.
//!
//! Sites write them as paragraphs like all others, and the models, which weigh a block by its surroundings, let them in;
//! their words give them away, the same in a page and in scraped text: see `lines/cues.txt`.

use super::beside::expected;
use super::blocks::{Page, RawBlock};
use super::extract::LEAST_WORDS;
use crate::boilerplate::lines::cues::{Cues, Matches};
use crate::boilerplate::lines::kinds::Kinds;
use crate::boilerplate::lines::menus::is_menu;
use crate::boilerplate::lines::voices::{SECOND, Voices, WE};
use crate::boilerplate::lines::words::each_word;
use crate::boilerplate::types::Label;

/// The longest such line, in words; the longest that asks, and the longest notice about the visit.
const ASIDE_WORDS: u32 = 14;
const PLEA_WORDS: u32 = 30;
const NOTICE_WORDS: u32 = 45;

/// The fewest words of a notice that cues must cover.
const CONSENT: u32 = 2;

/// Takes such lines out of a choice and names those that credit a picture.
pub(super) fn drop_asides(page: &Page, scores: &[f32], keep: &mut [bool], labels: &mut [Label]) {
    let notices: Vec<bool> = page.blocks.iter().map(|block| is_notice(block, block.span.of(&page.text))).collect();
    let prose = |at: &usize| page.blocks[*at].is_prose() && !notices[*at];
    let (first, last) = ((0..notices.len()).find(prose), (0..notices.len()).rfind(prose));
    let story = first.unwrap_or(notices.len())..=last.unwrap_or(notices.len());
    let aside = |at: usize| {
        let (block, text) = (&page.blocks[at], page.blocks[at].span.of(&page.text));
        if labels[at] != Label::Body {
            return None;
        }
        let around = !story.contains(&at) && (notices[at] || at < *story.start() && is_menu(text));
        around.then_some(Label::Boilerplate).or_else(|| tell(block, text, at < *story.start()))
    };
    let asides: Vec<Option<Label>> = (0..page.blocks.len()).map(aside).collect();
    if expected(page, scores, |at| asides[at].is_none()) < LEAST_WORDS {
        return;
    }
    for (at, label) in asides.into_iter().enumerate().filter_map(|(at, label)| Some((at, label?))) {
        (keep[at], labels[at]) = (false, label);
    }
}

/// Whether somebody speaks of "us", and to "you".
fn voices(text: &str) -> (bool, bool) {
    let (mut ours, mut yours) = (false, false);
    each_word(text, |word| {
        let kind = Voices::get().kind(word.hash);
        (ours, yours) = (ours || kind == Some(WE), yours || kind == Some(SECOND));
        true
    });
    (ours, yours)
}

/// Whether a block tells readers what their visit means: "We use cookies to improve your experience."
fn is_notice(block: &RawBlock, text: &str) -> bool {
    let consent = Kinds::get().consent;
    let cued = |found: Matches| {
        let told = found.opens_with(consent) || voices(text) != (false, false);
        found.covered_by(consent) >= CONSENT && told
    };
    block.words <= NOTICE_WORDS && cued(Cues::get().find_in(text).0)
}

/// What a line is, if it is none of the article's. `above`: it stands over all running text.
fn tell(block: &RawBlock, line: &str, above: bool) -> Option<Label> {
    if block.words > PLEA_WORDS {
        return None;
    }
    let kinds = Kinds::get();
    let (found, words) = Cues::get().find_in(line);
    let closed = line.ends_with(['.', '!', '?', '…']);
    let spoken = line.contains(['"', '“', '”', '„', '«', '»']);
    if !found.any() || spoken {
        return None;
    }
    let words = words as u32;
    let covers = |kind: Option<usize>| found.covered_by(kind);
    if kinds.asks(&found, words, voices(line).0, closed) {
        return Some(Label::Boilerplate);
    }
    if block.words > ASIDE_WORDS {
        return None;
    }
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
