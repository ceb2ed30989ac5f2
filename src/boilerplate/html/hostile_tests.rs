//! Pages that nobody writes for readers: deep, endless, over the limits, or no pages at all.

use std::time::{Duration, Instant};

use proptest::prelude::*;

use super::tests::{FIRST, SECOND, article};
use super::{ArticleOptions, extract_article, extract_article_bytes};
use crate::context::{Context, Limits};
use crate::error::ErrorKind;

#[test]
fn work_grows_with_the_page_and_not_faster() {
    // What is counted is the same on every machine: nodes, scopes, blocks and cues of one page and of ten in one.
    let body = |times: usize| format!("<article>{}</article>", format!("<div><p>{FIRST}</p></div>").repeat(times));
    let size = |html: &str| {
        let tree = super::parse::parse(html, &Context::default()).expect("HTML never fails");
        let page = super::blocks::segment(&tree, &Context::default()).expect("HTML never fails");
        (tree.nodes.len() + tree.text.len(), page.scopes.len() + page.blocks.len() + page.cues.len())
    };
    let (one, ten) = (size(&body(100)), size(&body(1_000)));
    assert!(ten.0 <= 10 * one.0 && ten.1 <= 10 * one.1, "{one:?} {ten:?}");
    // Formatting elements that are never closed are opened again in every paragraph, but not without bound.
    let unclosed = size(&"<p><b><i><u>x".repeat(10_000));
    assert!(unclosed.0 < 20 * 10_000 * 13, "{unclosed:?}");
}

/// Generous for a busy machine; what these pages would cost without bounds is minutes.
const SOON: Duration = Duration::from_secs(20);

#[test]
fn deep_and_wide_hostile_pages_end_soon() {
    let many = 100_000;
    for (name, html) in [
        ("nested", format!("{}deep words here{}", "<div>".repeat(many), "</div>".repeat(many))),
        ("unclosed", "<div><b>".repeat(many)),
        ("paragraphs", "<div><p>x".repeat(many)),
        ("tables", "<table><tr><td>".repeat(many)),
        ("foster", "<table><a href=x>y".repeat(many)),
        ("formatting", (0..many).map(|at| format!("<b id=i{at}><p>x")).collect()),
        ("lists", "<ul><li>x".repeat(many)),
        ("foreign", "<svg><g>".repeat(many)),
        ("templates", "<template>".repeat(many)),
        ("selects", "<select><option>x".repeat(many)),
        ("attributes", format!("<p {}>text", (0..many).map(|at| format!("a{at}=1 ")).collect::<String>())),
        ("closing", format!("{}{}", "<p>".repeat(many), "</b></i></div>".repeat(many))),
        ("angles", "<".repeat(many * 10)),
        ("entities", "&amp".repeat(many)),
    ] {
        let start = Instant::now();
        article(&html);
        assert!(start.elapsed() < SOON, "{name}: {:?}", start.elapsed());
    }
}

#[test]
fn text_below_the_depth_limit_is_kept() {
    let html = format!("{}<p>{FIRST}</p><p>{SECOND}</p>{}", "<div>".repeat(2_000), "</div>".repeat(2_000));
    assert!(article(&html).text.contains(FIRST));
}

#[test]
fn a_large_page_stops_when_asked() {
    let html = format!("<article>{}</article>", format!("<p>{FIRST}</p>").repeat(100_000));
    let context = Context::default();
    let waiter = std::thread::spawn({
        let context = context.clone();
        move || {
            std::thread::sleep(Duration::from_millis(30));
            context.cancel();
            Instant::now()
        }
    });
    let error = extract_article(&html, &ArticleOptions::default(), &context).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Cancelled);
    assert!(waiter.join().unwrap().elapsed() < Duration::from_secs(3));
}

#[test]
fn a_page_over_the_limit_is_an_error() {
    let limits = Limits { max_bytes: 10, ..Limits::default() };
    let error = extract_article(FIRST, &ArticleOptions::default(), &Context::new(limits)).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Limit);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn any_bytes_are_read_without_panic(bytes in proptest::collection::vec(any::<u8>(), 0..600)) {
        prop_assert!(extract_article_bytes(&bytes, None, &ArticleOptions::default(), &Context::default()).is_ok());
    }

    #[test]
    fn any_markup_is_read_without_panic(pieces in proptest::collection::vec(
        "<(p|div|table|tr|td|b|a href=x|li|ul|h1|svg|math|template|select|br|pre|script|style|noscript|form)( class=[a-z\"']{0,4})?>\
         |</(p|div|table|tr|td|b|a|li|ul|svg|template|form|body)>|\\PC{0,12}|[.,:] |By Jane Doe|12 May 2024|<!--|]]>|&#[0-9]{1,5};",
        0..60,
    )) {
        let html = pieces.concat();
        let got = article(&html);
        for block in &got.blocks {
            prop_assert!(got.text.get(block.span.start..block.span.end).is_some());
        }
    }
}
