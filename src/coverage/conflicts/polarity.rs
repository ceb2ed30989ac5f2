//! A word that one claim negates and another affirms, or says the opposite of.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use super::antecedents::names_the_subject;
use super::denials::refutes;
use super::member::{Member, SAME_CLAUSE};
use super::nobody::nobody_does;
use super::opposites;
use crate::claims::{Act, Polarity};
use crate::coverage::conflicts::{ConflictKind, Disagreement};
use crate::coverage::matching::meeting::one_root;
use crate::coverage::matching::speakers::{Relation, relation};
use crate::coverage::reading::features::{Analyzer, Features, Term};
use crate::coverage::reading::frame::MARKS;
use crate::coverage::reading::grammar::Role;
use crate::coverage::reading::vocabulary::{is_english, nouns_have_capitals, primary};
use crate::coverage::types::ClaimRecord;
use crate::{Context, Result};

/// How many terms more than twice those of a short no the claim that it contradicts may have.
const MORE: usize = 2;

/// Which share of the shorter wording's other terms must be common before it matters that one word is negated.
const SAME_MATTER: f64 = 0.4;
/// What counts as [`SAME_MATTER`] where they have no more than so many terms in common.
const NEARLY_ALL: f64 = 0.75;
const BESIDE: usize = 2;
/// The same for the share of all terms: "silence is not yet peace", "silence was where peace began".
const SAME_WORDS: f64 = 0.8;
/// How many small words may stand before a predicate: "she would".
const SUBJECT: usize = 4;
/// How many words of a subject, and of an object, may name what something is done to.
const SUBJECT_WORDS: usize = 2;
const OBJECT_WORDS: usize = 3;
/// How many terms a claim must have to be told by standing within another.
pub(crate) const WITHIN: usize = 3;

/// Whether all that the one says stands in the other, in the same words or words of one root: "ministry", "minister".
pub(crate) fn within(short: &Member<'_>, long: &Member<'_>) -> bool {
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

/// Whether it is a word like "without" or "no" that negates the term.
fn without(member: &Member<'_>, id: u32) -> bool {
    let first = member.words_of(id).split_whitespace().next();
    first.map(str::to_lowercase).is_some_and(|first| Role::Without.has(&first) || Role::NoneOf.has(&first))
}

/// Whether it is negated by a word that in its language stands beside another negation and says no more than that: "n'avons reçu
/// aucune alerte".
fn goes_with_another(member: &Member<'_>, id: u32) -> bool {
    let language = primary(member.claim.language.as_deref().unwrap_or("en"));
    let first = member.words_of(id).split_whitespace().next().map(str::to_lowercase);
    matches!(language, "ca" | "es" | "fr" | "it" | "pt") && first.is_some_and(|first| Role::NoneOf.has(&first))
}

/// Whether its negation is that of the word that it is told of: "sell" of "no plans to sell".
fn handed_on(member: &Member<'_>, id: u32) -> bool {
    let pairs = member.features.sequence.windows(2);
    pairs.into_iter().any(|pair| pair[1].id == id && pair[0].governs && pair[0].negated())
}

/// Whether a word of the clause behind the term tells until when.
pub(crate) fn until(member: &Member<'_>, id: u32) -> bool {
    behind(member, id, Role::Until)
}

/// Whether some word of the clause behind the term does this.
fn behind(member: &Member<'_>, id: u32, role: Role) -> bool {
    let behind = member.span_of(id).and_then(|span| member.claim.text.get(span.end..)).unwrap_or_default();
    let clause = behind.split(MARKS).next().unwrap_or_default();
    let mut words = clause.split(|c: char| !c.is_alphabetic());
    words.any(|word| role.has(&word.to_lowercase()))
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

/// Of each pair of claims, whether one negates a word that the other has without a negation, and the other negates nothing
/// else: what is then no conflict, since too little around the word is alike, may still be the contrary to a reader.
///
/// # Errors
///
/// [`Cancelled`](crate::ErrorKind::Cancelled), and [`Limit`](crate::ErrorKind::Limit) where a claim is over the limits.
///
/// ```
/// use copydesk::Context;
/// use copydesk::coverage::{ClaimRecord, opposed};
///
/// let claim = |text: &str| ClaimRecord { text: text.into(), ..Default::default() };
/// let claims = [claim("the mayor will resign"), claim("he said that he would not resign"), claim("she will resign in May")];
/// assert_eq!(opposed(&claims, &[(0, 1), (0, 2)], &Context::default())?, [true, false]);
/// # Ok::<(), copydesk::Error>(())
/// ```
pub fn opposed(claims: &[ClaimRecord], pairs: &[(usize, usize)], context: &Context) -> Result<Vec<bool>> {
    let mut analyzer = Analyzer::new(None);
    let mut read: HashMap<usize, Features> = HashMap::new();
    for row in pairs.iter().flat_map(|(a, b)| [*a, *b]) {
        if let (Some(claim), Entry::Vacant(free)) = (claims.get(row), read.entry(row)) {
            context.check()?;
            free.insert(analyzer.analyze(claim, context)?);
        }
    }
    let negates = |x: &Features, y: &Features| {
        x.bag
            .iter()
            .any(|term| y.term(term.id).is_some_and(|other| term.negated() && other.sign != 0 && !other.negated()))
    };
    // "No alarm went off", "the alarm never sounded".
    let negated = |row: usize| {
        // What is denied is negated by that alone.
        let says_so = |claim: &ClaimRecord| claim.act != Some(Act::Deny) && claim.polarity == Some(Polarity::Negated);
        claims.get(row).is_some_and(says_so)
    };
    let told = |(a, b): &(usize, usize)| {
        let (Some(x), Some(y)) = (read.get(a), read.get(b)) else { return false };
        negates(x, y) != negates(y, x) && !(negated(*a) && negated(*b))
    };
    Ok(pairs.iter().map(told).collect())
}

/// A word that one negates (or turns round) and the other does not. Where the claims say that both are negated (or, of two
/// languages, that both are one), one of them is so in other words, and only opposites tell: "rose", "fell". Where each
/// negates what the other does not, within one clause, it is one negation that has moved: "has not set aside money", "has
/// set no money aside".
pub(crate) fn polarity(a: &Member<'_>, b: &Member<'_>, analyzer: &Analyzer<'_>) -> Option<Disagreement> {
    // Polarities that come with the claims tell of negations, not of a word against its opposite.
    let said = a.claim.polarity.filter(|polarity| Some(*polarity) == b.claim.polarity);
    let one_sign = match a.features.language == b.features.language {
        true => said == Some(Polarity::Negated),
        false => said.is_some(),
    };
    let only_here = |here: &Features, there: &Features| -> Vec<u32> {
        let alone = |term: &&Term| match there.term(term.id) {
            // "Neither free nor fair", "free and fair": of words on the far side of a class the negated one is the positive.
            Some(other) if term.opposite && other.opposite => term.sign > 0 && other.sign < 0,
            other => term.sign < 0 && other.is_none_or(|other| other.sign >= 0),
        };
        here.bag.iter().filter(alone).map(|term| term.id).collect()
    };
    let (mut in_a, in_b) = (only_here(&a.features, &b.features), only_here(&b.features, &a.features));
    // Two words each on the far side of its class, "ended" and "cleared", are no negation that could have moved.
    let negated = |member: &Member<'_>, id: u32| member.features.term(id).is_some_and(|term| term.negated());
    let moved = |x: &u32, y: &u32| (negated(a, *x) || negated(b, *y)) && (a.one_clause(*x, *y) || b.one_clause(*x, *y));
    if in_a.iter().any(|x| in_b.iter().any(|y| moved(x, y))) {
        return None;
    }
    // "Must wear masks", "nobody is let in without a mask": two negations of one claim are none.
    let twice = |member: &Member<'_>, turned: &[u32]| {
        let own = turned.iter().filter(|id| !handed_on(member, **id)).count();
        own > 1 && turned.iter().any(|id| without(member, *id) && !goes_with_another(member, *id))
    };
    if twice(a, &in_a) || twice(b, &in_b) {
        return None;
    }
    // "Without power", "power was cut": neither has any.
    let gone = |here: &Member<'_>, there: &Member<'_>, turned: &[u32]| {
        turned.iter().any(|id| behind(there, *id, Role::Lacks) && without(here, *id))
    };
    if gone(a, b, &in_a) || gone(b, a, &in_b) {
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
            && ![a, b].iter().any(|member| leads_to_a_day(member, *id))
    });
    let id = disputed.min_by_key(|id| a.span_of(*id))?;
    let few = a.common(b) <= BESIDE;
    // What the one denies in so many words, the other says and more: "was tested for alcohol", "was not tested".
    let negates = |member: &Member<'_>| term(member, id).is_some_and(|term| term.negated());
    let (denying, saying) = if negates(a) { (a, b) } else { (b, a) };
    let plain_no = negates(a) != negates(b);
    if plain_no && is_object_of_another(saying, denying, id) {
        return None;
    }
    let one_voice = || relation(a.speaker.as_ref(), b.speaker.as_ref()) == Relation::Same;
    // A story told at length says much that a short no leaves open.
    let no_longer = saying.features.bag.len() <= 2 * denying.features.bag.len() + MORE;
    let bare = plain_no
        && no_longer
        && denying.features.bag.len() <= BESIDE
        && ([a, b].iter().all(|member| predicate(member, id)) || nobody_does(denying, saying, id))
        && one_voice();
    let whole = bare || no_longer && (within(denying, saying) || (!plain_no && within(saying, denying)));
    // "She received a letter on Sunday", "she never received one": whom two persons call so may be two.
    let one_story = || a.speaker.is_none() || b.speaker.is_none() || one_voice();
    let own = if plain_no { names_the_subject(saying, denying, id) } else { 0 };
    let told = plain_no && (own > 0 || one_story());
    let like = if told { denying.likeness_of_denial(saying, own) } else { a.likeness(b) };
    // "The former minister will appeal", "he will not appeal".
    let named = own > 0 && like >= SAME_WORDS;
    let refuted = plain_no && refutes(denying, saying, id) && (told || without(denying, id));
    let alike = match a.features.language == b.features.language {
        true if few => (a.overlap_beside_one(b) >= NEARLY_ALL && like >= SAME_WORDS) || bare || refuted || named,
        true => a.overlap_beside_one(b) >= SAME_MATTER,
        false => across_matter(a, b, id, analyzer),
    };
    let opposed = term(a, id).zip(term(b, id)).is_some_and(|(s, t)| s.opposite != t.opposite);
    let decided = || opposites::decides(analyzer.term(id)) && a.of_one_thing(b);
    let one_matter = opposed && plain_opposites(a, b, id) && (one_patient(a, b, id) || decided());
    if !(alike || one_matter)
        || averted(a, id) != averted(b, id)
        || until(a, id) != until(b, id)
        || !(whole || one_matter || refuted || named || a.same_clause(b, id))
    {
        return None;
    }
    if negates(denying) && behind(denying, id, Role::Since) {
        return None;
    }
    // "Rovanta beat Selby", "Selby lost to Rovanta": opposites are told of one subject.
    if opposed && !(one_matter || one_subject(a, b, id) || one_subject(b, a, id)) {
        return None;
    }
    Some(Disagreement::of(ConflictKind::Polarity, a.words_of(id), b.words_of(id)))
}

/// Whether neither claim negates the term: "accepted", "rejected".
fn plain_opposites(a: &Member<'_>, b: &Member<'_>, id: u32) -> bool {
    [a, b].iter().all(|member| member.features.term(id).is_some_and(|term| !term.negated()))
}

/// Whether the term is done to one thing in both: to what follows it or, in the passive, to what the claim begins with. "Dockers
/// accepted the employers' offer", "the offer was thrown out".
fn one_patient(a: &Member<'_>, b: &Member<'_>, id: u32) -> bool {
    let passive = |member: &Member<'_>| member.features.sequence.iter().any(|term| term.id == id && term.passive);
    let patient = |member: &Member<'_>| -> Vec<u32> {
        let sequence = &member.features.sequence;
        let Some(at) = sequence.iter().position(|term| term.id == id) else { return Vec::new() };
        let ids = |terms: &[Term], most: usize| -> Vec<u32> {
            let things = terms.iter().filter(|term| !(term.number || term.calendar || term.light));
            things.take(most).map(|term| term.id).collect()
        };
        match passive(member) {
            true => ids(&sequence[..at], SUBJECT_WORDS),
            false => {
                let behind = ids(&sequence[at + 1..], OBJECT_WORDS).into_iter();
                behind.filter(|other| member.one_clause(id, *other)).collect()
            }
        }
    };
    // Two who do the contrary with one thing do it each in his own way: "won the cup", "lost the cup".
    if !(passive(a) || passive(b)) {
        return false;
    }
    let there = patient(b);
    patient(a).iter().any(|term| there.contains(term))
}

/// Whether nothing but auxiliaries stands between the first word of a claim and some word of it ("the driver was not tested"),
/// or it is the first one itself, behind a pronoun: "I will not resign".
pub(super) fn predicate(member: &Member<'_>, id: u32) -> bool {
    let Some((head, word)) = member.head().and_then(|head| member.span_of(head)).zip(member.span_of(id)) else {
        return false;
    };
    if head == word {
        let before = member.claim.text.get(..word.start).unwrap_or_default();
        return !before.contains(MARKS) && (1..=SUBJECT).contains(&before.split_whitespace().count());
    }
    let between = member.claim.text.get(head.end..word.start).map(str::to_lowercase);
    between.is_some_and(|text| text.split_whitespace().all(|word| Role::Auxiliary.has(word) || Role::Be.has(word)))
}

/// Whether the first word of one claim stands before the disputed word of the other, too: "the road will be open", "over
/// Easter the road will be closed".
fn one_subject(a: &Member<'_>, b: &Member<'_>, id: u32) -> bool {
    let head = a.head().and_then(|head| b.span_of(head));
    a.head() == b.head() || head.zip(b.span_of(id)).is_some_and(|(head, disputed)| head.end <= disputed.start)
}

/// Whether the term is a thing to which something is done that the other claim does not tell: "had to leave their homes", "could
/// not be in their homes".
fn is_object_of_another(member: &Member<'_>, other: &Member<'_>, id: u32) -> bool {
    let sequence = &member.features.sequence;
    let at = sequence.iter().position(|term| term.id == id && term.noun);
    let verb = at.and_then(|at| sequence.get(at.checked_sub(1)?));
    // "Were freed after a ransom was paid": that is another clause.
    let apart = |verb: &Term| {
        let gap =
            member.span_of(verb.id).zip(member.span_of(id)).and_then(|(x, y)| member.claim.text.get(x.end..y.start));
        let mut words = gap.unwrap_or_default().split_whitespace().map(str::to_lowercase);
        words.any(|word| Role::Later.has(&word) || Role::Earlier.has(&word))
    };
    let governs = |verb: &&Term| verb.verb && member.one_clause(verb.id, id) && !apart(verb);
    verb.filter(governs).is_some_and(|verb| !other.features.has(verb.id))
}

/// Whether the term, behind the verb of its clause, does but lead to a day: "shut starting Monday".
fn leads_to_a_day(member: &Member<'_>, id: u32) -> bool {
    let sequence = &member.features.sequence;
    let Some(at) = sequence.iter().position(|term| term.id == id) else { return false };
    let behind_verb = || sequence[..at].iter().any(|term| term.verb && member.one_clause(term.id, id));
    let day = sequence.get(at + 1).filter(|next| next.calendar).and_then(|next| member.span_of(next.id));
    let gap = member.span_of(id).zip(day).and_then(|(word, day)| member.claim.text.get(word.end..day.start));
    member.words_of(id).to_lowercase().ends_with("ing")
        && behind_verb()
        && gap.is_some_and(|gap| gap.split_whitespace().count() <= 1)
}

/// Whether a thing or a person stands right behind a verb.
fn has_object(member: &Member<'_>, id: u32) -> bool {
    let behind = member.span_of(id).and_then(|span| member.claim.text.get(span.end..)).unwrap_or_default();
    let next = behind.split_whitespace().next().map(str::to_lowercase);
    next.is_some_and(|word| Role::Determiner.has(&word))
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
pub(crate) fn contrary(a: &Member<'_>, b: &Member<'_>) -> Option<Disagreement> {
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
            // "On the stand", "were sitting": a thing is no deed.
            let thing = (x.noun && y.passive) || (y.noun && x.passive);
            let plain = opposed && one_head && !(x.name || y.name || thing);
            // "The Green Party won", "the Blue Party won": of such a set each word may be a name's, and may come first.
            let heads = one_head || (a.head() == Some(x.id) && b.head() == Some(y.id));
            // "The dam held", "the mayor held a speech".
            let alike = has_object(a, x.id) == has_object(b, y.id);
            let exclusive = opposites::exclusive(&word, other).filter(|_| heads && alike);
            let kind = exclusive.or(plain.then_some(ConflictKind::Polarity));
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
