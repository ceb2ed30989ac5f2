//! A thing in the place of another in otherwise like claims: "broke out in the engine room", "broke out on the car deck"; "caused by a
//! faulty valve", "human error caused it".
//!
//! Capitals tell names; of other nouns only the rest of the claims tells that one stands in the place of another: all other words of
//! both meet, and what is left is one noun phrase in a like part of the sentence. Two words for one thing are more frequent than two
//! things, so that nothing may speak for the former: neither a list, nor that both are people, nor a report that uses the other's word.

use std::cell::OnceCell;
use std::collections::HashMap;

use super::content::ContentWord;
use super::counterparts::of_two;
use super::days::later;
use super::member::Member;
use crate::claims::speakers::{are_sources, is_somebody};
use crate::coverage::conflicts::{ConflictKind, Disagreement};
use crate::coverage::matching::occasions::turned;
use crate::coverage::reading::facts::Number;
use crate::coverage::reading::features::Analyzer;
use crate::coverage::reading::frame::MARKS;
use crate::coverage::reading::grammar::Role;
use crate::coverage::reading::vocabulary::{english_stem, is_english};
use crate::coverage::types::ClaimRecord;
use crate::learn::form::fold_hash;
use crate::text::Span;

/// How many words must meet, and which share of those of the longer claim.
const MET: usize = 3;
const SHARE: f64 = 0.5;
/// The longest phrase, in content words.
const LONGEST: usize = 3;
/// How many claims of a report are looked at.
const CLAIMS: usize = 320;

/// A noun phrase that one claim has and the other has not, and what it is in its sentence.
struct Phrase {
    span: Span,
    part: Part,
}

/// What a phrase is in its sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Part {
    Does,
    Undergoes,
    /// Behind any word that leads to a place: "in the engine room", "on the car deck".
    Place,
    Led(String),
}

/// The claims in which things may be exchanged, and those of each report.
pub(crate) struct Things<'c> {
    claims: &'c [ClaimRecord],
    reports: OnceCell<HashMap<u64, Vec<usize>>>,
}

impl<'c> Things<'c> {
    pub fn of(claims: &'c [ClaimRecord]) -> Self {
        Self { claims, reports: OnceCell::new() }
    }

    /// What stands in one place in two claims, and in no other place of the other's report.
    pub fn exchanged(&self, a: &Member<'_>, b: &Member<'_>, analyzer: &Analyzer<'_>) -> Option<Disagreement> {
        let english = |member: &Member<'_>| is_english(member.claim.language.as_deref());
        let plain =
            english(a) && english(b) && !(later(a, b) || turned(&a.features, &b.features) || of_two(a, b, analyzer));
        if !plain || of_two_events(a, b) {
            return None;
        }
        let (x, y) = (a.content(), b.content());
        let (here, there) = (phrase(a, x, y)?, phrase(b, y, x)?);
        let (s, t) = (here.span.of(&a.claim.text), there.span.of(&b.claim.text));
        let known = self.uses(b.claim, s) || self.uses(a.claim, t);
        (here.part == there.part && !known).then(|| Disagreement::of(ConflictKind::Name, s, t))
    }

    /// Whether a report uses the last word of a phrase.
    fn uses(&self, report: &ClaimRecord, phrase: &str) -> bool {
        let stem = |word: &str| english_stem(&word.to_lowercase());
        let Some(head) = phrase.rsplit([' ', '-']).next().map(stem) else { return false };
        let reports = self.reports.get_or_init(|| {
            let mut reports: HashMap<u64, Vec<usize>> = HashMap::new();
            for (row, claim) in self.claims.iter().enumerate() {
                reports.entry(claim.document).or_default().push(row);
            }
            reports
        });
        let rows = reports.get(&report.document).map_or(&[][..], Vec::as_slice);
        let mut texts = rows.iter().take(CLAIMS).filter_map(|row| self.claims.get(*row));
        texts.any(|claim| claim.text.split(|c: char| !c.is_alphanumeric()).any(|word| stem(word) == head))
    }
}

/// Whether numbers or days tell that two claims are of two events.
pub(super) fn of_two_events(a: &Member<'_>, b: &Member<'_>) -> bool {
    let (x, y) = (&a.features, &b.features);
    let numbers = x.numbers.iter().any(|m| y.numbers.iter().all(|n| !m.agrees(n))) && !y.numbers.is_empty();
    numbers || x.dates.iter().any(|day| y.dates.iter().any(|there| day.differs(there)))
}

/// The one phrase of a claim that nothing in the other meets.
fn phrase(member: &Member<'_>, own: &[ContentWord], others: &[ContentWord]) -> Option<Phrase> {
    let met = |word: &ContentWord| others.iter().any(|other| word.meets(other));
    let manner = |word: &ContentWord| word.term.light || word.text.ends_with("ly");
    let common = own.iter().filter(|word| met(word)).count();
    if common < MET || (common as f64) < SHARE * own.len().max(others.len()) as f64 {
        return None;
    }
    let mut open = (0..own.len()).filter(|at| !(met(&own[*at]) || manner(&own[*at])));
    let first = open.next()?;
    let rest: Vec<usize> = open.collect();
    let run = first..first + 1 + rest.len();
    let adjoins = |pair: &[ContentWord]| {
        let gap = member.claim.text.get(pair[0].span.end..pair[1].span.start).unwrap_or(",");
        matches!(gap, " " | "-")
    };
    let phrase = own.get(run.clone())?;
    let names = phrase.iter().any(|word| word.term.name || word.term.opening || word.term.verb || somebody(&word.text));
    let whole = rest.iter().enumerate().all(|(n, at)| *at == first + 1 + n) && phrase.windows(2).all(adjoins);
    // What goes on behind it is what it is: "the old quay wall".
    let ends = own
        .get(run.end)
        .is_none_or(|next| !adjoins(&own[run.end - 1..=run.end]) || next.term.verb || next.text.ends_with("ly"));
    // "Six years old" is how old.
    let counted = member.features.numbers.iter().filter_map(Number::place).any(|number| {
        let gap = member.claim.text.get(number.end..own[first].span.start);
        gap.is_some_and(|gap| gap.trim().is_empty())
    });
    if names || !whole || !ends || counted || phrase.len() > LONGEST {
        return None;
    }
    let span = phrase[0].span.cover(&phrase[phrase.len() - 1].span);
    Some(Phrase { span, part: part(member, span)? })
}

/// Whether a word is one for people or a body, who are called by many words.
fn somebody(word: &str) -> bool {
    let hash = fold_hash(word);
    Role::Persons.has(word) || is_somebody("en", hash, word) || are_sources("en", hash, word)
}

/// What a phrase is in its sentence; `None` for what belongs to the phrase before it, and for what somebody or something is.
fn part(member: &Member<'_>, span: Span) -> Option<Part> {
    let before = member.claim.text.get(..span.start)?.to_lowercase();
    let small = |word: &&str| Role::Determiner.has(word);
    let word = before.split_whitespace().rfind(|word| !small(word));
    match word {
        Some("of") => return None,
        Some(word) if Role::By.has(word) => return Some(Part::Does),
        Some(word) if Role::Place.has(word) || word == "on" => return Some(Part::Place),
        Some(word) if Role::Leads.has(word) || Role::Complement.has(word) => return Some(Part::Led(word.to_owned())),
        _ => {}
    }
    let done = member.frame.predicate?;
    let words = done.of(&member.claim.text).to_lowercase();
    if words.split_whitespace().all(|word| Role::Be.has(word) || Role::Auxiliary.has(word)) {
        return None;
    }
    let subject = member.frame.subject.is_some_and(|subject| subject.cover(&span) == subject);
    let mut terms = member.features.sequence.iter().zip(&member.features.spans);
    let passive = terms.any(|(term, place)| term.passive && done.cover(place) == done);
    if subject {
        return Some(if passive { Part::Undergoes } else { Part::Does });
    }
    let gap = member.claim.text.get(done.end..span.start)?;
    (!gap.contains(MARKS)).then_some(Part::Undergoes)
}

#[cfg(test)]
mod tests {
    use crate::Context;
    use crate::coverage::conflicts::{ConflictKind, conflicts};
    use crate::coverage::testing::{framed, words as told};

    /// The things in which two claims of one cluster disagree; subject and predicate stand between bars. Reports may tell more.
    fn things(a: &str, b: &str, more: &[&str]) -> Vec<[String; 2]> {
        let mut claims = vec![framed(1, a), framed(2, b)];
        claims.extend(more.iter().map(|text| framed(2, text)));
        let mut clusters = vec![None; claims.len()];
        clusters[..2].fill(Some(0));
        let found = conflicts(&claims, &clusters, &Context::default()).unwrap();
        told(found.into_iter().filter(|conflict| conflict.kind == ConflictKind::Name))
    }

    const NONE: [[String; 2]; 0] = [];
    const ROOM: &str = "|the fire on the ferry| |broke out| in the engine room at night";

    #[test]
    fn a_thing_in_the_place_of_another_is_a_dispute() {
        let words = |x: &str, y: &str| [[x.to_owned(), y.to_owned()]];
        let deck = "|a fire| |broke out| on the car deck of the ferry at night";
        assert_eq!(things(ROOM, deck, &[]), words("engine room", "car deck"));
        let valve = "|the blast at the mill in Dorne| |was caused| by a faulty valve";
        let error = "|human error| |caused| the blast at the mill in Dorne";
        assert_eq!(things(valve, error, &[]), words("faulty valve", "human error"));
    }

    #[test]
    fn another_word_for_it_is_none() {
        for other in [
            "|a fire| |broke out| on the ferry at night",
            "|a blaze| |broke out| in the engine room of the ship at night",
            "|a fire| |broke out| in the engine room of the ferry during the storm at night",
            "|a fire| |did not break out| on the car deck of the ferry at night",
            "|a fire| |broke out| on the car deck of the ferry on Monday and of a ship in the port",
        ] {
            assert_eq!(things(ROOM, other, &[]), NONE, "{other}");
        }
        let (guard, driver) = ("|a guard| |saw| smoke above the old mill", "|a driver| |saw| smoke above the old mill");
        assert_eq!(things(guard, driver, &[]), NONE);
    }

    #[test]
    fn a_report_that_uses_the_word_of_the_other_means_something_else_by_its_own() {
        let deck = "|a fire| |broke out| on the car deck of the ferry at night";
        assert_eq!(things(ROOM, deck, &["smoke was seen in a room below"]), NONE);
    }
}
