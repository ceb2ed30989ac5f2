//! The texts of a plan's languages, and how training draws from them.

use std::path::Path;

use copydesk::Context;
use copydesk::language::plan::{GIBBERISH, Plan};
use copydesk::learn::linear::Random;

use crate::ngrams::Ngrams;
use crate::{AnyResult, gibberish};

/// How many pieces are drawn from a language's n-grams; training draws from these.
const PIECES: usize = 40_000;
/// Word lists are drawn from with probabilities by this power of the frequency: rare words are much of what single words
/// are, but the rare ones of the lists are also the foreign ones.
const POWER: f64 = 0.75;

type Word = Vec<char>;

#[derive(Default)]
struct Texts {
    sentences: Vec<Vec<Word>>,
    words: Vec<Word>,
    /// Sums of the weights of the words up to each.
    sums: Vec<f64>,
    pieces: Vec<Word>,
    gibberish: bool,
}

/// The texts of each class of a plan.
pub struct Corpus {
    classes: Vec<Texts>,
}

impl Corpus {
    /// Reads what `training/language.py` wrote for the plan's languages, as far as it is in the plan's scripts.
    pub fn read(folder: &Path, plan: &Plan) -> AnyResult<Self> {
        let mut classes = Vec::new();
        for (class, code) in plan.codes.iter().enumerate() {
            classes.push(if *code == GIBBERISH {
                Texts { gibberish: true, ..Texts::default() }
            } else {
                read_language(folder, plan, code, class as u64)?
            });
        }
        Ok(Self { classes })
    }

    /// Draws a text of the class and gives its words to `sink`, with whether they are whole.
    pub fn draw(&self, class: usize, random: &mut Random, mut sink: impl FnMut(&[char], bool)) {
        let texts = &self.classes[class];
        let count = match random.below(10) {
            0..=5 => 1,
            6..=8 => 2,
            _ => 3,
        };
        if texts.gibberish {
            (0..count).for_each(|_| sink(&gibberish::draw(random), true));
            return;
        }
        let kind = random.below(100);
        // Few words are known of languages without a list; their pieces are the wider sample.
        let pieces = if texts.words.is_empty() { 60 } else { 35 };
        if kind < pieces && !texts.pieces.is_empty() {
            (0..count).for_each(|_| sink(&texts.pieces[random.below(texts.pieces.len())], false));
        } else if kind < 80 && !texts.words.is_empty() {
            for _ in 0..count {
                let at = random.unit() * texts.sums.last().copied().unwrap_or(0.0);
                let at = texts.sums.partition_point(|sum| *sum <= at).min(texts.words.len() - 1);
                sink(&texts.words[at], true);
            }
        } else if !texts.sentences.is_empty() {
            let sentence = &texts.sentences[random.below(texts.sentences.len())];
            let count = if texts.words.is_empty() && random.below(3) > 0 { count } else { 3 + random.below(12) };
            let start = random.below(sentence.len().saturating_sub(count) + 1);
            sentence.iter().skip(start).take(count).for_each(|word| sink(word, true));
        }
    }
}

fn read_language(folder: &Path, plan: &Plan, code: &str, seed: u64) -> AnyResult<Texts> {
    let context = Context::default();
    let mut texts = Texts::default();
    for line in std::fs::read_to_string(folder.join(format!("sentences/{code}.txt")))?.lines() {
        let words = plan.words(line, &context)?;
        if words.is_empty() {
            continue;
        }
        if !plan.is_spaced() {
            // Cut into pieces of one to six letters, each length once.
            let length = 1 + texts.sentences.len() % 6;
            texts.words.extend(words.iter().flat_map(|word| word.chunks(length)).map(<[char]>::to_vec));
        }
        texts.sentences.push(words);
    }
    let mut sum = texts.words.len() as f64;
    texts.sums = (1..=texts.words.len()).map(|n| n as f64).collect();
    for line in std::fs::read_to_string(folder.join(format!("words/{code}.txt")))?.lines() {
        let (word, count) = line.split_once(' ').unwrap_or((line, "1"));
        if let [word] = plan.words(word, &context)?.as_slice() {
            sum += count.parse::<f64>()?.powf(POWER);
            texts.words.push(word.clone());
            texts.sums.push(sum);
        }
    }
    if let Some(ngrams) = Ngrams::read(&folder.join(format!("ngrams/{code}.fst")))? {
        let mut random = Random::new(seed);
        for _ in 0..PIECES {
            let length = 4 + random.below(7);
            let piece = ngrams.draw(length, &mut random);
            let letters: String = piece.iter().collect();
            // The n-gram models hold loan words in other scripts.
            if let [word] = plan.words(&letters, &context)?.as_slice()
                && word.len() >= if plan.is_spaced() { 2 } else { 1 }
            {
                texts.pieces.push(word.clone());
            }
        }
    }
    Ok(texts)
}
