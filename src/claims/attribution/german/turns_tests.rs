//! German sentences between the source and what it says: relative clauses, appositions, denials of what was said before, facts that the
//! author tells, and who speaks on.

use crate::claims::attribution::testing::{parts, read};
use crate::claims::testing::claims;
use crate::claims::types::{Act, Polarity};

fn expect(text: &str, expected: &[[&str; 3]]) {
    assert_eq!(parts(text, "de"), expected, "{text}");
}

/// Speakers and what they say.
fn said(text: &str) -> Vec<[String; 2]> {
    let contents =
        |found: &crate::claims::attribution::Attribution| crate::claims::attribution::testing::contents(text, found);
    read(text, "de").iter().map(|found| [found.speaker.clone().unwrap_or_default(), contents(found)]).collect()
}

#[test]
fn a_pronoun_that_is_denied_is_a_row() {
    expect("Das Ministerium bestritt das.", &[["Das Ministerium", "bestritt", "das"]]);
    expect("Die Firma wies dies umgehend zurück.", &[["Die Firma", "wies", "dies"]]);
    expect("Lund hat das am Montag bestritten.", &[["Lund", "bestritten", "das"]]);
    expect("Dem widersprach die Ministerin.", &[["die Ministerin", "widersprach", "Dem"]]);
    expect("Der Konzern dementierte.", &[["Der Konzern", "dementierte", "dementierte"]]);
    expect("Der Verein bestritt das letzte Spiel.", &[["Der Verein", "bestritt", "das letzte Spiel"]]);
}

#[test]
fn a_word_before_the_verb_may_tell_how() {
    expect(
        "Entschieden wies der Konzernsprecher die Vorwürfe zurück.",
        &[["der Konzernsprecher", "wies", "die Vorwürfe"]],
    );
    expect("Berg sagte der Polizei, dass er schlief.", &[["Berg", "sagte", "er schlief"]]);
}

#[test]
fn what_was_said_before_is_denied() {
    let before = "Die Opposition erklärte, das Budget sei gekürzt worden.";
    for denial in [
        "Das Ministerium bestritt das.",
        "Das Ministerium wies das zurück.",
        "Eine Sprecherin, Ina Riedel, nannte das falsch.",
    ] {
        let found = claims(&format!("{before} {denial}"), "de");
        let denied = (Act::Deny, Polarity::Negated, "das Budget sei gekürzt worden".to_owned());
        assert_eq!(found.last(), Some(&denied), "{denial} {found:?}");
    }
}

#[test]
fn who_denies_speaks_on_in_the_subjunctive() {
    let found =
        said("Kessel warnte vor Kürzungen. Ein Sprecher, Olaf Riedel, nannte das falsch. Das Budget sei gestiegen.");
    assert_eq!(found.last(), Some(&["Olaf Riedel".to_owned(), "Das Budget sei gestiegen".to_owned()]));
    let found = said("Ana Lund lobte den Plan. Darauf verwies auch Direktorin Ina Burg. Die Kosten seien gering.");
    assert_eq!(found.last().map(|found| found[0].as_str()), Some("Ina Burg"));
}

#[test]
fn what_the_author_tells_as_a_fact_goes_on_with_nobody() {
    for text in [
        "Der Minister sagte, die Strecke sei gesperrt. Ob die Züge bald fahren, ließ der Sprecher offen.",
        "Lund sagte, das Werk sei verkauft. Die Frage, ob Stellen wegfallen, ließen beide Firmen unbeantwortet.",
        "Das Gericht erklärte, er habe betrogen. Er hatte alle in dem Glauben gelassen, das Geld stamme von Fremden.",
    ] {
        assert_eq!(read(text, "de").len(), 1, "{text} {:?}", parts(text, "de"));
    }
    let found = parts("Am Mittag meldeten die Stromanbieter erste Erfolge, viele Haushalte hätten wieder Licht.", "de");
    assert_eq!(found, [["die Stromanbieter", "meldeten", "viele Haushalte hätten wieder Licht"]]);
}

#[test]
fn clauses_between_a_source_and_its_cue() {
    expect(
        "Zwei Ingenieure, die ungenannt bleiben wollten, berichteten der Zeitung, dass die Brücke Risse hat.",
        &[["Zwei Ingenieure", "berichteten", "die Brücke Risse hat"]],
    );
    expect(
        "Ein älterer Mann, der bisher geschwiegen hat, sagt ruhig: „Wir bleiben alle hier.“",
        &[["Ein älterer Mann", "sagt", "Wir bleiben alle hier."]],
    );
    expect(
        "Wie der Sprecher der Bahn, Tim Roth, am Freitag mitteilte, fahren die Züge wieder.",
        &[["der Sprecher der Bahn, Tim Roth", "mitteilte", "fahren die Züge wieder"]],
    );
    expect(
        "Wie aus Ermittlerkreisen verlautete, war der Fahrer betrunken.",
        &[["Ermittlerkreisen", "verlautete", "war der Fahrer betrunken"]],
    );
    expect(
        "Die Firma, die nach Angaben von Berg seit Jahren ruht, wirft ihm vor, gelogen zu haben.",
        &[["Berg", "nach Angaben von", "seit Jahren ruht"], ["Die Firma", "wirft", "ihm … gelogen zu haben"]],
    );
    expect(
        "Am Abend kritisierte die Leiterin des Amtes, Ina Burg, den Auftritt des Ministers.",
        &[["die Leiterin des Amtes, Ina Burg", "kritisierte", "den Auftritt des Ministers"]],
    );
}

#[test]
fn names_of_papers_are_no_quotations() {
    expect(
        "„Die Brücke ist sicher und bleibt offen“, sagte Vogt der „Neuen Zeitung“.",
        &[["Vogt", "sagte", "Die Brücke ist sicher und bleibt offen"]],
    );
    let found = read("Einem Bericht der „Woche“ zufolge war die Brücke marode.", "de");
    assert_eq!(found[0].speaker.as_deref(), Some("Bericht der „Woche“"));
    expect(
        "Die Lage sei ernst, sagte Lund, „wir brauchen sofort Hilfe“.",
        &[["Lund", "sagte", "Die Lage sei ernst … wir brauchen sofort Hilfe"]],
    );
}

#[test]
fn subjects_of_verbs_before() {
    expect(
        "Lund bedankte sich für die Frage und sagte dann: „Wir werden das alles prüfen.“",
        &[["Lund", "sagte", "Wir werden das alles prüfen."]],
    );
    expect(
        "„Das war ein großer Fehler“, notierte der Trainer.",
        &[["der Trainer", "notierte", "Das war ein großer Fehler"]],
    );
    expect(
        "„Das wird nie wieder passieren“, erklärt einer der Forscher.",
        &[["einer der Forscher", "erklärt", "Das wird nie wieder passieren"]],
    );
}

#[test]
fn passives_and_modal_verbs_say_nothing() {
    for text in [
        "Tausende Besucher werden auch in diesem Jahr wieder erwartet.",
        "Bei dem Wort dürften die meisten an den Sommer denken: Damals war es heiß.",
        "Sie ist eine weltweit bekannte Politikerin des Landes.",
        "Fest steht: Die Brücke wird abgerissen.",
    ] {
        assert!(read(text, "de").is_empty(), "{text} {:?}", parts(text, "de"));
    }
    expect("Das Amt musste einräumen, dass Akten fehlen.", &[["Das Amt", "einräumen", "Akten fehlen"]]);
    expect("Die Partei wurde von Lund gewarnt, dass der Plan scheitert.", &[["Lund", "gewarnt", "der Plan scheitert"]]);
}

#[test]
fn who_speaks_may_stand_without_an_article() {
    expect(
        "Nach dem Unfall warnten deutsche Behörden vor neuen Gefahren.",
        &[["deutsche Behörden", "warnten", "neuen Gefahren"]],
    );
    expect("Es wurde vermutet, dass der Damm bricht.", &[["", "vermutet", "der Damm bricht"]]);
    let found = said("Lund sagte, der Plan sei alt. Die Lage in der Stadt „sei völlig außer Kontrolle“.");
    assert_eq!(
        found.last(),
        Some(&["Lund".to_owned(), "Die Lage in der Stadt „sei völlig außer Kontrolle“".to_owned()])
    );
    expect(
        "Ob sie kommen, das lässt sich laut Berg kaum sagen.",
        &[["Berg", "laut", "Ob sie kommen, das lässt sich … kaum sagen"]],
    );
}
