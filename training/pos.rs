//! Trains the English part-of-speech tagger on UD English EWT and measures it on the development part.
//!
//!     cargo run --release --no-default-features --example train_pos

use std::collections::HashMap;
use std::process::Command;
use std::time::Instant;

use copydesk::text::pos::{Example, Model, Pos, Tag, train};
use copydesk::text::{Token, TokenKind, tokenize};
use copydesk::{Context, Span};

/// Rows of weights: 2^17 instead of 2^16 gain a third of a point, 2^18 a tenth more.
const BITS: u32 = 17;
const EPOCHS: usize = 5;
/// Perceptrons whose mean is taken: a quarter of a point over one.
const RUNS: u64 = 10;

/// The lines of a gzipped file.
fn lines(path: &str) -> Vec<String> {
    let output = Command::new("gzip").args(["-dc", path]).output().expect("gzip runs");
    assert!(output.status.success(), "cannot read {path}");
    String::from_utf8(output.stdout).expect("UTF-8").lines().map(str::to_owned).collect()
}

/// Which of a token's gold words gives the tag: of "don't" and "Bush's" the first, of "15-year" the last.
fn head(words: &[(Span, Tag)]) -> Tag {
    match words {
        [.., (_, last)] if words.iter().any(|(_, tag)| tag.pos == Pos::Punct) => *last,
        [(_, first), ..] => *first,
        [] => Tag::base(Pos::X),
    }
}

/// A treebank's paragraphs: their text and words.
fn read(path: &str) -> Vec<(String, Vec<(Span, Tag)>)> {
    let mut paragraphs = Vec::new();
    let (mut text, mut words) = (String::new(), Vec::new());
    // Of the contraction at hand: how many words are to come, and whether a space follows it.
    let (mut joined, mut space_after) = (0, true);
    for line in lines(path).iter().chain([&"# newpar".to_owned()]) {
        if line.starts_with("# newpar") || line.starts_with("# newdoc") {
            if !words.is_empty() {
                paragraphs.push((std::mem::take(&mut text), std::mem::take(&mut words)));
            }
            continue;
        }
        let columns: Vec<&str> = line.split('\t').collect();
        let [id, form, _, upos, xpos, .., misc] = columns[..] else { continue };
        let mut space = !misc.contains("SpaceAfter=No");
        if let Some((from, to)) = id.split_once('-') {
            let number = |id: &str| id.parse::<usize>().expect("a word number");
            (joined, space_after) = (number(to) + 1 - number(from), space);
            continue;
        }
        if id.contains('.') {
            continue;
        }
        if joined > 0 {
            joined -= 1;
            space = joined == 0 && space_after;
        }
        let tag = Tag::from_treebank(upos, xpos).expect("a universal tag");
        words.push((Span::new(text.len(), text.len() + form.len()), tag));
        text.push_str(form);
        if space {
            text.push(' ');
        }
    }
    paragraphs
}

/// Tokens as the library cuts them.
fn ours(text: &str, words: &[(Span, Tag)]) -> Example {
    let tokens = tokenize(text, &Context::default()).expect("tokens");
    let mut from = 0;
    let tags = tokens
        .iter()
        .map(|token| {
            while words.get(from).is_some_and(|(span, _)| span.end <= token.span.start) {
                from += 1;
            }
            let covered = words[from..].iter().take_while(|(span, _)| span.overlaps(&token.span)).count();
            head(&words[from..from + covered])
        })
        .collect();
    Example { text: text.to_owned(), tokens, tags }
}

/// Tokens as the treebank cuts them: "do", "n't".
fn gold(text: &str, words: &[(Span, Tag)]) -> Example {
    let kind = |word: &str| {
        let alone = tokenize(word, &Context::default()).expect("tokens");
        let letters = word.starts_with(['\'', '’']) && word.chars().count() > 1;
        if letters { TokenKind::Word } else { alone.first().map_or(TokenKind::Symbol, |token| token.kind) }
    };
    let tokens = words.iter().map(|(span, _)| Token { span: *span, kind: kind(span.of(text)) }).collect();
    Example { text: text.to_owned(), tokens, tags: words.iter().map(|(_, tag)| *tag).collect() }
}

fn measure(name: &str, model: &Model, examples: &[Example]) {
    let (mut all, mut upos, mut full, mut seconds) = (0, 0, 0, 0.0);
    let mut wrong: HashMap<(Pos, Pos), usize> = HashMap::new();
    for example in examples {
        let started = Instant::now();
        let tags = model.tag(&example.text, &example.tokens, &Context::default()).expect("tags");
        seconds += started.elapsed().as_secs_f64();
        for (tag, gold) in tags.iter().zip(&example.tags) {
            all += 1;
            upos += usize::from(tag.pos == gold.pos);
            full += usize::from(tag == gold);
            if tag.pos != gold.pos {
                *wrong.entry((gold.pos, tag.pos)).or_default() += 1;
            }
        }
    }
    let percent = |right: usize| 100.0 * right as f64 / all as f64;
    let (upos, full, speed) = (percent(upos), percent(full), all as f64 / seconds);
    println!("{name}: {all} tokens, UPOS {upos:.2}, with form {full:.2}, {speed:.0} tokens/s");
    let mut wrong: Vec<_> = wrong.into_iter().collect();
    wrong.sort_by_key(|(pair, count)| (std::cmp::Reverse(*count), *pair));
    for ((gold, tag), count) in wrong.iter().take(6) {
        println!("  {count:4} {} taken for {}", gold.name(), tag.name());
    }
}

fn main() {
    let data = std::env::var("COPYDESK_DATA").unwrap_or_else(|_| "../shared/data".into());
    let read = |part: &str| read(&format!("{data}/syntax/{part}.conllu.gz"));
    // Both ways of cutting, so that the tagger does not depend on how a tokeniser treats contractions.
    let examples: Vec<Example> =
        read("en_ewt-ud-train").iter().flat_map(|(text, words)| [ours(text, words), gold(text, words)]).collect();
    let started = Instant::now();
    let model = train(&examples, BITS, EPOCHS, RUNS);
    println!("trained in {:.1?}", started.elapsed());
    for part in ["en_ewt-ud-dev", "en_gum-ud-dev"] {
        let paragraphs = read(part);
        for (name, cut) in [("ours", ours as fn(&str, &[(Span, Tag)]) -> Example), ("gold", gold)] {
            let examples: Vec<Example> = paragraphs.iter().map(|(text, words)| cut(text, words)).collect();
            measure(&format!("{part}, {name} tokens"), &model, &examples);
        }
    }
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/src/models/pos-en.bin");
    std::fs::write(path, model.write().expect("the model has a file form")).expect("the model is written");
}
