//! Sentences that open with who says what they say, in English: "Berg said she felt the bridge was safe because ...". Where the
//! tagger saw another cue further on, it may have left this one.

use std::collections::HashMap;

use super::semicolons::leading;
use crate::claims::attribution::analysis::{Analysis, state};
use crate::claims::attribution::linking::{Link, Run, cue_words};

/// Verbs that report whatever clause follows them.
const SAYS: &[&str] =
    &["said", "says", "say", "claimed", "claims", "argued", "argues", "insisted", "insists", "warned", "warns"];

/// The longest clause that is added, in words: a bound on text without stops.
const LONGEST: usize = 80;

/// Adds what opens a sentence and nothing else took.
pub(crate) fn open_sentences(analysis: &Analysis, links: &mut Vec<Link>) {
    let cues = cue_words(links);
    // The source of each cue, by its first word.
    let mut sources: HashMap<usize, Option<Run>> = HashMap::new();
    for (cue, source) in links.iter().filter_map(|link| Some((link.cue?, link.source))) {
        sources.entry(cue.0).or_insert(source);
    }
    let mut taken = vec![false; analysis.len()];
    for run in links.iter().flat_map(|link| &link.contents) {
        taken[run.0..run.1].fill(true);
    }
    let mut more = Vec::new();
    for sentence in 0..analysis.sentence_starts.len().saturating_sub(1) {
        let (from, to) = analysis.sentence(sentence);
        let Some(report) = (from < to).then(|| leading(analysis, from, to)).flatten() else { continue };
        let Some((start, end)) = report.content else { continue };
        let says = SAYS.contains(&analysis.words.of(report.verb)) && !cues.contains(&report.verb);
        let free = !taken[report.verb] && !taken[start] && analysis.quoted[start] == state::OUT;
        // What follows the next cue has been told already, with its source.
        let next = (start..end).find(|&i| cues.contains(&i)).unwrap_or(end);
        let end = if next < end {
            before_source(analysis, sources.get(&next).copied().flatten(), (start, next))
        } else {
            end
        };
        if says && free && end >= start + 3 && end - start <= LONGEST {
            let cue = Some((report.verb, report.verb + 1));
            more.push(Link { source: Some(report.source), cue, contents: vec![(start, end)], ..Link::default() });
        }
    }
    links.append(&mut more);
    links.sort_by_key(Link::start);
}

/// Where a clause ends before the next cue and its source.
fn before_source(analysis: &Analysis, source: Option<Run>, (start, next): Run) -> usize {
    let end = source.filter(|source| source.0 > start && source.1 <= next).map_or(next, |source| source.0);
    analysis.last_word((start, end)).map_or(start, |last| last + 1)
}
