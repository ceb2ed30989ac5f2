//! How many something befell, as two reports on one event tell it in whatever words: "seventeen people lost their lives in the
//! valley", "the flood has killed at least 26".

use std::collections::BTreeMap;

use super::deeds::rate;
use super::member::Member;
use super::names::elsewhere;
use super::quantifiers::{is_among_others, is_part};
use crate::claims::Act;
use crate::coverage::conflicts::Disagreement;
use crate::coverage::reading::dates::{Date, Said};
use crate::coverage::reading::facts::Number;
use crate::coverage::reading::fates::Fate;
use crate::coverage::reading::features::Analyzer;
use crate::coverage::reading::frame::MARKS;
use crate::coverage::reading::grammar::Role;

/// The number of those whom something befell, with the place of its claim among the members and its own in the claim.
type Toll = (usize, usize);

/// Of each fate and document the number of it that is told there; not where two are told, of which each may be a part.
fn tolls(members: &[&Member<'_>]) -> BTreeMap<Fate, BTreeMap<u64, Option<Toll>>> {
    let mut found: BTreeMap<Fate, BTreeMap<u64, Option<Toll>>> = BTreeMap::new();
    for (at, member) in members.iter().enumerate() {
        for (place, number) in member.features.numbers.iter().enumerate() {
            let Some(fate) = number.fate.filter(|_| is_toll(member, number)) else { continue };
            let told = found.entry(fate).or_default().entry(member.claim.document).or_insert(Some((at, place)));
            let same = |(other, place): Toll| members[other].features.numbers[place].agrees(number);
            *told = told.filter(|toll| same(*toll));
        }
    }
    found
}

/// Whether a number is told as that of all whom something befell, of now and of this event.
fn is_toll(member: &Member<'_>, number: &Number) -> bool {
    let features = &member.features;
    let words = || member.claim.text.split(|c: char| !c.is_alphabetic()).map(str::to_lowercase);
    let open = features.able || features.future || features.bag.iter().any(|term| term.supposed || term.open);
    number.value > 1.0
        && (number.anybody || ends_its_clause(member, number))
        && number.measure.is_none()
        && matches!(member.claim.act, None | Some(Act::Say))
        && !open
        && !is_among_others(member, number)
        && !words().any(|word| Role::Since.has(&word) || Role::Besides.has(&word) || Role::Ordinal.has(&word))
        && !is_of_some(member, number)
        && !features.dates.iter().any(is_long)
}

/// Whether it is a stretch of time that may be that of another event: a year, a month that is named.
fn is_long(date: &Date) -> bool {
    date.year_said || (date.is_period() && (date.month == 0 || date.said != Said::Nothing))
}

/// Whether no word behind a number tells whom it counts: "has killed at least 26, the ministry says".
fn ends_its_clause(member: &Member<'_>, number: &Number) -> bool {
    let behind = number.place().and_then(|place| member.claim.text.get(place.end..));
    behind.is_some_and(|behind| behind.trim_start().starts_with(MARKS))
}

/// Whether a number is told of a part, "six of the injured", or for a stretch of time, "90 people a day".
fn is_of_some(member: &Member<'_>, number: &Number) -> bool {
    is_part(member, number) || rate(member, number).is_some()
}

/// Pairs of members, of reports on one story, that tell of one fate another number each, and what they tell.
pub(crate) fn at_odds(
    members: &[&Member<'_>],
    one_story: impl Fn(u64, u64) -> bool,
    analyzer: &Analyzer<'_>,
) -> Vec<(usize, usize, Disagreement)> {
    let mut found = Vec::new();
    for told in tolls(members).values() {
        let told: Vec<(u64, Toll)> = told.iter().filter_map(|(document, toll)| Some((*document, (*toll)?))).collect();
        for (rank, (document, x)) in told.iter().enumerate() {
            for (other, y) in &told[rank + 1..] {
                let (a, b) = (members[x.0], members[y.0]);
                let (m, n) = (&a.features.numbers[x.1], &b.features.numbers[y.1]);
                let days =
                    a.features.dates.iter().any(|day| b.features.dates.iter().any(|there| day.is_another(there)));
                let one = a.outlet != b.outlet && one_story(*document, *other) && !elsewhere(a, b, analyzer);
                if one && !days && m.comparable(n) && !(m.agrees(n) || m.reaches(n) || n.reaches(m)) {
                    found.push((x.0, y.0, Disagreement::of_numbers((a, m), (b, n))));
                }
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::super::retold::retold;
    use crate::Context;
    use crate::coverage::types::ClaimRecord;

    #[test]
    fn a_toll_is_compared_in_whatever_group_its_claim_is() {
        let claim = |document: u64, text: &str| ClaimRecord {
            document,
            outlet: document.to_string(),
            text: text.into(),
            language: Some("de".into()),
            ..ClaimRecord::default()
        };
        let found = |first: &str| {
            let claims = [
                claim(1, first),
                claim(1, "der Zug fuhr in Tessel in einen Baum"),
                claim(2, "die Zahl der Verletzten ist auf 17 gestiegen"),
                claim(2, "in Tessel fuhr der Zug in einen Baum"),
            ];
            // A third report that says the same has drawn the first toll to itself.
            let found = retold(&claims, &[Some(1), Some(0), None, Some(0)], &Context::default()).unwrap();
            found.iter().map(|conflict| (conflict.a, conflict.b)).collect::<Vec<_>>()
        };
        assert_eq!(found("14 Personen wurden verletzt, zwei davon schwer"), [(0, 2)]);
        assert_eq!(found("17 Personen wurden verletzt, zwei davon schwer"), []);
    }
}
