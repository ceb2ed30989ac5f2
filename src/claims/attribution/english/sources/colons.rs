//! A quotation behind the colon of a sentence about somebody else than who spoke before, in English: "Her counterpart Jim Dunn was furious:
//! “...”".

use super::unseen::subject;
use crate::claims::attribution::analysis::{Analysis, state};
use crate::claims::attribution::linking::{Link, Run};
use crate::learn::form::Shape;
use crate::text::pos::Pos;

/// Parts what stands behind a colon from whom another sentence names.
pub(crate) fn part(analysis: &Analysis, links: &mut Vec<Link>) {
    let mut more = Vec::new();
    for link in links.iter_mut() {
        let Some(cue) = link.cue else { continue };
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
    if !more.is_empty() {
        links.retain(|link| !link.contents.is_empty());
        links.append(&mut more);
        links.sort_by_key(Link::start);
    }
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
