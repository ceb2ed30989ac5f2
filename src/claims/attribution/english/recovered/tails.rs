//! Tails and parentheses that tell who speaks, in English, whatever the tagger takes their words for: "Taxes will rise, Ruiz quipped",
//! "..., a diplomat who asked not to be named told the Fern", "The bridge, Ruiz promised, will reopen".

use std::collections::HashSet;

use crate::claims::attribution::analysis::{Analysis, state};
use crate::claims::attribution::english::contents::bounds::is_main_clause;
use crate::claims::attribution::english::grammar::SOURCE;
use crate::claims::attribution::english::sources::tellers::{Tail, inverted, opens, told};
use crate::claims::attribution::linking::{Link, Run, cue_words};
use crate::claims::attribution::pack::pack;
use crate::claims::frame::pack::Pack;
use crate::learn::form::Shape;
use crate::text::pos::{Form, Pos};

/// The longest tail, in words.
const TAIL: usize = 32;
/// How many commas before the end a tail may begin.
const COMMAS: usize = 5;
/// How far behind a conjunction the verb of its clause is looked for.
const SUBJECT: usize = 9;
/// The fewest words of a clause whose verb does not show.
const CLAUSE: usize = 5;
/// The longest clause that is added, in words: a bound on text without stops.
const LONGEST: usize = 80;

/// Adds what tails and parentheses close where nothing else has taken their verb, and gives those their clause that were given but
/// what stands behind their verb.
pub(crate) fn close_tails(analysis: &Analysis, links: &mut Vec<Link>) {
    let Some(lexicon) = pack("en").map(|pack| &pack.lexicon) else { return };
    let verbs: Vec<usize> = (0..analysis.len()).filter(|&i| opens(analysis, lexicon, i)).collect();
    let cues = cue_words(links);
    let mut more: Vec<Link> = Vec::new();
    let mut sentences: Vec<u32> = verbs.iter().map(|&i| analysis.sentence_of[i]).collect();
    sentences.dedup();
    for sentence in sentences {
        let (from, to) = analysis.sentence(sentence as usize);
        let verbs = &verbs[verbs.partition_point(|&i| i < from)..verbs.partition_point(|&i| i < to)];
        if !(from..to).any(|i| analysis.is_comma(i)) {
            continue;
        }
        let found = closed(analysis, verbs, from, to).or_else(|| enclosed(analysis, verbs, from, to));
        let Some((contents, tail)) = found else { continue };
        if contents.iter().map(|run| run.1 - run.0).sum::<usize>() > LONGEST {
            continue;
        }
        more.extend(attach(analysis, links, &cues, contents, tail));
    }
    links.append(&mut more);
    links.retain(|link| !link.contents.is_empty());
    links.sort_by_key(Link::start);
}

/// The attribution of a tail, unless another one has its verb. Of others nothing reaches over the tail.
fn attach(
    analysis: &Analysis,
    links: &mut [Link],
    cues: &HashSet<usize>,
    contents: Vec<Run>,
    tail: Tail,
) -> Option<Link> {
    let Tail { source, cue, end } = tail;
    let open = source.map_or(cue.0, |source| source.0).min(cue.0);
    let link = Link { source, cue: Some(cue), contents, ..Link::default() };
    let first = link.start();
    let near = links.partition_point(|link| link.contents.first().is_some_and(|run| run.1 <= first));
    let count = links.len();
    let near = near.saturating_sub(4)..count.min(near + 10);
    let taken = (open..cue.1).any(|i| cues.contains(&i));
    if taken {
        // "said | a person who knows her": the words behind the verb say who, when and where.
        let of_cue = |link: &&mut Link| link.cue.is_some_and(|own| own.0 < cue.1 && open < own.1);
        let home = links[near].iter_mut().find(of_cue)?;
        let behind = |run: &Run| run.0 >= open && run.1 <= end;
        // "Bell was drunk, the jury | was told": what was taken holds its own tail.
        let over = |run: &Run| run.0 >= first && run.0 < open && run.1 > open;
        // "Finch, said | Brandt, is a liar": so does what begins within it.
        let astride = |run: &Run| run.0 >= cue.1 && run.0 < end && run.1 > end;
        let inside = source.is_some_and(|source| source.0 >= cue.1) && home.contents.iter().all(astride);
        if home.contents.iter().all(behind) || home.contents.iter().all(over) || inside {
            *home = link;
        } else if let ([front, rest], [run]) = (link.contents.as_slice(), home.contents.as_mut_slice()) {
            if run.0 >= end && run.0 <= rest.0 + 1 {
                // "For a brand, Ruiz admits, | it is complex": what stands before the parenthesis goes with it.
                home.contents.insert(0, *front);
            } else if *run == *front && analysis.words.of(rest.0) == "that" {
                // "I think, said Ruiz, | that it is dead"
                home.contents.push(*rest);
            }
        }
        return None;
    }
    for other in &mut links[near] {
        // "is expected to go, two people said": who closes the sentence does not expect.
        let inside = other.cue.is_some_and(|own| own.0 >= first && own.1 <= open);
        other.source = other.source.filter(|own| !(inside && own.0 >= open));
        other.contents.retain_mut(|run| {
            if inside && run.0 < open && run.1 > open {
                run.1 = open - 1;
            }
            !(inside && run.0 >= open && run.1 <= end)
        });
    }
    Some(link)
}

/// What a sentence says and the tail that tells who says it.
fn closed(analysis: &Analysis, verbs: &[usize], from: usize, to: usize) -> Option<(Vec<Run>, Tail)> {
    let end = analysis.last_word((from, to))? + 1;
    let near = (from + 1..end).rev().take(TAIL).take_while(|&i| analysis.quoted[i] == state::OUT);
    let commas: Vec<usize> = near.filter(|&i| analysis.is_comma(i)).take(COMMAS).collect();
    let first = (from..end).find(|&i| analysis.form(i).is_word() || analysis.quoted[i] != state::OUT)?;
    // "..., the firm's economist, Ana Ruiz, told the Fern": who stands before the verb goes before who stands behind it.
    let straight = commas.iter().find_map(|&open| Some((open, told(analysis, verbs, open + 1, end)?)));
    let turned = || commas.iter().find_map(|&open| Some((open, inverted(analysis, verbs, open + 1, end)?)));
    let (open, tail) = straight.or_else(turned).filter(|(open, _)| *open > first)?;
    let stated = states(analysis, (first, open)) || is_plainly_said(analysis, (first, open), &tail);
    stated.then(|| (vec![(first, open)], tail))
}

/// "The ship sank off Corvo, | the coast guard said": what a mere "said" closes is a clause, though the tagger takes its verb for a noun
/// or a participle.
fn is_plainly_said(analysis: &Analysis, (from, to): Run, tail: &Tail) -> bool {
    let said = tail.cue.1 == tail.cue.0 + 1 && matches!(analysis.words.of(tail.cue.0), "said" | "says");
    let opens = matches!(analysis.pos[from], Pos::Det | Pos::Noun | Pos::Propn | Pos::Num | Pos::Adj);
    if !said || !opens || to < from + 3 || !analysis.is_plain((from, to)) || (from..to).any(|i| analysis.is_comma(i)) {
        return false;
    }
    let past = |i: usize| Pack::of(Some("en")).past.has(&analysis.lower(i));
    let bent = |i: usize| matches!(analysis.tag(i).form, Form::Participle | Form::Past) && analysis.pos[i] == Pos::Verb;
    let lower = |i: usize| analysis.form(i).shape == Shape::Lower && analysis.pos[i - 1] != Pos::Det;
    let verb = (from + 1..to).any(|i| lower(i) && (bent(i) || past(i)) && analysis.has_noun((from, i)));
    // "The fire spread in minutes, the mayor said": a name there may be that of the one before the comma.
    let other = tail.source.is_some_and(|source| analysis.pos[source.0] == Pos::Det);
    verb || other && analysis.pos[from] == Pos::Det && to >= from + CLAUSE
}

/// "The bridge, Ruiz promised, will reopen": a parenthesis, and what a sentence says around it.
fn enclosed(analysis: &Analysis, verbs: &[usize], from: usize, to: usize) -> Option<(Vec<Run>, Tail)> {
    let end = analysis.last_word((from, to))? + 1;
    let mut commas = (from + 1..end).filter(|&i| analysis.is_comma(i)).take(2 * COMMAS);
    let mut open = commas.next()?;
    for close in commas {
        let begin = std::mem::replace(&mut open, close);
        let short = close - begin <= SOURCE;
        let Some(tail) = (if short {
            told(analysis, verbs, begin + 1, close).or_else(|| inverted(analysis, verbs, begin + 1, close))
        } else {
            None
        }) else {
            continue;
        };
        let first = (from..begin).find(|&i| analysis.form(i).is_word())?;
        if !analysis.is_plain((first, begin)) || !analysis.is_plain((close, end)) || close + 2 >= end {
            return None;
        }
        let verb = |i: usize| matches!(analysis.pos[i], Pos::Verb | Pos::Aux);
        let next = close + 1;
        // "The fire, the mayor said, started in the kitchen": the tagger takes the verb for a participle.
        let straight = tail.source.is_some_and(|source| source.1 <= tail.cue.0);
        let plain = straight && !(first..begin).any(|i| analysis.is_comma(i)) && !analysis.is_one_of(next + 1, &["by"]);
        let bent = analysis.pos[next] == Pos::Verb && analysis.tag(next).form == Form::Participle;
        let headless = analysis.tag(next).is_finite() || analysis.pos[next] == Pos::Aux || bent && plain;
        let led = matches!(analysis.pos[first], Pos::Adp | Pos::Adv) && is_main_clause(analysis, next, end);
        // "A man arrested on Monday, police said, is dead": a participle behind a noun describes it.
        let describes = |i: usize| {
            i > first
                && analysis.tag(i).form == Form::Participle
                && matches!(analysis.pos[i - 1], Pos::Noun | Pos::Propn)
        };
        let bare = !(first..begin).any(|i| verb(i) && !describes(i));
        let whole = bare && (headless && analysis.has_noun((first, begin)) || led);
        // "I think, Ruiz said, that it is dead", "The plane landed, Ruiz said, and nobody was hurt"
        let goes_on = !bare
            && states(analysis, (first, begin))
            && (analysis.words.of(next) == "that"
                || matches!(analysis.words.of(next), "and" | "but")
                    && (next + 1..end.min(next + SUBJECT)).any(verb)
                    && !(next + 1..end.min(next + 8)).any(|i| verbs.contains(&i)));
        let next = next + usize::from(goes_on && analysis.words.of(next) != "that");
        return (whole || goes_on).then(|| (vec![(first, begin), (next, end)], tail));
    }
    None
}

/// Whether the words before a tail are a clause that somebody can say.
fn states(analysis: &Analysis, (from, to): Run) -> bool {
    if to < from + 2 || analysis.quoted[to - 1] != state::OUT || analysis.quoted[from] != state::OUT {
        return false;
    }
    let asked = analysis.pos[from] == Pos::Verb && matches!(analysis.tag(from).form, Form::Gerund | Form::Participle);
    let turned = analysis.is_one_of(from, &["had", "were", "should", "asked", "what", "whatever", "how", "why"]);
    if asked || turned {
        return false;
    }
    // "Up to 2,000 soldiers are there"
    let bound = analysis.is_one_of(from, &["up", "over", "around", "about", "under", "between"]);
    let counted = bound && (from + 1..to.min(from + 3)).any(|i| analysis.pos[i] == Pos::Num);
    if counted || !matches!(analysis.pos[from], Pos::Adp | Pos::Sconj) {
        let clause = (from..to).find(|&i| matches!(analysis.words.of(i), "who" | "which")).unwrap_or(to);
        return analysis.has_finite((from + 1, clause)) || clause < to && main_behind(analysis, from, to);
    }
    main_behind(analysis, from, to)
}

/// "If it rains, the dam will break", "The firm, which owns nine dams, wants more": a main clause, or its verb, behind a comma.
fn main_behind(analysis: &Analysis, from: usize, to: usize) -> bool {
    (from + 1..to)
        .filter(|&i| analysis.is_comma(i))
        .any(|comma| is_main_clause(analysis, comma + 1, to) || analysis.tag(comma + 1).is_finite() && comma + 1 < to)
}
