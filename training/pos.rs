//! Trains `src/models/pos.bin` on UD English EWT: `cargo run --release --no-default-features --example train-pos`.
//!
//! The tags are put on the crate's own tokens, by the first byte of each, so that training sees what tagging sees.

use std::error::Error;
use std::path::PathBuf;
use std::process::Command;

use copydesk::Context;
use copydesk::learn::form::{Form, split_clitics};
use copydesk::learn::pos::{Pos, PosModel};
use copydesk::text::tokenize;

type Sentence = (Vec<Form>, Vec<Pos>);

fn main() -> Result<(), Box<dyn Error>> {
    let data = PathBuf::from(std::env::var("COPYDESK_DATA").unwrap_or_else(|_| "../shared/data".into()));
    let train = read(&data.join("syntax/en_ewt-ud-train.conllu.gz"))?;
    let dev = read(&data.join("syntax/en_ewt-ud-dev.conllu.gz"))?;
    let model = PosModel::train(&train, 17, 8);
    let (mut right, mut all) = (0, 0);
    for (forms, tags) in &dev {
        let found = model.tag(forms);
        right += found.iter().zip(tags).filter(|(a, b)| a == b).count();
        all += tags.len();
    }
    println!("en_ewt dev: {:.2} % of {all} tokens", 100.0 * right as f64 / all as f64);
    std::fs::write("src/models/pos.bin", model.write()?)?;
    Ok(())
}

/// The sentences of a gzipped CoNLL-U file. Decompression is left to `gzip`, which saves the crate a dependency.
fn read(path: &std::path::Path) -> Result<Vec<Sentence>, Box<dyn Error>> {
    let output = Command::new("gzip").arg("-dc").arg(path).output()?;
    if !output.status.success() {
        return Err(format!("cannot read {}", path.display()).into());
    }
    let file = String::from_utf8(output.stdout)?;
    let context = Context::default();
    let mut sentences = Vec::new();
    for block in file.split("\n\n") {
        let Some(text) = block.lines().find_map(|line| line.strip_prefix("# text = ")) else { continue };
        // Gold tags by the byte they start at; a word of several ("can't" as "ca" + "n't") starts each where it stands.
        let mut gold: Vec<(usize, Pos)> = Vec::new();
        let mut at = 0;
        let mut inside: Option<(usize, usize)> = None;
        for line in block.lines().filter(|line| !line.starts_with('#')) {
            let columns: Vec<&str> = line.split('\t').collect();
            let [id, form, _, tag, ..] = columns[..] else { continue };
            if id.contains('.') {
                continue;
            }
            if let Some((_, last)) = id.split_once('-') {
                let start = text[at..].find(form).map_or(at, |offset| at + offset);
                inside = Some((last.parse()?, start + form.len()));
                continue;
            }
            let limit = inside.map_or(text.len(), |(_, end)| end);
            let start = text.get(at..limit).and_then(|rest| rest.find(form)).map_or(at, |offset| at + offset);
            if let Some(tag) = Pos::from_name(tag) {
                gold.push((start, tag));
            }
            at = (start + form.len()).min(limit);
            while !text.is_char_boundary(at) {
                at += 1;
            }
            if let Some((last, end)) = inside
                && id.parse::<usize>()? == last
            {
                at = end;
                inside = None;
            }
        }
        let mut sentence: Sentence = Default::default();
        let tokens = tokenize(text, &context)?;
        for span in tokens.iter().flat_map(|token| split_clitics(text, token)).flatten() {
            let known = gold.partition_point(|(start, _)| *start <= span.start);
            let Some((_, tag)) = known.checked_sub(1).and_then(|i| gold.get(i)) else { continue };
            sentence.0.push(Form::new(span.of(text)));
            sentence.1.push(*tag);
        }
        sentences.push(sentence);
    }
    Ok(sentences)
}
