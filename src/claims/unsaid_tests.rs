//! What is not said is not claimed, whoever does not say it, on texts written for it.

use super::extract_attributions;
use super::testing::claims;
use super::types::{Act, Polarity};
use crate::Context;

#[test]
fn what_is_not_confirmed_is_not_claimed() {
    for text in [
        "Police could not confirm that the men were armed.",
        "Police did not confirm that the men were armed.",
        "Police have yet to confirm that the men were armed.",
        "Police declined to confirm that the men were armed.",
        "Police refused to confirm that the men were armed.",
        "Police were unable to confirm that the men were armed.",
        "The minister stopped short of saying that the dam had failed.",
        "The minister stopped short of calling the dam unsafe.",
        "Ana Ruiz did not say that the dam was safe.",
        "Ana Ruiz did not promise that the dam would be mended.",
        "Ana Ruiz has not accused Tom Bell of lying.",
        "Not one engineer said that the dam was safe.",
        "“The dam is safe,” Ana Ruiz never said.",
        "Had Ana Ruiz said that the dam was safe, nobody would have believed her.",
        "Ana Ruiz could say tomorrow that the dam was safe.",
        "Critics might argue that the dam was unsafe.",
        "The ministry was asked to comment on the report.",
        "It would take years to say that the dam was unsafe.",
        "The wall is a sign that the dam was unsafe.",
        "There is no suggestion that the dam was unsafe.",
        "The report makes no claim that the dam was unsafe.",
        "Lind, identified as “Witness 4” in the file, left the room.",
        "The bill, known as the “Clean Harbour Act”, was passed by parliament with wide support.",
    ] {
        assert!(claims(text, "en").is_empty(), "{text} {:?}", claims(text, "en"));
    }
}

#[test]
fn nobody_says_nothing() {
    for text in [
        "Nobody said that the dam was safe.",
        "No one has claimed that the dam was safe.",
        "None of the engineers said that the dam was safe.",
        "Neither Ana Ruiz nor Tom Bell said that the dam was safe.",
    ] {
        assert!(claims(text, "en").is_empty(), "{text}");
    }
    for text in ["Nobody denied that the dam was safe.", "None of the engineers believes that the dam is safe."] {
        let said = extract_attributions(text, Some("en"), &Context::default()).expect("small enough");
        assert!(said.iter().all(|said| said.speaker.is_none()), "{text} {said:?}");
    }
}

#[test]
fn what_is_said_of_nothing_is_claimed() {
    use Polarity::{Affirmed, Negated};
    for (text, act, polarity) in [
        ("Police confirmed that the men were armed.", Act::Say, Affirmed),
        ("Police did not deny that the men were armed.", Act::Deny, Affirmed),
        ("Police could not rule out that the men were armed.", Act::Say, Affirmed),
        ("No one disputes that the dam is safe.", Act::Deny, Affirmed),
        ("Ana Ruiz said that the dam was not safe.", Act::Say, Negated),
        ("Nobody was hurt, Ana Ruiz said.", Act::Say, Negated),
        ("Ana Ruiz does not believe that the dam is safe.", Act::Believe, Negated),
        ("Nobody believes that the dam is safe.", Act::Believe, Negated),
        ("Ana Ruiz did not only say that the dam was safe.", Act::Say, Affirmed),
        ("People who did not attend said that the dam was safe.", Act::Say, Affirmed),
        ("A man with no job said that the dam was safe.", Act::Say, Affirmed),
        ("Ana Ruiz did not hesitate to say that the dam was safe.", Act::Say, Affirmed),
        ("Ana Ruiz is not sure that the dam is safe.", Act::Believe, Negated),
        ("No 10 said that the dam was safe.", Act::Say, Affirmed),
        ("The Fern can reveal that the dam was unsafe.", Act::Say, Affirmed),
        ("Ana Ruiz could confirm that the dam was safe.", Act::Say, Affirmed),
        ("Ana Ruiz has never denied that the dam was unsafe.", Act::Deny, Affirmed),
        ("Ana Ruiz lamented that the dam was unsafe.", Act::Say, Affirmed),
    ] {
        let found = claims(text, "en");
        assert_eq!(found.len(), 1, "{text} {found:?}");
        assert_eq!((found[0].0, found[0].1), (act, polarity), "{text}");
    }
}

#[test]
fn other_languages_are_silent_as_well() {
    for (language, text) in [
        ("fr", "La police n'a pas confirmé que les hommes étaient armés."),
        ("fr", "Personne n'a dit que le pont était sûr."),
        ("fr", "Le maire a refusé de dire si le pont était sûr."),
        ("es", "La policía no confirmó que los hombres estuvieran armados."),
        ("es", "La policía todavía no ha podido confirmar que los hombres estaban armados."),
        ("es", "Nadie dijo que el puente fuera seguro."),
        ("es", "El alcalde se negó a decir si el puente era seguro."),
        ("it", "Il sindaco non ha detto che il ponte era sicuro."),
        ("it", "Nessuno ha detto che il ponte era sicuro."),
        ("pt", "A polícia não confirmou que os homens estavam armados."),
        ("nl", "De burgemeester zei niet dat de brug veilig was."),
        ("nl", "De burgemeester wilde niet zeggen of de brug veilig was."),
        ("ru", "Полиция не подтвердила, что мужчины были вооружены."),
        ("ru", "Никто не сказал, что мост безопасен."),
        ("de", "Die Polizei bestätigte nicht, dass die Männer bewaffnet waren."),
        ("de", "Die Polizei hat nicht bestätigt, dass die Männer bewaffnet waren."),
        ("de", "Die Polizei wollte nicht sagen, ob die Männer bewaffnet waren."),
        ("de", "Niemand sagte, dass die Brücke sicher sei."),
    ] {
        assert!(claims(text, language).is_empty(), "{text} {:?}", claims(text, language));
    }
}

#[test]
fn other_languages_tell_denials_and_beliefs() {
    use Polarity::{Affirmed, Negated};
    for (language, text, act, polarity) in [
        ("fr", "Le maire n'a pas nié que le pont était dangereux.", Act::Deny, Affirmed),
        ("fr", "Le maire a dit que le pont n'était pas sûr.", Act::Say, Negated),
        ("fr", "Le maire ne croit pas que le pont soit sûr.", Act::Believe, Negated),
        ("es", "El alcalde no negó que el puente fuera peligroso.", Act::Deny, Affirmed),
        ("es", "El alcalde no cree que el puente sea seguro.", Act::Believe, Negated),
        ("es", "El hombre que no vino dijo que el puente era seguro.", Act::Say, Affirmed),
        ("it", "Il sindaco non ha negato che il ponte fosse pericoloso.", Act::Deny, Affirmed),
        ("nl", "De burgemeester ontkende niet dat de brug gevaarlijk was.", Act::Deny, Affirmed),
        ("ru", "Мэр не отрицал, что мост опасен.", Act::Deny, Affirmed),
        ("de", "Der Minister glaubt nicht, dass die Brücke sicher ist.", Act::Believe, Negated),
        ("de", "Der Minister wollte nicht ausschließen, dass die Brücke gesperrt wird.", Act::Say, Affirmed),
        ("de", "Die Brücke sei sicher, sagte ein nicht genannter Sprecher.", Act::Say, Affirmed),
    ] {
        let found = claims(text, language);
        assert_eq!(found.len(), 1, "{text} {found:?}");
        assert_eq!((found[0].0, found[0].1), (act, polarity), "{text}");
    }
}

#[test]
fn how_many_are_cited_is_no_claim() {
    let found = claims("The minister has resigned, the Times reported, citing two officials.", "en");
    assert_eq!(found.len(), 1, "{found:?}");
    let found = claims("Two officials have resigned, the Times reported.", "en");
    assert_eq!(found.len(), 1, "{found:?}");
}

#[test]
fn who_neither_confirms_nor_denies_claims_nothing() {
    for (language, text) in [
        ("es", "La ministra no confirmó ni desmintió el dato."),
        ("en", "The minister neither confirmed nor denied the figure."),
    ] {
        assert!(claims(text, language).is_empty(), "{text} {:?}", claims(text, language));
    }
}

#[test]
fn who_says_nothing_claims_nothing() {
    for (language, text) in [
        ("en", "Doyle said nothing."),
        ("en", "Doyle said nothing about the deal."),
        ("en", "The ministry said no more."),
        ("en", "Doyle declined to comment."),
        ("de", "Der Minister sagte nichts."),
        ("es", "El ministro no dijo nada."),
    ] {
        assert_eq!(claims(text, language), [], "{text}");
    }
    let only = |text: &str| claims(text, "en").pop().map(|claim| claim.2);
    assert_eq!(only("Doyle said nothing had been decided.").as_deref(), Some("nothing had been decided"));
    assert_eq!(only("The audit found nothing.").as_deref().map(|words| words.contains("nothing")), Some(true));
}

#[test]
fn who_doubts_accuses_nobody() {
    let found = claims("Experts doubt that the plan will work.", "en");
    assert_eq!(found, [(Act::Believe, Polarity::Negated, "the plan will work".to_owned())]);
    let found = claims("Critics accuse the mayor of lying.", "en");
    assert_eq!(found[0].0, Act::Accuse);
}

#[test]
fn what_is_said_is_claimed_whatever_its_verb_looks_like() {
    for (text, said) in [
        ("Solheim said the fire spread in minutes.", "the fire spread in minutes"),
        ("Solheim said the law cut taxes.", "the law cut taxes"),
        ("Lang said: “That is nonsense.”", "That is nonsense"),
        ("Lang said that is a lie.", "that is a lie"),
    ] {
        let found = claims(text, "en");
        assert_eq!(found.first().map(|claim| claim.2.trim_end_matches('.')), Some(said), "{text}");
    }
}

#[test]
fn what_is_refused_some_day_is_not_said() {
    for text in ["El senador se negó este jueves a reconocer su derrota.", "El ministro se negó a confirmar la cifra."]
    {
        assert_eq!(claims(text, "es"), [], "{text}");
    }
}
