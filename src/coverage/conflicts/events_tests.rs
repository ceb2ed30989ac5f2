//! What is told of one event and what of two: another day or place with another number, ages, times, small words that exclude
//! each other.

use super::*;

/// What two claims that come with their quantities disagree on, each told as (value, unit).
fn given(a: (&str, &[(f64, &str)]), b: (&str, &[(f64, &str)])) -> Vec<(String, String)> {
    let claim = |outlet: &str, (text, told): (&str, &[(f64, &str)])| {
        let quantity = |(value, unit): &(f64, &str)| Quantity {
            value: *value,
            upper: None,
            unit: Some((*unit).into()),
            comparator: Comparator::Equal,
            span: Span::new(900, 907),
        };
        ClaimRecord { quantities: told.iter().map(quantity).collect(), ..claim(outlet, text) }
    };
    between(claim("A", a), claim("B", b)).into_iter().map(|(_, x, y)| (x, y)).collect()
}

#[test]
fn another_number_of_another_day_or_place_is_another_event() {
    for (a, b) in [
        (
            "three people were hurt in a fire in Tessel on Monday",
            "five people were hurt in a fire in Tessel on Tuesday",
        ),
        ("the jobless rate rose to 5.1 per cent in January", "the jobless rate rose to 5.4 per cent in February"),
        ("two people were hurt in a blast in Tessel", "four people were hurt in a blast in Orlen"),
    ] {
        assert_eq!(texts(a, b), [], "{a} / {b}");
    }
    let found =
        texts("three people were hurt in a fire in Tessel", "five people were hurt in a fire in Tessel on Tuesday");
    assert_eq!(found, [(ConflictKind::Number, "three".into(), "five".into())]);
    let found = texts("three people were hurt in a fire on Monday", "three people were hurt in a fire on Tuesday");
    assert_eq!(found, [(ConflictKind::Date, "Monday".into(), "Tuesday".into())]);
}

#[test]
fn two_who_do_the_same_are_two() {
    for (a, b) in [
        ("Velmo sold 12,000 vans in May", "Tarvo sold 15,000 vans in May"),
        ("Velmo expects a profit this year", "Tarvo does not expect a profit this year"),
    ] {
        assert_eq!(texts(a, b), [], "{a} / {b}");
    }
    assert_eq!(texts("Velmo sold 12,000 vans in May", "in May Velmo sold 15,000 vans").len(), 1);
    assert_eq!(texts("Velmo expects a profit this year", "Velmo does not expect a profit this year").len(), 1);
}

#[test]
fn what_is_to_come_and_what_has_been_have_days_of_their_own() {
    assert_eq!(texts("the new quay in Tessel will be built in 2031", "the quay in Tessel was built in 1958"), []);
    assert_eq!(texts("the quay in Tessel was built in 1985", "the quay in Tessel was built in 1958").len(), 1);
    assert_eq!(texts("the quay in Tessel will open in 2031", "the quay in Tessel will open in 2033").len(), 1);
}

#[test]
fn lower_bounds_may_both_be_right() {
    for (a, b) in [
        ("at least 14 people died in the crash", "at least 17 people died in the crash"),
        ("at least 14 people died in the crash", "17 people died in the crash"),
        ("more than 12 people died in the crash", "31 people died in the crash"),
        ("more than 4,000 people marched", "more than 9,000 people marched"),
    ] {
        assert_eq!(texts(a, b), [], "{a} / {b}");
    }
    assert_eq!(texts("more than 4,000 people marched", "9,000 people marched").len(), 1);
    assert_eq!(texts("more than 4,100 people marched", "900 people marched").len(), 1);
    assert_eq!(texts("at most 3 boats may sail at night", "at most 5 boats may sail at night").len(), 1);
}

#[test]
fn a_part_of_a_whole_counts_beside_the_whole() {
    let five: &[(f64, &str)] = &[(5.0, "miners")];
    let found = given(("two of the five miners were saved", five), ("three of the five miners were saved", five));
    assert_eq!(found, [("two".into(), "three".into())]);
    let forty: &[(f64, &str)] = &[(40.0, "passengers")];
    assert_eq!(
        given(("of the 40 passengers, 12 were hurt", forty), ("twelve of the 40 passengers were hurt", forty)),
        []
    );
    let found = given(("ten of the 40 passengers were hurt", forty), ("twelve of the 40 passengers were hurt", forty));
    assert_eq!(found, [("ten".into(), "twelve".into())]);
}

#[test]
fn ages() {
    let found = texts("a 34-year-old man was held after the raid", "a 43-year-old man was held after the raid");
    assert_eq!(found, [(ConflictKind::Number, "34-year-old".into(), "43-year-old".into())]);
    assert_eq!(texts("a 34-year-old man was jailed", "the man was jailed for 5 years"), []);
    assert_eq!(texts("a 34-year-old man was jailed", "43 men were jailed"), []);
}

#[test]
fn times_of_the_day() {
    let found = texts("the blast happened at 6 a.m. on Monday", "the blast happened at 8 p.m. on Monday");
    assert_eq!(found, [(ConflictKind::Date, "6 a.m.".into(), "8 p.m.".into())]);
    assert_eq!(texts("the blast happened at 6 a.m.", "the blast happened at 6:00 am"), []);
    assert_eq!(texts("the blast happened at 6 a.m.", "the blast happened on Monday"), []);
    assert_eq!(texts("the power was out between 6 a.m. and 8 a.m.", "the power was out at 7 a.m."), []);
}

#[test]
fn below_zero() {
    let degrees = |value: f64| [(value, "degrees")];
    let told = |a: &str, b: &str, value: f64, other: f64| given((a, &degrees(value)), (b, &degrees(other)));
    let found = told("it was -12 degrees in the valley", "it was 12 degrees in the valley", 12.0, 12.0);
    assert_eq!(found, [("-12".into(), "12".into())]);
    assert_eq!(told("it was -12 degrees in the valley", "it was minus 12 degrees in the valley", 12.0, 12.0), []);
    assert_eq!(told("the 10-12 degrees of the valley", "the 12 degrees of the valley", 12.0, 12.0), []);
}

#[test]
fn words_that_exclude_each_other() {
    for (a, b, kind, x, y) in [
        (
            "the gunman was killed by police",
            "the gunman was arrested by police",
            ConflictKind::Polarity,
            "killed",
            "arrested",
        ),
        ("the Green Party won the vote", "the Blue Party won the vote", ConflictKind::Name, "Green", "Blue"),
        ("Lund's wife was hurt", "Lund's mother was hurt", ConflictKind::Name, "wife", "mother"),
        ("he fell from the north quay", "he fell from the south quay", ConflictKind::Name, "north", "south"),
        ("the northern gate was shut", "the southern gate was shut", ConflictKind::Name, "northern", "southern"),
        (
            "the alarm rang before the ship left",
            "the alarm rang after the ship left",
            ConflictKind::Date,
            "before",
            "after",
        ),
    ] {
        assert_eq!(texts(a, b), [(kind, x.into(), y.into())], "{a} / {b}");
    }
    for (a, b) in [
        ("the gunman was killed by police", "his brother was arrested at a school in the north"),
        ("the gunman was shot by police", "the gunman was killed by police"),
        ("the gunman was held after he had shot two men", "the gunman had shot two men before he was held"),
        ("the alarm rang before the ship left", "the alarm rang when the ship left"),
        ("before noon the alarm rang after a blast", "the alarm rang after a blast before noon"),
    ] {
        assert_eq!(texts(a, b), [], "{a} / {b}");
    }
}

#[test]
fn what_is_said_aside_hides_no_disagreement() {
    let found = texts("the captain, Josef Rahn, had not been drinking", "the captain had been drinking");
    assert_eq!(found, [(ConflictKind::Polarity, "not been drinking".into(), "drinking".into())]);
    let found = texts("the driver, a man from Tessel, was not speeding", "the driver was speeding");
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(texts("the captain, who had not been drinking, was hurt", "the captain, Josef Rahn, was hurt"), []);
}

#[test]
fn what_is_told_weeks_later_is_news_and_no_disagreement() {
    const DAY: i64 = 24 * 60 * 60;
    let kinds = |days: i64, (a, x): (&str, &str), (b, y): (&str, &str)| -> Vec<ConflictKind> {
        let told = |outlet, speaker: &str, text, published| ClaimRecord {
            speaker: Some(speaker.into()),
            quoted: true,
            published: Some(published),
            ..claim(outlet, text)
        };
        between(told("A", a, x, 0), told("B", b, y, days * DAY)).into_iter().map(|(kind, ..)| kind).collect()
    };
    let polls = [("Marta Nowak", "the party has 34 per cent"), ("Marta Nowak", "the party has 41 per cent")];
    assert_eq!(kinds(2, polls[0], polls[1]), [ConflictKind::Number]);
    assert_eq!(kinds(20, polls[0], polls[1]), []);
    let said = "the harbour has been run into the ground by its owners";
    assert_eq!(kinds(20, ("Marta Nowak", said), ("Joris Berg", said)), [ConflictKind::Speaker]);
}
