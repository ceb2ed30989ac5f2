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

/// The most words of a box about the writer.
const AUTHOR_WORDS: u32 = 100;

/// The shortest headline that a paragraph links to.
const TEASER_WORDS: u32 = 4;

/// The fewest words of a notice that cues must cover.
const CONSENT: u32 = 2;

/// Takes such lines out of a choice and names those that credit a picture.
pub(super) fn drop_asides(page: &Page, scores: &[f32], keep: &mut [bool], labels: &mut [Label]) {
    let lines: Vec<Option<Line>> = page.blocks.iter().map(|block| Line::of(block, block.span.of(&page.text))).collect();
    let notice = |at: usize| lines[at].as_ref().is_some_and(Line::is_notice);
    let prose = |at: &usize| page.blocks[*at].is_prose() && !notice(*at);
    let (first, last) = ((0..lines.len()).find(prose), (0..lines.len()).rfind(prose));
    let story = first.unwrap_or(lines.len())..=last.unwrap_or(lines.len());
    let aside = |at: usize| {
        if labels[at] != Label::Body {
            return None;
        }
        let (block, text) = (&page.blocks[at], page.blocks[at].span.of(&page.text));
        let leads_away = match story.contains(&at) {
            true => is_teaser(block, text),
            false => notice(at) || at < *story.start() && is_menu(text),
        };
        let told = || lines[at].as_ref()?.tell(at < *story.start());
        leads_away.then_some(Label::Boilerplate).or_else(told)
    };
    let mut asides: Vec<Option<Label>> = (0..page.blocks.len()).map(aside).collect();
    // "Read also" over links to other stories, whatever the box is called.
    let leads = |at: usize| {
        let block = &page.blocks[at];
        block.links > 0 && block.link_chars * 10 >= block.chars * 9 && !block.is_prose()
    };
    for at in (0..page.blocks.len()).filter(|&at| lines[at].as_ref().is_some_and(Line::is_pointer)) {
        let end = (at + 1..page.blocks.len()).find(|&next| !leads(next)).unwrap_or(page.blocks.len());
        if end > at + 1 || labels[at] == Label::Heading && keep.get(at + 1) != Some(&true) {
            asides[at..end].fill(Some(Label::Boilerplate));
        }
    }
    for at in (0..page.blocks.len()).filter(|&at| lines[at].as_ref().is_some_and(Line::is_about_writer)) {
        let around = page.scopes[page.blocks[at].scope as usize].parent;
        if page.scopes.get(around as usize).is_some_and(|part| part.words <= AUTHOR_WORDS) {
            let inside = |block: &RawBlock| page.around(block.scope).any(|(scope, _)| scope == around);
            let end = (at..page.blocks.len()).find(|&next| !inside(&page.blocks[next])).unwrap_or(page.blocks.len());
            asides[at..end].fill(Some(Label::Boilerplate));
        }
    }
    if expected(page, scores, |at| asides[at].is_none()) < LEAST_WORDS {
        return;
    }
    for (at, label) in asides.into_iter().enumerate().filter_map(|(at, label)| Some((at, label?))) {
        (keep[at], labels[at]) = (false, label);
    }
}

/// Whether a block is nothing but a link to a headline, and no sentence.
fn is_teaser(block: &RawBlock, text: &str) -> bool {
    let linked = block.links == 1 && block.link_chars == block.chars;
    let brief = (TEASER_WORDS..=ASIDE_WORDS).contains(&block.words);
    linked && brief && !is_spoken(text) && !text.ends_with(['.', '!', '…', ':', ','])
}

/// Whether quotation marks stand in a line.
fn is_spoken(line: &str) -> bool {
    line.contains(['"', '“', '”', '„', '«', '»'])
}

/// A block that is short enough for one of these, with the cues in it.
struct Line<'a> {
    text: &'a str,
    /// Its words as the page counts them, and as cues do.
    length: u32,
    words: u32,
    found: Matches,
    /// Whether it speaks of "us", and to "you".
    ours: bool,
    yours: bool,
}

impl<'a> Line<'a> {
    /// Nothing of a longer block, and of one without cues.
    fn of(block: &RawBlock, text: &'a str) -> Option<Self> {
        if block.words > NOTICE_WORDS {
            return None;
        }
        let (found, words) = Cues::get().find_in(text);
        if !found.any() {
            return None;
        }
        let (mut ours, mut yours) = (false, false);
        each_word(text, |word| {
            let kind = Voices::get().kind(word.hash);
            (ours, yours) = (ours || kind == Some(WE), yours || kind == Some(SECOND));
            true
        });
        Some(Self { text, length: block.words, words: words as u32, found, ours, yours })
    }

    /// Whether it tells readers what their visit means: "We use cookies to improve your experience."
    fn is_notice(&self) -> bool {
        let consent = Kinds::get().consent;
        let told = self.found.opens_with(consent) || self.ours || self.yours;
        self.found.covered_by(consent) >= CONSENT && told
    }

    /// Whether it stands over a few words about the writer: "About the author".
    fn is_about_writer(&self) -> bool {
        self.found.covered_by(Kinds::get().author) >= self.words.max(2)
    }

    /// Whether it says that other stories follow, and no more.
    fn is_pointer(&self) -> bool {
        self.words > 0 && self.found.covered_by(Kinds::get().related) >= self.words
    }

    /// What it is, if it is none of the article's. `above`: it stands over all running text.
    fn tell(&self, above: bool) -> Option<Label> {
        let Self { text: line, words, ref found, .. } = *self;
        let kinds = Kinds::get();
        let closed = line.ends_with(['.', '!', '?', '…']);
        if self.length > PLEA_WORDS || is_spoken(line) {
            return None;
        }
        let covers = |kind: Option<usize>| found.covered_by(kind);
        if kinds.asks(found, words, self.ours, closed) {
            return Some(Label::Boilerplate);
        }
        if self.length > ASIDE_WORDS {
            return None;
        }
        let all = |kind: Option<usize>| covers(kind) * 4 >= words * 3;
        // "Photo: Ida Berg/NordFoto"; "The pictures show a bridge." is a sentence.
        if found.opens_with(kinds.caption) && !closed || covers(kinds.caption) * 2 >= words {
            return Some(Label::Caption);
        }
        // "3 min read", "Published at 10 am"; days stand as headings further below.
        let dated = covers(kinds.date);
        if above && dated > 0 && (dated + 1) * 4 >= words * 3 && (!closed || dated >= words) {
            return Some(Label::Date);
        }
        // "Read more: How safe are the ferries?"
        let link = |kind| found.opens_with(kind) && covers(kind) >= 2 && (!closed || line.ends_with('?'));
        let credit = found.opens_with(kinds.credits) && covers(kinds.credits) >= 2 && !line.contains(':');
        let control = all(kinds.interface) && words > 1;
        let other = credit
            || control
            || kinds.links.into_iter().any(|kind| link(kind) || all(kind))
            || kinds.pleas.into_iter().any(all);
        other.then_some(Label::Boilerplate)
    }
}
