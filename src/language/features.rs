//! What the model sees of a word: its character n-grams, with marks at its ends, and the word as a whole.

use crate::learn::hash::mix;

/// The longest n-gram.
const ORDER: usize = 5;
const NGRAM_SEED: u64 = 1;
const WORD_SEED: u64 = 2;
const EDGE: u64 = 0x20;

/// Calls `sink` with the hash of every feature of `word`: the 1- to 5-grams of the word between two edge marks, and the
/// word itself if it is longer than a 5-gram shows. `edges` is false for a piece cut out of a word, whose ends are not
/// known and which is not a word.
pub(crate) fn features(word: &[char], edges: bool, mut sink: impl FnMut(u64)) {
    let edge = usize::from(edges);
    let length = word.len() + 2 * edge;
    let edge_mark = edges.then_some(EDGE);
    let symbols = || word.iter().map(|c| u64::from(*c as u32));
    // The n-grams that begin with the edge mark; the mark alone says nothing.
    if let Some(mark) = edge_mark {
        let mut hash = mix(NGRAM_SEED, mark);
        for symbol in symbols().chain(edge_mark).take(ORDER - 1) {
            hash = mix(hash, symbol);
            sink(hash);
        }
    }
    for start in 0..word.len() {
        let mut hash = NGRAM_SEED;
        for symbol in symbols().skip(start).chain(edge_mark).take(ORDER) {
            hash = mix(hash, symbol);
            sink(hash);
        }
    }
    if edges && length > ORDER {
        sink(word.iter().fold(WORD_SEED, |hash, c| mix(hash, u64::from(*c as u32))));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    fn hashes(word: &str, edges: bool) -> Vec<u64> {
        let (letters, mut out) = (word.chars().collect::<Vec<_>>(), Vec::new());
        features(&letters, edges, |h| out.push(h));
        out
    }

    #[test]
    fn every_ngram_and_the_word_count_once() {
        // " der ": 3 of one, 4 of two, 3 of three, 2 of four, 1 of five.
        assert_eq!(hashes("der", true).len(), 13);
        // " dern ": 4 + 5 + 4 + 3 + 2, and the word.
        assert_eq!(hashes("dern", true).len(), 19);
        assert_eq!(hashes("dern", false).len(), 4 + 3 + 2 + 1);
        assert_eq!(hashes("dern", true).iter().collect::<BTreeSet<_>>().len(), 19);
        assert!(hashes("", true).len() <= 1);
    }

    #[test]
    fn a_cut_piece_shares_the_inner_ngrams_of_the_word() {
        let word: BTreeSet<_> = hashes("abcdef", true).into_iter().collect();
        assert!(hashes("bcde", false).iter().all(|h| word.contains(h)));
        assert!(!hashes("bcde", true).iter().all(|h| word.contains(h)));
    }
}
