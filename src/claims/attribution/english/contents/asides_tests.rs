//! Two who speak in one sentence, on texts written for it: clauses between commas, semicolons, adverbial clauses.

use crate::claims::attribution::testing;

fn parts(text: &str) -> Vec<[String; 3]> {
    testing::parts(text, "en")
}

fn speakers(text: &str, language: &str) -> Vec<(String, String)> {
    let found = testing::read(text, language);
    let named = |speaker: &Option<String>| speaker.clone().unwrap_or_default();
    found.iter().map(|found| (named(&found.speaker), testing::contents(text, found))).collect()
}

fn own(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    pairs.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect()
}

#[test]
fn who_speaks_behind_a_relative_clause_stands_before_it() {
    let text = "Ruiz, whom Bell had called a liar, said the dam was safe.";
    assert_eq!(speakers(text, "en"), own(&[("Ruiz", "the dam was safe")]));
    let text = "The minister, whom critics accuse of lying, said the bridge would open in May.";
    assert!(speakers(text, "en").contains(&("minister".into(), "the bridge would open in May".into())));
    // Without the clause nothing changes.
    let text = "Ruiz, the mayor, said the dam was safe.";
    assert_eq!(speakers(text, "en"), own(&[("Ruiz", "the dam was safe")]));
}

#[test]
fn who_speaks_in_a_relative_clause_says_no_more_than_stands_in_it() {
    let found = parts("Ruiz, whose firm Bell says is broke, denied wrongdoing.");
    assert_eq!(found, [["Bell", "says", "is broke"], ["Ruiz", "denied", "wrongdoing"]]);
    let found = parts("The firm, whose accounts Tom Bell says are wrong, rejected the charge.");
    assert_eq!(found[0], ["Tom Bell", "says", "are wrong"]);
    let found = parts("The ferry, which Bell said was unsafe, was sold on Monday.");
    assert_eq!(found, [["Bell", "said", "was unsafe"]]);
    // A list within the clause does not end it, nor does a clause without a verb behind it.
    let found = parts("Bell praised the ferry, which he said was old, slow and safe.");
    assert!(found.iter().any(|[_, cue, content]| cue == "said" && content.ends_with("safe")), "{found:?}");
}

#[test]
fn a_noun_at_the_head_is_who_its_relative_clause_tells_of() {
    for (text, who) in [
        ("Police, who said the men were armed, arrested Tom Bell.", "Police"),
        ("The guards, who said the men were armed, arrested Tom Bell.", "guards"),
        ("Ana Ruiz, who said the men were armed, arrested Tom Bell.", "Ana Ruiz"),
    ] {
        assert_eq!(speakers(text, "en"), own(&[(who, "the men were armed")]), "{text}");
    }
}

#[test]
fn whatever_somebody_said_is_not_told() {
    for aside in ["no matter what Tom Bell said", "whatever Tom Bell claimed", "regardless of what Tom Bell said"] {
        let text = format!("The operator insisted there had been no leak, {aside}.");
        let found = speakers(&text, "en");
        assert!(found.iter().all(|(speaker, _)| speaker == "operator") && found.len() == 1, "{aside}: {found:?}");
    }
    let found = speakers("Ana Ruiz insisted there had been no leak, no matter what Tom Bell said.", "en");
    assert!(found.iter().all(|(speaker, _)| speaker == "Ana Ruiz") && found.len() == 1, "{found:?}");
    let text = "Regardless of what Tom Bell says, Ana Ruiz believes that the dam is safe.";
    assert_eq!(speakers(text, "en"), own(&[("Ana Ruiz", "that the dam is safe")]));
    for about in ["", " about the dam"] {
        let text = format!("Despite what the mayor said{about}, it was not safe.");
        assert!(speakers(&text, "en").is_empty(), "{text}");
    }
    // What he said stands there.
    let found = speakers("It did not matter, Tom Bell said.", "en");
    assert_eq!(found, own(&[("Tom Bell", "It did not matter")]));
}

#[test]
fn who_is_asked_answers_behind_the_question() {
    let found = parts("Asked by Tom Bell whether the dam was safe, Ana Ruiz said it was not.");
    assert_eq!(found[0][2], "whether the dam was safe");
    assert_eq!(found[1], ["Ana Ruiz", "said", "it was not"]);
}

#[test]
fn a_semicolon_parts_two_who_speak() {
    let found = speakers("The dam is safe, said Ruiz; Bell said it was not.", "en");
    assert_eq!(found, own(&[("Ruiz", "The dam is safe"), ("Bell", "it was not")]));
    let found = speakers("Talks will go on, said the union on Monday; the company said they were over.", "en");
    assert_eq!(found, own(&[("union", "Talks will go on"), ("company", "they were over")]));
    let found = speakers("Ruiz says the dam is safe; her deputy, Tom Bell, says it is not.", "en");
    assert_eq!(found, own(&[("Ruiz", "the dam is safe"), ("Tom Bell", "it is not")]));
    let found = speakers("\"The dam is safe,\" said Ana Ruiz; Tom Bell said it was not.", "en");
    assert_eq!(found, own(&[("Ana Ruiz", "The dam is safe"), ("Tom Bell", "it was not")]));
}

#[test]
fn a_semicolon_parts_two_who_speak_in_other_languages() {
    for (language, text, first) in [
        ("de", "Die Ministerin sagte, die Brücke sei sicher; der Bürgermeister bestritt das.", "die Brücke sei sicher"),
        ("es", "La ministra dijo que el puente era seguro; el alcalde lo negó.", "el puente era seguro"),
        ("fr", "La ministre a dit que le pont était sûr ; le maire l'a nié.", "le pont était sûr"),
        ("it", "La ministra ha detto che il ponte era sicuro; il sindaco lo ha negato.", "il ponte era sicuro"),
        ("pt", "A ministra disse que a ponte era segura; o prefeito negou.", "a ponte era segura"),
        ("nl", "De minister zei dat de brug veilig was; de burgemeester ontkende dat.", "de brug veilig was"),
        ("ru", "Министр заявила, что мост безопасен; мэр это отрицал.", "мост безопасен"),
    ] {
        assert_eq!(speakers(text, language)[0].1, first, "{text}");
    }
    for (language, text, second) in [
        (
            "de",
            "„Die Brücke ist sicher“, sagte Ana Ruiz; „sie muss gesperrt werden“, sagte Tom Bell.",
            "sie muss gesperrt werden",
        ),
        ("es", "«El puente es seguro», dijo Ana Ruiz; «hay que cerrarlo», replicó Tom Bell.", "hay que cerrarlo"),
        ("fr", "« Le pont est sûr », a dit Ana Ruiz ; « il faut le fermer », a répondu Tom Bell.", "il faut le fermer"),
        (
            "it",
            "«Il ponte è sicuro», ha detto Ana Ruiz; «bisogna chiuderlo», ha replicato Tom Bell.",
            "bisogna chiuderlo",
        ),
    ] {
        let found = speakers(text, language);
        assert_eq!(found.len(), 2, "{found:?}");
        assert_eq!(found[0].0, "Ana Ruiz", "{found:?}");
        assert_eq!(found[1], ("Tom Bell".into(), second.into()), "{found:?}");
    }
}

#[test]
fn who_is_set_against_the_first_speaks_for_himself() {
    for (language, text, first, second) in [
        (
            "de",
            "Ana Ruiz sagte, die Brücke sei sicher, während Tom Bell warnte, sie müsse weg.",
            "die Brücke sei sicher",
            "sie müsse weg",
        ),
        (
            "es",
            "Ana Ruiz dijo que el puente era seguro, mientras que Tom Bell aseguró que no lo era.",
            "el puente era seguro",
            "no lo era",
        ),
        (
            "fr",
            "Ana Ruiz a dit que le pont était sûr, mais Tom Bell a affirmé qu'il était vieux.",
            "le pont était sûr",
            "il était vieux",
        ),
        (
            "it",
            "Ana Ruiz ha detto che il ponte era sicuro, mentre Tom Bell ha detto che era vecchio.",
            "il ponte era sicuro",
            "era vecchio",
        ),
        (
            "pt",
            "Ana Ruiz disse que a ponte era segura, enquanto Tom Bell disse que era velha.",
            "a ponte era segura",
            "era velha",
        ),
        (
            "nl",
            "Ana Ruiz zei dat de brug veilig was, terwijl Tom Bell zei dat die oud was.",
            "de brug veilig was",
            "die oud was",
        ),
        (
            "ru",
            "Анна Петрова заявила, что мост безопасен, а Иван Белов сказал, что он старый.",
            "мост безопасен",
            "он старый",
        ),
    ] {
        let found = speakers(text, language);
        assert_eq!(found.len(), 2, "{found:?}");
        assert_eq!((found[0].1.as_str(), found[1].1.as_str()), (first, second), "{found:?}");
        assert!(found[1].0 == "Tom Bell" || found[1].0 == "Иван Белов", "{found:?}");
    }
    // What was before, and what a conjunction opens, the first one says.
    for text in [
        "Ana Ruiz dijo que el puente era seguro, pero el alcalde había dicho otra cosa.",
        "Ana Ruiz dijo que no iría, pero que el alcalde aseguró su presencia.",
    ] {
        let found = speakers(text, "es");
        assert!(found.len() == 1 && found[0].1.contains("alcalde"), "{found:?}");
    }
}

#[test]
fn a_semicolon_within_what_one_says_parts_nothing() {
    for (language, text) in [
        ("es", "Ruiz dijo que el puente era seguro; que la carretera estaba abierta; y que nadie mintió."),
        ("fr", "Ruiz a dit que le pont était sûr ; et que le maire avait affirmé le contraire."),
        ("de", "Ruiz sagte: „Die Brücke ist sicher; der Bürgermeister sagte die Unwahrheit.“"),
        ("de", "Die Brücke ist sicher; die Straße ist offen, sagte Ana Ruiz."),
        ("ru", "— Мост безопасен; его не закроют, — сказал Иван Белов."),
    ] {
        let found = speakers(text, language);
        assert_eq!(found.len(), 1, "{found:?}");
        assert!(found[0].1.contains(';'), "{found:?}");
    }
}

#[test]
fn according_to_one_and_not_to_the_next() {
    let found = speakers("Laut Polizei wurden 40 Menschen verletzt, die Feuerwehr sprach von 60.", "de");
    assert_eq!(found, own(&[("Polizei", "wurden 40 Menschen verletzt"), ("Feuerwehr", "60")]));
    let text = "Nach Angaben der Stadt ist die Brücke sicher, der Bürgermeister warnte vor Rissen im Beton.";
    assert_eq!(speakers(text, "de")[0].1, "ist die Brücke sicher");
    // A relative clause, and what is reported in its mood.
    for text in [
        "Laut Polizei wurden 40 Menschen verletzt, die Zeugen meldeten.",
        "Laut Ruiz ist die Brücke sicher, der Bürgermeister fordere nur mehr Geld.",
    ] {
        assert_eq!(speakers(text, "de").len(), 1, "{text}");
    }
}

#[test]
fn a_charge_is_told_by_the_clause_behind_it() {
    for text in [
        "Der Betreiber wies den Vorwurf zurück, die Sprinkler hätten versagt.",
        "Der Betreiber wies den Vorwurf zurück, dass die Sprinkler versagt hätten.",
    ] {
        assert!(speakers(text, "de")[0].1.contains("versagt"), "{text}");
    }
    let found = speakers("Der Betreiber wies den Bericht zurück, den die Zeugen geschrieben hätten.", "de");
    assert_eq!(found[0].1, "den Bericht");
    let found = speakers("Ana Ruiz wies den Vorwurf zurück und kündigte eine Klage an.", "de");
    assert_eq!(found[0], ("Ana Ruiz".into(), "den Vorwurf".into()));
}

#[test]
fn a_short_clause_is_closed_by_who_says_it() {
    for (text, content) in [
        ("Profit doubled, the firm said.", "Profit doubled"),
        ("Around one in five voters stayed home, the commission said.", "Around one in five voters stayed home"),
        ("Ten shops closed, the council said.", "Ten shops closed"),
        ("Roughly two in three shops closed, the council said.", "Roughly two in three shops closed"),
    ] {
        let found = parts(text);
        assert_eq!(found.len(), 1, "{text}");
        assert_eq!(found[0][2], content);
    }
    // No clause.
    for text in ["Around the corner, the firm said.", "Under two trees, the firm said."] {
        assert!(parts(text).is_empty(), "{text}");
    }
}

#[test]
fn who_speaks_behind_a_participle_clause_stands_before_it() {
    let text = "A senior clerk, speaking on condition of anonymity because she was not allowed to talk to the press, said the firm \
                lost two crates.";
    assert_eq!(parts(text), [["A senior clerk", "said", "the firm lost two crates"]]);
    let text = "Two divers, speaking after an inspection of the weir, said the wall had cracked.";
    assert_eq!(parts(text), [["Two divers", "said", "the wall had cracked"]]);
    let text = "A nurse, speaking on condition of anonymity because he feared the press, said the ward \"closed at least two beds\".";
    assert_eq!(parts(text), [["A nurse", "said", "the ward \"closed at least two beds\""]]);
    // Another verb of the sentence, and who closes it.
    let found = parts("The weir, built in 1931, is safe, said Tom Bell.");
    assert_eq!(found, [["Tom Bell", "said", "The weir, built in 1931, is safe"]]);
}
