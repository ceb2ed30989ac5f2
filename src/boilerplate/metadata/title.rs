//! The headline: what the page's own statements agree on, without the site's name.

use super::collect::{Collected, unescape};
use crate::boilerplate::html::cues::words_of;

/// Signs that part a headline from a site's name, where white space stands around them.
const PARTERS: &[&str] =
    &[" | ", " - ", " – ", " — ", " · ", " :: ", " » ", " « ", " • ", " ⋆ ", " / ", " ~ ", " > ", "｜", " : "];

/// Titles that say nothing of a page; sections are no headlines either. Folded.
const GENERIC: &[&str] = &[
    "home",
    "homepage",
    "home page",
    "loading",
    "please wait",
    "untitled",
    "untitled document",
    "untitled page",
    "new page",
    "no title",
    "title",
    "document",
    "page",
    "index",
    "welcome",
    "website",
    "official website",
    "official site",
    "article",
    "articles",
    "news",
    "latest news",
    "breaking news",
    "blog",
    "posts",
    "world",
    "politics",
    "business",
    "sport",
    "sports",
    "opinion",
    "culture",
    "local",
    "startseite",
    "nachrichten",
    "unbenanntes dokument",
    "accueil",
    "actualités",
    "document sans nom",
    "inicio",
    "noticias",
    "início",
    "notícias",
    "notizie",
    "nieuws",
    "wiadomości",
    "главная",
    "новости",
    "αρχική",
    "ειδήσεις",
    "首页",
    "新闻",
    "ホーム",
    "ニュース",
    "홈",
    "뉴스",
];

/// The most words of a title that says nothing, with a site's name behind it.
const MOST_GENERIC: usize = 8;

/// Whether a folded title could stand on any page.
pub(super) fn is_generic(folded: &str) -> bool {
    GENERIC.contains(&folded)
}

/// The headline of a page whose `<h1>` texts are given.
pub(crate) fn title(collected: &Collected, h1: &[String], site: Option<&str>, host: Option<&str>) -> Option<String> {
    let articles =
        collected.typed(&["Article", "BlogPosting", "Report", "Posting", "Recipe", "Product", "NewsArticle"]);
    let ld = articles
        .filter_map(|object| object.get("headline").or_else(|| object.get("name"))?.as_str())
        .map(unescape)
        .find(|text| !text.trim().is_empty());
    let named = |names: &[&str]| collected.meta(names).map(str::to_owned);
    let open_graph = named(&["og:title"]);
    let element = collected.title.as_deref().map(unescape);
    let mut statements: Vec<String> = [
        ld,
        open_graph,
        element.clone(),
        named(&["twitter:title", "parsely-title", "sailthru.title", "dc.title", "dcterms.title", "title", "headline"]),
    ]
    .into_iter()
    .flatten()
    .map(|text| squeeze(&text))
    .filter(|text| !text.is_empty())
    .collect();
    // An <h1> that the page's statements repeat is what readers see as the headline.
    let mut headings: Vec<&String> = h1.iter().filter(|text| text.chars().count() >= 2).collect();
    // "Loading…", or the site's name alone, counts only where there is nothing else.
    let folded_site = site.map(fold);
    let speaks = |text: &str| {
        if text.split_whitespace().nth(MOST_GENERIC).is_some() {
            return true;
        }
        let folded = fold(&strip_site(text, site, host));
        !folded.is_empty() && !is_generic(&folded) && folded_site.as_ref().is_none_or(|site| *site != folded)
    };
    if statements.iter().chain(headings.iter().copied()).any(|text| speaks(text)) {
        statements.retain(|text| speaks(text));
        headings.retain(|text| speaks(text));
    }
    let agreed = headings.iter().find(|heading| {
        let heading = fold(heading);
        !heading.is_empty() && statements.iter().any(|statement| begins(&fold(statement), &heading))
    });
    if let Some(agreed) = agreed
        && (agreed.chars().count() >= 12 || statements.iter().any(|statement| fold(statement) == fold(agreed)))
        && site.is_none_or(|site| fold(site) != fold(agreed))
    {
        return Some(strip_site(agreed, site, host));
    }
    if let Some(statement) = statements.first() {
        let stripped = strip_site(statement, site, host);
        // What the search engines are told is often longer or shorter; a single <h1> close to it is the real one.
        // So it is where only the tab has another, as all pages of an old site have the same.
        let alone = statements.len() == 1 && element.is_some();
        if let [only] = headings.as_slice()
            && let shared = overlap(&fold(only), &fold(&stripped))
            && (shared >= 0.25 || shared == 0.0 && alone && fold(only).contains(' '))
        {
            return Some(strip_site(only, site, host));
        }
        return Some(stripped);
    }
    headings.first().map(|heading| squeeze(heading))
}

/// White space collapsed.
pub(crate) fn squeeze(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Letters and digits alone, case folded, words parted by one space.
pub(crate) fn fold(text: &str) -> String {
    words_of(text).map(str::to_lowercase).collect::<Vec<_>>().join(" ")
}

/// Whether a text folds to `folded`; most differ in their first letters.
pub(crate) fn folds_to(text: &str, folded: &str) -> bool {
    let mut rest = folded;
    for (count, word) in words_of(text).enumerate() {
        if count > 0 {
            let Some(after) = rest.strip_prefix(' ') else { return false };
            rest = after;
        }
        let after = if word.is_ascii() {
            rest.get(..word.len()).filter(|head| head.eq_ignore_ascii_case(word)).map(|_| &rest[word.len()..])
        } else {
            rest.strip_prefix(word.to_lowercase().as_str())
        };
        let Some(after) = after else { return false };
        rest = after;
    }
    rest.is_empty()
}

fn begins(text: &str, with: &str) -> bool {
    text.strip_prefix(with).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
}

/// Share of the shorter text's words that the other one has.
fn overlap(one: &str, other: &str) -> f32 {
    let words = |text: &str| text.split(' ').map(str::to_owned).collect::<std::collections::HashSet<_>>();
    let (one, other) = (words(one), words(other));
    one.intersection(&other).count() as f32 / one.len().max(other.len()).max(1) as f32
}

/// What stands before and behind the last sign that parts a title, and the sign between.
pub(super) fn last_parted(title: &str) -> Option<(&str, &'static str, &str)> {
    let (at, parter) = PARTERS.iter().filter_map(|&parter| Some((title.rfind(parter)?, parter))).max()?;
    Some((&title[..at], parter, &title[at + parter.len()..]))
}

/// Whether a sign is one that headlines do not hold themselves.
pub(super) fn is_piped(parter: &str) -> bool {
    matches!(parter.trim(), "|" | "｜" | "»" | "::" | "•" | "·")
}

/// Cuts the site's name, and sections of it, off the ends of a title.
fn strip_site(title: &str, site: Option<&str>, host: Option<&str>) -> String {
    let mut title = squeeze(title);
    let compact = |text: &str| fold(text).replace(' ', "");
    let names: Vec<String> = site.iter().chain(host.iter()).map(|name| compact(name)).collect();
    let is_site = |part: &str| {
        let part = compact(part);
        !part.is_empty()
            && names.iter().any(|name| {
                *name == part
                    || (part.len() >= 4 && (name.contains(&part) || part.contains(name.as_str())) && !name.is_empty())
            })
    };
    // "Headline | Section | Site": the site goes first, then short sections before it.
    let mut was_site = false;
    for _ in 0..3 {
        let Some((head, parter, tail)) = last_parted(&title) else { break };
        let head_words = head.split_whitespace().count();
        let tail_words = tail.split_whitespace().count();
        let piped = is_piped(parter);
        let short = tail_words <= 4 && head_words >= 4 && head_words > tail_words;
        if head.trim().is_empty() || parter == " : " && !is_site(tail) {
            break;
        }
        if is_site(tail)
            || head_words > 1 && (piped || was_site) && is_generic(&fold(tail))
            || short && (piped || was_site || tail_words <= 3 && !tail.contains(|c: char| c.is_ascii_digit()))
        {
            was_site |= is_site(tail);
            title = head.trim_end().to_owned();
        } else {
            break;
        }
    }
    // A colon stands behind topics, too, so there the name must be whole.
    let named = title.split_once(": ").filter(|(head, _)| names.contains(&compact(head)));
    let parted = || PARTERS.iter().find_map(|parter| title.split_once(parter)).filter(|(head, _)| is_site(head));
    if let Some((_, tail)) = named.or_else(parted)
        && tail.split_whitespace().count() >= 2
    {
        title = tail.trim_start().to_owned();
    }
    title
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(og: Option<&str>, element: Option<&str>, h1: &[&str], site: Option<&str>) -> Option<String> {
        let mut collected = Collected { title: element.map(str::to_owned), ..Default::default() };
        if let Some(og) = og {
            collected.metas.push(("og:title".into(), og.into()));
        }
        let h1: Vec<String> = h1.iter().map(|&text| text.to_owned()).collect();
        title(&collected, &h1, site, Some("dailyharbour"))
    }

    #[test]
    fn site_names_are_cut_off() {
        let expected = Some("Port workers vote to end strike".to_owned());
        for element in [
            "Port workers vote to end strike | The Daily Harbour",
            "Port workers vote to end strike - Economy - Daily Harbour",
            "Daily Harbour – Port workers vote to end strike",
        ] {
            assert_eq!(of(None, Some(element), &[], Some("The Daily Harbour")), expected, "{element}");
        }
    }

    #[test]
    fn a_heading_that_the_page_repeats_wins() {
        let got = of(
            Some("Port strike ends"),
            Some("Port workers vote | Harbour"),
            &["Harbour", "Port strike ends"],
            Some("Harbour"),
        );
        assert_eq!(got.as_deref(), Some("Port strike ends"));
    }

    #[test]
    fn sections_before_the_site_go_however_short_the_headline() {
        let got = of(None, Some("Port reopens | News | Daily Harbour"), &[], Some("Daily Harbour"));
        assert_eq!(got.as_deref(), Some("Port reopens"));
        assert_eq!(of(None, Some("Port - News"), &[], None).as_deref(), Some("Port - News"));
    }

    #[test]
    fn the_site_before_a_colon_is_cut_off_and_a_topic_stays() {
        let site = Some("Harbour Notes");
        let got = of(None, Some("Harbour Notes: Port workers vote"), &[], site);
        assert_eq!(got.as_deref(), Some("Port workers vote"));
        let topic = "Harbour: Port workers vote";
        assert_eq!(of(None, Some(topic), &[], site).as_deref(), Some(topic));
        let got = of(None, Some("Port vote ends » Gazette"), &[], Some("The Gazette"));
        assert_eq!(got.as_deref(), Some("Port vote ends"));
    }

    #[test]
    fn a_title_that_any_page_could_have_gives_way_to_the_heading() {
        for element in ["The Gazette", "Home", "Loading…", "Untitled Document", "News", "News | The Gazette"] {
            let got = of(None, Some(element), &["Port vote ends"], Some("The Gazette"));
            assert_eq!(got.as_deref(), Some("Port vote ends"), "{element}");
        }
        assert_eq!(of(None, Some("Home"), &[], None).as_deref(), Some("Home"));
    }

    #[test]
    fn the_one_heading_outranks_a_title_of_the_tab_that_shares_no_word_with_it() {
        for element in ["Harbour notes from the north", "The Gazette Online edition"] {
            assert_eq!(of(None, Some(element), &["Port vote ends"], None).as_deref(), Some("Port vote ends"));
        }
        assert_eq!(
            of(Some("Port vote"), Some("Port vote"), &["Quay of the north"], None).as_deref(),
            Some("Port vote")
        );
    }

    #[test]
    fn texts_are_compared_without_folding_them() {
        for text in [
            "The Port, again!",
            "the  port again",
            "The Ports again",
            "The Port",
            "",
            "port again",
            "Über-See",
            "üBER SEE",
        ] {
            for other in ["The port again", "Über see", ""] {
                assert_eq!(folds_to(text, &fold(other)), fold(text) == fold(other), "{text:?} {other:?}");
            }
        }
    }

    #[test]
    fn dashes_inside_a_headline_stay() {
        let headline = "Two ships, one pier - and nobody who would pay for it in the end";
        assert_eq!(of(Some(headline), None, &[], None).as_deref(), Some(headline));
    }
}
