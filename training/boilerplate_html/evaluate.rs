//! The measures of `score_boilerplate.py`: word F1 by page type, F1 of the best that blocks can reach, and how often the
//! type is guessed.

use std::collections::{BTreeMap, HashMap};
use std::fmt;

use crate::pages::{PageData, tokens};

/// Sums by page type.
#[derive(Default)]
pub struct Scores(BTreeMap<String, (f64, f64, usize, usize)>);

fn count(words: Vec<String>) -> HashMap<String, i64> {
    let mut counts = HashMap::new();
    for word in words {
        *counts.entry(word).or_default() += 1;
    }
    counts
}

/// Bag-of-words F1.
fn f1(gold: &str, got: &str) -> f64 {
    let (gold, got) = (count(tokens(gold)), count(tokens(got)));
    let (all, found): (i64, i64) = (gold.values().sum(), got.values().sum());
    if all == 0 || found == 0 {
        return f64::from(u8::from(all == found));
    }
    let both: i64 = gold.iter().map(|(word, &times)| times.min(got.get(word).copied().unwrap_or(0))).sum();
    2.0 * both as f64 / (all + found) as f64
}

impl Scores {
    pub fn add(&mut self, page: &PageData, keep: &[bool], guessed: bool) {
        let text = |keep: &dyn Fn(usize) -> bool| {
            let kept = page.sample.blocks().enumerate().filter(|(at, _)| keep(*at));
            kept.map(|(_, (text, _))| text).collect::<Vec<_>>().join("\n")
        };
        let got = f1(&page.gold, &text(&|at| keep[at]));
        let best = f1(&page.gold, &text(&|at| page.labels[at] > 0.5));
        let mut kinds = vec![page.kind.as_str()];
        if page.kind != "news" {
            kinds.push("wcxb");
        }
        for kind in kinds {
            let entry = self.0.entry(kind.to_owned()).or_default();
            *entry = (entry.0 + got, entry.1 + best, entry.2 + 1, entry.3 + usize::from(guessed));
        }
    }
}

impl fmt::Display for Scores {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (kind, (got, best, pages, guessed)) in &self.0 {
            let (got, best, right) = (got / *pages as f64, best / *pages as f64, *guessed as f64 / *pages as f64);
            writeln!(f, "{kind:14} {got:.4}  by the labels {best:.4}  type guessed {right:.3}  {pages} pages")?;
        }
        Ok(())
    }
}
