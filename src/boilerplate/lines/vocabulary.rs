//! The long words of a text, numbered: teasers and other people's comments talk of other things than the article.

use std::collections::HashMap;

use super::cues::Identity;

/// The shortest word that tells what a line is about, in letters.
pub(crate) const LONG: u32 = 5;

/// Which long words each piece holds, each once.
#[derive(Debug, Default)]
pub(crate) struct Vocabulary {
    /// The numbers of all pieces' words, one piece after the other.
    words: Vec<u32>,
    /// Where each piece's words end.
    ends: Vec<usize>,
    /// In how many pieces each word stands.
    pub pieces: Vec<u32>,
    numbers: HashMap<u64, u32, Identity>,
    /// The last piece that each word stood in, from 1.
    seen: Vec<u32>,
}

impl Vocabulary {
    /// Adds the next piece, by the hashes of its long words.
    pub fn push(&mut self, hashes: &[u64]) {
        let piece = self.ends.len() as u32 + 1;
        for &hash in hashes {
            let next = self.pieces.len() as u32;
            let number = *self.numbers.entry(hash).or_insert(next);
            if number == next {
                self.pieces.push(0);
                self.seen.push(0);
            }
            let number_at = number as usize;
            if self.seen[number_at] != piece {
                self.seen[number_at] = piece;
                self.pieces[number_at] += 1;
                self.words.push(number);
            }
        }
        self.ends.push(self.words.len());
    }

    /// The numbers of a piece's words.
    pub fn of(&self, piece: usize) -> &[u32] {
        let start = piece.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0);
        let end = self.ends.get(piece).copied().unwrap_or(start);
        &self.words[start..end]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_numbered_once_a_piece() {
        let mut vocabulary = Vocabulary::default();
        vocabulary.push(&[70, 80, 70]);
        vocabulary.push(&[]);
        vocabulary.push(&[80, 90]);
        assert_eq!((vocabulary.of(0), vocabulary.of(1), vocabulary.of(2)), (&[0, 1][..], &[][..], &[1, 2][..]));
        assert_eq!(vocabulary.pieces, [1, 2, 1]);
        assert!(vocabulary.of(3).is_empty());
    }
}
