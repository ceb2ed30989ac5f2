//! Polarity and modality of whole sentences and of what a cue reports.

use crate::claims::types::{Act, Attribution, Claim, Kind};
use crate::claims::{ClaimOptions, extract_claims};
use crate::{Context, Span};

fn attribution(spans: Vec<Span>, kind: Kind, cue_span: Option<Span>, act: Act) -> Attribution {
    Attribution {
        spans,
        kind,
        source_span: None,
        cue_span,
        speaker: None,
        speaker_key: None,
        speaker_type: None,
        via: None,
        parent: None,
        act,
    }
}

fn claims(language: &'static str, text: &str, said: &Attribution) -> Vec<Claim> {
    let options = ClaimOptions { language: Some(language), ..ClaimOptions::default() };
    extract_claims(text, std::slice::from_ref(said), &options, &Context::default()).unwrap()
}

/// Polarity and modality of a sentence that is said as it stands.
pub(super) fn sentence(language: &'static str, text: &str) -> [&'static str; 2] {
    let said = attribution(vec![Span::new(0, text.len())], Kind::Direct, None, Act::Say);
    let claims = claims(language, text, &said);
    claims.first().map_or(["none"; 2], |claim| [claim.polarity.name(), claim.modality.name()])
}

/// Act and polarity of what stands in "[...]" with the cue in "<...>".
pub(super) fn reported(language: &'static str, marked: &str) -> [&'static str; 2] {
    let text = marked.replace(['[', ']', '<', '>'], "");
    let place = |open: char, close: char| {
        let before = |mark: char| {
            let at = marked.find(mark).unwrap();
            at - marked[..at].matches(['[', ']', '<', '>']).count()
        };
        Span::new(before(open), before(close))
    };
    let said = attribution(vec![place('[', ']')], Kind::Indirect, Some(place('<', '>')), Act::Say);
    let claims = claims(language, &text, &said);
    claims.first().map_or(["none"; 2], |claim| [claim.act.name(), claim.polarity.name()])
}

pub(super) fn check<const N: usize>(
    cases: &[(&'static str, &str, [&str; N])],
    read: impl Fn(&'static str, &str) -> [&'static str; N],
) {
    let wrong: Vec<String> = cases
        .iter()
        .filter_map(|(language, text, expected)| {
            let got = read(language, text);
            (got != *expected).then(|| format!("{language}: {text}\n    expected {expected:?}\n    got      {got:?}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{} of {}\n{}", wrong.len(), cases.len(), wrong.join("\n"));
}

/// Sentences that are plain assertions, by their polarity.
fn polarity(language: &'static str, negated: &[&str], affirmed: &[&str]) {
    let cases: Vec<(&'static str, &str, [&str; 1])> = negated
        .iter()
        .map(|text| (language, *text, ["negated"]))
        .chain(affirmed.iter().map(|text| (language, *text, ["affirmed"])))
        .collect();
    check(&cases, |language, text| [sentence(language, text)[0]]);
}

#[test]
fn what_is_found_remarkable_is_not_denied_as_a_whole() {
    for (language, negated, affirmed) in [
        ("nl", "Het is een feit dat er niemand is omgekomen.", "Het is een wonder dat er niemand is omgekomen."),
        ("de", "Es ist ein Fakt, dass niemand starb.", "Es ist ein Wunder, dass niemand starb."),
        ("fr", "C'est un fait que personne n'est mort.", "C'est un miracle que personne ne soit mort."),
        ("es", "Es un hecho que nadie ha muerto.", "Es un milagro que nadie haya muerto."),
        ("pt", "É um facto que ninguém morreu.", "É um milagre que ninguém tenha morrido."),
        ("it", "È un fatto che nessuno sia morto.", "È un miracolo che nessuno sia morto."),
        ("ru", "Это факт, что никто не погиб.", "Это чудо, что никто не погиб."),
    ] {
        polarity(language, &[negated], &[affirmed]);
    }
}

#[test]
fn english_negation() {
    polarity(
        "en",
        &[
            "The bridge was never finished.",
            "None of the suspects has been found.",
            "Nothing was stolen from the museum.",
            "The government has no plan to raise taxes.",
            "The bank lacks the money.",
            "He couldn't find the key.",
            "It is not true that taxes will rise.",
            "Not a single house survived.",
            "Not all schools will open.",
            "The two countries are no closer to a deal.",
            "The crew was unable to land.",
            "The army has yet to respond.",
            "Hardly anyone came.",
            "Scarcely a house was left standing.",
            "There was no warning.",
            "Neither side has signed.",
            "Neither of the pilots survived.",
            "Police found no weapons.",
            "The outcome is anything but certain.",
            "In no way is the firm to blame.",
            "No one was hurt.",
            "The ship carried no passengers.",
            "The factory no longer makes cars.",
            "The council failed to act.",
            "The dam is nowhere near full.",
            "The minister did not attend.",
            "The plan won't work.",
            "The mayor has not been told and cannot be reached.",
            "The drug has not been shown to work.",
            "At no point was the crew in danger.",
            "The vaccine is not yet available.",
            "The village has neither water nor power.",
        ],
        &[
            "No fewer than 40 people were on board.",
            "The price is not only high but rising.",
            "The match ended without a goal.",
            "There is no doubt that the letter is forged.",
            "There is no denying that rents have risen.",
            "A second attack cannot be ruled out.",
            "Nobody doubts the result.",
            "It is not impossible to win.",
            "The talks failed.",
            "The lake is shrinking, not least because of the drought.",
            "She lives far from the city.",
            "House No. 7 burned down.",
            "The club, which did not pay, was relegated.",
            "The firm was founded with little money.",
            "The minister, who has never held office, was sworn in.",
            "The road was closed because no one had cleared it.",
            "More than 40 people were killed.",
            "The court did not dispute that the man was ill.",
        ],
    );
}

#[test]
fn german_negation() {
    polarity(
        "de",
        &[
            "Die Brücke wurde nie fertig.",
            "Keiner der Verdächtigen wurde gefunden.",
            "Von einem Rücktritt könne keine Rede sein.",
            "Das Geld ist noch nicht angekommen.",
            "Niemand wurde verletzt.",
            "Der Minister weigert sich, die Akten vorzulegen.",
            "Die Stadt hat keinerlei Einfluss darauf.",
            "Das Gesetz gilt nicht, obwohl es beschlossen wurde.",
            "Die Lage ist alles andere als stabil.",
        ],
        &[
            "Die Halle ist nicht nur alt, sondern auch baufällig.",
            "Es besteht kein Zweifel, dass die Unterschrift falsch ist.",
            "Der Zug fuhr ab, obwohl niemand gewarnt worden war.",
            "Der Trainer, der nicht mitgereist war, ist zufrieden.",
            "Nicht weniger als 40 Menschen kamen.",
            "Die Rettung war nicht ohne Risiko.",
        ],
    );
}

#[test]
fn other_languages_negate() {
    for (language, negated, affirmed) in [
        ("fr", "Le pont n’a jamais été terminé.", "Le pont est terminé depuis lundi."),
        ("fr", "Aucun suspect n’a été trouvé.", "Les suspects ont été trouvés."),
        ("es", "El puente nunca fue terminado.", "El puente fue terminado el lunes."),
        ("es", "No hay pruebas contra el banco.", "Hay pruebas contra el banco."),
        ("pt", "A ponte nunca foi concluída.", "A ponte foi concluída na segunda-feira."),
        ("pt", "Ninguém ficou ferido.", "Duas pessoas ficaram feridas."),
        ("it", "Il ponte non è mai stato finito.", "Il ponte è stato finito lunedì."),
        ("nl", "De brug is nooit afgebouwd.", "De brug is maandag afgebouwd."),
        ("nl", "Er zijn geen bewijzen.", "Er zijn bewijzen."),
        ("ru", "Мост не был достроен.", "Мост был достроен в понедельник."),
    ] {
        polarity(language, &[negated], &[affirmed]);
    }
}

#[test]
fn what_is_denied_is_negated_and_what_is_not_denied_is_not() {
    check(
        &[
            ("en", "The firm <denied> that [its trucks had crossed the border].", ["deny", "negated"]),
            ("en", "The firm <denied> that [no one had been warned].", ["deny", "affirmed"]),
            ("en", "The firm rejected the <charge> that [no guard was there].", ["deny", "affirmed"]),
            ("en", "The ministry <rejected> [the charge that no guard was there].", ["deny", "affirmed"]),
            ("en", "The mayor <denied> [allegations of fraud].", ["deny", "negated"]),
            ("en", "The mayor dismissed as false <reports> that [he would resign].", ["deny", "negated"]),
            ("en", "The general did not <deny> that [shells had hit the school].", ["deny", "affirmed"]),
            ("en", "The palace has refused to <rule out> [a new vote].", ["say", "affirmed"]),
            ("en", "The palace <ruled out> [a new vote].", ["deny", "negated"]),
            ("en", "Nobody <disputes> that [the lake is drying up].", ["deny", "affirmed"]),
            ("en", "The envoy does not <believe> that [the truce will hold].", ["say", "negated"]),
            ("en", "The envoy <doubts> that [the truce will hold].", ["say", "negated"]),
            ("en", "The envoy <said> [the truce will hold].", ["say", "affirmed"]),
            ("en", "The union has <called for> [a strike].", ["demand", "affirmed"]),
            ("en", "The coach is <convinced> that [the keeper was fouled].", ["believe", "affirmed"]),
            ("en", "I don’t <think> [the shop will reopen].", ["say", "negated"]),
            ("de", "Der Sprecher <bestritt>, dass [die Bank zahlt].", ["deny", "negated"]),
            ("de", "Der Sprecher <bestritt> nicht, dass [die Bank zahlt].", ["deny", "affirmed"]),
            ("de", "Der Sprecher <wies> [den Vorwurf] zurück.", ["deny", "negated"]),
            ("de", "Sie <schloss> [eine zweite Sperre] nicht aus.", ["say", "affirmed"]),
            ("de", "Sie <schloss> [eine zweite Sperre] aus.", ["deny", "negated"]),
            ("de", "Niemand <bezweifelt>, dass [der See austrocknet].", ["say", "affirmed"]),
            ("de", "Er <glaubt> nicht, dass [der Vertrag hält].", ["say", "negated"]),
            (
                "de",
                "Die Grünen <warfen> der Regierung vor, [das Parlament getäuscht zu haben].",
                ["accuse", "affirmed"],
            ),
        ],
        reported,
    );
}

#[test]
fn modality_by_language() {
    let cases: Vec<(&'static str, &str, [&str; 1])> = [
        ("conditional", "en", "Should the talks fail, the army will move in."),
        ("conditional", "en", "The firm will close provided that the court agrees."),
        ("conditional", "en", "Were the river to rise, the village would be lost."),
        ("conditional", "en", "We will strike unless wages rise."),
        ("possible", "en", "The driver may have slept."),
        ("possible", "en", "Perhaps the driver slept."),
        ("possible", "en", "The truce is likely to hold."),
        ("possible", "en", "It is possible that the truce will hold."),
        ("required", "en", "Farmers will have to sell their cattle."),
        ("required", "en", "The minister must not leave."),
        ("required", "en", "The school had to close."),
        ("required", "en", "The rules ought to be changed."),
        ("asserted", "en", "Mr May opened the fair."),
        ("asserted", "en", "The fair opens in May."),
        ("asserted", "en", "The US provided 40 trucks."),
        ("asserted", "en", "The plant would open in March."),
        ("asserted", "en", "Workers demanded higher wages."),
        ("asserted", "en", "The town can feed itself."),
        ("asserted", "en", "She asked if the road was open."),
        ("conditional", "de", "Sollte der Fluss steigen, wird das Dorf geräumt."),
        ("conditional", "de", "Hätten wir das gewusst, wären wir geblieben."),
        ("conditional", "de", "Das Dorf wird geräumt, falls der Fluss steigt."),
        ("possible", "de", "Der Fahrer könnte geschlafen haben."),
        ("possible", "de", "Vielleicht hat der Fahrer geschlafen."),
        ("required", "de", "Die Stadt muss sparen."),
        ("required", "de", "Die Regeln sollten geändert werden."),
        ("asserted", "de", "Die Stadt würde sparen."),
        ("possible", "fr", "Le pont pourrait fermer."),
        ("conditional", "fr", "Si la pluie continue, le pont fermera."),
        ("required", "fr", "Le pont doit fermer."),
        ("possible", "es", "Quizás el puente cierre."),
        ("conditional", "es", "Si llueve, el puente cerrará."),
        ("required", "es", "El puente debe cerrar."),
        ("possible", "pt", "Talvez a ponte feche."),
        ("required", "pt", "A ponte deve fechar."),
        ("possible", "it", "Forse il ponte chiude."),
        ("required", "it", "Il ponte deve chiudere."),
        ("possible", "nl", "Misschien sluit de brug."),
        ("conditional", "nl", "Tenzij het regent, sluit de brug."),
        ("required", "nl", "De brug moet dicht."),
        ("possible", "ru", "Возможно, мост закроют."),
        ("conditional", "ru", "Если пойдет дождь, мост закроют."),
        ("required", "ru", "Мост нужно закрыть."),
    ]
    .map(|(expected, language, text)| (language, text, [expected]))
    .into();
    check(&cases, |language, text| [sentence(language, text)[1]]);
}

#[test]
fn silence_claims_nothing() {
    let none = ["none", "none"];
    assert_eq!(reported("en", "The firm <refused> [to comment on the report]."), none);
    assert_eq!(reported("en", "The minister <declined to say> [whether the talks had failed]."), none);
    assert_ne!(reported("en", "The firm <refused> [to pay the fine]."), none);
}

#[test]
fn french_negates_in_two_halves() {
    let cases = [
        ("fr", "La police n'a arrêté personne.", ["negated"]),
        ("fr", "Le bateau n'a été vu par personne.", ["negated"]),
        ("fr", "Le maire ne viendra plus.", ["negated"]),
        ("fr", "Le maire veut plus de bateaux.", ["affirmed"]),
        ("fr", "Une personne est blessée.", ["affirmed"]),
        ("fr", "Le maire n'a rien vu.", ["negated"]),
        ("fr", "Aucun bateau n'a coulé.", ["negated"]),
        ("it", "Il sindaco non ha mica firmato.", ["negated"]),
        ("nl", "De burgemeester is geenszins tevreden.", ["negated"]),
        ("ru", "Полиция никого не задержала.", ["negated"]),
        ("pt", "Não houve feridos em nenhumas casas.", ["negated"]),
    ];
    check(&cases, |language, text| [sentence(language, text)[0]]);
}

#[test]
fn a_pronoun_alone_claims_nothing() {
    let cases = [
        ("en", "The mayor <denied> [this] on Monday.", ["none"]),
        ("en", "The mayor <denied> [the theft] on Monday.", ["deny"]),
        ("de", "Der Bürgermeister <bestritt> [das] am Montag.", ["none"]),
        ("fr", "Le maire <a démenti> [cela] lundi.", ["none"]),
    ];
    check(&cases, |language, text| [reported(language, text)[0]]);
}

#[test]
fn a_marked_end_ends_a_fragment() {
    let text = "The firm rejected the charge; its lawyer said the ship was safe.";
    let said = attribution(vec![Span::new(18, 28)], Kind::Indirect, Some(Span::new(9, 17)), Act::Deny);
    let found = claims("en", text, &said);
    assert_eq!(found[0].spans.last().map(|span| span.end), Some(28), "{found:?}");
}

#[test]
fn what_a_condition_denies_is_not_what_is_said() {
    polarity(
        "es",
        &["Si llueve, no cerrará el puente."],
        &["Si no llueve, cerrará el puente.", "El puente cerrará, porque no hay dinero."],
    );
    polarity("nl", &["Als het regent, gaat de brug niet dicht."], &["Als het niet regent, gaat de brug dicht."]);
    polarity("fr", &["Si la pluie cesse, le pont ne fermera pas."], &["Si la pluie ne cesse pas, le pont fermera."]);
    polarity("it", &["Se piove, il ponte non chiude."], &["Se non piove, il ponte chiude."]);
    polarity("ru", &["Если пойдёт дождь, мост не закроют."], &["Если дождь не пойдёт, мост закроют."]);
}
