//! Feeds a page to the tree builder, within bounds of depth and nodes.
//!
//! The HTML standard's tree construction looks through the stack of open elements for many tags, so its time is
//! quadratic in nesting depth. Browsers cap the depth for the same reason: deeper elements become siblings inside the
//! deepest one allowed.

use std::cell::{Cell, RefCell};
use std::collections::HashMap;

use html5ever::LocalName;
use html5ever::interface::tree_builder::TreeSink;
use html5ever::tokenizer::{Tag as TagToken, TagKind, Token, TokenSink, TokenSinkResult};
use html5ever::tree_builder::{TreeBuilder, TreeBuilderOpts};

use super::lexer::{self, Take};
use super::sink::Sink;
use super::tags::Tag;
use super::tree::{NodeId, Tree};
use crate::context::Context;
use crate::error::{Error, Result};
use crate::text::Span;

/// Parses a page; never fails on content, only on cancelling and limits.
pub(crate) fn parse(html: &str, context: &Context) -> Result<Tree> {
    context.check_size(html.len())?;
    if u32::try_from(html.len()).is_err() {
        return Err(Error::limit("a page of more than 4 GB".to_owned()));
    }
    let guard = Guard::new(html.len(), context);
    lexer::read(html, &guard, context)?;
    context.check_items(guard.builder.sink.node_count())?;
    guard.builder.end();
    Ok(guard.builder.sink.finish())
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
    fn new(length: usize, context: &Context) -> Self {
        Self {
            builder: TreeBuilder::new(Sink::new(), TreeBuilderOpts { scripting_enabled: false, ..Default::default() }),
            max_depth: context.limits.max_depth.max(8),
            dropped: RefCell::default(),
            full: Cell::new(false),
            // Reconstructed formatting elements can multiply a page; honest pages stay far under one node a byte.
            max_nodes: length + 4_096,
        }
    }

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

impl Take for Guard {
    fn take(&self, token: Token, place: Span) {
        if matches!(token, Token::CharacterTokens(_)) {
            self.builder.sink.stands_at(place);
        }
        if !self.full.get() || token == Token::EOFToken {
            // Only tags change how the page is read on.
            let _ = self.builder.process_token(token, 1);
        }
    }

    fn take_tag(&self, tag: TagToken) -> TokenSinkResult<NodeId> {
        if self.builder.sink.node_count() > self.max_nodes {
            self.full.set(true);
        }
        if self.full.get() || self.drops(&tag) {
            return TokenSinkResult::Continue;
        }
        self.builder.process_token(Token::TagToken(tag), 1)
    }

    fn in_foreign(&self) -> bool {
        self.builder.adjusted_current_node_present_but_not_in_html_namespace()
    }

    fn is_full(&self) -> bool {
        self.full.get()
    }
}

#[cfg(test)]
mod tests {
    use html5ever::buffer_queue::BufferQueue;
    use html5ever::tendril::StrTendril;
    use html5ever::tokenizer::{Tokenizer, TokenizerOpts};
    use proptest::prelude::*;

    use super::super::tags::Attr;
    use super::super::tree::{DOCUMENT, Kind, Step};
    use super::*;

    /// html5ever's tokenizer in front of the same tree builder.
    struct Reference(Guard);

    impl TokenSink for Reference {
        type Handle = NodeId;

        fn process_token(&self, token: Token, line: u64) -> TokenSinkResult<NodeId> {
            match token {
                Token::TagToken(tag) => self.0.take_tag(tag),
                Token::CommentToken(_) | Token::ParseError(_) => TokenSinkResult::Continue,
                other => self.0.builder.process_token(other, line),
            }
        }

        fn adjusted_current_node_present_but_not_in_html_namespace(&self) -> bool {
            self.0.in_foreign()
        }
    }

    fn reference(html: &str) -> Tree {
        let sink = Reference(Guard::new(html.len(), &Context::default()));
        let tokenizer = Tokenizer::new(sink, TokenizerOpts { discard_bom: true, ..Default::default() });
        let queue = BufferQueue::default();
        queue.push_back(StrTendril::from_slice(html));
        while !matches!(tokenizer.feed(&queue), html5ever::TokenizerResult::Done) {}
        tokenizer.end();
        tokenizer.sink.0.builder.sink.finish()
    }

    /// Elements, kept attributes and texts, in order.
    fn outline(tree: &Tree) -> String {
        let mut text = String::new();
        let mut step = Some(Step::Enter(DOCUMENT));
        while let Some(now) = step {
            match now {
                Step::Enter(id) => match tree.node(id).kind {
                    Kind::Element(index) => {
                        let element = &tree.elements[index as usize];
                        let (start, end) = element.attributes;
                        let kept = tree.attributes[start as usize..end as usize].iter();
                        let kept: Vec<(Attr, &str)> = kept.map(|(kind, value)| (*kind, &**value)).collect();
                        text.push_str(&format!("<{} {kept:?}>", element.name));
                    }
                    Kind::Text(..) => text.push_str(&format!("{:?}", tree.text_of(id))),
                    _ => {}
                },
                Step::Leave(_) => text.push_str("</>"),
            }
            step = tree.advance(DOCUMENT, now, false);
        }
        text
    }

    fn assert_same(html: &str) {
        let own = parse(html, &Context::default()).expect("HTML never fails");
        assert_eq!(outline(&own), outline(&reference(html)), "{html:?}");
    }

    #[test]
    fn the_same_trees_as_the_tokenizer_of_the_parser() {
        for html in [
            "<p class=a id='b' CLASS=c title=\"d&amp;e&copy=1\">x<br/>y</p>",
            "a < b <3 </> </3> <?php echo ?> <!x> z",
            "<title>A &lt;b&gt; </titles> </title x>t<textarea>\n</p></textarea>",
            "<!DOCTYPE html PUBLIC \"-//W3C//DTD HTML 3.2//EN\"><p><table><td>x",
            "<!doctype html><p><table><td>x",
            "<!DocType><p><table>",
            "<!--><p>a<!---><p>b<!-- x --!>c<!-- > -- > -->d<!-- e",
            "<script type=application/ld+json>{\"a\": \"<!-- <script> </script> --> \"}</script>b</script>c",
            "<script type='x/ld+json'><!--<script></script></script>--></script>d",
            "<style>a</styles></style ><svg><title><![CDATA[ x ]]]]> y</title></svg><![CDATA[ z ]]>",
            "<a href=x/y=z/>q</a x=1><b =c d = e f= >g",
            "\u{feff}\r\nfoo\rbar&#13;&nbsp;&ampx",
            "<plaintext>a</p><b>",
            "<p\nid=1\n>a<p/id=2>b<p id=3/>c<p id=",
            "<math><annotation-xml encoding=text/html><p>x</math><noscript><p>y</noscript><iframe><p></iframe>z",
            "<table>a&amp;b<tr>c<td>d</table>e</",
        ] {
            assert_same(html);
        }
    }

    #[test]
    fn every_text_knows_its_place() {
        let html = "<p>One &amp; <b>two</b><table>three &lt; four<tr><td>five</table>";
        let tree = parse(html, &Context::default()).expect("HTML never fails");
        let texts: Vec<(&str, &str)> = (0..tree.nodes.len() as NodeId)
            .filter(|&id| matches!(tree.node(id).kind, Kind::Text(..)))
            .map(|id| (tree.text_of(id), tree.place_of(id).of(html)))
            .collect();
        for expected in
            [("One & ", "One &amp; "), ("two", "two"), ("three < four", "three &lt; four"), ("five", "five")]
        {
            assert!(texts.contains(&expected), "{texts:?}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(400))]

        #[test]
        fn the_same_trees_for_any_markup(pieces in proptest::collection::vec(
            "<[!/?]?(p|div|table|tr|td|b|a|li|title|svg|math|template|select|pre|script|style|noscript|textarea|desc)\
             ([ /\n]+(class|id|href|TYPE|x)( ?= ?[\"']?[a-z&;<=\r]{0,4}[\"']?)?)?[ /]?>\
             |</(p|div|table|td|b|a|svg|title|SCRIPT|style|textarea)[ >]|<!--|-->|--!>|<!\\[CDATA\\[|]]>\
             |&(amp|lt;|notit;|#x?[0-9a-f]{0,3};?)|[a-z<>&\r\n\\x00-]{0,6}",
            0..24,
        )) {
            // The two differ in one thing that nobody sees: attributes that are not kept, when three equal tags are open.
            assert_same(&pieces.concat());
        }
    }
}
