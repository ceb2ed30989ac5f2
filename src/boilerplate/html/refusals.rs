//! Pages that are served in place of an article: "page not found", "access denied", "are you a robot", "before you continue".
//!
//! They read like an article to any model (plain sentences, few links), and what they say is no copy of the outlet.

use std::sync::OnceLock;

use super::blocks::Page;
use crate::boilerplate::sections::{Entry, entries};
use crate::boilerplate::types::Label;

/// Where newcomers add phrases.
static SOURCE: &str = include_str!("refusals.txt");

/// The kinds of pages, as `refusals.txt` names them, and the reason that is given.
const KINDS: [(&str, &str); 4] = [
    ("gone", "an error page: what was asked for is not there"),
    ("denied", "an error page: access is refused"),
    ("robots", "a page that asks whether the reader is human"),
    ("consent", "a page that asks for consent first"),
];

/// A page that keeps more words says more than a refusal does, unless its title is nothing else: then it shows readers
/// other stories.
const MOST_WORDS: u32 = 200;

/// The share of the kept words that stand in blocks with such a phrase, where the title has none.
const LEAST_SHARE: f32 = 0.5;

/// The longest name of a site behind a title, in words, with what parts the two.
const LONGEST_SITE: usize = 5;

/// The phrases, each with its kind.
fn phrases() -> &'static [(usize, &'static str)] {
    static PHRASES: OnceLock<Vec<(usize, &'static str)>> = OnceLock::new();
    PHRASES.get_or_init(|| {
        let kind = |entry: &Entry<'_>| KINDS.iter().position(|(kind, _)| *kind == entry.section);
        let known = entries(SOURCE).filter_map(|entry| Some((kind(&entry)?, entry.words)));
        known.flat_map(|(kind, words)| words.split('|').map(move |phrase| (kind, phrase.trim()))).collect()
    })
}

/// What kind of refusal the page is, if it is one: `least` such phrases, of which one stands in title or heading or all make up
/// most of what the page says.
pub(super) fn refusal(
    page: &Page,
    title: Option<&str>,
    least: usize,
    keep: &[bool],
    labels: &[Label],
) -> Option<&'static str> {
    let kept = || page.blocks.iter().zip(keep).filter(|(_, keep)| **keep).map(|(block, _)| block);
    let words: u32 = kept().map(|block| block.words).sum();
    if words >= MOST_WORDS && !title.is_some_and(is_refusal) {
        return None;
    }
    let headings = page.blocks.iter().zip(labels).filter(|(_, label)| matches!(label, Label::Heading | Label::Title));
    let heads = title.into_iter().chain(headings.map(|(block, _)| block.span.of(&page.text)));
    let mut found = Vec::new();
    heads.for_each(|head| _ = add(&mut found, head));
    let headed = !found.is_empty();
    let telling: u32 = kept().filter(|block| add(&mut found, block.span.of(&page.text))).map(|block| block.words).sum();
    found.sort_unstable();
    found.dedup();
    if found.len() < least || telling == 0 || !headed && (telling as f32) < LEAST_SHARE * words as f32 {
        return None;
    }
    let count = |kind: usize| found.iter().filter(|&&at| phrases()[at].0 == kind).count();
    let kind = (0..KINDS.len()).rev().max_by_key(|&kind| count(kind))?;
    Some(KINDS[kind].1)
}

/// Whether a title is a phrase and no more than the site's name behind it.
fn is_refusal(title: &str) -> bool {
    let title = title.to_lowercase();
    let rest = |phrase: &str| title.strip_prefix(phrase).map(str::trim_start);
    let site = |rest: &str| !rest.starts_with(char::is_alphanumeric) && rest.split_whitespace().count() <= LONGEST_SITE;
    phrases().iter().filter_map(|(_, phrase)| rest(phrase)).any(site)
}

/// Adds the phrases of a text by number; whether there are any.
fn add(found: &mut Vec<usize>, text: &str) -> bool {
    let before = found.len();
    let text = text.to_lowercase();
    found.extend(phrases().iter().enumerate().filter(|(_, (_, phrase))| stands_in(&text, phrase)).map(|(at, _)| at));
    found.len() > before
}

/// Whether a phrase stands in a text where a word begins.
fn stands_in(text: &str, phrase: &str) -> bool {
    let starts = |at: usize| !text[..at].chars().next_back().is_some_and(char::is_alphanumeric);
    text.match_indices(phrase).any(|(at, _)| starts(at))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Context;
    use crate::boilerplate::html::{ArticleOptions, extract_article};

    fn empty(html: &str) -> Option<&'static str> {
        let article =
            extract_article(html, &ArticleOptions::default(), &Context::default()).expect("within the limits");
        assert_eq!(article.empty.is_some(), article.text.is_empty());
        article.empty
    }

    #[test]
    fn phrases_are_lower_case_and_of_known_kinds() {
        let kinds: Vec<_> = SOURCE.lines().filter_map(|line| line.strip_prefix('[')?.strip_suffix(']')).collect();
        assert_eq!(kinds, KINDS.map(|(name, _)| name));
        for (_, phrase) in phrases() {
            assert!(!phrase.is_empty() && *phrase == phrase.to_lowercase(), "{phrase}");
        }
    }

    #[test]
    fn error_pages_have_no_text_and_a_reason() {
        let gone = "<title>Page not found - The Halden Post</title><nav><a href=/>Home</a> <a href=/p>Politics</a></nav>
            <main><h1>404</h1><p>Sorry, the page you are looking for could not be found. It may have been moved or deleted.</p>
            <p>Try searching for it or go back to the <a href=/>home page</a>.</p></main>";
        assert_eq!(empty(gone), Some(KINDS[0].1));
        let german = "<title>Seite nicht gefunden | Haldener Bote</title><h1>Seite nicht gefunden</h1>
            <p>Die von Ihnen aufgerufene Seite existiert leider nicht oder wurde verschoben. Bitte prüfen Sie die Adresse.</p>";
        assert_eq!(empty(german), Some(KINDS[0].1));
        let denied = "<title>Access Denied</title><h1>Access Denied</h1><p>You don't have permission to access
            \"http://www.halden.example/news/1\" on this server.</p><p>Reference #18.2f3c1702.17.1a2b</p>";
        assert_eq!(empty(denied), Some(KINDS[1].1));
        let robots = "<title>Just a moment...</title><h1>haldenpost.example</h1><h2>Verify you are human by completing the
            action below.</h2><p>haldenpost.example needs to review the security of your connection before proceeding.</p>";
        assert_eq!(empty(robots), Some(KINDS[2].1));
        let consent =
            "<title>Before you continue</title><h1>Before you continue to Halden</h1><p>We use cookies and data to
            deliver and maintain our services, track outages and protect against spam. If you choose to Accept all, we
            will also use cookies and data to develop new services.</p>";
        assert_eq!(empty(consent), Some(KINDS[3].1));
    }

    #[test]
    fn error_pages_with_other_stories_have_no_text_and_reports_with_such_titles_do() {
        let story =
            "<p>The harbour tunnel will open a year late, the council said on Monday, after cracks were found in three
            of its forty segments. Engineers want to replace the segments by the autumn.</p>"
                .repeat(9);
        let body = "<p>The page you are looking for could not be found. It may have been moved or deleted.</p>";
        let page = |title: &str| format!("<title>{title}</title><article><h1>{title}</h1>{body}{story}</article>");
        assert_eq!(empty(&page("Page not found")), Some(KINDS[0].1));
        assert_eq!(empty(&page("Page not found | The Halden Post")), Some(KINDS[0].1));
        assert_eq!(empty(&page("Page not found: how the council lost its archive")), None);
    }

    #[test]
    fn addresses_and_names_of_files_are_told_from_pages() {
        for given in ["https://halden.example/news/1", "pages/ferry.html", " news/ferry.htm\n"] {
            assert_eq!(empty(given), Some("an address or a file's name, not a page"), "{given}");
        }
        assert_ne!(empty("Ferry sails again"), Some("an address or a file's name, not a page"));
    }

    #[test]
    fn short_reports_of_refusals_stay() {
        let report = "<title>Access denied: Halden mayor locks reporters out</title><article><h1>Access denied: Halden mayor
            locks reporters out</h1><p>Reporters were turned away from the town hall on Tuesday before the vote on the harbour
            tunnel, the second time this month. A clerk told them that the meeting was private.</p><p>The mayor's office
            said the chamber was full. Two councillors said that a dozen seats had been empty throughout.</p></article>";
        assert_eq!(empty(report), None);
        let notice =
            "<title>Harbour tunnel delayed</title><article><p>The harbour tunnel will open a year late, the council
            said on Monday, after cracks were found in three of its forty segments.</p><p>Engineers want to replace the
            segments by the autumn. The cost was put at 14 million crowns, which the insurer is to bear.</p></article>
            <p>We use cookies. Accept all</p>";
        assert_eq!(empty(notice), None);
    }
}
