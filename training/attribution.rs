//! Trains `src/models/attribution.bin` on PolNeAR: `cargo run --release --no-default-features --example train_attribution`.
//!
//! `--own 1` trains on the articles that were annotated for this project instead, whose annotation is free; `--out FILE` writes
//! elsewhere; the other arguments override the options of the same name.

use std::error::Error;
use std::path::PathBuf;
use std::process::Command;

use copydesk::claims::attribution::{Annotation, TrainingDocument, TrainingOptions, train};
use copydesk::text::CodePoints;
use copydesk::{Context, Span};
use serde::Deserialize;

#[derive(Deserialize)]
struct Document {
    text: String,
    attributions: Vec<Gold>,
}

#[derive(Deserialize)]
struct Gold {
    source: Option<Vec<(usize, usize)>>,
    cue: Option<Vec<(usize, usize)>>,
    content: Option<Vec<(usize, usize)>>,
}

fn main() -> Result<(), Box<dyn Error>> {
    let data = PathBuf::from(std::env::var("COPYDESK_DATA").unwrap_or_else(|_| "../shared/data".into()));
    let mut options = TrainingOptions::default();
    let mut files = vec!["polnear-train"];
    let mut out = PathBuf::from("src/models/attribution.bin");
    let mut arguments = std::env::args().skip(1);
    while let Some(name) = arguments.next() {
        let value = arguments.next().ok_or_else(|| format!("{name} needs a value"))?;
        match name.as_str() {
            "--own" => files = vec!["news-en", "stories"],
            "--out" => out = value.into(),
            "--bits" => options.bits = value.parse()?,
            "--rounds" => options.rounds = value.parse()?,
            "--folds" => options.folds = value.parse()?,
            "--clip" => options.clip = value.parse()?,
            "--margin" => options.margin = value.parse()?,
            "--rate" => options.rate = value.parse()?,
            "--drop" => options.drop = value.parse()?,
            "--runs" => options.runs = value.parse()?,
            "--miss" => options.miss = value.parse()?,
            "--readiness" => options.readiness = value.parse()?,
            "--odds" => options.odds = value.parse()?,
            _ => return Err(format!("unknown argument {name}").into()),
        }
    }
    let mut documents = Vec::new();
    for name in files {
        documents.extend(read(&data.join(format!("attribution/{name}.jsonl.gz")))?);
    }
    let model = train(&documents, &options, &Context::default())?;
    let bytes = model.write()?;
    std::fs::write(&out, &bytes)?;
    println!("{} documents, {} bytes in {}", documents.len(), bytes.len(), out.display());
    Ok(())
}

/// The documents of a gzipped file of JSON lines. Decompression is left to `gzip`, which saves the crate a dependency.
fn read(path: &std::path::Path) -> Result<Vec<TrainingDocument>, Box<dyn Error>> {
    let output = Command::new("gzip").arg("-dc").arg(path).output()?;
    if !output.status.success() {
        return Err(format!("cannot read {}", path.display()).into());
    }
    let mut documents = Vec::new();
    for line in String::from_utf8(output.stdout)?.lines().filter(|line| !line.trim().is_empty()) {
        let document: Document = serde_json::from_str(line)?;
        let index = CodePoints::new(&document.text);
        let spans = |spans: Option<Vec<(usize, usize)>>| -> Vec<Span> {
            let byte = |(start, end)| Span::new(index.to_byte(start), index.to_byte(end));
            spans.unwrap_or_default().into_iter().map(byte).collect()
        };
        let gold = document.attributions.into_iter();
        let annotations = gold
            .map(|gold| Annotation { source: spans(gold.source), cue: spans(gold.cue), content: spans(gold.content) })
            .collect();
        documents.push(TrainingDocument { text: document.text.clone(), annotations });
    }
    Ok(documents)
}
