//! What stands beside the running text and is told by its element or its words alone: advertising, readers' comments,
//! bylines and date lines.
//!
//! The models weigh blocks against each other; on a page of a few paragraphs they let such lines in. What these rules take
//! out is listed with its label, as all that is left out.

use std::ops::Range;

use super::blocks::{Page, RawBlock};
use super::extract::LEAST_WORDS;
use super::flags::flag;
use super::story::Story;
use super::tags::Tag;
use super::tree::NONE;
use crate::boilerplate::metadata::dates::{self, Order};
use crate::boilerplate::metadata::{is_byline, is_date_line};
use crate::boilerplate::types::{Article, Label};

/// The most words of an advertisement, and of a box that leads to other stories or asks for consent; what holds more is a page about these, or a
/// name that means something else.
const ADVERT_WORDS: u32 = 60;
const RELATED_WORDS: u32 = 150;

/// Takes advertising, boxes that lead elsewhere and notices that ask for consent out: small elements whose class or id says
/// that they are.
pub(super) fn drop_adverts(page: &Page, scores: &[f32], keep: &mut [bool]) {
    for (named, most) in [(flag::ADVERT, ADVERT_WORDS), (flag::RELATED, RELATED_WORDS), (flag::CONSENT, RELATED_WORDS)]
    {
        if let Some(boxes) = boxes(page, named) {
            let small = |outer: u32| page.scopes.get(outer as usize).is_some_and(|scope| scope.words <= most);
            drop_boxes(page, scores, |at| small(boxes[page.blocks[at].scope as usize]), keep);
        }
    }
}

/// The outermost element around each scope whose class or id says that it is `named`; none where a page has none.
pub(super) fn boxes(page: &Page, named: u32) -> Option<Vec<u32>> {
    if page.scopes.iter().all(|scope| scope.flags & named == 0) {
        return None;
    }
    let mut boxes: Vec<u32> = Vec::with_capacity(page.scopes.len());
    for (index, scope) in page.scopes.iter().enumerate() {
        let around = boxes.get(scope.parent as usize).copied().unwrap_or(NONE);
        let own = if scope.flags & named != 0 { index as u32 } else { NONE };
        boxes.push(if around == NONE { own } else { around });
    }
    Some(boxes)
}

/// Takes out what is `boxed`, unless most of the article is.
pub(super) fn drop_boxes(page: &Page, scores: &[f32], boxed: impl Fn(usize) -> bool, keep: &mut [bool]) {
    if expected(page, scores, |at| !boxed(at)) >= LEAST_WORDS.max(expected(page, scores, &boxed)) {
        keep.iter_mut().enumerate().for_each(|(at, keep)| *keep &= !boxed(at));
    }
}

/// The most words that hidden lines of an article may have in all, where that is more than a tenth of what is seen; more
/// are answers that unfold, or the article itself, which waits there for a script to show it.
const UNSEEN_WORDS: f32 = 24.0;

/// Takes out what readers do not see.
pub(super) fn drop_unseen(page: &Page, scores: &[f32], keep: &mut [bool]) {
    let unseen = |at: usize| page.scopes[page.blocks[at].scope as usize].flags & flag::UNSEEN != 0;
    let (seen, hidden) = (expected(page, scores, |at| !unseen(at)), expected(page, scores, unseen));
    if seen >= LEAST_WORDS && hidden <= UNSEEN_WORDS.max(seen / 10.0) {
        keep.iter_mut().enumerate().for_each(|(at, keep)| *keep &= !unseen(at));
    }
}

/// The words that are expected to be content among some blocks. What is taken out must not depend on what was chosen, so
/// that whoever favours recall never gets less.
pub(super) fn expected(page: &Page, scores: &[f32], among: impl Fn(usize) -> bool) -> f32 {
    let words = page.blocks.iter().zip(scores).enumerate().filter(|(at, _)| among(*at));
    words.map(|(_, (block, score))| score * block.words as f32).sum()
}

/// Parts readers' comments from the article where both were chosen; `wanted` brings all of them in, under their own label.
/// The posts of a thread and the reviews of a product are content: only of an `article` they are parted.
pub(super) fn part_comments(
    page: &Page,
    scores: &[f32],
    (article, wanted): (bool, bool),
    keep: &mut [bool],
    labels: &mut [Label],
) {
    // In code a class of this name colours what programmers call so.
    let comment =
        |at: usize| page.scopes[page.blocks[at].scope as usize].flags & (flag::COMMENT | flag::PRE) == flag::COMMENT;
    let Some(first) = (0..page.blocks.len()).find(|&at| comment(at)) else { return };
    // Some systems name the whole article so, and some pages are nothing but comments.
    let (inside, outside) = (expected(page, scores, comment), expected(page, scores, |at| !comment(at)));
    let apart = article && inside < outside && expected(page, scores, |at| at < first) * 2.0 > outside;
    for at in (first..page.blocks.len()).filter(|&at| comment(at)) {
        keep[at] &= !apart;
        if wanted && !keep[at] && is_comment(page, &page.blocks[at]) {
            (keep[at], labels[at]) = (true, Label::Comment);
            if let Some(name) = commenter(page, labels, first..at) {
                (keep[name], labels[name]) = (true, Label::Comment);
            }
        }
    }
}

/// How many blocks before a comment its writer's name may stand, how many elements around it may be the whole post, and the
/// most words of the name.
const NAME_BEFORE: usize = 6;
const POST_DEPTH: usize = 6;
const NAME_WORDS: u32 = 4;

/// The block that names who wrote the comment behind the blocks `before`: the first of its post, if it can be a name.
fn commenter(page: &Page, labels: &[Label], before: Range<usize>) -> Option<usize> {
    let at = before.end;
    let posts = page.around(page.blocks[at].scope).take(POST_DEPTH);
    let posts = posts
        .take_while(|(_, scope)| scope.flags & flag::COMMENT != 0)
        .filter(|(_, scope)| scope.flags & flag::POST != 0 || matches!(scope.tag, Some(Tag::Li | Tag::Article)));
    let inside = |at: usize, post: u32| page.around(page.blocks[at].scope).any(|(scope, _)| scope == post);
    let from = before.start.max(at.saturating_sub(NAME_BEFORE));
    let opening = |post: u32| (from..at).rev().take_while(|&at| inside(at, post)).last();
    let name = posts.filter_map(|(post, _)| opening(post)).next()?;
    let block = &page.blocks[name];
    let text = block.span.of(&page.text);
    let plain = labels[name] != Label::Heading && labels[name] != Label::Comment && block.words <= NAME_WORDS;
    let other = block.digits * 2 >= block.chars || block.stops > 0 || text.ends_with(':') || is_date_line(text);
    let form = flag::FORM | flag::BUTTON | flag::NAV | flag::HIDDEN;
    let named = plain && !other && page.scopes[block.scope as usize].flags & form == 0;
    named.then_some(name)
}

/// A reader's comment: more than a button.
fn is_comment(page: &Page, block: &RawBlock) -> bool {
    let scope = &page.scopes[block.scope as usize];
    let form = flag::FORM | flag::BUTTON | flag::NAV | flag::HIDDEN;
    let written = block.words > 3 && block.stops + block.commas > 0 || block.words > 8;
    scope.flags & form == 0 && written && block.link_density() < 0.4
}

/// The longest byline or date line, in words.
const CREDIT_WORDS: u32 = 12;

/// Finds the blocks, among those that are `asked` about, that say who wrote the article and when.
pub(super) fn name_credits(page: &Page, article: &Article, labels: &mut [Label], asked: impl Fn(usize) -> bool) {
    let day = article.published.as_deref().and_then(|time| time.get(..10));
    // "Updated 3/4/2024" is a date, even where nothing tells which, and stands over the running text.
    let story = page.blocks.iter().position(RawBlock::is_prose).unwrap_or(0);
    for (at, (block, label)) in page.blocks.iter().zip(labels).enumerate() {
        let plain = matches!(label, Label::Body | Label::List | Label::Table);
        if !plain || block.words > CREDIT_WORDS || !asked(at) {
            continue;
        }
        let text = block.span.of(&page.text);
        let named = |name: &String| !name.is_empty() && text.contains(name.as_str());
        let reads = |order| dates::read(text, order).as_deref().and_then(|time| time.get(..10)) == day;
        let dated = || reads(Order::DayFirst) || reads(Order::MonthFirst);
        if block.stops < 2 && article.authors.iter().any(named) {
            *label = Label::Byline;
        } else if block.digits > 1 && (day.is_some() && dated() || day.is_none() && at < story && is_date_line(text)) {
            *label = Label::Date;
        }
    }
}

/// The longest line that is a date and its label, in words.
const DATE_WORDS: u32 = 8;

/// Takes out bylines and date lines that say nothing else; a sentence about the author stays.
pub(super) fn drop_credits(page: &Page, scores: &[f32], labels: &[Label], keep: &mut [bool]) {
    let story = page.blocks.iter().position(RawBlock::is_prose).unwrap_or(0);
    let running = Story::below(page, labels.iter().position(|label| *label == Label::Title));
    let credit = |at: usize| {
        let (block, text) = (&page.blocks[at], page.blocks[at].span.of(&page.text));
        match labels[at] {
            // "Ana Roy, Political Editor" over the story.
            Label::Byline => is_byline(text) || at < story && block.stops == 0 && !text.ends_with(':'),
            Label::Date => {
                let code = page.scopes[block.scope as usize].flags & flag::PRE != 0;
                block.words <= DATE_WORDS
                    && !code
                    && !running.holds(at)
                    && !text.ends_with(['.', '!', '?', ':', '”', '"'])
            }
            _ => false,
        }
    };
    if expected(page, scores, |at| !credit(at)) >= LEAST_WORDS {
        keep.iter_mut().enumerate().filter(|(at, keep)| **keep && credit(*at)).for_each(|(_, keep)| *keep = false);
    }
}
