//! Trains the block models of article extraction from `$COPYDESK_DATA/boilerplate` and writes
//! `src/models/boilerplate-html.bin`.
//!
//! ```sh
//! cargo run --release --no-default-features --example train_boilerplate_html            # trains on all, writes
//! cargo run --release --no-default-features --example train_boilerplate_html -- check   # five folds by host, writes nothing
//! cargo run --release --no-default-features --example train_boilerplate_html -- folds DIR   # the five folds' models
//! ```

mod boosting;
mod cue_weights;
mod evaluate;
mod pages;

use std::path::Path;

use copydesk::Context;
use copydesk::boilerplate::html::CueWeights;
use copydesk::boilerplate::html::forest::Forest;
use copydesk::boilerplate::html::model::{Model, choose};

use boosting::{Matrix, Settings};
use pages::PageData;

/// Folds of the outer cross-validation, by host.
const FOLDS: u64 = 5;

/// Folds inside one training run, so that a later model never learns from answers to questions seen before.
const INNER: u64 = 3;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mode = std::env::args().nth(1).unwrap_or_default();
    let data = std::env::var("COPYDESK_DATA").unwrap_or_else(|_| "../shared/data".into());
    let pages = pages::load(&Path::new(&data).join("boilerplate"))?;
    eprintln!("{} pages, {} blocks", pages.len(), pages.iter().map(|page| page.labels.len()).sum::<usize>());
    if mode.is_empty() {
        let model = train(&pages.iter().collect::<Vec<_>>())?;
        std::fs::write("src/models/boilerplate-html.bin", model.write())?;
        return Ok(());
    }
    let mut scores = evaluate::Scores::default();
    for fold in 0..FOLDS {
        let (held_out, rest): (Vec<_>, Vec<_>) = pages.iter().partition(|page| page.host % FOLDS == fold);
        let model = Model::read(&train(&rest)?.write())?;
        if let Some(folder) = std::env::args().nth(2) {
            std::fs::write(format!("{folder}/{fold}.bin"), model.write())?;
        }
        for page in held_out {
            let chosen = choose(&predict(page, &model)?, &page.words());
            scores.add(page, &chosen.keep);
        }
        eprintln!("fold {fold}: {scores}");
    }
    println!("{scores}");
    Ok(())
}

/// The second model's scores of a page.
fn predict(page: &PageData, model: &Model) -> copydesk::Result<Vec<f32>> {
    let mut rows = page.sample.features(&model.cues, &Context::default())?;
    let first: Vec<f32> = rows.iter().map(|row| model.first.score(row)).collect();
    page.sample.add_context(&model.cues, &first, &mut rows, &Context::default())?;
    Ok(rows.iter().map(|row| model.second.score(row)).collect())
}

/// Rows of features of some pages, with targets and weights.
struct Rows {
    rows: Vec<Vec<f32>>,
    targets: Vec<f32>,
    weights: Vec<f32>,
}

fn train(pages: &[&PageData]) -> copydesk::Result<Model> {
    // The second hash digit, so that inner folds cut across the outer ones.
    let inner = |page: &PageData| page.host / 64 % INNER;
    let cues = cue_weights::train(pages);
    let mut all: Vec<(usize, Vec<Vec<f32>>, CueWeights)> = Vec::new();
    for fold in 0..INNER {
        let rest: Vec<_> = pages.iter().copied().filter(|page| inner(page) != fold).collect();
        let weights = cue_weights::train(&rest);
        for (index, page) in pages.iter().enumerate().filter(|(_, page)| inner(page) == fold) {
            all.push((index, page.sample.features(&weights, &Context::default())?, weights.clone()));
        }
    }
    all.sort_by_key(|(index, ..)| *index);
    let gather = |all: &[(usize, Vec<Vec<f32>>, CueWeights)], keep: &dyn Fn(&PageData) -> bool| {
        let mut rows = Rows { rows: Vec::new(), targets: Vec::new(), weights: Vec::new() };
        for (index, features, _) in all.iter().filter(|(index, ..)| keep(pages[*index])) {
            rows.rows.extend_from_slice(features);
            rows.targets.extend_from_slice(&pages[*index].labels);
            rows.weights.extend_from_slice(&pages[*index].weights);
        }
        rows
    };
    let first_settings = Settings { trees: 100, leaves: 32, rate: 0.11, ..Settings::default() };
    let boost = |rows: &Rows, settings: &Settings| -> Forest {
        boosting::train(&Matrix::new(&rows.rows), &rows.targets, &rows.weights, settings)
    };
    let folds: Vec<Forest> =
        (0..INNER).map(|fold| boost(&gather(&all, &|page| inner(page) != fold), &first_settings)).collect();
    let first = boost(&gather(&all, &|_| true), &first_settings);
    for (index, rows, weights) in &mut all {
        let page = pages[*index];
        let scores: Vec<f32> = rows.iter().map(|row| folds[inner(page) as usize].score(row)).collect();
        page.sample.add_context(weights, &scores, rows, &Context::default())?;
    }
    let second =
        boost(&gather(&all, &|_| true), &Settings { trees: 130, leaves: 32, rate: 0.08, ..Settings::default() });
    Ok(Model { cues, first, second })
}
