//! Quotations that run over paragraphs, each opened anew: they are one, and the cue of the last paragraph is that of all.

use crate::claims::attribution::analysis::{Analysis, NONE, state};
use crate::claims::attribution::linking::Link;

/// Joins what stands without a cue to what goes on with it in the next paragraph.
pub(crate) fn join(analysis: &Analysis, links: &mut Vec<Link>) {
    let mut joined: Vec<Link> = Vec::with_capacity(links.len());
    for mut link in links.drain(..) {
        if let Some(open) = joined.pop_if(|open| open.cue.is_none() && goes_on(analysis, open, &link)) {
            let mut contents = open.contents;
            contents.append(&mut link.contents);
            link.contents = contents;
        }
        joined.push(link);
    }
    *links = joined;
}

/// Whether a quotation is left open at the end of its paragraph, and the first words of the next belong to it.
fn goes_on(analysis: &Analysis, open: &Link, link: &Link) -> bool {
    let (Some(&(_, end)), Some(&(start, _))) = (open.contents.last(), link.contents.first()) else { return false };
    let words = &analysis.words.words;
    let quote = |i: usize| analysis.quotes.get(analysis.quote.get(i).copied().unwrap_or(NONE) as usize);
    let (Some(before), Some(after)) = (quote(end - 1), quote(start)) else { return false };
    let next = words[start].paragraph == words[end - 1].paragraph + 1;
    let left_open = before.outer.end == before.inner.end && analysis.quoted.get(end) != Some(&state::CLOSE);
    // Without a mark of its own at the head of the paragraph, only what is closed in it goes on.
    let bare = || after.outer.start == after.inner.start && words[start - 1].paragraph != words[start].paragraph;
    // Behind another paragraph there is a word before `start`.
    next && (after.continues || left_open && bare())
}
