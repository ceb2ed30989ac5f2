//! How much to take of a page: what other weights of recall would have gained on pages whose scores are held out.

use copydesk::boilerplate::forest::Forest;
use copydesk::boilerplate::html::appetite::{Appetite, PLAIN, Ranking, WEIGHTS, features};
use copydesk::boilerplate::html::training::Sample;

use crate::boosting::{self, Matrix, Settings};
use crate::pages::PageData;

/// A page's scores by models that never saw it, the chances of its types, and the features of its first block.
pub struct HeldOut<'a> {
    pub page: &'a PageData,
    pub scores: Vec<f32>,
    pub types: [f32; 7],
    pub row: Vec<f32>,
}

/// F1 over words of the first `count` blocks, by the labels.
fn f1(page: &PageData, words: &[u32], ranking: &Ranking, count: usize) -> f32 {
    let sum = |places: &mut dyn Iterator<Item = usize>, of: &dyn Fn(usize) -> f32| -> f32 { places.map(of).sum() };
    let right = |at: usize| page.labels[at] * words[at] as f32;
    let kept = || ranking.order.iter().take(count).copied();
    let (found, taken) = (sum(&mut kept(), &right), sum(&mut kept(), &|at| words[at] as f32));
    2.0 * found / (taken + sum(&mut (0..words.len()), &right)).max(1.0)
}

/// Learns from pages that stand `times` over.
pub fn train(pages: &[HeldOut<'_>], times: u64) -> copydesk::Result<Appetite> {
    let mut rows = Vec::new();
    let mut gains: Vec<Vec<f32>> = vec![Vec::new(); WEIGHTS.len()];
    for held in pages {
        let words = held.page.words();
        let ranking = Ranking::new(&held.scores, &words);
        rows.push(features(&ranking, &held.scores, &words, &held.types, Sample::figures(&held.row)));
        let reached = |weight: f32| f1(held.page, &words, &ranking, ranking.best(weight));
        let plain = reached(WEIGHTS[PLAIN]);
        for (gains, weight) in gains.iter_mut().zip(WEIGHTS) {
            gains.push(0.5 + (reached(weight) - plain) / 2.0);
        }
    }
    let settings = Settings { trees: 80, leaves: 8, rate: 0.05, rows: 0.7, features: 0.4, ridge: 1.25, least: 6.0 };
    let matrix = Matrix::new(&rows);
    let weights = vec![1.0 / times as f32; rows.len()];
    let forests: Vec<Forest> = (0..WEIGHTS.len())
        .filter(|&at| at != PLAIN)
        .map(|at| boosting::train(&matrix, &gains[at], &weights, &settings))
        .collect();
    Appetite::new(forests)
}
