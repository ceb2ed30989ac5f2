//! Sources that linking cannot see, in English: whom a passive speaks of is no source; the subject of the sentence is that
//! of its participles ("..., adding that ..."); a name behind a dash stands under its quotation.

use crate::claims::attribution::analysis::{Analysis, state};
use crate::claims::attribution::linking::{Link, Run, is_quoted};
use crate::learn::form::Shape;
use crate::text::pos::{Form, Pos};

/// Mends the source of each attribution.
pub(crate) fn mend_sources(analysis: &Analysis, links: &mut [Link]) {
    for link in links.iter_mut() {
        let Some(cue) = link.cue else { continue };
        if let Some(subject) = link.source.and_then(|source| before_relative(analysis, source, cue)) {
            link.source = Some(subject);
            link.inherited = false;
        }
        if link.source.is_some_and(|source| is_of_the_next(analysis, source, cue)) {
            link.source = None;
            link.inherited = false;
        }
        if is_passive(analysis, cue) {
            if link.source.is_some_and(|source| source.1 <= cue.0) {
                link.source = None;
                link.inherited = false;
            }
        } else if is_participle(analysis, cue)
            && link.source.is_none_or(|source| source.1 <= cue.0 && is_place_or_time(analysis, source))
            && let Some(subject) = subject(analysis, cue)
        {
            link.source = Some(subject);
            link.inherited = false;
        }
    }
    for link in links.iter_mut().filter(|link| link.source.is_none() && link.contents.len() == 1) {
        if is_quoted(analysis, link.contents[0]) {
            link.source = signature(analysis, link.contents[0]);
        }
    }
}

/// "The firm, which owns nine dams, said": behind the comma that ends its clause, "which" no longer speaks, but what it stands for.
fn before_relative(analysis: &Analysis, source: Run, cue: Run) -> Option<Run> {
    let relative = source.1 == source.0 + 1 && matches!(analysis.words.of(source.0), "which" | "who");
    let (from, _) = analysis.sentence_at(source.0);
    let verb = |i: usize| matches!(analysis.pos[i], Pos::Aux | Pos::Adv);
    let end = (source.1..cue.0).rev().find(|&i| !verb(i))?;
    if !relative || source.0 < from + 2 || !analysis.is_comma(source.0 - 1) || !analysis.is_comma(end) {
        return None;
    }
    let to = source.0 - 1;
    let start = (from..to).rev().take(12).find(|&i| cuts(analysis, i) || analysis.tag(i).is_finite());
    let start = start.map_or(from.max(to.saturating_sub(12)), |at| at + 1);
    (start..to).any(|i| matches!(analysis.pos[i], Pos::Noun | Pos::Propn)).then_some((start, to))
}

/// "and asserted that it was late. He argued": the pronoun that opens a later sentence has a verb of its own.
fn is_of_the_next(analysis: &Analysis, source: Run, cue: Run) -> bool {
    let pronoun = matches!(analysis.lower(source.0).as_str(), "he" | "she" | "they" | "it" | "we" | "i");
    let verb = matches!(analysis.pos.get(source.1), Some(Pos::Verb | Pos::Aux | Pos::Adv));
    source.0 >= cue.1 && pronoun && verb && analysis.sentence_of[source.0] > analysis.sentence_of[cue.0]
}

/// Participles that say what the subject feels: "was worried", "are convinced".
const FELT: &[&str] = &[
    "worried",
    "concerned",
    "convinced",
    "assured",
    "outraged",
    "shocked",
    "surprised",
    "determined",
    "committed",
    "inclined",
    "divided",
    "devoted",
    "prepared",
    "pleased",
    "disappointed",
    "alarmed",
    "scared",
    "frightened",
    "satisfied",
    "confused",
    "reminded",
    "quoted",
    "heard",
    "told",
    "opposed",
    "resigned",
    "persuaded",
    "tempted",
    "poised",
    "delighted",
    "thrilled",
    "angered",
    "offended",
    "bothered",
    "disturbed",
    "dismayed",
    "tired",
    "excited",
    "interested",
    "supposed",
    "set",
];

/// Whether a cue speaks of its subject: a passive that tells no feeling, without whoever does it.
pub(crate) fn is_passive(analysis: &Analysis, cue: Run) -> bool {
    let agent = (cue.0..cue.1).any(|i| analysis.words.of(i) == "by");
    !agent && analysis.passives(cue).any(|i| !FELT.contains(&analysis.lower(i).as_str()))
}

/// Whether a cue begins with a verb in -ing that no auxiliary precedes.
fn is_participle(analysis: &Analysis, (from, _): Run) -> bool {
    let tag = analysis.tag(from);
    let auxiliary = from > 0 && (analysis.pos[from - 1] == Pos::Aux || analysis.lower(from - 1) == "been");
    tag.pos == Pos::Verb && tag.form == Form::Gerund && analysis.quoted[from] == state::OUT && !auxiliary
}

/// "in Washington, saying", "on Friday, saying": what a preposition leads is not who speaks.
fn is_place_or_time(analysis: &Analysis, (from, _): Run) -> bool {
    let before = from.checked_sub(1).filter(|&at| analysis.sentence_of[at] == analysis.sentence_of[from]);
    before.is_some_and(|at| analysis.pos[at] == Pos::Adp)
        || matches!(
            analysis.words.of(from),
            "Monday" | "Tuesday" | "Wednesday" | "Thursday" | "Friday" | "Saturday" | "Sunday"
        )
}

/// The subject of the clause before a cue: the noun phrase before the first finite verb of the sentence.
pub(crate) fn subject(analysis: &Analysis, cue: Run) -> Option<Run> {
    let (mut from, _) = analysis.sentence_at(cue.0);
    let finite = |i: usize| {
        matches!(analysis.pos[i], Pos::Verb | Pos::Aux)
            && analysis.tag(i).is_finite()
            && analysis.quoted[i] == state::OUT
    };
    loop {
        let verb = (from..cue.0).find(|&i| finite(i))?;
        let mut to = verb;
        while to > from && matches!(analysis.pos[to - 1], Pos::Adv | Pos::Part) {
            to -= 1;
        }
        // What a comma, a conjunction or a preposition at its head cuts off is an adverbial: "In May, the board voted".
        let start = (from..to).rev().find(|&i| cuts(analysis, i)).map_or(from, |at| at + 1);
        let relative =
            (start..to).any(|i| matches!(analysis.words.of(i), "who" | "which" | "that" | "what" | "It" | "it"));
        let led = matches!(analysis.pos.get(start), Some(Pos::Adp | Pos::Sconj | Pos::Verb));
        if start < to && !relative && !led && to - start <= 12 && analysis.has_noun((start, to)) {
            return Some((start, to));
        }
        from = verb + 1;
    }
}

fn cuts(analysis: &Analysis, i: usize) -> bool {
    matches!(analysis.form(i).shape, Shape::Comma | Shape::Colon | Shape::Dash | Shape::Quote | Shape::Bracket)
        || analysis.pos[i] == Pos::Sconj
        || analysis.quoted[i] != state::OUT
}

/// "“...” — Ann Berg": the name that stands alone behind a dash, after a quotation or in the line below it.
fn signature(analysis: &Analysis, content: Run) -> Option<Run> {
    let mut at = content.1;
    while at < analysis.len()
        && at < content.1 + 3
        && matches!(analysis.form(at).shape, Shape::Quote | Shape::Stop | Shape::Comma)
    {
        at += 1;
    }
    let dash = analysis.words.of(at);
    if at >= analysis.len() || !matches!(dash, "—" | "–" | "-" | "―" | "--") {
        return None;
    }
    let paragraph = analysis.words.words[at].paragraph;
    let end = (at + 1..analysis.len().min(at + 9)).find(|&i| analysis.words.words[i].paragraph != paragraph);
    let end = end.or((analysis.len() <= at + 8).then_some(analysis.len()))?;
    let stop = (at + 1..end).find(|&i| analysis.form(i).shape == Shape::Comma).unwrap_or(end);
    let name =
        |i: usize| analysis.form(i).is_capital() || matches!(analysis.words.of(i), "de" | "van" | "von" | "al" | ".");
    (stop >= at + 3 && stop <= at + 6 && (at + 1..stop).all(name)).then_some((at + 1, stop))
}
