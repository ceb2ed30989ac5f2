//! The labelled pages: read, cut into blocks, and each block labelled by finding its words in the gold text.

use std::collections::HashMap;
use std::io::Read;
use std::path::Path;

use copydesk::Context;
use copydesk::boilerplate::html::training::Sample;

/// A page with the label and weight of every block.
pub struct PageData {
    /// Hash of the host, for folds.
    pub host: u64,
    /// "article", "forum", ... or "news" for the second collection.
    pub kind: String,
    pub gold: String,
    pub sample: Sample,
    /// How much of each block is in the gold text, 0 to 1.
    pub labels: Vec<f32>,
    pub weights: Vec<f32>,
    pub cues: Vec<Vec<u16>>,
    pub type_tokens: Vec<u16>,
}

impl PageData {
    pub fn words(&self) -> Vec<u32> {
        self.sample.blocks().map(|(_, words)| words).collect()
    }
}

/// All pages of both collections, in the order of their names.
pub fn load(folder: &Path) -> Result<Vec<PageData>, Box<dyn std::error::Error>> {
    let mut pages = Vec::new();
    for collection in ["wcxb", "news"] {
        let mut names: Vec<_> = std::fs::read_dir(folder.join(collection).join("gold"))?
            .map(|entry| entry.map(|entry| entry.file_name().to_string_lossy().replace(".json.gz", "")))
            .collect::<Result<_, _>>()?;
        names.sort();
        for name in names {
            let html = folder.join(collection).join("html").join(format!("{name}.html.gz"));
            if !html.exists() {
                continue;
            }
            let gold = read(&folder.join(collection).join("gold").join(format!("{name}.json.gz")))?;
            let gold: serde_json::Value = serde_json::from_str(&gold)?;
            let text = gold["ground_truth"]["main_content"].as_str().unwrap_or("");
            let host = match gold["url"].as_str().and_then(|url| url.split('/').nth(2)) {
                Some(host) => host.trim_start_matches("www.").to_owned(),
                None => name.split('_').next().unwrap_or("").to_owned(),
            };
            let kind = gold["_internal"]["page_type"]["primary"].as_str().unwrap_or("article");
            let kind = if collection == "news" { "news" } else { kind };
            let sample = Sample::new(&read(&html)?, &Context::default())?;
            pages.push(label(sample, text, hash(&host), kind)?);
        }
    }
    Ok(pages)
}

fn read(path: &Path) -> Result<String, Box<dyn std::error::Error>> {
    let mut bytes = Vec::new();
    flate2::read::GzDecoder::new(std::fs::File::open(path)?).read_to_end(&mut bytes)?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

fn hash(text: &str) -> u64 {
    let fnv = text
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3));
    (fnv ^ (fnv >> 29)).wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 20
}

/// Words as the measure counts them.
pub fn tokens(text: &str) -> Vec<String> {
    let words = text.split(|char: char| !char.is_alphanumeric() && char != '_').filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect()
}

/// News pages are few and what the library is for.
const NEWS: f32 = 2.0;

/// Words in a row that make a match certain without looking at its place.
const GRAM: usize = 4;

fn label(sample: Sample, gold: &str, host: u64, kind: &str) -> copydesk::Result<PageData> {
    let words = tokens(gold);
    let mut places: HashMap<&[String], Vec<usize>> = HashMap::new();
    for (at, gram) in words.windows(GRAM).enumerate() {
        places.entry(gram).or_default().push(at);
    }
    let blocks: Vec<Vec<String>> = sample.blocks().map(|(text, _)| tokens(text)).collect();
    // Long blocks are found by their word sequences; where they stand in the gold text anchors the short ones.
    let mut labels = vec![0.0f32; blocks.len()];
    let mut anchors: Vec<Option<(usize, usize)>> = vec![None; blocks.len()];
    let mut reached = 0;
    for (at, block) in blocks.iter().enumerate().filter(|(_, block)| block.len() > GRAM) {
        let found: Vec<Option<&Vec<usize>>> = block.windows(GRAM).map(|gram| places.get(gram)).collect();
        let share = found.iter().flatten().count() as f32 / found.len() as f32;
        labels[at] = if share > 0.9 {
            1.0
        } else if share < 0.1 {
            0.0
        } else {
            share
        };
        if share > 0.5 {
            let first = found.iter().flatten().next();
            let place = first.and_then(|list| list.iter().copied().find(|&place| place + 8 >= reached));
            if let Some(place) = place {
                anchors[at] = Some((place, place + block.len()));
                reached = place;
            }
        }
    }
    let mut next = vec![words.len(); blocks.len() + 1];
    for at in (0..blocks.len()).rev() {
        next[at] = anchors[at].map_or(next[at + 1], |(start, _)| start);
    }
    let mut before = 0;
    for (at, block) in blocks.iter().enumerate() {
        if let Some((_, end)) = anchors[at] {
            before = end;
        } else if (1..=GRAM).contains(&block.len()) {
            let from = before.saturating_sub(4).min(words.len());
            let until = (next[at + 1] + 2).clamp(from, words.len()).min(from + 60);
            let place = words[from..until].windows(block.len()).position(|window| window == block.as_slice());
            if let Some(place) = place {
                labels[at] = 1.0;
                before = from + place + block.len();
            }
        }
    }
    // A block matters as much as it moves the page's F1.
    let weights = blocks.iter().map(|block| {
        let share = (block.len() as f32 + 2.0) / (words.len() as f32 + 60.0);
        (100.0 * share).min(30.0) * if kind == "news" { NEWS } else { 1.0 }
    });
    let weights = weights.collect();
    let cues = (0..blocks.len()).map(|block| sample.cues(block)).collect();
    let type_tokens = sample.type_tokens(&Context::default())?;
    Ok(PageData { host, kind: kind.to_owned(), gold: gold.to_owned(), sample, labels, weights, cues, type_tokens })
}
