//! One pass over the page for all that says something about it.

use html5ever::data::NAMED_ENTITIES;
use serde_json::Value;

use super::super::html::tags::{Attr, Tag};
use super::super::html::tree::{DOCUMENT, NodeId, Tree};
use super::json_ld;
pub(crate) use super::json_ld::types;
use crate::context::Context;
use crate::error::Result;

/// The most elements of each kind that are kept.
const MAX_ELEMENTS: usize = 64;

/// What the page says of itself, unjudged.
#[derive(Debug, Default)]
pub(crate) struct Collected {
    /// Names or properties of meta elements in lower case, with their contents, in document order.
    pub(crate) metas: Vec<(String, String)>,
    /// Objects of the JSON-LD scripts, outer before inner.
    pub(crate) objects: Vec<Value>,
    pub(crate) canonical: Option<String>,
    pub(crate) language: Option<String>,
    pub(crate) title: Option<String>,
    pub(crate) h1: Vec<NodeId>,
    pub(crate) times: Vec<NodeId>,
    /// Elements with item properties, `rel=author`, or a class that names author or date.
    pub(crate) marked: Vec<NodeId>,
    /// Links to the page of an author.
    pub(crate) author_links: Vec<NodeId>,
}

impl Collected {
    /// The first non-empty content of one of these meta names, tried in the given order.
    pub(crate) fn meta(&self, names: &[&str]) -> Option<&str> {
        let found = |name: &&str| self.metas.iter().find(|(key, value)| key == name && !value.is_empty());
        names.iter().find_map(found).map(|(_, value)| value.as_str())
    }

    /// All non-empty contents of one meta name.
    pub(crate) fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> + 'a {
        let values = self.metas.iter().filter(move |(key, value)| key == name && !value.is_empty());
        values.map(|(_, value)| value.as_str())
    }

    /// The JSON-LD objects whose type ends in one of these.
    pub(crate) fn typed<'a>(&'a self, endings: &'a [&'a str]) -> impl Iterator<Item = &'a Value> + 'a {
        self.objects
            .iter()
            .filter(move |object| types(object).any(|kind| endings.iter().any(|ending| kind.ends_with(ending))))
    }

    /// What a JSON-LD value stands for: itself, or the object of the page that it refers to by its `@id`.
    pub(crate) fn resolved<'a>(&'a self, value: &'a Value) -> &'a Value {
        let Some(id) = value.get("@id").and_then(Value::as_str).filter(|_| value.get("name").is_none()) else {
            return value;
        };
        let is_target =
            |other: &&Value| other.get("@id").and_then(Value::as_str) == Some(id) && other.get("name").is_some();
        self.objects.iter().find(is_target).unwrap_or(value)
    }

    /// The article's text as search engines are told it; often cut short.
    pub(crate) fn article_body(&self) -> Option<&str> {
        let bodies = self.objects.iter().filter_map(|object| object.get("articleBody")?.as_str());
        bodies.max_by_key(|body| body.len())
    }
}

/// Reads the page once.
pub(crate) fn collect(tree: &Tree, context: &Context) -> Result<Collected> {
    let mut found = Collected::default();
    for (count, id) in tree.descendants(DOCUMENT).enumerate() {
        if count.is_multiple_of(4_096) {
            context.check()?;
        }
        let Some(element) = tree.element(id) else { continue };
        match element.tag {
            Tag::Meta => meta(tree, id, &mut found),
            Tag::Link => link(tree, id, &mut found),
            Tag::Html => found.language = tree.attribute(id, Attr::Lang).map(|lang| lang.trim().to_owned()),
            Tag::Title if found.title.is_none() => {
                found.title = Some(tree.inner_text(id, 1_000)).filter(|title| !title.is_empty());
            }
            Tag::Script => json_ld::script(tree, id, &mut found.objects),
            Tag::H1 if found.h1.len() < MAX_ELEMENTS => found.h1.push(id),
            Tag::A if found.author_links.len() < MAX_ELEMENTS && is_author_link(tree, id) => {
                found.author_links.push(id)
            }
            Tag::Time if found.times.len() < MAX_ELEMENTS => found.times.push(id),
            _ => {}
        }
        if found.marked.len() < MAX_ELEMENTS && element.attributes.0 < element.attributes.1 && is_marked(tree, id) {
            found.marked.push(id);
        }
    }
    Ok(found)
}

/// Whether a link leads to `/author/jane-doe`, not to the list of all authors.
fn is_author_link(tree: &Tree, id: NodeId) -> bool {
    let Some(href) = tree.attribute(id, Attr::Href).filter(|href| href.len() <= 300) else { return false };
    let bytes = href.as_bytes();
    // The names begin with these two letters, and few parts of an address do.
    let mut starts = std::iter::once(0).chain(memchr::memchr3_iter(b'/', b'?', b'#', bytes).map(|at| at + 1));
    starts.any(|at| {
        if !bytes.get(at).is_some_and(|byte| matches!(byte, b'a' | b'A' | b'c' | b'C')) {
            return false;
        }
        let mut parts = href[at..].split(['/', '?', '#']);
        let names =
            ["author", "authors", "contributor", "contributors", "autor", "autoren", "autores", "auteur", "autori"];
        let named = parts.next().is_some_and(|part| names.iter().any(|name| part.eq_ignore_ascii_case(name)));
        named && parts.next().is_some_and(|name| name.len() >= 3)
    })
}

fn is_marked(tree: &Tree, id: NodeId) -> bool {
    if matches!(tree.tag(id), Tag::Meta | Tag::Link | Tag::Body | Tag::Html) {
        return tree.tag(id) == Tag::Meta && tree.attribute(id, Attr::ItemProp).is_some();
    }
    if tree.attribute(id, Attr::ItemProp).is_some_and(|name| {
        matches!(name.trim(), "author" | "datePublished" | "dateModified" | "headline" | "creator" | "dateCreated")
    }) || tree.attribute(id, Attr::Rel).is_some_and(|rel| rel.split_whitespace().any(|one| one == "author"))
    {
        return true;
    }
    tree.attribute(id, Attr::Class).is_some_and(names_credit) || tree.attribute(id, Attr::Id).is_some_and(names_credit)
}

/// Whether a class list or an id speaks of an author or a date. Every element is asked, so all cues are looked for in
/// one pass.
fn names_credit(value: &str) -> bool {
    let bytes = value.as_bytes();
    bytes.iter().enumerate().any(|(at, byte)| {
        let cues: &[&[u8]] = match byte {
            b'u' => &[b"uthor"],
            b'y' => &[b"yline"],
            b'B' => &[b"BYLINE"],
            b'r' => &[b"riter", b"redakt"],
            b'd' => &[b"date"],
            b'D' => &[b"Date"],
            b'p' => &[b"publish", b"posted"],
            b't' => &[b"time"],
            b'a' => &[b"autor", b"auteur"],
            _ => return false,
        };
        cues.iter().any(|cue| bytes[at..].starts_with(cue))
    })
}

fn meta(tree: &Tree, id: NodeId, found: &mut Collected) {
    let Some(content) = tree.attribute(id, Attr::Content) else { return };
    for attribute in [Attr::Property, Attr::Name, Attr::ItemProp] {
        if let Some(name) = tree.attribute(id, attribute)
            && found.metas.len() < 1_000
        {
            found.metas.push((name.trim().to_ascii_lowercase(), unescape(content.trim())));
        }
    }
}

fn link(tree: &Tree, id: NodeId, found: &mut Collected) {
    let canonical = tree.attribute(id, Attr::Rel).is_some_and(|rel| rel.eq_ignore_ascii_case("canonical"));
    if canonical && found.canonical.is_none() {
        found.canonical = tree.attribute(id, Attr::Href).map(|href| href.trim().to_owned());
    }
}

/// Entities that a page escaped twice, in its meta elements or data.
pub(crate) fn unescape(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        plain.push_str(&rest[..at]);
        rest = &rest[at..];
        // "&amp;#8217;" takes two rounds.
        if let Some(tail) = rest.strip_prefix("&amp;") {
            match entity(&format!("&{}", tail.get(..8.min(tail.len())).unwrap_or(""))) {
                Some((sign, length)) => {
                    plain.push(sign);
                    rest = &tail[length - 1..];
                }
                None => {
                    plain.push('&');
                    rest = tail;
                }
            }
        } else if let Some((sign, length)) = entity(rest) {
            plain.push(sign);
            rest = &rest[length..];
        } else {
            plain.push('&');
            rest = &rest[1..];
        }
    }
    plain.push_str(rest);
    plain
}

/// The longest entity that is read, in bytes: "&Eacute;", "&#x2019;", "&hellip;".
const LONGEST_ENTITY: usize = 10;

/// The sign that an entity at the front of `text` stands for, and the entity's length in bytes.
fn entity(text: &str) -> Option<(char, usize)> {
    let end = text.bytes().take(LONGEST_ENTITY).position(|byte| byte == b';')?;
    let code = match text.get(1..end)?.strip_prefix('#') {
        Some(number) => match number.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16).ok()?,
            None => number.parse().ok()?,
        },
        // Those that stand for two signs are mathematics.
        None => NAMED_ENTITIES.get(text.get(1..=end)?).filter(|(_, second)| *second == 0)?.0,
    };
    // A space is a space, be it one that does not break.
    Some((char::from_u32(if code == 160 { 32 } else { code })?, end + 1))
}
