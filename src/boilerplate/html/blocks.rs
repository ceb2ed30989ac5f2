//! A tree cut into blocks: stretches of text between two block-level boundaries, and the scopes that hold them.

use super::cues::{self, Hash};
use super::flags::{self, flag};
use super::grid::{self, Mark};
use super::raised;
use super::tags::{Attr, Tag};
use super::tree::{DOCUMENT, Kind, NONE, NodeId, Step, Tree};
use crate::context::Context;
use crate::error::Result;
use crate::text::Span;

/// An element that holds blocks, directly or not. Parents stand before their children.
#[derive(Debug, Clone, Default)]
pub(crate) struct Scope {
    pub(crate) parent: u32,
    pub(crate) tag: Option<Tag>,
    pub(crate) flags: u32,
    pub(crate) depth: u32,
    /// Range of its own cue hashes in [`Page::cues`].
    pub(crate) cues: Span,
    /// Equal for elements of equal name and class: cards of a listing, posts of a thread.
    pub(crate) signature: u64,
    /// The nearest table row around, or [`NONE`].
    pub(crate) row: u32,
    /// The nearest list item or definition around, or [`NONE`].
    pub(crate) item: u32,
    pub(crate) children: u32,
    /// Which of its parent's children it is, from 1.
    pub(crate) ordinal: u32,
    /// Totals over all blocks inside.
    pub(crate) blocks: u32,
    pub(crate) words: u32,
    pub(crate) chars: u32,
    pub(crate) link_chars: u32,
    pub(crate) paragraphs: u32,
    /// Words of blocks that read like running text.
    pub(crate) prose: f32,
}

/// One block of a page.
#[derive(Debug, Clone, Default)]
pub(crate) struct RawBlock {
    /// Bytes of [`Page::text`].
    pub(crate) span: Span,
    /// Bytes of the page.
    pub(crate) source: Span,
    pub(crate) scope: u32,
    pub(crate) words: u32,
    pub(crate) chars: u32,
    pub(crate) link_chars: u32,
    pub(crate) links: u32,
    pub(crate) bold_chars: u32,
    pub(crate) cite_chars: u32,
    pub(crate) digits: u32,
    pub(crate) uppercase: u32,
    pub(crate) stops: u32,
    pub(crate) commas: u32,
    /// Whether it names a currency.
    pub(crate) priced: bool,
    /// Of the text alone, for finding repeats.
    pub(crate) hash: u64,
}

impl RawBlock {
    pub(crate) fn link_density(&self) -> f32 {
        self.link_chars as f32 / self.chars.max(1) as f32
    }

    /// Whether it reads like running text.
    pub(crate) fn is_prose(&self) -> bool {
        (self.words >= 12 || self.chars >= 60) && self.link_density() < 0.4 && self.stops + self.commas > 0
    }
}

/// A page's blocks.
#[derive(Debug, Default)]
pub(crate) struct Page {
    pub(crate) text: String,
    pub(crate) blocks: Vec<RawBlock>,
    pub(crate) scopes: Vec<Scope>,
    pub(crate) cues: Vec<Hash>,
    /// Cells of tables that hold nothing but a sign, and those that take more than one place: scope, columns, rows.
    pub(crate) marks: Vec<Mark>,
    pub(crate) spans: Vec<(u32, u32, u32)>,
    /// Linked stretches of `text` and the elements that link them, in order; a link over several blocks is cut.
    pub(crate) links: Vec<(Span, NodeId)>,
}

/// The most elements around a block that are looked through.
const MAX_NESTING: usize = 64;

impl Page {
    /// A scope and those around it, from the inside.
    pub(crate) fn around(&self, scope: u32) -> impl Iterator<Item = (u32, &Scope)> {
        let get = |at: u32| Some((at, self.scopes.get(at as usize)?));
        std::iter::successors(get(scope), move |(_, scope)| get(scope.parent)).take(MAX_NESTING)
    }
}

/// Cuts a page into blocks.
pub(crate) fn segment(tree: &Tree, context: &Context) -> Result<Page> {
    let mut cutter = Cutter::new(context);
    cutter.page.scopes.push(Scope { parent: NONE, row: NONE, item: NONE, ..Default::default() });
    let mut step = Step::Enter(DOCUMENT);
    let mut count = 0u32;
    loop {
        count = count.wrapping_add(1);
        if count.is_multiple_of(256) {
            context.check()?;
        }
        let skip = match step {
            Step::Enter(id) => cutter.enter(tree, id),
            Step::Leave(id) => {
                cutter.leave(tree, id);
                false
            }
        };
        match tree.advance(DOCUMENT, step, skip) {
            Some(next) => step = next,
            None => break,
        }
    }
    cutter.flush();
    context.check()?;
    cutter.page.total();
    Ok(cutter.page)
}

struct Cutter<'a> {
    context: &'a Context,
    page: Page,
    /// Where the open block's text begins.
    start: usize,
    scope: u32,
    anchors: u32,
    bold: u32,
    cite: u32,
    breaks: u32,
    space: bool,
    /// Whether what comes stands above the line: a power, the mark of a footnote.
    raised: bool,
    /// The open link, and where in the text it or the block began.
    link: Option<(usize, NodeId)>,
    open: RawBlock,
}

/// Marks of where a word may be broken, which no reader sees: soft hyphen, zero width space, word joiner.
const INVISIBLE: [char; 3] = ['\u{ad}', '\u{200b}', '\u{2060}'];

/// Words or characters read between two looks at the cancel flag inside one text node; the walk reports the error.
pub(super) const STRETCH: u32 = 1 << 16;

impl<'a> Cutter<'a> {
    fn new(context: &'a Context) -> Self {
        Self {
            context,
            page: Page::default(),
            start: 0,
            scope: 0,
            anchors: 0,
            bold: 0,
            cite: 0,
            breaks: 0,
            space: false,
            raised: false,
            link: None,
            open: RawBlock::default(),
        }
    }

    /// Whether the node's children are to be left out.
    fn enter(&mut self, tree: &Tree, id: NodeId) -> bool {
        match tree.node(id).kind {
            Kind::Text(..) => {
                let piece = tree.text_of(id);
                self.add(piece);
                if piece.contains(|char: char| !char.is_whitespace()) {
                    let place = tree.place_of(id);
                    let known = !self.open.source.is_empty();
                    self.open.source = if known { self.open.source.cover(&place) } else { place };
                }
                return false;
            }
            Kind::Element(_) => {}
            _ => return false,
        }
        let tag = tree.tag(id);
        if tag.is_silent() || tag == Tag::Span && flags::is_hidden(tree, id) {
            return true;
        }
        match tag {
            Tag::Br => {
                self.breaks += 1;
                if self.breaks > 1 {
                    self.flush();
                } else if self.page.text.len() > self.start {
                    self.page.text.push('\n');
                    self.space = false;
                }
                return false;
            }
            Tag::A => {
                self.anchors += 1;
                self.open.links += 1;
                self.end_link();
                self.link = Some((self.page.text.len(), id));
            }
            Tag::B | Tag::Strong => self.bold += 1,
            Tag::Cite => self.cite += 1,
            Tag::Sup => self.raise(&tree.inner_text(id, raised::LONGEST)),
            _ => {}
        }
        if !tag.is_inline() {
            self.flush();
            self.open_scope(tree, id, tag);
        }
        false
    }

    fn leave(&mut self, tree: &Tree, id: NodeId) {
        let tag = tree.tag(id);
        match tag {
            Tag::A => {
                self.anchors = self.anchors.saturating_sub(1);
                self.end_link();
                self.link = None;
            }
            Tag::B | Tag::Strong => self.bold = self.bold.saturating_sub(1),
            Tag::Cite => self.cite = self.cite.saturating_sub(1),
            Tag::Sup => self.raised = false,
            _ => {}
        }
        if matches!(tree.node(id).kind, Kind::Element(_)) && !tag.is_inline() && !tag.is_silent() {
            self.flush();
            let parent = self.page.scopes[self.scope as usize].parent;
            if parent != NONE {
                self.scope = parent;
            }
        }
    }

    fn open_scope(&mut self, tree: &Tree, id: NodeId, tag: Tag) {
        let index = self.page.scopes.len() as u32;
        let parent = &mut self.page.scopes[self.scope as usize];
        parent.children += 1;
        let ordinal = parent.children;
        let (mut row, mut item) = (parent.row, parent.item);
        match tag {
            Tag::Tr => row = index,
            Tag::Li | Tag::Dd | Tag::Dt => item = index,
            _ => {}
        }
        let first = self.page.cues.len();
        let class = tree.attribute(id, Attr::Class).unwrap_or("");
        let signature = cues::hash_of(class).rotate_left(8) ^ tag as u64;
        cues::of_element(tree, id, tag, &mut self.page.cues);
        let flags = parent.flags & !flag::POST | flags::of_element(tree, id, tag);
        if let (Tag::Td | Tag::Th, Some(taken)) = (tag, grid::taken(tree, id)) {
            self.page.spans.push((index, taken.0, taken.1));
        }
        let scope = Scope {
            parent: self.scope,
            tag: Some(tag),
            flags,
            depth: parent.depth + 1,
            cues: Span::new(first, self.page.cues.len()),
            signature,
            row,
            item,
            ordinal,
            ..Default::default()
        };
        self.page.scopes.push(scope);
        self.scope = index;
    }

    fn add(&mut self, piece: &str) {
        let keep_lines = self.page.scopes[self.scope as usize].flags & flag::PRE != 0;
        if keep_lines {
            if !piece.trim().is_empty() || self.page.text.len() > self.start {
                let before = self.page.text.len();
                self.page.text.push_str(piece);
                self.count_chars(before);
            }
            return;
        }
        let text = &mut self.page.text;
        let before = text.len();
        let mut first = true;
        for (count, word) in piece.split(char::is_whitespace).enumerate() {
            if (count as u32 + 1).is_multiple_of(STRETCH) && self.context.is_cancelled() {
                break;
            }
            if !first {
                self.space = true;
            }
            first = false;
            let visible;
            let word = if self.raised {
                visible = word.chars().map(raised::raised).collect::<String>();
                &visible
            } else if word.is_ascii() || !word.contains(INVISIBLE) {
                word
            } else {
                visible = word.replace(INVISIBLE, "");
                &visible
            };
            if word.is_empty() {
                continue;
            }
            if self.space && text.len() > self.start && !text.ends_with('\n') {
                text.push(' ');
            }
            self.space = false;
            text.push_str(word);
            self.breaks = 0;
        }
        self.count_chars(before);
    }

    /// Begins what stands above the line.
    fn raise(&mut self, text: &str) {
        let open = self.page.text.get(self.start..).unwrap_or("");
        self.raised = raised::is_number(text);
        self.space |= self.raised && raised::parts(open);
    }

    fn count_chars(&mut self, before: usize) {
        let added = (self.page.text.len() - before) as u32;
        if self.anchors > 0 {
            self.open.link_chars += added;
        }
        if self.bold > 0 {
            self.open.bold_chars += added;
        }
        if self.cite > 0 {
            self.open.cite_chars += added;
        }
    }

    /// Notes the stretch of the open link that lies in the open block.
    fn end_link(&mut self) {
        if let Some((start, id)) = self.link
            && start < self.page.text.len()
        {
            self.page.links.push((Span::new(start, self.page.text.len()), id));
        }
    }

    /// Ends the open block, if it holds anything, and lets an open link go on in the next one.
    fn flush(&mut self) {
        self.space = false;
        self.breaks = 0;
        self.end_link();
        self.cut();
        if let Some((start, _)) = &mut self.link {
            *start = self.start;
        }
    }

    fn cut(&mut self) {
        let mut block = std::mem::take(&mut self.open);
        let span = Span::new(self.start, self.page.text.len()).trim(&self.page.text);
        let words = span.of(&self.page.text);
        if words.is_empty() || !words.contains(char::is_alphanumeric) {
            if self.page.scopes[self.scope as usize].row != NONE {
                self.page.marks.extend(Mark::new(self.scope, words, block.source));
            }
            self.page.text.truncate(self.start);
            return;
        }
        (block.span, block.scope, block.hash) = (span, self.scope, cues::hash_of(words));
        block.count(words, self.context);
        block.link_chars = block.link_chars.min(block.chars);
        block.bold_chars = block.bold_chars.min(block.chars);
        self.page.blocks.push(block);
        self.page.text.push('\n');
        self.start = self.page.text.len();
    }
}
