//! Accuracy and calibration on the development texts: single words, word pairs, sentences.

use std::collections::BTreeMap;
use std::path::Path;

use copydesk::Context;
use copydesk::language::identifier::Identifier;
use copydesk::learn::linear::softmax;

use crate::AnyResult;

/// The classes of development texts.
const CLASSES: [&str; 3] = ["single-words", "word-pairs", "sentences"];

/// The languages that the whatlang crate and the development texts share.
const SHARED: &str = "af ar az be bg bn ca cs cy da de el en eo es et fa fi fr gu he hi hr hu hy id it ja ka ko la lt \
                      lv mk mr nb nl pa pl pt ro ru sk sl sn sr sv ta te th tl tr uk ur vi zh zu";

/// A development text: its language, its class, its words.
pub struct Text {
    code: String,
    class: usize,
    text: String,
}

/// Reads the development texts.
pub fn read(folder: &Path) -> AnyResult<Vec<Text>> {
    let mut paths: Vec<_> = std::fs::read_dir(folder)?.collect::<Result<Vec<_>, _>>()?;
    paths.sort_by_key(|entry| entry.file_name());
    let mut texts = Vec::new();
    for entry in paths {
        let name = entry.file_name().into_string().unwrap_or_default();
        let mut parts = name.split('.');
        let (Some(code), Some(class)) = (parts.next(), parts.next()) else { continue };
        let Some(class) = CLASSES.iter().position(|c| *c == class) else { continue };
        let lines = std::fs::read_to_string(entry.path())?;
        let lines = lines.lines().map(str::trim).filter(|line| !line.is_empty());
        texts.extend(lines.map(|text| Text { code: code.to_owned(), class, text: text.to_owned() }));
    }
    Ok(texts)
}

/// Sets each plan's temperatures, one a class of length, to those under which the texts are likeliest.
pub fn fit_temperatures(identifier: &mut Identifier, texts: &[Text]) -> AnyResult<()> {
    let context = Context::default();
    let mut scored = vec![vec![Vec::new(); Identifier::LENGTHS.len()]; identifier.plans()];
    // Every second text is enough for one number.
    for text in texts.iter().step_by(2) {
        if let Some((plan, length, scores)) = identifier.scores(&text.text, &context)?
            && let Some(class) = identifier.class(plan, &text.code)
        {
            scored[plan][length].push((class, scores));
        }
    }
    for (plan, lengths) in scored.iter().enumerate() {
        for (length, scored) in lengths.iter().enumerate().filter(|(_, scored)| scored.len() >= 50) {
            let loss = |temperature: f32| -> f64 {
                scored.iter().map(|(class, s)| -softmax(s, temperature)[*class].max(1e-9).ln()).sum()
            };
            let losses = (10..=40).map(|t| t as f32 / 20.0).map(|t| (t, loss(t)));
            if let Some((best, _)) = losses.min_by(|a, b| a.1.total_cmp(&b.1)) {
                identifier.set_temperature(plan, length, best);
            }
        }
    }
    Ok(())
}

/// Prints accuracy by class, over the shared languages and over all, and the calibration error.
pub fn report(identifier: &Identifier, texts: &[Text]) -> AnyResult<()> {
    let context = Context::default();
    let mut hits: BTreeMap<(usize, &str), (f64, f64)> = BTreeMap::new();
    let mut wrong: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    let mut bins = vec![vec![(0.0, 0.0, 0.0); 15]; CLASSES.len()];
    let mut reliable = vec![(0.0, 0.0); CLASSES.len()];
    for text in texts {
        let found = identifier.detect(&text.text, None, &context)?;
        let code = found.as_ref().map_or("none", |l| l.code);
        let hit = f64::from(code == text.code);
        let cell = hits.entry((text.class, &text.code)).or_default();
        *cell = (cell.0 + hit, cell.1 + 1.0);
        if code != text.code {
            *wrong.entry((&text.code, code)).or_default() += 1;
        }
        if let Some(found) = found {
            let bin = &mut bins[text.class][((found.confidence * 15.0) as usize).min(14)];
            *bin = (bin.0 + hit, bin.1 + found.confidence, bin.2 + 1.0);
            if found.reliable {
                reliable[text.class] = (reliable[text.class].0 + hit, reliable[text.class].1 + 1.0);
            }
        }
    }
    for (name, codes) in [("57 languages", Some(SHARED)), ("all languages", None)] {
        let mut means = Vec::new();
        for class in 0..CLASSES.len() {
            let of_class = hits.iter().filter(|((c, code), _)| {
                *c == class && codes.is_none_or(|codes| codes.split(' ').any(|known| known == *code))
            });
            let accuracies: Vec<f64> = of_class.map(|(_, (hit, all))| 100.0 * hit / all).collect();
            means.push(accuracies.iter().sum::<f64>() / accuracies.len() as f64);
        }
        let mean = means.iter().sum::<f64>() / 3.0;
        println!("{name}: words {:.2}, pairs {:.2}, sentences {:.2}, mean {mean:.2}", means[0], means[1], means[2]);
    }
    for (class, bins) in bins.iter().enumerate() {
        let n: f64 = bins.iter().map(|b| b.2).sum();
        let error: f64 = bins.iter().map(|b| (b.0 - b.1).abs()).sum::<f64>() / n;
        let (hit, all) = reliable[class];
        println!(
            "{}: calibration error {error:.4}; reliable {:.3} of the answers, {:.4} of them right",
            CLASSES[class],
            all / n,
            hit / all
        );
    }
    let mut worst: Vec<_> =
        hits.iter().map(|((c, code), (hit, all))| (hit / all, format!("{code}/{}", CLASSES[*c]))).collect();
    worst.sort_by(|a, b| a.0.total_cmp(&b.0));
    let worst: Vec<_> = worst.iter().take(16).map(|(p, name)| format!("{name}={p:.2}")).collect();
    println!("worst: {}", worst.join(" "));
    let mut wrong: Vec<_> = wrong.into_iter().collect();
    wrong.sort_by_key(|(_, n)| std::cmp::Reverse(*n));
    let wrong: Vec<_> = wrong.iter().take(40).map(|((a, b), n)| format!("{a}>{b}={n}")).collect();
    println!("confused: {}", wrong.join(" "));
    Ok(())
}
