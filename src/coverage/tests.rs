//! Matching as a whole, on invented stories (`testdata/stories.tsv`) and on pairs that have gone wrong before.

use std::collections::HashMap;

use proptest::prelude::*;

use super::*;
use crate::claims::{Act, Polarity};
use crate::{Context, ErrorKind, Limits};

const STORIES: &str = include_str!("testdata/stories.tsv");

/// The claims of the invented stories, and the name of the cluster of each.
fn stories(with_story: bool) -> (Vec<ClaimRecord>, Vec<Option<String>>) {
    let mut numbers: HashMap<&str, i64> = HashMap::new();
    let mut claims = Vec::new();
    let mut clusters = Vec::new();
    for line in STORIES.lines().filter(|line| !line.starts_with('#')) {
        let fields: Vec<&str> = line.split('\t').collect();
        let [story, outlet, language, quoted, cluster, speaker, text] = fields[..] else {
            panic!("seven fields, not {line}")
        };
        let next = numbers.len() as i64;
        let number = *numbers.entry(story).or_insert(next);
        claims.push(ClaimRecord {
            text: text.into(),
            document: claims.len() as u64,
            outlet: outlet.into(),
            story: with_story.then_some(number),
            speaker: Some(speaker.into()),
            quoted: quoted == "1",
            language: Some(language.into()),
            ..ClaimRecord::default()
        });
        clusters.push((cluster != "-").then(|| format!("{story} {cluster}")));
    }
    (claims, clusters)
}

/// Pairs of claims of different outlets that are rightly joined, wrongly joined, wrongly apart.
fn pairs(
    claims: &[ClaimRecord],
    gold: &[Option<String>],
    found: &[Option<u32>],
    wanted: impl Fn(&ClaimRecord, &ClaimRecord) -> bool,
) -> (usize, usize, usize) {
    let (mut right, mut wrong, mut missed) = (0, 0, 0);
    for i in 0..claims.len() {
        for j in (i + 1..claims.len()).filter(|j| claims[i].outlet != claims[*j].outlet) {
            if wanted(&claims[i], &claims[j]) {
                let is = gold[i].is_some() && gold[i] == gold[j];
                let got = found[i].is_some() && found[i] == found[j];
                right += usize::from(is && got);
                wrong += usize::from(!is && got);
                missed += usize::from(is && !got);
            }
        }
    }
    (right, wrong, missed)
}

fn matched(claims: &[ClaimRecord]) -> Vec<Option<u32>> {
    match_claims(claims, &MatchOptions::default(), &Context::default()).unwrap()
}

fn claim(outlet: &str, speaker: &str, text: &str) -> ClaimRecord {
    ClaimRecord { outlet: outlet.into(), speaker: Some(speaker.into()), text: text.into(), ..ClaimRecord::default() }
}

#[test]
fn invented_stories_are_matched() {
    for with_story in [true, false] {
        let (claims, gold) = stories(with_story);
        let found = matched(&claims);
        let (right, wrong, missed) = pairs(&claims, &gold, &found, |a, b| a.language == b.language);
        assert!(wrong <= 1 && missed * 6 <= right, "within a language: {right} right, {wrong} wrong, {missed} missed");
        let (right, wrong, missed) = pairs(&claims, &gold, &found, |a, b| a.language != b.language);
        assert!(wrong == 0 && missed <= right, "across languages: {right} right, {wrong} wrong, {missed} missed");
    }
}

#[test]
fn disagreements_of_the_invented_stories_come_to_light() {
    let (claims, _) = stories(true);
    let found = conflicts(&claims, &matched(&claims), &Context::default()).unwrap();
    let has = |kind, words: &str| found.iter().any(|c| c.kind == kind && (c.a_words == words || c.b_words == words));
    assert!(has(ConflictKind::Number, "eleven") && has(ConflictKind::Number, "3,200"), "{found:?}");
    assert!(has(ConflictKind::Date, "3 March") && has(ConflictKind::Date, "Wednesday"), "{found:?}");
    assert!(has(ConflictKind::Polarity, "rejects"), "{found:?}");
}

#[test]
fn the_order_of_rows_does_not_matter() {
    let (claims, _) = stories(false);
    let straight = matched(&claims);
    for step in [7, 11, 101] {
        // Steps prime to the number of claims visit each row once.
        let order: Vec<usize> = (0..claims.len()).map(|i| (i * step + 3) % claims.len()).collect();
        let shuffled: Vec<ClaimRecord> = order.iter().map(|row| claims[*row].clone()).collect();
        let found = matched(&shuffled);
        let mut names: HashMap<u32, u32> = HashMap::new();
        for (place, row) in order.iter().enumerate() {
            assert_eq!(found[place].is_some(), straight[*row].is_some());
            if let (Some(there), Some(here)) = (found[place], straight[*row]) {
                assert_eq!(*names.entry(there).or_insert(here), here);
            }
        }
    }
}

#[test]
fn a_quotation_translated_there_and_back_is_one_claim() {
    let speaker = "Ilse Brandt";
    let claims = [
        claim("A", speaker, "There is a genuine danger of a new trade war in the region"),
        claim("B", speaker, "there is a real risk of a new trade war in the region"),
        claim("C", speaker, "a real threat of trade war"),
        claim("C", speaker, "the ports will stay open"),
    ];
    assert_eq!(matched(&claims), [Some(0), Some(0), Some(0), None]);
}

#[test]
fn a_merged_quotation_holds_both_of_its_halves() {
    let speaker = "Ilse Brandt";
    let claims = [
        claim("A", speaker, "Our ports will stay open, and the customs officers will work on Sundays too"),
        claim("B", speaker, "Our ports will stay open"),
        claim("B", speaker, "The customs officers will also work on Sundays"),
        claim("B", speaker, "Nobody has to fear for wages"),
    ];
    assert_eq!(matched(&claims), [Some(0), Some(0), Some(0), None]);
}

#[test]
fn different_persons_who_say_alike_things_are_apart() {
    let claims = [
        claim("A", "Ilse Brandt", "we will lower the harbour fees for small ships"),
        claim("B", "Omar Haddad", "the harbour fees are too high for ships of that size"),
    ];
    assert_eq!(matched(&claims), [None, None]);
}

#[test]
fn an_answer_that_says_nothing_is_no_shared_claim() {
    let answers = ["to comment on the report", "to comment"];
    for [a, b] in [[answers[0], answers[1]], [answers[1]; 2]] {
        assert_eq!(matched(&[claim("A", "Ilse Brandt", a), claim("B", "Ilse Brandt", b)]), [None, None]);
    }
    let said = "to comment on the harbour fees";
    assert_eq!(matched(&[claim("A", "Ilse Brandt", said), claim("B", "Ilse Brandt", said)]), [Some(0), Some(0)]);
}

#[test]
fn the_subject_that_two_clauses_share_joins_neither() {
    let speaker = "Ilse Brandt";
    let clauses = |head: &str| {
        let of = |text: String, start| ClaimRecord { start: Some(start), document: 7, ..claim("B", speaker, &text) };
        [of(format!("{head} is spreading fast"), 0), of(format!("{head} … troubles every village"), 1)]
    };
    let other = claim(
        "A",
        speaker,
        "her letter on the bad seasons and the dear nets proves that Lower Tessel's mud crisis needs a minister of the sea",
    );
    let [first, second] = clauses("Lower Tessel's mud crisis");
    assert_eq!(matched(&[other.clone(), first.clone(), second]), [None, None, None]);
    assert_eq!(matched(&[other, first])[1], Some(0), "the subject alone joins them");
}

#[test]
fn opposite_claims_share_a_cluster_and_are_a_conflict() {
    let claims = [
        claim("A", "Ilse Brandt", "The ministry will not raise the harbour fees next year"),
        claim("B", "Ilse Brandt", "The ministry will raise the harbour fees next year"),
    ];
    let found = matched(&claims);
    assert_eq!(found, [Some(0), Some(0)]);
    let conflicts = conflicts(&claims, &found, &Context::default()).unwrap();
    assert_eq!(conflicts.len(), 1);
    assert_eq!(conflicts[0].kind, ConflictKind::Polarity);
    let said = |polarity, claim: &ClaimRecord| ClaimRecord { polarity: Some(polarity), ..claim.clone() };
    let claims = [said(Polarity::Negated, &claims[0]), said(Polarity::Affirmed, &claims[1])];
    assert_eq!(matched(&claims), [Some(0), Some(0)]);
}

#[test]
fn of_two_persons_the_better_match_tells() {
    let exchange = |what: &str| {
        format!("we had a serious and direct {what} the storm and its consequences for the safety of the harbour")
    };
    let (a, b) = (exchange("exchange on"), exchange("conversation about"));
    let worse = "a further worsening of the storm could lead to the gravest consequences for the safety of the harbour";
    let mut claims = vec![claim("A", "Per Holt", worse), claim("A", "Ilka Brandt", &a), claim("B", "Ilka Brandt", &b)];
    for text in [
        "the ferries stay in port until Friday",
        "forty boats were lost in the night",
        "the sea wall will be raised by two metres",
        "nobody was hurt at the fish market",
    ] {
        claims.extend([claim("A", "Ilka Brandt", text), claim("B", "Ilka Brandt", text)]);
    }
    claims.iter_mut().for_each(|claim| claim.document = u64::from(claim.outlet.as_bytes()[0]));
    let found = matched(&claims);
    assert!(found[1].is_some() && found[1] == found[2] && found[0].is_none(), "{found:?}");
}

#[test]
fn claims_that_differ_in_a_number_meet_and_disagree() {
    for (a, b) in [
        ("about 900 litres of paint had escaped", "around 7,000 litres of paint ran into the canal"),
        ("the dairy faced a fine of up to 3 million euros", "a fine that could reach nearly 5 million euros"),
        ("620 households are still without drinking water", "About 6,200 homes continue without potable water"),
        ("rents rose 10 percent", "rents fell 10 percent"),
    ] {
        let claims = [claim("A", "", a), claim("B", "", b)];
        let found = matched(&claims);
        assert_eq!(found, [Some(0), Some(0)], "{a} | {b}");
        assert_eq!(conflicts(&claims, &found, &Context::default()).unwrap().len(), 1, "{a} | {b}");
    }
}

#[test]
fn a_place_or_a_person_in_common_is_no_claim_in_common() {
    for (a, b) in [
        ("we heard nothing in Kalden that differed from the plan", "during the talks in Kalden"),
        ("the managing director, Omar Haddad, denied the allegation", "managing director Omar Haddad would step down"),
        ("the League cannot expand", "to go back to the League of 1997"),
    ] {
        assert_eq!(matched(&[claim("A", "Ilse Brandt", a), claim("B", "Ilse Brandt", b)]), [None, None], "{a} | {b}");
    }
}

#[test]
fn two_denials_of_one_person_are_two() {
    let denied = |outlet: &str, language: &str, text: &str| ClaimRecord {
        act: Some(Act::Deny),
        language: Some(language.into()),
        ..claim(outlet, "Ines Korda", text)
    };
    let cuts = denied("A", "en", "further cuts at the dry dock");
    assert_eq!(matched(&[cuts.clone(), denied("B", "de", "einen Brief erhalten zu haben")]), [None, None]);
    assert_eq!(matched(&[cuts.clone(), denied("B", "en", "more cuts at the dry dock")]), [Some(0), Some(0)]);
}

#[test]
fn one_outlet_founds_no_cluster_and_may_join_one() {
    let text = "The customs officers will work on Sundays";
    let twice = [claim("A", "Ilse Brandt", text), claim("A", "Ilse Brandt", text)];
    assert_eq!(matched(&twice), [None, None]);
    let thrice = [
        claim("A", "Ilse Brandt", text),
        claim("A", "Ilse Brandt", "the customs officers are to work on Sundays"),
        claim("B", "Ilse Brandt", "Customs officers will be working on Sundays"),
    ];
    assert_eq!(matched(&thrice), [Some(0), Some(0), Some(0)]);
}

#[test]
fn what_one_article_says_twice_is_no_rival_of_itself() {
    let said = |document, start, outlet: &str, text: &str| ClaimRecord {
        document,
        start: Some(start),
        ..claim(outlet, "Ilse Brandt", text)
    };
    let claims = [
        said(1, 0, "A", "the old harbour bridge will be closed to lorries from Monday"),
        said(2, 0, "B", "From Monday on the old harbour bridge is closed to lorries"),
        said(2, 90, "B", "the old harbour bridge will be closed to all lorries from Monday"),
        said(2, 180, "B", "the customs officers will work on Sundays"),
    ];
    assert_eq!(matched(&claims), [Some(0), Some(0), Some(0), None]);
}

#[test]
fn stories_keep_claims_apart() {
    let in_story =
        |outlet: &str, story| ClaimRecord { story: Some(story), ..claim(outlet, "Ann Lee", "It rains in Kalden") };
    assert_eq!(matched(&[in_story("A", 1), in_story("B", 2)]), [None, None]);
    assert_eq!(matched(&[in_story("A", 1), in_story("B", 1)]), [Some(0), Some(0)]);
}

#[test]
fn agency_copy_in_a_thousand_outlets_is_one_cluster() {
    let claims: Vec<ClaimRecord> = (0..1000)
        .map(|i| claim(&format!("outlet {i}"), "Ilse Brandt", "The customs officers will work on Sundays"))
        .collect();
    assert!(matched(&claims).iter().all(|cluster| *cluster == Some(0)));
}

#[test]
fn a_lexicon_joins_languages() {
    let foreign = |text: &str| ClaimRecord { language: Some("de".into()), ..claim("B", "Ilse Brandt", text) };
    let claims = [
        claim("A", "Ilse Brandt", "the customs officers will inspect every barrel"),
        foreign("die Zöllner werden jedes Fass überprüfen"),
    ];
    assert_eq!(matched(&claims), [None, None]);
    let lexicon = [("zöllner", "customs officers"), ("fass", "barrel"), ("überprüfen", "inspect"), ("jedes", "every")];
    let lexicon = lexicon.iter().map(|(de, en)| ((*de).to_owned(), vec![(*en).to_owned()])).collect();
    let options = MatchOptions { lexicon: Some(lexicon), ..MatchOptions::default() };
    assert_eq!(match_claims(&claims, &options, &Context::default()).unwrap(), [Some(0), Some(0)]);
}

#[test]
fn limits_and_cancelling_hold() {
    let (claims, _) = stories(true);
    let context = Context::default();
    context.cancel();
    let error = match_claims(&claims, &MatchOptions::default(), &context).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Cancelled);
    let limits = Limits { max_items: 10, ..Limits::default() };
    let error = match_claims(&claims, &MatchOptions::default(), &Context::new(limits)).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Limit);
    assert_eq!(matched(&[]), []);
}

proptest! {
    #[test]
    fn any_claims_are_matched(
        rows in proptest::collection::vec(("\\PC{0,40}", 0u64..4, "[ab]?", "(Ann Lee|\\PC{0,8})", "en|de|fr|ja|\\PC{0,3}"), 0..12)
    ) {
        let claims: Vec<ClaimRecord> = rows
            .into_iter()
            .map(|(text, document, outlet, speaker, language)| ClaimRecord {
                text, document, outlet, speaker: Some(speaker), language: Some(language), ..ClaimRecord::default()
            })
            .collect();
        let found = matched(&claims);
        prop_assert_eq!(found.len(), claims.len());
        let coverage = Coverage::new(&claims, &found);
        // Every cluster stands in two outlets at least.
        prop_assert!(coverage.matrix().rows.iter().all(|row| row.outlets >= 2));
        prop_assert!(conflicts(&claims, &found, &Context::default()).unwrap().iter().all(|c| c.a < c.b));
        coverage.similarity();
        coverage.speakers();
    }
}

#[path = "supposed_tests.rs"]
mod supposed;

#[test]
fn who_declines_to_comment_does_so_in_both_reports() {
    let claim = |outlet: &str, speaker: &str, text: &str| ClaimRecord {
        outlet: outlet.into(),
        speaker: Some(speaker.into()),
        text: text.into(),
        ..ClaimRecord::default()
    };
    let together = |a: ClaimRecord, b: ClaimRecord| {
        match_claims(&[a, b], &MatchOptions::default(), &Context::default()).unwrap()[0].is_some()
    };
    let here = || claim("A", "a spokesman for Orvane", "to comment");
    assert!(together(here(), claim("B", "Orvane", "no comment")));
    assert!(!together(here(), claim("B", "Selmark", "no comment")));
    assert!(!together(here(), claim("B", "Orvane", "to answer questions")));
}
