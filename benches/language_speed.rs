//! How much longer the whatlang crate takes than the identifier, on the development texts: part of `make bench-language`.
//!
//! Both run in this one program, one thread, text by text, in turn; each figure is the best of several runs. `whatlang` is
//! the crate as its users call it, with all of its languages. Reads `$COPYDESK_DATA/language/dev`, default `../shared/data`.

use std::hint::black_box;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use copydesk::Context;
use copydesk::language;

const RUNS: usize = 7;
/// Texts a language and class.
const MOST: usize = 100;

fn main() {
    let data = std::env::var_os("COPYDESK_DATA").map_or_else(|| PathBuf::from("../shared/data"), PathBuf::from);
    let context = Context::default();
    println!("{:14} {:>8} {:>16} {:>16} {:>8}", "", "texts", "copydesk, ns", "whatlang, ns", "ratio");
    for class in ["single-words", "word-pairs", "sentences"] {
        let texts = texts(&data.join("language").join("dev"), class);
        let (mut ours, mut theirs) = (Duration::MAX, Duration::MAX);
        for _ in 0..RUNS {
            ours = ours.min(time(&texts, |text| {
                black_box(language::detect(text, None, &context)).is_ok_and(|found| found.is_some())
            }));
            theirs = theirs.min(time(&texts, |text| black_box(whatlang::detect(text)).is_some()));
        }
        let each = |time: Duration| time.as_nanos() as f64 / texts.len().max(1) as f64;
        let (ours, theirs) = (each(ours), each(theirs));
        println!("{class:14} {:8} {ours:16.0} {theirs:16.0} {:8.1}", texts.len(), theirs / ours);
    }
}

/// The time that one run over all texts takes.
fn time(texts: &[String], found: impl Fn(&str) -> bool) -> Duration {
    let start = Instant::now();
    black_box(texts.iter().filter(|text| found(text)).count());
    start.elapsed()
}

/// The first texts of each language that whatlang knows, too.
fn texts(folder: &Path, class: &str) -> Vec<String> {
    let mut codes: Vec<&str> =
        whatlang::Lang::all().iter().filter_map(|lang| Some(language::resolve(lang.code()).ok()?.code)).collect();
    codes.sort_unstable();
    let mut texts = Vec::new();
    for code in codes {
        let Ok(file) = std::fs::File::open(folder.join(format!("{code}.{class}.txt.gz"))) else { continue };
        let mut all = String::new();
        if flate2::read::GzDecoder::new(file).read_to_string(&mut all).is_ok() {
            texts.extend(all.lines().filter(|line| !line.trim().is_empty()).take(MOST).map(str::to_owned));
        }
    }
    texts
}
