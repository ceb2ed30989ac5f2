//! Pages as they come: broken, old, and in several scripts. All written for these tests.

use super::{ArticleOptions, extract_article, extract_article_bytes};
use crate::boilerplate::types::{Article, Label};
use crate::context::Context;

pub(super) fn article(html: &str) -> Article {
    extract_article(html, &ArticleOptions::default(), &Context::default()).expect("HTML never fails")
}

/// A page with a menu, the given main part, related links and a footer.
pub(super) fn page(main: &str) -> String {
    format!(
        "<!doctype html><html lang=en><head><title>Ferries return | Harbour Post</title>\
         <meta property=og:site_name content='Harbour Post'><meta property=og:type content=article></head><body>\
         <header><nav class=main-menu><ul><li><a href=/>Home</a><li><a href=/news>News</a><li><a href=/sport>Sport</a>\
         </ul></nav></header>{main}\
         <aside class='related-articles'><h3>Related articles</h3><ul><li><a href=/a>Bridge closed for repairs</a>\
         <li><a href=/b>Mayor opens new pier</a></ul></aside>\
         <footer class=site-footer><p>Copyright 2024 Harbour Post. <a href=/terms>Terms</a> <a href=/privacy>Privacy</a>\
         </footer></body></html>"
    )
}

pub(super) const FIRST: &str = "The ferry to the northern islands sailed again on Monday after three weeks of repairs, and the \
    first passengers were on board before dawn, the harbour office said.";
pub(super) const SECOND: &str = "Traders had warned that fresh fish would not reach the market in time, and several restaurants \
    had closed their kitchens until the boats came back.";
pub(super) const THIRD: &str = "The company said it would pay for lost tickets, but it did not say how long the engines would \
    last without a full overhaul in the winter.";

fn assert_clean(article: &Article) {
    for sentence in [FIRST, SECOND, THIRD] {
        assert!(article.text.contains(sentence), "{}", article.text);
    }
    for junk in ["Home", "Related articles", "Mayor opens", "Copyright", "Privacy"] {
        assert!(!article.text.contains(junk), "{junk}: {}", article.text);
    }
}

#[test]
fn a_plain_article() {
    let main =
        format!("<main><article><h1>Ferries return</h1><p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p></article></main>");
    let article = article(&page(&main));
    assert_clean(&article);
    assert_eq!(article.title.as_deref(), Some("Ferries return"));
    assert!(!article.text.contains("Ferries return"), "the title is no part of the text");
    assert_eq!(article.site.as_deref(), Some("Harbour Post"));
    assert_eq!(article.page_language.as_deref(), Some("en"));
    assert!(article.confidence > 0.5 && article.empty.is_none());
}

#[test]
fn missing_end_tags_and_stray_ones() {
    let main =
        format!("<div class=content></span><h1>Ferries return<p>{FIRST}<p>{SECOND}</b></div></p><p>{THIRD}<table>");
    let html = page(&main);
    for sentence in [FIRST, SECOND, THIRD] {
        assert!(article(&html).text.contains(sentence));
    }
}

#[test]
fn line_breaks_instead_of_paragraphs() {
    let main = format!("<div id=story><h1>Ferries return</h1>{FIRST}<br><br>{SECOND}<br/>\n<br/>{THIRD}</div>");
    let article = article(&page(&main));
    assert_clean(&article);
    let bodies = article.blocks.iter().filter(|block| block.label == Label::Body).count();
    assert!(bodies >= 3, "{:?}", article.blocks);
}

#[test]
fn tables_for_layout() {
    let html = format!(
        "<html><head><title>Ferries return</title></head><body><table width=100%><tr><td width=20%><a href=/>Home</a><br>\
         <a href=/news>News</a><br><a href=/archive>Archive</a></td><td><font size=4><b>Ferries return</b></font>\
         <p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p></td><td><a href=/ads>Advertise</a></td></tr></table></body></html>"
    );
    let article = article(&html);
    for sentence in [FIRST, SECOND, THIRD] {
        assert!(article.text.contains(sentence), "{}", article.text);
    }
    assert!(!article.text.contains("Archive"));
}

#[test]
fn tables_of_data_keep_their_rows() {
    let main = format!(
        "<article><h1>Ferries return</h1><p>{FIRST}</p><p>{SECOND}</p><table><tr><th>Route</th><th>Trips</th></tr>\
         <tr><td>North island ferry line</td><td>12 a day</td></tr><tr><td>South island ferry line</td><td>8 a day</td></tr></table><p>{THIRD}</p></article>"
    );
    let options = ArticleOptions { favor: 0.9, ..ArticleOptions::default() };
    let article = extract_article(&page(&main), &options, &Context::default()).expect("HTML never fails");
    assert!(
        article.text.contains("North island ferry line | 12 a day\nSouth island ferry line | 8 a day"),
        "{}",
        article.text
    );
}

#[test]
fn noscript_scripts_and_templates_are_not_text() {
    let main = format!(
        "<article><h1>Ferries return</h1><script>var text = '<p>Script text that must not appear.</p>';</script>\
         <style>p {{ color: red }}</style><template><p>Template text that must not appear, long as it may be.</p>\
         </template><p>{FIRST}</p><noscript><img src=pixel.gif></noscript><p>{SECOND}</p><p>{THIRD}</p></article>"
    );
    let article = article(&page(&main));
    assert_clean(&article);
    assert!(!article.text.contains("must not appear") && !article.text.contains("color"));
}

#[test]
fn a_declared_shadow_root_is_what_readers_see() {
    let main = format!(
        "<article><story-body><template shadowrootmode=open><p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p></template>\
         </story-body></article>"
    );
    assert!(article(&page(&main)).text.contains(SECOND));
}

#[test]
fn other_scripts() {
    for (lang, dir, paragraphs) in [
        (
            "de",
            "ltr",
            [
                "Die Fähre zu den nördlichen Inseln fährt seit Montag wieder, nachdem sie drei Wochen lang repariert worden war, teilte das Hafenamt mit.",
                "Händler hatten gewarnt, dass frischer Fisch nicht rechtzeitig auf den Markt komme, und mehrere Gaststätten hatten ihre Küchen geschlossen.",
            ],
        ),
        (
            "ru",
            "ltr",
            [
                "Паром на северные острова снова вышел в понедельник после трёх недель ремонта, сообщили в управлении порта, и первые пассажиры были на борту.",
                "Торговцы предупреждали, что свежая рыба не попадёт на рынок вовремя, и несколько ресторанов закрыли свои кухни до возвращения судов.",
            ],
        ),
        (
            "ar",
            "rtl",
            [
                "أبحرت العبارة إلى الجزر الشمالية مرة أخرى يوم الاثنين بعد ثلاثة أسابيع من الإصلاحات، وكان أول الركاب على متنها قبل الفجر، وفقا لمكتب الميناء.",
                "وكان التجار قد حذروا من أن الأسماك الطازجة لن تصل إلى السوق في الوقت المناسب، وأغلقت عدة مطاعم مطابخها حتى عادت القوارب.",
            ],
        ),
    ] {
        let html = format!(
            "<html lang={lang} dir={dir}><body><ul class=menu><li><a href=/1>1</a><li><a href=/2>2</a></ul>\
             <div class=article-body><p>{}</p><p>{}</p></div></body></html>",
            paragraphs[0], paragraphs[1]
        );
        let article = article(&html);
        assert_eq!(article.text, paragraphs.join("\n\n"), "{lang}");
        assert_eq!(article.page_language.as_deref(), Some(lang));
    }
}

#[test]
fn a_menu_is_no_article() {
    let links: String = (0..6).map(|at| format!("<li><a href=/{at}>Go {at}</a>")).collect();
    let got = article(&format!("<nav><ul>{links}</ul></nav>"));
    assert_eq!(got.text, "");
    assert!(got.empty.is_some() && got.blocks.is_empty() && got.confidence == 0.0);
    assert_eq!(article("").empty, Some("the page has no text"));
}

#[test]
fn metadata_of_all_kinds() {
    let html = r##"<html lang="en-GB"><head><title>Ferries return - Harbour Post</title>
        <link rel="canonical" href="https://harbour.example/2024/03/05/ferries">
        <meta property="og:image" content="https://harbour.example/f.jpg"><meta name="description" content="Boats are back.">
        <script type="application/ld+json">{"@context": "https://schema.org", "@graph": [{"@type": "NewsArticle",
        "headline": "Ferries return", "datePublished": "2024-03-05T08:30:00+0100", "dateModified": "2024-03-06",
        "author": [{"@type": "Person", "name": "By Jane Doe"}, {"@id": "#ravi"}], "publisher": {"name": "Harbour Post"}},
        {"@type": "Person", "@id": "#ravi", "name": "Ravi Patel, Senior Correspondent"}]}</script></head>
        <body><h1>Ferries return</h1></body></html>"##;
    let got = article(html);
    assert_eq!(got.title.as_deref(), Some("Ferries return"));
    assert_eq!(got.authors, ["Jane Doe", "Ravi Patel"]);
    assert_eq!(got.published.as_deref(), Some("2024-03-05T08:30:00+01:00"));
    assert_eq!(got.modified.as_deref(), Some("2024-03-06"));
    assert_eq!(got.site.as_deref(), Some("Harbour Post"));
    assert_eq!(got.url.as_deref(), Some("https://harbour.example/2024/03/05/ferries"));
    assert_eq!(got.image.as_deref(), Some("https://harbour.example/f.jpg"));
    assert_eq!(got.description.as_deref(), Some("Boats are back."));
    assert_eq!(got.page_language.as_deref(), Some("en-GB"));
}

#[test]
fn byline_and_date_that_only_readers_see() {
    let main = format!(
        "<article><h1>Ferries return</h1><div>By Jane Doe and Ravi Patel</div><div>Tuesday, March 5, 2024</div>\
         <p>{FIRST}</p><p>{SECOND}</p></article>"
    );
    let got = article(&page(&main));
    assert_eq!(got.authors, ["Jane Doe", "Ravi Patel"]);
    assert_eq!(got.published.as_deref(), Some("2024-03-05"));
}

#[test]
fn pages_that_a_script_would_fill_keep_what_noscript_says() {
    let main = format!("<div id=app></div><noscript><div class=story><p>{FIRST}</p><p>{SECOND}</p></div></noscript>");
    assert!(article(&page(&main)).text.contains(SECOND));
}

#[test]
fn frames_and_layout_of_an_old_content_management_system() {
    let html = "<HTML><HEAD><TITLE>Ferries return</TITLE></HEAD><FRAMESET cols='20%,80%'><FRAME src=menu.htm><FRAME src=main.htm>\
         <NOFRAMES><BODY><P>Your browser shows no frames.</P></BODY></NOFRAMES></FRAMESET></HTML>";
    assert_eq!(article(html).text, "");
    let nested = format!(
        "<html><body bgcolor=white><center><table><tr><td><table cellpadding=3><tr><td><font face=Arial size=2><b>\
         <a href=index.asp>Home</a> | <a href=news.asp>News</a> | <a href=links.asp>Links</a></b></font></td></tr></table>\
         <tr><td><table><tr><td valign=top><font size=2>{FIRST}<br><br>{SECOND}<br><br>{THIRD}</font></td></tr></table>\
         <tr><td align=center><font size=1>&copy; 2001 Harbour Post. All rights reserved.</font></table></center></body>"
    );
    let got = article(&nested);
    assert!(got.text.contains(FIRST) && got.text.contains(SECOND) && got.text.contains(THIRD), "{}", got.text);
    assert!(!got.text.contains("Links") && !got.text.contains("rights reserved"), "{}", got.text);
}

#[test]
fn tiny_pages_lose_their_menu_and_their_notice_of_rights() {
    for (menu, notice) in [
        ("<a href=/>Home</a> | <a href=/n>News</a> | <a href=/c>Contact</a>", "© 2024 Harbour Post"),
        ("<ul><li><a href=/>Start</a><li><a href=/n>Nachrichten</a></ul>", "Alle Rechte vorbehalten."),
        ("<p><a href=/>Accueil</a> <a href=/n>Actualités</a></p>", "Copyright 2024 Le Port. Tous droits réservés."),
    ] {
        let got = article(&format!("<body>{menu}<h2>Ferries return</h2><p>{FIRST}</p><p>{SECOND}</p><p>{notice}</p>"));
        assert!(got.text.contains(FIRST) && got.text.contains(SECOND), "{}", got.text);
        assert!(!got.text.contains(notice), "{}", got.text);
        assert!(["Contact", "Nachrichten", "Actualités"].iter().all(|word| !got.text.contains(word)), "{}", got.text);
    }
    // A sentence about rights is no notice, wherever it stands between others.
    let got = article(&format!(
        "<body><p>{FIRST}</p><p>The copyright in the old maps belongs to the town.</p><p>{SECOND}</p>"
    ));
    assert!(got.text.contains("old maps"), "{}", got.text);
}

#[test]
fn the_first_publication_counts_where_a_page_tells_of_it() {
    let data = r#"<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2024-03-05"}</script>"#;
    for (note, expected) in [
        ("This article was originally published on 4 May 2019 and has been updated.", "2019-05-04"),
        ("Zuerst veröffentlicht am 4. Mai 2019.", "2019-05-04"),
        ("Впервые опубликовано 4 мая 2019 года.", "2019-05-04"),
        ("Originally published on 4 March 2024.", "2024-03-05"),
    ] {
        let main =
            format!("{data}<article><h1>Ferries return</h1><p>{FIRST}</p><p>{SECOND}</p><p>{note}</p></article>");
        assert_eq!(article(&page(&main)).published.as_deref(), Some(expected), "{note}");
    }
    let main =
        format!("{data}<article><h1>Ferries return</h1><p>{FIRST}</p></article><p>Last updated: 6 April 2024</p>");
    assert_eq!(article(&page(&main)).modified.as_deref(), Some("2024-04-06"));
}

#[test]
fn markup_that_is_broken_in_the_middle() {
    for broken in [
        "<p class='lead>",
        "<div <p>",
        "<a href='x'><a href='y'>",
        "<![endif]-->",
        "<!-- never closed <b>",
        "</body></html>",
        "<table><p>",
        "&#xFFFFFFFF;&bogus;",
    ] {
        let main =
            format!("<article><h1>Ferries return</h1><p>{FIRST}</p><p>{SECOND}</p>{broken}<p>{THIRD}</p></article>");
        let got = article(&page(&main));
        assert!(got.text.contains(FIRST) && got.text.contains(SECOND), "{broken}: {}", got.text);
    }
}

#[test]
fn blocks_cover_the_text_in_order() {
    let main = format!("<article><h1>Ferries</h1><p>{FIRST}</p><ul><li>{SECOND}</li><li>{THIRD}</li></ul></article>");
    let got = article(&page(&main));
    let mut end = 0;
    for block in &got.blocks {
        assert!(block.span.start >= end && !block.span.of(&got.text).is_empty());
        assert!(got.text[end..block.span.start].trim().is_empty());
        end = block.span.end;
    }
    assert_eq!(end, got.text.len());
}

#[test]
fn bytes_with_their_own_encoding() {
    let text = "<meta charset=windows-1251><article><p>Паром на северные острова снова вышел в понедельник после трёх \
        недель ремонта, сообщили в управлении порта, и первые пассажиры были на борту.</p></article>";
    let (bytes, ..) = encoding_rs::WINDOWS_1251.encode(text);
    let got = extract_article_bytes(&bytes, None, &ArticleOptions::default(), &Context::default()).unwrap();
    assert!(got.text.starts_with("Паром на северные"));
}
