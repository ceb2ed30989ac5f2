//! Cues of what is not said: "declined to comment", "could not confirm that", "nobody said that". Nothing is claimed there; the sentence
//! is the outlet's own.

use std::ops::Range;

use super::cue::{Cue, separated};
use super::pack::Pack;
use super::polarity::negates;
use super::roles::Roles;
use super::withdrawn::is_withdrawn;
use super::words::Words;
use crate::claims::types::{Act, Attribution, Kind};
use crate::text::pos::{Form, Pos, Tag};

/// How far behind a cue its negation may stand: "zei gisteren in de raad niet dat".
const BEHIND: usize = 8;

/// Whether a cue tells of silence, or of what the outlet itself has taken back. Nothing is claimed then.
pub(crate) fn is_silent(words: &Words, said: &Attribution) -> bool {
    let place = said.cue_span.or(said.spans.first().copied()).and_then(|span| words.sentence(span.start));
    if place.is_some_and(|sentence| is_withdrawn(words, sentence)) {
        return true;
    }
    let word = |at: usize| (at < words.tokens.len()).then(|| words.word(at));
    // "“Taxes will rise,” Berg never said."
    let never = |cue: &Range<usize>| {
        let says = said.act == Act::Say && words.pack.english;
        says && (cue.start.saturating_sub(1)..cue.end).any(|at| words.is(at, &["never"]))
    };
    let cue = said.cue_span.map(|span| words.within(span)).filter(|cue| said.kind != Kind::Direct || never(cue));
    cue.is_some_and(|cue| {
        let refuses = (cue.start.saturating_sub(2)..cue.end)
            .any(|at| words.pack.refusing.starting(word, at).is_some_and(|(end, _)| end > cue.start));
        // "asked | to comment on the report"
        let comment = || {
            said.kind == Kind::Indirect
                && said.act == Act::Ask
                && said.spans.iter().any(|span| words.pack.comment.starting(word, words.within(*span).start).is_some())
        };
        refuses
            || comment()
            || says_nothing(words, said)
            || words.pack.english && (is_unsaid(words, said, &cue) || is_called(words, said, &cue))
            || is_not_said(words, said, &cue)
    })
}

/// "said nothing", "said nothing about the deal": but not "said nothing had been decided", and not "found nothing".
fn says_nothing(words: &Words, said: &Attribution) -> bool {
    let word = |at: usize| (at < words.tokens.len()).then(|| words.word(at));
    let [span] = said.spans.as_slice() else { return false };
    let content = words.within(*span);
    let Some((end, _)) = words.pack.nothing.starting(word, content.start) else { return false };
    let rest = end.min(content.end)..content.end;
    let goes_on = rest.clone().find(|&at| !words.is_mark(at));
    let about = goes_on.is_none_or(|at| words.pack.about.has(words.word(at)));
    let follows = said.cue_span.is_some_and(|cue| cue.end <= span.start);
    said.act == Act::Say && !finds(words, said) && follows && about && !rest.into_iter().any(|at| words.is_finite(at))
}

/// "the bill, known as the “Clean Harbour Act”, was passed": what something is called, behind a comma.
fn is_called(words: &Words, said: &Attribution, cue: &Range<usize>) -> bool {
    let behind = cue.start.checked_sub(1).is_some_and(|before| words.is(before, &[","]));
    let content = said.spans.first().map_or(cue.end, |span| words.within(*span).start);
    behind
        && content >= cue.end
        && words.is(
            cue.start,
            &["known", "named", "called", "dubbed", "identified", "labelled", "labeled", "termed", "billed"],
        )
        && (cue.start + 1..=content).any(|at| words.is(at, &["as"]))
}

/// Whether a cue tells what was looked into: "the study found nothing" is a finding.
fn finds(words: &Words, said: &Attribution) -> bool {
    let mut cue = said.cue_span.map(|span| words.within(span)).into_iter().flatten();
    cue.any(|at| words.pack.finding.has(words.word(at)))
}

/// Whether the source of an attribution is nobody: "no one", "aucun élu", "weder Berg noch Lund".
pub(super) fn is_nobody(words: &Words, said: &Attribution) -> bool {
    let word = |at: usize| (at < words.tokens.len()).then(|| words.word(at));
    let (source, cue) = match said.source_span.zip(said.cue_span) {
        Some((source, cue)) => (words.within(source), words.within(cue)),
        None => return false,
    };
    source.end <= cue.start && names_nobody(words.pack, word, source.start)
}

/// Whether the words from `at` on are nobody: "no one", but not "No 10".
pub(crate) fn names_nobody<'a>(pack: &Pack, word: impl Fn(usize) -> Option<&'a str>, at: usize) -> bool {
    let number = |end: usize| word(end).is_some_and(|next| next.starts_with(|first: char| first.is_ascii_digit()));
    pack.negative_subject.starting(&word, at).is_some_and(|(end, _)| !number(end))
}

/// Whether the verb of a cue is negated, or nobody its subject, and what stands behind it is no denial and no belief of the
/// contrary: "did not confirm that", but "did not deny that", "does not believe that".
fn is_not_said(words: &Words, said: &Attribution, cue: &Range<usize>) -> bool {
    let follows = said.spans.iter().all(|span| words.within(*span).start >= cue.end);
    // "Ob er bewaffnet war, wollte die Polizei nicht sagen."
    let fronted = || !words.pack.english && said.spans.iter().all(|span| words.within(*span).end <= cue.start);
    if said.spans.is_empty() || !follows && !fronted() {
        return false;
    }
    let governed = governed(words, cue);
    let denies = |at: usize| {
        let word = |at: usize| (at < words.tokens.len()).then(|| words.word(at));
        words.pack.denial.starting(word, at).is_some()
    };
    if let Some(verb) = governed {
        // "declined to confirm", but "declined to resign": a deed that is refused is told.
        let says = verb < cue.end || words.pack.saying.has(words.word(verb));
        return says && !denies(verb) && !words.pack.raising.has(words.word(verb));
    }
    let read = Cue::read(words, said);
    let among = |at: usize| words.pack.doubt.has(words.word(at)) || words.pack.raising.has(words.word(at));
    if read.denial || matches!(read.act, Act::Believe | Act::Plan) || cue.clone().any(among) {
        return false;
    }
    is_nobody(words, said) || is_negated(words, said, cue)
}

/// The verb behind a phrase that keeps it from being done: "unable to | confirm", "stopped short of | saying".
pub(super) fn governed(words: &Words, cue: &Range<usize>) -> Option<usize> {
    let word = |at: usize| (at < words.tokens.len()).then(|| words.word(at));
    let longest = words.pack.not_confirmed.longest;
    // "did not fail to say"
    let starts = (cue.start.saturating_sub(longest)..cue.end).filter(|&at| at == 0 || !negates(words, at - 1));
    starts
        .filter_map(|at| {
            words.pack.not_confirmed.starting(word, at).map(|(end, _)| end).or_else(|| over_adverb(words, at))
        })
        .find(|&end| end >= cue.start)
}

/// "se negó | este jueves | a reconocer": one past the preposition that ends such a phrase, where an adverb stands before it.
fn over_adverb(words: &Words, at: usize) -> Option<usize> {
    const ADVERB: usize = 3;
    if words.pack.english || words.pack.not_confirmed.is_empty() {
        return None;
    }
    (at + 1..at + words.pack.not_confirmed.longest).find_map(|open| {
        let close = (open + 1..=open + ADVERB).take_while(|&id| id < words.tokens.len() && !words.is_mark(id - 1));
        close
            .into_iter()
            .find(|&close| {
                let phrase = |step: usize| {
                    if at + step < open {
                        Some(words.word(at + step))
                    } else {
                        (at + step == open).then(|| words.word(close))
                    }
                };
                let whole = open + 1 - at;
                words.pack.preposition.has(words.word(close))
                    && words.pack.not_confirmed.starting(phrase, 0).is_some_and(|(end, _)| end == whole)
            })
            .map(|close| close + 1)
    })
}

/// Whether a negation belongs to the verb of a cue.
pub(super) fn is_negated(words: &Words, said: &Attribution, cue: &Range<usize>) -> bool {
    let word = |at: usize| (at < words.tokens.len()).then(|| words.word(at));
    let auxiliary = |at: usize| matches!(words.pos(at), Pos::Aux | Pos::Adv | Pos::Part);
    let first = match words.pack.english {
        true => {
            (cue.start.saturating_sub(3)..cue.start).rev().take_while(|&at| auxiliary(at)).last().unwrap_or(cue.start)
        }
        // "hat nicht | bestätigt"
        false => cue.start - usize::from(cue.start > 0 && negates(words, cue.start - 1)),
    };
    // "who did not attend said": the negated verb is another one.
    let last = cue.clone().rev().find(|&at| words.pos(at) == Pos::Verb).unwrap_or(cue.end);
    let other = |at: usize| (at + 1..last).any(|at| words.pos(at) == Pos::Verb && !words.is(at + 1, &["to"]));
    let source = said.source_span.map(|span| words.within(span));
    let content = said.spans.first().map_or(cue.end, |span| words.within(*span).start);
    let fronted = !words.pack.english && content < cue.start;
    let content = if fronted { words.tokens.len() } else { content };
    // "bestätigte nicht, dass", "zei niet dat"
    let particle = separated(words, cue.clone(), &|at| at >= content).map_or(cue.end, |(_, particle)| particle);
    let behind = (cue.end..content.min(cue.end + BEHIND))
        .take_while(|&at| !words.pack.english && (at < particle || !words.is_mark(at)))
        .filter(|at| source.as_ref().is_none_or(|source| !source.contains(at)));
    let neutral = |at: usize| {
        let longest = words.pack.not_negative.longest;
        let phrases =
            (at.saturating_sub(longest)..=at).filter_map(|start| words.pack.not_negative.starting(word, start));
        phrases.map(|(end, _)| end).any(|end| end > at)
    };
    // "did not hesitate to say"
    if cue.clone().any(|at| words.pack.said_anyway.has(words.word(at))) {
        return false;
    }
    // "makes no claim that", "no suggestion that"
    let noun = cue.end.checked_sub(2).is_some_and(|no| {
        words.pack.english && words.is(no, &["no"]) && words.pack.content_noun.has(words.word(no + 1))
    });
    if noun {
        return true;
    }
    (first..cue.end).chain(behind).any(|at| negates(words, at) && !neutral(at) && !other(at))
}

/// Whether nobody is said to have said it: "never said that", "unclear whether Berg said that", "Had Berg said it?", "if Berg says it".
fn is_unsaid(words: &Words, said: &Attribution, cue: &Range<usize>) -> bool {
    let never = (cue.start.saturating_sub(1)..cue.end).any(|at| words.is(at, &["never"]));
    if never
        && said.act == Act::Say
        && !cue.clone().any(|at| words.pack.raising.has(words.word(at)))
        && !Cue::read(words, said).open
    {
        return true;
    }
    if is_to_come(words, cue) || is_purpose(words, said, cue) {
        return true;
    }
    let source = said.source_span.map(|span| words.within(span)).filter(|source| source.end <= cue.start);
    let Some(source) = source.filter(|source| cue.start <= source.end + 2) else { return false };
    let Some(sentence) = words.sentence(words.tokens[source.start].span.start) else { return false };
    let sentence = words.within(words.sentences[sentence]);
    let article = usize::from(source.start > 0 && words.pos(source.start - 1) == Pos::Det);
    let before = source.start.saturating_sub(1 + article).max(sentence.start);
    let auxiliaries = ["had", "has", "have", "did", "does", "do", "would", "will", "could"];
    // The tagger may take the auxiliary for a part of the name: "Had Berg".
    let first = words.is(sentence.start, &auxiliaries) && before.min(source.start) <= sentence.start;
    let asks = first && sentence.clone().next_back().is_some_and(|last| words.is(last, &["?"]));
    if first && words.is(sentence.start, &["had"]) {
        return true;
    }
    let conditional = words.is(before, &["if", "unless"]) && !(before > 0 && words.is(before - 1, &["as", "what"]));
    words.is(before, &["whether"]) || conditional || asks
}

/// Whether a verb of saying is what somebody may come to do: "could say tomorrow that", but not "can confirm that".
fn is_to_come(words: &Words, cue: &Range<usize>) -> bool {
    let verb = cue.clone().find(|&at| words.pack.may_say.has(words.word(at)));
    let modal = |at: usize| words.is(at, &["may", "might", "could"]) && words.pos(at) == Pos::Aux;
    verb.is_some_and(|verb| {
        (verb.saturating_sub(3)..verb).rev().take_while(|&at| matches!(words.pos(at), Pos::Aux | Pos::Adv)).any(modal)
    })
}

/// "as the state struggles to address its debts", "focused on defending the coast", "a sign that", "Scroll down to see": what nobody is
/// said to do to words.
fn is_purpose(words: &Words, said: &Attribution, cue: &Range<usize>) -> bool {
    // "It would be wrong to say that": a pronoun that stands for nobody.
    let it = said.source_span.is_some_and(|span| words.is(words.within(span).start, &["it", "there"]));
    if said.source_span.is_some() && !it || said.kind != Kind::Indirect {
        return false;
    }
    let verb = cue.clone().find(|&at| words.pos(at) == Pos::Verb);
    let before = |at: usize| at.checked_sub(1);
    let infinitive = verb.and_then(before).is_some_and(|to| words.is(to, &["to"]) && words.pos(to) == Pos::Part);
    // "has refused to rule out" tells what is not done.
    let infinitive = infinitive && governed(words, cue).is_none();
    let that = words.is(cue.end, &["that"]);
    let gerund = verb.is_some_and(|verb| {
        words.tag(verb).form == Form::Gerund && before(verb).is_some_and(|at| words.pos(at) == Pos::Adp) && !that
    });
    let intended = cue.clone().any(|at| words.pack.intended.has(words.word(at)))
        && said.spans.iter().any(|span| words.is(words.within(*span).start, &["to"]));
    let sign = cue
        .clone()
        .next_back()
        .is_some_and(|noun| words.pack.sign.has(words.word(noun)) && words.pos(noun) == Pos::Noun)
        && that;
    // An imperative speaks to the reader.
    let first = words.sentence(words.tokens[cue.start].span.start).map(|at| words.within(words.sentences[at]).start);
    let tag = words.tag(cue.start);
    let joined = first.map(|first| first + usize::from(words.is(first, &["or", "and", "but", "then", "please"])));
    let imperative = joined == Some(cue.start) && tag.pos == Pos::Verb && tag.form == Form::Base;
    infinitive || gerund || intended || sign || imperative
}

/// "Click on the links.", "Finally, don't plan ahead.": an imperative asks the reader for something and states nothing.
pub(crate) fn commands(words: &Words, clause: &[usize], roles: &Roles) -> bool {
    let leads = |id: &usize| {
        words.is_mark(*id)
            || matches!(words.pos(*id), Pos::Adv | Pos::Num | Pos::Intj | Pos::Cconj)
            || words.is(*id, &["please"])
    };
    let lead = clause.iter().take_while(|id| leads(id)).count();
    let Some((&first, rest)) = clause.get(lead..).and_then(<[usize]>::split_first) else { return false };
    let base = |id: usize| matches!(words.tag(id), Tag { pos: Pos::Verb | Pos::Aux, form: Form::Base });
    // "Relentlessly upbeat, she ..."
    let apart = rest.first().is_some_and(|next| words.is(*next, &[","]));
    // "Make sure you have it": another clause's. "Demand for coal | has risen": a noun that the tagger takes for a verb.
    let last = roles.predicate.and(roles.subject).and_then(|(_, to)| clause.get(to.checked_sub(1)?));
    let noun = last.is_some_and(|last| words.pos(*last) != Pos::Pron);
    // "Engine oil cools the parts", too, where no role was found.
    let behind = rest.iter().find(|id| !matches!(words.pos(**id), Pos::Noun | Pos::Propn | Pos::Adj));
    let named = behind.is_some_and(|id| words.is_finite(*id) && !base(*id));
    base(first) && !apart && !noun && !named
}
