//! Short lines between the paragraphs of an article that credit a picture, lead to other pages or ask for something.
//!
//! Sites write them as paragraphs like all others, and the models, which weigh a block by its surroundings, let them in;
//! their words give them away, the same in a page and in scraped text: see `lines/cues.txt`.

use super::beside::expected;
use super::blocks::{Page, RawBlock};
use super::extract::LEAST_WORDS;
use crate::boilerplate::lines::cues::Cues;
use crate::boilerplate::types::Label;

/// The longest such line, in words.
const ASIDE_WORDS: u32 = 14;

/// Takes such lines out of a choice and names those that credit a picture.
pub(super) fn drop_asides(page: &Page, scores: &[f32], keep: &mut [bool], labels: &mut [Label]) {
    let first = page.blocks.iter().position(RawBlock::is_prose).unwrap_or(page.blocks.len());
    let kinds = Kinds::of(Cues::get());
    let aside = |at: usize| {
        let block = &page.blocks[at];
        let plain = labels[at] == Label::Body && block.words <= ASIDE_WORDS;
        plain.then(|| kinds.tell(block.span.of(&page.text), at < first)).flatten()
    };
    let asides: Vec<Option<Label>> = (0..page.blocks.len()).map(aside).collect();
    if expected(page, scores, |at| asides[at].is_none()) < LEAST_WORDS {
        return;
    }
    for (at, label) in asides.into_iter().enumerate().filter_map(|(at, label)| Some((at, label?))) {
        (keep[at], labels[at]) = (false, label);
    }
}

/// The kinds of cues that are asked for by name.
struct Kinds {
    caption: Option<usize>,
    date: Option<usize>,
    links: [Option<usize>; 2],
    pleas: [Option<usize>; 5],
}

impl Kinds {
    fn of(cues: &Cues) -> Self {
        Self {
            caption: cues.kind("caption"),
            date: cues.kind("date"),
            links: ["related", "more"].map(|name| cues.kind(name)),
            pleas: ["advertisement", "subscribe", "consent", "share", "comments"].map(|name| cues.kind(name)),
        }
    }

    /// What a line is, if it is none of the article's. `above`: it stands over all running text.
    fn tell(&self, line: &str, above: bool) -> Option<Label> {
        let (found, words) = Cues::get().find_in(line);
        let closed = line.ends_with(['.', '!', '?', '…']);
        let spoken = line.contains(['"', '“', '”', '„', '«', '»']);
        if !found.any() || spoken {
            return None;
        }
        let covered = |kind: Option<usize>| kind.map_or(0, |kind| usize::from(found.covered[kind]));
        let leads = |kind: Option<usize>| kind.is_some_and(|kind| found.leads & (1 << kind) != 0);
        let all = |kind: Option<usize>| covered(kind) * 4 >= words * 3;
        // "Photo: Ida Berg/NordFoto"; "The pictures show a bridge." is a sentence.
        if leads(self.caption) && !closed || covered(self.caption) * 2 >= words {
            return Some(Label::Caption);
        }
        // "3 min read", "Published at 10 am"; days stand as headings further below.
        if above && !closed && covered(self.date) > 0 && (covered(self.date) + 1) * 4 >= words * 3 {
            return Some(Label::Date);
        }
        // "Read more: How safe are the ferries?"
        let link = |&kind: &Option<usize>| leads(kind) && covered(kind) >= 2 && (!closed || line.ends_with('?'));
        let other = self.links.iter().any(|kind| link(kind) || all(*kind)) || self.pleas.iter().any(|&kind| all(kind));
        other.then_some(Label::Boilerplate)
    }
}
