//! Whether two claims in like words tell of two things: one gone by and one to come, what was done and what ought to be, what
//! is so and what is left open, two that do the same.

use super::results::Seen;
use super::spellings::spelt;
use crate::coverage::reading::features::{Features, Term};

/// How many years lie at least between what has been and what is to come where these are no two dates of one event.
const YEARS: u16 = 5;
/// How many terms may stand before the name of who does it: "rival carmaker Velo".
const BEFORE: usize = 2;

/// Whether the one tells of what is to come and the other, years before, of what has been: "will open in 2031", "was opened in
/// 1958".
pub(crate) fn two_times(x: &Features, y: &Features) -> bool {
    let years = |side: &Features| -> Vec<u16> {
        side.dates.iter().filter(|date| date.year != 0 && date.year_said).map(|date| date.year).collect()
    };
    let (here, there) = (years(x), years(y));
    x.future != y.future
        && !(here.is_empty() || there.is_empty())
        && here.iter().all(|a| there.iter().all(|b| a.abs_diff(*b) > YEARS))
}

/// Whether the one says that something has been done which, as the other says, ought to be: "has resigned", "must resign".
pub(crate) fn due_and_done(x: &Features, y: &Features) -> bool {
    let parted = |term: &Term| y.term(term.id).is_some_and(|other| term.due && other.done || term.done && other.due);
    x.bag.iter().any(parted)
}

/// Whether the one says what the other leaves open, and nothing else that both say stands behind it: "the bolts were rusty", "had
/// no knowledge of rusty bolts".
pub(crate) fn left_open(x: &Features, y: &Features) -> bool {
    let opens = |here: &Features, there: &Features| {
        let told = |term: &Term| there.term(term.id).is_some_and(|other| !other.open);
        let first = here.sequence.iter().position(|term| term.open && told(term));
        first.is_some_and(|first| here.sequence[first..].iter().all(|term| term.open || term.number || !told(term)))
    };
    opens(x, y) || opens(y, x)
}

/// Whether two names stand before one verb, each in one claim only: "Velo sold 12,000 vans", "Tarro sold 15,000 vans". Where
/// they differ in something else too, they tell of two.
pub(crate) fn two_subjects<'t>(x: &Features, y: &Features, term: impl Fn(u32) -> &'t str) -> bool {
    let Some(((here, verb), (there, other))) = subject(x).zip(subject(y)) else { return false };
    let stands_for = |acronym: &[Term], name: &[Term]| {
        let initials: Vec<u8> = name.iter().map(|term| term.initial).collect();
        acronym.iter().any(|short| short.acronym && spelt(term(short.id).as_bytes(), &initials).is_some())
    };
    let known = here.iter().any(|name| y.has(name.id)) || there.iter().any(|name| x.has(name.id));
    verb == other && !(known || stands_for(here, there) || stands_for(there, here))
}

/// Whether a word of both is negated, or on the other side of its class, in one of them.
pub(crate) fn turned(x: &Features, y: &Features) -> bool {
    x.bag.iter().any(|term| y.term(term.id).is_some_and(|other| term.sign * other.sign < 0))
}

/// Whether the one has, and the other has not, what both tell of two things: "intends to launch an offensive", "no intention of
/// selling the yard".
pub(crate) fn turned_of_others(x: &Seen<'_>, y: &Seen<'_>) -> bool {
    // What it is done to, or where, may be told by both: "an offensive on Tessel", "no intention of buying Tessel".
    let other = |side: &Seen<'_>, id: u32| {
        let sequence = &side.features.sequence;
        let at = sequence.iter().position(|term| term.id == id);
        let behind = at.and_then(|at| sequence.get(at + 1..)).unwrap_or_default();
        let mut places = behind
            .iter()
            .filter_map(|term| side.features.place_of(term.id))
            .filter(|place| !(side.naming[*place] || side.features.bag[*place].number));
        let mut some = false;
        places.all(|place| {
            some = true;
            side.met[place] == 0.0
        }) && some
    };
    let turned = |term: &&Term| {
        let there = y.features.term(term.id);
        term.governs && there.is_some_and(|there| there.governs && term.sign * there.sign < 0)
    };
    x.features.bag.iter().filter(turned).any(|term| other(x, term.id) && other(y, term.id))
}

/// The name that a claim begins with, and the term behind it.
fn subject(side: &Features) -> Option<(&[Term], u32)> {
    let named = |term: &Term| (term.name || term.opening) && !term.number;
    let start = side.sequence.iter().take(BEFORE + 1).position(named)?;
    let length = side.sequence[start..].iter().take_while(|term| named(term)).count();
    let verb = side.sequence.get(start + length).filter(|term| !term.number)?;
    Some((&side.sequence[start..start + length], verb.id))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Context;
    use crate::coverage::matching::match_claims;
    use crate::coverage::reading::features::Analyzer;
    use crate::coverage::types::{ClaimRecord, MatchOptions};

    fn both(a: &str, b: &str, of: impl Fn(&Features, &Features, &Analyzer<'_>) -> bool) -> bool {
        let mut analyzer = Analyzer::new(None);
        let mut read = |text: &str| {
            let claim = ClaimRecord { text: text.into(), ..ClaimRecord::default() };
            analyzer.analyze(&claim, &Context::default()).unwrap()
        };
        let (x, y) = (read(a), read(b));
        assert_eq!(of(&x, &y, &analyzer), of(&y, &x, &analyzer), "{a} / {b}");
        of(&x, &y, &analyzer)
    }

    #[test]
    fn a_year_to_come_is_none_of_one_gone_by() {
        let two = |a: &str, b: &str| both(a, b, |x, y, _| two_times(x, y));
        assert!(two("the quay will be built by 2031", "the old quay was built in 1958"));
        assert!(!two("the quay will be built by 2031", "the quay would be built by 2041"));
        assert!(!two("the quay was built in 1974", "the quay was built in 1947"));
        assert!(!two("the quay will open in 2031", "the quay opens in 2033"));
    }

    #[test]
    fn what_ought_to_be_done_has_not_been() {
        let two = |a: &str, b: &str| both(a, b, |x, y, _| due_and_done(x, y));
        assert!(two("the harbour master must resign", "the harbour master has resigned"));
        assert!(!two("the harbour master must resign", "the harbour master will resign"));
        assert!(!two("the harbour master had resigned", "the harbour master has resigned"));
    }

    #[test]
    fn what_is_left_open_is_not_said() {
        let two = |a: &str, b: &str| both(a, b, |x, y, _| left_open(x, y));
        assert!(two("the harbour master must resign", "the harbour master was not asked to resign"));
        assert!(two("the bolts were rusty", "it had no knowledge of rusty bolts"));
        assert!(!two("it knew nothing of rusty bolts", "it had no knowledge of rusty bolts"));
        assert!(!two("it knew nothing of rusty bolts, the pump failed", "the bolts were rusty, the pump failed"));
    }

    #[test]
    fn what_one_means_to_do_and_another_does_not_may_be_two_things() {
        let together = |a: &str, b: &str| {
            let claim = |outlet: &str, text: &str| ClaimRecord {
                outlet: outlet.into(),
                text: text.into(),
                speaker: Some("Tarvo".into()),
                ..ClaimRecord::default()
            };
            let claims = [claim("A", a), claim("B", b)];
            match_claims(&claims, &MatchOptions::default(), &Context::default()).unwrap()[0].is_some()
        };
        let intends = "the carmaker Tarvo intends to sell the yard";
        assert!(!together(intends, "the carmaker Tarvo had no intention of closing its plant"));
        assert!(together(intends, "the carmaker Tarvo had no intention of selling the yard"));
    }

    #[test]
    fn two_names_before_one_verb_are_two() {
        let two = |a: &str, b: &str| both(a, b, |x, y, analyzer| two_subjects(x, y, |id| analyzer.term(id)));
        assert!(two("rival Tarvo sold 15,000 vans in May", "the carmaker Velmo sold 12,000 vans"));
        assert!(!two("the carmaker Velmo sold 12,000 vans", "in May Velmo sold 15,000 vans"));
        assert!(!two("the Velmo plant lost 12,000 jobs", "Kvistal will cut 15,000 jobs"));
        assert!(!two("the Harbour Safety Board fined two crews", "the HSB fined three crews"));
    }
}
