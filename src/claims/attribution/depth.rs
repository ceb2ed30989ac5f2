//! How deep attributions may lie in each other.

use std::cmp::Reverse;

use crate::claims::attribution::linking::Link;

/// Deeper nobody reports. Where no full stops stand, every cue would take all that follows, and what they say would grow
/// with the square of the text.
const DEEPEST: usize = 8;

/// Drops the attributions whose contents begin in as many contents of others.
pub(super) fn leave_deepest(links: &mut Vec<Link>) {
    let hull = |link: &Link| {
        let start = link.contents.iter().map(|run| run.0).min().unwrap_or(0);
        (start, link.contents.iter().map(|run| run.1).max().unwrap_or(0))
    };
    let mut order: Vec<(usize, Reverse<usize>, usize)> =
        links.iter().map(hull).enumerate().map(|(at, (start, end))| (start, Reverse(end), at)).collect();
    order.sort_unstable();
    let mut kept = vec![true; links.len()];
    let mut open: Vec<usize> = Vec::with_capacity(DEEPEST);
    for (start, Reverse(end), at) in order {
        open.retain(|other| *other > start);
        if open.len() < DEEPEST {
            open.push(end);
        } else {
            kept[at] = false;
        }
    }
    let mut kept = kept.into_iter();
    links.retain(|_| kept.next().unwrap_or(true));
}

#[cfg(test)]
mod tests {
    use crate::Context;
    use crate::claims::extract_attributions;

    #[test]
    fn what_is_said_eight_deep_is_kept_and_no_more() {
        for count in [3, 8, 30] {
            let text = "Berg said that ".repeat(count) + "the bridge was closed.";
            let found = extract_attributions(&text, Some("en"), &Context::default()).expect("short");
            assert_eq!(found.len(), count.min(super::DEEPEST), "{count}");
        }
    }

    #[test]
    fn what_follows_each_other_is_not_deep() {
        let text = "Berg said that the bridge was closed. ".repeat(30);
        let found = extract_attributions(&text, Some("en"), &Context::default()).expect("short");
        assert_eq!(found.len(), 30);
    }
}
