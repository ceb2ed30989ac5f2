//! Pieces of words drawn from lingua's n-gram models, which hold the probability of a letter after up to four others.

use std::path::Path;

use copydesk::learn::linear::Random;
use fst::Streamer;

use crate::AnyResult;

const ORDER: usize = 5;

/// An n-gram's letters before the last, packed; the last; the sum of the probabilities up to it of all that follow the
/// same letters.
type Ngram = (u128, char, f64);

/// One language's n-grams by order, each sorted by the letters before the last.
pub struct Ngrams {
    levels: Vec<Vec<Ngram>>,
}

impl Ngrams {
    /// Reads a model; none if the language has no file.
    pub fn read(path: &Path) -> AnyResult<Option<Self>> {
        if !path.exists() {
            return Ok(None);
        }
        let map = fst::Map::new(std::fs::read(path)?)?;
        let mut levels: Vec<Vec<Ngram>> = vec![Vec::new(); ORDER];
        let mut stream = map.stream();
        let mut letters: Vec<char> = Vec::new();
        // The order of UTF-8 bytes is that of code points, so each level comes sorted.
        while let Some((key, value)) = stream.next() {
            letters.clear();
            letters.extend(std::str::from_utf8(key)?.chars());
            let Some((last, history)) = letters.split_last().filter(|_| letters.len() <= ORDER) else { continue };
            let level = &mut levels[history.len()];
            let history = pack(history);
            let before = level.last().filter(|(h, ..)| *h == history).map_or(0.0, |(.., sum)| *sum);
            level.push((history, *last, before + f64::from_bits(value).exp()));
        }
        Ok(Some(Self { levels }))
    }

    /// A piece of `length` letters, or fewer where the model knows no next letter.
    pub fn draw(&self, length: usize, random: &mut Random) -> Vec<char> {
        let mut piece: Vec<char> = Vec::with_capacity(length);
        while piece.len() < length {
            let history = &piece[piece.len().saturating_sub(ORDER - 1)..];
            let (level, history) = (&self.levels[history.len()], pack(history));
            let next = &level[level.partition_point(|(h, ..)| *h < history)..];
            let next = &next[..next.partition_point(|(h, ..)| *h == history)];
            let Some((.., total)) = next.last() else { break };
            let at = random.unit() * total;
            let drawn = next.partition_point(|(.., sum)| *sum <= at).min(next.len() - 1);
            piece.push(next[drawn].1);
        }
        piece
    }
}

fn pack(letters: &[char]) -> u128 {
    letters.iter().fold(0, |packed, c| packed << 32 | u128::from(u32::from(*c)))
}
