//! What belongs together stays together: a heading and its section, a quotation and whose words it is, a table and its
//! header.
//!
//! The models judge blocks one by one; what holds two blocks together is told by the elements around them.

use std::ops::Range;

use super::blocks::{Page, RawBlock};
use super::flags::flag;
use super::tags::Tag;
use super::tree::NONE;
use crate::boilerplate::types::Label;

/// The longest line that says whose words a quotation is, in words.
const SOURCE_WORDS: u32 = 24;

/// The most items of a list that is kept whole, and the most words of one: posts and products have more.
const MOST_ITEMS: usize = 24;
const ITEM_WORDS: u32 = 40;

/// The most quotations of a page that are looked at.
const MOST_QUOTATIONS: usize = 32;

/// A heading that is rather right than wrong comes with what it heads.
pub(super) fn keep_headings(labels: &[Label], scores: &[f32], keep: &mut [bool]) {
    for at in (1..keep.len()).rev() {
        if keep[at] && !keep[at - 1] && labels[at - 1] == Label::Heading && scores[at - 1] >= 0.5 {
            keep[at - 1] = true;
        }
    }
}

/// A quotation that is set between two kept paragraphs of the same parent comes with them; where the page repeats it, it is
/// one that only adorns.
pub(super) fn keep_quotations(page: &Page, labels: &[Label], keep: &mut [bool]) {
    let beside = |at: usize, parent: u32| {
        let scope = page.blocks[at].scope;
        scope == parent || page.scopes[scope as usize].parent == parent
    };
    let mut last: Option<usize> = None;
    let (mut at, mut looked) = (0, 0);
    while at < keep.len() && looked < MOST_QUOTATIONS {
        if keep[at] {
            last = Some(at);
        } else if let Some(quotation) = nearest(page, page.blocks[at].scope, Tag::Blockquote)
            && labels[at] == Label::Quote
        {
            let first = at;
            while at + 1 < keep.len() && nearest(page, page.blocks[at + 1].scope, Tag::Blockquote) == Some(quotation) {
                at += 1;
            }
            let around = page.scopes[quotation as usize].parent;
            let framed = page.scopes.get(around as usize).filter(|scope| scope.tag == Some(Tag::Figure));
            let parent = framed.map_or(around, |figure| figure.parent);
            // Whose words it is stands between it and the next paragraph.
            let next = (at + 1..keep.len()).find(|&next| !is_source(page, next)).unwrap_or(keep.len());
            let between = last.is_some_and(|last| last + 1 == first && beside(last, parent))
                && keep.get(next).is_some_and(|&keep| keep && beside(next, parent));
            looked += 1;
            // Posts from elsewhere are set so, too, with the link that leads there.
            let plain = page.blocks[first..=at].iter().all(|block| block.links == 0);
            let words = page.blocks[first].span.of(&page.text).trim_matches(|char: char| !char.is_alphanumeric());
            if between && plain && page.text.matches(words).take(2).count() < 2 {
                keep[first..=at].fill(true);
                last = Some(at);
            }
        }
        at += 1;
    }
}

/// Who is quoted comes with the quotation.
pub(super) fn keep_sources(page: &Page, keep: &mut [bool], labels: &mut [Label]) {
    for at in 1..page.blocks.len() {
        if keep[at - 1] && is_source(page, at) {
            (keep[at], labels[at]) = (true, Label::Quote);
        }
    }
}

/// Whether a block says whose words the quotation right before it is: `<cite>`, `<footer>` or a line that opens with a
/// dash in a `<blockquote>`, `<cite>` behind it, or the `<figcaption>` of a `<figure>` around it.
pub(super) fn is_source(page: &Page, at: usize) -> bool {
    let Some((before, block)) = at.checked_sub(1).and_then(|last| Some((page.blocks.get(last)?, page.blocks.get(at)?)))
    else {
        return false;
    };
    if block.words > SOURCE_WORDS {
        return false;
    }
    let Some(quotation) = nearest(page, before.scope, Tag::Blockquote) else { return false };
    let scope = &page.scopes[block.scope as usize];
    let cited = block.cite_chars * 10 >= block.chars * 9;
    if scope.flags & flag::QUOTE != 0 && nearest(page, block.scope, Tag::Blockquote) == Some(quotation) {
        let text = block.span.of(&page.text);
        return cited
            || text.starts_with(['—', '–', '―', '-', '~'])
            || nearest(page, block.scope, Tag::Footer).is_some_and(|footer| footer > quotation);
    }
    let around = page.scopes[quotation as usize].parent;
    let figure = scope.tag == Some(Tag::Figcaption)
        && nearest(page, block.scope, Tag::Figure)
            .is_some_and(|figure| page.around(quotation).any(|(at, _)| at == figure));
    figure || cited && (block.scope == around || scope.parent == around)
}

/// A table whose cells are kept keeps its header, and a row of it all its cells.
pub(super) fn complete_tables(page: &Page, labels: &[Label], keep: &mut [bool]) {
    // One table a scope: the nearest around; words of its cells that are kept, and of all.
    let mut tables: Vec<u32> = Vec::with_capacity(page.scopes.len());
    for (index, scope) in page.scopes.iter().enumerate() {
        let around = tables.get(scope.parent as usize).copied().unwrap_or(NONE);
        tables.push(if scope.tag == Some(Tag::Table) { index as u32 } else { around });
    }
    let header = |block: &RawBlock| page.scopes[block.scope as usize].tag == Some(Tag::Th);
    let mut words = vec![(0u32, 0u32); page.scopes.len()];
    for ((block, &keep), label) in page.blocks.iter().zip(&*keep).zip(labels) {
        if let Some(words) = words.get_mut(tables[block.scope as usize] as usize)
            && *label == Label::Table
            && !header(block)
        {
            words.0 += if keep { block.words } else { 0 };
            words.1 += block.words;
        }
    }
    let row = |block: &RawBlock| page.scopes[block.scope as usize].row;
    let mut rows = vec![false; page.scopes.len()];
    for (block, _) in page.blocks.iter().zip(&*keep).filter(|(_, keep)| **keep) {
        if let Some(kept) = rows.get_mut(row(block) as usize) {
            *kept = true;
        }
    }
    for ((block, keep), label) in page.blocks.iter().zip(keep).zip(labels) {
        let Some(&(kept, all)) = words.get(tables[block.scope as usize] as usize) else { continue };
        // A cell without its row says nothing.
        let whole = header(block) && kept * 2 > all || rows.get(row(block) as usize).is_some_and(|&kept| kept);
        *keep |= *label == Label::Table && whole;
    }
}

/// The most cells of a table that is kept whole beside its paragraph.
const MOST_CELLS: usize = 60;

/// A small table of data right behind a kept block of the same parent comes with it: the models have seen few that are as
/// short as a result. Tables of links are menus.
pub(super) fn keep_tables(page: &Page, labels: &[Label], keep: &mut [bool]) {
    let beside = flag::NAV
        | flag::ASIDE
        | flag::FOOTER
        | flag::FORM
        | flag::HIDDEN
        | flag::COMMENT
        | flag::RELATED
        | flag::ADVERT;
    let table = |at: usize| {
        let scope = page.blocks[at].scope;
        if page.scopes[scope as usize].flags & (flag::TABLE | beside) != flag::TABLE {
            return None;
        }
        page.around(scope).filter(|(_, scope)| scope.tag == Some(Tag::Table)).last()
    };
    let mut at = 0;
    while at < keep.len() {
        let first = at;
        at += 1;
        let Some((own, scope)) = table(first) else { continue };
        while at < keep.len() && table(at).is_some_and(|(table, _)| table == own) {
            at += 1;
        }
        let Some(last) = first.checked_sub(1).filter(|&last| keep[last]) else { continue };
        // What wraps the table and holds nothing else.
        let wrapped = page.around(scope.parent).find(|(_, around)| around.words > scope.words);
        let before = page.blocks[last].scope;
        let joined =
            wrapped.is_some_and(|(around, _)| before == around || page.scopes[before as usize].parent == around);
        if joined && is_data(page, labels, first..at) {
            keep[first..at].fill(true);
        }
    }
}

/// Whether the blocks of a table are a few cells in rows of equal length, with figures among them or a row of heads above.
fn is_data(page: &Page, labels: &[Label], blocks: Range<usize>) -> bool {
    if blocks.len() > MOST_CELLS
        || labels[blocks.clone()].iter().any(|label| !matches!(label, Label::Table | Label::Caption))
    {
        return false;
    }
    let mut rows: Vec<(u32, usize)> = Vec::new();
    let (mut heads, mut figures, mut links, mut chars) = (0, 0, 0, 0);
    for block in page.blocks[blocks.clone()].iter().zip(&labels[blocks]).filter(|(_, label)| **label == Label::Table) {
        let (block, scope) = (block.0, &page.scopes[block.0.scope as usize]);
        match rows.last_mut() {
            Some((row, count)) if *row == scope.row => *count += 1,
            _ => rows.push((scope.row, 1)),
        }
        heads += usize::from(scope.tag == Some(Tag::Th));
        figures += usize::from(block.digits * 2 >= block.chars);
        (links, chars) = (links + block.link_chars, chars + block.chars);
    }
    let paired = rows.iter().filter(|(_, count)| *count > 1).count();
    rows.len() > 1 && paired * 2 > rows.len() && (heads > 1 || figures * 4 >= rows.len()) && links * 2 <= chars
}

/// A list that a kept line announces with a colon, or that is all a kept heading heads, comes with it, and one that is kept for the most part is kept whole: a name
/// that is missing among the dead is worse than none. Lists of links are menus.
pub(super) fn keep_lists(page: &Page, labels: &[Label], keep: &mut [bool]) {
    let beside = flag::NAV | flag::ASIDE | flag::FOOTER | flag::FORM | flag::HIDDEN;
    let list = |at: usize| {
        let scope = page.blocks[at].scope;
        let listed = labels[at] == Label::List && page.scopes[scope as usize].flags & beside == 0;
        let lists = page.around(scope).filter(|(_, scope)| matches!(scope.tag, Some(Tag::Ul | Tag::Ol | Tag::Dl)));
        if listed { lists.last().map(|(at, _)| at) } else { None }
    };
    let mut at = 0;
    while at < keep.len() {
        let (first, own) = (at, list(at));
        at += 1;
        if own.is_none() {
            continue;
        }
        while at < keep.len() && list(at) == own {
            at += 1;
        }
        let blocks = &page.blocks[first..at];
        let words = |among: &dyn Fn(usize) -> bool| -> u32 {
            blocks.iter().enumerate().filter(|(place, _)| among(first + place)).map(|(_, block)| block.words).sum()
        };
        let linked = blocks.iter().map(|block| block.link_chars).sum::<u32>() * 2;
        let announced = first > 0 && keep[first - 1] && page.blocks[first - 1].span.of(&page.text).ends_with(':');
        let most = words(&|at| keep[at]) * 2 >= words(&|_| true);
        let brief = blocks.len() <= MOST_ITEMS && blocks.iter().all(|block| block.words <= ITEM_WORDS);
        // "Timeline" alone says nothing.
        let headed = first > 0 && keep[first - 1] && labels[first - 1] == Label::Heading && linked == 0;
        if brief && (announced || headed || most) && linked <= blocks.iter().map(|block| block.chars).sum() {
            keep[first..at].fill(true);
        }
    }
}

/// The nearest scope of a tag around a scope, itself included.
fn nearest(page: &Page, scope: u32, tag: Tag) -> Option<u32> {
    page.around(scope).find(|(_, scope)| scope.tag == Some(tag)).map(|(at, _)| at)
}
