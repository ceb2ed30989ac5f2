//! From a page's bytes to the tags and texts that the tree builder takes.
//!
//! The tokenization of the HTML standard (section 13.2.5) over one string in memory: html5ever's own tokenizer keeps a
//! queue of buffers so that pages may arrive in pieces, and needs a third of the whole extraction for it. This one jumps
//! from sign to sign, keeps no attribute that nobody asks for, leaves scripts unread and knows where in the page every
//! text stands. Both must build the same trees (see the tests).

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{Tag as TagToken, TagKind, Token, TokenSinkResult};
use html5ever::{Attribute, LocalName, QualName, local_name, ns};

use super::ends::{comment_end, doctype, raw_end, script_end};
use super::references;
use super::tags::{self, Tag};
use crate::context::Context;
use crate::error::Result;
use crate::text::Span;

/// Tokens between two looks at the cancel flag.
const STRIDE: u32 = 256;

/// The longest piece of text handed on, in bytes.
const PIECE: usize = 64 << 10;

/// No named character reference is longer.
const LONGEST_REFERENCE: usize = 40;

/// Who takes the tokens.
pub(super) trait Take {
    /// Takes one token; texts come with their place in the page.
    fn take(&self, token: Token, place: Span);
    /// Takes a tag; the answer is how to read what comes after it.
    fn take_tag(&self, tag: TagToken) -> TokenSinkResult<u32>;
    /// Whether the parser stands in SVG or MathML, where CDATA sections are text.
    fn in_foreign(&self) -> bool;
    /// Whether nothing more is wanted.
    fn is_full(&self) -> bool;
}

/// Reads a page from its beginning to its end.
pub(super) fn read(html: &str, sink: &impl Take, context: &Context) -> Result<()> {
    let at = if html.starts_with('\u{feff}') { 3 } else { 0 };
    let page = StrTendril::from_slice(html);
    let mut lexer = Lexer { html, bytes: html.as_bytes(), page, at, sink, context, scratch: String::new() };
    let mut count = 0u32;
    while lexer.at < html.len() && !sink.is_full() {
        count = count.wrapping_add(1);
        if count.is_multiple_of(STRIDE) {
            context.check()?;
        }
        lexer.step();
    }
    lexer.sink.take(Token::EOFToken, Span::new(html.len(), html.len()));
    context.check()
}

struct Lexer<'a, S> {
    html: &'a str,
    bytes: &'a [u8],
    /// The page once more: texts and values are handed on as parts of it, not as thousands of small copies.
    page: StrTendril,
    at: usize,
    sink: &'a S,
    context: &'a Context,
    scratch: String,
}

/// A tag as it is read.
struct Read {
    tag: TagToken,
    /// Where the page goes on.
    end: usize,
}

impl<S: Take> Lexer<'_, S> {
    /// One text, and the markup that ends it.
    fn step(&mut self) {
        let (start, mut from) = (self.at, self.at);
        let open = loop {
            match memchr::memchr(b'<', &self.bytes[from..]) {
                None => break self.bytes.len(),
                // "<" before anything but a name, "/", "!" or "?" is text.
                Some(found) => match self.bytes.get(from + found + 1) {
                    Some(b'/') if from + found + 2 >= self.bytes.len() => from = self.bytes.len(),
                    Some(byte) if byte.is_ascii_alphabetic() || matches!(byte, b'/' | b'!' | b'?') => {
                        break from + found;
                    }
                    _ => from += found + 1,
                },
            }
        };
        self.text(start, open, true);
        self.at = open;
        match self.bytes.get(open + 1) {
            None => {}
            Some(b'!') => self.declaration(),
            Some(b'?') => self.bogus(open + 1),
            Some(b'/') => match self.bytes.get(open + 2) {
                Some(b'>') => self.at = open + 3,
                Some(byte) if byte.is_ascii_alphabetic() => self.tag(TagKind::EndTag, open + 2),
                _ => self.bogus(open + 2),
            },
            Some(_) => self.tag(TagKind::StartTag, open + 1),
        }
    }

    /// Hands on a stretch of the page as text. NUL characters go alone, since they are dropped in most places.
    fn text(&mut self, start: usize, end: usize, references: bool) {
        let mut from = start;
        while from < end && !self.context.is_cancelled() {
            let piece = self.piece(from, end);
            let nul = memchr::memchr(0, &self.bytes[from..piece]).map_or(piece, |found| from + found);
            let raw = &self.html[from..nul];
            if !raw.is_empty() {
                let text = if references::is_plain(raw) || (!references && !raw.contains('\r')) {
                    self.part(from, nul)
                } else {
                    self.scratch.clear();
                    if references {
                        references::decode(raw, false, &mut self.scratch);
                    } else {
                        self.scratch.push_str(&raw.replace("\r\n", "\n").replace('\r', "\n"));
                    }
                    StrTendril::from_slice(&self.scratch)
                };
                self.sink.take(Token::CharacterTokens(text), Span::new(from, nul));
            }
            from = nul;
            if nul < piece {
                self.sink.take(Token::NullCharacterToken, Span::new(nul, nul + 1));
                from += 1;
            }
        }
    }

    /// Where to cut a long text so that the cancel flag is looked at between its pieces: after a space, or else where no
    /// reference and no line end is cut in two.
    fn piece(&self, from: usize, end: usize) -> usize {
        if end - from <= PIECE {
            return end;
        }
        let window = &self.bytes[from + PIECE / 2..from + PIECE];
        let cut = memchr::memrchr(b' ', window).map(|found| from + PIECE / 2 + found + 1);
        let whole = |at: &usize| {
            let before = &self.bytes[at.saturating_sub(LONGEST_REFERENCE).max(from)..*at];
            self.html.is_char_boundary(*at) && !before.contains(&b'&') && !before.ends_with(b"\r")
        };
        cut.or_else(|| (from + PIECE / 2..from + PIECE).rev().find(whole)).unwrap_or(end)
    }

    /// Text in which a NUL is shown as U+FFFD: titles, scripts, plain text.
    fn raw_text(&mut self, start: usize, end: usize, references: bool) {
        let raw = &self.html[start..end];
        if raw.contains('\0') {
            let mut text = String::with_capacity(raw.len());
            let clean = raw.replace('\0', "\u{fffd}");
            if references {
                references::decode(&clean, false, &mut text)
            } else {
                text = clean
            }
            self.sink.take(Token::CharacterTokens(StrTendril::from_slice(&text)), Span::new(start, end));
        } else {
            self.text(start, end, references);
        }
    }

    /// What begins with `<!`.
    fn declaration(&mut self) {
        let rest = &self.bytes[self.at + 2..];
        if rest.starts_with(b"--") {
            self.at = comment_end(self.bytes, self.at + 4);
        } else if rest.get(..7).is_some_and(|name| name.eq_ignore_ascii_case(b"doctype")) {
            let start = self.at + 9;
            let end = memchr::memchr(b'>', &self.bytes[start..]).map_or(self.bytes.len(), |found| start + found);
            let doctype = doctype(&self.html[start..end], end == self.bytes.len());
            self.sink.take(Token::DoctypeToken(doctype), Span::new(self.at, end));
            self.at = (end + 1).min(self.bytes.len());
        } else if rest.starts_with(b"[CDATA[") && self.sink.in_foreign() {
            let start = self.at + 9;
            let end = memchr::memmem::find(&self.bytes[start..], b"]]>").map(|found| start + found);
            self.text(start, end.unwrap_or(self.bytes.len()), false);
            self.at = end.map_or(self.bytes.len(), |end| end + 3);
        } else {
            self.bogus(self.at + 2);
        }
    }

    /// A comment that is none: up to the next ">".
    fn bogus(&mut self, from: usize) {
        self.at = memchr::memchr(b'>', &self.bytes[from..]).map_or(self.bytes.len(), |found| from + found + 1);
    }

    fn tag(&mut self, kind: TagKind, name: usize) {
        let Some(read) = self.read_tag(kind, name) else {
            // A tag that the page's end cuts off is nothing.
            self.at = self.bytes.len();
            return;
        };
        self.at = read.end;
        let kept = Tag::from_name(&read.tag.name);
        let data = read
            .tag
            .attrs
            .iter()
            .any(|attribute| attribute.name.local == local_name!("type") && attribute.value.contains("ld+json"));
        let element = read.tag.name.clone();
        let unread = matches!(kept, Tag::Style | Tag::Iframe | Tag::Noframes) || (kept == Tag::Script && !data);
        match self.sink.take_tag(read.tag) {
            TokenSinkResult::RawData(kind) => self.raw(kind, &element, unread),
            TokenSinkResult::Plaintext => {
                self.raw_text(self.at, self.bytes.len(), false);
                self.at = self.bytes.len();
            }
            // Scripts are not run and the encoding is known: both only make a browser pause.
            _ => {}
        }
    }

    /// The contents of an element without markup, up to its end tag.
    fn raw(&mut self, kind: RawKind, element: &LocalName, unread: bool) {
        let start = self.at;
        let end = if kind == RawKind::ScriptData {
            script_end(self.bytes, start)
        } else {
            raw_end(self.bytes, start, element.as_bytes())
        };
        if !unread {
            self.raw_text(start, end, kind == RawKind::Rcdata);
        }
        self.at = end;
    }

    /// The tag whose name begins at `at`; `None` where the page ends inside it.
    fn read_tag(&mut self, kind: TagKind, at: usize) -> Option<Read> {
        let bytes = self.bytes;
        let length = bytes[at..].iter().position(|byte| is_space(*byte) || matches!(byte, b'/' | b'>'))?;
        let name = element_name(&self.html[at..at + length]);
        let mut attrs: Vec<Attribute> = Vec::new();
        let mut at = at + length;
        let mut self_closing = false;
        loop {
            at += bytes.get(at..)?.iter().position(|byte| !is_space(*byte))?;
            match bytes[at] {
                b'>' => break,
                b'/' => {
                    at += 1;
                    if bytes.get(at) == Some(&b'>') {
                        self_closing = true;
                        break;
                    }
                    continue;
                }
                _ => {}
            }
            // The first sign belongs to the name even if it is "=".
            let start = at;
            at += 1;
            at += bytes.get(at..)?.iter().position(|byte| is_space(*byte) || matches!(byte, b'/' | b'>' | b'='))?;
            let name = &self.html[start..at];
            let next = at + bytes[at..].iter().position(|byte| !is_space(*byte))?;
            let mut value = (0, 0);
            if bytes[next] == b'=' {
                at = next + 1;
                at += bytes.get(at..)?.iter().position(|byte| !is_space(*byte))?;
                let quote = bytes[at];
                let (start, end) = match quote {
                    b'"' | b'\'' => {
                        let end = at + 1 + memchr::memchr(quote, &bytes[at + 1..])?;
                        (at + 1, end)
                    }
                    b'>' => (at, at),
                    _ => (at, at + bytes[at..].iter().position(|byte| is_space(*byte) || *byte == b'>')?),
                };
                value = (start, end);
                at = end + usize::from(matches!(quote, b'"' | b'\''));
            }
            if kind == TagKind::StartTag
                && let Some(name) = attribute_name(name)
                && !attrs.iter().any(|one| one.name.local == name)
            {
                attrs.push(Attribute { name: QualName::new(None, ns!(), name), value: self.value(value) });
            }
        }
        let tag = TagToken { kind, name, self_closing, attrs, had_duplicate_attributes: false };
        Some(Read { tag, end: at + 1 })
    }

    /// A stretch of the page as it stands there.
    fn part(&self, start: usize, end: usize) -> StrTendril {
        // Places fit: `parse` takes no page over 4 GB.
        let part = self.page.try_subtendril(start as u32, (end - start) as u32);
        part.unwrap_or_else(|_| StrTendril::from_slice(&self.html[start..end]))
    }

    fn value(&mut self, (start, end): (usize, usize)) -> StrTendril {
        let raw = &self.html[start..end];
        if references::is_plain(raw) && !raw.contains('\0') {
            return self.part(start, end);
        }
        self.scratch.clear();
        references::decode(&raw.replace('\0', "\u{fffd}"), true, &mut self.scratch);
        StrTendril::from_slice(&self.scratch)
    }
}

/// HTML's white space.
pub(super) fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\n' | b'\r' | b'\x0C')
}

/// An element's name in lower case; the frequent ones without a look into the table of all names.
fn element_name(name: &str) -> LocalName {
    match name {
        "div" => local_name!("div"),
        "span" => local_name!("span"),
        "a" => local_name!("a"),
        "li" => local_name!("li"),
        "p" => local_name!("p"),
        "ul" => local_name!("ul"),
        "img" => local_name!("img"),
        "script" => local_name!("script"),
        "meta" => local_name!("meta"),
        "link" => local_name!("link"),
        "td" => local_name!("td"),
        "path" => local_name!("path"),
        "svg" => local_name!("svg"),
        "tr" => local_name!("tr"),
        "b" => local_name!("b"),
        "i" => local_name!("i"),
        "br" => local_name!("br"),
        "h2" => local_name!("h2"),
        "h3" => local_name!("h3"),
        "time" => local_name!("time"),
        "style" => local_name!("style"),
        "input" => local_name!("input"),
        "strong" => local_name!("strong"),
        "button" => local_name!("button"),
        "section" => local_name!("section"),
        _ if name.bytes().any(|byte| byte.is_ascii_uppercase() || byte == 0) => {
            LocalName::from(name.to_ascii_lowercase().replace('\0', "\u{fffd}"))
        }
        _ => LocalName::from(name),
    }
}

/// The attributes that extraction reads, and the few that decide how the tree is built.
fn attribute_name(name: &str) -> Option<LocalName> {
    let mut lower = [0u8; 14];
    let lower = lower.get_mut(..name.len())?;
    lower.copy_from_slice(name.as_bytes());
    lower.make_ascii_lowercase();
    tags::attribute_name(std::str::from_utf8(lower).ok()?)
}
