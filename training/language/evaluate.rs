//! Accuracy and calibration on the development texts: single words, word pairs, sentences.

use std::collections::BTreeMap;
use std::path::Path;

use copydesk::Context;
use copydesk::language::MAX_SAMPLED;
use copydesk::language::identifier::Identifier;
use copydesk::language::plan::{PLANS, Plan};
use copydesk::learn::linear::{Random, softmax};

use crate::AnyResult;

/// The classes of development texts.
const CLASSES: [&str; 3] = ["single-words", "word-pairs", "sentences"];

/// Steps of fitting biases, and how far a bias may move.
const BIAS_STEPS: usize = 30;
const MOST_BIAS: f32 = 1.0;

/// Long documents made for each language.
const DOCUMENTS: usize = 20;

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

/// A development text's class, class of length and scores.
type Scored = (usize, usize, Vec<f32>);

/// The texts of each plan that its model has to judge; every second one, so that the others stay unseen.
fn scored(identifier: &Identifier, texts: &[Text]) -> AnyResult<Vec<Vec<Scored>>> {
    let context = Context::default();
    let mut scored = vec![Vec::new(); PLANS.len()];
    for text in texts.iter().step_by(2) {
        if let Some((plan, length, scores)) = identifier.scores(&text.text, &context)?
            && let Ok(class) = PLANS[plan].codes.binary_search(&text.code.as_str())
        {
            scored[plan].push((class, length, scores));
        }
    }
    Ok(scored)
}

/// Sets each plan's temperatures, one a class of length, to those under which the texts are likeliest.
pub fn fit_temperatures(identifier: &mut Identifier, texts: &[Text]) -> AnyResult<()> {
    for (plan, scored) in scored(identifier, texts)?.iter().enumerate() {
        for length in 0..Identifier::LENGTHS.len() {
            let of_length: Vec<_> = scored.iter().filter(|(_, l, _)| *l == length).collect();
            if of_length.len() < 50 {
                continue;
            }
            let loss = |temperature: f32| -> f64 {
                of_length.iter().map(|(class, _, s)| -softmax(s, temperature)[*class].max(1e-9).ln()).sum()
            };
            let losses = (10..=40).map(|t| t as f32 / 20.0).map(|t| (t, loss(t)));
            if let Some((best, _)) = losses.min_by(|a, b| a.1.total_cmp(&b.1)) {
                identifier.set_temperature(plan, length, best);
            }
        }
    }
    Ok(())
}

/// Sets the bias of each language that has development texts so that, over all, it is answered as often as it is there, by
/// descent on the cross-entropy: rounding has moved some languages a little ahead of others. `share` is how much a language counts.
pub fn fit_biases(identifier: &mut Identifier, texts: &[Text], share: impl Fn(&Plan, &str) -> f64) -> AnyResult<()> {
    for (plan, scored) in scored(identifier, texts)?.into_iter().enumerate() {
        let codes = PLANS[plan].codes;
        let shares: Vec<f64> = codes.iter().map(|code| share(&PLANS[plan], code)).collect();
        let mut counts = vec![0.0; codes.len()];
        scored.iter().for_each(|(class, ..)| counts[*class] += shares[*class]);
        let mut biases = vec![0.0_f32; codes.len()];
        for _ in 0..BIAS_STEPS {
            let mut excess: Vec<f64> = counts.iter().map(|count| -count).collect();
            for (class, length, scores) in &scored {
                let moved: Vec<f32> = scores.iter().zip(&biases).map(|(score, bias)| score + bias).collect();
                let p = softmax(&moved, identifier.temperature(plan, *length));
                excess.iter_mut().zip(p).for_each(|(sum, p)| *sum += shares[*class] * p);
            }
            for ((bias, excess), count) in biases.iter_mut().zip(excess).zip(&counts).filter(|(_, count)| **count > 0.0)
            {
                *bias = (*bias - (excess / count) as f32).clamp(-MOST_BIAS, MOST_BIAS);
            }
        }
        for (class, bias) in biases.into_iter().enumerate() {
            identifier.add_bias(plan, class, bias);
        }
    }
    Ok(())
}

/// Prints how often long documents, made of sentences of one language, get the same answer from a sample as from the whole.
pub fn report_samples(identifier: &Identifier, texts: &[Text]) -> AnyResult<()> {
    let context = Context::default();
    let mut sentences: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for text in texts.iter().filter(|text| text.class == CLASSES.len() - 1) {
        sentences.entry(&text.code).or_default().push(&text.text);
    }
    let mut random = Random::new(0);
    let (mut same, mut all) = (0, 0);
    for of_language in sentences.values() {
        for _ in 0..DOCUMENTS {
            let mut document = String::new();
            while document.len() < 3 * MAX_SAMPLED {
                document.push_str(of_language[random.below(of_language.len())]);
                document.push('\n');
            }
            let whole = identifier.detect(&document, usize::MAX, None, &context)?;
            let sampled = identifier.detect(&document, MAX_SAMPLED, None, &context)?;
            same += usize::from(whole.map(|l| l.code) == sampled.map(|l| l.code));
            all += 1;
        }
    }
    println!("sampled documents: {same} of {all} are answered as the whole");
    Ok(())
}

/// Prints accuracy by class, over the shared languages and over all, and the calibration error.
pub fn report(identifier: &Identifier, texts: &[Text]) -> AnyResult<()> {
    let context = Context::default();
    let mut hits: BTreeMap<(usize, &str), (f64, f64)> = BTreeMap::new();
    let mut wrong: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    let mut wrong_sentences = wrong.clone();
    let mut bins = vec![vec![(0.0, 0.0, 0.0); 15]; CLASSES.len()];
    let mut reliable = vec![(0.0, 0.0); CLASSES.len()];
    for text in texts {
        let found = identifier.detect(&text.text, MAX_SAMPLED, None, &context)?;
        let code = found.as_ref().map_or("none", |l| l.code);
        let hit = f64::from(code == text.code);
        let cell = hits.entry((text.class, &text.code)).or_default();
        *cell = (cell.0 + hit, cell.1 + 1.0);
        if code != text.code {
            *wrong.entry((&text.code, code)).or_default() += 1;
            if text.class == CLASSES.len() - 1 {
                *wrong_sentences.entry((&text.code, code)).or_default() += 1;
            }
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
    for (name, wrong) in [("confused", wrong), ("confused in sentences", wrong_sentences)] {
        let mut wrong: Vec<_> = wrong.into_iter().collect();
        wrong.sort_by_key(|(_, n)| std::cmp::Reverse(*n));
        let wrong: Vec<_> = wrong.iter().take(40).map(|((a, b), n)| format!("{a}>{b}={n}")).collect();
        println!("{name}: {}", wrong.join(" "));
    }
    Ok(())
}
