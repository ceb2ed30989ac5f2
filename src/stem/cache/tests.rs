//! What the cache remembers, and that nobody can tell.

use super::super::{Algorithm, DocumentStemmer, Stemmer};
use super::*;
use crate::Context;
use proptest::prelude::*;

#[test]
fn two_entries_have_a_cache_line() {
    assert_eq!(std::mem::size_of::<Entry>(), 32);
}

#[test]
fn a_full_cache_begins_anew() {
    let stemmer = Stemmer::new("en", Algorithm::Snowball).expect("English");
    let mut cache = StemCache::default();
    let long = "x".repeat(40);
    for i in 0..3 * WORDS {
        let word = if i % 8 == 0 { format!("{long}{i}s") } else { format!("w{i}s") };
        let number = stemmer.number(&word, &mut cache);
        assert_eq!(cache.stems().get(number), stemmer.stem(&word));
        assert!(cache.entries.len() <= WORDS && cache.long.len() <= LONG && cache.index.slots() <= 2 * WORDS);
    }
}

#[test]
fn numbers_go_on_where_new_stems_are_taken() {
    let stemmer = Stemmer::new("en", Algorithm::Snowball).expect("English");
    let mut cache = StemCache::default();
    let mut stems = Vec::new();
    for (words, numbers) in [(["talks", "war"], [0, 1]), (["war", "deals"], [1, 2]), (["talks", "deals"], [0, 2])] {
        assert_eq!(words.map(|word| stemmer.number(word, &mut cache)), numbers);
        stems.extend(cache.take_new().iter().map(str::to_owned));
    }
    assert_eq!(stems, ["talk", "war", "deal"]);
    cache.take();
    assert_eq!(stemmer.number("deals", &mut cache), 0);
}

#[test]
fn words_with_one_stem_share_a_number_however_often_the_index_grew() {
    let stemmer = Stemmer::new("en", Algorithm::Snowball).expect("English");
    let mut cache = StemCache::default();
    for round in 0..2 {
        for i in 0..3000 {
            let forms = [format!("w{i}talks"), format!("w{i}talking"), format!("w{i}talk")];
            let numbers = forms.map(|word| stemmer.number(&word, &mut cache));
            assert_eq!(numbers, [i; 3], "round {round}");
        }
        assert_eq!(cache.take().len(), 3000);
    }
}

#[test]
fn texts_pass_over_words_that_have_an_empty_stem() {
    let words = DocumentStemmer::new("en", Algorithm::Porter, false).expect("Porter");
    let single = Stemmer::new("en", Algorithm::Porter).expect("Porter");
    let mut cache = StemCache::default();
    assert_eq!(single.stem("s"), "");
    for _ in 0..2 {
        let number = single.number("s", &mut cache);
        assert_eq!(cache.stems().get(number), "");
        let context = Context::default();
        assert_eq!(words.stems("The s.", &mut cache, &context).expect("short"), ["the"]);
        assert_eq!(words.join("s the S", " ", &mut cache, &context).expect("short"), "the");
    }
}

proptest! {
    #[test]
    fn never_changes_a_stem(
        words in proptest::collection::vec("[a-zé’]{0,60}|[а-я]{1,30}(ость|ами)|\\PC{0,9}", 0..200),
        cut in 1usize..50,
    ) {
        let stemmers = [
            Stemmer::new("en", Algorithm::Snowball).expect("English"),
            Stemmer::new("de", Algorithm::RustStemmers).expect("German"),
            Stemmer::new("ru", Algorithm::Snowball).expect("Russian"),
        ];
        let mut cache = StemCache::default();
        for some in words.chunks(cut).chain(words.chunks(2 * cut)) {
            let mut numbers = Vec::new();
            for stemmer in stemmers {
                let compute = |word: &str, stem: &mut String| {
                    stem.push_str(&stemmer.stem(word));
                    true
                };
                let known: Vec<Word> = some.iter().map(|word| Word::new(word, stemmer.id)).collect();
                let mut found = Vec::new();
                cache.numbers(&known, compute, |number| found.push(number));
                let stems = some.iter().map(|word| stemmer.stem(word));
                let shown: Vec<_> = stems.clone().filter(|stem| !stem.is_empty()).collect();
                prop_assert_eq!(found.len(), shown.len());
                numbers.extend(found.into_iter().zip(shown));
                // One by one, words with an empty stem too.
                let single: Vec<u32> = some.iter().map(|word| stemmer.number(word, &mut cache)).collect();
                numbers.extend(single.into_iter().zip(stems));
            }
            let stems = cache.take();
            for (number, stem) in numbers {
                prop_assert_eq!(stems.get(number), stem);
            }
        }
    }
}
