//! Trains the line model and writes src/models/lines.txt and src/models/lines.bin.
//!
//!     cargo run --release --no-default-features --example train_lines [-- --costs --write --cv FILE]
//!
//! Reads `boilerplate/scraped.jsonl.gz`, the addresses of the pages from `boilerplate/wcxb/gold` and their HTML under
//! $COPYDESK_DATA (default ../shared/data). Prints cross-validated figures, pages of one host always in one fold.
//! `--costs` also prints figures for other costs of the segmentation;
//! `--write` then trains on all pages and writes the weights; `--cv FILE` writes each page's text as cleaned by the
//! model that has not seen its host, as JSON lines, for the scorer.

use std::collections::{HashMap, HashSet};
use std::io::Write as _;
use std::process::Command;

#[path = "boilerplate_html/boosting.rs"]
mod boosting;
#[path = "whole_pages.rs"]
mod whole_pages;

use boosting::{Matrix, Settings};
use copydesk::Context;
use copydesk::boilerplate::lines::{LineModel, Segmentation, clean_text_with, context_rows, training_lines};
use copydesk::learn::logistic::{Example, Options, probability, train};

const FOLDS: u64 = 5;
const INNER: u64 = 3;
/// How much a gold text given as input counts beside a scraped page: clean copy must come back whole.
const CLEAN_WEIGHT: f32 = 0.5;
/// And how much the same page as it stands, with all its menus and lists.
const WHOLE_WEIGHT: f32 = 0.4;

/// The costs of the segmentation.
const COSTS: Segmentation =
    Segmentation { bias: 0.2, few: 1.2, sentence: 1.4, short: 3.0, leave: 1.0, stay: 0.0, come_back: 0.0, close: 0.2 };

#[derive(Clone)]
struct Page {
    id: String,
    host: u64,
    scraped: String,
    gold: String,
    gold_shingles: HashMap<u64, u32>,
}

/// A text's pieces with features and answers.
struct Text<'a> {
    text: &'a str,
    host: u64,
    rows: Vec<Vec<f32>>,
    answers: Vec<bool>,
    weights: Vec<f32>,
}

impl Text<'_> {
    fn part(&self) -> (u64, u64) {
        part(self.host)
    }
}

/// The outer and the inner fold of a host.
fn part(host: u64) -> (u64, u64) {
    (host % FOLDS, (host >> 8) % INNER)
}

/// A page's gold text with up to five lines of other pages' boilerplate, from hosts of the same folds, before, between
/// and behind its lines; and where those lines begin.
fn mix(page: &Page, junk: &[&str]) -> (String, HashSet<usize>) {
    let mut state = hash(page.id.as_bytes()) | 1;
    let mut random = |below: usize| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state % below.max(1) as u64) as usize
    };
    let lines: Vec<&str> = page.gold.lines().collect();
    let mut at: Vec<usize> = (0..1 + random(5))
        .map(|_| match random(4) {
            0 => 0,
            1 | 2 => random(lines.len() + 1),
            _ => lines.len(),
        })
        .collect();
    at.sort_unstable();
    let (mut text, mut added) = (String::new(), HashSet::new());
    for (index, line) in lines.iter().copied().chain([""]).enumerate() {
        for _ in at.iter().filter(|&&position| position == index) {
            if let Some(words) = junk.get(random(junk.len())) {
                added.insert(text.len());
                text.push_str(words);
                text.push_str("\n\n");
            }
        }
        text.push_str(line);
        text.push('\n');
    }
    (text, added)
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let data = std::env::var("COPYDESK_DATA").unwrap_or_else(|_| "../shared/data".to_owned());
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let pages = read_pages(&data)?;
    let mut texts = Vec::new();
    for page in &pages {
        texts.push(label(&page.scraped, page, false)?);
    }
    // Gold texts as they are, and with some boilerplate of other pages put between their lines.
    let mut junk: HashMap<(u64, u64), Vec<&str>> = HashMap::new();
    for text in &texts {
        let lines = training_lines(text.text, &Context::default())?;
        for (spans, inside) in lines.spans.iter().zip(&text.answers) {
            if let (false, [span]) = (*inside, spans.as_slice()) {
                junk.entry(text.part()).or_default().push(span.of(text.text));
            }
        }
    }
    let whole = whole(&pages, &data)?;
    for page in &whole {
        let mut text = label(&page.scraped, page, false)?;
        text.weights.iter_mut().for_each(|weight| *weight *= WHOLE_WEIGHT);
        texts.push(text);
    }
    let mixed: Vec<(String, HashSet<usize>)> =
        pages.iter().map(|page| mix(page, junk.get(&part(page.host)).map_or(&[], Vec::as_slice))).collect();
    for (page, (text, added)) in pages.iter().zip(&mixed) {
        texts.push(label(&page.gold, page, true)?);
        let mut text = label(text, page, true)?;
        let lines = training_lines(text.text, &Context::default())?;
        for (answer, spans) in text.answers.iter_mut().zip(&lines.spans) {
            *answer = !spans.iter().any(|span| added.contains(&span.start));
        }
        texts.push(text);
    }
    println!("{} pages, {} pieces", pages.len(), texts.iter().map(|text| text.rows.len()).sum::<usize>());

    let models: Vec<LineModel> =
        (0..FOLDS).map(|fold| fit(texts.iter().filter(|text| text.host % FOLDS != fold))).collect::<Result<_, _>>()?;
    if arguments.iter().any(|argument| argument == "--costs") {
        for bias in [-0.2, 0.0, 0.2] {
            for sentence in [1.0, 1.4] {
                for short in [0.0, 1.0, 2.0] {
                    let costs = Segmentation { bias, sentence, short, ..COSTS };
                    let texts = clean_all(&pages, &models, costs)?;
                    println!("{bias} {sentence} {short}     {}", measure(pages.iter().zip(texts)));
                }
            }
        }
    }
    let cleaned = clean_all(&pages, &models, COSTS)?;
    report(&pages, &cleaned, &whole, &models)?;
    if let Some(at) = arguments.iter().position(|argument| argument == "--cv") {
        let path = arguments.get(at + 1).ok_or("--cv needs a file")?;
        let mut file = std::io::BufWriter::new(std::fs::File::create(path)?);
        for (page, text) in pages.iter().zip(&cleaned) {
            writeln!(file, "{}", serde_json::json!({"id": page.id, "scraped": page.scraped, "text": text}))?;
        }
    }
    if arguments.iter().any(|argument| argument == "--write") {
        let model = fit(texts.iter())?;
        std::fs::write("src/models/lines.txt", model.to_text())?;
        std::fs::write("src/models/lines.bin", model.trees())?;
    }
    Ok(())
}

/// Prints the cross-validated figures, each beside those of the texts as they were given.
fn report(pages: &[Page], cleaned: &[String], whole: &[Page], models: &[LineModel]) -> Result<(), copydesk::Error> {
    println!("raw                 {}", measure(pages.iter().map(|page| (page, page.scraped.clone()))));
    println!("cross-validated     {}", measure(pages.iter().zip(cleaned.iter().cloned())));
    let is_news = |page: &Page| page.id.parse::<u32>().is_err();
    for (name, wanted) in [("  news pages", true), ("  other pages", false)] {
        let part = || pages.iter().zip(cleaned).filter(|(page, _)| is_news(page) == wanted);
        println!("{name:20}{}", measure(part().map(|(page, text)| (page, text.clone()))));
        println!("{:20}{}", "    raw", measure(part().map(|(page, _)| (page, page.scraped.clone()))));
    }
    println!("whole pages         {}", measure(whole.iter().zip(clean_all(whole, models, COSTS)?)));
    println!("    raw             {}", measure(whole.iter().map(|page| (page, page.scraped.clone()))));
    let mut kept = Vec::new();
    for page in pages {
        let fold = (page.host % FOLDS) as usize;
        kept.push((page, clean(&page.gold, &models[fold], COSTS)?));
    }
    println!("clean text given    {}", measure(kept.into_iter()));
    Ok(())
}

/// The same pages with all that they say.
fn whole(pages: &[Page], data: &str) -> Result<Vec<Page>, Box<dyn std::error::Error>> {
    let mut all = Vec::new();
    for page in pages {
        if let Some(scraped) = whole_pages::whole_page(data, &page.id)? {
            all.push(Page { scraped, ..page.clone() });
        }
    }
    Ok(all)
}

/// The pages as cleaned by the models that have not seen their hosts.
fn clean_all(pages: &[Page], models: &[LineModel], costs: Segmentation) -> Result<Vec<String>, copydesk::Error> {
    pages.iter().map(|page| clean(&page.scraped, &models[(page.host % FOLDS) as usize], costs)).collect()
}

/// Both rounds; the second learns from scores of models that have not seen the text.
fn fit<'a>(texts: impl Iterator<Item = &'a Text<'a>>) -> Result<LineModel, Box<dyn std::error::Error>> {
    let texts: Vec<&Text> = texts.collect();
    let options = Options { epochs: 16, rate: 0.08, l2: 1e-5, seed: 7 };
    let first = |fold: Option<u64>| {
        let chosen = texts.iter().filter(|text| fold.is_none_or(|fold| (text.host >> 8) % INNER != fold));
        let examples: Vec<Example> = chosen
            .flat_map(|text| text.rows.iter().zip(&text.answers).zip(&text.weights))
            .map(|((features, &positive), &weight)| Example { features, positive, weight })
            .collect();
        train(&examples, &options)
    };
    let inner: Vec<Vec<f32>> = (0..INNER).map(|fold| first(Some(fold))).collect();
    let mut rows = Vec::new();
    for text in &texts {
        let weights = &inner[((text.host >> 8) % INNER) as usize];
        let odds: Vec<f32> = text.rows.iter().map(|row| odds(weights, row)).collect();
        rows.push(context_rows(text.text, &odds, &Context::default())?);
    }
    let rows: Vec<Vec<f32>> = rows.into_iter().flatten().collect();
    let answers: Vec<f32> =
        texts.iter().flat_map(|text| text.answers.iter().map(|&is| f32::from(u8::from(is)))).collect();
    let weights: Vec<f32> = texts.iter().flat_map(|text| text.weights.iter().copied()).collect();
    let settings = Settings { trees: 300, leaves: 20, rate: 0.06, rows: 0.7, features: 0.3, ridge: 5.0, least: 10.0 };
    let forest = boosting::train(&Matrix::new(&rows), &answers, &weights, &settings);
    Ok(LineModel::new(first(None), forest, COSTS)?)
}

fn odds(weights: &[f32], row: &[f32]) -> f32 {
    let p = probability(weights, row).clamp(1e-6, 1.0 - 1e-6);
    (p / (1.0 - p)).ln()
}

fn clean(text: &str, model: &LineModel, segmentation: Segmentation) -> Result<String, copydesk::Error> {
    let mut model = model.clone();
    model.segmentation = segmentation;
    Ok(clean_text_with(text, None, &model, &Context::default())?.text)
}

/// Mean precision and recall of 4-word shingles, as the scorer has them.
struct Figures {
    precision: f64,
    recall: f64,
}

impl Figures {
    fn f1(&self) -> f64 {
        2.0 * self.precision * self.recall / (self.precision + self.recall)
    }
}

impl std::fmt::Display for Figures {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "f1 {:.4}  precision {:.4}  recall {:.4}", self.f1(), self.precision, self.recall)
    }
}

fn measure<'a>(texts: impl Iterator<Item = (&'a Page, String)>) -> Figures {
    let (mut precision, mut recall) = (Vec::new(), Vec::new());
    for (page, text) in texts {
        let got = shingles(&hashes(&text, false));
        let both: u32 = got.iter().map(|(key, n)| *n.min(page.gold_shingles.get(key).unwrap_or(&0))).sum();
        let total = |all: &HashMap<u64, u32>| f64::from(all.values().sum::<u32>());
        if !got.is_empty() {
            precision.push(f64::from(both) / total(&got));
        }
        if !page.gold_shingles.is_empty() {
            recall.push(f64::from(both) / total(&page.gold_shingles));
        }
    }
    let mean = |all: &[f64]| all.iter().sum::<f64>() / all.len().max(1) as f64;
    Figures { precision: mean(&precision), recall: mean(&recall) }
}

/// Hashes of the words of a text.
fn hashes(text: &str, fold: bool) -> Vec<u64> {
    let words = text.split(|c: char| !(c.is_alphanumeric() || c == '_')).filter(|word| !word.is_empty());
    if fold {
        words.map(|word| hash(word.to_lowercase().as_bytes())).collect()
    } else {
        words.map(|w| hash(w.as_bytes())).collect()
    }
}

fn hash(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, &byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

fn shingle(words: &[u64]) -> u64 {
    words.iter().fold(17, |hash, word| (hash.rotate_left(9) ^ word).wrapping_mul(0x9e37_79b9_7f4a_7c15))
}

fn shingles(words: &[u64]) -> HashMap<u64, u32> {
    let mut all = HashMap::new();
    if !words.is_empty() {
        for window in words.windows(4.min(words.len())) {
            *all.entry(shingle(window)).or_default() += 1;
        }
    }
    all
}

/// Which pieces stand in the gold text: half of a piece's shingles do; for pieces under four words a line of the gold
/// text is equal, or a shingle over the piece's edge stands there.
fn label<'a>(text: &'a str, page: &'a Page, clean: bool) -> Result<Text<'a>, copydesk::Error> {
    let lines = training_lines(text, &Context::default())?;
    let gold: HashSet<u64> = hashes(&page.gold, true).windows(4).map(shingle).collect();
    let gold_lines: HashSet<u64> = page.gold.lines().map(|line| shingle(&hashes(line, true))).collect();
    let mut words = Vec::new();
    let ranges: Vec<(usize, usize)> = lines
        .spans
        .iter()
        .map(|spans| {
            let start = words.len();
            spans.iter().for_each(|span| words.extend(hashes(span.of(text), true)));
            (start, words.len())
        })
        .collect();
    let hits: Vec<bool> = words.windows(4).map(|window| gold.contains(&shingle(window))).collect();
    let total = words.len().max(1) as f32;
    let (mut answers, mut weights) = (Vec::new(), Vec::new());
    for &(start, end) in &ranges {
        let length = end - start;
        let inside = if length >= 4 {
            let found = hits[start..end - 3].iter().filter(|&&hit| hit).count();
            found * 2 >= length - 3
        } else {
            let crossing = hits.get(start.saturating_sub(3)..end.min(hits.len())).unwrap_or_default();
            length > 0 && (gold_lines.contains(&shingle(&words[start..end])) || crossing.contains(&true))
        };
        answers.push(clean || inside);
        // Pages count alike, and within a page long pieces more than short ones, nearly in proportion, as the figures do.
        let share = ((length + 2) as f32 / total).powf(0.85) * 8.0;
        weights.push(share.min(3.0) * if clean { CLEAN_WEIGHT } else { 1.0 });
    }
    Ok(Text { text, host: page.host, rows: lines.rows, answers, weights })
}

fn gunzip(paths: &[String]) -> Result<String, Box<dyn std::error::Error>> {
    let output = Command::new("gzip").arg("-dc").args(paths).output()?;
    if !output.status.success() {
        return Err(format!("gzip could not read {}", paths.first().map_or("", String::as_str)).into());
    }
    Ok(String::from_utf8(output.stdout)?)
}

fn read_pages(data: &str) -> Result<Vec<Page>, Box<dyn std::error::Error>> {
    let folder = format!("{data}/boilerplate/wcxb/gold");
    let mut files: Vec<String> = Vec::new();
    for entry in std::fs::read_dir(&folder)? {
        files.push(entry?.path().to_string_lossy().into_owned());
    }
    files.sort();
    let golds = gunzip(&files)?;
    let mut hosts = HashMap::new();
    for gold in serde_json::Deserializer::from_str(&golds).into_iter::<serde_json::Value>() {
        let gold = gold?;
        let url = gold["url"].as_str().unwrap_or_default();
        let host = url.split("//").nth(1).unwrap_or(url).split('/').next().unwrap_or_default();
        let host = host.trim_start_matches("www.");
        hosts.insert(gold["file_id"].as_str().unwrap_or_default().to_owned(), host.to_owned());
    }
    let mut pages = Vec::new();
    for line in gunzip(&[format!("{data}/boilerplate/scraped.jsonl.gz")])?.lines() {
        let row: serde_json::Value = serde_json::from_str(line)?;
        let text = |name: &str| row[name].as_str().unwrap_or_default().to_owned();
        let id = text("id");
        // News pages are named PUBLISHER_DATE.
        let host = hosts.get(&id).cloned().unwrap_or_else(|| id.split("_20").next().unwrap_or_default().to_owned());
        let gold = text("gold");
        let gold_shingles = shingles(&hashes(&gold, false));
        let host = hash(host.as_bytes());
        let host = (host ^ (host >> 29)).wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 16;
        pages.push(Page { id, host, scraped: text("scraped"), gold, gold_shingles });
    }
    Ok(pages)
}
