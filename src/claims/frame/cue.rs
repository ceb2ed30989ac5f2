//! What a cue does to its content: the act it stands for, and whether it says that the content is not so.

use super::polarity::negates;
use super::words::Words;
use crate::claims::types::{Act, Attribution, Kind};
use crate::text::pos::Pos;

/// How far before a cue the words stand that belong to it: "rejected accusations", "no one disputes".
const BEFORE: usize = 4;
/// How far behind a verb its particle may stand: "wies den Vorwurf der Opposition zurück".
const PARTICLE: usize = 14;

/// A cue as the frame reads it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Cue {
    pub act: Act,
    /// What is reported is said not to be so.
    pub denies: bool,
    /// The cue names a denial, though its own act may be another: "ruled out", "rejected claims".
    pub denial: bool,
}

impl Cue {
    /// Reads the cue of an attribution with the words around it.
    ///
    /// In direct speech the speaker's own words count as they stand. A negated denial affirms ("did not rule out", "no one
    /// disputes"), a negated belief denies ("does not believe that").
    pub fn read(words: &Words, said: &Attribution) -> Self {
        let Some(span) = said.cue_span else {
            return Self { act: said.act, denies: said.act == Act::Deny && said.kind != Kind::Direct, denial: false };
        };
        let cue = words.within(span);
        let content = |at: usize| {
            let token = words.tokens[at].span;
            let near = said.spans.partition_point(|own| own.end <= token.start);
            said.spans.get(near).is_some_and(|own| own.overlaps(&token))
        };
        let start = (cue.start.saturating_sub(BEFORE)..cue.start)
            .rev()
            .take_while(|&at| !words.is_mark(at) && !content(at))
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
        let negates = |at: usize| {
            negates(words, at)
                || words.pack.negative_subject.starting(word, at).is_some_and(|(end, _)| end <= cue.end)
                || words.pack.not_confirmed.starting(word, at).is_some()
        };
        let negated = (start..cue.end).chain(behind).any(negates);
        let among = |section: &super::lexicon::Section| (start..cue.end).any(|at| section.has(words.word(at)));
        // "Neither Berg nor Lund said that": what nobody says is not said.
        let source = said.source_span.map(|span| words.within(span));
        let nobody = source.is_some_and(|source| {
            source.end <= cue.start && words.pack.negative_subject.starting(word, source.start).is_some()
        });
        let denies = if denial || act == Act::Deny || among(&words.pack.doubt) {
            !(negated || nobody)
        } else {
            nobody || negated && among(&words.pack.raising)
        };
        Self { act, denies: denies && said.kind != Kind::Direct, denial: denial || act == Act::Deny }
    }
}

/// Whether a cue tells of silence: "refused to comment", "would not say whether". Nothing is claimed then.
pub(crate) fn is_silent(words: &Words, said: &Attribution) -> bool {
    let word = |at: usize| (at < words.tokens.len()).then(|| words.word(at));
    let cue = said.cue_span.filter(|_| said.kind != Kind::Direct).map(|span| words.within(span));
    cue.is_some_and(|cue| {
        (cue.start.saturating_sub(2)..cue.end)
            .any(|at| words.pack.refusing.starting(word, at).is_some_and(|(end, _)| end > cue.start))
            || words.pack.english && is_unsaid(words, said, cue)
    })
}

/// Whether nobody is said to have said it: "never said that", "unclear whether Berg said that", "Had Berg said it?", "if Berg says it".
fn is_unsaid(words: &Words, said: &Attribution, cue: std::ops::Range<usize>) -> bool {
    let never = (cue.start.saturating_sub(1)..cue.end).any(|at| words.is(at, &["never"]));
    if never && said.act == Act::Say && !(cue.start..cue.end).any(|at| words.pack.raising.has(words.word(at))) {
        return true;
    }
    let source = said.source_span.map(|span| words.within(span)).filter(|source| source.end <= cue.start);
    let Some(source) = source.filter(|source| cue.start <= source.end + 2) else { return false };
    let Some(sentence) = words.sentence(words.tokens[source.start].span.start) else { return false };
    let sentence = words.within(words.sentences[sentence]);
    let article = usize::from(source.start > 0 && words.pos(source.start - 1) == Pos::Det);
    let before = source.start.saturating_sub(1 + article).max(sentence.start);
    let auxiliaries = ["had", "has", "have", "did", "does", "do", "would", "will", "could"];
    let first = words.is(sentence.start, &auxiliaries) && before <= sentence.start;
    let asks = first && sentence.clone().next_back().is_some_and(|last| words.is(last, &["?"]));
    let conditional = words.is(before, &["if", "unless"]) && !(before > 0 && words.is(before - 1, &["as", "what"]));
    words.is(before, &["whether"]) || conditional || asks
}

/// The act of a verb and the particle behind it, and where that stands: "warf dem Minister vor".
fn separated(words: &Words, cue: std::ops::Range<usize>, content: &impl Fn(usize) -> bool) -> Option<(Act, usize)> {
    let sentence = words.sentence(words.tokens.get(cue.start)?.span.start)?;
    let end = words.sentences[sentence].end;
    for at in cue {
        let behind = (at + 1..words.tokens.len().min(at + PARTICLE))
            .take_while(|&next| words.tokens[next].span.start < end)
            .filter(|&next| !content(next));
        for particle in behind {
            let name = format!("{} {}", words.word(at), words.word(particle));
            if let Some(act) = words.pack.separable.get(&name) {
                return Act::from_name(act).map(|act| (act, particle));
            }
        }
    }
    None
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
