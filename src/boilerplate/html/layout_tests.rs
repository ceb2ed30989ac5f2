//! Pages whose elements say something else than what they show: tables that lay out, hidden lines, text in scripts. All are
//! written for the project.

use super::extract::{ArticleOptions, extract_article};
use crate::boilerplate::types::{Article, Label};
use crate::context::Context;

const FIRST: &str =
    "A passenger ferry with 312 people on board ran aground in thick fog on Tuesday, the coast guard said.";
const LAST: &str = "The ship was refloated at high tide, said Lynne Moss, the officer who led the rescue off the cape.";

fn read(html: &str) -> Article {
    extract_article(html, &ArticleOptions::default(), &Context::default()).unwrap()
}

fn page(body: &str) -> Article {
    read(&format!("<html lang=en><body><article><h1>Ferry runs aground</h1>{body}</article></body></html>"))
}

#[test]
fn a_table_that_lays_out_a_page_holds_paragraphs() {
    let menu = "<td><a href=/>News</a><br><a href=/s>Sport</a></td>";
    for body in [format!("<p>{FIRST}</p><p>{LAST}</p>"), format!("{FIRST}<br><br>{LAST}")] {
        let html =
            format!("<body><table width=760><tr>{menu}<td><h1>Ferry runs aground</h1>{body}</td></tr></table></body>");
        let article = read(&html);
        assert!(article.text.contains(&format!("{FIRST}\n\n{LAST}")), "{}", article.text);
        assert!(article.blocks.iter().all(|block| block.label != Label::Table));
    }
}

#[test]
fn rows_of_data_stay_rows() {
    let table = "<table><tr><th>Ship<th>People<tr><td>Aurora<td>312<tr><td>Nordlys<td>280</table>";
    let article = page(&format!("<p>{FIRST}</p>{table}<p>{LAST}</p><p>{FIRST} {LAST}</p>"));
    assert!(article.text.contains("Aurora | 312\nNordlys | 280"), "{}", article.text);
}

#[test]
fn what_nobody_sees_is_no_text() {
    let hidden = "<p hidden>The poll could not be loaded.</p><p style='display:none'>The minister admitted fraud.</p>\
        <noscript><p>Please enable scripts to view the comments.</p></noscript>";
    let article =
        page(&format!("<p>{FIRST}</p>{hidden}<p>{LAST} Tickets cost <span hidden>less than </span>12 euros.</p>"));
    assert_eq!(article.text, format!("{FIRST}\n\n{LAST} Tickets cost 12 euros."));
}

#[test]
fn a_story_that_waits_for_a_script_to_show_it_is_read() {
    let story = format!("<p>{FIRST}</p><p>{LAST}</p>").repeat(3);
    let article = page(&format!("<div style='visibility:hidden'>{story}</div>"));
    assert!(article.text.contains(FIRST) && article.text.contains(LAST));
}

#[test]
fn a_list_behind_a_colon_is_whole() {
    let list = "<p>The dead are:</p><ul><li>Ann Roe, 34</li><li>Jim Poe, 51</li><li>Lee Marsh, 19</li></ul>";
    let article = page(&format!("<p>{FIRST}</p>{list}<p>{LAST}</p>"));
    assert!(article.text.contains("The dead are:\n\nAnn Roe, 34\nJim Poe, 51\nLee Marsh, 19"), "{}", article.text);
}

#[test]
fn boxes_of_other_stories_are_left_out_whole() {
    let teasers = "<h4><a href=/1>Storm hits the coast</a></h4><p>Gusts of 114 mph were recorded on Friday.</p>\
        <h4><a href=/2>Rail strike off</a></h4><p>The union called off the strike after talks on Monday.</p>";
    let article = page(&format!(
        "<p>{FIRST}</p><aside class=related-stories><h3>Other stories</h3>{teasers}</aside><p>{LAST}</p><p>No one was hurt, but \
         passengers had to wait on deck without heating while divers checked the hull.</p>"
    ));
    assert!(!article.text.contains("union") && !article.text.contains("114"), "{}", article.text);
    assert!(article.text.contains(LAST));
}

#[test]
fn where_a_script_would_show_the_story_its_data_tell_it() {
    let html = format!(
        r#"<html><body><div id=root></div><script type="application/ld+json">{{"@type":"NewsArticle","headline":"Ferry",
        "articleBody":"{FIRST}\n\n{LAST}"}}</script></body></html>"#
    );
    let article = read(&html);
    assert_eq!(article.text, format!("{FIRST}\n\n{LAST}"));
    assert_eq!((article.blocks.len(), article.empty), (2, None));
    assert!(article.blocks[0].source.of(&html).contains("articleBody") && article.confidence > 0.0);
    assert!(read(r#"<script type="application/ld+json">{"articleBody":"Too short."}</script>"#).empty.is_some());
}

#[test]
fn marks_for_breaking_words_and_readings_over_them_are_left_out() {
    let german =
        "Die Bundes&shy;regierung hat am Montag getagt und einen Be&#8203;schluss gefasst, wie ein Sprecher sagte.";
    assert!(
        page(&format!("<p>{german}</p><p>{LAST}</p>"))
            .text
            .contains("Bundesregierung hat am Montag getagt und einen Beschluss")
    );
    let japanese = "<ruby>東京<rp>(</rp><rt>とうきょう</rt><rp>)</rp></ruby>で会議が開かれ、各国の代表が参加した。議長は合意を歓迎した。";
    assert!(page(&format!("<p>{japanese}</p><p>{japanese}</p>")).text.contains("東京で会議が"));
}

#[test]
fn controls_and_pleas_between_paragraphs_are_left_out() {
    for line in ["Listen to this article", "Share full article", "Support independent journalism. Donate today."] {
        let article = page(&format!("<p>{FIRST}</p><p>{line}</p><p>{LAST}</p><p>{FIRST} {LAST}</p>"));
        assert!(!article.text.contains(line), "{line}");
        assert!(article.text.contains(LAST));
    }
}

#[test]
fn links_to_other_headlines_and_words_about_the_writer_are_no_story() {
    let teaser = "<p><a href=/x>Minister says petrol tax will rise by 3 percent</a></p>";
    let writer = "<div class=box><h3>About the author</h3><p>Nina Falk has covered the harbour since 2011. She says she loves \
        ferries.</p></div>";
    let linked = "<p><a href=/report>The report was published on Monday.</a></p>";
    let article = page(&format!("<p>{FIRST}</p>{teaser}<p>{LAST}</p>{linked}<p>{FIRST} {LAST}</p>{writer}"));
    assert!(!article.text.contains("petrol") && !article.text.contains("Nina Falk"), "{}", article.text);
    assert!(article.text.contains("The report was published on Monday."));
}
