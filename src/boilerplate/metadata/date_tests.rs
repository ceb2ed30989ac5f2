//! Dates of whole pages.

use crate::boilerplate::types::Article;
use crate::boilerplate::{ArticleOptions, extract_article};
use crate::context::Context;

/// The first paragraph is longer than anything between a headline and its date line.
const TEXT: &str = "<p>Fares on the island ferry will rise by a tenth in the spring, the company said on Tuesday, and the \
     town will not pay for it. Fuel has become dearer, the company wrote to the mayor, and fewer people cross to the \
     islands in the cold months than before, so that each of them has to pay for more of the crew.</p>\
     <p>The mayor wants to see the books before the council meets again.</p>";

/// A page with things in its head, a line below its headline, and things at its end.
fn page(html: &str, head: &str, line: &str, end: &str) -> Article {
    let page = format!(
        "<html {html}><head><title>Ferry fares rise again</title>{head}</head><body><article>\
         <h1>Ferry fares rise again</h1><p>{line}</p>{TEXT}</article><footer><p>{end}</p></footer></body></html>"
    );
    extract_article(&page, &ArticleOptions::default(), &Context::default()).unwrap()
}

#[test]
fn a_date_that_can_be_read_both_ways_is_none_where_nothing_tells() {
    for (html, head) in [
        ("", ""),
        ("lang=en", ""),
        ("lang=en", "<link rel=canonical href='https://post.example.com/fares'>"),
        ("lang=en-CA", ""),
        ("lang=en", "<meta name=date content='3/4/2025'>"),
    ] {
        let got = page(html, head, "Updated 03/04/2025", "");
        assert_eq!((got.published, got.modified), (None, None), "{html} {head}");
    }
    assert_eq!(page("lang=en", "", "Updated 04/04/2025", "").modified.as_deref(), Some("2025-04-04"));
    assert_eq!(page("lang=en", "", "Updated 03.04.2025", "").modified.as_deref(), Some("2025-04-03"));
}

#[test]
fn such_a_date_is_read_as_the_page_s_country_or_its_other_dates_tell() {
    let canonical = |url| format!("<link rel=canonical href='{url}'>");
    let (american, british) = (Some("2025-03-04"), Some("2025-04-03"));
    for (html, head, end, expected) in [
        ("lang=en-US", String::new(), "", american),
        ("lang=en-GB", String::new(), "", british),
        ("lang=fr", String::new(), "", british),
        ("lang=en", "<meta property=og:locale content=en_US>".into(), "", american),
        ("lang=en", "<meta property=og:locale content=en_GB>".into(), "", british),
        ("lang=en", canonical("https://post.co.uk/fares"), "", british),
        ("lang=en", canonical("https://harbour.gov/fares"), "", american),
        ("lang=en", String::new(), "Next sailing: 03/28/2025", american),
        ("lang=en", String::new(), "Next sailing: 28/03/2025", british),
        ("lang=en-GB", String::new(), "Next sailing: 03/28/2025", american),
        ("lang=en", "<meta property=article:published_time content='2025-03-04T10:00:00Z'>".into(), "", american),
        ("lang=en", "<meta property=article:published_time content='2025-04-03T10:00:00Z'>".into(), "", british),
        ("lang=en", String::new(), "First told on March 2, 2025", american),
        ("lang=en", String::new(), "First told on 2 March 2025", british),
        ("lang=en", String::new(), "Sailings on 28/03/2025 and 03/28/2025", None),
    ] {
        let got = page(html, &head, "Updated 03/04/2025", end);
        assert_eq!(got.modified.as_deref(), expected, "{html} {head} {end}");
    }
}

#[test]
fn line_and_address_know_the_outlet_s_own_day() {
    let head = "<link rel=canonical href='https://post.example/2025/12/18/fares'>\
                <meta property=article:published_time content='2025-12-19T03:05:00+00:00'>";
    let got = page("lang=en-US", head, "Posted on December 18, 2025", "");
    assert_eq!(got.published.as_deref(), Some("2025-12-18"));
    let line = "<time datetime='2025-12-18T19:05:00-08:00'>December 18, 2025</time>";
    assert_eq!(page("lang=en-US", head, line, "").published.as_deref(), Some("2025-12-18T19:05:00-08:00"));
    // One of the two may be the day in another zone.
    let alone = head.replace("/2025/12/18/", "/");
    assert_eq!(
        page("lang=en-US", &alone, "Posted on December 18, 2025", "").published.as_deref(),
        Some("2025-12-19T03:05:00+00:00")
    );
}

#[test]
fn a_day_on_which_the_stated_moment_falls_nowhere_is_another_date() {
    let head = "<meta property=article:published_time content='2025-12-19T22:02:58Z'>";
    assert_eq!(page("lang=en", head, "Dec 18, 2025", "").published.as_deref(), Some("2025-12-18"));
    assert_eq!(page("lang=en", head, "Dec 20, 2025", "").published.as_deref(), Some("2025-12-19T22:02:58Z"));
}

#[test]
fn a_page_that_is_stamped_when_it_is_served_is_as_old_as_it_says() {
    let head = "<script type=application/ld+json>{\"@type\":\"Article\",\"datePublished\":\"2025-11-29T12:28:31-05:00\",\
                \"dateModified\":\"2025-11-29T12:28:31-05:00\"}</script>";
    let got = page("lang=en", head, "By Jane Doe", "Published August 13, 2025");
    assert_eq!(got.published.as_deref(), Some("2025-08-13"));
    // The days of other articles are no evidence, nor is a last change that is later.
    let stamped = Some("2025-11-29T12:28:31-05:00");
    let others = "Published August 13, 2025</p><p>Published August 14, 2025";
    assert_eq!(page("lang=en", head, "By Jane Doe", others).published.as_deref(), stamped);
    let changed = head.replacen("\"dateModified\":\"2025-11-29", "\"dateModified\":\"2025-11-30", 1);
    assert_eq!(page("lang=en", &changed, "By Jane Doe", "Published August 13, 2025").published.as_deref(), stamped);
}

#[test]
fn the_day_of_a_preprint_is_not_the_article_s() {
    let head = "<meta name=citation_date content=2019-06-25>";
    let line = "Preprints of this paper are available at preprints.example, first published April 4, 2019";
    assert_eq!(page("lang=en", head, line, "").published.as_deref(), Some("2019-06-25"));
    let line = "This paper was first published April 4, 2019";
    assert_eq!(page("lang=en", head, line, "").published.as_deref(), Some("2019-04-04"));
}

#[test]
fn a_day_that_readers_see_keeps_the_time_that_machines_are_told() {
    let exact = "<time datetime='2025-02-11T12:20:00+01:00'>Feb 11, 2025</time>";
    let others = "<time datetime='2025-02-11T07:00:00+01:00'>Feb 11, 2025</time>";
    assert_eq!(page("lang=en", "", exact, others).published.as_deref(), Some("2025-02-11T12:20:00+01:00"));
    let other_day = "<time datetime='2025-02-13T12:20:00+01:00'>Feb 13, 2025</time>";
    assert_eq!(page("lang=en", "", "Feb 11, 2025", other_day).published.as_deref(), Some("2025-02-11"));
}

#[test]
fn the_time_right_beside_a_visible_date_is_read() {
    for (line, expected) in [
        ("Sat 7 Mar 2026 09.00 GMT", "2026-03-07T09:00:00Z"),
        ("Published 9:15 p.m. EST, Wed February 25, 2026", "2026-02-25T21:15:00-05:00"),
        ("March 4, 2026 6:30 PM ET", "2026-03-04T18:30:00-05:00"),
        ("March 14, 2026 6:30 PM ET", "2026-03-14T18:30:00-04:00"),
        ("Jan. 9, 2020 4:15 PM EST", "2020-01-09T16:15:00-05:00"),
        ("2021年06月28日 09:32", "2021-06-28T09:32:00"),
        ("Published 9 January 2020, 16:15", "2020-01-09T16:15:00"),
    ] {
        assert_eq!(page("lang=en", "", line, "").published.as_deref(), Some(expected), "{line}");
    }
    // What machines are told of the same day stays.
    let head = "<meta property=article:published_time content='2020-01-09T21:15:00Z'>";
    let got = page("lang=en", head, "Jan. 9, 2020 4:15 PM", "");
    assert_eq!(got.published.as_deref(), Some("2020-01-09T21:15:00Z"));
}

#[test]
fn houses_names_for_the_day_of_publication_are_known() {
    for head in [
        "<meta property=article:published content='2026-03-11T09:00:00Z'>",
        "<meta name=publish-date content='Wed Mar 11 09:00:00 UTC 2026'>",
    ] {
        assert_eq!(page("lang=en", head, "", "").published.as_deref(), Some("2026-03-11T09:00:00Z"), "{head}");
    }
}

#[test]
fn a_date_of_which_a_sentence_tells_is_not_that_of_the_page() {
    for line in [
        "The ferry was built on 3 May 1998.",
        "The next hearing is on 12 August 2031.",
        "Am 3. Mai 1998 lief das Schiff vom Stapel.",
    ] {
        assert_eq!(page("", "", line, "").published, None, "{line}");
    }
    for line in ["3 May 2024", "Published on 3 May 2024.", "Friday, 3 May 2024, at 9 a.m."] {
        let published = page("", "", line, "").published;
        assert!(published.is_some_and(|day| day.starts_with("2024-05-03")), "{line}");
    }
}
