//! The name of the site that a page belongs to.

use serde_json::Value;

use super::collect::{Collected, unescape};
use super::is_address;
use super::people::{OUTLET_ENDS, OUTLETS};
use super::title::{fold, folds_to, is_generic, is_piped, last_parted, squeeze};
use crate::boilerplate::html::blocks::Page;
use crate::boilerplate::lines::words::stands_alone;

/// The most words of a site's name behind a headline.
const MOST_WORDS: usize = 4;

/// As the page states it for machines, else beside the headline in its title element.
pub(super) fn site(collected: &Collected, page: &Page, headings: &[String], host: Option<&str>) -> Option<String> {
    let named = |names: &[&str]| collected.meta(names).map(str::to_owned);
    let publisher = || {
        let mut publishers = collected.objects.iter().filter_map(|object| object.get("publisher"));
        let name = |publisher: &Value| match collected.resolved(publisher) {
            Value::String(name) => Some(name.clone()),
            publisher => publisher.get("name")?.as_str().map(str::to_owned),
        };
        publishers.find_map(name)
    };
    let website = || collected.typed(&["WebSite"]).find_map(|object| object.get("name")?.as_str()).map(str::to_owned);
    let stated = named(&["og:site_name"])
        .or_else(publisher)
        .or_else(website)
        .or_else(|| named(&["application-name", "apple-mobile-web-app-title", "dc.publisher", "publisher"]));
    let stated = stated.map(|name| squeeze(&unescape(&name))).filter(|name| !name.is_empty() && !is_address(name));
    stated.or_else(|| in_title(collected, page, headings, host))
}

/// The end of the title element: "Ferry runs aground | The Gazette". It is the site's name if the address is like it;
/// where there is no address, if it looks like a name and is no section, behind a sign that headlines do not hold, behind the
/// whole headline, or where the page or the name itself says so. Before the headline stands a topic sooner than the site.
fn in_title(collected: &Collected, page: &Page, headings: &[String], host: Option<&str>) -> Option<String> {
    let title = squeeze(&unescape(collected.title.as_deref()?));
    let stated = headings.iter().map(String::as_str).chain(collected.meta(&["og:title"]));
    let beside = stated.filter(|text| is_headline(text)).find_map(|headline| beside(&title, headline));
    if let Some((name, behind)) = beside
        && is_sound(name)
    {
        let belongs = match host {
            Some(host) => is_like(name, host),
            None => behind || name.starts_with("The ") && name.contains(' ') || is_outlet(name) || is_shown(page, name),
        };
        return belongs.then(|| name.to_owned());
    }
    let (head, parter, tail) = last_parted(&title)?;
    let (head, tail) = (head.trim(), tail.trim());
    let belongs = match host {
        Some(host) => is_like(tail, host),
        None => {
            let folded = fold(head);
            let whole = || headings.iter().any(|text| folds_to(text, &folded));
            let named = || is_outlet(tail) || is_shown(page, tail);
            // A headline of one word may be a section, but for one that the page has, too.
            if head.contains(' ') { is_piped(parter) || whole() || named() } else { whole() && named() }
        }
    };
    (is_sound(tail) && belongs).then(|| tail.to_owned())
}

/// Signs that may stand between a headline and a site's name without white space around them.
const SIGNS: [char; 8] = ['_', '|', '｜', '-', '–', '—', '·', '»'];

/// Whether a text is more than one word, or as many signs of a script without spaces.
fn is_headline(text: &str) -> bool {
    text.contains(' ') || text.chars().filter(|&char| stands_alone(char)).count() > 3
}

/// What a title says beside the whole headline, the last part of it, and whether it stands behind.
fn beside<'a>(title: &'a str, headline: &str) -> Option<(&'a str, bool)> {
    let headline = squeeze(headline);
    if let Some(rest) = title.strip_prefix(headline.as_str()) {
        let rest = rest.trim_start();
        let name = rest.strip_prefix(SIGNS)?.rsplit(['_', '|', '｜', '»']).next()?;
        let name =
            name.rsplit(" - ").next().unwrap_or(name).trim_matches(|char: char| SIGNS.contains(&char) || char == ' ');
        return Some((name, true));
    }
    let name = title.strip_suffix(headline.as_str())?.trim_end();
    Some((name.strip_suffix(':').or_else(|| name.strip_suffix(SIGNS))?.trim(), false))
}

/// Whether a text can be a site's name: a few words with capitals, and no section.
fn is_sound(name: &str) -> bool {
    name.split(' ').count() <= MOST_WORDS
        && name.starts_with(char::is_alphabetic)
        && name.split(' ').filter(|word| word.len() > 3).all(|word| !word.starts_with(char::is_lowercase))
        && !name.contains(|char: char| char.is_numeric() || matches!(char, '?' | '!' | ':'))
        && !is_generic(&fold(name))
}

/// Whether a name ends as those of newspapers do.
fn is_outlet(name: &str) -> bool {
    let last = fold(name.rsplit(' ').next().unwrap_or(name));
    OUTLETS.contains(&last.as_str()) || OUTLET_ENDS.iter().any(|end| last.ends_with(end))
}

/// The most words of a line that shows the site's name.
const LINE_WORDS: u32 = 12;

/// Whether a line of the page is the name, or says whose rights are reserved.
fn is_shown(page: &Page, name: &str) -> bool {
    let folded = fold(name);
    page.blocks.iter().filter(|block| block.words <= LINE_WORDS).map(|block| block.span.of(&page.text)).any(|line| {
        let owned =
            || (line.contains('©') || line.to_lowercase().contains("copyright")) && fold(line).contains(&folded);
        folds_to(line, &folded) || owned()
    })
}

/// Whether a name and the name part of a host are alike: "The Harbour Gazette" and "harbourgazette" or "thg-online".
fn is_like(name: &str, host: &str) -> bool {
    let plain = |text: &str| fold(text).replace('ä', "ae").replace('ö', "oe").replace('ü', "ue").replace('ß', "ss");
    let folded = plain(name);
    let bare = folded.strip_prefix("the ").unwrap_or(&folded);
    let (compact, host) = (bare.replace(' ', ""), fold(host).replace(' ', ""));
    let initials = |text: &str| text.split(' ').filter_map(|word| word.chars().next()).collect::<String>();
    let starts = |initials: String| initials.chars().count() > 2 && host.starts_with(&initials);
    compact.len() > 3 && host.contains(&compact)
        || host.len() > 3 && compact.contains(&host)
        || starts(initials(&folded))
        || starts(initials(bare))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::boilerplate::html::blocks::RawBlock;
    use crate::text::Span;

    fn of(title: &str, heading: &str, host: Option<&str>) -> Option<String> {
        let collected = Collected { title: Some(title.to_owned()), ..Default::default() };
        site(&collected, &Page::default(), &[heading.to_owned()], host)
    }

    #[test]
    fn a_title_ends_in_the_site_that_its_address_is_like() {
        for host in ["gazette", "thegazette", "gazetteonline"] {
            assert_eq!(
                of("Ferry runs aground | The Gazette", "", Some(host)).as_deref(),
                Some("The Gazette"),
                "{host}"
            );
        }
        assert_eq!(of("Ferry aground - Harbour Daily News", "", Some("hdnews")).as_deref(), Some("Harbour Daily News"));
        assert_eq!(of("Fähre fährt wieder - Küstenblatt", "", Some("kuestenblatt")).as_deref(), Some("Küstenblatt"));
        assert_eq!(of("Ferry runs aground | World", "", Some("gazette")), None);
        assert_eq!(of("Ferry runs aground - Nobody Hurt", "", Some("gazette")), None);
    }

    #[test]
    fn the_headline_tells_where_the_name_begins() {
        for (title, heading, expected) in [
            ("大桥下月通车_东岸日报", "大桥下月通车", Some("东岸日报")),
            ("大桥下月通车_新闻_东岸日报", "大桥下月通车", Some("东岸日报")),
            ("The Daily Plover: Mayor resigns", "Mayor resigns", Some("The Daily Plover")),
            ("Middle East: Talks resume", "Talks resume", None),
            ("Mayor resigns: Vote in May", "Mayor resigns", None),
            ("Mayor resigns-elect", "Mayor resigns", None),
            ("Fog shuts airport - Vell Post", "", Some("Vell Post")),
            ("Fähre fährt wieder - Küstenblatt", "", Some("Küstenblatt")),
            ("Fog shuts airport - Signpost", "", None),
        ] {
            assert_eq!(of(title, heading, None).as_deref(), expected, "{title}");
        }
    }

    #[test]
    fn the_page_may_show_whose_it_is() {
        let text = "© 2026 Vell Plover".to_owned();
        let block = RawBlock { span: Span::new(0, text.len()), words: 4, ..RawBlock::default() };
        let page = Page { text, blocks: vec![block], ..Page::default() };
        let collected = Collected { title: Some("Fog shuts airport - Vell Plover".to_owned()), ..Default::default() };
        assert_eq!(site(&collected, &page, &[], None).as_deref(), Some("Vell Plover"));
        assert_eq!(site(&collected, &Page::default(), &[], None), None);
    }

    #[test]
    fn a_publisher_may_be_no_more_than_a_name() {
        for publisher in [json!("Swiss Wire"), json!({"@type": "Organization", "name": "Swiss Wire"})] {
            let collected = Collected { objects: vec![json!({"publisher": publisher})], ..Default::default() };
            assert_eq!(site(&collected, &Page::default(), &[], None).as_deref(), Some("Swiss Wire"));
        }
    }

    #[test]
    fn without_an_address_the_form_decides() {
        assert_eq!(of("Ferry runs aground | The Gazette", "Ferry", None).as_deref(), Some("The Gazette"));
        assert_eq!(of("Ferry runs aground - Gazette", "Ferry runs aground", None).as_deref(), Some("Gazette"));
        assert_eq!(of("Ferry | Gazette", "Ferry", None).as_deref(), Some("Gazette"));
        assert_eq!(of("Ferry | Gazette", "Ferry runs aground", None), None);
        for title in [
            "Ferry runs aground - Nobody Hurt",
            "Ferry runs aground | News",
            "Ferry runs aground | what we know so far",
            "Ferry runs aground | 3 May 2024",
            "Ferry | Press On",
            "Ferry runs aground",
            "Middle East: Ferry",
        ] {
            assert_eq!(of(title, "Ferry", None), None, "{title}");
        }
    }
}
