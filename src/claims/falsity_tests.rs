//! What is called false is said not to be so, in eight languages, on texts written for it.

use super::testing::read;
use super::types::Act;
use super::types::Polarity::{self, Affirmed, Negated};

/// Polarity and subject of the claims that somebody makes.
fn claims(text: &str, language: &'static str) -> Vec<(Polarity, String)> {
    let subject = |span: Option<crate::Span>| span.map_or(String::new(), |span| span.of(text).to_owned());
    read(text, language).iter().map(|claim| (claim.polarity, subject(claim.subject))).collect()
}

#[test]
fn what_is_untrue_is_not_so() {
    for (text, polarity) in [
        ("It was untrue that the dam had failed, the minister said.", Negated),
        ("The minister said it was false that the dam had failed.", Negated),
        ("It is not true that the dam has failed, the minister said.", Negated),
        ("The minister said there was no truth in the claim that the dam had failed.", Negated),
        ("“It is a lie that the dam has failed,” said Ruiz.", Negated),
        ("It would be wrong to say that the dam had failed, Ruiz said.", Negated),
        ("It was true that the dam had failed, the minister said.", Affirmed),
        ("It is not untrue that the dam has failed, the minister said.", Affirmed),
        ("The minister said it was untrue that the dam had not failed.", Affirmed),
        ("Reports that the dam has failed are untrue, the minister said.", Negated),
        ("The minister said reports that the dam had failed were false.", Negated),
        ("The minister called reports that the dam had failed “nonsense”.", Negated),
        ("Reports of a leak are false, the minister said.", Negated),
        ("Reports that the dam has failed are true, the minister said.", Affirmed),
        ("The minister said it was wrong that the dam had failed.", Affirmed),
        ("The minister dismissed the claim that the dam had failed as nonsense.", Negated),
        ("The minister did not dismiss the claim that the dam had failed as nonsense.", Affirmed),
        ("The minister said the teeth were false.", Affirmed),
    ] {
        let found = claims(text, "en");
        assert_eq!(found.iter().map(|(polarity, _)| *polarity).collect::<Vec<_>>(), [polarity], "{text}");
    }
}

#[test]
fn what_is_untrue_has_its_own_subject() {
    for text in
        ["It was untrue that the dam had failed, Ruiz said.", "Reports that the dam has failed are untrue, Ruiz said."]
    {
        let found = claims(text, "en");
        assert_eq!(found.first().map(|(_, subject)| subject.as_str()), Some("the dam"), "{text}");
    }
}

#[test]
fn other_languages_call_things_false_as_well() {
    for (language, text, polarity) in [
        ("de", "Es sei falsch, dass der Damm gebrochen sei, sagte der Minister.", Negated),
        ("de", "Es stimme nicht, dass der Damm gebrochen sei, sagte der Minister.", Negated),
        ("de", "Es stimme nicht, dass der Damm nicht sicher sei, sagte der Minister.", Affirmed),
        ("de", "Berichte, wonach der Damm gebrochen sei, seien falsch, sagte der Minister.", Negated),
        ("de", "Das Ergebnis sei falsch, sagte der Minister.", Affirmed),
        ("de", "Es sei richtig, dass der Damm gebrochen sei, sagte der Minister.", Affirmed),
        ("fr", "Le ministre a déclaré qu'il est faux que le barrage ait cédé.", Negated),
        ("fr", "Il n'est pas vrai que le barrage ait cédé, a déclaré le ministre.", Negated),
        ("fr", "Les informations selon lesquelles le barrage a cédé sont fausses, a déclaré le ministre.", Negated),
        ("fr", "« Il est vrai que le barrage a cédé », a déclaré le ministre.", Affirmed),
        ("es", "El ministro dijo que es falso que la presa haya cedido.", Negated),
        ("es", "El ministro dijo que no es verdad que la presa no sea segura.", Affirmed),
        ("es", "«Es mentira que la presa haya cedido», dijo el ministro.", Negated),
        ("es", "Las informaciones de que la presa cedió son falsas, dijo el ministro.", Negated),
        ("pt", "O ministro disse que é falso que a barragem tenha cedido.", Negated),
        ("pt", "“Não é verdade que a barragem tenha cedido”, disse o ministro.", Negated),
        ("it", "Il ministro ha detto che è falso che la diga abbia ceduto.", Negated),
        ("it", "«Non è vero che la diga ha ceduto», ha detto il ministro.", Negated),
        ("nl", "De minister zei dat het onwaar is dat de dam is gebroken.", Negated),
        ("nl", "Berichten dat de dam is gebroken zijn onjuist, zei de minister.", Negated),
        ("ru", "«Неправда, что плотину прорвало», — сказал министр.", Negated),
        ("ru", "«Это ложь, что плотину прорвало», — сказал министр.", Negated),
    ] {
        let found = claims(text, language);
        assert_eq!(found.iter().map(|(polarity, _)| *polarity).collect::<Vec<_>>(), [polarity], "{text}");
    }
}

#[test]
fn to_call_an_accusation_false_is_to_deny_it() {
    for (text, language, act) in [
        ("The lawyer, Klaus Ebert, called the allegation “absurd”.", "en", Act::Deny),
        ("The firm described the accusations as false.", "en", Act::Deny),
        ("The firm described the accusations as serious.", "en", Act::Say),
        ("The firm called the report that a dam had been built on a false map a scandal.", "en", Act::Say),
        ("Der Minister nannte die Vorwürfe absurd.", "de", Act::Deny),
        ("Der Minister bezeichnete die Vorwürfe als „falsch“.", "de", Act::Deny),
        ("Der Minister nannte die Vorwürfe schwer.", "de", Act::Say),
    ] {
        let claims = read(text, language);
        assert_eq!(claims.iter().map(|claim| claim.act).collect::<Vec<_>>(), [act], "{text}");
        let negated = act == Act::Deny;
        assert!(claims.iter().all(|claim| (claim.polarity == Negated) == negated), "{text}");
    }
}

#[test]
fn what_a_claim_is_dismissed_as_denies_it_once() {
    for text in [
        "Ruiz dismissed the claim that the pool had been sold as nonsense.",
        "Ruiz dismissed as nonsense the claim that the pool had been sold.",
    ] {
        assert_eq!(claims(text, "en"), [(Negated, "the pool".to_owned())], "{text}");
    }
    assert_eq!(claims("The firm rejected reports that the dam had failed as false.", "en")[0].0, Negated);
}

#[test]
fn who_is_dismissed_denies_nothing() {
    for (text, polarity) in [
        ("Three guards were dismissed on Monday, the bank said.", Affirmed),
        ("The bank dismissed three guards, a spokesman said.", Affirmed),
        ("Ruiz said the head of the guard had been dismissed.", Affirmed),
        ("The court did not dismiss the case, Ruiz said.", Negated),
        ("Ruiz said the minister had dismissed the claim.", Negated),
    ] {
        assert_eq!(claims(text, "en")[0].0, polarity, "{text}");
    }
}

#[test]
fn what_is_called_a_lie_is_denied_where_it_was_said() {
    let before = "Brandt said the firm had dumped acid. ";
    for (text, own) in [
        ("“That is nonsense,” Lang said.", "That is nonsense"),
        ("Lang said: “That is nonsense.”", "That is nonsense"),
        ("Lang said that was a lie.", "that was a lie"),
    ] {
        // Without what was said before it is a statement as any other.
        let found = super::testing::claims(text, "en");
        assert_eq!(found, [(Act::Say, Affirmed, own.to_owned())], "{text}");
        let found = super::testing::claims(&format!("{before}{text}"), "en");
        assert_eq!(found[1], (Act::Deny, Negated, "the firm had dumped acid".to_owned()), "{text}");
    }
    // A plan may be called nonsense, and is denied by nobody.
    let found = super::testing::claims("Brandt said the firm would move. “That is nonsense,” Lang said.", "en");
    assert_eq!(found[1].0, Act::Say, "{found:?}");
    // Of what somebody is asked is no statement.
    let found = super::testing::claims("Asked about the claim, Lang said: “That is nonsense.”", "en");
    assert_eq!(found.last().map(|claim| claim.2.as_str()), Some("That is nonsense"), "{found:?}");
}

#[test]
fn what_is_admitted_in_ing_is_a_claim_and_a_question_is_asked() {
    let found = super::testing::claims("Addington admitted dumping acid.", "en");
    assert_eq!(found, [(Act::Say, Affirmed, "dumping acid".to_owned())]);
    for (text, act) in [
        ("“Is it possible that he lied?” said Lang.", Act::Ask),
        ("“It is a long way, isn't it?” said Lang.", Act::Say),
        ("“It is possible that he lied,” said Lang.", Act::Say),
    ] {
        assert_eq!(super::testing::claims(text, "en")[0].0, act, "{text}");
    }
}
