//! What kind of page it is: an article, a thread, a shop's page. What counts as content depends on it.
//!
//! Softmax regression over hashed tokens of the page as a whole: its declared types and address, the classes of
//! elements that it repeats, the words of its shortest blocks ("Reply", "Add to cart"), and its figures in rough steps.

use super::blocks::Page;
use super::cues::{self, Hash};
use super::facts::Facts;
use super::flags::flag;
use super::layout::{Layout, SHORT};
use super::model::SMALL;
use crate::boilerplate::forest::{damaged, take};
use crate::error::Result;

/// The types in the order of their scores.
pub const NAMES: [&str; TYPES] = ["article", "documentation", "service", "forum", "collection", "listing", "product"];

/// How many types there are.
pub const TYPES: usize = 7;

/// Weights a type.
pub const TYPE_SLOTS: usize = 1 << 12;

/// Weights of every token for every type.
#[derive(Debug, Clone)]
pub struct PageTypes {
    /// One row of [`TYPES`] weights a slot.
    weights: Vec<[f32; TYPES]>,
}

impl PageTypes {
    /// Takes the weights of [`TYPE_SLOTS`] slots; missing ones are 0.
    pub fn new(mut weights: Vec<[f32; TYPES]>) -> Self {
        weights.resize(TYPE_SLOTS, [0.0; TYPES]);
        Self { weights }
    }

    /// The probability of each type. No token may occur twice.
    pub fn probabilities(&self, tokens: &[Hash]) -> [f32; TYPES] {
        let mut sums = [0.0f32; TYPES];
        for &token in tokens {
            let row = self.weights[usize::from(token) & (TYPE_SLOTS - 1)];
            sums.iter_mut().zip(row).for_each(|(sum, weight)| *sum += weight);
        }
        // Pages have few tokens or hundreds; without this, long ones would always be certain.
        let scale = scale(tokens.len());
        let largest = sums.iter().copied().fold(f32::MIN, f32::max);
        let powers = sums.map(|sum| ((sum - largest) * scale).exp());
        let total: f32 = powers.iter().sum();
        powers.map(|power| power / total)
    }

    /// Reads the file form: a scale and one signed byte a weight.
    pub(crate) fn read(bytes: &mut &[u8]) -> Result<Self> {
        let scale = f32::from_le_bytes(take(bytes)?);
        let mut weights = Vec::with_capacity(TYPE_SLOTS);
        for _ in 0..TYPE_SLOTS {
            let row: [u8; TYPES] = take(bytes)?;
            weights.push(row.map(|byte| f32::from(byte.cast_signed()) * scale));
        }
        if scale.is_finite() { Ok(Self { weights }) } else { Err(damaged()) }
    }

    /// Appends the file form.
    pub(crate) fn write(&self, into: &mut Vec<u8>) {
        let largest = self.weights.iter().flatten().fold(0.0f32, |largest, weight| largest.max(weight.abs()));
        let scale = largest.max(f32::MIN_POSITIVE) / 127.0;
        into.extend(scale.to_le_bytes());
        into.extend(self.weights.iter().flatten().map(|weight| ((weight / scale).round() as i8).cast_unsigned()));
    }
}

/// The likeliest type of a page, by the chances of each; none where it has no text. `credited`: it names a writer and a day.
///
/// The weights have hardly seen pages of a few paragraphs; one that is credited and leads nowhere is no list.
pub(super) fn guess(page: &Page, facts: &Facts, chances: &[f32], credited: bool) -> Option<&'static str> {
    let likeliest = (0..chances.len()).max_by(|&a, &b| chances[a].total_cmp(&chances[b]));
    let name = *NAMES.get(likeliest.filter(|_| !page.blocks.is_empty())?)?;
    let list = matches!(name, "listing" | "collection");
    Some(match name {
        "article" if is_listing(page, facts) => "listing",
        _ if list && credited && page.scopes[0].words < SMALL && !is_listing(page, facts) => "article",
        _ => name,
    })
}

/// The fewest linked headlines of a listing, the fewest words of one, and the most words of running text between two.
const TEASERS: u32 = 4;
const HEADLINE_WORDS: u32 = 3;
const TEASER_WORDS: u32 = 60;

/// Whether a page that is taken for an article is nothing but teasers: headlines that lead elsewhere, each with a few lines.
///
/// The weights know listings by their many words; a short one shows only in its layout.
fn is_listing(page: &Page, facts: &Facts) -> bool {
    let (mut teasers, mut between, mut most) = (0, 0, 0);
    let outside = flag::NAV | flag::ASIDE | flag::FOOTER | flag::HEADER | flag::FORM | flag::HIDDEN | flag::DIALOG;
    for block in &page.blocks {
        let scope = &page.scopes[block.scope as usize];
        if scope.flags & outside != 0 {
            continue;
        }
        let heading = scope.tag.is_some_and(|tag| tag.heading_level() > 0);
        if heading && block.words >= HEADLINE_WORDS && block.link_density() > 0.8 {
            (teasers, between) = (teasers + 1, 0);
        } else if block.is_prose() {
            between += block.words;
            most = most.max(between);
        }
    }
    !facts.article && teasers >= TEASERS && most <= TEASER_WORDS
}

/// What a sum over `count` tokens is multiplied with.
pub fn scale(count: usize) -> f32 {
    1.0 / (count.max(1) as f32).sqrt()
}

/// The most elements of equal name and class whose classes are taken for tokens.
const REPEATED: u32 = 4;

/// The distinct tokens of a page.
pub(crate) fn tokens(page: &Page, facts: &Facts, layout: &Layout) -> Vec<Hash> {
    let mut seen = vec![0u64; cues::SLOTS / 64];
    let mut see = |token: Hash| {
        let token = usize::from(token) & (TYPE_SLOTS - 1);
        seen[token / 64] |= 1 << (token % 64);
    };
    facts.cues.iter().for_each(|&token| see(token));
    for (index, scope) in page.scopes.iter().enumerate() {
        let own = page.cues.get(scope.cues.start..scope.cues.end).unwrap_or(&[]);
        if index < 3 || (own.len() > 1 && layout.paths[index].repeats >= REPEATED) {
            own.iter().for_each(|&token| see(token));
        }
    }
    layout.short.iter().for_each(|&token| see(token));
    let (mut priced, mut questions, mut dated) = (0.0f32, 0.0f32, 0.0f32);
    for block in &page.blocks {
        let text = block.span.of(&page.text);
        if block.words <= SHORT {
            priced += f32::from(u8::from(block.priced));
            dated += f32::from(u8::from(block.digits > 3));
        }
        questions += f32::from(u8::from(text.ends_with('?')));
    }
    let root = &page.scopes[0];
    let count = page.blocks.len().max(1) as f32;
    let figures = [
        root.words as f32,
        count,
        root.words as f32 / count * 10.0,
        100.0 * root.link_chars as f32 / root.chars.max(1) as f32,
        100.0 * root.prose / root.words.max(1) as f32,
        root.paragraphs as f32,
        1_000.0 * priced / count,
        1_000.0 * questions / count,
        1_000.0 * dated / count,
        f32::from(u8::from(facts.article)),
        f32::from(u8::from(facts.product)),
        f32::from(u8::from(facts.thread)),
        f32::from(u8::from(facts.list)),
    ];
    for (at, figure) in figures.into_iter().enumerate() {
        // A step for every half power of two.
        let step = ((figure + 1.0).log2() * 2.0) as u32;
        see(cues::token(b'F', &format!("{at} {step}")));
    }
    let bits = |(at, word): (usize, &u64)| {
        let word = *word;
        (0..64).filter(move |bit| word >> bit & 1 == 1).map(move |bit| (at * 64 + bit) as Hash)
    };
    seen.iter().enumerate().flat_map(bits).collect()
}
