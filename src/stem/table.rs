//! Stems by number.

/// The stems of some texts, numbered from 0 in the order in which they were met. Equal stems have one number, but for
/// rare ones: those of words that the cache does not remember.
///
/// ```
/// use copydesk::stem::{Algorithm, StemCache, Stemmer};
/// let stemmer = Stemmer::new("en", Algorithm::Snowball)?;
/// let mut cache = StemCache::default();
/// let numbers = ["talks", "war", "talks"].map(|word| stemmer.number(word, &mut cache));
/// let stems = cache.take();
/// assert_eq!(numbers.map(|number| stems.get(number)), ["talk", "war", "talk"]);
/// assert_eq!(stems.len(), 2);
/// # Ok::<(), copydesk::Error>(())
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct StemTable {
    text: String,
    ends: Vec<usize>,
}

impl StemTable {
    /// The stem of that number; empty where there is none.
    #[inline]
    pub fn get(&self, number: u32) -> &str {
        let at = number as usize;
        let start = if at == 0 { 0 } else { self.ends.get(at - 1).copied().unwrap_or(usize::MAX) };
        self.ends.get(at).and_then(|end| self.text.get(start..*end)).unwrap_or("")
    }

    /// How many numbers there are.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// All stems, by their numbers.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = &str> {
        let mut start = 0;
        self.ends.iter().map(move |end| {
            let stem = self.text.get(start..*end).unwrap_or("");
            start = *end;
            stem
        })
    }

    /// Adds a stem; its number.
    pub(super) fn add(&mut self, stem: &str) -> u32 {
        self.text.push_str(stem);
        self.ends.push(self.text.len());
        u32::try_from(self.ends.len() - 1).unwrap_or(u32::MAX)
    }
}
