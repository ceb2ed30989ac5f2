//! What a page's scopes tell about its layout: learned cue scores along the path, repeated elements, the scope that
//! holds the running text.

use std::collections::HashMap;

use super::blocks::{Page, Scope};
use super::cues::{self, Hash, Hashed, SLOTS};
use super::tags::Tag;
use super::tree::NONE;
use crate::boilerplate::forest::{damaged, take};
use crate::context::Context;
use crate::error::Result;

/// Learned weights of cue tokens, see `cues.rs`.
#[derive(Debug, Clone)]
pub struct CueWeights(Vec<f32>);

impl CueWeights {
    /// Takes one weight a slot; missing ones are 0, surplus ones are left out.
    pub fn new(mut weights: Vec<f32>) -> Self {
        weights.resize(SLOTS, 0.0);
        Self(weights)
    }

    /// Reads the file form: a scale and one signed byte a slot.
    pub(crate) fn read(bytes: &mut &[u8]) -> Result<Self> {
        let scale = f32::from_le_bytes(take(bytes)?);
        let (weights, rest) = bytes.split_at_checked(SLOTS).ok_or_else(damaged)?;
        *bytes = rest;
        Ok(Self(weights.iter().map(|&byte| f32::from(byte.cast_signed()) * scale).collect()))
    }

    /// Appends the file form.
    pub(crate) fn write(&self, into: &mut Vec<u8>) {
        let largest = self.0.iter().fold(0.0f32, |largest, weight| largest.max(weight.abs()));
        let scale = largest.max(f32::MIN_POSITIVE) / 127.0;
        into.extend(scale.to_le_bytes());
        into.extend(self.0.iter().map(|weight| ((weight / scale).round() as i8).cast_unsigned()));
    }

    pub(crate) fn sum(&self, tokens: &[Hash]) -> f32 {
        tokens.iter().map(|&token| self.0[usize::from(token) & (SLOTS - 1)]).sum()
    }
}

/// Cue scores of a scope and of the path that leads to it.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Path {
    pub(crate) own: f32,
    pub(crate) sum: f32,
    pub(crate) min: f32,
    pub(crate) max: f32,
    /// How many elements like this one, or like the most repeated of its nearest ancestors, the page has.
    pub(crate) repeats: u32,
    pub(crate) path_repeats: u32,
    /// Steps from the scope up to one that lies on the way to the main scope; 0 inside the main scope.
    pub(crate) distance: u32,
}

/// The nearest element around a scope that the page repeats: a card, a post, a row.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Card {
    /// The element's scope; [`NONE`] where nothing around repeats.
    pub(crate) scope: u32,
    /// How many there are, the words in all of them, and which of them it is.
    pub(crate) count: u32,
    pub(crate) words: u32,
    pub(crate) ordinal: u32,
}

/// The most words of a label, a button, an entry of a menu.
pub(super) const SHORT: u32 = 3;

/// Elements of equal name and class that make a listing.
const CARDS: u32 = 3;

/// The layout of a page.
#[derive(Debug)]
pub(crate) struct Layout {
    pub(crate) paths: Vec<Path>,
    /// A block's own words as cues.
    pub(crate) lexical: Vec<f32>,
    /// The cues of all blocks of up to [`SHORT`] words.
    pub(crate) short: Vec<Hash>,
    /// The mean over the words of a block of middle length; 0 for others.
    pub(crate) longer: Vec<f32>,
    /// The smallest scope that holds most of the page's running text.
    pub(crate) main: u32,
    /// Whether a scope lies inside the main one.
    pub(crate) in_main: Vec<bool>,
    /// Whether a scope lies inside the one with the best readability score.
    pub(crate) in_best: Vec<bool>,
    /// One a scope.
    pub(crate) cards: Vec<Card>,
}

/// Blocks or scopes worked through between two looks at the cancel flag.
pub(crate) const STRIDE: usize = 1_024;

/// Share of its parent's running text that a scope must hold to be gone into.
const MAJORITY: f32 = 0.65;

impl Layout {
    pub(crate) fn new(page: &Page, weights: &CueWeights, context: &Context) -> Result<Self> {
        let count = page.scopes.len();
        let mut repeats: HashMap<u64, u32, Hashed> = HashMap::with_capacity_and_hasher(count, Hashed::default());
        for scope in &page.scopes {
            *repeats.entry(scope.signature).or_default() += 1;
        }
        let cards = cards(page, &repeats);
        let main = main_scope(page);
        let best = best_scope(page);
        let mut paths = vec![Path::default(); count];
        let mut on_way = vec![false; count];
        let mut at = main;
        while at != NONE {
            on_way[at as usize] = true;
            at = page.scopes[at as usize].parent;
        }
        let (mut in_main, mut in_best) = (vec![false; count], vec![false; count]);
        for index in 0..count {
            if index.is_multiple_of(STRIDE) {
                context.check()?;
            }
            let scope = &page.scopes[index];
            let cues = page.cues.get(scope.cues.start..scope.cues.end).unwrap_or(&[]);
            let own = weights.sum(cues);
            let above = paths.get(scope.parent as usize).copied().unwrap_or_default();
            let up = scope.parent as usize;
            in_main[index] = index as u32 == main || in_main.get(up).copied().unwrap_or(false);
            in_best[index] = index as u32 == best || in_best.get(up).copied().unwrap_or(false);
            let own_repeats = repeats.get(&scope.signature).copied().unwrap_or(0);
            paths[index] = Path {
                own,
                sum: above.sum + own,
                min: above.min.min(own),
                max: above.max.max(own),
                repeats: own_repeats,
                // Bare <p> and <li> repeat everywhere; what repeats with a class is a card or a post.
                path_repeats: if cues.len() > 1 { above.path_repeats.max(own_repeats) } else { above.path_repeats },
                distance: if in_main[index] || on_way[index] { 0 } else { above.distance + 1 },
            };
        }
        let (mut tokens, mut short) = (Vec::new(), Vec::new());
        let mut longer = Vec::with_capacity(page.blocks.len());
        let mut lexical = Vec::with_capacity(page.blocks.len());
        for (at, block) in page.blocks.iter().enumerate() {
            if at.is_multiple_of(STRIDE) {
                context.check()?;
            }
            tokens.clear();
            cues::of_text(block.span.of(&page.text), &mut tokens);
            lexical.push(weights.sum(&tokens));
            if block.words <= SHORT {
                short.extend_from_slice(&tokens);
            }
            tokens.clear();
            cues::of_longer_text(block.span.of(&page.text), block.words, &mut tokens);
            longer.push(weights.sum(&tokens) / tokens.len().max(1) as f32);
        }
        Ok(Self { paths, lexical, short, longer, main, in_main, in_best, cards })
    }
}

fn cards(page: &Page, repeats: &HashMap<u64, u32, Hashed>) -> Vec<Card> {
    let repeated = |scope: &Scope| {
        let named = scope.cues.len() > 1 || matches!(scope.tag, Some(Tag::Li | Tag::Tr | Tag::Article | Tag::Section));
        named && scope.blocks > 1 && repeats.get(&scope.signature).is_some_and(|&count| count >= CARDS)
    };
    // Cards inside cards of the same kind would be counted twice; their words only make a share that is capped.
    let mut groups: HashMap<u64, (u32, u32), Hashed> = HashMap::default();
    for scope in page.scopes.iter().filter(|scope| repeated(scope)) {
        let group = groups.entry(scope.signature).or_default();
        *group = (group.0 + 1, group.1.saturating_add(scope.words));
    }
    let mut ordinals: HashMap<u64, u32, Hashed> = HashMap::default();
    let mut cards: Vec<Card> = Vec::with_capacity(page.scopes.len());
    for (index, scope) in page.scopes.iter().enumerate() {
        let inherited = cards.get(scope.parent as usize).copied();
        let own = repeated(scope).then(|| {
            let (count, words) = groups.get(&scope.signature).copied().unwrap_or_default();
            let ordinal = ordinals.entry(scope.signature).or_default();
            *ordinal += 1;
            Card { scope: index as u32, count, words, ordinal: *ordinal }
        });
        cards.push(own.or(inherited).unwrap_or(Card { scope: NONE, count: 0, words: 0, ordinal: 0 }));
    }
    cards
}

/// From the root downwards as long as one child holds the majority of the running text.
fn main_scope(page: &Page) -> u32 {
    let mut main = 0u32;
    // Parents stand before children, so one pass finds the way down.
    for (index, scope) in page.scopes.iter().enumerate().skip(1) {
        if scope.parent == main && scope.prose > MAJORITY * page.scopes[main as usize].prose && scope.prose > 0.0 {
            main = index as u32;
        }
    }
    main
}

/// Readability's rule: a paragraph speaks for its parent, half as much for its grandparent, less for those above.
fn best_scope(page: &Page) -> u32 {
    let mut scores = vec![0.0f32; page.scopes.len()];
    for block in page.blocks.iter().filter(|block| block.is_prose()) {
        let score = 1.0 + block.commas as f32 + (block.chars as f32 / 100.0).min(3.0);
        let mut at = page.scopes[block.scope as usize].parent;
        for share in [1.0, 0.5, 0.33, 0.25] {
            if at == NONE {
                break;
            }
            scores[at as usize] += score * share;
            at = page.scopes[at as usize].parent;
        }
    }
    let density = |index: usize| {
        let scope = &page.scopes[index];
        1.0 - scope.link_chars as f32 / scope.chars.max(1) as f32
    };
    let mut best = (0.0, 0);
    for (index, score) in scores.iter().enumerate() {
        let score = score * density(index);
        if score > best.0 {
            best = (score, index as u32);
        }
    }
    best.1
}
