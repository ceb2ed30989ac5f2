//! Words drawn from lingua's n-gram models.
//!
//! A model gives the probability of a letter after up to four others, as a share of all places where these others stand,
//! ends of words among them. So the models hold more than they say: multiplied up, the probabilities are counts of
//! n-grams; what is missing from the counts of an n-gram's continuations is how often it ends a word, and what is missing
//! from those of its extensions to the left, how often it begins one. From these follow the words of up to three letters,
//! exactly, and a Markov chain of order four for the longer ones.

use std::collections::HashMap;
use std::ops::Range;
use std::path::Path;

use copydesk::learn::linear::Random;
use fst::Streamer;

use crate::AnyResult;

const ORDER: usize = 5;
/// Longer words are mostly two that ran together.
const LONGEST: usize = 24;
const LETTER_BITS: usize = 21;

/// Letters, packed; the count of what ends with the last of them.
type Level = Vec<(u128, u64)>;

/// One language's n-grams by order, each sorted by its letters.
pub struct Ngrams {
    /// Counts at the start of words, of the n-grams of one to four letters.
    starts: Vec<Followers>,
    /// Counts of the letters after four others.
    inner: Followers,
    /// Counts of the words of one to three letters.
    words: Vec<HashMap<u128, u64>>,
    /// How often four letters stand anywhere.
    fours: HashMap<u128, u64>,
}

/// The letters that follow a history, with the sums of their counts up to each.
struct Followers {
    sums: Vec<(char, u64)>,
    ranges: HashMap<u128, Range<u32>>,
}

impl Followers {
    fn new(level: impl Iterator<Item = (u128, u64)>) -> Self {
        let mut found = Followers { sums: Vec::new(), ranges: HashMap::new() };
        for (key, count) in level.filter(|(_, count)| *count > 0) {
            let at = found.sums.len() as u32;
            let range = found.ranges.entry(key >> LETTER_BITS).or_insert(at..at);
            let before = if range.start == range.end { 0 } else { found.sums[at as usize - 1].1 };
            range.end = at + 1;
            found.sums.push((last(key), before + count));
        }
        found
    }

    fn of(&self, history: u128) -> &[(char, u64)] {
        self.ranges.get(&history).map_or(&[], |range| &self.sums[range.start as usize..range.end as usize])
    }

    /// A letter that follows `history` as often as counted, or `None` for the `others`.
    fn draw(&self, history: u128, others: u64, random: &mut Random) -> Option<char> {
        let next = self.of(history);
        let known = next.last().map_or(0, |(_, sum)| *sum);
        let at = random.below((known + others) as usize) as u64;
        next.get(next.partition_point(|(_, sum)| *sum <= at)).map(|(letter, _)| *letter)
    }
}

impl Ngrams {
    /// Reads a model; none if the language has no file.
    pub fn read(path: &Path) -> AnyResult<Option<Self>> {
        if !path.exists() {
            return Ok(None);
        }
        let levels = counts(&fst::Map::new(std::fs::read(path)?)?)?;
        // What stands before, after and around each n-gram of fewer letters.
        let mut left: Vec<HashMap<u128, u64>> = vec![HashMap::new(); ORDER];
        let mut right = left.clone();
        let mut around = left.clone();
        for (length, level) in levels.iter().enumerate().map(|(at, level)| (at + 1, level)) {
            for &(key, count) in level {
                let without_first = key & !(u128::MAX << (LETTER_BITS * (length - 1)));
                *left[length - 1].entry(without_first).or_default() += count;
                *right[length - 1].entry(key >> LETTER_BITS).or_default() += count;
                if length > 2 {
                    *around[length - 2].entry(without_first >> LETTER_BITS).or_default() += count;
                }
            }
        }
        let of = |map: &HashMap<u128, u64>, key: u128| map.get(&key).copied().unwrap_or(0);
        let mut words = Vec::new();
        for length in 1..ORDER - 1 {
            let word = |&(key, count): &(u128, u64)| {
                let alone =
                    (count + of(&around[length], key)).saturating_sub(of(&left[length], key) + of(&right[length], key));
                (key, alone)
            };
            words.push(levels[length - 1].iter().map(word).collect());
        }
        let starts = (1..ORDER).map(|length| {
            let level = levels[length - 1].iter();
            Followers::new(level.map(|&(key, count)| (key, count.saturating_sub(of(&left[length], key)))))
        });
        let starts = starts.collect();
        let inner = Followers::new(levels[ORDER - 1].iter().copied());
        let fours = levels[ORDER - 2].iter().copied().collect();
        Ok(Some(Self { starts, inner, words, fours }))
    }

    /// A word, or `None` if it grows too long.
    pub fn draw(&self, random: &mut Random) -> Option<Vec<char>> {
        let mut word = Vec::new();
        let mut key = 0;
        loop {
            let next = if word.len() < ORDER - 1 {
                let words = word.len().checked_sub(1).and_then(|at| self.words[at].get(&key));
                self.starts[word.len()].draw(key, words.copied().unwrap_or(0), random)
            } else {
                let known = self.inner.of(key).last().map_or(0, |(_, sum)| *sum);
                let all = self.fours.get(&key).copied().unwrap_or(0);
                self.inner.draw(key, all.saturating_sub(known), random)
            };
            match next {
                None => return (!word.is_empty()).then_some(word),
                Some(_) if word.len() == LONGEST => return None,
                Some(letter) => {
                    word.push(letter);
                    key = pack(&word[word.len().saturating_sub(ORDER - 1)..]);
                }
            }
        }
    }
}

/// The n-grams of one to five letters with their counts, by order. The rarest count is taken for 1.
fn counts(map: &fst::Map<Vec<u8>>) -> AnyResult<Vec<Level>> {
    let mut shares: Vec<Vec<(u128, f64)>> = vec![Vec::new(); ORDER];
    let mut stream = map.stream();
    let mut letters: Vec<char> = Vec::new();
    // The share of each of the letters' beginnings; the beginnings of a key come right before it, sorted as they are.
    let mut path: Vec<(char, f64)> = Vec::new();
    while let Some((key, value)) = stream.next() {
        letters.clear();
        letters.extend(std::str::from_utf8(key)?.chars());
        let same = path.iter().zip(&letters).take_while(|((a, _), b)| a == *b).count();
        path.truncate(same);
        if letters.len() > ORDER || path.len() + 1 != letters.len() {
            continue;
        }
        let share = path.last().map_or(1.0, |(_, share)| *share) * f64::from_bits(value).exp();
        path.push((letters[letters.len() - 1], share));
        shares[letters.len() - 1].push((pack(&letters), share));
    }
    let least = shares.iter().flatten().map(|(_, share)| *share).fold(1.0, f64::min);
    let count = |(key, share): (u128, f64)| (key, (share / least).round() as u64);
    Ok(shares.into_iter().map(|level| level.into_iter().map(count).collect()).collect())
}

fn pack(letters: &[char]) -> u128 {
    letters.iter().fold(0, |packed, c| packed << LETTER_BITS | u128::from(u32::from(*c)))
}

fn last(key: u128) -> char {
    char::from_u32((key & ((1 << LETTER_BITS) - 1)) as u32).unwrap_or('\u{FFFD}')
}
