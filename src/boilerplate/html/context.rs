//! What the first model's scores say about a block's surroundings: its neighbours, its containers, and all blocks that
//! are laid out like it.

use std::collections::HashMap;

use super::blocks::Page;
use super::cues::Hashed;
use super::features::Row;
use super::layout::{Layout, STRIDE};
use super::tree::NONE;
use crate::context::Context;
use crate::error::Result;

/// Expected content and all words of a group of blocks.
#[derive(Debug, Clone, Copy, Default)]
struct Mass {
    expected: f32,
    words: f32,
    blocks: u32,
}

impl Mass {
    fn add(&mut self, score: f32, words: f32) {
        self.expected += score * words;
        self.words += words;
        self.blocks += 1;
    }

    fn share(self) -> f32 {
        self.expected / self.words.max(1.0)
    }
}

/// Adds the features of the second model to the rows of the first.
pub(crate) fn add_context(
    page: &Page,
    layout: &Layout,
    scores: &[f32],
    rows: &mut [Row],
    context: &Context,
) -> Result<()> {
    let mut mass = vec![Mass::default(); page.scopes.len()];
    let mut all = Mass::default();
    let likeness = likeness(page);
    let (mut near_kin, mut far_kin): (HashMap<u64, Mass, Hashed>, HashMap<u64, Mass, Hashed>) = Default::default();
    for (block, &score) in page.blocks.iter().zip(scores) {
        let words = block.words as f32;
        mass[block.scope as usize].add(score, words);
        all.add(score, words);
        let (near, far) = likeness[block.scope as usize];
        near_kin.entry(near).or_default().add(score, words);
        far_kin.entry(far).or_default().add(score, words);
    }
    for index in (1..page.scopes.len()).rev() {
        let (parent, own) = (page.scopes[index].parent as usize, mass[index]);
        mass[parent].expected += own.expected;
        mass[parent].words += own.words;
    }
    let mut card_groups: HashMap<u64, Mass, Hashed> = HashMap::default();
    for (scope, card) in layout.cards.iter().enumerate().filter(|(scope, card)| card.scope == *scope as u32) {
        let group = card_groups.entry(page.scopes[card.scope as usize].signature).or_default();
        group.expected += mass[scope].expected;
        group.words += mass[scope].words;
    }
    let share = |scope: u32| mass[scope as usize].share();
    let score = |at: i64| usize::try_from(at).ok().and_then(|at| scores.get(at)).copied().unwrap_or(0.0);
    let mut before = 0.0;
    for (at, row) in rows.iter_mut().enumerate() {
        if at.is_multiple_of(STRIDE) {
            context.check()?;
        }
        let block = &page.blocks[at];
        let here = at as i64;
        let around = |reach: i64| {
            let mut near = Mass::default();
            for at in (here - reach).max(0)..=(here + reach).min(scores.len() as i64 - 1) {
                near.add(score(at), page.blocks[at as usize].words.min(100) as f32);
            }
            near.share()
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
            all.share(),
            before / f32::max(all.expected, 1.0),
            mass[up as usize].expected / f32::max(all.expected, 1.0),
            share(layout.main),
            all.expected,
        ]);
        let (near, far) = likeness[block.scope as usize];
        for kin in [near_kin.get(&near), far_kin.get(&far)] {
            let kin = kin.copied().unwrap_or_default();
            row.extend([kin.share(), kin.blocks as f32]);
        }
        let card = layout.cards[block.scope as usize].scope;
        match page.scopes.get(card as usize) {
            Some(scope) => {
                let group = card_groups.get(&scope.signature).copied().unwrap_or_default();
                row.extend([share(card), group.share()]);
            }
            None => row.extend([-1.0; 2]),
        }
        before += score(here) * block.words as f32;
    }
    Ok(())
}

/// Two keys a scope: equal for scopes that look alike with their parents, and with three elements around them.
fn likeness(page: &Page) -> Vec<(u64, u64)> {
    let mix = |one: u64, other: u64| (one.rotate_left(23) ^ other).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    let mut keys: Vec<(u64, u64)> = Vec::with_capacity(page.scopes.len());
    for scope in &page.scopes {
        // Parents stand before their children.
        let parent = page.scopes.get(scope.parent as usize);
        let near = mix(scope.signature, parent.map_or(0, |parent| parent.signature));
        let grand = parent.and_then(|parent| keys.get(parent.parent as usize)).map_or(0, |keys| keys.0);
        keys.push((near, mix(near, grand)));
    }
    keys
}
