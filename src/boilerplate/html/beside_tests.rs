//! What stands beside the running text of a short page: credits, advertising, comments, whose words a quotation is, tables.

use super::options_tests::with;
use super::tests::article;
use super::{ArticleOptions, tests::page};
use crate::boilerplate::types::{Article, Label};

/// A page as small papers make them, in German.
fn german(inside: &str, behind: &str) -> String {
    format!(
        "<!doctype html><html lang=de><head><title>Schleuse in Varn gesperrt | Inselbote</title>\
         <script type=application/ld+json>{{\"@type\": \"NewsArticle\", \"headline\": \"Schleuse in Varn gesperrt\", \
         \"datePublished\": \"2026-02-11T17:05:00+01:00\", \"author\": [{{\"@type\": \"Person\", \"name\": \"Tilda Maas\"}}, \
         {{\"@type\": \"Person\", \"name\": \"Ole Brink\"}}]}}</script></head><body><header><nav><ul><li><a href=/>Start</a>\
         <li><a href=/abo>Abo</a></ul></nav></header><main><article><h1>Schleuse in Varn gesperrt</h1>\
         <p class=byline>Von Tilda Maas und Ole Brink</p><time datetime=2026-02-11T17:05:00+01:00>11. Februar 2026, 17:05 Uhr\
         </time><p><strong>Die Schleuse von Varn ist seit Mittwoch gesperrt. Zwölf Frachter liegen im Kanal fest.</strong></p>\
         <p>Ein Tor habe sich verkantet, sagte Hafenmeisterin Rike Sande. „Vor Freitag wird hier nichts fahren“, so Sande.</p>\
         {inside}<p>Die Reeder rechnen damit, dass die Sperrung sie eine halbe Million Euro kostet.</p></article>{behind}</main>\
         <footer><a href=/impressum>Impressum</a> © 2026 Inselbote</footer></body></html>"
    )
}

fn assert_story(got: &Article) {
    for sentence in ["Die Schleuse von Varn ist", "Ein Tor habe sich", "Die Reeder rechnen"] {
        assert!(got.text.contains(sentence), "{sentence}: {}", got.text);
    }
}

const COMMENTS: &str = "<section id=kommentare><h2>2 Kommentare</h2><div class=comment><span class=author>Fischkopp</span>\
    <p>Das war doch seit Jahren bekannt, und keiner tut etwas!</p></div><div class=comment><span class=author>Gesa</span>\
    <p>Meine Schwester wartet dort seit gestern, mit zwei Kindern.</p></div></section>";

#[test]
fn comments_behind_the_article_are_no_text_and_come_when_asked_for() {
    let html = german("", COMMENTS);
    let plain = article(&html);
    assert_story(&plain);
    for words in ["Kommentare", "seit Jahren bekannt", "Meine Schwester", "Gesa"] {
        assert!(!plain.text.contains(words), "{words}: {}", plain.text);
    }
    let got = with(&html, &ArticleOptions { comments: true, ..ArticleOptions::default() });
    assert_story(&got);
    let comments = got.blocks.iter().filter(|block| block.label == Label::Comment);
    let said: Vec<&str> = comments.map(|block| block.span.of(&got.text)).collect();
    let [name, one, other_name, other] = said[..] else { panic!("{said:?}") };
    assert_eq!([name, other_name], ["Fischkopp", "Gesa"]);
    assert!(one.contains("seit Jahren bekannt") && other.contains("Meine Schwester"), "{said:?}");
}

#[test]
fn an_article_that_is_called_a_comment_is_one_all_the_same() {
    let html = german("", "").replace("<article>", "<article class='post comment-open'>");
    assert_story(&article(&html));
}

#[test]
fn advertising_inside_the_article_goes() {
    for ad in [
        "<div class=ad>Anzeige <p>Jetzt drei Monate lesen für nur einen Euro!</p></div>",
        "<div id=Ad-1><p>Die neue Winterjacke, warm und leicht, jetzt im Angebot.</p></div>",
        "<aside class='werbung gross'>Anzeige<br>Fähre und Hotel, zwei Nächte, ab 99 Euro.</aside>",
    ] {
        let got = article(&german(ad, ""));
        assert_story(&got);
        for words in ["Anzeige", "Jetzt drei", "Winterjacke", "Hotel"] {
            assert!(!got.text.contains(words), "{words}: {}", got.text);
        }
    }
    // A layout that is prepared for advertising is none.
    assert_story(&article(&german("", "").replace("<body>", "<body class='ads ad-free'>")));
}

#[test]
fn picture_credits_and_links_between_the_paragraphs_are_no_text() {
    for (label, aside) in [
        (Label::Caption, "Foto: Jon Reiter/NordFoto"),
        (Label::Caption, "Symbolbild: Kanalbehörde"),
        (Label::Boilerplate, "Lesen Sie auch: Warum die Schleusen so alt sind"),
        (Label::Boilerplate, "Mehr zum Thema"),
    ] {
        let html = german(&format!("<p>{aside}</p>"), "");
        let got = with(&html, &ArticleOptions { dropped: true, ..ArticleOptions::default() });
        assert_story(&got);
        assert!(!got.text.contains(aside), "{aside}: {}", got.text);
        assert!(got.dropped.iter().any(|block| block.label == label && block.text == aside), "{:?}", got.dropped);
    }
    for sentence in ["Foto und Film zeigen den Schaden am Tor.", "„Lesen Sie auch das Gutachten“, sagte Sande."] {
        let got = article(&german(&format!("<p>{sentence}</p>"), ""));
        assert!(got.text.contains(sentence), "{sentence}: {}", got.text);
    }
}

#[test]
fn a_line_of_name_and_date_names_the_author() {
    let page = |line: &str| {
        format!(
            "<title>Lock closed</title><h1>Lock closed</h1><div>{line}</div><p>The lock of Varn has been closed since \
             Wednesday, and twelve ships are stuck in the canal.</p><p>Nothing will move before Friday, the harbour \
             master said, and the owners count their losses.</p>"
        )
    };
    assert_eq!(article(&page("Leo Farrant | Published 12 Mar 2025")).authors, ["Leo Farrant"]);
    assert_eq!(article(&page("Leo Farrant • 12 March 2025")).authors, ["Leo Farrant"]);
    for line in ["World News | Published", "Lock 4 Closed | 12 Mar 2025", "Flood | 12 Mar 2025"] {
        assert!(article(&page(line)).authors.is_empty(), "{line}");
    }
}

#[test]
fn byline_and_date_line_are_no_text() {
    let html = german("", "");
    let got = with(&html, &ArticleOptions { dropped: true, ..ArticleOptions::default() });
    assert_story(&got);
    assert!(got.text.starts_with("Die Schleuse von Varn"), "{}", got.text);
    for (label, words) in
        [(Label::Byline, "Von Tilda Maas und Ole Brink"), (Label::Date, "11. Februar 2026, 17:05 Uhr")]
    {
        assert!(got.dropped.iter().any(|block| block.label == label && block.text == words), "{:?}", got.dropped);
    }
    // A sentence about the author is none.
    let got = article(&german("<p>Tilda Maas war selbst an Bord eines der Frachter.</p>", ""));
    assert!(got.text.contains("selbst an Bord"), "{}", got.text);
}

#[test]
fn a_quotation_keeps_whose_words_it_is() {
    for quotation in [
        "<blockquote><p>„Das Tor war alt.“</p><cite>Rike Sande, Hafenmeisterin</cite></blockquote>",
        "<blockquote><p>„Das Tor war alt.“</p><footer>Rike Sande, Hafenmeisterin</footer></blockquote>",
        "<blockquote><p>„Das Tor war alt.“</p>— Rike Sande, Hafenmeisterin</blockquote>",
        "<blockquote>„Das Tor war alt.“</blockquote><cite>Rike Sande, Hafenmeisterin</cite>",
        "<figure><blockquote><p>„Das Tor war alt.“</p></blockquote><figcaption>Rike Sande, Hafenmeisterin</figcaption></figure>",
    ] {
        let got = article(&german(quotation, ""));
        assert_story(&got);
        let quote = got.blocks.iter().find(|block| block.label == Label::Quote).expect(quotation);
        let lines: Vec<&str> = quote.span.of(&got.text).lines().map(|line| line.trim_start_matches("— ")).collect();
        assert_eq!(lines, ["„Das Tor war alt.“", "Rike Sande, Hafenmeisterin"], "{quotation}");
        assert!(got.to_markdown().contains("> „Das Tor war alt.“"), "{}", got.to_markdown());
    }
}

#[test]
fn a_table_keeps_its_header() {
    let table = "<table><caption>Sperrungen</caption><tr><th>Jahr</th><th>Tage</th></tr><tr><td>2019</td><td>3</td></tr>\
        <tr><td>2024</td><td>11</td></tr></table>";
    let got = article(&german(table, ""));
    assert_story(&got);
    assert!(got.text.contains("Jahr | Tage\n2019 | 3\n2024 | 11"), "{}", got.text);
}

#[test]
fn a_page_of_teasers_is_a_listing() {
    let teasers = [
        ("Schleuse von Varn gesperrt", "Zwölf Frachter liegen im Kanal fest."),
        ("Rat beschließt den Haushalt", "Der Haushalt für 2027 wurde mit einer Stimme Mehrheit angenommen."),
        ("Sturmwarnung für die Küste", "Böen von bis zu 110 Kilometern in der Stunde sind möglich."),
        ("Neue Fähre kommt später", "Sie soll im Mai statt im März fahren."),
        ("Schule gewinnt einen Preis", "Schüler bauten eine Maschine, die Müll trennt."),
    ];
    let cards: String = teasers
        .iter()
        .map(|(title, words)| format!("<div class=teaser><h2><a href=/x>{title}</a></h2><p>{words}</p></div>"))
        .collect();
    let html = format!(
        "<!doctype html><html lang=de><head><title>Region - Inselbote</title></head><body><nav><a href=/>Start</a></nav>\
         <main><h1>Region</h1>{cards}</main><footer>Impressum</footer></body></html>"
    );
    assert_eq!(article(&html).page_type, Some("listing"));
    // An article with teasers behind it is an article.
    assert_eq!(article(&page(&format!("{}{cards}", german("", "")))).page_type, Some("article"));
}

#[test]
fn a_short_page_that_names_its_writer_and_its_day_is_an_article() {
    let page = |credits: &str, links: &str| {
        format!(
            "<h1>Hafen verschiebt Brückenbau</h1>{credits}<img src=x><p>Foto: Ida Berg</p><p>Der Hafenrat hat seine \
             Entscheidung über die neue Brücke auf den Sommer verschoben.</p><p>Lesen Sie auch</p><ul>{links}</ul>\
             <p>„Wir bauen nicht auf Schlamm“, sagte Oda Brandt.</p>"
        )
    };
    let links = "<li><a href=/a>Fähre fährt wieder</a></li><li><a href=/b>Neuer Kai eröffnet</a></li>";
    let got = article(&page("<p>Von Mara Ellert | 14. März 2026</p>", links));
    assert_eq!(got.page_type, Some("article"));
    assert!(got.text.starts_with("Der Hafenrat") && got.text.ends_with("sagte Oda Brandt."), "{}", got.text);
    assert!(!got.text.contains("Foto") && !got.text.contains("Lesen Sie"), "{}", got.text);
}

#[test]
fn a_date_line_that_can_be_read_both_ways_is_no_text() {
    let html = "<article><h1>Fares rise</h1><p>Updated 03/04/2025</p><p>Fares on the island ferry will rise by a tenth in \
         May, the company said on Tuesday, and the town will not pay for it.</p><p>“Enough,” said the mayor, Tove Lind, \
         who will not run again.</p></article>";
    let got = article(html);
    assert_eq!((got.published, got.modified), (None, None));
    assert!(got.text.starts_with("Fares on the island"), "{}", got.text);
}

#[test]
fn a_short_list_comes_with_the_heading_that_it_fills() {
    let inside = "<h2>Chronik</h2><ul><li>3. Februar: Tor klemmt</li><li>11. Februar: Sperrung</li></ul>";
    let got = article(&german(inside, ""));
    assert_story(&got);
    assert!(got.text.contains("Chronik\n\n3. Februar: Tor klemmt\n11. Februar: Sperrung"), "{}", got.text);
}

#[test]
fn a_paragraph_or_two_without_anything_else_are_a_brief_and_notices_are_none() {
    let brief = "The council met on Monday and decided to close the bridge, the mayor said.";
    for html in [format!("<p>{brief}</p>"), format!("<html><body><div>{brief}</div></body></html>")] {
        assert_eq!(article(&html).text, brief);
    }
    for notice in [
        "We're sorry, but the reader doesn't work properly without JavaScript. Please enable JavaScript to continue.",
        "This site requires cookies to function; please accept them, or leave the page now.",
        "The page you were looking for could not be found, it may have moved.",
    ] {
        assert_eq!(article(&format!("<p>{notice}</p>")).text, "", "{notice}");
    }
}
