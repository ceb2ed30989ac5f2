//! English headlines with a colon: "Police: three held", "Bridge is safe: minister". Who stands before the colon, or alone behind it,
//! says the rest of the line; a label ("Correction:", "Coach: Bo Lind") says nothing.

use crate::claims::attribution::analysis::{Analysis, state};
use crate::claims::attribution::linking::{Link, Run};
use crate::claims::attribution::pack::pack;
use crate::claims::speakers::{are_sources, is_first_name, is_trade};
use crate::learn::form::Shape;
use crate::text::pos::{Form, Pos};

/// Lines among which a headline is looked for, and its longest, in words.
pub(crate) const FIRST: usize = 3;
pub(crate) const LONGEST: usize = 24;

/// The longest name or office before or behind the colon, in words.
pub(crate) const OFFICE: usize = 5;

/// Adds the headlines that nobody else is found to say, and drops what labels were taken to say.
pub(crate) fn attribute(analysis: &Analysis, links: &mut Vec<Link>) {
    for paragraph in analysis.words.paragraphs().into_iter().take(FIRST) {
        let line = (paragraph.start, paragraph.end);
        let Some(colon) = mark(analysis, line) else { continue };
        let of_line = |link: &Link| link.cue == Some((colon, colon + 1));
        // "Police: how they work"
        let asks = asks(analysis, (colon + 1, line.1)) && analysis.quoted[colon + 1] == state::OUT;
        if is_label(analysis, (line.0, colon)) || asks && analysis.words.of(line.1 - 1) != "." {
            links.retain(|link| !of_line(link));
            continue;
        }
        let Some((source, content)) = headline(analysis, links, line, colon) else {
            // "Coach: Bo Lund"
            if is_name(analysis, (colon + 1, line.1)) {
                links.retain(|link| !of_line(link));
            }
            continue;
        };
        let found =
            Link { source: Some(source), cue: Some((colon, colon + 1)), contents: vec![content], ..Link::default() };
        if let Some(known) = links.iter_mut().find(|link| of_line(link)) {
            // "Police: man stole bikes, | sold them online"
            *known = found;
            continue;
        }
        let within = |run: &Run| run.0 < line.1 && line.0 < run.1;
        if !links.iter().flat_map(|link| link.contents.iter().chain(&link.cue)).any(within) {
            links.insert(links.partition_point(|link| link.start() < content.0), found);
        }
    }
}

/// The only colon of a line, or the dash before its last words: "Nurses to strike - union".
fn mark(analysis: &Analysis, (from, to): Run) -> Option<usize> {
    let last = to.checked_sub(1).filter(|&last| last > from + 1 && to - from <= LONGEST)?;
    let of = |shape: Shape| move |i: &usize| analysis.form(*i).shape == shape;
    let mut colons = (from + 1..last).filter(of(Shape::Colon));
    match (colons.next(), colons.next()) {
        (None, _) => (last.saturating_sub(OFFICE).max(from + 2)..last).find(of(Shape::Dash)),
        (colon, None) => colon,
        _ => None,
    }
}

/// Whether words before a colon say what the line is: "Correction", "Editor's note".
pub(crate) fn is_label(analysis: &Analysis, (from, to): Run) -> bool {
    pack("en").is_some_and(|pack| to > from && to - from <= OFFICE && analysis.is_one_of(to - 1, &pack.labels))
}

/// Who speaks in a line without a full stop, and what is said.
fn headline(analysis: &Analysis, links: &[Link], (from, to): Run, mark: usize) -> Option<(Run, Run)> {
    if analysis.form(to - 1).shape == Shape::Stop && analysis.words.of(to - 1) == "." {
        return None;
    }
    let plain = |run: Run| (run.0..run.1).all(|i| analysis.quoted[i] == state::OUT && analysis.form(i).is_word());
    let (before, behind) = ((from, mark), (mark + 1, to));
    let office = |run: Run| plain(run) && run.1 - run.0 <= OFFICE && is_speaker(analysis, links, run);
    // "Police: three held", "Report: rents up 4% in a year"
    let number = |i: usize| analysis.form(i).shape == Shape::Number || analysis.pos.get(i) == Some(&Pos::Num);
    let counted = |run: Run| run.1 >= run.0 + 2 && number(run.0) && !number(run.0 + 1);
    let paper = |run: Run| {
        let known = pack("en").is_some_and(|pack| analysis.is_one_of(run.1 - 1, &pack.headline));
        known && to - from >= OFFICE
    };
    let said = |who: Run, run: Run| counted(run) || is_clause(analysis, run) || paper(who) && !asks(analysis, run);
    // "Kern: I was framed"
    let own = || analysis.is_one_of(behind.0, &["i", "we", "my", "our"]) && is_clause(analysis, behind);
    let named = || plain(before) && is_name(analysis, before) && own();
    if analysis.form(mark).shape == Shape::Colon && (office(before) && said(before, behind) || named()) {
        return Some((before, behind));
    }
    // "Velmora: council", "Home - Police": a menu has no verb.
    let clause = is_clause(analysis, before) || counted(before) || analysis.is_one_of(from, &["no"]) && mark > from + 2;
    let to_do = (from + 1..mark).any(|i| analysis.words.of(i) == "to" && analysis.pos[i] == Pos::Part);
    (office(behind) && (clause || to_do)).then_some((behind, before))
}

/// Whether a run names who can speak: an office, many people, a report, a body of the list, a name that speaks further on.
pub(crate) fn is_speaker(analysis: &Analysis, links: &[Link], (from, to): Run) -> bool {
    let Some(pack) = pack("en") else { return false };
    let last = to - 1;
    let (hash, word) = (analysis.form(last).hash, analysis.words.of(last));
    let known = is_trade("en", hash, word) || are_sources("en", hash, word) || analysis.is_one_of(last, &pack.headline);
    let verb = (from..last).any(|i| matches!(analysis.pos[i], Pos::Verb | Pos::Aux | Pos::Adp | Pos::Pron));
    if known && !analysis.is_one_of(last, &pack.labels) {
        return !verb;
    }
    let capital = (from..to).all(|i| analysis.form(i).is_capital());
    let named = to == from + 2 && is_first_name("en", analysis.form(from).hash, analysis.words.of(from));
    let speaks = |link: &Link| link.source.is_some_and(|run| (run.0..run.1).any(|i| analysis.form(i).hash == hash));
    capital && to - from <= 3 && (named || links.iter().take(LONGEST).any(speaks))
}

/// Whether a run is a clause as headlines have it: "bridge is safe", "three held".
fn is_clause(analysis: &Analysis, (from, to): Run) -> bool {
    let verb =
        |i: usize| analysis.tag(i).is_finite() || analysis.pos[i] == Pos::Verb && analysis.tag(i).form != Form::Gerund;
    to >= from + 2 && !is_name(analysis, (from, to)) && !asks(analysis, (from, to)) && (from..to).any(verb)
}

/// Whether a run is but a few capitals.
fn is_name(analysis: &Analysis, (from, to): Run) -> bool {
    let plain = (from..to).all(|i| analysis.form(i).is_capital() && analysis.quoted[i] == state::OUT);
    plain && from < to && to <= from + 3
}

/// Whether a run is a question, or a line of several columns.
pub(crate) fn asks(analysis: &Analysis, (from, to): Run) -> bool {
    const ASKS: &[&str] = &["how", "why", "what", "who", "when", "where", "which", "here"];
    analysis.is_one_of(from, ASKS) || (from..to).any(|i| matches!(analysis.words.of(i), "?" | "|"))
}
