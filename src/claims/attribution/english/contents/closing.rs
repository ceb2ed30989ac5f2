//! Clauses whose cue closes the sentence, in English: "Rates will rise, Berg said on Monday." What stands before the comma is
//! what is said, whatever the tagger made of it; and a content that stops within its subject goes on.

use std::collections::HashSet;

use crate::claims::attribution::analysis::{Analysis, state};
use crate::claims::attribution::english::grammar::SOURCE;
use crate::claims::attribution::linking::{Link, Run, cue_words};
use crate::learn::form::Shape;
use crate::text::pos::{Form, Pos};

/// Cues that close a sentence.
const CLOSING: &[&str] =
    &["said", "says", "announced", "added", "reported", "reports", "wrote", "explained", "confirmed", "noted"];

/// Further ones, which close sentences where nothing else was found in them.
const LATE: &[&str] = &[
    "found",
    "finds",
    "showed",
    "shows",
    "suggested",
    "suggests",
    "revealed",
    "reveals",
    "warned",
    "warns",
    "argued",
    "argues",
    "claimed",
    "claims",
    "insisted",
    "insists",
    "estimated",
    "estimates",
    "concluded",
    "stated",
    "testified",
    "complained",
    "predicted",
    "acknowledged",
    "admitted",
    "recalled",
    "say",
    "alleged",
    "alleges",
];

/// The most words that may follow such a cue.
const ADJUNCT: usize = 12;

/// Those behind which the same speaker goes on: "..., he told the radio, adding: “...”".
const MORE: &[&str] = &["said", "says", "told", "wrote", "announced", "warned", "reported", "reports"];

/// A cue that closes its sentence.
struct Closing {
    source: Run,
    cue: Run,
    content: Run,
}

/// Gives each cue that closes a sentence what stands before it, where its attribution lacks that.
pub(crate) fn close_sentences(analysis: &Analysis, links: &mut Vec<Link>) {
    let mut more = Vec::new();
    let mut at = 0;
    for sentence in 0..analysis.sentence_starts.len().saturating_sub(1) {
        let (from, to) = analysis.sentence(sentence);
        let Some(found) = closing(analysis, from, to, CLOSING, states) else { continue };
        // The links are sorted by their contents, and those of the sentence stand near one another.
        while at < links.len() && links[at].contents.first().is_some_and(|run| run.1 <= from) {
            at += 1;
        }
        let near = at.saturating_sub(4)..links.len().min(at + 8);
        let of_cue = |link: &Link| link.cue.is_some_and(|cue| cue.0 < found.cue.1 && found.cue.0 < cue.1);
        let Some(home) = near.clone().find(|&link| of_cue(&links[link])) else {
            let claimed = near.clone().any(|link| {
                let touches = |run: &Run| run.0 < found.cue.1 && found.content.0 < run.1;
                links[link].contents.iter().chain(&links[link].cue).any(touches)
            });
            if !claimed {
                let Closing { source, cue, content } = found;
                more.push(Link { source: Some(source), cue: Some(cue), contents: vec![content], ..Link::default() });
            }
            continue;
        };
        let link = &mut links[home];
        let before = |run: &Run| run.0 < found.cue.0 && run.1 > from;
        if link.contents.iter().any(|run| before(run) && !is_source(run, &found)) {
            continue;
        }
        // Quotations of the next sentence go on; other words after the cue tell where and when.
        link.contents.retain(|run| run.0 >= to && analysis.quoted[run.0] != state::OUT);
        link.contents.insert(0, found.content);
        link.source = Some(found.source);
        link.inherited = false;
        // "cuts will be announced later, said the chair": what lies inside and has no source before it is no other's.
        let inside = |run: &Run| run.0 >= found.content.0 && run.1 <= found.content.1;
        for other in near.filter(|&other| other != home) {
            let other = &mut links[other];
            let own = other.source.is_some_and(|source| inside(&source));
            if !own && other.cue.is_some_and(|cue| inside(&cue)) && other.contents.iter().all(inside) {
                other.contents.clear();
            }
        }
    }
    links.append(&mut more);
    links.retain(|link| !link.contents.is_empty());
    links.sort_by_key(Link::start);
}

/// Adds what closes a sentence whose own cue nothing else took: "The bank lost money, a report by the auditors found."
pub(crate) fn close_late(analysis: &Analysis, links: &mut Vec<Link>) {
    let taken = cue_words(links);
    let mut more = Vec::new();
    for sentence in 0..analysis.sentence_starts.len().saturating_sub(1) {
        let (from, to) = analysis.sentence(sentence);
        let found = closing(analysis, from, to, CLOSING, states_late)
            .or_else(|| closing(analysis, from, to, LATE, states))
            .or_else(|| closing(analysis, from, before_more(analysis, from, to)?, MORE, states));
        let Some(Closing { source, cue, content }) = found else { continue };
        if (cue.0..cue.1).any(|i| taken.contains(&i)) {
            begin_with_subject(analysis, links, &Closing { source, cue, content }, &taken);
            continue;
        }
        // "Berg is expected to go, two people said": who closes the sentence does not expect.
        let near = links.partition_point(|link| link.contents.first().is_some_and(|run| run.1 <= from));
        let count = links.len();
        for link in &mut links[near.saturating_sub(4)..count.min(near + 8)] {
            let inside = link.cue.is_some_and(|inner| inner.0 >= content.0 && inner.1 <= content.1);
            link.source = link.source.filter(|own| !(inside && *own == source));
        }
        more.push(Link { source: Some(source), cue: Some(cue), contents: vec![content], ..Link::default() });
    }
    links.append(&mut more);
    links.sort_by_key(Link::start);
}

/// "A man pleaded guilty | to charges of fraud, prosecutors said": what closes the sentence closes all of its clause.
fn begin_with_subject(analysis: &Analysis, links: &mut [Link], found: &Closing, taken: &HashSet<usize>) {
    let near = links.partition_point(|link| link.contents.first().is_some_and(|run| run.1 <= found.content.0));
    let of_cue = |link: &&mut Link| link.cue.is_some_and(|cue| cue.0 < found.cue.1 && found.cue.0 < cue.1);
    let Some(link) = links[near..].iter_mut().take(8).find(of_cue) else { return };
    let [run] = link.contents.as_mut_slice() else { return };
    let front = (found.content.0, run.0);
    let inside = front.0 < front.1
        && run.1 <= found.content.1
        && analysis.last_word((run.0, found.content.1)).is_some_and(|last| last < run.1);
    let free = (front.0..front.1).all(|i| !taken.contains(&i));
    if inside && free && analysis.is_plain((front.0, run.1)) {
        run.0 = front.0;
    }
}

/// Whether a content is what is now known as the source.
fn is_source(run: &Run, found: &Closing) -> bool {
    run.0 >= found.source.0 && run.1 <= found.source.1
}

/// The cue among `cues` that closes the sentence, if one does.
fn closing(
    analysis: &Analysis,
    from: usize,
    to: usize,
    cues: &[&str],
    states: fn(&Analysis, Run) -> bool,
) -> Option<Closing> {
    let outside = |i: usize| analysis.quoted[i] == state::OUT;
    let end = analysis.last_word((from, to))? + 1;
    let cue = (from..end)
        .rev()
        .take(ADJUNCT + SOURCE)
        .find(|&i| outside(i) && analysis.is_reporting_verb(i) && cues.contains(&analysis.words.of(i)))?;
    if !analysis.is_plain((cue, end)) {
        return None;
    }
    let start = (from..cue).rev().find(|&i| !matches!(analysis.pos[i], Pos::Aux | Pos::Adv)).map_or(from, |at| at + 1);
    // "Rates will rise, Berg said": a noun phrase between the last comma and the cue.
    let open = (from..start).rev().take(SOURCE + 1).find(|&i| analysis.is_comma(i));
    let (source, open) = match open {
        Some(open) if open + 1 < start && is_phrase(analysis, open + 1, start) => ((open + 1, start), open),
        Some(open) if open + 1 == cue && start == cue && matches!(analysis.words.of(cue), "said" | "says") => {
            // "Rates will rise, said Ann Berg on Monday".
            let stop = (cue + 1..end)
                .find(|&i| analysis.is_comma(i) || analysis.pos[i] == Pos::Adp && analysis.words.of(i) != "of");
            let stop = stop.unwrap_or(end);
            (stop <= cue + 1 + SOURCE && is_phrase(analysis, cue + 1, stop)).then_some(((cue + 1, stop), open))?
        }
        _ => return None,
    };
    let told = if analysis.words.of(cue) == "told" { listener(analysis, cue + 1, end) } else { cue + 1 };
    let rest = source.1.max(told);
    let content = (from..open).find(|&i| analysis.form(i).is_word() || !outside(i)).map(|first| (first, open))?;
    let clause = states(analysis, content) && analysis.tag(content.0).form != Form::Gerund;
    (clause && is_adjunct(analysis, rest, end)).then_some(Closing { source, cue: (cue.min(start), cue + 1), content })
}

/// Where whoever is told ends: "told | local radio".
fn listener(analysis: &Analysis, from: usize, to: usize) -> usize {
    let nominal = |i: &usize| matches!(analysis.pos[*i], Pos::Det | Pos::Adj | Pos::Noun | Pos::Propn | Pos::Pron);
    from + (from..to).take(SOURCE).take_while(nominal).count()
}

/// Where the first part of a sentence ends whose speaker goes on with a participle: the comma before "adding".
fn before_more(analysis: &Analysis, from: usize, to: usize) -> Option<usize> {
    let more = ["adding", "saying", "noting", "warning", "insisting", "arguing", "citing", "quoting"];
    (from + 4..to).find(|&i| analysis.is_comma(i - 1) && analysis.is_one_of(i, &more)).map(|i| i - 1)
}

/// Whether a run is a clause with a finite verb.
fn states(analysis: &Analysis, (from, to): Run) -> bool {
    // "The firm, which owns nine dams, said it expected rain": the verb of a relative clause makes no sentence.
    let relative = (from..to).find(|&i| matches!(analysis.words.of(i), "who" | "which"));
    let finite = analysis.has_finite((from + 1, relative.unwrap_or(to)));
    // "The bank plans to cut jobs": the tagger takes the verb for a noun.
    let plans = || {
        let verb = |&i: &usize| {
            let plural =
                analysis.pos[i] == Pos::Noun && analysis.tag(i).form == Form::Plural && analysis.lexicon[i].is_some();
            let subject = matches!(analysis.pos[i - 1], Pos::Noun | Pos::Propn);
            plural && subject && analysis.is_one_of(i + 1, &["to"]) && analysis.pos.get(i + 2) == Some(&Pos::Verb)
        };
        (from + 1..to.saturating_sub(2)).take(SOURCE).any(|i| verb(&i))
    };
    (finite || plans()) && (!matches!(analysis.pos[from], Pos::Adp | Pos::Sconj) || is_counted(analysis, from, to))
}

/// "At least 23 people", "as many as 40 homes": a number, and how exact it is.
fn is_counted(analysis: &Analysis, from: usize, to: usize) -> bool {
    let about = analysis.is_one_of(from, &["at", "up", "as", "around", "about", "over", "under", "between"]);
    about && (from + 1..to.min(from + 4)).any(|i| analysis.pos[i] == Pos::Num)
}

/// The same, and "Profit doubled", "Around one in five shops closed": in a short clause the tagger takes the verb for a participle,
/// and a number may have a preposition before it that tells how exact it is.
fn states_late(analysis: &Analysis, (from, to): Run) -> bool {
    let about = is_counted(analysis, from, to);
    if states(analysis, (from, to)) || about && analysis.has_finite((from, to)) {
        return true;
    }
    // "Ten shops closed": or for an adjective.
    let bent = |i: usize| i + 1 == to && analysis.pos[i] == Pos::Adj && analysis.words.of(i).ends_with("ed");
    let verb = (from + 1..to).find(|&i| matches!(analysis.pos[i], Pos::Verb | Pos::Aux) || bent(i));
    let led = !about && matches!(analysis.pos[from], Pos::Adp | Pos::Sconj);
    verb.is_some_and(|verb| {
        let past = analysis.pos[verb] == Pos::Verb && analysis.tag(verb).form == Form::Participle || bent(verb);
        let subject =
            matches!(analysis.pos[verb - 1], Pos::Noun | Pos::Propn | Pos::Adv) && analysis.has_noun((from, verb));
        // "Fees paid by tenants" are no clause.
        let described = verb + 1 < to && analysis.pos[verb + 1] == Pos::Adp;
        let comma = (from..to).any(|i| analysis.is_comma(i));
        let alone = !(verb + 1..to).any(|i| matches!(analysis.pos[i], Pos::Verb | Pos::Aux));
        past && subject && !led && !described && !comma && alone
    })
}

/// Whether a run is a noun phrase: it holds a noun or a pronoun, and no verb but those that describe.
fn is_phrase(analysis: &Analysis, from: usize, to: usize) -> bool {
    if from >= to {
        return false;
    }
    // "official figures | showed": right before a verb the tagger takes a noun for one.
    let noun = to > from + 1 && analysis.tag(to - 1).is_finite() && analysis.words.of(to - 1).ends_with('s');
    let verb = |i: usize| !(noun && i + 1 == to) && (analysis.tag(i).is_finite() || analysis.pos[i] == Pos::Aux);
    let opens = !matches!(analysis.pos[from], Pos::Adp | Pos::Sconj | Pos::Cconj | Pos::Verb | Pos::Aux);
    let relative = matches!(analysis.words.of(from), "which" | "who" | "that" | "what");
    let pronoun = analysis.pos[from] == Pos::Pron && to - from > 1;
    to - from <= SOURCE
        && opens
        && !pronoun
        && !relative
        && (noun || analysis.has_noun((from, to)))
        && analysis.is_plain((from, to))
        && !(from..to).any(verb)
}

/// Whether a run tells when and where: nothing, or a few words that a preposition, an adverb or a day leads.
fn is_adjunct(analysis: &Analysis, from: usize, end: usize) -> bool {
    if from >= end {
        return true;
    }
    let led = matches!(analysis.pos[from], Pos::Adp | Pos::Adv)
        || analysis.form(from).shape == Shape::Comma
        || is_time(analysis, from);
    let about = matches!(analysis.words.of(from), "that" | "of" | "about");
    let relative = (from..end).find(|&i| matches!(analysis.words.of(i), "that" | "which" | "who")).unwrap_or(end);
    led && !about && end - from <= ADJUNCT && (from..relative).all(|i| !analysis.tag(i).is_finite())
}

fn is_time(analysis: &Analysis, i: usize) -> bool {
    let word = analysis.lower(i);
    word.ends_with("day") || matches!(word.as_str(), "last" | "this" | "late" | "early" | "earlier")
}

/// Contents that stop within their subject: "that 80 % of the patients, who had eaten, | bought smaller shoes".
///
/// `bent` takes a participle for the verb too, as the tagger does.
pub(crate) fn finish_subjects(analysis: &Analysis, links: &mut Vec<Link>, bent: bool) {
    let mut swallowed = Vec::new();
    for (at, link) in links.iter().enumerate() {
        let Some(run) = unfinished(analysis, link, bent) else { continue };
        let (_, to) = analysis.sentence_at(run.1 - 1);
        let end = analysis.last_word((run.0, to)).map_or(run.1, |last| last + 1);
        let taken = |other: &Link| other.cue.is_some_and(|cue| cue.0 >= run.1 && cue.1 <= end);
        let source = |other: &Link| other.source == link.source || other.source.is_none();
        // Another source that speaks in the rest of the sentence speaks for itself.
        if links.iter().skip(at.saturating_sub(4)).take(12).any(|other| taken(other) && !source(other)) {
            continue;
        }
        swallowed.push((at, run.1, end));
    }
    for &(at, from, end) in &swallowed {
        if let Some(last) = links[at].contents.last_mut() {
            last.1 = end;
        }
        let (cue, source) = (links[at].cue, links[at].source);
        for other in links.iter_mut().skip(at.saturating_sub(4)).take(12) {
            let inside = other.cue.is_some_and(|cue| cue.0 >= from && cue.1 <= end);
            if inside && other.cue != cue && (other.source == source || other.source.is_none()) {
                other.contents.clear();
            }
        }
    }
    links.retain(|link| !link.contents.is_empty());
}

/// The last content of a link if it is a clause that lacks its verb, which stands behind a comma.
fn unfinished(analysis: &Analysis, link: &Link, bent: bool) -> Option<Run> {
    let (cue, &(from, to)) = (link.cue?, link.contents.last()?);
    let opened = analysis.words.of(from) == "that" || matches!(analysis.words.of(cue.1 - 1), "said" | "says");
    let (_, end) = analysis.sentence_at(to - 1);
    let dash = to < end && analysis.form(to).shape == Shape::Dash && analysis.quoted[to] == state::OUT;
    let comma = to < end && analysis.is_comma(to) || dash;
    // "alleges | that the dam | leaked."
    let direct = bent && to < end && analysis.words.of(from) == "that" && analysis.tag(to).is_finite();
    if from < cue.1
        || from > cue.1 + 1
        || !opened
        || !(comma || direct)
        || analysis.sentence_of[from] != analysis.sentence_of[to - 1]
    {
        return None;
    }
    // "is that the lease — which expired in May — | was renewed"
    let that = |&i: &usize| analysis.words.of(i) == "that" && (i == from || dash);
    let start = (from..to).rev().find(that).map_or(from, |that| that + 1);
    let relative = |i: &usize| matches!(analysis.words.of(*i), "who" | "which" | "that");
    let finite = |i: usize| analysis.tag(i).is_finite();
    let clause = (start..to).find(|i| relative(i)).unwrap_or(to);
    let plain = analysis.is_plain((from, to));
    let noun = (start..clause).any(|i| matches!(analysis.pos[i], Pos::Noun | Pos::Propn));
    // The verb follows the comma at once, or behind a relative clause that a second comma ends.
    let next = to + 1;
    let behind = match next < end && relative(&next) {
        _ if direct => Some(to),
        true if clause == to => {
            (next..end).find(|&i| analysis.form(i).shape == analysis.form(to).shape).map(|close| close + 1)
        }
        true => None,
        false => (clause < to).then_some(next),
    };
    let past = |i: usize| bent && analysis.pos[i] == Pos::Verb && analysis.tag(i).form == Form::Participle;
    let verb = behind.is_some_and(|at| at < end && (finite(at) || past(at)));
    (plain && noun && (start..clause).all(|i| !finite(i)) && verb).then_some((from, to))
}
