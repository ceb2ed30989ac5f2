//! The kinds of cues that rules ask for by name, of lines as of the blocks of a page.

use std::sync::OnceLock;

use super::cues::Cues;

/// Where they stand in [`Matches`](super::cues::Matches).
#[derive(Debug)]
pub(crate) struct Kinds {
    pub pointer: Option<usize>,
    pub caption: Option<usize>,
    pub date: Option<usize>,
    /// What leads to other pages.
    pub links: [Option<usize>; 2],
    /// What asks readers for something, or advertises.
    pub pleas: [Option<usize>; 5],
    pub advertisement: Option<usize>,
    pub subscribe: Option<usize>,
    pub consent: Option<usize>,
    pub interface: Option<usize>,
}

impl Kinds {
    /// Those of this library's list.
    pub fn get() -> &'static Self {
        static KINDS: OnceLock<Kinds> = OnceLock::new();
        KINDS.get_or_init(|| {
            let kind = |name| Cues::get().kind(name);
            Self {
                pointer: kind("pointer"),
                caption: kind("caption"),
                date: kind("date"),
                links: ["related", "more"].map(kind),
                pleas: ["advertisement", "subscribe", "consent", "share", "comments"].map(kind),
                advertisement: kind("advertisement"),
                subscribe: kind("subscribe"),
                consent: kind("consent"),
                interface: kind("interface"),
            }
        })
    }
}
