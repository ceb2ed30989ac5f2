//! Trains the block models of article extraction from `$COPYDESK_DATA/boilerplate` and writes
//! `src/models/boilerplate-html.bin`.
//!
//! ```sh
//! cargo run --release --no-default-features --example train_boilerplate_html            # trains on all, writes
//! cargo run --release --no-default-features --example train_boilerplate_html -- check   # five folds by host, writes nothing
//! cargo run --release --no-default-features --example train_boilerplate_html -- folds DIR   # the five folds' models
//! cargo run --release --no-default-features --example train_boilerplate_html -- score DIR   # scores these again
//! ```

mod appetites;
mod boosting;
mod cue_weights;
mod evaluate;
mod pages;
mod type_weights;

use std::path::Path;

use copydesk::Context;
use copydesk::boilerplate::forest::{Forest, Scorer};
use copydesk::boilerplate::html::CueWeights;
use copydesk::boilerplate::html::model::{Model, choose};
use copydesk::boilerplate::html::page_types::TYPES;

use appetites::HeldOut;
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
        let file = std::env::args().nth(2).map(|folder| Path::new(&folder).join(format!("{fold}.bin")));
        let model = match &file {
            Some(file) if mode == "score" => Model::read(&std::fs::read(file)?)?,
            _ => Model::read(&train(&rest)?.write())?,
        };
        if let Some(file) = file.filter(|_| mode == "folds") {
            std::fs::write(file, model.write())?;
        }
        for page in held_out {
            let judged = page.sample.judge(&model, &Context::default())?;
            let guessed = (0..TYPES).max_by(|&a, &b| judged.types[a].total_cmp(&judged.types[b]));
            let mut chosen = choose(&judged, &page.words(), 0.5);
            page.sample.finish(&judged, &mut chosen.keep);
            scores.add(page, &chosen.keep, guessed == Some(type_weights::kind(page)));
        }
        eprintln!("fold {fold}: {scores}");
    }
    println!("{scores}");
    Ok(())
}

/// A page's features by cues and types of models that never saw it.
struct Features {
    /// Its place among the pages.
    page: usize,
    rows: Vec<Vec<f32>>,
    types: [f32; TYPES],
    cues: CueWeights,
}

/// Rows of features of some pages, with targets and weights.
struct Rows<'a> {
    rows: Vec<&'a [f32]>,
    targets: Vec<f32>,
    weights: Vec<f32>,
}

fn gather<'a>(pages: &[&PageData], all: &'a [Features], keep: &dyn Fn(&PageData) -> bool) -> Rows<'a> {
    let mut rows = Rows { rows: Vec::new(), targets: Vec::new(), weights: Vec::new() };
    for one in all.iter().filter(|one| keep(pages[one.page])) {
        rows.rows.extend(one.rows.iter().map(Vec::as_slice));
        rows.targets.extend_from_slice(&pages[one.page].labels);
        rows.weights.extend_from_slice(&pages[one.page].weights);
    }
    rows
}

fn train(pages: &[&PageData]) -> copydesk::Result<Model> {
    // The second hash digit, so that inner folds cut across the outer ones.
    let inner = |page: &PageData| page.host / 64 % INNER;
    let cues = cue_weights::train(pages);
    let mut all: Vec<Features> = Vec::new();
    for fold in 0..INNER {
        let rest: Vec<_> = pages.iter().copied().filter(|page| inner(page) != fold).collect();
        let weights = cue_weights::train(&rest);
        let types = type_weights::train(&rest);
        for (index, page) in pages.iter().enumerate().filter(|(_, page)| inner(page) == fold) {
            let types = types.probabilities(&page.type_tokens);
            let rows = page.sample.features(&weights, &types, &Context::default())?;
            all.push(Features { page: index, rows, types, cues: weights.clone() });
        }
    }
    all.sort_by_key(|one| one.page);
    let first_settings = Settings { trees: 100, leaves: 32, rate: 0.11, ..Settings::default() };
    let boost = |rows: &Rows<'_>, settings: &Settings| -> Forest {
        boosting::train(&Matrix::new(&rows.rows), &rows.targets, &rows.weights, settings)
    };
    let folds: Vec<Scorer> = (0..INNER)
        .map(|fold| Scorer::new(&boost(&gather(pages, &all, &|page| inner(page) != fold), &first_settings)))
        .collect::<Result<_, _>>()?;
    let first = boost(&gather(pages, &all, &|_| true), &first_settings);
    for Features { page: index, rows, cues, .. } in &mut all {
        let page = pages[*index];
        let mut scores = Vec::with_capacity(rows.len());
        folds[inner(page) as usize].score(rows, &mut scores);
        page.sample.add_context(cues, &scores, rows, &Context::default())?;
    }
    let second_settings = Settings { trees: 130, leaves: 32, rate: 0.08, ..Settings::default() };
    let folds: Vec<Scorer> = (0..INNER)
        .map(|fold| Scorer::new(&boost(&gather(pages, &all, &|page| inner(page) != fold), &second_settings)))
        .collect::<Result<_, _>>()?;
    let mut held_out = Vec::new();
    for Features { page: index, rows, types, .. } in all.iter().filter(|one| !one.rows.is_empty()) {
        let page = pages[*index];
        let mut scores = Vec::with_capacity(rows.len());
        folds[inner(page) as usize].score(rows, &mut scores);
        held_out.push(HeldOut { page, scores, types: *types, row: rows[0].clone() });
    }
    let appetite = appetites::train(&held_out)?;
    let second = boost(&gather(pages, &all, &|_| true), &second_settings);
    Model::new(cues, type_weights::train(pages), first, second, appetite)
}
