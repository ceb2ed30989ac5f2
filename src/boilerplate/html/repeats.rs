//! What a page says twice: for wide screens and for narrow ones, in a teaser and in the text, above an answer and below it.
//!
//! Readers see one of the copies, and what is said once must not count twice. A line that recurs alone ("Price: 20
//! crowns") belongs to each of the things that it is said of, and manuals repeat whole steps.

use std::collections::HashMap;

use super::blocks::Page;
use super::flags::flag;
use super::page_types::{NAMES, TYPES};
use super::together::is_source;
use crate::boilerplate::types::Label;

/// The fewest words, of one block or of several in a row, that are a copy: people say "Yes, I do." more than once.
const FEWEST: u32 = 8;

/// The chance to be a manual from which on a page may repeat itself.
const MANUAL: f32 = 0.2;

/// Keeps the first of the chosen blocks that say the same.
pub(super) fn drop_repeats(page: &Page, labels: &[Label], types: &[f32; TYPES], keep: &mut [bool]) {
    if NAMES.iter().zip(types).any(|(name, chance)| *name == "documentation" && *chance >= MANUAL) {
        return;
    }
    let chosen: Vec<usize> = (0..keep.len()).filter(|&at| keep[at]).collect();
    let text = |place: usize| page.blocks[chosen[place]].span.of(&page.text).trim();
    let mut said = HashMap::with_capacity(chosen.len());
    let first: Vec<usize> = (0..chosen.len()).map(|place| *said.entry(text(place)).or_insert(place)).collect();
    let mut from = 0;
    while from < chosen.len() {
        let mut to = from + 1;
        if first[from] == from {
            from = to;
            continue;
        }
        // What follows the first copy follows the second.
        while to < chosen.len() && first[to] != to && text(first[to - 1] + 1) == text(to) {
            to += 1;
        }
        let words: u32 = chosen[from..to].iter().map(|&at| page.blocks[at].words).sum();
        for &at in chosen[from..to].iter().filter(|_| words >= FEWEST) {
            keep[at] = is_bound(page, labels, at);
        }
        from = to;
    }
}

/// Whether a block means something only beside its neighbours: who is quoted may be quoted again, "The mayor said on
/// Monday:" announces something else each time, and so do a cell and a line of code.
fn is_bound(page: &Page, labels: &[Label], at: usize) -> bool {
    let block = &page.blocks[at];
    let code = page.scopes[block.scope as usize].flags & flag::PRE != 0;
    labels[at] == Label::Table || code || block.span.of(&page.text).trim_end().ends_with(':') || is_source(page, at)
}
