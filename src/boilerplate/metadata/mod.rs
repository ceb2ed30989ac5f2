//! Who wrote a page, when, under which headline, on which site.
//!
//! What pages say for machines (JSON-LD, Open Graph, meta elements, microdata) is compared with what readers see
//! (headings, bylines, time elements); see the modules for the order of trust.

#[cfg(test)]
mod author_tests;
mod authors;
mod byline;
mod clock;
pub(crate) mod collect;
#[cfg(test)]
mod date_tests;
mod date_words;
pub(crate) mod dates;
#[cfg(test)]
mod dates_tests;
mod json_ld;
mod lexicon;
mod lines;
mod machine_dates;
mod months;
mod order;
mod parts;
mod people;
mod published;
mod site;
pub(crate) mod title;
mod unsigned;
mod visible;
mod zones;

use serde_json::Value;

use self::collect::{Collected, unescape};
use self::json_ld::types;
pub use self::lines::{changed_date, date_line, line_authors, opening_date, stated_date};
pub(crate) use self::lines::{is_date_line, is_dated_name};
use self::title::squeeze;
pub(crate) use self::visible::is_byline;
use super::html::blocks::{Page, RawBlock};
use super::html::tags::{Attr, Tag};
use super::html::tree::{NodeId, Tree};

/// What a page says of itself, judged.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Metadata {
    pub(crate) title: Option<String>,
    pub(crate) authors: Vec<String>,
    pub(crate) published: Option<String>,
    pub(crate) modified: Option<String>,
    pub(crate) site: Option<String>,
    pub(crate) url: Option<String>,
    pub(crate) description: Option<String>,
    pub(crate) image: Option<String>,
    pub(crate) language: Option<String>,
}

/// JSON-LD types of pages that have authors and dates.
const ARTICLES: &[&str] =
    &["Article", "BlogPosting", "Report", "Posting", "Recipe", "Review", "Blog", "QAPage", "Question", "VideoObject"];

/// Meta names of the page's language.
const LANGUAGES: &[&str] = &["og:locale", "content-language", "language", "dc.language"];

/// How many headings of the second level may be the headline.
const LOWER: usize = 4;

/// Judges what was collected; `url` is where the page was fetched, if known.
pub(crate) fn judge(tree: &Tree, page: &Page, collected: &Collected, url: Option<&str>) -> Metadata {
    let canonical = collected.canonical.as_deref().filter(|href| is_address(href));
    let address = canonical.or_else(|| collected.meta(&["og:url"]).filter(|href| is_address(href))).or(url);
    let host = address.and_then(host_name);
    let h1: Vec<String> = collected.h1.iter().map(|&id| tree.inner_text(id, 500)).collect();
    // Where a page has no <h1>, the headline is one of those below.
    let lower = || {
        let heading = |block: &&RawBlock| page.scopes[block.scope as usize].tag == Some(Tag::H2);
        page.blocks.iter().filter(heading).take(LOWER).map(|block| block.span.of(&page.text).to_owned()).collect()
    };
    let headings: Vec<String> = if h1.is_empty() { lower() } else { h1.clone() };
    let site = site::site(collected, page, &headings, host);
    let article = collected.typed(ARTICLES).next();
    let title = title::title(collected, &h1, site.as_deref(), host);
    let (published, modified) = published::dates(tree, page, collected, title.as_deref(), address);
    let text = |value: &str| Some(squeeze(value)).filter(|text| !text.is_empty());
    Metadata {
        authors: authors(tree, page, collected, title.as_deref(), site.as_deref()),
        title,
        published,
        modified,
        description: collected.meta(&["og:description", "description", "twitter:description"]).and_then(text),
        image: collected
            .meta(&["og:image", "og:image:url", "twitter:image", "twitter:image:src"])
            .map(str::to_owned)
            .or_else(|| article.and_then(|object| address_in(object.get("image")?))),
        language: collected
            .language
            .clone()
            .filter(|code| !code.is_empty())
            .or_else(|| collected.meta(LANGUAGES).map(|code| code.replace('_', "-"))),
        url: address.map(str::to_owned),
        site,
    }
}

fn is_address(href: &str) -> bool {
    href.starts_with("https://") || href.starts_with("http://")
}

/// The host of an address.
fn host_of(url: &str) -> Option<&str> {
    url.split_once("://")?.1.split(['/', '?', '#', ':']).next()
}

/// The name part of an address's host: "dailyharbour" of `https://www.dailyharbour.co.example/x`.
fn host_name(url: &str) -> Option<&str> {
    let host = host_of(url)?;
    let parts: Vec<&str> = host.split('.').collect();
    parts.iter().rev().skip(1).find(|part| part.len() > 3).or(parts.first()).copied()
}

/// An address in a JSON-LD value: a string, an object with `url`, or a list of these.
fn address_in(value: &Value) -> Option<String> {
    match value {
        Value::String(address) => Some(address.clone()),
        Value::Array(list) => address_in(list.iter().find(|value| !value.is_array())?),
        Value::Object(object) => object.get("url")?.as_str().map(str::to_owned),
        _ => None,
    }
}

fn authors(tree: &Tree, page: &Page, collected: &Collected, title: Option<&str>, site: Option<&str>) -> Vec<String> {
    // What machines are told, where a name is a name; then what readers see, where it stands among other words.
    let (mut stated, offices) = stated_authors(collected);
    let mut people: Vec<Vec<String>> = stated.iter().map(|values| authors::stated(values, site)).collect();
    people.retain(|names| !names.is_empty());
    // "Harbour Post Reporter" stands in for whoever wrote, too.
    let house = site.map(title::fold).filter(|site| !site.is_empty());
    let ours = |name: &str| house.as_deref().is_some_and(|house| title::fold(name).starts_with(house));
    let desks = |names: &[String]| names.iter().all(|name| authors::is_desk(name) || ours(name));
    if let Some(first) = people.iter().find(|names| !desks(names)) {
        // One statement may name only the first author, where another has the whole list.
        let whole =
            people.iter().find(|names| names.len() > first.len() && first.iter().all(|one| names.contains(one)));
        return whole.unwrap_or(first).clone();
    }
    let shown = shown_authors(tree, collected);
    let people = shown.iter().map(|values| authors::names(values, site)).find(|names| !names.is_empty());
    if let Some(people) = people {
        return people;
    }
    let mut byline = visible::byline(page, title);
    byline.retain(|name| !site.is_some_and(|site| title::folds_to(site, &title::fold(name))));
    if !byline.is_empty() {
        return byline;
    }
    let linked = collected.author_links.iter().map(|&id| tree.inner_text(id, 100));
    let sound = |names: &Vec<String>| !names.is_empty() && names.iter().all(|name| authors::is_sound(name));
    let linked = linked.map(|text| authors::names(&[text], site)).find(sound);
    if let Some(linked) = linked.or_else(|| visible::signature(page)).or_else(|| visible::dated_name(page, title)) {
        return linked;
    }
    // An office or the site itself, where nobody is named.
    stated.insert(0, offices);
    let any = stated.iter().map(|values| authors::stated(values, None)).find(|names| !names.is_empty());
    any.or_else(|| shown.iter().map(|values| authors::names(values, None)).find(|names| !names.is_empty()))
        .unwrap_or_default()
}

/// The fields of `<meta>` that name authors, the most reliable first.
const AUTHOR_METAS: [&str; 11] = [
    "article:author",
    "author",
    "parsely-author",
    "sailthru.author",
    "dc.creator",
    "dcterms.creator",
    "byl",
    "article:author_name",
    "citation_author",
    "cxenseparse:author",
    "twitter:data1",
];

/// What a page tells machines of its authors, each statement apart, and the organisations among them.
fn stated_authors(collected: &Collected) -> (Vec<Vec<String>>, Vec<String>) {
    let mut stated = Vec::new();
    let mut offices = Vec::new();
    for object in collected.typed(ARTICLES).chain(collected.typed(&["WebPage"])) {
        for key in ["author", "creator"] {
            if let Some(value) = object.get(key) {
                let mut names = Vec::new();
                ld_names(value, collected, &mut names, &mut offices, 0);
                stated.push(names);
            }
        }
    }
    for name in AUTHOR_METAS {
        // Twitter's first label is the author's only where it says so.
        if name == "twitter:data1" && !collected.meta(&["twitter:label1"]).is_some_and(|label| label.contains("ritten"))
        {
            continue;
        }
        // Catalogues put the family name first.
        let catalogue = matches!(name, "citation_author" | "dc.creator" | "dcterms.creator");
        let values = collected.all(name).map(|name| if catalogue { authors::turned(name) } else { name.to_owned() });
        stated.push(values.collect());
    }
    (stated, offices)
}

/// What elements that are marked as the authors' show to readers.
fn shown_authors(tree: &Tree, collected: &Collected) -> Vec<Vec<String>> {
    let by = |fits: &dyn Fn(NodeId) -> bool, most: usize| -> Vec<String> {
        let found = collected.marked.iter().copied().filter(|&id| fits(id));
        let texts = found.filter_map(|id| {
            let stated = tree.attribute(id, Attr::Content).filter(|text| !text.is_empty()).map(str::to_owned);
            let text = stated.map_or_else(|| parts::lines(tree, id, 160), |text| squeeze(&text));
            (!text.is_empty() && text.len() <= 160).then_some(text)
        });
        texts.take(most).collect()
    };
    let has = |id: NodeId, attribute: Attr, word: &str| {
        tree.attribute(id, attribute).is_some_and(|value| value.split_whitespace().any(|one| one == word))
    };
    let classed = |id: NodeId, cues: &[&str]| {
        let named = |value: &str| {
            let value = value.to_ascii_lowercase();
            let words = value.split(|char: char| !char.is_ascii_alphabetic()).collect::<Vec<_>>();
            words.iter().any(|word| cues.contains(word))
                && !words.iter().any(|word| ["comment", "comments", "bio"].contains(word))
        };
        tree.tag(id) != Tag::Time
            && (tree.attribute(id, Attr::Class).is_some_and(named) || tree.attribute(id, Attr::Id).is_some_and(named))
    };
    vec![
        by(&|id| has(id, Attr::ItemProp, "author") || has(id, Attr::ItemProp, "creator"), 4),
        by(&|id| has(id, Attr::Rel, "author"), 4),
        by(&|id| classed(id, &["author", "authors", "authorname", "writer", "autor", "auteur"]), 2),
        by(&|id| classed(id, &["byline", "bylines"]), 1),
    ]
}

/// The names in a JSON-LD author: a string, an object, a reference to one, or a list of these. Organisations go apart.
fn ld_names(value: &Value, collected: &Collected, names: &mut Vec<String>, offices: &mut Vec<String>, depth: usize) {
    match value {
        Value::String(name) => names.push(unescape(name)),
        Value::Array(list) if depth < 3 => {
            list.iter().take(20).for_each(|value| ld_names(value, collected, names, offices, depth + 1));
        }
        Value::Object(_) => {
            let target = collected.resolved(value);
            let name = target.get("name");
            let office = types(target).any(is_office);
            match name {
                Some(Value::String(name)) if office => offices.push(unescape(name)),
                Some(name @ (Value::String(_) | Value::Array(_))) if depth < 3 => {
                    ld_names(name, collected, names, offices, depth + 1);
                }
                _ => {}
            }
        }
        _ => {}
    }
}

fn is_office(kind: &str) -> bool {
    kind.ends_with("Organization") || kind == "Corporation" || kind == "Brand"
}
