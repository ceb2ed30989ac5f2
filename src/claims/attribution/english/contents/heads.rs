//! Clauses that open a sentence, and what is judged of them, in English: "Denying that the dam leaked, Ruiz called for calm", "Despite
//! claims by the union that it leaked, ...", "Ruiz's claim that it leaked is wrong".

use crate::claims::attribution::analysis::{Analysis, state};
use crate::claims::attribution::english::grammar::SOURCE;
use crate::claims::attribution::english::rejected::reduced::main_verb;
use crate::claims::attribution::linking::{Link, Run};
use crate::claims::frame::pack::Pack;
use crate::claims::types::Act;
use crate::text::pos::Pos;

/// How far a verdict is looked for, in words: a bound on text without stops.
const FAR: usize = 60;

/// Forms of the verb before a verdict.
const COPULA: &[&str] = &["is", "are", "was", "were", "be", "been", "remains", "remain", "proved"];

/// Ends the contents of nouns where the verb of the noun follows, and gives the clause before the main one its speaker.
pub(crate) fn open_with_clauses(analysis: &Analysis, links: &mut Vec<Link>) {
    for link in links.iter_mut() {
        let Some(cue) = link.cue else { continue };
        if let Some((agent, own)) = agent(analysis, link, cue) {
            (link.source, link.cue) = (Some(agent), Some(own));
            link.inherited = false;
        }
        // "Responding to claims that": who responds has not said so.
        if analysis.is_one_of(cue.0, &["responding", "reacting", "replying", "answering"])
            && analysis.words.of(cue.0 + 1) == "to"
        {
            link.source = None;
            link.inherited = false;
        }
        if let Some(subject) = main_subject(analysis, link, cue) {
            link.source = Some(subject);
            link.inherited = false;
        }
    }
    links.retain_mut(|link| {
        let Some(end) = link.cue.and_then(|cue| judged(analysis, link, cue)) else { return true };
        // "Reports that the queen is ill are untrue": nobody is named who reports it, and who speaks says the contrary.
        let Some(run) = link.contents.first_mut().filter(|_| link.source.is_some()) else { return false };
        run.1 = end;
        link.contents.truncate(1);
        true
    });
    for link in links.iter_mut() {
        let Some(end) = link.cue.and_then(|cue| main_verb_behind(analysis, link, cue)) else { continue };
        if let [run] = link.contents.as_mut_slice() {
            run.1 = end;
        }
    }
}

/// Where the verb of the noun stands that is a cue, if it says whether the clause of the noun is so.
fn judged(analysis: &Analysis, link: &Link, cue: Run) -> Option<usize> {
    let &(from, to) = link.contents.first()?;
    let pack = Pack::of(Some("en"));
    let last = cue.1 - 1 - usize::from(cue.1 > cue.0 + 1 && analysis.words.of(cue.1 - 1) == "of");
    let noun = pack.content_noun.has(&analysis.lower(last))
        && (last + 1 < cue.1 || link.source.is_none() || analysis.pos[last] != Pos::Verb);
    if !noun || from != cue.1 || !analysis.is_plain((from, from + 1)) {
        return None;
    }
    let words: Vec<String> = (from..to.min(from + FAR)).map(|i| analysis.lower(i)).collect();
    let word = |at: usize| words.get(at).map(String::as_str);
    (2..words.len().saturating_sub(1)).find_map(|at| {
        let next = at + 1 + words[at + 1..].iter().take(2).take_while(|word| is_degree(word)).count();
        let told = pack.falsity.starting(word, next).is_some()
            || word(next).is_some_and(|word| matches!(word, "true" | "correct" | "accurate" | "right"));
        (COPULA.contains(&words[at].as_str()) && told).then_some(from + at)
    })
}

/// "The claim that the dam had failed | led to panic": the verb of the noun that opens the sentence, where nobody is named who claims it.
fn main_verb_behind(analysis: &Analysis, link: &Link, cue: Run) -> Option<usize> {
    let &[(from, to)] = link.contents.as_slice() else { return None };
    let (start, _) = analysis.sentence_at(cue.0);
    let noun = Pack::of(Some("en")).content_noun.has(&analysis.lower(cue.1 - 1)) && cue.1 <= start + SOURCE;
    let opens = noun
        && link.source.is_none()
        && !(start..cue.1).any(|i| analysis.pos[i] == Pos::Aux || analysis.pos[i] == Pos::Verb && i + 1 < cue.1);
    let that = from == cue.1 && analysis.is_one_of(from, &["that"]);
    let led = (start..cue.0).any(|i| matches!(analysis.pos[i], Pos::Adp | Pos::Sconj));
    let verb = main_verb(analysis, (from, to), 0).filter(|_| opens && that && !led && analysis.is_plain((from, to)))?;
    (verb > from + 2).then_some(verb)
}

fn is_degree(word: &str) -> bool {
    matches!(
        word,
        "not" | "simply" | "just" | "completely" | "totally" | "entirely" | "absolutely" | "also" | "all" | "both"
    ) || word.ends_with("ly")
}

/// "claims by the ministry that the dam is safe": whose they are, and where the words "claims" end.
fn agent(analysis: &Analysis, link: &Link, cue: Run) -> Option<(Run, Run)> {
    let &(from, to) = link.contents.first()?;
    let by = (cue.0 + 1..=cue.1).find(|&i| matches!(analysis.words.of(i), "by" | "from"))?;
    let nominal = analysis.pos[by - 1] == Pos::Noun && analysis.lexicon[by - 1].is_some();
    let agent = (by + 1, from);
    let plain =
        from > by + 1 && from < to && from - by <= SOURCE && (agent.0..agent.1).all(|i| analysis.is_of_source(i));
    let rejected = rejects(analysis, cue).is_some();
    (nominal && plain && !rejected && analysis.has_noun(agent)).then_some((agent, (cue.0, by)))
}

/// The verb in -ing that opens the sentence of a cue, if it is the cue or has it as its object, and denies.
fn rejects(analysis: &Analysis, cue: Run) -> Option<usize> {
    let (from, _) = analysis.sentence_at(cue.0);
    let denies = analysis.does(from, Act::Deny);
    let near = cue.0 < from + 5 && (from + 1..cue.0).all(|i| analysis.is_nominal(i) || analysis.pos[i] == Pos::Adv);
    (denies && analysis.is_gerund(from) && near).then_some(from)
}

/// "Denying that the dam leaked, Ruiz called for calm": the subject of the main clause, where nobody is named before.
fn main_subject(analysis: &Analysis, link: &Link, cue: Run) -> Option<Run> {
    let (from, end) = analysis.sentence_at(cue.0);
    let gerund = cue.0 == from && analysis.is_gerund(from);
    if !(gerund || rejects(analysis, cue).is_some()) || analysis.quoted[from] != state::OUT {
        return None;
    }
    let last = link.contents.last().filter(|run| run.0 >= cue.1)?.1;
    let comma = last.min(end.saturating_sub(1));
    let unnamed = link.source.is_none_or(|source| source.1 <= comma);
    if !unnamed || !analysis.is_comma(comma) {
        return None;
    }
    let start = comma + 1;
    let stop =
        (start..end.min(start + SOURCE)).find(|&i| !(analysis.is_of_source(i) || analysis.form(i).is_capital()))?;
    let verb = matches!(analysis.pos[stop], Pos::Verb | Pos::Aux | Pos::Adv);
    (stop > start && verb && analysis.pos[start] != Pos::Adp).then_some((start, stop))
}
