//! Posts that a page embeds: a line of a dash, a name and a handle stands under the words it signs.

use crate::claims::attribution::analysis::{Analysis, state};
use crate::claims::attribution::linking::{Link, Run};
use crate::learn::form::Shape;

/// The most lines of a post.
const LINES: usize = 8;

/// The longest name in a signature, in words.
const NAME: usize = 8;

/// Makes each signed post one attribution of the one who signs, instead of what was found in its words.
pub(crate) fn sign_posts(analysis: &Analysis, links: &mut Vec<Link>) {
    let mut posts = Vec::new();
    for i in 1..analysis.len() {
        if let Some(post) = post(analysis, i) {
            posts.push(post);
        }
    }
    for (signer, content) in posts {
        links.retain(|link| {
            let outside = |run: &Run| run.1 <= content.0 || run.0 >= signer.1;
            link.contents.iter().all(outside)
        });
        links.push(Link { source: Some(signer), contents: vec![content], ..Link::default() });
    }
}

/// The name and the words of the post that the line beginning at word `dash` signs: "— Ann Berg (@annberg) May 3, 2019".
fn post(analysis: &Analysis, dash: usize) -> Option<(Run, Run)> {
    let words = &analysis.words.words;
    let paragraph = words[dash].paragraph;
    let opens = analysis.form(dash).shape == Shape::Dash && words[dash - 1].paragraph != paragraph;
    if !opens {
        return None;
    }
    let here = |&i: &usize| i < analysis.len() && words[i].paragraph == paragraph;
    let bracket = (dash + 2..dash + 2 + NAME).take_while(here).find(|&i| analysis.words.of(i) == "(")?;
    let handle = here(&(bracket + 1)) && analysis.words.of(bracket + 1).starts_with('@');
    let text = analysis.words.text.get(words[bracket].span.end..)?;
    if !handle && !text.starts_with('@') {
        return None;
    }
    // All lines up to an empty one, or the line before where the text knows no empty lines; links are no words of the signer.
    let head = |at: usize| words[..at].partition_point(|word| word.paragraph < words[at - 1].paragraph);
    let gap = |at: usize| {
        let before = at.checked_sub(1).map_or(0, |before| words[before].span.end);
        analysis.words.text.get(before..words[at].span.start).unwrap_or("").matches('\n').count()
    };
    let mut from = head(dash);
    let lines = std::iter::successors(Some(from), |&at| (at > 0 && gap(at) < 2).then(|| head(at))).take(LINES);
    if let Some(first) = lines.last().filter(|&at| at == 0 || gap(at) >= 2) {
        from = first;
    }
    let link = |i: usize| {
        let word = analysis.words.of(i);
        word.contains("://") || word.contains("t.co") || word.contains("pic.twitter")
    };
    let to = (from..dash).find(|&i| link(i)).unwrap_or(dash);
    let outside = (from..to).all(|i| analysis.quoted[i] == state::OUT || analysis.quoted[i] == state::IN);
    (from < to && (outside || to - from > 3)).then_some(((dash + 1, bracket), (from, to)))
}
