//! Tunes the weights of the check-worthiness features on the CheckThat! 2019 training debates, and measures them there by
//! leaving out one debate in five, and on ClaimBuster's training sentences, on which nothing is tuned.
//!
//!     cargo run --release --no-default-features --example train_checkworthy

use std::collections::{BTreeMap, BTreeSet};
use std::process::Command;

use copydesk::Context;
use copydesk::claims::checkworthiness_features;
use serde_json::{Value, json};

/// Weight of the squared weights; a smaller one changes the third digit.
const REGULARISATION: f64 = 10.0;
const FOLDS: usize = 5;

struct Row {
    group: String,
    values: Vec<f64>,
    digits: f64,
    label: f64,
}

fn read(path: &str) -> Vec<Row> {
    let output = Command::new("gzip").args(["-dc", path]).output().expect("gzip runs");
    assert!(output.status.success(), "cannot read {path}");
    String::from_utf8(output.stdout)
        .expect("UTF-8")
        .lines()
        .map(|line| {
            let row: Value = serde_json::from_str(line).expect("a JSON line");
            let text = row["text"].as_str().expect("a text");
            let features = checkworthiness_features(text, &Context::default()).expect("features");
            Row {
                group: row["group"].as_str().expect("a group").to_owned(),
                values: features.into_iter().map(|(_, value)| value).collect(),
                digits: text.chars().filter(char::is_ascii_digit).count() as f64,
                label: row["label"].as_f64().expect("a label"),
            }
        })
        .collect()
}

fn score(weights: &[f64], values: &[f64]) -> f64 {
    weights[0] + weights[1..].iter().zip(values).map(|(weight, value)| weight * value).sum::<f64>()
}

/// Logistic regression by Newton's method, both classes of equal weight in all.
fn fit(rows: &[&Row]) -> Vec<f64> {
    let size = rows[0].values.len() + 1;
    let positive: f64 = rows.iter().map(|row| row.label).sum();
    let balance = [rows.len() as f64 / 2.0 / (rows.len() as f64 - positive), rows.len() as f64 / 2.0 / positive];
    let mut weights = vec![0.0; size];
    for _ in 0..25 {
        let mut gradient = vec![0.0; size];
        let mut hessian = vec![vec![0.0; size]; size];
        for i in 1..size {
            gradient[i] = REGULARISATION * weights[i];
            hessian[i][i] = REGULARISATION;
        }
        for row in rows {
            let x: Vec<f64> = std::iter::once(1.0).chain(row.values.iter().copied()).collect();
            let p = 1.0 / (1.0 + (-score(&weights, &row.values)).exp());
            let by = balance[row.label as usize];
            for i in 0..size {
                gradient[i] += by * (p - row.label) * x[i];
                for j in 0..size {
                    hessian[i][j] += by * p * (1.0 - p) * x[i] * x[j];
                }
            }
        }
        for (weight, step) in weights.iter_mut().zip(solve(hessian, gradient)) {
            *weight -= step;
        }
    }
    weights
}

/// Gauss elimination with pivots.
fn solve(mut a: Vec<Vec<f64>>, mut b: Vec<f64>) -> Vec<f64> {
    let n = b.len();
    for i in 0..n {
        let pivot = (i..n).max_by(|x, y| a[*x][i].abs().total_cmp(&a[*y][i].abs())).expect("a row");
        a.swap(i, pivot);
        b.swap(i, pivot);
        for j in i + 1..n {
            let factor = a[j][i] / a[i][i];
            let (upper, lower) = a.split_at_mut(j);
            for (below, above) in lower[0].iter_mut().zip(&upper[i]).skip(i) {
                *below -= factor * above;
            }
            b[j] -= factor * b[i];
        }
    }
    for i in (0..n).rev() {
        let rest: f64 = (i + 1..n).map(|j| a[i][j] * b[j]).sum();
        b[i] = (b[i] - rest) / a[i][i];
    }
    b
}

/// Mean over the groups of the average precision.
fn mean_average_precision(rows: &[(&str, f64, f64)]) -> f64 {
    let mut groups: BTreeMap<&str, Vec<(f64, u64, f64)>> = BTreeMap::new();
    // The files are sorted, one by label: sentences of equal score, as counts of digits have them, are shuffled.
    for (at, (group, score, label)) in rows.iter().enumerate() {
        let shuffle = (at as u64 + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15).rotate_left(29);
        groups.entry(group).or_default().push((*score, shuffle.wrapping_mul(0xBF58_476D_1CE4_E5B9), *label));
    }
    let precision = |rows: &mut Vec<(f64, u64, f64)>| {
        rows.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        let (mut hits, mut total) = (0.0, 0.0);
        for (rank, (_, _, label)) in rows.iter().enumerate() {
            if *label > 0.0 {
                hits += 1.0;
                total += hits / (rank + 1) as f64;
            }
        }
        if hits > 0.0 { total / hits } else { 0.0 }
    };
    let count = groups.len() as f64;
    groups.values_mut().map(precision).sum::<f64>() / count
}

fn main() {
    let data = std::env::var("COPYDESK_DATA").unwrap_or_else(|_| "../shared/data".into());
    let rows = read(&format!("{data}/checkworthy/checkthat2019-train.jsonl.gz"));
    let groups: BTreeSet<&str> = rows.iter().map(|row| row.group.as_str()).collect();
    let fold: BTreeMap<&str, usize> = groups.iter().enumerate().map(|(i, group)| (*group, i % FOLDS)).collect();
    let mut held_out = Vec::new();
    for left_out in 0..FOLDS {
        let train: Vec<&Row> = rows.iter().filter(|row| fold[row.group.as_str()] != left_out).collect();
        let weights = fit(&train);
        let test = rows.iter().filter(|row| fold[row.group.as_str()] == left_out);
        held_out.extend(test.map(|row| (row.group.as_str(), score(&weights, &row.values), row.label)));
    }
    let digits: Vec<_> = rows.iter().map(|row| (row.group.as_str(), row.digits, row.label)).collect();
    println!("{} sentences of {} debates", rows.len(), groups.len());
    println!("MAP, {FOLDS} folds by debate: {:.4}", mean_average_precision(&held_out));
    println!("MAP of counting digits:    {:.4}", mean_average_precision(&digits));

    let weights = fit(&rows.iter().collect::<Vec<_>>());
    let other = read(&format!("{data}/checkworthy/claimbuster-train.jsonl.gz"));
    let scored: Vec<_> =
        other.iter().map(|row| (row.group.as_str(), score(&weights, &row.values), row.label)).collect();
    let baseline: Vec<_> = other.iter().map(|row| (row.group.as_str(), row.digits, row.label)).collect();
    println!(
        "ClaimBuster: average precision {:.4}, of counting digits {:.4}",
        mean_average_precision(&scored),
        mean_average_precision(&baseline)
    );

    let round = |weight: f64| (weight * 1000.0).round() / 1000.0;
    let names = checkworthiness_features("", &Context::default()).expect("features");
    let named: Vec<Value> =
        names.iter().zip(&weights[1..]).map(|((name, _), weight)| json!([name, round(*weight)])).collect();
    for ((name, _), weight) in names.iter().zip(&weights[1..]) {
        println!("  {weight:7.3} {name}");
    }
    let file = json!({ "bias": round(weights[0]), "weights": named });
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/src/models/checkworthy.json");
    std::fs::write(path, serde_json::to_string_pretty(&file).expect("JSON") + "\n").expect("the weights are written");
}
