//! What matching looks at.

use std::collections::HashMap;

use crate::claims::{Act, DateMention, Polarity, Quantity, SpeakerType};

/// One claim as matching sees it, whatever table it came from; all but `text` may be missing.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ClaimRecord {
    /// Its words.
    pub text: String,
    /// Which document it stands in; claims of one document never start a cluster among themselves.
    pub document: u64,
    /// Where it starts in its document, if that is known: pairs of claims that stand near each other support one another.
    pub start: Option<usize>,
    /// Which outlet carries it; where it is empty, the document counts as its own outlet.
    pub outlet: String,
    /// Claims of different stories are never compared.
    pub story: Option<i64>,
    /// When its document was published, in seconds since 1970, UTC; for conflicts only.
    pub published: Option<i64>,
    /// The fullest name of the speaker.
    pub speaker: Option<String>,
    /// Joins speakers across documents.
    pub speaker_key: Option<String>,
    /// What kind of source the speaker is; only two persons of different names contradict each other.
    pub speaker_type: Option<SpeakerType>,
    /// Whether its words stand in quotation marks, at least in part.
    pub quoted: bool,
    /// BCP 47; English where it is missing.
    pub language: Option<String>,
    /// What its speaker does with its words: of two claims alike in which one is denied, both cannot be right.
    pub act: Option<Act>,
    /// Affirmed or negated.
    pub polarity: Option<Polarity>,
    /// Who does it, in words of `text`.
    pub subject: Option<String>,
    /// What is done, in words of `text`.
    pub predicate: Option<String>,
    /// Numbers; spans are not looked at. Where there are none, numbers are read off the text.
    pub quantities: Vec<Quantity>,
    /// Dates; spans are not looked at. Where there are none, calendar words are read off the text.
    pub dates: Vec<DateMention>,
}

/// How claims are matched.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct MatchOptions {
    /// Score in [0, 1] from which two claims count as the same.
    pub threshold: f64,
    /// A bilingual lexicon: a word in lower case (or its stem) to its translations, for claims in different languages.
    pub lexicon: Option<HashMap<String, Vec<String>>>,
}

impl Default for MatchOptions {
    fn default() -> Self {
        Self { threshold: 0.5, lexicon: None }
    }
}
