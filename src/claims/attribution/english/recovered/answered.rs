//! Quotations with a tail that nothing else has taken, in English: "Asked who paid, “We did,” Ruiz told the Fern".

use crate::claims::attribution::analysis::{Analysis, state};
use crate::claims::attribution::english::sources::tellers::{inverted, opens, told};
use crate::claims::attribution::linking::{Link, Run, cue_words};
use crate::claims::attribution::pack::pack;
use crate::learn::form::Shape;

/// How far behind a quotation its sentence ends at most, and the longest quotation, in words.
const TAIL: usize = 32;
const LONGEST: usize = 80;

/// "Asked who paid, “We did,” Ruiz told the Fern": what stands between marks before a tail, where nothing holds it, and without what was
/// asked where something does.
pub(crate) fn close_quotations(analysis: &Analysis, links: &mut Vec<Link>) {
    let Some(lexicon) = pack("en").map(|pack| &pack.lexicon) else { return };
    let cues = cue_words(links);
    let mut more = Vec::new();
    for close in (1..analysis.len()).filter(|&i| analysis.quoted[i] == state::CLOSE) {
        let (_, to) = analysis.sentence_at(close);
        let Some(end) = analysis.last_word((close, to)).map(|last| last + 1).filter(|&end| end <= close + TAIL) else {
            continue;
        };
        let start = close + 1 + usize::from(analysis.form(close + 1).shape == Shape::Comma);
        let comma = start > close + 1 || analysis.form(close - 1).shape == Shape::Comma;
        let verbs: Vec<usize> = (start..end).filter(|&i| comma && opens(analysis, lexicon, i)).collect();
        let Some(open) = (close.saturating_sub(LONGEST)..close).rev().find(|&i| analysis.quoted[i] != state::IN) else {
            continue;
        };
        if verbs.is_empty() || analysis.quoted[open] != state::OPEN || close < open + 3 {
            continue;
        }
        let Some(tail) = told(analysis, &verbs, start, end).or_else(|| inverted(analysis, &verbs, start, end)) else {
            continue;
        };
        let next = links.partition_point(|link| link.contents.first().is_some_and(|run| run.1 <= open));
        let count = links.len();
        let near = &mut links[next.saturating_sub(4)..count.min(next + 8)];
        let holds = |run: &Run| run.0 <= open + 1 && open + 1 < run.1;
        match near.iter_mut().flat_map(|link| &mut link.contents).find(|run| holds(run)) {
            Some(run) => {
                let asked =
                    run.0.checked_sub(1).is_some_and(|before| analysis.is_one_of(before, &["asked", "pressed"]));
                let inside = (run.0..open).any(|i| analysis.is_one_of(i, &["asked"]));
                if (asked || inside) && analysis.is_plain((run.0, open)) && analysis.is_comma(open - 1) {
                    run.0 = open + 1;
                }
            }
            None if !(start..tail.cue.1).any(|i| cues.contains(&i)) => {
                let contents = vec![(open + 1, close)];
                more.push(Link { source: tail.source, cue: Some(tail.cue), contents, ..Link::default() });
            }
            None => {}
        }
    }
    links.append(&mut more);
    links.sort_by_key(Link::start);
}
