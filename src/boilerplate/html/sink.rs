//! What the parser writes into: builds a [`Tree`] without reference counting.

use std::borrow::Cow;
use std::cell::{Cell, Ref, RefCell};

use html5ever::interface::tree_builder::{ElemName, ElementFlags, NodeOrText, QuirksMode, TreeSink};
use html5ever::tendril::StrTendril;
use html5ever::{Attribute, LocalName, Namespace, QualName};

use super::tags::{Attr, Tag};
use super::tree::{DOCUMENT, Element, Kind, NONE, Node, NodeId, Place, Tree};
use crate::text::Span;

/// The sink of one parse.
#[derive(Debug, Default)]
pub(crate) struct Sink {
    tree: RefCell<Tree>,
    /// Depth of the node that was last inserted into: how deep the parser now stands.
    depth: Cell<u32>,
    /// Where in the page the text stands that the parser was given last.
    place: Cell<Span>,
    /// Whether some of that text is in the tree yet.
    placed: Cell<bool>,
}

/// A borrowed element name, as the tree builder asks for it.
#[derive(Debug)]
pub(crate) struct Name<'a>(Ref<'a, Element>);

impl ElemName for Name<'_> {
    fn ns(&self) -> &Namespace {
        &self.0.namespace
    }

    fn local_name(&self) -> &LocalName {
        &self.0.name
    }
}

impl Sink {
    pub(crate) fn new() -> Self {
        let sink = Self::default();
        sink.create(Kind::Root);
        sink
    }

    pub(crate) fn depth(&self) -> usize {
        self.depth.get() as usize
    }

    pub(crate) fn node_count(&self) -> usize {
        self.tree.borrow().nodes.len()
    }

    /// Says where the next text stands in the page.
    pub(crate) fn stands_at(&self, place: Span) {
        // Text inside tables waits until its fate is known; then all that waited is told as one.
        let waiting = !self.placed.get() && self.place.get().end > 0;
        let start = if waiting { self.place.get().start } else { place.start };
        self.place.set(Span::new(start, place.end));
        self.placed.set(false);
    }

    fn create(&self, kind: Kind) -> NodeId {
        let nodes = &mut self.tree.borrow_mut().nodes;
        let id = nodes.len() as NodeId;
        nodes.push(Node { parent: NONE, first: NONE, last: NONE, previous: NONE, next: NONE, depth: 0, kind });
        id
    }

    /// Adds text after `previous` (or as a first child), growing the text node that stands there if it is the newest.
    fn add_text(&self, parent: NodeId, next: NodeId, text: &str) {
        let mut tree = self.tree.borrow_mut();
        // Scripts and styles are never read, but for the data that pages hand to search engines.
        match tree.tag(parent) {
            Tag::Style | Tag::Noframes | Tag::Iframe => return self.placed.set(true),
            Tag::Script if !tree.attribute(parent, Attr::Type).is_some_and(|kind| kind.contains("ld+json")) => {
                return self.placed.set(true);
            }
            _ => {}
        }
        let start = tree.text.len() as u32;
        let place = self.place.get();
        self.placed.set(true);
        tree.places.push(Place { text: start, start: place.start as u32, end: place.end as u32 });
        tree.text.push_str(text);
        let end = tree.text.len() as u32;
        let previous = if next == NONE { tree.node(parent).last } else { tree.node(next).previous };
        if previous != NONE
            && let Kind::Text(_, stop) = &mut tree.nodes[previous as usize].kind
            && *stop == start
        {
            *stop = end;
            return;
        }
        drop(tree);
        let node = self.create(Kind::Text(start, end));
        self.link(parent, next, node);
    }

    /// Puts a node that has no parent before `next`, or last if that is [`NONE`].
    fn link(&self, parent: NodeId, next: NodeId, child: NodeId) {
        let nodes = &mut self.tree.borrow_mut().nodes;
        let previous = if next == NONE { nodes[parent as usize].last } else { nodes[next as usize].previous };
        let depth = nodes[parent as usize].depth + 1;
        let node = &mut nodes[child as usize];
        (node.parent, node.previous, node.next, node.depth) = (parent, previous, next, depth);
        match previous {
            NONE => nodes[parent as usize].first = child,
            other => nodes[other as usize].next = child,
        }
        match next {
            NONE => nodes[parent as usize].last = child,
            other => nodes[other as usize].previous = child,
        }
        self.depth.set(depth);
    }

    fn unlink(&self, child: NodeId) {
        let nodes = &mut self.tree.borrow_mut().nodes;
        let node = &mut nodes[child as usize];
        let (parent, previous, next) = (node.parent, node.previous, node.next);
        (node.parent, node.previous, node.next) = (NONE, NONE, NONE);
        if parent == NONE {
            return;
        }
        match previous {
            NONE => nodes[parent as usize].first = next,
            other => nodes[other as usize].next = next,
        }
        match next {
            NONE => nodes[parent as usize].last = previous,
            other => nodes[other as usize].previous = previous,
        }
    }

    fn insert(&self, parent: NodeId, next: NodeId, child: NodeOrText<NodeId>) {
        match child {
            NodeOrText::AppendText(text) => self.add_text(parent, next, &text),
            NodeOrText::AppendNode(node) => {
                self.unlink(node);
                self.link(parent, next, node);
            }
        }
    }

    fn keep(tree: &mut Tree, attributes: Vec<Attribute>) {
        for attribute in attributes {
            if let Some(kind) = Attr::from_name(&attribute.name.local) {
                tree.attributes.push((kind, attribute.value));
            }
        }
    }
}

impl TreeSink for Sink {
    type Handle = NodeId;
    type Output = Tree;
    type ElemName<'a> = Name<'a>;

    fn finish(self) -> Tree {
        self.tree.into_inner()
    }

    fn parse_error(&self, _: Cow<'static, str>) {}

    fn get_document(&self) -> NodeId {
        DOCUMENT
    }

    fn elem_name<'a>(&'a self, target: &'a NodeId) -> Name<'a> {
        Name(Ref::map(self.tree.borrow(), |tree| match tree.nodes[*target as usize].kind {
            Kind::Element(index) => &tree.elements[index as usize],
            // The tree builder promises to ask for elements only, and the root element is the first of them.
            _ => &tree.elements[0],
        }))
    }

    fn create_element(&self, name: QualName, attributes: Vec<Attribute>, flags: ElementFlags) -> NodeId {
        let (index, shadow) = {
            let mut tree = self.tree.borrow_mut();
            let start = tree.attributes.len() as u32;
            Self::keep(&mut tree, attributes);
            let end = tree.attributes.len() as u32;
            let index = tree.elements.len() as u32;
            let tag = Tag::from_name(&name.local);
            let shadow = tree.attributes[start as usize..].iter().any(|(kind, _)| *kind == Attr::ShadowRootMode);
            // A shadow root's template is what readers see, so it counts as an ordinary container.
            let tag = if shadow && tag == Tag::Template { Tag::Div } else { tag };
            let attributes = (start, end);
            tree.elements.push(Element { namespace: name.ns, name: name.local, tag, attributes, contents: NONE });
            (index, shadow)
        };
        let id = self.create(Kind::Element(index));
        if flags.template {
            let contents = if shadow { id } else { self.create(Kind::Root) };
            self.tree.borrow_mut().elements[index as usize].contents = contents;
        }
        id
    }

    fn create_comment(&self, _: StrTendril) -> NodeId {
        self.create(Kind::Ignored)
    }

    fn create_pi(&self, _: StrTendril, _: StrTendril) -> NodeId {
        self.create(Kind::Ignored)
    }

    fn append(&self, parent: &NodeId, child: NodeOrText<NodeId>) {
        self.insert(*parent, NONE, child);
    }

    fn append_based_on_parent_node(&self, element: &NodeId, previous: &NodeId, child: NodeOrText<NodeId>) {
        let parent = self.tree.borrow().node(*element).parent;
        if parent == NONE { self.insert(*previous, NONE, child) } else { self.insert(parent, *element, child) }
    }

    fn append_doctype_to_document(&self, _: StrTendril, _: StrTendril, _: StrTendril) {}

    fn get_template_contents(&self, target: &NodeId) -> NodeId {
        self.tree.borrow().element(*target).map_or(*target, |element| element.contents)
    }

    fn same_node(&self, one: &NodeId, other: &NodeId) -> bool {
        one == other
    }

    fn set_quirks_mode(&self, _: QuirksMode) {}

    fn append_before_sibling(&self, sibling: &NodeId, node: NodeOrText<NodeId>) {
        let parent = self.tree.borrow().node(*sibling).parent;
        if parent != NONE {
            self.insert(parent, *sibling, node);
        }
    }

    fn add_attrs_if_missing(&self, target: &NodeId, attributes: Vec<Attribute>) {
        let mut tree = self.tree.borrow_mut();
        let Kind::Element(index) = tree.node(*target).kind else { return };
        // Only <html> and <body> come here: their ranges move to the end of the vector, old values first.
        let (old_start, old_end) = tree.elements[index as usize].attributes;
        let start = tree.attributes.len() as u32;
        for at in old_start..old_end {
            let kept = tree.attributes[at as usize].clone();
            tree.attributes.push(kept);
        }
        for attribute in attributes {
            let kind = Attr::from_name(&attribute.name.local);
            if let Some(kind) = kind
                && !tree.attributes[start as usize..].iter().any(|(old, _)| *old == kind)
            {
                tree.attributes.push((kind, attribute.value));
            }
        }
        let end = tree.attributes.len() as u32;
        tree.elements[index as usize].attributes = (start, end);
    }

    fn remove_from_parent(&self, target: &NodeId) {
        self.unlink(*target);
    }

    fn reparent_children(&self, node: &NodeId, new_parent: &NodeId) {
        let mut child = self.tree.borrow().node(*node).first;
        while child != NONE {
            let next = self.tree.borrow().node(child).next;
            self.unlink(child);
            self.link(*new_parent, NONE, child);
            child = next;
        }
    }

    fn pop(&self, node: &NodeId) {
        self.depth.set(self.tree.borrow().node(*node).depth.saturating_sub(1));
    }
}
