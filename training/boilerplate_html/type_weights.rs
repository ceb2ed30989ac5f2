//! Softmax regression over the tokens of pages, by stochastic gradient descent with AdaGrad's step sizes.

use copydesk::boilerplate::html::page_types::{NAMES, PageTypes, TYPE_SLOTS, TYPES, scale};

use crate::pages::PageData;

const EPOCHS: usize = 30;
const RATE: f32 = 0.15;
const DECAY: f32 = 3e-4;

/// The place of a page's type among the names; news pages are articles.
pub fn kind(page: &PageData) -> usize {
    NAMES.iter().position(|name| *name == page.kind).unwrap_or(0)
}

/// Weights of all tokens, from these pages; the same pages give the same weights.
pub fn train(pages: &[&PageData]) -> PageTypes {
    let mut weights = vec![[0.0f32; TYPES]; TYPE_SLOTS];
    let mut squares = vec![[1e-2f32; TYPES]; TYPE_SLOTS];
    for epoch in 0..EPOCHS {
        for step in 0..pages.len() {
            // A fixed walk in strides visits every page once in a mixed order.
            let page = pages[(step * 7_919 + epoch * 31) % pages.len()];
            let mut sums = [0.0f32; TYPES];
            for &token in &page.type_tokens {
                let row = weights[usize::from(token) & (TYPE_SLOTS - 1)];
                sums.iter_mut().zip(row).for_each(|(sum, weight)| *sum += weight);
            }
            let scale = scale(page.type_tokens.len());
            let powers = sums.map(|sum| (sum * scale).exp());
            let total: f32 = powers.iter().sum();
            for (at, power) in powers.into_iter().enumerate() {
                let gradient = (power / total - f32::from(u8::from(at == kind(page)))) * scale;
                for &token in &page.type_tokens {
                    let slot = usize::from(token) & (TYPE_SLOTS - 1);
                    let slope = gradient + DECAY * weights[slot][at];
                    squares[slot][at] += slope * slope;
                    weights[slot][at] -= RATE * slope / squares[slot][at].sqrt();
                }
            }
        }
    }
    PageTypes::new(weights)
}
