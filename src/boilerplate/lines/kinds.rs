//! The kinds of cues that rules ask for by name, of lines as of the blocks of a page.

use std::sync::OnceLock;

use super::cues::{Cues, Matches};

/// Where they stand in [`Matches`](super::cues::Matches).
#[derive(Debug)]
pub(crate) struct Kinds {
    pub navigation: Option<usize>,
    pub section: Option<usize>,
    pub pointer: Option<usize>,
    pub caption: Option<usize>,
    pub date: Option<usize>,
    pub related: Option<usize>,
    /// What leads to other pages.
    pub links: [Option<usize>; 2],
    /// What asks readers for something, or advertises.
    pub pleas: [Option<usize>; 5],
    pub advertisement: Option<usize>,
    pub subscribe: Option<usize>,
    pub share: Option<usize>,
    pub consent: Option<usize>,
    pub interface: Option<usize>,
    pub credits: Option<usize>,
    pub author: Option<usize>,
}

impl Kinds {
    /// Those of this library's list.
    pub fn get() -> &'static Self {
        static KINDS: OnceLock<Kinds> = OnceLock::new();
        KINDS.get_or_init(|| {
            let kind = |name| Cues::get().kind(name);
            Self {
                navigation: kind("navigation"),
                section: kind("section"),
                pointer: kind("pointer"),
                caption: kind("caption"),
                date: kind("date"),
                related: kind("related"),
                links: ["related", "more"].map(kind),
                pleas: ["advertisement", "subscribe", "consent", "share", "comments"].map(kind),
                advertisement: kind("advertisement"),
                subscribe: kind("subscribe"),
                share: kind("share"),
                consent: kind("consent"),
                interface: kind("interface"),
                credits: kind("credits"),
                author: kind("author"),
            }
        })
    }
}

impl Kinds {
    /// Whether a line of `words` words asks readers for something, or advertises, and is no sentence of the story that
    /// says so. `ours`: it speaks of "us"; `closed`: it ends with a stop.
    pub fn asks(&self, found: &Matches, words: u32, ours: bool, closed: bool) -> bool {
        let most = self.pleas.iter().map(|&kind| found.covered_by(kind)).max().unwrap_or(0);
        let all = most >= 2 && most * 4 >= words * 3;
        // "Support our journalism by becoming a member today."
        let mostly = most >= 3 && most * 2 >= words && (ours || !closed);
        // "Follow us on Facebook for more from the islands."
        let follow = found.opens_with(self.share) && found.covered_by(self.share) >= if ours { 2 } else { 3 };
        // "Subscribe to our newsletter to get the best of the week in your inbox every Sunday."
        let subscribe = found.covered_by(self.subscribe);
        let join = ours && subscribe >= 2 || found.opens_with(self.subscribe) && subscribe >= 4;
        all || mostly || follow || join
    }
}
