use proptest::prelude::*;

use super::*;
use crate::claims::types::{Modality, Polarity};

/// An attribution whose content is the given words of the text, as often as they are given.
fn said(text: &str, contents: &[&str], act: Act, kind: Kind) -> Attribution {
    let spans = contents
        .iter()
        .map(|content| {
            let start = text.find(content).expect("the content stands in the text");
            Span::new(start, start + content.len())
        })
        .collect();
    Attribution {
        spans,
        kind,
        source_span: None,
        cue_span: None,
        speaker: None,
        speaker_key: None,
        speaker_type: None,
        via: None,
        parent: None,
        act,
    }
}

fn run(language: &'static str, text: &str, attributions: &[Attribution]) -> Vec<Claim> {
    let options = ClaimOptions { language: Some(language), published: Some("2022-01-12".into()), ..Default::default() };
    extract_claims(text, attributions, &options, &Context::default()).unwrap()
}

fn whole(language: &'static str, text: &str, act: Act, kind: Kind) -> Vec<Claim> {
    run(language, text, &[said(text, &[text], act, kind)])
}

fn words(text: &str, claim: &Claim) -> String {
    claim.spans.iter().map(|span| span.of(text)).collect::<Vec<_>>().join(" … ")
}

#[test]
fn coordinated_clauses_are_claims_of_their_own() {
    for (text, expected) in [
        (
            "The alliance will not expand and Moscow wants a guarantee",
            &["The alliance will not expand", "Moscow wants a guarantee"][..],
        ),
        (
            "The army left the city on Friday but returned a week later.",
            &["The army left the city on Friday", "The army … returned a week later"],
        ),
        (
            "Prices rose and wages went down, while exports were stable.",
            &["Prices rose", "wages went down", "exports were stable"],
        ),
        ("The troops and tanks near the border are ready", &["The troops and tanks near the border are ready"]),
        (
            "They will leave if the talks fail and the shelling goes on",
            &["They will leave if the talks fail and the shelling goes on"],
        ),
        (
            "It is a good sign that the allies and their partners sat down and talked",
            &["It is a good sign that the allies and their partners sat down and talked"],
        ),
        (
            "The forces that crossed the river and took the town have left",
            &["The forces that crossed the river and took the town have left"],
        ),
        (
            "It is good news that all Rotary clubs and the school met and agreed on a date",
            &["It is good news that all Rotary clubs and the school met and agreed on a date"],
        ),
        ("I think rents and fees will rise", &["I think rents and fees will rise"]),
        ("I think rents will rise and fees will fall", &["I think rents will rise", "fees will fall"]),
        ("We are glad both clubs and the school signed", &["We are glad both clubs and the school signed"]),
        ("We hoped for rain and the rain came", &["We hoped for rain", "the rain came"]),
        (
            "She wanted to see the plans and to hear from builders",
            &["She wanted to see the plans and to hear from builders"],
        ),
        (
            "The club has no debts and of course the school pays rent",
            &["The club has no debts", "of course the school pays rent"],
        ),
        ("We met on Monday. We did not agree.", &["We met on Monday", "We did not agree"]),
    ] {
        let claims = whole("en", text, Act::Say, Kind::Direct);
        let got: Vec<String> = claims.iter().map(|claim| words(text, claim)).collect();
        assert_eq!(got, expected, "{text}");
    }
}

#[test]
fn a_claim_begins_behind_its_complementiser() {
    for (text, content, expected) in [
        ("He told the council that rents and fees rose.", "that rents and fees rose", "rents and fees rose"),
        ("He said that the rents in town rose.", "that the rents in town rose", "the rents in town rose"),
        ("He said that was a lie.", "that was a lie", "that was a lie"),
    ] {
        let claims = run("en", text, &[said(text, &[content], Act::Say, Kind::Indirect)]);
        assert_eq!(words(text, &claims[0]), expected, "{text}");
    }
}

#[test]
fn a_long_relative_clause_is_a_claim_about_its_noun() {
    let text = "The bank closed the new branch, which had been opened with the help of the city council only three years before.";
    let claims = whole("en", text, Act::Say, Kind::Indirect);
    assert_eq!(words(text, &claims[0]), "The bank closed the new branch");
    assert!(words(text, &claims[1]).starts_with("the new branch … had been opened"), "{}", words(text, &claims[1]));
}

#[test]
fn a_fragment_takes_the_clause_around_it() {
    let text = "The envoy called the meeting useful, but said “deep differences” remained.";
    let mut fragment = said(text, &["“deep differences”"], Act::Say, Kind::Mixed);
    let cue = text.find("said").unwrap();
    fragment.cue_span = Some(Span::new(cue, cue + 4));
    let claims = run("en", text, &[fragment]);
    assert_eq!(words(text, &claims[0]), "“deep differences” remained");
}

#[test]
fn polarity_follows_the_scope_of_negation() {
    use Polarity::{Affirmed, Negated};
    for (text, act, expected) in [
        ("the army will not withdraw", Act::Say, Negated),
        ("the army will withdraw", Act::Say, Affirmed),
        ("Russia has no veto power", Act::Say, Negated),
        ("there was no positive agenda at all", Act::Say, Negated),
        ("nobody was hurt", Act::Say, Negated),
        ("the ministry did not rule out sanctions", Act::Say, Affirmed),
        ("the company refused to pay", Act::Say, Negated),
        ("the company never paid", Act::Say, Negated),
        ("the talks failed to end the war", Act::Say, Negated),
        ("the talks failed", Act::Say, Affirmed),
        ("the pumps have failed twice", Act::Say, Affirmed),
        ("exports declined in spring", Act::Say, Affirmed),
        ("the owner declined to pay", Act::Say, Negated),
        ("the allegation", Act::Deny, Negated),
        ("the allegation that the guard had slept", Act::Deny, Negated),
        ("the charge that the guard had not come", Act::Deny, Affirmed),
        ("any link between the exercises and the talks", Act::Deny, Negated),
        ("it had not informed the police", Act::Deny, Affirmed),
        ("it plans to attack", Act::Deny, Negated),
        ("not only the minister resigned", Act::Say, Affirmed),
        ("the army, which was not paid, won the battle", Act::Say, Affirmed),
        ("it is clear that no member will yield", Act::Say, Negated),
        ("no fewer than ten people died", Act::Say, Affirmed),
    ] {
        assert_eq!(whole("en", text, act, Kind::Indirect)[0].polarity, expected, "{text}");
    }
    for (language, text, expected) in [
        ("de", "Die Armee wird nicht abziehen.", Negated),
        ("de", "Es gibt keine Beweise.", Negated),
        ("de", "Die Armee zieht ab.", Affirmed),
        ("fr", "Le gouvernement ne cédera pas.", Negated),
        ("es", "El gobierno no ha cedido.", Negated),
        ("pt", "O governo nunca cedeu.", Negated),
        ("it", "Il governo non ha ceduto.", Negated),
        ("nl", "Er is geen bewijs.", Negated),
        ("ru", "Армия не уйдёт.", Negated),
        ("sv", "Armén lämnar inte.", Affirmed),
    ] {
        assert_eq!(whole(language, text, Act::Say, Kind::Direct)[0].polarity, expected, "{text}");
    }
}

#[test]
fn what_the_cue_denies_is_negated() {
    use Polarity::{Affirmed, Negated};
    for (text, content, cue, act, kind, expected) in [
        (
            "Kern rebuffed and denied charges of theft at the mill.",
            "theft at the mill",
            "denied charges of",
            Act::Accuse,
            Kind::Indirect,
            Negated,
        ),
        (
            "Kern repeated charges of theft at the mill.",
            "theft at the mill",
            "repeated charges of",
            Act::Accuse,
            Kind::Indirect,
            Affirmed,
        ),
        (
            "Kern did not deny that the mill was sold.",
            "that the mill was sold",
            "deny",
            Act::Deny,
            Kind::Indirect,
            Affirmed,
        ),
        (
            "Kern denied that the mill was “sold”.",
            "that the mill was “sold”",
            "denied",
            Act::Deny,
            Kind::Mixed,
            Negated,
        ),
        ("“The mill was sold,” Kern denied.", "“The mill was sold,”", "denied", Act::Deny, Kind::Direct, Affirmed),
    ] {
        let mut denial = said(text, &[content], act, kind);
        let at = text.find(cue).unwrap();
        denial.cue_span = Some(Span::new(at, at + cue.len()));
        denial.source_span = text.find("Kern").map(|at| Span::new(at, at + 4));
        assert_eq!(run("en", text, &[denial])[0].polarity, expected, "{text}");
    }
}

#[test]
fn a_claim_holds_neither_its_source_nor_its_cue() {
    for (language, text, content, source, cue, expected) in [
        ("en", "“We lost,” said coach Mia Lund.", "“We lost,”", "coach Mia Lund", "said", "We lost"),
        ("en", "“A scandal,” coach Mia Lund said.", "“A scandal,”", "coach Mia Lund", "said", "A scandal"),
        ("en", "Mia Lund said “No way” on Monday.", "“No way”", "Mia Lund", "said", "“No way” on Monday"),
        ("de", "„Ein Skandal“, sagte Mia Lund.", "„Ein Skandal“", "Mia Lund", "sagte", "Ein Skandal"),
    ] {
        let mut quote = said(text, &[content], Act::Say, Kind::Direct);
        let span = |part: &str| text.find(part).map(|at| Span::new(at, at + part.len()));
        (quote.source_span, quote.cue_span) = (span(source), span(cue));
        assert_eq!(words(text, &run(language, text, &[quote])[0]), expected, "{text}");
    }
}

#[test]
fn a_phrase_that_states_nothing_is_no_claim() {
    for (content, act, kind, kept) in [
        ("the harbour office", Act::Say, Kind::Indirect, false),
        ("reporters on Sunday", Act::Say, Kind::Indirect, false),
        ("the harbour office", Act::Say, Kind::Direct, true),
        ("any deal with the harbour office", Act::Deny, Kind::Indirect, true),
        ("twelve dead", Act::Say, Kind::Indirect, true),
        ("the plan unacceptable", Act::Say, Kind::Indirect, true),
        ("the harbour office a disgrace", Act::Say, Kind::Indirect, true),
        ("the harbour as a danger to swimmers", Act::Believe, Kind::Indirect, true),
        ("the harbour was shut", Act::Say, Kind::Indirect, true),
    ] {
        assert_eq!(!whole("en", content, act, kind).is_empty(), kept, "{content}");
    }
}

#[test]
fn modality_says_how_firmly() {
    use Modality::{Asserted, Conditional, Possible, Required};
    for (language, text, act, expected) in [
        ("en", "an attack could come within weeks", Act::Say, Possible),
        ("en", "an attack is likely", Act::Say, Possible),
        ("en", "Russia would face sanctions if it attacked", Act::Warn, Conditional),
        ("en", "unless they leave, there will be war", Act::Say, Conditional),
        ("en", "the allies must stand together", Act::Say, Required),
        ("en", "NATO stop its expansion", Act::Demand, Required),
        ("en", "the allies stood together", Act::Say, Asserted),
        ("de", "Die Zahl könnte steigen.", Act::Say, Possible),
        ("de", "Die Regierung muss handeln.", Act::Say, Required),
        ("fr", "Le nombre pourrait augmenter.", Act::Say, Possible),
    ] {
        assert_eq!(whole(language, text, act, Kind::Indirect)[0].modality, expected, "{text}");
    }
}

#[test]
fn roles_are_those_of_the_main_clause() {
    for (text, expected) in [
        ("In Vienna, the chief envoy has met the president", ["the chief envoy", "has met", "the president"]),
        ("if it is attacked, the country will defend its borders", ["the country", "will defend", "its borders"]),
        ("It’s a big step", ["It", "’s", "a big step"]),
        ("More than 300 people signed the letter", ["More than 300 people", "signed", "the letter"]),
        ("There is a real risk", ["", "is", "a real risk"]),
        ("a deal with the union", ["", "", ""]),
    ] {
        let claims = whole("en", text, Act::Say, Kind::Direct);
        let part = |span: Option<Span>| span.map_or("", |span| span.of(text));
        assert_eq!([part(claims[0].subject), part(claims[0].predicate), part(claims[0].object)], expected, "{text}");
    }
}

#[test]
fn a_list_of_facts_is_a_clause_each() {
    for (text, expected) in [
        (
            "The storm killed 12 people, injured 30 and destroyed 400 homes.",
            &["The storm killed 12 people", "The storm injured 30", "The storm destroyed 400 homes"][..],
        ),
        (
            "At least 12 people were killed and 400 homes destroyed.",
            &["At least 12 people were killed", "400 homes destroyed"],
        ),
        ("Four guards were arrested and two others dismissed.", &["Four guards were arrested", "two others dismissed"]),
        ("The fire destroyed 40 homes and 3 schools.", &["The fire destroyed 40 homes and 3 schools"]),
    ] {
        let claims = whole("en", text, Act::Say, Kind::Direct);
        let words: Vec<String> = claims
            .iter()
            .map(|claim| claim.spans.iter().map(|span| span.of(text)).collect::<Vec<_>>().join(" "))
            .collect();
        assert_eq!(words, expected, "{text}");
        assert!(expected.len() == 1 || claims.iter().all(|claim| claim.quantities.len() == 1), "{claims:?}");
    }
}

#[test]
fn numbers_and_dates_stay_with_their_clause() {
    let text = "Prices rose by 5 per cent in 2021 and wages fell by 3 per cent on Monday.";
    let claims = whole("en", text, Act::Say, Kind::Direct);
    assert_eq!(claims.len(), 2);
    assert_eq!((claims[0].quantities[0].value, claims[1].quantities[0].value), (5.0, 3.0));
    assert_eq!((claims[0].dates[0].value.as_str(), claims[1].dates[0].value.as_str()), ("2021", "2022-01-10"));
}

#[test]
fn a_number_keeps_a_bound_that_stands_before_the_content() {
    for (text, content, expected) in [
        ("The utility said about 800 flats have no heating.", "800 flats have no heating", Some(('~', "800 flats"))),
        (
            "As the coast guard says, at least 30 boats sank off the cape.",
            "30 boats sank off the cape",
            Some(('>', "30 boats")),
        ),
        ("The utility counted 800 flats have no heating.", "flats have no heating", None),
    ] {
        let claims = run("en", text, &[said(text, &[content], Act::Say, Kind::Indirect)]);
        let got = claims[0]
            .quantities
            .first()
            .map(|quantity| (quantity.comparator.name().chars().next().unwrap_or('='), quantity.span.of(text)));
        assert_eq!(got, expected, "{text}");
    }
}

#[test]
fn the_narrator_claims_what_nobody_is_quoted_for() {
    let text = "The council met on Monday in the old town hall.\n\nMore on this story\n\nThe mayor said taxes would rise. Nobody from the opposition attended the vote.";
    let attribution = said(text, &["taxes would rise"], Act::Say, Kind::Indirect);
    let options = ClaimOptions { language: Some("en"), narrator: true, ..Default::default() };
    let claims = extract_claims(text, &[attribution], &options, &Context::default()).unwrap();
    let own: Vec<String> =
        claims.iter().filter(|claim| claim.attribution.is_none()).map(|claim| words(text, claim)).collect();
    assert_eq!(own, ["The council met on Monday in the old town hall", "Nobody from the opposition attended the vote"]);
    assert!(claims.iter().all(|claim| (claim.kind == Kind::Narrator) == claim.attribution.is_none()));
}

proptest! {
    #[test]
    fn spans_stand_in_the_text_and_in_order(
        text in "\\PC{0,150}|([a-z]{1,8}|[.,;“”\"() –\n]|and |but |which |if |the |he said |they will |is |not |that ){0,60}",
        cuts in prop::collection::vec(0_usize..200, 6),
        language in prop::sample::select(vec!["en", "de", "ru", "zh"]),
    ) {
        let at = |cut: usize| (0..=cut.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
        let attributions: Vec<Attribution> = cuts
            .chunks(2)
            .map(|pair| {
                let (a, b) = (at(pair[0]), at(pair[1]));
                let mut attribution = said(&text, &[""], Act::Say, Kind::Mixed);
                attribution.spans = vec![Span::new(a.min(b), a.max(b))];
                attribution
            })
            .collect();
        let options = ClaimOptions { language: Some(language), narrator: true, published: None };
        let claims = extract_claims(&text, &attributions, &options, &Context::default()).unwrap();
        for claim in claims {
            prop_assert!(!claim.spans.is_empty() && (0.0..=1.0).contains(&claim.checkworthiness));
            prop_assert!(claim.spans.iter().all(|span| !span.of(&text).is_empty()));
            prop_assert!(claim.spans.is_sorted_by(|a, b| a.end <= b.start));
            let parts = [claim.subject, claim.predicate, claim.object];
            for part in parts.into_iter().flatten().chain(claim.quantities.iter().map(|quantity| quantity.span)) {
                prop_assert!(claim.spans.iter().any(|span| span.contains(&part)));
            }
        }
    }
}

#[test]
fn datelines_and_lines_of_the_page_are_not_narrated() {
    let text =
        "BERLIN (Reuters) - The town closed its last coal plant.\n\nRead more: The town opens a wind park on the hill.";
    let options = ClaimOptions { language: Some("en"), narrator: true, ..Default::default() };
    let claims = extract_claims(text, &[], &options, &Context::default()).unwrap();
    let told: Vec<String> = claims.iter().map(|claim| words(text, claim)).collect();
    assert_eq!(told, ["The town closed its last coal plant"]);
}

#[test]
fn claims_of_text_without_full_stops_are_cut() {
    let text = "the council votes and the harbour waits and ".repeat(500);
    let claims = run("en", &text, &[said(&text, &[&text], Act::Say, Kind::Direct)]);
    assert!(!claims.is_empty());
    assert!(claims.iter().all(|claim| words(&text, claim).split_whitespace().count() <= LONGEST));
}
