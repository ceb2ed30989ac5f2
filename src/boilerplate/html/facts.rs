//! What a page's metadata contributes to the judgement of its blocks.

use std::collections::HashSet;
use std::hash::Hasher;

use super::cues::{self, Fnv, Hash, Hashed};
use crate::boilerplate::metadata::collect::{Collected, types};

/// What a page's metadata contributes.
#[derive(Debug, Default)]
pub(crate) struct Facts {
    /// Word triples of JSON-LD's `articleBody`.
    body: HashSet<u64, Hashed>,
    /// Words of the title.
    title: HashSet<u64, Hashed>,
    /// Word triples of the description.
    description: HashSet<u64, Hashed>,
    /// Cues of the page as a whole.
    pub(crate) cues: Vec<Hash>,
    pub(crate) article: bool,
    pub(crate) product: bool,
    pub(crate) thread: bool,
    pub(crate) list: bool,
}

/// A word's hash with its case folded.
fn fold(word: &str) -> u64 {
    let mut hash = Fnv::default();
    hash.write_folded(word);
    hash.finish()
}

fn folded(text: &str) -> impl Iterator<Item = u64> + '_ {
    cues::words_of(text).map(fold)
}

/// A block with more words is no repetition of the title.
const TITLE_WORDS: u32 = 40;

/// How many word triples of a block are looked up.
const TRIPLES: usize = 30;

/// Hashes of three words in a row.
fn triples(words: impl Iterator<Item = u64>) -> impl Iterator<Item = u64> {
    let mut last = [0u64; 2];
    words.enumerate().filter_map(move |(at, word)| {
        let triple = last[0].rotate_left(21) ^ last[1].rotate_left(42) ^ word;
        last = [last[1], word];
        (at >= 2).then_some(triple)
    })
}

impl Facts {
    pub(crate) fn new(collected: &Collected) -> Self {
        let title = collected.meta(&["og:title", "twitter:title"]).or(collected.title.as_deref()).unwrap_or("");
        let typed = |endings: &[&str]| collected.typed(endings).next().is_some();
        Self {
            body: collected.article_body().map(|body| triples(folded(body)).collect()).unwrap_or_default(),
            title: folded(title).collect(),
            description: collected
                .meta(&["og:description", "description"])
                .map(|text| triples(folded(text)).collect())
                .unwrap_or_default(),
            cues: page_cues(collected),
            article: collected.meta(&["og:type"]) == Some("article") || typed(&["Article", "BlogPosting", "Report"]),
            product: collected.meta(&["og:type"]).is_some_and(|kind| kind.contains("product")) || typed(&["Product"]),
            thread: typed(&["DiscussionForumPosting", "QAPage", "Question"]),
            list: typed(&["ItemList", "CollectionPage"]),
        }
    }

    /// The words of a block, as far as the other answers need them.
    pub(crate) fn words(&self, text: &str, words: u32, into: &mut Vec<u64>) {
        into.clear();
        let most = if words <= TITLE_WORDS { usize::MAX } else { TRIPLES + 2 };
        if most == usize::MAX || !self.body.is_empty() || !self.description.is_empty() {
            into.extend(folded(text).take(most));
        }
    }

    /// Share of a block's word triples in `articleBody`; -1 where there is none to compare with.
    pub(crate) fn in_body(&self, words: &[u64]) -> f32 {
        Self::share(&self.body, words)
    }

    /// The same for the page's description: a standfirst.
    pub(crate) fn in_description(&self, words: &[u64]) -> f32 {
        Self::share(&self.description, words)
    }

    fn share(known: &HashSet<u64, Hashed>, words: &[u64]) -> f32 {
        if known.is_empty() {
            return -1.0;
        }
        let (mut found, mut all) = (0, 0);
        for triple in triples(words.iter().copied()).take(TRIPLES) {
            all += 1;
            found += u32::from(known.contains(&triple));
        }
        if all == 0 { -0.5 } else { found as f32 / all as f32 }
    }

    /// Share of the title's words in a short block of `count` words, times the share of its words in the title.
    pub(crate) fn in_title(&self, words: &mut Vec<u64>, count: u32) -> f32 {
        if count > TITLE_WORDS || !words.iter().any(|word| self.title.contains(word)) {
            return 0.0;
        }
        words.sort_unstable();
        words.dedup();
        let both = words.iter().filter(|word| self.title.contains(word)).count() as f32;
        both / self.title.len() as f32 * both / words.len() as f32
    }
}

/// Cues of what kind of page it is: its declared types, its generator, the words of its address.
fn page_cues(collected: &Collected) -> Vec<Hash> {
    let mut tokens = Vec::new();
    for object in &collected.objects {
        types(object).for_each(|kind| tokens.push(cues::token(b'J', kind)));
    }
    for (kind, name) in [(b'O', "og:type"), (b'G', "generator"), (b'C', "twitter:card")] {
        if let Some(word) = collected.meta(&[name]).and_then(|value| value.split_whitespace().next()) {
            tokens.push(cues::token(kind, word));
        }
    }
    if let Some(url) = collected.canonical.as_deref().or_else(|| collected.meta(&["og:url"])) {
        let path = url.split_once("://").map_or(url, |(_, rest)| rest).split_once('/').map_or("", |(_, path)| path);
        let path = path.split(['?', '#']).next().unwrap_or("");
        let depth = path.split('/').filter(|part| !part.is_empty()).count();
        tokens.push(cues::token(b'D', &depth.to_string()));
        // The last part is the page's own name; those before it say where it belongs.
        let parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
        for part in parts.iter().take(parts.len().saturating_sub(1)) {
            for word in part.split(|char: char| !char.is_alphabetic()).filter(|word| !word.is_empty()).take(4) {
                tokens.push(cues::token(b'U', word));
            }
        }
        if parts.last().is_some_and(|name| name.matches(['-', '_']).count() >= 3) {
            tokens.push(cues::token(b'U', "long name"));
        }
    }
    tokens.sort_unstable();
    tokens.dedup();
    tokens
}
