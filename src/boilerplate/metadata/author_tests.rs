//! Bylines of whole pages.

use crate::boilerplate::{ArticleOptions, extract_article};
use crate::context::Context;

fn authors(head: &str, byline: &str) -> Vec<String> {
    let page = format!(
        "<html lang=en><head><title>Ferry fares rise again</title>{head}</head><body><article><h1>Ferry fares rise \
         again</h1><div class=byline>{byline}</div><p>Fares on the island ferry will rise by a tenth in the spring, the \
         company said on Tuesday, and the town will not pay for it.</p><p>The mayor wants to see the books before the \
         council meets again.</p></article></body></html>"
    );
    extract_article(&page, &ArticleOptions::default(), &Context::default()).unwrap().authors
}

#[test]
fn neighbouring_elements_of_a_byline_are_its_parts() {
    for (byline, expected) in [
        ("<a href=/a>Jane Doe</a><a href=/b>Ravi Patel</a>", vec!["Jane Doe", "Ravi Patel"]),
        ("<a href=/a>Jane Doe</a> <a href=/b>Ravi Patel</a>", vec!["Jane Doe", "Ravi Patel"]),
        ("By <a href=/a>Jane Doe</a> and <a href=/b>Ravi Patel</a>", vec!["Jane Doe", "Ravi Patel"]),
        ("<a href=/a>Jane Doe</a>, <a href=/b>Ravi Patel</a>", vec!["Jane Doe", "Ravi Patel"]),
        ("<span>Jane Doe</span><span>Reuters</span>", vec!["Jane Doe"]),
        ("<span>Jane Doe</span><span>Political editor</span>", vec!["Jane Doe"]),
        ("<span>Jane Doe</span> <span>Political editor</span>", vec!["Jane Doe"]),
        ("<span>Jane</span><span>Doe</span>", vec!["Jane Doe"]),
        ("<span>By</span><a href=/a>Jane Doe</a>", vec!["Jane Doe"]),
        ("<div>Jane Doe</div><div>Reuters</div><div>Wed</div>", vec!["Jane Doe"]),
        ("Jane Doe<br>Lisbon", vec!["Jane Doe"]),
        ("<div>Reporting by Jane Doe</div><div>Editing by Ravi Patel</div>", vec!["Jane Doe"]),
    ] {
        assert_eq!(authors("", byline), expected, "{byline}");
    }
}

#[test]
fn the_agency_s_credits_at_the_end_name_who_reported() {
    assert_eq!(authors("", "</div><p>Reporting by Jane Doe; Editing by Ravi Patel</p><div>"), ["Jane Doe"]);
}

#[test]
fn a_byline_of_any_length_ends_somewhere() {
    assert!(authors("", &"<b>Jane Doe</b>".repeat(5_000)).len() <= 12);
    assert!(authors("", &format!("Jane has written of harbours {}", "for years ".repeat(50))).is_empty());
}

#[test]
fn the_site_is_an_author_only_where_nobody_is_named() {
    let head = "<meta property=og:site_name content='The Herald'><meta name=author content='The Herald'>";
    assert_eq!(authors(head, "By Jane Doe"), ["Jane Doe"]);
    assert_eq!(authors(head, "Tuesday"), ["The Herald"]);
}

#[test]
fn a_byline_names_who_wrote_where_machines_are_told_the_desk() {
    for (head, byline, expected) in [
        ("<meta name=author content='Rédaction web'>", "Par Élodie Rochat, publié le 11 juin 2026", "Élodie Rochat"),
        ("<meta name=author content='Rédaction web'>", "", "Rédaction web"),
        ("<meta name=author content='Jo Desk'>", "Posted: 21 May 2026 by Lewis Tranter", "Lewis Tranter"),
        ("", "Posted: 21 May 2026 by Lewis Tranter", "Lewis Tranter"),
        ("", "21 May 2026 · by Tom Ashdown · 4 min read", "Tom Ashdown"),
    ] {
        assert_eq!(authors(head, byline), [expected], "{head} {byline}");
    }
}

#[test]
fn names_with_particles_names_behind_marks_and_offices_of_the_house() {
    for (byline, expected) in [
        ("By Ana de la Cruz", vec!["Ana de la Cruz"]),
        ("By Kim Sato and Ilka van der Ostrand-Moe", vec!["Kim Sato", "Ilka van der Ostrand-Moe"]),
        ("Words: Ilka Ostrand", vec!["Ilka Ostrand"]),
        ("От Иван Петров", vec!["Иван Петров"]),
        ("記者・高森ゆかり", vec!["高森ゆかり"]),
        ("Opinion by Kim Sato", vec!["Kim Sato"]),
    ] {
        assert_eq!(authors("", byline), expected, "{byline}");
    }
    let site = "<meta property=og:site_name content='Norvane Post'>";
    let office = format!("{site}<meta name=author content='Norvane Post Reporter'>");
    assert_eq!(authors(&office, "By Tiffany Crake, Showbiz Editor"), ["Tiffany Crake"]);
    assert_eq!(authors(site, "By Jane Doe, Norvane Post"), ["Jane Doe"]);
    let data = "<script type=application/ld+json>{\"@type\": \"NewsArticle\", \"author\": {\"name\": \"Se&aacute;n O&#039;Neill\"}}</script>";
    assert_eq!(authors(data, ""), ["Seán O'Neill"]);
}
