//! Negations in their places and languages, and who takes which side of them.

use super::*;

fn in_language(outlet: &str, language: &str, text: &str) -> ClaimRecord {
    ClaimRecord { language: Some(language.into()), ..claim(outlet, text) }
}

#[test]
fn nobody_in_any_place_and_language() {
    for (language, none, some) in [
        ("en", "police have not arrested anyone", "police have arrested three men"),
        ("en", "the police have arrested no one", "the police have arrested three men"),
        ("de", "die Polizei hat niemanden festgenommen", "die Polizei hat drei Männer festgenommen"),
        ("fr", "la police n'a arrêté personne", "la police a arrêté trois hommes"),
        ("fr", "personne n'a été blessé", "trois personnes ont été blessées"),
        ("es", "la policía no ha detenido a nadie", "la policía ha detenido a tres hombres"),
        ("it", "la polizia non ha arrestato nessuno", "la polizia ha arrestato tre uomini"),
    ] {
        let found = between(in_language("A", language, none), in_language("B", language, some));
        assert!(matches!(found[..], [(ConflictKind::Number, ..)]), "{none}: {found:?}");
        let found = between(in_language("A", language, none), in_language("B", "en", "police have arrested 3 men"));
        assert_eq!(found.len(), usize::from(!none.contains("bless")), "{none}: {found:?}");
        assert_eq!(
            between(in_language("A", language, none), in_language("B", "en", "police have not arrested anyone")),
            [],
            "{none}"
        );
    }
    let hurt = "three dockers were hurt in the fire";
    assert_eq!(texts(hurt, "nobody else was hurt in the fire"), []);
    assert_eq!(texts(hurt, "the fire did not hurt anyone else"), []);
    assert_eq!(texts(hurt, "no other dockers were hurt in the fire"), []);
}

#[test]
fn a_negation_in_another_language() {
    let closed = |language: &str| match language {
        "fr" => "la plage de Tessel n'est pas fermée",
        _ => "der Strand von Tessel ist nicht geschlossen",
    };
    for language in ["fr", "de"] {
        let found = between(
            in_language("A", "en", "the beach at Tessel is closed"),
            in_language("B", language, closed(language)),
        );
        assert!(matches!(found[..], [(ConflictKind::Polarity, ..)]), "{language}: {found:?}");
        assert_eq!(
            between(
                in_language("A", "en", "the beach at Tessel is not closed"),
                in_language("B", language, closed(language))
            ),
            []
        );
    }
    let (german, english) =
        ("Die Reederei in Tessel hat die Verhandlung nicht begonnen", "The attack in Lindau has begun");
    assert_eq!(between(in_language("A", "de", german), in_language("B", "en", english)), []);
}

#[test]
fn not_until_then_is_no_denial() {
    assert_eq!(texts("the bridge will not open until June", "the bridge will open in June"), []);
    assert_eq!(texts("the bridge will not open before June", "the bridge will open before June").len(), 1);
}

#[test]
fn an_outlet_has_both_sides_only_where_another_contradicts_it() {
    let (yes, no) = ("the old bridge is closed to lorries", "the old bridge is not closed to lorries");
    let rows = |claims: &[ClaimRecord]| {
        let found = conflicts(claims, &vec![Some(7); claims.len()], &Context::default()).unwrap();
        found.iter().map(|conflict| (conflict.a, conflict.b)).collect::<Vec<_>>()
    };
    assert_eq!(rows(&[claim("A", yes), claim("A", no), claim("B", yes)]), [(1, 2), (0, 1)]);
    assert_eq!(rows(&[claim("A", yes), claim("A", no), claim("B", "the old bridge has cracks")]), []);
    assert_eq!(rows(&[claim("A", yes), claim("B", no), claim("C", no)]), [(0, 1), (0, 2)]);
}

#[test]
fn without_a_thing_is_a_negation_unless_nobody_does_it() {
    assert_eq!(texts("the talks ended with a deal", "the talks ended without a deal").len(), 1);
    let masked = "visitors of the three hospitals must wear masks";
    assert_eq!(texts(masked, "nobody is let into the three hospitals as a visitor without a mask"), []);
}

#[test]
fn what_failed_to_happen_did_not() {
    let found = texts("the two sides reached an agreement", "the two sides failed to reach an agreement");
    assert!(matches!(found[..], [(ConflictKind::Polarity, ..)]), "{found:?}");
    assert_eq!(texts("the sides failed to reach a deal", "the sides have yet to reach a deal"), []);
}

#[test]
fn who_does_not_deny_leaves_it_open() {
    let by = |outlet: &str, polarity| {
        let act = Some(Act::Deny);
        ClaimRecord { act, polarity: Some(polarity), ..claim(outlet, "a new tax on ferries in spring") }
    };
    let found = between(by("A", Polarity::Negated), by("B", Polarity::Affirmed));
    assert_eq!(found, [(ConflictKind::Polarity, "denies".into(), "does not deny".into())]);
    assert_eq!(between(by("A", Polarity::Negated), by("B", Polarity::Negated)), []);
}

#[test]
fn not_since_is_the_last_time() {
    assert_eq!(texts("the lift has not been checked since 2021", "the lift was last checked in 2021"), []);
    assert_eq!(texts("the lift was not checked in 2021", "the lift was checked in 2021").len(), 1);
}

#[test]
fn what_is_cut_off_is_without() {
    assert_eq!(texts("3,000 homes in Tessel were without power", "power was cut off to 3,000 homes in Tessel"), []);
    assert_eq!(texts("the homes in Tessel have power", "the homes in Tessel are without power").len(), 1);
}

#[test]
fn a_short_no_denies_all_that_is_told_more_fully() {
    let full = "the harbour master of Tessel resigned on Thursday over his handling of the fire at the quay";
    let found = texts(full, "the harbour master of Tessel will not resign");
    assert!(matches!(found[..], [(ConflictKind::Polarity, ..)]), "{found:?}");
    // A longer one may deny but what it tells more.
    let found = texts(
        "the harbour master was paid",
        "the harbour master was not paid in gold by friends of the dockers of Orlen",
    );
    assert_eq!(found, []);
    let by = |outlet: &str, text: &str| ClaimRecord { speaker: Some("police".into()), ..claim(outlet, text) };
    assert_eq!(between(by("A", "the skipper was tested for alcohol"), by("B", "the skipper was not tested")).len(), 1);
    assert_eq!(between(by("A", "the skipper was tested"), by("B", "the skipper was not tested for alcohol")), []);
}

#[test]
fn a_story_told_at_length_does_not_contradict_a_short_no() {
    let no = "the islands not to join the fishing pact";
    let long = "the council would not allow the mainland to hold up the islands' wish to join the fishing pact one day, \
        which is something that the shipping companies have never accepted";
    assert_eq!(texts(no, long), []);
    let no = "we do not agree that the pact cannot expand further";
    let long = "the quarrel dates back to 1987, when the pact began a series of expansions by accepting former colonies and \
        harbour towns of the north";
    assert_eq!(texts(no, long), []);
}

#[test]
fn one_word_behind_a_pronoun_may_be_all_that_is_denied() {
    let by =
        |outlet: &str, speaker: &str, text: &str| ClaimRecord { speaker: Some(speaker.into()), ..claim(outlet, text) };
    for (yes, no) in [
        ("I will resign", "I will not resign"),
        ("he was armed", "he was not armed"),
        ("he got a letter", "he did not get a letter"),
        ("she received a letter at 9 a.m.", "she never received a letter"),
        ("she received a letter on Sunday", "she never received a letter"),
    ] {
        let found = between(by("A", "Ines Korda", yes), by("B", "Ines Korda", no));
        assert!(matches!(found[..], [(ConflictKind::Polarity, ..)]), "{yes}: {found:?}");
        assert_eq!(between(by("A", "Ines Korda", yes), by("B", "Per Holt", no)), [], "{yes}");
    }
    let long = "I will resign, as I told the council in Tessel on the day of the fire";
    assert_eq!(between(by("A", "Ines Korda", long), by("B", "Ines Korda", "I will not resign")), []);
}

#[test]
fn a_thing_is_not_denied_with_another_deed() {
    let left = "some 6,400 people in Tessel had to leave their homes for hours";
    assert_eq!(texts(left, "some 6,400 people in Tessel could not be in their homes for hours"), []);
    assert_eq!(texts(left, "some 6,400 people in Tessel did not leave their homes for hours").len(), 1);
}

#[test]
fn what_is_demanded_is_not_said() {
    let by = |outlet: &str, act: Act, text: &str| ClaimRecord { act: Some(act), ..claim(outlet, text) };
    let no = || by("B", Act::Say, "the dry dock of Tessel would not stay open");
    let open = "the dry dock of Tessel stay open";
    assert_eq!(between(by("A", Act::Demand, open), no()), []);
    assert_eq!(between(by("A", Act::Say, open), no()).len(), 1);
    assert_eq!(between(by("A", Act::Demand, open), ClaimRecord { act: Some(Act::Demand), ..no() }).len(), 1);
}

#[test]
fn of_two_words_neither_may_be_so() {
    let found = texts("the vote in Tessel was free and fair", "the vote in Tessel was neither free nor fair");
    assert!(matches!(found[..], [(ConflictKind::Polarity, ..)]), "{found:?}");
}

#[test]
fn what_is_said_to_be_untrue_is_denied() {
    let sold = "the harbour of Tessel was sold";
    for verdict in ["it was not true that", "it was simply false that", "it was wrong to say that"] {
        let untrue = format!("{verdict} {sold}");
        let found = texts(&untrue, sold);
        assert!(matches!(&found[..], [(ConflictKind::Polarity, ..)]), "{untrue}: {found:?}");
        assert_eq!(texts(&untrue, "the harbour of Tessel was not sold"), [], "{untrue}");
        let twice = format!("{verdict} the harbour of Tessel was not sold");
        assert_eq!(texts(&twice, sold), [], "{twice}");
        assert_eq!(texts(&twice, "the harbour of Tessel was not sold").len(), 1, "{twice}");
    }
    for so in ["it was true that", "it was wrong that", "it was not untrue that"] {
        assert_eq!(texts(&format!("{so} {sold}"), sold), [], "{so}");
    }
    let german = |outlet: &str, text: &str| in_language(outlet, "de", text);
    let untrue = "es stimme nicht, dass der Hafen von Tessel geschlossen wurde";
    assert_eq!(between(german("A", untrue), german("B", "der Hafen von Tessel wurde geschlossen")).len(), 1);
    assert_eq!(between(german("A", untrue), german("B", "der Hafen von Tessel wurde nicht geschlossen")), []);
    assert_eq!(between(german("A", untrue), claim("B", "it is false that the harbour of Tessel was closed")), []);
}

#[test]
fn both_negate_what_one_calls_untrue() {
    let told = [
        claim("A", "it is not true that the harbour was closed"),
        in_language("B", "es", "el puerto no se ha cerrado"),
        in_language("C", "es", "el puerto se ha cerrado"),
    ];
    let found = crate::coverage::opposed(&told, &[(0, 1), (0, 2)], &Context::default()).unwrap();
    assert_eq!(found, [false, true]);
}

#[test]
fn what_nobody_did_somebody_did() {
    let said = |outlet: &str, text: &str| ClaimRecord { speaker: Some("Ines Korda".into()), ..claim(outlet, text) };
    let no = || said("A", "nobody had paid the pilot");
    for yes in ["a broker had paid the pilot", "the pilot had been paid by a broker"] {
        let found = between(no(), said("B", yes));
        assert!(matches!(&found[..], [(ConflictKind::Polarity, ..)]), "{yes}: {found:?}");
    }
    for other in [
        "the pilot had paid a broker",
        "a broker had paid the skipper",
        "a broker should have paid the pilot",
        "a broker may have paid the pilot",
    ] {
        assert_eq!(between(no(), said("B", other)), [], "{other}");
    }
}

#[test]
fn what_leads_to_a_day_has_no_contrary() {
    let closed = "forty quays will be closed from Monday";
    assert_eq!(texts(closed, "forty quays will be shut starting Monday"), []);
    assert_eq!(texts(closed, "forty quays will be shut beginning on Monday"), []);
    assert_eq!(texts("the strike in Tessel ended on Monday", "the strike in Tessel started on Monday").len(), 1);
}

#[test]
fn who_has_no_plans_to_do_it_denies_it_once() {
    let no = "the firm has no plans to sell the yard";
    assert_eq!(texts("the firm plans to sell the yard", no).len(), 1);
    assert_eq!(texts("the firm does not plan to sell the yard", no), []);
}

#[test]
fn who_says_of_himself_that_he_never_did_it_is_contradicted() {
    let said =
        |outlet: &str, speaker: &str, text: &str| ClaimRecord { speaker: Some(speaker.into()), ..claim(outlet, text) };
    let never = || said("A", "the minister", "he had never met the lobbyist");
    let kinds = |other: ClaimRecord| -> Vec<ConflictKind> {
        between(never(), other).into_iter().map(|(kind, ..)| kind).collect()
    };
    assert_eq!(kinds(said("B", "his aide", "the minister met the lobbyist")), [ConflictKind::Polarity]);
    assert_eq!(kinds(said("B", "his aide", "the mayor met the lobbyist")), []);
}

#[test]
fn two_negations_of_one_language_are_one() {
    let none = || in_language("A", "fr", "nous n'avons reçu aucune alerte");
    let found = between(none(), in_language("B", "fr", "avoir reçu une alerte"));
    assert!(matches!(found[..], [(ConflictKind::Polarity, ..)]), "{found:?}");
    assert_eq!(between(none(), in_language("B", "fr", "n'avoir reçu aucune alerte")), []);
}

#[test]
fn what_is_negated_in_other_words_is_no_contrary() {
    let told = |text: &str, polarity| ClaimRecord { polarity: Some(polarity), ..claim("A", text) };
    let negated = |text: &str| told(text, Polarity::Negated);
    let claims = [
        negated("no alarm went off"),
        negated("the alarm never sounded"),
        told("the alarm went off", Polarity::Affirmed),
    ];
    let found = crate::coverage::opposed(&claims, &[(0, 1), (0, 2)], &Context::default()).unwrap();
    assert_eq!(found, [false, true]);
}

#[test]
fn a_negation_in_russian() {
    let signs = "Министр подпишет договор о рыболовстве";
    let found = |text: &str| between(in_language("A", "ru", signs), in_language("B", "ru", text));
    let not = found("Министр не подпишет договор о рыболовстве");
    assert!(matches!(not[..], [(ConflictKind::Polarity, ..)]), "{not:?}");
    assert_eq!(found("Министр подпишет не только договор о рыболовстве"), []);
    assert_eq!(found("Министр подпишет договор о рыболовстве"), []);
}

#[test]
fn a_verb_is_one_in_all_its_forms() {
    let by = |outlet: &str, language: &str, text: &str| ClaimRecord {
        speaker: Some("Ines Korda".into()),
        ..in_language(outlet, language, text)
    };
    for (language, yes, no) in [
        ("fr", "l'ancienne ministre va faire appel", "elle ne fera pas appel"),
        ("ru", "директор подаст апелляцию", "директор не будет подавать апелляцию"),
    ] {
        let found = between(by("A", language, yes), by("B", language, no));
        assert!(matches!(&found[..], [(ConflictKind::Polarity, ..)]), "{yes}: {found:?}");
    }
}
