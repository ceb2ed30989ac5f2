//! The text of a byline's element with its parts on lines of their own.
//!
//! Style sheets keep neighbours apart that stand together in the page: `<a>Jane Doe</a><a>Ravi Patel</a>`.

use super::super::html::tags::Tag;
use super::super::html::tree::{NodeId, Step, Tree};

/// What lies between two texts.
#[derive(Clone, Copy, Default)]
struct Between {
    space: bool,
    /// The edge of an inline element.
    edge: bool,
    /// The edge of a block, or `<br>`.
    block: bool,
}

/// The text below `root`, a line a part; it ends soon after `limit` bytes.
pub(super) fn lines(tree: &Tree, root: NodeId, limit: usize) -> String {
    let mut text = String::new();
    let mut between = Between::default();
    // Where the last run of text within one element begins, in which link it stands, and in which the walk is.
    let (mut run, mut run_link, mut link) = (0, None, None);
    let mut step = Some(Step::Enter(root));
    while let Some(now) = step {
        let (Step::Enter(id) | Step::Leave(id)) = now;
        if let Some(element) = tree.element(id) {
            let is_break = !element.tag.is_inline() || element.tag == Tag::Br;
            between.edge = true;
            between.block |= is_break;
            if element.tag == Tag::A {
                link = if matches!(now, Step::Enter(_)) { Some(id) } else { None };
            }
        }
        let words = if matches!(now, Step::Enter(_)) { tree.text_of(id) } else { "" };
        between.space |= words.starts_with(char::is_whitespace);
        let end = words.char_indices().nth(limit + 1).map_or(words.len(), |(at, _)| at);
        let squeezed = super::title::squeeze(&words[..end]);
        if !squeezed.is_empty() {
            if !text.is_empty() {
                let links = run_link.is_some() && link.is_some() && run_link != link;
                let between = joint(text.get(run..).unwrap_or(""), &squeezed, between, links);
                text.push_str(between);
            }
            if between.edge {
                run = text.len();
            }
            text.push_str(&squeezed);
            if text.len() > limit {
                return text;
            }
            (run_link, between) = (link, Between::default());
        }
        between.space |= words.ends_with(char::is_whitespace);
        step = tree.advance(root, now, false);
    }
    text
}

/// What stands between two neighbouring texts: a line's end between two parts, a space within one.
fn joint(left: &str, right: &str, between: Between, links: bool) -> &'static str {
    let space = if between.space { " " } else { "" };
    if between.block {
        return "\n";
    }
    // Signs part by themselves, and within an element nothing does.
    let signed = left.ends_with(|char: char| !char.is_alphanumeric() && !matches!(char, '.' | ')'))
        || right.starts_with(|char: char| !char.is_alphanumeric());
    if signed || !between.edge {
        return space;
    }
    let (first, second) = (left.split(' ').count() > 1, right.split(' ').count() > 1);
    match between.space {
        _ if links => "\n",
        // "Jane" and "Doe" may stand in elements of their own.
        true if first && second => "\n",
        false if first => "\n",
        _ => " ",
    }
}
