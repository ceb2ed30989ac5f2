//! Contents that go on over what was taken for an attribution and is none, in English: labels are flat, so that "added that the
//! town | would respond in kind" ends before the verb that seemed to report.

use crate::claims::attribution::analysis::Analysis;
use crate::claims::attribution::linking::{Link, is_quoted};

/// How many words may stand between a content and what was dropped behind it: a mark, a conjunction.
const BETWEEN: usize = 2;

/// How many attributions back the one may stand whose content goes on.
const BACK: usize = 4;

/// Keeps the attributions that `keep` answers for; the contents that those which it drops had ended go on over them.
pub(crate) fn drop_and_restore(analysis: &Analysis, links: &mut Vec<Link>, mut keep: impl FnMut(&Link) -> bool) {
    let kept: Vec<bool> = links.iter().map(&mut keep).collect();
    for at in (0..links.len()).filter(|&at| !kept[at]) {
        let Some((from, to)) = links[at].extent() else { continue };
        let goes_on = |link: &Link| {
            let (Some(cue), Some(&last)) = (link.cue, link.contents.last()) else { return false };
            last.0 >= cue.1
                && last.1 <= from
                && from - last.1 <= BETWEEN
                && analysis.sentence_of[last.0] == analysis.sentence_of[to - 1]
                && analysis.has_reporting_verb(cue)
                && analysis.has_finite(last)
                && !is_quoted(analysis, last)
        };
        let home = (at.saturating_sub(BACK)..at).rev().find(|&home| kept[home] && goes_on(&links[home]));
        if let Some(last) = home.and_then(|home| links[home].contents.last_mut()) {
            last.1 = to;
        }
    }
    let mut kept = kept.into_iter();
    links.retain(|_| kept.next().unwrap_or(true));
}
