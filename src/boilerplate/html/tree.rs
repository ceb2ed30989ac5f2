//! A page as a tree in three flat vectors: nodes, kept attributes, and one string with all its text.

use html5ever::tendril::StrTendril;
use html5ever::{LocalName, Namespace};

use super::tags::{Attr, Tag};
use crate::text::Span;

/// A node's place in the tree.
pub(crate) type NodeId = u32;

/// No node.
pub(crate) const NONE: NodeId = u32::MAX;

/// The document itself.
pub(crate) const DOCUMENT: NodeId = 0;

#[derive(Debug, Clone, Copy)]
pub(crate) enum Kind {
    /// The document, and fragments that hold the contents of templates.
    Root,
    /// Index into the elements.
    Element(u32),
    /// Byte range of the tree's text.
    Text(u32, u32),
    /// Comments and the like.
    Ignored,
}

#[derive(Debug)]
pub(crate) struct Node {
    pub(crate) parent: NodeId,
    pub(crate) first: NodeId,
    pub(crate) last: NodeId,
    pub(crate) previous: NodeId,
    pub(crate) next: NodeId,
    pub(crate) depth: u32,
    pub(crate) kind: Kind,
}

#[derive(Debug)]
pub(crate) struct Element {
    pub(crate) namespace: Namespace,
    pub(crate) name: LocalName,
    pub(crate) tag: Tag,
    pub(crate) attributes: (u32, u32),
    /// Where a template keeps its contents, [`NONE`] for all else.
    pub(crate) contents: NodeId,
}

/// Where a piece of the tree's text stands in the page, in bytes.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Place {
    /// Its beginning in the tree's text.
    pub(crate) text: u32,
    pub(crate) start: u32,
    pub(crate) end: u32,
}

/// A parsed page.
#[derive(Debug, Default)]
pub(crate) struct Tree {
    pub(crate) nodes: Vec<Node>,
    pub(crate) elements: Vec<Element>,
    pub(crate) attributes: Vec<(Attr, StrTendril)>,
    pub(crate) text: String,
    /// Of all pieces of `text`, in order.
    pub(crate) places: Vec<Place>,
}

/// One step of a walk over a subtree.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Step {
    /// An element begins, or a text node stands here.
    Enter(NodeId),
    /// An element ends.
    Leave(NodeId),
}

impl Tree {
    pub(crate) fn node(&self, id: NodeId) -> &Node {
        &self.nodes[id as usize]
    }

    pub(crate) fn element(&self, id: NodeId) -> Option<&Element> {
        match self.node(id).kind {
            Kind::Element(index) => self.elements.get(index as usize),
            _ => None,
        }
    }

    /// [`Tag::Other`] for all that is no element.
    pub(crate) fn tag(&self, id: NodeId) -> Tag {
        self.element(id).map_or(Tag::Other, |element| element.tag)
    }

    pub(crate) fn attribute(&self, id: NodeId, attribute: Attr) -> Option<&str> {
        let (start, end) = self.element(id)?.attributes;
        let kept = self.attributes.get(start as usize..end as usize)?;
        kept.iter().find(|(kind, _)| *kind == attribute).map(|(_, value)| &**value)
    }

    /// The contents of the scripts, each a text node.
    pub(crate) fn scripts(&self) -> impl Iterator<Item = NodeId> {
        let scripts = (0..self.nodes.len() as NodeId).filter(|&id| self.tag(id) == Tag::Script);
        scripts.map(|id| self.node(id).first).filter(|&content| content != NONE)
    }

    /// The text of a text node, empty for all else.
    pub(crate) fn text_of(&self, id: NodeId) -> &str {
        match self.node(id).kind {
            Kind::Text(start, end) => self.text.get(start as usize..end as usize).unwrap_or(""),
            _ => "",
        }
    }

    /// Where the text of a text node stands in the page; empty for all else.
    pub(crate) fn place_of(&self, id: NodeId) -> Span {
        let Kind::Text(start, end) = self.node(id).kind else { return Span::default() };
        let holding = |at: u32| self.places[..self.places.partition_point(|place| place.text <= at)].last();
        match (holding(start), holding(end.saturating_sub(1))) {
            (Some(first), Some(last)) => Span::new(first.start as usize, last.end as usize),
            _ => Span::default(),
        }
    }

    /// The step after `step` within the subtree of `root`; `skip` leaves out the children of the node just entered.
    pub(crate) fn advance(&self, root: NodeId, step: Step, skip: bool) -> Option<Step> {
        let left = match step {
            Step::Enter(id) => {
                let first = self.node(id).first;
                if first != NONE && !skip {
                    return Some(Step::Enter(first));
                }
                if matches!(self.node(id).kind, Kind::Element(_) | Kind::Root) {
                    return Some(Step::Leave(id));
                }
                id
            }
            Step::Leave(id) => id,
        };
        if left == root {
            return None;
        }
        let node = self.node(left);
        if node.next != NONE {
            Some(Step::Enter(node.next))
        } else if node.parent != NONE {
            Some(Step::Leave(node.parent))
        } else {
            None
        }
    }

    /// All nodes below `root`, in document order, templates' contents left out.
    pub(crate) fn descendants(&self, root: NodeId) -> impl Iterator<Item = NodeId> + '_ {
        let mut step = Some(Step::Enter(root));
        std::iter::from_fn(move || {
            loop {
                step = self.advance(root, step?, false);
                if let Step::Enter(id) = step? {
                    return Some(id);
                }
            }
        })
    }

    /// The text below `root` with white space collapsed and a space between blocks, at most about `limit` bytes.
    pub(crate) fn inner_text(&self, root: NodeId, limit: usize) -> String {
        let mut text = String::new();
        let mut step = Some(Step::Enter(root));
        while let Some(now) = step {
            let (Step::Enter(id) | Step::Leave(id)) = now;
            let words = if matches!(now, Step::Enter(_)) { self.text_of(id) } else { "" };
            let is_break = self.element(id).is_some_and(|element| !element.tag.is_inline() || element.tag == Tag::Br);
            if (is_break || words.starts_with(char::is_whitespace)) && !text.is_empty() && !text.ends_with(' ') {
                text.push(' ');
            }
            for (count, word) in words.split_whitespace().enumerate() {
                if text.len() > limit {
                    return text;
                }
                if count > 0 {
                    text.push(' ');
                }
                text.push_str(word);
            }
            if words.ends_with(char::is_whitespace) && !text.is_empty() && !text.ends_with(' ') {
                text.push(' ');
            }
            step = self.advance(root, now, false);
        }
        text.truncate(text.trim_end().len());
        text
    }
}
