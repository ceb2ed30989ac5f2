//! Hearsay, conditions and answers outside of English; the texts are written for the project.

use super::tests::{check, reported, sentence};
use crate::claims::testing::read;
use crate::claims::types::Modality;

#[test]
fn hearsay_is_possible_and_not_asserted() {
    check(
        &[
            ("de", "Der Kassierer soll jahrelang Geld genommen haben.", ["affirmed", "possible"]),
            ("de", "Die Diebe sollen über das Dach entkommen sein.", ["affirmed", "possible"]),
            ("de", "Der Wirt solle Steuern hinterzogen haben.", ["affirmed", "possible"]),
            ("de", "Das Boot soll vor Ostern verkauft worden sein.", ["affirmed", "possible"]),
            ("de", "Die Leiterin will davon nichts gewusst haben.", ["negated", "possible"]),
            ("de", "Festgenommen wurde ein Mann, der zwei Autos angezündet haben soll.", ["affirmed", "possible"]),
            ("fr", "Le trésorier aurait caché deux factures.", ["affirmed", "possible"]),
            ("fr", "Le trésorier n'aurait jamais payé la facture.", ["negated", "possible"]),
            ("fr", "Deux marins seraient morts dans la tempête.", ["affirmed", "possible"]),
            ("fr", "Le suspect se serait caché dans une grange.", ["affirmed", "possible"]),
            ("es", "La tesorera habría ocultado dos facturas.", ["affirmed", "possible"]),
            ("pt", "A tesoureira teria escondido duas faturas.", ["affirmed", "possible"]),
            ("it", "La tesoriera avrebbe nascosto due fatture.", ["affirmed", "asserted"]),
            ("it", "La tesoriera avrebbe ricevuto due fatture.", ["affirmed", "possible"]),
        ],
        sentence,
    );
}

#[test]
fn what_an_authority_tells_of_a_thing_is_no_duty() {
    for (text, modality) in [
        ("Das Bad soll laut Stadt im Mai öffnen.", Modality::Asserted),
        ("Die Kosten sollen sich nach Angaben der Stadt auf zwei Millionen belaufen.", Modality::Asserted),
        ("Der Minister soll laut Opposition zurücktreten.", Modality::Required),
        ("Das Bad muss laut Stadt im Mai öffnen.", Modality::Required),
    ] {
        let found: Vec<Modality> = read(text, "de").iter().map(|claim| claim.modality).collect();
        assert_eq!(found, [modality], "{text}");
    }
}

#[test]
fn a_duty_a_plan_and_a_condition_are_no_hearsay() {
    check(
        &[
            ("de", "Die Gemeinde soll eine Schule bauen.", ["affirmed", "required"]),
            ("de", "Das Werk soll im Herbst eröffnet werden.", ["affirmed", "asserted"]),
            ("de", "Eine Klage schließe er nicht aus.", ["affirmed", "possible"]),
            ("de", "Das Geld reiche nicht aus.", ["negated", "asserted"]),
            ("nl", "De premier sluit een staking niet uit.", ["affirmed", "possible"]),
            ("de", "Der Konzern will bis 2030 alle Öfen ersetzt haben.", ["affirmed", "asserted"]),
            ("de", "Die Familie will ein Vermögen haben.", ["affirmed", "asserted"]),
            ("fr", "Le débat aurait lieu mardi.", ["affirmed", "asserted"]),
            ("fr", "La mairie aurait dû fermer le pont.", ["affirmed", "asserted"]),
            ("fr", "La décision serait prise lundi.", ["affirmed", "asserted"]),
            ("fr", "S'il avait plu, la digue aurait cédé.", ["affirmed", "conditional"]),
            ("fr", "Il s'agit d'une vieille digue.", ["affirmed", "asserted"]),
            ("es", "La firma no quiso precisar si habrá despidos.", ["negated", "asserted"]),
            ("fr", "La mairie refuse de dire si le pont fermera.", ["negated", "asserted"]),
            ("es", "Si hubiera llovido, la presa habría cedido.", ["affirmed", "conditional"]),
            ("it", "Il sindaco ha detto che avrebbe chiesto aiuto.", ["affirmed", "asserted"]),
        ],
        sentence,
    );
}

#[test]
fn a_german_answer_of_one_word() {
    check(
        &[("de", "Nein.", ["negated", "asserted"]), ("de", "Nein, wir haben gezahlt.", ["affirmed", "asserted"])],
        sentence,
    );
}

#[test]
fn what_stands_before_a_refusal_is_not_said() {
    check(
        &[
            ("de", "[Ob der Fahrer getrunken hatte], <wollte> die Polizei nicht sagen.", ["none"; 2]),
            ("de", "[Wer die Rechnung zahlt], <sagte> die Firma nicht.", ["none"; 2]),
            ("de", "[Der Deich sei dicht], <sagte> Holm nicht ohne Stolz.", ["say", "affirmed"]),
            ("fr", "Petit <s'est défendu> d'[avoir triché].", ["deny", "negated"]),
            ("fr", "Petit <a défendu> [la fermeture du pont].", ["say", "affirmed"]),
        ],
        reported,
    );
}
