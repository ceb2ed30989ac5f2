//! Lines that say nothing of the lines around them: marks of advertising, and buttons that lead to the comments.

use super::cues::Cues;
use super::kinds::Kinds;
use super::stats::Stats;

/// The fewest words of a sentence.
const SENTENCE: u32 = 6;

/// The fewest words of a headline.
const HEADLINE: u32 = 3;

/// How many words of sentences may stand before a button. Behind as many, and behind a third of them all, comments may begin.
const BEFORE: u32 = 60;

/// The most lines of a text, and such lines in it, of which one is a button: the weights have learned from whole pages, which they
/// know better, and what has more of them has comments above.
pub(super) const LINES: usize = 64;
const BUTTONS: usize = 2;

/// Of each line the kind of its cues, if it is such a mark.
///
/// "12 comments" below the headline, or below a first sentence that sums up the story, is a button; below the story, or where no
/// headline stands above, it opens what is none of it.
pub(super) fn kinds(lines: &[Stats]) -> impl Iterator<Item = Option<usize>> + '_ {
    let (advertisement, comments) = (Kinds::get().advertisement, Cues::get().kind("comments"));
    let is = |line: &Stats, kind: usize| line.words > 0 && line.cues.covered_by(Some(kind)) >= line.words;
    let told = |line: &Stats| if line.ends_with_stop && line.words >= SENTENCE { line.words } else { 0 };
    let all = lines.iter().map(told).fold(0, u32::saturating_add);
    let few = |kind: &usize| lines.len() <= LINES && lines.iter().filter(|line| is(line, *kind)).count() <= BUTTONS;
    let comments = comments.filter(few);
    let (mut before, mut headed) = (0_u32, false);
    lines.iter().map(move |line| {
        before = before.saturating_add(told(line));
        headed |= line.words >= HEADLINE && !line.cued;
        let above = headed && before < BEFORE && all > 3 * before;
        advertisement.filter(|kind| is(line, *kind)).or(comments.filter(|kind| above && is(line, *kind)))
    })
}
