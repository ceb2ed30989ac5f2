//! A number against none: "four people were killed", "nobody was killed".

use super::conflicts::{ConflictKind, Disagreement, Told};
use super::facts::{Number, Words};
use super::grammar::Role;
use super::member::{Member, common};
use crate::text::Span;

/// How many words behind the verb a pronoun may stand.
const BEHIND: usize = 3;
/// Which share of the other words of the shorter claim must be common.
const SAME_MATTER: f64 = 0.5;

/// A number that one claim tells of what the other says there was none.
pub(super) fn nobody(a: &Member<'_>, b: &Member<'_>) -> Option<Disagreement> {
    let found = against(a, b);
    let (here, there) = found.or_else(|| against(b, a).map(|(here, there)| (there, here)))?;
    Some(Disagreement { kind: ConflictKind::Number, a: here, b: there })
}

/// What the number tells, and what none does.
fn against(counting: &Member<'_>, denying: &Member<'_>) -> Option<(Told, Told)> {
    let terms = denying.features.sequence.iter().zip(&denying.features.spans);
    terms.filter(|(term, _)| !term.number && term.negated()).find_map(|(term, span)| {
        let (none, of_things) = none(&denying.claim.text, *span)?;
        let told = counting.features.term(term.id)?;
        if told.negated() || told.sign == 0 || !same_matter(counting, denying, term.id) {
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
            number.value >= 1.0
                && !denying.features.numbers.iter().any(told)
                && number.measure.is_none()
                && (counted || !(of_things || number.units.first().is_some_and(other)))
                && matches!(number.words, Words::At(at) if near(at))
        };
        let number = counting.features.numbers.iter().find(meant)?;
        let Words::At(at) = number.words else { return None };
        let counted = Told { words: at.of(&counting.claim.text).to_owned(), figure: Some(number.figure()) };
        Some((counted, Told { words: none, figure: Some("0".to_owned()) }))
    })
}

/// "Nobody" of "nobody was hurt", "not arrested anyone" or "no passengers" as it stands; and whether it is none of a thing
/// that is named. The place is that of a term from its negation on.
fn none(text: &str, place: Span) -> Option<(String, bool)> {
    let negated: Vec<Span> = words(text, place).collect();
    let word = |span: &Span| span.of(text).trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    let is = |span: Option<&Span>, role: Role| span.is_some_and(|span| role.has(&word(span)));
    let (first, last) = (negated.first()?, negated.last()?);
    let two = |n: usize| negated.get(n).zip(negated.get(n + 1)).map(|(a, b)| a.cover(b));
    for pronoun in [two(0), Some(*first), negated.len().checked_sub(2).and_then(two), Some(*last)] {
        if is(pronoun.as_ref(), Role::Nobody) {
            return Some((pronoun?.of(text).to_owned(), false));
        }
    }
    let behind: Vec<Span> = words(text, Span::new(place.end, text.len())).take(BEHIND).collect();
    if let Some(at) = behind.iter().position(|span| is(Some(span), Role::Anybody)) {
        let divided = behind[..at].iter().any(|span| span.of(text).ends_with([',', ';', ':', '.']));
        let none = || (place.cover(&behind[at]).of(text).to_owned(), false);
        return (!divided && !is(behind.get(at + 1), Role::Besides)).then(none);
    }
    // Of a thing: "no passengers", "not made any arrests".
    let before = negated.len().checked_sub(2).and_then(|n| negated.get(n));
    is(before, Role::NoneOf).then(|| (place.of(text).to_owned(), true))
}

/// The words of a stretch, where they stand in the text.
fn words(text: &str, place: Span) -> impl Iterator<Item = Span> + '_ {
    let split = |c: char| c.is_whitespace() || matches!(c, '\'' | '’');
    let mut at = place.start;
    let pieces = text.get(place.start..place.end).unwrap_or_default().split_inclusive(split);
    let found = pieces.map(move |piece| {
        let from = at;
        at += piece.len();
        Span::new(from, from + piece.trim_end_matches(split).len())
    });
    found.filter(|word| word.start < word.end)
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
