//! Logistic regression over the cues of blocks, by stochastic gradient descent with AdaGrad's step sizes.

use copydesk::boilerplate::html::CueWeights;

use crate::pages::PageData;

const SLOTS: usize = 1 << 14;
const EPOCHS: usize = 3;
const RATE: f32 = 0.15;
const DECAY: f32 = 2e-5;

/// Weights of all cues, from these pages; the same pages give the same weights.
pub fn train(pages: &[&PageData]) -> CueWeights {
    let mut weights = vec![0.0f32; SLOTS];
    let mut squares = vec![1e-2f32; SLOTS];
    let mut bias = 0.0f32;
    for epoch in 0..EPOCHS {
        for step in 0..pages.len() {
            // A fixed walk in strides visits every page once in a mixed order.
            let page = pages[(step * 7_919 + epoch * 31) % pages.len()];
            for (block, tokens) in page.cues.iter().enumerate() {
                let sum: f32 = bias + tokens.iter().map(|&token| weights[usize::from(token)]).sum::<f32>();
                let gradient = (1.0 / (1.0 + (-sum).exp()) - page.labels[block]) * page.weights[block].min(4.0).sqrt();
                bias -= 0.001 * gradient;
                for &token in tokens {
                    let slot = usize::from(token);
                    let slope = gradient + DECAY * weights[slot];
                    squares[slot] += slope * slope;
                    weights[slot] -= RATE * slope / squares[slot].sqrt();
                }
            }
        }
    }
    CueWeights::new(weights)
}
