//! The cases of `tests/data/frame-cases.json` as a test: accuracy per field and part, which may not fall.
//!
//! Each case is counted twice. *Given*: the claim's words are the content of an attribution whose cue is the reporting word
//! nearest to them in the text; what is measured is the frame. *Read*: attributions and the narrator's claims are extracted
//! from the whole text, and the claims that overlap the words answer. `make score-frame` prints the table.

use std::collections::BTreeMap;

use serde_json::Value;

use super::attribution::analysis::Analysis;
use super::attribution::lexicon::Part;
use super::attribution::pack::pack;
use super::reading::Reading;
use super::types::{Act, Attribution, Claim, DateMention, Kind, Quantity};
use super::{ClaimOptions, extract_attributions, extract_claims};
use crate::{Context, Span};

/// Percent of the cases of a field and part that must be right: given, read.
///
/// What is read rests on the attributions that are found, so that its floor leaves room for three cases.
const FLOORS: &[(&str, &str, [f64; 2])] = &[
    ("quantities", "dev", [100.0, 91.0]),
    ("quantities", "held", [100.0, 88.0]),
    ("dates", "dev", [100.0, 91.0]),
    ("dates", "held", [94.2, 85.0]),
    ("act", "dev", [96.1, 80.0]),
    ("act", "held", [100.0, 79.0]),
    ("polarity", "dev", [100.0, 90.0]),
    ("polarity", "held", [90.0, 83.0]),
    ("modality", "dev", [100.0, 87.0]),
    ("modality", "held", [100.0, 80.0]),
];

#[derive(Debug, Clone)]
struct Case {
    id: String,
    field: String,
    part: String,
    language: &'static str,
    published: Option<String>,
    text: String,
    claim: Span,
    narrator: bool,
    expected: Value,
}

fn cases() -> Vec<Case> {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/frame-cases.json");
    let rows: Vec<Value> = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    let string = |row: &Value, key: &str| row[key].as_str().unwrap().to_owned();
    let read = |row: &Value| {
        let (text, claim) = (string(row, "text"), string(row, "claim"));
        let start = text.find(&claim).unwrap();
        Case {
            id: string(row, "id"),
            field: string(row, "field"),
            part: string(row, "part"),
            language: if row["language"] == "de" { "de" } else { "en" },
            published: row["published"].as_str().map(str::to_owned),
            claim: Span::new(start, start + claim.len()),
            narrator: row["narrator"] == true,
            expected: row["expected"].clone(),
            text,
        }
    };
    rows.iter().map(read).collect()
}

impl Case {
    fn claims(&self, attributions: &[Attribution]) -> Vec<Claim> {
        let options = ClaimOptions { language: Some(self.language), narrator: true, published: self.published.clone() };
        extract_claims(&self.text, attributions, &options, &Context::default()).unwrap()
    }

    /// Claims of the words that are meant, with the cue that stands nearest to them.
    fn given(&self) -> Vec<Claim> {
        if self.narrator {
            return self.claims(&[]);
        }
        let cue = reporting_word(&self.text, self.claim, self.language);
        let before = self.text[..self.claim.start].trim_end();
        let quoted = before.ends_with(['"', '“', '„']);
        let said = Attribution {
            spans: vec![self.claim],
            kind: if quoted { Kind::Direct } else { Kind::Indirect },
            source_span: None,
            cue_span: cue.map(|(span, _)| span),
            speaker: None,
            speaker_key: None,
            speaker_type: None,
            via: None,
            parent: None,
            act: cue.map_or(Act::Say, |(_, act)| act),
        };
        self.claims(&[said])
    }

    /// Claims of the text as it stands.
    fn read(&self) -> Vec<Claim> {
        self.claims(&extract_attributions(&self.text, Some(self.language), &Context::default()).unwrap())
    }

    /// What these claims answer, and whether that is right.
    fn answer(&self, claims: &[Claim]) -> (String, bool) {
        let overlap = |claim: &Claim| -> usize {
            let common = |span: &Span| span.end.min(self.claim.end).saturating_sub(span.start.max(self.claim.start));
            claim.spans.iter().map(common).sum()
        };
        let touching: Vec<&Claim> = claims.iter().filter(|claim| overlap(claim) > 0).collect();
        match self.field.as_str() {
            "quantities" => self.quantities(&touching),
            "dates" => self.dates(&touching),
            field => {
                let best = touching.into_iter().rev().max_by_key(|claim| overlap(claim));
                let got = best.map_or("no claim", |claim| match field {
                    "act" => claim.act.name(),
                    "polarity" => claim.polarity.name(),
                    _ => claim.modality.name(),
                });
                (got.to_owned(), self.expected == got)
            }
        }
    }

    /// The place of an expected mention in the text.
    fn place(&self, expected: &Value) -> Span {
        let words = expected["text"].as_str().unwrap();
        let start = self.claim.start + self.claim.of(&self.text).find(words).unwrap();
        Span::new(start, start + words.len())
    }

    fn quantities(&self, claims: &[&Claim]) -> (String, bool) {
        let mut got: Vec<&Quantity> = claims.iter().flat_map(|claim| &claim.quantities).collect();
        got.retain(|quantity| self.claim.contains(&quantity.span));
        got.sort_by_key(|quantity| quantity.span.start);
        got.dedup();
        let expected = self.expected.as_array().unwrap();
        let close = |a: f64, b: &Value| b.as_f64().is_some_and(|b| (a - b).abs() <= 0.001 * b.abs().max(1.0));
        let same = |(got, expected): (&&Quantity, &Value)| {
            close(got.value, &expected["value"])
                && got.upper.map_or(expected["upper"].is_null(), |upper| close(upper, &expected["upper"]))
                && got.unit.as_deref() == expected["unit"].as_str()
                && expected["comparator"] == got.comparator.name()
                && got.span.overlaps(&self.place(expected))
        };
        let show = |quantity: &&Quantity| {
            let upper = quantity.upper.map_or(String::new(), |upper| format!("..{upper}"));
            format!(
                "{}{}{upper} {}",
                quantity.comparator.name(),
                quantity.value,
                quantity.unit.as_deref().unwrap_or("-")
            )
        };
        let right = got.len() == expected.len() && got.iter().zip(expected).all(same);
        (format!("{} claims: {:?}", claims.len(), got.iter().map(show).collect::<Vec<_>>()), right)
    }

    fn dates(&self, claims: &[&Claim]) -> (String, bool) {
        let mut got: Vec<&DateMention> = claims.iter().flat_map(|claim| &claim.dates).collect();
        got.retain(|date| self.claim.contains(&date.span));
        got.sort_by_key(|date| date.span.start);
        got.dedup();
        let expected = self.expected.as_array().unwrap();
        let same = |(got, expected): (&&DateMention, &Value)| {
            interval(&got.value) == interval(expected["value"].as_str().unwrap())
                && expected["precision"] == got.precision.name()
                && got.span.overlaps(&self.place(expected))
        };
        let right = got.len() == expected.len() && got.iter().zip(expected).all(same);
        let show = |date: &&DateMention| format!("{} {}", date.value, date.precision.name());
        (format!("{} claims: {:?}", claims.len(), got.iter().map(show).collect::<Vec<_>>()), right)
    }
}

/// "2014/2017" and "2014-01-01/2017-12-31" are the same days.
fn interval(value: &str) -> String {
    let Some((from, to)) = value.split_once('/') else { return value.to_owned() };
    let first = |date: &str| if date.len() == 4 { format!("{date}-01-01") } else { date.to_owned() };
    let last = |date: &str| if date.len() == 4 { format!("{date}-12-31") } else { date.to_owned() };
    format!("{}/{}", first(from), last(to))
}

/// The reporting word nearest to a content in its sentence, with its act.
fn reporting_word(text: &str, content: Span, language: &str) -> Option<(Span, Act)> {
    let pack = pack(language)?;
    let reading = Reading::new(text, Some(pack.code), &Context::default()).unwrap();
    let analysis = Analysis::new(&reading, &pack.lexicon, &Context::default()).unwrap();
    let words = &analysis.words.words;
    let first = (0..words.len()).find(|&at| words[at].span.overlaps(&content))?;
    let (from, to) = analysis.sentence_at(first);
    // Of a phrase each word is known: "in", "the", "words", "of".
    let reports = |at: &usize| analysis.lexicon[*at].is_some_and(|entry| entry.part != Part::Phrase);
    let outside = |at: &usize| reports(at) && !words[*at].span.overlaps(&content);
    let rank = |at: &usize| {
        let span = words[*at].span;
        let behind = span.start >= content.end;
        let away = if behind { span.start - content.end } else { content.start - span.end };
        // What cannot report where it stands ranks behind all that can.
        (!analysis.candidate[*at], away)
    };
    let at = (from..to).filter(outside).min_by_key(rank)?;
    Some((words[at].span, analysis.lexicon[at]?.act))
}

#[test]
fn accuracy_per_field_and_part() {
    let mut table: BTreeMap<(String, String), [usize; 3]> = BTreeMap::new();
    for case in cases() {
        let (given, right) = case.answer(&case.given());
        let (read, found) = case.answer(&case.read());
        let row = table.entry((case.field.clone(), case.part.clone())).or_default();
        row[0] += 1;
        row[1] += usize::from(right);
        row[2] += usize::from(found);
        // Of the held part nobody sees more than numbers.
        if case.part == "dev" && !(right && found) {
            println!("{} {}", case.id, case.claim.of(&case.text));
            println!("     expected {}", case.expected);
            println!("     given {right}: {given}\n     read {found}: {read}");
        }
    }
    println!("{:12} {:5} {:>5} {:>7} {:>7}", "field", "part", "cases", "given", "read");
    let mut fallen = Vec::new();
    for ((field, part), [count, given, read]) in &table {
        let percent = |right: &usize| *right as f64 * 100.0 / *count as f64;
        let scores = [percent(given), percent(read)];
        println!("{field:12} {part:5} {count:5} {:7.1} {:7.1}", scores[0], scores[1]);
        for (_, _, floor) in FLOORS.iter().filter(|(name, of, _)| name == field && of == part) {
            if scores.iter().zip(floor).any(|(score, floor)| score + 0.05 < *floor) {
                fallen.push(format!("{field} {part}: {scores:?} where it was {floor:?}"));
            }
        }
    }
    assert!(fallen.is_empty(), "{fallen:?}");
}
