//! What callers can ask for beside the text: places in the page, links, comments, tables, Markdown.

use super::tests::{FIRST, SECOND, THIRD, article, page};
use super::{ArticleOptions, extract_article};
use crate::boilerplate::types::{Article, Label};
use crate::context::Context;

pub(super) fn with(html: &str, options: &ArticleOptions) -> Article {
    extract_article(html, options, &Context::default()).expect("HTML never fails")
}

#[test]
fn blocks_know_their_place_in_the_page() {
    let main = format!(
        "<article><h1>Ferries return</h1><p>{FIRST}</p><p>  Fish &amp; <b>chips</b> came back, too, the traders said on \
         Monday, and so did the tourists.\n</p><ul><li>{SECOND}</li></ul><p>{THIRD}</p></article>"
    );
    let html = page(&main);
    let got = article(&html);
    let of = |words: &str| got.blocks.iter().find(|block| block.span.of(&got.text).contains(words)).expect(words);
    assert_eq!(of("before dawn").source.of(&html), FIRST);
    let fish = of("chips").source.of(&html);
    assert!(fish.starts_with("Fish &amp; <b>chips</b>") && fish.ends_with("tourists."), "{fish}");
    assert_eq!(of("Traders").source.of(&html), SECOND);
    assert_eq!(of("Traders").label, Label::List);
}

#[test]
fn places_of_a_page_that_was_misread() {
    let meant =
        page(&format!("<article><p>{FIRST} «Sehr schön», sagte er, „über alles“.</p><p>{SECOND}</p></article>"));
    let misread: String = meant.bytes().map(char::from).collect();
    let got = article(&misread);
    assert!(got.text.contains("«Sehr schön»"), "{}", got.text);
    let block = got.blocks.iter().find(|block| block.span.of(&got.text) == SECOND).expect("the second paragraph");
    assert_eq!(block.source.of(&misread), SECOND);
}

#[test]
fn all_other_blocks_are_listed_when_asked_for() {
    let main = format!(
        "<article><h1>Ferries return</h1><p class=byline>By Jane Doe</p><time>March 5, 2024</time><p>{FIRST}</p>\
         <p>{SECOND}</p></article>"
    );
    let html = page(&main);
    assert!(article(&html).dropped.is_empty());
    let got = with(&html, &ArticleOptions { dropped: true, ..ArticleOptions::default() });
    let label = |words: &str| got.dropped.iter().find(|block| block.text.contains(words)).map(|block| block.label);
    assert_eq!(label("Ferries return"), Some(Label::Title));
    assert_eq!(label("Mayor opens"), Some(Label::Boilerplate));
    let credits: Vec<(&str, Label)> = (got.dropped.iter().map(|block| (block.text.as_str(), block.label)))
        .chain(got.blocks.iter().map(|block| (block.span.of(&got.text), block.label)))
        .collect();
    assert!(credits.contains(&("By Jane Doe", Label::Byline)), "{credits:?}");
    assert!(credits.contains(&("March 5, 2024", Label::Date)), "{credits:?}");
}

#[test]
fn links_lead_where_the_page_says() {
    let main = format!(
        "<article><p>{FIRST} The <a href='/notice?id=1&amp;x=2'>notice\n of the port</a> says <a href='#top'>more</a>.</p>\
         <a href=other.html><p>{SECOND}</p><p>{THIRD}</p></a></article>"
    );
    let html = page(&main);
    assert!(article(&html).links.is_empty());
    let url = Some("https://harbour.example/news/ferry".to_owned());
    let options = ArticleOptions { links: true, url, ..ArticleOptions::default() };
    let got = with(&html, &options);
    let links: Vec<(&str, &str)> = got.links.iter().map(|link| (link.span.of(&got.text), link.url.as_str())).collect();
    assert_eq!(links[0], ("notice of the port", "https://harbour.example/notice?id=1&x=2"), "{links:?}");
    assert!(links[1..].iter().all(|link| link.1 == "https://harbour.example/news/other.html"), "{links:?}");
    assert!(got.to_markdown().contains("The [notice of the port](https://harbour.example/notice?id=1&x=2) says more."));
}

#[test]
fn comments_are_blocks_of_their_own_when_asked_for() {
    let comments = "<section class=comments-area id=comments><h3>2 comments</h3><div class=comment><b>Ann</b><p>I was on \
        board, and it was a rough crossing indeed.</p></div><div class=comment><p>Good news, at last, for the islands.</p>\
        </div><form><p>Leave a comment, but be polite, please.</p></form></section>";
    let html = page(&format!("<article><p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p></article>{comments}"));
    let got = with(&html, &ArticleOptions { comments: true, ..ArticleOptions::default() });
    let said: Vec<&str> =
        got.blocks.iter().filter(|block| block.label == Label::Comment).map(|block| block.span.of(&got.text)).collect();
    let plain = article(&html);
    for words in ["rough crossing", "Good news"] {
        assert!(said.iter().any(|text| text.contains(words)) || plain.text.contains(words), "{}", got.text);
    }
    assert!(!got.text.contains("be polite"));
}

#[test]
fn tables_can_be_left_out() {
    let main = format!(
        "<article><p>{FIRST}</p><p>{SECOND}</p><table><tr><td>North island ferry line</td><td>12 a day</td></tr></table>\
         <p>{THIRD}</p></article>"
    );
    let got = with(&page(&main), &ArticleOptions { tables: false, ..ArticleOptions::default() });
    assert!(got.text.contains(THIRD) && !got.text.contains("12 a day"));
}

#[test]
fn favouring_recall_gives_a_superset() {
    let main = format!(
        "<article><p>{FIRST}</p><div class=teaser><p>Our letter brings you the news of the harbour, every day.</p></div>\
         <p>{SECOND}</p><ul><li>More: the boats</li></ul></article>"
    );
    let html = page(&main);
    let blocks = |favor: f32| -> Vec<String> {
        let got = with(&html, &ArticleOptions { favor, ..ArticleOptions::default() });
        got.blocks.iter().map(|block| block.span.of(&got.text).to_owned()).collect()
    };
    let runs: Vec<Vec<String>> = [0.0, 0.3, 0.5, 0.8, 1.0].into_iter().map(blocks).collect();
    for pair in runs.windows(2) {
        assert!(pair[0].iter().all(|block| pair[1].contains(block)), "{pair:?}");
    }
    assert!(runs[4].len() > runs[0].len(), "{runs:?}");
}

#[test]
fn structure_comes_out_as_markdown() {
    let main = format!(
        "<article><h1>Ferries return</h1><p>{FIRST}</p><h2>What it costs</h2><ol><li>Adults pay 12 * 2 crowns for a return \
         ticket.</li><li>Children under six travel for nothing at all.</li></ol><blockquote><p>{SECOND}</p></blockquote>\
         <table><tr><th>Route</th><th>Trips</th></tr><tr><td>North island ferry line</td><td>12 a day</td></tr></table>\
         <p>{THIRD}</p></article>"
    );
    let got = with(&page(&main), &ArticleOptions { favor: 0.9, ..ArticleOptions::default() }).to_markdown();
    for part in [
        "# Ferries return\n\nThe ferry",
        "\n\n## What it costs\n\n1. Adults pay 12 \\* 2 crowns for a return ticket.\n2. Children under six",
        "\n\n> Traders had warned",
        "\n\n| Route | Trips |\n| --- | --- |\n| North island ferry line | 12 a day |\n\nThe company",
    ] {
        assert!(got.contains(part), "{part:?} in {got}");
    }
}

#[test]
fn the_data_for_search_engines_is_given_as_it_stands() {
    let data = r#"{"@type": "NewsArticle", "headline": "Ferries return"}"#;
    let html = format!("<script type=application/ld+json>\n{data}\n</script><script>var x;</script><p>{FIRST}</p>");
    assert_eq!(article(&html).json_ld, [data]);
}

#[test]
fn what_a_page_says_twice_is_read_once() {
    let main = format!(
        "<article><h1>Ferries return</h1><div class=mobile><p>{FIRST}</p></div><div class=desktop><p>{FIRST}</p></div>\
         <p>{SECOND}</p><p>{THIRD}</p><p>{SECOND}</p></article>"
    );
    let html = page(&main);
    let got = with(&html, &ArticleOptions { dropped: true, ..ArticleOptions::default() });
    for text in [FIRST, SECOND, THIRD] {
        assert_eq!(got.text.matches(text).count(), 1, "{}", got.text);
    }
    assert!(got.text.find(SECOND) < got.text.find(THIRD));
    assert_eq!(got.dropped.iter().filter(|block| [FIRST, SECOND].contains(&block.text.as_str())).count(), 2);
}

#[test]
fn answers_announcements_sources_and_single_lines_may_be_said_again() {
    let quotation =
        |words: &str| format!("<blockquote><p>“{words}”</p><cite>Ida Holm, mayor of Varn</cite></blockquote>");
    let main = format!(
        "<article><h1>Ferries return</h1><p>{FIRST}</p><p>Yes, I do.</p><p>On Monday evening she also told the council:</p>\
         {}<p>{SECOND}</p><p>Yes, I do.</p><p>On Monday evening she also told the council:</p>{}<p>{THIRD}</p></article>",
        quotation("The wall was old, and we all knew it."),
        quotation("Nobody should have to wait for a ship again.")
    );
    let got = article(&page(&main));
    for line in ["On Monday evening she also told the council:", "Ida Holm, mayor of Varn"] {
        assert_eq!(got.text.matches(line).count(), 2, "{line}: {}", got.text);
    }
}

#[test]
fn who_wrote_a_comment_stands_over_it() {
    let post = |name: &str, words: &str| {
        format!(
            "<li class=comment>{name}<div class=meta>5 March 2026</div><div class=comment-body><p>{words}</p></div><a href=#>Reply</a></li>"
        )
    };
    let (one, other) = (
        "I take that ferry every week, and it is always late.",
        "Good news for the islands, at last, and for all of us.",
    );
    let posts = post("<div class=comment-author>Bea Lund</div>", one) + &post("<cite>harbourfan</cite>", other);
    let html = format!(
        "<article><h1>Ferries return</h1><p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p></article><section class=comments>\
         <h2>2 Comments</h2><ol>{posts}</ol></section>"
    );
    let options = ArticleOptions { comments: true, ..ArticleOptions::default() };
    let got = extract_article(&page(&html), &options, &Context::default()).expect("HTML never fails");
    let said: Vec<&str> =
        got.blocks.iter().filter(|block| block.label == Label::Comment).map(|block| block.span.of(&got.text)).collect();
    assert_eq!(said, ["Bea Lund", one, "harbourfan", other]);
    assert!(!article(&page(&html)).text.contains("Bea Lund"));
}
