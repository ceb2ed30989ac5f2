//! A number against none: "four people were killed", "several were killed", "nobody was killed".

use super::member::{Member, common};
use crate::coverage::conflicts::{ConflictKind, Disagreement, Told};
use crate::coverage::reading::facts::{Number, Words};
use crate::coverage::reading::features::Term;
use crate::coverage::reading::grammar::Role;
use crate::coverage::reading::none::{none, words};
use crate::text::Span;

/// Which share of the other words of the shorter claim must be common.
const SAME_MATTER: f64 = 0.5;

/// A number that one claim tells of what the other says there was none.
pub(crate) fn nobody(a: &Member<'_>, b: &Member<'_>) -> Option<Disagreement> {
    let found = against(a, b);
    let (here, there) = found.or_else(|| against(b, a).map(|(here, there)| (there, here)))?;
    Some(Disagreement { kind: ConflictKind::Number, a: here, b: there, counted: None })
}

/// What the number tells, and what none does.
fn against(counting: &Member<'_>, denying: &Member<'_>) -> Option<(Told, Told)> {
    let terms = denying.features.sequence.iter().zip(&denying.features.spans);
    terms.filter(|(term, _)| !term.number && term.negated()).find_map(|(term, span)| {
        let (none, of_things) = none(&denying.claim.text, *span)?;
        let told = counting.features.term(term.id)?;
        let other = told.negated() || told.sign == 0 || denies_a_degree(denying, counting, term.id);
        if other || !same_matter(counting, denying, term.id) {
            return None;
        }
        let place = counting.span_of(term.id)?;
        let meant = |number: &&Number| {
            let counted = number.units.contains(&term.id);
            // "Nobody signed the letter", "they signed three letters": what is counted is no person.
            let within =
                |unit| denying.span_of(unit).is_some_and(|place| span.start <= place.start && place.end <= span.end);
            let other = |unit: &u32| *unit != term.id && denying.features.has(*unit) && !within(*unit);
            let near = |number: Span| counting.undivided(number, place);
            let told = |other: &Number| other.same_unit(number) && other.agrees(number);
            // "All 212 passengers were taken off", "no passenger was hurt".
            let other_deed = counted && says_more(denying, counting, term.id);
            number.value >= 1.0
                && !denying.features.numbers.iter().any(told)
                && number.measure.is_none()
                && !other_deed
                && (counted || !(of_things || number.units.first().is_some_and(other)))
                && matches!(number.words, Words::At(at) if near(at))
        };
        let counted = counting.features.numbers.iter().find(meant).and_then(|number| {
            let Words::At(at) = number.words else { return None };
            Some(Told { words: at.of(&counting.claim.text).to_owned(), figure: Some(number.figure()) })
        });
        let counted = counted.or_else(|| several(counting, term.id))?;
        Some((counted, Told { words: none, figure: Some("0".to_owned()) }))
    })
}

/// Whether the one tells something of a thing in its clause, and the other nothing of it that words are known for.
fn says_more(here: &Member<'_>, there: &Member<'_>, id: u32) -> bool {
    let verb = |member: &Member<'_>| {
        let clause = member.clause(id);
        member.features.bag.iter().any(|term| term.id != id && term.verb && clause.binary_search(&term.id).is_ok())
    };
    verb(here) && !verb(there)
}

/// The word that counts without a figure what a term is told of: "dozens" of "dozens were hurt".
fn several(member: &Member<'_>, id: u32) -> Option<Told> {
    let text = member.claim.text.as_str();
    let terms = member.features.sequence.iter().zip(&member.features.spans);
    let (_, place) = terms.rev().find(|(term, _)| term.id == id && term.several)?;
    let is = |span: &Span| Role::Several.has(&span.of(text).to_lowercase());
    let count = words(text, Span::new(0, place.start)).filter(is).last()?;
    Some(Told { words: count.of(text).to_owned(), figure: None })
}

/// Whether the one denies but that something was done in time, and the other tells that it was done.
pub(crate) fn denies_in_time(denying: &Member<'_>, telling: &Member<'_>) -> bool {
    denying.features.bag.iter().any(Term::negated) && in_time(denying) && !in_time(telling)
}

/// Whether a word of the claim tells that something was done in time.
fn in_time(member: &Member<'_>) -> bool {
    let text = member.claim.text.to_lowercase();
    let words: Vec<&str> = text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()).collect();
    words.iter().any(|word| Role::Timely.has(word))
        || words.windows(2).any(|pair| Role::Timely.has(&format!("{} {}", pair[0], pair[1])))
}

/// Whether the one denies but a degree of what the other tells, "no one was seriously hurt", or that it was in time.
fn denies_a_degree(denying: &Member<'_>, counting: &Member<'_>, id: u32) -> bool {
    let terms = denying.features.sequence.iter().zip(&denying.features.spans);
    let degree = |text: &str| text.split_whitespace().next_back().is_some_and(|word| word.ends_with("ly"));
    let near = |term: &Term| !counting.features.has(term.id) && denying.one_clause(id, term.id);
    denies_in_time(denying, counting)
        || terms.into_iter().any(|(term, span)| !term.name && degree(span.of(&denying.claim.text)) && near(term))
}

/// Whether what the one says that nobody did, somebody did to the same in the other: "nobody had warned the firm", "a clerk had
/// warned the firm", and not "the firm had warned a clerk".
pub(crate) fn nobody_does(denying: &Member<'_>, saying: &Member<'_>, id: u32) -> bool {
    let place = |member: &Member<'_>| member.features.sequence.iter().position(|term| term.id == id);
    let Some((here, there)) = place(denying).zip(place(saying)) else { return false };
    let (x, y) = (&denying.features.sequence, &saying.features.sequence);
    let words = denying.words_of(id).to_lowercase();
    let first = words.split_whitespace().next().unwrap_or_default();
    let none = Role::Nobody.has(first) || words.starts_with("no one ");
    let verb = y[there];
    // "Should have warned", "may have warned": nobody has done it yet.
    let before = there.checked_sub(1).and_then(|at| saying.features.spans.get(at)).map_or(0, |span| span.end);
    let gap = saying.span_of(id).and_then(|span| saying.claim.text.get(before..span.start)).unwrap_or_default();
    let plain = gap.to_lowercase().split_whitespace().all(|word| Role::Be.has(word) || Role::Perfect.has(word));
    let told = plain && !(verb.supposed || verb.open);
    // Who does it stands before the verb or, in the passive, behind it.
    let one_side = |term: &Term| {
        let place = y.iter().position(|other| other.id == term.id);
        place.is_some_and(|at| at != there && (at > there) == (x[here].passive == verb.passive))
    };
    let does = y[..there].iter().any(|term| !denying.features.has(term.id));
    none && here == 0 && x.len() > 1 && told && x[1..].iter().all(one_side) && (does || verb.passive)
}

/// What the one says beside the term, the other says for the most part; of two languages that cannot be told.
fn same_matter(a: &Member<'_>, b: &Member<'_>, id: u32) -> bool {
    if a.features.language != b.features.language {
        return true;
    }
    let units: Vec<u32> =
        [a, b].iter().flat_map(|m| &m.features.numbers).flat_map(|number| &number.units).copied().collect();
    // Nor are numbers looked at, nor days: what did not happen has none.
    let aside =
        |member: &Member<'_>, id: u32| member.features.term(id).is_some_and(|term| term.number || term.calendar);
    let others = |member: &Member<'_>| -> Vec<u32> {
        let mut clause = member.clause(id);
        clause.retain(|other| *other != id && !units.contains(other) && !aside(member, *other));
        clause
    };
    let (x, y) = (others(a), others(b));
    common(&x, &y) as f64 >= SAME_MATTER * x.len().min(y.len()) as f64
}

#[cfg(test)]
mod tests {
    use crate::Context;
    use crate::coverage::conflicts::{Conflict, ConflictKind};
    use crate::coverage::matching::match_claims;
    use crate::coverage::testing::{between, claim};
    use crate::coverage::types::{ClaimRecord, MatchOptions};

    fn disputed(a: &str, b: &str) -> Option<[String; 2]> {
        match between(a, b).as_slice() {
            [Conflict { kind: ConflictKind::Number, a_words, b_words, .. }] => Some([a_words.clone(), b_words.clone()]),
            _ => None,
        }
    }

    #[test]
    fn several_are_not_none() {
        for (some, none, words) in [
            ("several dockers were hurt", "no one was hurt", ["several", "no one"]),
            ("dozens of the dockers were slightly hurt", "nobody was hurt", ["dozens", "nobody"]),
            ("many had been warned of the flood", "nobody had been warned of the flood", ["many", "nobody"]),
            ("two of the pilots were hurt", "neither of the pilots was hurt", ["two", "neither"]),
        ] {
            assert_eq!(disputed(some, none), Some(words.map(str::to_owned)), "{some} / {none}");
        }
        assert_eq!(disputed("several dockers were late", "no dockers were hurt"), None);
        assert_eq!(disputed("all 212 passengers were taken off", "no passenger was hurt"), None);
    }

    #[test]
    fn a_degree_of_it_is_not_all_of_it() {
        for none in ["no one was seriously hurt", "no dockers were seriously hurt"] {
            assert_eq!(disputed("two dockers were hurt", none), None, "{none}");
        }
        assert!(disputed("two dockers were seriously hurt", "no one was seriously hurt").is_some());
    }

    #[test]
    fn what_was_not_in_time_may_have_been_later() {
        assert_eq!(disputed("many boats reached the port later", "none of the boats reached the port in time"), None);
        assert!(disputed("two dockers were warned in time", "nobody was warned in time").is_some());
    }

    #[test]
    fn a_short_no_meets_the_number_that_it_denies() {
        let mut claims: Vec<ClaimRecord> = Vec::new();
        for (outlet, document, hurt) in [("A", 0, "no one was hurt"), ("B", 1, "two dockers were hurt")] {
            for text in ["the warehouse in Tessel burned for five hours", "the fire began in the old boiler room", hurt]
            {
                claims.push(ClaimRecord { document, ..claim(outlet, text) });
            }
        }
        let found = match_claims(&claims, &MatchOptions::default(), &Context::default()).unwrap();
        assert!(found[2].is_some() && found[2] == found[5], "{found:?}");
    }
}
