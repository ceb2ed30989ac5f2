//! When a page was published and last changed, from all that says so.
//!
//! Data for machines often tells when a content system made the page, or when it was last saved; the date at the
//! headline is what the outlet calls the date of the article. So a date that readers see there outranks the data where
//! the two differ, and the data gives the time of day where they agree.

use super::collect::Collected;
use super::dates::{self, Found, Order};
use super::visible::{self, Seen};
use super::{ARTICLES, LANGUAGES};
use crate::boilerplate::html::blocks::Page;
use crate::boilerplate::html::tags::Attr;
use crate::boilerplate::html::tree::{NodeId, Tree};

/// Meta names of the day of publication, most trusted first.
const PUBLISHED: &[&str] = &[
    "article:published_time",
    "article:published",
    "og:article:published_time",
    "og:published_time",
    "datepublished",
    "parsely-pub-date",
    "sailthru.date",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.created",
    "dc.date",
    "dc.date.created",
    "dcterms.date",
    "citation_publication_date",
    "citation_date",
    "pubdate",
    "publish-date",
    "publish_date",
    "published-date",
    "published_date",
    "published",
    "publication_date",
    "publicationdate",
    "article.published",
    "cxenseparse:recs:publishtime",
    "date",
];

/// Meta names of the day of the last change.
const MODIFIED: &[&str] = &[
    "article:modified_time",
    "article:modified",
    "og:updated_time",
    "datemodified",
    "dcterms.modified",
    "dc.date.modified",
    "last-modified",
];

/// How many time elements are asked how the page writes dates.
const TIMES: usize = 8;

/// The days, with time and zone where known, of publication and of the last change.
pub(super) fn dates(
    tree: &Tree,
    page: &Page,
    collected: &Collected,
    title: Option<&str>,
    address: Option<&str>,
) -> (Option<String>, Option<String>) {
    let in_url = address.and_then(dates::in_url);
    let known = || Source { tree, collected, order: Order::Unknown }.known(in_url.as_deref());
    let languages =
        collected.language.as_deref().into_iter().chain(LANGUAGES.iter().filter_map(|name| collected.meta(&[name])));
    let order = Order::of(page, languages, address.and_then(super::host_of), known);
    let source = Source { tree, collected, order };
    let seen = visible::dates(page, title, order);
    // Of a day that readers see, the page may tell machines the time, or readers right behind it.
    let told: Vec<Found> = [&seen.published, &seen.plain].into_iter().flatten().cloned().collect();
    let timed = |date: String| {
        let told = || told.iter().find(|found| found.value == date).map(Found::moment);
        if date.len() > DAY { date } else { source.timed(&date).or_else(told).unwrap_or(date) }
    };
    let (published, modified) = judged(&source, page, seen, in_url);
    (published.map(timed), modified)
}

/// The same from the dates at the headline and the one in the address.
fn judged(source: &Source, page: &Page, seen: Seen, in_url: Option<String>) -> (Option<String>, Option<String>) {
    let order = source.order;
    let modified = source.data("dateModified").or_else(|| source.meta(MODIFIED));
    let elsewhere = visible::elsewhere(page, order);
    let modified = modified.or_else(|| source.element("dateModified")).or_else(|| seen.updated.clone());
    let modified = modified.or(elsewhere.updated);
    let stated = source
        .data("datePublished")
        .or_else(|| source.data("dateCreated"))
        .or_else(|| source.meta(PUBLISHED))
        .or_else(|| source.named_publish())
        .or_else(|| source.element("datePublished"));
    let Some(stated) = stated else {
        let shown = seen.published.or(seen.plain);
        let sure = shown.clone().filter(|date| date.sure).map(|date| date.moment());
        let published = sure
            .or(in_url)
            .or(shown.map(|date| date.moment()))
            .or_else(|| source.dated_element())
            .or(seen.near)
            .or_else(|| visible::anywhere(page, seen.story, order))
            .or(seen.updated);
        return (elsewhere.original.or(published), modified);
    };
    // An old article under a new date: what the page itself calls its first publication.
    let earlier = |original: &String| original.as_str() < day(&stated) && !is_near(original, &stated);
    if let Some(original) = elsewhere.original.filter(earlier) {
        return (Some(original), modified);
    }
    // Where the line at the headline and the address agree, theirs is the outlet's day; the data may count in another zone.
    let agreed = [&seen.published, &seen.plain].into_iter().flatten().find(|date| in_url.as_ref() == Some(&date.value));
    if let Some(date) = agreed.filter(|date| date.value != day(&stated)) {
        let timed = source.times().find(|time| day(time) == date.value && dates::is_same_moment(time, &stated));
        return (Some(timed.unwrap_or_else(|| date.moment())), modified);
    }
    // The neighbouring day is the same moment in another time zone; the day of the last change says nothing.
    let differs = |date: &Found| {
        let last = modified.as_deref().is_some_and(|last| dates::is_day_of(&date.value, last));
        date.sure && !dates::is_day_of(&date.value, &stated) && !last
    };
    // Nor can the article's date come after the last change: mastheads print today's.
    let sound = |date: &Found| modified.as_deref().is_none_or(|last| date.value.as_str() <= day(last));
    let in_url = in_url.filter(|date| !is_near(date, &stated));
    let shown = seen.published.filter(differs).or_else(|| seen.plain.filter(|date| differs(date) && sound(date)));
    let shown = shown.map(|date| date.moment()).or(in_url);
    // Some systems call the moment in which they serve a page that of its publication and of its last change.
    let served = || stated.len() > DAY && modified.as_ref() == Some(&stated);
    let shown = shown.or_else(|| {
        if served() { visible::labelled(page, order).filter(|date| date.as_str() < day(&stated)) } else { None }
    });
    (shown.or(Some(stated)), modified)
}

/// The length of a day without a time.
const DAY: usize = "2024-03-05".len();

/// The day of an ISO 8601 date; these order as text.
fn day(date: &str) -> &str {
    date.get(..DAY).unwrap_or(date)
}

fn is_near(one: &str, other: &str) -> bool {
    match (dates::number(one), dates::number(other)) {
        (Some(one), Some(other)) => one.abs_diff(other) <= 1,
        _ => false,
    }
}

struct Source<'a> {
    tree: &'a Tree,
    collected: &'a Collected,
    order: Order,
}

impl Source<'_> {
    fn data(&self, key: &str) -> Option<String> {
        let dated = self.collected.typed(ARTICLES).chain(self.collected.typed(&["WebPage", "Product"]));
        dated.filter_map(|object| object.get(key)?.as_str()).find_map(|text| dates::read(text, self.order))
    }

    fn meta(&self, names: &[&str]) -> Option<String> {
        names.iter().find_map(|name| self.collected.all(name).find_map(|text| dates::read(text, self.order)))
    }

    /// A meta element of a house's own whose name speaks of publication.
    fn named_publish(&self) -> Option<String> {
        let named = self.collected.metas.iter().filter(|(name, _)| {
            name.contains("publish") && (name.contains("date") || name.contains("time")) || name.contains("pubdate")
        });
        named.map(|(_, value)| value).find_map(|text| dates::read(text, self.order))
    }

    /// The days that the page tells machines, as numbers.
    fn known(&self, in_url: Option<&str>) -> Vec<u64> {
        let data = ["datePublished", "dateModified"].into_iter().filter_map(|key| self.data(key));
        let metas = [PUBLISHED, MODIFIED].into_iter().filter_map(|names| self.meta(names));
        let all = data.chain(metas).chain(self.times().take(TIMES)).chain(in_url.map(str::to_owned));
        all.filter_map(|date| dates::number(&date)).collect()
    }

    /// The dates of time elements.
    fn times(&self) -> impl Iterator<Item = String> {
        self.collected.times.iter().filter_map(|&id| dates::read(self.tree.attribute(id, Attr::DateTime)?, self.order))
    }

    /// The moment of a time element that shows this day, the first one behind the headline.
    fn timed(&self, day_shown: &str) -> Option<String> {
        let headline = self.collected.h1.first().copied().unwrap_or(0);
        let moment = |&id: &NodeId| {
            let moment = dates::read(self.tree.attribute(id, Attr::DateTime)?, self.order)?;
            let shows = || dates::all(&self.tree.inner_text(id, 120), self.order).any(|date| date.value == day_shown);
            (moment.len() > DAY && day(&moment) == day_shown && shows()).then_some(moment)
        };
        let times = || self.collected.times.iter();
        let behind = times().filter(|&&id| id > headline).find_map(moment);
        behind.or_else(|| times().find_map(moment))
    }

    fn date_of(&self, id: NodeId) -> Option<String> {
        let mut stated = [Attr::DateTime, Attr::Content].into_iter();
        let stated = stated.find_map(|name| dates::read(self.tree.attribute(id, name)?, self.order));
        stated.or_else(|| {
            let text = self.tree.inner_text(id, 120);
            if text.len() <= 120 { dates::read(&text, self.order) } else { None }
        })
    }

    fn element(&self, property: &str) -> Option<String> {
        let mut marked = self.collected.marked.iter().chain(&self.collected.times);
        marked.find_map(|&id| {
            let names = self.tree.attribute(id, Attr::ItemProp)?;
            if names.split_whitespace().any(|name| name == property) { self.date_of(id) } else { None }
        })
    }

    /// A time element, else an element whose class speaks of a date.
    fn dated_element(&self) -> Option<String> {
        self.collected.times.iter().find_map(|&id| self.date_of(id)).or_else(|| {
            self.collected.marked.iter().find_map(|&id| {
                let dated = |value: &str| {
                    let value = value.to_ascii_lowercase();
                    ["date", "time", "publish", "posted", "byline", "meta"].iter().any(|cue| value.contains(cue))
                };
                let named =
                    [Attr::Class, Attr::Id].iter().any(|&name| self.tree.attribute(id, name).is_some_and(dated));
                if named { self.date_of(id) } else { None }
            })
        })
    }
}
