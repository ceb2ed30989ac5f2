//! Subject, predicate and object of German clauses, from text to claim.

use proptest::prelude::*;

use crate::Context;
use crate::claims::{Claim, ClaimOptions, extract_attributions, extract_claims};

fn read(text: &str) -> Vec<Claim> {
    let said = extract_attributions(text, Some("de"), &Context::default()).expect("small enough");
    let options = ClaimOptions { language: Some("de"), narrator: true, ..ClaimOptions::default() };
    extract_claims(text, &said, &options, &Context::default()).expect("small enough")
}

/// Checks the roles of the only claim of each text; "" for none.
fn expect(cases: &[(&str, [&str; 3])]) {
    for (text, expected) in cases {
        let claims = read(text);
        let [claim] = &claims[..] else { panic!("{text}: {} claims", claims.len()) };
        let found = [claim.subject, claim.predicate, claim.object].map(|span| span.map_or("", |span| span.of(text)));
        assert_eq!(found, *expected, "{text}");
    }
}

#[test]
fn the_verb_stands_second() {
    expect(&[
        ("Der neue Hafen ist seit Montag wieder offen.", ["Der neue Hafen", "ist", ""]),
        ("Die alte Brücke über den Fluss bleibt bis Mai zu.", ["Die alte Brücke über den Fluss", "bleibt", ""]),
        ("Die Stadt verkaufte im Mai das alte Rathaus.", ["Die Stadt", "verkaufte", "das alte Rathaus"]),
        ("Häfen, Brücken und Tunnel sind gesperrt.", ["Häfen, Brücken und Tunnel", "sind gesperrt", ""]),
        ("Rund 200 Häuser verloren ihr Dach.", ["Rund 200 Häuser", "verloren", "ihr Dach"]),
        ("Der Wirt, der seit 2019 klagt, verlor den Prozess.", ["Der Wirt", "verlor", "den Prozess"]),
    ]);
}

#[test]
fn the_subject_may_stand_behind_the_verb() {
    expect(&[
        ("Nach Ansicht vieler ist der Hafen zu klein.", ["der Hafen", "ist", ""]),
        ("Am Mittwoch durchsuchten Beamte das Lager.", ["Beamte", "durchsuchten", "das Lager"]),
        ("Wenn es regnet, bleibt die Fähre im Hafen.", ["die Fähre", "bleibt", ""]),
        ("Den alten Hafen hat er im Mai geschlossen.", ["er", "geschlossen", "Den alten Hafen"]),
        ("Die Fähre hat der Minister im Mai verkauft.", ["der Minister", "verkauft", "Die Fähre"]),
        ("Einen Grund für den Brand gibt es nicht.", ["es", "gibt", "Einen Grund für den Brand"]),
        ("Der Polizei fehlen seit Jahren Beamte.", ["Beamte", "fehlen", ""]),
    ]);
}

#[test]
fn what_completes_a_verb_stands_at_the_end() {
    expect(&[
        ("Das Werk in Hagenau soll im Mai geschlossen werden.", ["Das Werk in Hagenau", "geschlossen werden", ""]),
        ("Der Konzern hat den Bau, den er 2020 begann, beendet.", ["Der Konzern", "beendet", "den Bau"]),
        ("Die Mieter sollten am 3. Mai ausziehen.", ["Die Mieter", "ausziehen", ""]),
        ("Die Preise werden weiter steigen.", ["Die Preise", "steigen", ""]),
    ]);
}

#[test]
fn reported_clauses_have_their_verb_last() {
    expect(&[
        ("Berg sagte, dass die Brücke sicher ist.", ["die Brücke", "ist", ""]),
        ("Berg sagte, dass der Verein den Vertrag gekündigt hat.", ["der Verein", "gekündigt hat", "den Vertrag"]),
        ("Die Ministerin warf dem Werk vor, Werte gefälscht zu haben.", ["", "gefälscht zu haben", "Werte"]),
    ]);
}

#[test]
fn two_nouns_side_by_side_are_not_always_one_name() {
    expect(&[
        ("Hier sieht auch Berg Vorteile für den Verein.", ["Berg", "sieht", "Vorteile"]),
        ("Danach verließ Hannah Böhme die Sitzung.", ["Hannah Böhme", "verließ", "die Sitzung"]),
    ]);
}

#[test]
fn headings_and_participles_state_nothing() {
    for text in ["Entschuldigung angenommen.", "Mehr zum Thema.", "Jedenfalls die selbstgemachten."] {
        assert!(read(text).is_empty(), "{text}");
    }
}

proptest! {
    #[test]
    fn no_text_is_too_odd(
        text in "((die|Der|Werk|ist|hat|von|zu|geschlossen|werden|und|2024|\\(|\\)|„|“|,|-|:|gé|ge|\\PC{0,3}) ){0,30}\\."
    ) {
        for claim in read(&text) {
            for span in [claim.subject, claim.predicate, claim.object].into_iter().flatten() {
                prop_assert!(span.end <= text.len() && text.is_char_boundary(span.start) && !span.is_empty());
            }
        }
    }
}
