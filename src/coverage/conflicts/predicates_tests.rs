//! Claims of few words: a number, a small word or the order of two names is all that tells them apart.

use super::*;

#[test]
fn a_number_alone_behind_its_subject() {
    for (a, b, x, y) in [
        ("the toll was 40", "the toll was 50", "40", "50"),
        ("the toll was 40", "the toll was 40,000", "40", "40,000"),
        ("the toll stood at 40 on Sunday", "the toll had risen to 50 by Sunday", "40", "50"),
        ("turnout in the vote reached 61 in the end", "turnout in the vote was 41", "61", "41"),
        ("the list of the missing grew to nineteen, he added", "the list of the missing grew to 27", "nineteen", "27"),
    ] {
        assert_eq!(texts(a, b), [(ConflictKind::Number, x.into(), y.into())], "{a} / {b}");
    }
    for (a, b) in [
        ("the toll was 40", "the toll was forty"),
        ("the toll was 40", "the toll was about 41"),
        ("the toll was 40", "the list of the port had 50 names in it"),
        ("the toll stood at 40 on Sunday", "the ferry stood at berth 6 on Sunday"),
        ("the toll rose to 40 on Sunday", "the price rose to 6 on Sunday"),
        ("the toll had risen to 40, as two sailors had died", "the toll had risen to 40, as three men told the court"),
    ] {
        assert_eq!(texts(a, b), [], "{a} / {b}");
    }
}

#[test]
fn a_number_that_is_the_subject() {
    for (a, b, x, y) in [
        ("twelve were hurt", "four were hurt", "twelve", "four"),
        ("19 drowned", "more than 31 people drowned", "19", "more than 31"),
        ("seven are still missing", "nine of them are missing", "seven", "nine"),
    ] {
        assert_eq!(texts(a, b), [(ConflictKind::Number, x.into(), y.into())], "{a} / {b}");
    }
    assert_eq!(texts("twelve were hurt", "four were found in the hold of a trawler by divers and were not hurt"), []);
    assert_eq!(texts("twelve were hurt", "12 were hurt"), []);
}

#[test]
fn none_against_some_of_another_day() {
    for (a, b, x, y) in [
        ("four died on Tuesday night", "no one died on Monday night", "four", "no one"),
        ("on 3 May five people were hurt", "on 4 May nobody was hurt", "five", "nobody"),
    ] {
        assert_eq!(texts(a, b), [(ConflictKind::Number, x.into(), y.into())], "{a} / {b}");
    }
}

#[test]
fn a_particle_may_be_all_that_is_said() {
    for (a, b, x, y) in [
        ("the pumps were on", "the pumps were off", "on", "off"),
        ("the pumps were still on during the night", "the pumps were off during the night", "on", "off"),
        ("the strike is over", "the strike was not over", "over", "not over"),
        ("the strike at the port is now over, she said", "the strike at the port isn't over", "over", "isn't over"),
        ("fares were up in May", "fares were down in May", "up", "down"),
        ("the strike was over at noon", "the strike had begun at noon", "over", "begun"),
        (
            "the lamps on the pier were switched on",
            "the lamps on the pier were switched off",
            "switched on",
            "switched off",
        ),
    ] {
        assert_eq!(texts(a, b), [(ConflictKind::Polarity, x.into(), y.into())], "{a} / {b}");
    }
    for (a, b) in [
        ("the crane is on the quay", "the crane is off the quay's east end"),
        ("the queue was over 40 metres long", "the queue was not over forty metres long at all"),
        ("the pumps were off", "the pumps were not on"),
        ("the strike is over", "the strike has ended"),
        ("the talks are over pay", "the talks are not over"),
        ("the price is up to the council", "the price was down"),
        ("the operations had to be put off, she said", "the operations are on"),
    ] {
        assert_eq!(texts(a, b), [], "{a} / {b}");
    }
}

#[test]
fn contraries_of_words_that_have_likes() {
    for (a, b, x, y) in [
        ("the water is safe to drink", "the water is unsafe to drink", "safe", "unsafe"),
        ("the water is safe to drink", "the water is dangerous to drink", "safe", "dangerous"),
        ("the shipyard will hire 200 welders", "the shipyard will fire 200 welders", "hire", "fire"),
        ("the port denied him a berth", "the port granted him a berth", "denied", "granted"),
    ] {
        assert_eq!(texts(a, b), [(ConflictKind::Polarity, x.into(), y.into())], "{a} / {b}");
    }
    for (a, b) in [
        ("the water is safe to drink", "the water is not dangerous to drink"),
        ("the shipyard will hire 200 welders", "the fire at the shipyard hurt 200 welders"),
    ] {
        assert_eq!(texts(a, b), [], "{a} / {b}");
    }
}

#[test]
fn who_does_it_to_whom() {
    for (a, b, x, y) in [
        ("Orvane sued Selmark", "Selmark sued Orvane", "Orvane sued", "Selmark sued"),
        (
            "Orvane has sued Selmark over a contract",
            "Selmark had sued Orvane over a contract",
            "Orvane has sued",
            "Selmark had sued",
        ),
        ("Orvane sued Selmark in May", "Orvane was sued by Selmark in May", "Orvane sued", "sued by Selmark"),
        ("the union blamed the harbour board", "the harbour board blamed the union", "union blamed", "board blamed"),
        ("Orvane bought Selmark last year", "Selmark bought Orvane last year", "Orvane bought", "Selmark bought"),
        (
            "the port union sued the port board last week",
            "the port board sued the port union last week",
            "union sued",
            "board sued",
        ),
        ("a tug rammed the ferry at dawn", "the ferry rammed a tug at dawn", "tug rammed", "ferry rammed"),
    ] {
        assert_eq!(texts(a, b), [(ConflictKind::Name, x.into(), y.into())], "{a} / {b}");
    }
    for (a, b) in [
        ("Orvane sued Selmark", "Selmark was sued by Orvane"),
        ("Orvane met Selmark in Tessel", "Selmark met Orvane in Tessel"),
        ("Orvane will merge with Selmark", "Selmark will merge with Orvane"),
        ("Orvane and Selmark sued", "Selmark and Orvane sued"),
        ("Orvane sued Selmark and Rovanta", "Rovanta and Selmark were sued by Orvane"),
        ("the union blamed the board for the strike", "for the strike the union blamed the board"),
        ("Ann Moe told Selmark of the leak", "Selmark of the leak Ann Moe told"),
    ] {
        assert!(!texts(a, b).iter().any(|(kind, ..)| *kind == ConflictKind::Name), "{a} / {b}: {:?}", texts(a, b));
    }
}

#[test]
fn a_small_letter_begins_no_name() {
    let found = texts("the girl was found by Lev Marsk", "the girl was found by Anton Grigor");
    assert_eq!(found, [(ConflictKind::Name, "Lev Marsk".into(), "Anton Grigor".into())]);
}

#[test]
fn figures_are_told_alike() {
    let figures = |a: &str, b: &str| {
        let found = conflicts(&[claim("A", a), claim("B", b)], &[Some(7), Some(7)], &Context::default()).unwrap();
        found.into_iter().map(|conflict| [conflict.a_figure, conflict.b_figure].map(Option::unwrap)).collect::<Vec<_>>()
    };
    assert_eq!(figures("twelve people were hurt", "about 40 people were hurt"), [["12", "40"]]);
    assert_eq!(figures("more than 300 people came", "fewer than 300 people came"), [[">300", "<300"]]);
    assert_eq!(figures("three people were hurt", "nobody was hurt"), [["3", "0"]]);
}

#[test]
fn an_amount_alone_behind_its_subject() {
    for (a, b, units) in [
        ("turnout was 71%", "turnout was 67%", ("percent", 71.0, 67.0)),
        ("turnout was 71 percent", "turnout was 67%", ("percent", 71.0, 67.0)),
        ("the fare is €1,000", "the fare is 2,000 euros", ("EUR", 1000.0, 2000.0)),
        ("it had raised £400,000", "it had raised £500,000", ("GBP", 400_000.0, 500_000.0)),
    ] {
        let (unit, x, y) = units;
        let found = between(counted("A", a, x, unit), counted("B", b, y, unit));
        assert!(matches!(found[..], [(ConflictKind::Number, ..)]), "{a} / {b}: {found:?}");
    }
    let other =
        between(counted("A", "the fare is €1,000", 1000.0, "EUR"), counted("B", "the fine is €2,000", 2000.0, "EUR"));
    assert_eq!(other, []);
}
