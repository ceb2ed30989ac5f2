//! The texts of a plan's languages, and how training draws from them.

use std::path::Path;

use copydesk::Context;
use copydesk::language::plan::{GIBBERISH, Plan};
use copydesk::learn::linear::Random;

use crate::ngrams::Ngrams;
use crate::{AnyResult, gibberish};

/// How many words are drawn from a language's n-grams; training draws from these.
const DRAWN: usize = 400_000;
/// Single words and pairs are drawn with probabilities by these powers of their frequency: most of the words of a language
/// are rare, but the rare words of a list are also the foreign ones.
const POWER_LISTED: f64 = 0.75;
const POWER_DRAWN: f64 = 0.5;

type Word = Vec<char>;

/// Words with their frequencies.
#[derive(Default)]
struct Lexicon {
    letters: Vec<char>,
    /// Where each word ends among the letters.
    ends: Vec<u32>,
    /// Sums of the words' weights up to each: as they stand in a text, and levelled out.
    running: Vec<f64>,
    levelled: Vec<f64>,
}

#[derive(Default)]
struct Texts {
    sentences: Vec<Vec<Word>>,
    listed: Lexicon,
    drawn: Lexicon,
    gibberish: bool,
}

/// The texts of each class of a plan.
pub struct Corpus {
    classes: Vec<Texts>,
    cyrillic: bool,
}

impl Lexicon {
    /// Words with their counts, of which single words are drawn by the `power`.
    fn new(words: impl IntoIterator<Item = (Word, f64)>, power: f64) -> Self {
        let mut lexicon = Lexicon::default();
        let (mut running, mut levelled) = (0.0, 0.0);
        for (word, count) in words {
            running += count;
            levelled += count.powf(power);
            lexicon.letters.extend(word);
            lexicon.ends.push(lexicon.letters.len() as u32);
            lexicon.running.push(running);
            lexicon.levelled.push(levelled);
        }
        lexicon
    }

    fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    fn draw(&self, levelled: bool, random: &mut Random) -> &[char] {
        let sums = if levelled { &self.levelled } else { &self.running };
        let at = random.unit() * sums.last().copied().unwrap_or(0.0);
        let at = sums.partition_point(|sum| *sum <= at).min(sums.len().saturating_sub(1));
        let start = at.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.letters[start as usize..self.ends[at] as usize]
    }
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
        Ok(Self { classes, cyrillic: plan.name == "cyrillic" })
    }

    /// Draws a text of the class and gives its words to `sink`.
    pub fn draw(&self, class: usize, random: &mut Random, mut sink: impl FnMut(&[char])) {
        let texts = &self.classes[class];
        let count = match random.below(100) {
            0..45 => 1,
            45..70 => 2,
            _ => 3 + random.below(14),
        };
        if texts.gibberish {
            (0..count.min(3)).for_each(|_| sink(&gibberish::draw(self.cyrillic, random)));
            return;
        }
        let kind = random.below(100);
        let lexicon = if kind < 55 && !texts.drawn.is_empty() {
            &texts.drawn
        } else if kind < 75 && !texts.listed.is_empty() {
            &texts.listed
        } else {
            let Some(sentence) = texts.sentences.get(random.below(texts.sentences.len())) else { return };
            let start = random.below(sentence.len().saturating_sub(count) + 1);
            sentence.iter().skip(start).take(count).for_each(|word| sink(word));
            return;
        };
        (0..count).for_each(|_| sink(lexicon.draw(count < 3, random)));
    }
}

fn read_language(folder: &Path, plan: &Plan, code: &str, seed: u64) -> AnyResult<Texts> {
    let context = Context::default();
    let mut texts = Texts::default();
    let mut pieces = Vec::new();
    for line in std::fs::read_to_string(folder.join(format!("sentences/{code}.txt")))?.lines() {
        let words = plan.words(line, &context)?;
        if words.is_empty() {
            continue;
        }
        if !plan.is_spaced() {
            // Cut into pieces of one to six letters, each length once.
            let length = 1 + texts.sentences.len() % 6;
            pieces.extend(words.iter().flat_map(|word| word.chunks(length)).map(|piece| (piece.to_vec(), 1.0)));
        }
        texts.sentences.push(words);
    }
    let mut listed = pieces;
    for line in std::fs::read_to_string(folder.join(format!("words/{code}.txt")))?.lines() {
        let (word, count) = line.split_once(' ').unwrap_or((line, "1"));
        if let [word] = plan.words(word, &context)?.as_slice() {
            listed.push((word.clone(), count.parse()?));
        }
    }
    texts.listed = Lexicon::new(listed, POWER_LISTED);
    if plan.is_spaced()
        && let Some(ngrams) = Ngrams::read(&folder.join(format!("ngrams/{code}.fst")))?
    {
        let mut random = Random::new(seed);
        let mut all: Vec<Word> = (0..DRAWN).filter_map(|_| ngrams.draw(&mut random)).collect();
        all.sort_unstable();
        let mut drawn = Vec::new();
        for same in all.chunk_by(|a, b| a == b) {
            let letters: String = same[0].iter().collect();
            // The n-gram models hold loan words in other scripts.
            if let [word] = plan.words(&letters, &context)?.as_slice() {
                drawn.push((word.clone(), same.len() as f64));
            }
        }
        texts.drawn = Lexicon::new(drawn, POWER_DRAWN);
    }
    Ok(texts)
}
