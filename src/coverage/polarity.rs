//! A word that one claim negates and another affirms, or says the opposite of.

use super::conflicts::{ConflictKind, Disagreement};
use super::features::{Analyzer, Features, Term};
use super::grammar::Role;
use super::meeting::one_root;
use super::member::{MARKS, Member, SAME_CLAUSE};
use super::opposites;
use super::vocabulary::{is_english, nouns_have_capitals};
use crate::claims::{Act, Polarity};

/// Which share of the shorter wording's other terms must be common before it matters that one word is negated.
const SAME_MATTER: f64 = 0.4;
/// What counts as [`SAME_MATTER`] where they have no more than so many terms in common.
const NEARLY_ALL: f64 = 0.75;
const BESIDE: usize = 2;
/// The same for the share of all terms: "silence is not yet peace", "silence was where peace began".
const SAME_WORDS: f64 = 0.8;
/// How many terms a claim must have to be told by standing within another.
const WITHIN: usize = 3;

/// Whether the speaker of one of two claims speaks of denying, and the other's does not.
pub(super) fn one_denies(a: &Member<'_>, b: &Member<'_>) -> bool {
    denies(a) != denies(b)
}

fn denies(member: &Member<'_>) -> bool {
    member.claim.act == Some(Act::Deny)
}

/// Whether both speak of denying and one of them does not do it: "ruled out a tax rise", "did not rule out a tax rise".
pub(super) fn one_leaves_open(a: &Member<'_>, b: &Member<'_>) -> bool {
    denies(a) && denies(b) && a.claim.polarity.zip(b.claim.polarity).is_some_and(|(a, b)| a != b)
}

/// A claim that is denied next to one in like words that is not, where [`one_denies`] or [`one_leaves_open`]: what each
/// speaker does.
pub(super) fn denial(a: &Member<'_>, b: &Member<'_>) -> Option<Disagreement> {
    // As much in common as two sides of a negation must have, of all that either says.
    if a.features.language == b.features.language && a.likeness(b) < SAME_CLAUSE && !(within(a, b) || within(b, a)) {
        return None;
    }
    // What was not ruled out may be so; what was ruled out is not so.
    if a.claim.polarity.is_some() && a.claim.polarity == b.claim.polarity {
        return None;
    }
    // Who asks whether it is so, or that it be so, has not said that it is.
    let asks = |member: &Member<'_>| matches!(member.claim.act, Some(Act::Ask | Act::Demand));
    if asks(a) || asks(b) {
        return None;
    }
    let verb = |member: &Member<'_>| {
        let open = denies(member) && member.claim.polarity == Some(Polarity::Affirmed);
        let negated = member.features.bag.iter().any(Term::negated);
        match open && !negated {
            true => "does not deny".to_owned(),
            false => member.claim.act.unwrap_or(Act::Say).verb().to_owned(),
        }
    };
    Some(Disagreement::of(ConflictKind::Polarity, verb(a), verb(b)))
}

/// Whether all that the one says stands in the other, in the same words or words of one root: "ministry", "minister".
fn within(short: &Member<'_>, long: &Member<'_>) -> bool {
    let words = |member: &Member<'_>| -> Vec<(u32, String)> {
        let places = member.features.sequence.iter().zip(&member.features.spans);
        places.map(|(term, span)| (term.id, span.of(&member.claim.text).to_lowercase())).collect()
    };
    let (short, long) = (words(short), words(long));
    let met = |(id, word): &(u32, String)| long.iter().any(|(other, words)| id == other || one_root(word, words));
    short.len() >= WITHIN && short.iter().all(met)
}

/// Whether a verb before the term turns it round.
fn averted(member: &Member<'_>, id: u32) -> bool {
    let before = member.span_of(id).and_then(|span| member.claim.text.get(..span.start)).unwrap_or_default();
    before.split_whitespace().any(|word| Role::Averts.has(&word.to_lowercase()))
}

/// Whether it is a word like "without" that negates the term.
fn without(member: &Member<'_>, id: u32) -> bool {
    let first = member.words_of(id).split_whitespace().next();
    first.is_some_and(|first| Role::Without.has(&first.to_lowercase()))
}

/// Whether a word of the clause behind the term tells until when.
fn until(member: &Member<'_>, id: u32) -> bool {
    let behind = member.span_of(id).and_then(|span| member.claim.text.get(span.end..)).unwrap_or_default();
    let clause = behind.split(MARKS).next().unwrap_or_default();
    let mut words = clause.split(|c: char| !c.is_alphabetic());
    words.any(|word| Role::Until.has(&word.to_lowercase()))
}

/// Whether two claims of two languages have enough in common beside the disputed term: of what can meet across languages,
/// which is words of a class, names and numbers. That they are one claim is known from elsewhere.
fn across_matter(a: &Member<'_>, b: &Member<'_>, id: u32, analyzer: &Analyzer<'_>) -> bool {
    let shared = |here: &Member<'_>, there: &Member<'_>| {
        let names = !nouns_have_capitals(here.claim.language.as_deref());
        let meets = |term: &&Term| term.number || (names && term.name) || analyzer.joins_languages(term.id);
        let open = here.features.bag.iter().filter(|term| term.id != id).filter(meets);
        let (all, common) =
            open.fold((0, 0), |(all, common), term| (all + 1, common + usize::from(there.features.has(term.id))));
        common as f64 >= SAME_MATTER * f64::from(all)
    };
    shared(a, b) || shared(b, a)
}

/// A word that one negates (or turns round) and the other does not. Where the claims say that both are negated (or, of two
/// languages, that both are one), one of them is so in other words, and only opposites tell: "rose", "fell". Where each
/// negates what the other does not, within one clause, it is one negation that has moved: "has not set aside money", "has
/// set no money aside".
pub(super) fn polarity(a: &Member<'_>, b: &Member<'_>, analyzer: &Analyzer<'_>) -> Option<Disagreement> {
    // Polarities that come with the claims tell of negations, not of a word against its opposite.
    let said = a.claim.polarity.filter(|polarity| Some(*polarity) == b.claim.polarity);
    let one_sign = match a.features.language == b.features.language {
        true => said == Some(Polarity::Negated),
        false => said.is_some(),
    };
    let only_here = |here: &Features, there: &Features| -> Vec<u32> {
        let alone = |term: &&Term| term.sign < 0 && there.term(term.id).is_none_or(|other| other.sign >= 0);
        here.bag.iter().filter(alone).map(|term| term.id).collect()
    };
    let (mut in_a, in_b) = (only_here(&a.features, &b.features), only_here(&b.features, &a.features));
    let moved = |x: &u32, y: &u32| a.one_clause(*x, *y) || b.one_clause(*x, *y);
    if in_a.iter().any(|x| in_b.iter().any(|y| moved(x, y))) {
        return None;
    }
    // "Must wear masks", "nobody is let in without a mask": two negations of one claim are none.
    let twice = |member: &Member<'_>, turned: &[u32]| turned.len() > 1 && turned.iter().any(|id| without(member, *id));
    if twice(a, &in_a) || twice(b, &in_b) {
        return None;
    }
    in_a.extend(in_b);
    // Nor a name is what a negation turns round, nor what is counted: "nothing in Brussels", "nobody gives me four years".
    let counted =
        |member: &Member<'_>, id: u32| member.features.numbers.iter().any(|number| number.units.first() == Some(&id));
    let term = |member: &Member<'_>, id: u32| {
        let term = member.features.term(id)?;
        let counted = counted(a, id) && counted(b, id);
        (!(term.name || counted) || nouns_have_capitals(member.claim.language.as_deref())).then_some(term)
    };
    let disputed = in_a.into_iter().filter(|id| {
        let pair = term(a, *id).zip(term(b, *id));
        pair.is_some_and(|(s, t)| s.sign * t.sign < 0 && (!one_sign || s.opposite != t.opposite))
    });
    let id = disputed.min_by_key(|id| a.span_of(*id))?;
    let few = a.common(b) <= BESIDE;
    let alike = match a.features.language == b.features.language {
        true if few => a.overlap_beside_one(b) >= NEARLY_ALL && a.likeness(b) >= SAME_WORDS,
        true => a.overlap_beside_one(b) >= SAME_MATTER,
        false => across_matter(a, b, id, analyzer),
    };
    if !alike || averted(a, id) != averted(b, id) || until(a, id) != until(b, id) || !a.same_clause(b, id) {
        return None;
    }
    // "Rovanta beat Selby", "Selby lost to Rovanta": opposites are told of one subject.
    let opposed = term(a, id).zip(term(b, id)).is_some_and(|(s, t)| s.opposite != t.opposite);
    if opposed && !(one_subject(a, b, id) || one_subject(b, a, id)) {
        return None;
    }
    Some(Disagreement::of(ConflictKind::Polarity, a.words_of(id), b.words_of(id)))
}

/// Whether the first word of one claim stands before the disputed word of the other, too: "the road will be open", "over
/// Easter the road will be closed".
fn one_subject(a: &Member<'_>, b: &Member<'_>, id: u32) -> bool {
    let head = a.head().and_then(|head| b.span_of(head));
    a.head() == b.head() || head.zip(b.span_of(id)).is_some_and(|(head, disputed)| head.end <= disputed.start)
}

/// A stem without the "e" that some forms of its word drop.
fn bare(stem: &str) -> &str {
    stem.strip_suffix('e').unwrap_or(stem)
}

/// "Unsafe" of "safe", as stems.
fn undoes(word: &str, plain: &str) -> bool {
    let rest = ["un", "in", "non", "dis"].iter().find_map(|prefix| word.strip_prefix(prefix));
    rest.is_some_and(|rest| rest.len() > 2 && bare(rest) == bare(plain))
}

/// A word in the place of one that says the contrary, told of one subject in otherwise like words of English: "the skipper
/// was drunk", "the skipper was sober".
pub(super) fn contrary(a: &Member<'_>, b: &Member<'_>) -> Option<Disagreement> {
    let english = |member: &Member<'_>| is_english(member.claim.language.as_deref());
    if !(english(a) && english(b)) {
        return None;
    }
    let alone = |here: &Member<'_>, there: &Member<'_>| -> Vec<Term> {
        let open = |term: &&Term| !(term.number || there.features.has(term.id));
        here.features.bag.iter().filter(open).copied().collect()
    };
    let others: Vec<(Term, String)> = alone(b, a).into_iter().map(|term| (term, b.stem_of(term.id))).collect();
    let one_head = a.head() == b.head();
    let (x, y, kind) = alone(a, b).into_iter().find_map(|x| {
        let word = a.stem_of(x.id);
        others.iter().filter(|(y, _)| x.negated() == y.negated()).find_map(|(y, other)| {
            let opposed =
                opposites::of(&word).contains(&other.as_str()) || undoes(&word, other) || undoes(other, &word);
            let plain = opposed && one_head && !(x.name || y.name);
            // "The Green Party won", "the Blue Party won": of such a set each word may be a name's, and may come first.
            let heads = one_head || (a.head() == Some(x.id) && b.head() == Some(y.id));
            let exclusive = opposites::exclusive(&word, other).filter(|_| heads);
            let kind = if plain { Some(ConflictKind::Polarity) } else { exclusive };
            kind.map(|kind| (x.id, y.id, kind))
        })
    })?;
    // The two stand for one word that both have.
    let common = a.common(b) + 1;
    let all = a.features.bag.len() + b.features.bag.len() - common;
    if (common as f64) < (if common <= BESIDE { SAME_WORDS } else { SAME_CLAUSE }) * all as f64 {
        return None;
    }
    Some(Disagreement::of(kind, a.words_of(x), b.words_of(y)))
}

/// "Before" in the place of "after" in otherwise like words, and of the same thing: "killed two before he was held" and "was held
/// after he had killed two" are one.
pub(super) fn before_or_after(a: &Member<'_>, b: &Member<'_>) -> Option<Disagreement> {
    if a.features.language != b.features.language || a.likeness(b) < SAME_WORDS {
        return None;
    }
    // The one such word, and the term behind it.
    let said = |member: &Member<'_>| {
        let (mut at, mut found) = (0, Vec::new());
        for piece in member.claim.text.split_inclusive(|c: char| !c.is_alphabetic()) {
            at += piece.len();
            let word = piece.trim_end_matches(|c: char| !c.is_alphabetic()).to_lowercase();
            if Role::Earlier.has(&word) || Role::Later.has(&word) {
                found.push((word, at));
            }
        }
        let (word, end) = found.pop().filter(|_| found.is_empty())?;
        let mut terms = member.features.sequence.iter().zip(&member.features.spans);
        let (behind, _) = terms.find(|(_, span)| span.start >= end)?;
        Some((word, behind.id))
    };
    let ((x, of_x), (y, of_y)) = said(a).zip(said(b))?;
    let turned = (Role::Earlier.has(&x) && Role::Later.has(&y)) || (Role::Later.has(&x) && Role::Earlier.has(&y));
    (turned && of_x == of_y).then(|| Disagreement::of(ConflictKind::Date, x, y))
}
