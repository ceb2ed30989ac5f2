//! Verdicts: "it is untrue that the dam failed", "reports that it failed are false", "es sei falsch, dass". What is called false is said
//! not to be so.

use std::ops::Range;

use super::polarity::negates;
use super::words::Words;
use crate::text::pos::Pos;

/// How far from the head of a clause the noun stands whose clause is judged: "the union's repeated claim that".
const HEAD: usize = 6;
/// How far behind its copula a verdict begins at most: "is simply not true".
const ADVERBS: usize = 3;

/// What a clause calls false.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Verdict {
    /// Where the words stand that would be so; nothing of "reports of a divorce are false".
    pub inner: Option<Range<usize>>,
    /// The words of the verdict, with what negates it.
    pub words: Range<usize>,
    /// Whether it is negated itself: "is not untrue that".
    pub negated: bool,
    /// Whether the verb of the attribution calls it so: "dismissed | the claim that he had resigned as untrue".
    pub called: bool,
}

/// The verdict of a clause, given by its tokens.
pub(crate) fn verdict(words: &Words, clause: &[usize]) -> Option<Verdict> {
    if words.pack.english { in_english(words, clause) } else { elsewhere(words, clause) }
}

fn in_english(words: &Words, clause: &[usize]) -> Option<Verdict> {
    let first = clause.iter().position(|id| !words.is_mark(*id))?;
    let is = |at: usize, list: &[&str]| clause.get(at).is_some_and(|id| words.is(*id, list));
    let noun = judged(words, clause, first);
    let impersonal = is(first, &["it", "it's", "there"]);
    if !impersonal && noun.is_none() {
        return None;
    }
    for at in first..clause.len() {
        let copula =
            words.pack.copula.has(words.word(clause[at])) || is(at, &["it's", "isn't", "wasn't", "aren't", "weren't"]);
        let Some((said, negated)) = copula.then(|| predicate(words, clause, at + 1)).flatten() else { continue };
        let contracted = is(at, &["isn't", "wasn't", "aren't", "weren't"]);
        let span = at..said.end;
        if let Some(noun) = noun.filter(|noun| *noun <= at) {
            let that = noun + usize::from(is(noun, &["that"]));
            let clausal = (that..at).any(|at| words.is_finite(clause[at]));
            return Some(Verdict {
                inner: clausal.then_some(that..at),
                words: span,
                negated: negated != contracted,
                called: false,
            });
        }
        // "it is wrong that" judges what is so; "wrong to say that" does not.
        let wrong = is(said.end - 1, &["wrong", "lies"]);
        let said_so =
            is(said.end, &["to"]) && is(said.end + 1, &["say", "claim", "suggest", "think", "believe", "assert"]);
        let that = match (said_so, is(said.start, &["no"])) {
            (true, _) => said.end + 2 + usize::from(is(said.end + 2, &["that"])),
            // "there is no truth in the claim that"
            (_, true) => (said.end..clause.len().min(said.end + HEAD)).find(|&at| is(at, &["that"]))? + 1,
            _ => said.end + usize::from(is(said.end, &["that"])),
        };
        let opens = that > said.end && that + 1 < clause.len() && (said_so || !wrong);
        return opens.then_some(Verdict {
            inner: Some(that..clause.len()),
            words: span,
            negated: negated != contracted,
            called: false,
        });
    }
    // "called | the claim that he had resigned “a lie”", "described claims | that he had resigned as untrue"
    let noun = noun?;
    let end = clause.iter().rposition(|id| !words.is_mark(*id))? + 1;
    let start = (noun + 1..end).find(|&at| falsity(words, clause, at).is_some_and(|to| to == end))?;
    let that = noun + usize::from(is(noun, &["that"]));
    let trimmed =
        (that..start).rev().find(|&at| !is(at, &["as"]) && !words.is_mark(clause[at])).map_or(that, |at| at + 1);
    let clausal = (that..trimmed).any(|at| words.is_finite(clause[at]) || words.is_verb(clause[at]));
    let negated = start > 0 && negates(words, clause[start - 1]);
    clausal.then_some(Verdict { inner: Some(that..trimmed), words: start..end, negated, called: true })
}

/// One past the noun whose clause may be judged, at the head of the clause or right before it.
fn judged(words: &Words, clause: &[usize], first: usize) -> Option<usize> {
    let noun = |id: usize| {
        words.pack.content_noun.has(words.word(id)) && matches!(words.pos(id), Pos::Noun | Pos::Propn | Pos::Verb)
    };
    let id = *clause.get(first)?;
    let before = |back: usize| id.checked_sub(back).filter(|id| noun(*id));
    if before(1).is_some() || before(2).is_some() && words.is(id - 1, &["that"]) {
        return Some(first);
    }
    let head = first..clause.len().min(first + HEAD);
    let open = |at: &usize| {
        let id = clause[*at];
        let inside =
            matches!(words.pos(id), Pos::Det | Pos::Adj | Pos::Noun | Pos::Propn | Pos::Pron | Pos::Num) || noun(id);
        inside && !words.is(id, &["that"]) || words.word(id).starts_with(['\'', '’'])
    };
    head.take_while(open).filter(|&at| noun(clause[at])).last().map(|at| at + 1)
}

/// Where a verdict stands behind a copula, and whether it is negated.
fn predicate(words: &Words, clause: &[usize], from: usize) -> Option<(Range<usize>, bool)> {
    let mut negated = false;
    for at in from..clause.len().min(from + ADVERBS + 1) {
        if let Some(end) = falsity(words, clause, at) {
            return Some((at..end, negated));
        }
        // "is not true": the negation is the verdict.
        if negates(words, clause[at]) {
            negated = !negated;
        } else if !matches!(words.pos(clause[at]), Pos::Adv | Pos::Det | Pos::Adj) && !words.is_mark(clause[at]) {
            return None;
        }
    }
    None
}

fn falsity(words: &Words, clause: &[usize], at: usize) -> Option<usize> {
    let word = |at: usize| clause.get(at).map(|id| words.word(*id));
    words.pack.falsity.starting(word, at).map(|(end, _)| end)
}

/// "es falso que", "es sei falsch, dass", "Berichte, wonach ..., seien falsch".
fn elsewhere(words: &Words, clause: &[usize]) -> Option<Verdict> {
    let word = |at: usize| clause.get(at).map(|id| words.word(*id));
    let noun = (0..clause.len().min(HEAD)).find(|&at| words.pack.content_noun.has(words.word(clause[at])));
    let opens = |at: usize| clause.get(at).is_some_and(|id| words.pack.complementiser.has(words.word(*id)));
    (0..clause.len()).find_map(|at| {
        let (end, kind) = words.pack.falsity.starting(word, at)?;
        // "dass es falsch sei, dass"
        let mark = |at: usize| clause.get(at).is_some_and(|id| words.is_mark(*id));
        let behind = end + usize::from(word(end).is_some_and(|next| words.pack.copula.has(next)));
        let that = behind + usize::from(mark(behind));
        let copula = (at.saturating_sub(2)..end).any(|at| words.pack.copula.has(words.word(clause[at])))
            || word(end).is_some_and(|next| words.pack.copula.has(next));
        let reports = noun.is_some_and(|noun| noun < at) && (copula || kind == "verb");
        (opens(that) || reports).then(|| Verdict {
            inner: opens(that).then_some(that + 1..clause.len()),
            words: at..end,
            negated: false,
            called: false,
        })
    })
}
