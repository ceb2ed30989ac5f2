//! The crate rust-stemmers, kept from its one known panic.
//!
//! Its Greek step 3 deletes a suffix ("ισα", "ισες", "ισαμε" ...) and then, if just "ισα" is left, replaces what its
//! brackets still mark: a stretch behind the end of the word. So "ισαισα" and the like panic. Such words get the stem of
//! today's Greek algorithm, in which that step is mended.

use std::borrow::Cow;

use rust_stemmers::{Algorithm, Stemmer};

/// The stem of `word` as rust-stemmers gives it.
pub(crate) fn stem(algorithm: Algorithm, word: &str) -> Cow<'_, str> {
    if algorithm == Algorithm::Greek && breaks_step_3(word) {
        return frostem::Stemmer::new(frostem::Algorithm::Greek).stem(word);
    }
    Stemmer::create(algorithm).stem(word)
}

/// Whether a Greek word begins with "ισαισ", whatever its case and accents, which the algorithm takes off first.
fn breaks_step_3(word: &str) -> bool {
    let plain = |c: char| match c {
        'ι' | 'ί' | 'ϊ' | 'ΐ' | 'Ι' | 'Ί' | 'Ϊ' => 'ι',
        'σ' | 'ς' | 'Σ' => 'σ',
        'α' | 'ά' | 'Α' | 'Ά' => 'α',
        other => other,
    };
    let mut letters = word.chars().map(plain);
    "ισαισ".chars().all(|c| letters.next() == Some(c))
}

#[cfg(test)]
mod tests {
    use super::super::{Algorithm, Stemmer};

    #[test]
    fn the_known_panic_gives_a_stem() {
        let stemmer = Stemmer::new("el", Algorithm::RustStemmers).expect("Greek");
        let current = Stemmer::new("el", Algorithm::Snowball).expect("Greek");
        for word in ["ισαισα", "ισαισες", "Ίσαισαμε", "ισαισανε", "ισάισατε"] {
            assert_eq!(stemmer.stem(word), current.stem(word));
        }
        assert_ne!(stemmer.stem("ισαρίθμους"), "ισαρίθμους");
    }
}
