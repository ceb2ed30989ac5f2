//! How near two claims of one story are, word by word: the same, of one root, related, or near in meaning.

use std::collections::HashMap;

use super::content::ContentWord;
use super::member::Member;
use crate::coverage::reading::features::{Analyzer, Term};
use crate::coverage::reading::meanings::Meaning;
use crate::coverage::reading::vocabulary::is_english;
use crate::coverage::types::ClaimRecord;
use crate::{Context, Result};

/// How many claims of a story are compared, the first ones.
const CLAIMS: usize = 320;
/// How many words of a claim are looked at.
const WORDS: usize = 40;
/// How far words meet that are not the same, and those at most whose meanings alone are near.
const AKIN: f64 = 0.8;

/// A content word of a claim, and how much it tells there.
pub(crate) struct Weighed {
    pub word: ContentWord,
    meaning: Meaning,
    weight: f64,
}

impl Weighed {
    /// How far it meets another, in [0, 1].
    pub fn nearness(&self, other: &Self) -> f64 {
        if self.word.term.id == other.word.term.id {
            1.0
        } else if self.word.meets(&other.word) {
            AKIN
        } else {
            (2.0 * self.meaning.nearness(&other.meaning)).max(0.0) * AKIN
        }
    }
}

/// A claim with its words beside numbers and days.
pub(crate) struct Told<'a> {
    pub member: Member<'a>,
    pub words: Vec<Weighed>,
}

impl Told<'_> {
    /// Those of its words that these terms are.
    pub fn words_of(&self, terms: &[u32]) -> Vec<&Weighed> {
        self.words.iter().filter(|word| terms.contains(&word.word.term.id)).collect()
    }
}

/// The share of the weight of these words that meets those, and how many of them do.
fn met(these: &[&Weighed], those: &[&Weighed]) -> (f64, usize) {
    let (mut sum, mut all, mut count) = (0.0, 0.0, 0);
    for word in these {
        let best = those.iter().map(|other| word.nearness(other)).fold(0.0, f64::max);
        (sum, all, count) = (sum + word.weight * best, all + word.weight, count + usize::from(best > 0.0));
    }
    (if all > 0.0 { sum / all } else { 0.0 }, count)
}

/// How near these words are to those, in [0, 1]; 0 where fewer than `least` of either meet.
pub(crate) fn nearness(these: &[&Weighed], those: &[&Weighed], least: usize) -> f64 {
    let ((p, here), (q, there)) = (met(these, those), met(those, these));
    if here.min(there) < least.max(1) { 0.0 } else { 2.0 * p * q / (p + q) }
}

/// The claims of a story with their words, a word the heavier the fewer of them have it. Of English, whose words have meanings here.
pub(crate) fn read<'a>(
    claims: &'a [ClaimRecord],
    rows: &[usize],
    analyzer: &mut Analyzer<'_>,
    context: &Context,
) -> Result<Vec<Told<'a>>> {
    let mut found = Vec::new();
    let mut holding: HashMap<u32, u32> = HashMap::new();
    for row in rows.iter().take(CLAIMS) {
        context.check()?;
        let member = Member::of(*row, &claims[*row], analyzer, context)?;
        for term in &member.features.bag {
            *holding.entry(term.id).or_default() += 1;
        }
        found.push(Told { member, words: Vec::new() });
    }
    let all = found.len() as f64;
    for told in &mut found {
        let member = &told.member;
        if !is_english(member.claim.language.as_deref()) {
            continue;
        }
        let plain = |term: &&Term| !(term.number || term.calendar);
        told.words = (member.features.bag.iter().filter(plain).take(WORDS))
            .map(|term| {
                let word = ContentWord::of(term, member.span_of(term.id).unwrap_or_default(), member);
                let count = f64::from(holding.get(&term.id).copied().unwrap_or(1));
                Weighed { meaning: word.meaning(), word, weight: ((all + 1.0) / (count + 0.5)).ln().max(0.0) }
            })
            .collect();
    }
    Ok(found)
}
