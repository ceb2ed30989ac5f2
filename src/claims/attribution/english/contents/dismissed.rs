//! What a claim is dismissed as, between the verb and the claim, in English: "dismissed as nonsense | the claim that the dam leaked". It
//! belongs to the verb, and the noun behind it names what is dismissed.

use std::collections::HashSet;

use crate::claims::attribution::analysis::Analysis;
use crate::claims::attribution::linking::{Link, Run};
use crate::claims::frame::pack::Pack;
use crate::claims::types::Act;
use crate::text::pos::Pos;

/// The most words from "as" to the noun that is dismissed.
const VERDICT: usize = 8;

/// Lets such contents begin with what is dismissed, which nobody else says there.
pub(crate) fn begin_with_claim(analysis: &Analysis, links: &mut Vec<Link>) {
    let mut nouns: HashSet<usize> = HashSet::new();
    for link in links.iter_mut() {
        let (Some(cue), Some(run)) = (link.cue, link.contents.first_mut()) else { continue };
        if run.0 != cue.1 || !analysis.does(cue.1 - 1, Act::Deny) {
            continue;
        }
        if let Some((start, noun)) = claim(analysis, *run) {
            run.0 = start;
            link.cue = Some((cue.0, start));
            nouns.insert(noun);
        }
    }
    if !nouns.is_empty() {
        links.retain(|link| link.cue.is_none_or(|cue| !(cue.0..cue.1).any(|i| nouns.contains(&i))));
    }
}

/// Where the noun phrase begins behind "as nonsense", and its noun.
fn claim(analysis: &Analysis, (from, to): Run) -> Option<(usize, usize)> {
    let to = to.min(from + VERDICT);
    let noun = |&i: &usize| Pack::of(Some("en")).content_noun.has(&analysis.lower(i));
    let noun = (from + 2..to).find(noun).filter(|_| analysis.is_one_of(from, &["as"]))?;
    let start = (from + 2..noun).find(|&i| {
        let whose = analysis.pos[i] == Pos::Det || analysis.is_one_of(i, &["his", "her", "its", "their"]);
        whose && matches!(analysis.pos[i - 1], Pos::Noun | Pos::Propn | Pos::Adj)
    })?;
    let plain = analysis.is_plain((from, noun)) && !analysis.has_finite((from, noun));
    (plain && analysis.is_one_of(noun + 1, &["that", "of"])).then_some((start, noun))
}

#[cfg(test)]
mod tests {
    use crate::claims::attribution::testing::parts;

    #[test]
    fn what_is_dismissed_stands_behind_the_verdict() {
        let found = parts("Kellin dismissed as nonsense the claim that the pool had leaked.", "en");
        assert_eq!(found, [["Kellin", "dismissed as nonsense", "the claim that the pool had leaked"]]);
    }
}
