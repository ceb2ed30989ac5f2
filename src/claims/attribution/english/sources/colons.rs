//! A quotation behind the colon of a sentence about somebody else than who spoke before, in English: "Her counterpart Jim Dunn was furious:
//! “...”".

use super::unseen::subject;
use crate::claims::attribution::analysis::{Analysis, state};
use crate::claims::attribution::linking::{Link, Run};
use crate::learn::form::Shape;
use crate::text::pos::{Form, Pos};

/// Parts what stands behind a colon from whom another sentence names.
pub(crate) fn part(analysis: &Analysis, links: &mut Vec<Link>) {
    let mut more = Vec::new();
    for link in links.iter_mut() {
        let Some(cue) = link.cue else {
            let found = link.contents.first().and_then(|&run| minded(analysis, run)).filter(|_| link.source.is_none());
            if let Some((source, colon)) = found {
                (link.source, link.cue) = (Some(source), Some((colon, colon + 1)));
            }
            continue;
        };
        let (source, own) = (link.source, analysis.sentence_of[cue.0]);
        link.contents.retain(|&run| {
            let Some(found) = led(analysis, run).filter(|found| {
                let elsewhere = found.cue.is_some_and(|colon| analysis.sentence_of[colon.0] != own);
                elsewhere && found.source != source
            }) else {
                return true;
            };
            more.push(found);
            false
        });
    }
    add_unheld(analysis, links, &mut more);
    if !more.is_empty() {
        links.retain(|link| !link.contents.is_empty());
        links.append(&mut more);
        links.sort_by_key(Link::start);
    }
}

/// The longest quotation that nothing holds, in words.
const LONGEST: usize = 80;

/// "Asked if he would go, Holt was short: | “No comment yet.”": quotations behind such a colon that no attribution holds.
fn add_unheld(analysis: &Analysis, links: &[Link], more: &mut Vec<Link>) {
    let opens = |&i: &usize| analysis.quoted[i] == state::OPEN && analysis.form(i - 1).shape == Shape::Colon;
    let mut held: Option<Vec<bool>> = None;
    for open in (1..analysis.len()).filter(opens) {
        let bound = analysis.len().min(open + LONGEST);
        let Some(close) = (open + 1..bound).find(|&i| analysis.quoted[i] != state::IN) else { continue };
        let held = held.get_or_insert_with(|| {
            let mut held = vec![false; analysis.len()];
            let runs = links.iter().flat_map(|link| link.contents.iter().chain(&link.cue));
            runs.for_each(|&(from, to)| held[from..to].fill(true));
            held
        });
        let free = close > open + 3 && !held[open + 1..close].contains(&true);
        if let Some((source, colon)) = minded(analysis, (open + 1, close)).filter(|_| free) {
            let contents = vec![(open + 1, close)];
            more.push(Link { source: Some(source), cue: Some((colon, colon + 1)), contents, ..Link::default() });
        }
    }
}

/// "Holt was short: | “...”": who is of some mind before the colon of a quotation, by name, at the head of the sentence or behind its last
/// comma.
fn minded(analysis: &Analysis, content: Run) -> Option<(Run, usize)> {
    let open = if analysis.quoted[content.0] == state::OPEN { content.0 } else { content.0.checked_sub(1)? };
    let colon = open.checked_sub(1).filter(|&colon| analysis.form(colon).shape == Shape::Colon)?;
    let (from, _) = analysis.sentence_at(colon);
    let start = (from..colon).rev().find(|&i| analysis.is_comma(i)).map_or(from, |comma| comma + 1);
    let verb = (start + 1..colon).find(|&i| !analysis.is_nominal(i))?;
    let be = analysis.is_one_of(verb, &["was", "is", "remained", "remains", "sounded", "seemed"]);
    let named = (start..verb).all(|i| analysis.is_nominal(i)) && analysis.pos[verb - 1] == Pos::Propn;
    // "The motto of Holt is: “...”" tells of nobody's mind.
    let mind = analysis.pos[colon - 1] == Pos::Adj || analysis.tag(colon - 1).form == Form::Participle;
    let plain = analysis.quoted[open] == state::OPEN && analysis.is_plain((from, colon));
    (be && named && mind && plain).then_some(((start, verb), colon))
}

/// The subject of the clause whose colon a quotation stands behind, if it is named there.
fn led(analysis: &Analysis, content: Run) -> Option<Link> {
    let open = if analysis.quoted[content.0] == state::OPEN { content.0 } else { content.0.checked_sub(1)? };
    let colon = open.checked_sub(1).filter(|&colon| analysis.form(colon).shape == Shape::Colon)?;
    let cue = (colon, colon + 1);
    let (from, _) = analysis.sentence_at(colon);
    let plain = analysis.quoted[open] == state::OPEN && analysis.is_plain((from, colon));
    // "The joy of Holt was short", "These words": whose joy it is and what was said are not who speaks.
    let named = |source: &Run| {
        let bound = (source.0..source.1).any(|i| analysis.pos[i] == Pos::Adp);
        source.0 == from && !bound && analysis.pos[source.1 - 1] == Pos::Propn
    };
    let source = subject(analysis, cue).filter(|source| plain && named(source))?;
    Some(Link { source: Some(source), cue: Some(cue), contents: vec![content], ..Link::default() })
}

#[cfg(test)]
mod tests {
    use crate::claims::attribution::testing::read;

    #[test]
    fn who_is_of_some_mind_before_the_colon_speaks() {
        for text in [
            "Anna Holt was brief: \u{201c}Ask me in April.\u{201d}",
            "Asked if the club could go up, Anna Holt was brief: \u{201c}Ask me in April.\u{201d}",
        ] {
            let last = read(text, "en").pop().and_then(|found| found.speaker);
            assert_eq!(last.as_deref(), Some("Anna Holt"), "{text}");
        }
    }

    #[test]
    fn who_stands_before_the_colon_speaks() {
        let text = "Rovers manager Anna Holt said: \u{201c}We never gave up.\u{201d} Her counterpart Paul Dorn was furious: \u{201c}I want an answer.\u{201d}";
        let found = read(text, "en");
        let speakers: Vec<_> = found.iter().filter_map(|found| found.speaker.as_deref()).collect();
        assert_eq!(speakers, ["Anna Holt", "Paul Dorn"]);
        // Where nobody else is named, who spoke goes on.
        let text =
            "Anna Holt said: \u{201c}We never gave up.\u{201d} The rest was short: \u{201c}I want an answer.\u{201d}";
        assert!(read(text, "en").iter().all(|found| found.speaker.as_deref() == Some("Anna Holt")));
    }
}
