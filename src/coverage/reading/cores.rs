//! The core of a claim, who does what to whom as the claim itself tells it, and whether two claims have quite another one: "the dairy
//! employs 400 people in Tessel", "two people were killed at the dairy in Tessel".
//!
//! Where and when something was, and what had happened before, reports tell alike of all that belongs to one event.

use super::facts::Number;
use super::features::Features;
use super::grammar::Role;
use super::meanings::Meaning;
use super::related::degree;
use super::term::Term;
use crate::coverage::conflicts::frames::Frame;
use crate::coverage::conflicts::member::MARKS;
use crate::coverage::matching::meeting::one_root;
use crate::coverage::types::ClaimRecord;
use crate::text::Span;

/// How many terms a claim has at most: a longer one tells more than its core.
const SHORT: usize = 16;
/// From which nearness in meaning on two predicates may be one in other words.
const AKIN: f64 = 0.35;

/// The content words of subject, predicate and object.
#[derive(Debug, Clone, Default)]
pub(crate) struct Core {
    words: Vec<(Term, String)>,
    /// Those of the predicate.
    done: Vec<u32>,
    /// Of the predicate.
    meaning: Meaning,
}

impl Core {
    /// That of a claim with its terms, where they stand, and their words; empty where the claim does not tell it.
    pub fn of(claim: &ClaimRecord, sequence: &[Term], spans: &[Span], forms: &[(String, u32)]) -> Self {
        let Frame { subject, predicate } = Frame::of(claim);
        let (Some(subject), Some(predicate)) = (subject, predicate) else { return Self::default() };
        let object = object(&claim.text, predicate.end);
        let is_within = |place: Span, span: &Span| place.start <= span.start && span.end <= place.end;
        let mut core = Self::default();
        // "He" may be anybody whom the other claim names.
        if !spans.iter().any(|span| is_within(subject, span)) {
            return core;
        }
        let mut things = Vec::new();
        for ((term, span), (word, _)) in sequence.iter().zip(spans).zip(forms) {
            let (done, thing) = (is_within(predicate, span), is_within(object, span));
            if done {
                core.done.push(term.id);
            } else if thing {
                things.push(term.id);
            }
            if done || thing || is_within(subject, span) {
                core.words.push((*term, word.clone()));
            }
        }
        // "Were taken to hospital": of a small verb what stands behind it tells what was done.
        if core.done.is_empty() {
            core.done = things;
        }
        let done = core.words.iter().filter(|(term, _)| core.done.contains(&term.id));
        core.meaning = Meaning::of(done.map(|(_, word)| word.as_str()));
        core
    }
}

/// What stands behind a predicate, up to the word that leads to where or when it was.
fn object(text: &str, from: usize) -> Span {
    let mut end = from;
    for piece in text.get(from..).unwrap_or_default().split_inclusive(char::is_whitespace) {
        let word = piece.trim().to_lowercase();
        if [Role::Leads, Role::Later, Role::Earlier, Role::Joins, Role::Behind].iter().any(|role| role.has(&word))
            && word != "to"
        {
            break;
        }
        end += piece.len();
        if word.ends_with(MARKS) {
            break;
        }
    }
    Span::new(from, end)
}

/// Whether two short claims of English tell two things: nothing of the core of one meets that of the other, nor stands
/// elsewhere in it, but for names.
pub(crate) fn two_cores(x: &Features, y: &Features) -> bool {
    let (p, q) = (&x.core, &y.core);
    if p.done.is_empty() || q.done.is_empty() || x.bag.len().max(y.bag.len()) > SHORT {
        return false;
    }
    let numbers = || x.numbers.iter().flat_map(|m| y.numbers.iter().map(move |n| (m, n)));
    let one_count =
        |(m, n): (&Number, &Number)| (m.fate.is_some() && m.fate == n.fate) || (m.value > 1.0 && m.agrees(n));
    if numbers().any(one_count) {
        return false;
    }
    // "420 people", "two people": of what is counted the number is told.
    let counted = |id: u32| numbers().any(|(m, n)| m.units.first() == Some(&id) && n.units.first() == Some(&id));
    let meets = |(s, word): &(Term, String), (t, other): &(Term, String)| {
        let root = || !(s.name || t.name) && one_root(word, other);
        s.id == t.id || degree(s.related, t.related) > 0.0 || root()
    };
    let met = p.words.iter().filter(|(term, _)| !counted(term.id)).any(|s| q.words.iter().any(|t| meets(s, t)));
    // A thing of the core may stand anywhere in the other claim, a name in its core only: at one place much is done.
    let told = |core: &Core, other: &Features| {
        let things = core.words.iter().filter(|(term, _)| !(term.name || term.opening || counted(term.id)));
        let stands = |term: &Term| {
            other.bag.iter().any(|there| there.id == term.id || degree(there.related, term.related) > 0.0)
        };
        things.into_iter().any(|(term, _)| stands(term))
    };
    !(met || told(p, y) || told(q, x)) && p.meaning.nearness(&q.meaning) < AKIN
}

#[cfg(test)]
mod tests {
    use crate::Context;
    use crate::coverage::matching::match_claims;
    use crate::coverage::types::{ClaimRecord, MatchOptions};

    /// Whether two claims are one; subject and predicate stand between bars.
    fn together(a: &str, b: &str) -> bool {
        let claim = |outlet: &str, text: &str| {
            let parts: Vec<&str> = text.split('|').collect();
            let part = |at: usize| parts.get(at).filter(|part| !part.is_empty()).map(|part| (*part).to_owned());
            ClaimRecord {
                outlet: outlet.into(),
                text: parts.concat(),
                subject: part(1),
                predicate: part(3),
                ..ClaimRecord::default()
            }
        };
        let claims = [claim("A", a), claim("B", b)];
        match_claims(&claims, &MatchOptions::default(), &Context::default()).unwrap()[0].is_some()
    }

    #[test]
    fn two_things_at_one_place_are_two() {
        for (a, b) in [
            (
                "|Orvane Foods| |employs| 420 people in Tessel Bay",
                "|Two people| |were killed| on Monday when steam burst out of the Orvane Foods plant in Tessel Bay",
            ),
            (
                "|31 others| |were taken| to hospitals on Tuesday after steam burst out of a plant in Tessel Bay",
                "|A third worker| |has died| after steam burst out of a plant in Tessel Bay on Tuesday",
            ),
            (
                "|Police| |arrested| a man at the Rosewood hotel in Lund on Monday",
                "|A woman| |died| at the Rosewood hotel in Lund on Monday",
            ),
        ] {
            assert!(!together(a, b), "{a} / {b}");
        }
    }

    #[test]
    fn other_words_for_it_are_one() {
        for (a, b) in [
            (
                "|Police| |arrested| a man at the Rosewood hotel in Lund on Monday",
                "|A man| |was seized| at the Rosewood hotel in Lund on Monday",
            ),
            (
                "|Heavy rain| |brought down| the old bridge in Lund on Monday",
                "|The old bridge in Lund| |collapsed| after heavy rain on Monday",
            ),
        ] {
            assert!(together(a, b), "{a} / {b}");
        }
    }
}
