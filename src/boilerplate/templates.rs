//! What recurs across the pages of one site: menus, pleas, blurbs.
//!
//! The measure is line document frequency: on how many of a site's pages a line stands, marks, case and numbers set
//! aside. Wire copy that recurs across sites is no template, so a [`Templates`] belongs to one site.

use std::collections::{BTreeMap, HashMap};

use memchr::memchr2_iter;
use serde::{Deserialize, Serialize};

use super::lines::{is_blank, line_key};
use crate::{Context, Error, Result};

/// The version of the saved form.
const VERSION: u32 = 1;
/// The most pages that are remembered.
const MAX_PAGES: usize = 256;
/// The most different lines of a page that are remembered.
const MAX_LINES: usize = 2_000;
/// Pages with fewer lines are no versions of each other, whatever they have in common.
const LEAST_LINES: usize = 8;
/// On fewer pages than this nothing recurs.
const MIN_PAGES: u32 = 3;

/// The lines that recur across the pages of a site.
///
/// A bounded sample of pages is remembered, each as the set of its lines' hashes: the 256 pages whose own hashes are
/// smallest. So what is learned does not depend on the order of the pages, a page given twice counts once, and merging
/// two results equals learning from both lots of pages (a bottom-k sketch: Cohen and Kaplan 2007).
///
/// ```
/// use copydesk::{Context, boilerplate::{Templates, clean_text}};
/// let context = Context::default();
/// let pages = [
///     "The ferry sails again on Monday, the harbour master said.\nThe Island Courier, founded in 1921",
///     "Two schools will be closed in autumn, the council decided.\nThe Island Courier, founded in 1921",
///     "A storm is expected on Friday night, forecasters warn.\nThe Island Courier, founded in 1921",
/// ];
/// let templates = Templates::learn(pages, "courier.example", &context)?;
/// assert_eq!(templates.len(), 1);
/// let clean = clean_text(pages[0], Some(&templates), &context)?;
/// assert_eq!(clean.text, "The ferry sails again on Monday, the harbour master said.");
/// assert_eq!(clean.lines[1].reason, "recurs across the site");
/// # Ok::<(), copydesk::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Templates {
    site: String,
    /// By a page's hash: the hashes of its lines, sorted.
    pages: BTreeMap<u64, Vec<u64>>,
    /// How many of `pages` hold a line, for lines on at least two.
    counts: HashMap<u64, u32>,
}

/// The saved form. Hashes are written in base 16, since JSON numbers lose digits beyond 2^53 in many readers.
#[derive(Serialize, Deserialize)]
struct Saved {
    format: String,
    version: u32,
    site: String,
    pages: Vec<String>,
}

const FORMAT: &str = "copydesk-templates";

impl Templates {
    /// Learns from the texts of a site's pages; `site` is the caller's name for it.
    ///
    /// # Errors
    /// [`crate::ErrorKind::Limit`] if a text is over the size limit, [`crate::ErrorKind::Cancelled`].
    pub fn learn<'a>(texts: impl IntoIterator<Item = &'a str>, site: &str, context: &Context) -> Result<Self> {
        let mut templates = Self { site: site.to_owned(), ..Self::default() };
        for text in texts {
            context.check_size(text.len())?;
            let mut keys = Vec::new();
            let mut from = 0;
            for (index, end) in memchr2_iter(b'\n', b'\r', text.as_bytes()).chain([text.len()]).enumerate() {
                if index & 0xff == 0 {
                    context.check()?;
                }
                keys.extend(line_key(text.get(from..end).unwrap_or_default().trim_matches(is_blank)));
                from = end + 1;
            }
            templates.add_page(keys);
        }
        templates.count();
        Ok(templates)
    }

    /// Learns from pages that were cut into lines or blocks already, such as the blocks of HTML pages.
    ///
    /// # Errors
    /// [`crate::ErrorKind::Cancelled`].
    pub fn learn_blocks<'a, P>(pages: impl IntoIterator<Item = P>, site: &str, context: &Context) -> Result<Self>
    where
        P: IntoIterator<Item = &'a str>,
    {
        let mut templates = Self { site: site.to_owned(), ..Self::default() };
        for page in pages {
            context.check()?;
            templates.add_page(page.into_iter().filter_map(|block| line_key(block.trim_matches(is_blank))).collect());
        }
        templates.count();
        Ok(templates)
    }

    /// The site's name, as it was given.
    pub fn site(&self) -> &str {
        &self.site
    }

    /// How many lines recur.
    pub fn len(&self) -> usize {
        self.counts.values().filter(|&&count| self.recurs(count)).count()
    }

    /// Whether no line recurs.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// How many pages are remembered.
    pub fn pages(&self) -> usize {
        self.pages.len()
    }

    /// The share of pages that hold this line or block, in [0, 1]; 0 where it does not recur.
    pub fn share(&self, line: &str) -> f64 {
        line_key(line.trim_matches(is_blank)).map_or(0.0, |key| self.share_of(key))
    }

    /// [`Templates::share`] by a line's hash.
    pub(crate) fn share_of(&self, key: u64) -> f64 {
        match self.counts.get(&key) {
            Some(&count) if self.recurs(count) => f64::from(count) / self.pages.len() as f64,
            _ => 0.0,
        }
    }

    /// On three pages at least, and on a tenth of all.
    fn recurs(&self, count: u32) -> bool {
        count >= MIN_PAGES && count as usize * 10 >= self.pages.len()
    }

    /// Adds what another one has learned from other pages of the same site; the site's name stays.
    pub fn merge(&mut self, other: &Self) {
        self.take_in(other);
        self.count();
    }

    /// As [`Templates::merge`], for many; counts once.
    ///
    /// # Errors
    /// The first one among `others`.
    pub fn merge_all<E>(
        &mut self,
        others: impl IntoIterator<Item = std::result::Result<Self, E>>,
    ) -> std::result::Result<(), E> {
        for other in others {
            self.take_in(&other?);
        }
        self.count();
        Ok(())
    }

    fn take_in(&mut self, other: &Self) {
        for (&page, lines) in &other.pages {
            self.insert(page, || lines.clone());
        }
    }

    /// The saved form, JSON.
    ///
    /// # Errors
    /// [`crate::ErrorKind::Internal`] if it cannot be written, which only a lack of memory could cause.
    pub fn to_json(&self) -> Result<String> {
        serde_json::to_string(self).map_err(|error| Error::new(crate::ErrorKind::Internal, error.to_string()))
    }

    /// Reads the saved form.
    ///
    /// # Errors
    /// [`crate::ErrorKind::ModelFormat`] if it is damaged, of another version, or something else.
    pub fn from_json(json: &str) -> Result<Self> {
        serde_json::from_str(json).map_err(|error| Error::model_format(format!("templates cannot be read: {error}")))
    }

    fn read(saved: Saved) -> Result<Self> {
        if saved.format != FORMAT || saved.version != VERSION {
            return Err(Error::model_format(format!(
                "templates of format {} {} cannot be read, only {FORMAT} {VERSION}",
                saved.format, saved.version
            )));
        }
        if saved.pages.len() > MAX_PAGES {
            return Err(Error::model_format(format!("templates hold at most {MAX_PAGES} pages")));
        }
        let mut templates = Self { site: saved.site, ..Self::default() };
        for (number, page) in saved.pages.iter().enumerate() {
            let damaged = || Error::model_format(format!("page {number} of the templates is damaged"));
            if page.len() % 16 != 0 || page.len() / 16 > MAX_LINES || !page.bytes().all(|b| b.is_ascii_hexdigit()) {
                return Err(damaged());
            }
            let mut lines = Vec::with_capacity(page.len() / 16);
            for at in (0..page.len()).step_by(16) {
                let digits = page.get(at..at + 16).ok_or_else(damaged)?;
                lines.push(u64::from_str_radix(digits, 16).map_err(|_| damaged())?);
            }
            templates.add_page(lines);
        }
        templates.count();
        Ok(templates)
    }

    fn add_page(&mut self, mut lines: Vec<u64>) {
        lines.sort_unstable();
        lines.dedup();
        // The smallest hashes: a sample that is the same in every order.
        lines.truncate(MAX_LINES);
        if lines.is_empty() {
            return;
        }
        let page =
            lines.iter().fold(0_u64, |hash, &line| (hash.rotate_left(7) ^ line).wrapping_mul(0x9e37_79b9_7f4a_7c15));
        self.insert(page ^ (page >> 31), || lines);
    }

    fn insert(&mut self, page: u64, lines: impl FnOnce() -> Vec<u64>) {
        if self.pages.len() >= MAX_PAGES && self.pages.last_key_value().is_some_and(|(&last, _)| page >= last) {
            return;
        }
        self.pages.entry(page).or_insert_with(lines);
        if self.pages.len() > MAX_PAGES {
            self.pages.pop_last();
        }
    }

    /// Counts the pages of each line. Versions of one story (a live blog, a page fetched again) count as one page: their
    /// common lines are news, not template.
    fn count(&mut self) {
        self.counts.clear();
        let mut stories: Vec<&Vec<u64>> = Vec::with_capacity(self.pages.len());
        for page in self.pages.values() {
            let is_version = stories.iter().any(|story| is_same_story(story, page));
            if !is_version {
                stories.push(page);
                for line in page {
                    *self.counts.entry(*line).or_default() += 1;
                }
            }
        }
        self.counts.retain(|_, count| *count > 1);
        self.counts.shrink_to_fit();
    }
}

/// Whether two pages, as sorted sets of lines, have four fifths of all their lines in common.
fn is_same_story(one: &[u64], other: &[u64]) -> bool {
    let (less, more) = if one.len() < other.len() { (one, other) } else { (other, one) };
    // Short pages are mostly template.
    if less.len() < LEAST_LINES || less.len() * 5 < more.len() * 4 {
        return false;
    }
    let common = less.iter().filter(|line| more.binary_search(line).is_ok()).count();
    common * 5 >= (less.len() + more.len() - common) * 4
}

impl Serialize for Templates {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error> {
        let digits = |lines: &Vec<u64>| lines.iter().map(|line| format!("{line:016x}")).collect();
        let pages = self.pages.values().map(digits).collect();
        Saved { format: FORMAT.to_owned(), version: VERSION, site: self.site.clone(), pages }.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Templates {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> std::result::Result<Self, D::Error> {
        Self::read(Saved::deserialize(deserializer)?).map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn learn(pages: &[String]) -> Templates {
        Templates::learn(pages.iter().map(String::as_str), "courier.example", &Context::default()).unwrap()
    }

    fn site(count: usize) -> Vec<String> {
        (0..count)
            .map(|n| {
                let word = ["alpha", "beta", "gamma", "delta", "omega"][n % 5];
                format!(
                    "Menu | World | Sport\nStory {word} {word} of day {}\nNo {word} else{}\n{} comments",
                    "x".repeat(n),
                    "y".repeat(n),
                    n
                )
            })
            .collect()
    }

    #[test]
    fn versions_of_one_story_count_once() {
        let story: String = (0..12).map(|n| format!("The ferry {} sails again\n", "a".repeat(n))).collect();
        let versions: Vec<String> = (1..5).map(|n| format!("{story}Update {}", "b".repeat(n))).collect();
        let templates = learn(&[site(3), versions].concat());
        assert_eq!((templates.pages(), templates.len()), (7, 2));
        assert_eq!(templates.share("The ferry aaa sails again"), 0.0);
    }

    #[test]
    fn lines_on_three_pages_recur_with_marks_case_and_numbers_set_aside() {
        let templates = learn(&site(6));
        assert_eq!((templates.site(), templates.pages(), templates.len()), ("courier.example", 6, 2));
        assert_eq!(templates.share("MENU - world - sport"), 1.0);
        assert_eq!(templates.share("77 comments"), 1.0);
        assert_eq!(templates.share("Story"), 0.0);
        assert!(learn(&site(2)).is_empty());
    }

    #[test]
    fn a_page_given_twice_counts_once() {
        let page = site(1).remove(0);
        assert_eq!(learn(&[page.clone(), page.clone(), page]).pages(), 1);
    }

    #[test]
    fn memory_is_bounded_and_the_sample_does_not_depend_on_the_order() {
        let mut pages = site(700);
        let forward = learn(&pages);
        pages.reverse();
        assert_eq!(forward.pages(), MAX_PAGES);
        assert_eq!(learn(&pages), forward);
    }

    #[test]
    fn damaged_files_are_refused() {
        let json = learn(&site(4)).to_json().unwrap();
        for bad in [
            "".to_owned(),
            "[]".to_owned(),
            "null".to_owned(),
            json[..json.len() / 2].to_owned(),
            json.replace("\"version\":1", "\"version\":9"),
            json.replace("copydesk-templates", "something-else"),
            json.replacen("\"pages\":[\"", "\"pages\":[\"é", 1),
            json.replacen("\"pages\":[\"", "\"pages\":[\"+", 1),
        ] {
            assert_eq!(Templates::from_json(&bad).unwrap_err().kind(), crate::ErrorKind::ModelFormat, "{bad}");
        }
    }

    #[test]
    fn cancelling_stops_the_learning() {
        let context = Context::default();
        context.cancel();
        assert_eq!(Templates::learn(["a"], "s", &context).unwrap_err().kind(), crate::ErrorKind::Cancelled);
    }

    proptest! {
        #[test]
        fn merging_equals_learning_from_all(
            pages in prop::collection::vec(prop::collection::vec("[a-e ]{0,6}", 0..6), 0..12),
            cut in 0..12_usize,
        ) {
            let pages: Vec<String> = pages.into_iter().map(|lines| lines.join("\n")).collect();
            let cut = cut.min(pages.len());
            let mut left = learn(&pages[..cut]);
            left.merge(&learn(&pages[cut..]));
            prop_assert_eq!(&left, &learn(&pages));
            prop_assert_eq!(&Templates::from_json(&left.to_json().unwrap()).unwrap(), &left);
        }

        #[test]
        fn no_text_and_no_file_panics(text in any::<String>()) {
            let _ = Templates::learn([text.as_str()], &text, &Context::default()).unwrap();
            let _ = Templates::from_json(&text);
        }
    }
}
