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

/// Times that the pages are put into inner folds: a block's held-out scores are a draw, and the forests that learn from three draws
/// of them trust no single one.
const ROUNDS: u64 = 3;

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

impl<'a> Rows<'a> {
    /// The rows of the pages that `keep` answers for, which stand `times` over in `all`.
    fn gather(
        pages: &[&PageData],
        all: impl Iterator<Item = &'a Features>,
        times: u64,
        keep: impl Fn(&PageData) -> bool,
    ) -> Self {
        let mut rows = Rows { rows: Vec::new(), targets: Vec::new(), weights: Vec::new() };
        for one in all.filter(|one| keep(pages[one.page])) {
            rows.rows.extend(one.rows.iter().map(Vec::as_slice));
            rows.targets.extend_from_slice(&pages[one.page].labels);
            rows.weights.extend(pages[one.page].weights.iter().map(|weight| weight / times as f32));
        }
        rows
    }

    fn boost(&self, settings: &Settings) -> Forest {
        boosting::train(&Matrix::new(&self.rows), &self.targets, &self.weights, settings)
    }
}

/// The inner fold of a page: in each round pages are put together otherwise, and none as in the outer folds.
fn inner(page: &PageData, round: u64) -> u64 {
    let digits = page.host / 64;
    if round == 0 {
        return digits % INNER;
    }
    (digits ^ round.wrapping_mul(0x9e37_79b9)).wrapping_mul(0x2545_f491_4f6c_dd1d).rotate_right(40) % INNER
}

/// Answers of a forest to each page's rows, by a model of the inner folds that never saw the page.
fn held_out(
    pages: &[&PageData],
    these: &[Features],
    round: u64,
    settings: &Settings,
) -> copydesk::Result<Vec<Vec<f32>>> {
    let folds: Vec<Scorer> = (0..INNER)
        .map(|fold| {
            let rows = Rows::gather(pages, these.iter(), 1, |page| inner(page, round) != fold);
            Scorer::new(&rows.boost(settings))
        })
        .collect::<Result<_, _>>()?;
    let answers = these.iter().map(|one| {
        let mut scores = Vec::with_capacity(one.rows.len());
        folds[inner(pages[one.page], round) as usize].score(&one.rows, &mut scores);
        scores
    });
    Ok(answers.collect())
}

/// Features of all pages, by cue weights and types that are held out in the folds of a round.
fn features(pages: &[&PageData], round: u64) -> copydesk::Result<Vec<Features>> {
    let mut these = Vec::with_capacity(pages.len());
    for fold in 0..INNER {
        let rest: Vec<_> = pages.iter().copied().filter(|page| inner(page, round) != fold).collect();
        let (cues, types) = (cue_weights::train(&rest), type_weights::train(&rest));
        for (index, page) in pages.iter().enumerate().filter(|(_, page)| inner(page, round) == fold) {
            let types = types.probabilities(&page.type_tokens);
            let rows = page.sample.features(&cues, &types, &Context::default())?;
            these.push(Features { page: index, rows, types, cues: cues.clone() });
        }
    }
    these.sort_by_key(|one| one.page);
    Ok(these)
}

fn train(pages: &[&PageData]) -> copydesk::Result<Model> {
    let first_settings = Settings { trees: 100, leaves: 32, rate: 0.11, ..Settings::default() };
    let second_settings = Settings { trees: 130, leaves: 32, rate: 0.08, ..Settings::default() };
    let mut all: Vec<Vec<Features>> = (0..ROUNDS).map(|round| features(pages, round)).collect::<Result<_, _>>()?;
    let first = Rows::gather(pages, all.iter().flatten(), ROUNDS, |_| true).boost(&first_settings);
    for (round, these) in (0..).zip(&mut all) {
        let answers = held_out(pages, these, round, &first_settings)?;
        for (Features { page, rows, cues, .. }, scores) in these.iter_mut().zip(&answers) {
            pages[*page].sample.add_context(cues, scores, rows, &Context::default())?;
        }
    }
    let mut judged = Vec::new();
    for (round, these) in (0..).zip(&all) {
        let answers = held_out(pages, these, round, &second_settings)?;
        for (one, scores) in these.iter().zip(answers).filter(|(one, _)| !one.rows.is_empty()) {
            judged.push(HeldOut { page: pages[one.page], scores, types: one.types, row: one.rows[0].clone() });
        }
    }
    let appetite = appetites::train(&judged, ROUNDS)?;
    let second = Rows::gather(pages, all.iter().flatten(), ROUNDS, |_| true).boost(&second_settings);
    Model::new(cue_weights::train(pages), type_weights::train(pages), first, second, appetite)
}
