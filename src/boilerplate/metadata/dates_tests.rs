//! Dates as texts write them.

use proptest::prelude::*;

use super::dates::{Order, all, in_url, is_day_of, is_same_moment, read};

#[test]
fn machine_dates_keep_their_zone() {
    for (given, expected) in [
        ("2024-03-05", "2024-03-05"),
        ("2024-03-05T10:20:30Z", "2024-03-05T10:20:30Z"),
        ("2024-03-05T10:20:30.123+0200", "2024-03-05T10:20:30+02:00"),
        ("2024-03-05 10:20", "2024-03-05T10:20:00"),
        ("20240305", "2024-03-05"),
        ("2024/3/5", "2024-03-05"),
        ("1709634030000", "2024-03-05T10:20:30Z"),
    ] {
        assert_eq!(read(given, Order::MonthFirst).as_deref(), Some(expected), "{given}");
    }
}

#[test]
fn written_dates_in_several_languages() {
    for given in [
        "Published: March 5, 2024 at 10 am",
        "5 March 2024",
        "Tuesday, 5th of March 2024",
        "5. März 2024",
        "5 de marzo de 2024",
        "5 марта 2024 г.",
        "le 5 mars 2024",
        "05.03.2024, about 12:30",
        "5. 3. 2024",
        "5 Μαρτίου 2024",
        "5 मार्च 2024",
        "৫ মার্চ ২০২৪",
        "2024년 3월 5일",
        "2024. március 5.",
        "5. března 2024",
        "5. maaliskuuta 2024",
        "5 มีนาคม 2567",
        "5 במרץ 2024",
        "5 martie 2024",
        "5 март 2024 г.",
        "03/05/2024",
        "2024年3月5日",
        "5 مارس 2024",
        "5 marca 2024",
    ] {
        assert_eq!(read(given, Order::MonthFirst).as_deref(), Some("2024-03-05"), "{given}");
    }
}

#[test]
fn the_time_right_behind_a_written_date_is_its_time() {
    for (given, expected) in [
        ("2021年06月28日 09:32", "2021-06-28T09:32:00"),
        ("2024년 3월 5일 18:20", "2024-03-05T18:20:00"),
        ("Jan. 9, 2020 4:15 PM EST", "2020-01-09T16:15:00-05:00"),
        ("05.03.2024, 12:30 Uhr", "2024-03-05T12:30:00"),
        ("5 mars 2024 à 18h05", "2024-03-05T18:05:00"),
        ("Tue Mar 05 09:00:00 UTC 2024", "2024-03-05T09:00:00Z"),
        ("Tue Mar  5 09:00:00 2024", "2024-03-05T09:00:00"),
    ] {
        assert_eq!(read(given, Order::MonthFirst).as_deref(), Some(expected), "{given}");
    }
}

#[test]
fn what_is_no_date_is_none() {
    for given in ["", "12:30", "2024", "31 February 2024", "10.000.000", "2024-13-40", "call 555-123-4567", "99999"] {
        assert_eq!(read(given, Order::MonthFirst), None, "{given}");
    }
}

#[test]
fn dates_in_addresses() {
    assert_eq!(in_url("https://a.example/2025/09/04/what").as_deref(), Some("2025-09-04"));
    assert_eq!(in_url("https://a.example/news/story-2025-09-04-what?x=2020/01/01").as_deref(), Some("2025-09-04"));
    assert_eq!(in_url("https://a.example/20250904/x").as_deref(), Some("2025-09-04"));
    assert_eq!(in_url("https://a.example/blog/2025/september/04/x").as_deref(), Some("2025-09-04"));
    assert_eq!(in_url("https://a.example/story-48121523"), None);
}

#[test]
fn slashes_are_read_in_the_given_order() {
    let day = |text, order| read(text, order);
    assert_eq!(day("03/05/2024", Order::MonthFirst).as_deref(), Some("2024-03-05"));
    assert_eq!(day("03/05/2024", Order::DayFirst).as_deref(), Some("2024-05-03"));
    assert_eq!(day("03/05/2024", Order::Unknown), None);
    for order in [Order::DayFirst, Order::MonthFirst, Order::Unknown] {
        assert_eq!(day("13/05/2024", order).as_deref(), Some("2024-05-13"));
        assert_eq!(day("05/13/2024", order).as_deref(), Some("2024-05-13"));
        assert_eq!(day("05/05/2024", order).as_deref(), Some("2024-05-05"));
        assert_eq!(day("03.05.2024", order).as_deref(), Some("2024-05-03"));
    }
}

#[test]
fn a_moment_falls_on_the_days_that_its_zone_allows() {
    let late = "2025-12-19T22:02:58Z";
    assert!(is_day_of("2025-12-19", late) && is_day_of("2025-12-20", late) && !is_day_of("2025-12-18", late));
    let early = "2025-12-19T02:41:00+00:00";
    assert!(is_day_of("2025-12-18", early) && is_day_of("2025-12-19", early) && !is_day_of("2025-12-20", early));
    let unzoned = "2025-12-19T02:41:00";
    assert!(is_day_of("2025-12-20", unzoned) && is_day_of("2025-12-18", unzoned) && !is_day_of("2025-12-17", unzoned));
    assert!(is_same_moment("2025-12-18T19:05:00-08:00", "2025-12-19T03:05:00Z"));
    assert!(!is_same_moment("2025-12-18T19:05:00", "2025-12-18T19:05:00"));
}

#[test]
fn months_are_found_where_parts_run_together() {
    for line in ["HealthMAY 3, 2024Updated: JUNE 4, 2024", "5 min readMay 3, 2024", "Jane Doe3 May 2024"] {
        assert_eq!(all(line, Order::DayFirst).next().map(|date| date.value).as_deref(), Some("2024-05-03"), "{line}");
    }
    assert_eq!(all("iMarch 3, 2024", Order::DayFirst).count(), 1);
    assert_eq!(all("dismay 3, 2024", Order::DayFirst).count(), 0);
}

#[test]
fn all_dates_of_a_line_come_with_their_places() {
    let line = "Posted 3 May 2024 · Updated: June 4th, 2024";
    let found: Vec<_> = all(line, Order::DayFirst).map(|date| (date.value, &line[date.start..date.end])).collect();
    let expected = [("2024-05-03".to_owned(), "3 May 2024"), ("2024-06-04".to_owned(), "June 4th, 2024")];
    assert_eq!(found, expected);
}

proptest! {
    #[test]
    fn any_text_is_read_without_panic(text in "[0-9/:.年T Zмайa+-]{0,40}|\\PC{0,60}") {
        read(&text, Order::DayFirst);
        in_url(&text);
    }
}
