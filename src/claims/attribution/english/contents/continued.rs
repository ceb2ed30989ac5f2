//! Quotations over paragraphs whose cue stands in the last one, in English: each paragraph opens with marks, and none but the last
//! closes them, so that all of them are one quotation.

use crate::claims::attribution::analysis::{Analysis, NONE};
use crate::claims::attribution::linking::{Link, Run};
use crate::text::pos::Pos;

/// Gives paragraphs without a speaker to the attribution whose quotation goes on from them.
pub(crate) fn join_paragraphs(analysis: &Analysis, links: &mut Vec<Link>) {
    for at in (0..links.len().saturating_sub(1)).rev() {
        let (before, behind) = links.split_at_mut(at + 1);
        let (Some(first), Some(next)) = (before.last_mut(), behind.first_mut()) else { continue };
        let Some(last) = first.contents.last().filter(|_| first.cue.is_none() && first.source.is_none()) else {
            continue;
        };
        let Some(run) = next.contents.first().filter(|_| next.cue.is_some()) else { continue };
        if goes_on(analysis, *last, *run) {
            let contents = std::mem::take(&mut first.contents);
            next.contents.splice(0..0, contents);
        }
    }
    links.retain(|link| !link.contents.is_empty());
}

/// Whether the quotation of the second run goes on from that of the first.
fn goes_on(analysis: &Analysis, last: Run, run: Run) -> bool {
    let quote = |i: usize| analysis.quote.get(i).copied().filter(|&quote| quote != NONE);
    let (Some(before), Some(at)) = (quote(last.1 - 1), quote(run.0)) else { return false };
    let top = |at: u32| analysis.quotes.get(at as usize).filter(|quote| !quote.nested);
    let follows = top(at).is_some_and(|quote| quote.continues) && top(before).is_some();
    let next = (before + 1..at).all(|quote| top(quote).is_none());
    let beside = (last.1..run.0).all(|i| !analysis.form(i).is_word() || analysis.pos[i] == Pos::Punct);
    follows && next && beside
}
