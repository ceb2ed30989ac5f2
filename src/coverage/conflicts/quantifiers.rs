//! All of a kind against some of it: "all inspections were carried out", "two inspections were missed".

use super::member::Member;
use super::polarity::until;
use crate::coverage::conflicts::{ConflictKind, Disagreement, Told};
use crate::coverage::matching::occasions::turned;
use crate::coverage::matching::wholes::{counted, left_out};
use crate::coverage::reading::facts::Number;
use crate::coverage::reading::fates::lost;
use crate::coverage::reading::features::{Features, Term};
use crate::coverage::reading::frame::MARKS;
use crate::coverage::reading::grammar::Role;

/// What the one tells of all of a kind, and the other, which counts some of it, denies of them or says the contrary of: "all
/// boats came back", "two boats did not come back".
pub(crate) fn exception(a: &Member<'_>, b: &Member<'_>) -> Option<Disagreement> {
    let told = |(x, y): (&str, &str)| Disagreement::of(ConflictKind::Polarity, x, y);
    excepted(a, b).or_else(|| excepted(b, a).map(|(x, y)| (y, x))).map(told)
}

/// Whether the one number is that of all of a kind, and the other that of some of it of which its claim tells more: "all 40
/// passengers were rescued", "three passengers were rescued by a fishing boat".
pub(crate) fn is_part_of_all(whole: &Features, all: &Number, part: &Features, some: &Number) -> bool {
    let of_kind = |kind: &u32| all.units.contains(kind) && some.units.contains(kind);
    let more = |term: &Term| !(whole.has(term.id) || term.light) && (!term.number || term.calendar);
    let dated = part.dates.len() > whole.dates.len();
    some.value < all.value
        && whole.whole.first().is_some_and(of_kind)
        && !part.whole.iter().any(|kind| some.units.contains(kind))
        && (dated || part.bag.iter().any(more))
}

/// How many words around a number may tell that others are counted with it.
const AMONG: usize = 4;

/// Whether a number is told as that of some among others: "three children were among those killed", "including three children".
pub(crate) fn is_among_others(member: &Member<'_>, number: &Number) -> bool {
    let (text, Some(place)) = (member.claim.text.as_str(), number.place()) else { return false };
    let among = |word: &str| Role::Among.has(&word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase());
    let (before, behind) = (text.get(..place.start).unwrap_or_default(), text.get(place.end..).unwrap_or_default());
    before.split_whitespace().next_back().is_some_and(among) || {
        let clause = behind.split(MARKS).next().unwrap_or_default();
        clause.split_whitespace().take(AMONG).any(among)
    }
}

/// Whether a number is told of a part: "six of the injured".
pub(crate) fn is_part(member: &Member<'_>, number: &Number) -> bool {
    let behind = number.place().and_then(|place| member.claim.text.get(place.end..)).unwrap_or_default();
    behind.split_whitespace().next().is_some_and(|word| Role::Complement.has(&word.to_lowercase()))
}

/// Whether a claim counts a part of all, and a number is that of the rest: "six of the nine judges", "three judges".
pub(crate) fn leaves_the_rest(member: &Member<'_>, other: &Member<'_>, rest: &Number) -> bool {
    // "Two of the five miners", "three of the five miners": both count a part.
    let known = |whole: &Number| other.features.numbers.iter().any(|number| number.agrees(whole));
    member.features.numbers.iter().any(|number| is_whole_of_both(member, number, rest) && !known(number))
}

/// Whether a number is that of all of whom its claim counts a part, and the other that of the rest.
fn is_whole_of_both(member: &Member<'_>, number: &Number, other: &Number) -> bool {
    let before = number.place().and_then(|place| member.claim.text.get(..place.start)).unwrap_or_default();
    let mut words =
        before.split_whitespace().rev().map(str::to_lowercase).skip_while(|word| Role::Determiner.has(word));
    let part = |figure: &f64| figure + other.value == number.value;
    words.next().is_some_and(|word| Role::Complement.has(&word)) && member.features.figures.iter().any(part)
}

/// What both of a kind did against one of it, in the same words: "both engines failed", "one engine failed".
pub(crate) fn both_and_one(a: &Member<'_>, b: &Member<'_>) -> Option<Disagreement> {
    let told = |two: &Member<'_>, single: &Member<'_>| {
        let kind = *two.features.whole.first()?;
        let one = single.features.numbers.iter().find(|number| number.value == 1.0 && number.units.contains(&kind))?;
        let text = two.claim.text.as_str();
        let both = text.split(|c: char| !c.is_alphabetic()).find(|word| Role::Both.has(&word.to_lowercase()))?;
        let words = |member: &Member<'_>| member.features.bag.iter().filter(|term| !term.number).count();
        let common = two.features.bag.iter().filter(|term| !term.number && single.features.has(term.id)).count();
        let same = common == words(two) && common == words(single) && !turned(&two.features, &single.features);
        let one = one.words.span().of(&single.claim.text).to_owned();
        let told = |words: String, figure: &str| Told { words, figure: Some(figure.to_owned()) };
        same.then(|| (told(both.to_owned(), "2"), told(one, "1")))
    };
    let found = told(a, b).or_else(|| told(b, a).map(|(x, y)| (y, x)))?;
    Some(Disagreement { kind: ConflictKind::Number, a: found.0, b: found.1, counted: None })
}

/// The words from the kind of which a claim tells something of all to the verb behind it.
fn told_of<'m>(member: &'m Member<'_>) -> Option<&'m str> {
    let from = member.span_of(*member.features.whole.first()?)?;
    let verbs = member.features.sequence.iter().zip(&member.features.spans);
    let verb = verbs.filter(|(term, span)| term.verb && span.start >= from.start).map(|(_, span)| *span).next()?;
    Some(from.cover(&verb).of(&member.claim.text))
}

fn excepted<'m>(all: &'m Member<'_>, some: &'m Member<'_>) -> Option<(&'m str, &'m str)> {
    let (whole, part) = (&all.features, &some.features);
    let of_two_times = || {
        let differ = whole.dates.iter().any(|x| part.dates.iter().any(|y| x.differs(y)));
        differ || whole.future != part.future
    };
    if of_two_times() {
        return None;
    }
    if let Some((number, verb)) = lost(whole, part).zip(told_of(all)) {
        return Some((verb, number.words.span().of(&some.claim.text)));
    }
    if let Some((did, not)) = left_out(whole, part) {
        return Some((all.words_of(did), some.words_of(not)));
    }
    let kind = counted(whole, part)?;
    let turned = |id: u32| part.term(id).zip(whole.term(id)).is_some_and(|(x, y)| x.sign * y.sign < 0);
    let of_kind = |id: u32| [all, some].iter().all(|side| side.one_clause(kind, id) && !until(side, id));
    let told = whole.sequence.iter().filter(|term| !term.number && term.id != kind);
    let id = told.map(|term| term.id).find(|id| turned(*id) && of_kind(*id))?;
    Some((all.words_of(id), some.words_of(id)))
}

#[cfg(test)]
mod tests {
    use crate::coverage::conflicts::{Conflict, ConflictKind};
    use crate::coverage::testing::{between, words as told};

    fn contrary(a: &str, b: &str) -> bool {
        matches!(between(a, b)[..], [Conflict { kind: ConflictKind::Polarity, .. }])
    }

    #[test]
    fn what_some_of_a_kind_did_not_all_of_it_did() {
        for (all, some) in [
            (
                "all boats of the Tessel fleet were found",
                "three boats of the fleet were not found by the navy in the storm",
            ),
            ("every docker survived", "two dockers died"),
            ("everyone on board was saved", "three people on board were not saved"),
            ("all the rafts were launched", "two rafts could not be launched"),
            ("all checks of the harbour crane were carried out", "three checks of the harbour crane were skipped"),
            ("all 40 passengers of the ferry were rescued", "three passengers of the ferry are still missing"),
            ("everyone on board was saved", "three people from the ferry are missing"),
        ] {
            assert!(contrary(all, some), "{all} / {some}");
        }
        for (all, some) in [
            ("all boats of the fleet were found", "three boats of the fleet were found by the navy"),
            ("all boats of the fleet were found", "three boats were found, but the crew was not found"),
            ("all boats of the fleet were found", "three boats of the fleet were not found until Monday"),
            ("all boats will sail on Monday", "three boats did not sail in the storm"),
            ("not all boats were found", "three boats were not found"),
            ("all checks of the crane were announced", "three checks of the crane were skipped"),
            ("all 40 passengers of the ferry were rescued", "three dockers are still missing"),
        ] {
            assert!(!contrary(all, some), "{all} / {some}");
        }
    }

    fn numbers(a: &str, b: &str) -> Vec<[String; 2]> {
        told(between(a, b))
    }

    #[test]
    fn both_are_two_and_not_one() {
        let words = |a: &str, b: &str| vec![[a.to_owned(), b.to_owned()]];
        assert_eq!(numbers("Both pumps failed", "One pump failed"), words("Both", "One"));
        assert_eq!(numbers("one pump failed", "both pumps failed"), words("one", "both"));
        for (a, b) in
            [("both pumps failed", "one pump failed on Monday"), ("both pumps failed", "one pump was repaired")]
        {
            assert_eq!(numbers(a, b), [] as [[String; 2]; 0], "{a} / {b}");
        }
    }

    #[test]
    fn two_parts_and_a_whole_are_no_dispute() {
        for (a, b) in [
            ("six of the nine judges voted for the sale", "three judges voted against the sale"),
            ("two of the injured were in a serious condition", "five of the injured were sent home"),
        ] {
            assert_eq!(numbers(a, b), [] as [[String; 2]; 0], "{a} / {b}");
        }
        assert_eq!(numbers("two of the injured were sent home", "five of the injured were sent home").len(), 1);
        assert_eq!(numbers("six of the nine judges voted for it", "six of the eight judges voted for it").len(), 1);
        assert_eq!(numbers("six of the nine judges voted for the sale", "four judges voted against the sale").len(), 1);
    }

    #[test]
    fn some_of_all_of_which_more_is_told_are_no_other_number() {
        let all = "all 40 passengers were rescued";
        for some in ["three passengers were rescued by a fishing boat", "three passengers were rescued on Monday"] {
            assert_eq!(numbers(all, some), [] as [[String; 2]; 0], "{some}");
        }
        assert_eq!(numbers(all, "38 passengers were rescued").len(), 1);
    }
}
