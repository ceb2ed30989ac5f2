//! Posts that a page embeds: a line of a dash, a name and a handle stands under the words it signs.

use super::analysis::{Analysis, state};
use super::linking::{Link, Run};
use crate::learn::form::Shape;

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
    // All that the paragraph before holds; its links are no words of the one who signs.
    let home = words[dash - 1].paragraph;
    let from = words[..dash].partition_point(|word| word.paragraph < home);
    let link = |i: usize| {
        let word = analysis.words.of(i);
        word.contains("://") || word.contains("t.co") || word.contains("pic.twitter")
    };
    let to = (from..dash).find(|&i| link(i)).unwrap_or(dash);
    let outside = (from..to).all(|i| analysis.quoted[i] == state::OUT || analysis.quoted[i] == state::IN);
    (from < to && (outside || to - from > 3)).then_some(((dash + 1, bracket), (from, to)))
}
