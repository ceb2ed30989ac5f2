//! The name of the site that a page belongs to.

use super::collect::{Collected, unescape};
use super::is_address;
use super::title::{fold, folds_to, is_generic, is_piped, last_parted, squeeze};

/// The most words of a site's name behind a headline.
const MOST_WORDS: usize = 4;

/// As the page states it for machines, else behind the headline in its title element.
pub(super) fn site(collected: &Collected, headings: &[String], host: Option<&str>) -> Option<String> {
    let named = |names: &[&str]| collected.meta(names).map(str::to_owned);
    let publisher = || {
        let mut publishers = collected.objects.iter().filter_map(|object| object.get("publisher"));
        publishers.find_map(|publisher| collected.resolved(publisher).get("name")?.as_str()).map(str::to_owned)
    };
    let website = || collected.typed(&["WebSite"]).find_map(|object| object.get("name")?.as_str()).map(str::to_owned);
    let stated = named(&["og:site_name"])
        .or_else(publisher)
        .or_else(website)
        .or_else(|| named(&["application-name", "apple-mobile-web-app-title", "dc.publisher", "publisher"]));
    let stated = stated.map(|name| squeeze(&unescape(&name))).filter(|name| !name.is_empty() && !is_address(name));
    stated.or_else(|| in_title(collected, headings, host))
}

/// The end of the title element: "Ferry runs aground | The Gazette". It is the site's name if the address is like it;
/// where there is no address, if it looks like a name and is no section, behind a sign that headlines do not hold or
/// behind the whole headline.
fn in_title(collected: &Collected, headings: &[String], host: Option<&str>) -> Option<String> {
    let title = squeeze(&unescape(collected.title.as_deref()?));
    let (head, parter, tail) = last_parted(&title)?;
    let (head, tail) = (head.trim(), tail.trim());
    let capitals = tail.split(' ').filter(|word| word.len() > 3).all(|word| !word.starts_with(char::is_lowercase));
    let sound = tail.split(' ').count() <= MOST_WORDS
        && tail.starts_with(char::is_alphabetic)
        && capitals
        && !tail.contains(|char: char| char.is_numeric() || matches!(char, '?' | '!' | ':'))
        && !is_generic(&fold(tail));
    let belongs = match host {
        Some(host) => is_like(tail, host),
        None => {
            let folded = fold(head);
            let mut stated = headings.iter().map(String::as_str).chain(collected.meta(&["og:title"]));
            let whole = !folded.is_empty() && stated.any(|text| folds_to(text, &folded));
            head.split(' ').count() > 1 && (is_piped(parter) || whole)
        }
    };
    (sound && belongs).then(|| tail.to_owned())
}

/// Whether a name and the name part of a host are alike: "The Harbour Gazette" and "harbourgazette" or "thg-online".
fn is_like(name: &str, host: &str) -> bool {
    let folded = fold(name);
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
    use super::*;

    fn of(title: &str, heading: &str, host: Option<&str>) -> Option<String> {
        let collected = Collected { title: Some(title.to_owned()), ..Default::default() };
        site(&collected, &[heading.to_owned()], host)
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
        assert_eq!(of("Ferry runs aground | World", "", Some("gazette")), None);
        assert_eq!(of("Ferry runs aground - Nobody Hurt", "", Some("gazette")), None);
    }

    #[test]
    fn without_an_address_the_form_decides() {
        assert_eq!(of("Ferry runs aground | The Gazette", "Ferry", None).as_deref(), Some("The Gazette"));
        assert_eq!(of("Ferry runs aground - Gazette", "Ferry runs aground", None).as_deref(), Some("Gazette"));
        for title in [
            "Ferry runs aground - Nobody Hurt",
            "Ferry runs aground | News",
            "Ferry runs aground | what we know so far",
            "Ferry runs aground | 3 May 2024",
            "Ferry | Gazette",
            "Ferry runs aground",
        ] {
            assert_eq!(of(title, "Ferry", None), None, "{title}");
        }
    }
}
