//! Feeds a page to the parser in small pieces, within bounds of depth, nodes and attributes.
//!
//! The HTML standard's tree construction looks through the stack of open elements for many tags, so its time is
//! quadratic in nesting depth, and attributes are compared with all earlier ones of their tag. Browsers cap the
//! depth for the same reason: deeper elements become siblings inside the deepest one allowed.

use std::cell::{Cell, RefCell};
use std::collections::HashMap;

use html5ever::LocalName;
use html5ever::buffer_queue::BufferQueue;
use html5ever::interface::tree_builder::TreeSink;
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{Tag as TagToken, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts};
use html5ever::tree_builder::{TreeBuilder, TreeBuilderOpts};

use super::sink::Sink;
use super::tags::Tag;
use super::tree::{NodeId, Tree};
use crate::context::Context;
use crate::error::Result;

/// Bytes fed between two looks at the cancel flag.
const PIECE: usize = 16 << 10;

/// Tags longer than this are looked through for their number of attributes.
const LONG_TAG: usize = 8 << 10;

/// Attributes of one tag; what comes after is skipped.
const MAX_ATTRIBUTES: usize = 1_000;

/// Parses a page; never fails on content, only on cancelling and limits.
pub(crate) fn parse(html: &str, context: &Context) -> Result<Tree> {
    context.check_size(html.len())?;
    let guard = Guard {
        builder: TreeBuilder::new(Sink::new(), TreeBuilderOpts { scripting_enabled: false, ..Default::default() }),
        max_depth: context.limits.max_depth.max(8),
        dropped: RefCell::default(),
        full: Cell::new(false),
        // Reconstructed formatting elements can multiply a page; honest pages stay far under one node a byte.
        max_nodes: html.len() + 4_096,
    };
    let tokenizer = Tokenizer::new(guard, TokenizerOpts { discard_bom: true, ..Default::default() });
    let queue = BufferQueue::default();
    let feed = |piece: &str| -> Result<()> {
        let mut rest = piece;
        while !rest.is_empty() && !tokenizer.sink.full.get() {
            let (head, tail) = rest.split_at(boundary(rest, PIECE));
            queue.push_back(StrTendril::from_slice(head));
            // Scripts and encoding declarations make the tokenizer pause; it goes on where it stood.
            while !matches!(tokenizer.feed(&queue), html5ever::TokenizerResult::Done) {}
            rest = tail;
            context.check()?;
        }
        context.check_items(tokenizer.sink.builder.sink.node_count())
    };
    let mut done = 0;
    for cut in overlong_tags(html) {
        feed(html.get(done..cut.0).unwrap_or(""))?;
        done = cut.1;
    }
    feed(html.get(done..).unwrap_or(""))?;
    tokenizer.end();
    Ok(tokenizer.sink.builder.sink.finish())
}

/// The last character boundary at or before `at`.
fn boundary(text: &str, at: usize) -> usize {
    let at = at.min(text.len());
    (0..=at).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0)
}

/// The parts of tags that come after [`MAX_ATTRIBUTES`], up to the tag's end.
fn overlong_tags(html: &str) -> Vec<(usize, usize)> {
    let bytes = html.as_bytes();
    let mut cuts = Vec::new();
    let mut at = 0;
    while let Some(open) = memchr::memchr(b'<', &bytes[at..]).map(|found| at + found) {
        at = open + 1;
        if !bytes.get(at).is_some_and(u8::is_ascii_alphabetic) {
            continue;
        }
        let near = &bytes[at..bytes.len().min(at + LONG_TAG)];
        if let Some(end) = memchr::memchr2(b'>', b'<', near) {
            at += end;
            continue;
        }
        let (mut quote, mut attributes, mut from) = (0u8, 0, None);
        while let Some(&byte) = bytes.get(at) {
            match byte {
                b'"' | b'\'' if quote == 0 && bytes[at - 1] == b'=' => quote = byte,
                _ if quote != 0 => quote = if byte == quote { 0 } else { quote },
                b'>' => break,
                b' ' | b'\t' | b'\n' | b'\r' | b'\x0C' | b'/' | b'"' | b'\'' => {
                    attributes += 1;
                    if attributes == MAX_ATTRIBUTES {
                        from = Some(at);
                    }
                }
                _ => {}
            }
            at += 1;
        }
        if let Some(from) = from {
            cuts.push((from, at));
        }
    }
    cuts
}

/// Stands between tokenizer and tree builder, and keeps the tree's depth and size in bounds.
struct Guard {
    builder: TreeBuilder<NodeId, Sink>,
    max_depth: usize,
    max_nodes: usize,
    /// How many start tags of a name were left out, so that their end tags are too.
    dropped: RefCell<HashMap<LocalName, u32>>,
    full: Cell<bool>,
}

impl Guard {
    /// Whether the tag would nest too deep, or closes one that did.
    fn drops(&self, tag: &TagToken) -> bool {
        match tag.kind {
            TagKind::StartTag => {
                if self.builder.sink.depth() < self.max_depth || !nests(&tag.name) {
                    return false;
                }
                if !tag.self_closing {
                    *self.dropped.borrow_mut().entry(tag.name.clone()).or_default() += 1;
                }
                true
            }
            TagKind::EndTag => {
                let mut dropped = self.dropped.borrow_mut();
                match dropped.get_mut(&tag.name) {
                    Some(count) if *count > 0 => {
                        *count -= 1;
                        true
                    }
                    _ => false,
                }
            }
        }
    }
}

/// Elements that hold elements; void and raw-text ones can stand anywhere.
fn nests(name: &LocalName) -> bool {
    use Tag::*;
    !matches!(
        Tag::from_name(name),
        Br | Hr | Img | Input | Meta | Link | Source | Embed | Script | Style | Textarea | Title | Iframe | Noframes
    )
}

impl TokenSink for Guard {
    type Handle = NodeId;

    fn process_token(&self, token: Token, line: u64) -> TokenSinkResult<NodeId> {
        match &token {
            Token::TagToken(tag) if self.drops(tag) => return TokenSinkResult::Continue,
            Token::TagToken(_) if self.builder.sink.node_count() > self.max_nodes => self.full.set(true),
            Token::CommentToken(_) | Token::ParseError(_) => return TokenSinkResult::Continue,
            _ => {}
        }
        if self.full.get() && token != Token::EOFToken {
            return TokenSinkResult::Continue;
        }
        self.builder.process_token(token, line)
    }

    fn end(&self) {
        self.builder.end();
    }

    fn adjusted_current_node_present_but_not_in_html_namespace(&self) -> bool {
        self.builder.adjusted_current_node_present_but_not_in_html_namespace()
    }
}
