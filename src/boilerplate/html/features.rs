//! What the block models see of a block: numbers that mean the same on every page and in every language, and the sums
//! of its learned cues.

use std::collections::{HashMap, HashSet};

use super::blocks::{Page, RawBlock};
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
    let whole = Whole::new(page, layout, facts, weights, kinds);
    let mut passed = Passed::default();
    let mut first_of: HashSet<u64, Hashed> = HashSet::with_capacity_and_hasher(blocks.len(), Hashed::default());
    let mut rows = Vec::with_capacity(blocks.len());
    let mut words = Vec::new();
    for (at, block) in blocks.iter().enumerate() {
        if at.is_multiple_of(STRIDE) {
            context.check()?;
        }
        facts.words(block.span.of(&page.text), block.words, &mut words);
        let (in_body, in_description) = (facts.in_body(&words), facts.in_description(&words));
        let in_title = facts.in_title(&mut words, block.words);
        let mut row = Vec::with_capacity(FIRST + SECOND);
        whole.push_text(&mut row, at, first_of.insert(block.hash), [in_body, in_title, in_description]);
        whole.push_element(&mut row, block);
        whole.push_scopes(&mut row, block);
        whole.push_place(&mut row, at, &passed);
        whole.push_neighbours(&mut row, at);
        debug_assert_eq!(row.len(), PAGE.start);
        row.extend_from_slice(&whole.shared);
        whole.push_card(&mut row, block);
        debug_assert_eq!(row.len(), FIRST);
        rows.push(row);
        passed.pass(block, whole.tag(block), in_title);
    }
    Ok(rows)
}

/// What lies before a block: blocks since the last heading and since running text, and words.
struct Passed {
    since_heading: f32,
    since_prose: f32,
    since_h1: f32,
    since_title: f32,
    words: u32,
}

/// As many blocks as stand for none.
const FAR: f32 = 99.0;

impl Default for Passed {
    fn default() -> Self {
        Self { since_heading: FAR, since_prose: FAR, since_h1: FAR, since_title: FAR, words: 0 }
    }
}

impl Passed {
    fn pass(&mut self, block: &RawBlock, tag: Tag, in_title: f32) {
        let since = |blocks: &mut f32, found: bool| *blocks = if found { 1.0 } else { *blocks + 1.0 };
        since(&mut self.since_heading, tag.heading_level() > 0);
        since(&mut self.since_h1, tag == Tag::H1);
        since(&mut self.since_title, in_title > 0.6);
        since(&mut self.since_prose, block.is_prose());
        self.words += block.words;
    }
}

/// What the rows of a page lean on.
struct Whole<'a> {
    page: &'a Page,
    layout: &'a Layout,
    /// How often each text stands on the page, by its hash.
    seen: HashMap<u64, u32, Hashed>,
    words: f32,
    prose: f32,
    /// How many blocks further on running text stands.
    until_prose: Vec<f32>,
    /// The features that all blocks share, in the order of [`SHARED`].
    shared: Vec<f32>,
}

impl<'a> Whole<'a> {
    fn new(page: &'a Page, layout: &'a Layout, facts: &Facts, weights: &CueWeights, kinds: &[f32; TYPES]) -> Self {
        let blocks = &page.blocks;
        let mut seen: HashMap<u64, u32, Hashed> = HashMap::with_capacity_and_hasher(blocks.len(), Hashed::default());
        for block in blocks {
            *seen.entry(block.hash).or_default() += 1;
        }
        let mut until_prose = vec![FAR; blocks.len()];
        let mut next = FAR;
        for (at, block) in blocks.iter().enumerate().rev() {
            until_prose[at] = next;
            next = if block.is_prose() { 1.0 } else { next + 1.0 };
        }
        let root = &page.scopes[0];
        let (words, prose) = (root.words.max(1) as f32, root.prose.max(1.0));
        let mut shared = page_features(page, layout, facts, weights);
        shared.extend(kinds);
        Self { page, layout, seen, words, prose, until_prose, shared }
    }

    fn tag(&self, block: &RawBlock) -> Tag {
        self.page.scopes[block.scope as usize].tag.unwrap_or(Tag::Body)
    }

    /// The text itself; `said` is how much of its words stand in the body, the title and the description that the page states.
    fn push_text(&self, row: &mut Row, at: usize, first: bool, said: [f32; 3]) {
        let block = &self.page.blocks[at];
        let text = block.span.of(&self.page.text);
        let chars = block.chars.max(1) as f32;
        let [in_body, in_title, in_description] = said;
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
            self.layout.lexical[at],
            self.seen.get(&block.hash).copied().unwrap_or(1) as f32,
            f32::from(first),
            in_body,
            in_title,
            self.layout.longer[at],
            in_description,
            f32::from(block.priced),
        ]);
    }

    /// The element it stands in.
    fn push_element(&self, row: &mut Row, block: &RawBlock) {
        let scope = &self.page.scopes[block.scope as usize];
        let path = self.layout.paths[block.scope as usize];
        let tag = self.tag(block);
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
    }

    /// The scopes around it.
    fn push_scopes(&self, row: &mut Row, block: &RawBlock) {
        let mut up = block.scope;
        for level in 0..5 {
            let around = &self.page.scopes[up as usize];
            row.push(around.words as f32 / self.words);
            row.push(around.link_chars as f32 / around.chars.max(1) as f32);
            row.push(around.words as f32 / around.blocks.max(1) as f32);
            row.push(around.prose / self.prose);
            if level < 4 {
                row.push(around.children as f32);
            }
            if level > 0 && level < 3 {
                row.push(self.layout.paths[up as usize].own);
            }
            if around.parent != NONE {
                up = around.parent;
            }
        }
    }

    /// Where it stands.
    fn push_place(&self, row: &mut Row, at: usize, passed: &Passed) {
        let scope = self.page.blocks[at].scope as usize;
        row.extend([
            at as f32 / self.page.blocks.len() as f32,
            passed.words as f32 / self.words,
            passed.words as f32,
            passed.since_heading,
            passed.since_prose,
            passed.since_h1,
            passed.since_title,
            self.until_prose[at],
            f32::from(self.layout.in_main[scope]),
            f32::from(self.layout.in_best[scope]),
            self.layout.paths[scope].distance as f32,
            self.page.scopes[self.layout.main as usize].prose / self.prose,
        ]);
    }

    /// Its neighbours.
    fn push_neighbours(&self, row: &mut Row, at: usize) {
        for offset in [-2i64, -1, 1, 2] {
            let near = usize::try_from(at as i64 + offset).ok();
            match near.and_then(|near| Some((near, self.page.blocks.get(near)?))) {
                Some((index, near)) => {
                    row.extend([near.words as f32, near.link_density()]);
                    if offset.abs() == 1 {
                        row.push(self.layout.lexical[index]);
                    }
                }
                None => row.extend([0.0, 1.0, 0.0].iter().take(if offset.abs() == 1 { 3 } else { 2 })),
            }
        }
    }

    /// The card of a listing, the post of a thread, the row of a table around it.
    fn push_card(&self, row: &mut Row, block: &RawBlock) {
        let card = self.layout.cards[block.scope as usize];
        match self.page.scopes.get(card.scope as usize) {
            Some(scope) => row.extend([
                scope.words as f32,
                card.count as f32,
                card.words as f32 / self.words,
                card.ordinal as f32 / card.count.max(1) as f32,
                scope.link_chars as f32 / scope.chars.max(1) as f32,
            ]),
            None => row.extend([0.0; 5]),
        }
    }
}

/// The features that are the same for all blocks of a page, but its types.
fn page_features(page: &Page, layout: &Layout, facts: &Facts, weights: &CueWeights) -> Vec<f32> {
    let root = &page.scopes[0];
    let (all_words, count) = (root.words.max(1) as f32, page.blocks.len() as f32);
    let (mut prices, mut repeated, mut prose, mut headings, mut items) = (0.0f32, 0.0f32, 0.0f32, 0.0f32, 0.0f32);
    for block in &page.blocks {
        let scope = &page.scopes[block.scope as usize];
        let words = block.words as f32;
        prices += f32::from(block.priced);
        repeated += if layout.paths[block.scope as usize].path_repeats >= 5 { words } else { 0.0 };
        prose += f32::from(block.is_prose());
        headings += f32::from(scope.tag.is_some_and(|tag| tag.heading_level() > 0));
        items += if scope.item != NONE { words } else { 0.0 };
    }
    vec![
        all_words,
        root.link_chars as f32 / root.chars.max(1) as f32,
        count,
        root.prose / all_words,
        root.paragraphs as f32,
        f32::from(facts.article),
        f32::from(facts.product),
        f32::from(u8::from(facts.thread) + 2 * u8::from(facts.list)),
        weights.sum(&facts.cues),
        prices / count,
        repeated / all_words,
        prose,
        headings / count,
        items / all_words,
    ]
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
