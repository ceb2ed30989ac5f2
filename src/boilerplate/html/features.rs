//! What the block models see of a block: numbers that mean the same on every page and in every language, and the sums
//! of its learned cues.

use std::collections::{HashMap, HashSet};
use std::hash::Hasher;

use super::blocks::Page;
use super::cues::{self, Fnv, Hash};
use super::flags::flag;
use super::layout::{CueWeights, Layout, STRIDE};
use super::tags::Tag;
use super::tree::NONE;
use crate::boilerplate::metadata::collect::{Collected, types};
use crate::context::Context;
use crate::error::Result;

/// What a page's metadata contributes.
#[derive(Debug, Default)]
pub(crate) struct Facts {
    /// Word triples of JSON-LD's `articleBody`.
    body: HashSet<u64>,
    /// Words of the title.
    title: HashSet<u64>,
    /// Word triples of the description.
    description: HashSet<u64>,
    /// Cues of the page as a whole.
    pub(crate) cues: Vec<Hash>,
    article: bool,
    product: bool,
    thread: bool,
    list: bool,
}

/// A word's hash with its case folded.
fn fold(word: &str) -> u64 {
    let mut hash = Fnv::default();
    for char in word.chars().flat_map(char::to_lowercase) {
        hash.write(char.encode_utf8(&mut [0; 4]).as_bytes());
    }
    hash.finish()
}

fn folded(text: &str) -> impl Iterator<Item = u64> + '_ {
    text.split(|char: char| !char.is_alphanumeric()).filter(|word| !word.is_empty()).map(fold)
}

/// Hashes of three words in a row.
fn triples(words: impl Iterator<Item = u64>) -> impl Iterator<Item = u64> {
    let mut last = [0u64; 2];
    words.enumerate().filter_map(move |(at, word)| {
        let triple = last[0].rotate_left(21) ^ last[1].rotate_left(42) ^ word;
        last = [last[1], word];
        (at >= 2).then_some(triple)
    })
}

impl Facts {
    pub(crate) fn new(collected: &Collected) -> Self {
        let title = collected.meta(&["og:title", "twitter:title"]).or(collected.title.as_deref()).unwrap_or("");
        let typed = |endings: &[&str]| collected.typed(endings).next().is_some();
        Self {
            body: collected.article_body().map(|body| triples(folded(body)).collect()).unwrap_or_default(),
            title: folded(title).collect(),
            description: collected
                .meta(&["og:description", "description"])
                .map(|text| triples(folded(text)).collect())
                .unwrap_or_default(),
            cues: page_cues(collected),
            article: collected.meta(&["og:type"]) == Some("article") || typed(&["Article", "BlogPosting", "Report"]),
            product: collected.meta(&["og:type"]).is_some_and(|kind| kind.contains("product")) || typed(&["Product"]),
            thread: typed(&["DiscussionForumPosting", "QAPage", "Question"]),
            list: typed(&["ItemList", "CollectionPage"]),
        }
    }

    /// Share of the text's word triples in `articleBody`; -1 where there is none to compare with.
    fn in_body(&self, text: &str) -> f32 {
        Self::share(&self.body, text)
    }

    /// The same for the page's description: a standfirst.
    fn in_description(&self, text: &str) -> f32 {
        Self::share(&self.description, text)
    }

    fn share(known: &HashSet<u64>, text: &str) -> f32 {
        if known.is_empty() {
            return -1.0;
        }
        let (mut found, mut all) = (0, 0);
        for triple in triples(folded(text)).take(30) {
            all += 1;
            found += u32::from(known.contains(&triple));
        }
        if all == 0 { -0.5 } else { found as f32 / all as f32 }
    }

    /// Share of the title's words in a short text, times the share of its words in the title.
    fn in_title(&self, text: &str, words: u32) -> f32 {
        if self.title.is_empty() || words > 40 {
            return 0.0;
        }
        let mine: HashSet<u64> = folded(text).collect();
        let both = mine.intersection(&self.title).count() as f32;
        both / self.title.len() as f32 * both / mine.len().max(1) as f32
    }
}

/// Cues of what kind of page it is: its declared types, its generator, the words of its address.
fn page_cues(collected: &Collected) -> Vec<Hash> {
    let mut tokens = Vec::new();
    for object in &collected.objects {
        types(object).for_each(|kind| tokens.push(cues::token(b'J', kind)));
    }
    for (kind, name) in [(b'O', "og:type"), (b'G', "generator"), (b'C', "twitter:card")] {
        if let Some(word) = collected.meta(&[name]).and_then(|value| value.split_whitespace().next()) {
            tokens.push(cues::token(kind, word));
        }
    }
    if let Some(url) = collected.canonical.as_deref().or_else(|| collected.meta(&["og:url"])) {
        let path = url.split_once("://").map_or(url, |(_, rest)| rest).split_once('/').map_or("", |(_, path)| path);
        let path = path.split(['?', '#']).next().unwrap_or("");
        let depth = path.split('/').filter(|part| !part.is_empty()).count();
        tokens.push(cues::token(b'D', &depth.to_string()));
        // The last part is the page's own name; those before it say where it belongs.
        let parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
        for part in parts.iter().take(parts.len().saturating_sub(1)) {
            for word in part.split(|char: char| !char.is_alphabetic()).filter(|word| !word.is_empty()).take(4) {
                tokens.push(cues::token(b'U', word));
            }
        }
        if parts.last().is_some_and(|name| name.matches(['-', '_']).count() >= 3) {
            tokens.push(cues::token(b'U', "long name"));
        }
    }
    tokens.sort_unstable();
    tokens.dedup();
    tokens
}

/// The features of one block; [`FIRST`] names them.
pub(crate) type Row = Vec<f32>;

/// How many features the first model sees.
pub(crate) const FIRST: usize = 113;

/// How many the second model sees more.
pub(crate) const SECOND: usize = 18;

/// The rows of all blocks of a page, for the first model.
pub(crate) fn rows(
    page: &Page,
    layout: &Layout,
    facts: &Facts,
    weights: &CueWeights,
    context: &Context,
) -> Result<Vec<Row>> {
    let blocks = &page.blocks;
    let mut seen: HashMap<u64, u32> = HashMap::with_capacity(blocks.len());
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
    let priced = |text: &str| text.contains(['$', '€', '£', '¥', '₹', '₽']);
    let (mut prices, mut repeated, mut prose, mut headings, mut items) = (0.0f32, 0.0f32, 0.0f32, 0.0f32, 0.0f32);
    for block in blocks {
        let scope = &page.scopes[block.scope as usize];
        let words = block.words as f32;
        prices += f32::from(priced(block.span.of(&page.text)));
        repeated += if layout.paths[block.scope as usize].path_repeats >= 5 { words } else { 0.0 };
        prose += f32::from(block.is_prose());
        headings += f32::from(scope.tag.is_some_and(|tag| tag.heading_level() > 0));
        items += if scope.item != NONE { words } else { 0.0 };
    }
    let mut words_before = 0u32;
    let mut first_of: HashSet<u64> = HashSet::with_capacity(blocks.len());
    let mut rows = Vec::with_capacity(blocks.len());
    for (at, block) in blocks.iter().enumerate() {
        if at.is_multiple_of(STRIDE) {
            context.check()?;
        }
        let text = block.span.of(&page.text);
        let scope = &page.scopes[block.scope as usize];
        let tag = scope.tag.unwrap_or(Tag::Body);
        let path = layout.paths[block.scope as usize];
        let chars = block.chars.max(1) as f32;
        let in_title = facts.in_title(text, block.words);
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
            facts.in_body(text),
            in_title,
            layout.longer[at],
            facts.in_description(text),
            f32::from(priced(text)),
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

/// Adds what the first model's scores say about a block's surroundings, for the second model.
pub(crate) fn add_context(
    page: &Page,
    layout: &Layout,
    scores: &[f32],
    rows: &mut [Row],
    context: &Context,
) -> Result<()> {
    let mut mass = vec![(0.0f32, 0.0f32); page.scopes.len()];
    let (mut expected, mut words) = (0.0, 0.0);
    for (block, &score) in page.blocks.iter().zip(scores) {
        let weight = block.words as f32;
        mass[block.scope as usize].0 += score * weight;
        mass[block.scope as usize].1 += weight;
        expected += score * weight;
        words += weight;
    }
    for index in (1..page.scopes.len()).rev() {
        let parent = page.scopes[index].parent as usize;
        mass[parent] = (mass[parent].0 + mass[index].0, mass[parent].1 + mass[index].1);
    }
    let share = |scope: u32| mass[scope as usize].0 / mass[scope as usize].1.max(1.0);
    let score = |at: i64| usize::try_from(at).ok().and_then(|at| scores.get(at)).copied().unwrap_or(0.0);
    let mut before = 0.0;
    for (at, row) in rows.iter_mut().enumerate() {
        if at.is_multiple_of(STRIDE) {
            context.check()?;
        }
        let block = &page.blocks[at];
        let here = at as i64;
        let around = |reach: i64| {
            let (mut sum, mut weight) = (0.0, 0.0);
            for near in (here - reach).max(0)..=(here + reach).min(scores.len() as i64 - 1) {
                let words = page.blocks[near as usize].words.min(100) as f32;
                sum += score(near) * words;
                weight += words;
            }
            sum / f32::max(weight, 1.0)
        };
        row.extend([score(here), score(here - 1), score(here - 2), score(here + 1), score(here + 2)]);
        row.extend([score(here - 3), score(here + 3), around(4), around(12)]);
        let mut up = block.scope;
        for _ in 0..4 {
            row.push(share(up));
            let parent = page.scopes[up as usize].parent;
            if parent != NONE {
                up = parent;
            }
        }
        // How much of what is expected to be the article stands before, and inside the great-grandparent.
        row.extend([
            expected / f32::max(words, 1.0),
            before / f32::max(expected, 1.0),
            mass[up as usize].0 / f32::max(expected, 1.0),
            share(layout.main),
            expected,
        ]);
        before += score(here) * block.words as f32;
    }
    Ok(())
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
