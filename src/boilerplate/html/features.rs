//! What the block models see of a block: numbers that mean the same on every page and in every language, and the sums
//! of its learned cues.

use std::collections::{HashMap, HashSet};

use super::blocks::Page;
use super::cues::Hashed;
use super::facts::Facts;
use super::flags::flag;
use super::layout::{CueWeights, Layout, STRIDE};
use super::page_types::TYPES;
use super::tags::Tag;
use super::tree::NONE;
use crate::context::Context;
use crate::error::Result;

/// The features of one block; [`FIRST`] names them.
pub(crate) type Row = Vec<f32>;

/// How many features the first model sees.
pub(crate) const FIRST: usize = 113 + 5 + TYPES;

/// Those of them that are the same for all blocks of a page.
pub(crate) const PAGE: std::ops::Range<usize> = 99..113;

/// Those and the page's types: what all rows of a page share.
pub(crate) const SHARED: std::ops::Range<usize> = PAGE.start..PAGE.end + TYPES;

/// How many the second model sees more.
pub(crate) const SECOND: usize = 24;

/// The rows of all blocks of a page, for the first model.
pub(crate) fn rows(
    page: &Page,
    layout: &Layout,
    facts: &Facts,
    weights: &CueWeights,
    kinds: &[f32; TYPES],
    context: &Context,
) -> Result<Vec<Row>> {
    let blocks = &page.blocks;
    let mut seen: HashMap<u64, u32, Hashed> = HashMap::with_capacity_and_hasher(blocks.len(), Hashed::default());
    for block in blocks {
        *seen.entry(block.hash).or_default() += 1;
    }
    let root = &page.scopes[0];
    let all_words = root.words.max(1) as f32;
    let all_prose = root.prose.max(1.0);
    // Blocks since the last heading, since running text, and until it: how a block lies to its surroundings.
    let (mut since_heading, mut since_prose, mut since_h1, mut since_title) = (99.0f32, 99.0f32, 99.0f32, 99.0f32);
    let mut until_prose = vec![99.0f32; blocks.len()];
    let mut next = 99.0;
    for (at, block) in blocks.iter().enumerate().rev() {
        until_prose[at] = next;
        next = if block.is_prose() { 1.0 } else { next + 1.0 };
    }
    let page_cue = weights.sum(&facts.cues);
    let (mut prices, mut repeated, mut prose, mut headings, mut items) = (0.0f32, 0.0f32, 0.0f32, 0.0f32, 0.0f32);
    for block in blocks {
        let scope = &page.scopes[block.scope as usize];
        let words = block.words as f32;
        prices += f32::from(block.priced);
        repeated += if layout.paths[block.scope as usize].path_repeats >= 5 { words } else { 0.0 };
        prose += f32::from(block.is_prose());
        headings += f32::from(scope.tag.is_some_and(|tag| tag.heading_level() > 0));
        items += if scope.item != NONE { words } else { 0.0 };
    }
    let mut words_before = 0u32;
    let mut first_of: HashSet<u64, Hashed> = HashSet::with_capacity_and_hasher(blocks.len(), Hashed::default());
    let mut rows = Vec::with_capacity(blocks.len());
    let mut words = Vec::new();
    for (at, block) in blocks.iter().enumerate() {
        if at.is_multiple_of(STRIDE) {
            context.check()?;
        }
        let text = block.span.of(&page.text);
        let scope = &page.scopes[block.scope as usize];
        let tag = scope.tag.unwrap_or(Tag::Body);
        let path = layout.paths[block.scope as usize];
        let chars = block.chars.max(1) as f32;
        facts.words(text, block.words, &mut words);
        let (in_body, in_description) = (facts.in_body(&words), facts.in_description(&words));
        let in_title = facts.in_title(&mut words, block.words);
        let mut row = Vec::with_capacity(FIRST + SECOND);
        // The text itself.
        row.extend([
            block.words as f32,
            chars,
            block.link_density(),
            block.links as f32,
            block.stops as f32,
            block.commas as f32,
            block.stops as f32 / block.words.max(1) as f32,
            ending(text),
            beginning(text),
            block.digits as f32 / chars,
            block.uppercase as f32 / chars,
            chars / block.words.max(1) as f32,
            block.bold_chars as f32 / chars,
            layout.lexical[at],
            seen.get(&block.hash).copied().unwrap_or(1) as f32,
            f32::from(first_of.insert(block.hash)),
            in_body,
            in_title,
            layout.longer[at],
            in_description,
            f32::from(block.priced),
        ]);
        // The element it stands in.
        row.extend([
            group(tag),
            f32::from(tag.heading_level()),
            f32::from(scope.row != NONE),
            f32::from(scope.item != NONE),
            scope.depth as f32,
            path.own,
            path.sum,
            path.min,
            path.max,
            path.repeats as f32,
            path.path_repeats as f32,
        ]);
        row.extend((0..flag::COUNT).map(|bit| f32::from(scope.flags >> bit & 1 == 1)));
        // The scopes around it.
        let mut up = block.scope;
        for level in 0..5 {
            let around = &page.scopes[up as usize];
            row.push(around.words as f32 / all_words);
            row.push(around.link_chars as f32 / around.chars.max(1) as f32);
            row.push(around.words as f32 / around.blocks.max(1) as f32);
            row.push(around.prose / all_prose);
            if level < 4 {
                row.push(around.children as f32);
            }
            if level > 0 && level < 3 {
                row.push(layout.paths[up as usize].own);
            }
            if around.parent != NONE {
                up = around.parent;
            }
        }
        // Where it stands.
        row.extend([
            at as f32 / blocks.len() as f32,
            words_before as f32 / all_words,
            words_before as f32,
            since_heading,
            since_prose,
            since_h1,
            since_title,
            until_prose[at],
            f32::from(layout.in_main[block.scope as usize]),
            f32::from(layout.in_best[block.scope as usize]),
            path.distance as f32,
            page.scopes[layout.main as usize].prose / all_prose,
        ]);
        // Its neighbours.
        for offset in [-2i64, -1, 1, 2] {
            let near = usize::try_from(at as i64 + offset).ok().and_then(|near| Some((near, blocks.get(near)?)));
            match near {
                Some((index, near)) => {
                    row.extend([near.words as f32, near.link_density()]);
                    if offset.abs() == 1 {
                        row.push(layout.lexical[index]);
                    }
                }
                None => row.extend([0.0, 1.0, 0.0].iter().take(if offset.abs() == 1 { 3 } else { 2 })),
            }
        }
        // The page.
        debug_assert_eq!(row.len(), PAGE.start);
        row.extend([
            all_words,
            root.link_chars as f32 / root.chars.max(1) as f32,
            blocks.len() as f32,
            root.prose / all_words,
            root.paragraphs as f32,
            f32::from(facts.article),
            f32::from(facts.product),
            f32::from(u8::from(facts.thread) + 2 * u8::from(facts.list)),
            page_cue,
            prices / blocks.len() as f32,
            repeated / all_words,
            prose,
            headings / blocks.len() as f32,
            items / all_words,
        ]);
        row.extend(kinds);
        // The card of a listing, the post of a thread, the row of a table around it.
        let card = layout.cards[block.scope as usize];
        match page.scopes.get(card.scope as usize) {
            Some(scope) => row.extend([
                scope.words as f32,
                card.count as f32,
                card.words as f32 / all_words,
                card.ordinal as f32 / card.count.max(1) as f32,
                scope.link_chars as f32 / scope.chars.max(1) as f32,
            ]),
            None => row.extend([0.0; 5]),
        }
        debug_assert_eq!(row.len(), FIRST);
        rows.push(row);
        words_before += block.words;
        since_heading = if tag.heading_level() > 0 { 1.0 } else { since_heading + 1.0 };
        since_h1 = if tag == Tag::H1 { 1.0 } else { since_h1 + 1.0 };
        since_title = if in_title > 0.6 { 1.0 } else { since_title + 1.0 };
        since_prose = if block.is_prose() { 1.0 } else { since_prose + 1.0 };
    }
    Ok(rows)
}

/// How a text ends: 2 for a sentence's end, 1 for a colon, 0 otherwise.
fn ending(text: &str) -> f32 {
    match text.trim_end_matches(['"', '”', '’', '»', ')', ']', '\'']).chars().next_back() {
        Some('.' | '!' | '?' | '…' | '。' | '！' | '？' | '؟' | '।') => 2.0,
        Some(':' | '：') => 1.0,
        _ => 0.0,
    }
}

/// How a text begins: 0 with a sign, 1 with a small letter, 2 with a digit, 3 with a capital or a letter without case.
fn beginning(text: &str) -> f32 {
    match text.chars().next() {
        Some(char) if char.is_numeric() => 2.0,
        Some(char) if char.is_lowercase() => 1.0,
        Some(char) if char.is_alphabetic() => 3.0,
        _ => 0.0,
    }
}

/// Elements in an order that splits them well: running text low, what is rarely content high.
fn group(tag: Tag) -> f32 {
    match tag {
        Tag::P => 0.0,
        Tag::Blockquote => 1.0,
        Tag::Pre => 2.0,
        Tag::Li => 3.0,
        Tag::Dd | Tag::Dt => 4.0,
        Tag::Td | Tag::Th => 5.0,
        Tag::Section | Tag::Article | Tag::Main => 6.0,
        Tag::Div => 7.0,
        Tag::Figcaption | Tag::Caption => 8.0,
        _ if tag.heading_level() > 0 => 9.0,
        Tag::Summary | Tag::Details => 10.0,
        Tag::Header | Tag::Address => 11.0,
        Tag::Footer | Tag::Aside | Tag::Nav => 12.0,
        Tag::Button => 13.0,
        _ => 14.0,
    }
}
