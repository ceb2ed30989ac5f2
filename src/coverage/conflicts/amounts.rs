//! Whether two numbers of one thing are at odds, or tell of two: a part and the whole, what is and what could be, what was and what
//! is.

use super::contrasts::exchanged;
use super::deeds::{clause, of_its_own_year, one_is_able, two_rates, undone};
use super::extents::two_extents;
use super::frames::two_frames;
use super::member::Member;
use super::quantifiers::{is_among_others, is_part_of_all, leaves_the_rest};
use super::unreal::is_unreal;
use crate::coverage::reading::counting::{AGED, two_groups};
use crate::coverage::reading::facts::Number;
use crate::coverage::reading::features::Analyzer;

/// The share of the smaller claim's terms that two must have in common, one term set aside, for two amounts of one measure: per
/// cent, money and miles may be those of anything.
const SAME_MEASURED: f64 = 0.25;
/// The same where both count the same, or give one figure in two units: "148 people", "184 people".
const SAME_COUNTED: f64 = 0.2;

/// What a number of things must be more than that is told of what is not known: there are two of anything.
const FEW: f64 = 10.0;

/// Whether two numbers can contradict each other, being of one thing.
pub(crate) fn comparable(a: &Member<'_>, m: &Number, b: &Member<'_>, n: &Number, analyzer: &Analyzer<'_>) -> bool {
    (m.comparable(n) || only_counts((a, m), (b, n), analyzer)) && of_one_kind(a, m, b, n)
}

/// Whether each is the only number of its claim and counts what no list knows, in two languages: "40,000 households", "60.000
/// hogares". That the claims are one is known, so that these words stand for each other.
fn only_counts((a, m): (&Member<'_>, &Number), (b, n): (&Member<'_>, &Number), analyzer: &Analyzer<'_>) -> bool {
    let open = |member: &Member<'_>, number: &Number| {
        let unknown = |unit: &u32| !analyzer.joins_languages(*unit);
        let plain = number.measure.is_none() && number.fate.is_none() && number.value > FEW;
        plain && member.features.numbers.len() == 1 && number.units.first().is_some_and(unknown)
    };
    a.features.language != b.features.language && open(a, m) && open(b, n)
}

/// The same of two whose units do not tell.
pub(crate) fn of_one_kind(a: &Member<'_>, m: &Number, b: &Member<'_>, n: &Number) -> bool {
    !(m.reaches(n)
        || n.reaches(m)
        || two_groups(m, n)
        || m.has_lone_fate(n)
        || one_is_able(&a.features, m, &b.features, n)
        || two_rates(a, m, b, n))
}

/// Whether the words of a pair tell that both numbers are of one matter: a cluster may join claims that count two things.
pub(crate) fn of_one_matter(a: &Member<'_>, m: &Number, b: &Member<'_>, n: &Number) -> bool {
    let measured = m.measure.is_some() || n.measure.is_some();
    let least = if measured && m.value != n.value { SAME_MEASURED } else { SAME_COUNTED };
    a.features.language != b.features.language
        || a.overlap_beside_one(b) >= least
        || (m.of_one_toll(n) && a.common(b) > 0)
        || if measured { a.measures_the_same(b, [m, n]) } else { a.says_no_more(b) }
}

/// Whether the one is what figures of the other claim make together, a share of one of them or, of two languages, the step
/// from one to another.
pub(crate) fn one_adds_up(a: &Member<'_>, m: &Number, b: &Member<'_>, n: &Number) -> bool {
    let (x, y) = (&a.features, &b.features);
    // "Six on the bridge instead of nine", of which another language tells that three are saved.
    let step = x.language != y.language && (m.is_step_to(n, &x.figures) || n.is_step_to(m, &y.figures));
    step || m.is_sum(&y.figures) || n.is_sum(&x.figures) || m.is_share_of(&y.numbers) || n.is_share_of(&x.numbers)
}

/// Whether they are told of two things all the same.
pub(crate) fn apart(a: &Member<'_>, m: &Number, b: &Member<'_>, n: &Number, analyzer: &Analyzer<'_>) -> bool {
    !a.tells_the_same_of(b, [m, n]) || of_two_things(a, m, b, n, analyzer)
}

/// The same where the two claims are known to tell of one.
pub(crate) fn of_two_things(a: &Member<'_>, m: &Number, b: &Member<'_>, n: &Number, analyzer: &Analyzer<'_>) -> bool {
    let (x, y) = (&a.features, &b.features);
    let is_age = |number: &Number| number.units.first().is_some_and(|unit| analyzer.term(*unit) == AGED);
    let changed = || {
        x.language == y.language && m.fate.is_none() && n.fate.is_none() && {
            undone(&clause(a, m.place().unwrap_or_default()), &clause(b, n.place().unwrap_or_default()))
        }
    };
    is_unreal(a, m.place()) != is_unreal(b, n.place())
        || leaves_the_rest(a, b, n)
        || leaves_the_rest(b, a, m)
        || is_part_of_all(x, m, y, n)
        || is_part_of_all(y, n, x, m)
        || is_among_others(a, m) != is_among_others(b, n)
        || two_extents(a, m, b, n)
        || changed()
        || of_its_own_year(a, m, b)
        || of_its_own_year(b, n, a)
        || exchanged(a, b)
        || two_frames(a, m, b, n, is_age(m))
}

#[cfg(test)]
mod tests {
    use crate::Context;
    use crate::coverage::conflicts::conflicts;
    use crate::coverage::testing::{claim, kinds};
    use crate::coverage::types::ClaimRecord;

    #[test]
    fn points_of_a_share_are_one_unit() {
        let rose = "the bank raised its rate by 25 basis points";
        assert_eq!(kinds(rose, "the bank raised its rate by 0.25 percentage points"), []);
        assert_eq!(kinds(rose, "the bank raised its rate by 50 basis points").len(), 1);
        assert_eq!(kinds(rose, "the bank raised its rate from 4.5 percent"), []);
    }

    #[test]
    fn what_no_list_knows_is_counted_in_two_languages() {
        let found = |there: &str| {
            let language = |code: &str, claim: ClaimRecord| ClaimRecord { language: Some(code.into()), ..claim };
            let here = language("en", claim("A", "40,000 beehives could lose their water"));
            let there = language("es", claim("B", there));
            conflicts(&[here, there], &[Some(0), Some(0)], &Context::default()).unwrap().len()
        };
        assert_eq!(found("60.000 colmenas pueden quedarse sin agua"), 1);
        assert_eq!(found("60.000 colmenas de 12 barrios pueden quedarse sin agua"), 0);
        assert_eq!(found("7 colmenas pueden quedarse sin agua"), 0);
    }
}
