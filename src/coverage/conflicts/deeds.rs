//! Whether what two claims of one language tell is one deed, so that they can be at odds about it: of one verb another object is
//! another deed, so is what undoes it, and the second time of anything is not its first.

use super::member::{Member, SAME_CLAUSE};
use crate::claims::Comparator;
use crate::coverage::matching::meeting::one_root;
use crate::coverage::reading::dates::Date;
use crate::coverage::reading::facts::Number;
use crate::coverage::reading::features::{Features, Term};
use crate::coverage::reading::frame::MARKS;
use crate::coverage::reading::grammar::Role;
use crate::coverage::reading::related::degree;
use crate::text::Span;

/// How many verbs of two claims are looked at.
const VERBS: usize = 4;
/// How many words behind a number may tell for how long it is: "2 million euros a day".
const RATE: usize = 5;
/// How many words of its clause may tell when that was.
const CLAUSE: usize = 16;

/// The words of the clause around a place, beside names, numbers and days.
pub(crate) fn clause(member: &Member<'_>, place: Span) -> Vec<Term> {
    let terms = member.features.sequence.iter().zip(&member.features.spans);
    let near = terms.filter(|(_, span)| member.undivided(place, **span)).map(|(term, _)| *term);
    near.filter(|term| !(term.name || term.number || term.calendar)).collect()
}

/// Whether the one tells what undoes what the other tells: "was closed on Monday", "will reopen on Friday". Neither is negated.
pub(crate) fn undone(x: &[Term], y: &[Term]) -> bool {
    let plain = |term: &Term, other: &Term| !(term.negated() || other.negated());
    let turned = |term: &Term| y.iter().any(|o| o.id == term.id && o.opposite != term.opposite && plain(term, o));
    x.iter().any(turned)
}

/// Whether both do the same to two things, and nothing behind the verb is told by both: "will open the bridge on Monday", "will
/// open the school on Tuesday".
pub(crate) fn two_objects(a: &Member<'_>, b: &Member<'_>) -> bool {
    if a.features.language != b.features.language {
        return false;
    }
    let verbs = a.features.sequence.iter().filter(|term| !(term.number || term.name || term.calendar));
    let shared = verbs.filter_map(|term| Some((term, b.features.sequence.iter().find(|other| other.id == term.id)?)));
    let deeds = shared.filter(|(x, y)| (x.verb || y.verb) && !(x.passive || y.passive || x.noun || y.noun));
    deeds.take(VERBS).any(|(x, _)| {
        let (here, there) = (behind(a, x.id), behind(b, x.id));
        let meets = |(s, word): &(Term, String)| {
            let met = |(t, other): &(Term, String)| {
                s.id == t.id || one_root(word, other) || degree(s.related, t.related) > 0.0
            };
            there.iter().any(met)
        };
        !(here.is_empty() || there.is_empty() || here.iter().any(meets))
    })
}

/// What stands behind a verb in its clause, where a thing stands right behind it, as terms and their words.
fn behind(member: &Member<'_>, verb: u32) -> Vec<(Term, String)> {
    let text = member.claim.text.as_str();
    let terms: Vec<(Term, Span)> =
        member.features.sequence.iter().copied().zip(member.features.spans.clone()).collect();
    let Some(at) = terms.iter().position(|(term, _)| term.id == verb) else { return Vec::new() };
    let place = terms[at].1;
    let rest =
        terms.iter().skip(at + 1).filter(|(term, span)| span.start >= place.end && !(term.number || term.calendar));
    let found: Vec<(Term, Span)> = rest.copied().collect();
    let Some((_, first)) = found.first() else { return Vec::new() };
    let gap = text.get(place.end..first.start).unwrap_or_default().to_lowercase();
    let leads = |word: &str| Role::Leads.has(word) || Role::Joins.has(word) || Role::Behind.has(word);
    if gap.contains(MARKS) || gap.split_whitespace().any(leads) {
        return Vec::new();
    }
    found.into_iter().map(|(term, span)| (term, span.of(text).to_lowercase())).collect()
}

/// Whether each tells of another time in a row, "the first round", "the second round".
pub(crate) fn two_turns(a: &Member<'_>, b: &Member<'_>) -> bool {
    let turns = |member: &Member<'_>| -> Vec<u32> {
        let places = member.features.sequence.iter().zip(&member.features.spans);
        let ranked = places.filter(|(_, span)| Role::Ordinal.has(&span.of(&member.claim.text).to_lowercase()));
        ranked.map(|(term, _)| term.id).collect()
    };
    let (here, there) = (turns(a), turns(b));
    a.features.language == b.features.language
        && !(here.is_empty() || there.is_empty() || here.iter().any(|turn| there.contains(turn)))
}

/// Whether both tell of a month or year, and of another one: "not this year", "next year".
pub(crate) fn other_time(x: &Features, y: &Features) -> bool {
    let long = |side: &Features| !side.dates.is_empty() && side.dates.iter().all(Date::is_period);
    long(x) && long(y) && x.dates.iter().all(|here| y.dates.iter().all(|there| here.is_another(there)))
}

/// Whether the one tells of which year its number is, and the other of another day or, in other words, of none: "which had 6 percent
/// in 2021", "failed to clear the 4 percent hurdle".
pub(crate) fn of_its_own_year(dated: &Member<'_>, number: &Number, other: &Member<'_>) -> bool {
    let near = |day: &Date| day.place().is_some_and(|place| dated.undivided(place, number.place().unwrap_or_default()));
    let alone = |day: &Date| other.features.dates.iter().all(|there| day.is_another(there));
    let mut days = dated.features.dates.iter().filter(|day| day.is_period() && day.year_said);
    let unlike = || dated.likeness(other) < SAME_CLAUSE || !other.features.dates.is_empty();
    days.any(|day| near(day) && alone(day)) && unlike()
}

/// Whether the one tells what may be and the other what is: "could involve 175,000 soldiers", "100,000 soldiers stand there".
pub(crate) fn one_is_able(x: &Features, m: &Number, y: &Features, n: &Number) -> bool {
    let open = |side: &Features, number: &Number| {
        let bound = matches!(number.comparator, Comparator::AtMost | Comparator::Less);
        side.able || side.future || bound || side.bag.iter().any(|term| term.supposed)
    };
    x.able != y.able && open(x, m) != open(y, n)
}

/// Whether the one number is that of a stretch of time and the other of none, or of another one: "2 million euros a day", "14
/// million euros"; or but one of them is told of long ago.
pub(crate) fn two_rates(a: &Member<'_>, m: &Number, b: &Member<'_>, n: &Number) -> bool {
    let (here, there) = (rate(a, m), rate(b, n));
    gone_by(a, m) != gone_by(b, n)
        || here.is_some() != there.is_some()
        || (a.features.language == b.features.language && here != there)
}

/// Whether the clause of a number tells that it is one of long ago, "the year before", and not how much it has changed since: "than
/// the year before".
fn gone_by(member: &Member<'_>, number: &Number) -> bool {
    let words: Vec<String> = words_behind(member, number).collect();
    let small = |word: &&String| Role::Determiner.has(word);
    let compared = |at: usize| {
        let before = words[..at].iter().rev().find(|word| !small(word));
        before.is_some_and(|word| Role::Leads.has(word) || Role::Only.has(word))
    };
    let gone = |at: usize| Role::Period.has(&words[at]) && words.get(at + 1).is_some_and(|word| Role::Ago.has(word));
    (0..words.len()).any(|at| gone(at) && !compared(at))
}

/// The words behind a number in its clause, up to the next number.
fn words_behind<'m>(member: &'m Member<'_>, number: &Number) -> impl Iterator<Item = String> + 'm {
    let place = number.place().unwrap_or_default();
    let others = member.features.numbers.iter().filter_map(|other| Some(other.place()?.start));
    let end = others.filter(|start| *start >= place.end).min().unwrap_or(member.claim.text.len());
    let behind = member.claim.text.get(place.end..end).filter(|_| place.start < place.end).unwrap_or_default();
    let clause = behind.split([',', ';', ':']).next().unwrap_or_default();
    let words = clause.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.take(CLAUSE).map(str::to_lowercase)
}

/// The stretch of time for which a number is told.
pub(crate) fn rate(member: &Member<'_>, number: &Number) -> Option<String> {
    let words: Vec<String> = words_behind(member, number).collect();
    let gone = |at: usize| words.get(at).is_some_and(|word| Role::Ago.has(word));
    let pair = |at: &usize| {
        words.get(at + 1).is_some_and(|word| Role::Period.has(word)) && Role::Per.has(&words[*at]) && !gone(at + 2)
    };
    (0..words.len().min(RATE)).find(pair).and_then(|at| words.get(at + 1).cloned())
}

#[cfg(test)]
mod tests {
    use crate::Context;
    use crate::claims::{Comparator, DateMention, Precision, Quantity};
    use crate::coverage::conflicts::{ConflictKind, conflicts};
    use crate::coverage::testing::kinds;
    use crate::coverage::types::ClaimRecord;
    use crate::text::Span;

    #[test]
    fn of_one_verb_another_object_is_another_deed() {
        for (a, b) in [
            ("the mayor will open the bridge on Monday", "the mayor will open the new school on Tuesday"),
            ("the minister met dockers on Monday", "the minister will meet the owners of the yard on Tuesday"),
        ] {
            assert_eq!(kinds(a, b), [], "{a} / {b}");
        }
        let (a, b) = ("the mayor will open the bridge on Monday", "on Tuesday the mayor will open the rebuilt bridge");
        assert_eq!(kinds(a, b), [ConflictKind::Date]);
    }

    #[test]
    fn a_month_alone_makes_no_event() {
        assert_eq!(kinds("the trial opens on 3 March", "the verdict is expected on 13 March"), []);
        assert_eq!(kinds("the trial opens on 3 March", "the trial opens on 13 March"), [ConflictKind::Date]);
    }

    #[test]
    fn what_is_not_so_this_year_may_be_so_in_another_one() {
        let year = |value: &str| DateMention { value: value.into(), precision: Precision::Year, span: Span::default() };
        let claim = |outlet: &str, text: &str, value: &str| ClaimRecord {
            outlet: outlet.into(),
            text: text.into(),
            dates: vec![year(value)],
            ..ClaimRecord::default()
        };
        let found = |there: &str| {
            let a = claim("A", "the council will not raise fares this year", "2025");
            let b = claim("B", "the council will raise fares next year", there);
            conflicts(&[a, b], &[Some(0), Some(0)], &Context::default()).unwrap().len()
        };
        assert_eq!((found("2026"), found("2025")), (0, 1));
        let a = claim("A", "the yard will hire 300 people this year", "2025");
        let b = claim("B", "the yard will hire 500 people next year", "2026");
        assert_eq!(conflicts(&[a, b], &[Some(0), Some(0)], &Context::default()).unwrap(), []);
    }

    #[test]
    fn the_number_of_another_year_is_another_number() {
        let now = "Homeland failed to clear the bar of 4 seats";
        assert_eq!(kinds(now, "Homeland, which had 6 seats in 2021, is out"), []);
        assert_eq!(kinds("Homeland won 4 seats in the vote", "Homeland won 6 seats in the vote of 2021").len(), 1);
    }

    #[test]
    fn half_of_them_are_no_other_number() {
        let claim = |outlet: &str, text: &str, told: &[(f64, Option<&str>)]| {
            let quantity = |(value, unit): &(f64, Option<&str>)| Quantity {
                value: *value,
                upper: None,
                unit: unit.map(Into::into),
                comparator: Comparator::Equal,
                span: Span::default(),
            };
            let quantities = told.iter().map(quantity).collect();
            ClaimRecord { outlet: outlet.into(), text: text.into(), quantities, ..ClaimRecord::default() }
        };
        let found = |value| {
            let all = "power was cut to 20,000 homes, half of which had it back by Monday";
            let a = claim("A", all, &[(20_000.0, Some("homes")), (0.5, None)]);
            let b = claim("B", "power was still cut to so many homes", &[(value, Some("homes"))]);
            conflicts(&[a, b], &[Some(0), Some(0)], &Context::default()).unwrap().len()
        };
        assert_eq!((found(10_000.0), found(12_000.0)), (0, 1));
    }

    #[test]
    fn the_oil_in_a_ship_is_not_that_in_the_sea() {
        let oil = |outlet: &str, text: &str, value| ClaimRecord {
            outlet: outlet.into(),
            text: text.into(),
            quantities: vec![Quantity {
                value,
                upper: None,
                unit: Some("tonnes".into()),
                comparator: Comparator::Equal,
                span: Span::default(),
            }],
            ..ClaimRecord::default()
        };
        let found = |there: ClaimRecord| {
            let here = oil("A", "the tanker was carrying 200 tonnes of oil", 200.0);
            conflicts(&[here, there], &[Some(0), Some(0)], &Context::default()).unwrap().len()
        };
        assert_eq!(found(oil("B", "50 tonnes of oil leaked into the sea", 50.0)), 0);
        assert_eq!(found(oil("B", "the tanker had 50 tonnes of oil on board", 50.0)), 1);
    }

    #[test]
    fn what_undoes_it_has_a_day_and_a_number_of_its_own() {
        assert_eq!(kinds("the bridge was closed on Monday", "the bridge will reopen on Friday"), []);
        let (a, b) = ("fares fell 4 percent after the vote", "fares recovered and rose 2 percent later");
        assert_eq!(kinds(a, b), []);
    }

    #[test]
    fn the_first_time_is_not_the_second() {
        assert_eq!(kinds("no one was hurt in the first crash", "two people were hurt in the second crash"), []);
        assert_eq!(
            kinds("turnout in the first round was 61 percent", "turnout in the second round was 67 percent"),
            []
        );
        let (a, b) = ("two people were hurt in the second crash", "no one was hurt in the second crash");
        assert_eq!(kinds(a, b), [ConflictKind::Number]);
    }

    #[test]
    fn so_much_a_day_is_no_sum() {
        let a = "the strike costs the port 2 million crowns a day";
        assert_eq!(kinds(a, "the strike has cost the port 14 million crowns"), []);
        assert_eq!(kinds(a, "the strike costs the port 3 million crowns a day"), [ConflictKind::Number]);
        let ago = "the yard sold 30 boats a year ago";
        assert_eq!(kinds(ago, "the yard sold 40 boats"), []);
        assert_eq!(kinds(ago, "the yard sold 40 boats a year ago"), [ConflictKind::Number]);
        let more = "the yard sold 30 boats more than a year earlier";
        assert_eq!(kinds(more, "the yard sold 40 boats more"), [ConflictKind::Number]);
        let rose = "boats sold by the yard rose to 40 from 20 a year ago";
        assert_eq!(kinds(rose, "boats sold by the yard rose to 50"), [ConflictKind::Number]);
    }
}
