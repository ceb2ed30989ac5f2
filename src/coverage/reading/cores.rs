//! The core of a claim: who does what to whom as the claim itself tells it, and not where and when it was nor what had happened
//! before, which reports tell alike of all that belongs to one event.

use super::frame::{Frame, MARKS};
use super::grammar::Role;
use super::meanings::Meaning;
use super::term::Term;
use crate::claims::Act;
use crate::coverage::types::ClaimRecord;
use crate::text::Span;

/// The content words of subject, predicate and object.
#[derive(Debug, Clone, Default)]
pub(crate) struct Core {
    pub words: Vec<(Term, String)>,
    /// Those of the predicate.
    pub done: Vec<u32>,
    /// Of the predicate.
    pub meaning: Meaning,
    /// Its speaker asks for it or demands it, and does not say that it is so.
    pub asked: bool,
}

impl Core {
    /// That of a claim with its terms, where they stand, and their words; empty where the claim does not tell it.
    pub fn of(claim: &ClaimRecord, sequence: &[Term], spans: &[Span], forms: &[(String, u32)]) -> Self {
        let Frame { subject, predicate } = Frame::of(claim);
        let (Some(subject), Some(predicate)) = (subject, predicate) else { return Self::default() };
        let object = object(&claim.text, predicate.end);
        let is_within = |place: Span, span: &Span| place.start <= span.start && span.end <= place.end;
        let asked = matches!(claim.act, Some(Act::Ask | Act::Demand));
        let mut core = Self { asked, ..Self::default() };
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
