//! Who else takes a side where one claim says yes and another no: all members of a cluster that tell of the disputed word, be the
//! rest of their words what it may.

use std::collections::HashSet;

use super::member::Member;
use crate::claims::{Act, Polarity};
use crate::coverage::conflicts::{Conflict, ConflictKind};
use crate::coverage::reading::features::Term;
use crate::coverage::reading::related::degree;

/// The sides that members take which none of the pairs on yes and no names, each with a member of the other side.
pub(crate) fn further_sides(pairs: &[Conflict], members: &[Member<'_>]) -> Vec<Conflict> {
    let opposed = || pairs.iter().filter(|pair| pair.kind == ConflictKind::Polarity);
    let known: HashSet<usize> = opposed().flat_map(|pair| [pair.a, pair.b]).collect();
    let member = |row: usize| members.iter().find(|member| member.row == row);
    let mut found = Vec::new();
    for further in members.iter().filter(|member| !known.contains(&member.row) && asserts(member)) {
        let side = opposed().find_map(|pair| {
            let (a, b) = (member(pair.a)?, member(pair.b)?);
            let (term, said, with_first) = disputed(a, b).find_map(|(x, y)| {
                let (own, with_first) = side_of(further, x, y).filter(|(own, _)| is_plain(further, *own))?;
                Some((if with_first { y } else { x }, own, with_first))
            })?;
            let against = if with_first { b } else { a };
            (against.outlet != further.outlet).then_some((pair.cluster, (term, against), said))
        });
        let Some((cluster, (term, against), said)) = side else { continue };
        let told = |member: &Member<'_>, term: Term| (member.row, member.words_of(term.id).to_owned());
        let mut sides = [told(further, said), told(against, term)];
        sides.sort_unstable();
        let [(a, a_words), (b, b_words)] = sides;
        let kind = ConflictKind::Polarity;
        let (a_figure, b_figure, counted) = (None, None, None);
        found.push(Conflict { cluster, a, b, kind, a_words, b_words, a_figure, b_figure, counted });
    }
    found
}

/// The words that one affirms and the other negates, or of which it says the contrary, as each has them.
fn disputed<'m>(a: &'m Member<'_>, b: &'m Member<'_>) -> impl Iterator<Item = (Term, Term)> + 'm {
    let pairs = a.features.bag.iter().filter_map(|term| Some((*term, b.features.term(term.id)?)));
    pairs.filter(|(term, other)| term.sign * other.sign < 0)
}

/// The word with which a claim takes the side of the first or the second of two, and whether it is the first: the same, or one that
/// stands for it.
fn side_of(member: &Member<'_>, first: Term, second: Term) -> Option<(Term, bool)> {
    if let Some(own) = member.features.term(first.id) {
        return (own.sign != 0).then_some((own, own.sign == first.sign));
    }
    // A word of no class stands for the one that it is a synonym of, and says nothing of its contrary.
    let stands_for = |term: Term| {
        let mut words = member.features.bag.iter().filter(|own| own.sign != 0 && !(own.name || own.number));
        words.find(|own| degree(own.related, term.related) > 0.0).copied()
    };
    let (own, term, is_first) = match stands_for(first) {
        Some(own) => (own, first, true),
        None => (stands_for(second)?, second, false),
    };
    Some((own, (own.negated() == term.negated()) == is_first))
}

/// Whether a claim is negated as the word is: of "neither sent nor received", "none of them was received" and the like that cannot be
/// told by the word.
fn is_plain(member: &Member<'_>, term: Term) -> bool {
    let negated = member.claim.polarity.map(|polarity| polarity == Polarity::Negated);
    negated.is_none_or(|negated| negated == term.negated())
}

/// Whether a claim says that something is so, or is not so.
fn asserts(member: &Member<'_>) -> bool {
    let supposed = |term: &Term| term.supposed || term.open;
    matches!(member.claim.act, None | Some(Act::Say | Act::Warn))
        && !member.features.able
        && !member.features.bag.iter().any(supposed)
}

#[cfg(test)]
mod tests {
    use crate::Context;
    use crate::coverage::conflicts::conflicts;
    use crate::coverage::testing::claim;

    #[test]
    fn all_who_say_yes_or_no_take_a_side() {
        let claims = [
            claim("A", "the council will close the old yard in Norhaven"),
            claim("B", "the old yard in Norhaven will not be closed"),
            claim("C", "for years ships were built there, now the yard will be shut by those who had saved it once"),
            claim("D", "those who had saved it once could shut it one day"),
        ];
        let found = conflicts(&claims, &[Some(0); 4], &Context::default()).unwrap();
        let pairs: Vec<(usize, usize)> = found.iter().map(|conflict| (conflict.a, conflict.b)).collect();
        assert_eq!(pairs, [(0, 1), (1, 2)]);
    }
}
