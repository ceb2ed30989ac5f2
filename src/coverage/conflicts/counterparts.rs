//! The one number and the one day of each report that no other report on the event has, and what faces it there: "1,700 jobs will
//! go" where the other says "at least 2,400 posts", "opens to cars on 1 September" where motorists can cross it "from 15 September".
//!
//! What two reports tell alike finds its like. A number or day that finds none looks for what the other report tells of the same kind,
//! in the nearest words of its clause; two that are each other's nearest, with nothing of that kind nearly as near, face each other.

use super::amounts::{of_one_kind, of_two_things, one_adds_up};
use super::contrasts::{exchanged, two_of_a_kind};
use super::days::one_deed;
use super::deeds::two_turns;
use super::frames::of_two_frames;
use super::member::Member;
use super::names::elsewhere;
use super::nearness::{Told, Weighed, nearness};
use super::tellings::date_words;
use crate::claims::Act;
use crate::coverage::conflicts::{ConflictKind, Disagreement};
use crate::coverage::matching::occasions::two_times;
use crate::coverage::reading::dates::Date;
use crate::coverage::reading::facts::Number;
use crate::coverage::reading::features::{Analyzer, Term};
use crate::coverage::reading::grammar::Role;
use crate::text::Span;

/// How near the words around two numbers, and around two days, must be.
const ONE_COUNT: f64 = 0.3;
const ONE_DAY: f64 = 0.25;
/// How near anything else of the kind may be, as a share of that.
const OTHER_COUNT: f64 = 0.9;
const OTHER_DAY: f64 = 0.75;
/// How far what two numbers count must meet.
const SAME_KIND: f64 = 0.3;

/// How many words beside that must meet.
const BESIDE: usize = 2;

/// A number or day of a claim, with the terms of its clause.
struct Fact<'t, T> {
    at: usize,
    told: &'t T,
    clause: Vec<u32>,
}

/// The terms of the clause around a place, days and numbers left out.
pub(super) fn clause(member: &Member<'_>, place: Span) -> Vec<u32> {
    let terms = member.features.sequence.iter().zip(&member.features.spans);
    let near = terms.filter(|(term, span)| !(term.number || term.calendar) && member.undivided(place, **span));
    near.map(|(term, _)| term.id).collect()
}

/// Whether a claim tells what is so, and does not ask, deny or suppose it.
fn asserts(member: &Member<'_>) -> bool {
    let supposed = |term: &Term| term.supposed || term.open;
    matches!(member.claim.act, None | Some(Act::Say | Act::Warn)) && !member.features.bag.iter().any(supposed)
}

/// Pairs of claims of two reports that face each other in a number or a day, and what they tell. `x` and `y` are the claims of each
/// report, as places among all that are told.
pub(crate) fn at_odds(
    told: &[Told<'_>],
    (x, y): (&[usize], &[usize]),
    analyzer: &Analyzer<'_>,
) -> Vec<(usize, usize, Disagreement)> {
    let mut found = Vec::new();
    for (i, j, m, n) in counts(told, x, y) {
        let (a, b) = (&told[i].member, &told[j].member);
        let apart = one_adds_up(a, m, b, n) || of_two_things(a, m, b, n, analyzer);
        if !(apart || of_two(a, b, analyzer) || other_day(a, b)) {
            found.push((i, j, Disagreement::of_numbers((a, m), (b, n))));
        }
    }
    for (i, j, here, there) in days(told, x, y) {
        let (a, b) = (&told[i].member, &told[j].member);
        if one_deed(a, here, b, there) && !(of_two_frames(a, here, b, there) || of_two(a, b, analyzer)) {
            let (here, there) = (date_words(a.claim, here), date_words(b.claim, there));
            found.push((i, j, Disagreement::of(ConflictKind::Date, here, there)));
        }
    }
    found
}

/// Whether two claims tell of two things, be they as near as they may, of two rounds, gates or places; or one does not say that it
/// is so.
pub(super) fn of_two(a: &Member<'_>, b: &Member<'_>, analyzer: &Analyzer<'_>) -> bool {
    !(asserts(a) && asserts(b))
        || two_turns(a, b)
        || two_of_a_kind(a, b)
        || exchanged(a, b)
        || elsewhere(a, b, analyzer)
}

/// Whether two claims tell of two days, or but one of them of a year.
pub(super) fn other_day(a: &Member<'_>, b: &Member<'_>) -> bool {
    let (x, y) = (&a.features.dates, &b.features.dates);
    let own_year = |here: &[Date], there: &[Date]| {
        here.iter().any(|day| day.year_said && !there.iter().any(|other| day.agrees(other)))
    };
    let apart = !y.is_empty() && x.iter().any(|day| y.iter().all(|there| day.is_another(there)));
    apart || own_year(x, y) || own_year(y, x)
}

/// The numbers of a report that some other report has not, be it of something else.
fn lone<'t>(told: &'t [Told<'_>], own: &[usize], others: &[usize]) -> Vec<Fact<'t, Number>> {
    let known = |number: &Number| {
        others.iter().any(|at| told[*at].member.features.numbers.iter().any(|other| other.agrees(number)))
    };
    let mut found = Vec::new();
    for at in own {
        let member = &told[*at].member;
        for number in member.features.numbers.iter().filter(|number| number.value > 1.0 && !known(number)) {
            if let Some(place) = number.place().filter(|place| !is_distance(member, *place)) {
                found.push(Fact { at: *at, told: number, clause: clause(member, place) });
            }
        }
    }
    found
}

/// Whether it tells when something was, and not how much: "after 70 minutes".
fn is_distance(member: &Member<'_>, place: Span) -> bool {
    let before = member.claim.text.get(..place.start).unwrap_or_default();
    let word = before.split_whitespace().next_back().map(str::to_lowercase);
    word.is_some_and(|word| Role::Later.has(&word) || Role::Earlier.has(&word))
}

/// Whether two numbers count the same, or what meets. Sums of money, shares and lengths may be those of anything.
fn one_kind(x: &Told<'_>, m: &Number, y: &Told<'_>, n: &Number) -> bool {
    if m.measure.is_some() || n.measure.is_some() {
        return false;
    }
    if m.fate.is_some() && m.fate == n.fate {
        return m.comparable(n);
    }
    let Some((here, there)) = m.units.first().zip(n.units.first()) else { return false };
    let near = x.words_of(&[*here]).iter().any(|s| y.words_of(&[*there]).iter().any(|t| s.nearness(t) > SAME_KIND));
    near && m.fate.zip(n.fate).is_none_or(|(a, b)| a == b)
}

/// Lone numbers that face each other.
fn counts<'t>(told: &'t [Told<'_>], x: &[usize], y: &[usize]) -> Vec<(usize, usize, &'t Number, &'t Number)> {
    let (here, there) = (lone(told, x, y), lone(told, y, x));
    let near = |m: &Fact<'_, Number>, n: &Fact<'_, Number>| {
        let (s, t) = (&told[m.at], &told[n.at]);
        if !one_kind(s, m.told, t, n.told) || !of_one_kind(&s.member, m.told, &t.member, n.told) {
            return 0.0;
        }
        // What they count is what makes them of one kind, and tells nothing more.
        let beside = |fact: &Fact<'_, Number>| -> Vec<u32> {
            let unit = fact.told.units.first();
            fact.clause.iter().copied().filter(|term| Some(term) != unit).collect()
        };
        let (p, q) = (s.words_of(&beside(m)), t.words_of(&beside(n)));
        if nearness(&p, &q, BESIDE) > 0.0 { nearness(&s.words_of(&m.clause), &t.words_of(&n.clause), 1) } else { 0.0 }
    };
    let pairs = facing(&here, &there, near, ONE_COUNT, OTHER_COUNT);
    pairs.into_iter().map(|(m, n)| (here[m].at, there[n].at, here[m].told, there[n].told)).collect()
}

/// Days that face each other, of claims that have no day in common.
fn days<'t>(told: &'t [Told<'_>], x: &[usize], y: &[usize]) -> Vec<(usize, usize, &'t Date, &'t Date)> {
    let dated = |own: &[usize]| -> Vec<Fact<'t, Date>> {
        let mut found = Vec::new();
        for at in own {
            let member = &told[*at].member;
            // Years and months are those of the past more often than of the event.
            for date in member.features.dates.iter().filter(|date| !date.is_period()) {
                let all = || member.features.sequence.iter().map(|term| term.id).collect();
                let clause = date.place().map_or_else(all, |place| clause(member, place));
                found.push(Fact { at: *at, told: date, clause });
            }
        }
        found
    };
    let (here, there) = (dated(x), dated(y));
    let near = |a: &Fact<'_, Date>, b: &Fact<'_, Date>| {
        let words = |fact: &Fact<'_, Date>| -> Vec<&'t Weighed> { told[fact.at].words_of(&fact.clause) };
        nearness(&words(a), &words(b), 1)
    };
    let pairs = facing(&here, &there, near, ONE_DAY, OTHER_DAY);
    let parted = |a: &Fact<'_, Date>, b: &Fact<'_, Date>| {
        let (s, t) = (&told[a.at].member.features, &told[b.at].member.features);
        let common = s.dates.iter().any(|day| day.agrees(b.told)) || t.dates.iter().any(|day| day.agrees(a.told));
        a.told.differs(b.told) && !common && !two_times(s, t)
    };
    let pairs = pairs.into_iter().filter(|(a, b)| parted(&here[*a], &there[*b]));
    pairs.map(|(a, b)| (here[a].at, there[b].at, here[a].told, there[b].told)).collect()
}

/// Pairs of facts that are each other's nearest, with nothing else nearly as near.
fn facing<T>(
    here: &[Fact<'_, T>],
    there: &[Fact<'_, T>],
    near: impl Fn(&Fact<'_, T>, &Fact<'_, T>) -> f64,
    one: f64,
    rest: f64,
) -> Vec<(usize, usize)> {
    let table: Vec<Vec<f64>> = here.iter().map(|a| there.iter().map(|b| near(a, b)).collect()).collect();
    let mut found = Vec::new();
    for (m, row) in table.iter().enumerate() {
        for (n, near) in row.iter().enumerate().filter(|(_, near)| **near >= one) {
            // What stands twice in a report is no rival of itself.
            let rival = |other: f64| other > rest * near;
            let in_row = row.iter().enumerate().any(|(k, other)| k != n && there[k].at != there[n].at && rival(*other));
            let in_column =
                table.iter().enumerate().any(|(k, row)| k != m && here[k].at != here[m].at && rival(row[n]));
            if !(in_row || in_column) {
                found.push((m, n));
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use crate::coverage::conflicts::ConflictKind;
    use crate::coverage::testing::reported;

    /// The kinds of disagreement between two reports.
    fn kinds(here: &[&str], there: &[&str]) -> Vec<ConflictKind> {
        reported(here, there).into_iter().map(|conflict| conflict.kind).collect()
    }

    const SLEPT: &str = "more than 3,000 travellers had to spend the night in the terminal";

    #[test]
    fn a_count_that_each_report_alone_has_faces_the_other() {
        assert_eq!(
            kinds(&[SLEPT], &["fewer than 300 passengers slept in the terminal at night"]),
            [ConflictKind::Number]
        );
        for other in [
            "some 3,200 passengers slept in the terminal at night",
            "300 flights were cancelled at night in the terminal",
            "in 1998, 300 passengers slept in the terminal at night",
            "did 300 passengers not sleep in the terminal at night if the fog lifted",
        ] {
            assert_eq!(kinds(&[SLEPT], &[other]), [], "{other}");
        }
    }

    #[test]
    fn what_finds_its_like_faces_nothing_else() {
        let both = "fewer than 300 passengers slept in the terminal at night";
        assert_eq!(kinds(&[SLEPT, "close to 300 people slept in the old hall"], &[both]), []);
    }

    #[test]
    fn a_day_faces_the_nearest_day() {
        let begins = "the stoppage begins on Monday";
        assert_eq!(kinds(&[begins], &["the walkout will begin on Wednesday"]), [ConflictKind::Date]);
        assert_eq!(kinds(&[begins], &["the walkout will begin on Monday", "the stoppage ends on Wednesday"]), []);
        assert_eq!(kinds(&["the stoppage began in 1998"], &["the walkout began in 2003"]), []);
    }
}
