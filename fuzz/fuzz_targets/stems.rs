//! No algorithm panics, and a cache changes nothing.
#![no_main]

use copydesk::Context;
use copydesk::stem::{Algorithm, DocumentStemmer, StemCache, Stemmer, supported_languages};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let mut cache = StemCache::default();
    for family in [Algorithm::Snowball, Algorithm::RustStemmers] {
        for language in supported_languages(family) {
            let stemmer = Stemmer::new(language, family).expect("supported");
            let number = stemmer.number(text, &mut cache);
            assert_eq!(cache.stems().get(number), stemmer.stem(text));
            let documents = DocumentStemmer::new(language, family, true).expect("supported");
            documents.stems(text, &mut cache, &Context::default()).expect("within the limits");
        }
    }
});
