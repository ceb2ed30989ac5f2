//! What a cue does to its content: the act it stands for, and whether it says that the content is not so.

use super::polarity::negates;
use super::unsaid::{governed, is_negated, is_nobody};
use super::words::Words;
use crate::claims::types::{Act, Attribution, Kind};
use crate::text::pos::Pos;

/// How far before a cue the words stand that belong to it: "rejected accusations", "no one disputes".
const BEFORE: usize = 4;
/// What joins a verb to another one of the same subject.
const JOINING: &[&str] = &["and", "but", "und", "aber", "et", "mais", "y", "pero", "e", "ma", "mas", "maar"];
/// How far behind a verb its particle may stand: "wies den Vorwurf der Opposition zurück".
const PARTICLE: usize = 14;

/// The longest tag of a question with its marks: ", isn't it?".
const TAG: usize = 5;

/// The longest object that is called false with what it is called, in words and marks.
const VERDICT: usize = 12;

/// A cue as the frame reads it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Cue {
    pub act: Act,
    /// What is reported is said not to be so.
    pub denies: bool,
    /// The cue names a denial, though its own act may be another: "ruled out", "rejected claims".
    pub denial: bool,
    /// What is reported is not ruled out, and so said to be possible.
    pub open: bool,
}

impl Cue {
    /// The cue of a claim that begins with a word: "that is a lie" is what somebody says, where nothing tells what that is.
    pub fn of_claim(words: &Words, said: &Attribution, first: usize) -> Self {
        let token = words.tokens[first].span;
        let own = said.spans.iter().any(|span| span.overlaps(&token));
        if own && said.act != Act::Deny && calls_pronoun_false(words, said) {
            return Self { act: said.act, denies: false, denial: false, open: false };
        }
        Self::read(words, said)
    }

    /// Reads the cue of an attribution with the words around it.
    ///
    /// In direct speech the speaker's own words count as they stand. A negated denial affirms ("did not rule out", "no one
    /// disputes"), a negated belief denies ("does not believe that").
    pub fn read(words: &Words, said: &Attribution) -> Self {
        let Some(span) = said.cue_span else {
            let denies = said.act == Act::Deny && said.kind != Kind::Direct;
            return Self { act: said.act, denies, denial: false, open: false };
        };
        let cue = words.within(span);
        let content = |at: usize| {
            let token = words.tokens[at].span;
            let near = said.spans.partition_point(|own| own.end <= token.start);
            said.spans.get(near).is_some_and(|own| own.overlaps(&token))
        };
        // "denied the charge and | said": the verb of another clause; but "rejected claims and | accusations".
        let noun = words.pack.english && words.pos(cue.end.saturating_sub(1).max(cue.start)) == Pos::Noun;
        let joins = |at: usize| !noun && words.is(at, JOINING);
        let start = (cue.start.saturating_sub(BEFORE)..cue.start)
            .rev()
            .take_while(|&at| !words.is_mark(at) && !content(at) && !joins(at))
            .last()
            .unwrap_or(cue.start);
        let word = |at: usize| (at < words.tokens.len() && !content(at)).then(|| words.word(at));
        // A denial before the cue has the cue as its object: "rejected accusations that".
        let denial = (start..cue.end).any(|at| words.pack.denial.starting(word, at).is_some());
        let phrase = (cue.start.saturating_sub(2).max(start)..cue.end)
            .find_map(|at| words.pack.act_phrase.starting(word, at).filter(|(end, _)| *end > cue.start))
            .and_then(|(_, act)| Act::from_name(act));
        let separated = separated(words, start..cue.end, &content);
        let act = match separated.map(|(act, _)| act).or(phrase) {
            _ if denial => Act::Deny,
            Some(act) => act,
            None => said.act,
        };
        // Behind a German verb: "bestritt nicht, dass", "schloss eine Sperre nicht aus".
        let particle = separated.map_or(cue.end, |(_, particle)| particle);
        let behind = (cue.end..words.tokens.len().min(cue.end + PARTICLE))
            .take_while(|&at| at < particle || !words.pack.english && !words.is_mark(at) && !content(at))
            .filter(|&at| !content(at));
        // "Not only Lund said so"
        let only =
            |at: usize| words.is(at + 1, &["only", "nur", "allein", "solo", "solamente", "seulement", "só", "alleen"]);
        let negates = |at: usize| {
            negates(words, at) && !only(at)
                || words.pack.negative_subject.starting(word, at).is_some_and(|(end, _)| end <= cue.end)
                || words.pack.not_confirmed.starting(word, at).is_some_and(|(end, _)| end >= cue.start)
        };
        let negated = (start..cue.end).chain(behind).any(negates);
        let (denial, excludes) = (denial || act == Act::Deny, excludes(words, start..cue.end, word));
        let open = negated && excludes;
        let act = if open { Act::Say } else { act };
        let among = |section: &super::lexicon::Section| (start..cue.end).any(|at| section.has(words.word(at)));
        // "Neither Berg nor Lund said that": what nobody says is not said.
        let nobody = is_nobody(words, said);
        // "refused to accept that"
        let unbelieved = governed(words, &cue).is_some_and(|at| at < cue.end && words.pack.raising.has(words.word(at)));
        let denies = if unbelieved && !open || has_no_sign(words, cue.clone()) {
            true
        } else if denial || among(&words.pack.doubt) {
            !(negated || nobody)
        } else {
            // "ne croit pas que", "wollte nicht, dass": what is not believed and not meant to be is not so.
            let unmeant = act == Act::Believe || act == Act::Plan && !words.pack.english;
            nobody || negated && among(&words.pack.raising) || unmeant && is_negated(words, said, &cue)
        };
        if act != Act::Deny && !negated && calls_false(words, said) {
            return Self { act: Act::Deny, denies: true, denial: true, open: false };
        }
        if act == Act::Deny && answers(words, said, cue.end) {
            return Self { act: Act::Say, denies: false, denial: false, open: false };
        }
        Self { act, denies: denies && said.kind != Kind::Direct, denial: denial || excludes, open }
    }
}

/// "widersprach: | Die Frist sei gewahrt", "denied | this: the deadline was kept": what stands behind a colon is the answer.
fn answers(words: &Words, said: &Attribution, cue_end: usize) -> bool {
    let Some(first) = said.spans.first().map(|span| words.within(*span).start) else { return false };
    let colon = |at: usize| words.is(at, &[":"]);
    let before = (cue_end..first).rev().find(|&at| !words.is_quote(at)).is_some_and(colon);
    first >= cue_end && (before || takes_up(words, first) && colon(first + 1))
}

/// "called | the allegation “absurd”", "bezeichnete | die Vorwürfe als falsch": what others say, and that it is not so.
fn calls_false(words: &Words, said: &Attribution) -> bool {
    let [span] = said.spans.as_slice() else { return false };
    let content = words.within(*span);
    if content.len() > VERDICT {
        return false;
    }
    let word = |at: usize| (at < content.end).then(|| words.word(at));
    if calls_pronoun_false(words, said) {
        return true;
    }
    if said.cue_span.is_none_or(|cue| cue.end > span.start) {
        return false;
    }
    let noun = content.clone().take(3).find(|&at| words.pack.content_noun.has(words.word(at)));
    let stated = |at: usize| words.pack.english && matches!(words.pos(at), Pos::Verb | Pos::Aux);
    noun.is_some_and(|noun| {
        let verdict = (noun + 1..content.end).find(|&at| words.pack.falsity.starting(word, at).is_some());
        verdict.is_some_and(|at| at <= noun + 4 && !(noun + 1..at).any(stated))
    })
}

/// "Saw no sign | that the driver had braked": what nothing speaks for is not believed.
fn has_no_sign(words: &Words, mut cue: std::ops::Range<usize>) -> bool {
    let end = cue.end;
    cue.any(|at| words.is(at, &["no"]) && (at + 1..end).any(|noun| words.pack.sign.has(words.word(noun))))
}

/// The act of a verb and the particle behind it, and where that stands: "warf dem Minister vor".
pub(super) fn separated(
    words: &Words,
    cue: std::ops::Range<usize>,
    content: &impl Fn(usize) -> bool,
) -> Option<(Act, usize)> {
    let sentence = words.sentence(words.tokens.get(cue.start)?.span.start)?;
    let end = words.sentences[sentence].end;
    for at in cue {
        let behind = (at + 1..words.tokens.len().min(at + PARTICLE))
            .take_while(|&next| words.tokens[next].span.start < end)
            .filter(|&next| !content(next));
        // "sagte | zu | Journalisten": a preposition; a particle ends its clause.
        let ends = |at: usize| {
            at >= words.tokens.len()
                || words.tokens[at].span.start >= end
                || words.is_mark(at)
                || content(at)
                || words.is(at, JOINING)
                || words.pack.complementiser.has(words.word(at))
        };
        for particle in behind {
            if words.pack.german && words.is(particle, &["zu"]) && !ends(particle + 1) {
                continue;
            }
            let name = format!("{} {}", words.word(at), words.word(particle));
            if let Some(act) = words.pack.separable.get(&name) {
                return Act::from_name(act).map(|act| (act, particle));
            }
        }
    }
    None
}

/// Whether a cue rules something out, if need be with the particle behind its verb: "schloss eine Sperre nicht aus".
fn excludes<'a>(
    words: &'a Words<'_>,
    mut cue: std::ops::Range<usize>,
    word: impl Fn(usize) -> Option<&'a str>,
) -> bool {
    let section = &words.pack.exclusion;
    cue.any(|at| {
        let pair = |particle: usize| {
            let pair = [Some(words.word(at)), word(particle)];
            section.starting(|i| pair.get(i).copied().flatten(), 0).is_some_and(|(end, _)| end == 2)
        };
        let end = words.tokens.len().min(at + PARTICLE);
        section.starting(&word, at).is_some() || !words.pack.english && (at + 1..end).any(pair)
    })
}

/// Whether a word is a pronoun that stands for a statement: "that", "dies".
fn takes_up(words: &Words, at: usize) -> bool {
    words.pack.pronoun.has(words.word(at))
        && !words.is(at, &["them", "him", "her", "sie", "ihn", "ihm", "all", "some", "both"])
}

/// Whether a content is a pronoun and what it is called: "called | that a lie", "nannte | das falsch".
fn is_pronoun_verdict(words: &Words, content: std::ops::Range<usize>) -> bool {
    let end = content.clone().rev().find(|&at| !words.is_mark(at)).map_or(content.end, |last| last + 1);
    let word = |at: usize| (at < end).then(|| words.word(at));
    let Some(first) = content.clone().next().filter(|&at| takes_up(words, at)) else { return false };
    let ends = |at: usize| words.pack.falsity.starting(word, at).is_some_and(|(to, _)| to == end);
    // "als falsch", "as a lie"; marks around what it is called change nothing.
    let mut words_behind = (first + 1..end).filter(|&at| !words.is_mark(at)).take(2);
    words_behind.any(ends)
}

/// Whether words are a question, and no statement with a tag: "Is it possible?", but not "It is, isn't it?".
pub(crate) fn is_question(words: &Words, ids: &[usize]) -> bool {
    let Some(&last) = ids.last() else { return false };
    let asked = words.is(last, &["?"]) || words.is(last + 1, &["?"]);
    asked && !ids.iter().rev().take(TAG).any(|id| words.is(*id, &[","]))
}

/// Whether all that a cue calls false is a pronoun: "said | that is a lie", "“That is a lie,” said".
pub(crate) fn calls_pronoun_false(words: &Words, said: &Attribution) -> bool {
    let [span] = said.spans.as_slice() else { return false };
    let placed = said.cue_span.is_some_and(|cue| cue.end <= span.start || said.kind == Kind::Direct);
    placed && is_pronoun_verdict(words, words.within(*span))
}

/// Whether the words right before a clause deny it: "I don't think | the deal will last".
pub(crate) fn raised(words: &Words, first: usize, cue: Option<crate::Span>) -> bool {
    let that = usize::from(first > 0 && words.is(first - 1, &["that", "dass", ","]));
    let Some(verb) = first.checked_sub(1 + that) else { return false };
    let reported = cue.is_some_and(|cue| words.tokens[verb].span.overlaps(&cue));
    let same = words.sentence(words.tokens[verb].span.start) == words.sentence(words.tokens[first].span.start);
    let negator =
        (verb.saturating_sub(3)..verb).rev().take_while(|&at| !words.is_mark(at)).any(|at| negates(words, at));
    !reported && same && words.pack.raising.has(words.word(verb)) && negator
}
