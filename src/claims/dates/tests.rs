use proptest::prelude::*;

use super::*;

fn read(language: &str, published: &str, text: &str) -> Vec<String> {
    let published = (!published.is_empty()).then_some(published);
    let found = find_dates(text, Span::new(0, text.len()), Some(language), published, &Context::default()).unwrap();
    found.into_iter().map(|date| date.value).collect()
}

fn check(cases: &[(&str, &str, &str, &[&str])]) {
    let wrong: Vec<String> = cases
        .iter()
        .filter_map(|(language, published, text, expected)| {
            let got = read(language, published, text);
            (got != *expected).then(|| format!("{language}: {text}\n    expected {expected:?}\n    got      {got:?}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{} of {}\n{}", wrong.len(), cases.len(), wrong.join("\n"));
}

#[test]
fn absolute_dates() {
    check(&[
        ("en", "", "on 12 January 2022 and January 13, 2022", &["2022-01-12", "2022-01-13"]),
        ("en", "", "Wed 12 Jan 2022 | 09:26 PM", &["2022-01-12T21:26"]),
        ("en", "", "April 18, 2024", &["2024-04-18"]),
        ("en", "", "Wednesday, February 1, 2023", &["2023-02-01"]),
        ("en", "", "the 12th of January, 2022", &["2022-01-12"]),
        ("en", "", "2022-01-12T21:26:00Z or 2022-01-12", &["2022-01-12T21:26", "2022-01-12"]),
        ("en", "", "25/12/2021 and 12/25/2021 but 12/01/2022", &["2021-12-25", "2021-12-25"]),
        ("en", "", "in January 2022 or early March 2022", &["2022-01", "2022-03"]),
        ("en", "", "Crimea in 2014, since 2019, a 2008 summit (2009-2017)", &["2014", "2019", "2008", "2009", "2017"]),
        ("en", "", "You may 12 times march", &[]),
        ("en", "", "31 February 2022", &["2022-02"]),
        ("de", "", "am 12. Januar 2022, 12.01.2022 und 12/01/2022", &["2022-01-12", "2022-01-12", "2022-01-12"]),
        ("fr", "", "le 1er janvier 2022, en mars 2021", &["2022-01-01", "2021-03"]),
        ("es", "", "el 12 de enero de 2022, en marzo de 2021", &["2022-01-12", "2021-03"]),
        ("pt", "", "em 12 de janeiro de 2022", &["2022-01-12"]),
        ("it", "", "il 12 gennaio 2022", &["2022-01-12"]),
        ("nl", "", "op 12 januari 2022", &["2022-01-12"]),
        ("ru", "", "12 января 2022 года", &["2022-01-12"]),
    ]);
}

#[test]
fn relative_dates_need_a_day_of_publication() {
    let wednesday = "2022-01-12T21:26:00Z";
    check(&[
        ("en", "", "on Wednesday, yesterday, last month, 12 January", &[]),
        ("en", "soon", "on Wednesday", &[]),
        ("en", wednesday, "began military exercises on Wednesday", &["2022-01-12"]),
        ("en", wednesday, "on Monday, 10", &["2022-01-10"]),
        ("en", wednesday, "a final meeting, this Thursday, 13, at the forum", &["2022-01-13"]),
        ("en", wednesday, "will be followed on Thursday in Vienna", &["2022-01-13"]),
        ("en", wednesday, "spoke with reporters on Tuesday", &["2022-01-11"]),
        ("en", wednesday, "last Friday and next Friday", &["2022-01-07", "2022-01-14"]),
        ("en", wednesday, "Last month, Russia released a list", &["2021-12"]),
        ("en", wednesday, "broke off relations last year", &["2021"]),
        ("en", wednesday, "yesterday, today and tomorrow", &["2022-01-11", "2022-01-12", "2022-01-13"]),
        ("en", wednesday, "two days ago, three months ago, 5 years ago", &["2022-01-10", "2021-10", "2017"]),
        ("en", wednesday, "on 20 December", &["2021-12-20"]),
        ("en", wednesday, "in November", &["2021-11"]),
        ("en", wednesday, "will open in November", &["2022-11"]),
        (
            "de",
            wednesday,
            "am Montag, gestern, vor zwei Tagen, im vergangenen Jahr",
            &["2022-01-10", "2022-01-11", "2022-01-10", "2021"],
        ),
        ("fr", wednesday, "lundi dernier, hier, il y a trois jours", &["2022-01-10", "2022-01-11", "2022-01-09"]),
        ("es", wednesday, "el lunes, ayer, hace dos años", &["2022-01-10", "2022-01-11", "2020"]),
        ("pt", wednesday, "na segunda-feira, ontem", &["2022-01-10", "2022-01-11"]),
        ("it", wednesday, "lunedì scorso, ieri, due giorni fa", &["2022-01-10", "2022-01-11", "2022-01-10"]),
        ("nl", wednesday, "maandag, gisteren, twee dagen geleden", &["2022-01-10", "2022-01-11", "2022-01-10"]),
        ("ru", wednesday, "в понедельник, вчера, два дня назад", &["2022-01-10", "2022-01-11", "2022-01-10"]),
    ]);
}

proptest! {
    #[test]
    fn any_text_has_ordered_spans(
        text in "\\PC{0,120}|([0-9]{1,4}|[.,/: -]|January |of |Monday|may |ago|days |last |month|year|\\n){0,40}",
        language in prop::sample::select(vec!["en", "de", "fr", "es", "it", "nl", "pt", "ru", "zh"]),
        published in "[0-9]{4}-[01][0-9]-[0-3][0-9]",
    ) {
        let span = Span::new(0, text.len());
        let found = find_dates(&text, span, Some(language), Some(&published), &Context::default()).unwrap();
        let mut from = 0;
        for date in found {
            prop_assert!(date.span.start >= from && !date.span.of(&text).is_empty());
            from = date.span.end;
        }
    }
}
