//! Caches that outlive a call, so that the next one need not meet every word anew.

use std::ops::{Deref, DerefMut};
use std::sync::Mutex;

use super::StemCache;

/// Caches that nobody uses at the moment. It is never waited for: where it is locked, a fresh cache serves as well.
static SHELF: Mutex<Vec<StemCache>> = Mutex::new(Vec::new());

/// How many caches are kept.
const KEPT: usize = 8;

/// A cache on loan, given back when it is dropped: one that was in use before, if one is at hand. A process keeps as many as
/// worked at once, at most eight.
#[derive(Debug)]
pub struct LentCache(StemCache);

impl Default for LentCache {
    fn default() -> Self {
        Self(SHELF.try_lock().ok().and_then(|mut shelf| shelf.pop()).unwrap_or_default())
    }
}

impl Deref for LentCache {
    type Target = StemCache;

    fn deref(&self) -> &StemCache {
        &self.0
    }
}

impl DerefMut for LentCache {
    fn deref_mut(&mut self) -> &mut StemCache {
        &mut self.0
    }
}

impl Drop for LentCache {
    fn drop(&mut self) {
        self.0.take();
        if let Ok(mut shelf) = SHELF.try_lock()
            && shelf.len() < KEPT
        {
            shelf.push(std::mem::take(&mut self.0));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Algorithm, Stemmer};
    use super::*;

    #[test]
    fn a_cache_comes_back_with_its_words_and_without_numbers() {
        let stemmer = Stemmer::new("en", Algorithm::Snowball).expect("English");
        let mut first = LentCache::default();
        stemmer.number("talks", &mut first);
        drop(first);
        let mut second = LentCache::default();
        let numbers = ["wars", "talks"].map(|word| stemmer.number(word, &mut second));
        assert_eq!(numbers, [0, 1]);
        assert_eq!(numbers.map(|number| second.stems().get(number).to_owned()), ["war", "talk"]);
    }
}
