//! What is a disagreement and what is none.

use super::*;
use crate::claims::{Act, Comparator, DateMention, Polarity, Precision, Quantity};
use crate::coverage::testing::claim;
use crate::text::Span;

/// A claim with one quantity of its own, which stands outside of it.
fn counted(outlet: &str, text: &str, value: f64, unit: &str) -> ClaimRecord {
    let (upper, unit, comparator) = (None, Some(unit.into()), Comparator::Equal);
    let quantity = Quantity { value, upper, unit, comparator, span: Span::new(900, 907) };
    ClaimRecord { quantities: vec![quantity], ..claim(outlet, text) }
}

fn between(a: ClaimRecord, b: ClaimRecord) -> Vec<(ConflictKind, String, String)> {
    let found = conflicts(&[a, b], &[Some(7), Some(7)], &Context::default()).unwrap();
    assert!(found.iter().all(|conflict| (conflict.cluster, conflict.a, conflict.b) == (7, 0, 1)));
    found.into_iter().map(|conflict| (conflict.kind, conflict.a_words, conflict.b_words)).collect()
}

fn texts(a: &str, b: &str) -> Vec<(ConflictKind, String, String)> {
    between(claim("A", a), claim("B", b))
}

#[test]
fn numbers_that_count_the_same() {
    let found = texts("around 1,75,000 soldiers stand at the border", "more than 100,000 troops stand at the border");
    assert_eq!(found, [(ConflictKind::Number, "around 1,75,000".into(), "more than 100,000".into())]);
    let found = texts("eleven of the forty girders have cracks", "12 of the 40 girders were cracked");
    assert_eq!(found, [(ConflictKind::Number, "eleven".into(), "12".into())]);
    assert_eq!(texts("repairs cost $14 million", "the repairs cost about $14 million"), []);
    assert_eq!(texts("they will walk out for 48 hours from Monday", "a walkout of two days from Monday"), []);
    assert_eq!(texts("30 allies met for four hours", "30 allies met in two rooms"), []);
}

#[test]
fn parts_and_their_sum_are_no_dispute() {
    let parts = "the referee showed one red and seven yellow cards";
    assert_eq!(texts(parts, "the referee showed eight cards in all"), []);
    assert_eq!(texts(parts, "the referee showed nine cards in all").len(), 1);
}

#[test]
fn a_share_of_one_thing_is_none_of_another() {
    let share = |outlet: &str, text: &str, value| counted(outlet, text, value, "percent");
    let a = || share("A", "the ferry line raised fares by 4 per cent in spring", 4.0);
    assert_eq!(between(a(), share("B", "9 per cent of the harbour's cranes stand idle", 9.0)), []);
    let found = between(a(), share("B", "fares of the ferry line rose by 9 per cent", 9.0));
    assert_eq!(found, [(ConflictKind::Number, "4".into(), "9".into())]);
}

#[test]
fn figures_alike_are_told_with_their_units() {
    let a = counted("A", "the new tunnel is 14 kilometres long", 14.0, "km");
    let found = between(a, counted("B", "the new tunnel is 14 miles long", 14.0, "miles"));
    assert_eq!(found, [(ConflictKind::Number, "14 kilometres".into(), "14 miles".into())]);
}

#[test]
fn numbers_that_come_with_the_claim() {
    let with = |outlet: &str, value| counted(outlet, "the troops stand at the border", value, "troops");
    let found = between(with("A", 100_000.0), with("B", 175_000.0));
    assert_eq!(found, [(ConflictKind::Number, "100000 troops".into(), "175000 troops".into())]);
}

#[test]
fn dates() {
    let found = texts("a verdict is expected on 3 March", "the verdict is expected on 5 March");
    assert_eq!(found, [(ConflictKind::Date, "3 March".into(), "5 March".into())]);
    let on = |outlet: &str, value: &str, text: &str| {
        let date = DateMention { value: value.into(), precision: Precision::Day, span: Span::default() };
        ClaimRecord { dates: vec![date], ..claim(outlet, text) }
    };
    let (sixth, seventh) = ("the bridge closes on 6 May", "the bridge closes on May 7th");
    assert_eq!(between(on("A", "2024-05-06", sixth), on("B", "2024-05-06", sixth)), []);
    assert_eq!(between(on("A", "2024-05-06", sixth), on("B", "2024-05-07", seventh)).len(), 1);
    // Reckoned from the day on which each outlet published.
    let today = "the bridge closes today";
    assert_eq!(between(on("A", "2024-05-06", today), on("B", "2024-05-07", today)), []);
    assert_eq!(between(on("A", "2024-05-07", today), on("B", "2024-05-07", seventh)), []);
    assert_eq!(between(on("A", "2024-05-06", today), on("B", "2024-05-07", seventh)).len(), 1);
    let (monday, tuesday) = ("the bridge closes on Monday", "the bridge closes on Tuesday");
    assert_eq!(between(on("A", "2024-05-06", monday), on("B", "2024-05-13", monday)), []);
    let found = between(on("A", "2024-05-06", monday), on("B", "2024-05-14", tuesday));
    assert_eq!(found, [(ConflictKind::Date, "Monday".into(), "Tuesday".into())]);
}

#[test]
fn a_reckoned_year_is_no_dispute() {
    let on = |outlet: &str, value: &str, text: &str| {
        let date = DateMention { value: value.into(), precision: Precision::Month, span: Span::default() };
        ClaimRecord { dates: vec![date], ..claim(outlet, text) }
    };
    let june = "the cannery shuts by the end of June";
    assert_eq!(between(on("A", "2025-06", june), on("B", "2024-06", june)), []);
    let with = |year: &str| format!("the cannery shut in June {year}");
    assert_eq!(between(on("A", "2025-06", &with("2025")), on("B", "2024-06", &with("2024"))).len(), 1);
}

#[test]
fn another_day_at_another_place_is_another_event() {
    let (a, b) = ("the ministers meet again in Vienna on Thursday", "the ministers met on Monday in Geneva");
    assert!(!texts(a, b).iter().any(|(kind, ..)| *kind == ConflictKind::Date));
    let found = texts(a, "the ministers meet again in Vienna on Monday");
    assert_eq!(found, [(ConflictKind::Date, "Thursday".into(), "Monday".into())]);
}

#[test]
fn a_negation_is_weighed_in_its_clause() {
    let long = "after a night of talks in a cold hall by the docks, the pilots will not accept the ferry line's offer";
    assert_eq!(texts(long, "the pilots will accept the ferry line's offer").len(), 1);
}

#[test]
fn a_negation_of_something_else_is_no_dispute() {
    assert_eq!(texts("she heard nothing in Brussels that was new", "Brussels was full of new rumours"), []);
    assert_eq!(texts("no train left the old station in the morning", "the train hit a lorry near a bridge"), []);
}

#[test]
fn opposites_disagree_although_nothing_is_negated() {
    let said = |outlet: &str, text: &str| ClaimRecord { polarity: Some(Polarity::Affirmed), ..claim(outlet, text) };
    let found = between(said("A", "rents in the port rose by a tenth"), said("B", "rents in the port fell by a tenth"));
    assert_eq!(found, [(ConflictKind::Polarity, "rose".into(), "fell".into())]);
    let german = |outlet: &str, text: &str| ClaimRecord { language: Some("de".into()), ..said(outlet, text) };
    let found = between(german("A", "die Mieten stiegen im Mai"), german("B", "die Mieten sanken im Mai"));
    assert_eq!(found, [(ConflictKind::Polarity, "stiegen".into(), "sanken".into())]);
}

#[test]
fn units_of_two_spellings_are_one() {
    let found = texts("three tonnes of gravel were stolen", "seven tons of gravel were stolen");
    assert_eq!(found, [(ConflictKind::Number, "three".into(), "seven".into())]);
    let a = || counted("A", "the tank lost some 900 litres", 900.0, "litres");
    let b = counted("B", "the tank lost 7,000 liters", 7000.0, "liters");
    assert_eq!(between(a(), b), [(ConflictKind::Number, "some 900".into(), "7,000".into())]);
    assert_eq!(between(a(), counted("B", "the tank lost 960 liters", 960.0, "liters")), []);
}

#[test]
fn bounds_that_meet_are_no_dispute() {
    assert_eq!(texts("more than 2,000 homes lost power", "2,300 households lost power"), []);
    assert_eq!(texts("some 23,000 homes lost power", "2,300 households lost power").len(), 1);
    assert_eq!(texts("a toll of up to 8 euros", "a toll of nearly 10 euros").len(), 1);
    assert_eq!(texts("more than 4,000 jobs will go", "4,000 jobs will go"), []);
    assert_eq!(texts("at most 3 per cent a year", "no more than 5 per cent a year").len(), 1);
}

#[test]
fn polarity_by_negation_and_by_opposites() {
    let found = texts("Russia will not invade the island", "Russia will invade the island");
    assert_eq!(found, [(ConflictKind::Polarity, "not invade".into(), "invade".into())]);
    assert_eq!(texts("the union rejects the offer", "the union would accept the offer").len(), 1);
    assert_eq!(texts("the union rejects the offer", "the union does not accept the offer"), []);
    assert_eq!(texts("It has not set aside money for it", "It has set no money aside for it"), []);
    let found = texts("The wall is stable and in no danger", "The wall is not stable and in danger");
    assert_eq!(found, [(ConflictKind::Polarity, "stable".into(), "not stable".into())]);
    let (keeps, does) =
        ("booms keep the fuel in the bay from spreading", "so that the fuel in the bay does not spread");
    assert_eq!(texts(keeps, does), []);
    let (won, lost) = ("Rovanta won the final of the Shield", "Selby lost the final of the Shield");
    assert_eq!(texts(won, lost), []);
    let said = |outlet: &str, text: &str| ClaimRecord { polarity: Some(Polarity::Negated), ..claim(outlet, text) };
    assert_eq!(between(said("A", "he was not there"), said("B", "that he was ever there is untrue")), []);
}

#[test]
fn a_denial_against_like_words() {
    let told = |outlet: &str, speaker: &str, act, text: &str| ClaimRecord {
        act: Some(act),
        speaker: Some(speaker.into()),
        ..claim(outlet, text)
    };
    let text = "the dairy had watered its milk";
    for act in [Act::Ask, Act::Demand] {
        let found = between(told("A", "Per Holt", act, text), told("B", "Ona Lisk", Act::Deny, text));
        assert!(!found.iter().any(|(kind, ..)| *kind == ConflictKind::Polarity), "{found:?}");
    }
    let denied = || told("B", "Ona Lisk", Act::Deny, text);
    for (speaker, act, verb) in [("Ona Lisk", Act::Say, "says"), ("Per Holt", Act::Accuse, "accuses")] {
        let found = between(told("A", speaker, act, text), denied());
        assert_eq!(found, [(ConflictKind::Polarity, verb.into(), "denies".into())]);
    }
    assert_eq!(between(told("A", "Ona Lisk", Act::Deny, text), denied()), []);
    assert_eq!(between(told("A", "Ona Lisk", Act::Say, "the dairy had not watered its milk"), denied()), []);
    let other = "the milk of the dairy goes to every school between the two rivers in winter";
    assert_eq!(between(told("A", "Ona Lisk", Act::Say, other), denied()), []);
    let claims = [told("A", "Ona Lisk", Act::Say, text), denied(), told("C", "Ona Lisk", Act::Deny, text)];
    let found = conflicts(&claims, &[Some(7); 3], &Context::default()).unwrap();
    assert_eq!(found.iter().map(|conflict| (conflict.a, conflict.b)).collect::<Vec<_>>(), [(0, 1), (0, 2)]);
}

#[test]
fn a_name_in_the_place_of_another() {
    let found = texts("the talks will go on in Vienna on Thursday", "the talks will go on in Geneva on Thursday");
    assert_eq!(found, [(ConflictKind::Name, "Vienna".into(), "Geneva".into())]);
    assert_eq!(texts("Guitarist Pat Hollis told the crowd", "Guitarist Patrick Hollis told the crowd"), []);
    assert_eq!(texts("it met Anna and Berta there", "it met Berta and Anna there"), []);
    let found = texts("Hiker Lev Marsk found the girl in the wood", "the girl was found in the wood by Anton Grigor");
    assert_eq!(found, [(ConflictKind::Name, "Hiker Lev Marsk".into(), "Anton Grigor".into())]);
    let found = texts("Ann Moe found the girl in the wood", "the girl was found in the wood that Eva Lind planted");
    assert_eq!(found, []);
    let found =
        texts("the girl was found by Lev Marsk", "it was Anton who was there when the girl was found by Ada Roe");
    assert_eq!(found, [(ConflictKind::Name, "Lev Marsk".into(), "Ada Roe".into())]);
}

#[test]
fn who_said_it() {
    let said = |outlet: &str, speaker: &str, text: &str, quoted: bool| {
        let speaker = Some(speaker.into());
        ClaimRecord { speaker, quoted, ..claim(outlet, text) }
    };
    let by = |outlet: &str, speaker: &str| said(outlet, speaker, "no deal", true);
    assert_eq!(between(by("A", "Ann Lee"), by("B", "Bo Rask"))[0].0, ConflictKind::Speaker);
    assert_eq!(between(by("A", "Ann Lee"), by("B", "officials")), []);
    let with = |outlet: &str, speaker: &str, text: &str| said(outlet, speaker, text, false);
    let long = "there is no deal, and the ferries will stay in the harbour until winter";
    assert_eq!(between(with("A", "Ann Lee", long), by("B", "Bo Rask")), []);
    // Two who are quoted with one thought, however it is put.
    let quoted = |outlet: &str, speaker: &str, text: &str| said(outlet, speaker, text, true);
    let (a, b) = ("a harbour that sleeps is only half a harbour", "this sleepy harbour is half of a harbour");
    assert_eq!(between(quoted("A", "Ann Lee", a), quoted("B", "Bo Rask", b)).len(), 1);
    assert_eq!(between(quoted("A", "Ann Lee", a), with("B", "Bo Rask", b)), []);
    // The negation stands elsewhere, and says the same.
    let (a, b) = ("no one is above the law of the harbour", "nobody stands above the law of the harbour");
    assert_eq!(between(quoted("A", "Ann Lee", a), quoted("B", "Bo Rask", b))[0].0, ConflictKind::Speaker);
}

#[test]
fn what_did_not_happen_has_no_day() {
    let (a, b) = (
        "the school ferries to the outer islands are running since Saturday",
        "the school ferries to the outer islands did not run on Monday",
    );
    assert_eq!(texts(a, b), [(ConflictKind::Polarity, "running".into(), "not run".into())]);
}

#[test]
fn two_words_in_common_are_no_dispute() {
    assert_eq!(texts("silence is not yet peace", "silence was where peace began"), []);
    assert_eq!(texts("the bridge is not closed", "the bridge is closed").len(), 1);
}

#[test]
fn a_name_and_its_initials_are_one() {
    assert_eq!(texts("he threatened a U.S. judge in May", "in May he threatened a United States judge"), []);
    assert_eq!(texts("he threatened a U.S. judge in May", "in May he threatened a New Zealand judge").len(), 1);
}

#[test]
fn one_outlet_does_not_contradict_itself() {
    assert_eq!(between(claim("A", "nine people came"), claim("A", "ten people came")), []);
}

#[test]
fn a_share_is_no_count() {
    let share = counted("A", "53 per cent of the people of the island voted for the tunnel", 53.0, "percent");
    let count = counted("B", "120 people of the island voted for the tunnel", 120.0, "people");
    assert_eq!(between(share.clone(), count), []);
    let other = counted("B", "58 per cent of the people of the island voted for the tunnel", 58.0, "percent");
    assert_eq!(between(share, other).len(), 1);
}

#[test]
fn days_of_unlike_events_are_no_dispute() {
    let opening = "Marta Nowak and Joris Berg open the fair in Lower Tessel on 3 May";
    assert_eq!(texts(opening, "Marta Nowak and Joris Berg were married in Lower Tessel on 9 June"), []);
    assert_eq!(texts(opening, "the fair in Lower Tessel is opened by Marta Nowak and Joris Berg on 9 June").len(), 1);
}

#[test]
fn another_lead_is_another_place_and_the_first_word_may_be_a_name() {
    assert_eq!(texts("the envoy met Ann Moe in Tessel", "the envoy met Ann Moe and Eva Lind"), []);
    let found = texts("Orvane will buy the old ferry", "Selmark will buy the old ferry");
    assert_eq!(found, [(ConflictKind::Name, "Orvane".into(), "Selmark".into())]);
    assert_eq!(texts("Officials will buy the old ferry", "Ministers will buy the old ferry"), []);
}

#[test]
fn two_months_are_no_words_that_two_events_differ_in() {
    let found = texts("the law takes effect on 1 January", "the law comes into force on 1 July");
    assert_eq!(found, [(ConflictKind::Date, "1 January".into(), "1 July".into())]);
}

#[test]
fn capitals_alone_are_no_name_and_what_is_cut_off_is_none() {
    assert_eq!(
        texts("the council bought TV adverts for the fair", "the council bought Tessel adverts for the fair"),
        []
    );
    assert_eq!(texts("he threatened to sue the U.S.", "he threatened to sue the Herald"), []);
}

#[test]
fn another_place_on_one_day_is_disputed_whatever_the_words() {
    let (a, b) =
        ("the next round is to open in Lindau on 14 April", "the delegations meet again on 14 April in Osterby");
    assert_eq!(texts(a, b), [(ConflictKind::Name, "Lindau".into(), "Osterby".into())]);
    let later = "the delegations meet again on 16 April in Osterby";
    assert!(!texts(a, later).iter().any(|(kind, ..)| *kind == ConflictKind::Name));
}

#[test]
fn sums_of_two_scales_are_of_two_things() {
    let sum = |outlet: &str, text: &str, value| counted(outlet, text, value, "EUR");
    let a = || sum("A", "the ferry line was bought for 2 million euros", 2e6);
    assert_eq!(between(a(), sum("B", "the ferry line was bought for 470 million euros", 4.7e8)), []);
    assert_eq!(between(a(), sum("B", "the ferry line was bought for 2 billion euros", 2e9)).len(), 1);
    assert_eq!(between(a(), sum("B", "the ferry line was bought for 3 million euros", 3e6)).len(), 1);
}

#[test]
fn units_of_two_languages_are_one() {
    let pairs = [
        ("the new quay costs 4 kroner", "kroner", "de", "der neue Kai kostet 6 Kronen", "kronen"),
        ("the tug was towed at 4 knots", "knots", "es", "el remolcador iba a 6 nudos", "nudos"),
        ("the mast was 4 feet tall", "feet", "fr", "le mât mesurait 6 pieds", "pieds"),
        ("the dredger sank 4 miles out", "miles", "de", "der Bagger sank nach 6 Meilen", "meilen"),
        ("the terminal took in 4 barrels", "barrels", "it", "il terminale ha preso 6 barili", "barili"),
    ];
    for (text, unit, language, other, other_unit) in pairs {
        let a = || counted("A", text, 4.0, unit);
        let b = |value| ClaimRecord { language: Some(language.into()), ..counted("B", other, value, other_unit) };
        let found = between(a(), b(6.0));
        assert!(matches!(found[..], [(ConflictKind::Number, ..)]), "{text}: {found:?}");
        assert_eq!(between(a(), b(4.0)), [], "{text}");
    }
}

#[test]
fn verbs_of_two_words_are_the_verb_that_they_stand_for() {
    let share = |outlet: &str, text: &str, value| counted(outlet, text, value, "percent");
    let a = || share("A", "fares would rise by 2 per cent", 2.0);
    assert_eq!(between(a(), share("B", "fares will go up by 3 per cent", 3.0)).len(), 1);
    assert_eq!(between(a(), share("B", "fares will go up by 2 per cent", 2.0)), []);
    let found = texts("the fares on the bay will rise", "the fares on the bay went down");
    assert_eq!(found, [(ConflictKind::Polarity, "rise".into(), "went down".into())]);
    assert_eq!(texts("the fares on the bay will rise", "the fares on the bay will not go down"), []);
    let found = texts("the crew accepted the offer", "the crew turned the offer down");
    assert_eq!(found, []);
    assert_eq!(texts("the crew accepted the offer", "the crew turned down the offer").len(), 1);
}

#[test]
fn a_number_against_nobody() {
    let found = texts("Four people were killed in the blast", "Nobody was killed in the blast");
    assert_eq!(found, [(ConflictKind::Number, "Four".into(), "Nobody".into())]);
    assert_eq!(
        texts("three miners were hurt", "no one was hurt"),
        [(ConflictKind::Number, "three".into(), "no one".into())]
    );
    let found = texts("No passengers were hurt", "five passengers were hurt");
    assert_eq!(found, [(ConflictKind::Number, "No passengers".into(), "five".into())]);
    let german = ClaimRecord { language: Some("de".into()), ..claim("B", "Niemand wurde verletzt") };
    let found = between(claim("A", "seven dockers were injured"), german);
    assert_eq!(found, [(ConflictKind::Number, "seven".into(), "Niemand".into())]);
    assert_eq!(texts("nobody was killed, said 4 witnesses", "nobody was killed in the blast"), []);
    assert_eq!(texts("nobody was killed", "the blast hurt five people and killed a horse"), []);
}

#[test]
fn a_denial_within_a_longer_wording() {
    let told = |outlet: &str, act, text: &str| ClaimRecord { act: Some(act), ..claim(outlet, text) };
    let denied = || told("A", Act::Deny, "the ministry had been warned of the leak");
    let long = "the minister had been warned of the broken valve and the leak beneath the old refinery on the hill";
    let found = between(denied(), told("B", Act::Say, long));
    assert_eq!(found, [(ConflictKind::Polarity, "denies".into(), "says".into())]);
    let other = "the minister warned the dockers of a new pier beneath the old refinery on the hill";
    assert_eq!(between(denied(), told("B", Act::Say, other)), []);
}

#[test]
fn a_word_against_its_contrary() {
    let found = texts("the skipper was drunk", "the skipper was sober");
    assert_eq!(found, [(ConflictKind::Polarity, "drunk".into(), "sober".into())]);
    assert_eq!(texts("the skipper was drunk", "the skipper was not sober"), []);
    assert_eq!(texts("the skipper was drunk", "the mate was sober"), []);
    assert_eq!(texts("the drug of the firm is effective", "the drug of the firm is ineffective").len(), 1);
    assert_eq!(texts("the guards of the bay were armed", "the guards of the bay were unarmed").len(), 1);
    let found = texts("the coast road will be open over Easter", "over Easter the coast road will be closed");
    assert_eq!(found, [(ConflictKind::Polarity, "open".into(), "closed".into())]);
    let long = "the skipper was sober when the ferry line hired him in spring before the season";
    assert_eq!(texts("the skipper was drunk", long), []);
}

#[path = "events_tests.rs"]
mod events;
#[path = "negations_tests.rs"]
mod negations;
#[path = "predicates_tests.rs"]
mod predicates;
#[path = "renderings_tests.rs"]
mod renderings;
