//! Trains the language identifier: `cargo run --release --no-default-features --example train_language -- FOLDER [OUT [PLAN...]]`.
//!
//! FOLDER is what `training/language.py` prepared. Each step draws a language, then a piece of its text: words of a
//! frequency list, a stretch of a sentence, or words drawn from lingua's n-gram counts, which know the language from far
//! more text than the sentences. Everything random comes from one seeded counter, so that the same folder gives the same
//! bytes. The development texts are read to fit temperatures and a bias a language and to print accuracies, never for the
//! other weights. With names of plans, only these are trained anew; the others are taken from OUT as it stands.

#[path = "language/corpus.rs"]
mod corpus;
#[path = "language/evaluate.rs"]
mod evaluate;
#[path = "language/gibberish.rs"]
mod gibberish;
#[path = "language/ngrams.rs"]
mod ngrams;

use std::path::PathBuf;
use std::time::Instant;

use copydesk::language::identifier::Identifier;
use copydesk::language::plan::{PLANS, Plan};
use copydesk::learn::linear::{LinearModel, Random, Trainer, width_for};

use corpus::Corpus;

type AnyResult<T> = Result<T, Box<dyn std::error::Error>>;

/// Steps of training for each language of a plan.
const STEPS: usize = 200_000;
/// The step size of the first step; it falls to zero at the last.
const RATE: f32 = 4.0;
/// The share of the weights that is cut when they are rounded to four bits, and the share of the steps before that.
const CLIPPED: f64 = 0.002;
const EXACT: f64 = 0.7;

/// How often a class is drawn, in each plan, where that is less often than others. Among languages that short texts
/// cannot tell apart, the one that news is more often written in wins: Croatian over Bosnian and, in Latin letters,
/// Serbian; Indonesian over Malay; Bokmål over Nynorsk; Zulu over Xhosa; Hindi over Nepali;
/// Chinese over Japanese in a few characters without kana.
const RARER: &[(&str, &str, f64)] = &[
    ("latin", "ak", 0.7),
    ("latin", "bs", 0.4),
    ("latin", "jv", 0.7),
    ("latin", "ms", 0.4),
    ("latin", "nn", 0.5),
    ("latin", "sr", 0.4),
    ("latin", "und", 0.3),
    ("latin", "xh", 0.4),
    ("cyrillic", "ky", 0.7),
    ("cyrillic", "tg", 0.7),
    ("cyrillic", "tt", 0.7),
    ("cyrillic", "und", 0.3),
    ("cyrillic", "uz", 0.5),
    ("arabic", "ug", 0.7),
    ("devanagari", "ne", 0.5),
    ("hebrew", "yi", 0.7),
    ("han", "ja", 0.7),
];

fn main() -> AnyResult<()> {
    let mut arguments = std::env::args().skip(1);
    let folder = PathBuf::from(arguments.next().ok_or("expected the folder that training/language.py wrote")?);
    let out = arguments.next().unwrap_or_else(|| "src/models/language.bin".to_owned());
    let chosen: Vec<String> = arguments.collect();
    let known = if chosen.is_empty() { None } else { Some(Identifier::read(&std::fs::read(&out)?)?) };
    let mut models = Vec::new();
    for (number, plan) in PLANS.iter().enumerate() {
        if let Some(known) = known.as_ref().filter(|_| !chosen.iter().any(|name| name == plan.name)) {
            models.push(known.models()[number].clone());
            continue;
        }
        let start = Instant::now();
        let corpus = Corpus::read(&folder, plan)?;
        let read = start.elapsed();
        models.push(match width_for(plan.codes.len())? {
            4 => train::<4>(plan, &corpus)?,
            16 => train::<16>(plan, &corpus)?,
            _ => train::<64>(plan, &corpus)?,
        });
        println!("{}: read in {read:.1?}, trained in {:.1?}", plan.name, start.elapsed() - read);
    }
    let mut identifier = Identifier::new(models)?;
    let dev = evaluate::read(&folder.join("dev"))?;
    evaluate::fit_temperatures(&mut identifier, &dev)?;
    evaluate::fit_biases(&mut identifier, &dev, share)?;
    evaluate::fit_temperatures(&mut identifier, &dev)?;
    let bytes = identifier.write()?;
    std::fs::write(&out, &bytes)?;
    println!("{out}: {} bytes", bytes.len());
    evaluate::report(&identifier, &dev)?;
    evaluate::report_samples(&identifier, &dev)
}

/// How often a class is drawn for each time that others are.
fn share(plan: &Plan, code: &str) -> f64 {
    RARER.iter().find(|(p, c, _)| *p == plan.name && *c == code).map_or(1.0, |(.., share)| *share)
}

fn train<const W: usize>(plan: &Plan, corpus: &Corpus) -> AnyResult<LinearModel> {
    let mut trainer = Trainer::<W>::new(plan.codes.len(), plan.rows);
    let mut random = Random::new(plan.rows as u64);
    let steps = STEPS * plan.codes.len();
    let shares: Vec<f64> = plan.codes.iter().map(|code| share(plan, code)).collect();
    let mut rows = Vec::new();
    let mut loss = 0.0;
    for step in 0..steps {
        if step > 0 && step.is_multiple_of(steps / 4) {
            println!("{}: {step} steps, loss {:.4}", plan.name, loss / (steps / 4) as f64);
            loss = 0.0;
        }
        if step == (steps as f64 * EXACT) as usize {
            trainer.begin_rounding(CLIPPED);
        }
        let class = random.below(plan.codes.len());
        if random.unit() >= shares[class] {
            continue;
        }
        rows.clear();
        corpus.draw(class, &mut random, |word| plan.add_rows(word, true, &mut rows));
        if rows.is_empty() {
            continue;
        }
        let mut target = [0.0; W];
        target[class] = 1.0;
        loss += f64::from(trainer.step(&rows, &target, RATE * (1.0 - step as f32 / steps as f32)));
    }
    Ok(trainer.finish()?)
}
