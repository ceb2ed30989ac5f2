//! Trains `src/models/attribution.bin`: `cargo run --release --no-default-features --example train_attribution`.
//!
//! It learns from PolNeAR and from the articles that were annotated for this project, each of which a round sees `--own`
//! times. `--polnear no` leaves out PolNeAR, whose texts state no licence; `--own 0` leaves out the others; `--out FILE`
//! writes elsewhere. `--cross N` trains N times instead, each time without a part of the project's articles, and prints what
//! the models make of the articles they have not seen: the only honest figures on them. The other arguments override the
//! options of the same name.

mod scores;

use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::Command;

use copydesk::claims::attribution::{Annotation, AttributionModel, TrainingDocument, TrainingOptions, train};
use copydesk::text::CodePoints;
use copydesk::{Context, Span};
use serde::Deserialize;

#[derive(Deserialize)]
struct Document {
    doc: String,
    text: String,
    attributions: Vec<Gold>,
}

#[derive(Deserialize)]
struct Gold {
    source: Option<Vec<(usize, usize)>>,
    cue: Option<Vec<(usize, usize)>>,
    content: Option<Vec<(usize, usize)>>,
    #[serde(default)]
    core: bool,
    speaker: Option<String>,
}

/// An annotated article.
struct Article {
    /// Articles of one story have one name: none may be learned from while another is judged.
    story: String,
    training: TrainingDocument,
    /// Of each annotation, whether any reader would want it, and who speaks.
    readers: Vec<(bool, Option<String>)>,
}

/// What was asked for.
struct Plan {
    options: TrainingOptions,
    polnear: bool,
    own: usize,
    cross: usize,
    out: PathBuf,
}

fn main() -> Result<(), Box<dyn Error>> {
    let plan = plan()?;
    let data = PathBuf::from(std::env::var("COPYDESK_DATA").unwrap_or_else(|_| "../shared/data".into()));
    let file = |name: &str| data.join(format!("attribution/{name}.jsonl.gz"));
    let polnear = if plan.polnear { read(&file("polnear-train"), 1)? } else { Vec::new() };
    let own = [("news-en", read(&file("news-en"), plan.own)?), ("stories", read(&file("stories"), plan.own)?)];
    if plan.cross > 0 {
        return cross_validate(&plan, &polnear, &own);
    }
    let documents = together(&polnear, own.iter().flat_map(|(_, articles)| articles));
    let bytes = train(&documents, &plan.options, &Context::default())?.write()?;
    std::fs::write(&plan.out, &bytes)?;
    println!("{} documents, {} bytes in {}", documents.len(), bytes.len(), plan.out.display());
    Ok(())
}

fn plan() -> Result<Plan, Box<dyn Error>> {
    let out = PathBuf::from("src/models/attribution.bin");
    let mut plan = Plan { options: TrainingOptions::default(), polnear: true, own: 3, cross: 0, out };
    let mut arguments = std::env::args().skip(1);
    while let Some(name) = arguments.next() {
        let value = arguments.next().ok_or_else(|| format!("{name} needs a value"))?;
        let options = &mut plan.options;
        match name.as_str() {
            "--polnear" => plan.polnear = value != "no",
            "--own" => plan.own = value.parse()?,
            "--cross" => plan.cross = value.parse()?,
            "--out" => plan.out = value.into(),
            "--bits" => options.bits = value.parse()?,
            "--rounds" => options.rounds = value.parse()?,
            "--folds" => options.folds = value.parse()?,
            "--clip" => options.clip = value.parse()?,
            "--margin" => options.margin = value.parse()?,
            "--rate" => options.rate = value.parse()?,
            "--drop" => options.drop = value.parse()?,
            "--runs" => options.runs = value.parse()?,
            "--miss" => options.miss = value.parse()?,
            _ => return Err(format!("unknown argument {name}").into()),
        }
    }
    Ok(plan)
}

/// What a round learns from: PolNeAR, and those of the project's articles that have a weight.
fn together<'a>(polnear: &'a [Article], own: impl Iterator<Item = &'a Article>) -> Vec<TrainingDocument> {
    let own = own.filter(|article| article.training.times > 0);
    polnear.iter().chain(own).map(|article| article.training.clone()).collect()
}

/// Models that have not seen a part of the articles judge that part; stories stay together.
fn cross_validate(plan: &Plan, polnear: &[Article], own: &[(&str, Vec<Article>)]) -> Result<(), Box<dyn Error>> {
    let mut stories: Vec<&str> =
        own.iter().flat_map(|(_, articles)| articles).map(|article| article.story.as_str()).collect();
    stories.sort_unstable();
    stories.dedup();
    let part = |article: &Article| stories.iter().position(|story| *story == article.story).unwrap_or(0) % plan.cross;
    let learn = |left_out: usize| -> copydesk::Result<AttributionModel> {
        let seen = own.iter().flat_map(|(_, articles)| articles).filter(|article| part(article) != left_out);
        train(&together(polnear, seen), &plan.options, &Context::default())
    };
    // Without a weight they teach nothing, and one model judges all.
    let trainings = if plan.own == 0 { 1 } else { plan.cross };
    let mut models = Vec::with_capacity(trainings);
    for left_out in 0..trainings {
        let model = learn(left_out)?;
        if let Some(folder) = plan.out.to_str().filter(|out| out.ends_with('/')) {
            std::fs::write(format!("{folder}{left_out}.bin"), model.write()?)?;
        }
        models.push(model);
    }
    for (name, articles) in own {
        let mut counts = scores::Counts::default();
        for article in articles {
            let model = &models[part(article) % trainings];
            let text = &article.training.text;
            let found =
                copydesk::claims::attribution::extract_attributions_with(model, text, Some("en"), &Context::default())?;
            counts.add(text, &article.training.annotations, &article.readers, &found);
        }
        println!("{name}: {counts}");
    }
    Ok(())
}

/// The documents of a gzipped file of JSON lines. Decompression is left to `gzip`, which saves the crate a dependency.
fn read(path: &Path, times: usize) -> Result<Vec<Article>, Box<dyn Error>> {
    let output = Command::new("gzip").arg("-dc").arg(path).output()?;
    if !output.status.success() {
        return Err(format!("cannot read {}", path.display()).into());
    }
    let mut articles = Vec::new();
    for line in String::from_utf8(output.stdout)?.lines().filter(|line| !line.trim().is_empty()) {
        let document: Document = serde_json::from_str(line)?;
        let index = CodePoints::new(&document.text);
        let spans = |spans: Option<Vec<(usize, usize)>>| -> Vec<Span> {
            let byte = |(start, end)| Span::new(index.to_byte(start), index.to_byte(end));
            spans.unwrap_or_default().into_iter().map(byte).collect()
        };
        let readers = document.attributions.iter().map(|gold| (gold.core, gold.speaker.clone())).collect();
        let gold = document.attributions.into_iter();
        let annotations = gold
            .map(|gold| Annotation { source: spans(gold.source), cue: spans(gold.cue), content: spans(gold.content) })
            .collect();
        // "meth2" is the second article of a story, "e1-2" stands alone.
        let alone = document.doc.contains('-');
        let story = if alone { document.doc.as_str() } else { document.doc.trim_end_matches(|c: char| c.is_ascii_digit()) };
        let training = TrainingDocument { text: document.text.clone(), annotations, times };
        articles.push(Article { story: story.to_owned(), training, readers });
    }
    Ok(articles)
}
